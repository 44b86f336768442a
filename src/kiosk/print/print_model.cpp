// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/print_model.h"

#include <QFileInfo>
#include <algorithm>

#include "ballot/code_payload.h"
#include "count/contest_count.h"
#include "count/output_file.h"
#include "count/read_back.h"
#include "formats/definition.h"
#include "kiosk/contest/contest_draft.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/words.h"
#include "scanner/source/page_source.h"
#include "wiring/congress_file.h"
#include "wiring/journal_text.h"
#include "wiring/papers.h"

namespace kp::kiosk {
namespace {

constexpr int kPollMilliseconds = 2000;       ///< how often a running job is asked for
constexpr std::size_t kLongestFileName = 50;  ///< bytes of the contest's title in a file name

/// A PDF as this program writes it, never one that a scanner made: libharu signs what it makes.
bool isOurPdf(const std::string& bytes) { return bytes.rfind("%PDF", 0) == 0 && bytes.find("Haru Free PDF Library") != std::string::npos; }

QVariantMap fact(const QString& label, const QString& value) {
  return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
}

QVariantList pagesOf(const BlankCheck& check) {
  QVariantList list;
  for (const BlankPage& page : check.pages)
    list.append(QVariantMap{
        {QStringLiteral("page"), page.page}, {QStringLiteral("text"), text(page.what)}, {QStringLiteral("good"), page.inOrder}});
  return list;
}

QStringList printedOf(const Congress& congress, const std::vector<JournalEntry>& entries, const std::string& contest) {
  QStringList list;
  for (std::size_t i = entries.size(); i-- > 0;)
    if (entries[i].event == toString(Event::BallotsPrinted) && entries[i].contest == contest)
      list.append(text(localTime(entries[i].time)).replace(QLatin1Char('T'), QLatin1Char(' ')) + QStringLiteral(" · ") +
                  text(journalSentence(congress, entries[i])));
  return list;
}

/// How much was on its way and where to, without the hash.
QString cutOffText(const JournalEntry* begun) {
  if (!begun) return {};
  const std::string when = text(localTime(begun->time)).replace(QLatin1Char('T'), QLatin1Char(' ')).toStdString();
  return words(
      "Lần đưa phiếu đi in lúc {0} bị cắt ngang (mất điện hoặc tắt máy): không rõ tờ nào đã ra. Hãy gom và đếm mọi tờ trong máy in, tờ không dùng thì hủy trước Ban kiểm phiếu, rồi in lại cho đủ.",
      "Printing ballots at {0} was cut off (power cut or machine switched off): which sheets came out is not known. Collect and count every sheet in the printer, destroy what is not used before the committee, then print what is missing.",
      when);
}

}  // namespace

PrintModel::PrintModel() {
  connect(this, &PrintModel::scanChanged, this, &PrintModel::scanLineChanged);
  connect(this, &PrintModel::changed, this, &PrintModel::scanLineChanged);
  m_poll.setInterval(kPollMilliseconds);
  m_poll.setSingleShot(true);
  connect(&m_poll, &QTimer::timeout, this, &PrintModel::followJob);
  connect(this, &PageModel::errorChanged, this, [this] {  // what was under way has ended
    if (error().isEmpty()) return;
    if (m_job == 0 && m_jobState == QLatin1String("running")) setJob({}, {});
    if (m_scanState.isEmpty()) m_scanText.clear();
    emit scanChanged();
  });
}

PrintModel::~PrintModel() {
  if (!m_paperKey.isEmpty()) PaperImages::drop(m_paperKey);
}

bool PrintModel::mayPrint() const {
  return station() && hasContest() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("printBallots")));
}

Expected<PrintModel::Loaded> PrintModel::load(const Ledger& ledger, const std::string& contest) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  const auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  const auto readBack = readBackState(ledger, contest);
  if (!readBack) return tl::unexpected<Error>(readBack.error());
  const Contest& c = counted->contest;
  Loaded out;
  out.proved = readBack->inOrder;
  out.learned = counted->learned.has_value();
  out.closed = counted->state.closed;
  out.title = c.title;
  out.paper = c.paper;
  out.shared = c.ballotCode == BallotCode::Shared;
  out.facts = {fact(words("Cuộc bầu", "Contest"), text(c.title)),
               fact(words("Mẫu phiếu", "Ballot"),
                    words("{0} – {1} người, bầu {2}", "{0} – {1} for {2} seats",
                          out.learned ? kp::tr("Phiếu in sẵn, đã nhận mẫu", "Printed elsewhere, form learned") : faceName(faceOf(c)),
                          c.candidates.size(), c.seats)),
               fact(words("Khổ giấy", "Paper"), words("{0}, {1} trang mỗi phiếu", "{0}, pages per ballot: {1}", c.paper, counted->pages))};
  if (figures->convened) {
    out.proposed = std::clamp(*figures->convened, 1, kMaxBallotCopies);
    out.proposedWhy = words("Bằng số được triệu tập ({0}); thêm vài bản nếu cần dự phòng.",
                            "As many as were convened ({0}); add a few spare ones if needed.", *figures->convened);
  } else {
    out.proposedWhy = words("Chưa nhập số được triệu tập ở màn hình Đại hội.", "The number convened is not entered yet (Congress screen).");
  }
  out.printed = printedOf(counted->congress, *journal, contest);
  out.cutOff = cutOffText(cutOffPrint(*journal, contest));
  Congress one;
  one.info = counted->congress.info;
  one.contests = {c};
  out.stamp = writeDefinition(one) + (out.learned ? "learned" : "");
  return out;
}

void PrintModel::reload() {
  if (contest().empty()) {
    m_facts.clear();
    setLoaded();
    emit changed();
    return;
  }
  look([contest = contest()](const Ledger& ledger) { return load(ledger, contest); },
       [this](Loaded&& loaded) {
         const bool another = loaded.stamp != m_stamp;
         m_facts = std::move(loaded.facts);
         m_proposed = loaded.proposed;
         m_proposedWhy = loaded.proposedWhy;
         m_printed = loaded.printed;
         m_cutOff = loaded.cutOff;
         m_paper = loaded.paper;
         m_title = loaded.title;
         m_shared = loaded.shared;
         m_proved = loaded.proved;
         m_learned = loaded.learned;
         m_closed = loaded.closed;
         m_stamp = std::move(loaded.stamp);
         emit changed();
         if (!another) return;
         m_scanText.clear();
         m_scanState.clear();
         emit scanChanged();
         showPreview();
       });
}

void PrintModel::showPreview() {
  const int request = ++m_previewRequest;
  if (m_learned) {  // nothing of ours is printed
    if (!m_paperKey.isEmpty()) PaperImages::drop(m_paperKey);
    m_paperKey.clear();
    m_pages = 0;
    m_checkState.clear();
    m_checkText.clear();
    m_checkPages.clear();
    return emit previewChanged();
  }
  m_checkState = QStringLiteral("checking");
  m_checkText = words("Đang dựng phiếu và đọc lại…", "Making the ballot and reading it back…");
  m_checkPages.clear();
  emit previewChanged();
  look(
      [contest = contest()](const Ledger& ledger) -> Expected<std::pair<std::optional<PrintedBallots>, std::string>> {
        auto ballots = makeBallots(ledger, contest, 1);
        if (!ballots) return std::pair<std::optional<PrintedBallots>, std::string>(std::nullopt, ballots.error().what);
        return std::pair<std::optional<PrintedBallots>, std::string>(std::move(*ballots), {});
      },
      [this, request](std::pair<std::optional<PrintedBallots>, std::string>&& made) {
        if (request != m_previewRequest) return;
        const QString before = m_paperKey;
        m_paperKey.clear();
        m_pages = 0;
        m_checkState = made.first ? QStringLiteral("good") : QStringLiteral("bad");
        m_checkText = text(made.second);
        if (made.first) {
          m_checkText = text(made.first->check.summary());
          m_checkPages = pagesOf(made.first->check);
          m_pages = made.first->pages;
          m_paperKey = PaperImages::keep(std::move(made.first->pdf));
        }
        emit previewChanged();
        if (!before.isEmpty()) PaperImages::drop(before);
      });
}

QVariantList PrintModel::printers() const {
  QVariantList list;
  for (const Printer& printer : m_printers) {
    const QString where =
        printer.location.empty() ? text(printer.description) : text(printer.description) + QStringLiteral(" – ") + text(printer.location);
    list.append(QVariantMap{{QStringLiteral("value"), text(printer.name)},
                            {QStringLiteral("text"), where + QStringLiteral(": ") + text(printer.state)},
                            {QStringLiteral("ready"), printer.accepting}});
  }
  return list;
}

void PrintModel::askPrinters() {
  m_asking = true;
  emit printersChanged();
  inBackground(
      this, [] { return listPrinters(); },
      [this](Expected<std::vector<Printer>> printers) {
        m_asking = false;
        m_printers.clear();
        m_printerProblem.clear();
        if (!printers) {
          m_printerProblem = text(printers.error().what);
        } else if (printers->empty()) {
          m_printerProblem = words(
              "Máy này chưa cài máy in nào. Hãy lưu phiếu thành tệp PDF rồi in từ máy khác, hoặc nhờ nhân viên kỹ thuật cài máy in.",
              "No printer is set up on this machine. Save the ballots as a PDF and print them elsewhere, or have the technician set one up.");
        } else {
          m_printers = std::move(*printers);
        }
        emit printersChanged();
      });
}

void PrintModel::sendToPrinter(const QString& printer, int copies, bool twoSided) {
  const Actors by = station()->session()->actors();
  PrintJob job{printer.toStdString(), m_title, 1, m_paper, twoSided};
  const auto id = std::make_shared<int>(0);
  setJob(QStringLiteral("running"), words("Đang gửi tới máy in…", "Sending to the printer…"));
  act(
      [contest = contest(), copies, by, job, id](Ledger& ledger) {
        const std::string where = trf("máy in {0}", "printer {0}", job.printer);
        return issueBallots(
            ledger, contest, copies, by,
            [&](const std::string& pdf) -> Expected<void> {
              const auto sent = sendPdf(pdf, job);
              if (!sent) return tl::unexpected<Error>(sent.error());
              *id = *sent;
              return {};
            },
            where);
      },
      [this, id, printerName = job.printer](PrintedBallots&& ballots) {
        m_job = *id;
        m_jobPrinter = printerName;
        setJob(QStringLiteral("running"), words("Đã gửi {0} bản tới máy in.", "{0} copies were sent to the printer.", ballots.copies));
        m_poll.start();
      });
}

void PrintModel::savePdf(const QString& path, int copies) {
  if (QFileInfo::exists(path))
    return setError(words("Đã có tệp {0}; tệp cũ còn nguyên. Hãy đặt tên khác.", "{0} exists already and was kept. Choose another name.",
                          path.toStdString()));
  const Actors by = station()->session()->actors();
  act(
      [contest = contest(), copies, by, path](Ledger& ledger) {
        return issueBallots(
            ledger, contest, copies, by, [&path](const std::string& pdf) { return writeOutputFile(path.toStdString(), pdf); },
            trf("tệp {0}", "file {0}", QFileInfo(path).fileName().toStdString()));
      },
      [this, path](PrintedBallots&& ballots) {
        emit said(words("Đã ghi {0} bản phiếu ({1} trang mỗi phiếu) vào {2}", "Ballots written to {2}: {0}, pages each: {1}",
                        ballots.copies, ballots.pages, path.toStdString()));
      });
}

void PrintModel::followJob() {
  if (m_job == 0) return;
  inBackground(
      this, [printer = m_jobPrinter, job = m_job] { return printStatus(printer, job); },
      [this, job = m_job](const Expected<PrintStatus>& status) {
        if (job != m_job) return;
        if (!status) return setJob(QStringLiteral("bad"), text(status.error().what));
        setJob(jobStateOf(status->state), text(status->what));
        if (status->over())
          m_job = 0;
        else
          m_poll.start();
      });
}

void PrintModel::cancelJob() {
  if (m_job == 0) return;
  inBackground(
      this, [printer = m_jobPrinter, job = m_job] { return cancelPrint(printer, job); },
      [this](const Expected<void>& cancelled) {
        if (!cancelled) return setError(text(cancelled.error().what));
        m_poll.start();
      });
}

void PrintModel::checkScan(const QStringList& paths) {
  const Actors by = station()->session()->actors();
  std::vector<std::string> files = m_scanState == QLatin1String("part") ? m_scanFiles : std::vector<std::string>();
  m_scanState.clear();
  m_scanText = words("Đang đọc bản quét…", "Reading the scan…");
  emit scanChanged();
  for (const QString& path : paths) files.push_back(path.toStdString());
  act(
      [contest = contest(), files, by](Ledger& ledger) -> Expected<BlankCheck> {
        std::vector<std::string> bytes;
        for (const std::string& file : files) {
          auto read = readFile(file);
          if (!read) return tl::unexpected<Error>(read.error());
          if (isOurPdf(*read))
            return fail(
                ErrorKind::Refused,
                kp::tr(
                    "Đây là tệp PDF để in, chưa phải bản quét: đọc nó không nói gì về máy in. Chưa ghi nhận gì. Hãy in một tờ, quét tờ đó rồi chọn tệp vừa quét.",
                    "This is the PDF to be printed, not a scan: reading it says nothing of the printer. Nothing was noted. Print one sheet, scan it and choose the scan."));
          bytes.push_back(std::move(*read));
        }
        auto check = checkBlankBallot(ledger, contest, bytes);
        if (!check) return check;
        if (const auto noted = noteBlankCheck(ledger, contest, *check, by); !noted) return tl::unexpected<Error>(noted.error());
        return check;
      },
      [this, files](BlankCheck&& check) {
        m_scanFiles = files;
        const bool clean = std::all_of(check.pages.begin(), check.pages.end(), [](const BlankPage& page) { return page.inOrder; });
        m_scanState = check.inOrder() ? QStringLiteral("good") : clean ? QStringLiteral("part") : QStringLiteral("bad");
        m_scanText = text(check.summary());
        m_checkPages = pagesOf(check);
        emit scanChanged();
        emit previewChanged();
      });
}

/// A ballot that an office printed is no test print of ours.
QString PrintModel::scanLine() const {
  const std::string what = m_scanText.toStdString();
  if (m_scanState == QLatin1String("part"))
    return m_learned ? words("Tờ phiếu trắng: {0}. Bấm “Đọc lại tờ phiếu trắng…” lần nữa với trang còn thiếu.",
                             "Blank ballot: {0}. Press \"Read the blank ballot back…\" again with the missing page.", what)
                     : words("Tờ in thử: {0}. Bấm “Đọc lại tờ in thử…” lần nữa với trang còn thiếu.",
                             "Test print: {0}. Press \"Read the test print back…\" again with the missing page.", what);
  if (!what.empty())
    return m_learned ? words("Tờ phiếu trắng: {0}", "Blank ballot: {0}", what) : words("Tờ in thử: {0}", "Test print: {0}", what);
  if (m_proved)
    return m_learned ? words("Tờ phiếu trắng: đã đọc lại, đúng mẫu này.", "Blank ballot: read back, it is of this form.")
                     : words("Tờ in thử: đã đọc lại, đúng mẫu này.", "Test print: read back, it is of this form.");
  return m_learned ? words("Tờ phiếu trắng: chưa đọc lại. Phải quét một tờ phiếu trắng rồi đọc lại thì mới quét được phiếu.",
                           "Blank ballot: not read back yet. One must be scanned and read back before ballots can be scanned.")
                   : words("Tờ in thử: chưa đọc lại. Phải in thử, quét rồi đọc lại thì mới quét được phiếu.",
                           "Test print: not read back yet. One must be printed, scanned and read back before ballots can be scanned.");
}

QString PrintModel::fileFor(int copies) const {
  const std::string title = plainName(m_title, kLongestFileName);
  return QStringLiteral("%1-%2-ban.pdf").arg(QString::fromStdString(title.empty() ? "phieu" : title)).arg(copies);
}

void PrintModel::setJob(const QString& state, const QString& text) {
  m_jobState = state;
  m_jobText = text;
  emit jobChanged();
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/minutes/papers_model.h"

#include <QTemporaryDir>
#include <algorithm>

#include "count/access.h"
#include "count/afterwards.h"
#include "count/medium.h"
#include "count/output_file.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/sticks.h"
#include "kiosk/frame/words.h"
#include "scanner/source/page_source.h"
#include "wiring/papers.h"

namespace kp::kiosk {
namespace {

constexpr int kTypingRests = 600;  ///< ms

struct PaperKind {
  PaperId id;
  const char* key;
  const char* file;  ///< begins the name of the saved file
  Event event;
};

const std::vector<PaperKind>& kinds() {
  static const std::vector<PaperKind> list = {{PaperId::Minutes, "minutes", "bien-ban", Event::MinutesMade},
                                              {PaperId::ResultSheet, "result-sheet", "ket-qua", Event::ResultSheetMade},
                                              {PaperId::ElectedList, "elected-list", "trung-cu", Event::ElectedListMade},
                                              {PaperId::RulingsList, "rulings-list", "phieu-da-ket-luan", Event::RulingsListMade},
                                              {PaperId::ZeroReport, "zero-report", "bien-ban-so-khong", Event::ZeroReportMade},
                                              {PaperId::Journal, "journal", "nhat-ky", Event::JournalPrinted}};
  return list;
}

const PaperKind& kindOf(const QString& key) {
  for (const PaperKind& kind : kinds())
    if (key == QLatin1String(kind.key)) return kind;
  return kinds().front();
}

QString titleOf(PaperId paper) {
  switch (paper) {
    case PaperId::Minutes: return words("Biên bản kiểm phiếu", "Minutes");
    case PaperId::ResultSheet: return words("Bảng tổng hợp kết quả", "Result sheet");
    case PaperId::ElectedList: return words("Danh sách trúng cử", "List of the elected");
    case PaperId::RulingsList: return words("Bảng kê phiếu đã kết luận", "List of rulings");
    case PaperId::ZeroReport: return words("Biên bản số không", "Zero report");
    case PaperId::Journal: break;
  }
  return words("Nhật ký kiểm phiếu", "Journal");
}

bool needsResult(PaperId paper) { return paper == PaperId::Minutes || paper == PaperId::ResultSheet || paper == PaperId::ElectedList; }

/// Why a paper that says who won cannot be made yet, and the step that mends it; "" nothing is in the way.
std::pair<QString, QString> inTheWay(const ResultLook& look) {
  if (look.closed()) return {};
  for (const StepStatus& status : look.day) {
    const bool needed = status.step == DayStep::Figures || status.step == DayStep::Scan || status.step == DayStep::KeyIn ||
                        status.step == DayStep::Adjudicate;
    const bool missing =
        (status.state == StepState::Now && needed) || (status.state == StepState::Stopped && (needed || status.step == DayStep::Compare));
    if (missing) return {words("Chưa lập được văn bản này. {0}.", "This paper cannot be made yet. {0}.", status.why), keyOf(status.step)};
  }
  return {words("Chưa lập được văn bản này vì kết quả chưa chốt. Trưởng ban và một ủy viên chốt ở bước “Kết quả”.",
                "This paper cannot be made yet: the result is not closed. The head and a member close it at step \"Result\"."),
          QStringLiteral("result")};
}

QString clock(const std::string& utc) {
  const QString local = text(localTime(utc));
  return local.mid(11, 5) + QLatin1Char(' ') + local.mid(8, 2) + QLatin1Char('/') + local.mid(5, 2);
}

/// Who noted a task and when.
QString noted(const AfterwardsState& state) {
  std::string names;
  for (const std::string& name : state.by) names += (names.empty() ? "" : ", ") + name;
  const std::string when = clock(state.time).toStdString();
  return names.empty() ? text(when) : words("{0}, {1}", "{0}, {1}", names, when);
}

/// A name in the folder that no other file has: the same paper saved again may lie there already.
QString freeName(const QString& folder, const QString& stem, const std::string& pdf) {
  for (int i = 1; i < 100; ++i) {
    const QString name = i == 1 ? stem + QStringLiteral(".pdf") : QStringLiteral("%1-%2.pdf").arg(stem).arg(i);
    const auto there = readFile((folder + QLatin1Char('/') + name).toStdString());
    if (!there || *there == pdf) return name;
  }
  return stem + QStringLiteral(".pdf");
}

Expected<MediumCopy> saveCopy(Ledger& ledger, const ShelvedPaper& paper, const QString& stem, const QString& folder, const Actors& by) {
  const auto pdf = PaperImages::bytes(paper.key);
  QTemporaryDir own;
  if (!pdf || !own.isValid())
    return fail(ErrorKind::Io, tr("Máy này không còn chỗ ghi tạm; chưa lưu gì. Hãy giải phóng đĩa rồi thử lại.",
                                  "This machine has no room for temporary files; nothing was saved. Free some disk and try again."));
  const std::string file = own.filePath(freeName(folder, stem, *pdf)).toStdString();
  if (const auto written = writeOutputFile(file, *pdf); !written) return tl::unexpected<Error>(written.error());
  return saveToMedium(ledger, {file, folder.toStdString(), by, {}});
}

}  // namespace

struct PapersModel::Loaded {
  QVariantList papers, checklist;
  QString refusal, step;
  bool closed = false;
  ShelvedPaper paper;
};

PapersModel::PapersModel(QObject* parent) : PageModel(parent), m_printing(this) {
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingRests);
  connect(&m_typing, &QTimer::timeout, this, &PapersModel::reload);
}

Expected<PapersModel::Loaded> PapersModel::load(const Ledger& ledger, const PaperRequest& request) {
  const auto look = lookAtResult(ledger, request.contest);
  if (!look) return tl::unexpected<Error>(look.error());
  const auto entries = ledger.journal().list(request.contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto archive = archiveState(ledger);
  if (!archive) return tl::unexpected<Error>(archive.error());
  Loaded out;
  out.closed = look->closed();
  std::map<std::string, QString> made;  // by event, since the count was closed
  for (const JournalEntry& entry : *entries) {
    const bool ours = entry.contest == request.contest;
    if (ours && (entry.event == toString(Event::ContestClosed) || entry.event == toString(Event::ContestReopened))) {
      const QString zero = made[toString(Event::ZeroReportMade)];
      made = {{toString(Event::ZeroReportMade), zero}};
    }
    if (ours || entry.event == toString(Event::JournalPrinted)) made[entry.event] = clock(entry.time);
  }
  for (const PaperKind& kind : kinds()) {
    if (kind.id == PaperId::ElectedList && look->contest().kind != ContestKind::Election) continue;
    const QString when = made[toString(kind.event)];
    out.papers.append(
        QVariantMap{{QStringLiteral("key"), QString::fromLatin1(kind.key)},
                    {QStringLiteral("text"), titleOf(kind.id)},
                    {QStringLiteral("made"), !when.isEmpty()},
                    {QStringLiteral("detail"), when.isEmpty() ? QString() : words("đã lập {0}", "made {0}", when.toStdString())}});
  }
  const auto item = [&out](const std::string& key, const QString& what, bool done, bool byHand, const QString& detail = {}) {
    out.checklist.append(QVariantMap{{QStringLiteral("key"), text(key)},
                                     {QStringLiteral("text"), what},
                                     {QStringLiteral("detail"), detail},
                                     {QStringLiteral("done"), done && out.closed},
                                     {QStringLiteral("byHand"), byHand}});
  };
  item("minutes", words("Lập biên bản, in và ký", "Make, print and sign the minutes"), !made[toString(Event::MinutesMade)].isEmpty(),
       false);
  item("journal", words("In nhật ký kiểm phiếu để lưu hồ sơ", "Print the journal for the files"),
       !made[toString(Event::JournalPrinted)].isEmpty(), false);
  for (const AfterwardsState& state : afterwardsIn(*entries, request.contest))
    item(toString(state.task), text(explain(state.task)), state.done, true, state.done ? noted(state) : QString());
  item("archive", words("Chép gói lưu trữ ra hai thiết bị", "Copy the package to two media"), archive->done(), false,
       !archive->packageHash.empty() && !archive->current
           ? words("Gói đã cũ: sau đó còn có việc khác. Hãy lập lại ở bước Lưu trữ.",
                   "The package is out of date: more was done since. Make it again in the step Archive.")
           : QString());
  if (needsResult(request.paper)) std::tie(out.refusal, out.step) = inTheWay(*look);
  if (!out.refusal.isEmpty()) return out;
  auto paper = PaperShelf::take(ledger, request);
  if (paper)
    out.paper = std::move(*paper);
  else
    out.refusal = text(paper.error().what);
  return out;
}

PaperRequest PapersModel::request() const {
  PaperRequest request;
  request.paper = kindOf(m_paper).id;
  request.contest = contest();
  if (isNumbered()) request.number = number().trimmed().toStdString();
  request.copies = m_copies;
  return request;
}

void PapersModel::reload() {
  look([request = request()](const Ledger& ledger) { return load(ledger, request); },
       [this, asked = ++m_request](Loaded&& loaded) {
         if (asked != m_request) return;
         m_papers = loaded.papers;
         m_closed = loaded.closed;
         m_checklist = loaded.checklist;
         m_refusal = loaded.refusal;
         m_refusalStep = loaded.step;
         m_shelved = loaded.paper;
         emit changed();
         emit previewChanged();
       });
}

void PapersModel::later() {
  emit typed();
  m_typing.start();
}

void PapersModel::setPaper(const QString& paper) {
  const QString key = QString::fromLatin1(kindOf(paper).key);
  if (key == m_paper) return;
  m_paper = key;
  emit paperChanged();
  reload();
}

QString PapersModel::title() const { return titleOf(kindOf(m_paper).id); }

QString PapersModel::number() const {
  const auto found = m_numbers.find(text(contest()));
  return found == m_numbers.end() ? QString() : found->second;
}

void PapersModel::setNumber(const QString& number) {
  if (number == this->number()) return;
  m_numbers[text(contest())] = number;
  later();
}

void PapersModel::setCopies(int copies) {
  const int within = std::clamp(copies, 1, kMostCopies);
  if (within == m_copies) return;
  m_copies = within;
  later();
}

QString PapersModel::refusalGo() const {
  if (m_refusalStep == QLatin1String("figures")) return words("Đi tới bước Số liệu phiếu", "Go to step Figures");
  if (m_refusalStep == QLatin1String("scan")) return words("Đi tới bước Quét phiếu", "Go to step Scan");
  if (m_refusalStep == QLatin1String("key-in")) return words("Đi tới bước Nhập phiếu", "Go to step Key in");
  if (m_refusalStep == QLatin1String("adjudicate")) return words("Đi tới bước Phiếu cần xem", "Go to step Ballots to see");
  if (m_refusalStep == QLatin1String("compare")) return words("Đi tới bước Đối chiếu", "Go to step Compare");
  return words("Đi tới bước Kết quả", "Go to step Result");
}

bool PapersModel::mayMake() const {
  return station() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("makePapers")));
}

bool PapersModel::mayTick() const {
  return m_closed && station() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("afterwards")));
}

bool PapersModel::isAllDone() const {
  return std::all_of(m_checklist.begin(), m_checklist.end(),
                     [](const QVariant& item) { return item.toMap().value(QStringLiteral("done")).toBool(); });
}

void PapersModel::sendToPrinter(const QString& printer) {
  if (m_typing.isActive()) return;  // what was typed is not on the paper yet
  const Actors by = station()->session()->actors();
  const PrintJob job{printer.toStdString(), title().toStdString(), m_copies, "A4", false};
  m_printing.sending();
  connect(this, &PageModel::errorChanged, &m_printing, &PrintDesk::failed, Qt::SingleShotConnection);
  act(
      [request = request(), job, by](Ledger& ledger) -> Expected<int> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        if (const auto may = mayAct(ledger, *congress, Act::MakePapers, by); !may) return tl::unexpected<Error>(may.error());
        const auto paper = PaperShelf::take(ledger, request);
        if (!paper) return tl::unexpected<Error>(paper.error());
        const auto sent = sendPdf(*PaperImages::bytes(paper->key), job);  // first sent, then noted: see noted_print.h
        if (!sent) return sent;
        if (const auto noted = PaperShelf::note(ledger, request, *paper, by); !noted) return tl::unexpected<Error>(noted.error());
        const auto printed =
            ledger.journal().append({Event::PaperPrinted,
                                     by,
                                     request.contest,
                                     std::nullopt,
                                     {},
                                     {},
                                     trf("{0}, {1} bản, máy in {2}", "{0}, {1} copies, printer {2}", job.title, job.copies, job.printer)});
        if (!printed) return printed;
        return sent;
      },
      [this, printer](int&& number) {
        disconnect(this, &PageModel::errorChanged, &m_printing, &PrintDesk::failed);
        m_printing.follow(printer, number);
      });
}

void PapersModel::save(const QString& folder) {
  const Actors by = station()->session()->actors();
  const QString stem = QString::fromLatin1(kindOf(m_paper).file) + QLatin1Char('-') + text(entryNameOf(contest()));
  act(
      [request = request(), stem, folder, by](Ledger& ledger) -> Expected<MediumCopy> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        if (const auto may = mayAct(ledger, *congress, Act::MakePapers, by); !may) return tl::unexpected<Error>(may.error());
        if (const auto gone = stickStillThere(folder); !gone) return tl::unexpected<Error>(gone.error());
        const auto paper = PaperShelf::take(ledger, request);
        if (!paper) return tl::unexpected<Error>(paper.error());
        auto copy = saveCopy(ledger, *paper, stem, folder, by);
        if (!copy) return copy;
        // only now: what lies nowhere was not made
        if (const auto noted = PaperShelf::note(ledger, request, *paper, by); !noted) return tl::unexpected<Error>(noted.error());
        return copy;
      },
      [this](MediumCopy&& copy) {
        emit said(
            words("Đã lưu {0} và đọc lại từng byte: khớp.", "{0} was saved and read back byte by byte: it agrees.", copy.file.string()));
      });
}

void PapersModel::tick(const QString& key, bool done) {
  const auto task = parseAfterwards(key.toStdString());
  if (!task) return setError(text(task.error().what));
  const Actors by = station()->session()->actors();
  // A refusal leaves the box as the person put it: loading again puts it back as the journal has it.
  act([contest = contest(), task = *task, done, by](Ledger& ledger) { return doneOr(noteAfterwards(ledger, contest, task, done, by)); },
      [](Done) {});
}

}  // namespace kp::kiosk

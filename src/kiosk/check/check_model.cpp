// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/check/check_model.h"

#include <QDateTime>
#include <QDir>
#include <QImage>
#include <QUrl>
#include <random>

#include "ballot/form.h"
#include "count/access.h"
#include "count/output_file.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/time_left.h"
#include "kiosk/frame/words.h"
#include "kiosk/print/noted_print.h"
#include "scanner/source/page_source.h"
#include "wiring/evidence_text.h"
#include "wiring/make_paper.h"
#include "wiring/rehearsal_deck.h"
#include "wiring/test_sheet.h"

namespace kp::kiosk {
namespace {

constexpr int kWatchMilliseconds = 200;     ///< how often the folder is asked how many sheets are made
constexpr int kSheetsBeforeTimeIsTold = 5;  ///< fewer say little of how fast the rest will be
constexpr int kPictureWidth = 700;          ///< px of the test sheet's picture: half of a 4K card

struct Happened {
  bool hasBallots = false;
  int pages = 1;  ///< sheets of one ballot
  std::string zeroTime, rehearsal, rehearsalTime;
};

Expected<Happened> whatHappened(const Ledger& ledger, const std::string& contest) {
  Happened out;
  const auto passes = ledger.sheets().passes(contest);
  if (!passes) return tl::unexpected<Error>(passes.error());
  out.hasBallots = !passes->empty();
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const Contest* one = congress->contest(contest))
    if (const auto form = layOut(congress->info, *one)) out.pages = static_cast<int>(form->pages.size());
  for (const JournalEntry& entry : *entries) {
    if (entry.contest != contest) continue;
    if (entry.event == toString(Event::ZeroReportMade)) out.zeroTime = entry.time;
    if (entry.event != toString(Event::RehearsalMade)) continue;
    const std::string said = evidenceText(entry);
    out.rehearsal = said.empty() ? entry.details : said;
    out.rehearsalTime = entry.time;
  }
  return out;
}

std::string localTime(const std::string& utc) {
  return QDateTime::fromString(text(utc), Qt::ISODateWithMs).toLocalTime().toString(QStringLiteral("HH:mm dd/MM/yyyy")).toStdString();
}

QString wordOf(const std::string& state) {
  if (state == "mark") return words("có dấu", "a mark");
  if (state == "unsure") return words("không rõ, cần người xem", "in doubt, for a person");
  return words("không có dấu", "no mark");
}

QString wordOf(Field field) {
  switch (field) {
    case Field::Name: return words("họ tên", "the name");
    case Field::Approve: return words("ô Đồng ý", "box Agree");
    case Field::Disapprove: return words("ô Không đồng ý", "box Disagree");
    case Field::High: return words("ô Tín nhiệm cao", "box High");
    case Field::Medium: return words("ô Tín nhiệm", "box Medium");
    case Field::Low: break;
  }
  return words("ô Tín nhiệm thấp", "box Low");
}

struct MadePaper {
  std::string pdf;
  int pages = 0;
};

}  // namespace

CheckModel::CheckModel(QObject* parent) : PageModel(parent) {
  m_watch.setInterval(kWatchMilliseconds);
  connect(&m_watch, &QTimer::timeout, this, &CheckModel::countMade);
  connect(this, &PageModel::errorChanged, this, [this] {  // an act that failed ends with its error
    if (!error().isEmpty() && m_printing.jobState() == QLatin1String("running")) m_printing.failed();
    if (error().isEmpty() || (m_stage != QLatin1String("making") && m_stage != QLatin1String("reading"))) return;
    m_deck.reset();
    setStage(QStringLiteral("failed"));
  });
}

CheckModel::~CheckModel() {
  stopRehearsal();
  dropZero();
}

void CheckModel::reload() {
  look([contest = contest()](const Ledger& ledger) { return whatHappened(ledger, contest); },
       [this](Happened&& happened) {
         m_hasBallots = happened.hasBallots;
         m_pages = happened.pages;
         m_zeroText = happened.zeroTime.empty() ? QString() : words("Đã lập lúc {0}", "Made at {0}", localTime(happened.zeroTime));
         m_lastText = happened.rehearsal.empty() ? QString()
                                                 : words("Lần chạy thử gần nhất, {0}: {1}.", "Last rehearsal, {0}: {1}.",
                                                         localTime(happened.rehearsalTime), happened.rehearsal);
         emit happenedChanged();
       });
}

void CheckModel::setStage(const QString& stage) {
  m_stage = stage;
  if (stage == QLatin1String("making"))
    m_watch.start();
  else
    m_watch.stop();
  emit rehearsalChanged();
}

/// The deck's maker says nothing while it draws, so its folder is looked at.
void CheckModel::countMade() {
  if (!m_deck) return;
  m_made = std::min(m_wanted, static_cast<int>(QDir(m_deck->path()).entryList({QStringLiteral("s*.jpg")}, QDir::Files).size()));
  emit rehearsalChanged();
}

void CheckModel::rehearse(int ballots) {
  if (m_stage == QLatin1String("making") || m_stage == QLatin1String("reading")) return;
  const int most = std::clamp(ballots, 1, kMostBallots);
  m_wanted = most * m_pages;
  m_made = m_read = 0;
  m_grade = {};
  m_deck = std::make_shared<QTemporaryDir>();
  m_stop = std::make_shared<std::atomic<bool>>(false);
  setStage(QStringLiteral("making"));
  RehearsalOptions options;
  options.ballots = most;
  options.seed = std::random_device()();  // another deck each time: a machine must not learn one by heart
  const QPointer<CheckModel> guard(this);
  const auto reading = [guard](int sheets) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, sheets] {
          if (!guard) return;
          guard->m_made = guard->m_wanted;
          guard->m_read = std::min(sheets, guard->m_wanted);
          if (sheets == 0) guard->m_reading.start();
          if (guard->m_stage != QLatin1String("done")) guard->setStage(QStringLiteral("reading"));
        },
        Qt::QueuedConnection);
  };
  const Actors by = station()->session()->actors();
  act(
      [contest = contest(), options, by, deck = m_deck, stop = m_stop, reading](Ledger& ledger) -> Expected<RehearsalGrade> {
        const std::string folder = deck->path().toStdString();
        const auto made = makeRehearsal(ledger, contest, options, folder, by);
        if (!made) return tl::unexpected<Error>(made.error());
        reading(0);
        auto grade = gradeRehearsal(ledger, contest, folder, reading, [stop] { return stop->load(); });
        if (!grade) return grade;
        if (const auto noted = noteRehearsal(ledger, contest, *grade, by); !noted) return tl::unexpected<Error>(noted.error());
        return grade;
      },
      [this](RehearsalGrade&& grade) {
        m_grade = std::move(grade);
        m_deck.reset();
        setStage(QStringLiteral("done"));
      });
}

void CheckModel::stopRehearsal() {
  if (m_stop) m_stop->store(true);
}

QString CheckModel::rehearsalText() const {
  if (m_stage == QLatin1String("making"))
    return words("Đang in và đánh dấu tờ phiếu thử: {0} / {1}", "Printing and marking rehearsal sheets: {0} of {1}", m_made, m_wanted);
  if (m_stage == QLatin1String("reading")) {
    const QString read = words("Đang đọc tờ phiếu thử: {0} / {1}", "Reading rehearsal sheets: {0} of {1}", m_read, m_wanted);
    if (m_read < kSheetsBeforeTimeIsTold) return read;
    const auto left = m_reading.elapsed() * (m_wanted - m_read) / m_read / 1000;
    return read + QStringLiteral(" · ") + timeLeftText(static_cast<int>(left));
  }
  if (m_stage != QLatin1String("done")) return {};
  return text(gradeText(m_grade)) + QLatin1Char('.');
}

QVariantList CheckModel::wrongOnes() const {
  QVariantList list;
  for (const WrongReading& one : m_grade.wrong)
    list.append(QVariantMap{{QStringLiteral("file"), text(one.file)},
                            {QStringLiteral("candidate"), text(one.candidate)},
                            {QStringLiteral("field"), wordOf(one.field)},
                            {QStringLiteral("marked"), wordOf(one.marked)},
                            {QStringLiteral("read"), wordOf(one.read)}});
  return list;
}

void CheckModel::testScanner(const QString& scanner) {
  if (m_testing || scanner.isEmpty()) return;
  m_testing = true;
  m_testText = words("Đang đưa một tờ vào máy quét…", "Feeding one sheet…");
  m_testPicture.clear();
  emit testChanged();
  struct Tested {
    TestSheet sheet;
    QImage picture;
  };
  inBackground(
      this,
      [file = station()->file().toStdString(), address = scanner.toStdString()]() -> Expected<Tested> {
        const auto ledger = Ledger::open(file, Ledger::Mode::ReadOnly);
        if (!ledger) return tl::unexpected<Error>(ledger.error());
        auto sheet = scanTestSheet(*ledger, address);
        if (!sheet) return tl::unexpected<Error>(sheet.error());
        QImage picture = QImage::fromData(QByteArray::fromStdString(sheet->png));
        if (picture.width() > kPictureWidth) picture = picture.scaledToWidth(kPictureWidth, Qt::SmoothTransformation);
        return Tested{std::move(*sheet), std::move(picture)};
      },
      [this](Expected<Tested>&& tested) {
        m_testing = false;
        m_testGood = tested.has_value();
        m_testText = text(tested ? tested->sheet.says : tested.error().what);
        const QString file = m_pictures.filePath(QStringLiteral("to-%1.png").arg(++m_pictureNumber));
        if (tested && tested->picture.save(file)) m_testPicture = QUrl::fromLocalFile(file).toString();
        emit testChanged();
      });
}

void CheckModel::makeZeroReport() {
  const Actors by = station()->session()->actors();
  act(
      [contest = contest(), by](Ledger& ledger) -> Expected<MadePaper> {
        const PaperRequest request{PaperId::ZeroReport, contest};
        auto pdf = makePaper(ledger, request);
        if (!pdf) return tl::unexpected<Error>(pdf.error());
        const auto pages = countPages(*pdf);
        if (!pages) return tl::unexpected<Error>(pages.error());
        if (const auto noted = notePaper(ledger, request, *pdf, by); !noted) return tl::unexpected<Error>(noted.error());
        return MadePaper{std::move(*pdf), *pages};
      },
      [this](MadePaper&& paper) {
        dropZero();
        m_zeroPages = paper.pages;
        m_zeroKey = PaperImages::keep(std::move(paper.pdf));
        emit zeroChanged();
      });
}

void CheckModel::saveZeroReport(const QString& path) {
  const auto pdf = PaperImages::bytes(m_zeroKey);
  if (!pdf) return;
  inBackground(
      this, [pdf, path] { return doneOr(writeOutputFile(path.toStdString(), *pdf)); },
      [this, path](const Expected<Done>& written) {
        if (!written) return setError(text(written.error().what));
        emit savedTo(path);
      });
}

void CheckModel::printZeroReport(const QString& printer) {
  const auto pdf = PaperImages::bytes(m_zeroKey);
  if (!pdf || printer.isEmpty()) return;
  const Actors by = station()->session()->actors();
  const PrintJob job{printer.toStdString(), words("Biên bản số không", "Zero report").toStdString(), 1, "A4", false};
  m_printing.sending();
  act([contest = contest(), pdf, job, by](Ledger& ledger) { return printAndNote(ledger, *pdf, job, contest, by); },
      [this, printer](int&& number) { m_printing.follow(printer, number); });
}

void CheckModel::dropZero() {
  if (!m_zeroKey.isEmpty()) PaperImages::drop(m_zeroKey);
  m_zeroKey.clear();
  m_zeroPages = 0;
}

}  // namespace kp::kiosk

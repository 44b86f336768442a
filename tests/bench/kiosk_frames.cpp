// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of the kiosk while sheets come in: the real window (offscreen, software rendering) with the scanning screen open, a real congress file, and a scanner that
// delivers sheets at a steady rate. Storing (acting desk), adding up (looking desk), decoding thumbnails (image thread) and drawing run as on the day; in place of reading,
// which few cores do at 100 pages a second, as many threads as there are cores decode scans without a pause.
//
// usage: kiosk_frames SCANS-FOLDER [--readers 2] [--rate 100] [--seconds 20] [--size 1280x800] [--names 42]
// Prints the longest and the usual gaps between frames and between turns of the event loop, and the longest CPU time of the UI thread in one turn, which does not depend
// on what else runs on the machine. Exit 1 when a turn takes longer than 33 ms of CPU time, or QML warned.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <thread>

#include "kiosk/frame/window.h"
#include "kiosk/scan/scanning.h"
#include "scanner/source/page_source.h"

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

using kp::kiosk::Scanning;

constexpr double kLimit = 33;          ///< ms: two frames of a 60 Hz screen
constexpr int kBatchesPerSecond = 20;  ///< transactions, as takeIn() makes them (50 ms each)
constexpr int kWarmUpMilliseconds = 1500;

double threadCpu() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Gaps between calls, in ms.
struct Gaps {
  std::vector<double> all;
  double last = -1;
  void note(double now) {
    if (last >= 0) all.push_back(now - last);
    last = now;
  }
  void print(const char* what) {
    std::sort(all.begin(), all.end());
    if (all.empty()) return;
    const auto at = [this](double share) { return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))]; };
    std::printf("%-34s n %6zu  median %6.2f ms  99 %% %6.2f ms  99.9 %% %6.2f ms  longest %6.2f ms  over 33 ms: %ld\n", what, all.size(),
                at(0.5), at(0.99), at(0.999), all.back(), std::count_if(all.begin(), all.end(), [](double g) { return g > kLimit; }));
  }
  double longest() const { return all.empty() ? 0 : *std::max_element(all.begin(), all.end()); }
};

kp::Congress congressOf(int names) {
  kp::Congress congress;
  congress.info.id = "do";
  congress.info.name = "Đại hội đo tốc độ màn hình";
  congress.info.issuer = "ĐẢNG BỘ ĐO";
  congress.info.date = "2026-11-22";
  congress.committee = {{"Hoàng Văn Trưởng", kp::Role::Head}, {"Lò Thị Ủy", kp::Role::Member}};
  kp::Contest contest;
  contest.id = "bch";
  contest.title = "Bầu Ban Chấp hành";
  contest.seats = names - names / 4;
  for (int i = 1; i <= names; ++i) contest.candidates.push_back({"c" + std::to_string(i), "Nguyễn Văn Người " + std::to_string(i), ""});
  congress.contests = {contest};
  return congress;
}

/// One sheet of the scans, made another file by a number behind its end, read as a ballot that is clear four times of five.
kp::SheetIntake sheetOf(const QByteArray& scan, int number, const kp::Contest& contest) {
  kp::SheetIntake sheet;
  sheet.expected = contest.id;
  sheet.sourceName = "scan-" + std::to_string(number) + ".jpg";
  sheet.source = std::make_shared<const kp::SourceFile>(scan.toStdString() + std::to_string(number));
  sheet.reading.contest = contest.id;
  sheet.reading.page = 1;
  sheet.reading.dpi = 200;
  sheet.reading.widthPx = 1654;
  sheet.reading.heightPx = 2339;
  const auto names = contest.candidates.size();
  for (std::size_t i = 0; i < names; ++i) {
    kp::MarkReading mark;
    mark.candidate = i;
    const bool struck = i >= static_cast<std::size_t>(contest.seats);
    mark.state = struck ? kp::MarkState::Mark : number % 5 == 0 && i == 3 ? kp::MarkState::Unsure : kp::MarkState::None;
    sheet.reading.marks.push_back(mark);
  }
  return sheet;
}

/// Delivers sheets at `rate` a second, in transactions as takeIn() makes them.
kp::Expected<kp::IntakeReport> deliver(kp::Ledger& ledger, const kp::ScanRequest& request, const QList<QByteArray>& scans, int rate,
                                       int seconds, int readers) {
  const auto congress = ledger.congress().load();
  std::vector<std::jthread> busy;  // started on the desk's thread, as the reader's threads are
  for (int i = 0; i < readers; ++i)
    busy.emplace_back([&scans, i](const std::stop_token& stop) {
      for (int page = i; !stop.stop_requested(); ++page) (void)kp::decodePage(scans[page % scans.size()].toStdString(), 0, true);
    });
  kp::IntakeReport report;
  const auto start = std::chrono::steady_clock::now();
  for (int batch = 0; batch < seconds * kBatchesPerSecond && !request.stop(); ++batch) {
    std::this_thread::sleep_until(start + std::chrono::milliseconds(1000 / kBatchesPerSecond) * batch);
    std::vector<kp::SheetIntake> sheets;
    while (report.total.stored + static_cast<int>(sheets.size()) < (batch + 1) * rate / kBatchesPerSecond) {
      const int number = report.total.stored + static_cast<int>(sheets.size()) + 1;
      sheets.push_back(sheetOf(scans[number % scans.size()], number, congress->contests.front()));
    }
    const auto ids = ledger.sheets().append(sheets, {});
    if (!ids) return tl::unexpected<kp::Error>(ids.error());
    report.total.stored += static_cast<int>(sheets.size());
    report.total.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    request.progress(report.total);
  }
  return report;
}

void turn(int milliseconds) {
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < milliseconds) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // pages replaced while the window started
  }
}

QList<QByteArray> readScans(const QString& folder) {
  QList<QByteArray> scans;
  for (const QString& name : QDir(folder).entryList({QStringLiteral("*.jpg")}, QDir::Files)) {
    QFile file(QDir(folder).filePath(name));
    if (file.open(QIODevice::ReadOnly)) scans.append(file.readAll());
  }
  return scans;
}

}  // namespace

int main(int argc, char** argv) {
  QTemporaryDir folder;
  qputenv("XDG_CONFIG_HOME", folder.path().toUtf8());
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QCommandLineParser options;
  options.addOptions({{QStringLiteral("rate"), {}, QStringLiteral("SHEETS"), QStringLiteral("100")},
                      {QStringLiteral("seconds"), {}, QStringLiteral("S"), QStringLiteral("20")},
                      {QStringLiteral("readers"), {}, QStringLiteral("N"), QString::number(std::thread::hardware_concurrency())},
                      {QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1280x800")},
                      {QStringLiteral("names"), {}, QStringLiteral("N"), QStringLiteral("42")}});
  options.process(application);
  const QList<QByteArray> scans = readScans(options.positionalArguments().value(0));
  if (scans.isEmpty()) {
    std::fputs("usage: kiosk_frames SCANS-FOLDER [options]\n", stderr);
    return 2;
  }
  const int rate = options.value(QStringLiteral("rate")).toInt(), seconds = options.value(QStringLiteral("seconds")).toInt();
  const int readers = options.value(QStringLiteral("readers")).toInt();
  const QString file = folder.filePath(QStringLiteral("do.kiemphieu"));
  if (!kp::Ledger::create(file.toStdString(), congressOf(options.value(QStringLiteral("names")).toInt()))) return 1;

  kp::kiosk::Station station(folder.path());
  kp::kiosk::Window window(station);
  if (!window.show(false, QStringLiteral("scan"))) return 1;
  const QStringList size = options.value(QStringLiteral("size")).split(QLatin1Char('x'));
  window.window()->resize(size.value(0).toInt(), size.value(1).toInt());
  station.openFile(file);
  turn(kWarmUpMilliseconds);

  Scanning& scanning = Scanning::of(station);
  scanning.setRunner(
      [&](kp::Ledger& ledger, const kp::ScanRequest& request) { return deliver(ledger, request, scans, rate, seconds, readers); });
  Gaps frames, turns, work;
  QElapsedTimer clock;
  clock.start();
  const auto now = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
  QObject::connect(window.window(), &QQuickWindow::frameSwapped, [&] {
    frames.note(now());
    window.window()->update();  // always another frame, so that every gap is seen
  });
  kp::ScanRequest request;
  request.sources = {"sane:do"};
  request.contest = "bch";
  scanning.start(request);
  turn(kWarmUpMilliseconds);  // fonts, first pictures
  frames = turns = work = {};
  window.window()->update();
  while (scanning.isActive()) {
    QCoreApplication::processEvents(QEventLoop::AllEvents);
    turns.note(now());
    work.note(threadCpu());
  }
  std::printf("%d sheets in %.1f s, %s\n", scanning.progress().stored, scanning.progress().seconds,
              qPrintable(options.value(QStringLiteral("size"))));
  frames.print("gaps between frames");
  turns.print("turns of the event loop");
  work.print("UI thread's CPU time in a turn");
  for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
  return work.longest() > kLimit || !window.warnings().isEmpty() ? 1 : 0;
}

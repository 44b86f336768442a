// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of the kiosk while sheets come in: the real window (offscreen, software rendering in the UI thread) with the scanning screen open, a copy of a sample's
// congress file, and a scanner that delivers its sheets, read beforehand, at a steady rate. Storing (acting desk), adding up (looking desk), decoding thumbnails (image
// thread) and drawing run as on the day; so do the kiosk's reading threads, which decode and read the sample's scans without a pause all the while. How many pages they
// read is said: few cores read 100 a second, and what must hold is that the screen does not feel them.
//
// usage: kiosk_frames SAMPLE CONTEST [--readers N] [--rate 100] [--seconds 20] [--size 1280x800] [--ordinary] [--whole]
// Qt draws no frame where nothing has changed, so a bar as high as the window runs across it, moved every 16 ms as an animation at 60 Hz would: a frame is wanted all the
// time, and each gap between two of them is the screen's delay. --whole makes every frame draw the whole window anew, the most there can be to draw. For each gap: the clock,
// the UI thread's CPU time, how long it was ready to run but had no core, and the rest, which it slept until the bar moved again or was held up. --ordinary leaves the UI
// thread with the priority of any program, as where the kiosk is started by hand.
// Exit 1 when a gap holds more than 33 ms of CPU time or of being held up, frames are missing, or QML warned; waiting for a core that another program has is not the
// kiosk's doing.
#include <fcntl.h>
#include <unistd.h>

#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

#include "kiosk/frame/urgency.h"
#include "kiosk/frame/window.h"
#include "kiosk/scan/scanning.h"
#include "scanner/source/page_source.h"
#include "wiring/forms.h"

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

using kp::kiosk::Scanning;
using Clock = std::chrono::steady_clock;

constexpr double kLimit = 33;              ///< ms: two frames of a 60 Hz screen
constexpr int kFrameMilliseconds = 16;     ///< 60 Hz, rounded down: a frame more is drawn, never one less
constexpr int kBarStep = 12;               ///< px a frame: across 1280 px in 1.8 s
constexpr int kBatchesPerSecond = 20;      ///< transactions, as takeIn() makes them (50 ms each)
constexpr int kWarmUpMilliseconds = 1500;  ///< fonts, first pictures
constexpr std::size_t kShown = 5;          ///< longest gaps shown one by one

/// Where a thread's time went, in ms: the clock, on a core, ready but without a core. What is left it slept or waited for something.
struct Times {
  double clock = 0, cpu = 0, waiting = 0;
  double rest() const { return std::max(0.0, clock - cpu - waiting); }
  Times operator-(const Times& o) const { return {clock - o.clock, cpu - o.cpu, waiting - o.waiting}; }
};

/// The calling thread's times so far, from the scheduler's own books (proc(5), schedstat).
class ThreadTimes {
 public:
  ThreadTimes() : m_file(::open(("/proc/self/task/" + std::to_string(::gettid()) + "/schedstat").c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~ThreadTimes() { ::close(m_file); }
  ThreadTimes(const ThreadTimes&) = delete;
  ThreadTimes& operator=(const ThreadTimes&) = delete;
  Times now() const {
    std::array<char, 64> text{};
    unsigned long long cpu = 0, waiting = 0;
    if (::pread(m_file, text.data(), text.size() - 1, 0) > 0) std::sscanf(text.data(), "%llu %llu", &cpu, &waiting);
    const auto clock = std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count();
    return {clock, static_cast<double>(cpu) / 1e6, static_cast<double>(waiting) / 1e6};
  }

 private:
  int m_file;
};

void printSorted(const char* what, std::vector<double> all) {
  std::sort(all.begin(), all.end());
  if (all.empty()) return;
  const auto at = [&all](double share) { return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))]; };
  std::printf("%-46s n %5zu  median %6.2f ms  99 %% %6.2f ms  99.9 %% %6.2f ms  longest %6.2f ms  over 33 ms: %ld\n", what, all.size(),
              at(0.5), at(0.99), at(0.999), all.back(), std::count_if(all.begin(), all.end(), [](double g) { return g > kLimit; }));
}

/// Gaps between frames with where the UI thread was meanwhile.
struct Gaps {
  std::vector<Times> all;
  std::optional<Times> last;
  void note(const Times& now) {
    if (last) all.push_back(now - *last);
    last = now;
  }
  void print() const {
    const auto each = [this](auto of) {
      std::vector<double> values(all.size());
      std::transform(all.begin(), all.end(), values.begin(), of);
      return values;
    };
    printSorted("gaps between frames, on the clock", each([](const Times& t) { return t.clock; }));
    printSorted("  of which CPU time of the UI thread", each([](const Times& t) { return t.cpu; }));
    printSorted("  of which ready to run, no core free", each([](const Times& t) { return t.waiting; }));
    printSorted("  the rest: asleep till the next frame, held up", each([](const Times& t) { return t.rest(); }));
    auto sorted = all;
    std::sort(sorted.begin(), sorted.end(), [](const Times& a, const Times& b) { return a.clock > b.clock; });
    for (std::size_t i = 0; i < std::min(kShown, sorted.size()); ++i)
      std::printf("  gap of %6.2f ms: CPU %6.2f, no core %6.2f, rest %6.2f\n", sorted[i].clock, sorted[i].cpu, sorted[i].waiting,
                  sorted[i].rest());
  }
  /// Too long for any reason but another program's having the core, or hardly any at all: the bar did not move.
  bool ofOurDoing(double seconds) const {
    return static_cast<double>(all.size()) < seconds * 1000 / kLimit ||
           std::any_of(all.begin(), all.end(), [](const Times& t) { return t.cpu + t.rest() > kLimit; });
  }
};

/// A scan of the sample and what the reader makes of it.
struct Scan {
  std::string bytes;
  kp::PageReading reading;
};

/// What the run stands on: made before it.
struct Sample {
  std::string contest;
  std::vector<Scan> scans;
  std::unique_ptr<kp::Reader> reader;
};

/// The sample's file copied to `file`, its forms, its scans with their readings.
std::optional<Sample> prepare(const QString& folder, const QString& contest, const QString& file) {
  if (!QFile::copy(folder + QStringLiteral("/mau.kiemphieu"), file)) return {};
  const auto ledger = kp::Ledger::open(file.toStdString(), kp::Ledger::Mode::ReadWrite);
  if (!ledger) return {};
  const auto congress = ledger->congress().load();
  const auto key = ledger->keys().codeKey();
  if (!congress || !key) return {};
  Sample sample;
  sample.contest = contest.toStdString();
  auto forms = kp::readingForms(*congress, *key, sample.contest);
  if (!forms) return {};
  sample.reader = std::make_unique<kp::Reader>(std::move(*forms), *key, kp::congressTag(congress->info), sample.contest);
  const QDir scans(folder + QStringLiteral("/scans/") + contest);
  for (const QString& name : scans.entryList({QStringLiteral("*.jpg")}, QDir::Files)) {
    QFile scan(scans.filePath(name));
    if (!scan.open(QIODevice::ReadOnly)) return {};
    Scan one{scan.readAll().toStdString(), {}};
    const auto page = kp::decodePage(one.bytes, 0, true);
    if (!page) continue;
    one.reading = sample.reader->read(*page);
    sample.scans.push_back(std::move(one));
  }
  if (sample.scans.empty()) return {};
  return sample;
}

/// Scan `number` of the run, made another file by the number behind its end.
kp::SheetIntake sheetOf(const Sample& sample, int number) {
  const Scan& scan = sample.scans[static_cast<std::size_t>(number) % sample.scans.size()];
  kp::SheetIntake sheet;
  sheet.expected = sample.contest;
  sheet.sourceName = "scan-" + std::to_string(number) + ".jpg";
  sheet.source = std::make_shared<const kp::SourceFile>(scan.bytes + std::to_string(number));
  sheet.reading = scan.reading;
  return sheet;
}

/// Delivers sheets at `rate` a second, in transactions as takeIn() makes them, while request.threads threads read pages as its pipeline does.
kp::Expected<kp::IntakeReport> deliver(kp::Ledger& ledger, const kp::ScanRequest& request, const Sample& sample, int rate, int seconds,
                                       std::atomic<int>& pagesRead) {
  std::vector<std::jthread> readers;  // started on the desk's thread, as takeIn()'s are
  for (int i = 0; i < request.threads; ++i)
    readers.emplace_back([&, i](const std::stop_token& stop) {
      if (request.readingThread) request.readingThread();
      for (std::size_t n = static_cast<std::size_t>(i); !stop.stop_requested(); ++n) {
        const auto page = kp::decodePage(sample.scans[n % sample.scans.size()].bytes, 0, true);
        if (page && !sample.reader->read(*page).contest.empty()) ++pagesRead;
      }
    });
  kp::IntakeReport report;
  const auto start = Clock::now();
  for (int batch = 0; batch < seconds * kBatchesPerSecond && !request.stop(); ++batch) {
    std::this_thread::sleep_until(start + std::chrono::milliseconds(1000 / kBatchesPerSecond) * batch);
    std::vector<kp::SheetIntake> sheets;
    while (report.total.stored + static_cast<int>(sheets.size()) < (batch + 1) * rate / kBatchesPerSecond)
      sheets.push_back(sheetOf(sample, report.total.stored + static_cast<int>(sheets.size()) + 1));
    const auto ids = ledger.sheets().append(sheets, {});
    if (!ids) return tl::unexpected<kp::Error>(ids.error());
    report.total.stored += static_cast<int>(sheets.size());
    report.total.seconds = std::chrono::duration<double>(Clock::now() - start).count();
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

/// What moves: a bar over whatever the page draws, or all of the window a shade lighter or darker.
std::unique_ptr<QQuickItem> movingItem(QQuickWindow& window, bool whole) {
  QQmlComponent component(qmlEngine(&window));
  component.setData(whole
                        ? "import QtQuick\nRectangle { z: 1e7; width: parent.width; height: parent.height; color: 'black'; opacity: 0.02 }"
                        : "import QtQuick\nRectangle { z: 1e7; width: 24; height: parent.height; color: 'black'; opacity: 0.5 }",
                    {});
  std::unique_ptr<QQuickItem> item(qobject_cast<QQuickItem*>(
      component.createWithInitialProperties({{QStringLiteral("parent"), QVariant::fromValue(window.contentItem())}}, qmlContext(&window))));
  if (!item) std::fputs(qPrintable(component.errorString()), stderr);
  return item;
}

/// Moves something every 16 ms until the run is through and notes the gaps between frames, but those of the first kWarmUpMilliseconds.
Gaps measure(QQuickWindow& window, const Scanning& scanning, bool whole) {
  Gaps gaps;
  const auto moving = movingItem(window, whole);
  if (!moving) return gaps;
  const ThreadTimes times;
  QElapsedTimer since;
  since.start();
  QTimer frame;
  frame.setTimerType(Qt::PreciseTimer);
  QObject::connect(&frame, &QTimer::timeout, moving.get(), [&] {
    if (whole)
      moving->setOpacity(moving->opacity() > 0.03 ? 0.02 : 0.04);
    else
      moving->setX(moving->x() + kBarStep > window.width() - moving->width()
                       ? 0
                       : moving->x() + kBarStep);  // outside of the window it asks for no frame
  });
  const auto noting = QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [&] {
    if (since.elapsed() > kWarmUpMilliseconds) gaps.note(times.now());
  });
  frame.start(kFrameMilliseconds);
  QEventLoop loop;
  QObject::connect(&scanning, &Scanning::stateChanged, &loop, [&] {
    if (!scanning.isActive()) loop.quit();
  });
  loop.exec();
  QObject::disconnect(noting);
  return gaps;
}

void addOptions(QCommandLineParser& options) {
  options.addOptions({{QStringLiteral("rate"), {}, QStringLiteral("SHEETS"), QStringLiteral("100")},
                      {QStringLiteral("seconds"), {}, QStringLiteral("S"), QStringLiteral("20")},
                      {QStringLiteral("readers"), {}, QStringLiteral("N"), QString::number(kp::kiosk::readingThreads())},
                      {QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1280x800")},
                      {QStringLiteral("ordinary"), {}},
                      {QStringLiteral("whole"), {}}});
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
  addOptions(options);
  options.process(application);
  const QString file = folder.filePath(QStringLiteral("do.kiemphieu"));
  const auto sample = prepare(options.positionalArguments().value(0), options.positionalArguments().value(1), file);
  if (!sample) {
    std::fputs("usage: kiosk_frames SAMPLE CONTEST [options], as kiosk_frames samples/huyen bch\n", stderr);
    return 2;
  }
  kp::kiosk::Station station(folder.path());
  kp::kiosk::Window window(station);
  if (!window.show(false, QStringLiteral("scan"))) return 1;
  const QStringList size = options.value(QStringLiteral("size")).split(QLatin1Char('x'));
  window.window()->resize(size.value(0).toInt(), size.value(1).toInt());
  station.openFile(file);
  turn(kWarmUpMilliseconds);
  station.setContest(QString::fromStdString(sample->contest));
  turn(kWarmUpMilliseconds);

  const bool urgent = !options.isSet(QStringLiteral("ordinary")) && kp::kiosk::setUrgency(kp::kiosk::Urgency::Screen);
  const int seconds = options.value(QStringLiteral("seconds")).toInt(), rate = options.value(QStringLiteral("rate")).toInt();
  std::atomic<int> pagesRead = 0;
  Scanning& scanning = Scanning::of(station);
  scanning.setRunner(
      [&](kp::Ledger& ledger, const kp::ScanRequest& request) { return deliver(ledger, request, *sample, rate, seconds, pagesRead); });
  kp::ScanRequest request;
  request.sources = {"sane:do"};
  request.contest = sample->contest;
  request.threads = options.value(QStringLiteral("readers")).toInt();
  scanning.start(request);
  const Gaps gaps = measure(*window.window(), scanning, options.isSet(QStringLiteral("whole")));
  const auto done = scanning.progress();
  std::printf("%d sheets in %.1f s (%.1f a second), meanwhile %d pages read by %d thread(s) (%.1f a second); window %s, UI thread %s\n",
              done.stored, done.seconds, done.stored / done.seconds, pagesRead.load(), request.threads, pagesRead / done.seconds,
              qPrintable(options.value(QStringLiteral("size"))), urgent ? "before everything else" : "as any program");
  gaps.print();
  if (scanning.state() != Scanning::State::Finished) std::fputs((scanning.error().what + '\n').c_str(), stderr);
  for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
  return gaps.ofOurDoing(done.seconds - kWarmUpMilliseconds / 1000.0) || !window.warnings().isEmpty() ||
                 scanning.state() != Scanning::State::Finished
             ? 1
             : 0;
}

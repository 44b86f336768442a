// SPDX-License-Identifier: GPL-3.0-or-later
// kiemphieu-kiosk: the whole day of a congress on one screen. This file only wires: options, one instance a file, station, window.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQuickStyle>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <set>
#include <string>

#include "kiosk/frame/end_in_order.h"
#include "kiosk/frame/single_instance.h"
#include "kiosk/frame/urgency.h"
#include "kiosk/frame/window.h"
#include "kiosk/scan/scanning.h"
#include "kiosk/scan/shutdown_delay.h"

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

constexpr int kSelfTestMilliseconds = 1500;  ///< long enough to open a file and draw

QString dataFolder(const QCommandLineParser& options) {
  const QString given = options.value(QStringLiteral("data"));
  const QString folder =
      given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/KiemPhieu") : given;
  QDir().mkpath(folder);
  return folder;
}

QString fileToOpen(const QCommandLineParser& options) {
  if (!options.positionalArguments().isEmpty()) return QFileInfo(options.positionalArguments().constFirst()).absoluteFilePath();
  const QFileInfo last(QSettings().value(QStringLiteral("file")).toString());
  const QString folder = options.value(QStringLiteral("data"));
  // another folder given, another congress meant
  if (!last.exists() || (!folder.isEmpty() && last.canonicalPath() != QFileInfo(folder).canonicalFilePath())) return {};
  return last.filePath();
}

/// The machine's technician's PIN, from standard input so that it stands in no list of processes.
int setMachinePinFromInput(const char* file) {
  std::string pin;
  std::getline(std::cin, pin);
  const auto set = kp::setMachinePin(file, pin);
  if (!set) std::fputs((set.error().what + '\n').c_str(), stderr);
  return set ? 0 : 1;
}

/// The UI thread, and the thread that draws where that is another, before everything else of the machine. Where the system does not allow it, as any program.
void drawFirst(QQuickWindow* window) {
  kp::kiosk::setUrgency(kp::kiosk::Urgency::Screen);
  QObject::connect(
      window, &QQuickWindow::beforeRendering, window,
      [] {
        thread_local const bool set = kp::kiosk::setUrgency(kp::kiosk::Urgency::Screen);
        (void)set;
      },
      Qt::DirectConnection);
}

/// Leaving with a PIN, told to whoever restarts the program (packaging/kiosk/session.sh) by a file: an end without it is a crash or a power cut.
void leaveWith(kp::kiosk::Window& window, const QString& mark) {
  QObject::connect(&window.leaving(), &kp::kiosk::Leaving::left, &window, [mark] {
    QFile file(mark);
    if (!mark.isEmpty() && !file.open(QIODevice::WriteOnly))
      std::fputs(qPrintable(mark + QLatin1String(": ") + file.errorString() + QLatin1Char('\n')), stderr);
    QCoreApplication::quit();
  });
}

void addOptions(QCommandLineParser& options) {
  options.setApplicationDescription(QStringLiteral("Kiểm Phiếu – kiosk"));
  options.addHelpOption();
  options.addVersionOption();
  options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Tệp đại hội / congress file"), QStringLiteral("[FILE]"));
  options.addOption({QStringLiteral("lang"), QStringLiteral("vi | en"), QStringLiteral("LANGUAGE"), QStringLiteral("vi")});
  options.addOption({QStringLiteral("data"), QStringLiteral("Thư mục tệp đại hội / folder of congress files"), QStringLiteral("FOLDER")});
  options.addOption({QStringLiteral("windowed"), QStringLiteral("Không chiếm toàn màn hình / not full screen")});
  options.addOption({QStringLiteral("self-test"), QStringLiteral("Mở mọi màn hình rồi thoát / load every screen and leave")});
  options.addOption({QStringLiteral("machine-pin"), QStringLiteral("Tệp mã kỹ thuật của máy / file of the machine's technician's PIN"),
                     QStringLiteral("FILE"), QStringLiteral("/etc/kiemphieu/technician.pin")});
  options.addOption({QStringLiteral("set-machine-pin"),
                     QStringLiteral("Đặt mã kỹ thuật, đọc từ đầu vào chuẩn / set it, read from standard input"), QStringLiteral("FILE")});
  options.addOption({QStringLiteral("left-mark"), QStringLiteral("Tệp ghi nhận đã rời bằng mã / file made when left with a PIN"),
                     QStringLiteral("FILE")});
}

/// Asked for help or the version it answers, and ends, where there is no display too.
void answerOnConsole(int argc, char** argv) {
  const std::set<std::string> questions = {"-h", "--help", "--help-all", "-v", "--version"};
  if (std::none_of(argv + 1, argv + argc, [&](const char* word) { return questions.count(word) > 0; })) return;
  const QCoreApplication console(argc, argv);
  QCommandLineParser options;
  addOptions(options);
  options.process(console);
}

/// Whether the file could be opened and every page made without a complaint; complaints, the file, the page and how many were made go to the console.
int selfTest(kp::kiosk::Window& window, kp::kiosk::Station& station, const QString& file) {
  bool good = station.file() == file;
  int made = 0;
  for (const QVariant& page : window.window()->property("pages").toMap()) {
    QQmlComponent component(&window.engine(), QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/") + page.toString()),
                            QQmlComponent::PreferSynchronous);
    const std::unique_ptr<QObject> screen(
        component.createWithInitialProperties({{QStringLiteral("station"), QVariant::fromValue(&station)}}));
    if (screen)
      ++made;
    else
      std::fputs(qPrintable(component.errorString()), stderr);
    good = good && screen;
  }
  good = good && window.warnings().isEmpty();
  for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
  const QString page = window.window()->property("page").toString();
  std::printf("file: %s\npage: %s\nplatform: %s\npages: %d\n", qPrintable(station.file()), qPrintable(page),
              qPrintable(QGuiApplication::platformName()), made);
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "--set-machine-pin") return setMachinePinFromInput(argv[2]);
  QGuiApplication::setApplicationName(QStringLiteral("kiemphieu"));
  QGuiApplication::setOrganizationName(QStringLiteral("kiemphieu"));
  QGuiApplication::setApplicationVersion(QStringLiteral(KP_VERSION));
  answerOnConsole(argc, argv);
  if (!qEnvironmentVariableIsSet("QT_IM_MODULE")) qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
  qputenv("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1");  // its own window over half of the screen, whenever a field has the focus
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));

  QCommandLineParser options;
  addOptions(options);
  options.process(application);
  if (options.value(QStringLiteral("lang")) == QLatin1String("en")) kp::setLanguage(kp::Language::English);

  const QString file = fileToOpen(options);
  kp::kiosk::SingleInstance instance(file);
  if (!instance.isFirst()) {
    std::fputs(qPrintable(instance.message() + QLatin1Char('\n')), stderr);
    return 1;
  }
  kp::kiosk::Station station(dataFolder(options));
  kp::kiosk::Window window(station);
  if (!window.show(!options.isSet(QStringLiteral("windowed")))) {
    for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
    return 1;
  }
  QObject::connect(&instance, &kp::kiosk::SingleInstance::asked, window.window(), [&window] {
    window.window()->raise();
    window.window()->requestActivate();
  });
  QObject::connect(&station, &kp::kiosk::Station::fileChanged, &instance, [&] {
    if (!station.isOpening()) instance.follow(station.file());
  });
  const QString settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
  QDir().mkpath(settings);
  window.leaving().setMachinePin(options.value(QStringLiteral("machine-pin")), settings + QStringLiteral("/technician-tries"));
  leaveWith(window, options.value(QStringLiteral("left-mark")));
  drawFirst(window.window());
  kp::kiosk::endInOrder(station);
  new kp::kiosk::ShutdownDelay(kp::kiosk::Scanning::of(station));  // which owns it
  if (!file.isEmpty()) station.openFile(file);
  QTimer testing;
  QObject::connect(&testing, &QTimer::timeout, &application, [&] {
    if (!station.isOpening()) QCoreApplication::exit(selfTest(window, station, file));
  });
  if (options.isSet(QStringLiteral("self-test"))) testing.start(kSelfTestMilliseconds);
  return QGuiApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// kiemphieu-kiosk: the whole day of a congress on one screen. This file only wires: options, one instance a file, station, window.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <cstdio>

#include "kiosk/frame/single_instance.h"
#include "kiosk/frame/window.h"

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

constexpr int kSelfTestMilliseconds = 1500;  ///< long enough to load every page once

QString dataFolder(const QCommandLineParser& options) {
  const QString given = options.value(QStringLiteral("data"));
  const QString folder =
      given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/KiemPhieu") : given;
  QDir().mkpath(folder);
  return folder;
}

QString fileToOpen(const QCommandLineParser& options) {
  if (!options.positionalArguments().isEmpty()) return QFileInfo(options.positionalArguments().constFirst()).absoluteFilePath();
  const QString last = QSettings().value(QStringLiteral("file")).toString();
  return QFileInfo::exists(last) ? last : QString();
}

}  // namespace

int main(int argc, char** argv) {
  QGuiApplication::setApplicationName(QStringLiteral("kiemphieu"));
  QGuiApplication::setOrganizationName(QStringLiteral("kiemphieu"));
  QGuiApplication::setApplicationVersion(QStringLiteral(KP_VERSION));
  if (!qEnvironmentVariableIsSet("QT_IM_MODULE")) qputenv("QT_IM_MODULE", "qtvirtualkeyboard");
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));

  QCommandLineParser options;
  options.setApplicationDescription(QStringLiteral("Kiểm Phiếu – kiosk"));
  options.addHelpOption();
  options.addVersionOption();
  options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("Tệp đại hội / congress file"), QStringLiteral("[FILE]"));
  options.addOption({QStringLiteral("lang"), QStringLiteral("vi | en"), QStringLiteral("LANGUAGE"), QStringLiteral("vi")});
  options.addOption({QStringLiteral("data"), QStringLiteral("Thư mục tệp đại hội / folder of congress files"), QStringLiteral("FOLDER")});
  options.addOption({QStringLiteral("windowed"), QStringLiteral("Không chiếm toàn màn hình / not full screen")});
  options.addOption({QStringLiteral("self-test"), QStringLiteral("Mở mọi màn hình rồi thoát / load every screen and leave")});
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
  if (!file.isEmpty()) station.openFile(file);
  if (options.isSet(QStringLiteral("self-test")))
    QTimer::singleShot(kSelfTestMilliseconds, &application, [&window] {
      for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
      QCoreApplication::exit(window.warnings().isEmpty() ? 0 : 1);
    });
  return QGuiApplication::exec();
}

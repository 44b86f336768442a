// SPDX-License-Identifier: GPL-3.0-or-later
// A machine with two screens, by Qt's offscreen platform: the operator's of 1280×800 and, to its right, the hall's of 1920×1080. A warning of Qt or QML fails the test in which it comes.
#include <gtest/gtest.h>

#include <QtQml/qqmlextensionplugin.h>
#include <QFile>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <cstdlib>

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

const char* const kScreens = R"({"screens": [
  {"name": "operator", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
  {"name": "hall", "x": 1280, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";

void warningsFail(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type == QtDebugMsg || type == QtInfoMsg || message.contains(QLatin1String("XDG_RUNTIME_DIR"))) return;  // the latter of the machine
  ADD_FAILURE() << "Qt warned: " << message.toStdString();
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const QTemporaryDir home;
  QFile screens(home.filePath(QStringLiteral("screens.json")));
  if (!screens.open(QIODevice::WriteOnly) || screens.write(kScreens) < 0) return EXIT_FAILURE;
  screens.close();
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_CACHE_HOME", home.path().toUtf8());
  qputenv("SANE_CONFIG_DIR", home.path().toUtf8());
  qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
  qputenv("QT_QUICK_BACKEND", "software");
  qInstallMessageHandler(warningsFail);
  QGuiApplication::setApplicationName(QStringLiteral("kiemphieu-test"));
  QGuiApplication::setOrganizationName(QStringLiteral("kiemphieu-test"));
  const QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  return RUN_ALL_TESTS();
}

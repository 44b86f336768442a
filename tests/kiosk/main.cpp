// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's tests run with Qt's offscreen platform and settings of their own; a warning of Qt or QML fails the test in which it comes.
#include <gtest/gtest.h>

#include <QtQml/qqmlextensionplugin.h>
#include <QFile>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

/// Says a warning aloud where it comes from, and fails.
void warningsFail(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  if (message.contains(QLatin1String("XDG_RUNTIME_DIR"))) return;  // of the machine, not of the program
  // Of Qt's own keyboard (6.4.2), whose parts ask for a style or a key that is gone already when the keyboard goes away on a busy machine: 2 of 12 runs of its tests with
  // two others beside them. Whatever else the keyboard complains of fails.
  static const QRegularExpression s_goneAlready(QStringLiteral(
      "^qrc:/qt-project\\.org/imports/QtQuick/VirtualKeyboard/(Components|Styles/Builtin/default)/\\w+\\.qml:\\d+: TypeError: Cannot read property '\\w+' of null$"));
  if (s_goneAlready.match(message).hasMatch()) return;
  ADD_FAILURE() << "Qt warned: " << message.toStdString();
}

/// A SANE that knows its own backends only: `test` and `pnm`, no real scanner, no network. For all tests of the process: SANE is started once and reads its settings then,
/// so that a page which merely looks for scanners would decide for the tests after it.
bool onlySimulatedScanners(const QTemporaryDir& folder) {
  QFile conf(folder.filePath(QStringLiteral("dll.conf")));
  qputenv("SANE_CONFIG_DIR", folder.path().toUtf8());
  return conf.open(QIODevice::WriteOnly) && conf.write("test\npnm\n") > 0;
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  QTemporaryDir home;  // settings of the person who runs the tests stay untouched
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_CACHE_HOME", home.path().toUtf8());
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  qInstallMessageHandler(warningsFail);
  const QTemporaryDir sane;
  if (!onlySimulatedScanners(sane)) return EXIT_FAILURE;
  QGuiApplication::setApplicationName(QStringLiteral("kiemphieu-test"));
  QGuiApplication::setOrganizationName(QStringLiteral("kiemphieu-test"));
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  return RUN_ALL_TESTS();
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Quick Test over the kiosk: `test_pages -input tst_Result.qml` tests one page, without -input it tests all. Offscreen, with settings of its own.
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>
#include <QFile>
#include <QQmlContext>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <cstdlib>

#include "kiosk_at_hand.h"

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

/// What every tst_*.qml finds: `congress`, the file on disk, and `kiosk`, the window over it.
class Setup : public QObject {
  Q_OBJECT
 public:
  Q_SLOT void applicationAvailable() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    m_kiosk.emplace(m_congress);
  }
  Q_SLOT void qmlEngineAvailable(QQmlEngine* engine) {
    m_kiosk->setEngine(engine);
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->rootContext()->setContextProperty(QStringLiteral("congress"), &m_congress);
    engine->rootContext()->setContextProperty(QStringLiteral("kiosk"), &*m_kiosk);
  }

 private:
  kp::kiosk::CongressAtHand m_congress;
  std::optional<kp::kiosk::KioskAtHand> m_kiosk;
};

}  // namespace

int main(int argc, char** argv) {
  QTemporaryDir home;  // settings of the person who runs the tests stay untouched
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_CACHE_HOME", home.path().toUtf8());
  qputenv("XDG_RUNTIME_DIR", home.path().toUtf8());  // Qt warns where the machine has none
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  QFile conf(home.filePath(QStringLiteral("dll.conf")));  // a SANE without real scanners and network
  qputenv("SANE_CONFIG_DIR", home.path().toUtf8());
  if (!conf.open(QIODevice::WriteOnly) || conf.write("test\npnm\n") < 0) return EXIT_FAILURE;
  conf.close();
  QCoreApplication::setApplicationName(QStringLiteral("kiemphieu-test"));
  QCoreApplication::setOrganizationName(QStringLiteral("kiemphieu-test"));
  Setup setup;
  return quick_test_main_with_setup(argc, argv, "pages", KP_SOURCE_DIR "/tests/qml", &setup);
}

#include "main.moc"

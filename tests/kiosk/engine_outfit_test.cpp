// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/engine_outfit.h"

#include <QQmlComponent>

#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class EngineOutfitTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_outfit.fit(m_engine, *m_station);
  }
  void TearDown() override { m_station->setLanguage(QStringLiteral("vi")); }
  /// What a component of this QML shows as its text; it is kept, so that it can be looked at again.
  QString shown() const { return m_made ? m_made->property("text").toString() : QString(); }
  void make(const char* qml) {
    QQmlComponent component(&m_engine);
    component.setData(qml, QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/HallWindow.qml")));
    m_made.reset(component.create());
    ASSERT_TRUE(m_made) << component.errorString().toStdString();
  }
  EngineOutfit m_outfit;  // before the engine, as it asks
  QQmlEngine m_engine;
  std::unique_ptr<QObject> m_made;
};

// Caught: a page whose module, pictures or texts are found in the program and not in its tests, or the other way round.
TEST_F(EngineOutfitTest, PagesFindTheirModuleAndPictures) {
  EXPECT_TRUE(m_outfit.warnings().isEmpty()) << m_outfit.warnings().join('|').toStdString();
  EXPECT_NE(m_engine.imageProvider(QStringLiteral("sheet")), nullptr);
  EXPECT_NE(m_engine.imageProvider(QStringLiteral("paper")), nullptr);
  make("import QtQml; import KiemPhieu; QtObject { property string text: Theme.family }");
  EXPECT_FALSE(shown().isEmpty());
}

// Caught: a screen that keeps its language until it is opened again.
TEST_F(EngineOutfitTest, TextsFollowTheLanguageAtOnce) {
  make("import QtQml; QtObject { property string text: qsTranslate('HallWindow', 'Màn hình hội trường') }");
  EXPECT_EQ(shown(), QStringLiteral("Màn hình hội trường"));
  m_station->setLanguage(QStringLiteral("en"));
  EXPECT_EQ(shown(), QStringLiteral("Hall screen"));
  m_station->setLanguage(QStringLiteral("vi"));
  EXPECT_EQ(shown(), QStringLiteral("Màn hình hội trường"));
}

// Caught: a complaint of QML that is heard by nobody: the self-test and every test of a page stand on it.
TEST_F(EngineOutfitTest, ComplaintsAreHeardOnce) {
  m_outfit.fit(m_engine, *m_station);  // another station in place of the one before: not heard twice for it
  emit m_engine.warnings({QQmlError()});
  EXPECT_EQ(m_outfit.warnings().size(), 1);
}

}  // namespace
}  // namespace kp::kiosk

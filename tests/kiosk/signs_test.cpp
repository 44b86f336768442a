// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is said by colour alone (kiosk.md): what is coloured by its state has a sign of its own for each.
#include <QQmlComponent>
#include <QQuickItem>
#include <set>

#include "kiosk/frame/engine_outfit.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class SignsTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_outfit.fit(m_engine, *m_station);
  }
  /// All texts of a component made with these properties, joined; nothing for what cannot be seen.
  std::string wordsOf(const char* type, const QVariantMap& properties) {
    QQmlComponent component(&m_engine, QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/components/%1.qml").arg(QLatin1String(type))));
    const std::unique_ptr<QObject> made(component.createWithInitialProperties(properties));
    EXPECT_TRUE(made) << component.errorString().toStdString();
    std::string words;
    collect(qobject_cast<QQuickItem*>(made.get()), words);
    return words;
  }
  static void collect(const QQuickItem* item, std::string& words) {
    if (!item || !item->isVisible()) return;
    if (item->inherits("QQuickText")) words += item->property("text").toString().toStdString() + '|';
    for (const QQuickItem* child : item->childItems()) collect(child, words);
  }
  std::set<std::string> signsOf(const char* type, const char* property, const std::vector<const char*>& values,
                                const QVariantMap& more = {}) {
    std::set<std::string> signs;
    for (const char* value : values) {
      QVariantMap properties = more;
      properties[QString::fromLatin1(property)] = QString::fromLatin1(value);
      signs.insert(wordsOf(type, properties));
    }
    return signs;
  }
  EngineOutfit m_outfit;  // before the engine, as it asks
  QQmlEngine m_engine;
};

// Caught: a step of the rail that is red or green and has the sign of another.
TEST_F(SignsTest, EachStateOfAStepHasItsOwn) {
  const auto signs = signsOf("StateMark", "stepState", {"done", "now", "waiting", "stopped"});
  EXPECT_EQ(signs.size(), 4U);
}

// Caught: an error told from a success by its red alone.
TEST_F(SignsTest, EachKindOfMessageHasItsOwn) {
  const auto signs = signsOf("Banner", "kind", {"good", "bad", "warn", "info"}, {{QStringLiteral("text"), QStringLiteral("Câu")}});
  EXPECT_EQ(signs.size(), 4U);
}

}  // namespace
}  // namespace kp::kiosk

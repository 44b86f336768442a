// SPDX-License-Identifier: GPL-3.0-or-later
// The screens of the day's end in the real window, found by the controls' names, and the hall's pictures. With KP_PICTURES=FOLDER each state is saved as a
// picture; KP_SIZE=1920x1080 and KP_LANG=en change what is seen.
#include <QQuickItem>
#include <QQuickView>

#include "counted_kiosk.h"
#include "kiosk/frame/window.h"
#include "kiosk/reveal/hall.h"

namespace kp::kiosk {
namespace {

const char* const kLongName = "Nguyễn Thị Phương Hoàng Kim Ngân Tuyền";

void save(QQuickWindow* window, const QString& name) {
  const QString target = qEnvironmentVariable("KP_PICTURES");
  if (target.isEmpty()) return;
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < 700) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
  QDir().mkpath(target);
  window->grabWindow().save(target + QLatin1Char('/') + name + QStringLiteral(".png"));
}

/// An item of this name among all that are drawn inside another: delegates are nobody's QObject children.
QQuickItem* below(QQuickItem* item, const QString& name) {
  if (item->objectName() == name) return item;
  for (QQuickItem* child : item->childItems())
    if (QQuickItem* found = below(child, name)) return found;
  return nullptr;
}

class ResultPagesTest : public CountedKioskTest {
 protected:
  void SetUp() override {
    CountedKioskTest::SetUp();
    if (qEnvironmentVariable("KP_LANG") == QLatin1String("en")) m_station->setLanguage(QStringLiteral("en"));
  }
  void TearDown() override {
    Hall::of(*m_station).closeWindow();
    m_station->setLanguage(QStringLiteral("vi"));
  }
  void show(const QString& page) {
    m_window.emplace(*m_station);
    ASSERT_TRUE(m_window->show(false, page));
    const QStringList size = qEnvironmentVariable("KP_SIZE", QStringLiteral("1280x800")).split(QLatin1Char('x'));
    m_window->window()->resize(size.value(0).toInt(), size.value(1).toInt());
  }
  QObject* named(const QString& name) const {
    if (QObject* found = m_window->window()->findChild<QObject*>(name)) return found;
    return below(m_window->window()->contentItem(), name);
  }
  QObject* named(const char* name) const { return named(QString::fromUtf8(name)); }
  bool isShown(const char* name) const {
    const auto* item = qobject_cast<QQuickItem*>(named(name));
    return item && item->isVisible();
  }
  bool isEnabled(const char* name) const { return named(name) && named(name)->property("enabled").toBool(); }
  void picture(const char* name) const { save(m_window->window(), QString::fromLatin1(name)); }
  void expectNoWarnings() const {
    EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
  }

  std::optional<Window> m_window;
};

// Caught: the line of the majority broken between rows while nothing is said below the bars.
TEST_F(ResultPagesTest, TheLineOfTheMajorityIsUnbroken) {
  count({{3, 4}, {3, 4}, {}});
  figures(3, 3);
  show(QStringLiteral("result"));
  until([this] { return named("votes-1"); });
  auto* row = qobject_cast<QQuickItem*>(named("votes-1"));
  ASSERT_TRUE(row);
  const auto* line = below(row, QStringLiteral("majorityLine"));
  ASSERT_TRUE(line);
  EXPECT_EQ(line->height(), row->height());
  expectNoWarnings();
}

// Caught: minutes that cannot be made and nothing says why or where to go; a hall screen that could be led before anything is closed.
TEST_F(ResultPagesTest, OpenCountSaysWhereToGo) {
  count({{3, 4}, {3, 4}, {}});
  figures(4, 4);
  show(QStringLiteral("result"));
  until([&] { return isShown("obstacle-adjudicate"); });
  picture("result-obstacles");
  m_window->window()->setProperty("page", QStringLiteral("minutes"));
  until([&] { return isShown("refusalGo"); });
  EXPECT_FALSE(isEnabled("mainAction"));
  picture("minutes-refused");
  m_window->window()->setProperty("page", QStringLiteral("reveal"));
  until([&] { return isShown("toResult"); });
  EXPECT_FALSE(isEnabled("mainAction"));
  expectNoWarnings();
}

/// All texts of an item that are seen.
void textsOf(QQuickItem* item, QList<QQuickItem*>& found) {
  if (!item->isVisible()) return;
  if (item->inherits("QQuickText")) found.append(item);
  for (QQuickItem* child : item->childItems()) textsOf(child, found);
}

// Caught: a name cut off on the hall screen, or letters below what pictureFor() promises to be readable from 20 m.
TEST_F(ResultPagesTest, HallLettersAreWholeAndLargeEnough) {
  Window window(*m_station);  // for the import path
  ResultLook look;
  look.counted.congress = testing::congressOf({testing::strikeContest(63, 55)});
  look.counted.congress.info.name = "Đại hội đại biểu Đảng bộ tỉnh Lâm Hải Giang lần thứ IX, nhiệm kỳ 2025 - 2030";
  look.counted.contest = look.counted.congress.contests[0];
  look.counted.contest.candidates[2].name = kLongName;
  look.counted.contest.candidates[3].name = std::string(kLongName) + " " + kLongName;
  look.counted.state.closed = true;
  look.result.figures.convened = look.result.figures.present = look.result.figures.issued = look.result.figures.returned = 350;
  look.result.tally.votes.resize(63);
  for (int i = 0; i < 63; ++i) look.result.tally.votes[static_cast<std::size_t>(i)].yes = 348 - 3 * i;
  look.result.outcome = decide(look.counted.contest, look.counted.rules, look.result.figures, look.result.tally);
  QQmlComponent component(&window.engine(), QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/pages/reveal/HallPicture.qml")));
  QQuickWindow hall;
  hall.resize(1920, 1080);
  int number = 0;
  for (const HallSlide& slide : hallSlides(look, true)) {
    const std::unique_ptr<QObject> made(component.createWithInitialProperties({{QStringLiteral("slide"), slide.toMap()}}));
    ASSERT_TRUE(made) << component.errorString().toStdString();
    auto* picture = qobject_cast<QQuickItem*>(made.get());
    picture->setSize({1920, 1080});
    picture->setParentItem(hall.contentItem());
    hall.show();
    QCoreApplication::processEvents();
    save(&hall, QStringLiteral("hall-%1").arg(++number, 2, 10, QLatin1Char('0')));
    QList<QQuickItem*> texts;
    textsOf(picture, texts);
    EXPECT_GE(texts.size(), 3);
    for (const QQuickItem* text : texts) {
      const std::string words = text->property("text").toString().toStdString();
      EXPECT_LE(text->property("contentWidth").toDouble(), text->width() + 1) << words;
      EXPECT_FALSE(text->property("truncated").toBool()) << words;
      EXPECT_LE(text->mapToItem(picture, QPointF(0, text->height())).y(), 1081) << words;
    }
    if (slide.kind == HallSlide::Kind::Votes || slide.kind == HallSlide::Kind::Elected) {
      EXPECT_GE(picture->property("letterSize").toInt() * 0.716, 1080 * kLetterShare * 0.98);
    }
  }
  EXPECT_GE(number, 10);
}

}  // namespace
}  // namespace kp::kiosk

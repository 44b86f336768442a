// SPDX-License-Identifier: GPL-3.0-or-later
// The start page as a newcomer meets it: a new congress from the form.
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class StartPageTest : public WindowTest {
 protected:
  void beginNew() {
    m_station->closeFile();
    show();
    m_hand->click(QStringLiteral("newCongress"));
    m_hand->waitFor(QStringLiteral("newName"));
  }
  QString missing() const { return m_hand->textOf(QStringLiteral("newMissing")); }
};

// Caught: a gray button and no word of what it waits for; "22/11/2026" in gray letters taken for a date that is filled in.
TEST_F(StartPageTest, TheFormSaysWhatIsMissing) {
  beginNew();
  for (const char* what : {"tên đại hội", "ngày họp", "người lập tệp"}) EXPECT_TRUE(missing().contains(QString::fromUtf8(what))) << what;
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("ví dụ 22/11/2026")));
  m_hand->type(QStringLiteral("newName"), QString::fromUtf8("Đại hội Chi bộ Đồi Chè"));
  m_hand->type(QStringLiteral("newDate"), QStringLiteral("03022027"));
  EXPECT_FALSE(missing().contains(QString::fromUtf8("ngày họp"))) << missing().toStdString();
  EXPECT_FALSE(m_hand->seen(QStringLiteral("createNew"))->isEnabled());
  m_hand->type(QStringLiteral("newPerson"), QString::fromUtf8("Đỗ Kỹ Thuật"));
  EXPECT_TRUE(missing().contains(QStringLiteral("dai-hoi-chi-bo-doi-che.kiemphieu"))) << missing().toStdString();
  EXPECT_TRUE(m_hand->seen(QStringLiteral("createNew"))->isEnabled());
}

// Caught: the main action in the middle of the card, below what can be seen once the keyboard is on the screen, and not in the corner where it is on every page.
TEST_F(StartPageTest, TheMainActionIsInItsCorner) {
  beginNew();
  const QQuickItem* create = m_hand->seen(QStringLiteral("createNew"));
  ASSERT_NE(create, nullptr);
  const QPointF corner = create->mapToScene(QPointF(create->width(), create->height()));
  EXPECT_GT(corner.x(), m_window->window()->width() - 60);
  EXPECT_GT(corner.y(), m_window->window()->height() - 40);
}

}  // namespace
}  // namespace kp::kiosk

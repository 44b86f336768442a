// SPDX-License-Identifier: GPL-3.0-or-later
// The longest names there are, and ballots of many pages, at 1280×800.
#include <QtQml>

#include "page_audit.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

const char* const kLongHead = "Nguyễn Thị Phương Hoàng Kim Ngân Tuyền";
const char* const kNinetyLetters = "Công Tằng Tôn Nữ Hoàng Trần Lê Thị Phương Khánh Kim Ngân Tuyền Ngọc Bảo Quỳnh Thanh Trường";
const char* const kLongTitle = "Bầu Ban Chấp hành Đảng bộ Thành phố Lâm Hải Giang Thượng khóa XVIII (lần 2)";

class LongNamesTest : public WindowTest {
 protected:
  void SetUp() override {
    Congress congress = smallCongress();
    congress.info.name = "Đại hội đại biểu Đảng bộ Thành phố Lâm Hải Giang Thượng lần thứ XVIII, nhiệm kỳ 2025 - 2030";
    congress.committee.front().name = kLongHead;
    congress.committee[1].name = kNinetyLetters;
    congress.contests.back().title = kLongTitle;
    congress.contests.front().title = "Bầu Ban Chấp hành Đảng bộ Thành phố khóa XVIII";
    for (Candidate& candidate : congress.contests.front().candidates) candidate.name += " Phương Hoàng Kim Ngân Tuyền";
    ASSERT_TRUE(Ledger::create(path().toStdString(), congress));
    m_station.emplace(folder());
    m_station->openFile(path());
    until([this] { return m_station->isOpen() && m_station->contests().toList().size() == 2; });
  }
  /// The text drawn inside a control; null where there is none.
  static QQuickItem* textIn(QQuickItem* control) {
    for (QQuickItem* child : control->childItems()) {
      if (child->inherits("QQuickText") && child->isVisible() && !child->property("text").toString().isEmpty()) return child;
      if (QQuickItem* found = textIn(child)) return found;
    }
    return nullptr;
  }
};

// Caught: a person's long name at the top that leaves "Bầu Ba…" of the contest, which is what tells one contest from another.
TEST_F(LongNamesTest, TheContestCanBeReadBesideThem) {
  signIn(kLongHead);
  open("congress");
  m_hand->waitFor(QStringLiteral("contestChoice"));
  QQuickItem* choice = m_hand->seen(QStringLiteral("contestChoice"));
  ASSERT_NE(choice, nullptr);
  auto* box = choice->findChild<QQuickItem*>(QStringLiteral("choiceArrow"))->parentItem();
  auto* said = box->property("contentItem").value<QQuickItem*>();
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->property("text").toString().replace(QChar::Nbsp, QLatin1Char(' ')),
            QString::fromUtf8("Bầu Ban Chấp hành Đảng bộ Thành phố khóa XVIII"));
  EXPECT_FALSE(said->property("truncated").toBool()) << "the contest's title is cut at 1280×800";
}

// Caught: a title that ends in "…" before the round it is of: two rounds of one contest look the same at the top of every page.
TEST_F(LongNamesTest, TheRoundCanBeReadAtTheTop) {
  signIn(kLongHead);
  open("congress");
  m_station->setContest(QStringLiteral("bt"));
  m_hand->rest(300);
  auto* box = m_hand->seen(QStringLiteral("contestChoice"))->findChild<QQuickItem*>(QStringLiteral("choiceArrow"))->parentItem();
  auto* said = box->property("contentItem").value<QQuickItem*>();
  EXPECT_TRUE(said->property("text").toString().contains(QString::fromUtf8("(lần")));
  EXPECT_FALSE(said->property("truncated").toBool()) << said->property("text").toString().toStdString();
  EXPECT_LE(said->property("contentHeight").toDouble(), box->height());
}

// Caught: "Công Tằng Tôn Nữ Hoàng Trần Lê Thị Phương Khánh Kim Ngâ…" on the card somebody touches to sign in.
TEST_F(LongNamesTest, ANameIsWholeOnTheCardOfTheLogin) {
  show();
  const QString card = QStringLiteral("person-") + QString::fromUtf8(kNinetyLetters);
  m_hand->waitFor(card);
  QQuickItem* name = textIn(m_hand->seen(card));
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->property("text").toString(), QString::fromUtf8(kNinetyLetters));
  EXPECT_FALSE(name->property("truncated").toBool());
  for (const QString& finding : auditPage(m_window->window())) ADD_FAILURE() << finding.toStdString();
}

// Caught: an entry of the journal signed by two people of which one can be read.
TEST_F(LongNamesTest, BothWhoSignedCanBeReadInTheJournal) {
  signIn(kLongHead);
  bool noted = false;
  m_station->acting().ask(
      m_station->session(),
      [](Ledger& ledger) {
        return ledger.journal().append({Event::ContestReopened, {kLongHead, kNinetyLetters}, "bch"});
      },
      [&noted](const Expected<int>& entry) { noted = entry.has_value(); });
  until([&] { return noted; });
  open("supervise");
  m_hand->click(QStringLiteral("tabJournal"));
  QQuickItem* both = nullptr;
  m_hand->until(
      [&] {
        return (both = m_hand->words(QString::fromUtf8(kLongHead) + QStringLiteral(", ") + QString::fromUtf8(kNinetyLetters))) != nullptr;
      },
      "the entry");
  ASSERT_NE(both, nullptr);
  EXPECT_FALSE(both->property("truncated").toBool());
  EXPECT_LE(both->height(), both->parentItem()->height());
}

// Caught: any page on which the longest names cut a button, push a control out of the window or over another.
TEST_F(LongNamesTest, KeepTheRulesOfEveryPage) {
  signIn(kLongHead);
  open("congress");
  for (const char* page : {"congress", "contest", "print", "figures", "scan", "compare", "result", "supervise", "reveal", "archive"}) {
    m_window->window()->setProperty("page", QString::fromLatin1(page));
    m_hand->rest(260);
    for (const QString& finding : auditPage(m_window->window())) ADD_FAILURE() << page << ": " << finding.toStdString();
  }
}

// Caught: pages of a ballot side by side that run under the controls beside them, as eleven did.
TEST_F(LongNamesTest, ElevenPagesTakeNoMoreRoomThanThree) {
  show();
  QQmlComponent component(&m_window->engine());
  component.setData("import KiemPhieu; PageTabs { property var labels: []; pages: labels.map(label => ({ label: label })) }",
                    QUrl(QStringLiteral("qrc:/tabs.qml")));
  const std::unique_ptr<QObject> tabs(component.create());
  ASSERT_NE(tabs, nullptr) << component.errorString().toStdString();
  qobject_cast<QQuickItem*>(tabs.get())->setParentItem(m_window->window()->contentItem());  // rows are laid out in a window only
  const auto widthOf = [&](int pages) {
    QStringList labels;
    for (int i = 1; i <= pages; ++i) labels.append(QStringLiteral("Trang %1").arg(i));
    tabs->setProperty("labels", labels);
    m_hand->rest(120);
    return tabs->property("implicitWidth").toDouble();
  };
  const double three = widthOf(3);
  EXPECT_GT(three, 200);
  EXPECT_LE(widthOf(11), three);
  EXPECT_GT(widthOf(11), 100);
}

}  // namespace
}  // namespace kp::kiosk

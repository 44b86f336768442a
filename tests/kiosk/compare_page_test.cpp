// SPDX-License-Identifier: GPL-3.0-or-later
// The page that compares passes, with names as long as people have them.
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

const char* const kNinetyLetters = "Nguyễn Phúc Hoàng Trần Lê Thị Phương Khánh Kim Ngân Tuyền Ngọc Bảo Quỳnh Thanh Trường Nghiêm";

class ComparePageTest : public WindowTest {
 protected:
  void SetUp() override {
    Congress congress = smallCongress();
    for (Contest& contest : congress.contests)
      for (Candidate& candidate : contest.candidates) candidate.name = std::string(kNinetyLetters) + " " + candidate.id;
    ASSERT_TRUE(Ledger::create(path().toStdString(), congress));
    m_station.emplace(folder());
    m_station->openFile(path());
    until([this] { return m_station->isOpen() && m_station->contests().size() == 2; });
  }
  /// Rows that name somebody, none of them cut or higher than its row.
  void expectWholeNames() const {
    int names = 0;
    check(m_hand->seen(QStringLiteral("compareRows")), names);
    EXPECT_GT(names, 0);
  }
  static void check(const QQuickItem* item, int& names) {
    if (!item) return;
    if (item->inherits("QQuickText") && item->property("text").toString().contains(QString::fromUtf8(kNinetyLetters))) {
      ++names;
      EXPECT_FALSE(item->property("truncated").toBool()) << item->property("text").toString().toStdString();
      EXPECT_LE(item->height(), item->parentItem()->height());
    }
    for (const QQuickItem* child : item->childItems()) check(child, names);
  }
};

// Caught: a name of 90 letters that ends in "…" beside the number that differs.
TEST_F(ComparePageTest, NamesAreWhole) {
  signIn(kHead);
  open("compare");
  for (const char* contest : {"bch", "bt"}) {
    m_station->setContest(QString::fromLatin1(contest));
    m_hand->rest(600);
    expectWholeNames();
  }
}

}  // namespace
}  // namespace kp::kiosk

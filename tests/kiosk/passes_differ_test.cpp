// SPDX-License-Identifier: GPL-3.0-or-later
// Two passes that differ, in the real window: from the number to the ballot, from the ballot to its new ruling.
#include "counted_kiosk.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class PassesDifferTest : public OverWindow<CountedKioskTest> {
 protected:
  /// Pass 1 are sheets 1 and 2, pass 2 sheets 3 and 4; the last counts differently, and the machine doubts none of them.
  void countTwice() {
    count({{3, 4}, {2, 4}});
    onFile([](Ledger& ledger) {
      const Contest contest = *ledger.congress().load()->contest("bch");
      std::vector<SheetIntake> batch;
      for (const std::vector<std::size_t>& struck : {std::vector<std::size_t>{3, 4}, std::vector<std::size_t>{1, 4}}) {
        SheetIntake sheet;
        sheet.pass = 2;
        sheet.expected = "bch";
        sheet.sourceName = "t" + std::to_string(batch.size()) + ".jpg";
        sheet.source = std::make_shared<SourceFile>("another image " + std::to_string(batch.size()));
        sheet.reading = testing::ballot(contest, struck);
        batch.push_back(sheet);
      }
      ASSERT_TRUE(ledger.sheets().append(batch, {}));
    });
    figures(10, 2);
  }
};

// Caught (X2, X5): "ballot 4 of pass 2" that opens all ballots of it; a ballot that differs and that the machine was sure of, which nobody could rule on again: the count could never be closed.
TEST_F(PassesDifferTest, ABallotNobodyDoubtedIsReachedFromItsNumberAndRuledOn) {
  countTwice();
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  show();
  m_window->window()->setProperty("page", QStringLiteral("compare"));
  m_hand->click(QStringLiteral("compareB-4"));  // votes for number 2: one in pass 1, … in pass 2
  m_hand->click(QStringLiteral("wall-3"));
  m_hand->click(QStringLiteral("ballotsRuleAgain"));
  ASSERT_TRUE(m_hand->until([this] { return m_hand->textOf(QStringLiteral("pageTitle")).contains(QStringLiteral("lượt 2")); },
                            "the ballot of pass 2"));
  EXPECT_TRUE(m_hand->textOf(QStringLiteral("pageTitle")).contains(QStringLiteral(" 3 ")));
  m_hand->click(QStringLiteral("ruleAgain"));
  m_hand->click(QStringLiteral("transcribe"));
  m_hand->waitFor(QStringLiteral("votesTyped"));
}

// Caught (X2): the popup of one ballot of the second pass.
TEST_F(PassesDifferTest, OneBallotOfTheSecondPassIsOpenedAtOnce) {
  countTwice();
  signIn(kHead);
  show();
  m_window->window()->setProperty("page", QStringLiteral("compare"));
  m_hand->waitFor(QStringLiteral("compareB-4"));
  QObject* page = m_window->window()->findChild<QObject*>(QStringLiteral("place"))->property("item").value<QObject*>();
  ASSERT_TRUE(QMetaObject::invokeMethod(page, "openOne", Q_ARG(int, 2), Q_ARG(int, 4)));
  ASSERT_TRUE(m_hand->until([this] { return m_hand->isSeen(QStringLiteral("ballotsRuleAgain")); }, "the ballot itself"));
}

}  // namespace
}  // namespace kp::kiosk

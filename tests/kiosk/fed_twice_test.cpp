// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a sheet that is perhaps the same paper fed again shown without the other; copies of one file, which nobody need compare, shown beside theirs.
#include "counted_kiosk.h"
#include "kiosk/supervise/ballot_view.h"

namespace kp::kiosk {
namespace {

class FedTwiceTest : public CountedKioskTest {
 protected:
  /// Three sheets; the third is said to be the first by this reason.
  void store(Why why) {
    onFile([why](Ledger& ledger) {
      const Contest contest = *ledger.congress().load()->contest("bch");
      std::vector<SheetIntake> batch;
      for (int i = 1; i <= 3; ++i) {
        SheetIntake sheet;
        sheet.expected = "bch";
        sheet.sourceName = "s" + std::to_string(i) + ".jpg";
        sheet.source = std::make_shared<SourceFile>("image " + std::to_string(i));
        sheet.reading = testing::ballot(contest, {3, 4});
        batch.push_back(sheet);
      }
      batch[2].duplicateOf = 1;
      batch[2].reading.reasons.push_back({why, {}, {}, "…"});
      ASSERT_TRUE(ledger.sheets().append(batch, {}));
    });
  }
  QVariantMap shown(int number) {
    QVariantMap view;
    onFile([&view, number](Ledger& ledger) {
      const auto ballots = loadBallots(ledger, "bch", 1);
      ASSERT_TRUE(ballots) << ballots.error().what;
      view = ballotView(**ballots, number);
    });
    return view;
  }
  static int twinIn(const QVariantMap& view) {
    return view.value(QStringLiteral("sheets")).toList().value(0).toMap().value(QStringLiteral("twin")).toInt();
  }
};

TEST_F(FedTwiceTest, TheOtherSheetIsShownBesideIt) {
  store(Why::PageRepeated);
  const QVariantMap view = shown(3);
  EXPECT_EQ(twinIn(view), 1);
  EXPECT_EQ(view.value(QStringLiteral("state")).toString(), QStringLiteral("review"));
  EXPECT_TRUE(view.value(QStringLiteral("proposal")).toString().contains(QStringLiteral("tờ 1")))
      << view.value(QStringLiteral("proposal")).toString().toStdString();
  EXPECT_EQ(twinIn(shown(1)), 0) << "the first stands for itself";
  EXPECT_EQ(twinIn(shown(2)), 0);
}

TEST_F(FedTwiceTest, CopiesOfOneFileNeedNoComparing) {
  store(Why::SeenBefore);
  EXPECT_EQ(twinIn(shown(3)), 0);
}

}  // namespace
}  // namespace kp::kiosk

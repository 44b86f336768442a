// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts while two people rule on ballots and close the count: the real program, killed later and later after the last key, until the act is in the file.
#include "counted_kiosk.h"
#include "killed_kiosk.h"

namespace kp::kiosk {
namespace {

constexpr unsigned kLater = 40;     ///< ms from one cut to the next: proving a PIN takes some 100 ms, the act itself less
constexpr unsigned kLatest = 6000;  ///< ms: the act has to be done by then, on a busy machine too

class KilledCommitteeTest : public Killed<CountedKioskTest> {
 protected:
  bool isClosed() const {
    const auto state = file().congress().state("bch");
    EXPECT_TRUE(state);
    return state->closed;
  }
};

// Caught: a count that is half closed; one that is open for one page and closed for another; two people asked to close what is closed.
TEST_F(KilledCommitteeTest, ACountIsClosedOrOpenNeverBetween) {
  figures(10, 9);  // first: once ballots were read two people change them
  count({{3, 4}, {3, 4}, {3, 4}, {3, 4}, {3, 4}, {3, 4}, {2, 4}, {2, 4}, {2, 4}});
  int cuts = 0;
  for (unsigned later = 0; !isClosed() && later < kLatest && !HasFailure(); later += kLater, ++cuts) {
    RealKiosk& kiosk = open(kHead);
    if (kiosk.page() != QLatin1String("result")) {
      EXPECT_EQ(cuts, 0) << "opened at " << kiosk.page().toStdString() << ", not where it was";
      kiosk.does({QStringLiteral("click"), QStringLiteral("rail-result")});
    }
    kiosk.awaits({QStringLiteral("Chốt kết quả")});
    kiosk.does({QStringLiteral("click"), QStringLiteral("mainAction")});
    kiosk.awaits({QStringLiteral("secondPin")});
    kiosk.second(kMember, kPin);
    killAfter(QStringLiteral("Return"), later);
    EXPECT_EQ(happened(Event::ContestClosed), isClosed() ? 1 : 0);
  }
  EXPECT_GT(cuts, 2) << "no cut before the act";
  RealKiosk& kiosk = open(kHead);
  kiosk.does({QStringLiteral("click"), QStringLiteral("rail-result")});
  kiosk.awaits({QStringLiteral("Lập biên bản")});
  EXPECT_EQ(happened(Event::ContestClosed), 1);
}

// Caught: a ruling that is lost although the next ballot was shown, that stands twice, or that one person alone can go on with after the restart.
TEST_F(KilledCommitteeTest, ARulingIsThereOrNot) {
  const std::size_t waiting = 3;
  figures(5, 4);
  count({{3, 4}, {}, {0, 1, 2, 3, 4}, {0}});  // valid, over-voted, nothing kept, over-voted
  std::size_t ruled = 0;
  int cuts = 0;
  unsigned later = 0;
  for (; ruled < waiting && later < kLatest && !HasFailure(); later += kLater, ++cuts) {
    RealKiosk& kiosk = open(kHead);
    if (kiosk.page() != QLatin1String("adjudicate")) {
      EXPECT_EQ(cuts, 0) << "opened at " << kiosk.page().toStdString() << ", not where it was";
      kiosk.does({QStringLiteral("click"), QStringLiteral("rail-adjudicate")});
    }
    kiosk.awaits({QStringLiteral("ruleInvalid")});
    EXPECT_EQ(kiosk.does({QStringLiteral("property"), QStringLiteral("doubts"), QStringLiteral("waiting")}).toUInt(), waiting - ruled);
    kiosk.does({QStringLiteral("click"), QStringLiteral("ruleInvalid")});
    kiosk.does({QStringLiteral("click"), QStringLiteral("mainAction")});
    kiosk.awaits({QStringLiteral("secondPin")});
    kiosk.second(kMember, kPin);
    killAfter(QStringLiteral("Return"), later);
    const auto rulings = file().rulings().ofContest("bch");
    ASSERT_TRUE(rulings);
    EXPECT_TRUE(rulings->size() == ruled || rulings->size() == ruled + 1);
    EXPECT_EQ(happened(Event::RulingMade), static_cast<int>(rulings->size()));
    if (rulings->size() > ruled) later = 0;
    ruled = rulings->size();
  }
  EXPECT_EQ(ruled, waiting);
  EXPECT_GT(cuts, 5) << "no cut before the act";
}

}  // namespace
}  // namespace kp::kiosk

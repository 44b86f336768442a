// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/day.h"

#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class DayOf : public CountedDay {
 protected:
  StepStatus now(DayStep step) {
    const auto steps = dayOf(*ledger, "bch");
    EXPECT_TRUE(steps);
    return (*steps)[static_cast<std::size_t>(step)];
  }
};

// Caught: a red "stopped" at Kết quả while the pile goes through the scanner, because the sums of half a pile do not hold; and none where too much was taken in.
TEST_F(DayOf, HalfAPileIsNoFailingSum) {
  const Contest c = contest();
  scan({ballot(c, {3, 4}), ballot(c, {2, 4})});
  Figures figures;
  figures.convened = figures.present = figures.issued = figures.returned = 3;
  ASSERT_TRUE(ledger->figures().set("bch", figures, {}));
  EXPECT_EQ(now(DayStep::Scan).state, StepState::Now);
  EXPECT_EQ(now(DayStep::Result).state, StepState::Waiting);
  EXPECT_NE(now(DayStep::Result).why.find("2 / 3"), std::string::npos) << now(DayStep::Result).why;
  figures.returned = 2;
  figures.issued = 1;
  ASSERT_TRUE(ledger->figures().set("bch", figures, {}));
  EXPECT_EQ(now(DayStep::Scan).state, StepState::Done);
  EXPECT_NE(now(DayStep::Result).state, StepState::Now);
}

// Caught (kiosk.md): a step that is closed, or stopped, and does not say why.
TEST_F(DayOf, EveryStepThatWaitsSaysWhy) {
  const auto steps = dayOf(*ledger, "bch");
  ASSERT_TRUE(steps);
  for (const StepStatus& step : *steps)
    if (step.state == StepState::Waiting || step.state == StepState::Stopped) {
      EXPECT_FALSE(step.why.empty()) << static_cast<int>(step.step);
    }
}

}  // namespace

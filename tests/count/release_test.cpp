// SPDX-License-Identifier: GPL-3.0-or-later
// Releasing a result to the hall.
#include "count/release.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "builders.h"
#include "count/closing.h"

using namespace kp;
using namespace kp::testing;

namespace {

// Catches: an open count on the hall screen, a release by one person, or a result that stays released after it was reopened and closed anew.
TEST(Release, TakesAClosedCountAndTwoPeopleAndEndsWhenReopened) {
  const TempFolder folder;
  auto made = Ledger::create(folder.path() / "thu.kiemphieu", congressOf({strikeContest()}));
  ASSERT_TRUE(made) << made.error().what;
  Figures none;
  none.convened = none.present = 9;
  none.issued = none.returned = 0;
  ASSERT_TRUE(enterFigures(*made, "bch", none, {}));
  const auto early = releaseResult(*made, "bch", kTwo);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().kind, ErrorKind::Refused);
  EXPECT_FALSE(*isReleased(*made, "bch"));
  ASSERT_TRUE(closeContest(*made, "bch", kTwo));
  EXPECT_FALSE(releaseResult(*made, "bch", {"Hà Văn Trưởng"}));
  EXPECT_FALSE(releaseResult(*made, "bch", {"Hà Văn Trưởng", "Lý Văn Máy"}));
  EXPECT_FALSE(*isReleased(*made, "bch"));
  ASSERT_TRUE(releaseResult(*made, "bch", kTwo));
  ASSERT_TRUE(releaseResult(*made, "bch", kTwo));
  EXPECT_TRUE(*isReleased(*made, "bch"));
  const auto entries = *made->journal().list();
  EXPECT_EQ(std::count_if(entries.begin(), entries.end(), [](const JournalEntry& e) { return e.event == "results-released"; }), 1);
  ASSERT_TRUE(reopenContest(*made, "bch", kTwo, "xem lại"));
  EXPECT_FALSE(*isReleased(*made, "bch"));
  ASSERT_TRUE(closeContest(*made, "bch", kTwo));
  EXPECT_FALSE(*isReleased(*made, "bch"));
  EXPECT_EQ(isReleased(*made, "khong-co").error().kind, ErrorKind::NotFound);
}

}  // namespace

// SPDX-License-Identifier: GPL-3.0-or-later
// Catches: a rehearsal deck scanned into the real file counts like ballots that were cast, and nothing tells.
#include "count/rehearsed.h"

#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

TEST_F(CountedDay, SheetsOfARehearsalAreKnownByTheirImages) {
  countAll();
  EXPECT_TRUE(rehearsalSheets(*ledger, "bch")->empty());
  EXPECT_EQ(rehearsalWarning({}), "");
  JournalDraft made;
  made.event = Event::RehearsalMade;
  made.contest = "bch";
  made.after = rehearsalImages({hashOf("image 2"), hashOf("image 7"), hashOf("never taken in")});
  ASSERT_TRUE(ledger->journal().append(made));
  const auto sheets = rehearsalSheets(*ledger, "bch");
  ASSERT_TRUE(sheets) << sheets.error().what;
  EXPECT_EQ(*sheets, (std::vector<int>{2, 7}));
  EXPECT_NE(rehearsalWarning(*sheets).find("2, 7"), std::string::npos) << rehearsalWarning(*sheets);
}

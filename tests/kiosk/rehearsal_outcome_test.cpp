// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/rehearsal_outcome.h"

#include <gmock/gmock.h>

#include "election/language_scope.h"
#include "wiring/evidence_text.h"

namespace kp {
namespace {

JournalEntry entryWith(std::string details) {
  JournalEntry entry;
  entry.event = toString(Event::RehearsalMade);
  entry.details = std::move(details);
  return entry;
}

// Caught: a rehearsal graded on an English screen that stands in English in the Vietnamese zero report, or the other way round.
TEST(RehearsalOutcome, IsSaidInTheReadersLanguage) {
  const JournalEntry entry = entryWith(rehearsalDetails({50, 450, 2, 7}));
  const auto outcome = rehearsalOutcome(entry);
  ASSERT_TRUE(outcome);
  EXPECT_FALSE(outcome->passed());
  EXPECT_THAT(evidenceText(entry), testing::HasSubstr("Đã đọc 50 tờ thử, 450 chỗ có thể đánh dấu: 2 chỗ đọc sai; 7 chỗ"));
  const LanguageScope english(Language::English);
  EXPECT_THAT(evidenceText(entry), testing::HasSubstr("50 rehearsal sheets read, 450 places that can be marked: 2 read wrong"));
}

// Caught: a deck that was only made taken for one that was read; an entry of an earlier version that says nothing any more.
TEST(RehearsalOutcome, OtherEntriesHaveNone) {
  EXPECT_FALSE(rehearsalOutcome(entryWith("50 phiếu, hạt giống 7, kiểu office")));
  EXPECT_EQ(evidenceText(entryWith("Đã đọc 50 tờ thử")), "");
  JournalEntry other = entryWith(rehearsalDetails({50, 450, 0, 7}));
  other.event = toString(Event::ScanEnded);
  EXPECT_FALSE(rehearsalOutcome(other));
}

}  // namespace
}  // namespace kp

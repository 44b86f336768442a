// SPDX-License-Identifier: GPL-3.0-or-later
// R-37 and the read-back of a printed ballot as acts: who, when, in what order, and what takes them back.
#include "count/afterwards.h"

#include "count/access.h"
#include "count/day.h"
#include "count/journal_fields.h"
#include "count/medium.h"
#include "count/read_back.h"
#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class AfterwardsTest : public CountedDay {
 protected:
  bool done(Afterwards task) const {
    const auto states = afterwardsOf(*ledger, "bch");
    for (const AfterwardsState& state : *states)
      if (state.task == task) return state.done;
    return false;
  }
  void printJournal() { ASSERT_TRUE(ledger->journal().append({Event::JournalPrinted, {"Đỗ Thị Ghi"}})); }
  StepStatus step(DayStep wanted) const {
    const auto steps = dayOf(*ledger, "bch");
    return steps->at(static_cast<std::size_t>(wanted));
  }
  static void expectRefused(const Expected<void>& outcome, const std::string& part) {
    ASSERT_FALSE(outcome) << "let through; expected: " << part;
    EXPECT_EQ(outcome.error().kind, ErrorKind::Refused);
    EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
  }
};

// Catches: papers of another contest that nobody is asked about, and a closed contest whose list of steps goes on asking for a ruling that nobody can make any more.
TEST_F(AfterwardsTest, AForeignPaperWaitsUntilTheContestIsClosed) {
  countAll();
  EXPECT_EQ(step(DayStep::Adjudicate).state, StepState::Done);
  scan({unread(Why::OtherContest)});
  EXPECT_EQ(step(DayStep::Adjudicate).state, StepState::Now);
  const auto refused = closeContest(*ledger, "bch", kTwo);
  ASSERT_FALSE(refused);
  ASSERT_TRUE(ledger->congress().close("bch", kTwo, resultText(contest(), *resultOf(*ledger, *loadContest(*ledger, "bch")))))
      << "as earlier versions closed it";
  EXPECT_EQ(step(DayStep::Adjudicate).state, StepState::Done);
}

// Catches: a tick that is no act in the journal; one without who and when; the rail calling the day done although nothing was sealed.
TEST_F(AfterwardsTest, TasksAreActsInTheJournal) {
  countAll();
  expectRefused(noteAfterwards(*ledger, "bch", Afterwards::Sealed, true, {"Mai Thị Viên"}), "chưa chốt");
  close();
  EXPECT_NE(step(DayStep::Archive).why.find("Niêm phong"), std::string::npos) << step(DayStep::Archive).why;
  expectRefused(noteAfterwards(*ledger, "bch", Afterwards::Sealed, true, {"Lý Văn Máy"}), "nhân viên kỹ thuật");
  expectRefused(noteAfterwards(*ledger, "bch", Afterwards::HandedOver, true, {"Mai Thị Viên"}), "Niêm phong");
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::Sealed, true, {"Mai Thị Viên"}));
  const JournalEntry entry = ledger->journal().list()->back();
  EXPECT_EQ(entry.event, "afterwards-noted");
  EXPECT_EQ(entry.by, Actors{"Mai Thị Viên"});
  EXPECT_EQ(entry.details, "task=sealed; done=yes");
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::Sealed, true, {"Mai Thị Viên"}));
  EXPECT_EQ(ledger->journal().list()->back().seq, entry.seq) << "saying it again is no second entry";
  const AfterwardsState sealed = afterwardsOf(*ledger, "bch")->front();
  EXPECT_EQ(sealed.by, Actors{"Mai Thị Viên"});
  EXPECT_EQ(sealed.time, entry.time);
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::HandedOver, true, {"Đỗ Thị Ghi"}));
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::Archived, true, {"Đỗ Thị Ghi"}));
  expectRefused(noteAfterwards(*ledger, "bch", Afterwards::JournalFiled, true, {"Đỗ Thị Ghi"}), "chưa được in");
  printJournal();
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::JournalFiled, true, {"Đỗ Thị Ghi"}));
  EXPECT_EQ(afterwardsLeft(*afterwardsOf(*ledger, "bch")), "");
  EXPECT_EQ(step(DayStep::Archive).why.find("R-37"), std::string::npos) << step(DayStep::Archive).why;
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::Archived, false, {"Đỗ Thị Ghi"}));
  EXPECT_FALSE(done(Afterwards::Archived)) << "a mistake can be taken back, visibly";
  EXPECT_TRUE(ledger->verifyChain()->sound());
}

// Catches: ballots called sealed although the count was opened again and they lie on the table.
TEST_F(AfterwardsTest, ReopeningTakesThemBack) {
  countAll();
  close();
  ASSERT_TRUE(noteAfterwards(*ledger, "bch", Afterwards::Sealed, true, {"Mai Thị Viên"}));
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
  EXPECT_FALSE(done(Afterwards::Sealed));
  close();
  EXPECT_FALSE(done(Afterwards::Sealed));
}

// Catches: the disk the congress file is on counted as one of the two media; one stick counted twice; an act after packaging that does not show.
TEST_F(AfterwardsTest, TwoDifferentMediaBesideTheCongressFilesDiskAreWanted) {
  countAll();
  close();
  ASSERT_TRUE(
      ledger->journal().append({Event::PackageMade, {}, {}, std::nullopt, {}, {}, fieldsText({{"file", "a.kpz"}, {"hash", "77"}})}));
  const auto copied = [&](const std::string& medium, const std::string& own) {
    ASSERT_TRUE(ledger->journal().append(
        {Event::SavedToMedium,
         {},
         {},
         std::nullopt,
         {},
         {},
         fieldsText({{"file", "a.kpz"}, {"outcome", "agrees"}, {"medium", medium}, {"own-disk", own}, {"hash", "77"}})}));
  };
  copied("o-cung", "yes");
  EXPECT_EQ(archiveState(*ledger)->media, 0);
  EXPECT_TRUE(archiveState(*ledger)->copies.front().ownDisk);
  copied("usb-1", "no");
  copied("usb-1", "no");
  EXPECT_FALSE(archiveState(*ledger)->done());
  copied("usb-2", "no");
  EXPECT_TRUE(archiveState(*ledger)->done());
  ASSERT_TRUE(ledger->journal().append({Event::MinutesMade, {"Đỗ Thị Ghi"}, "bch"}));
  const auto state = *archiveState(*ledger);
  EXPECT_FALSE(state.done());
  ASSERT_EQ(state.since.size(), 1U);
  EXPECT_EQ(state.since.front().event, toString(Event::MinutesMade));
}

class ReadBackTest : public AfterwardsTest {
 protected:
  static ReadBackOutcome good() {
    ReadBackOutcome outcome;
    outcome.pages = 1;
    return outcome;
  }
  bool mayScan() const { return static_cast<bool>(mayStartScanning(*ledger, "bch")); }
};

// Catches: scanning that starts on ballots nobody has read back; the print step ✓ before; a read-back of a ballot that was changed since.
TEST_F(ReadBackTest, IsDemandedOfTheBallotAsItIsNow) {
  expectRefused(mayStartScanning(*ledger, "bch"), "Chưa đọc lại");
  ASSERT_TRUE(ledger->journal().append({Event::BallotsPrinted, {}, "bch"}));
  EXPECT_EQ(step(DayStep::Print).state, StepState::Now);
  EXPECT_NE(step(DayStep::Print).why, "");
  ReadBackOutcome bad = good();
  bad.wrong = 1;
  ASSERT_TRUE(noteReadBack(*ledger, "bch", bad, {}));
  EXPECT_FALSE(mayScan());
  ASSERT_TRUE(noteReadBack(*ledger, "bch", good(), {}));
  EXPECT_TRUE(mayScan());
  EXPECT_EQ(step(DayStep::Print).state, StepState::Done);
  Congress congress = *ledger->congress().load();
  congress.contests.front().candidates.push_back({"c6", "Trần Thị Người Thứ Sáu", ""});
  ASSERT_TRUE(ledger->congress().save(congress, {}));
  expectRefused(mayStartScanning(*ledger, "bch"), "đã được sửa");
  EXPECT_EQ(step(DayStep::Print).state, StepState::Now);
}

// Catches: one person, or two without the head, who wave it through; a contest under way that is stopped in the middle.
TEST_F(ReadBackTest, TwoPeopleMayWaiveItAndSheetsTakenInSettleIt) {
  expectRefused(waiveReadBack(*ledger, "bch", {"Hà Văn Trưởng"}), "hai người");
  EXPECT_FALSE(mayScan());
  ASSERT_TRUE(waiveReadBack(*ledger, "bch", kTwo));
  EXPECT_TRUE(mayScan());
  EXPECT_EQ(ledger->journal().list()->back().by, kTwo);
  expectRefused(waiveReadBack(*ledger, "bch", kTwo), "Không cần");
  begin(congressOf({strikeContest()}), "hai.kiemphieu");
  EXPECT_FALSE(mayScan());
  scan({ballot(contest(), {3, 4})});
  EXPECT_TRUE(mayScan());
  EXPECT_EQ(step(DayStep::Print).state, StepState::Done);
}

}  // namespace

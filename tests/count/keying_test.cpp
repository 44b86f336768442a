// SPDX-License-Identifier: GPL-3.0-or-later
// From what two people type to a closed contest. Regressions: one person counted as two; an operator told what the other keyed; a difference settled by one of
// them; a keyed ballot judged otherwise than a scanned one; minutes, records or verification that do not know of keyed ballots.
#include "count/keying.h"

#include <gtest/gtest.h>

#include <random>

#include "builders.h"
#include "count/adjudication.h"
#include "count/closing.h"
#include "count/intake.h"
#include "count/passes.h"
#include "count/records.h"
#include "count/verification.h"

using namespace kp;
using namespace kp::testing;

namespace {

using State = KeyedBallot::State;
const std::string kOne = "Lý Văn Máy", kOther = "Mai Thị Viên";

Contest columnsContest(int names, const std::string& id = "bch") {
  Contest contest = strikeContest(names, names, id);
  return contest;
}

class Keying : public ::testing::Test {
 protected:
  void SetUp() override { begin({strikeContest()}, 6); }
  void begin(const std::vector<Contest>& contests, int returned) {
    ledger.reset();
    std::filesystem::remove(path());
    auto made = Ledger::create(path(), congressOf(contests));
    ASSERT_TRUE(made) << made.error().what;
    ledger = std::make_unique<Ledger>(std::move(*made));
    Figures f;
    f.convened = f.present = f.issued = f.returned = returned;
    ASSERT_TRUE(enterFigures(*ledger, "bch", f, {}));
  }
  std::filesystem::path path() const { return folder.path() / "nhap.kiemphieu"; }
  Expected<KeyOutcome> key(int ballot, int slot, const std::string& text, int pass = 1) {
    return keyBallot(*ledger, {"bch", pass, ballot, slot, slot == 1 ? kOne : kOther, text});
  }
  KeyOutcome keyed(int ballot, int slot, const std::string& text, int pass = 1) {
    auto outcome = key(ballot, slot, text, pass);
    EXPECT_TRUE(outcome) << outcome.error().what;
    return outcome ? *outcome : KeyOutcome{};
  }
  KeyOutcome keyedByBoth(int ballot, const std::string& text, int pass = 1) {
    keyed(ballot, 1, text, pass);
    return keyed(ballot, 2, text, pass);
  }
  KeyingState state(int pass = 1) { return *keyingState(*ledger, "bch", pass); }
  CountedContest counted() { return *loadContest(*ledger, "bch"); }
  CountedPass pass(int number = 1) { return *loadPass(*ledger, counted(), number); }
  std::vector<SheetRecord> records(int number = 1) { return recordsOf(counted(), pass(number)); }

  TempFolder folder;
  std::unique_ptr<Ledger> ledger;
};

template <typename T>
void expectRefused(const Expected<T>& outcome, const std::string& part) {
  ASSERT_FALSE(outcome) << "let through; expected: " << part;
  EXPECT_EQ(outcome.error().kind, ErrorKind::Refused) << outcome.error().what;
  EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
}

}  // namespace

TEST_F(Keying, ABallotBothKeyedTheSameIsCountedLikeAScannedOne) {
  EXPECT_EQ(keyed(1, 1, "2 4").ballot.state, State::Missing2);
  const KeyOutcome agreed = keyed(1, 2, "4,2");
  EXPECT_EQ(agreed.ballot.state, State::Agreed);
  ASSERT_TRUE(agreed.judgement);
  EXPECT_EQ(agreed.judgement->validity, Validity::Valid);
  const auto found = records();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].state, SheetRecord::State::Counted);
  EXPECT_EQ(found[0].source, "keyed-00001");
  EXPECT_EQ(found[0].rule, "R-10");
  EXPECT_EQ(pass().judgements(),
            std::vector{judge(counted().contest, counted().rules, evidenceOf(counted().contest, *parseEntry(counted().contest, "2 4")))});
}

TEST_F(Keying, DifferencesComeBackToBothAndNeitherSeesTheOtherBefore) {
  keyed(1, 1, "2 4");
  expectRefused(keyedDifference(*ledger, "bch", 1, 1), "cả hai người");
  const KeyOutcome second = keyed(1, 2, "2 5");
  EXPECT_EQ(second.ballot.state, State::Differs);
  EXPECT_EQ(second.text, "2 5") << "tells only what was keyed just now";
  EXPECT_EQ(keyedDifference(*ledger, "bch", 1, 1)->where.rows, (std::vector<std::size_t>{3, 4}));
  EXPECT_EQ(state().differing, std::vector{1});
  EXPECT_EQ(state().of(1).again, std::vector{1});
  EXPECT_EQ(state().of(2).again, std::vector{1});
  EXPECT_EQ(keyed(1, 1, "2 5").ballot.state, State::Missing2) << "one of them alone settles nothing";
  EXPECT_TRUE(state().of(1).again.empty());
  EXPECT_EQ(keyed(1, 2, "2 5").ballot.state, State::Agreed);
  EXPECT_EQ(state().ballots[0].differences, 1);
  EXPECT_TRUE(state().differing.empty());
}

TEST_F(Keying, TwoPeopleAreTwoPeople) {
  keyed(1, 1, "2 4");
  expectRefused(keyBallot(*ledger, {"bch", 1, 1, 2, " " + kOne + " ", "2 4"}), "hai người khác nhau");
  expectRefused(keyBallot(*ledger, {"bch", 1, 2, 1, "Đỗ Thị Ghi", "2 4"}), "Đỗ Thị Ghi");
  EXPECT_EQ(keyBallot(*ledger, {"bch", 1, 2, 1, " ", "2 4"}).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(state().of(1).entries, 1);
}

TEST_F(Keying, WrongNumbersAreNamedAndNothingIsStored) {
  for (const auto& [ballot, text] : {std::pair(1, "6"), {1, ""}, {1, "2 2"}, {0, "2"}, {7, "2"}}) {
    const auto outcome = key(ballot, 1, text);
    ASSERT_FALSE(outcome) << ballot << ": " << text;
    EXPECT_EQ(outcome.error().kind, ErrorKind::BadInput);
  }
  EXPECT_EQ(keyBallot(*ledger, {"bch", 0, 1, 1, kOne, "2"}).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(keyBallot(*ledger, {"bch", 1, 1, 3, kOne, "2"}).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(state().of(1).entries, 0);
}

TEST_F(Keying, WithoutTheNumberReturnedNothingIsKeyed) {
  auto made = Ledger::create(folder.path() / "khac.kiemphieu", congressOf({strikeContest()}));
  ASSERT_TRUE(made);
  expectRefused(keyBallot(*made, {"bch", 1, 1, 1, kOne, "2"}), "thu về");
}

TEST_F(Keying, FlagsPutTheBallotBeforeTheCommitteeWithTheirRule) {
  for (const auto& [ballot, text, rule] :
       {std::tuple(1, "2 4 x", "R-18"), {2, "2 4 n", "R-18"}, {3, "2 4 m", "R-19"}, {4, "2 4 ?", "R-20"}, {5, "2 4?", "R-20"}}) {
    const KeyOutcome outcome = keyedByBoth(ballot, text);
    ASSERT_TRUE(outcome.judgement) << text;
    EXPECT_EQ(outcome.judgement->validity, Validity::Undecided) << text;
    EXPECT_EQ(outcome.judgement->rule, rule) << text;
  }
  for (const SheetRecord& record : records()) EXPECT_EQ(record.state, SheetRecord::State::Review) << record.source;
  EXPECT_NE(pass().readings[1].reading.reasons.at(0).detail.find("R-17"), std::string::npos);
  Ruling ruling;
  ruling.kind = Ruling::Kind::Invalid;
  ruling.rule = "R-17";
  ASSERT_TRUE(rule(*ledger, {"bch", state().ballots[1].sheet, ruling, kTwo}));
  EXPECT_EQ(records()[1].state, SheetRecord::State::Ruled);
  EXPECT_EQ(records()[1].rule, "R-17");
}

TEST_F(Keying, APaperThatIsNotOursIsSetAsideAndRuledInvalid) {
  keyedByBoth(1, "l");
  ASSERT_EQ(records().size(), 1U);
  EXPECT_EQ(records()[0].state, SheetRecord::State::SetAside);
  Ruling ruling;
  ruling.kind = Ruling::Kind::Invalid;
  ruling.rule = "R-07";
  const auto outcome = rule(*ledger, {"bch", 1, ruling, kTwo});
  ASSERT_TRUE(outcome) << outcome.error().what;
  EXPECT_EQ(outcome->judgement.validity, Validity::Invalid);
  EXPECT_EQ(tally(counted().contest, pass().judgements()).invalid, 1);
}

TEST_F(Keying, ADifferenceCanBeHandedToTheCommittee) {
  expectRefused(referBallot(*ledger, "bch", 1, 1, kOne), "cả hai người");
  keyed(1, 1, "2 4");
  keyed(1, 2, "2 5");
  const auto referred = referBallot(*ledger, "bch", 1, 1, kOne);
  ASSERT_TRUE(referred) << referred.error().what;
  EXPECT_EQ(referred->ballot.state, State::Referred);
  EXPECT_EQ(referred->judgement->rule, "R-20");
  const auto paper = *keyedPaper(*ledger, referred->ballot.sheet);
  ASSERT_TRUE(paper);
  EXPECT_EQ(paper->ballot, 1);
  EXPECT_EQ(paper->texts[1], "2 5");
  EXPECT_EQ(paper->people[1], kOther);
  EXPECT_EQ(paper->where.rows, (std::vector<std::size_t>{3, 4}));
  Ruling votes;
  votes.kind = Ruling::Kind::Votes;
  votes.votes = {{3, Vote::No}, {4, Vote::Yes}};
  const auto ruled = rule(*ledger, {"bch", referred->ballot.sheet, votes, kTwo});
  ASSERT_TRUE(ruled) << ruled.error().what;
  EXPECT_EQ(ruled->judgement.validity, Validity::Valid);
  expectRefused(key(1, 1, "2 5"), "quyết định");
}

TEST_F(Keying, ARecordedBallotNeedsARulingAndAClosedCountTakesNothing) {
  for (int ballot = 1; ballot <= 6; ++ballot) keyedByBoth(ballot, "2 4");
  EXPECT_TRUE(state().finished());
  EXPECT_FALSE(state().of(1).next);
  expectRefused(key(3, 1, "2 5"), "tờ số 3");
  const auto closed = closeContest(*ledger, "bch", kTwo);
  ASSERT_TRUE(closed) << closed.error().what;
  expectRefused(key(3, 1, "2 5"), "đã chốt");
  EXPECT_TRUE(state().closed);
  const auto check = verifyFile(*ledger);
  ASSERT_TRUE(check);
  EXPECT_TRUE(check->sound());
}

TEST_F(Keying, ScanningAndKeyingOfOnePassAreNeverMixed) {
  keyed(1, 1, "2 4");
  IntakeOptions options;
  options.contest = "bch";
  IntakePorts ports;
  ports.next = [] { return std::optional<SourceItem>(); };
  const Congress congress = *ledger->congress().load();
  expectRefused(takeIn(*ledger, congress, options, ports), "bàn phím");
  options.contest.clear();
  expectRefused(takeIn(*ledger, congress, options, ports), "bàn phím");
  options.pass = 2;
  EXPECT_TRUE(takeIn(*ledger, congress, options, ports));
}

TEST_F(Keying, PassesAreComparedByTotalsAlsoWithPerBallotCodes) {
  Contest contest = strikeContest();
  contest.ballotCode = BallotCode::PerBallot;
  begin({contest}, 2);
  std::vector<SheetIntake> scanned;
  for (std::uint64_t code : {771U, 4242U}) {
    SheetIntake sheet;
    sheet.expected = "bch";
    sheet.sourceName = std::to_string(code);
    sheet.source = std::make_shared<SourceFile>(sheet.sourceName);
    sheet.reading = ballot(contest, code == 771U ? std::vector<std::size_t>{1, 3} : std::vector<std::size_t>{0, 1});
    sheet.reading.ballotCode = code;
    scanned.push_back(sheet);
  }
  ASSERT_TRUE(ledger->sheets().append(scanned, {}));
  keyedByBoth(1, "1 2", 2);
  keyedByBoth(2, "2 4", 2);
  EXPECT_EQ(counted().passes, (std::vector{1, 2}));
  EXPECT_TRUE(pass(2).keyed);
  EXPECT_FALSE(pass(1).keyed);
  EXPECT_EQ(pass(2).assembly.ballots.size(), 2U);
  EXPECT_EQ(*comparePasses(*ledger, counted(), pass(1), pass(2)), std::vector<std::string>());
  EXPECT_EQ(*keyedPasses(*ledger, "bch"), std::vector{2});
}

TEST_F(Keying, ABallotOfSeveralPagesBecomesAllItsPages) {
  begin({strikeContest(120, 100)}, 2);
  ASSERT_GT(counted().pages, 1);
  keyedByBoth(2, "3 50-68 120");
  keyedByBoth(1, "1-20");
  const CountedPass all = pass();
  EXPECT_EQ(all.sheets.size(), static_cast<std::size_t>(2 * counted().pages));
  ASSERT_EQ(all.assembly.ballots.size(), 2U);
  EXPECT_TRUE(all.assembly.ballots[0].complete);
  EXPECT_EQ(all.assembly.ballots[0].judgement.votes[119], Vote::No);
  EXPECT_EQ(sheetsInCount(all.assembly, counted().pages), 2L * counted().pages);
}

TEST_F(Keying, ProgressIsCountedForEachAndTheJournalShowsOnlyOnesOwn) {
  keyed(1, 1, "2 4");
  keyed(1, 1, "2 5");
  keyed(2, 1, "0");
  keyed(1, 2, "1");
  const KeyingState now = state();
  EXPECT_EQ(now.returned, 6);
  EXPECT_EQ(now.of(1).keyed, 2);
  EXPECT_EQ(now.of(1).entries, 3);
  EXPECT_EQ(now.of(1).keys, 4 + 4 + 2);
  EXPECT_EQ(now.of(1).next, 3);
  EXPECT_EQ(now.of(2).next, 2);
  const auto own = *ownEntries(*ledger, "bch", 1, 1, kOne, 2);
  ASSERT_EQ(own.size(), 2U);
  EXPECT_EQ(own[0].ballot, 2);
  EXPECT_EQ(own[1].text, "2 5");
  EXPECT_TRUE(own[1].repeated);
  EXPECT_TRUE(ownEntries(*ledger, "bch", 1, 1, kOther, 9)->empty());
  EXPECT_TRUE(ownEntries(*ledger, "bch", 1, 2, kOne, 9)->empty());
}

TEST_F(Keying, TheListCannotChangeUnderWhatWasKeyed) {
  keyed(1, 1, "2 4");
  Congress congress = *ledger->congress().load();
  congress.contests[0].candidates.pop_back();
  expectRefused(ledger->congress().save(congress, {}), "bch");
}

/// The journal covers sheets and entries each by themselves; only making the one from the other shows a sheet that was never keyed so.
TEST_F(Keying, VerifyingMakesEachSheetAgainFromTheTwoEntries) {
  keyedByBoth(1, "2 4 x");
  keyed(2, 1, "1");
  keyed(2, 2, "3");
  ASSERT_TRUE(referBallot(*ledger, "bch", 1, 2, kOne));
  EXPECT_TRUE(verifyFile(*ledger)->sound());
  const Contest contest = counted().contest;
  for (const int slot : {1, 2}) {
    KeyedDraft draft;
    draft.place = {"bch", 1, 3};
    draft.slot = slot;
    draft.person = slot == 1 ? kOne : kOther;
    draft.typed = draft.content = "2 4";
    ASSERT_TRUE(ledger->keying().append(draft, {ballot(contest, {0, 4})}));
  }
  const auto check = verifyFile(*ledger);
  ASSERT_TRUE(check);
  ASSERT_EQ(check->chain.findings.size(), 1U);
  EXPECT_EQ(check->chain.findings[0].sheet, 3);
}

/// The property that matters: whatever is on the ballots, keying them gives the tally of judging what is on them.
TEST_F(Keying, ARandomDeckGivesTheTallyOfItsEvidence) {
  std::mt19937 random(20261122);
  const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  Contest confidence = strikeContest(4, 4);
  confidence.kind = ContestKind::Confidence;
  for (const Contest& contest : {strikeContest(7, 4), columnsContest(5), columnsContest(1), confidence}) {
    constexpr int kBallots = 25;
    begin({contest}, kBallots);
    const std::size_t fields = fieldsOf(faceOf(contest)).size();
    std::vector<Judgement> expected;
    for (int number = 1; number <= kBallots; ++number) {
      KeyedEntry entry;
      for (std::size_t i = 0; i < contest.candidates.size(); ++i) {
        RowMarks row{};
        for (std::size_t f = 0; f < fields; ++f) row.at(f) = below(3) == 0 ? MarkState::Mark : MarkState::None;
        entry.rows.push_back(row);
      }
      if (below(6) == 0) entry.flags = {KeyedFlag::SecondInk};
      const std::string text = entryText(contest, entry);
      ASSERT_EQ(*parseEntry(contest, text), entry) << text;
      keyedByBoth(number, text);
      expected.push_back(judge(contest, counted().rules, evidenceOf(contest, entry)));
    }
    EXPECT_EQ(tally(contest, pass().judgements()), tally(contest, expected));
    EXPECT_EQ(pass().judgements(), expected);
  }
}

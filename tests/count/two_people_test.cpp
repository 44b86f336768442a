// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: once ballots are known, one person alone changes what the count hangs on: who may rule, the figures, the contests of an office, the ballot's own form.
#include "count/two_people.h"

#include "count/access.h"
#include "count/figures_after.h"
#include "count/intake.h"
#include "count/keying.h"
#include "count/setup.h"
#include "count/verification.h"
#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

const std::string kHead = "Hà Văn Trưởng";

class TwoPeople : public CountedDay {
 protected:
  template <typename T>
  static void expectRefused(const Expected<T>& outcome, const std::string& part) {
    ASSERT_FALSE(outcome) << "let through; expected: " << part;
    EXPECT_EQ(outcome.error().kind, ErrorKind::Refused) << outcome.error().what;
    EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
  }
  Expected<void> renamed(const std::string& name, const Actors& by = kTwo) {
    Congress congress = *ledger->congress().load();
    congress.info.name = name;
    return saveCongress(*ledger, congress, by);
  }
  Expected<Figures> convened(int number, const Actors& by) {
    Figures given;
    given.convened = number;
    return enterFigures(*ledger, "bch", given, by);
  }
  void keyOne() {
    KeyedDraft draft;
    draft.place.contest = "bch";
    draft.place.pass = 1;
    draft.place.ballot = 1;
    draft.slot = 1;
    draft.person = kHead;
    draft.typed = draft.content = "4 5";
    const auto keyed = ledger->keying().append(draft, {ballot(contest(), {3, 4})});
    ASSERT_TRUE(keyed) << keyed.error().what;
  }
  Contest ofCapUy(const std::string& id) const {
    Contest other = strikeContest(4, 2, id);
    other.title = "Bầu lại Ban Chấp hành";
    return other;
  }
};

}  // namespace

// A longer name may take another page: a closed count of 18 valid ballots became 3 valid, 15 undecided.
TEST_F(TwoPeople, WhatABallotIsLaidOutByStaysOnceOneWasRead) {
  ASSERT_TRUE(renamed("Đại hội đại biểu Đảng bộ xã Mẫu lần thứ nhất", {})) << "nothing is counted yet";
  scan({ballot(contest(), {3, 4})});
  expectRefused(renamed("Đại hội đại biểu Đảng bộ xã Mẫu lần thứ hai"), "in ra khác đi");
  EXPECT_EQ(ledger->congress().load()->info.name, "Đại hội đại biểu Đảng bộ xã Mẫu lần thứ nhất");
  Congress same = *ledger->congress().load();
  EXPECT_TRUE(saveCongress(*ledger, same, {})) << "nothing of the ballot changes";
}

TEST_F(TwoPeople, ABallotKeyedInFixesItsFormToo) {
  keyOne();
  expectRefused(renamed("Đại hội đại biểu Đảng bộ xã Mẫu lần thứ hai"), "in ra khác đi");
}

// The head alone took a stranger in, set their PIN, ruled and closed with them, and took them out again.
TEST_F(TwoPeople, NobodyAloneChangesTheCommitteeOnceBallotsWereRead) {
  const CommitteeMember stranger{"Kẻ Lạ", Role::Member};
  ASSERT_TRUE(addPerson(*ledger, {"Vũ Văn Hai", Role::Member}, {kHead})) << "setting up is one person's";
  scan({ballot(contest(), {3, 4})});
  EXPECT_TRUE(*committeeTakesTwo(*ledger, *ledger->congress().load()));
  expectRefused(addPerson(*ledger, stranger, {kHead}), "hai người");
  expectRefused(addPerson(*ledger, stranger, {}), "hai người");
  expectRefused(removePerson(*ledger, "Vũ Văn Hai", {kHead}), "hai người");
  Congress whole = *ledger->congress().load();
  whole.committee.push_back(stranger);
  expectRefused(saveCongress(*ledger, whole, {kHead}), "hai người");
  ASSERT_TRUE(addPerson(*ledger, stranger, kTwo));
  EXPECT_NE(ledger->journal().list()->back().after.find(R"({"name":"Kẻ Lạ","role":"member","change":"added"})"), std::string::npos);
}

// Catches: a committee that has only its head when the first ballot is read, and that nobody can ever complete.
TEST_F(TwoPeople, ACommitteeTooSmallToDecideCanBeCompleted) {
  Congress small = congressOf({strikeContest()});
  small.committee = {{kHead, Role::Head}};
  begin(small, "nho.kiemphieu");
  scan({ballot(contest(), {3, 4})});
  EXPECT_TRUE(addPerson(*ledger, {"Vũ Văn Hai", Role::Member}, {kHead}));
  expectRefused(addPerson(*ledger, {"Vũ Văn Ba", Role::Member}, {kHead}), "hai người");
}

// The head was entered as member too: two rows, one person, and nobody could ever be added. The refusal named the same person twice.
TEST_F(TwoPeople, OnePersonInTwoRolesIsNoTwo) {
  Congress small = congressOf({strikeContest()});
  small.committee = {{kHead, Role::Head}, {kHead, Role::Member}};
  begin(small, "hai-vai.kiemphieu");
  scan({ballot(contest(), {3, 4})});
  EXPECT_FALSE(*committeeTakesTwo(*ledger, *ledger->congress().load()));
  EXPECT_TRUE(addPerson(*ledger, {"Vũ Văn Hai", Role::Member}, {kHead}));
  EXPECT_TRUE(*committeeTakesTwo(*ledger, *ledger->congress().load()));
}

// a.kiemphieu of the review: only the head has a PIN, ballots are read, the head alone gives the member the first PIN and acts as both.
TEST_F(TwoPeople, BallotsAreTakenInOnlyWhenTwoOfTheCommitteeHavePins) {
  const std::string member = "Mai Thị Viên";
  ASSERT_TRUE(setPin(*ledger, kHead, "2468", {kHead}));
  ASSERT_TRUE(signIn(*ledger, kHead, "2468"));
  Figures figures;
  figures.returned = 1;
  ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {kHead}));
  IntakeOptions options;
  options.contest = "bch";
  options.by = {kHead};
  IntakePorts ports;
  ports.next = [] { return std::optional<SourceItem>(); };
  KeyRequest key;
  key.contest = "bch", key.ballot = 1, key.by = kHead, key.text = "4 5";
  expectRefused(takeIn(*ledger, *ledger->congress().load(), options, ports), "chưa có đủ hai người");
  expectRefused(keyBallot(*ledger, key), "chưa có đủ hai người");
  ASSERT_TRUE(setPin(*ledger, "Lý Văn Máy", "1357", {kHead}));
  expectRefused(keyBallot(*ledger, key), "chưa có đủ hai người");
  ASSERT_TRUE(setPin(*ledger, member, "1111", {kHead})) << "no ballot is known yet";
  EXPECT_TRUE(takeIn(*ledger, *ledger->congress().load(), options, ports));
  EXPECT_TRUE(keyBallot(*ledger, key));
}

TEST_F(TwoPeople, AHeadEnteredAsMemberTooIsNoSecondPerson) {
  Congress doubled = *ledger->congress().load();
  doubled.committee.push_back({kHead, Role::Member});
  begin(doubled, "hai-vai.kiemphieu");
  scan({ballot(contest(), {3, 4})});
  ASSERT_TRUE(setPin(*ledger, kHead, "2468", {kHead}));
  ASSERT_TRUE(signIn(*ledger, kHead, "2468"));
  ASSERT_TRUE(setPin(*ledger, "Lý Văn Máy", "1357", {kHead})) << "nobody else has one who could stand by";
  expectRefused(setPin(*ledger, "Mai Thị Viên", "1111", {kHead}), "Lý Văn Máy");
}

// R-31 was switched off by one technician: a second contest of the office beside the first.
TEST_F(TwoPeople, NobodyAloneAddsAContestBesideOneWhoseBallotsWereRead) {
  ASSERT_TRUE(addContest(*ledger, ofCapUy("truoc"), {})) << "nothing is counted yet";
  scan({ballot(contest(), {3, 4})});
  const auto refused = addContest(*ledger, ofCapUy("gia"), {"Lý Văn Máy"});
  expectRefused(refused, "R-31");
  EXPECT_EQ(refused.error().rule, "R-31");
  Contest poll = ofCapUy("khac");
  poll.office = Office::Other;
  EXPECT_TRUE(addContest(*ledger, poll, {"Lý Văn Máy"})) << "another office";
  poll.office = Office::CapUy;
  expectRefused(changeContest(*ledger, poll, {"Lý Văn Máy"}), "R-31");
  EXPECT_TRUE(addContest(*ledger, ofCapUy("gia"), kTwo));
}

// d.kiemphieu of the review: adding was refused, but a poll of that office could be added and made an election, and the list of the next round be changed.
TEST_F(TwoPeople, NobodyAloneMakesAContestOneOfAnOfficeWhoseBallotsWereRead) {
  const Actors machine = {"Lý Văn Máy"};
  scan({ballot(contest(), {2, 3, 4}), ballot(contest(), {2, 3, 4})});
  Contest poll = ofCapUy("tham-do");
  poll.kind = ContestKind::Opinion;
  ASSERT_TRUE(addContest(*ledger, poll, machine));
  poll.kind = ContestKind::Election;
  expectRefused(changeContest(*ledger, poll, machine), "R-31");
  Figures figures;
  figures.convened = figures.present = figures.issued = figures.returned = 2;
  ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {}));
  close();
  Contest next = *nextRound(*ledger, "bch", machine);
  next.title += " (lần hai)";
  ASSERT_TRUE(changeContest(*ledger, next, machine)) << "its title decides nothing";
  next.candidates.pop_back();
  next.seats = 1;
  expectRefused(changeContest(*ledger, next, machine), "R-31");
  EXPECT_TRUE(changeContest(*ledger, next, kTwo));
}

// The chi ủy was made another office, or taken out, by technical staff when the bí thư's ballots were known; then the bí thư closed without it.
TEST_F(TwoPeople, NobodyAloneTakesAwayWhatAContestThatWasReadStandsOn) {
  const Actors machine = {"Lý Văn Máy"};
  Contest secretary = strikeContest(2, 1, "bch");
  secretary.office = Office::BiThu;
  Contest committee = strikeContest(5, 3, "chi-uy");
  begin(congressOf({committee, secretary}), "bi-thu.kiemphieu");
  scan({ballot(secretary, {1})});
  Contest other = committee;
  other.office = Office::Other;
  expectRefused(changeContest(*ledger, other, machine), "R-31");
  expectRefused(removeContest(*ledger, "chi-uy", machine), "R-31");
  other = committee;
  other.candidates[4].name = "Người Khác";
  const auto refused = changeContest(*ledger, other, machine);
  expectRefused(refused, "R-31");
  EXPECT_EQ(refused.error().rule, "R-31");
  other = committee;
  other.title = "Bầu Chi ủy";
  EXPECT_TRUE(changeContest(*ledger, other, machine)) << "its title decides nothing";
  EXPECT_TRUE(removeContest(*ledger, "chi-uy", kTwo));
}

// k.kiemphieu of the review: all ballots keyed by one operator, and the same person alone changed the passes and the kind of the congress.
TEST_F(TwoPeople, ABallotKeyedInIsReadForTheRulesAndTheKindToo) {
  RuleSet rules = *ledger->congress().rulesOf("bch");
  rules.passesRequired = 2;
  ASSERT_TRUE(setRules(*ledger, "bch", rules, {"Lý Văn Máy"})) << "nothing is counted yet";
  keyOne();
  rules.passesRequired = 1;
  expectRefused(setRules(*ledger, "bch", rules, {"Lý Văn Máy"}), "Lý Văn Máy");
  EXPECT_TRUE(setRules(*ledger, "bch", rules, kTwo));
  Congress members = *ledger->congress().load();
  members.info.kind = CongressKind::Members;
  expectRefused(saveCongress(*ledger, members, {"Lý Văn Máy"}), "loại đại hội");
  expectRefused(ledger->learned().save("bch", "{}", {}, "", {}), "mẫu phiếu");
}

TEST_F(TwoPeople, ANextRoundThatFollowsFromTheCountTakesOne) {
  const Contest c = contest();
  scan({ballot(c, {2, 3, 4}), ballot(c, {2, 3, 4})});
  Figures figures;
  figures.convened = figures.present = figures.issued = figures.returned = 2;
  ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {}));
  close();
  const auto next = nextRound(*ledger, "bch", {});
  ASSERT_TRUE(next) << next.error().what;
  EXPECT_EQ(next->id, "bch-v2");
}

// q.kiemphieu of the review: "convened" from 10 to 14 by one member when the votes were known turned 3 elected into none.
TEST_F(TwoPeople, AFigureIsEnteredByOneAndChangedByTwoOnceBallotsWereRead) {
  ASSERT_TRUE(convened(9, {kHead}));
  ASSERT_TRUE(convened(10, {kHead})) << "nothing is read yet";
  scan({ballot(contest(), {3, 4})});
  Figures returned;
  returned.present = returned.issued = 9;
  returned.returned = 1;
  ASSERT_TRUE(enterFigures(*ledger, "bch", returned, {kHead})) << "entered for the first time";
  ASSERT_TRUE(enterFigures(*ledger, "bch", returned, {kHead})) << "the same again";
  EXPECT_TRUE(ledger->figures().changedAfterReading("bch")->empty());
  expectRefused(convened(14, {kHead}), "hai người");
  Figures less;
  less.deductions = {{"absent-no-alternate", 0}};
  EXPECT_TRUE(enterFigures(*ledger, "bch", less, {kHead})) << "nothing deducted is no change";
  less.deductions = {{"absent-no-alternate", 1}};
  expectRefused(enterFigures(*ledger, "bch", less, {kHead}), "hai người");
  returned.returned = 2;
  expectRefused(enterFigures(*ledger, "bch", returned, {kHead}), "hai người");
  EXPECT_TRUE(*figuresTakeTwo(*ledger, "bch", returned));
  ASSERT_TRUE(convened(14, kTwo));
  const auto changed = *ledger->figures().changedAfterReading("bch");
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0].by, kTwo);
}

// d.kiemphieu of the review: convened, deductions and returned left empty, then entered by one member when the votes were known, without a word in the minutes.
TEST_F(TwoPeople, FiguresFirstEnteredWhenBallotsAreKnownAreSaidAndTakeTwoWherePinsAreUsed) {
  const std::string member = "Mai Thị Viên";
  Figures issued, returned;
  issued.present = issued.issued = 9;
  returned.returned = 1;
  ASSERT_TRUE(enterFigures(*ledger, "bch", issued, {kHead}));
  EXPECT_TRUE(figuresAfterReading(*ledger, "bch")->empty());
  scan({ballot(contest(), {3, 4})});
  ASSERT_TRUE(convened(10, {member})) << "a file without PINs asks for nobody";
  const auto late = *figuresAfterReading(*ledger, "bch");
  ASSERT_EQ(late.size(), 1U);
  EXPECT_FALSE(late[0].changed);
  EXPECT_EQ(late[0].entry.by, Actors{member});
  ASSERT_TRUE(convened(10, {member}));
  EXPECT_EQ(figuresAfterReading(*ledger, "bch")->size(), 1U) << "the same again";
  for (const std::string& name : {member, kHead}) {
    ASSERT_TRUE(setPin(*ledger, name, "2468", {name}));
    ASSERT_TRUE(signIn(*ledger, name, "2468"));
  }
  expectRefused(enterFigures(*ledger, "bch", returned, {member}), "mới nhập");
  EXPECT_TRUE(*figuresTakeTwo(*ledger, "bch", returned));
  ASSERT_TRUE(enterFigures(*ledger, "bch", returned, kTwo));
  ASSERT_TRUE(convened(11, kTwo));
  ASSERT_EQ(figuresAfterReading(*ledger, "bch")->size(), 3U);
  EXPECT_TRUE(figuresAfterReading(*ledger, "bch")->back().changed);
}

TEST_F(TwoPeople, FiguresRefusedByR21StayOnRecord) {
  Figures figures;
  figures.convened = figures.present = 10;
  figures.issued = 9;
  ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {kHead}));
  figures.returned = 11;
  const auto refused = enterFigures(*ledger, "bch", figures, {kHead});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-21");
  const JournalEntry entry = ledger->journal().list()->back();
  EXPECT_EQ(entry.event, toString(Event::FiguresRefused));
  EXPECT_EQ(entry.by, Actors{kHead});
  EXPECT_NE(entry.details.find(R"("returned":11)"), std::string::npos) << entry.details;
  EXPECT_EQ(ledger->figures().of("bch")->returned, std::nullopt) << "what is refused is not stored";
  EXPECT_TRUE(ledger->verifyChain()->sound());
}

// F45: the same minutes of the same closing carried another code each time they were made.
TEST_F(TwoPeople, OneClosingHasOneVerificationCode) {
  countAll();
  const auto statement = [&] {
    const auto counted = *loadContest(*ledger, "bch");
    return statementOfClosing(*ledger, counted, *resultOf(*ledger, counted), "0.1");
  };
  expectRefused(statement(), "chưa chốt");
  close();
  ledger->setClock([] { return std::chrono::system_clock::from_time_t(1800000000); });
  const auto first = statement();
  ASSERT_TRUE(first) << first.error().what;
  ASSERT_TRUE(ledger->journal().append({Event::MinutesMade, {kHead}, "bch"}));
  const auto again = statement();
  ASSERT_TRUE(again);
  EXPECT_EQ(shortCode(*first), shortCode(*again));
  EXPECT_GT(first->madeAt, 0);
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
  close();
  EXPECT_NE(shortCode(*statement()), shortCode(*first)) << "another closing";
}

// A member who never had a PIN gets one from the head, who then rules on ballots as two.
TEST_F(TwoPeople, AFirstPinTakesAnotherPersonOnceABallotWasRead) {
  const std::string member = "Mai Thị Viên", machine = "Lý Văn Máy", secretary = "Đỗ Thị Ghi";
  scan({ballot(contest(), {3, 4})});
  ASSERT_TRUE(setPin(*ledger, kHead, "2468", {kHead}));
  ASSERT_TRUE(signIn(*ledger, kHead, "2468"));
  ASSERT_TRUE(setPin(*ledger, machine, "1357", {kHead})) << "nobody else has one who could stand by";
  expectRefused(setPin(*ledger, member, "1111", {kHead}), machine);
  expectRefused(setPin(*ledger, member, "1111", {kHead, machine}), machine);
  ASSERT_TRUE(signIn(*ledger, machine, "1357"));
  ASSERT_TRUE(setPin(*ledger, member, "1111", {kHead, machine})) << "no member has one yet: staff";
  ASSERT_TRUE(setPin(*ledger, secretary, "2222", {kHead, machine}))
      << "the only member with a PIN may have fallen ill: the count must go on";
  const auto entries = *ledger->journal().list();
  EXPECT_EQ(entries.back().by, (Actors{kHead, machine}));
}

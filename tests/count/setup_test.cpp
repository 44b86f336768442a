// SPDX-License-Identifier: GPL-3.0-or-later
// Setting up a congress file: what is refused before it is stored, the next round of a contest, rule sets.
#include "count/setup.h"

#include <gtest/gtest.h>

#include "builders.h"
#include "count/access.h"
#include "count/closing.h"

using namespace kp;
using namespace kp::testing;

namespace {

class Setup : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Ledger::create(folder.path() / "thu.kiemphieu", congressOf({strikeContest()}));
    ASSERT_TRUE(made) << made.error().what;
    ledger = std::make_unique<Ledger>(std::move(*made));
  }
  Congress congress() const { return *ledger->congress().load(); }
  void store(const std::vector<PageReading>& readings, const std::string& id = "bch") {
    std::vector<SheetIntake> batch;
    for (const PageReading& reading : readings) {
      SheetIntake sheet;
      sheet.expected = id;
      sheet.sourceName = "s" + std::to_string(++stored) + ".jpg";
      sheet.source = std::make_shared<SourceFile>("image " + std::to_string(stored));
      sheet.reading = reading;
      batch.push_back(sheet);
    }
    ASSERT_TRUE(ledger->sheets().append(batch, {}));
  }
  /// Counts these ballots of "bch" and closes it.
  void count(const std::vector<std::vector<std::size_t>>& struck, int convened, const std::string& id = "bch") {
    const Contest contest = *congress().contest(id);
    ASSERT_TRUE(askForOnePass(*ledger, id));
    std::vector<PageReading> readings;
    for (const auto& names : struck) readings.push_back(ballot(contest, names));
    store(readings, id);
    Figures f;
    f.convened = convened;
    f.present = f.issued = f.returned = static_cast<int>(struck.size());
    const auto set = enterFigures(*ledger, id, f, {});
    ASSERT_TRUE(set) << set.error().what;
    const auto closed = closeContest(*ledger, id, kTwo);
    ASSERT_TRUE(closed) << closed.error().what;
  }
  static std::vector<std::string> ids(const Contest& contest) {
    std::vector<std::string> list;
    for (const Candidate& c : contest.candidates) list.push_back(c.id);
    return list;
  }
  template <typename T>
  static void expectRefused(const Expected<T>& outcome, const std::string& part, ErrorKind kind = ErrorKind::Refused) {
    ASSERT_FALSE(outcome) << "let through; expected: " << part;
    EXPECT_EQ(outcome.error().kind, kind) << outcome.error().what;
    EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
  }

  TempFolder folder;
  std::unique_ptr<Ledger> ledger;
  int stored = 0;
};

// Catches: a run-off with everybody on the list, with all seats, or with the threshold still on.
TEST_F(Setup, ATieLeadsToARunOffAmongTheTiedForTheSeatsLeft) {
  // 3 seats: c1 and c2 have 4 votes each, c3 and c4 share the last seat with 3, c5 has 1
  count({{3, 4}, {3, 4}, {2, 4}, {2, 4}, {0, 1}}, 5);
  const auto next = nextRound(*ledger, "bch", {});
  ASSERT_TRUE(next) << next.error().what;
  EXPECT_EQ(next->id, "bch-v2");
  EXPECT_EQ(next->round, 2);
  EXPECT_TRUE(next->runOff);
  EXPECT_EQ(next->seats, 1);
  EXPECT_EQ(ids(*next), (std::vector<std::string>{"c3", "c4"}));
  EXPECT_EQ(*congress().contest("bch-v2"), *next) << "not stored as returned";
  expectRefused(nextRound(*ledger, "bch", {}), "bch-v2");
}

// Catches: a second round that again has the elected on it, for all seats, or with the congress's rules instead of the contest's own.
TEST_F(Setup, AShortfallLeadsToARoundWithTheOthersForTheSeatsLeft) {
  RuleSet own = *ledger->congress().rulesOf("bch");
  own.name = "Quy chế riêng";
  own.percentDecimals = 1;
  own.passesRequired = 1;
  ASSERT_TRUE(setRules(*ledger, "bch", own, {}));
  count({{2, 3, 4}, {2, 3, 4}, {2, 3, 4}, {0, 3, 4}}, 5);
  const auto next = nextRound(*ledger, "bch", {});
  ASSERT_TRUE(next) << next.error().what;
  EXPECT_FALSE(next->runOff);
  EXPECT_EQ(next->seats, 1);
  EXPECT_EQ(ids(*next), (std::vector<std::string>{"c3", "c4", "c5"}));
  EXPECT_EQ(*ledger->congress().rulesOf("bch-v2"), own);
  count({{0, 1}, {1, 2}}, 5, "bch-v2");
  const auto third = nextRound(*ledger, "bch-v2", {});
  ASSERT_TRUE(third) << third.error().what;
  EXPECT_EQ(third->id, "bch-v3");
  EXPECT_EQ(third->round, 3);
}

// Catches: a next round from a count that may still change, or where nothing is left to decide.
TEST_F(Setup, NoNextRoundOfAnOpenAPolledOrADecidedContest) {
  expectRefused(nextRound(*ledger, "bch", {}), "chốt");
  count({{3, 4}, {3, 4}, {3, 4}}, 3);
  expectRefused(nextRound(*ledger, "bch", {}), "đã bầu đủ");
  Contest poll = strikeContest(3, 1, "poll");
  poll.kind = ContestKind::Opinion;
  expectRefused(nextRoundOf(poll, {}, {}), "không có lần bầu");
  Outcome nobodyLeft;
  nobodyLeft.elected = {0};
  nobodyLeft.shortfall = 1;
  expectRefused(nextRoundOf(strikeContest(1, 2), {}, nobodyLeft), "giới thiệu người mới");
}

// Catches: R-06 checked one way only: somebody of the committee put on a list, by hand, with a whole definition, or as a contest's new list; the same for technical staff.
TEST_F(Setup, WhoCountsIsNoCandidateWhicheverCameFirst) {
  const auto standing = [](const char* name, const char* id) {
    Contest contest = strikeContest(3, 2, id);
    contest.candidates[1].name = name;
    return contest;
  };
  for (const auto& [name, rule] : {std::pair{"Mai Thị Viên", "R-06"}, {"HÀ VĂN  TRƯỞNG", "R-06"}, {"Lý Văn Máy", "R-35"}}) {
    const auto added = addContest(*ledger, standing(name, "moi"), {});
    expectRefused(added, "Chưa có gì thay đổi");
    EXPECT_EQ(added.error().rule, rule) << name;
    const auto changed = changeContest(*ledger, standing(name, "bch"), {});
    expectRefused(changed, "Chưa có gì thay đổi");
    EXPECT_EQ(changed.error().rule, rule) << name;
    Congress whole = congress();
    whole.contests.push_back(standing(name, "moi"));
    EXPECT_EQ(saveCongress(*ledger, whole, {}).error().rule, rule) << name;
  }
  const auto member = addPerson(*ledger, {"Nguyễn Văn Người 2", Role::Head}, {});
  EXPECT_EQ(member.error().rule, "R-06");
  const auto staff = addPerson(*ledger, {"Nguyễn Văn Người 2", Role::Technician, "Ban Tổ chức", "Chủ Tọa Thử"}, {});
  EXPECT_EQ(staff.error().rule, "R-35");
  Congress whole = congress();
  whole.committee.push_back({"Nguyễn Văn Người 3", Role::Member});
  EXPECT_EQ(saveCongress(*ledger, whole, {}).error().rule, "R-06");
  EXPECT_EQ(congress(), congressOf({strikeContest()}));
}

// Catches: technical staff that nobody introduced or approved; names that are lost on the way into the file and the journal.
TEST_F(Setup, TechnicalStaffAreIntroducedAndApproved) {
  for (const auto& [by, approved] : {std::pair{"", ""}, {"Ban Tổ chức", " "}, {"", "Chủ Tọa Thử"}}) {
    const auto refused = addPerson(*ledger, {"Võ Máy Thử", Role::Technician, by, approved}, {});
    expectRefused(refused, "R-35");
    EXPECT_EQ(refused.error().rule, "R-35");
  }
  ASSERT_TRUE(addPerson(*ledger, {"Võ Máy Thử", Role::Technician, " Ban Tổ chức ", "Chủ Tọa Thử"}, {}));
  EXPECT_EQ(congress().committee.back(), (CommitteeMember{"Võ Máy Thử", Role::Technician, "Ban Tổ chức", "Chủ Tọa Thử"}));
  expectRefused(introduceStaff(*ledger, "Lý Văn Máy", "Ban Tổ chức", "", {}), "R-35");
  expectRefused(introduceStaff(*ledger, "Mai Thị Viên", "Ban Tổ chức", "Chủ Tọa Thử", {}), "Mai Thị Viên", ErrorKind::NotFound);
  ASSERT_TRUE(introduceStaff(*ledger, "Lý Văn Máy", "Ban Tổ chức", "Chủ Tọa Thử", {}));
  EXPECT_NE(ledger->journal().list()->back().after.find("Ban Tổ chức"), std::string::npos);
  for (const CommitteeMember& person : congress().committee)
    EXPECT_EQ(person.approvedBy, person.role == Role::Technician ? "Chủ Tọa Thử" : "") << person.name;
}

// Catches: a definition stored that examine() blocks: R-06, a candidate in the committee; and names that are not NFC.
TEST_F(Setup, WhatTheRulesBlockIsNotStored) {
  const auto refused = addPerson(*ledger, {"Nguyễn Văn Người 1", Role::Member}, {});
  expectRefused(refused, "Chưa có gì thay đổi");
  EXPECT_EQ(refused.error().rule, "R-06");
  EXPECT_EQ(congress(), congressOf({strikeContest()}));
  Contest none = strikeContest(0, 1, "rong");
  expectRefused(addContest(*ledger, none, {}), "rong");
  expectRefused(addContest(*ledger, strikeContest(), {}), "bch", ErrorKind::BadInput);
  ASSERT_TRUE(addPerson(*ledger, {" Lê Thị Hoa\xCC\x80 ", Role::Member}, {}));
  EXPECT_EQ(congress().committee.back().name, "Lê Thị Hoà");
  expectRefused(addPerson(*ledger, {"Lê Thị Hoà", Role::Member}, {}), "đã có", ErrorKind::BadInput);
  expectRefused(removePerson(*ledger, "Người Lạ", {}), "Người Lạ", ErrorKind::NotFound);
  ASSERT_TRUE(removePerson(*ledger, "Lê Thị Hoà", {}));
  EXPECT_EQ(congress().committee, congressOf({}).committee);
}

// Catches: a contest changed under printed or counted ballots, and one that cannot be corrected while it still could.
TEST_F(Setup, ContestsChangeOnlyUntilSheetsAreTakenIn) {
  ASSERT_TRUE(addContest(*ledger, strikeContest(3, 1, "bt"), {}));
  Contest changed = strikeContest(4, 2, "bt");
  ASSERT_TRUE(changeContest(*ledger, changed, {}));
  EXPECT_EQ(*congress().contest("bt"), changed);
  ASSERT_TRUE(removeContest(*ledger, "bt", {}));
  EXPECT_EQ(congress().contest("bt"), nullptr);
  expectRefused(removeContest(*ledger, "bt", {}), "bt", ErrorKind::NotFound);
  store({ballot(strikeContest(), {3, 4})});
  expectRefused(changeContest(*ledger, strikeContest(6, 3), {}), "đã nhận phiếu");
  expectRefused(removeContest(*ledger, "bch", {}), "đã nhận phiếu");
}

// Catches: technical staff deciding over ballots by changing what the rules make of them (R-13, R-16 are rule-set fields).
TEST_F(Setup, RulesOfAContestWithSheetsTakeTwoOfTheCommittee) {
  RuleSet rules = *ledger->congress().rulesOf("bch");
  rules.allDisapproved = Disposition::Invalid;
  ASSERT_TRUE(setRules(*ledger, "bch", rules, {"Lý Văn Máy"}));
  store({ballot(strikeContest(), {3, 4})});
  rules.allDisapproved = Disposition::Valid;
  expectRefused(setRules(*ledger, "bch", rules, {"Lý Văn Máy"}), "Lý Văn Máy");
  expectRefused(setRules(*ledger, "bch", rules, {}), "hai người");
  ASSERT_TRUE(setRules(*ledger, "bch", rules, kTwo));
  EXPECT_EQ(ledger->congress().rulesOf("bch")->allDisapproved, Disposition::Valid);
  rules.passesRequired = 0;
  expectRefused(setRules(*ledger, "bch", rules, kTwo), "lượt kiểm", ErrorKind::BadInput);
}

// Catches: somebody making himself head, or taking the head out, after the head has a PIN; the last PIN removed, which would open the file to anybody.
TEST_F(Setup, FromTheHeadsFirstPinOnOnlyTheHeadChangesTheCommittee) {
  const std::string head = "Hà Văn Trưởng", machine = "Lý Văn Máy";
  ASSERT_TRUE(setPin(*ledger, machine, "1111", {}));
  ASSERT_TRUE(setPin(*ledger, head, "2222", {}));
  ASSERT_TRUE(signIn(*ledger, machine, "1111"));
  expectRefused(addPerson(*ledger, {machine, Role::Head}, {machine}), head);
  expectRefused(removePerson(*ledger, head, {machine}), head);
  Congress taken = congress();
  taken.committee = {{machine, Role::Head}};
  expectRefused(saveCongress(*ledger, taken, {machine}), head);
  ASSERT_TRUE(addContest(*ledger, strikeContest(3, 1, "bt"), {machine})) << "setting up lists stays the staff's";
  ASSERT_TRUE(signIn(*ledger, head, "2222"));
  ASSERT_TRUE(addPerson(*ledger, {"Võ Thị Mới", Role::Member}, {head}));
  ASSERT_TRUE(removePerson(*ledger, machine, {head}));
  EXPECT_EQ(signedIn(*ledger), std::vector<std::string>{head}) << "whoever is taken out is signed out";
  expectRefused(removePerson(*ledger, head, {head}), "cuối cùng");
  EXPECT_TRUE(*hasPins(*ledger));
}

// Catches: editing without having signed in, and by roles that change nothing.
TEST_F(Setup, EditingAsksWhoIsThere) {
  expectRefused(addContest(*ledger, strikeContest(3, 1, "bt"), {"Đỗ Thị Ghi"}), "thư ký");
  ASSERT_TRUE(setPin(*ledger, "Hà Văn Trưởng", "2222", {}));
  const Congress now = congress();
  expectRefused(saveCongress(*ledger, now, {}), "đăng nhập");
  expectRefused(addPerson(*ledger, {"Võ Thị Mới", Role::Member}, {"Hà Văn Trưởng"}), "chưa đăng nhập");
  expectRefused(changeContest(*ledger, strikeContest(4, 2), {}), "đăng nhập");
  expectRefused(removeContest(*ledger, "bch", {}), "đăng nhập");
  expectRefused(nextRound(*ledger, "bch", {}), "đăng nhập");
  expectRefused(setRules(*ledger, "bch", {}, {}), "đăng nhập");
}

}  // namespace

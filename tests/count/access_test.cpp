// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what, on real congress files: roles, PINs, what wrong ones cost, two-person acts, files without PINs.
#include "count/access.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "builders.h"
#include "count/adjudication.h"
#include "count/closing.h"
#include "count/intake.h"
#include "count/setup.h"

using namespace kp;
using namespace kp::testing;

namespace {

const std::string kHead = "Hà Văn Trưởng", kVien = "Mai Thị Viên", kUy = "Phan Văn Ủy", kMay = "Lý Văn Máy", kGhi = "Đỗ Thị Ghi",
                  kGiam = "Tô Thị Giám";
const std::vector<std::string> kAll = {kHead, kVien, kUy, kMay, kGhi, kGiam};

std::string pinOf(const std::string& name) { return "mã " + name; }

Congress people() {
  Congress congress = congressOf({strikeContest()});
  congress.committee.push_back({kUy, Role::Member});
  congress.committee.push_back({kGiam, Role::Supervisor});
  return congress;
}

class Access : public ::testing::Test {
 protected:
  /// One file in which all six have a PIN, made once: each PIN costs 0.1 s on purpose.
  static void SetUpTestSuite() {
    s_folder = std::make_unique<TempFolder>();
    auto made = Ledger::create(s_folder->path() / "all.kiemphieu", people());
    ASSERT_TRUE(made) << made.error().what;
    for (const std::string& name : kAll) ASSERT_TRUE(made->congress().setPin(name, pinOf(name), {name}));
  }
  static void TearDownTestSuite() { s_folder.reset(); }

  void openWithPins() {
    std::filesystem::copy_file(s_folder->path() / "all.kiemphieu", path(), std::filesystem::copy_options::overwrite_existing);
    reopen();
  }
  void createWithoutPins(const Congress& congress = people()) {
    ASSERT_TRUE(Ledger::create(path(), congress));
    reopen();
  }
  void reopen() {
    ledger.reset();
    LedgerOptions options;
    options.clock = [this] { return now; };
    auto opened = Ledger::open(path(), Ledger::Mode::ReadWrite, options);
    ASSERT_TRUE(opened) << opened.error().what;
    ledger = std::make_unique<Ledger>(std::move(*opened));
  }
  std::filesystem::path path() const { return folder.path() / "thu.kiemphieu"; }
  void come(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const auto in = signIn(*ledger, name, pinOf(name));
      ASSERT_TRUE(in) << in.error().what;
    }
  }
  Expected<void> may(Act act, const Actors& by) const { return mayAct(*ledger, *ledger->congress().load(), act, by); }
  int entries(Event event) const {
    const auto list = *ledger->journal().list();
    return static_cast<int>(std::count_if(list.begin(), list.end(), [&](const JournalEntry& e) { return e.event == toString(event); }));
  }
  template <typename T>
  static void expectRefused(const Expected<T>& outcome, const std::string& part) {
    ASSERT_FALSE(outcome) << "let through; expected: " << part;
    EXPECT_EQ(outcome.error().kind, ErrorKind::Refused) << outcome.error().what;
    EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
  }

  static std::unique_ptr<TempFolder> s_folder;
  TempFolder folder;
  std::chrono::system_clock::time_point now = std::chrono::system_clock::from_time_t(1750000000);
  std::unique_ptr<Ledger> ledger;
};
std::unique_ptr<TempFolder> Access::s_folder;

struct Row {
  Act act;
  // head, member, technician, supervisor, secretary: '-' may not, '1' alone, '2' with the head or a member beside
  std::string who;
};

// Written from domain.md §4, not from the code: technical staff rule on nothing, the supervisor changes nothing, the secretary prints and files.
const std::vector<Row> kTable = {
    {Act::EditCongress, "111--"}, {Act::SetPins, "1----"},    {Act::EnterFigures, "11---"}, {Act::PrintBallots, "111-1"},
    {Act::Rehearse, "111--"},     {Act::MakePapers, "111-1"}, {Act::Scan, "111--"},         {Act::KeyIn, "111--"},
    {Act::Rule, "22---"},         {Act::Close, "22---"},      {Act::Reopen, "22---"},       {Act::Release, "22---"},
    {Act::Package, "111-1"},      {Act::Verify, "11111"},     {Act::RandomCheck, "11-1-"},  {Act::Afterwards, "11--1"},
    {Act::SkipReadBack, "22---"},
};
const std::vector<Role> kRoles = {Role::Head, Role::Member, Role::Technician, Role::Supervisor, Role::Secretary};
const std::vector<std::string> kOfRole = {kHead, kVien, kMay, kGiam, kGhi};

// Catches: a role that may do more (or less) than domain.md says, in the table or in what mayAct() makes of it on a file with everybody signed in.
TEST_F(Access, EachRoleMayDoWhatTheDomainSaysAndNothingElse) {
  openWithPins();
  come(kAll);
  ASSERT_EQ(kTable.size(), allActs().size());
  for (const Row& row : kTable)
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
      const char cell = row.who[i];
      const std::string what = actText(row.act) + " / " + kOfRole[i];
      EXPECT_EQ(roleMay(kRoles[i], row.act), cell != '-') << what;
      EXPECT_EQ(static_cast<bool>(may(row.act, {kOfRole[i]})), cell == '1') << what;
      const std::string partner = kRoles[i] == Role::Head ? kVien : kHead;
      EXPECT_EQ(static_cast<bool>(may(row.act, {kOfRole[i], partner})), cell != '-' && roleMay(i == 0 ? Role::Member : Role::Head, row.act))
          << what << " + " << partner;
      EXPECT_EQ(needsTwo(row.act), row.who[0] == '2');
    }
}

// Catches: two members without the head, one person named twice, or a technician as the second counting as "two of the committee".
TEST_F(Access, TwoPersonActsTakeTwoDifferentOfTheCommitteeWithItsHead) {
  openWithPins();
  come(kAll);
  for (const Act act : {Act::Rule, Act::Close, Act::Reopen, Act::Release}) {
    EXPECT_TRUE(may(act, {kHead, kUy}));
    expectRefused(may(act, {kVien, kUy}), kHead);
    expectRefused(may(act, {kHead, " " + kHead}), "hai người");
    expectRefused(may(act, {kHead}), "hai người");
    expectRefused(may(act, {}), "hai người");
    expectRefused(may(act, {kHead, kMay}), kMay);
    expectRefused(may(act, {kHead, kVien, kMay}), kMay);
    expectRefused(may(act, {kHead, "Người Lạ"}), "Người Lạ");
  }
}

// Catches: names given without the person being there, which is what PINs are for; and a sign-in that outlives the open file.
TEST_F(Access, WhoHasNotSignedInOnThisOpenFileActsOnNothing) {
  openWithPins();
  expectRefused(may(Act::Scan, {kMay}), "chưa đăng nhập");
  expectRefused(may(Act::Scan, {}), "phải có người đăng nhập");
  expectRefused(may(Act::Scan, {"Người Lạ"}), "Người Lạ");
  come({kHead, kMay});
  EXPECT_TRUE(may(Act::Scan, {kMay}));
  expectRefused(may(Act::Close, {kHead, kVien}), kVien + " chưa đăng nhập");
  come({kVien});
  EXPECT_TRUE(may(Act::Close, {kHead, kVien}));
  EXPECT_EQ(signedIn(*ledger), (std::vector<std::string>{kHead, kMay, kVien}));
  EXPECT_EQ(actorsFor(*ledger, people(), Act::EnterFigures), (Actors{kHead, kVien}));
  EXPECT_EQ(entries(Event::SignedIn), 3);
  ASSERT_TRUE(signOut(*ledger, kVien));
  expectRefused(may(Act::Close, {kHead, kVien}), "chưa đăng nhập");
  EXPECT_EQ(entries(Event::SignedOut), 1);
  reopen();
  expectRefused(may(Act::Scan, {kMay}), "chưa đăng nhập");
}

// Catches: use cases that forget to ask. Each is called by people who may not and by people who may but are not there.
TEST_F(Access, TheUseCasesThemselvesAsk) {
  openWithPins();
  Figures figures;
  figures.convened = 12;
  expectRefused(enterFigures(*ledger, "bch", figures, {}), "đăng nhập");
  expectRefused(enterFigures(*ledger, "bch", figures, {kHead}), "chưa đăng nhập");
  come({kMay, kHead});
  expectRefused(enterFigures(*ledger, "bch", figures, {kMay}), "nhân viên kỹ thuật");
  EXPECT_TRUE(enterFigures(*ledger, "bch", figures, {kHead}));
  SheetIntake sheet;
  sheet.expected = "bch";
  sheet.sourceName = "s1.jpg";
  sheet.source = std::make_shared<SourceFile>("image");
  sheet.reading = ballot(strikeContest(), {0});
  ASSERT_TRUE(ledger->sheets().append(std::vector<SheetIntake>{sheet}, {kMay}));
  Ruling valid;
  valid.kind = Ruling::Kind::Valid;
  expectRefused(rule(*ledger, {"bch", 1, valid, {kHead, kVien}}), "chưa đăng nhập");
  expectRefused(rule(*ledger, {"bch", 1, valid, {kHead, kMay}}), kMay);
  expectRefused(closeContest(*ledger, "bch", {kHead, kVien}), "chưa đăng nhập");
  expectRefused(reopenContest(*ledger, "bch", {kHead, kVien}, "xem lại"), "chưa đăng nhập");
  IntakePorts ports;
  ports.next = []() -> Expected<std::optional<SourceItem>> { return std::optional<SourceItem>(); };
  IntakeOptions options;
  options.contest = "bch";
  expectRefused(takeIn(*ledger, people(), options, ports), "đăng nhập");
  EXPECT_EQ(entries(Event::ScanStarted), 0) << "a refused scan left a trace of having begun";
  options.by = {kMay};
  EXPECT_TRUE(takeIn(*ledger, people(), options, ports));
}

// Catches: a technician getting into a ruling by any pair, the file having PINs or not (R-20, 190 Điều 8.2).
TEST_F(Access, ATechnicianNeverRules) {
  for (const bool pins : {true, false}) {
    if (pins) {
      openWithPins();
      come(kAll);
    } else {
      std::filesystem::remove(path());
      createWithoutPins();
    }
    for (const std::string& other : kAll) {
      expectRefused(may(Act::Rule, {kMay, other}), other == kMay || other == kHead || other == kVien || other == kUy ? kMay : "");
      expectRefused(may(Act::Rule, {other, kMay}), "");
    }
    ledger.reset();
  }
}

// Catches: waits kept in memory (a restart would clear them), a right PIN let through while waiting, waits that do not double or do not end.
TEST_F(Access, WrongPinsSlowDownAndAReopenedFileRemembers) {
  openWithPins();
  const auto wrong = [&] { return signIn(*ledger, kVien, "0000"); };
  for (int i = 1; i < kFreeTries; ++i) expectRefused(wrong(), "Hãy nhập lại");
  expectRefused(wrong(), "5 giây");
  EXPECT_EQ(entries(Event::PinWrong), 3);
  reopen();
  expectRefused(signIn(*ledger, kVien, pinOf(kVien)), "5 giây");
  EXPECT_EQ(entries(Event::PinWrong), 3) << "a refused try is no wrong PIN";
  EXPECT_TRUE(signedIn(*ledger).empty());
  ASSERT_TRUE(signIn(*ledger, kHead, pinOf(kHead))) << "others are not slowed down";
  now += std::chrono::milliseconds(4001);
  EXPECT_EQ(*waitBeforePin(*ledger, kVien), 1);
  now += std::chrono::milliseconds(999);
  for (const int wait : {10, 20, 40, 80, 160, 300, 300}) {
    expectRefused(wrong(), std::to_string(wait) + " giây");
    EXPECT_EQ(*waitBeforePin(*ledger, kVien), wait);
    now += std::chrono::seconds(wait);
  }
  EXPECT_EQ(*waitBeforePin(*ledger, kVien), 0);
  ASSERT_TRUE(signIn(*ledger, kVien, pinOf(kVien)));
  expectRefused(wrong(), "Hãy nhập lại");
  EXPECT_EQ(*waitBeforePin(*ledger, kVien), 0) << "a right PIN starts the count anew";
}

// Catches: a clock set back (wrong time zone, empty battery) that locks a person out for hours.
TEST_F(Access, AClockSetBackNeverWaitsLongerThanTheWait) {
  openWithPins();
  for (int i = 0; i < kFreeTries; ++i) EXPECT_FALSE(signIn(*ledger, kVien, "0000"));
  now -= std::chrono::hours(7);
  EXPECT_EQ(*waitBeforePin(*ledger, kVien), kFirstWaitSeconds);
}

// Catches: entries that accuse a person of what somebody else typed, PINs in the journal, and a chain broken by the new entries.
TEST_F(Access, TheJournalNamesWhoseWrongPinItWasButNoActorAndNoPin) {
  openWithPins();
  EXPECT_FALSE(signIn(*ledger, kVien, "mã-sai-123"));
  come({kVien});
  const auto list = *ledger->journal().list();
  const JournalEntry& wrong = list[list.size() - 2];
  EXPECT_EQ(wrong.event, "pin-wrong");
  EXPECT_TRUE(wrong.by.empty());
  EXPECT_NE(wrong.details.find(kVien), std::string::npos);
  EXPECT_EQ(list.back().by, Actors{kVien});
  for (const JournalEntry& entry : list) {
    EXPECT_EQ((entry.details + entry.after).find("mã-sai-123"), std::string::npos);
    EXPECT_EQ((entry.details + entry.after).find(pinOf(kVien)), std::string::npos);
  }
  EXPECT_TRUE(ledger->verifyChain()->sound());
}

// Catches: scripts, rehearsals and the acceptance program, which give no names, being locked out; or an unknown role's work slipping by.
TEST_F(Access, AFileWithoutPinsAsksForNoSignInButStillForRoles) {
  createWithoutPins();
  EXPECT_TRUE(may(Act::Scan, {}));
  EXPECT_TRUE(may(Act::EnterFigures, {}));
  EXPECT_TRUE(may(Act::MakePapers, {"Người Chạy Lệnh"}));
  EXPECT_TRUE(may(Act::Close, {kHead, kVien}));
  expectRefused(may(Act::EnterFigures, {kMay}), "nhân viên kỹ thuật");
  expectRefused(may(Act::Scan, {kGiam}), "giám sát");
  expectRefused(may(Act::Close, {}), "hai người");
  expectRefused(signIn(*ledger, kHead, "1234"), "chưa có mã");
  EXPECT_TRUE(signedIn(*ledger).empty());
}

// Catches: a first PIN that anybody can set for the head once the day has begun, and the opposite: a committee that cannot get started.
TEST_F(Access, FirstPinsAreOnesOwnUntilTheHeadHasOneThenTheHeads) {
  createWithoutPins();
  expectRefused(setPin(*ledger, kHead, "2468", {kGhi}), "tự đặt mã");
  ASSERT_TRUE(setPin(*ledger, kUy, "1111", {kMay})) << "technical staff prepare while nobody has one";
  expectRefused(setPin(*ledger, kHead, "2468", {kMay}), "tự đặt mã");
  ASSERT_TRUE(setPin(*ledger, kMay, "3333", {}));
  ASSERT_TRUE(setPin(*ledger, kHead, "2468", {kHead}));
  expectRefused(setPin(*ledger, kVien, "5555", {}), kHead);
  expectRefused(setPin(*ledger, kVien, "5555", {kHead}), kHead);
  ASSERT_TRUE(signIn(*ledger, kHead, "2468"));
  ASSERT_TRUE(setPin(*ledger, kVien, "5555", {kHead}));
  EXPECT_TRUE(signIn(*ledger, kVien, "5555"));
  const auto tooShort = setPin(*ledger, kGhi, "12", {kHead});
  ASSERT_FALSE(tooShort);
  EXPECT_EQ(tooShort.error().kind, ErrorKind::BadInput);
  EXPECT_EQ(setPin(*ledger, "Người Lạ", "1234", {kHead}).error().kind, ErrorKind::NotFound);
}

// Catches: one person giving another a new PIN and then acting as both, which would void every two-person rule.
TEST_F(Access, AForgottenPinTakesTwoOthersOfTheCommittee) {
  openWithPins();
  come({kHead, kMay, kGiam});
  expectRefused(setPin(*ledger, kVien, "9999", {kHead}), kUy);
  expectRefused(setPin(*ledger, kVien, "9999", {kHead, kMay}), kUy);
  expectRefused(setPin(*ledger, kVien, "9999", {kHead, kGiam}), kUy);
  expectRefused(setPin(*ledger, kVien, "9999", {kHead, kVien}), kUy);
  come({kUy, kVien});
  ASSERT_TRUE(setPin(*ledger, kHead, "9999", {kVien, kUy})) << "the head forgets too";
  expectRefused(may(Act::Close, {kHead, kVien}), "chưa đăng nhập");
  expectRefused(signIn(*ledger, kHead, pinOf(kHead)), "không đúng");
  ASSERT_TRUE(signIn(*ledger, kHead, "9999"));
  ASSERT_TRUE(setPin(*ledger, kHead, "8888", {kHead})) << "own, signed in";
  expectRefused(setPin(*ledger, kHead, "7777", {kHead}), "đã có mã");
}

// Catches: a new PIN that keeps the old one's wait, so that the person stands locked out after the two others have helped.
TEST_F(Access, ANewPinEndsTheWait) {
  openWithPins();
  come({kHead, kUy});
  for (int i = 0; i < kFreeTries; ++i) EXPECT_FALSE(signIn(*ledger, kVien, "0000"));
  ASSERT_TRUE(setPin(*ledger, kVien, "9999", {kHead, kUy}));
  EXPECT_TRUE(signIn(*ledger, kVien, "9999"));
}

// Catches: a committee of two that stands before a closed door when one forgets the PIN.
TEST_F(Access, WhereOnlyOneOfTheCommitteeIsLeftTheSupervisorVouchesToo) {
  Congress small = people();
  small.committee = {{kHead, Role::Head}, {kVien, Role::Member}, {kGiam, Role::Supervisor}, {kMay, Role::Technician}};
  createWithoutPins(small);
  for (const std::string& name : {kVien, kGiam, kMay, kHead}) ASSERT_TRUE(setPin(*ledger, name, pinOf(name), {name}));
  come({kHead, kGiam, kMay});
  expectRefused(setPin(*ledger, kVien, "9999", {kHead, kMay}), kGiam);
  expectRefused(setPin(*ledger, kVien, "9999", {kGiam, kMay}), kGiam);
  EXPECT_TRUE(setPin(*ledger, kVien, "9999", {kHead, kGiam}));
  ASSERT_TRUE(removePerson(*ledger, kGiam, {kHead}));
  EXPECT_TRUE(setPin(*ledger, kVien, "8888", {kHead, kMay})) << "no supervisor: staff";
}

// Catches: the lesser role hiding the greater one of somebody entered twice.
TEST_F(Access, SomebodyWithTwoRolesActsByTheGreater) {
  Congress congress = people();
  congress.committee.push_back({kUy, Role::Secretary});
  std::rotate(congress.committee.rbegin(), congress.committee.rbegin() + 1, congress.committee.rend());
  createWithoutPins(congress);
  ASSERT_TRUE(setPin(*ledger, kUy, "1111", {}));
  const auto person = signIn(*ledger, kUy, "1111");
  ASSERT_TRUE(person);
  EXPECT_EQ(person->role, Role::Member);
  EXPECT_TRUE(may(Act::EnterFigures, {kUy}));
}

}  // namespace

// Catches: a copy out of a package, which has no PINs, that anybody may rule in, close or reopen.
TEST_F(Access, OnACopyForHandingOnNobodyActs) {
  openWithPins();
  const auto copied = folder.path() / "copy.kiemphieu";
  ASSERT_TRUE(ledger->copyForHandingOn(copied));
  auto copy = Ledger::open(copied, Ledger::Mode::ReadWrite);
  ASSERT_TRUE(copy) << copy.error().what;
  EXPECT_FALSE(*hasPins(*copy));
  for (const Act act : {Act::Rule, Act::Close, Act::Reopen, Act::MakePapers, Act::Verify})
    expectRefused(mayAct(*copy, *copy->congress().load(), act, {kHead, kVien}), "bản sao để bàn giao");
  expectRefused(setPin(*copy, kHead, "24680", {kHead}), "bản sao để bàn giao");
}

// Catches: `delete from pins`, the act, and the rows put back: nothing was found.
TEST_F(Access, PinsTakenOutOfTheTableLetNobodyIn) {
  openWithPins();
  come({kHead, kVien});
  ASSERT_TRUE(may(Act::Close, {kHead, kVien}));
  SQLite::Database(path().string(), SQLite::OPEN_READWRITE).exec("CREATE TEMP TABLE kept AS SELECT * FROM pins; DELETE FROM pins");
  EXPECT_EQ(may(Act::Close, {kHead, kVien}).error().kind, ErrorKind::Damaged);
  EXPECT_EQ(may(Act::Scan, {}).error().kind, ErrorKind::Damaged);
  EXPECT_EQ(signIn(*ledger, kUy, pinOf(kUy)).error().kind, ErrorKind::Damaged);
  EXPECT_EQ(setPin(*ledger, kMay, "24680", {kMay}).error().kind, ErrorKind::Damaged);
}

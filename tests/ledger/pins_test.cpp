// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: PINs taken out of the table and put back with plain SQL, a PIN replaced for a while, acting on a copy that was handed on, an end of the journal
// that was cut off: each let somebody act unseen.
#include <algorithm>

#include "ledger/journal_rows.h"
#include "support.h"

namespace kp::test {
namespace {

const std::string kHead = "Lò Văn Thử", kMember = "Hà Thị Mẫu";

void withTwoPins(const std::filesystem::path& path) {
  Ledger ledger = newLedger(path);
  ASSERT_TRUE(ledger.congress().setPin(kHead, "2468", {kHead}));
  ASSERT_TRUE(ledger.congress().setPin(kMember, "1357", {kMember}));
}

bool tells(const ChainCheck& check, const std::string& part) {
  return std::any_of(check.findings.begin(), check.findings.end(),
                     [&](const ChainFinding& finding) { return finding.what.find(part) != std::string::npos; });
}

struct PinTampering {
  const char* name;
  const char* sql;
  const char* found;
};
void PrintTo(const PinTampering& tampering, std::ostream* out) { *out << tampering.name; }

class PinTamper : public LedgerTest, public ::testing::WithParamInterface<PinTampering> {};

}  // namespace

TEST_P(PinTamper, NobodyActsAndVerifyingTellsWhy) {
  withTwoPins(file());
  tamper(file(), GetParam().sql);
  Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
  const auto names = ledger.congress().withPin();
  ASSERT_FALSE(names) << "who has a PIN was taken from the table";
  EXPECT_EQ(names.error().kind, ErrorKind::Damaged);
  EXPECT_NE(names.error().what.find("Không ai thao tác được"), std::string::npos) << names.error().what;
  EXPECT_EQ(ledger.congress().checkPin(kHead, "2468").error().kind, ErrorKind::Damaged);
  EXPECT_EQ(ledger.congress().noteRightPin(kHead).error().kind, ErrorKind::Damaged);
  const auto check = ledger.verifyChain();
  ASSERT_TRUE(check) << check.error().what;
  EXPECT_TRUE(tells(*check, GetParam().found));
}

INSTANTIATE_TEST_SUITE_P(
    All, PinTamper,
    ::testing::Values(PinTampering{"all_removed", "DELETE FROM pins", "bị xóa ngoài"},
                      PinTampering{"one_removed", "DELETE FROM pins WHERE name = 'Lò Văn Thử'", "bị xóa ngoài"},
                      PinTampering{"replaced", "UPDATE pins SET hash = (SELECT hash FROM pins WHERE name = 'Hà Thị Mẫu')", "bị thay ngoài"},
                      PinTampering{"added", "INSERT INTO pins SELECT 'Trần Kỹ Thuật', hash FROM pins LIMIT 1", "được thêm ngoài"}),
    [](const auto& tampering) { return std::string(tampering.param.name); });

TEST_F(LedgerTest, APinGoesWithWhoeverLeavesAndDoesNotComeBackWithThem) {
  withTwoPins(file());
  Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
  Congress congress = sampleCongress();
  std::swap(congress.committee[1], congress.committee[2]);
  congress.committee.pop_back();
  ASSERT_TRUE(ledger.congress().save(congress, {kHead}));
  EXPECT_EQ(*ledger.congress().withPin(), Actors{kHead});
  ASSERT_TRUE(ledger.congress().save(sampleCongress(), {kHead}));
  ASSERT_TRUE(ledger.congress().withPin()) << ledger.congress().withPin().error().what;
  EXPECT_EQ(*ledger.congress().withPin(), Actors{kHead});
  ASSERT_TRUE(ledger.congress().setPin(kMember, "9876", {kHead}));
  EXPECT_EQ(ledger.congress().withPin()->size(), 2U);
}

// e.kiemphieu of the review: after a change of the committee by an earlier version, which did not write down who left, PINs could be deleted unseen for ever.
TEST_F(LedgerTest, BringingAFileUpToDateMakesItsPinsCertainAgain) {
  withTwoPins(file());
  {
    Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
    Congress congress = sampleCongress();
    congress.committee.push_back({"Người Mới", Role::Secretary});
    ASSERT_TRUE(ledger.congress().save(congress, {kHead}));
  }
  tamper(file(),
         "UPDATE journal SET after = json_remove(after, '$.left') WHERE event = 'congress-changed'");  // as the earlier version wrote it
  setBack(file(), 4);
  {
    Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
    const auto names = ledger.congress().withPin();
    ASSERT_TRUE(names) << names.error().what;
    EXPECT_EQ(names->size(), 2U);
    EXPECT_NE(ledger.journal().list()->back().details.find(kMember), std::string::npos) << ledger.journal().list()->back().details;
  }
  tamper(file(), "DELETE FROM pins WHERE name = 'Hà Thị Mẫu'");
  const Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadOnly));
  const auto names = ledger.congress().withPin();
  ASSERT_FALSE(names) << "the committee's second person has no PIN, and nobody notices";
  EXPECT_EQ(names.error().kind, ErrorKind::Damaged);
  EXPECT_TRUE(tells(*ledger.verifyChain(), "bị xóa ngoài"));
}

/// The journal names who came and who went (domain.md §4: only the committee rules), also somebody whose role was changed.
TEST_F(LedgerTest, AChangeOfTheCommitteeNamesEachPersonAndRole) {
  Ledger ledger = newLedger(file());
  Congress congress = sampleCongress();
  congress.committee[1].role = Role::Supervisor;
  congress.committee.push_back({"Kẻ Lạ", Role::Member});
  ASSERT_TRUE(ledger.congress().save(congress, {kHead}));
  const std::string after = ledger.journal().list()->back().after;
  for (const char* part :
       {R"({"name":"Hà Thị Mẫu","role":"member","change":"removed"})", R"({"name":"Hà Thị Mẫu","role":"supervisor","change":"added"})",
        R"({"name":"Kẻ Lạ","role":"member","change":"added"})", R"("left":[])"})
    EXPECT_NE(after.find(part), std::string::npos) << after;
}

TEST_F(LedgerTest, WhoSignedInWithWhichPinIsChecked) {
  withTwoPins(file());
  {
    Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
    ASSERT_TRUE(ledger.congress().noteRightPin(kHead));
    Figures figures;
    figures.convened = 8;
    ASSERT_TRUE(ledger.figures().set("bch", figures, {kHead}));
    EXPECT_TRUE(ledger.verifyChain()->sound()) << ledger.verifyChain()->findings.front().what;
    ASSERT_TRUE(ledger.journal().append({Event::SignedIn, {kHead}, "", std::nullopt, "", "", R"({"fingerprint":"00"})"}));
    EXPECT_TRUE(tells(*ledger.verifyChain(), "đăng nhập ở mục 6 bằng một mã không phải mã của mình"));
    ASSERT_TRUE(ledger.figures().set("bch", figures, {kMember}));
    EXPECT_TRUE(tells(*ledger.verifyChain(), kMember + " có tên ở mục 7 của nhật ký nhưng trước đó chưa hề đăng nhập"));
  }
}

/// Without PINs nobody signs in, and the names given are only names.
TEST_F(LedgerTest, AFileWithoutPinsHasNothingToCheck) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 1), {kMember}));
  EXPECT_TRUE(ledger.verifyChain()->sound());
}

/// A file of an earlier version did not write down who left: a PIN that is gone after such a change is no sign of tampering, another hash still is.
TEST_F(LedgerTest, AnEarlierVersionsChangeOfTheCommitteeIsNoTampering) {
  withTwoPins(file());
  {
    Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
    JournalDraft draft{Event::CongressChanged, {kHead}};
    draft.after = R"({"info":false,"committee":true,"contests":[]})";
    ASSERT_TRUE(ledger.journal().append(draft));
  }
  tamper(file(), "DELETE FROM pins WHERE name = 'Hà Thị Mẫu'");
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger->congress().withPin()) << ledger->congress().withPin().error().what;
  EXPECT_EQ(*ledger->congress().withPin(), Actors{kHead});
  tamper(file(), "UPDATE pins SET hash = 'x'");
  EXPECT_FALSE(ledger->congress().withPin());
}

TEST_F(LedgerTest, ACopyForHandingOnIsOnlyLookedAt) {
  withTwoPins(file());
  const auto target = file("bản sao.kiemphieu");
  ASSERT_TRUE(Ledger::open(file(), Ledger::Mode::ReadOnly)->copyForHandingOn(target));
  const std::string before = contents(target);
  {
    Ledger copy = std::move(*Ledger::open(target, Ledger::Mode::ReadWrite));
    EXPECT_TRUE(copy.isCopyForHandingOn());
    EXPECT_EQ(copy.mode(), Ledger::Mode::ReadOnly);
    EXPECT_TRUE(copy.congress().withPin()->empty());
    const auto refused = copy.congress().close("bch", {kHead, kMember}, "");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
    EXPECT_NE(refused.error().what.find("bản sao để bàn giao"), std::string::npos) << refused.error().what;
    EXPECT_TRUE(copy.verifyChain()->sound()) << copy.verifyChain()->findings.front().what;
    const auto again = Ledger::open(target, Ledger::Mode::ReadWrite);
    EXPECT_TRUE(again) << "a copy is not held by whoever looks at it";
  }
  EXPECT_EQ(contents(target), before);
  EXPECT_FALSE(newLedger(file("khác")).isCopyForHandingOn());
}

/// The secret taken away while somebody acts: nothing more is written, and nobody is let in without a PIN.
TEST_F(LedgerTest, AFileThatLosesItsSecretTakesNothingMore) {
  withTwoPins(file());
  Ledger ledger = std::move(*Ledger::open(file(), Ledger::Mode::ReadWrite));
  SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec("DELETE FROM secrets; DELETE FROM pins");
  EXPECT_FALSE(ledger.congress().withPin());
  EXPECT_EQ(ledger.journal().append({Event::Verified}).error().kind, ErrorKind::Damaged);
  EXPECT_EQ(ledger.journal().list()->size(), 3U);
}

namespace {

struct Cut {
  const char* name;
  const char* sql;
};
void PrintTo(const Cut& cut, std::ostream* out) { *out << cut.name; }

class CutTest : public LedgerTest, public ::testing::WithParamInterface<Cut> {};

}  // namespace

/// entry 1 created · 2 closed · 3 minutes · 4 package
TEST_P(CutTest, EntriesTakenAwayAtTheEndAreMissed) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.congress().close("bch", {kHead, kMember}, ""));
    ASSERT_TRUE(ledger.journal().append({Event::MinutesMade, {kHead}, "bch"}));
    ASSERT_TRUE(ledger.journal().append({Event::PackageMade, {kHead}}));
    EXPECT_TRUE(ledger.verifyChain()->sound()) << ledger.verifyChain()->findings.front().what;
  }
  tamper(file(), GetParam().sql);
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger) << ledger.error().what;
  EXPECT_FALSE(ledger->verifyChain()->sound());
}

/// Regression: the next ordinary act signed whatever was then the last entry, and the cut was healed.
TEST_P(CutTest, NobodyActsOnWhatIsLeft) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.congress().close("bch", {kHead, kMember}, ""));
    ASSERT_TRUE(ledger.journal().append({Event::MinutesMade, {kHead}, "bch"}));
    ASSERT_TRUE(ledger.journal().append({Event::PackageMade, {kHead}}));
  }
  tamper(file(), GetParam().sql);
  const std::string cut = contents(file());
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
  ASSERT_FALSE(ledger);
  EXPECT_EQ(ledger.error().kind, ErrorKind::Damaged) << ledger.error().what;
  EXPECT_TRUE(contents(file()) == cut) << "left as it was found";
  EXPECT_FALSE(Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain()->sound());
}

/// Regression: the same while the file is open for acting.
TEST_F(LedgerTest, EntriesTakenAwayWhileTheFileIsOpenStopTheNextAct) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(ledger.congress().close("bch", {kHead, kMember}, ""));
  ASSERT_TRUE(ledger.journal().append({Event::MinutesMade, {kHead}, "bch"}));
  tamper(file(), "DELETE FROM journal WHERE seq = 3; DELETE FROM journal_actors WHERE seq = 3");
  const auto acted = ledger.congress().reopen("bch", {kHead, kMember}, "kiểm lại");
  ASSERT_FALSE(acted);
  EXPECT_EQ(acted.error().kind, ErrorKind::Damaged) << acted.error().what;
  EXPECT_NE(acted.error().what.find("cắt phần cuối"), std::string::npos) << acted.error().what;
  EXPECT_TRUE(ledger.congress().state("bch")->closed) << "the act was not done by half";
  EXPECT_FALSE(ledger.verifyChain()->sound());
}

INSTANTIATE_TEST_SUITE_P(
    All, CutTest,
    ::testing::Values(
        Cut{"last_entry", "DELETE FROM journal WHERE seq = 4; DELETE FROM journal_actors WHERE seq = 4"},
        Cut{"closing_too", "DELETE FROM contest_states; DELETE FROM journal WHERE seq > 1; DELETE FROM journal_actors WHERE seq > 1"},
        Cut{"mark_moved",
            "DELETE FROM journal WHERE seq = 4; DELETE FROM journal_actors WHERE seq = 4; "
            "UPDATE journal_tail SET entries = 3, hash = (SELECT hash FROM journal WHERE seq = 3)"},
        Cut{"mark_gone", "DELETE FROM journal WHERE seq = 4; DELETE FROM journal_actors WHERE seq = 4; DELETE FROM journal_tail"},
        Cut{"format_set_back",
            "DELETE FROM journal WHERE seq = 4; DELETE FROM journal_actors WHERE seq = 4; DROP TABLE journal_tail; PRAGMA user_version = 4"}),
    [](const auto& cut) { return std::string(cut.param.name); });

}  // namespace kp::test

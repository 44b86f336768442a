// SPDX-License-Identifier: GPL-3.0-or-later
// Regression: a change of the file behind the program's back that verifyChain() does not find, or puts in the wrong place.
#include <algorithm>
#include <fstream>

#include "support.h"

namespace kp::test {
namespace {

struct Tampering {
  const char* name;
  const char* sql;
  int entry;  ///< journal entry that must be named; 0: any
  int sheet;  ///< sheet that must be named; 0: none in particular
};

void PrintTo(const Tampering& tampering, std::ostream* out) { *out << tampering.name; }

// The file of filledFile(): entry 1 created · 2 figures · 3 sheets 1-3 · 4 sheets 4-6 · 5 ruling on 4 · 6 ruling on 5 · 7 closed · 8 reopened · 9 PIN.
const Tampering kTamperings[] = {
    {"image_byte", "UPDATE sources SET bytes = CAST(substr(bytes, 1, 99) || x'00' || substr(bytes, 101) AS BLOB) WHERE id = 5", 4, 5},
    {"image_and_its_hash",
     "UPDATE sources SET bytes = x'00', hash = x'1234567890123456789012345678901234567890123456789012345678901234' WHERE id = 5", 4, 5},
    {"mark_state", "UPDATE marks SET state = 'mark' WHERE sheet = 2 AND candidate = 0", 3, 2},
    {"mark_score", "UPDATE marks SET score = score + 0.5 WHERE sheet = 2 AND candidate = 0", 3, 2},
    {"mark_spot", "UPDATE marks SET y = y + 1 WHERE sheet = 6 AND candidate = 0", 4, 6},
    {"mark_word", "UPDATE marks SET state = 'maybe' WHERE sheet = 2 AND candidate = 2", 3, 2},
    {"mark_gone", "DELETE FROM marks WHERE sheet = 1 AND place = 5", 3, 1},
    {"mark_added",
     "INSERT INTO marks SELECT sheet, 6, candidate, field, state, score, why, x, y, w, h FROM marks WHERE sheet = 1 AND place = 5", 3, 1},
    {"mark_of_nobody", "INSERT INTO marks SELECT 50, place, candidate, field, state, score, why, x, y, w, h FROM marks WHERE sheet = 1", 0,
     50},
    {"reason_gone", "DELETE FROM reasons WHERE sheet = 3 AND place = 1", 3, 3},
    {"spot_moved", "UPDATE spots SET x = 0 WHERE sheet = 3", 3, 3},
    {"sheet_pass", "UPDATE sheets SET pass = 2 WHERE id = 3", 3, 3},
    {"sheet_contest", "UPDATE sheets SET expected = 'bkt', contest = 'bkt' WHERE id = 3", 3, 3},
    {"sheet_name", "UPDATE sheets SET source_name = 'x.jpg' WHERE id = 3", 3, 3},
    {"sheet_other_image", "UPDATE sheets SET source = 1 WHERE id = 3", 3, 3},
    {"sheet_gone",
     "DELETE FROM sheets WHERE id = 2; DELETE FROM marks WHERE sheet = 2; DELETE FROM reasons WHERE sheet = 2; DELETE FROM spots WHERE sheet = 2",
     3, 0},
    {"batch_gone",
     "DELETE FROM sheets WHERE id > 3; DELETE FROM marks WHERE sheet > 3; DELETE FROM reasons WHERE sheet > 3; DELETE FROM spots WHERE sheet > 3",
     4, 0},
    {"sheet_moved_to_other_batch", "UPDATE sheets SET entry = 4 WHERE id = 3", 4, 0},
    {"sheet_added",
     "INSERT INTO sheets (id, pass, expected, contest, source, source_name, page_index, read_contest, page, orientation, dpi, width_px, height_px, refused, taken_in, "
     "entry, digest) SELECT 7, pass, expected, contest, source, source_name, page_index, read_contest, page, orientation, dpi, width_px, height_px, refused, taken_in, "
     "entry, digest FROM sheets WHERE id = 6",
     4, 7},
    {"ruling_vote", "UPDATE ruling_votes SET vote = 'yes' WHERE ruling = 1", 5, 4},
    {"ruling_vote_word", "UPDATE ruling_votes SET vote = 'maybe' WHERE ruling = 1", 5, 4},
    {"ruling_rule", "UPDATE rulings SET rule = 'R-17' WHERE id = 2", 6, 5},
    {"ruling_other_sheet", "UPDATE rulings SET sheet = 6 WHERE id = 2", 6, 6},
    {"ruling_gone", "DELETE FROM ruling_votes WHERE ruling = 1; DELETE FROM rulings WHERE id = 1", 5, 4},
    {"ruling_added", "INSERT INTO rulings SELECT 3, sheet, kind, rule, note, 7 FROM rulings WHERE id = 2", 7, 5},
    {"journal_time", "UPDATE journal SET time = '2026-11-22T09:00:00.000Z' WHERE seq = 4", 4, 0},
    {"journal_details", "UPDATE journal SET details = replace(details, 'R', 'r') || ' ' WHERE seq = 7", 7, 0},
    {"journal_actor", "UPDATE journal_actors SET name = 'Người Khác' WHERE seq = 6 AND place = 2", 6, 0},
    {"journal_actor_added", "INSERT INTO journal_actors VALUES (6, 3, 'Người Khác')", 6, 0},
    {"journal_hash", "UPDATE journal SET hash = x'1234567890123456789012345678901234567890123456789012345678901234' WHERE seq = 4", 4, 0},
    {"journal_entry_gone", "DELETE FROM journal WHERE seq = 8", 9, 0},
    {"figures", "UPDATE figures SET returned = 5 WHERE contest = 'bch'", 2, 0},
    {"figures_gone", "DELETE FROM deductions; DELETE FROM figures", 2, 0},
    {"deduction", "UPDATE deductions SET number = 3", 2, 0},
    {"candidate_name", "UPDATE candidates SET name = 'Nguyễn Văn Ân' WHERE id = 'c1'", 1, 0},
    {"seats", "UPDATE contests SET seats = 4 WHERE id = 'bch'", 1, 0},
    {"committee", "UPDATE committee SET role = 'member'", 1, 0},
    {"rule_set", "UPDATE contest_rules SET passes_required = 1", 1, 0},
    {"closed_again", "UPDATE contest_states SET closed = 1 WHERE id = 2", 8, 0},
    {"state_gone", "DELETE FROM contest_states WHERE id = 2", 8, 0},
    {"pin", "UPDATE pins SET hash = 'x'", 9, 0},
    {"public_key", "UPDATE public_key SET sign_public = code_key_hash", 1, 0},
    {"code_key", "UPDATE secrets SET value = randomblob(32) WHERE name = 'code-key'", 0, 0},
    {"sign_secret", "UPDATE secrets SET value = randomblob(64) WHERE name = 'sign-secret'", 0, 0},
    {"sign_secret_gone", "DELETE FROM secrets WHERE name = 'sign-secret'", 0, 0},
    {"sign_secret_gone_and_pin", "DELETE FROM secrets WHERE name = 'sign-secret'; UPDATE pins SET hash = 'x'", 9, 0},
    {"secrets_gone_and_pin", "DELETE FROM secrets; UPDATE pins SET hash = 'x'", 9, 0},
    {"code_key_gone", "DELETE FROM secrets WHERE name = 'code-key'", 0, 0},
};

void fill(const std::filesystem::path& path) {
  Ledger ledger = newLedger(path);
  const Actors two{"Lò Văn Thử", "Hà Thị Mẫu"};
  Figures figures;
  figures.convened = 8;
  figures.present = figures.issued = figures.returned = 6;
  figures.deductions = {{"absent-no-alternate", 2}};
  ASSERT_TRUE(ledger.figures().set("bch", figures, two));
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 3), {}));
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(4, 3), {}));
  ASSERT_TRUE(ledger.rulings().append(4, {Ruling::Kind::Votes, {{1, Vote::No}}, "", ""}, two));
  ASSERT_TRUE(ledger.rulings().append(5, {Ruling::Kind::Invalid, {}, "R-18", ""}, two));
  ASSERT_TRUE(ledger.congress().close("bch", two, "{}"));
  ASSERT_TRUE(ledger.congress().reopen("bch", two, "kiểm lại"));
  ASSERT_TRUE(ledger.congress().setPin("Lò Văn Thử", "2468", two));
  const auto check = ledger.verifyChain();
  ASSERT_TRUE(check);
  ASSERT_TRUE(check->sound()) << check->findings.front().what;
  EXPECT_EQ(check->entries, 9);
  EXPECT_EQ(check->sheets, 6);
  EXPECT_EQ(check->rulings, 2);
  EXPECT_EQ(check->head, *ledger.head());
}

class TamperTest : public LedgerTest, public ::testing::WithParamInterface<Tampering> {
 protected:
  /// The filled file is made once; each case changes a copy.
  void SetUp() override {
    LedgerTest::SetUp();
    static std::string bytes;
    if (bytes.empty()) {
      fill(file("mẫu"));
      bytes = contents(file("mẫu"));
    }
    std::ofstream(file(), std::ios::binary) << bytes;
  }
};

}  // namespace

TEST_P(TamperTest, IsFoundAndNamed) {
  tamper(file(), GetParam().sql);
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger) << ledger.error().what;
  const auto check = ledger->verifyChain();
  ASSERT_TRUE(check) << check.error().what;
  ASSERT_FALSE(check->sound());
  const auto names = [&](const ChainFinding& finding) {
    return (GetParam().entry == 0 || finding.entry == GetParam().entry) && (GetParam().sheet == 0 || finding.sheet == GetParam().sheet) &&
           !finding.what.empty();
  };
  std::string all;
  for (const ChainFinding& finding : check->findings) all += finding.what + "\n";
  EXPECT_TRUE(std::any_of(check->findings.begin(), check->findings.end(), names)) << all;
  EXPECT_LE(check->findings.size(), 3U) << "one change is not reported as many\n" << all;
}

INSTANTIATE_TEST_SUITE_P(All, TamperTest, ::testing::ValuesIn(kTamperings),
                         [](const auto& tampering) { return std::string(tampering.param.name); });

/// The digest beside a sheet is only there to name it: the journal covers it.
TEST_F(LedgerTest, AChangedMarkWithItsDigestMadeToFitIsStillFound) {
  fill(file());
  tamper(file(), "UPDATE sheets SET digest = x'1234567890123456789012345678901234567890123456789012345678901234' WHERE id = 2");
  EXPECT_FALSE(Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain()->sound());
}

/// Regression: one person's ruling, closing or reopening, written past the use cases, went through verifying.
TEST_F(LedgerTest, WhatTakesTwoPeopleNamesTwo) {
  Ledger ledger = newLedger(file());
  const Actors two{"Lò Văn Thử", "Hà Thị Mẫu"}, one{"Lò Văn Thử"}, twice{"Lò Văn Thử", "Lò Văn Thử"};
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 2), {}));
  ASSERT_TRUE(ledger.rulings().append(1, {Ruling::Kind::Invalid, {}, "R-18", ""}, two));
  ASSERT_TRUE(ledger.congress().close("bch", two, "{}"));
  ASSERT_TRUE(ledger.congress().reopen("bch", two, "kiểm lại"));
  ASSERT_TRUE(ledger.verifyChain()->sound());
  ASSERT_TRUE(ledger.rulings().append(2, {Ruling::Kind::Invalid, {}, "R-18", ""}, one));
  ASSERT_EQ(ledger.verifyChain()->findings.size(), 1U);
  EXPECT_EQ(ledger.verifyChain()->findings.front().sheet, 2);
  ASSERT_TRUE(ledger.congress().close("bch", one, "{}"));
  EXPECT_EQ(ledger.verifyChain()->findings.size(), 2U);
  ASSERT_TRUE(ledger.congress().reopen("bch", twice, "kiểm lại"));
  EXPECT_EQ(ledger.verifyChain()->findings.size(), 3U);
}

TEST_F(LedgerTest, EntriesAreFoundByTheirHash) {
  fill(file());
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  const auto entries = *ledger->journal().list();
  const auto found = ledger->journal().byHash(toHex(entries[3].hash));
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->seq, 4);
  EXPECT_FALSE(*ledger->journal().byHash(std::string(64, '0')));
  EXPECT_FALSE(*ledger->journal().byHash("không phải mã"));
}

TEST_F(LedgerTest, TheCopyForHandingOnIsSoundAndHasNoSecrets) {
  fill(file());
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger);
  const CodeKey codeKey = *ledger->keys().codeKey();
  const SigningKey signing = *ledger->keys().signingKey();
  const auto target = file("bản sao.kiemphieu");
  const auto copied = ledger->copyForHandingOn(target);
  ASSERT_TRUE(copied) << copied.error().what;
  const auto copy = Ledger::open(target, Ledger::Mode::ReadOnly);
  ASSERT_TRUE(copy) << copy.error().what;
  const auto check = copy->verifyChain();
  ASSERT_TRUE(check);
  EXPECT_TRUE(check->sound()) << check->findings.front().what;
  EXPECT_EQ(check->head, *ledger->head());
  EXPECT_EQ(copy->keys().codeKey().error().kind, ErrorKind::NotFound);
  EXPECT_EQ(copy->keys().signingKey().error().kind, ErrorKind::NotFound);
  EXPECT_EQ(*copy->keys().publicKey(), signing.publicKey);
  EXPECT_TRUE(copy->congress().withPin()->empty());
  const std::string bytes = contents(target);
  EXPECT_EQ(bytes.find(std::string(codeKey.begin(), codeKey.end())), std::string::npos);
  EXPECT_EQ(bytes.find(std::string(signing.secretKey.begin(), signing.secretKey.begin() + 32)), std::string::npos);
  EXPECT_EQ(bytes.find("$argon2id$"), std::string::npos);
  EXPECT_EQ(ledger->copyForHandingOn(target).error().kind, ErrorKind::Refused);
  EXPECT_EQ(contents(target), bytes);
}

/// Regressions: verifying a large file that says nothing for minutes, ends below or above its total, or cannot be stopped.
TEST_F(LedgerTest, VerifyingTellsHowFarItIsAndCanBeStopped) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 4), {}));
  std::uint64_t last = 0, all = 0;
  int told = 0;
  const auto whole = ledger.verifyChain([&](std::uint64_t done, std::uint64_t total) {
    EXPECT_GT(done, last);
    last = done;
    all = total;
    return ++told > 0;
  });
  ASSERT_TRUE(whole) << whole.error().what;
  EXPECT_TRUE(whole->sound());
  EXPECT_EQ(told, 2 + 4 + 4 + 4)
      << "entries, sources, sheets, and the parts that hold all entries against what is stored: a long journal is most of the work";
  EXPECT_EQ(last, all);
  told = 0;
  const auto stopped = ledger.verifyChain([&](std::uint64_t, std::uint64_t) { return ++told < 3; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::Refused);
  EXPECT_EQ(told, 3);
  EXPECT_TRUE(ledger.verifyChain()->sound()) << "stopping leaves nothing open";
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Learned forms. Regressions: an older form coming back, a form changed after ballots were taken in, a form or its blank that can be changed unseen.
#include "support.h"

namespace kp::test {
namespace {

std::vector<SourceFile> blanks(const std::string& bytes) {
  std::vector<SourceFile> files;
  files.emplace_back(bytes);
  return files;
}

}  // namespace

TEST_F(LedgerTest, TheNewestLearnedFormCountsUntilItIsGivenUp) {
  Ledger ledger = newLedger(file());
  EXPECT_EQ(*ledger.learned().of("bch"), std::nullopt);
  ASSERT_TRUE(ledger.learned().save("bch", "{\"form\":1}", blanks("trắng 1"), "1 trang", {"Một Thử"}));
  ASSERT_TRUE(ledger.learned().save("bch", "{\"form\":2}", blanks("trắng 2"), "1 trang", {"Một Thử"}));
  EXPECT_EQ(*ledger.learned().of("bch"), "{\"form\":2}");
  EXPECT_EQ(*ledger.learned().of("bkt"), std::nullopt) << "another contest's form";
  ASSERT_TRUE(ledger.learned().save("bch", "", {}, "bỏ", {"Một Thử"}));
  EXPECT_EQ(*ledger.learned().of("bch"), std::nullopt);
  EXPECT_EQ(ledger.learned().save("không có", "{}", {}, "", {}).error().kind, ErrorKind::NotFound);
}

TEST_F(LedgerTest, TheBlankIsKeptAndTheSameBytesAreKeptOnce) {
  Ledger ledger = newLedger(file());
  const auto files = blanks("trắng");
  ASSERT_TRUE(ledger.learned().save("bch", "{}", files, "", {}));
  ASSERT_TRUE(ledger.learned().save("bkt", "{}", files, "", {})) << "one blank may serve two contests";
  EXPECT_EQ(*ledger.learned().blank(toHex(files[0].hash())), "trắng");
  EXPECT_EQ(ledger.learned().blank(std::string(64, '0')).error().kind, ErrorKind::NotFound);
}

TEST_F(LedgerTest, AFormStandsOnceBallotsWereTakenIn) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(ledger.learned().save("bch", "{\"form\":1}", blanks("trắng"), "", {}));
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 1), {"máy"}));
  const auto changed = ledger.learned().save("bch", "{\"form\":2}", blanks("khác"), "", {});
  ASSERT_FALSE(changed) << "ballots already read would stand for other names";
  EXPECT_EQ(changed.error().kind, ErrorKind::Refused);
  EXPECT_FALSE(ledger.learned().save("bch", "", {}, "", {})) << "nor can it be given up";
  EXPECT_EQ(*ledger.learned().of("bch"), "{\"form\":1}");
}

TEST_F(LedgerTest, AChangedFormOrBlankIsFound) {
  const auto files = blanks("trắng");
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.learned().save("bch", "{\"form\":1}", files, "", {}));
    EXPECT_TRUE(ledger.verifyChain()->sound());
  }
  tamper(file(), "UPDATE journal SET after = '{\"form\":9}' WHERE event = 'ballot-learned'");
  EXPECT_FALSE(Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain()->sound());
  tamper(file(), "UPDATE sources SET bytes = x'00'");
  const auto changed = Ledger::open(file(), Ledger::Mode::ReadOnly)->learned().blank(toHex(files[0].hash()));
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().kind, ErrorKind::Damaged);
}

// Regression: a blank that was deleted, or replaced together with its hash, was found by nobody until ballots had to be read.
TEST_F(LedgerTest, ABlankThatIsGoneIsFound) {
  const auto files = blanks("trắng"), older = blanks("trắng cũ");
  const auto form = [](const std::vector<SourceFile>& of) {
    return "{\"pages\":[{\"blank\":\"" + toHex(of[0].hash()) + "\",\"index\":0}]}";
  };
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.learned().save("bch", form(older), older, "", {}));
    ASSERT_TRUE(ledger.learned().save("bch", form(files), files, "", {}));
    ASSERT_TRUE(ledger.learned().save("bkt", form(older), older, "", {}));
    ASSERT_TRUE(ledger.learned().save("bkt", "", {}, "bỏ", {}));
    EXPECT_TRUE(ledger.verifyChain()->sound());
  }
  tamper(file(), "DELETE FROM sources WHERE bytes = CAST('trắng cũ' AS BLOB)");
  EXPECT_TRUE(Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain()->sound()) << "no form in force needs it";
  tamper(file(), "UPDATE sources SET hash = x'" + toHex(hashOf("khác")) + "', bytes = CAST('khác' AS BLOB)");
  const auto check = Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain();
  ASSERT_EQ(check->findings.size(), 1U);
  EXPECT_NE(check->findings[0].what.find("bch"), std::string::npos) << check->findings[0].what;
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a fingerprint lost or changed in the file, unnoticed; one given to a sheet that had none.
#include "ballot/ink_print.h"
#include "support.h"

namespace kp::test {
namespace {

const std::string kPrint = encodeInkPrint({{2, {{70, 5, 24}, {71, 5, 20}}}});

class InkPrints : public LedgerTest {
 protected:
  void SetUp() override {
    LedgerTest::SetUp();
    Ledger ledger = newLedger(file());
    auto batch = sampleBatch(1, 2);
    batch[0].reading.inkPrint = kPrint;
    ASSERT_TRUE(ledger.sheets().append(batch, {}));
  }
  bool sound() const { return Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain()->sound(); }
};

TEST_F(InkPrints, AreKeptWithTheReading) {
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger);
  EXPECT_EQ(ledger->sheets().get(1)->reading.inkPrint, kPrint);
  EXPECT_EQ(ledger->sheets().get(2)->reading.inkPrint, "");
  EXPECT_TRUE(sound());
}

TEST_F(InkPrints, AChangedOneIsFound) {
  tamper(file(), "UPDATE ink_prints SET print = x'0102'");
  EXPECT_FALSE(sound());
}

TEST_F(InkPrints, ALostOneIsFound) {
  tamper(file(), "DELETE FROM ink_prints");
  EXPECT_FALSE(sound());
}

TEST_F(InkPrints, AnAddedOneIsFound) {
  tamper(file(), "INSERT INTO ink_prints VALUES (2, x'01')");
  EXPECT_FALSE(sound());
}

}  // namespace
}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a file of an older version that nobody can look at without changing it; a look that writes to it; a reader that goes on showing the old file as it was
// filled up after somebody has brought it up to date.
#include "ledger/schema.h"
#include "support.h"

namespace kp::test {
namespace {

class OlderFile : public LedgerTest, public ::testing::WithParamInterface<int> {};

TEST_P(OlderFile, IsReadWithoutBeingTouched) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 3), {}));
  }
  setBack(file(), GetParam());
  const std::string before = contents(file());
  {
    const auto reader = Ledger::open(file(), Ledger::Mode::ReadOnly);
    ASSERT_TRUE(reader) << reader.error().what;
    EXPECT_EQ(*reader->congress().load(), sampleCongress());
    EXPECT_EQ(*reader->sheets().count({}), 3);
    EXPECT_TRUE(reader->keying().passes("")->empty());
    const auto chain = reader->verifyChain();
    ASSERT_TRUE(chain) << chain.error().what;
    EXPECT_TRUE(chain->sound()) << chain->findings.front().what;
    EXPECT_EQ(reader->journal().append({Event::Verified}).error().kind, ErrorKind::Refused);
  }
  EXPECT_EQ(contents(file()), before);
  EXPECT_EQ(listing(folder()).size(), 1U) << "a reader leaves nothing beside the file";
}

TEST_P(OlderFile, IsSeenAsItIsOnceSomebodyBroughtItUpToDate) {
  { newLedger(file()); }
  setBack(file(), GetParam());
  const auto reader = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(reader) << reader.error().what;
  ASSERT_TRUE(reader->congress().load());
  {
    auto writer = Ledger::open(file(), Ledger::Mode::ReadWrite);
    ASSERT_TRUE(writer) << writer.error().what;
    EXPECT_EQ(writer->journal().list()->back().event, toString(Event::FileMigrated));
    Congress congress = sampleCongress();
    congress.committee.push_back({"Máy Thử", Role::Technician, "Ban Tổ chức", "Chủ Tọa Thử"});
    const auto saved = writer->congress().save(congress, {});
    ASSERT_TRUE(saved) << saved.error().what;
    keyBoth(*writer, 1, "2", "2");
    EXPECT_EQ(reader->congress().load()->committee.back().approvedBy, "Chủ Tọa Thử");
    EXPECT_EQ(reader->keying().ballots("bch", 2)->size(), 1U);
    EXPECT_TRUE(reader->verifyChain()->sound());
  }
}

INSTANTIATE_TEST_SUITE_P(Versions, OlderFile, ::testing::Values(1, 2, 3, 4),
                         [](const auto& version) { return "V" + std::to_string(version.param); });

/// Each step says what an older file looks like without it, so that no version is forgotten.
TEST_F(LedgerTest, EveryStepAfterTheFirstHasALook) {
  for (const Migration& step : migrations()) EXPECT_EQ(*step.look == '\0', step.version == 1) << step.version;
}

/// R-35: who introduced and approved technical staff is kept, journalled, and covered by the journal.
TEST_F(LedgerTest, WhoIntroducedTechnicalStaffIsKeptAndCovered) {
  {
    Ledger ledger = newLedger(file());
    Congress congress = sampleCongress();
    congress.committee.push_back({"Máy Thử", Role::Technician, "Ban Tổ chức", "Chủ Tọa Thử"});
    ASSERT_TRUE(ledger.congress().save(congress, {}));
    EXPECT_EQ(*ledger.congress().load(), congress);
    EXPECT_NE(ledger.journal().list()->back().after.find(R"("introduced-by":"Ban Tổ chức")"), std::string::npos);
    EXPECT_TRUE(ledger.verifyChain()->sound());
  }
  tamper(file(), "UPDATE committee SET approved_by = 'Ai đó' WHERE name = 'Máy Thử'");
  EXPECT_FALSE(Ledger::open(file(), Ledger::Mode::ReadOnly)->verifyChain()->sound());
}

}  // namespace
}  // namespace kp::test

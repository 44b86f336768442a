// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: an existing file overwritten; a newer, foreign or damaged file opened or written to; a migration that stops half-way and leaves half a schema.
#include <fstream>

#include "ledger/schema.h"
#include "support.h"

namespace kp::test {

TEST_F(LedgerTest, CreatesAFileThatCanBeOpenedAndLeavesNothingBeside) {
  { newLedger(file()); }
  EXPECT_EQ(listing(folder()), std::vector<std::string>{file().filename().string()});
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger) << ledger.error().what;
  EXPECT_EQ(*ledger->congress().load(), sampleCongress());
  SQLite::Database raw(file().string());
  EXPECT_EQ(raw.execAndGet("PRAGMA user_version").getInt(), schemaVersion());
  EXPECT_EQ(raw.execAndGet("PRAGMA journal_mode").getString(), "delete") << "at rest one file that can be copied";
}

TEST_F(LedgerTest, WritesAheadWhileActing) {
  const Ledger ledger = newLedger(file());
  EXPECT_EQ(SQLite::Database(file().string()).execAndGet("PRAGMA journal_mode").getString(), "wal");
}

TEST_F(LedgerTest, CreateNeverReplacesAFile) {
  std::ofstream(file()) << "thư riêng";
  const auto ledger = Ledger::create(file(), sampleCongress());
  ASSERT_FALSE(ledger);
  EXPECT_EQ(ledger.error().kind, ErrorKind::Refused);
  EXPECT_EQ(contents(file()), "thư riêng");
  EXPECT_EQ(listing(folder()).size(), 1U);
}

TEST_F(LedgerTest, CreateInAMissingFolderSaysSoAndLeavesNothing) {
  const auto ledger = Ledger::create(folder() / "không có" / "a.kiemphieu", sampleCongress());
  ASSERT_FALSE(ledger);
  EXPECT_EQ(ledger.error().kind, ErrorKind::Io);
  EXPECT_TRUE(listing(folder()).empty());
}

TEST_F(LedgerTest, CreateWithUnknownRulesOrRepeatedIdsIsBadInput) {
  Congress congress = sampleCongress();
  congress.info.rules = "999-QĐ/TW";
  EXPECT_EQ(Ledger::create(file(), congress).error().kind, ErrorKind::BadInput);
  congress = sampleCongress();
  congress.contests[0].candidates[1].id = "c1";
  EXPECT_EQ(Ledger::create(file(), congress).error().kind, ErrorKind::BadInput);
  EXPECT_TRUE(listing(folder()).empty());
}

TEST_F(LedgerTest, OpeningNothingIsNotFoundAndMakesNoFile) {
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
  ASSERT_FALSE(ledger);
  EXPECT_EQ(ledger.error().kind, ErrorKind::NotFound);
  EXPECT_TRUE(listing(folder()).empty());
}

TEST_F(LedgerTest, ForeignFilesAreRefusedAndUntouched) {
  std::ofstream(file("anh.jpg")) << std::string(5000, 'x');
  std::ofstream(file("rong.kiemphieu"));
  {
    SQLite::Database(file("khac.sqlite").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE t (a); PRAGMA user_version = 1");
  }
  for (const char* name : {"anh.jpg", "rong.kiemphieu", "khac.sqlite"}) {
    const std::string before = contents(file(name));
    for (const auto mode : {Ledger::Mode::ReadOnly, Ledger::Mode::ReadWrite}) {
      const auto ledger = Ledger::open(file(name), mode);
      ASSERT_FALSE(ledger) << name;
      EXPECT_EQ(ledger.error().kind, ErrorKind::BadInput) << name << ": " << ledger.error().what;
    }
    EXPECT_EQ(contents(file(name)), before) << name;
  }
  EXPECT_EQ(listing(folder()).size(), 3U);
}

TEST_F(LedgerTest, AFolderIsNotACongressFile) {
  EXPECT_EQ(Ledger::open(folder(), Ledger::Mode::ReadOnly).error().kind, ErrorKind::BadInput);
}

TEST_F(LedgerTest, ANewerFileIsRefusedAndUntouched) {
  { newLedger(file()); }
  { SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = " + std::to_string(schemaVersion() + 1)); }
  const std::string before = contents(file());
  for (const auto mode : {Ledger::Mode::ReadOnly, Ledger::Mode::ReadWrite}) {
    const auto ledger = Ledger::open(file(), mode);
    ASSERT_FALSE(ledger);
    EXPECT_EQ(ledger.error().kind, ErrorKind::Refused);
  }
  EXPECT_EQ(contents(file()), before);
  EXPECT_EQ(listing(folder()).size(), 1U);
}

/// What a file without any schema of ours gets from all migrations is what a new file has.
TEST_F(LedgerTest, MigratesFromVersionZeroToCurrent) {
  SQLite::Database db(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  int from = -1;
  EXPECT_TRUE(migrate(db, migrations(), [&from](int old) { from = old; }));
  EXPECT_EQ(from, 0);
  EXPECT_EQ(db.execAndGet("PRAGMA user_version").getInt(), schemaVersion());
  EXPECT_TRUE(db.tableExists("marks"));
  EXPECT_FALSE(migrate(db, migrations(), [](int) { FAIL() << "nothing to do"; }));
}

constexpr Migration kSteps[] = {{1, "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (7)"},
                                {2, "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1"}};

TEST_F(LedgerTest, MigratesAnOlderFileAndKeepsItsData) {
  SQLite::Database db(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(db, std::span(kSteps).first(1), [](int) {});
  db.exec("INSERT INTO a VALUES (8)");
  int from = -1;
  EXPECT_TRUE(migrate(db, kSteps, [&from](int old) { from = old; }));
  EXPECT_EQ(from, 1);
  EXPECT_EQ(db.execAndGet("SELECT SUM(y) FROM a").getInt(), 8 + 9);
  EXPECT_EQ(db.execAndGet("PRAGMA user_version").getInt(), 2);
}

TEST_F(LedgerTest, AMigrationBrokenHalfWayLeavesTheFileAsItWas) {
  SQLite::Database db(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(db, std::span(kSteps).first(1), [](int) {});
  const Migration broken[] = {kSteps[0], kSteps[1], {3, "CREATE TABLE b (z INTEGER); INSERT INTO nowhere VALUES (1)"}};
  EXPECT_THROW(migrate(db, broken, [](int) {}), SQLite::Exception);
  EXPECT_EQ(db.execAndGet("PRAGMA user_version").getInt(), 1);
  EXPECT_FALSE(db.tableExists("b"));
  EXPECT_EQ(db.execAndGet("SELECT COUNT(*) FROM pragma_table_info('a')").getInt(), 1);
  EXPECT_TRUE(migrate(db, kSteps, [](int) {}));
}

/// A file that has our application id but no tables or congress in it is damaged, not an empty congress to start with.
TEST_F(LedgerTest, AFileWithoutACongressIsDamaged) {
  {
    SQLite::Database db(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    migrate(db, migrations(), [](int) {});
  }
  EXPECT_EQ(Ledger::open(file(), Ledger::Mode::ReadOnly).error().kind, ErrorKind::Damaged);
}

TEST_F(LedgerTest, DamagedPagesAreRefusedAndUntouched) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 40, 1, 40), {}));
  }
  std::string bytes = contents(file());
  for (std::size_t page = 2; page * 8192 < bytes.size(); page += 3) bytes.replace(page * 8192 + 8, 600, 600, '\x5a');
  std::ofstream(file(), std::ios::binary) << bytes;
  for (const auto mode : {Ledger::Mode::ReadOnly, Ledger::Mode::ReadWrite}) {
    const auto ledger = Ledger::open(file(), mode);
    ASSERT_FALSE(ledger);
    EXPECT_EQ(ledger.error().kind, ErrorKind::Damaged) << ledger.error().what;
  }
  EXPECT_EQ(contents(file()), bytes);
}

/// Opening reads no marks; only the check of all pages finds this.
TEST_F(LedgerTest, DamageInTheMarksAloneIsRefused) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 40, 1, 40), {}));
  }
  std::string bytes = contents(file());
  const std::size_t at = bytes.find("partial");  // why a mark is unsure
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at / 8192 * 8192 + 8, 40, 40, '\xff');
  std::ofstream(file(), std::ios::binary) << bytes;
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_FALSE(ledger);
  EXPECT_EQ(ledger.error().kind, ErrorKind::Damaged) << ledger.error().what;
}

TEST_F(LedgerTest, ACutOffFileIsRefusedAndUntouched) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 10), {}));
  }
  const std::string bytes = contents(file()).substr(0, 8192 * 6);
  std::ofstream(file(), std::ios::binary) << bytes;
  EXPECT_EQ(Ledger::open(file(), Ledger::Mode::ReadWrite).error().kind, ErrorKind::Damaged);
  EXPECT_EQ(contents(file()), bytes);
}

TEST_F(LedgerTest, MissingTriggersAreFoundOnOpening) {
  { newLedger(file()); }
  { SQLite::Database(file().string(), SQLite::OPEN_READWRITE).exec("DROP TRIGGER marks_keep_update"); }
  EXPECT_EQ(Ledger::open(file(), Ledger::Mode::ReadWrite).error().kind, ErrorKind::Damaged);
}

TEST_F(LedgerTest, AReaderChangesNothing) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 3), {}));
  }
  const std::string before = contents(file());
  {
    auto reader = Ledger::open(file(), Ledger::Mode::ReadOnly);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->sheets().append(sampleBatch(4, 1), {}).error().kind, ErrorKind::Refused);
    EXPECT_EQ(reader->journal().append({Event::Verified}).error().kind, ErrorKind::Refused);
    EXPECT_TRUE(reader->verifyChain()->sound());
  }
  EXPECT_EQ(contents(file()), before);
  EXPECT_EQ(listing(folder()).size(), 1U) << "a reader leaves nothing beside the file";
}

}  // namespace kp::test

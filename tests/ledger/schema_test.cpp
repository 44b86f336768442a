// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a released schema edited in place (schema.txt is written by hand, never by this test); a record that can be changed or deleted.
#include "ledger/schema.h"
#include "support.h"

namespace kp::test {

TEST_F(LedgerTest, TheSchemaIsTheOneWrittenDown) {
  { newLedger(file()); }
  SQLite::Database db(file().string());
  std::string found = "-- version " + std::to_string(schemaVersion()) + "\n";
  SQLite::Statement row(db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
  while (row.executeStep()) found += row.getColumn(0).getString() + ";\n";
  EXPECT_EQ(found, contents(std::filesystem::path(KP_SOURCE_DIR) / "tests/ledger/schema.txt"));
}

TEST_F(LedgerTest, EveryTableIsStrict) {
  { newLedger(file()); }
  SQLite::Database db(file().string());
  EXPECT_EQ(
      db.execAndGet(
            "SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0")
          .getInt(),
      0);
}

TEST_F(LedgerTest, RecordsCanBeNeitherChangedNorDeletedNorReplaced) {
  {
    Ledger ledger = newLedger(file());
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 2), {"máy"}));
    ASSERT_TRUE(ledger.rulings().append(1, {Ruling::Kind::Votes, {{1, Vote::No}}, "", ""}, {"a", "b"}));
    keyBoth(ledger, 1, "2", "2");
    ASSERT_TRUE(ledger.congress().close("bch", {"a", "b"}, ""));
  }
  SQLite::Database db(file().string(), SQLite::OPEN_READWRITE);
  for (const char* table : {"journal", "journal_actors", "contest_states", "sources", "sheets", "reasons", "marks", "spots", "rulings",
                            "ruling_votes", "public_key", "keyed_entries", "keyed_ballots"}) {
    const std::string name = table;
    const std::string column = db.execAndGet("SELECT name FROM pragma_table_info('" + name + "') LIMIT 1").getString();
    ASSERT_GT(db.execAndGet("SELECT COUNT(*) FROM " + name).getInt(), 0) << name;
    EXPECT_THROW(db.exec("UPDATE " + name + " SET " + column + " = " + column), SQLite::Exception) << name;
    EXPECT_THROW(db.exec("DELETE FROM " + name), SQLite::Exception) << name;
  }
  EXPECT_THROW(db.exec("UPDATE secrets SET value = x'00'"), SQLite::Exception);
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: an entry replaced instead of kept; a ballot made of one person's two entries, or of entries that differ; a keyed ballot counted beside a scanned
// one; what one operator keyed readable in the journal; half a ballot after a kill; a version 1 file that loses anything, or stays half migrated.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "ledger/schema.h"
#include "support.h"

namespace kp::test {
namespace {

const KeyedPlace kFirst{"bch", 2, 1};

std::vector<PageReading> somePages() { return {sampleSheet(1).reading}; }

Expected<StoredKeyed> key(Ledger& ledger, int ballot, int slot, const std::string& person, const std::string& text) {
  return ledger.keying().append(keyedDraft(2, ballot, slot, person, text), somePages());
}

/// Entry 1 created · 2, 3 ballot 1 keyed · 4 its sheet taken in · 5 agreed · 6, 7 ballot 2 keyed · 8 its sheet taken in · 9 referred · 10 ballot 3 keyed by one.
void fill(const std::filesystem::path& path) {
  Ledger ledger = newLedger(path);
  keyBoth(ledger, 1, "2", "2");
  keyBoth(ledger, 2, "1", "3");
  ASSERT_TRUE(ledger.keying().refer({"bch", 2, 2}, somePages(), {"Một Thử"}));
  ASSERT_TRUE(key(ledger, 3, 1, "Một Thử", "4"));
  const auto check = ledger.verifyChain();
  ASSERT_TRUE(check);
  ASSERT_TRUE(check->sound()) << check->findings.front().what;
  ASSERT_EQ(check->entries, 10);
}

}  // namespace

TEST_F(LedgerTest, TwoEqualEntriesMakeOneBallotWithBothEntriesAsItsSource) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "2"));
  EXPECT_FALSE(*ledger.keying().ballotOf(kFirst));
  ASSERT_TRUE(key(ledger, 1, 2, "Hai Thử", "2"));
  const auto ballot = *ledger.keying().ballotOf(kFirst);
  ASSERT_TRUE(ballot);
  EXPECT_FALSE(ballot->referred);
  const auto sheet = ledger.sheets().get(ballot->sheet);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->sourceName, "keyed-00001");
  EXPECT_EQ(sheet->pass, 2);
  EXPECT_EQ(sheet->reading.marks, somePages().front().marks);
  const std::string source = *ledger.sheets().sourceBytes(sheet->sourceId);
  for (const char* part : {"kiemphieu-keyed/1", "Một Thử", "Hai Thử", "\"text\":\"2\""})
    EXPECT_NE(source.find(part), std::string::npos) << part;
}

TEST_F(LedgerTest, DifferentEntriesMakeNoBallotUntilBothHaveKeyedAgain) {
  Ledger ledger = newLedger(file());
  keyBoth(ledger, 1, "1", "3");
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "3"));
  EXPECT_FALSE(*ledger.keying().ballotOf(kFirst)) << "the second operator's earlier entry confirms nothing: both look at the paper again";
  ASSERT_TRUE(key(ledger, 1, 2, "Hai Thử", "3"));
  EXPECT_TRUE(*ledger.keying().ballotOf(kFirst));
  EXPECT_EQ(ledger.keying().entriesOf(kFirst)->size(), 4U);
}

TEST_F(LedgerTest, ACorrectionStandsBesideTheEarlierEntryAndTheLatestCounts) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "1"));
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "2"));
  ASSERT_TRUE(key(ledger, 1, 2, "Hai Thử", "2"));
  EXPECT_TRUE(*ledger.keying().ballotOf(kFirst));
  const auto entries = *ledger.keying().entriesOf(kFirst);
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].content, "1");
  EXPECT_EQ(entries[2].person, "Hai Thử");
  EXPECT_EQ(entries[2].round, 1);
}

TEST_F(LedgerTest, OnePersonCannotBeBothOperatorsOfABallot) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "2"));
  EXPECT_EQ(key(ledger, 1, 2, "Một Thử", "2").error().kind, ErrorKind::Refused);
  EXPECT_TRUE(key(ledger, 2, 2, "Một Thử", "2")) << "another ballot is";
  EXPECT_EQ(ledger.keying().entries("bch", 2)->size(), 2U);
}

TEST_F(LedgerTest, NothingIsKeyedOverARecordedBallotAClosedCountOrScannedSheets) {
  Ledger ledger = newLedger(file());
  keyBoth(ledger, 1, "2", "2");
  const auto again = key(ledger, 1, 1, "Một Thử", "3");
  ASSERT_EQ(again.error().kind, ErrorKind::Refused);
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 2, 1), {}));
  EXPECT_EQ(ledger.keying().append(keyedDraft(1, 1, 1, "Một Thử", "2"), somePages()).error().kind, ErrorKind::Refused);
  ASSERT_TRUE(ledger.congress().close("bch", {"a", "b"}, ""));
  EXPECT_EQ(key(ledger, 2, 1, "Một Thử", "3").error().kind, ErrorKind::Refused);
  EXPECT_EQ(ledger.keying().entries("bch", 2)->size(), 2U);
  EXPECT_TRUE(ledger.verifyChain()->sound());
}

TEST_F(LedgerTest, OnlyAPairThatDiffersIsReferred) {
  Ledger ledger = newLedger(file());
  EXPECT_EQ(ledger.keying().refer(kFirst, somePages(), {}).error().kind, ErrorKind::Refused);
  keyBoth(ledger, 1, "1", "3");
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "3"));
  EXPECT_EQ(ledger.keying().refer(kFirst, somePages(), {}).error().kind, ErrorKind::Refused) << "it is being keyed again";
  ASSERT_TRUE(key(ledger, 1, 2, "Hai Thử", "1"));
  const auto referred = ledger.keying().refer(kFirst, somePages(), {"Một Thử"});
  ASSERT_TRUE(referred) << referred.error().what;
  EXPECT_TRUE(referred->referred);
  EXPECT_EQ(ledger.keying().refer(kFirst, somePages(), {}).error().kind, ErrorKind::Refused) << "once";
}

TEST_F(LedgerTest, TheJournalSaysThatABallotWasKeyedAndNotWhat) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(key(ledger, 1, 1, "Một Thử", "nội dung"));
  const JournalEntry entry = ledger.journal().list()->back();
  EXPECT_EQ(entry.event, "ballot-keyed");
  EXPECT_EQ(entry.by, Actors{"Một Thử"});
  for (const std::string& text : {entry.before, entry.after, entry.details}) EXPECT_EQ(text.find("nội dung"), std::string::npos);
}

namespace {

struct Change {
  const char* name;
  const char* sql;
  int entry;
};
void PrintTo(const Change& change, std::ostream* out) { *out << change.name; }

const Change kChanges[] = {
    {"content", "UPDATE keyed_entries SET content = '5' WHERE id = 1", 2},
    {"typed", "UPDATE keyed_entries SET typed = '5' WHERE id = 5", 10},
    {"operator", "UPDATE keyed_entries SET operator = 2 WHERE id = 5", 10},
    {"ballot", "UPDATE keyed_entries SET ballot = 9 WHERE id = 5", 10},
    {"round", "UPDATE keyed_entries SET round = 2 WHERE id = 5", 10},
    {"entry_gone", "DELETE FROM keyed_entries WHERE id = 5", 10},
    {"entry_added",
     "INSERT INTO keyed_entries SELECT 6, contest, pass, ballot, operator, round, typed, content, 9 FROM keyed_entries WHERE id = 5", 9},
    {"ballot_gone", "DELETE FROM keyed_ballots WHERE ballot = 1", 5},
    {"ballot_moved", "UPDATE keyed_ballots SET ballot = 7 WHERE ballot = 1", 5},
    {"ballot_other_sheet", "UPDATE keyed_ballots SET sheet = sheet + 5 WHERE ballot = 2", 9},
    {"ballot_no_longer_referred", "UPDATE keyed_ballots SET referred = 0 WHERE ballot = 2", 9},
    {"ballot_of_other_entries", "UPDATE keyed_ballots SET first_entry = 3 WHERE ballot = 1", 5},
};

class KeyingTamperTest : public LedgerTest, public ::testing::WithParamInterface<Change> {};

}  // namespace

TEST_P(KeyingTamperTest, IsFoundAndNamed) {
  fill(file());
  tamper(file(), GetParam().sql);
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(ledger) << ledger.error().what;
  const auto check = ledger->verifyChain();
  ASSERT_TRUE(check) << check.error().what;
  std::string all;
  for (const ChainFinding& finding : check->findings) all += finding.what + "\n";
  EXPECT_TRUE(std::any_of(check->findings.begin(), check->findings.end(), [](const ChainFinding& f) {
    return f.entry == GetParam().entry;
  })) << all;
  EXPECT_LE(check->findings.size(), 3U) << "one change is not reported as many\n" << all;
}

INSTANTIATE_TEST_SUITE_P(All, KeyingTamperTest, ::testing::ValuesIn(kChanges),
                         [](const auto& change) { return std::string(change.param.name); });

/// A kill between the second entry and its sheets would leave a ballot that nobody is asked for any more and that is not counted.
TEST_F(LedgerTest, KilledWhileKeyingKeepsWholeBallotsAndAllThatWasAcknowledged) {
  { newLedger(file()); }
  for (int round = 0; round < 3; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
      if (!ledger) _exit(1);
      for (int ballot = static_cast<int>(ledger->keying().entries("bch", 2)->size()) + 1;; ++ballot) {
        keyBoth(*ledger, ballot, "2", "2");
        if (write(ends[1], &ballot, sizeof ballot) != sizeof ballot) _exit(2);
      }
    }
    close(ends[1]);
    int acknowledged = 0;
    for (int i = 0; i < 6 + round; ++i)
      ASSERT_EQ(read(ends[0], &acknowledged, sizeof acknowledged), static_cast<ssize_t>(sizeof acknowledged));
    usleep(static_cast<useconds_t>(500 * (round + 1)));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    while (read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) continue;
    close(ends[0]);
    const auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
    ASSERT_TRUE(ledger) << ledger.error().what;
    EXPECT_TRUE(*ledger->keying().ballotOf({"bch", 2, acknowledged}));
    int pairs = 0;
    const auto entries = ledger->keying().entries("bch", 2);
    ASSERT_TRUE(entries);
    for (const StoredKeyed& keyed : *entries) pairs += keyed.slot == 2 ? 1 : 0;
    EXPECT_EQ(static_cast<int>(ledger->keying().ballots("bch", 2)->size()), pairs) << "every second entry made its ballot";
    const auto check = ledger->verifyChain();
    ASSERT_TRUE(check);
    EXPECT_TRUE(check->sound()) << check->findings.front().what;
  }
}

namespace {

/// A file as version 1 wrote it, with sheets and a ruling in it.
void makeVersion1(const std::filesystem::path& path) {
  {
    Ledger ledger = newLedger(path);
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 3), {"máy"}));
    ASSERT_TRUE(ledger.rulings().append(1, {Ruling::Kind::Invalid, {}, "R-18", ""}, {"a", "b"}));
  }
  setBack(path, 1);
}

}  // namespace

TEST_F(LedgerTest, AVersion1FileKeepsAllItHasAndCanBeKeyedInto) {
  makeVersion1(file());
  EXPECT_TRUE(Ledger::open(file(), Ledger::Mode::ReadOnly)) << "looked at as it is: see older_test.cpp";
  {
    auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
    ASSERT_TRUE(ledger) << ledger.error().what;
    EXPECT_EQ(ledger->journal().list()->back().event, "file-migrated");
    EXPECT_EQ(*ledger->sheets().count({}), 3);
    EXPECT_EQ(ledger->rulings().of(1)->size(), 1U);
    keyBoth(*ledger, 1, "2", "2");
    EXPECT_TRUE(ledger->verifyChain()->sound());
  }
  const auto reader = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(reader) << reader.error().what;
  EXPECT_TRUE(*reader->keying().ballotOf(kFirst));
}

TEST_F(LedgerTest, Version2BrokenHalfWayLeavesAVersion1File) {
  makeVersion1(file());
  {
    SQLite::Database db(file().string(), SQLite::OPEN_READWRITE);
    EXPECT_THROW(migrate(db, migrations(), [](int) { throw SQLite::Exception("power cut"); }), SQLite::Exception);
    EXPECT_EQ(db.execAndGet("PRAGMA user_version").getInt(), 1);
    EXPECT_FALSE(db.tableExists("keyed_entries"));
  }
  auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
  ASSERT_TRUE(ledger) << "the next start takes the step: " << ledger.error().what;
  EXPECT_TRUE(ledger->verifyChain()->sound());
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// What verification finds in a file after closing.
#include "count/verification.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "closing_fixture.h"

using namespace kp;
using namespace kp::testing;

namespace {

using Verification = Closing;

TEST_F(Verification, VerificationRecomputesWhatWasClosed) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  figures(2);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  const auto sound = verifyFile(*ledger);
  ASSERT_TRUE(sound) << sound.error().what;
  EXPECT_TRUE(sound->sound());
  ledger.reset();
  {
    SQLite::Database db(path().string(),
                        SQLite::OPEN_READWRITE);  // somebody with a tool changes two marks in the file and leaves it looking as it was
    SQLite::Statement triggers(db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
    std::vector<std::pair<std::string, std::string>> guards;
    while (triggers.executeStep()) guards.emplace_back(triggers.getColumn(0).getString(), triggers.getColumn(1).getString());
    triggers.reset();
    for (const auto& [name, sql] : guards) db.exec("DROP TRIGGER " + name);
    EXPECT_EQ(
        db.exec("UPDATE marks SET state = CASE state WHEN 'mark' THEN 'none' ELSE 'mark' END WHERE sheet = 1 AND candidate IN (0, 4)"), 2);
    for (const auto& [name, sql] : guards) db.exec(sql);
  }
  const auto opened = Ledger::open(path(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(opened) << opened.error().what;
  const auto found = verifyFile(*opened);
  ASSERT_TRUE(found) << found.error().what;
  EXPECT_FALSE(found->chain.sound());
  EXPECT_FALSE(found->contests[0].agrees);
  ASSERT_FALSE(found->contests[0].differences.empty());
  EXPECT_NE(found->contests[0].differences.front().find("Nguyễn Văn Người"), std::string::npos) << "the candidate is named";
}

TEST_F(Verification, StatementIsComparedWithTheFile) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  figures(2);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  const auto counted = *loadContest(*ledger, "bch");
  const auto key = *ledger->keys().signingKey();
  auto statement = *makeStatement(counted, result(), *ledger->head(), 1, "0.1");
  const auto compared = [&] { return *compareWithFile(*ledger, *parseStatement(*signStatement(statement, key.secretKey))); };
  EXPECT_TRUE(compared().empty());
  statement.votes[2].yes += 1;
  EXPECT_EQ(compared().size(), 1u);
  statement.journalHead[0] ^= 1;
  EXPECT_EQ(compared().size(), 2u);
  const auto other = makeKeyPair({1, 2, 3});
  EXPECT_EQ(compareWithFile(*ledger, *parseStatement(*signStatement(statement, other.secretKey)))->size(), 3u);
}

TEST_F(Verification, MinutesOfAReopenedContestAreVoid) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  figures(2);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  const auto key = *ledger->keys().signingKey();
  const auto statement = *makeStatement(*loadContest(*ledger, "bch"), result(), *ledger->head(), 1, "0.1");
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
  EXPECT_EQ(compareWithFile(*ledger, *parseStatement(*signStatement(statement, key.secretKey)))->size(), 1u)
      << "the same figures, but no longer closed";
}

}  // namespace

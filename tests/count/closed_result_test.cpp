// SPDX-License-Identifier: GPL-3.0-or-later
// What is signed, announced or decided by a closed contest is what was closed; what was closed by an earlier counting method is told as that.
#include "count/closed_result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "count/packaging.h"
#include "count/release.h"
#include "count/verification.h"
#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class ClosedResult : public CountedDay {
 protected:
  std::filesystem::path path() const { return folder.path() / "thu.kiemphieu"; }
  Expected<Statement> statement() const {
    const auto counted = *loadContest(*ledger, "bch");
    return statementOfClosing(*ledger, counted, *resultOf(*ledger, counted), "0.1");
  }
  std::vector<std::string> compared(const Statement& printed) const {
    const auto key = *ledger->keys().signingKey();
    return *compareWithFile(*ledger, *parseStatement(*signStatement(printed, key.secretKey)));
  }
  /// Somebody with a tool exchanges the marks of candidates 1 and 5 on every sheet and leaves the file looking as it was.
  void exchangeMarks() {
    ledger.reset();
    {
      SQLite::Database db(path().string(), SQLite::OPEN_READWRITE);
      SQLite::Statement triggers(db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
      std::vector<std::pair<std::string, std::string>> guards;
      while (triggers.executeStep()) guards.emplace_back(triggers.getColumn(0).getString(), triggers.getColumn(1).getString());
      triggers.reset();
      for (const auto& [name, sql] : guards) db.exec("DROP TRIGGER " + name);
      db.exec("UPDATE marks SET candidate = 4 - candidate WHERE candidate IN (0, 4)");
      for (const auto& [name, sql] : guards) db.exec(sql);
    }
    ledger = std::make_unique<Ledger>(std::move(*Ledger::open(path(), Ledger::Mode::ReadWrite)));
  }
};

template <typename T>
void expectDamaged(const Expected<T>& outcome, const std::string& part) {
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, ErrorKind::Damaged) << outcome.error().what;
  EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
}

}  // namespace

// Regression: today's numbers, whatever they were, signed with the congress's key under the true closing's head; a package of them; the hall told of them.
TEST_F(ClosedResult, NothingIsSignedOrAnnouncedThatWasNotClosed) {
  countAll();
  close();
  ASSERT_TRUE(statement());
  exchangeMarks();
  expectDamaged(statement(), "Nguyễn Văn Người");
  expectDamaged(releaseResult(*ledger, "bch", kTwo), "Nguyễn Văn Người");
  PackageRequest request;
  request.target = folder.path() / "thu.kpz";
  request.program = "0.1";
  expectDamaged(makePackage(*ledger, request), "Nguyễn Văn Người");
  EXPECT_FALSE(std::filesystem::exists(request.target));
}

// Regression: "match" for minutes that a reopening had made void, once the contest was closed again with the same figures.
TEST_F(ClosedResult, MinutesOfAnEarlierClosingStayVoid) {
  countAll();
  close();
  const auto first = statement();
  ASSERT_TRUE(first) << first.error().what;
  EXPECT_TRUE(compared(*first).empty());
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
  close();
  const auto differences = compared(*first);
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_NE(differences.front().find("lần chốt trước"), std::string::npos) << differences.front();
  EXPECT_TRUE(compared(*statement()).empty());
  auto later = *statement();  // minutes of earlier versions carry the journal's head of when they were made
  ASSERT_TRUE(ledger->journal().append({Event::MinutesMade, kTwo, "bch"}));
  later.journalHead = *digestFromHex(*ledger->head());
  EXPECT_TRUE(compared(later).empty());
}

namespace {

/// Four ballots of two pages, fed last page first, closed by a program that paired them without a doubt.
class EarlierMethod : public ClosedResult {
 protected:
  static constexpr int kNames = 80, kSeats = 40, kBallots = 4;

  void SetUp() override {
    begin(congressOf({strikeContest(kNames, kSeats)}));
    const auto counted = *loadContest(*ledger, "bch");
    ASSERT_EQ(counted.pages, 2);
    std::vector<std::size_t> struck;
    for (std::size_t i = kSeats; i < kNames; ++i) struck.push_back(i);
    const std::size_t half = kNames / 2;
    std::vector<PageReading> pile;
    for (int i = 0; i < kBallots; ++i) {
      pile.push_back(pageOf(counted.contest, 2, half, kNames, struck));
      pile.push_back(pageOf(counted.contest, 1, 0, half, struck));
    }
    scan(pile);
    Figures figures;
    figures.convened = figures.present = 9;
    figures.issued = figures.returned = kBallots;
    ASSERT_TRUE(enterFigures(*ledger, "bch", figures, kTwo));
  }
  /// What the earlier program wrote: no method, all ballots valid.
  std::string recorded() const {
    const auto counted = *loadContest(*ledger, "bch");
    ContestResult result = *resultOf(*ledger, counted);
    EXPECT_EQ(result.tally.undecided, kBallots);
    result.tally.valid = kBallots;
    for (std::size_t i = 0; i < kNames; ++i) {
      (i < kSeats ? result.tally.votes[i].yes : result.tally.votes[i].no) = kBallots;
      if (i < kSeats) result.outcome.elected.push_back(i);
    }
    result.outcome.shortfall = 0;
    const std::string text = resultText(counted.contest, result);
    return text.substr(text.find("pass="));
  }
  FileCheck check() const { return *verifyFile(*ledger); }
};

}  // namespace

// Regression: an honest older file called false because today's program pairs the pages of its ballots more carefully.
TEST_F(EarlierMethod, IsToldAsThatAndNotAsFalse) {
  ASSERT_TRUE(ledger->congress().close("bch", kTwo, recorded()));
  const FileCheck found = check();
  EXPECT_TRUE(found.sound());
  EXPECT_TRUE(found.contests[0].differences.empty());
  EXPECT_FALSE(found.contests[0].agrees) << "it was not confirmed either";
  EXPECT_NE(found.contests[0].notRecomputed.find("4 phiếu"), std::string::npos) << found.contests[0].notRecomputed;
  const auto paper = statement();
  ASSERT_FALSE(paper);
  EXPECT_EQ(paper.error().kind, ErrorKind::Refused) << "nothing is printed by numbers that were not closed";
  EXPECT_NE(paper.error().what.find("mở lại"), std::string::npos) << paper.error().what;
}

TEST_F(EarlierMethod, ItsMinutesAreHeldAgainstWhatWasClosed) {
  ASSERT_TRUE(ledger->congress().close("bch", kTwo, recorded()));
  const auto counted = *loadContest(*ledger, "bch");
  const auto closed = resultAsClosed(counted.contest, recorded());
  ASSERT_TRUE(closed) << closed.error().what;
  auto printed = *makeStatement(counted, *closed, *ledger->head(), 1, "0.1");
  EXPECT_EQ(printed.valid, kBallots);
  EXPECT_EQ(printed.elected.size(), static_cast<std::size_t>(kSeats));
  EXPECT_TRUE(compared(printed).empty());
  printed.votes[3].yes += 1;
  EXPECT_EQ(compared(printed).size(), 1U);
}

// The excuse covers what pairing can change in a closing that names no method, and nothing else.
TEST_F(EarlierMethod, ExcusesNothingElse) {
  std::string figures = recorded();
  figures.replace(figures.find("returned=4"), 10, "returned=5");
  const auto counted = *loadContest(*ledger, "bch");
  const ContestResult result = *resultOf(*ledger, counted);
  EXPECT_TRUE(compareWithClosing(counted, result, recorded()).otherMethod);
  EXPECT_FALSE(compareWithClosing(counted, result, figures).otherMethod) << "a figure people entered";
  EXPECT_FALSE(compareWithClosing(counted, result, "method=2; " + recorded()).otherMethod) << "closed by today's method";
  CountedContest onePage = counted;
  onePage.pages = 1;
  EXPECT_FALSE(compareWithClosing(onePage, result, recorded()).otherMethod) << "nothing to pair";
  ContestResult decided = result;
  decided.tally.undecided = 0;
  EXPECT_FALSE(compareWithClosing(counted, decided, recorded()).otherMethod) << "no doubt that could explain it";
}

TEST_F(ClosedResult, AClosingNamesItsMethod) {
  countAll();
  close();
  const auto closing = newestClosing(*ledger, "bch");
  ASSERT_TRUE(closing && *closing);
  EXPECT_EQ((*closing)->details.rfind("method=2; pass=1; ", 0), 0U) << (*closing)->details;
  EXPECT_TRUE(verifyFile(*ledger)->contests[0].agrees);
  std::string older = (*closing)->details;
  older.erase(0, older.find("pass="));
  const auto counted = *loadContest(*ledger, "bch");
  EXPECT_TRUE(compareWithClosing(counted, *resultOf(*ledger, counted), older).differences.empty()) << "the method alone is no difference";
}

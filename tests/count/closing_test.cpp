// SPDX-License-Identifier: GPL-3.0-or-later
// From stored sheets to a closed contest: rulings, figures, who may act, what is in the way of closing, and what verification finds afterwards.
#include "count/closing.h"
#include "count/passes_done.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "builders.h"
#include "count/adjudication.h"
#include "count/passes.h"
#include "count/records.h"
#include "count/verification.h"

using namespace kp;
using namespace kp::testing;

namespace {

Ruling ruling(Ruling::Kind kind, const std::string& text = {}) {
  Ruling r;
  r.kind = kind;
  (kind == Ruling::Kind::Invalid ? r.rule : r.note) = text;
  return r;
}

Ruling votes(std::vector<std::pair<std::size_t, Vote>> list) {
  Ruling r;
  r.kind = Ruling::Kind::Votes;
  r.votes = std::move(list);
  return r;
}

class Closing : public ::testing::Test {
 protected:
  void SetUp() override {
    Contest secretary = strikeContest(1, 1, "bt");
    secretary.office = Office::BiThu;
    begin(congressOf({strikeContest(), secretary}));
  }
  void begin(const Congress& congress) {
    auto made = Ledger::create(path(), congress);
    ASSERT_TRUE(made) << made.error().what;
    ledger = std::make_unique<Ledger>(std::move(*made));
    for (const Contest& c : congress.contests) ASSERT_TRUE(askForOnePass(*ledger, c.id));
  }
  std::filesystem::path path() const { return folder.path() / "thu.kiemphieu"; }
  Contest contest(const std::string& id = "bch") const { return *ledger->congress().load()->contest(id); }

  /// Stores readings as sheets of a pass; each has bytes of its own.
  void store(const std::vector<PageReading>& readings, int pass = 1, const std::string& id = "bch") {
    std::vector<SheetIntake> batch;
    for (const PageReading& reading : readings) {
      SheetIntake sheet;
      sheet.pass = pass;
      sheet.expected = id;
      sheet.sourceName = "s" + std::to_string(++stored) + ".jpg";
      sheet.source = std::make_shared<SourceFile>("image " + std::to_string(stored));
      sheet.reading = reading;
      batch.push_back(sheet);
    }
    const auto ids = ledger->sheets().append(batch, {});
    ASSERT_TRUE(ids) << ids.error().what;
  }
  void figures(int returned, const std::string& id = "bch") {
    Figures f;
    f.convened = 12;
    f.present = 11;
    f.issued = 11;
    f.returned = returned;
    const auto set = enterFigures(*ledger, id, f, kTwo);  // two: some tests correct a figure when ballots were read
    ASSERT_TRUE(set) << set.error().what;
  }
  Expected<RulingOutcome> ruleOn(int sheet, const Ruling& r, const Actors& by = kTwo) { return rule(*ledger, {"bch", sheet, r, by}); }
  ContestResult result(const std::string& id = "bch") { return *resultOf(*ledger, *loadContest(*ledger, id)); }
  template <typename T>
  void expectRefused(const Expected<T>& outcome, const std::string& part) {
    ASSERT_FALSE(outcome) << "let through; expected: " << part;
    EXPECT_EQ(outcome.error().kind, ErrorKind::Refused);
    EXPECT_NE(outcome.error().what.find(part), std::string::npos) << outcome.error().what;
  }

  TempFolder folder;
  std::unique_ptr<Ledger> ledger;
  int stored = 0;
};

}  // namespace

TEST_F(Closing, RulingTakesTwoOfTheCommitteeWithItsHead) {
  store({ballot(contest(), {})});
  const Ruling invalid = ruling(Ruling::Kind::Invalid, "R-08");
  expectRefused(ruleOn(1, invalid, {"Hà Văn Trưởng"}), "hai người");
  expectRefused(ruleOn(1, invalid, {"Hà Văn Trưởng", "Hà Văn Trưởng"}), "hai người");
  expectRefused(ruleOn(1, invalid, {"Hà Văn Trưởng", "Lý Văn Máy"}), "Lý Văn Máy");
  expectRefused(ruleOn(1, invalid, {"Mai Thị Viên", "Người Lạ"}), "Người Lạ");
  Congress congress = *ledger->congress().load();
  congress.committee.push_back({"Vũ Văn Hai", Role::Member});
  ASSERT_TRUE(ledger->congress().save(congress, {}));
  expectRefused(ruleOn(1, invalid, {"Mai Thị Viên", "Vũ Văn Hai"}), "Trưởng ban");
  EXPECT_TRUE(ledger->rulings().of(1)->empty()) << "nothing is stored when refused";
  EXPECT_TRUE(ruleOn(1, invalid));
}

TEST_F(Closing, RulingsSettleABallotAndNeverTouchTheReading) {
  PageReading doubtful = ballot(contest(), {0, 1});
  doubtful.marks[0].state = MarkState::Unsure;
  store({doubtful, ballot(contest(), {})});
  const auto outcome = ruleOn(1, votes({{0, Vote::No}}));
  ASSERT_TRUE(outcome) << outcome.error().what;
  EXPECT_EQ(outcome->judgement.validity, Validity::Valid);
  expectRefused(ruleOn(2, ruling(Ruling::Kind::Valid)), "R-08");
  ASSERT_TRUE(ruleOn(2, ruling(Ruling::Kind::Invalid, "R-08")));
  const auto counted = *loadContest(*ledger, "bch");
  const auto records = recordsOf(counted, *loadPass(*ledger, counted, 1));
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].state, SheetRecord::State::Ruled);
  EXPECT_EQ(records[0].marks[0].state, MarkState::Unsure);
  EXPECT_EQ(records[0].votes[0].second, Vote::No);
  ASSERT_EQ(records[0].reasons.size(), 1u);
  EXPECT_EQ(records[0].reasons[0].why, Why::MarkUnsure);
  EXPECT_EQ(records[1].validity, Validity::Invalid);
  EXPECT_EQ(records[1].rule, "R-08");
  EXPECT_EQ(records[1].reasons[0].why, Why::OverVote);
}

TEST_F(Closing, UnreadSheetIsTranscribedOrRuledInvalidOrConfirmed) {
  store({unread(Why::CodeUnreadable), unread(Why::CodeNotOurs), unread(Why::BlankSheet)});
  expectRefused(ruleOn(1, votes({{0, Vote::Yes}})), "5");
  expectRefused(ruleOn(1, ruling(Ruling::Kind::Valid)), "5");
  ASSERT_TRUE(ruleOn(1, votes({{0, Vote::Yes}, {1, Vote::Yes}, {2, Vote::Yes}, {3, Vote::No}, {4, Vote::No}})));
  ASSERT_TRUE(ruleOn(2, ruling(Ruling::Kind::Invalid, "R-07")));
  ASSERT_TRUE(ruleOn(3, ruling(Ruling::Kind::SetAside, "tờ trắng")));
  const ContestResult r = result();
  EXPECT_EQ(r.tally.valid, 1);
  EXPECT_EQ(r.tally.invalid, 1);
  EXPECT_EQ(r.tally.invalidByRule.at("R-07"), 1);
  EXPECT_EQ(r.sheets, 2);
  EXPECT_EQ(r.setAsideSheets, 1);
}

// Catches (W14): another contest's or congress's paper in the box that nobody is asked about: R-07 is proposed, the committee concludes. Blank sheets and copies need nobody.
TEST_F(Closing, PapersPerhapsNotIssuedWaitForTheCommittee) {
  store(
      {unread(Why::OtherContest), unread(Why::CodeNotOurs), unread(Why::CodeUnreadable), unread(Why::BlankSheet), unread(Why::SeenBefore)});
  EXPECT_EQ(result().unruledSetAside, 3);
  EXPECT_EQ(result().setAsideSheets, 5);
  ASSERT_TRUE(ruleOn(1, ruling(Ruling::Kind::Invalid, "R-07")));
  ASSERT_TRUE(ruleOn(2, ruling(Ruling::Kind::SetAside, "phiếu của cuộc bầu khác")));
  EXPECT_EQ(result().unruledSetAside, 1);
  EXPECT_EQ(result().tally.invalidByRule.at("R-07"), 1);
}

// Catches: R-16 on a ballot that people transcribed because the machine could not read it: "valid" was refused, and the ballot could never be settled.
TEST_F(Closing, ATranscribedBallotThatRejectsEverybodyCanBeRuledValid) {
  Contest columns = strikeContest(3, 3);
  ledger.reset();
  std::filesystem::remove(path());
  begin(congressOf({columns}));
  store({unread(Why::CodeUnreadable)});
  expectRefused(ruleOn(1, ruling(Ruling::Kind::Valid)), "3");
  ASSERT_TRUE(ruleOn(1, votes({{0, Vote::No}, {1, Vote::No}, {2, Vote::No}})));
  EXPECT_EQ(result().tally.undecided, 1);
  const auto ruled = ruleOn(1, ruling(Ruling::Kind::Valid));
  ASSERT_TRUE(ruled) << ruled.error().what;
  EXPECT_EQ(ruled->judgement.validity, Validity::Valid);
  EXPECT_EQ(result().tally.valid, 1);
  EXPECT_EQ(result().tally.undecided, 0);
}

TEST_F(Closing, TheSameFileCannotBeRuledIntoASecondBallot) {
  store({ballot(contest(), {0, 1})});
  SheetIntake copy;
  copy.expected = "bch";
  copy.sourceName = "copy.jpg";
  copy.source = std::make_shared<SourceFile>("image 1");
  copy.reading = ballot(contest(), {0, 1});
  copy.reading.reasons.push_back({Why::SeenBefore, {}, {}, {}});
  copy.duplicateOf = 1;
  ASSERT_TRUE(ledger->sheets().append(std::vector{copy}, {}));
  EXPECT_EQ(result().tally.valid, 1);
  const Ruling all = votes({{0, Vote::No}, {1, Vote::No}, {2, Vote::Yes}, {3, Vote::Yes}, {4, Vote::Yes}});
  expectRefused(ruleOn(2, all), "hai lần");
  EXPECT_TRUE(ruleOn(2, ruling(Ruling::Kind::SetAside, "quét hai lần")));
}

TEST_F(Closing, CloseNamesWhatIsInTheWay) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {})});
  expectRefused(closeContest(*ledger, "bch", kTwo), "triệu tập");
  figures(4);
  expectRefused(closeContest(*ledger, "bch", kTwo), "tờ số 3");
  ASSERT_TRUE(ruleOn(3, ruling(Ruling::Kind::Invalid, "R-08")));
  const auto sums = closeContest(*ledger, "bch", kTwo);
  ASSERT_FALSE(sums);
  EXPECT_NE(sums.error().what.find('3'), std::string::npos) << sums.error().what;
  EXPECT_NE(sums.error().what.find('4'), std::string::npos) << "both sides of the failing sum: " << sums.error().what;
  figures(3);
  expectRefused(closeContest(*ledger, "bch", {"Hà Văn Trưởng"}), "hai người");
  const auto closed = closeContest(*ledger, "bch", kTwo);
  ASSERT_TRUE(closed) << closed.error().what;
  EXPECT_EQ(closed->tally.valid, 2);
  expectRefused(ruleOn(1, ruling(Ruling::Kind::Invalid, "R-18")), "đã chốt");
  EXPECT_FALSE(enterFigures(*ledger, "bch", {}, {}));
  EXPECT_FALSE(closeContest(*ledger, "bch", kTwo));
}

TEST_F(Closing, R21BlocksAndKeepsTheFiguresBefore) {
  figures(10);
  Figures more;
  more.returned = 12;
  const auto refused = enterFigures(*ledger, "bch", more, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-21");
  EXPECT_EQ(ledger->figures().of("bch")->returned, 10);
}

TEST_F(Closing, R36PassesThatDisagreeAreNamed) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  store({ballot(contest(), {1, 2}), ballot(contest(), {0, 3})}, 2);
  figures(2);
  const auto refused = closeContest(*ledger, "bch", kTwo);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-36");
  EXPECT_NE(refused.error().what.find("Nguyễn Văn Người 2"), std::string::npos) << refused.error().what;
}

// Catches: R-36 as words only: the rule set asks for two passes (the default), one was made, and nobody is told.
TEST_F(Closing, R36FewerPassesThanTheRulesAskForAreTold) {
  RuleSet two = *ruleSet("190-QĐ/TW");
  ASSERT_EQ(two.passesRequired, 2);
  ASSERT_TRUE(ledger->congress().setRules("bch", two, {}));
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  const auto one = passesDone(*ledger, *loadContest(*ledger, "bch"));
  ASSERT_TRUE(one);
  EXPECT_FALSE(one->enough());
  EXPECT_NE(passesMissing(*one).find("1 / 2"), std::string::npos) << passesMissing(*one);
  store({ballot(contest(), {1, 2}), ballot(contest(), {0, 1})}, 2);
  EXPECT_TRUE(passesDone(*ledger, *loadContest(*ledger, "bch"))->enough());
}

// Catches: the image files of pass 1 taken in as pass 2, and minutes that say the ballots were counted twice.
TEST_F(Closing, R36TheSameImagesAreNoSecondPass) {
  ASSERT_TRUE(ledger->congress().setRules("bch", *ruleSet("190-QĐ/TW"), {}));
  const int first = stored;
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {0, 2})});
  stored = first;
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {0, 2})}, 2);
  const auto again = passesDone(*ledger, *loadContest(*ledger, "bch"));
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->enough());
  EXPECT_EQ(again->reread, std::vector<int>{2});
  EXPECT_NE(passesMissing(*again).find("tệp ảnh"), std::string::npos) << passesMissing(*again);
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {0, 2})}, 3);
  EXPECT_TRUE(passesDone(*ledger, *loadContest(*ledger, "bch"))->enough()) << "the third pass scanned the paper again";
}

TEST_F(Closing, ReopeningTakesAReason) {
  store({ballot(contest(), {0, 1})});
  figures(1);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  for (const char* blank : {"", "  ", "\t\n"}) EXPECT_FALSE(reopenContest(*ledger, "bch", kTwo, blank));
  EXPECT_TRUE(ledger->congress().state("bch")->closed);
  EXPECT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
}

TEST_F(Closing, R36PassesInAnotherOrderAgree) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  store({ballot(contest(), {1, 2}), ballot(contest(), {0, 1})}, 2);
  figures(2);
  EXPECT_TRUE(closeContest(*ledger, "bch", kTwo));
}

// Two ballots swapped between passes leave the totals alone; with per-ballot codes they are found.
TEST_F(Closing, R36PerBallotCodesCompareBallotByBallot) {
  ledger.reset();
  std::filesystem::remove(path());
  Contest coded = strikeContest();
  coded.ballotCode = BallotCode::PerBallot;
  begin(congressOf({coded}));
  const auto with = [&](std::uint64_t code, const std::vector<std::size_t>& struck) {
    PageReading reading = ballot(coded, struck);
    reading.ballotCode = code;
    return reading;
  };
  store({with(7, {0, 1}), with(8, {1, 2})});
  store({with(8, {0, 1}), with(7, {1, 2})}, 2);
  const auto counted = *loadContest(*ledger, "bch");
  const auto first = *loadPass(*ledger, counted, 1), second = *loadPass(*ledger, counted, 2);
  EXPECT_EQ(comparePasses(counted, first, second).size(), 2u);
  EXPECT_TRUE(comparePasses(counted, first, first).empty());
  // Catches: a difference that names ballots nobody can open.
  const auto differences = passDifferences(counted, first, second);
  EXPECT_EQ(differences[0].first, 1);
  EXPECT_EQ(differences[0].second, 4) << "code 7 is the second sheet of pass 2";
  EXPECT_EQ(differences[1].first, 2);
  EXPECT_EQ(differences[1].second, 3);
}

TEST_F(Closing, R31SecretaryOnlyAfterTheCommitteeAndAmongItsElected) {
  store({ballot(contest("bt"), {})}, 1, "bt");
  figures(1, "bt");
  const auto early = closeContest(*ledger, "bt", kTwo);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().rule, "R-31");
  std::vector<PageReading> against(9, ballot(contest(), {0, 4}));  // number 1, who stands for secretary, is not elected
  store(against);
  figures(9);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  const auto notElected = closeContest(*ledger, "bt", kTwo);
  ASSERT_FALSE(notElected);
  EXPECT_EQ(notElected.error().rule, "R-31");
  EXPECT_NE(notElected.error().what.find("Nguyễn Văn Người 1"), std::string::npos) << notElected.error().what;
}

// Catches (X18): a refusal that names two rounds of one contest by the same words, so that nobody knows which to open first.
TEST_F(Closing, R31ALaterRoundIsNamedByItsRound) {
  ledger.reset();
  std::filesystem::remove(path());
  Contest second = strikeContest();
  second.id = "bch-2";
  second.round = 2;
  begin(congressOf({strikeContest(), second}));
  for (const char* id : {"bch", "bch-2"}) {
    store(std::vector<PageReading>(9, ballot(contest(id), {3, 4})), 1, id);
    figures(9, id);
    ASSERT_TRUE(closeContest(*ledger, id, kTwo));
  }
  const auto refused = reopenContest(*ledger, "bch", kTwo, "đếm lại");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("lần thứ 2"), std::string::npos) << refused.error().what;
}

// Catches: the cấp ủy opened and decided anew while a secretary stays elected who may no longer sit in it.
TEST_F(Closing, R31WhatALaterContestStandsOnIsNotReopened) {
  store(std::vector<PageReading>(9, ballot(contest(), {3, 4})));
  figures(9);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  store({ballot(contest("bt"), {})}, 1, "bt");
  figures(1, "bt");
  ASSERT_TRUE(rule(*ledger, {"bt", 10, votes({{0, Vote::Yes}}), kTwo}));  // neither box is crossed
  const auto closed = closeContest(*ledger, "bt", kTwo);
  ASSERT_TRUE(closed) << closed.error().what;
  const auto refused = reopenContest(*ledger, "bch", kTwo, "đếm lại");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-31");
  EXPECT_TRUE(ledger->congress().state("bch")->closed);
  ASSERT_TRUE(reopenContest(*ledger, "bt", kTwo, "đếm lại"));
  EXPECT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
}

TEST_F(Closing, VerificationRecomputesWhatWasClosed) {
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

TEST_F(Closing, StatementIsComparedWithTheFile) {
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

TEST_F(Closing, MinutesOfAReopenedContestAreVoid) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  figures(2);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  const auto key = *ledger->keys().signingKey();
  const auto statement = *makeStatement(*loadContest(*ledger, "bch"), result(), *ledger->head(), 1, "0.1");
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
  EXPECT_EQ(compareWithFile(*ledger, *parseStatement(*signStatement(statement, key.secretKey)))->size(), 1u)
      << "the same figures, but no longer closed";
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of one ballot, R-01 … R-20, on printed, marked and scanned paper, as anybody outside sees them: records, result and exit codes.
#include "contest_day.h"

using namespace kp::testing;

namespace {

void expectState(const json& record, const std::string& state, const std::string& validity, const std::string& rule) {
  EXPECT_EQ(record["state"], state) << record;
  EXPECT_EQ(record["validity"], validity) << record;
  EXPECT_EQ(record["rule"], rule) << record;
}

bool hasWhy(const json& record, const std::string& why) {
  for (const json& reason : record["reasons"])
    if (reason["why"] == why) return true;
  return false;
}

std::string warningsOf(const json& contest) {
  const Folder folder;
  const Ran made =
      run({"--lang", "en", "congress", "create", folder / "x.kiemphieu", "--from", folder.write("x.json", congressWith({contest}).dump())});
  EXPECT_EQ(made.code, 0) << made.err;
  return made.err;
}

}  // namespace

TEST(Rules, R01StrikeOutFaceWhenThereIsASurplus) {
  EXPECT_EQ(ContestDay(congressWith({contestFor(4, 3)})).geometry("bau")["face"], "strike-out");
}

TEST(Rules, R02ColumnsFaceWithoutSurplus) {
  EXPECT_EQ(ContestDay(congressWith({contestFor(3, 3)})).geometry("bau")["face"], "columns");
  EXPECT_EQ(ContestDay(congressWith({contestFor(1, 1)})).geometry("bau")["face"], "columns");
  EXPECT_EQ(ContestDay(congressWith({contestFor(5, 3, {{"kind", "opinion"}})})).geometry("bau")["face"], "columns");
  EXPECT_EQ(ContestDay(congressWith({contestFor(5, 3, {{"kind", "confidence"}})})).geometry("bau")["face"], "confidence");
}

TEST(Rules, R03R04R05WarnAtTheDefinitionAndOnlyThen) {
  EXPECT_NE(warningsOf(contestFor(3, 3, {{"office", "cap-uy"}})).find("R-03"), std::string::npos);
  EXPECT_NE(warningsOf(contestFor(3, 3, {{"office", "ban-thuong-vu"}})).find("R-03"), std::string::npos);
  EXPECT_EQ(warningsOf(contestFor(4, 3, {{"office", "cap-uy"}})), "");
  EXPECT_NE(warningsOf(contestFor(14, 10)).find("R-04"), std::string::npos) << "4 of 10 is more than 30 %";
  EXPECT_EQ(warningsOf(contestFor(13, 10)), "") << "exactly 30 %";
  EXPECT_NE(warningsOf(contestFor(5, 3)).find("R-05"), std::string::npos);
  EXPECT_EQ(warningsOf(contestFor(6, 5)), "");
}

TEST(Rules, R06R35CommitteeAndTechniciansAreNoCandidates) {
  for (const auto& [name, rule] : std::vector<std::pair<std::string, std::string>>{
           {kHead, "Ban kiểm phiếu"}, {kMember, "Ban kiểm phiếu"}, {kTechnician, "kỹ thuật"}}) {
    json contest = contestFor(3, 2);
    contest["candidates"][1]["name"] = name;
    const Folder folder;
    const Ran made = run({"congress", "create", folder / "x.kiemphieu", "--from", folder.write("x.json", congressWith({contest}).dump())});
    EXPECT_EQ(made.code, 1);
    EXPECT_EQ(made.errLines(), 1u) << made.err;
    EXPECT_NE(made.err.find(rule), std::string::npos) << made.err;
    EXPECT_FALSE(std::filesystem::exists(folder / "x.kiemphieu"));
  }
}

TEST(Rules, R07PaperOfAnotherContestOrCongressIsSetAsideAndCanBeRuledInvalid) {
  ContestDay day(congressWith({contestFor(4, 3), contestFor(4, 3, {{"id", "khac"}})}));
  json elsewhere = congressWith({contestFor(4, 3)});
  elsewhere["congress"]["id"] = "noi-khac";
  ContestDay foreign(elsewhere);
  day.draw("bau", {keeping(4, {1, 2})});
  day.draw("khac", {keeping(4, {1})}, "b");
  foreign.draw("bau", {keeping(4, {1})});
  std::filesystem::copy_file(day.path("b/s00001.jpg"), day.path("deck/t.jpg"));
  std::filesystem::copy_file(foreign.path("deck/s00001.jpg"), day.path("deck/u.jpg"));
  day.scan("bau");
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), 3u);
  expectState(records[0], "counted", "valid", "R-10");
  EXPECT_EQ(records[1]["state"], "set-aside");
  EXPECT_TRUE(hasWhy(records[1], "other-contest")) << records[1];
  EXPECT_EQ(records[2]["state"], "set-aside");
  EXPECT_TRUE(hasWhy(records[2], "code-not-ours")) << records[2];
  EXPECT_EQ(day.result("bau")["figures"]["valid"], 1);
  const auto said = [&day] { return day.ok({"result", day.file(), "bau"}).out; };
  EXPECT_NE(said().find("trong đó 2 tờ chờ Ban kiểm phiếu"), std::string::npos) << said();
  EXPECT_EQ(day.rule("bau", 3, {"--invalid", "R-07"}).code, 0);
  EXPECT_EQ(day.result("bau")["invalid_by_rule"], json({{"R-07", 1}}));
  EXPECT_NE(said().find("trong đó 1 tờ chờ Ban kiểm phiếu"), std::string::npos) << said();
}

TEST(Rules, R08KeptMoreThanSeatsIsInvalidOnlyByTheCommittee) {
  ContestDay day(congressWith({contestFor(5, 3)}));
  day.cast("bau", {keeping(5, {1, 2, 3, 4}), keeping(5, {1, 2, 3})});
  expectState(day.record("bau", 1), "review", "undecided", "R-08");
  EXPECT_EQ(day.record("bau", 1)["proposal"], "invalid");
  EXPECT_TRUE(hasWhy(day.record("bau", 1), "over-vote"));
  expectState(day.record("bau", 2), "counted", "valid", "R-10");
  EXPECT_EQ(day.result("bau")["figures"]["undecided"], 1);
  EXPECT_EQ(yesOf(day.result("bau")), (std::vector<int>{1, 1, 1, 0, 0}));
  day.figures("bau", 2);
  day.refused({"close", day.file(), "bau", "--by", kHead + "," + kMember}, "1");
  EXPECT_EQ(day.rule("bau", 1, {"--valid"}).code, 1) << "an over-vote cannot be called valid";
  EXPECT_EQ(day.rule("bau", 1, {"--invalid", "R-08"}).code, 0);
  expectState(day.record("bau", 1), "ruled", "invalid", "R-08");
  EXPECT_EQ(day.record("bau", 1)["marks"]["c5/name"], "mark") << "what the reader saw stays";
  const json result = day.result("bau");
  EXPECT_EQ(result["invalid_by_rule"], json({{"R-08", 1}}));
  EXPECT_EQ(result["figures"]["valid"], 1);
  EXPECT_EQ(result["figures"]["invalid"], 1);
  expectSumsHold(result);
  day.close("bau");
}

TEST(Rules, R08AnOverVoteMadeByARulingIsStillOne) {
  ContestDay day(congressWith({contestFor(5, 3)}));
  day.cast("bau", {keeping(5, {1, 2, 3})});
  EXPECT_EQ(day.rule("bau", 1, {"--vote", "c4=yes"}).code, 0);
  expectState(day.record("bau", 1), "review", "undecided", "R-08");
}

TEST(Rules, R09NothingKept) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {})});
  expectState(day.record("bau", 1), "review", "undecided", "R-09");
  EXPECT_TRUE(hasWhy(day.record("bau", 1), "nothing-voted"));
  EXPECT_EQ(day.rule("bau", 1, {"--invalid", "R-09"}).code, 0);
  EXPECT_EQ(day.result("bau")["invalid_by_rule"], json({{"R-09", 1}}));
}

TEST(Rules, R10FewerKeptThanSeatsIsValid) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1}), keeping(4, {2, 3}), keeping(4, {1, 2, 4})});
  for (const json& record : day.records("bau")) expectState(record, "counted", "valid", "R-10");
  EXPECT_EQ(yesOf(day.result("bau")), (std::vector<int>{2, 2, 1, 1}));
}

TEST(Rules, R11R12R13OneNameInColumns) {
  ContestDay day(congressWith({contestFor(1, 1)}));
  day.cast("bau", {rows("y"), rows("n"), rows("b"), rows("-")});
  expectState(day.record("bau", 1), "counted", "valid", "R-11");
  expectState(day.record("bau", 2), "counted", "valid", "R-11");
  expectState(day.record("bau", 3), "review", "undecided", "R-12");
  EXPECT_TRUE(hasWhy(day.record("bau", 3), "row-both"));
  expectState(day.record("bau", 4), "review", "undecided", "R-13");
  EXPECT_TRUE(hasWhy(day.record("bau", 4), "nothing-voted"));
  EXPECT_EQ(day.rule("bau", 3, {"--invalid", "R-12"}).code, 0);
  EXPECT_EQ(day.rule("bau", 4, {"--invalid", "R-13"}).code, 0);
  day.figures("bau", 4);
  const json result = day.result("bau");
  EXPECT_EQ(result["invalid_by_rule"], json({{"R-12", 1}, {"R-13", 1}}));
  EXPECT_EQ(result["votes"][0], json({{"candidate", "c1"}, {"yes", 1}, {"no", 1}, {"not_counted", 0}, {"percent", "25.00"}}));
  EXPECT_EQ(result["shortfall"], 1);
  expectSumsHold(result);
  day.close("bau");
}

TEST(Rules, R14RowsOfBothOrNeitherCountForNobody) {
  ContestDay day(congressWith({contestFor(3, 3)}));
  day.cast("bau", {rows("y-b"), rows("yyy"), rows("nny"), rows("n-n")});
  expectState(day.record("bau", 1), "counted", "valid", "R-14");
  EXPECT_EQ(day.record("bau", 1)["votes"], json({{"c1", "yes"}, {"c2", "none"}, {"c3", "none"}}));
  EXPECT_EQ(day.record("bau", 2)["state"], "counted");
  EXPECT_EQ(day.record("bau", 4)["validity"], "valid") << "not every row rejected and not every row empty";
  const json result = day.result("bau");
  EXPECT_EQ(result["figures"]["valid"], 4);
  EXPECT_EQ(result["votes"][0]["yes"], 2);
  EXPECT_EQ(result["votes"][1]["not_counted"], 2);
  EXPECT_EQ(result["votes"][2]["no"], 1);
  EXPECT_EQ(result["votes"][2]["not_counted"], 1);
}

TEST(Rules, R15NoRowSaysAnything) {
  ContestDay day(congressWith({contestFor(3, 3)}));
  day.cast("bau", {rows("---"), rows("bbb"), rows("-b-")});
  for (int sheet : {1, 2, 3}) {
    expectState(day.record("bau", sheet), "review", "undecided", "R-15");
    EXPECT_EQ(day.rule("bau", sheet, {"--invalid", "R-15"}).code, 0);
  }
  EXPECT_EQ(day.result("bau")["invalid_by_rule"], json({{"R-15", 3}}));
}

TEST(Rules, R16AllRejectedIsForAPersonEitherWay) {
  ContestDay day(congressWith({contestFor(3, 3)}));
  day.cast("bau", {rows("nnn"), rows("nnn")});
  expectState(day.record("bau", 1), "review", "undecided", "R-16");
  EXPECT_TRUE(hasWhy(day.record("bau", 1), "all-rejected"));
  EXPECT_EQ(day.rule("bau", 1, {"--valid"}).code, 0);
  EXPECT_EQ(day.rule("bau", 2, {"--invalid", "R-16"}).code, 0);
  expectState(day.record("bau", 1), "ruled", "valid", "R-16");
  const json result = day.result("bau");
  EXPECT_EQ(result["votes"][0]["no"], 1);
  EXPECT_EQ(result["invalid_by_rule"], json({{"R-16", 1}}));
}

TEST(Rules, R17R18WordsOnTheBallotGoToAPerson) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  json written = keeping(4, {1, 2});
  written["writing"] = true;
  day.cast("bau", {written, written, written});
  expectState(day.record("bau", 1), "review", "undecided", "R-18");
  EXPECT_TRUE(hasWhy(day.record("bau", 1), "extra-writing"));
  EXPECT_EQ(day.rule("bau", 1, {"--invalid", "R-18"}).code, 0);
  EXPECT_EQ(day.rule("bau", 2, {"--invalid", "R-17"}).code, 0);
  EXPECT_EQ(day.rule("bau", 3, {"--valid"}).code, 0);
  const json result = day.result("bau");
  EXPECT_EQ(result["invalid_by_rule"], json({{"R-17", 1}, {"R-18", 1}}));
  EXPECT_EQ(yesOf(result), (std::vector<int>{1, 1, 0, 0}));
}

TEST(Rules, R19TwoPensGoToAPerson) {
  ContestDay day(congressWith({contestFor(6, 3)}));
  json ballot = keeping(6, {1, 2});
  for (const char* field : {"c5/name", "c6/name"}) ballot["marks"][field] = "red:mark";
  day.cast("bau", {ballot});
  expectState(day.record("bau", 1), "review", "undecided", "R-19");
  EXPECT_TRUE(hasWhy(day.record("bau", 1), "second-ink"));
  EXPECT_EQ(day.rule("bau", 1, {"--invalid", "R-19"}).code, 0);
  EXPECT_EQ(day.result("bau")["invalid_by_rule"], json({{"R-19", 1}}));
}

TEST(Rules, R20HalfAStrikeIsNeverCountedSilently) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  json ballot = keeping(4, {1, 2});
  ballot["marks"]["c2/name"] = "half";
  day.cast("bau", {ballot, ballot});
  expectState(day.record("bau", 1), "review", "undecided", "R-20");
  EXPECT_EQ(day.record("bau", 1)["marks"]["c2/name"], "unsure");
  EXPECT_EQ(day.record("bau", 1)["votes"]["c2"], "unsure");
  EXPECT_EQ(day.record("bau", 1)["reasons"][0]["why"], "mark-unsure");
  EXPECT_EQ(day.record("bau", 1)["reasons"][0]["candidate"], "c2");
  EXPECT_EQ(day.record("bau", 1)["reasons"][0]["field"], "name");
  EXPECT_EQ(day.result("bau")["figures"]["undecided"], 2);
  EXPECT_EQ(yesOf(day.result("bau")), (std::vector<int>{0, 0, 0, 0})) << "undecided ballots give no votes";
  EXPECT_EQ(day.rule("bau", 1, {"--valid"}).code, 1) << "not valid while a mark is in doubt";
  EXPECT_EQ(day.rule("bau", 1, {"--vote", "c2=yes"}).code, 0);
  EXPECT_EQ(day.rule("bau", 2, {"--vote", "c2=no"}).code, 0);
  expectState(day.record("bau", 1), "ruled", "valid", "R-10");
  EXPECT_EQ(day.record("bau", 1)["marks"]["c2/name"], "unsure");
  EXPECT_EQ(day.record("bau", 1)["votes"]["c2"], "yes");
  EXPECT_EQ(yesOf(day.result("bau")), (std::vector<int>{2, 1, 0, 0}));
}

TEST(Rules, R20DoubtfulCrosses) {
  ContestDay day(congressWith({contestFor(3, 3)}));
  std::vector<json> ballots;
  for (const char* kind : {"dot", "beside", "scratched"}) {
    json ballot = rows("yyn");
    ballot["marks"]["c2/approve"] = kind;
    ballots.push_back(ballot);
  }
  day.cast("bau", ballots);
  for (const json& record : day.records("bau")) {
    EXPECT_EQ(record["state"], "review") << record;
    EXPECT_EQ(record["validity"], "undecided") << record;
    EXPECT_EQ(record["marks"]["c2/approve"], "unsure") << record["source"];
    EXPECT_EQ(record["marks"]["c1/approve"], "mark") << record["source"];
    EXPECT_EQ(record["marks"]["c3/disapprove"], "mark") << record["source"];
  }
}

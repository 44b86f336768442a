// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the count, R-21 … R-37, from printed paper to minutes with the real program.
#include "contest_day.h"

using namespace kp::testing;

namespace {

/// `n` ballots that keep these candidates.
void add(std::vector<json>& ballots, int n, const json& ballot) {
  for (int i = 0; i < n; ++i) ballots.push_back(ballot);
}

std::vector<std::string> setFigures(const ContestDay& day, std::vector<std::string> more) {
  std::vector<std::string> arguments{"figures", "set", day.file(), "bau", "--by", kHead + "," + kMember};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

json decidedBy(int candidates, int seats, const std::vector<json>& ballots, int convened) {
  ContestDay day(congressWith({contestFor(candidates, seats)}));
  day.cast("bau", ballots);
  day.figures("bau", convened, static_cast<int>(ballots.size()));
  const json result = day.result("bau");
  EXPECT_EQ(result["figures"]["undecided"], 0);
  expectSumsHold(result);
  day.close("bau");
  return result;
}

}  // namespace

TEST(Rules, R21MoreReturnedThanIssuedStops) {
  const ContestDay day(congressWith({contestFor(4, 3)}));
  day.refused(setFigures(day, {"--convened", "10", "--present", "9", "--issued", "9", "--returned", "10"}), "10");
  EXPECT_EQ(day.result("bau")["figures"]["returned"], nullptr) << "nothing of a refused entry is kept";
  day.ok(setFigures(day, {"--convened", "10", "--present", "9", "--issued", "9", "--returned", "9"}));
  day.refused(setFigures(day, {"--returned", "10"}), "10");
  EXPECT_EQ(day.result("bau")["figures"]["returned"], 9);
}

TEST(Rules, R22FewerReturnedThanIssuedGoesOn) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1, 2, 3}), keeping(4, {1, 2, 3})});
  day.ok(setFigures(day, {"--convened", "3", "--present", "3", "--issued", "3", "--returned", "2"}));
  day.close("bau");
  const json result = day.result("bau");
  EXPECT_EQ(result["figures"]["issued"], 3);
  EXPECT_EQ(result["figures"]["returned"], 2);
  EXPECT_EQ(result["elected"], json({"c1", "c2", "c3"})) << "2 of 3";
}

TEST(Rules, R23BaseOfACongressOfMembers) {
  const ContestDay day(congressWith({contestFor(4, 3)}, "members"));
  day.ok(setFigures(
      day, {"--convened", "60", "--present", "50", "--issued", "50", "--returned", "50", "--deduct", "temporary-activity-elsewhere=1",
            "--deduct", "exempt-absent=2", "--deduct", "suspended=1", "--deduct", "detained=1", "--deduct", "absent-throughout=3"}));
  const json figures = day.result("bau")["figures"];
  EXPECT_EQ(figures["base"], 52);
  EXPECT_EQ(figures["absent"], 10);
  EXPECT_EQ(figures["deductions"],
            json({{"temporary-activity-elsewhere", 1}, {"exempt-absent", 2}, {"suspended", 1}, {"detained", 1}, {"absent-throughout", 3}}));
  day.refused(setFigures(day, {"--deduct", "absent-no-alternate=1"}), "absent-no-alternate");
  day.refused(setFigures(day, {"--deduct", "suspended=-1"}), "-1");
  day.refused(setFigures(day, {"--deduct", "suspended"}), "suspended");
  day.refused(setFigures(day, {"--deduct", "suspended=1", "--deduct", "suspended=2"}), "suspended");
  day.refused(setFigures(day, {}), "--convened");
  EXPECT_EQ(day.result("bau")["figures"], figures);
}

TEST(Rules, R24BaseOfACongressOfDelegates) {
  const ContestDay day(congressWith({contestFor(4, 3)}, "delegates"));
  day.ok(setFigures(day, {"--convened", "350", "--present", "346", "--issued", "346", "--returned", "346", "--deduct",
                          "committee-absent-throughout=1", "--deduct", "absent-no-alternate=2"}));
  EXPECT_EQ(day.result("bau")["figures"]["base"], 347);
  // Caught: a base smaller than the number present, and 140 % of the votes in the minutes.
  day.refused(setFigures(day, {"--deduct", "absent-no-alternate=4"}), "346");
  day.refused(setFigures(day, {"--deduct", "suspended=1"}), "suspended");
}

TEST(Rules, R25ExactlyHalfIsNotElected) {
  std::vector<json> ballots;
  add(ballots, 5, keeping(3, {1, 2}));
  add(ballots, 1, keeping(3, {1}));
  const json eleven = decidedBy(3, 2, ballots, 11);
  EXPECT_EQ(yesOf(eleven), (std::vector<int>{6, 5, 0}));
  EXPECT_EQ(eleven["elected"], json({"c1"})) << "11 convened: 6 votes elect, 5 do not";
  EXPECT_EQ(eleven["votes"][0]["percent"], "54.55");
  EXPECT_EQ(eleven["votes"][1]["percent"], "45.45");
  const json twelve = decidedBy(3, 2, ballots, 12);
  EXPECT_EQ(twelve["elected"], json::array()) << "12 convened: 6 is exactly half";
  EXPECT_EQ(twelve["votes"][0]["percent"], "50.00");
  EXPECT_EQ(twelve["shortfall"], 2);
}

TEST(Rules, R26FromTheMostVotesDown) {
  std::vector<json> ballots;
  add(ballots, 3, keeping(4, {2, 4}));
  add(ballots, 2, keeping(4, {3, 4}));
  add(ballots, 2, keeping(4, {2, 3}));
  add(ballots, 1, keeping(4, {4, 3}));
  const json result = decidedBy(4, 2, ballots, 8);
  EXPECT_EQ(yesOf(result), (std::vector<int>{0, 5, 5, 6}));
  EXPECT_EQ(result["elected"], json({"c4"}));
  EXPECT_EQ(result["tied"], json({"c2", "c3"})) << "R-27";
  ballots.push_back(keeping(4, {3}));
  const json nine = decidedBy(4, 2, ballots, 9);
  EXPECT_EQ(yesOf(nine), (std::vector<int>{0, 5, 6, 6}));
  EXPECT_EQ(nine["elected"], json({"c3", "c4"})) << "three pass for two seats; equal votes stand in ballot order";
  EXPECT_EQ(nine["tied"], json::array());
  EXPECT_EQ(nine["shortfall"], 0);
}

TEST(Rules, R27ATieAcrossTheLastSeatIsLeftOpenAndARunOffHasNoThreshold) {
  std::vector<json> ballots;
  add(ballots, 2, keeping(4, {1, 2}));
  add(ballots, 2, keeping(4, {1, 3}));
  add(ballots, 1, keeping(4, {2, 3}));
  const json tie = decidedBy(4, 2, ballots, 5);
  EXPECT_EQ(yesOf(tie), (std::vector<int>{4, 3, 3, 0}));
  EXPECT_EQ(tie["elected"], json({"c1"}));
  EXPECT_EQ(tie["tied"], json({"c2", "c3"}));
  EXPECT_EQ(tie["shortfall"], 0);

  ContestDay again(congressWith({contestFor(2, 1, {{"round", 2}, {"run_off", true}})}));
  again.cast("bau", {keeping(2, {1}), keeping(2, {2}), keeping(2, {2})});
  again.figures("bau", 10, 3);
  const json runOff = again.result("bau");
  EXPECT_EQ(runOff["round"], 2);
  EXPECT_EQ(runOff["elected"], json({"c2"})) << "2 of 10 is enough in a run-off";
  EXPECT_EQ(runOff["shortfall"], 0);
}

TEST(Rules, R27ATieInsideTheSeatsIsNone) {
  const json result = decidedBy(4, 3, {keeping(4, {1, 2, 3}), keeping(4, {1, 2, 3})}, 2);
  EXPECT_EQ(result["elected"], json({"c1", "c2", "c3"}));
  EXPECT_EQ(result["tied"], json::array());
}

TEST(Rules, R28ShortfallIsReported) {
  const json result = decidedBy(4, 3, {keeping(4, {1, 2}), keeping(4, {1, 2}), keeping(4, {1, 3})}, 3);
  EXPECT_EQ(result["elected"], json({"c1", "c2"}));
  EXPECT_EQ(result["shortfall"], 1);
  EXPECT_EQ(result["tied"], json::array());
}

TEST(Rules, R29VotesInBallotOrderElectedFromHighToLow) {
  const json result = decidedBy(4, 3, {keeping(4, {2, 3, 4}), keeping(4, {3, 4}), keeping(4, {2, 4})}, 3);
  EXPECT_EQ(yesOf(result), (std::vector<int>{0, 2, 2, 3}));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(result["votes"][i]["candidate"], "c" + std::to_string(i + 1));
  EXPECT_EQ(result["elected"], json({"c4", "c2", "c3"}));
}

TEST(Rules, R30PercentOfTheBaseNotOfTheBallots) {
  std::vector<json> ballots;
  add(ballots, 2, keeping(3, {1}));
  const json result = decidedBy(3, 2, ballots, 3);
  EXPECT_EQ(result["votes"][0]["percent"], "66.67");
  EXPECT_EQ(result["votes"][1]["percent"], "0.00");
}

TEST(Rules, R31LaterOfficesWaitForTheEarlierAndTakeOnlyItsElected) {
  json committee = contestFor(4, 3, {{"id", "chi-uy"}, {"office", "cap-uy"}});
  json secretary = contestFor(1, 1, {{"id", "bi-thu"}, {"office", "bi-thu"}});
  json deputy = contestFor(1, 1, {{"id", "pho"}, {"office", "pho-bi-thu"}});
  deputy["candidates"][0] = committee["candidates"][3];  // who will not be elected
  deputy["candidates"][0]["id"] = "c1";
  ContestDay day(congressWith({committee, secretary, deputy}));
  day.cast("chi-uy", {keeping(4, {1, 2, 3}), keeping(4, {1, 2, 3})});
  day.draw("bi-thu", {rows("y"), rows("y")}, "b");
  day.scan("bi-thu", "b");
  day.draw("pho", {rows("y"), rows("y")}, "p");
  day.scan("pho", "p");
  for (const char* contest : {"chi-uy", "bi-thu", "pho"}) day.figures(contest, 2);
  const std::vector<std::string> closing{"close", day.file(), "bi-thu", "--by", kHead + "," + kMember};
  day.refused(closing, "R-31");
  day.close("chi-uy");
  day.refused({"close", day.file(), "pho", "--by", kHead + "," + kMember}, "R-31");
  day.close("bi-thu");
  day.refused({"close", day.file(), "pho", "--by", kHead + "," + kMember}, "R-31");
  EXPECT_EQ(day.result("pho")["state"], "open") << "who stands for it was not elected to the committee";
}

TEST(Rules, R32NobodyIsElectedByAnOpinionPoll) {
  ContestDay day(congressWith({contestFor(3, 3, {{"kind", "opinion"}})}));
  day.cast("bau", {rows("yyn"), rows("yn-"), rows("y-b")});
  day.figures("bau", 3);
  const json result = day.result("bau");
  EXPECT_EQ(yesOf(result), (std::vector<int>{3, 1, 0}));
  EXPECT_EQ(result["votes"][1]["no"], 1);
  EXPECT_EQ(result["votes"][2]["not_counted"], 2);
  EXPECT_EQ(result["elected"], json::array());
  EXPECT_EQ(result["shortfall"], 0);
  expectSumsHold(result);
  day.close("bau");
  day.ok({"minutes", day.file(), "bau", "-o", day.path("m.pdf")});
}

TEST(Rules, ConfidenceVoteCountsThreeLevels) {
  ContestDay day(congressWith({contestFor(3, 0, {{"kind", "confidence"}})}));
  day.cast("bau", {marked({"c1/high", "c2/medium", "c3/low"}), marked({"c1/high", "c2/low", "c3/low"}),
                   marked({"c1/medium", "c2/high", "c2/low"})});
  day.figures("bau", 3);
  const json result = day.result("bau");
  EXPECT_EQ(result["figures"]["valid"], 3);
  const auto levels = [&](int i, int high, int medium, int low, int none) {
    const json& row = result["votes"][i];
    EXPECT_EQ(row["high"], high) << row;
    EXPECT_EQ(row["medium"], medium) << row;
    EXPECT_EQ(row["low"], low) << row;
    EXPECT_EQ(row["not_counted"], none) << row;
  };
  levels(0, 2, 1, 0, 0);
  levels(1, 0, 1, 1, 1);
  levels(2, 0, 0, 2, 1);
  EXPECT_EQ(result["votes"][0]["percent"], "66.67");
  expectSumsHold(result);
  day.close("bau");
  day.ok({"minutes", day.file(), "bau", "-o", day.path("m.pdf")});
}

TEST(Rules, R36PassesThatDisagreeBlock) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1, 2, 3}), keeping(4, {1, 2, 3})});
  day.draw("bau", {keeping(4, {1, 2, 3}), keeping(4, {1, 2})}, "second");
  day.scan("bau", "second", 2);
  day.figures("bau", 2);
  EXPECT_EQ(day.result("bau")["passes"], 2);
  EXPECT_EQ(yesOf(day.result("bau")), (std::vector<int>{2, 2, 2, 0})) << "two passes are not added up";
  day.refused({"close", day.file(), "bau", "--by", kHead + "," + kMember}, "R-36");
  EXPECT_EQ(day.rule("bau", 4, {"--vote", "c3=yes"}).code, 0);
  day.close("bau");
}

TEST(Rules, SumsMustHoldBeforeClosing) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1, 2, 3}), keeping(4, {1, 2})});
  day.refused({"close", day.file(), "bau", "--by", kHead + "," + kMember}, "figures set");
  day.figures("bau", 3);
  json broken = json::array();
  const json result = day.result("bau");
  for (const json& sum : result["sums"])
    if (!sum["holds"]) broken.push_back(sum);
  ASSERT_FALSE(broken.empty());
  EXPECT_EQ(broken[0], json({{"sum", "valid + invalid = returned"}, {"left", 2}, {"right", 3}, {"holds", false}}));
  day.refused({"close", day.file(), "bau", "--by", kHead + "," + kMember}, "3");
  day.refused({"minutes", day.file(), "bau", "-o", day.path("m.pdf")}, "3");
  EXPECT_FALSE(std::filesystem::exists(day.path("m.pdf")));
  day.figures("bau", 2);
  day.close("bau");
  day.ok({"minutes", day.file(), "bau", "-o", day.path("m.pdf")});
}

TEST(Rules, ResultHasTheFieldsOfTheContract) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1, 2, 3})});
  const auto keys = [](const json& object) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    return names;
  };
  const json result = day.result("bau");
  EXPECT_EQ(keys(result), (std::vector<std::string>{"contest", "elected", "figures", "invalid_by_rule", "passes", "round", "rules",
                                                    "shortfall", "state", "sums", "tied", "votes"}));
  EXPECT_EQ(keys(result["figures"]), (std::vector<std::string>{"absent", "base", "convened", "deductions", "invalid", "issued", "present",
                                                               "returned", "undecided", "valid"}));
  EXPECT_EQ(keys(result["votes"][0]), (std::vector<std::string>{"candidate", "no", "not_counted", "percent", "yes"}));
  EXPECT_EQ(keys(result["sums"][0]), (std::vector<std::string>{"holds", "left", "right", "sum"}));
  EXPECT_EQ(result["rules"], "190-QĐ/TW");
  EXPECT_EQ(result["state"], "open");
  EXPECT_EQ(result["passes"], 1);
  const json record = day.record("bau", 1);
  for (const char* name :
       {"sheet", "pass", "source", "page", "ballot", "contest", "state", "reasons", "marks", "votes", "validity", "rule"})
    EXPECT_TRUE(record.contains(name)) << name;
}

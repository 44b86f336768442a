// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets as they come: several pages, turned, in other formats and resolutions, doubled, missing, foreign codes; and people who may not decide.
#include <sys/wait.h>

#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "contest_day.h"

using namespace kp::testing;

namespace {

bool hasWhy(const json& record, const std::string& why) {
  for (const json& reason : record["reasons"])
    if (reason["why"] == why) return true;
  return false;
}

std::vector<int> firstOf(int n) {
  std::vector<int> list;
  for (int i = 1; i <= n; ++i) list.push_back(i);
  return list;
}

/// Only what is the same however the sheets came in: source, marks, votes, validity.
std::vector<json> meaningOf(const std::vector<json>& records) {
  std::vector<json> out;
  for (const json& r : records)
    out.push_back({{"source", r["source"]},
                   {"page", r["page"]},
                   {"state", r["state"]},
                   {"marks", r["marks"]},
                   {"votes", r["votes"]},
                   {"validity", r["validity"]}});
  return out;
}

}  // namespace

TEST(Sheets, OverVoteIsJudgedOverAllPagesOfABallot) {
  ContestDay day(congressWith({contestFor(63, 55)}, "delegates"));
  ASSERT_EQ(day.geometry("bau")["pages"].size(), 2u);
  day.cast("bau", {keeping(63, firstOf(55)), keeping(63, firstOf(56)), keeping(63, firstOf(1))});
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), 6u);
  for (const json& record : records) EXPECT_EQ(record["ballot"], (record["sheet"].get<int>() + 1) / 2 * 2 - 1) << record["source"];
  for (int sheet : {3, 4}) {
    EXPECT_EQ(day.record("bau", sheet)["rule"], "R-08");
    EXPECT_EQ(day.record("bau", sheet)["validity"], "undecided") << "both pages of the ballot";
  }
  EXPECT_EQ(day.rule("bau", 4, {"--invalid", "R-08"}).code, 0) << "by whichever page";
  day.figures("bau", 3);
  const json result = day.result("bau");
  EXPECT_EQ(result["figures"]["valid"], 2);
  EXPECT_EQ(result["votes"][0]["yes"], 2);
  EXPECT_EQ(result["votes"][54]["yes"], 1);
  EXPECT_EQ(result["votes"][55]["yes"], 0);
  EXPECT_EQ(result["sums"][5]["left"], 6);
  expectSumsHold(result);
  day.close("bau");
}

TEST(Sheets, ABallotShortOfAPageGoesToAPerson) {
  ContestDay day(congressWith({contestFor(63, 55)}, "delegates"));
  json first = keeping(63, firstOf(55)), second = first;
  first["pages"] = {1};
  second["pages"] = {2};
  day.cast("bau", {keeping(63, firstOf(55)), first, keeping(63, firstOf(55)), second});
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), 6u);
  for (int i : {0, 1}) EXPECT_EQ(records[i]["state"], "counted") << records[i];
  for (int i : {2, 3, 4, 5}) EXPECT_EQ(records[i]["state"], "review") << records[i];
  for (int i : {2, 5}) EXPECT_TRUE(hasWhy(records[i], "page-missing")) << records[i];
  EXPECT_TRUE(hasWhy(records[3], "page-repeated")) << "which of two first pages the second page belongs to, a person says: " << records[3];
  EXPECT_EQ(day.result("bau")["figures"]["valid"], 1);
  EXPECT_EQ(day.result("bau")["figures"]["undecided"], 3);
}

TEST(Sheets, FivePagesOfTheLongestList) {
  ContestDay day(congressWith({contestFor(234, 180)}, "delegates"));
  const std::size_t pages = day.geometry("bau")["pages"].size();
  ASSERT_EQ(pages, 5u);
  day.cast("bau", {keeping(234, firstOf(180)), keeping(234, firstOf(181))});
  day.figures("bau", 2);
  const json result = day.result("bau");
  EXPECT_EQ(result["figures"]["valid"], 1);
  EXPECT_EQ(result["figures"]["undecided"], 1);
  EXPECT_EQ(day.record("bau", 10)["rule"], "R-08");
  EXPECT_EQ(day.rule("bau", 6, {"--invalid", "R-08"}).code, 0);
  expectSumsHold(day.result("bau"));
  day.close("bau");
}

TEST(Sheets, TurnedPagesOtherFormatsAndResolutionsReadAlike) {
  ContestDay day(congressWith({contestFor(8, 5)}));
  std::vector<json> ballots;
  for (const auto& [turn, dpi, format] : std::vector<std::tuple<int, int, std::string>>{{0, 200, "jpg"},
                                                                                        {90, 200, "jpg"},
                                                                                        {180, 200, "jpg"},
                                                                                        {270, 200, "jpg"},
                                                                                        {180, 150, "jpg"},
                                                                                        {90, 300, "png"},
                                                                                        {270, 150, "tif"},
                                                                                        {180, 300, "pdf"},
                                                                                        {0, 600, "jpg"},
                                                                                        {0, 200, "tiff-pages"}}) {
    json ballot = keeping(8, {2, 3, 5, 7});
    ballot.update({{"turn", turn}, {"dpi", dpi}, {"format", format}});
    ballots.push_back(ballot);
  }
  day.cast("bau", ballots);
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), ballots.size());
  for (const json& record : records) {
    EXPECT_EQ(record["state"], "counted") << record;
    EXPECT_EQ(record["votes"],
              json({{"c1", "no"}, {"c2", "yes"}, {"c3", "yes"}, {"c4", "no"}, {"c5", "yes"}, {"c6", "no"}, {"c7", "yes"}, {"c8", "no"}}))
        << record["source"];
  }
}

TEST(Sheets, ManyPagesInOneTiffOrPdf) {
  ContestDay day(congressWith({contestFor(63, 55)}, "delegates"));
  json tiff = keeping(63, firstOf(50)), pdf = keeping(63, firstOf(55));
  tiff["format"] = "tiff-pages";
  pdf["format"] = "pdf";
  day.cast("bau", {tiff, pdf, tiff});
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), 6u);
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(records[i]["page"], i % 2 + 1);
    EXPECT_EQ(records[i]["state"], "counted") << records[i];
  }
  EXPECT_EQ(day.result("bau")["figures"]["valid"], 3);
}

TEST(Sheets, PerBallotCodesJoinPagesWhereverTheyLieAndFindRepeats) {
  ContestDay day(congressWith({contestFor(63, 55, {{"ballot_code", "per-ballot"}})}, "delegates"));
  const auto page = [](int copy, int number, int kept) {
    json ballot = keeping(63, firstOf(kept));
    ballot["copy"] = copy;
    ballot["pages"] = {number};
    return ballot;
  };
  day.draw("bau", {page(0, 1, 55), page(1, 2, 50), page(2, 1, 40), page(0, 2, 55), page(2, 2, 40), page(1, 1, 50), page(1, 1, 50)}, "deck",
           3);
  day.scan("bau");
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), 7u);
  std::map<int, int> ballots;
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(records[i]["state"], "counted") << records[i];
    ++ballots[records[i]["ballot"].get<int>()];
  }
  EXPECT_EQ(ballots, (std::map<int, int>{{1, 2}, {2, 2}, {3, 2}}));
  EXPECT_EQ(records[6]["state"], "set-aside");
  EXPECT_TRUE(hasWhy(records[6], "seen-before"));
  EXPECT_EQ(day.result("bau")["figures"]["valid"], 3);
}

TEST(Sheets, TheSameFolderTwiceElsewhereOrRenamedCountsNothingTwice) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1}), keeping(4, {1, 2}), keeping(4, {1, 3})});
  const json before = day.result("bau");
  day.scan("bau");
  EXPECT_EQ(day.records("bau").size(), 3u) << "the same folder again";
  std::filesystem::copy(day.path("deck"), day.path("elsewhere"));
  day.scan("bau", "elsewhere");
  EXPECT_EQ(day.records("bau").size(), 3u) << "the same folder under another path";
  std::filesystem::rename(day.path("elsewhere/s00002.jpg"), day.path("elsewhere/x.jpg"));
  day.scan("bau", "elsewhere");
  const auto records = day.records("bau");
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[3]["state"], "set-aside");
  EXPECT_TRUE(hasWhy(records[3], "seen-before"));
  EXPECT_EQ(day.rule("bau", 4, {"--valid"}).code, 1) << "the very file of sheet 2 cannot be ruled in";
  EXPECT_EQ(yesOf(day.result("bau")), yesOf(before));
  EXPECT_EQ(day.result("bau")["figures"], before["figures"]);
}

TEST(Sheets, KilledAtAnyMomentAndRunAgainIsAsIfNothingHadHappened) {
  ContestDay day(congressWith({contestFor(8, 5)}));
  std::vector<json> ballots;
  for (int i = 0; i < 30; ++i) {
    ballots.push_back(keeping(8, {1 + i % 8, 1 + (i + 3) % 8}));
    if (i % 7 == 3) ballots.back()["marks"]["c" + std::to_string(1 + i % 8) + "/name"] = "half";
  }
  day.draw("bau", ballots);
  const std::string calm = day.path("calm.kiemphieu"), untouched = day.path("untouched.kiemphieu");
  day.ok({"congress", "create", calm, "--from", day.path("definition.json")});
  // the codes of another file of the same congress are forged ones: the undisturbed run is made on a copy of this file
  std::filesystem::copy_file(day.file(), calm, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::copy_file(day.file(), untouched);
  const auto begin = std::chrono::steady_clock::now();
  day.ok({"scan", calm, "--contest", "bau", day.path("deck")});
  auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  const std::vector<std::string> command{"scan", day.file(), "--contest", "bau", day.path("deck")};
  int killed = 0;
  for (int moment = 1; moment <= 20; ++moment) {
    const pid_t process = start(command);
    std::this_thread::sleep_for(whole * (moment * 7 % 20 + 1) / 24);
    const bool inTime = killNow(process);
    std::set<std::string> names;
    for (const json& record : day.records("bau")) EXPECT_TRUE(names.insert(record["source"]).second) << record["source"] << " twice";
    killed += inTime;
    if (inTime) continue;
    whole = whole * 3 / 4;  // the machine is less busy than it was: sooner, and from the beginning
    std::filesystem::copy_file(untouched, day.file(), std::filesystem::copy_options::overwrite_existing);
  }
  EXPECT_GT(killed, 5);
  day.ok(command);
  const auto disturbed = day.records("bau"), undisturbed = jsonLines(day.ok({"records", calm, "bau"}).out);
  EXPECT_EQ(meaningOf(disturbed), meaningOf(undisturbed));
  for (std::size_t i = 0; i < disturbed.size(); ++i) EXPECT_EQ(disturbed[i]["sheet"], i + 1);
  EXPECT_EQ(day.result("bau"), json::parse(day.ok({"result", calm, "bau", "--json"}).out));
  day.ok({"verify", day.file()});
}

TEST(Sheets, ASecondScanWhileOneRunsHarmsNothing) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  std::vector<json> ballots;
  for (int i = 0; i < 30; ++i) ballots.push_back(keeping(4, {1 + i % 4}));
  day.draw("bau", ballots);
  const std::vector<std::string> command{"scan", day.file(), "--contest", "bau", day.path("deck")};
  const pid_t first = start(command);
  for (int i = 0; i < 300 && day.records("bau").empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // until the first has the file
  const Ran second = run(command);
  if (second.code != 0) {
    EXPECT_EQ(second.code, 1);
    EXPECT_EQ(second.errLines(), 1u) << second.err;
  }
  int status = -1;
  ASSERT_EQ(::waitpid(first, &status, 0), first);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "the first scan is not disturbed";
  day.ok(command);
  EXPECT_EQ(day.records("bau").size(), 30u);
  day.ok({"verify", day.file()});
}

TEST(People, OnlyTwoOfTheCommitteeWithItsHeadDecide) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  json half = keeping(4, {1, 2});
  half["marks"]["c2/name"] = "half";
  day.cast("bau", {half, keeping(4, {1})});
  day.figures("bau", 2);
  for (const std::string& by : {kHead, kMember, kHead + "," + kHead, kMember + "," + kOtherMember, kHead + "," + kTechnician,
                                kHead + "," + kSupervisor, kHead + "," + kSecretary, kHead + "," + std::string("Nguyễn Lạ Mặt"),
                                kHead + "," + kMember + "," + kTechnician, std::string(","), std::string(" ")}) {
    day.refused({"rule", day.file(), "bau", "1", "--by", by, "--vote", "c2=yes"}, "");
    day.refused({"close", day.file(), "bau", "--by", by}, "");
  }
  EXPECT_EQ(day.record("bau", 1)["state"], "review") << "no refused ruling left a trace";
  EXPECT_EQ(day.rule("bau", 1, {"--vote", "c2=yes"}, " " + kMember + " , " + kHead + " ").code, 0);
  day.close("bau");
  for (const std::string& by : {kHead, kMember + "," + kOtherMember, kHead + "," + kTechnician})
    day.refused({"reopen", day.file(), "bau", "--by", by, "--why", "thử"}, "");
  EXPECT_EQ(day.result("bau")["state"], "closed");
}

TEST(People, RulingsThatFitNothingAreRefused) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  json half = keeping(4, {1, 2});
  half["marks"]["c2/name"] = "half";
  day.cast("bau", {half, keeping(4, {1})});
  const auto refuse = [&](const std::string& sheet, std::vector<std::string> ruling, const std::string& part) {
    std::vector<std::string> arguments{"rule", day.file(), "bau", sheet, "--by", kHead + "," + kMember};
    arguments.insert(arguments.end(), ruling.begin(), ruling.end());
    day.refused(arguments, part);
  };
  refuse("99", {"--valid"}, "99");
  refuse("0", {"--valid"}, "0");
  refuse("1", {"--vote", "c9=yes"}, "c9");
  refuse("1", {"--vote", "c2=maybe"}, "maybe");
  refuse("1", {"--vote", "c2"}, "c2");
  refuse("1", {"--vote", "c2=unsure"}, "");
  refuse("1", {"--vote", "c2=high"}, "");
  refuse("1", {"--invalid", "R-99"}, "R-99");
  refuse("1", {"--invalid", "R-25"}, "R-25");
  refuse("1", {"--valid"}, "");
  refuse("2", {"--invalid", ""}, "R-08");  // an empty option once counted as "valid"
  refuse("2", {"--set-aside", ""}, "lý do");
  refuse("2", {"--set-aside", "  "}, "lý do");
  EXPECT_EQ(day.record("bau", 2)["state"], "counted");
  EXPECT_EQ(day.record("bau", 1)["state"], "review");

  EXPECT_EQ(day.rule("bau", 1, {"--vote", "c2=yes"}).code, 0);
  EXPECT_EQ(day.rule("bau", 1, {"--vote", "c2=no"}).code, 0) << "a second ruling replaces the first";
  EXPECT_EQ(day.record("bau", 1)["votes"]["c2"], "no");
  EXPECT_EQ(day.rule("bau", 2, {"--set-aside", "phiếu thử máy"}).code, 0);
  EXPECT_EQ(day.record("bau", 2)["state"], "set-aside");
  EXPECT_EQ(day.result("bau")["figures"]["valid"], 1);
  day.figures("bau", 1);
  day.close("bau");
  refuse("1", {"--vote", "c2=yes"}, "chốt");
  day.refused({"scan", day.file(), "--contest", "bau", day.path("deck")}, "chốt");
  day.refused({"figures", "set", day.file(), "bau", "--convened", "9"}, "chốt");
  day.refused({"close", day.file(), "bau", "--by", kHead + "," + kMember}, "chốt");
  day.ok({"verify", day.file()});
}

TEST(Verify, SaysOfMinutesWhatDiffersFromAFile) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1, 2, 3}), keeping(4, {1, 2})});
  day.figures("bau", 2);
  day.close("bau");
  const std::string minutes = day.path("bien-ban.pdf");
  day.ok({"minutes", day.file(), "bau", "-o", minutes});
  const json alone = json::parse(day.ok({"verify", minutes, "--json"}).out);
  EXPECT_EQ(alone["statement"]["votes"], json({2, 2, 1, 0})) << "what was signed, to hold against the ink";
  EXPECT_EQ(alone["statement"]["elected"], json({1, 2}));
  EXPECT_NE(day.ok({"verify", minutes, day.file()}).out.find("số 3: 1 phiếu"), std::string::npos);

  const std::string other = day.path("khac.kiemphieu");
  day.ok({"congress", "create", other, "--from", day.path("definition.json")});
  const Ran foreign = day.call({"--lang", "en", "verify", minutes, other});
  EXPECT_EQ(foreign.code, 1);
  EXPECT_EQ(foreign.errLines(), 1u);
  EXPECT_NE(foreign.out.find("not signed with this congress file's key"), std::string::npos) << foreign.out << foreign.err;

  day.ok({"reopen", day.file(), "bau", "--by", kHead + "," + kMember, "--why", "đếm lại"});
  const Ran reopened = day.call({"verify", minutes, day.file()});
  EXPECT_EQ(reopened.code, 1) << "minutes of a reopened count are void";
  EXPECT_NE(reopened.out.find("mở lại"), std::string::npos) << reopened.out;
}

TEST(Verify, JournalAndCommitteeAreInWords) {
  ContestDay day(congressWith({contestFor(4, 3)}));
  day.cast("bau", {keeping(4, {1, 2, 3})});
  day.figures("bau", 1);
  day.close("bau");
  const std::string journal = day.ok({"journal", day.file()}).out;
  EXPECT_NE(journal.find("hợp lệ 1, không hợp lệ 0, số tính kết quả 1, trúng cử 3 người"), std::string::npos) << journal;
  EXPECT_EQ(journal.find("shortfall="), std::string::npos) << "text for machines stays in --json";
  EXPECT_NE(day.ok({"congress", "show", day.file()}).out.find(kHead + " (Trưởng ban kiểm phiếu)"), std::string::npos);
}

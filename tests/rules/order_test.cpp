// SPDX-License-Identifier: GPL-3.0-or-later
// kiosk.md: nothing a person sees depends on the order of scanning. One pile is counted as it lies, and once more shuffled, in two batches, into a copy of the congress.
#include <algorithm>
#include <filesystem>
#include <random>

#include "contest_day.h"

using namespace kp::testing;
namespace fs = std::filesystem;

namespace {

constexpr unsigned kSeed = 20261123;  ///< which shuffle does not matter, only that a failure comes again

std::vector<fs::path> scansIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// The same scans with the ballots in another order, half of them in each of the folders; pages of one ballot stay together, as paper does.
void shuffle(const fs::path& deck, std::size_t pages, const fs::path& first, const fs::path& second) {
  const auto scans = scansIn(deck);
  std::vector<std::size_t> ballots(scans.size() / pages);
  for (std::size_t i = 0; i < ballots.size(); ++i) ballots[i] = i;
  std::shuffle(ballots.begin(), ballots.end(), std::mt19937(kSeed));
  ASSERT_FALSE(std::is_sorted(ballots.begin(), ballots.end()));
  fs::create_directories(first);
  fs::create_directories(second);
  std::size_t number = 1000;
  for (std::size_t i = 0; i < ballots.size(); ++i)
    for (std::size_t page = 0; page < pages; ++page) {
      const fs::path& scan = scans[ballots[i] * pages + page];
      fs::copy_file(scan, (i < ballots.size() / 2 ? first : second) / ("t" + std::to_string(++number) + scan.extension().string()));
    }
}

/// Rules each undecided ballot invalid by the rule that is proposed for it.
void ruleAsProposed(const std::string& file) {
  for (const json& record : jsonLines(run({"records", file, "bau"}).out)) {
    if (record["validity"] != "undecided" || record["page"] != 1) continue;
    const Ran ruled =
        run({"rule", file, "bau", std::to_string(record["sheet"].get<int>()), "--by", kHead + "," + kMember, "--invalid", record["rule"]});
    EXPECT_EQ(ruled.code, 0) << ruled.err;
  }
}

json resultOf(const std::string& file) { return json::parse(run({"result", file, "bau", "--json"}).out); }

void expectTheSameInAnyOrder(int candidates, int seats, std::size_t pages, const std::vector<json>& ballots) {
  ContestDay day(congressWith({contestFor(candidates, seats)}, "delegates"));
  day.figures("bau", static_cast<int>(ballots.size()));
  day.draw("bau", ballots);
  const std::string other = day.path("tron.kiemphieu");
  fs::copy_file(day.file(), other);
  ASSERT_EQ(scansIn(day.path("deck")).size(), ballots.size() * pages);
  shuffle(day.path("deck"), pages, day.path("xap-1"), day.path("xap-2"));

  day.scan("bau");
  for (const char* batch : {"xap-2", "xap-1"}) {
    const Ran scanned = run({"scan", other, "--contest", "bau", day.path(batch)});
    EXPECT_EQ(scanned.code, 0) << scanned.err;
  }
  EXPECT_EQ(resultOf(other), resultOf(day.file())) << "before anybody ruled";
  EXPECT_GT(resultOf(other)["figures"]["undecided"], 0);
  for (const std::string& file : {day.file(), other}) ruleAsProposed(file);
  const json result = resultOf(other);
  EXPECT_EQ(result, resultOf(day.file()));
  EXPECT_EQ(result["figures"]["undecided"], 0);
  EXPECT_FALSE(result["elected"].empty());
  expectSumsHold(result);
}

}  // namespace

// Caught: a total, an order of the elected or a number of doubtful ballots that hangs on which paper came first.
TEST(Order, OfScanningChangesNoTotal) {
  expectTheSameInAnyOrder(
      5, 3, 1,
      {keeping(5, {1, 2, 3}), keeping(5, {1}), keeping(5, {1, 2, 3, 4}), keeping(5, {2, 4}), keeping(5, {}), keeping(5, {1, 2, 5}),
       keeping(5, {1, 4}), keeping(5, {1, 2, 3, 4, 5}), keeping(5, {1, 4, 5}), keeping(5, {1, 2})});
}

TEST(Order, OfScanningChangesNoTotalOfBallotsOnTwoSheets) {
  const auto without = [](std::vector<int> left) {
    std::vector<int> kept;
    for (int i = 1; i <= 63; ++i)
      if (std::find(left.begin(), left.end(), i) == left.end()) kept.push_back(i);
    return keeping(63, kept);
  };
  expectTheSameInAnyOrder(
      63, 55, 2,
      {without({1, 2, 3, 4, 5, 6, 7, 8}), without({60}), without({8, 9, 10, 11, 12, 13, 14, 15, 16}),
       without({56, 57, 58, 59, 60, 61, 62, 63, 1}), without({2, 4, 6, 8, 10, 12, 14, 16}), without({1, 3, 40, 41, 42, 43, 44, 45, 46})});
}

// SPDX-License-Identifier: GPL-3.0-or-later
// examine(): each case is a definition that must not reach a printer, and the finding that says why.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "build.h"

namespace kp {
namespace {

using namespace test;

std::vector<Finding> blocks(const Congress& congress) {
  auto all = examine(congress);
  all.erase(std::remove_if(all.begin(), all.end(), [](const Finding& f) { return f.severity != Finding::Severity::Block; }), all.end());
  return all;
}

TEST(Examine, AGoodDefinitionHasNoFinding) {
  Congress congress = congressOf({contestOf(6, 5), contestOf(3, 0, ContestKind::Opinion)});
  congress.contests[1].id = "poll";
  congress.committee = {{"Hà Văn Trưởng", Role::Head}};
  for (const Finding& finding : examine(congress)) ADD_FAILURE() << finding.what;
}

TEST(Examine, BlocksWhatCannotBePrintedOrCounted) {
  const std::string longName(101, 'a');
  const std::vector<std::pair<const char*, std::function<void(Congress&)>>> cases = {
      {"congress id", [](Congress& c) { c.info.id = " "; }},
      {"congress name", [](Congress& c) { c.info.name.clear(); }},
      {"no date", [](Congress& c) { c.info.date.clear(); }},
      {"30 February", [](Congress& c) { c.info.date = "2025-02-30"; }},
      {"date form", [](Congress& c) { c.info.date = "20/09/2025"; }},
      {"rule set", [](Congress& c) { c.info.rules = "999-QĐ/TW"; }},
      {"committee name",
       [](Congress& c) {
         c.committee = {{"", Role::Head}};
       }},
      {"contest id", [](Congress& c) { c.contests[0].id.clear(); }},
      {"contest id twice", [](Congress& c) { c.contests.push_back(c.contests[0]); }},
      {"title", [](Congress& c) { c.contests[0].title.clear(); }},
      {"0 seats", [](Congress& c) { c.contests[0].seats = 0; }},
      {"-1 seats", [](Congress& c) { c.contests[0].seats = -1; }},
      {"-1 seats in a poll", [](Congress& c) { c.contests[0].kind = ContestKind::Opinion, c.contests[0].seats = -1; }},
      {"no candidates", [](Congress& c) { c.contests[0].candidates.clear(); }},
      {"235 candidates", [](Congress& c) { c.contests[0].candidates = contestOf(235, 200).candidates; }},
      {"paper", [](Congress& c) { c.contests[0].paper = "A3"; }},
      {"round", [](Congress& c) { c.contests[0].round = 0; }},
      {"candidate id", [](Congress& c) { c.contests[0].candidates[1].id.clear(); }},
      {"candidate id twice", [](Congress& c) { c.contests[0].candidates[1].id = c.contests[0].candidates[0].id; }},
      {"candidate name", [](Congress& c) { c.contests[0].candidates[1].name = "  "; }},
      {"101 letters", [&](Congress& c) { c.contests[0].candidates[1].name = longName; }},
      {"control character", [](Congress& c) { c.contests[0].candidates[1].name = "Lê\tAn"; }},
      {"zero-width space", [](Congress& c) { c.contests[0].candidates[1].name = "Lê\xe2\x80\x8b An"; }},
      {"not UTF-8", [](Congress& c) { c.contests[0].candidates[1].name = "L\xea An"; }},
  };
  for (const auto& [what, spoil] : cases) {
    Congress congress = congressOf({contestOf(6, 5)});
    spoil(congress);
    EXPECT_EQ(blocks(congress).size(), 1U) << what;
  }
}

TEST(Examine, LimitsThemselvesAreAllowed) {
  Congress congress = congressOf({contestOf(234, 180)});
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "ữ";  // 300 bytes, 100 letters
  congress.contests[0].candidates[0].name = longest;
  congress.info.date = "2024-02-29";
  congress.contests[0].paper = "A5";
  EXPECT_TRUE(blocks(congress).empty());
}

TEST(Examine, WarnsOfTwoCandidatesWithOneName) {
  Congress congress = congressOf({contestOf(6, 5)});
  congress.contests[0].candidates[4].name = congress.contests[0].candidates[0].name;
  const auto all = examine(congress);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].severity, Finding::Severity::Warn);
}

TEST(Examine, WarnsWhenSeatsCannotBeFilled) {
  const auto all = examine(congressOf({contestOf(4, 6)}));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].severity, Finding::Severity::Warn);
  EXPECT_EQ(all[0].rule, "R-28");
}

TEST(Examine, ARunOffHasNoSurplusWarning) {
  Contest contest = contestOf(5, 3);
  contest.runOff = true;
  EXPECT_TRUE(examine(congressOf({contest})).empty());
}

}  // namespace
}  // namespace kp

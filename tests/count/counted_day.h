// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <memory>

#include "builders.h"
#include "count/adjudication.h"
#include "count/closing.h"

namespace kp::testing {

/// A congress file with "bch" (5 names for 3 seats) and its ballots, taken in in two runs of scanning. What a test needs beyond that it does itself.
class CountedDay : public ::testing::Test {
 protected:
  void SetUp() override { begin(congressOf({strikeContest()})); }

  void begin(const Congress& congress, const std::string& name = "thu.kiemphieu") {
    auto made = Ledger::create(folder.path() / name, congress);
    ASSERT_TRUE(made) << made.error().what;
    ledger = std::make_unique<Ledger>(std::move(*made));
    for (const Contest& c : congress.contests) ASSERT_TRUE(askForOnePass(*ledger, c.id));
  }
  Contest contest() const { return ledger->congress().load()->contests.front(); }

  /// One run of scanning.
  void scan(const std::vector<PageReading>& readings, int pass = 1) {
    ASSERT_TRUE(ledger->journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, "dir"}));
    const auto ids = ledger->sheets().append(takenIn(readings, pass, "bch", stored), {});
    ASSERT_TRUE(ids) << ids.error().what;
  }

  /// 9 ballots: 6 keep names 1, 2, 3; 2 keep 1, 2, 4; 1 strikes nothing, ruled invalid. Counted once and closed.
  void countAll() {
    const Contest c = contest();
    scan({ballot(c, {3, 4}), ballot(c, {3, 4}), ballot(c, {2, 4}), ballot(c, {3, 4}), ballot(c, {})});
    scan({ballot(c, {3, 4}), ballot(c, {2, 4}), ballot(c, {3, 4}), ballot(c, {3, 4})});
    Ruling invalid;
    invalid.kind = Ruling::Kind::Invalid;
    invalid.rule = "R-08";
    const auto ruled = rule(*ledger, {"bch", 5, invalid, kTwo});
    ASSERT_TRUE(ruled) << ruled.error().what;
    Figures figures;
    figures.convened = 10;
    figures.present = 9;
    figures.issued = 9;
    figures.returned = 9;
    const auto set = enterFigures(*ledger, "bch", figures, {});
    ASSERT_TRUE(set) << set.error().what;
  }
  void close() {
    const auto closed = closeContest(*ledger, "bch", kTwo);
    ASSERT_TRUE(closed) << closed.error().what;
  }
  CountedPass pass(int number = 1) const { return *loadPass(*ledger, *loadContest(*ledger, "bch"), number); }

  TempFolder folder;
  std::unique_ptr<Ledger> ledger;
  int stored = 0;
};

inline std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeBytes(const std::filesystem::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

}  // namespace kp::testing

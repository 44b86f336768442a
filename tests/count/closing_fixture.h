// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <memory>

#include "builders.h"
#include "count/adjudication.h"
#include "count/closing.h"

namespace kp::testing {

inline Ruling ruling(Ruling::Kind kind, const std::string& text = {}) {
  Ruling r;
  r.kind = kind;
  (kind == Ruling::Kind::Invalid ? r.rule : r.note) = text;
  return r;
}

inline Ruling votes(std::vector<std::pair<std::size_t, Vote>> list) {
  Ruling r;
  r.kind = Ruling::Kind::Votes;
  r.votes = std::move(list);
  return r;
}

/// A congress of the cấp ủy and its secretary, one pass asked for; sheets are stored as they were read.
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
    const auto ids = ledger->sheets().append(takenIn(readings, pass, id, stored), {});
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

}  // namespace kp::testing

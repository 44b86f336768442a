// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "../count/builders.h"
#include "count/adjudication.h"
#include "count/closing.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {

/// The small congress with ballots of "bch" (5 names for 3) in the open file, put there by the acting desk.
class CountedKioskTest : public KioskTest {
 protected:
  static inline const Actors kBoth = {kHead, kMember};

  template <typename Work>
  void onFile(Work work) {
    bool done = false;
    m_station->acting().ask(
        m_station->session(),
        [work](Ledger& ledger) -> Expected<int> {
          work(ledger);
          return 0;
        },
        [&done](const Expected<int>&) { done = true; });
    until([&] { return done; });
    m_station->refresh();
    emit m_station->acted();
  }
  /// Ballots of "bch", each given by the places of the names struck; then sheets from which nothing was read.
  void count(const std::vector<std::vector<std::size_t>>& struck, const std::vector<Why>& unread = {}) {
    onFile([struck, unread](Ledger& ledger) {
      const Contest contest = *ledger.congress().load()->contest("bch");
      ASSERT_TRUE(testing::askForOnePass(ledger, "bch"));
      ASSERT_TRUE(ledger.journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, "dir"}));
      std::vector<SheetIntake> batch;
      for (std::size_t i = 0; i < struck.size() + unread.size(); ++i) {
        SheetIntake sheet;
        sheet.pass = 1;
        sheet.expected = "bch";
        sheet.sourceName = "s" + std::to_string(i + 1) + ".jpg";
        sheet.source = std::make_shared<SourceFile>("image " + std::to_string(i + 1));
        sheet.reading = i < struck.size() ? testing::ballot(contest, struck[i]) : testing::unread(unread[i - struck.size()]);
        batch.push_back(sheet);
      }
      ASSERT_TRUE(ledger.sheets().append(batch, {}));
    });
  }
  void figures(int convened, int returned) {
    onFile([=, by = m_station->session()->actors()](Ledger& ledger) {
      Figures given;
      given.convened = convened;
      given.present = given.issued = given.returned = returned;
      ASSERT_TRUE(enterFigures(ledger, "bch", given, by));
    });
  }
  void close() {
    onFile([](Ledger& ledger) {
      const auto closed = closeContest(ledger, "bch", kBoth);
      ASSERT_TRUE(closed) << closed.error().what;
    });
  }
  /// 9 ballots, all valid: names 1 and 2 get 9, name 3 gets 6, name 4 gets 3, name 5 none. Base 10.
  void countNine() {
    count({{3, 4}, {3, 4}, {3, 4}, {3, 4}, {3, 4}, {3, 4}, {2, 4}, {2, 4}, {2, 4}});
    figures(10, 9);
  }
  template <typename Model>
  std::unique_ptr<Model> made() {
    auto model = std::make_unique<Model>();
    model->setStation(&*m_station);
    until([&] { return model->isLoaded(); });
    return model;
  }
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "count/access.h"
#include "count/read_back.h"
#include "kiosk_fixture.h"
#include "wiring/rehearsal_deck.h"

namespace kp::kiosk {

/// Marked ballots of "bch" as scans in a folder, printed with the open file's own key: what a committee would have scanned.
class DeckTest : public KioskTest {
 protected:
  QString makeDeck(const QString& name, int ballots, const std::string& profile = "clean", const std::string& contest = "bch",
                   const std::string& format = "jpg") {
    const QString deck = folder() + QLatin1Char('/') + name;
    RehearsalOptions options;
    options.ballots = ballots;
    options.seed = 7;
    options.profile = profile;
    options.format = format;
    bool done = false;
    const Actors by = m_station->session()->actors();
    m_station->acting().ask(
        m_station->session(), [=](Ledger& ledger) { return makeRehearsal(ledger, contest, options, deck.toStdString(), by); },
        [&done](const Expected<int>& made) {
          EXPECT_TRUE(made) << made.error().what;
          done = true;
        });
    until([&] { return done; });
    provePrint(contest);
    return deck;
  }
  /// The contest's printed ballot was read back, as the kiosk demands before anything is scanned.
  void provePrint(const std::string& contest) {
    bool done = false;
    ReadBackOutcome outcome;
    outcome.pages = 1;
    m_station->acting().ask(
        m_station->session(),
        [contest, outcome](Ledger& ledger) -> Expected<int> {
          if (const auto state = readBackState(ledger, contest); state && state->settled()) return 0;
          if (const auto noted = noteReadBack(ledger, contest, outcome, actorsFor(ledger, *ledger.congress().load(), Act::PrintBallots));
              !noted)
            return tl::unexpected<Error>(noted.error());
          return 1;
        },
        [&done](const Expected<int>& noted) {
          EXPECT_TRUE(noted) << noted.error().what;
          done = true;
        });
    until([&] { return done; });
    emit m_station->acted();
  }
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "day_fixture.h"

namespace kp::kiosk {

inline QString operator""_q(const char* text, std::size_t size) { return QString::fromUtf8(text, static_cast<qsizetype>(size)); }

inline constexpr int kClean = 12, kAmbiguous = 4, kBallots = kClean + kAmbiguous;

/// The steps of the day, each done at the screen; one test goes through them in order.
class WholeDayTest : public DayTest {
 public:
  void makeCongress();
  void enterCommittee();
  void addPerson(const char* name, Role role);
  void everybodySetsAPin();
  void importCandidates();
  void printBallots();
  void checkMachine();
  void makeDecks();
  void enterFigures();
  void scanFirstPass();
  void othersMayNotRule();
  void ruleOnDoubts();
  void scanSecondPass();
  void compare();
  void othersMayNotClose();
  void closeTheCount();
  void saveMinutes();
  void reveal();
  void archive();
  void everythingAgrees();

 protected:
  void makeDeck(const QString& name, const QString& profile, int ballots, const QString& prefix);
  void startScan(const QString& folder);
  /// Rules on the ballot that is shown as its truth says, once both have signed.
  void ruleOnOne();
  void answerMarks();
  QString scanShown() const;
  int waiting() const { return model("doubts")->property("waiting").toInt(); }
  QString mainText() const { return m_hand->textOf("mainAction"_q); }
  void done(const QString& file) {
    m_hand->until([&] { return QFileInfo::exists(file); }, qPrintable(file));
  }

  DeckTruth m_truth;
  int m_ruled = 0;
};

}  // namespace kp::kiosk

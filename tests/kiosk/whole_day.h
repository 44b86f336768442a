// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "day_fixture.h"

namespace kp::kiosk {

inline QString operator""_q(const char* text, std::size_t size) { return QString::fromUtf8(text, static_cast<qsizetype>(size)); }

inline constexpr int kClean = 12, kAmbiguous = 4, kBallots = kClean + kAmbiguous;

/// The steps of the day, each done at the screen; goThrough() does them in order.
class WholeDayTest : public DayTest {
 public:
  using Step = std::pair<const char*, void (WholeDayTest::*)()>;
  void goThrough(const std::vector<Step>& steps);
  static std::vector<Step> wholeDay();
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
  /// Marked ballots of the contest being counted, as scans with their truth; returns their folder.
  QString rehearse(const QString& name, const QString& profile, int ballots);
  void makeDeck(const QString& name, const QString& profile, int ballots, const QString& prefix);
  void startScan(const QString& folder);
  /// From the hall's picture on the operator's own screen back to the page.
  void leaveHall();
  /// Rules on the ballot that is shown as its truth says, once both have signed.
  void ruleOnOne();
  void answerMarks();
  QString scanShown() const;
  int waiting() const { return model("doubts")->property("waiting").toInt(); }
  QString mainText() const { return m_hand->textOf("mainAction"_q); }
  void done(const QString& file) {
    m_hand->until([&] { return QFileInfo::exists(file); }, qPrintable(file));
  }

  /// Of the contest being counted.
  DeckTruth& truth() { return m_truths[contest().id]; }
  std::map<std::string, DeckTruth> m_truths;  ///< by contest
  std::map<QString, QString> m_fed;           ///< end of a sheet's name that a scanner gave → the scan its truth is known by
  int m_ruled = 0;
};

}  // namespace kp::kiosk

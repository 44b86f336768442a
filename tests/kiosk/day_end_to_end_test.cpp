// SPDX-License-Identifier: GPL-3.0-or-later
// A whole congress on the real window, with mouse and keyboard: from the first touch to the archive, with a power cut, a wrong PIN and people who may not. What the minutes say
// is compared with what was marked on the ballots.
#include <QDir>
#include <QFile>

#include "whole_day.h"
#include "wiring/printed_statement.h"

namespace kp::kiosk {

void WholeDayTest::everythingAgrees() {
  const QStringList papers = QDir(home() + "/usb"_q).entryList({"*.pdf"_q}, QDir::Files);
  ASSERT_EQ(papers.size(), 1);
  QFile minutes(home() + "/usb/"_q + papers.first());
  ASSERT_TRUE(minutes.open(QIODevice::ReadOnly));
  const auto printed = readPrintedStatement(minutes.readAll().toStdString());
  ASSERT_TRUE(printed) << printed.error().what;
  EXPECT_TRUE(printed->findings.empty());
  const Statement& said = printed->statement.statement;
  EXPECT_EQ(said.convened, 18);
  EXPECT_EQ(said.present, 18);
  EXPECT_EQ(said.issued, 18);
  EXPECT_EQ(said.returned, kBallots);
  EXPECT_EQ(said.valid, truth().valid());
  EXPECT_EQ(said.invalid, kBallots - truth().valid());
  const Contest made = contest();
  ASSERT_EQ(said.votes.size(), made.candidates.size());
  for (std::size_t k = 0; k < made.candidates.size(); ++k)
    EXPECT_EQ(said.votes[k].yes, truth().yes(QString::fromStdString(made.candidates[k].id))) << made.candidates[k].name;
  for (const Actors& by : signers(Event::RulingMade)) EXPECT_EQ(by, (Actors{kHead, kMember}));
  std::vector<std::string> wrong;  // nobody has proved to be anybody: the name is what was claimed
  const auto journal = file().journal().list();
  ASSERT_TRUE(journal);
  for (const JournalEntry& entry : *journal)
    if (entry.event == toString(Event::PinWrong)) wrong.push_back(entry.details);
  ASSERT_EQ(wrong.size(), 2u);
  EXPECT_NE(wrong[0].find(kHead), std::string::npos) << wrong[0];
  EXPECT_NE(wrong[1].find(kMember), std::string::npos) << wrong[1];
  EXPECT_EQ(signers(Event::FiguresSet), (std::vector<Actors>{{kHead}}));
  for (const Actors& by : signers(Event::ScanStarted)) EXPECT_EQ(by, (Actors{kHead}));
  const auto chain = file().verifyChain();
  ASSERT_TRUE(chain);
  EXPECT_TRUE(chain->sound()) << chain->findings.front().what;
}

std::vector<WholeDayTest::Step> WholeDayTest::wholeDay() {
  return {{"makeCongress", &WholeDayTest::makeCongress},
          {"enterCommittee", &WholeDayTest::enterCommittee},
          {"everybodySetsAPin", &WholeDayTest::everybodySetsAPin},
          {"importCandidates", &WholeDayTest::importCandidates},
          {"printBallots", &WholeDayTest::printBallots},
          {"checkMachine", &WholeDayTest::checkMachine},
          {"makeDecks", &WholeDayTest::makeDecks},
          {"enterFigures", &WholeDayTest::enterFigures},
          {"scanFirstPass", &WholeDayTest::scanFirstPass},
          {"othersMayNotRule", &WholeDayTest::othersMayNotRule},
          {"ruleOnDoubts", &WholeDayTest::ruleOnDoubts},
          {"scanSecondPass", &WholeDayTest::scanSecondPass},
          {"compare", &WholeDayTest::compare},
          {"othersMayNotClose", &WholeDayTest::othersMayNotClose},
          {"closeTheCount", &WholeDayTest::closeTheCount},
          {"saveMinutes", &WholeDayTest::saveMinutes},
          {"reveal", &WholeDayTest::reveal},
          {"archive", &WholeDayTest::archive},
          {"everythingAgrees", &WholeDayTest::everythingAgrees}};
}

void WholeDayTest::goThrough(const std::vector<Step>& steps) {
  for (const auto& [name, step] : steps) {
    SCOPED_TRACE(name);
    (this->*step)();
    expectNoWarnings();
    if (HasFailure()) {
      if (const QString folder = qEnvironmentVariable("KP_PICTURES"); !folder.isEmpty())
        m_window->window()->grabWindow().save(folder + "/failed.png"_q);
      return;
    }
  }
}

// Caught: any step of the day that cannot be reached, done or refused at the screen; any figure that gets lost between paper, rulings, second pass and minutes.
TEST_F(WholeDayTest, ACongressFromTheFirstTouchToTheArchive) { goThrough(wholeDay()); }

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
// A congress of three contests through the real window, from the first touch to the minutes of all three: one pile as a folder of scans, one through a scanner, one keyed in
// by two people. Nobody touches the command line. What the minutes say is compared with what was marked on the ballots.
#include "three_contests.h"

#include <QDir>
#include <QFile>

#include "wiring/printed_statement.h"

namespace kp::kiosk {
namespace {

/// The statement in the codes of minutes, checked by the program's own reader of paper.
std::optional<Statement> statementOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const auto printed = readPrintedStatement(file.readAll().toStdString());
  EXPECT_TRUE(printed) << printed.error().what;
  if (!printed) return std::nullopt;
  EXPECT_TRUE(printed->findings.empty());
  return printed->statement.statement;
}

}  // namespace

void ThreeContestsTest::allThreeAgree() {
  std::map<std::string, Statement> minutes;
  const QDir stick(home() + "/usb"_q);
  for (const QString& paper : stick.entryList({"*.pdf"_q}, QDir::Files))
    if (auto said = statementOf(stick.filePath(paper))) minutes[said->contest] = *said;
  const auto congress = file().congress().load();
  ASSERT_TRUE(congress);
  ASSERT_EQ(congress->contests.size(), 3u);
  ASSERT_EQ(minutes.size(), 3u);
  for (const Contest& one : congress->contests) {
    const Statement& said = minutes.at(one.id);
    ASSERT_EQ(said.votes.size(), one.candidates.size()) << one.title;
    if (one.title == kInspection) {  // four ballots of three names: 1, 2 and 3 are each turned down once
      EXPECT_EQ((std::vector<int>{said.present, said.returned, said.valid, said.invalid}), (std::vector<int>{4, 4, 4, 0}));
      for (const CandidateVotes& votes : said.votes) EXPECT_EQ(votes.yes, 3);
      EXPECT_EQ(said.elected.size(), 3u);
      continue;
    }
    const DeckTruth& marked = m_truths.at(one.id);
    const int returned = static_cast<int>(marked.votes.size());
    EXPECT_EQ(said.returned, returned) << one.title;
    EXPECT_EQ(said.valid, marked.valid()) << one.title;
    EXPECT_EQ(said.invalid, returned - marked.valid()) << one.title;
    for (std::size_t k = 0; k < one.candidates.size(); ++k)
      EXPECT_EQ(said.votes[k].yes, marked.yes(QString::fromStdString(one.candidates[k].id))) << one.candidates[k].name;
  }
  EXPECT_EQ(signers(Event::ContestClosed), (std::vector<Actors>{{kHead, kSecondMember}, {kHead, kMember}, {kHead, kMember}}));
  const auto chain = file().verifyChain();
  ASSERT_TRUE(chain);
  EXPECT_TRUE(chain->sound()) << chain->findings.front().what;
}

namespace {

/// A step of this class among those of the day.
template <void (ThreeContestsTest::*Own)()>
WholeDayTest::Step own(const char* name) {
  return {name, static_cast<void (WholeDayTest::*)()>(Own)};
}

// Caught: a contest whose way of counting, figures, rulings or minutes run into another's; a way of counting that ends at the command line.
TEST_F(ThreeContestsTest, ScannedFolderScannerAndKeyedIn) {
  goThrough({{"makeCongress", &WholeDayTest::makeCongress},
             {"enterCommittee", &WholeDayTest::enterCommittee},
             {"everybodySetsAPin", &WholeDayTest::everybodySetsAPin},
             {"importCandidates", &WholeDayTest::importCandidates},
             own<&ThreeContestsTest::drawUpTheOthers>("drawUpTheOthers"),
             own<&ThreeContestsTest::backToTheCommittee>("backToTheCommittee"),
             {"printBallots", &WholeDayTest::printBallots},
             {"makeDecks", &WholeDayTest::makeDecks},
             {"enterFigures", &WholeDayTest::enterFigures},
             {"scanFirstPass", &WholeDayTest::scanFirstPass},
             own<&ThreeContestsTest::lockForRulings>("lockForRulings"),
             {"ruleOnDoubts", &WholeDayTest::ruleOnDoubts},
             {"scanSecondPass", &WholeDayTest::scanSecondPass},
             {"compare", &WholeDayTest::compare},
             {"closeTheCount", &WholeDayTest::closeTheCount},
             {"saveMinutes", &WholeDayTest::saveMinutes},
             own<&ThreeContestsTest::delegatesFigures>("delegatesFigures"),
             own<&ThreeContestsTest::putPileIntoTheScanner>("putPileIntoTheScanner"),
             own<&ThreeContestsTest::scanThePile>("scanThePile"),
             own<&ThreeContestsTest::ruleOnDelegates>("ruleOnDelegates"),
             own<&ThreeContestsTest::closeDelegates>("closeDelegates"),
             own<&ThreeContestsTest::saveDelegatesMinutes>("saveDelegatesMinutes"),
             own<&ThreeContestsTest::inspectionFigures>("inspectionFigures"),
             own<&ThreeContestsTest::bothKeyTheirPile>("bothKeyTheirPile"),
             own<&ThreeContestsTest::settleTheDifference>("settleTheDifference"),
             own<&ThreeContestsTest::closeInspection>("closeInspection"),
             own<&ThreeContestsTest::saveInspectionMinutes>("saveInspectionMinutes"),
             own<&ThreeContestsTest::allThreeAgree>("allThreeAgree")});
}

}  // namespace
}  // namespace kp::kiosk

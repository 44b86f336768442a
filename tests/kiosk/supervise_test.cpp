// SPDX-License-Identifier: GPL-3.0-or-later
// What the supervisor looks at: the wall of ballots, the journal, the random check, two passes side by side.
#include "count/adjudication.h"
#include "kiosk/compare/compare_model.h"
#include "kiosk/supervise/journal_model.h"
#include "kiosk/supervise/random_check_model.h"
#include "kiosk/supervise/wall_model.h"
#include "sample_fixture.h"

namespace kp::kiosk {
namespace {

class SuperviseTest : public SampleTest {
 protected:
  template <typename Model>
  void load(Model& model) {
    model.setStation(&*m_station);
    until([&] { return model.isLoaded(); });
  }
};

// Caught: a number of the result that does not open to exactly so many ballots.
TEST_F(SuperviseTest, NumbersOpenToAsManyBallots) {
  signIn(kSampleHead);
  WallModel wall;
  load(wall);
  const QAbstractItemModelTester tester(wall.ballots(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_EQ(wall.count(), wall.total());
  const Ledger ledger = file();
  const auto counted = loadContest(ledger, "bch");
  const auto result = resultOf(ledger, *counted);
  ASSERT_TRUE(result);
  for (int i = 0; i < 42; ++i) {
    wall.setFilter({{QStringLiteral("candidate"), i}, {QStringLiteral("vote"), QStringLiteral("yes")}});
    EXPECT_EQ(wall.count(), result->tally.votes[static_cast<std::size_t>(i)].yes) << i;
  }
  wall.setFilter({{QStringLiteral("validity"), QStringLiteral("undecided")}});
  EXPECT_EQ(wall.count(), result->tally.undecided);
  wall.setFilter({{QStringLiteral("why"), QStringLiteral("code-unreadable")}});
  ASSERT_EQ(wall.count(), 1);
  wall.open(9);
  EXPECT_EQ(wall.opened().value(QStringLiteral("number")).toInt(), 9);
  EXPECT_EQ(wall.openedPlace(), 1);
  wall.set(QStringLiteral("why"), QString());
  EXPECT_EQ(wall.count(), wall.total());
  EXPECT_TRUE(wall.opened().isEmpty());
}

// Caught (W8): "all" said of ballots chosen by a number of the scan page.
TEST_F(SuperviseTest, BallotsListedByNumberAreNamedByTheirHeading) {
  signIn(kSampleHead);
  WallModel wall;
  load(wall);
  const QString all = wall.filterWords();
  wall.setFilter({{QStringLiteral("numbers"), QVariantList{1, 9}}, {QStringLiteral("about"), QStringLiteral("tờ để riêng")}});
  EXPECT_EQ(wall.count(), 2);
  EXPECT_EQ(wall.filterWords(), QStringLiteral("tờ để riêng"));
  wall.set(QStringLiteral("why"), QStringLiteral("code-unreadable"));
  EXPECT_TRUE(wall.filterWords().startsWith(QStringLiteral("tờ để riêng · "))) << wall.filterWords().toStdString();
  wall.setFilter({});
  EXPECT_EQ(wall.filterWords(), all);
}

// Caught: pictures of handwriting for those who are not of the committee.
TEST_F(SuperviseTest, TechnicianSeesStatesButNoBallot) {
  signIn(kSampleTechnician);
  WallModel wall;
  load(wall);
  EXPECT_GT(wall.count(), 0);
  for (const QVariantMap& row : wall.ballots()->rows()) {
    EXPECT_EQ(row.value(QStringLiteral("sheet")).toInt(), 0);
    EXPECT_TRUE(row.value(QStringLiteral("outcome")).toString().isEmpty());
  }
  wall.open(1);
  EXPECT_TRUE(wall.opened().isEmpty());
}

// Caught: a verdict nobody worked out; a search that needs every diacritic.
TEST_F(SuperviseTest, JournalIsSearchedAndItsChainVerified) {
  signIn(kSampleHead);
  JournalModel journal;
  load(journal);
  const QAbstractItemModelTester tester(journal.entries(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_EQ(journal.entries()->count(), journal.total());
  journal.setSearch(QStringLiteral("le hieu THAO"));
  EXPECT_GT(journal.entries()->count(), 0);
  EXPECT_LT(journal.entries()->count(), journal.total());
  EXPECT_TRUE(journal.verdict().isEmpty());
  journal.verify();
  EXPECT_TRUE(journal.isVerifying());
  journal.stop();
  until([&] { return !journal.isVerifying(); });
  EXPECT_FALSE(journal.isSound());
  EXPECT_TRUE(journal.verdict().contains(QStringLiteral("Đã dừng"))) << journal.verdict().toStdString();
  double furthest = 0;
  bool told = false;
  QObject::connect(&journal, &JournalModel::verifyChanged, [&] {
    furthest = std::max(furthest, journal.fraction());
    told = told || journal.progress().contains(QLatin1Char('%'));
  });
  journal.verify();
  until([&] { return !journal.isVerifying() && furthest >= 1; });
  EXPECT_TRUE(told) << "how far it is, in words";
  EXPECT_TRUE(journal.isSound()) << journal.findings().join(QLatin1Char(' ')).toStdString();
  EXPECT_TRUE(journal.verdict().contains(QStringLiteral("23 tờ"))) << journal.verdict().toStdString();
}

// Caught: a drawing that is not journalled before the papers are looked at; answers that are lost.
TEST_F(SuperviseTest, DiceDrawBallotsAndAnswersAreTallied) {
  signIn(kSampleHead);
  RandomCheckModel check;
  load(check);
  EXPECT_EQ(check.rolls(QStringLiteral("3 1, 6")), 3);
  EXPECT_EQ(check.rolls(QStringLiteral("3 7")), -1);
  ASSERT_GT(check.total(), 3);
  check.draw(QStringLiteral("3 1 6"), 3);
  until([&] { return !check.error().isEmpty(); });
  EXPECT_FALSE(check.isAny());
  check.draw(QStringLiteral("3 1 6 2 2 5 4 1 6 6"), 3);
  until([&] { return check.isRunning(); });
  EXPECT_EQ(file().journal().list()->back().event, toString(Event::RandomCheckMade));
  ASSERT_EQ(check.drawn()->count(), 3);
  const char* const answers[] = {"agrees", "agrees", "differs"};
  for (int i = 0; i < 3; ++i) {
    check.answer(check.drawn()->rows()[static_cast<std::size_t>(i)].value(QStringLiteral("ballot")).toInt(),
                 QString::fromLatin1(answers[i]), {});
    until([&] { return check.open() == 2 - i; });
  }
  EXPECT_EQ(check.agree(), 2);
  EXPECT_EQ(check.differ(), 1);
  EXPECT_FALSE(check.isGood());
  EXPECT_FALSE(check.finding().isEmpty());
}

// Caught: passes called equal that are not; numbers of one pass shown as the other's.
TEST_F(SuperviseTest, PassesAreComparedNumberByNumber) {
  CompareModel before;
  load(before);
  EXPECT_EQ(before.second(), 0);
  EXPECT_FALSE(before.isAgree());
  m_station->closeFile();
  scan(2);
  m_station->openFile(path());
  until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
  CompareModel compare;
  load(compare);
  const QAbstractItemModelTester tester(compare.rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_EQ(compare.second(), 2);
  EXPECT_TRUE(compare.isAgree());
  EXPECT_EQ(compare.reread(), 2) << "the very files of the first pass: agreement that proves nothing";
  EXPECT_EQ(compare.waitingFirst(), compare.waitingSecond());
  EXPECT_EQ(compare.rows()->count(), 3 + 42);
  signIn(kSampleMember);
  m_station->session()->lock();
  signIn(kSampleHead);
  signSecond(kSampleMember);
  std::optional<Expected<RulingOutcome>> ruled;
  m_station->acting().ask(
      &compare,
      [](Ledger& ledger) {
        RulingRequest request;
        request.contest = "bch";
        request.sheet = 15;
        request.ruling.kind = Ruling::Kind::Invalid;
        request.ruling.rule = "R-18";
        request.by = {kSampleHead, kSampleMember};
        return rule(ledger, request);
      },
      [&](Expected<RulingOutcome> outcome) { ruled = std::move(outcome); });
  until([&] { return ruled.has_value(); });
  ASSERT_TRUE(*ruled) << ruled->error().what;
  compare.reload();
  until([&] { return !compare.isAgree(); });
  EXPECT_FALSE(compare.differences().isEmpty());
  EXPECT_FALSE(compare.rows()->rows()[1].value(QStringLiteral("same")).toBool());  // invalid ballots: 1 and 0
}

}  // namespace
}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/result/result_model.h"

#include "counted_kiosk.h"

namespace kp::kiosk {
namespace {

class ResultTest : public CountedKioskTest {
 protected:
  static QVariant cell(ResultModel& model, int row, const char* role) {
    const auto names = model.rows()->roleNames();
    return model.rows()->data(model.rows()->index(row), names.key(role));
  }
  static QStringList column(ResultModel& model, const char* role) {
    QStringList list;
    for (int i = 0; i < model.rows()->rowCount(); ++i) list.append(cell(model, i, role).toString());
    return list;
  }
  static QStringList obstacleSteps(const ResultModel& model) {
    QStringList list;
    for (const QVariant& entry : model.obstacles()) list.append(entry.toMap().value(QStringLiteral("step")).toString());
    return list;
  }
};

// Caught: a winner named while a ballot still waits, or numbers of an open count that do not say they are provisional.
TEST_F(ResultTest, NobodyIsElectedWhileBallotsWait) {
  count({{3, 4}, {3, 4}, {}});  // the third keeps five names: R-08, for the committee
  figures(3, 3);
  const auto result = made<ResultModel>();
  until([&] { return result->rows()->rowCount() == 5; });
  EXPECT_TRUE(result->isProvisional());
  EXPECT_TRUE(result->standing().startsWith(QString::fromUtf8("TẠM TÍNH"))) << result->standing().toStdString();
  EXPECT_TRUE(result->outcome().isEmpty());
  EXPECT_EQ(column(*result, "outcome").join(QString()), QString());
  EXPECT_FALSE(result->canClose());
  EXPECT_EQ(obstacleSteps(*result), QStringList{QStringLiteral("adjudicate")});
}

// Caught: votes, percentages or the line of "quá bán" other than the tally's; equal votes out of ballot order; a line that half of the base would pass.
TEST_F(ResultTest, VotesStandInBothOrdersWithTheLine) {
  countNine();
  const auto result = made<ResultModel>();
  const QAbstractItemModelTester tester(result->rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  until([&] { return result->rows()->rowCount() == 5; });
  EXPECT_EQ(column(*result, "votes"), (QStringList{"9", "9", "6", "3", "0"}));
  EXPECT_EQ(cell(*result, 2, "percent").toString(), QString::fromUtf8("60,00\u00a0%"));
  EXPECT_DOUBLE_EQ(cell(*result, 2, "fraction").toDouble(), 0.6);
  EXPECT_EQ(result->majority(), 6) << "5 of 10 is exactly half";
  EXPECT_EQ(column(*result, "outcome"), (QStringList{"elected", "elected", "elected", "not", "not"}));
  EXPECT_TRUE(result->isProvisional());
  EXPECT_TRUE(result->canClose()) << result->standing().toStdString();
  EXPECT_EQ(result->onePass(), QString()) << "the rules of this contest ask for one pass";
  EXPECT_EQ(result->failing(), QString());
  result->setHighToLow(true);
  EXPECT_EQ(column(*result, "number"), (QStringList{"1", "2", "3", "4", "5"}));
  m_station->setLanguage(QStringLiteral("en"));
  until([&] { return cell(*result, 2, "percent").toString().startsWith(QLatin1String("60.00")); });
  m_station->setLanguage(QStringLiteral("vi"));
}

// Caught: a result closed after fewer passes than the contest's rules ask for without a word.
TEST_F(ResultTest, FewerPassesThanTheRulesAskForAreSaid) {
  countNine();
  onFile([](Ledger& ledger) { ASSERT_TRUE(ledger.congress().setRules("bch", *ruleSet("190-QĐ/TW"), {})); });
  const auto result = made<ResultModel>();
  until([&] { return result->rows()->rowCount() == 5; });
  EXPECT_TRUE(result->canClose());
  EXPECT_TRUE(result->onePass().contains(QLatin1String("1 / 2"))) << result->onePass().toStdString();
}

// Caught: a sum that fails without being named with both sides.
TEST_F(ResultTest, FailingSumIsNamedWithBothSides) {
  count({{3, 4}, {3, 4}});
  figures(3, 3);
  const auto result = made<ResultModel>();
  until([&] { return result->rows()->rowCount() == 5; });
  EXPECT_TRUE(result->failing().contains(QLatin1String("2 < 3"))) << result->failing().toStdString();
  EXPECT_FALSE(result->canClose());
  EXPECT_TRUE(obstacleSteps(*result).contains(QStringLiteral("scan")));
}

// Caught: closing or reopening by one person, or without a reason; a closed count that still calls itself provisional.
TEST_F(ResultTest, ClosingAndReopeningTakeTwoPeople) {
  countNine();
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  const auto result = made<ResultModel>();
  until([&] { return result->canClose(); });
  result->close();
  until([&] { return !result->error().isEmpty(); });
  EXPECT_FALSE(file().congress().state("bch")->closed);
  signSecond(kMember);
  result->close();
  until([&] { return result->isClosed(); });
  EXPECT_FALSE(result->isProvisional());
  EXPECT_EQ(m_station->session()->second(), QString()) << "signed out after the act";
  signSecond(kMember);
  result->reopen(QString::fromUtf8("  "));
  until([&] { return !result->error().isEmpty() && !result->isBusy(); });
  EXPECT_TRUE(file().congress().state("bch")->closed);
  signSecond(kMember);
  result->reopen(QString::fromUtf8("Đếm lại phiếu số 4"));
  until([&] { return !result->isClosed(); });
}

// Caught: a tie broken by the program, its names left out, or a run-off that is not offered.
TEST_F(ResultTest, TieIsSaidInWordsAndMakesARunOff) {
  count({{3, 4}, {3, 4}, {3, 4}, {2, 4}, {2, 4}, {2, 4}, {0, 4}, {1, 4}});  // names 3 and 4: 5 of 8 each, one seat left
  figures(8, 8);
  close();
  const auto result = made<ResultModel>();
  until([&] { return result->isClosed(); });
  EXPECT_TRUE(result->isOpenEnded());
  ASSERT_EQ(result->outcome().size(), 2) << result->outcome().join(QLatin1Char('|')).toStdString();
  EXPECT_TRUE(result->outcome()[1].contains(QString::fromUtf8("Lý Văn Khương và Bàn Thị Mai"))) << result->outcome()[1].toStdString();
  EXPECT_TRUE(result->outcome()[1].contains(QLatin1String("R-27")));
  EXPECT_EQ(column(*result, "outcome"), (QStringList{"elected", "elected", "tied", "tied", "not"}));
  EXPECT_FALSE(result->nextText().isEmpty());
  result->makeNextRound();
  until([&] { return m_station->contest() == QLatin1String("bch-v2"); });
  const Contest next = *file().congress().load()->contest("bch-v2");
  EXPECT_TRUE(next.runOff);
  EXPECT_EQ(next.candidates.size(), 2u);
  m_station->setContest(
      QStringLiteral("bch"));  // caught (X16): nothing said of the round that exists, as if the congress had still to decide
  until([&] { return result->isNextRoundThere(); });
  EXPECT_TRUE(result->nextText().isEmpty()) << "it is not offered twice";
}

}  // namespace
}  // namespace kp::kiosk

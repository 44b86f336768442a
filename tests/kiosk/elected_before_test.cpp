// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/elected_before.h"

#include "counted_kiosk.h"
#include "kiosk/contest/contest_model.h"
#include "wiring/print_ballots.h"

namespace kp::kiosk {
namespace {

class ElectedBeforeTest : public CountedKioskTest {};

// Caught (X13): somebody who was not elected to the committee put up for its secretary without a word, and ballots printed on which the hall then votes.
TEST_F(ElectedBeforeTest, WhoWasNotElectedIsNamedWhileTheListIsDrawnUpAndNoBallotIsPrinted) {
  countNine();
  close();
  const auto model = made<ContestModel>();
  const auto rules = [&model] {
    QStringList list;
    for (const QVariant& finding : model->findings()) list.append(finding.toMap().value(QStringLiteral("rule")).toString());
    return list;
  };
  const auto settle = [&model] { until([&model] { return model->isDrafting() && !model->isLooking(); }); };
  settle();
  model->addNew();
  model->setOffice(QStringLiteral("bi-thu"));
  model->setTitle(QStringLiteral("Bầu Bí thư"));
  model->addCandidate(QStringLiteral("Bàn Thị Mai"), QString());
  settle();
  EXPECT_TRUE(rules().contains(QStringLiteral("R-31")));
  EXPECT_FALSE(model->mayPrint());
  model->save();
  until([&] { return m_station->contest() != QLatin1String("bch"); });
  const auto refused = makeBallots(file(), m_station->contest().toStdString(), 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-31");
  settle();
  model->candidates()->remove(0);
  model->addCandidate(QStringLiteral("Lý Văn Khương"), QString());
  settle();
  EXPECT_FALSE(rules().contains(QStringLiteral("R-31")));
}

}  // namespace
}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/adjudicate/asides_model.h"

#include "counted_kiosk.h"

namespace kp::kiosk {
namespace {

class AsidesModelTest : public CountedKioskTest {};

// Caught: a paper that came in after the two people looked, set aside with their names under it, unseen.
TEST_F(AsidesModelTest, WhatComesInMeanwhileWaitsForALookOfItsOwn) {
  count({{3, 4}}, {Why::OtherContest, Why::OtherContest});
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  signSecond(kMember);
  m_station->session()->beginSeries();
  AsidesModel asides;
  asides.setStation(&*m_station);
  asides.setPass(1);
  until([&] { return asides.count() == 2; });
  // Both go to the acting desk in this order, and the model hears of neither before they are done.
  m_station->acting().ask(
      m_station->session(),
      [](Ledger& ledger) -> Expected<int> {
        std::vector<SheetIntake> batch(1);
        SheetIntake& late = batch.front();
        late.pass = 1;
        late.expected = "bch";
        late.sourceName = "late.jpg";
        late.source = std::make_shared<SourceFile>("image of a late one");
        late.reading = testing::unread(Why::OtherContest);
        const auto stored = ledger.sheets().append(batch, {});
        return stored ? 1 : 0;
      },
      [](const Expected<int>& stored) { EXPECT_EQ(*stored, 1); });
  asides.setAside(QStringLiteral("xấp của cuộc bầu khác"));
  until([&] { return file().rulings().ofContest("bch")->size() >= 2; });
  asides.reload();
  until([&] { return asides.count() == 1; });
  const auto rulings = *file().rulings().ofContest("bch");
  ASSERT_EQ(rulings.size(), 2U);
  for (const StoredRuling& ruling : rulings) EXPECT_LE(ruling.sheet, 3) << "the late one is sheet 4";
}

}  // namespace
}  // namespace kp::kiosk

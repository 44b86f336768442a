// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/reveal/reveal_model.h"

#include "count/release.h"
#include "counted_kiosk.h"

namespace kp::kiosk {
namespace {

class RevealTest : public CountedKioskTest {
 protected:
  static QString kind(const RevealModel& model) { return model.hall()->slide().value(QStringLiteral("kind")).toString(); }
  static QStringList names(const RevealModel& model) {
    QStringList list;
    for (const QVariant& row : model.hall()->slide().value(QStringLiteral("rows")).toList())
      list.append(row.toMap().value(QStringLiteral("name")).toString());
    return list;
  }
  void released(RevealModel& model) {
    onFile([](Ledger& ledger) { ASSERT_TRUE(ledger.journal().append({Event::ResultsReleased, kBoth, "bch", std::nullopt, {}, {}, {}})); });
    until([&] { return model.isReleasedNow() && model.hall()->count() > 1; });
  }
};

// Caught: a hall that sees anything but the title before two people released the result.
TEST_F(RevealTest, HallSeesOnlyTheTitleUntilTwoReleaseIt) {
  countNine();
  close();
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  const auto reveal = made<RevealModel>();
  until([&] { return kind(*reveal) == QLatin1String("title") && reveal->isClosed(); });
  EXPECT_EQ(reveal->hall()->count(), 1);
  reveal->release();
  until([&] { return !reveal->error().isEmpty() && !reveal->isBusy(); });
  EXPECT_FALSE(reveal->isReleasedNow()) << "the head alone";
  EXPECT_FALSE(reveal->canNext());
  signSecond(kMember);
  reveal->release();
  until([&] { return reveal->canNext(); });
  EXPECT_EQ(kind(*reveal), QStringLiteral("title")) << "releasing shows nothing by itself";
}

// Caught: an open count released.
TEST_F(RevealTest, OpenCountIsNotReleased) {
  countNine();
  const auto reveal = made<RevealModel>();
  onFile([](Ledger& ledger) { EXPECT_FALSE(releaseResult(ledger, "bch", kBoth)); });
  until([&] { return reveal->hall()->count() == 1; });
  EXPECT_FALSE(reveal->isReleasedNow());
}

// Caught: the order of R-29 broken, a name or a vote missing, or a count reopened that stays on the wall.
TEST_F(RevealTest, StagesFollowR29AndAReopenedCountIsTakenDown) {
  countNine();
  close();
  const auto reveal = made<RevealModel>();
  released(*reveal);
  reveal->next();
  EXPECT_EQ(kind(*reveal), QStringLiteral("figures"));
  reveal->next();
  EXPECT_EQ(kind(*reveal), QStringLiteral("votes"));
  EXPECT_EQ(names(*reveal),
            (QStringList{QString::fromUtf8("Vàng A Chỉnh"), QString::fromUtf8("Nguyễn Thị Hòa"), QString::fromUtf8("Lý Văn Khương"),
                         QString::fromUtf8("Bàn Thị Mai"), QString::fromUtf8("Tô Quang Sự")}));
  EXPECT_EQ(reveal->upcoming().value(QStringLiteral("kind")).toString(), QStringLiteral("elected"));
  reveal->next();
  EXPECT_EQ(kind(*reveal), QStringLiteral("elected"));
  EXPECT_EQ(names(*reveal).size(), 3);
  EXPECT_TRUE(reveal->hall()->slide().value(QStringLiteral("line")).toString().contains(QLatin1Char('6')));
  EXPECT_FALSE(reveal->canNext());
  reveal->back();
  EXPECT_EQ(kind(*reveal), QStringLiteral("votes"));
  onFile([](Ledger& ledger) { ASSERT_TRUE(reopenContest(ledger, "bch", kBoth, "đếm lại")); });
  until([&] { return kind(*reveal) == QLatin1String("title"); });
  EXPECT_EQ(reveal->hall()->count(), 1);
}

// Caught: the hall's picture changing because the operator looks at another contest.
TEST_F(RevealTest, HallKeepsItsContest) {
  countNine();
  close();
  const auto reveal = made<RevealModel>();
  released(*reveal);
  reveal->next();
  m_station->setContest(QStringLiteral("bt"));
  until([&] { return !reveal->isClosed(); });
  EXPECT_FALSE(reveal->isMine());
  EXPECT_EQ(kind(*reveal), QStringLiteral("figures"));
  EXPECT_FALSE(reveal->canNext());
  reveal->show();
  until([&] { return reveal->isMine() && reveal->hall()->count() == 1; });
}

// Caught: more rows on a slide than letters stay readable for, names lost between pages, a last page with one name left over.
TEST_F(RevealTest, ManyNamesAreSpreadEvenlyAndReadable) {
  ResultLook look;
  look.counted.contest = testing::strikeContest(63, 55);
  look.counted.state.closed = true;
  look.result.tally.votes.resize(63);
  look.result.outcome.percent.resize(63);
  for (std::size_t i = 0; i < 55; ++i) look.result.outcome.elected.push_back(i);
  int votes = 0, elected = 0;
  for (const HallSlide& slide : hallSlides(look, true)) {
    EXPECT_LE(slide.rows.size(), 10);
    if (slide.kind == HallSlide::Kind::Votes) {
      EXPECT_LE(slide.rows.size(), kHallRows);
      EXPECT_GE(slide.rows.size(), kHallRows - 1);
      votes += static_cast<int>(slide.rows.size());
    }
    if (slide.kind == HallSlide::Kind::Elected) elected += static_cast<int>(slide.rows.size());
  }
  EXPECT_EQ(votes, 63);
  EXPECT_EQ(elected, 55);
  EXPECT_EQ(hallSlides(look, false).size(), 1u);
  EXPECT_NEAR(readableLetter(20), 0.0931, 0.0001);  // 20 m × tan(16′)
  EXPECT_LT(pictureFor(20), 2.4) << "an ordinary hall screen of 4 m by 2.25 m would no longer do";
}

// Caught: a supervisor, who changes nothing, turning the pages that the hall sees.
TEST_F(RevealTest, OnlyTheCommitteeTurnsThePages) {
  countNine();
  close();
  for (const char* who : {kSupervisor, kMember}) {  // first PINs: once the head has one, others' take the head
    signIn(who);
    m_station->session()->lock();
  }
  signIn(kHead);
  const auto reveal = made<RevealModel>();
  released(*reveal);
  until([&] { return reveal->canNext(); });
  reveal->next();
  EXPECT_EQ(kind(*reveal), QStringLiteral("figures"));
  m_station->session()->lock();
  signIn(kSupervisor);
  EXPECT_FALSE(reveal->canNext());
  EXPECT_FALSE(reveal->canBack());
  reveal->back();
  reveal->next();
  reveal->toTitle();
  EXPECT_EQ(kind(*reveal), QStringLiteral("figures"));
}

}  // namespace
}  // namespace kp::kiosk

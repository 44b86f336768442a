// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/figures/figures_model.h"

#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class FiguresTest : public KioskTest {
 protected:
  std::unique_ptr<FiguresModel> model() {
    auto made = std::make_unique<FiguresModel>();
    made->setStation(&*m_station);
    until([&] { return made->isLoaded(); });
    return made;
  }
  static void type(FiguresModel& model, std::initializer_list<std::pair<const char*, const char*>> figures) {
    for (const auto& [key, text] : figures) model.type(QString::fromLatin1(key), QString::fromLatin1(text));
  }
  Figures stored(const std::string& contest = "bch") const { return *file().figures().of(contest); }
  static QString stateOfSum(const FiguresModel& model, int row) {
    return model.sums().at(row).toMap().value(QStringLiteral("state")).toString();
  }
};

// Caught: a figure that is shown otherwise than it is stored; arithmetic that does not match R-24.
TEST_F(FiguresTest, TypedFiguresAreWorkedOutAndSaved) {
  const auto figures = model();
  EXPECT_FALSE(figures->isChanged());
  EXPECT_EQ(stateOfSum(*figures, 0), QStringLiteral("waits"));
  type(*figures, {{"convened", "150"}, {"present", "147"}, {"absent-no-alternate", "2"}, {"issued", "147"}});
  EXPECT_TRUE(figures->isChanged());
  EXPECT_EQ(figures->absent(), QStringLiteral("3"));
  EXPECT_EQ(figures->base(), QStringLiteral("148"));
  EXPECT_EQ(figures->baseText(), QString::fromUtf8("150 − 0 − 2 = 148"));
  EXPECT_EQ(figures->problem(), QString());
  EXPECT_EQ(stateOfSum(*figures, 0), QStringLiteral("holds"));
  EXPECT_EQ(stateOfSum(*figures, 2), QStringLiteral("waits")) << "nothing returned yet";
  EXPECT_EQ(stored(), Figures{}) << "typing alone stores nothing";
  figures->save();
  until([&] { return !figures->isChanged() && !figures->isBusy(); });
  EXPECT_EQ(stored().convened, 150);
  EXPECT_EQ(stored().present, 147);
  EXPECT_EQ(stored().issued, 147);
  EXPECT_EQ(stored().returned, std::nullopt);
  EXPECT_EQ(stored().deductions.at("absent-no-alternate"), 2);
}

// Caught: more returned than issued being stored, or refused without saying what the congress has to decide.
TEST_F(FiguresTest, MoreReturnedThanIssuedStopsAndIsExplained) {
  const auto figures = model();
  type(*figures, {{"convened", "20"}, {"present", "20"}, {"issued", "20"}, {"returned", "21"}});
  EXPECT_TRUE(figures->isStopped());
  EXPECT_TRUE(figures->stopText().contains(QStringLiteral("R-21")));
  EXPECT_TRUE(figures->stopText().contains(QStringLiteral("21")));
  EXPECT_EQ(figures->problem(), QString()) << "said once, in the red box";
  EXPECT_EQ(stateOfSum(*figures, 2), QStringLiteral("fails"));
  EXPECT_FALSE(figures->firstFailing().isEmpty());
  figures->save();
  until([&] { return !figures->error().isEmpty(); });
  EXPECT_EQ(stored(), Figures{});
}

// Caught: impossible figures that pass until they are saved.
TEST_F(FiguresTest, WhatIsWrongIsNamedWhileTyping) {
  const auto figures = model();
  type(*figures, {{"convened", "20"}, {"present", "25"}});
  EXPECT_TRUE(figures->problem().contains(QStringLiteral("25"))) << figures->problem().toStdString();
  EXPECT_EQ(figures->absent(), QString());
  type(*figures, {{"present", "2a0x"}});
  EXPECT_EQ(figures->values().value(QStringLiteral("present")).toString(), QStringLiteral("20")) << "only digits";
  EXPECT_EQ(figures->problem(), QString());
  figures->undo();
  EXPECT_FALSE(figures->isChanged());
}

// Caught: typed figures that vanish because something else in the file changed; another contest that shows the figures of this one.
TEST_F(FiguresTest, TypingSurvivesOtherActsAndContestsAreKeptApart) {
  const auto figures = model();
  type(*figures, {{"convened", "30"}, {"present", "28"}});
  figures->save();
  until([&] { return !figures->isBusy() && !figures->isChanged(); });
  type(*figures, {{"issued", "28"}});
  emit m_station->acted();
  bool looked = false;
  m_station->looking().ask(
      m_station->session(), [](const Ledger&) { return Done{}; }, [&](Done) { looked = true; });
  until([&] { return looked; });
  EXPECT_EQ(figures->values().value(QStringLiteral("issued")).toString(), QStringLiteral("28"));
  m_station->setContest(QStringLiteral("bt"));
  until([&] { return !figures->othersText().isEmpty(); });
  EXPECT_EQ(figures->values().value(QStringLiteral("convened")).toString(), QString());
  figures->takeOthers();
  EXPECT_EQ(figures->values().value(QStringLiteral("convened")).toString(), QStringLiteral("30"));
  EXPECT_EQ(figures->values().value(QStringLiteral("issued")).toString(), QString()) << "ballots belong to one contest";
  figures->save();
  until([&] { return !figures->isBusy() && !figures->isChanged(); });
  EXPECT_EQ(stored("bt").present, 28);
  EXPECT_EQ(stored("bch").issued, std::nullopt);
}

// Caught: technical staff entering figures (domain.md §4).
TEST_F(FiguresTest, TechnicianIsRefused) {
  signIn(kTechnician);  // sets a first PIN of their own, which nobody but the head may give once the head has one
  signIn(kHead);
  signIn(kTechnician);
  const auto figures = model();
  type(*figures, {{"convened", "20"}});
  figures->save();
  until([&] { return !figures->error().isEmpty(); });
  EXPECT_EQ(stored().convened, std::nullopt);
}

}  // namespace
}  // namespace kp::kiosk

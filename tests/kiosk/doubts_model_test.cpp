// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/adjudicate/doubts_model.h"

#include "sample_fixture.h"
#include "wiring/scan_run.h"

namespace kp::kiosk {
namespace {

class DoubtsModelTest : public SampleTest {
 protected:
  void SetUp() override {
    SampleTest::SetUp();
    if (!m_station) return;
    m_model.setStation(&*m_station);
    until([this] { return m_model.isLoaded(); });
  }
  std::vector<StoredRuling> rulings() const { return *file().rulings().ofContest("bch"); }
  /// Records what is chosen and waits until the page has read the file again.
  void recordAndWait() {
    const auto before = rulings().size();
    m_model.record();
    until([&] { return !m_model.isBusy() && (rulings().size() > before || !m_model.error().isEmpty()); });
    until([&] { return !m_model.isDeciding() || !m_model.isReady() || !m_model.error().isEmpty(); });
  }
  int placeOf(const char* kind) const {
    const QVariantList choices = m_model.choices();
    for (int i = 0; i < choices.size(); ++i)
      if (choices[i].toMap().value(QStringLiteral("kind")) == QLatin1String(kind)) return i;
    return -1;
  }
  QString state() const { return m_model.ballot().value(QStringLiteral("state")).toString(); }

  DoubtsModel m_model;
};

// Caught: a reason without words, rule, place or way to rule on it – the committee would stand before a ballot and not know why, or could do nothing.
TEST_F(DoubtsModelTest, EveryDoubtSaysWhyAndCanBeRuledOn) {
  signIn(kSampleHead);
  const QAbstractItemModelTester tester(m_model.cases(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  ASSERT_GT(m_model.count(), 5);
  EXPECT_EQ(m_model.waiting(), *waitingForCommittee(file(), "bch", 1));
  EXPECT_EQ(m_model.count(), m_model.waiting());
  EXPECT_EQ(m_model.asides(), 2);  // the blank sheet and the copy of sheet 17
  for (const QVariantMap& row : m_model.cases()->rows()) {
    const int number = row.value(QStringLiteral("number")).toInt();
    m_model.open(number);
    const QVariantMap ballot = m_model.ballot();
    EXPECT_TRUE(!m_model.spots().isEmpty() || !ballot.value(QStringLiteral("findings")).toList().isEmpty()) << number;
    EXPECT_FALSE(ballot.value(QStringLiteral("ruleText")).toString().isEmpty()) << number;
    EXPECT_TRUE(ballot.value(QStringLiteral("sheets"))
                    .toList()
                    .value(0)
                    .toMap()
                    .value(QStringLiteral("place"))
                    .toString()
                    .contains(QStringLiteral("xấp")))
        << number;
    EXPECT_FALSE(m_model.question().isEmpty()) << number;
    EXPECT_GE(m_model.choices().size(), 3) << number;
    EXPECT_FALSE(m_model.isReady()) << number << ": nothing was chosen";
  }
}

// Caught: a ruling of one person; a ruling that the screen believes in and the file does not.
TEST_F(DoubtsModelTest, OnePersonAloneCannotRecord) {
  signIn(kSampleHead);
  m_model.open(15);
  m_model.choose(placeOf("invalid"));
  ASSERT_TRUE(m_model.isReady());
  m_model.record();
  until([this] { return !m_model.error().isEmpty(); });
  EXPECT_TRUE(rulings().empty());
  EXPECT_EQ(state(), QStringLiteral("review"));
}

// Caught: a PIN for each ruling (30 in five minutes would be 30 PINs), or a series that leaves one of the names out.
TEST_F(DoubtsModelTest, APairSignsOnceForManyRulings) {
  signPair();
  const int waiting = m_model.waiting();
  m_model.open(1);
  ASSERT_EQ(m_model.spots().size(), 2);
  EXPECT_TRUE(m_model.after().isEmpty());
  m_model.choose(0);  // struck
  EXPECT_FALSE(m_model.isReady()) << "one of two marks is still open";
  m_model.choose(1);  // not struck
  ASSERT_TRUE(m_model.isReady());
  EXPECT_TRUE(m_model.after().contains(QStringLiteral("R-10"))) << m_model.after().toStdString();
  recordAndWait();
  until([this] { return m_model.position() == 2; });  // goes on to the next that waits
  EXPECT_EQ(m_model.waiting(), waiting - 1);
  m_model.open(15);
  m_model.choose(placeOf("invalid"));
  recordAndWait();
  const auto all = rulings();
  ASSERT_EQ(all.size(), 2u);
  for (const StoredRuling& ruling : all) EXPECT_EQ(ruling.by, (Actors{kSampleHead, kSampleMember}));
  EXPECT_EQ(all[0].ruling.votes, (std::vector<std::pair<std::size_t, Vote>>{{22, Vote::No}, {30, Vote::Yes}}));
  EXPECT_EQ(all[1].ruling.rule, "R-18");
  EXPECT_TRUE(m_station->session()->inSeries());
}

// Caught: a page read again – sheets come in, somebody signs in – that wipes out what two people are choosing.
TEST_F(DoubtsModelTest, ChoiceInHandSurvivesReadingTheFileAgain) {
  signIn(kSampleHead);
  m_model.open(1);
  m_model.choose(0);
  int changes = 0;
  QObject::connect(&m_model, &DoubtsModel::changed, [&] { ++changes; });
  m_model.reload();
  until([&] { return changes > 0; });
  EXPECT_FALSE(m_model.spots().first().toMap().value(QStringLiteral("answer")).toString().isEmpty());
  EXPECT_EQ(m_model.spot(), 1);
}

// Caught (W28): what was chosen and not written down gone without a word: by a look at another ballot, by a screen that locked itself; or kept for a ballot that others have
// ruled on since.
TEST_F(DoubtsModelTest, WhatIsChosenAndNotWrittenWaitsForItsBallot) {
  signPair();
  const auto answered = [](const DoubtsModel& model) {
    return !model.spots().first().toMap()[QStringLiteral("answer")].toString().isEmpty();
  };
  m_model.open(1);
  EXPECT_EQ(m_model.unwritten(), 0);
  m_model.choose(0);
  m_model.open(15);
  m_model.choose(placeOf("invalid"));
  EXPECT_EQ(m_model.unwritten(), 2);
  m_model.open(1);
  EXPECT_TRUE(answered(m_model));
  DoubtsModel again;
  again.setStation(&*m_station);
  until([&] { return again.isLoaded(); });
  again.resume(m_model.kept());
  EXPECT_EQ(again.ballot().value(QStringLiteral("number")), 1);
  EXPECT_TRUE(answered(again));
  EXPECT_EQ(again.unwritten(), 2);
  again.open(15);
  ASSERT_TRUE(again.isReady());
  again.record();
  until([&] { return rulings().size() == 1 && !again.isBusy() && again.unwritten() == 1; });
  m_model.reload();
  until([this] { return m_model.unwritten() == 1; });
  m_model.discard();
  EXPECT_EQ(m_model.unwritten(), 0);
  EXPECT_FALSE(answered(m_model));
}

// Caught (W15): "0 names left, 42 not clear" told of a sheet from which nothing was read.
TEST_F(DoubtsModelTest, ASheetNotReadIsInvalidWithoutNumbers) {
  signIn(kSampleHead);
  m_model.open(9);
  ASSERT_TRUE(m_model.ballot().value(QStringLiteral("unread")).toBool());
  m_model.choose(placeOf("invalid"));
  EXPECT_EQ(m_model.after(), QStringLiteral("Không hợp lệ theo R-07."));
}

// Caught (W10): a note that goes on citing R-20, "no proposal", beside the choice "invalid by R-08" that the answers have come to.
TEST_F(DoubtsModelTest, TheNoteFollowsTheAnswers) {
  signIn(kSampleHead);
  m_model.open(1);
  const auto note = [this](const char* key) { return m_model.ballot().value(QLatin1String(key)).toString(); };
  EXPECT_EQ(note("rule"), QStringLiteral("R-20"));
  EXPECT_TRUE(note("proposal").startsWith(QStringLiteral("Máy không đề nghị gì")));
  m_model.choose(1);
  m_model.choose(1);  // both not struck: 34 are left for 33 seats
  EXPECT_EQ(note("rule"), QStringLiteral("R-08"));
  EXPECT_TRUE(note("proposal").contains(QStringLiteral("không hợp lệ theo R-08"))) << note("proposal").toStdString();
  m_model.clearChoice();
  EXPECT_EQ(note("rule"), QStringLiteral("R-20"));
}

// Caught: undo that erases; undo that cannot be done.
TEST_F(DoubtsModelTest, RulingAgainStandsBesideTheFirst) {
  signPair();
  m_model.open(15);
  m_model.choose(placeOf("invalid"));
  recordAndWait();
  until([this] { return m_model.ballot().value(QStringLiteral("number")) != 15; });
  m_model.clearChoice();
  ASSERT_TRUE(m_model.isUndoable());
  m_model.open(15);
  EXPECT_FALSE(m_model.isDeciding());
  m_model.undo();
  ASSERT_TRUE(m_model.isDeciding());
  m_model.choose(placeOf("valid"));
  ASSERT_TRUE(m_model.isReady());
  recordAndWait();
  m_model.open(15);
  ASSERT_EQ(m_model.ballot().value(QStringLiteral("history")).toList().size(), 2);
  EXPECT_EQ(rulings().size(), 2u);
  EXPECT_TRUE(m_model.ballot().value(QStringLiteral("counts")).toString().startsWith(QStringLiteral("Hợp lệ")));
}

// Caught (W20): a place ruled on that can only be ruled on again by typing the whole ballot.
TEST_F(DoubtsModelTest, APlaceIsAnsweredAnewWhereItWasAnswered) {
  signPair();
  m_model.open(1);
  m_model.choose(0);
  m_model.choose(1);
  recordAndWait();
  m_model.open(1);
  m_model.undo();
  ASSERT_TRUE(m_model.isDeciding());
  EXPECT_EQ(m_model.spot(), 0);
  ASSERT_EQ(placeOf("vote"), 0);
  m_model.choose(1);
  ASSERT_GE(placeOf("invalid"), 0) << "now more are kept than may be elected (R-08)";
  m_model.choose(placeOf("invalid"));
  ASSERT_TRUE(m_model.isReady());
}

// Caught (W13): papers that the machine set aside told as ruled on by the committee.
TEST_F(DoubtsModelTest, WhatTheMachineSetAsideIsNotRuledOn) {
  signIn(kSampleHead);
  EXPECT_EQ(m_model.settled(), 0);
  const int cases = m_model.count();
  m_model.setShowAsides(true);
  EXPECT_EQ(m_model.count(), cases + 2);
  EXPECT_EQ(m_model.settled(), 0);
}

// Caught: a sheet with an unreadable code that cannot come into the count, or comes in with names nobody voted on.
TEST_F(DoubtsModelTest, UnreadSheetIsVotedByHand) {
  signPair();
  m_model.open(9);
  EXPECT_TRUE(m_model.ballot().value(QStringLiteral("unread")).toBool());
  m_model.startDraft();
  EXPECT_EQ(m_model.draftOpen(), 42);
  m_model.draftText(QStringLiteral("1-9 99"));
  EXPECT_FALSE(m_model.draftProblem().isEmpty());
  m_model.draftText(QStringLiteral("1-9"));
  EXPECT_EQ(m_model.draftOpen(), 0);
  m_model.takeDraft();
  ASSERT_TRUE(m_model.isReady());
  recordAndWait();
  m_model.open(9);
  EXPECT_EQ(state(), QStringLiteral("ruled"));
  EXPECT_TRUE(m_model.ballot().value(QStringLiteral("counts")).toString().contains(QStringLiteral("33")));
}

// Caught: over-voting by hand that becomes valid without anybody concluding.
TEST_F(DoubtsModelTest, VotesByHandThatBreakARuleAskForAConclusion) {
  signPair();
  m_model.open(9);
  m_model.startDraft();
  m_model.draftText(QStringLiteral("0"));
  m_model.takeDraft();
  EXPECT_FALSE(m_model.isReady());
  const QVariantList choices = m_model.choices();
  ASSERT_FALSE(choices.isEmpty());
  EXPECT_EQ(choices.first().toMap().value(QStringLiteral("rule")).toString(), QStringLiteral("R-08"));
  m_model.choose(0);
  ASSERT_TRUE(m_model.isReady());
  recordAndWait();
  EXPECT_EQ(rulings().size(), 2u);  // the votes and the conclusion
  m_model.open(9);
  EXPECT_TRUE(m_model.ballot().value(QStringLiteral("counts")).toString().contains(QStringLiteral("Không hợp lệ theo R-08")));
}

// Caught: handwriting shown to the technician; a technician who may rule.
TEST_F(DoubtsModelTest, TechnicianSeesNoHandwritingAndRulesOnNothing) {
  signIn(kSampleTechnician);
  m_model.open(1);
  EXPECT_FALSE(m_model.mayLook());
  EXPECT_FALSE(m_model.mayRule());
  EXPECT_TRUE(m_model.spots().isEmpty());
  EXPECT_TRUE(m_model.choices().isEmpty());
}

// Caught: a way through the deck that takes more hands than an evening has. Counts keys of the quickest honest way: an answer for each mark, Enter for each ballot.
TEST_F(DoubtsModelTest, WholeDeckTakesFewKeys) {
  signPair();
  const int waiting = m_model.waiting();
  int keys = 0, ballots = 0, marks = 0;
  while (m_model.waiting() > 0 && ballots < 20) {
    const int number = m_model.ballot().value(QStringLiteral("number")).toInt();
    if (m_model.ballot().value(QStringLiteral("unread")).toBool()) {
      m_model.setAside(QStringLiteral("Quét hỏng, đã quét lại tờ này"));
      keys += 2;
    }
    for (const QVariant& spot : m_model.spots()) marks += spot.toMap().value(QStringLiteral("candidate")).toInt() >= 0 ? 1 : 0;
    for (int steps = 0; !m_model.isReady() && steps < 60; ++steps, ++keys) {
      const int answer = placeOf("vote") >= 0 ? 1 : placeOf("invalid") >= 0 ? placeOf("invalid") : placeOf("valid");
      ASSERT_GE(answer, 0) << number;
      m_model.choose(answer);
    }
    ASSERT_TRUE(m_model.isReady()) << number;
    recordAndWait();
    ++keys;
    ++ballots;
    until([&] { return m_model.waiting() == 0 || m_model.ballot().value(QStringLiteral("number")).toInt() != number; });
  }
  EXPECT_EQ(ballots, waiting);
  EXPECT_EQ(m_model.waiting(), 0);
  RecordProperty("keys", keys);
  RecordProperty("marks", marks);
  EXPECT_LE(keys, marks + 3 * ballots) << "one key a mark, and at most three a ballot: conclusion, its reason, Enter";
}

}  // namespace
}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/ballot_note.h"

#include "kiosk_fixture.h"
#include "tests/count/builders.h"

namespace kp::kiosk {
namespace {

/// "bch" elects 3 of 5: striking two keeps three.
class BallotNoteTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_contest = *smallCongress().contest("bch");
  }
  PageReading struck(const std::vector<std::size_t>& names, MarkState state = MarkState::Mark) const {
    return testing::pageOf(m_contest, 1, 0, m_contest.candidates.size(), names, state);
  }
  static PageReading with(PageReading reading, Why why) {
    reading.reasons.push_back({why, {}, {}, {}});
    return reading;
  }
  /// Takes these in as sheets 1, 2, …; the last one with `refused` and `duplicateOf`.
  void takeIn(const std::vector<PageReading>& readings, const std::string& refused = {}, std::optional<int> duplicateOf = {}) {
    int stored = 0;
    auto sheets = testing::takenIn(readings, 1, "bch", stored);
    sheets.back().refused = refused;
    sheets.back().duplicateOf = duplicateOf;
    bool done = false;
    m_station->acting().ask(
        m_station->session(), [sheets](Ledger& ledger) { return ledger.sheets().append(sheets, {}); },
        [&done](const auto& ids) {
          EXPECT_TRUE(ids);
          done = true;
        });
    until([&] { return done; });
    auto loaded = loadBallots(file(), "bch", 1);
    ASSERT_TRUE(loaded) << loaded.error().what;
    m_ballots = *loaded;
  }
  QString said(int sheet, const char* key) const {
    return noteOf(*m_ballots, ballotRef(*m_ballots, sheet)).value(QString::fromLatin1(key)).toString();
  }
  Contest m_contest;
  SharedBallots m_ballots;
};

// Caught: a proposal that cites another rule than the one by which the ballot is invalid; a rule without its words or the document it stands in.
TEST_F(BallotNoteTest, AProposalCitesItsRule) {
  takeIn({struck({0}), struck({0, 1, 2, 3, 4}), struck({3, 4})});
  for (const auto& [sheet, rule] : {std::pair{1, "R-08"}, {2, "R-09"}}) {
    EXPECT_EQ(said(sheet, "rule").toStdString(), rule);
    EXPECT_TRUE(said(sheet, "proposal").contains(QString::fromUtf8("không hợp lệ theo %1").arg(QLatin1String(rule))))
        << said(sheet, "proposal").toStdString();
    EXPECT_TRUE(said(sheet, "proposal").contains(QString::fromUtf8("Ban kiểm phiếu kết luận"))) << "never the machine";
    EXPECT_FALSE(said(sheet, "ruleText").isEmpty());
    EXPECT_TRUE(said(sheet, "ruleSource").contains(QString::fromUtf8("QĐ/TW"))) << said(sheet, "ruleSource").toStdString();
  }
  EXPECT_EQ(said(3, "proposal"), QString()) << "a valid ballot needs no conclusion";
}

// Caught: a proposal where the machine must have none.
TEST_F(BallotNoteTest, ForAnUnclearMarkNothingIsProposed) {
  takeIn({struck({3, 4}, MarkState::Unsure)});
  EXPECT_EQ(said(1, "rule"), QStringLiteral("R-20"));
  EXPECT_TRUE(said(1, "proposal").contains(QString::fromUtf8("không đề nghị gì"))) << said(1, "proposal").toStdString();
}

// Caught: two papers that are perhaps one, with no word of which to compare.
TEST_F(BallotNoteTest, ATwinIsNamed) {
  takeIn({struck({3, 4}), with(struck({3, 4}), Why::PageRepeated)}, {}, 1);
  EXPECT_EQ(twinOf(*m_ballots, 1), std::size_t{0});
  EXPECT_EQ(twinOf(*m_ballots, 0), std::nullopt);
  EXPECT_TRUE(said(2, "proposal").contains(QString::fromUtf8("so hai ảnh"))) << said(2, "proposal").toStdString();
  EXPECT_TRUE(said(2, "proposal").contains(QString::fromUtf8("tờ 1"))) << said(2, "proposal").toStdString();
}

// Caught: "unclear mark" as the reason of a paper that has none; the rule of papers not issued by the committee left out.
TEST_F(BallotNoteTest, SheetsInNoBallotAreSaidApart) {
  takeIn({with({}, Why::CodeNotOurs), with({}, Why::CodeUnreadable), with({}, Why::PageDamaged)}, "Tệp ảnh bị đứt");
  EXPECT_EQ(said(1, "rule"), QStringLiteral("R-07"));
  EXPECT_TRUE(said(1, "proposal").contains(QString::fromUtf8("không hợp lệ theo R-07"))) << said(1, "proposal").toStdString();
  EXPECT_EQ(said(2, "rule"), QStringLiteral("R-07"));
  EXPECT_TRUE(said(2, "proposal").contains(QString::fromUtf8("không đọc được"))) << "it may be one of ours";
  EXPECT_EQ(said(3, "rule"), QString()) << "a file that breaks off breaks no rule";
  EXPECT_EQ(said(3, "ruleText"), QString());
  EXPECT_TRUE(said(3, "proposal").contains(QString::fromUtf8("xem ảnh hoặc tờ giấy"))) << said(3, "proposal").toStdString();
}

// Caught: what answers come to, told as a proposal.
TEST_F(BallotNoteTest, AnAnsweredBallotIsNoProposal) {
  Judgement settled;
  settled.validity = Validity::Invalid;
  settled.rule = "R-08";
  EXPECT_EQ(noteOf(settled).value(QStringLiteral("proposal")).toString(), QString());
  EXPECT_EQ(noteOf(settled).value(QStringLiteral("rule")).toString(), QStringLiteral("R-08"));
  Judgement open;
  open.validity = Validity::Undecided;
  EXPECT_TRUE(noteOf(open).value(QStringLiteral("proposal")).toString().contains(QString::fromUtf8("không đề nghị gì")));
}

}  // namespace
}  // namespace kp::kiosk

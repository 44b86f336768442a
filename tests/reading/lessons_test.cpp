// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong with other readers, one test each. Rows about sheets counted twice, totals and screens are the count's (tests/count, tests/cli).
#include <gtest/gtest.h>

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "ballot/font_metrics.h"
#include "scanner/reading/trace.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

PageReading read(const Printed& printed, const Sheet& sheet) { return printed.reader().read(sheet.scan()); }

void expectScore(const PageReading& r, const std::vector<MarkState>& expect, int leastRight) {
  const Score s = score(r, expect);
  EXPECT_EQ(s.wrong, 0) << s.what << "\n" << describe(r);
  EXPECT_GE(s.right, leastRight) << s.what << "\n" << describe(r);
}

const std::vector<MarkState> kNothing(12, MarkState::None);

// AMC missed 55 of 494 pencil marks by a fixed black/white cut.
TEST(Lesson, PencilMarksAreNotMissed) {
  for (const double gray : {120.0, 150.0}) {
    Sheet names(strikeOut()), boxes(columns());
    std::vector<MarkState> expect = kNothing;
    for (std::size_t i = 0; i < 12; i += 2) {
      const RectMm &n = strikeOut().geometry().targets[i].box, &b = columns().geometry().targets[i].box;
      names.line(n.x, n.y + 0.5 * n.h, n.x + n.w, n.y + 0.55 * n.h, 0.45, gray);
      boxes.line(b.x + 1, b.y + 1, b.x + b.w - 1, b.y + b.h - 1, 0.45, gray),
          boxes.line(b.x + 1, b.y + b.h - 1, b.x + b.w - 1, b.y + 1, 0.45, gray);
      expect[i] = MarkState::Mark;
    }
    expectScore(read(strikeOut(), names), expect, 12);
    expectScore(read(columns(), boxes), expect, 12);
  }
}

// A hard pencil pressed lightly was told none on gray scans (red team): no mark may vanish that a person sees when told where to look.
TEST(Lesson, AHardPencilIsNotToldNone) {
  for (const double gray : {218.0, 226.0}) {
    Sheet names(strikeOut()), boxes(columns());
    std::vector<MarkState> expect = kNothing;
    for (std::size_t i = 0; i < 12; i += 4) {
      const RectMm &n = strikeOut().geometry().targets[i].box, &b = columns().geometry().targets[i].box;
      names.line(n.x - 1, n.y + 0.5 * n.h, n.x + n.w + 1, n.y + 0.55 * n.h, 0.5, gray);
      boxes.line(b.x + 1, b.y + 1, b.x + b.w - 1, b.y + b.h - 1, 0.5, gray),
          boxes.line(b.x + 1, b.y + b.h - 1, b.x + b.w - 1, b.y + 1, 0.5, gray);
      expect[i] = MarkState::Unsure;
    }
    expectScore(read(strikeOut(), names), expect, 12);
    expectScore(read(columns(), boxes), expect, 12);
  }
}

// A sheet that slips in the feeder moves part of a name's letters: what is left of them was told a strike (independent review; slips of 0.5 … 1.5 mm).
TEST(Lesson, ASlipInTheFeederIsNoStrike) {
  for (const double slip : {-1.4, -0.9, -0.6, 0.6, 0.9, 1.4})
    for (const bool sideways : {false, true})
      for (std::size_t row = 0; row < 12; ++row) {
        Sheet straight(strikeOut());
        const RectMm& box = strikeOut().geometry().targets[row].box;
        const double mm = straight.pxPerMm(), at = (box.y + 0.5 * box.h) * mm;
        cv::Mat fromX(straight.px().size(), CV_32F), fromY(fromX.size(), CV_32F), slipped;
        for (int y = 0; y < fromX.rows; ++y)
          for (int x = 0; x < fromX.cols; ++x) {
            fromX.at<float>(y, x) = static_cast<float>(x + (sideways && y > at ? slip * mm : 0));
            fromY.at<float>(y, x) = static_cast<float>(y + (!sideways && y > at ? slip * mm : 0));
          }
        cv::remap(straight.px(), slipped, fromX, fromY, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
        const PageReading r = strikeOut().reader().read(Sheet(slipped, mm).scan());
        for (const MarkReading& m : r.marks) EXPECT_NE(m.state, MarkState::Mark) << slip << " mm at row " << row << "\n" << describe(r);
      }
}

// OMRChecker invented 3 votes on a blank ballot: evidence relative to the other boxes of the page.
TEST(Lesson, BlankBallotHasNoVotes) {
  expectScore(read(strikeOut(), Sheet(strikeOut())), kNothing, 12);
  expectScore(read(columns(), Sheet(columns())), kNothing, 12);
}

// OMRChecker turned 12 of 109 double marks into single valid votes: the fainter of two marks must not vanish beside the darker.
TEST(Lesson, BothBoxesOfARowStayTwoMarks) {
  Sheet sheet(columns());
  std::vector<MarkState> expect = kNothing;
  for (std::size_t row = 0; row < 6; ++row) {
    stroke("marker X").draw(sheet, columns().geometry().targets[2 * row].box, 0);
    stroke("X").draw(sheet, columns().geometry().targets[2 * row + 1].box, 0);
    expect[2 * row] = expect[2 * row + 1] = MarkState::Mark;
  }
  expectScore(read(columns(), sheet), expect, 12);
}

// SDAPS: 76 of 76 specks read as votes. A name that collects several may be doubted, none may be read as struck.
TEST(Lesson, SpecksAreNoVotes) {
  for (const Printed* p : {&strikeOut(), &columns()}) {
    Sheet sheet(*p);
    cv::RNG rng(11);
    for (const auto& t : p->geometry().targets)
      sheet.fill({t.box.x + rng.uniform(0.8, t.box.w - 1), t.box.y + rng.uniform(0.8, t.box.h - 1), 0.25, 0.25}, 30);
    for (int i = 0; i < 76; ++i) sheet.fill({rng.uniform(15.0, 195.0), rng.uniform(62.0, 285.0), 0.3, 0.3}, 30);
    expectScore(read(*p, sheet), kNothing, 11);
  }
}

// AMC: 4 votes from a streak of 4 px. Targets beside the streak must still be read.
TEST(Lesson, AStreakVotesForNobody) {
  Sheet sheet(columns());
  const RectMm& b = columns().geometry().targets[0].box;
  sheet.line(b.x + 3, -5, b.x + 3, 300, 4 / sheet.pxPerMm(), 90);
  const PageReading r = read(columns(), sheet);
  expectScore(r, kNothing, 6);
  ASSERT_EQ(r.marks.size(), 12u);
  for (std::size_t i = 1; i < 12; i += 2) EXPECT_EQ(r.marks[i].state, MarkState::None);
}

// New Hampshire 2020: folds through the targets read as votes in about 400 ballots.
TEST(Lesson, AFoldVotesForNobody) {
  for (const Printed* p : {&strikeOut(), &columns()})
    for (const std::size_t target : {std::size_t{0}, std::size_t{5}, std::size_t{10}})
      for (const double gray : {140.0, 190.0}) {
        Sheet sheet(*p);
        const RectMm& b = p->geometry().targets[target].box;
        sheet.line(-5, b.y + b.h * 0.5, 215, b.y + b.h * 0.6, 0.4, gray);
        SCOPED_TRACE(p->form().contest + " target " + std::to_string(target) + " gray " + std::to_string(gray));
        const PageReading r = read(*p, sheet);
        expectScore(r, kNothing, 10);
      }
}

// A strike drawn along a fold is a strike: a dark pen's is told so, a light pencil's may be doubted, none is taken away with the fold.
TEST(Lesson, AStrikeAlongAFoldIsNotLost) {
  for (const double pen : {50.0, 150.0}) {
    Sheet sheet(strikeOut());
    const RectMm& b = strikeOut().geometry().targets[4].box;
    sheet.line(-5, b.y + b.h * 0.5, 215, b.y + b.h * 0.5, 0.4, 190);
    sheet.line(b.x - 1, b.y + b.h * 0.5, b.x + b.w + 1, b.y + b.h * 0.5, 0.5, pen);
    const PageReading r = read(strikeOut(), sheet);
    ASSERT_EQ(r.marks.size(), 12u) << describe(r);
    EXPECT_NE(r.marks[4].state, MarkState::None) << describe(r);
    if (pen < 100) {
      EXPECT_EQ(r.marks[4].state, MarkState::Mark) << describe(r);
    }
  }
}

// Folds through the title and the heads of the table were taken for print that spreads: the page was read like a fat copy, on which thin strokes are not seen.
TEST(Lesson, FoldsThroughTheTitleDoNotMakeAFatCopy) {
  Sheet sheet(strikeOut());
  for (const auto& text : strikeOut().form().pages.front().texts) {
    const RectMm box = boxOf(text);
    const auto& targets = strikeOut().geometry().targets;
    if (std::any_of(targets.begin(), targets.end(), [&](const Target& t) { return std::abs(t.box.y - box.y) < 8; })) continue;
    sheet.line(-5, box.y + box.h / 2, 215, box.y + box.h / 2, 0.4, 170);
  }
  const auto expect = markEvery(sheet, strikeOut().geometry(), stroke("straight"));
  ReadingTrace trace;
  const PageReading r = strikeOut().reader().read(sheet.scan(), trace);
  EXPECT_LE(trace.quality.spread, Spread::Soft);
  expectScore(r, expect, 12);
}

// VxSuite: folds, low toner and crumples over timing marks reject whole ballots. Any three of our six may be unreadable,
// but for a whole side's: then the sheet is read by its codes, or says that it could not be placed.
TEST(Lesson, SpoiltFiducialsDoNotRejectTheSheet) {
  const auto& f = strikeOut().geometry().fiducials;
  ASSERT_EQ(f.size(), 6U);
  for (std::size_t a = 0; a < f.size(); ++a)
    for (std::size_t b = a + 1; b < f.size(); ++b)
      for (std::size_t c = b + 1; c < f.size(); ++c) {
        Sheet sheet(strikeOut());
        const auto expect = markEvery(sheet, strikeOut().geometry(), stroke("straight"));
        for (const std::size_t i : {a, b, c}) sheet.fill({f[i].x - 2.5, f[i].y - 1, 8, 5}, 30);  // blotted, not gone: nothing is torn
        SCOPED_TRACE(std::to_string(a) + " " + std::to_string(b) + " " + std::to_string(c));
        const PageReading r = read(strikeOut(), sheet);
        const bool oneSide = f[a].x == f[b].x && f[b].x == f[c].x;
        if (oneSide && r.marks.empty())
          EXPECT_TRUE(has(r, Why::NotRegistered)) << describe(r);
        else
          expectScore(r, expect, 12);
      }
}

// VxSuite certification: marks over an imprint (what the scanner or a stamp prints on the sheet) became over-votes. A number printed through two squares is
// no vote, the marks beside it stay. (Through a whole name it may pass for a strike: docs/measurements.md, known limits.)
TEST(Lesson, AnImprintIsNoVote) {
  for (const Printed* p : {&columns(), &confidence()}) {
    SCOPED_TRACE(p->form().contest);
    Sheet sheet(*p);
    auto expect = markEvery(sheet, p->geometry(), stroke("X"));
    for (const std::size_t i : {std::size_t{1}, std::size_t{7}}) {
      const RectMm& box = p->geometry().targets[i].box;
      const double px = sheet.pxPerMm();
      cv::putText(sheet.px(), "2025-08-01 000123", {cvRound((box.x + 0.3) * px), cvRound((box.y + 0.75 * box.h) * px)},
                  cv::FONT_HERSHEY_SIMPLEX, 0.1 * px, cv::Scalar(70), 2, cv::LINE_AA);
    }
    const PageReading r = read(*p, sheet);
    for (std::size_t i = 0; i < expect.size(); ++i)
      if (expect[i] == MarkState::None) {
        ASSERT_LT(i, r.marks.size()) << describe(r);
        EXPECT_NE(r.marks[i].state, MarkState::Mark) << i << "\n" << describe(r);
      }
    EXPECT_GE(score(r, expect).right, 6) << describe(r);
  }
}

// VxSuite: a stretched page lost a vote.
TEST(Lesson, AStretchedPageLosesNoVote) {
  for (const Printed* p : {&strikeOut(), &columns()}) {
    Sheet sheet(*p);
    const auto expect = markEvery(sheet, p->geometry(), stroke(p == &strikeOut() ? "straight" : "X"));
    cv::Mat& px = sheet.px();
    cv::Mat stretched;
    // The lower half goes through 0.8 % slower than the upper.
    cv::Mat mapX(px.size(), CV_32F), mapY(px.size(), CV_32F);
    for (int y = 0; y < px.rows; ++y)
      for (int x = 0; x < px.cols; ++x) {
        const float half = 0.5F * static_cast<float>(px.rows), fy = static_cast<float>(y);
        mapX.at<float>(y, x) = static_cast<float>(x);
        mapY.at<float>(y, x) = fy < half ? fy : half + (fy - half) / 1.008F;
      }
    cv::remap(px, stretched, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    expectScore(p->reader().read(Sheet(stretched, sheet.pxPerMm()).scan()), expect, 12);
  }
}

// VxSuite: two sheets stuck together were read as one. The second one's code looks out under the first.
TEST(Lesson, ADoubleFeedIsNamed) {
  const Sheet upper(strikeOut()), lower(strikeOut());
  const int extra = cvRound(60 * upper.pxPerMm());
  Sheet a = upper, b = lower;
  cv::Mat both(a.px().rows + extra, a.px().cols, CV_8UC1, cv::Scalar(250));
  b.px().copyTo(both(cv::Rect(0, extra, a.px().cols, a.px().rows)));
  a.px().copyTo(both(cv::Rect(0, 0, a.px().cols, a.px().rows)));
  const PageReading r = strikeOut().reader().read(Sheet(both, upper.pxPerMm()).scan());
  EXPECT_TRUE(has(r, Why::DoubleFeed)) << describe(r);
  EXPECT_TRUE(r.marks.empty());
}

// SDAPS users: a weak barcode stops the sheet. Either of our two codes may be gone.
TEST(Lesson, OneOfTwoCodesIsEnough) {
  for (const std::size_t gone : {std::size_t{0}, std::size_t{1}}) {
    Sheet sheet(strikeOut());
    const auto expect = markEvery(sheet, strikeOut().geometry(), stroke("straight"));
    sheet.cover(strikeOut().geometry().codes[gone]);
    expectScore(read(strikeOut(), sheet), expect, 12);
  }
}

// VxSuite users: one generic "cannot read" for everything. Here both codes are spoilt and the squares tell that it is ours.
TEST(Lesson, SpoiltCodesAreNamed) {
  Sheet sheet(strikeOut());
  for (const auto& c : strikeOut().geometry().codes) sheet.cover(c, 60);
  const PageReading r = read(strikeOut(), sheet);
  EXPECT_TRUE(has(r, Why::CodeUnreadable)) << describe(r);
  EXPECT_TRUE(r.marks.empty());
}

// VxSuite users: the same. Each thing that can be wrong with a paper has its own reason, and none of them is read.
TEST(Lesson, EachThingThatIsWrongHasAReasonOfItsOwn) {
  const Printed otherCongress("bch", 12, 8, {9, 9, 9}, "khac"), otherList("bch", 11, 8);
  const cv::Mat small(cv::Size(1654, 2339), CV_8UC1, cv::Scalar(248));
  Sheet tiny(strikeOut());
  cv::resize(tiny.px(), tiny.px(), {}, 0.35, 0.35, cv::INTER_AREA);
  tiny.px().copyTo(small(cv::Rect(100, 100, tiny.px().cols, tiny.px().rows)));
  const struct {
    const char* what;
    Sheet sheet;
    Why why;
  } papers[] = {{"another congress", Sheet(otherCongress), Why::CodeNotOurs},
                {"another contest", Sheet(columns()), Why::OtherContest},
                {"an empty sheet", Sheet(cv::Mat(2339, 1654, CV_8UC1, cv::Scalar(248)), 200 / 25.4), Why::BlankSheet},
                {"printed at a third of its size", Sheet(small, 200 / 25.4), Why::NotRegistered}};
  for (const auto& paper : papers) {
    const PageReading r = read(strikeOut(), paper.sheet);
    EXPECT_TRUE(has(r, paper.why)) << paper.what << "\n" << describe(r);
    EXPECT_TRUE(r.marks.empty()) << paper.what << "\n" << describe(r);
  }
  EXPECT_TRUE(read(strikeOut(), Sheet(otherList)).marks.empty()) << "printed before the list changed";
}

// Too sensitive: a hesitation dot made over-votes in a whole town.
TEST(Lesson, AHesitationDotIsNoVote) {
  Sheet sheet(columns());
  std::vector<MarkState> expect = kNothing;
  for (std::size_t row = 0; row < 6; ++row) {
    stroke("X").draw(sheet, columns().geometry().targets[2 * row].box, 0);
    stroke("hesitation dot").draw(sheet, columns().geometry().targets[2 * row + 1].box, 0);
    expect[2 * row] = MarkState::Mark, expect[2 * row + 1] = MarkState::Unsure;
  }
  expectScore(read(columns(), sheet), expect, 12);
}

// writing beyond the targets sends the sheet to a person, and the marks stay.
TEST(Lesson, WritingBesideTheTableIsReported) {
  Sheet sheet(strikeOut());
  const auto expect = markEvery(sheet, strikeOut().geometry(), stroke("straight"));
  double bottom = 0;
  for (const auto& t : strikeOut().geometry().targets) bottom = std::max(bottom, t.box.y + t.box.h);
  for (double x = 60; x < 110; x += 3)
    sheet.line(x, bottom + 22, x + 1.4, bottom + 17, 0.5, 50), sheet.line(x + 1.4, bottom + 17, x + 3, bottom + 22, 0.5, 50);
  const PageReading r = read(strikeOut(), sheet);
  EXPECT_TRUE(has(r, Why::ExtraWriting)) << describe(r);
  expectScore(r, expect, 12);
  EXPECT_FALSE(r.spots.empty());
}

// R-20, not R-18: a cross beside its box puts that box in doubt; it is no writing on the ballot.
TEST(Reasons, ACrossBesideItsBoxDoubtsTheBoxOnly) {
  Sheet sheet(columns());
  auto expect = markEvery(sheet, columns().geometry(), stroke("X"));
  stroke("X beside").draw(sheet, columns().geometry().targets[5].box, 0);
  expect[5] = MarkState::Unsure;
  const PageReading r = read(columns(), sheet);
  EXPECT_EQ(score(r, expect).right, 12) << describe(r);
  EXPECT_TRUE(r.reasons.empty()) << describe(r);
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The sixteen pages that other readers fail on. Each is read rightly, or sent to a person with a reason; never wrongly.
// "The same sheet twice" is the intake's business (tests/count).
#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "printed.h"
#include "scanner/imaging/registration.h"
#include "scanner/reading/page_faults.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

const std::vector<MarkState> kNothing(12, MarkState::None);

/// Every second target marked in the usual way.
struct Marked {
  Sheet sheet;
  std::vector<MarkState> expect;
};
Marked usual(const Printed& printed, double dpi = 200) {
  Marked m{Sheet(printed, dpi), {}};
  m.expect = markEvery(m.sheet, printed.geometry(), stroke(printed.form().face == Face::StrikeOut ? "straight" : "X"));
  return m;
}

/// All right, and nothing raised. Returns the reading.
PageReading expectRead(const Printed& printed, const Raster& scan, const std::vector<MarkState>& expect) {
  PageReading r = printed.reader().read(scan);
  const Score s = score(r, expect);
  EXPECT_EQ(s.right, static_cast<int>(expect.size())) << s.what << "\n" << describe(r);
  EXPECT_TRUE(r.reasons.empty()) << describe(r);
  return r;
}

/// Nothing wrong; what is not read is doubted. Returns the reading for a look at its reasons.
PageReading expectNeverWrong(const Printed& printed, const Raster& scan, const std::vector<MarkState>& expect) {
  PageReading r = printed.reader().read(scan);
  EXPECT_EQ(score(r, expect).wrong, 0) << score(r, expect).what << "\n" << describe(r);
  return r;
}

template <typename Body>
void onAllFaces(Body body) {
  for (const Printed* printed : {&strikeOut(), &columns(), &confidence()}) {
    SCOPED_TRACE(printed->form().contest);
    body(*printed);
  }
}

// Regression: the table's own rule above a name, 1.65 mm away at rows of 8.9 mm, told to be an overline at some places on the scan's grid: one of eight blank ballots could not be
// printed, since they are read back first.
TEST(HardPage, BlankOfAnyLength) {
  const std::string longName = "Đại hội đại biểu Đảng bộ Thành phố Thử Nghiệm Thượng Hạ lần thứ XVIII, nhiệm kỳ 2025 - 2030";
  for (const std::string& name : {std::string(), longName}) {
    for (const int names : {9, 21, 33, 42}) {
      const Printed printed("dai", names, std::max(1, names * 3 / 4), {1, 2, 3}, "thu", ContestKind::Election, name);
      for (int page = 0; page < static_cast<int>(printed.form().pages.size()); ++page)
        for (const MarkReading& mark : printed.reader().read(printed.page(page, 200)).marks)
          EXPECT_EQ(mark.state, MarkState::None)
              << names << " names, page " << page + 1 << ": " << printed.contest().candidates[mark.candidate].name << ", " << mark.why;
    }
  }
}

TEST(HardPage, Blank) {
  onAllFaces([](const Printed& p) { expectRead(p, Sheet(p).scan(), kNothing); });
}

TEST(HardPage, OneCrossOnly) {
  onAllFaces([](const Printed& p) {
    Sheet sheet(p);
    auto expect = kNothing;
    expect[7] = MarkState::Mark;
    stroke(p.form().face == Face::StrikeOut ? "straight" : "X").draw(sheet, p.geometry().targets[7].box, 1);
    expectRead(p, sheet.scan(), expect);
  });
}

// SDAPS takes a filled box for a cancelled one: 93 of 100 ballots wrong.
TEST(HardPage, AllAgreeFilled) {
  for (const char* how : {"filled", "filled by hand"}) {
    SCOPED_TRACE(how);
    Sheet sheet(columns());
    const auto expect = markEvery(sheet, columns().geometry(), stroke(how));
    expectRead(columns(), sheet.scan(), expect);
  }
}

// A cross cancelled by filling its box, and the other box crossed: nobody but the committee says which was meant. The rows beside it are not touched by that.
TEST(HardPage, FilledBesideACrossGoesToAPerson) {
  Sheet sheet(columns());
  const auto& targets = columns().geometry().targets;
  auto expect = markEvery(sheet, columns().geometry(), stroke("X"));
  stroke("filled").draw(sheet, targets[5].box, 0);
  expect[4] = expect[5] = MarkState::Unsure;
  const PageReading r = columns().reader().read(sheet.scan());
  EXPECT_EQ(score(r, expect).right, 12) << describe(r);
  EXPECT_EQ(r.marks[4].why, "corrected");
}

TEST(HardPage, AllAgreeCrossed) {
  Sheet sheet(columns());
  const auto expect = markEvery(sheet, columns().geometry(), stroke("X"));
  expectRead(columns(), sheet.scan(), expect);
}

TEST(HardPage, EveryBoxCrossed) {
  onAllFaces([](const Printed& p) {
    Sheet sheet(p);
    const auto expect = markEvery(sheet, p.geometry(), stroke(p.form().face == Face::StrikeOut ? "straight" : "X"), 1);
    expectRead(p, sheet.scan(), expect);
  });
}

TEST(HardPage, UpsideDown) {
  onAllFaces([](const Printed& p) {
    const Marked m = usual(p);
    expectRead(p, m.sheet.scan(2), m.expect);
    EXPECT_EQ(p.reader().read(m.sheet.scan(2)).orientation, 180);
  });
}

TEST(HardPage, ThreeDegrees) {
  onAllFaces([](const Printed& p) {
    const Marked m = usual(p);
    expectRead(p, m.sheet.scan(0, 3), m.expect);
    expectRead(p, m.sheet.scan(2, -3), m.expect);
  });
}

// At six degrees corners leave the scan; what is seen must still be right.
TEST(HardPage, SixDegrees) {
  onAllFaces([](const Printed& p) {
    const Marked m = usual(p);
    for (const double degrees : {6.0, -6.0}) expectNeverWrong(p, m.sheet.scan(0, degrees), m.expect);
  });
}

TEST(HardPage, CornerTornOff) {
  onAllFaces([](const Printed& p) {
    for (int corner = 0; corner < 4; ++corner)
      for (const double leg : {30.0, 55.0}) {
        Marked m = usual(p);
        m.sheet.corner(corner, leg, 250);
        SCOPED_TRACE("corner " + std::to_string(corner) + " " + std::to_string(leg));
        expectNeverWrong(p, m.sheet.scan(), m.expect);
      }
  });
}

TEST(HardPage, BlackCorner) {
  onAllFaces([](const Printed& p) {
    for (int corner = 0; corner < 4; ++corner) {
      Marked m = usual(p);
      m.sheet.corner(corner, 45, 12);
      SCOPED_TRACE(corner);
      expectNeverWrong(p, m.sheet.scan(), m.expect);
    }
  });
}

// 4 px at 200 dpi, through the middle of a column of targets: AMC read four votes.
TEST(HardPage, StreakThroughAColumn) {
  onAllFaces([](const Printed& p) {
    for (const double gray : {60.0, 140.0}) {
      const RectMm& box = p.geometry().targets.front().box;
      for (const bool marked : {false, true}) {
        Marked m = usual(p);
        if (!marked) m = {Sheet(p), kNothing};
        m.sheet.line(box.x + box.w * 0.4, -5, box.x + box.w * 0.4, 300, 4 / m.sheet.pxPerMm(), gray);
        SCOPED_TRACE("gray " + std::to_string(gray) + (marked ? " marked" : " blank"));
        expectNeverWrong(p, m.sheet.scan(), m.expect);
      }
    }
  });
}

TEST(HardPage, LowContrast) {
  onAllFaces([](const Printed& p) {
    Marked m = usual(p);
    m.sheet.px().convertTo(m.sheet.px(), CV_8U, 0.42, 128);
    const PageReading r = expectNeverWrong(p, m.sheet.scan(), m.expect);
    EXPECT_FALSE(r.marks.empty()) << describe(r);
  });
}

TEST(HardPage, PrintedAt93Percent) {
  onAllFaces([](const Printed& p) {
    const Marked m = usual(p);
    expectRead(p, m.sheet.scan(0, 0, 0.93), m.expect);
    expectRead(p, m.sheet.scan(2, 1.5, 0.93), m.expect);
  });
}

TEST(HardPage, OtherResolution) {
  onAllFaces([](const Printed& p) {
    for (const double dpi : {150.0, 240.0, 300.0, 400.0}) {
      SCOPED_TRACE(dpi);
      const Marked m = usual(p, dpi);
      expectRead(p, m.sheet.scan(), m.expect);
    }
    const Marked coarse = usual(p, 100);
    expectNeverWrong(p, coarse.sheet.scan(), coarse.expect);
  });
}

// A photograph, or a sheet that rose in the feeder: one side shorter by 1.2 %.
TEST(HardPage, SlightPerspective) {
  onAllFaces([](const Printed& p) {
    Marked m = usual(p);
    const cv::Mat& px = m.sheet.px();
    const float w = static_cast<float>(px.cols), h = static_cast<float>(px.rows), in = 0.006F * w;
    const std::vector<cv::Point2f> from{{0, 0}, {w, 0}, {w, h}, {0, h}}, to{{in, 0}, {w - in, 0}, {w, h}, {0, h}};
    cv::Mat seen;
    cv::warpPerspective(px, seen, cv::getPerspectiveTransform(from, to), px.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    expectNeverWrong(p, Sheet(seen, m.sheet.pxPerMm()).scan(), m.expect);
  });
}

/// A sheet on a dark table, photographed from one side by hand: the far edge shorter by `far`, one side by `side`, a lamp from the left.
cv::Mat photographed(const cv::Mat& px, float far, float side, int quarterTurns) {
  const float w = static_cast<float>(px.cols), h = static_cast<float>(px.rows), x = 0.12F * w, y = 0.08F * h;
  const std::vector<cv::Point2f> from{{0, 0}, {w, 0}, {w, h}, {0, h}},
      to{{x + far * w, y}, {x + w - far * w, y + side * h}, {x + w, y + h - side * h}, {x, y + h}};
  cv::Mat seen;
  cv::warpPerspective(px, seen, cv::getPerspectiveTransform(from, to), {cvRound(1.24 * w), cvRound(1.16 * h)}, cv::INTER_LINEAR,
                      cv::BORDER_CONSTANT, cv::Scalar(70));
  for (int c = 0; c < seen.cols; ++c) seen.col(c) *= 0.65 + 0.35 * c / seen.cols;
  if (quarterTurns % 4) cv::rotate(seen, seen, quarterTurns % 4 - 1);
  return seen;
}

// A phone's picture as the last resort: lines that run together were read from the wrong places, or the sheet could not be placed at all.
TEST(HardPage, PhotographedFromOneSide) {
  onAllFaces([](const Printed& p) {
    for (const auto& [far, side, turns] : {std::tuple{0.03F, 0.0F, 0}, std::tuple{0.06F, 0.03F, 1}, std::tuple{0.10F, 0.05F, 2}}) {
      SCOPED_TRACE(far);
      Marked m = usual(p, 250);
      const PageReading r = expectRead(p, Sheet(photographed(m.sheet.px(), far, side, turns), m.sheet.pxPerMm()).scan(), m.expect);
      EXPECT_EQ(r.orientation, 90 * turns);
    }
  });
}

// Spots are told in pixels of the photograph: the committee must see the name that is meant, not another.
TEST(HardPage, SpotsOfAPhotographLieOnIt) {
  const Printed& p = columns();
  Sheet sheet(p, 250);
  sheet.fill(p.form().pages[0].geometry.targets[9].box, 0);
  const cv::Mat photo = photographed(sheet.px(), 0.08F, 0.03F, 0);
  const PageReading r = p.reader().read(rasterOf(photo));
  ASSERT_GT(r.marks.size(), 9U) << describe(r);
  const RectPx spot = r.marks[9].spot;
  EXPECT_LT(cv::mean(photo(cv::Rect(cvRound(spot.x), cvRound(spot.y), cvRound(spot.w), cvRound(spot.h))))[0], 40);
}

/// Narrowed towards the top by `far` of the width at each side, as a sheet that a feeder bends or a camera sees a little from below.
cv::Mat narrowed(const cv::Mat& px, float far) {
  const float w = static_cast<float>(px.cols), h = static_cast<float>(px.rows);
  const std::vector<cv::Point2f> from{{0, 0}, {w, 0}, {w, h}, {0, h}}, to{{far * w, 0}, {w - far * w, 0}, {w, h}, {0, h}};
  cv::Mat seen;
  cv::warpPerspective(px, seen, cv::getPerspectiveTransform(from, to), px.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                      cv::Scalar::all(255));
  return seen;
}

// What is asked of every scan must also be asked of one that had to be laid flat: a second sheet under the first, another ink (independent review).
TEST(HardPage, ABentSheetWithAnotherUnderItIsADoubleFeed) {
  const Printed pages("bch", 60, 45);
  for (const float bent : {0.0F, 0.006F, 0.01F}) {
    Sheet first(pages, 200, 0), second(pages, 200, 1);
    cv::Mat both;
    const int below = first.px().rows * 3 / 10;
    cv::vconcat(narrowed(first.px(), bent), second.px().rowRange(second.px().rows - below, second.px().rows), both);
    const PageReading r = pages.reader().read(Sheet(both, first.pxPerMm()).scan());
    EXPECT_TRUE(has(r, Why::DoubleFeed)) << bent << "\n" << describe(r);
    EXPECT_TRUE(r.marks.empty());
  }
}

/// `under` below `upper`, moved by so many millimetres, on a scan that holds both.
cv::Mat fedTogether(const Sheet& upper, const Sheet& under, double rightMm, double downMm) {
  const int dx = cvRound(rightMm * upper.pxPerMm()), dy = cvRound(downMm * upper.pxPerMm());
  Sheet a = upper, b = under;
  const cv::Size page = a.px().size();
  cv::Mat both(page.height + std::abs(dy), page.width + std::abs(dx), CV_8UC1, cv::Scalar(250));
  b.px().copyTo(both(cv::Rect({std::max(0, dx), std::max(0, dy)}, page)));
  a.px().copyTo(both(cv::Rect({std::max(0, -dx), std::max(0, -dy)}, page)));
  return both;
}

// Beyond a page that is seen whole only the strips beside its edges are searched: none of the four may be missed, and this page's own codes are none.
TEST(HardPage, ASheetLookingOutBeyondAnyEdgeIsADoubleFeed) {
  const Printed& p = strikeOut();
  for (const auto& [dpi, right, down] :
       {std::tuple{200, 45.0, 0.0}, {200, -45.0, 0.0}, {200, 0.0, 50.0}, {200, 0.0, -50.0}, {300, 45.0, 0.0}, {300, 0.0, -50.0}}) {
    Sheet upper(p, dpi), under(p, dpi);  // at 300 dpi the strips are looked at shrunk
    const double mm = upper.pxPerMm();
    const Sheet empty(cv::Mat(upper.px().size(), CV_8UC1, cv::Scalar(250)), mm);
    const Affine lies{mm, 0, std::max(0.0, -right) * mm - 0.5, 0, mm, std::max(0.0, -down) * mm - 0.5};
    for (const bool two : {true, false}) {
      const Raster scan = Sheet(fedTogether(upper, two ? under : empty, right, down), mm).scan();
      const PageView view(scan, mm);
      const Registration reg = registerPage(view, p.geometry(), lies, {});
      ASSERT_TRUE(reg.placed);
      EXPECT_EQ(isDoubleFeed(view, reg, p.geometry(), p.key(), p.tag()), two) << right << " " << down;
    }
  }
}

// A sheet on top of the page hides a square of it, and its code may lie within the page's edges.
TEST(HardPage, ASheetOnTopWithItsCodeWithinThePageIsADoubleFeed) {
  const PageGeometry& g = strikeOut().geometry();
  Sheet page(strikeOut());
  const Sheet on(strikeOut());
  const double mm = page.pxPerMm();
  const auto px = [&](const RectMm& r) { return cv::Rect(cvRound(r.x * mm), cvRound(r.y * mm), cvRound(r.w * mm), cvRound(r.h * mm)); };
  const RectMm& square = g.fiducials.back();
  const RectMm code{g.codes[0].x - 3, g.codes[0].y - 3, g.codes[0].w + 6, g.codes[0].h + 6};
  Sheet copy = on;
  page.fill({square.x - 6, square.y - 6, square.w + 12, square.h + 12}, 250);
  page.cover({square.x - 6, square.y - 6, square.w + 12, square.h + 12}, 250);
  const RectMm at{g.widthMm / 2 - code.w / 2, g.heightMm - code.h - 25, code.w, code.h};
  copy.px()(px(code)).copyTo(page.px()(cv::Rect(px(at).tl(), px(code).size())));
  cv::Mat scan;
  cv::copyMakeBorder(page.px(), scan, 0, 0, 0, cvRound(25 * mm), cv::BORDER_CONSTANT, cv::Scalar(250));
  const PageReading r = strikeOut().reader().read(Sheet(scan, mm).scan());
  EXPECT_TRUE(has(r, Why::DoubleFeed)) << describe(r);
}

TEST(HardPage, ASecondInkIsSeenOnABentSheet) {
  const Printed& p = strikeOut();
  Sheet sheet(p, 200);
  for (const float bent : {0.0F, 0.006F, 0.02F}) {
    cv::Mat colour;
    cv::cvtColor(sheet.px(), colour, cv::COLOR_GRAY2BGR);
    const auto& targets = p.geometry().targets;
    const auto px = [&](double mm) { return static_cast<int>(std::lround(mm * sheet.pxPerMm())); };
    for (std::size_t i = 0; i < targets.size(); i += 2) {
      const RectMm& b = targets[i].box;
      cv::line(colour, {px(b.x - 2), px(b.y + 0.55 * b.h)}, {px(b.x + b.w + 2), px(b.y + 0.5 * b.h)},
               i == 4 ? cv::Scalar(30, 30, 200) : cv::Scalar(190, 60, 20), px(0.6), cv::LINE_AA);
    }
    Raster scan = rasterOf(narrowed(colour, bent));
    scan.dpi = 200;
    const PageReading r = p.reader().read(scan);
    EXPECT_TRUE(has(r, Why::SecondInk)) << bent << "\n" << describe(r);
  }
}

// A sheet folded towards the camera is no flat sheet: it must not be bent until it fits.
TEST(HardPage, AFoldedPhotographGoesToAPerson) {
  onAllFaces([](const Printed& p) {
    Marked m = usual(p, 250);
    cv::Mat seen = photographed(m.sheet.px(), 0.05F, 0.0F, 0);
    // The lower half pulled to the right by 4 %.
    cv::Mat lower = seen.rowRange(seen.rows / 2, seen.rows).clone();
    const cv::Matx23d slant(1, 0.08, 0, 0, 1, 0);
    cv::warpAffine(lower, lower, slant, lower.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(70));
    lower.copyTo(seen.rowRange(seen.rows / 2, seen.rows));
    expectNeverWrong(p, Sheet(seen, m.sheet.pxPerMm()).scan(), m.expect);
  });
}

TEST(HardPage, ForeignPage) {
  cv::Mat page(2339, 1654, CV_8UC1, cv::Scalar(252));
  for (int line = 0; line < 40; ++line)
    cv::putText(page, "Bao cao tinh hinh thuc hien nhiem vu nam nay", {150, 200 + 48 * line}, cv::FONT_HERSHEY_COMPLEX, 0.9, cv::Scalar(20),
                2, cv::LINE_AA);
  onAllFaces([&](const Printed& p) {
    const PageReading r = p.reader().read(Sheet(page, 200 / 25.4).scan());
    EXPECT_TRUE(has(r, Why::NotRegistered)) << describe(r);
    EXPECT_TRUE(r.marks.empty());
    EXPECT_TRUE(r.contest.empty());
  });
}

TEST(HardPage, EmptySheetOfPaper) {
  onAllFaces([](const Printed& p) {
    const PageReading r = p.reader().read(Sheet(cv::Mat(2339, 1654, CV_8UC1, cv::Scalar(248)), 200 / 25.4).scan());
    EXPECT_TRUE(has(r, Why::BlankSheet)) << describe(r);
    EXPECT_TRUE(r.marks.empty());
  });
}

}  // namespace
}  // namespace kp

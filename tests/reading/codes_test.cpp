// SPDX-License-Identifier: GPL-3.0-or-later
// Whose ballot is it: every reason by which a sheet is not one of the contest being counted, in its own words.
#include <gtest/gtest.h>

#include "election/text.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

Raster marked(const Printed& printed) {
  Sheet sheet(printed);
  markEvery(sheet, printed.geometry(), stroke("straight"));
  return sheet.scan();
}

void expectRefused(const PageReading& r, Why why) {
  EXPECT_TRUE(has(r, why)) << describe(r);
  EXPECT_TRUE(r.marks.empty()) << describe(r);
}

std::string detailOf(const PageReading& r) { return r.reasons.empty() ? "" : r.reasons.front().detail; }

TEST(Code, OursIsReadWithContestAndPage) {
  const PageReading r = strikeOut().reader().read(marked(strikeOut()));
  EXPECT_EQ(r.contest, "bch");
  EXPECT_EQ(r.page, 1);
  EXPECT_FALSE(r.ballotCode);
  EXPECT_FALSE(r.marks.empty());
}

// A ballot of the same congress with a code made under another key counts for nobody.
TEST(Code, ForgedIsNotOurs) {
  const Printed forged("bch", 12, 8, {9, 9, 9});
  const PageReading r = strikeOut().reader().read(marked(forged));
  expectRefused(r, Why::CodeNotOurs);
  EXPECT_FALSE(detailOf(r).empty());
}

TEST(Code, OtherCongressIsNotOursAndSaysSo) {
  const Printed other("bch", 12, 8, {1, 2, 3}, "dai-hoi-khac");
  const Printed forged("bch", 12, 8, {9, 9, 9});
  const PageReading r = strikeOut().reader().read(marked(other));
  expectRefused(r, Why::CodeNotOurs);
  EXPECT_NE(detailOf(r), detailOf(strikeOut().reader().read(marked(forged)))) << "each in words of its own";
}

TEST(Code, OtherContestIsNamed) {
  const Reader both({strikeOut().readingForm(), columns().readingForm()}, strikeOut().key(), strikeOut().tag(), "bch");
  Sheet sheet(columns());
  const PageReading r = both.read(sheet.scan());
  expectRefused(r, Why::OtherContest);
  EXPECT_EQ(r.contest, "btv");
  // A contest that the reader has no form of, too.
  expectRefused(strikeOut().reader().read(sheet.scan()), Why::OtherContest);
}

TEST(Code, WithoutAnExpectedContestAllAreRead) {
  const Reader all({strikeOut().readingForm(), columns().readingForm()}, strikeOut().key(), strikeOut().tag(), "");
  Sheet sheet(columns());
  const auto expect = markEvery(sheet, columns().geometry(), stroke("X"));
  const PageReading r = all.read(sheet.scan());
  EXPECT_EQ(r.contest, "btv");
  EXPECT_EQ(score(r, expect).right, 12) << describe(r);
  EXPECT_EQ(all.read(marked(strikeOut())).contest, "bch");
}

// Printed before a name was corrected: the places may have moved, so nothing is read with the new list.
TEST(Code, ListChangedAfterPrinting) {
  const Printed changed("bch", 13, 8);
  const PageReading r = changed.reader().read(marked(strikeOut()));
  expectRefused(r, Why::CodeNotOurs);
  EXPECT_FALSE(detailOf(r).empty());
}

TEST(Code, PagesOfALongListAreTold) {
  const Printed longList("bch", 60, 40);
  ASSERT_GE(longList.form().pages.size(), 2u);
  for (int page = 0; page < 2; ++page) {
    Sheet sheet(longList, 200, page);
    const auto expect = markEvery(sheet, longList.geometry(page), stroke("straight"), 3);
    const PageReading r = longList.reader().read(sheet.scan(page ? 2 : 0, 1));
    EXPECT_EQ(r.page, page + 1);
    EXPECT_EQ(score(r, expect).right, static_cast<int>(expect.size())) << score(r, expect).what;
    ASSERT_FALSE(r.marks.empty());
    EXPECT_EQ(r.marks.front().candidate, longList.geometry(page).targets.front().candidate);
  }
}

TEST(Code, ConfidenceVotesHaveThreeBoxes) {
  const Printed confidence("tn", 7, 7, {1, 2, 3}, "thu", ContestKind::Confidence);
  Sheet sheet(confidence);
  const auto expect = markEvery(sheet, confidence.geometry(), stroke("tick"), 3);
  const PageReading r = confidence.reader().read(sheet.scan());
  ASSERT_EQ(expect.size(), 21u);
  EXPECT_EQ(score(r, expect).right, 21) << score(r, expect).what;
  EXPECT_EQ(r.marks[0].field, Field::High);
}

// A reader must answer on any input.
TEST(Code, NoPictureIsDamaged) {
  const PageReading r = strikeOut().reader().read(Raster{});
  EXPECT_TRUE(has(r, Why::PageDamaged));
  const PageReading tiny = strikeOut().reader().read(test::rasterOf(cv::Mat(3, 2, CV_8UC1, cv::Scalar(255))));
  EXPECT_FALSE(tiny.reasons.empty());
  EXPECT_TRUE(tiny.marks.empty());
}

// Spots are pixels of the stored scan as it lies, whatever its turn and resolution: the screen draws them there.
TEST(Code, SpotsLieOnTheScan) {
  for (const int turn : {0, 1, 2, 3}) {
    const Sheet sheet(strikeOut(), 300);
    const PageReading r = strikeOut().reader().read(sheet.scan(turn));
    ASSERT_FALSE(r.marks.empty());
    const RectMm& box = strikeOut().geometry().targets[3].box;
    const RectPx& spot = r.marks[3].spot;
    const double mm = 300 / 25.4, x = box.x * mm, y = box.y * mm, w = box.w * mm, h = box.h * mm, W = 210 * mm, H = 297 * mm;
    const RectPx expected = turn == 0   ? RectPx{x, y, w, h}
                            : turn == 1 ? RectPx{H - y - h, x, h, w}
                            : turn == 2 ? RectPx{W - x - w, H - y - h, w, h}
                                        : RectPx{y, W - x - w, h, w};
    EXPECT_NEAR(spot.x, expected.x, 5) << turn;
    EXPECT_NEAR(spot.y, expected.y, 5) << turn;
    EXPECT_NEAR(spot.w, expected.w, 5) << turn;
    EXPECT_NEAR(spot.h, expected.h, 5) << turn;
    EXPECT_NEAR(r.widthPx, turn % 2 ? 3508 : 2480, 1);
  }
}

}  // namespace
}  // namespace kp

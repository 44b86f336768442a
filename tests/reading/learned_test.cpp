// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots an office typed itself, without squares or codes: learned from a blank one, then read by what is printed on them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "learned_office.h"
#include "scanner/imaging/print_anchors.h"
#include "scanner/reading/learn_form.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

using namespace test;

const OfficeForm& strikes() {
  static const OfficeForm office(contestOf("bch", 42, 33));
  return office;
}
const OfficeForm& boxes() {
  static const OfficeForm office(contestOf("btv", 20, 20));
  return office;
}
const OfficeForm& manyPages() {
  static const OfficeForm office(contestOf("db", 50, 40));
  return office;
}

bool holds(const RectMm& outer, const RectMm& inner, double room) {
  return inner.x >= outer.x - room && inner.y >= outer.y - room && inner.x + inner.w <= outer.x + outer.w + room &&
         inner.y + inner.h <= outer.y + outer.h + room;
}

/// Each target found lies where the office put it.
void expectFound(const OfficeForm& office, const LearnedBallot& learned) {
  ASSERT_EQ(learned.pages.size(), office.truth.pages.size());
  for (std::size_t p = 0; p < learned.pages.size(); ++p) {
    const auto &found = learned.pages[p].geometry.targets, &printed = office.truth.pages[p].geometry.targets;
    ASSERT_EQ(found.size(), printed.size()) << "page " << p + 1;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].candidate, printed[i].candidate);
      EXPECT_EQ(found[i].field, printed[i].field);
      EXPECT_TRUE(holds(found[i].box, printed[i].box, 0.8)) << "page " << p + 1 << " target " << i;
    }
    for (const double fit : learned.pages[p].fits) EXPECT_GT(fit, 0.9) << "page " << p + 1;
  }
}

TEST(Learn, FindsTwoTablesOfNamesSideBySide) { expectFound(strikes(), strikes().learned); }
TEST(Learn, FindsRowsAndCellsOfTwoColumns) { expectFound(boxes(), boxes().learned); }
TEST(Learn, FindsRowsOnSeveralPages) { expectFound(manyPages(), manyPages().learned); }

TEST(Learn, FindsPrintedSquaresAndLeavesAColumnForRemarksAlone) {
  const Contest contest = contestOf("tn", 15, 0, ContestKind::Confidence);
  OfficeStyle style = usualStyle(contest);
  style.remarks = true;
  const OfficeForm office(contest, style);
  expectFound(office, office.learned);
  ASSERT_EQ(office.learned.notes.size(), 1U) << "the empty column beside the boxes is worth a look";
  for (const Target& t : office.learned.pages[0].geometry.targets) EXPECT_LT(t.box.w, 7) << "the square, not its cell";
}

TEST(Learn, FindsThemOnATurnedScanOf200DpiToo) {
  for (const OfficeForm* office : {&strikes(), &boxes()})
    for (const int turn : {0, 2}) {
      const Raster scan = office->sheet().scan(turn, 1.1);
      const auto learned = learnBallot(office->contest, {scan});
      ASSERT_TRUE(learned) << learned.error().what;
      expectFound(*office, *learned);
    }
}

TEST(Learn, ARowTooManyOrTooFewIsSaidWithBothNumbers) {
  for (const int more : {-1, 1}) {
    const Contest other = contestOf("btv", 20 + more, 20 + more);
    const auto learned = learnBallot(other, {blankOf(boxes().pdf, 0)});
    ASSERT_FALSE(learned) << "a ballot of 20 rows for " << 20 + more << " people";
    EXPECT_EQ(learned.error().kind, ErrorKind::BadInput);
    EXPECT_THAT(learned.error().what, ::testing::AllOf(::testing::HasSubstr("20"), ::testing::HasSubstr(std::to_string(20 + more))));
  }
}

TEST(Learn, NamesInAnotherOrderAreRefused) {
  Contest swapped = boxes().contest;
  std::swap(swapped.candidates[3], swapped.candidates[4]);
  const auto learned = learnBallot(swapped, {blankOf(boxes().pdf, 0)});
  ASSERT_FALSE(learned) << "votes for " << swapped.candidates[3].name << " would go to " << swapped.candidates[4].name;
  EXPECT_EQ(learned.error().kind, ErrorKind::Refused);
}

TEST(Learn, AMarkedBallotIsNoBlankAndATextIsNoTable) {
  Sheet marked = boxes().sheet();
  markEverySecond(marked, boxes(), 0, "X");
  const auto learned = learnBallot(boxes().contest, {marked.scan()});
  EXPECT_FALSE(learned) << "an X in a cell of the blank would be taken for print";
  cv::Mat text(2339, 1654, CV_8UC1, cv::Scalar(255));
  cv::putText(text, "Khong co bang nao", {200, 400}, cv::FONT_HERSHEY_SIMPLEX, 2, cv::Scalar(0), 3);
  const auto none = learnBallot(boxes().contest, {rasterOf(text)});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::BadInput);
}

class LearnedDeck : public ::testing::TestWithParam<int> {};

TEST_P(LearnedDeck, MarksAreReadAnyWayUp) {
  const int turn = GetParam();
  const struct {
    const OfficeForm* office;
    int page;
    std::vector<std::string> strokes;
  } decks[] = {{&strikes(), 0, {"straight", "wavy", "pencil", "double"}},
               {&manyPages(), 1, {"straight", "zigzag"}},
               {&boxes(), 0, {"X", "pencil X", "tick", "slash"}}};
  for (const auto& deck : decks)
    for (const std::string& how : deck.strokes) {
      const Reader reader = readerOf({deck.office}, deck.office->contest.id);
      Sheet sheet = deck.office->sheet(deck.page);
      const auto expect = markEverySecond(sheet, *deck.office, deck.page, how);
      const PageReading r = reader.read(sheet.scan(turn, turn % 2 == 0 ? 1.3 : -0.8));
      EXPECT_EQ(r.page, deck.page + 1) << how << ": " << describe(r);
      EXPECT_EQ(r.contest, deck.office->contest.id);
      const Score s = score(r, expect);
      EXPECT_EQ(s.wrong, 0) << how << s.what;
      EXPECT_EQ(s.unsure, 0) << deck.office->contest.id << " " << how << " turned " << turn << ": " << describe(r);
    }
}
INSTANTIATE_TEST_SUITE_P(Turned, LearnedDeck, ::testing::Values(0, 1, 2, 3));

TEST(Learned, MarksAnywhereInAnEmptyCellAreMarks) {
  const Reader reader = readerOf({&boxes()}, "btv");
  Sheet sheet = boxes().sheet();
  const auto& targets = boxes().truth.pages[0].geometry.targets;
  std::vector<MarkState> expect(targets.size(), MarkState::None);
  for (std::size_t i = 0; i < targets.size(); i += 2) {
    RectMm box = targets[i].box;  // in a cell of 24 mm: up to 7 mm from its middle
    box.x += (static_cast<double>(i % 3) - 1) * 7;
    stroke("X").draw(sheet, box, static_cast<int>(i));
    expect[i] = MarkState::Mark;
  }
  const PageReading r = reader.read(sheet.scan());
  const Score s = score(r, expect);
  EXPECT_EQ(s.wrong, 0) << s.what;
  EXPECT_EQ(s.unsure, 0) << describe(r);
}

TEST(Learned, OtherPaperIsNeverReadAsThisBallot) {
  // The same office's ballot for as many other people: same head, same table, only the names tell.
  const OfficeForm twin(contestOf("bch2", 42, 33, ContestKind::Election, 3));
  const PageReading alone = readerOf({&strikes()}, "bch").read(twin.sheet().scan(0, 0.6));
  EXPECT_EQ(alone.page, 0) << "other people's ballot was read: " << describe(alone);
  EXPECT_TRUE(has(alone, Why::NotRegistered));
  const PageReading known = readerOf({&strikes(), &twin}, "bch").read(twin.sheet().scan(0, 0.6));
  EXPECT_TRUE(has(known, Why::OtherContest)) << describe(known);
  EXPECT_TRUE(known.marks.empty());

  const PageReading ours = readerOf({&strikes()}, "bch").read(Sheet(test::strikeOut()).scan());
  EXPECT_TRUE(has(ours, Why::NotRegistered) || has(ours, Why::CodeNotOurs))
      << "a ballot the program prints for another congress: " << describe(ours);
  const PageReading blank = readerOf({&strikes()}, "bch").read(rasterOf(cv::Mat(2339, 1654, CV_8UC1, cv::Scalar(250))));
  EXPECT_TRUE(has(blank, Why::BlankSheet)) << describe(blank);
}

TEST(Learned, TornPagesGoToAPersonAndBothPagesAreToldApart) {
  const Reader reader = readerOf({&manyPages()}, "db");
  for (int page = 0; page < static_cast<int>(manyPages().truth.pages.size()); ++page)
    EXPECT_EQ(reader.read(manyPages().sheet(page).scan(0, -0.7)).page, page + 1);
  Sheet torn = manyPages().sheet(0);
  torn.corner(2, 150, 255);
  const PageReading r = reader.read(torn.scan());
  EXPECT_TRUE(has(r, Why::PageDamaged) || has(r, Why::NotRegistered)) << describe(r);
}

// Regression: the room round a printed square was cut too narrow to see it, the row was read as if nobody had marked there.
TEST(Learned, AMarkBesideAPrintedSquareGoesToAPerson) {
  const OfficeForm office(contestOf("tn", 12, 0, ContestKind::Confidence));
  const Reader reader = readerOf({&office}, "tn");
  const auto& targets = office.truth.pages[0].geometry.targets;
  for (int hand = 0; hand < 12; ++hand) {
    Sheet sheet = office.sheet();
    for (std::size_t row = 0; row + 2 < targets.size(); row += 3) {
      stroke("X beside").draw(sheet, targets[row + static_cast<std::size_t>(hand) % 3].box, hand * 13 + static_cast<int>(row));
      if (row % 2 == 0) stroke("X").draw(sheet, targets[row + static_cast<std::size_t>(hand + 1) % 3].box, hand + static_cast<int>(row));
    }
    const PageReading r = reader.read(sheet.scan(0, 0.3));
    ASSERT_EQ(r.marks.size(), targets.size()) << describe(r);
    for (std::size_t row = 0; row + 2 < targets.size(); row += 3) {
      const MarkReading& m = r.marks[row + static_cast<std::size_t>(hand) % 3];
      EXPECT_EQ(m.state, MarkState::Unsure) << "row " << row / 3 + 1 << " hand " << hand;
    }
  }
}

/// Share of a piece's print that lies on print again when it is moved down by a millimetre.
double sameMovedDown(const PrintPatch& piece) {
  int seen = 0, same = 0;
  for (const auto& spot : piece.print)
    if (spot.y + 8 < piece.height) ++seen, same += piece.printed.at(spot.x, spot.y + 8) >= 96;
  return seen ? static_cast<double>(same) / seen : 1;
}

// Regression: a rule on a scanned blank was taken for a piece to place the page by; it is found anywhere along itself, and the page was placed askew.
TEST(Learned, ABlankFromAScannerPlacesPagesAsWellAsThePdf) {
  const Contest list = contestOf("db", 22, 17);
  OfficeForm scanned(list);
  Sheet blank = scanned.sheet(0, 300);
  const Raster from = blank.scan(0, -0.7);
  Raster raster = from;
  raster.dpi = 300;
  scanned.learned = need(learnBallot(list, {raster}));
  for (const PrintPatch& anchor : makeAnchors(scanned.learned.pages[0].sheet.reference, 210, 297))
    EXPECT_LT(sameMovedDown(anchor), 0.75) << "only a rule is printed at " << anchor.area.x << ", " << anchor.area.y;
  const Reader reader = readerOf({&scanned}, "db");
  for (const double turn : {-0.9, -0.3, 0.4, 1.2}) {
    const PageReading r = reader.read(scanned.sheet().scan(0, turn, 0.995));
    EXPECT_TRUE(r.reasons.empty()) << turn << ": " << describe(r);
    for (const MarkReading& m : r.marks) EXPECT_EQ(m.state, MarkState::None) << turn << " row " << m.candidate + 1 << " " << m.why;
  }
}

// The scan is longer than the page, so that the page does not fill it: its resolution must not be taken from that.
TEST(Learned, ASecondSheetLookingOutFromUnderTheFirstIsNotReadAsOne) {
  const cv::Mat one = strikes().sheet().px();
  cv::Mat both(one.rows + one.rows / 4, one.cols, CV_8UC1, cv::Scalar(255));
  one(cv::Rect(0, one.rows - one.rows / 4 - 200, one.cols, one.rows / 4 + 200))
      .copyTo(both(cv::Rect(0, one.rows - 200, one.cols, one.rows / 4 + 200)));
  one.copyTo(both(cv::Rect(0, 0, one.cols, one.rows)));
  Raster scan = rasterOf(both);
  scan.dpi = 200;
  const PageReading r = readerOf({&strikes()}, "bch").read(scan);
  EXPECT_TRUE(has(r, Why::DoubleFeed)) << describe(r);
  EXPECT_TRUE(r.marks.empty());
}

}  // namespace
}  // namespace kp

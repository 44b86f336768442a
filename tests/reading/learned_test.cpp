// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots an office typed itself, without squares or codes: learned from a blank one, then read by what is printed on them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "office_ballot.h"
#include "scanner/reading/learn_form.h"
#include "scanner/source/page_source.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

const CongressInfo kCongress{"thu",
                             "Đại hội đại biểu Đảng bộ huyện Thử Nghiệm lần thứ III",
                             "ĐẢNG BỘ TỈNH THỬ NGHIỆM",
                             "ĐẢNG BỘ HUYỆN THỬ NGHIỆM",
                             "2025 - 2030",
                             "Thử Nghiệm",
                             "2025-08-01"};

/// `names` invented people; another `salt`, other people.
Contest contestOf(const std::string& id, int names, int seats, ContestKind kind = ContestKind::Election, int salt = 0) {
  static const std::vector<std::string> family{"Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Vũ", "Hoàng", "Bùi", "Ngô", "Đặng", "Huỳnh"},
      middle{"Thị Thanh", "Văn", "Hữu", "Thị", "Quốc", "Đình", "Xuân", "Thị Phương", "Công", "Ngọc Minh"},
      given{"An", "Bích", "Cường", "Dũng", "Hiếu", "Khánh", "Loan", "Nghĩa", "Quỳnh", "Sơn", "Thoa", "Vinh", "Trường"};
  Contest contest;
  contest.id = id, contest.title = "Bầu Ban Chấp hành Đảng bộ huyện", contest.seats = seats, contest.kind = kind;
  for (int i = 0; i < names; ++i) {
    const auto pick = [&](const std::vector<std::string>& list, int step) {
      return list[static_cast<std::size_t>((i + salt) * step + salt) % list.size()];
    };
    contest.candidates.push_back({"c" + std::to_string(i + 1), pick(family, 3) + " " + pick(middle, 7) + " " + pick(given, 5), ""});
  }
  return contest;
}

template <typename T>
T need(Expected<T> value) {
  if (!value) throw std::runtime_error(value.error().what);
  return std::move(*value);
}

Raster blankOf(const std::string& pdf, int page, double dpi = 400) {
  Raster raster = need(renderPdfPage(pdf, page, dpi));
  raster.dpi = dpi;
  return raster;
}

/// A learned office ballot with its reader.
struct Office {
  Contest contest;
  BallotForm truth;  ///< where the office put things
  std::string pdf;
  LearnedBallot learned;

  explicit Office(const Contest& c) : Office(c, usualStyle(c)) {}
  Office(const Contest& c, const OfficeStyle& style) : contest(c), truth(officeBallot(kCongress, c, style)), pdf(officePdf(truth)) {
    std::vector<Raster> blanks;
    for (int i = 0; i < static_cast<int>(truth.pages.size()); ++i) blanks.push_back(blankOf(pdf, i));
    learned = need(learnBallot(contest, blanks));
  }
  ReadingForm readingForm() const {
    ReadingForm form{{contest.id, faceOf(contest), {}}, contestTag(contest), {}};
    for (const LearnedSheet& page : learned.pages) {
      form.form.pages.push_back({page.geometry, {}, {}});
      form.reference.push_back(page.sheet.reference);
      form.learnedNames.push_back(page.names);
    }
    return form;
  }
  Sheet sheet(int page = 0, double dpi = 200) const {
    const Raster r = need(renderPdfPage(pdf, page, dpi));
    return Sheet(cv::Mat(r.height, r.width, CV_8UC1, const_cast<std::uint8_t*>(r.data)).clone(), dpi / 25.4);
  }
};

Reader readerOf(const std::vector<const Office*>& offices, const std::string& expected) {
  std::vector<ReadingForm> forms;
  for (const Office* office : offices) forms.push_back(office->readingForm());
  return Reader(std::move(forms), CodeKey{1}, 7, expected);
}

const Office& strikes() {
  static const Office office(contestOf("bch", 42, 33));
  return office;
}
const Office& boxes() {
  static const Office office(contestOf("btv", 20, 20));
  return office;
}
const Office& manyPages() {
  static const Office office(contestOf("db", 50, 40));
  return office;
}

/// Marks every second target as the office's geometry has it; what must be read, by target of the learned page.
std::vector<MarkState> markEverySecond(Sheet& sheet, const Office& office, int page, const std::string& how) {
  std::vector<MarkState> expect;
  const auto& targets = office.truth.pages[static_cast<std::size_t>(page)].geometry.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    expect.push_back(i % 2 == 0 ? stroke(how).expect : MarkState::None);
    if (i % 2 == 0) stroke(how).draw(sheet, targets[i].box, static_cast<int>(i));
  }
  return expect;
}

bool holds(const RectMm& outer, const RectMm& inner, double room) {
  return inner.x >= outer.x - room && inner.y >= outer.y - room && inner.x + inner.w <= outer.x + outer.w + room &&
         inner.y + inner.h <= outer.y + outer.h + room;
}

/// Each target found lies where the office put it.
void expectFound(const Office& office, const LearnedBallot& learned) {
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
  const Office office(contest, style);
  expectFound(office, office.learned);
  ASSERT_EQ(office.learned.notes.size(), 1U) << "the empty column beside the boxes is worth a look";
  for (const Target& t : office.learned.pages[0].geometry.targets) EXPECT_LT(t.box.w, 7) << "the square, not its cell";
}

TEST(Learn, FindsThemOnATurnedScanOf200DpiToo) {
  for (const Office* office : {&strikes(), &boxes()})
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
    const Office* office;
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
  const Office twin(contestOf("bch2", 42, 33, ContestKind::Election, 3));
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

// Told as a double feed where the page can be placed at all, else as not registered: never read as one sheet.
TEST(Learned, ASecondSheetLookingOutFromUnderTheFirstIsNotReadAsOne) {
  const cv::Mat one = strikes().sheet().px();
  cv::Mat both(one.rows + one.rows / 4, one.cols, CV_8UC1, cv::Scalar(255));
  one(cv::Rect(0, one.rows - one.rows / 4 - 200, one.cols, one.rows / 4 + 200))
      .copyTo(both(cv::Rect(0, one.rows - 200, one.cols, one.rows / 4 + 200)));
  one.copyTo(both(cv::Rect(0, 0, one.cols, one.rows)));
  Raster scan = rasterOf(both);
  scan.dpi = 200;
  const PageReading r = readerOf({&strikes()}, "bch").read(scan);
  EXPECT_TRUE(has(r, Why::DoubleFeed) || has(r, Why::NotRegistered)) << describe(r);
  EXPECT_TRUE(r.marks.empty());
}

}  // namespace
}  // namespace kp

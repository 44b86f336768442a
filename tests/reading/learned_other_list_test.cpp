// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots an office printed from another list than the one counted: its rows are other people's.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <opencv2/core.hpp>

#include "learned_office.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

using namespace test;

const OfficeForm& boxes() {
  static const OfficeForm office(contestOf("btv", 20, 20));
  return office;
}

/// The list the office printed from, other than the one counted.
Contest replaced(Contest list, std::size_t row, const std::string& name) {
  list.candidates[row].name = name;
  return list;
}
Contest swapped(Contest list, std::size_t row, std::size_t other) {
  std::swap(list.candidates[row].name, list.candidates[other].name);
  return list;
}

/// Reads a marked ballot of `printed` by the form of another list.
PageReading readAs(const Reader& reader, const Contest& printed, const std::string& how, double dpi = 200) {
  const BallotForm form = officeBallot(officeCongress(), printed, usualStyle(printed));
  const Raster page = need(renderPdfPage(officePdf(form), 0, dpi));
  Sheet sheet(cv::Mat(page.height, page.width, CV_8UC1, const_cast<std::uint8_t*>(page.data)).clone(), dpi / 25.4);
  markEvery(sheet, form.pages[0].geometry, stroke(how));
  return reader.read(sheet.scan(0, 0.5));
}

/// Nobody's vote may come from row `row`, and somebody must look at the page.
void expectNoVotes(const PageReading& r, const std::vector<std::size_t>& rows, const std::string& what) {
  EXPECT_FALSE(r.reasons.empty()) << what << ": nobody is told; " << describe(r);
  for (const MarkReading& m : r.marks) {
    if (std::count(rows.begin(), rows.end(), m.candidate) == 0) continue;
    EXPECT_EQ(m.state, MarkState::Unsure) << what << ": row " << m.candidate + 1 << " is another person's; " << describe(r);
  }
}

struct OtherList {
  std::string what;
  ContestKind kind;
  int names, seats;
  std::vector<std::string> strokes;
};

class LearnedOtherList : public ::testing::TestWithParam<OtherList> {};

// Regression: a ballot of an older list was read, votes went to whoever stands in that row now.
TEST_P(LearnedOtherList, OneNameReplacedOrTwoSwappedGivesNobodyAVote) {
  const OtherList& p = GetParam();
  const OfficeForm counted(contestOf("x", p.names, p.seats, p.kind));
  const Contest& list = counted.contest;
  const Reader reader = readerOf({&counted}, list.id);
  const std::size_t a = 3, b = 6;  // a row that is not marked and one that is
  const std::string sameFamily = list.candidates[a].name.substr(0, list.candidates[a].name.rfind(' ')) + " Thắng";
  for (const std::string& how : p.strokes) {
    for (const std::size_t row : {a, b})
      expectNoVotes(readAs(reader, replaced(list, row, "Lý Thị Bảo Châu"), how), {row}, how + ", another name");
    expectNoVotes(readAs(reader, replaced(list, a, sameFamily), how), {a}, how + ", another given name");
    expectNoVotes(readAs(reader, swapped(list, a, b), how), {a, b}, how + ", two changed places");
    expectNoVotes(readAs(reader, swapped(list, 0, list.candidates.size() - 1), how), {0, list.candidates.size() - 1},
                  how + ", first and last");
  }
  const PageReading refused = readAs(reader, replaced(list, a, "Lý Thị Bảo Châu"), p.strokes.front(), 300);
  EXPECT_TRUE(has(refused, Why::NotRegistered)) << describe(refused);
  EXPECT_TRUE(refused.marks.empty()) << "a clearly different name: the page is not read";
  ASSERT_FALSE(refused.reasons.empty());
  EXPECT_THAT(refused.reasons.front().detail, ::testing::HasSubstr(std::to_string(a + 1))) << "the row is named";
}
INSTANTIATE_TEST_SUITE_P(Faces, LearnedOtherList,
                         ::testing::Values(OtherList{"strike12", ContestKind::Election, 12, 9, {"straight", "wavy"}},
                                           OtherList{"strike20", ContestKind::Election, 20, 15, {"straight"}},
                                           OtherList{"strike42", ContestKind::Election, 42, 33, {"straight", "pencil"}},
                                           OtherList{"columns12", ContestKind::Election, 12, 12, {"X"}},
                                           OtherList{"columns20", ContestKind::Election, 20, 20, {"X", "tick"}},
                                           OtherList{"confidence15", ContestKind::Confidence, 15, 0, {"X"}},
                                           OtherList{"opinion14", ContestKind::Opinion, 14, 0, {"X"}}),
                         [](const auto& i) { return i.param.what; });

// A row whose name cannot be told goes to a person with its reason; the others are read.
TEST(Learned, ANameThatIsPartlyGoneMakesItsRowUnsureAndThePageSaysWhy) {
  const Reader reader = readerOf({&boxes()}, "btv");
  Sheet sheet = boxes().sheet();
  const auto expect = markEverySecond(sheet, boxes(), 0, "X");
  const RectMm& name = boxes().learned.pages[0].names[4].box;
  sheet.cover({name.x + name.w - 9, name.y - 0.5, 10, name.h + 1});
  const PageReading r = reader.read(sheet.scan());
  ASSERT_EQ(r.marks.size(), 40U) << describe(r);
  ASSERT_TRUE(has(r, Why::PageDamaged)) << describe(r);
  EXPECT_THAT(r.reasons.front().detail, ::testing::HasSubstr("5"));
  for (std::size_t i = 0; i < r.marks.size(); ++i)
    if (r.marks[i].candidate == 4)
      EXPECT_EQ(r.marks[i].why, "name-differs");
    else
      EXPECT_EQ(r.marks[i].state, expect[i]) << i;
}

// Nearly the list counted, and exactly another form's: told as the other contest's.
TEST(Learned, ABallotOfAnotherFormWithOneNameLessIsThatContests) {
  const Contest list = boxes().contest;
  Contest second = replaced(list, 7, "Lý Thị Bảo Châu");
  second.id = "btv2";
  const OfficeForm other(second);
  const PageReading r = readerOf({&boxes(), &other}, "btv").read(other.sheet().scan(0, 0.4));
  EXPECT_TRUE(has(r, Why::OtherContest)) << describe(r);
  EXPECT_EQ(r.contest, "btv2");
}

}  // namespace
}  // namespace kp

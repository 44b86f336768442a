// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "sample_papers.h"

namespace kp {
namespace {

using test::plain;
using test::samplePaper;
using test::settle;
using ::testing::HasSubstr;

PaperData beforeCounting() {
  PaperData d = samplePaper();
  for (auto& v : d.tally.votes) v = {};
  d.tally.valid = d.tally.invalid = 0;
  d.tally.invalidByRule.clear();
  d.passes.clear();
  d.rulings.clear();
  return d;
}

}  // namespace

// Regression: the zero report is printed without the machine, the program or the journal it vouches for.
TEST(ZeroReport, ShowsZeroesMachineProgramAndJournal) {
  const auto paper = zeroReportPaper(beforeCounting());
  ASSERT_TRUE(paper) << paper.error().what;
  const std::string text = plain(*paper);
  for (const char* part : {"Số tờ đã quét hoặc đã nhập | 0 | ", "9 | Đỗ Văn Hiền | 0 | ", "Máy số 1 (KP-LAPTOP-07)", "phiên bản 0.1.0",
                           "3f0a91bc 77d205e4", "NHÂN VIÊN KỸ THUẬT\nVũ Hải Lâm"})
    EXPECT_THAT(text, HasSubstr(part));
}

// Caught: a rehearsal that is graded on the screen and stands on no paper that is signed; a supervisor who is told to sign where there is no place to.
TEST(ZeroReport, SaysHowTheMachineWasRehearsedAndHasAPlaceForTheSupervisor) {
  PaperData d = beforeCounting();
  std::erase_if(d.committee, [](const CommitteeMember& m) { return m.role == Role::Supervisor; });
  d.committee.push_back({"Hoàng Giám", Role::Supervisor});
  d.rehearsal =
      RehearsalLine{"2026-11-23T23:47:10", {"Vũ Hải Lâm"}, "Đã đọc 50 tờ thử, 450 chỗ có thể đánh dấu: không chỗ nào đọc sai", true};
  auto paper = zeroReportPaper(d);
  ASSERT_TRUE(paper) << paper.error().what;
  EXPECT_THAT(plain(*paper), HasSubstr("Lúc 23 giờ 47 phút, ngày 23 tháng 11 năm 2026 (Vũ Hải Lâm)"));
  EXPECT_THAT(plain(*paper), HasSubstr("Đã đọc 50 tờ thử, 450 chỗ có thể đánh dấu: không chỗ nào đọc sai. Máy đọc đạt yêu cầu."));
  EXPECT_THAT(plain(*paper), HasSubstr("NGƯỜI GIÁM SÁT\nHoàng Giám"));
  d.rehearsal->passed = false;
  paper = zeroReportPaper(d);
  ASSERT_TRUE(paper);
  EXPECT_THAT(plain(*paper), HasSubstr("KHÔNG đạt"));
  d.rehearsal.reset();
  paper = zeroReportPaper(d);
  ASSERT_TRUE(paper);
  EXPECT_THAT(plain(*paper), HasSubstr("Chưa chạy thử máy"));
}

// Regression: a zero report is made while something is already counted. Each counter alone must stop it.
TEST(ZeroReport, IsRefusedWhenAnyCounterIsNotZero) {
  const auto refused = [](auto change) {
    PaperData d = beforeCounting();
    change(d);
    const auto paper = zeroReportPaper(d);
    return !paper && paper.error().kind == ErrorKind::Refused ? paper.error().what : std::string();
  };
  EXPECT_THAT(refused([](PaperData& d) { d.tally.valid = 1; }), HasSubstr("“Số phiếu hợp lệ” đang là 1"));
  EXPECT_THAT(refused([](PaperData& d) { d.tally.invalid = 2; }), HasSubstr("là 2"));
  EXPECT_THAT(refused([](PaperData& d) { d.tally.undecided = 3; }), HasSubstr("là 3"));
  EXPECT_THAT(refused([](PaperData& d) { d.tally.votes[4].yes = 4; }), HasSubstr("là 4"));
  EXPECT_THAT(refused([](PaperData& d) { d.tally.votes[4].low = 5; }), HasSubstr("là 5"));
  EXPECT_THAT(refused([](PaperData& d) { d.passes = {{CountPass::Method::Scanned, 1, 6}}; }), HasSubstr("là 6"));
  EXPECT_THAT(refused([](PaperData& d) { d.rulings.resize(7); }), HasSubstr("là 7"));
}

// Regression: the result sheet's ranks or outcomes disagree with the minutes.
TEST(ResultSheet, ShowsEveryRowWithItsRankAndOutcome) {
  PaperData d = samplePaper(4, 2);
  const int votes[] = {180, 300, 180, 20};
  for (std::size_t i = 0; i < 4; ++i) d.tally.votes[i] = {votes[i], d.tally.valid - votes[i]};
  const auto paper = resultSheetPaper(settle(d));
  ASSERT_TRUE(paper) << paper.error().what;
  const std::string text = plain(*paper);
  EXPECT_THAT(
      text,
      HasSubstr(
          "\n1 | Nguyễn Văn An | 180 | 166 | 0 | 51,72 | 2 | Bằng phiếu, chờ Đại hội quyết định | \n2 | Trần Văn Ánh | 300 | 46 | 0 | 86,21 | 1 | Trúng cử | "));
  EXPECT_THAT(text, HasSubstr("\n4 | Phạm Văn Cường | 20 | 326 | 0 | 5,75 | 4 | Không trúng cử | "));
  d.tally.invalid = 0;
  EXPECT_FALSE(resultSheetPaper(settle(d)));
}

// Regression: a poll gets a list of the elected.
TEST(ElectedList, IsRefusedForPolls) {
  PaperData d = samplePaper(3, 2);
  const auto elected = electedPaper(settle(d));
  ASSERT_TRUE(elected);
  EXPECT_THAT(plain(*elected), HasSubstr("Danh sách gồm 2 (hai) đồng chí trúng cử"));
  d.contest.kind = ContestKind::Opinion;
  const auto poll = electedPaper(settle(d));
  ASSERT_FALSE(poll);
  EXPECT_EQ(poll.error().rule, "R-32");
}

// Regression: a ruling is filed without its sheet, its rule or the people who ruled (190-QĐ/TW, Điều 8.2).
TEST(RulingsList, NamesSheetRuleAndPeople) {
  const std::string text = plain(rulingsPaper(samplePaper()));
  EXPECT_THAT(text, HasSubstr("3 (ba) phiếu, trong đó 2 (hai) phiếu không hợp lệ"));
  EXPECT_THAT(
      text,
      HasSubstr("1 | 12 | Không hợp lệ: phiếu bầu thừa số lượng cần bầu | R-08 | Phạm Quốc Trưởng, Lê Thị Hòa | 10:02:11 15/10/2015 | "));
  EXPECT_THAT(text, HasSubstr("2 | 40, 41 | "));
  EXPECT_THAT(text, HasSubstr("Xác định lại dấu: người số 3: không bầu"));
  PaperData none = samplePaper();
  none.rulings.clear();
  EXPECT_THAT(plain(rulingsPaper(none)), HasSubstr("Không có phiếu nào"));
}

// Regression: an entry of the journal is left out in print, or the chain's head is not there to compare.
TEST(PrintedJournal, HasEveryEntryAndTheHead) {
  PaperData d = samplePaper();
  d.journal.push_back({3, "2015-10-15T09:31:00", {"Vũ Hải Lâm"}, "Không đọc được tệp \xE6\x96\x87.jpg.", "cc"});
  const std::string text = plain(journalPaper(d));
  EXPECT_THAT(text, HasSubstr("1 | 07:00:00 15/10/2015 | Vũ Hải Lâm | Tạo tệp đại hội. | aa00bb11cc22 | "));
  EXPECT_THAT(text, HasSubstr("Không đọc được tệp ?.jpg."));
  EXPECT_THAT(
      text,
      HasSubstr(
          "Tổng số dòng: 3 (ba). Mã băm của dòng cuối cùng: 3f0a91bc 77d205e4 aa10cc4e 5b6d7f80 91a2b3c4 d5e6f708 192a3b4c 5d6e7f80."));
}

}  // namespace kp

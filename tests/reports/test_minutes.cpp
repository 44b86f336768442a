// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "election/text.h"
#include "sample_papers.h"

namespace kp {
namespace {

using test::plain;
using test::samplePaper;
using test::settle;
using ::testing::HasSubstr;
using ::testing::Not;

std::string minutesText(const PaperData& d) {
  const auto paper = minutesPaper(d);
  EXPECT_TRUE(paper) << paper.error().what;
  return paper ? plain(*paper) : std::string();
}

Error refusal(const PaperData& d) {
  const auto paper = minutesPaper(d);
  EXPECT_FALSE(paper);
  return paper ? Error{} : paper.error();
}

}  // namespace

// Regression: a field of domain.md §6 is left out or moved, or a figure stands in the wrong place.
TEST(Minutes, SayEverythingInTheOrderOfTheForm) {
  PaperData d = samplePaper();
  const std::string text = minutesText(settle(d));
  const char* const order[] = {
      "BIÊN BẢN\nkiểm phiếu bầu Ban Chấp hành Đảng bộ tỉnh Hà Thượng khóa XVIII\n",
      "Căn cứ Điều lệ Đảng (2011), Điều 12.3; Quyết định 190-QĐ/TW ngày 10/10/2024",
      "ngày 15 tháng 10 năm 2015, tại Hà Thượng, Đại hội đại biểu Đảng bộ tỉnh Hà Thượng lần thứ XVIII, nhiệm kỳ 2015-2020",
      "số lượng cần bầu là 7 (bảy) đồng chí; danh sách bầu cử gồm 9 (chín) đồng chí, số dư 2 (hai) đồng chí.",
      "Danh sách theo thứ tự trên phiếu: 1. Nguyễn Văn An; 2. Trần Văn Ánh",
      "Ban kiểm phiếu gồm 3 (ba) đồng chí, do đồng chí Phạm Quốc Trưởng làm Trưởng ban; các ủy viên: đồng chí Lê Thị Hòa, đồng chí Đỗ Minh Kiên.",
      "Tổng số đại biểu chính thức được triệu tập: 350 (ba trăm năm mươi).",
      "Có mặt: 348 (ba trăm bốn mươi tám); vắng mặt: 2 (hai).",
      "đại biểu vắng mặt suốt thời gian đại hội không có đại biểu dự khuyết thay thế: 2 (hai).",
      "làm căn cứ tính kết quả: 350 - 2 = 348 (ba trăm bốn mươi tám).",
      "từ 175 (một trăm bảy mươi lăm) phiếu trở lên",
      "Số phiếu phát ra: 348",
      "Số phiếu thu về: 348",
      "Số phiếu hợp lệ: 346 (ba trăm bốn mươi sáu) phiếu.",
      "Số phiếu không hợp lệ: 2 (hai) phiếu, gồm:",
      "+ phiếu bầu thừa số lượng cần bầu: 1 (một) phiếu (quy tắc R-08; 244-QĐ/TW, Điều 17.2).",
      "(quy tắc R-18;",
      "TT | Họ và tên | Số phiếu | Tỷ lệ % | \n1 | Nguyễn Văn An | 336 | 96,55 | ",
      "9 | Đỗ Văn Hiền | 17 | 4,89 | ",
      "Danh sách trúng cử\nCăn cứ quy chế bầu cử và kết quả kiểm phiếu, 7 (bảy) đồng chí",
      "7 | Đặng Văn Giang | 330 | 94,83 | ",
      "Phiếu được kiểm 2 (hai) lượt: lượt 1 quét bằng máy, 348 tờ; lượt 2 quét bằng máy, 348 tờ. Kết quả các lượt kiểm giống nhau.",
      "phiên bản 0.1.0, mã băm của tệp chương trình: 9d5e0c3b 7a1f2468",
      "được lập thành 3 (ba) bản",
      "T/M ĐOÀN CHỦ TỊCH",
      "T/M BAN KIỂM PHIẾU\nTRƯỞNG BAN\nPhạm Quốc Trưởng"};
  std::size_t at = 0;
  for (const char* part : order) {
    const auto found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << "missing or out of order: " << part << "\n" << text;
    at = found + 1;
  }
  EXPECT_THAT(text, Not(HasSubstr("đề nghị Đại hội quyết định")));
}

// Regression: "… lần thứ XVIII, nhiệm kỳ 2015 - 2020, nhiệm kỳ 2015-2020" where the congress's name holds its term.
TEST(Minutes, NameTheTermOnce) {
  PaperData d = samplePaper();
  d.congress.name += ", nhiệm kỳ " + d.congress.term;
  const std::string text = minutesText(settle(d));
  const std::string opening = text.substr(text.find("Thực hiện chương trình"), 400);
  EXPECT_EQ(opening.find("nhiệm kỳ"), opening.rfind("nhiệm kỳ")) << opening;
}

// Regression: a pass keyed in by two people is called scanned.
TEST(Minutes, SayWhichPassWasKeyed) {
  PaperData d = samplePaper();
  settle(d);
  d.passes[1].method = CountPass::Method::Keyed;
  EXPECT_THAT(minutesText(d), HasSubstr("lượt 1 quét bằng máy, 348 tờ; lượt 2 do hai người nhập độc lập bằng bàn phím, 348 tờ."));
}

// Regression: the base or the pieces returned changed when the votes were known, and the paper that is signed not saying so.
TEST(Minutes, SayThatFiguresWereChangedAfterBallotsWereRead) {
  PaperData d = samplePaper();
  EXPECT_THAT(minutesText(settle(d)), Not(HasSubstr("sau khi bắt đầu đọc phiếu")));
  d.figuresChanged = {{"2015-10-15T10:05:00", {"Phạm Quốc Trưởng", "Lê Thị Hòa"}}};
  const std::string said =
      "Số liệu đã được sửa 1 (một) lần sau khi bắt đầu đọc phiếu: lúc 10:05:00 15/10/2015, do Phạm Quốc Trưởng, Lê Thị Hòa cùng quyết định.";
  EXPECT_THAT(minutesText(d), HasSubstr(said));
  const auto sheet = resultSheetPaper(d);
  ASSERT_TRUE(sheet) << sheet.error().what;
  EXPECT_THAT(plain(*sheet), HasSubstr(said));
}

// Regressions: the base first entered by one member when the votes were known, without a word; one person who "decided together".
TEST(Minutes, SayWhatWasFirstEnteredAfterBallotsWereReadAndWhoDidItAlone) {
  PaperData d = samplePaper();
  d.figuresChanged = {{"2015-10-15T10:05:00", {"Lê Thị Hòa"}, true}, {"2015-10-15T10:06:00", {"Phạm Quốc Trưởng"}, false}};
  const std::string text = minutesText(settle(d));
  EXPECT_THAT(text, HasSubstr("Có số liệu chỉ được nhập sau khi bắt đầu đọc phiếu: lúc 10:05:00 15/10/2015, do Lê Thị Hòa nhập."));
  EXPECT_THAT(text, HasSubstr("sửa 1 (một) lần sau khi bắt đầu đọc phiếu: lúc 10:06:00 15/10/2015, do Phạm Quốc Trưởng sửa."));
}

// Regression: the elected are listed in ballot order instead of from high to low.
TEST(Minutes, ListTheElectedFromHighToLow) {
  PaperData d = samplePaper(3, 2);
  for (int i = 0; i < 3; ++i) d.tally.votes[static_cast<std::size_t>(i)].yes = i == 2 ? 300 : 180 - i * 100;
  for (auto& v : d.tally.votes) v.no = d.tally.valid - v.yes;
  EXPECT_THAT(minutesText(settle(d)), HasSubstr("\n1 | Lê Văn Bảo | 300 | 86,21 | \n2 | Nguyễn Văn An | 180 | 51,72 | \n"));
}

// Regression: a tie across the last seat is announced as an election, or the congress is not told what to decide.
TEST(Minutes, PutATieBeforeTheCongress) {
  PaperData d = samplePaper(4, 2);
  const int votes[] = {300, 180, 180, 20};
  for (std::size_t i = 0; i < 4; ++i) d.tally.votes[i] = {votes[i], d.tally.valid - votes[i]};
  const std::string text = minutesText(settle(d));
  EXPECT_THAT(text, HasSubstr("1 (một) đồng chí có tên sau đây trúng cử"));
  EXPECT_THAT(text, HasSubstr("Nội dung đề nghị Đại hội quyết định\nCác đồng chí sau có số phiếu bằng nhau"));
  EXPECT_THAT(text, HasSubstr("Trần Văn Ánh (180 phiếu); Lê Văn Bảo (180 phiếu)"));
}

// Regression: empty seats are not mentioned.
TEST(Minutes, PutAShortfallBeforeTheCongress) {
  PaperData d = samplePaper(4, 3);
  for (std::size_t i = 1; i < 4; ++i) d.tally.votes[i] = {100, d.tally.valid - 100};
  EXPECT_THAT(minutesText(settle(d)), HasSubstr("còn thiếu 2 (hai) so với số lượng cần bầu"));
  for (auto& v : d.tally.votes) v = {100, d.tally.valid - 100};
  EXPECT_THAT(minutesText(settle(d)), HasSubstr("Không có đồng chí nào trúng cử"));
}

// Regression: who passed but is beyond the seats is shown as if below half.
TEST(Minutes, SayWhoPassedBeyondTheSeats) {
  PaperData d = samplePaper(4, 2);
  const int votes[] = {200, 190, 180, 20};
  for (std::size_t i = 0; i < 4; ++i) d.tally.votes[i] = {votes[i], d.tally.valid - votes[i]};
  EXPECT_THAT(
      minutesText(settle(d)),
      HasSubstr(
          "quá một nửa nhưng không trúng cử vì đã đủ số lượng cần bầu, lấy từ người nhiều phiếu nhất trở xuống: Lê Văn Bảo (180 phiếu)."));
}

// Regression: an opinion poll's minutes speak of people elected.
TEST(Minutes, OfAnOpinionPollElectNobody) {
  PaperData d = samplePaper(3, 0);
  d.contest.kind = ContestKind::Opinion;
  d.contest.title = "Phiếu xin ý kiến về nhân sự";
  d.tally.votes[1] = {300, 40, 6};
  const std::string text = minutesText(settle(d));
  EXPECT_THAT(text, HasSubstr("kiểm phiếu xin ý kiến về nhân sự"));
  EXPECT_THAT(text, HasSubstr("TT | Họ và tên | Đồng ý | Không đồng ý | Không tính | "));
  EXPECT_THAT(text, HasSubstr("\n2 | Trần Văn Ánh | 300 (86,21 %) | 40 (11,49 %) | 6 | "));
  EXPECT_THAT(text, Not(HasSubstr("Danh sách trúng cử")));
  EXPECT_THAT(text, HasSubstr("không xác định người trúng cử"));
}

// Regression: the three levels of a confidence vote are lost or swapped.
TEST(Minutes, OfAConfidenceVoteShowThreeLevels) {
  PaperData d = samplePaper(2, 0);
  d.contest.kind = ContestKind::Confidence;
  d.contest.title = "Lấy phiếu tín nhiệm đối với Ban Thường vụ";
  for (auto& v : d.tally.votes) v = {0, 0, 1, 300, 40, 5};
  const std::string text = minutesText(settle(d));
  EXPECT_THAT(
      text,
      HasSubstr(
          "TT | Họ và tên | Tín nhiệm cao | Tín nhiệm | Tín nhiệm thấp | Không tính | \n1 | Nguyễn Văn An | 300 (86,21 %) | 40 (11,49 %) | 5 (1,44 %) | 1 | "));
}

// Regression: the minutes come out in English because the operator works in English.
TEST(Minutes, AreVietnameseInAnyLanguage) {
  PaperData d = samplePaper();
  const std::string vietnamese = minutesText(settle(d));
  setLanguage(Language::English);
  const std::string other = minutesText(settle(d));
  setLanguage(Language::Vietnamese);
  EXPECT_EQ(vietnamese, other);
}

// Regression: what nobody entered is left out, so that the secretary has to retype the paper.
TEST(Minutes, LeaveLinesForWhatIsNotKnown) {
  PaperData d = samplePaper();
  d.committee.clear();
  d.congress.place.clear();
  d.congress.date.clear();
  d.number.clear();
  d.program = {};
  d.passes.clear();
  const auto paper = minutesPaper(settle(d));
  ASSERT_TRUE(paper);
  EXPECT_EQ(paper->head.placeAndDate, "...................., ngày ....... tháng ....... năm .......");
  EXPECT_THAT(plain(*paper), HasSubstr("do đồng chí .................... làm Trưởng ban"));
  EXPECT_EQ(std::get<Signatures>(paper->blocks.back()).members.size(), 2u);
}

// Regression: minutes are signed over sums that fail, or the refusal does not say which.
TEST(Minutes, RefuseAFailingSumWithBothSides) {
  PaperData d = samplePaper();
  d.tally.invalid = 1;
  d.figures.returned = 348;
  const Error error = refusal(settle(d));
  EXPECT_EQ(error.kind, ErrorKind::Refused);
  EXPECT_THAT(error.what, HasSubstr("“Phiếu hợp lệ + phiếu không hợp lệ = phiếu thu về” không đúng: bên trái là 347, bên phải là 348"));
}

// Regression: more ballots returned than issued is put to the committee instead of the congress.
TEST(Minutes, RefuseMoreReturnedThanIssuedByR21) {
  PaperData d = samplePaper();
  d.figures.issued = 347;
  const Error error = refusal(settle(d));
  EXPECT_EQ(error.rule, "R-21");
  EXPECT_THAT(error.what, HasSubstr("không rút bớt phiếu"));
}

// Regression: a missing figure is taken for zero.
TEST(Minutes, RefuseMissingFiguresByName) {
  PaperData d = samplePaper();
  settle(d);
  d.figures.issued.reset();
  d.figures.present.reset();
  EXPECT_THAT(refusal(d).what, HasSubstr("còn thiếu số có mặt, số phiếu phát ra"));
}

// Regression: ballots nobody ruled on vanish in the minutes.
TEST(Minutes, RefuseUndecidedBallots) {
  PaperData d = samplePaper();
  d.tally.undecided = 3;
  settle(d);
  EXPECT_THAT(refusal(d).what, HasSubstr("còn 3 phiếu chưa được Ban kiểm phiếu kết luận"));
}

// Regression: a second count that differs is passed over.
TEST(Minutes, RefusePassesThatDisagree) {
  PaperData d = samplePaper();
  d.passesAgree = false;
  EXPECT_EQ(refusal(settle(d)).rule, "R-36");
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The words above the table. A ballot is a Vietnamese document whatever language the program speaks, so they are not in tr().
#include <algorithm>
#include <cstdio>

#include "ballot/font_metrics.h"
#include "ballot/layout_parts.h"
#include "election/text.h"

namespace kp::layout {
namespace {

constexpr double kLeading = 1.22;      // line pitch over font size: marks of one line stay clear of the line above
constexpr double kFirstBaseline = 17;  // 9 mm edge, capitals with marks, and a little air
constexpr double kTitleBaseline = 41;  // under the place and date
const char* const kMotto = "ĐẢNG CỘNG SẢN VIỆT NAM";

double pitch(double sizePt) { return sizePt * kMmPerPt * kLeading; }

Error tooLong(const std::string& text) {
  return {ErrorKind::BadInput, trf("Không in được dòng “{0}”: có từ quá dài hoặc quá nhiều chữ. Hãy viết gọn lại.",
                                   "The line “{0}” cannot be printed: a word or the text is too long. Shorten it.", text)};
}

struct Writer {
  Block block;
  std::optional<Error> error{};

  // Writes wrapped, centred lines, the first on `baseline`; returns the baseline of the last.
  double write(const std::string& text, double centre, double width, double baseline, double sizePt, FontStyle style) {
    const auto lines = wrap(text, width, sizePt, style);
    if (!lines) {
      if (!error) error = tooLong(text);
      return baseline;
    }
    for (std::size_t i = 0; i < lines->size(); ++i) {
      if (i > 0) baseline += pitch(sizePt);
      block.texts.push_back(centred(centre, baseline, sizePt, style, (*lines)[i]));
      block.bottom = std::max(block.bottom, baseline + depthMm(sizePt, style));
    }
    return baseline;
  }
};

// Day and month as 36-HD/VPTW writes them: days below 10 and the months January and February with a leading zero.
std::string dateLine(const CongressInfo& congress) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(congress.date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return congress.place;
  const auto padded = [](int n, int below) { return (n < below ? "0" : "") + std::to_string(n); };
  const std::string date = "ngày " + padded(day, 10) + " tháng " + padded(month, 3) + " năm " + std::to_string(year);
  return congress.place.empty() ? date : congress.place + ", " + date;
}

std::string kindTitle(const Contest& contest) {
  if (contest.kind == ContestKind::Opinion) return "PHIẾU XIN Ý KIẾN";
  if (contest.kind == ContestKind::Confidence) return "PHIẾU LẤY Ý KIẾN TÍN NHIỆM";
  return "PHIẾU BẦU CỬ";
}

std::string numberLine(const Contest& contest) {
  const std::string names = std::to_string(contest.candidates.size());
  if (contest.kind != ContestKind::Election) return "Danh sách gồm " + names + " đồng chí";
  const std::string seats = "Số lượng bầu: " + std::to_string(contest.seats) + " đồng chí";
  return faceOf(contest) == Face::StrikeOut ? seats + ", trong danh sách " + names + " đồng chí" : seats;
}

std::string instruction(const Contest& contest) {
  const bool one = contest.candidates.size() == 1;
  switch (faceOf(contest)) {
    case Face::StrikeOut: return "(Không bầu ai thì gạch giữa cả họ và tên của người đó)";
    case Face::Columns: return one ? "(Đánh dấu X vào một trong hai ô)" : "(Ở mỗi dòng, đánh dấu X vào một trong hai ô)";
    case Face::Confidence: break;
  }
  return one ? "(Đánh dấu X vào một trong ba ô)" : "(Ở mỗi dòng, đánh dấu X vào một trong ba ô)";
}

std::string congressLine(const CongressInfo& congress) {
  const bool said = congress.term.empty() || congress.name.find(congress.term) != std::string::npos;
  return said ? congress.name : congress.name + ", nhiệm kỳ " + congress.term;
}

std::string contestLine(const Contest& contest) {
  return contest.round > 1 ? contest.title + " (bầu lần thứ " + std::to_string(contest.round) + ")" : contest.title;
}

// The upper left: the body above, the body that issues the ballot, and the star under which the seal is set.
double leftBlock(Writer& out, const Paper& paper, const CongressInfo& congress) {
  const double centre = (paper.left + paper.leftBlockRight) / 2, width = paper.leftBlockRight - paper.left;
  double y = kFirstBaseline;
  if (!congress.superior.empty() && congress.superior != kMotto)
    y = out.write(congress.superior, centre, width, y, paper.blockPt, FontStyle::Regular) + pitch(paper.blockPt);
  if (!congress.issuer.empty()) y = out.write(congress.issuer, centre, width, y, paper.blockPt, FontStyle::Bold) + pitch(paper.blockPt);
  return out.write("*", centre, width, y, paper.blockPt, FontStyle::Regular);
}

// The upper right: the motto over a rule of its own length, and place and date.
double rightBlock(Writer& out, const Paper& paper, const CongressInfo& congress) {
  const double centre = (paper.rightBlockLeft + paper.rightBlockRight) / 2, width = paper.rightBlockRight - paper.rightBlockLeft;
  double y = out.write(kMotto, centre, width, kFirstBaseline, paper.mottoPt, FontStyle::Bold);
  const double half = textWidthMm(kMotto, paper.mottoPt, FontStyle::Bold) / 2;
  y += depthMm(paper.mottoPt, FontStyle::Bold) + 0.8;
  out.block.lines.push_back({centre - half, y, centre + half, y, 0.25});
  y += topMm(paper.blockPt, FontStyle::Italic) + 1.6;
  const std::string date = dateLine(congress);
  const bool tight = textWidthMm(date, paper.blockPt, FontStyle::Italic) > width;
  return out.write(date, centre, width, y, paper.blockPt - (tight ? 1 : 0), FontStyle::Italic);
}

}  // namespace

Expected<Block> firstHead(const Paper& paper, const CongressInfo& congress, const Contest& contest, double air) {
  Writer out;
  const double upper = std::max(leftBlock(out, paper, congress), rightBlock(out, paper, congress));
  const double centre = paper.width / 2, width = paper.headWidth;
  double y = std::max(kTitleBaseline, upper + pitch(paper.titlePt) + 2) + 20 * air;
  y = out.write(kindTitle(contest), centre, width, y, paper.titlePt, FontStyle::Bold);
  y = out.write(contestLine(contest), centre, width, y + pitch(paper.blockPt) + 1.5 * air, paper.blockPt, FontStyle::Bold);
  if (!congress.name.empty())
    y = out.write(congressLine(congress), centre, width, y + pitch(paper.bodyPt) + 1.5 * air, paper.bodyPt, FontStyle::Regular);
  y = out.write(numberLine(contest), centre, width, y + pitch(paper.bodyPt) + 1 + 6 * air, paper.bodyPt, FontStyle::Bold);
  out.write(instruction(contest), centre, width, y + pitch(paper.bodyPt) + air, paper.bodyPt, FontStyle::Italic);
  out.block.bottom += 4 * air;
  if (out.error) return tl::unexpected<Error>(*out.error);
  return out.block;
}

Expected<Block> laterHead(const Paper& paper, const CongressInfo& congress, const Contest& contest) {
  Writer out;
  const double upper = leftBlock(out, paper, congress);
  const double centre = paper.width / 2, width = paper.headWidth;
  double y = std::max(kTitleBaseline, upper + pitch(paper.titlePt) + 2);
  y = out.write(kindTitle(contest) + " (tiếp theo)", centre, width, y, paper.titlePt, FontStyle::Bold);
  y = out.write(contestLine(contest), centre, width, y + pitch(paper.blockPt), paper.blockPt, FontStyle::Bold);
  out.write(instruction(contest), centre, width, y + pitch(paper.bodyPt), paper.bodyPt, FontStyle::Italic);
  if (out.error) return tl::unexpected<Error>(*out.error);
  return out.block;
}

TextRun pageNumber(const Paper& paper, int page, int pages) {
  return centred(paper.width / 2, paper.height - kEdge - 3, paper.bodyPt - 1, FontStyle::Regular,
                 "Trang " + std::to_string(page) + "/" + std::to_string(pages));
}

}  // namespace kp::layout

// SPDX-License-Identifier: GPL-3.0-or-later
#include "office_ballot.h"

#include <algorithm>
#include <stdexcept>

#include "ballot/code_payload.h"
#include "ballot/font_metrics.h"
#include "reports/pdf/ballot_pdf.h"

namespace kp::test {
namespace {

constexpr double kRule = 0.18, kMark = 6.0;

void text(FormPage& page, double x, double baseline, double pt, FontStyle style, const std::string& t) {
  page.texts.push_back({x, baseline, pt, style, t});
}
void centred(FormPage& page, double x, double baseline, double pt, FontStyle style, const std::string& t) {
  text(page, x - textWidthMm(t, pt, style) / 2, baseline, pt, style, t);
}

void head(FormPage& page, const CongressInfo& congress, const Contest& contest, const OfficeStyle& s) {
  centred(page, 62, 24, 12, FontStyle::Regular, congress.superior);
  centred(page, 62, 30, 12, FontStyle::Bold, congress.issuer);
  centred(page, 150, 24, 13, FontStyle::Bold, "ĐẢNG CỘNG SẢN VIỆT NAM");
  centred(page, 150, 32, 12, FontStyle::Italic, congress.place + ", ngày 01 tháng 8 năm 2025");
  centred(page, 105, 54, 16, FontStyle::Bold, s.title);
  centred(page, 105, 62, 13, FontStyle::Bold, contest.title);
  centred(page, 105, 69, 13, FontStyle::Regular, "Nhiệm kỳ " + congress.term);
  text(page, s.left, 79, 12, FontStyle::Italic, "Số lượng bầu: " + std::to_string(contest.seats) + " đồng chí");
}

std::vector<std::string> headings(Face face) {
  if (face == Face::Columns) return {"Đồng ý", "Không đồng ý"};
  if (face == Face::Confidence) return {"Cao", "Trung bình", "Thấp"};
  return {};
}

struct Table {
  double left, top, right, numberRight, nameRight, boxWidth;
  double boxMiddle(std::size_t i) const { return nameRight + boxWidth * (static_cast<double>(i) + 0.5); }
};

void row(FormPage& page, const Table& t, double y, const OfficeStyle& s, const Contest& contest, std::size_t candidate, Face face) {
  const double baseline = y + s.rowHeight * 0.66;
  const std::string number = std::to_string(candidate + 1), &name = contest.candidates[candidate].name;
  centred(page, (t.left + t.numberRight) / 2, baseline, s.sizePt, FontStyle::Regular, number);
  text(page, t.numberRight + 2, baseline, s.sizePt, FontStyle::Regular, name);
  const double top = topMm(s.sizePt, FontStyle::Regular);
  if (face == Face::StrikeOut) {
    const RectMm box{t.numberRight + 2, baseline - top, textWidthMm(name, s.sizePt, FontStyle::Regular),
                     top + depthMm(s.sizePt, FontStyle::Regular)};
    page.geometry.targets.push_back({candidate, Field::Name, box, {box}});
    return;
  }
  const auto& fields = fieldsOf(face);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const RectMm box{t.boxMiddle(i) - kMark / 2, y + (s.rowHeight - kMark) / 2, kMark, kMark};
    page.geometry.targets.push_back({candidate, fields[i], box, {}});
    if (!s.squares) continue;
    const double a = 0.15;  // half the line
    page.lines.push_back({box.x, box.y + a, box.x + box.w, box.y + a, 0.3});
    page.lines.push_back({box.x, box.y + box.h - a, box.x + box.w, box.y + box.h - a, 0.3});
    page.lines.push_back({box.x + a, box.y, box.x + a, box.y + box.h, 0.3});
    page.lines.push_back({box.x + box.w - a, box.y, box.x + box.w - a, box.y + box.h, 0.3});
  }
}

/// One table of `count` rows from `first`.
double table(FormPage& page, double left, double width, double top, const OfficeStyle& s, const Contest& contest, std::size_t first,
             std::size_t count) {
  const Face face = faceOf(contest);
  const auto heads = headings(face);
  const double remarks = s.remarks ? 22 : 0;
  Table t{left,      top, left + width, left + s.numberWidth, left + width - remarks - s.boxWidth * static_cast<double>(heads.size()),
          s.boxWidth};
  double y = top;
  std::vector<double> across{y};
  if (s.header) {
    centred(page, (t.left + t.numberRight) / 2, y + 6, 12, FontStyle::Bold, "TT");
    centred(page, (t.numberRight + t.nameRight) / 2, y + 6, 12, FontStyle::Bold, "Họ và tên");
    for (std::size_t i = 0; i < heads.size(); ++i) centred(page, t.boxMiddle(i), y + 6, 10, FontStyle::Bold, heads[i]);
    if (s.remarks) centred(page, t.right - remarks / 2, y + 6, 12, FontStyle::Bold, "Ghi chú");
    y += 9.5;
    across.push_back(y);
  }
  for (std::size_t i = 0; i < count; ++i, y += s.rowHeight) {
    row(page, t, y, s, contest, first + i, face);
    across.push_back(y + s.rowHeight);
  }
  for (const double at : across) page.lines.push_back({t.left, at, t.right, at, kRule});
  std::vector<double> down{t.left, t.numberRight, t.nameRight, t.right};
  for (std::size_t i = 1; i <= heads.size(); ++i) down.push_back(t.nameRight + s.boxWidth * static_cast<double>(i));
  for (const double at : down) page.lines.push_back({at, top, at, y, kRule});
  return y;
}

}  // namespace

OfficeStyle usualStyle(const Contest& contest) {
  OfficeStyle style;
  const std::size_t n = contest.candidates.size();
  const Face face = faceOf(contest);
  if (face == Face::StrikeOut && n > 22 && n <= 44) style.across = 2, style.left = 18, style.numberWidth = 10, style.rowHeight = 8;
  if (face == Face::Confidence) style.boxWidth = 20;
  style.squares = face == Face::Confidence;
  if (face == Face::Columns) style.title = "PHIẾU BẦU";
  return style;
}

BallotForm officeBallot(const CongressInfo& congress, const Contest& contest, const OfficeStyle& s) {
  BallotForm form{contest.id, faceOf(contest), {}};
  const std::size_t n = contest.candidates.size();
  for (std::size_t first = 0; first < n;) {
    FormPage page;
    page.geometry.page = static_cast<int>(form.pages.size()) + 1;
    const bool later = !form.pages.empty();
    if (!later) head(page, congress, contest, s);
    const double width = 210 - 2 * s.left, gap = s.across > 1 ? 6 : 0, each = (width - gap * (s.across - 1)) / s.across;
    double bottom = 0;
    for (int k = 0; k < s.across && first < n; ++k) {
      const std::size_t room = static_cast<std::size_t>(later ? s.rowsLater : s.rowsOnFirst), left = n - first;
      const std::size_t count = s.across > 1
                                    ? std::min(left, (n + static_cast<std::size_t>(s.across) - 1) / static_cast<std::size_t>(s.across))
                                    : std::min(room, left);
      bottom = std::max(bottom, table(page, s.left + k * (each + gap), each, later ? 68 : s.top, s, contest, first, count));
      first += count;
    }
    if (later)
      centred(page, 105, 54, 13, FontStyle::Bold, contest.title + " (tiếp theo)"),
          text(page, s.left, 62, 11, FontStyle::Italic, "Trang " + std::to_string(page.geometry.page));
    if (first >= n && bottom < 268) centred(page, 150, bottom + 9, 12, FontStyle::Italic, "(Gạch tên hoặc đánh dấu theo hướng dẫn)");
    form.pages.push_back(std::move(page));
  }
  return form;
}

std::string officePdf(const BallotForm& form) {
  // The PDF writer wants a text for each page's code; it prints none where the geometry has no place for one.
  std::vector<std::string> codes;
  for (const FormPage& page : form.pages)
    codes.push_back(encode({1, 2, 3, page.geometry.page, static_cast<int>(form.pages.size()), {}}, CodeKey{}));
  auto pdf = ballotPdf(form, {codes});
  if (!pdf) throw std::runtime_error(pdf.error().what);
  return *pdf;
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the table of one page: rules, numbers, names, squares, and the targets the reader will look at.
#include <algorithm>
#include <cmath>

#include "ballot/font_metrics.h"
#include "ballot/layout_parts.h"

namespace kp::layout {
namespace {

const char* label(Field field) {
  switch (field) {
    case Field::Approve: return "Đồng ý";
    case Field::Disapprove: return "Không đồng ý";
    case Field::High: return "Tín nhiệm cao";
    case Field::Medium: return "Tín nhiệm";
    case Field::Low: return "Tín nhiệm thấp";
    case Field::Name: break;
  }
  return "Họ và tên";
}

// A cell's lines of text, centred both ways.
void putCentred(FormPage& out, const RectMm& cell, const std::vector<std::string>& lines, double sizePt, FontStyle style) {
  const double top = topMm(sizePt, style), line = top + depthMm(sizePt, style);
  double y = cell.y + (cell.h - line * static_cast<double>(lines.size())) / 2 + top;
  for (const auto& text : lines) {
    out.texts.push_back(centred(cell.x + cell.w / 2, y, sizePt, style, text));
    y += line;
  }
}

void putHeader(const Columns& c, double left, double top, double height, double sizePt, FormPage& out) {
  putCentred(out, {left, top, c.numberWidth, height}, {"STT"}, sizePt, FontStyle::Bold);
  putCentred(out, {left + c.numberWidth, top, c.nameWidth, height}, {label(Field::Name)}, sizePt, FontStyle::Bold);
  for (std::size_t b = 0; b < c.boxes.size(); ++b) {
    const double centre = left + c.numberWidth + c.nameWidth + c.boxMargin + c.boxPitch * static_cast<double>(b);
    const double width = c.boxPitch - 1;
    const auto lines = wrap(label(c.boxes[b]), width, sizePt, FontStyle::Bold);
    if (lines) putCentred(out, {centre - width / 2, top, width, height}, *lines, sizePt, FontStyle::Bold);
  }
}

void putName(const NameSetting& name, std::size_t candidate, const RectMm& cell, bool isTarget, FormPage& out) {
  const double top = topMm(name.sizePt, FontStyle::Regular), line = top + depthMm(name.sizePt, FontStyle::Regular);
  const double count = static_cast<double>(name.lines.size());
  double y = cell.y + (cell.h - count * line - (count - 1) * kLineGap) / 2;
  Target target{candidate, Field::Name, {cell.x + kNameIndent, y, 0, count * line + (count - 1) * kLineGap}, {}};
  for (const auto& text : name.lines) {
    const TextRun run{cell.x + kNameIndent, y + top, name.sizePt, FontStyle::Regular, text};
    target.lines.push_back(boxOf(run));
    target.box.w = std::max(target.box.w, target.lines.back().w);
    out.texts.push_back(run);
    y += line + kLineGap;
  }
  if (isTarget) out.geometry.targets.push_back(std::move(target));
}

void putSquare(std::size_t candidate, Field field, double centreX, double centreY, FormPage& out) {
  const RectMm box{centreX - kSquare / 2, centreY - kSquare / 2, kSquare, kSquare};
  const double in = kSquareLine / 2, right = box.x + box.w, low = box.y + box.h;
  out.lines.push_back({box.x, box.y + in, right, box.y + in, kSquareLine});
  out.lines.push_back({box.x, low - in, right, low - in, kSquareLine});
  out.lines.push_back({box.x + in, box.y, box.x + in, low, kSquareLine});
  out.lines.push_back({right - in, box.y, right - in, low, kSquareLine});
  out.geometry.targets.push_back({candidate, field, box, {}});
}

void putRow(const TablePlan& plan, std::size_t candidate, const RectMm& row, FormPage& out) {
  const Columns& c = plan.columns;
  putCentred(out, {row.x, row.y, c.numberWidth, row.h}, {std::to_string(candidate + 1)}, kNamePt, FontStyle::Regular);
  putName(plan.names[candidate], candidate, {row.x + c.numberWidth, row.y, c.nameWidth, row.h}, c.boxes.empty(), out);
  for (std::size_t b = 0; b < c.boxes.size(); ++b) {
    const double centre = row.x + c.numberWidth + c.nameWidth + c.boxMargin + c.boxPitch * static_cast<double>(b);
    putSquare(candidate, c.boxes[b], centre, row.y + row.h / 2, out);
  }
}

void putVerticals(const Columns& c, double left, double top, double bottom, FormPage& out) {
  std::vector<double> xs{left, left + c.numberWidth, left + c.width};
  if (!c.boxes.empty()) xs.push_back(left + c.numberWidth + c.nameWidth);
  for (std::size_t b = 1; b < c.boxes.size(); ++b)
    xs.push_back(left + c.numberWidth + c.nameWidth + c.boxMargin + c.boxPitch * (static_cast<double>(b) - 0.5));
  for (const double x : xs) out.lines.push_back({x, top, x, bottom, kRule});
}

}  // namespace

void drawTable(const TablePlan& plan, std::size_t page, double top, double headerPt, FormPage& out) {
  const Columns& c = plan.columns;
  const PageRows rows = plan.pages[page];
  const std::size_t across = static_cast<std::size_t>(c.across), perTable = (rows.count + across - 1) / across;
  for (std::size_t t = 0; t * perTable < rows.count; ++t) {
    const double left = c.left + static_cast<double>(t) * c.width;
    const auto rule = [&](double y) { out.lines.push_back({left - kRule / 2, y, left + c.width + kRule / 2, y, kRule}); };
    rule(top);
    putHeader(c, left, top, plan.headerHeight, headerPt, out);
    double y = top + plan.headerHeight;
    rule(y);
    const std::size_t begin = rows.first + t * perTable, end = std::min(begin + perTable, rows.first + rows.count);
    for (std::size_t i = begin; i < end; ++i) {
      const double height = leastRow(plan, i) + plan.stretch;
      putRow(plan, i, {left, y, c.width, height}, out);
      y += height;
      rule(y);
    }
    putVerticals(c, left, top, y, out);
  }
}

}  // namespace kp::layout

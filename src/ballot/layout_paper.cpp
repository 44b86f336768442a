// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "ballot/font_metrics.h"
#include "ballot/layout_parts.h"
#include "election/text.h"

namespace kp::layout {
namespace {

constexpr double kTableInset = 15;  // from the paper's side: 3 mm clear of the squares, also for a mark that leaves the table

Paper withMarks(Paper paper, double upper, double middle) {
  const double right = paper.width - kEdge - kFiducial;
  for (const double y : {upper, middle, paper.height - kEdge - kFiducial})
    for (const double x : {kEdge, right}) paper.fiducials.push_back({x, y, kFiducial, kFiducial});
  // Opposite corners: a torn corner or a stamp never takes both. None in the upper left, where the seal stands.
  paper.codes.push_back({paper.width - kEdge - kCode, kEdge, kCode, kCode});
  paper.codes.push_back({kTableInset, paper.height - kEdge - kCode, kCode, kCode});
  paper.left = kTableInset;
  paper.right = paper.width - kTableInset;
  paper.bottom = paper.codes[1].y - kQuiet - kRule;
  paper.rightBlockRight = paper.codes[0].x - kQuiet;
  return paper;
}

bool isDash(std::string_view word) { return word == "-" || word == "–"; }

// The words of a text; a dash and the words beside it stay together.
std::vector<std::string> unbroken(const std::string& text) {
  std::vector<std::string> words;
  bool joinNext = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, space - at);
    at = space + 1;
    if (word.empty()) continue;
    const bool dash = isDash(word);
    if ((joinNext || dash) && !words.empty())
      words.back() += " " + word;
    else
      words.push_back(word);
    joinNext = dash;
  }
  return words;
}

std::optional<std::vector<std::string>> fill(const std::vector<std::string>& words, double maxWidth, double sizePt, FontStyle style) {
  std::vector<std::string> lines;
  for (const auto& word : words) {
    if (textWidthMm(word, sizePt, style) > maxWidth) return std::nullopt;
    const bool fits = !lines.empty() && textWidthMm(lines.back() + " " + word, sizePt, style) <= maxWidth;
    if (fits)
      lines.back() += " " + word;
    else
      lines.push_back(word);
  }
  return lines;
}

}  // namespace

Expected<Paper> paperOf(const std::string& name) {
  Paper paper{};
  if (name == "A4") {
    paper.width = 210, paper.height = 297, paper.tableTop = 63;
    paper.leftBlockRight = 96, paper.rightBlockLeft = 100;
    paper.mottoPt = 15, paper.blockPt = 14, paper.titlePt = 16, paper.bodyPt = 13, paper.headerPt = 12.5, paper.headWidth = 160;
    return withMarks(paper, 66, 178);
  }
  if (name == "A5") {
    paper.width = 148, paper.height = 210, paper.tableTop = 61;
    paper.leftBlockRight = 61, paper.rightBlockLeft = 63;
    paper.mottoPt = 11, paper.blockPt = 11, paper.titlePt = 14, paper.bodyPt = 11.5, paper.headerPt = 11.5, paper.headWidth = 114;
    return withMarks(paper, 62, 130);
  }
  return fail(ErrorKind::BadInput,
              trf("Khổ giấy “{0}” không dùng được. Hãy chọn A4 hoặc A5.", "Paper “{0}” cannot be used. Choose A4 or A5.", name));
}

TextRun centred(double centre, double baseline, double sizePt, FontStyle style, std::string text) {
  const double x = centre - textWidthMm(text, sizePt, style) / 2;
  return {x, baseline, sizePt, style, std::move(text)};
}

std::optional<std::vector<std::string>> wrap(const std::string& text, double maxWidth, double sizePt, FontStyle style) {
  const auto words = unbroken(text);
  auto lines = fill(words, maxWidth, sizePt, style);
  // Lines of about the same length read as one text; a last word alone looks like something else.
  for (double width = maxWidth - 1; lines && lines->size() > 1 && width > 0; width -= 1) {
    auto evener = fill(words, width, sizePt, style);
    if (!evener || evener->size() > lines->size()) break;
    lines = std::move(evener);
  }
  return lines;
}

}  // namespace kp::layout

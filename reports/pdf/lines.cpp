// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/pieces.h"

namespace kp::typeset {
namespace {

/// The longest start of `word` that fits, at least one character, never inside one.
std::string fittingStart(const std::string& word, double width, double sizePt, FontStyle style) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < word.size();) {
    std::size_t next = i + 1;
    while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0) == 0x80) ++next;
    if (end > 0 && textWidthMm(word.substr(0, next), sizePt, style) > width) break;
    end = i = next;
  }
  return word.substr(0, end);
}

}  // namespace

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> list;
  std::string word;
  for (char c : text + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      list.push_back(std::move(word));
      word.clear();
    }
  }
  return list;
}

std::vector<std::string> breakLines(const std::string& text, double firstWidth, double width, double sizePt, FontStyle style) {
  std::vector<std::string> lines;
  std::string line;
  const auto room = [&] { return lines.empty() ? firstWidth : width; };
  for (std::string word : words(text)) {
    const std::string longer = line.empty() ? word : line + " " + word;
    if (textWidthMm(longer, sizePt, style) <= room()) {
      line = longer;
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    while (textWidthMm(word, sizePt, style) > room()) {
      const std::string start = fittingStart(word, room(), sizePt, style);
      if (start.size() == word.size()) break;
      lines.push_back(start);
      word.erase(0, start.size());
    }
    line = word;
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

TextRun centred(double centre, double baseline, double sizePt, FontStyle style, const std::string& text) {
  return {centre - textWidthMm(text, sizePt, style) / 2, baseline, sizePt, style, text};
}

}  // namespace kp::typeset

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "reports/pdf/pieces.h"

namespace kp::typeset {
namespace {

const std::string kGlue = "\u00A0";  // a space at which no line is broken; printed as a plain one

/// `text` with plain spaces only.
std::string loose(std::string text) {
  for (auto at = text.find(kGlue); at != std::string::npos; at = text.find(kGlue, at)) text.replace(at, kGlue.size(), " ");
  return text;
}

bool isListNumber(const std::string& word) {
  return word.size() > 1 && word.back() == '.' &&
         std::all_of(word.begin(), word.end() - 1, [](unsigned char c) { return c >= '0' && c <= '9'; });
}

/// "XIV", "XVIII," – a number in Roman digits, alone or before a comma, semicolon or full stop.
bool isRoman(std::string word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == '.' || word.back() == ':')) word.pop_back();
  return !word.empty() && word.find_first_not_of("IVXLC") == std::string::npos;
}

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

std::string glued(const std::string& text) {
  std::string out, before;
  for (const std::string& word : words(text)) {
    const bool together = isListNumber(before) || isRoman(word) || before == "Điều";
    if (!out.empty()) out += together ? kGlue : " ";
    out += word;
    before = word;
  }
  return out;
}

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
  std::vector<std::string> parts;
  for (const std::string& word : words(text)) {
    const std::string plain = loose(word);
    if (textWidthMm(plain, sizePt, style) <= std::min(firstWidth, width))
      parts.push_back(plain);
    else
      for (std::string& part : words(plain)) parts.push_back(std::move(part));  // what was kept together does not fit together
  }
  for (std::string& word : parts) {
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

std::vector<std::string> evenLines(const std::string& text, double width, double sizePt, FontStyle style) {
  constexpr double step = 1;  // mm
  auto best = breakLines(text, width, width, sizePt, style);
  double widest = width / 2;  // narrower than its longest word no text is set
  for (const std::string& word : words(text)) widest = std::max(widest, textWidthMm(word, sizePt, style));
  for (double narrower = width - step; best.size() > 1 && narrower >= widest; narrower -= step) {
    auto lines = breakLines(text, narrower, narrower, sizePt, style);
    if (lines.size() != best.size()) break;
    best = std::move(lines);
  }
  return best;
}

TextRun centred(double centre, double baseline, double sizePt, FontStyle style, const std::string& text) {
  return {centre - textWidthMm(text, sizePt, style) / 2, baseline, sizePt, style, text};
}

}  // namespace kp::typeset

// SPDX-License-Identifier: GPL-3.0-or-later
// Where the lines of a title end. A title is a few words in large letters: a line that ends inside "ĐẢNG BỘ" or inside the name of a place looks like a mistake.
#include <algorithm>
#include <array>
#include <limits>

#include "reports/pdf/pieces.h"
#include "reports/wording.h"

namespace kp::typeset {
namespace {

/// Costs of ending a line, in the units of one line more: a fourth line is better than a torn name, a torn name better than two lines more.
constexpr double kLine = 30, kInsideTerm = 60, kInsideName = 40, kPlain = 8, kAfterUnit = 14, kAtPause = 0;
/// Cost of a line left wholly empty beside the longest; small, it only decides between equals.
constexpr double kRagged = 6;
/// Cost of a word wider than the line: there is no better place for it.
constexpr double kTooWide = 500;

/// Terms of Party documents that are read as one word.
const std::vector<std::vector<std::string>>& terms() {
  static const std::vector<std::vector<std::string>> list = [] {
    const std::array<const char*, 40> texts = {
        "ĐẢNG CỘNG SẢN", "VIỆT NAM",       "ĐẢNG BỘ",       "ĐẢNG ỦY",        "CHI BỘ",          "CHI ỦY",    "CẤP ỦY",     "ĐẠI HỘI",
        "ĐẠI BIỂU",      "HỘI NGHỊ",       "BAN CHẤP HÀNH", "BAN THƯỜNG VỤ",  "ỦY BAN KIỂM TRA", "BÍ THƯ",    "PHÓ BÍ THƯ", "CHỦ NHIỆM",
        "ĐOÀN CHỦ TỊCH", "BAN KIỂM PHIẾU", "THÀNH PHỐ",     "THỊ XÃ",         "THỊ TRẤN",        "ĐẶC KHU",   "LẦN THỨ",    "NHIỆM KỲ",
        "TOÀN QUỐC",     "TRUNG ƯƠNG",     "KIỂM PHIẾU",    "TRÚNG CỬ",       "KẾT QUẢ",         "TÍN NHIỆM", "Ý KIẾN",     "NHÂN SỰ",
        "ĐỒNG CHÍ",      "QUÂN SỰ",        "CÔNG AN",       "TRƯỜNG ĐẠI HỌC", "BỆNH VIỆN",       "CÔNG TY",   "DANH SÁCH",  "SỐ LIỆU"};
    std::vector<std::vector<std::string>> split;
    split.reserve(texts.size());
    for (const char* text : texts) split.push_back(words(text));
    return split;
  }();
  return list;
}

bool oneOf(const std::string& word, std::initializer_list<const char*> list) {
  return std::any_of(list.begin(), list.end(), [&](const char* one) { return word == one; });
}

/// What it costs to end a line before word `at`, by the words in capitals.
std::vector<double> breakCosts(const std::vector<std::string>& upper) {
  std::vector<double> cost(upper.size(), kPlain);
  bool inName = false;  // behind "HUYỆN", "TỈNH" … up to what cannot belong to a place's name
  for (std::size_t i = 1; i < upper.size(); ++i) {
    const std::string& before = upper[i - 1];
    const bool unit = oneOf(before, {"TỈNH", "HUYỆN", "XÃ", "PHƯỜNG", "QUẬN", "THÔN", "BẢN", "ẤP", "KHU", "TRẤN"}) ||
                      (before == "PHỐ" && i > 1 && upper[i - 2] == "THÀNH");
    if (unit) {
      inName = true;
      cost[i] = kAfterUnit;
      continue;
    }
    const bool ends = before.back() == ',' || oneOf(upper[i], {"LẦN", "NHIỆM", "KHÓA", "ĐẢNG", "BAN", "HUYỆN", "TỈNH", "DỰ", "(LẦN", "-"});
    if (inName && !ends) cost[i] = kInsideName;
    inName = inName && !ends;
  }
  for (std::size_t i = 0; i < upper.size(); ++i) {
    for (const auto& term : terms())
      if (i + term.size() <= upper.size() && std::equal(term.begin(), term.end(), upper.begin() + static_cast<std::ptrdiff_t>(i)))
        for (std::size_t k = 1; k < term.size(); ++k) cost[i + k] = kInsideTerm;
  }
  for (std::size_t i = 1; i < upper.size(); ++i) {
    const bool number = upper[i].find_first_not_of("IVXLC0123456789-.,()") == std::string::npos;
    if (number || oneOf(upper[i - 1], {"THỨ", "KHÓA", "KỲ", "-", "SỐ"}))
      cost[i] = kInsideTerm;
    else if (cost[i] < kInsideTerm && (upper[i - 1].back() == ',' || oneOf(upper[i], {"LẦN", "NHIỆM", "KHÓA", "ĐẢNG", "BẦU"})))
      cost[i] = std::min(cost[i], kAtPause);
  }
  return cost;
}

std::string joined(const std::vector<std::string>& list, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += (i > from ? " " : "") + list[i];
  return text;
}

}  // namespace

std::vector<std::string> titleLines(const std::string& text, double width, double sizePt, FontStyle style) {
  const std::vector<std::string> list = words(text);
  if (list.empty()) return {""};
  std::vector<std::string> upper;
  upper.reserve(list.size());
  for (const std::string& word : list) upper.push_back(wording::capitals(word));
  const std::vector<double> ends = breakCosts(upper);
  // best[i]: the least cost of setting the words from i on; next[i]: where the line that begins at i ends.
  std::vector<double> best(list.size() + 1, std::numeric_limits<double>::max());
  std::vector<std::size_t> next(list.size() + 1, list.size());
  best[list.size()] = 0;
  for (std::size_t i = list.size(); i-- > 0;) {
    for (std::size_t end = i + 1; end <= list.size(); ++end) {
      const double taken = textWidthMm(joined(list, i, end), sizePt, style);
      if (taken > width && end > i + 1) break;
      const double empty = std::max(0.0, 1 - taken / width);
      const double cost =
          best[end] + kLine + kRagged * empty * empty + (taken > width ? kTooWide : 0) + (end < list.size() ? ends[end] : 0);
      if (cost < best[i]) best[i] = cost, next[i] = end;
    }
  }
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < list.size(); i = next[i]) {
    const std::string line = joined(list, i, next[i]);
    for (std::string& part : breakLines(line, width, width, sizePt, style))
      lines.push_back(std::move(part));  // a word wider than the line is cut
  }
  return lines;
}

}  // namespace kp::typeset

// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "reports/wording.h"

namespace kp::wording {
namespace {

constexpr std::array<const char*, 10> kDigits = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

/// The last digit changes its word after "mươi" (mốt, tư, lăm) and after "mười" (lăm).
std::string unitWord(int tens, int unit) {
  if (unit == 5 && tens > 0) return "lăm";
  if (unit == 1 && tens > 1) return "mốt";
  if (unit == 4 && tens > 1) return "tư";
  return kDigits[static_cast<std::size_t>(unit)];
}

/// 0…999. `full`: a larger group stands before, so that hundreds are said even when there are none ("không trăm linh năm").
std::string groupWords(int n, bool full) {
  const int hundreds = n / 100, tens = n / 10 % 10, unit = n % 10;
  std::string out;
  const auto add = [&out](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
  if (hundreds > 0 || full) add(std::string(kDigits[static_cast<std::size_t>(hundreds)]) + " trăm");
  if (tens > 1) add(std::string(kDigits[static_cast<std::size_t>(tens)]) + " mươi");
  if (tens == 1) add("mười");
  if (tens == 0 && unit > 0 && !out.empty()) add("linh");
  if (unit > 0) add(unitWord(tens, unit));
  return out;
}

}  // namespace

std::string numberInWords(long number) {
  if (number < 0) return "âm " + numberInWords(-number);
  if (number == 0) return kDigits[0];
  std::string out;
  const auto part = [&out](long group, const char* name) {
    if (group == 0) return;
    const bool full = !out.empty();
    out += (full ? " " : "") + groupWords(static_cast<int>(group), full) + name;
  };
  part(number / 1'000'000 % 1'000, " triệu");
  part(number / 1'000 % 1'000, " nghìn");
  part(number % 1'000, "");
  return out;
}

std::string withWords(long number) { return std::to_string(number) + " (" + numberInWords(number) + ")"; }

std::string ordinal(int number) {
  if (number == 1) return "nhất";
  if (number == 4) return "tư";
  return numberInWords(number);
}

}  // namespace kp::wording

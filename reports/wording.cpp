// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/wording.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "ballot/font_metrics.h"

namespace kp::wording {
namespace {

struct Day {
  int year = 0, month = 0, day = 0;
};

bool readDay(const std::string& iso, Day& out) { return std::sscanf(iso.c_str(), "%4d-%2d-%2d", &out.year, &out.month, &out.day) == 3; }

std::string padded(int number, int below) {
  const std::string digits = std::to_string(number);
  return number < below ? "0" + digits : digits;
}

/// Capital of one code point of Vietnamese (Latin-1, Latin Extended-A and -B, Latin Extended Additional); others unchanged.
unsigned capital(unsigned c) {
  if (c >= 'a' && c <= 'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (c == 0x103 || c == 0x111 || c == 0x129 || c == 0x169 || c == 0x1A1 || c == 0x1B0) return c - 1;
  if (c >= 0x1EA0 && c <= 0x1EF9 && c % 2 == 1) return c - 1;
  return c;
}

bool startsWith(const std::string& text, const std::string& start) { return text.compare(0, start.size(), start) == 0; }

}  // namespace

std::string dateInWords(const std::string& iso) {
  Day d;
  if (!readDay(iso, d)) return std::string("ngày ") + kShortDots + " tháng " + kShortDots + " năm " + kShortDots;
  return "ngày " + padded(d.day, 10) + " tháng " + padded(d.month, 3) + " năm " + std::to_string(d.year);
}

std::string shortTime(const std::string& iso) {
  Day d;
  if (!readDay(iso, d) || iso.size() < 19) return iso;
  return iso.substr(11, 8) + " " + iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string capitals(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto at = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[i + k])); };
    const std::size_t length = at(0) < 0x80 ? 1 : at(0) < 0xE0 ? 2 : at(0) < 0xF0 ? 3 : 4;
    if (length == 1 || i + length > text.size() || length == 4) {
      out += length == 1 ? static_cast<char>(capital(at(0))) : text[i];
      i += 1;
      continue;
    }
    const unsigned c = capital(length == 2 ? (at(0) & 31) << 6 | (at(1) & 63) : (at(0) & 15) << 12 | (at(1) & 63) << 6 | (at(2) & 63));
    if (length == 3) out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(length == 3 ? 0x80 | (c >> 6 & 63) : 0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 63));
    i += length;
  }
  return out;
}

std::string decimalComma(std::string percent) {
  std::replace(percent.begin(), percent.end(), '.', ',');
  return percent;
}

std::string unbroken(std::string span) {
  for (auto at = span.find(" - "); at != std::string::npos; at = span.find(" - ")) span.replace(at, 3, "-");
  return span;
}

std::string legible(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const std::string character = text.substr(i, end - i);
    out += printable(character) ? character : "?";
    i = end;
  }
  return out;
}

std::string grouped(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 8) out += (i > 0 ? " " : "") + hex.substr(i, 8);
  return out;
}

std::string join(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string people(CongressKind kind) { return kind == CongressKind::Delegates ? "đại biểu" : "đảng viên"; }

std::string roleText(Role role) {
  switch (role) {
    case Role::Head: return "Trưởng ban";
    case Role::Member: return "ủy viên";
    case Role::Technician: return "nhân viên kỹ thuật";
    case Role::Supervisor: return "giám sát";
    case Role::Secretary: return "thư ký";
  }
  return {};
}

std::string deduction(const std::string& deductionClass) {
  static const std::map<std::string, std::string> words = {
      {"temporary-activity-elsewhere", "đảng viên sinh hoạt tạm thời ở nơi khác"},
      {"exempt-absent", "đảng viên được miễn công tác và sinh hoạt đảng không có mặt tại đại hội"},
      {"suspended", "đảng viên bị đình chỉ sinh hoạt đảng"},
      {"detained", "đảng viên bị khởi tố, truy tố, tạm giam"},
      {"absent-throughout", "đảng viên vắng mặt suốt thời gian đại hội có lý do được chấp nhận"},
      {"committee-absent-throughout", "cấp ủy viên cấp triệu tập vắng mặt suốt thời gian đại hội"},
      {"absent-no-alternate", "đại biểu vắng mặt suốt thời gian đại hội không có đại biểu dự khuyết thay thế"},
  };
  const auto found = words.find(deductionClass);
  return found == words.end() ? deductionClass : found->second;
}

std::string invalidReason(const std::string& rule) {
  static const std::map<std::string, std::string> words = {
      {"R-07", "phiếu không do Ban kiểm phiếu phát ra"},
      {"R-08", "phiếu bầu thừa số lượng cần bầu"},
      {"R-09", "phiếu gạch hết họ tên, không bầu cho ai"},
      {"R-12", "phiếu bầu một người đánh dấu cả hai cột"},
      {"R-13", "phiếu bầu một người không đánh dấu cột nào"},
      {"R-15", "phiếu không có dòng nào đánh dấu đúng một cột"},
      {"R-16", "phiếu không đồng ý với tất cả mọi người"},
      {"R-17", "phiếu ghi thêm tên ngoài danh sách"},
      {"R-18", "phiếu ký tên, viết thêm hoặc có ký hiệu đánh dấu riêng"},
      {"R-19", "phiếu viết bằng nhiều loại mực"},
      {"R-20", "phiếu đánh dấu không rõ"},
  };
  const auto found = words.find(rule);
  if (found != words.end()) return found->second;
  const RuleText* text = ruleText(rule);
  return text ? text->vi : rule;
}

std::string ruleSource(const std::string& rule) {
  const RuleText* text = ruleText(rule);
  return text ? text->source : std::string();
}

std::string actOf(const Contest& contest) {
  std::string act = contest.title;
  if (startsWith(act, "Phiếu ")) act = act.substr(std::string("Phiếu ").size());
  const bool verb = startsWith(act, "Bầu ") || startsWith(act, "Xin ") || startsWith(act, "Lấy ") || startsWith(act, "Giới thiệu ");
  const bool lowered = startsWith(act, "bầu ") || startsWith(act, "xin ") || startsWith(act, "lấy ") || startsWith(act, "giới thiệu ");
  if (verb) {
    act[0] = static_cast<char>(act[0] + ('a' - 'A'));
  } else if (!lowered) {
    const char* start = contest.kind == ContestKind::Election  ? "bầu "
                        : contest.kind == ContestKind::Opinion ? "xin ý kiến về "
                                                               : "lấy phiếu tín nhiệm đối với ";
    act = start + act;
  }
  if (contest.runOff) return act + " (lần thứ " + ordinal(contest.round) + ", bầu lại giữa các đồng chí có số phiếu bằng nhau)";
  if (contest.round > 1) return act + " (lần thứ " + ordinal(contest.round) + ")";
  return act;
}

}  // namespace kp::wording

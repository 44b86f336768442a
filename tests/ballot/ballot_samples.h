// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>

#include "election/congress.h"

namespace kp::test {

inline CongressInfo sampleCongress() {
  CongressInfo congress;
  congress.id = "mau";
  congress.name = "Đại hội đại biểu Đảng bộ lần thứ XVIII";
  congress.superior = "ĐẢNG BỘ CẤP TRÊN";
  congress.issuer = "ĐẢNG BỘ TỈNH MẪU";
  congress.term = "2025 - 2030";
  congress.place = "Tỉnh Mẫu";
  congress.date = "2025-09-02";
  return congress;
}

enum class Names { Usual, Long, Longest };  ///< up to 20, 38, 100 letters

inline std::string sampleName(int i, Names names) {
  static const std::array<const char*, 7> family{"Nguyễn", "Trần", "Lê", "Đỗ", "Huỳnh", "Võ", "Dương"};
  static const std::array<const char*, 5> middle{"Văn", "Thị Hồng", "Quốc", "Mỹ", "Đình"};
  static const std::array<const char*, 6> given{"An", "Nghĩa", "Phượng", "Quỳnh", "Ưu", "Yến"};
  const std::string usual = std::string(family[i % 7]) + " " + middle[i % 5] + " " + given[i % 6];
  if (names == Names::Usual) return usual;
  if (names == Names::Long) return i % 9 == 0 ? "Nguyễn Hoàng Phương Quỳnh Trang Nhượng" : usual;
  // 100 code points: (7 + 7 + 7 + 7 + 6 letters and spaces) …
  return i % 3 == 0 ? "Nguyễn Hoàng Phương Quỳnh Trang Nhượng Nguyễn Hoàng Phương Quỳnh Trang Nhượng Nguyễn Hoàng Phương Th" : usual;
}

inline Contest sampleContest(Face face, int names, Names kind = Names::Usual, const std::string& paper = "A4") {
  Contest contest;
  contest.id = "bch";
  contest.title = "Bầu Ban Chấp hành Đảng bộ tỉnh khóa XVIII";
  contest.kind = face == Face::Confidence ? ContestKind::Confidence : ContestKind::Election;
  contest.seats = face == Face::StrikeOut ? names - 1 : names;
  contest.paper = paper;
  for (int i = 0; i < names; ++i) contest.candidates.push_back({"c" + std::to_string(i + 1), sampleName(i, kind), ""});
  return contest;
}

}  // namespace kp::test

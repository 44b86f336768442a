// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <variant>

#include "reports/papers.h"

namespace kp::test {

/// Invented names, a different one for each index.
inline std::string inventedName(int i) {
  static const char* const family[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"};
  static const char* const middle[] = {"Văn", "Thị", "Đức", "Hữu", "Ngọc", "Minh", "Thanh", "Quang", "Thị Bích", "Xuân"};
  static const char* const given[] = {"An",  "Ánh",   "Bảo",  "Cường",  "Dũng", "Đạt", "Giang", "Hạnh", "Hiền", "Khuê", "Liễu",
                                      "Mẫn", "Nghĩa", "Oanh", "Phượng", "Quý",  "Sỹ",  "Thủy",  "Uyên", "Vỹ",   "Yến"};
  return std::string(family[i % 12]) + " " + middle[i / 12 % 10] + " " + given[i % 21];
}

/// A congress of delegates whose contest elects `seats` of `names`; `valid` valid ballots and two that are not. The first `seats` names pass.
inline PaperData samplePaper(int names = 9, int seats = 7, int valid = 346) {
  PaperData d;
  d.congress = {"ht-xviii",
                "Đại hội đại biểu Đảng bộ tỉnh Hà Thượng lần thứ XVIII",
                "ĐẢNG CỘNG SẢN VIỆT NAM",
                "ĐẢNG BỘ TỈNH HÀ THƯỢNG",
                "2015 - 2020",
                "Hà Thượng",
                "2015-10-15",
                CongressKind::Delegates,
                "190-QĐ/TW"};
  d.committee = {{"Phạm Quốc Trưởng", Role::Head},
                 {"Lê Thị Hòa", Role::Member},
                 {"Đỗ Minh Kiên", Role::Member},
                 {"Vũ Hải Lâm", Role::Technician},
                 {"Bùi Giám Sát", Role::Supervisor}};
  d.contest.id = "bch";
  d.contest.title = "Bầu Ban Chấp hành Đảng bộ tỉnh Hà Thượng khóa XVIII";
  d.contest.office = Office::CapUy;
  d.contest.seats = seats;
  for (int i = 0; i < names; ++i) {
    d.contest.candidates.push_back({"c" + std::to_string(i + 1), inventedName(i), ""});
    CandidateVotes v;
    v.yes = seats == 0 || i < seats ? valid - 10 - i % 100 : 20 - i % 5;
    v.no = valid - v.yes;
    d.tally.votes.push_back(v);
  }
  d.rules = ruleSet("190-QĐ/TW").value();
  d.figures.convened = valid + 4;
  d.figures.present = d.figures.issued = d.figures.returned = valid + 2;
  d.figures.deductions = {{"absent-no-alternate", 2}};
  d.tally.valid = valid;
  d.tally.invalid = 2;
  d.tally.invalidByRule = {{"R-08", 1}, {"R-18", 1}};
  d.passes = {{CountPass::Method::Scanned, 1, valid + 2}, {CountPass::Method::Scanned, 2, valid + 2}};
  d.passesAgree = true;
  d.rulings = {{{12}, Ruling::Kind::Invalid, "R-08", "", {"Phạm Quốc Trưởng", "Lê Thị Hòa"}, "2015-10-15T10:02:11"},
               {{40, 41}, Ruling::Kind::Invalid, "R-18", "có chữ ký", {"Phạm Quốc Trưởng", "Đỗ Minh Kiên"}, "2015-10-15T10:04:30"},
               {{77}, Ruling::Kind::Votes, "R-20", "người số 3: không bầu", {"Phạm Quốc Trưởng", "Lê Thị Hòa"}, "2015-10-15T10:06:02"}};
  d.journalHead = "3f0a91bc77d205e4aa10cc4e5b6d7f8091a2b3c4d5e6f708192a3b4c5d6e7f80";
  d.journal = {{1, "2015-10-15T07:00:00", {"Vũ Hải Lâm"}, "Tạo tệp đại hội.", "aa00bb11cc22dd33ee44"},
               {2, "2015-10-15T09:30:00", {"Vũ Hải Lâm"}, "Bắt đầu quét lượt 1.", d.journalHead}};
  d.program = {"0.1.0", "9d5e0c3b7a1f24680ace13579bdf02468ace13579bdf02468ace13579bdf0246", "Máy số 1 (KP-LAPTOP-07)"};
  d.code = {"KPM1:" + std::string(static_cast<std::size_t>(250 + 3 * names), 'A'), "3F0A-91BC-77D2-05E4"};
  d.number = "05";
  d.madeAt = "2015-10-15T11:20:00";
  return d;
}

/// Outcome and sums as the program computes them, after the data were changed.
inline PaperData& settle(PaperData& d) {
  d.outcome = decide(d.contest, d.rules, d.figures, d.tally);
  d.sums = checkSums(d.contest, d.figures, d.tally, d.figures.returned.value_or(0), 1);
  return d;
}

/// All text of a paper, a block a line, cells apart by " | ".
inline std::string plain(const Paper& paper) {
  std::string out = paper.head.kind + "\n" + paper.head.subject + "\n";
  for (const auto& block : paper.blocks) {
    if (const auto* h = std::get_if<Heading>(&block)) out += h->text + "\n";
    if (const auto* p = std::get_if<Paragraph>(&block)) out += p->text + "\n";
    if (const auto* t = std::get_if<Table>(&block)) {
      for (const auto& column : t->columns) out += column.title + " | ";
      for (const auto& row : t->rows) {
        out += "\n";
        for (const auto& cell : row) out += cell + " | ";
      }
      out += "\n";
    }
    if (const auto* s = std::get_if<Signatures>(&block))
      for (const auto& signer : s->signers) {
        for (const auto& line : signer.office) out += line + "\n";
        out += signer.name + "\n";
      }
  }
  return out;
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/paper_writer.h"

namespace kp::parts {
namespace {

using namespace wording;

constexpr double kNumberColumn = 12, kVotesColumn = 26, kPercentColumn = 26;
constexpr double kSharedColumn = 30, kNotCountedColumn = 17;  // "1598 (100,00 %)" in 12 pt; "Không" in bold 12 pt

std::string percent(const PaperData& data, long votes) {
  return decimalComma(percentOf(votes, data.outcome.base, data.rules.percentDecimals));
}

std::string deductionList(const PaperData& data) {
  std::vector<std::string> list;
  for (const auto& name : deductionClasses(data.congress.kind)) {
    const auto found = data.figures.deductions.find(name);
    if (found != data.figures.deductions.end() && found->second > 0) list.push_back(deduction(name) + ": " + withWords(found->second));
  }
  return join(list, "; ");
}

/// "350 - 2 - 1 = 347 (ba trăm bốn mươi bảy)".
std::string baseArithmetic(const PaperData& data) {
  std::string out = std::to_string(data.figures.convened.value_or(0));
  bool deducted = false;
  for (const auto& name : deductionClasses(data.congress.kind)) {
    const auto found = data.figures.deductions.find(name);
    if (found == data.figures.deductions.end() || found->second == 0) continue;
    out += " - " + std::to_string(found->second);
    deducted = true;
  }
  return (deducted ? out + " = " : std::string()) + withWords(data.outcome.base);
}

void invalidByReason(PaperWriter& out, const PaperData& data) {
  for (const auto& [rule, count] : data.tally.invalidByRule) {
    if (count == 0) continue;
    const std::string source = ruleSource(rule);
    out.text("+ " + invalidReason(rule) + ": " + withWords(count) + " phiếu (quy tắc " + rule + (source.empty() ? "" : "; " + source) +
             ")" + ".");
  }
}

std::vector<Column> columnsOf(const PaperData& data) {
  std::vector<Column> columns = {{"TT", kNumberColumn, Align::Centre}, {"Họ và tên", 0, Align::Left}};
  switch (data.contest.kind) {
    case ContestKind::Election:
      columns.push_back({"Số phiếu", kVotesColumn, Align::Centre});
      columns.push_back({"Tỷ lệ %", kPercentColumn, Align::Centre});
      break;
    case ContestKind::Opinion:
      columns.push_back({"Đồng ý", kSharedColumn, Align::Centre});
      columns.push_back({"Không đồng ý", kSharedColumn, Align::Centre});
      columns.push_back({"Không tính", kNotCountedColumn, Align::Centre});
      break;
    case ContestKind::Confidence:
      for (const char* level : {"Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp"}) columns.push_back({level, kSharedColumn, Align::Centre});
      columns.push_back({"Không tính", kNotCountedColumn, Align::Centre});
      break;
  }
  return columns;
}

std::vector<std::string> resultRow(const PaperData& data, std::size_t i) {
  const CandidateVotes& v = data.tally.votes[i];
  std::vector<std::string> row = {std::to_string(i + 1), data.contest.candidates[i].name};
  const auto both = [&](int votes) { row.push_back(std::to_string(votes) + " (" + percent(data, votes) + " %)"); };
  switch (data.contest.kind) {
    case ContestKind::Election:
      row.push_back(std::to_string(v.yes));
      row.push_back(decimalComma(data.outcome.percent[i]));
      break;
    case ContestKind::Opinion:
      both(v.yes), both(v.no);
      row.push_back(std::to_string(v.notCounted));
      break;
    case ContestKind::Confidence:
      both(v.high), both(v.medium), both(v.low);
      row.push_back(std::to_string(v.notCounted));
      break;
  }
  return row;
}

/// When and by whom. Only two decide together: files of earlier versions let one person do it.
std::string timeOf(const FiguresChange& change) {
  const std::string time = "lúc " + shortTime(change.time);
  if (change.by.empty()) return time;
  const char* did = change.by.size() > 1 ? " cùng quyết định" : change.first ? " nhập" : " sửa";
  return time + ", do " + join(change.by, ", ") + did;
}

/// Figures that were changed or first entered when the votes could be known: whoever reads the paper must see it.
void changedFigures(PaperWriter& out, const PaperData& data) {
  std::vector<std::string> entered, changed;
  for (const FiguresChange& change : data.figuresChanged) (change.first ? entered : changed).push_back(timeOf(change));
  if (!entered.empty()) out.item("Có số liệu chỉ được nhập sau khi bắt đầu đọc phiếu: " + join(entered, "; ") + ".");
  if (!changed.empty())
    out.item("Số liệu đã được sửa " + withWords(static_cast<long>(changed.size())) +
             " lần sau khi bắt đầu đọc phiếu: " + join(changed, "; ") + ".");
}

}  // namespace

std::string ballotWord(ContestKind kind) {
  return kind == ContestKind::Election ? "phiếu bầu" : kind == ContestKind::Opinion ? "phiếu xin ý kiến" : "phiếu tín nhiệm";
}

void attendance(PaperWriter& out, const PaperData& data) {
  const std::string who = people(data.congress.kind);
  const int convened = data.figures.convened.value_or(0), present = data.figures.present.value_or(0);
  out.item("Tổng số " + who + " chính thức được triệu tập: " + withWords(convened) + ".");
  out.item("Có mặt: " + withWords(present) + "; vắng mặt: " + withWords(convened - present) + ".");
  const std::string list = deductionList(data);
  out.item("Các trường hợp được trừ khi tính kết quả: " + (list.empty() ? std::string("không có") : list) + ".");
  out.item("Số " + who + " làm căn cứ tính kết quả: " + baseArithmetic(data) + ".");
}

void ballots(PaperWriter& out, const PaperData& data) {
  const int issued = data.figures.issued.value_or(0), returned = data.figures.returned.value_or(0);
  out.item("Số phiếu phát ra: " + withWords(issued) + " phiếu.");
  out.item("Số phiếu thu về: " + withWords(returned) + " phiếu" +
           (returned < issued ? ", ít hơn số phiếu phát ra " + withWords(issued - returned) + " phiếu." : "."));
  out.item("Số phiếu hợp lệ: " + withWords(data.tally.valid) + " phiếu.");
  out.item("Số phiếu không hợp lệ: " + withWords(data.tally.invalid) + " phiếu" +
           (data.tally.invalid > 0 && !data.tally.invalidByRule.empty() ? ", gồm:" : "."));
  invalidByReason(out, data);
  changedFigures(out, data);
}

void method(PaperWriter& out, const PaperData& data) {
  if (data.passes.empty()) {
    out.text(std::string("Phiếu được kiểm bằng ") + kDots + kDots + ", số lượt kiểm: " + kShortDots + ".");
  } else {
    std::vector<std::string> list;
    for (const CountPass& pass : data.passes) {
      const bool scanned = pass.method == CountPass::Method::Scanned;
      list.push_back("lượt " + std::to_string(pass.number) + (scanned ? " quét bằng máy, " : " do hai người nhập độc lập bằng bàn phím, ") +
                     std::to_string(pass.sheets) + " tờ");
    }
    std::string agree;
    if (data.passesAgree && data.passes.size() > 1) agree = " Kết quả các lượt kiểm giống nhau.";
    out.text("Phiếu được kiểm " + withWords(static_cast<long>(data.passes.size())) + " lượt: " + join(list, "; ") + "." + agree);
  }
  out.text("Phần mềm Kiểm Phiếu, phiên bản " + (data.program.version.empty() ? std::string(kDots) : data.program.version) +
           ", mã băm của tệp chương trình: " + (data.program.hash.empty() ? std::string(kDots) + kDots : grouped(data.program.hash)) + ".");
  const auto ruled = static_cast<long>(data.rulings.size());
  if (ruled > 0)
    out.text("Ban kiểm phiếu đã trực tiếp xem xét, kết luận " + withWords(ruled) +
             " phiếu (có bảng kê kèm theo). Máy không tự kết luận phiếu không hợp lệ.");
}

Table results(const PaperData& data) {
  Table table{columnsOf(data), {}};
  if (data.contest.kind != ContestKind::Election) table.sizePt = 12;
  for (std::size_t i = 0; i < data.contest.candidates.size(); ++i) table.rows.push_back(resultRow(data, i));
  return table;
}

Table standing(const PaperData& data, const std::vector<std::size_t>& candidates) {
  Table table{columnsOf(data), {}};
  for (std::size_t i : candidates) {
    auto row = resultRow(data, i);
    row[0] = std::to_string(table.rows.size() + 1);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace kp::parts

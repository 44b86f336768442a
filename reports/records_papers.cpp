// SPDX-License-Identifier: GPL-3.0-or-later
// Papers filed with the minutes: rulings of the committee, and the journal.
#include <algorithm>

#include "reports/paper_writer.h"
#include "reports/papers.h"

namespace kp {
namespace {

using namespace wording;

/// Digits of a journal hash that are printed in each row; the whole head stands at the end and covers them all.
constexpr std::size_t kHashDigits = 12;

std::string conclusion(const BallotRuling& ruling) {
  std::string out;
  switch (ruling.kind) {
    case Ruling::Kind::Invalid: out = "Không hợp lệ: " + invalidReason(ruling.rule); break;
    case Ruling::Kind::Valid: out = "Hợp lệ"; break;
    case Ruling::Kind::Votes: out = "Xác định lại dấu"; break;
    case Ruling::Kind::SetAside: out = "Không đưa vào kiểm"; break;
  }
  return ruling.note.empty() ? out : out + ": " + ruling.note;
}

std::string sheetList(const BallotRuling& ruling) {
  std::vector<std::string> list;
  for (int sheet : ruling.sheets) list.push_back(std::to_string(sheet));
  return join(list, ", ");
}

}  // namespace

Paper rulingsPaper(const PaperData& data) {
  PaperWriter out(data, headOf(data, "BẢNG KÊ", "BK", "phiếu do Ban kiểm phiếu xem xét, kết luận khi kiểm phiếu " + actOf(data.contest)));
  const auto invalid =
      std::count_if(data.rulings.begin(), data.rulings.end(), [](const BallotRuling& r) { return r.kind == Ruling::Kind::Invalid; });
  if (data.rulings.empty()) {
    out.text("Không có phiếu nào phải xem xét, kết luận.");
  } else {
    out.text("Ban kiểm phiếu đã xem xét, kết luận " + withWords(static_cast<long>(data.rulings.size())) + " phiếu, trong đó " +
             withWords(static_cast<long>(invalid)) + " phiếu không hợp lệ:");
    Table table{{{"TT", 11, Align::Centre},
                 {"Tờ số", 17, Align::Centre},
                 {"Kết luận", 0, Align::Left},
                 {"Quy tắc", 19, Align::Centre},
                 {"Người kết luận", 40, Align::Left},
                 {"Thời gian", 24, Align::Centre}},
                {},
                12};
    for (const auto& ruling : data.rulings)
      table.rows.push_back({std::to_string(table.rows.size() + 1), sheetList(ruling), legible(conclusion(ruling)), ruling.rule,
                            join(ruling.by, ", "), shortTime(ruling.time)});
    out.add(table);
  }
  if (!data.tally.invalidByRule.empty()) {
    out.text("Số phiếu không hợp lệ chia theo lý do:");
    Table reasons{
        {{"Quy tắc", 19, Align::Centre}, {"Lý do", 0, Align::Left}, {"Căn cứ", 52, Align::Left}, {"Số phiếu", 20, Align::Centre}}, {}, 12};
    for (const auto& [rule, count] : data.tally.invalidByRule)
      reasons.rows.push_back({rule, invalidReason(rule), ruleSource(rule), std::to_string(count)});
    out.add(reasons);
  }
  out.text("Bảng kê này là tài liệu kèm theo biên bản kiểm phiếu.");
  out.add(committeeSignatures(data, false));
  return out.take();
}

Paper journalPaper(const PaperData& data) {
  PaperWriter out(data, headOf(data, "NHẬT KÝ KIỂM PHIẾU", "NK", data.congress.name));
  out.text(
      "Nhật ký do chương trình ghi, mỗi dòng mang mã băm tính từ dòng đó và mọi dòng trước; sửa hay bỏ một dòng thì các mã băm sau không còn khớp.");
  Table table{{{"Số", 12, Align::Right},
               {"Thời gian", 24, Align::Centre},
               {"Người thực hiện", 36, Align::Left},
               {"Việc", 0, Align::Left},
               {"Mã băm", 28, Align::Left}},
              {},
              11};
  for (const auto& line : data.journal)
    table.rows.push_back(
        {std::to_string(line.seq), shortTime(line.time), join(line.by, ", "), legible(line.what), line.hash.substr(0, kHashDigits)});
  out.add(table);
  out.text("Tổng số dòng: " + withWords(static_cast<long>(data.journal.size())) +
           ". Mã băm của dòng cuối cùng: " + (data.journalHead.empty() ? std::string(kDots) : grouped(data.journalHead)) + ".");
  out.text("Phần mềm Kiểm Phiếu, phiên bản " + (data.program.version.empty() ? std::string(kDots) : data.program.version) +
           "; máy tính: " + (data.program.machine.empty() ? std::string(kDots) + kDots : data.program.machine) + ".");
  out.add(committeeSignatures(data, false));
  return out.take();
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "election/text.h"
#include "reports/paper_writer.h"
#include "reports/papers.h"

namespace kp {
namespace {

using namespace wording;

/// Rank by votes, those with equal votes sharing it: 1, 2, 2, 4.
int rankOf(const PaperData& data, std::size_t i) {
  const auto& votes = data.tally.votes;
  return 1 + static_cast<int>(std::count_if(votes.begin(), votes.end(), [&](const CandidateVotes& v) { return v.yes > votes[i].yes; }));
}

std::string outcomeWord(const PaperData& data, std::size_t i) {
  const auto in = [i](const std::vector<std::size_t>& list) { return std::find(list.begin(), list.end(), i) != list.end(); };
  if (in(data.outcome.elected)) return "Trúng cử";
  if (in(data.outcome.tied)) return "Bằng phiếu, chờ Đại hội quyết định";
  return "Không trúng cử";
}

/// Both columns of the ballot as well, so that each row can be added up: Đồng ý + Không đồng ý + không tính = hợp lệ.
Table electionTable(const PaperData& data) {
  Table table{{{"TT", 11, Align::Centre},
               {"Họ và tên", 0, Align::Left},
               {"Số phiếu", 16, Align::Centre},
               {"Không bầu", 16, Align::Centre},
               {"Không tính", 16, Align::Centre},
               {"Tỷ lệ %", 18, Align::Centre},
               {"Xếp thứ", 13, Align::Centre},
               {"Kết quả", 31, Align::Left}},
              {},
              12};
  for (std::size_t i = 0; i < data.contest.candidates.size(); ++i) {
    const CandidateVotes& v = data.tally.votes[i];
    table.rows.push_back({std::to_string(i + 1), data.contest.candidates[i].name, std::to_string(v.yes), std::to_string(v.no),
                          std::to_string(v.notCounted), decimalComma(data.outcome.percent[i]), std::to_string(rankOf(data, i)),
                          outcomeWord(data, i)});
  }
  return table;
}

/// The first of this role; "" nobody.
std::string nameOf(const PaperData& data, Role role) {
  const auto found =
      std::find_if(data.committee.begin(), data.committee.end(), [role](const CommitteeMember& m) { return m.role == role; });
  return found == data.committee.end() ? std::string() : found->name;
}

/// "Lúc 23 giờ 47 phút, ngày 23 tháng 11 năm 2026, Vũ Hải Lâm cho máy đọc thử: Đã đọc … . Máy đạt."
std::string rehearsalText(const std::optional<RehearsalLine>& last) {
  if (!last) return "Chưa chạy thử máy với phiếu của cuộc này trước khi lập biên bản.";
  std::string by;
  for (const std::string& name : last->by) by += (by.empty() ? "" : ", ") + name;
  const std::string when = last->time.size() < 16 ? last->time
                                                  : "Lúc " + last->time.substr(11, 2) + " giờ " + last->time.substr(14, 2) + " phút, " +
                                                        dateInWords(last->time.substr(0, 10));
  return when + (by.empty() ? "" : " (" + by + ")") + ", máy in, đánh dấu rồi đọc lại một xấp phiếu thử, so với đáp án. " + last->what +
         (last->passed ? ". Máy đọc đạt yêu cầu." : ". Máy đọc KHÔNG đạt yêu cầu.");
}

}  // namespace

Expected<Paper> resultSheetPaper(const PaperData& data) {
  if (auto complete = requireComplete(data); !complete) return tl::unexpected<Error>(complete.error());
  PaperWriter out(data, headOf(data, "BẢNG TỔNG HỢP", "BTH", "kết quả kiểm phiếu " + actOf(data.contest)));
  out.section("Số " + people(data.congress.kind) + " dự Đại hội");
  parts::attendance(out, data);
  out.section("Số " + parts::ballotWord(data.contest.kind));
  parts::ballots(out, data);
  out.section("Kết quả theo thứ tự trên phiếu");
  if (data.contest.kind == ContestKind::Election) {
    out.text("Số lượng cần bầu: " + withWords(data.contest.seats) +
             " đồng chí; trúng cử: " + withWords(static_cast<long>(data.outcome.elected.size())) + " đồng chí.");
    out.add(electionTable(data));
  } else {
    out.add(parts::results(data));
  }
  out.section("Phương thức kiểm phiếu");
  parts::method(out, data);
  out.add(committeeSignatures(data, false));
  return out.take();
}

Expected<Paper> electedPaper(const PaperData& data) {
  if (data.contest.kind != ContestKind::Election)
    return fail(ErrorKind::Refused,
                tr("Cuộc này không phải bầu cử nên không có danh sách trúng cử. Hãy in biên bản hoặc bảng tổng hợp.",
                   "This is no election, so there is no list of the elected. Print the minutes or the result sheet."),
                "R-32");
  if (auto complete = requireComplete(data); !complete) return tl::unexpected<Error>(complete.error());
  PaperWriter out(data, headOf(data, "DANH SÁCH", "DS", "trúng cử " + actOf(data.contest)));
  const long count = static_cast<long>(data.outcome.elected.size());
  if (count == 0) {
    out.text("Không có đồng chí nào trúng cử trong lần bầu này.");
  } else {
    out.text("Danh sách gồm " + withWords(count) + " đồng chí trúng cử trong số " + withWords(data.contest.seats) +
             " đồng chí cần bầu, xếp theo số phiếu từ cao xuống thấp:");
    out.add(parts::standing(data, data.outcome.elected));
  }
  out.add(committeeSignatures(data, true));
  return out.take();
}

Expected<Paper> zeroReportPaper(const PaperData& data) {
  long votes = 0, sheets = 0;
  for (const CandidateVotes& v : data.tally.votes) votes += v.yes + v.no + v.notCounted + v.high + v.medium + v.low;
  for (const CountPass& pass : data.passes) sheets += pass.sheets;
  const std::vector<std::pair<std::string, long>> counters = {
      {"Số tờ đã quét hoặc đã nhập", sheets},
      {"Số phiếu hợp lệ", data.tally.valid},
      {"Số phiếu không hợp lệ", data.tally.invalid},
      {"Số phiếu chờ kết luận", data.tally.undecided},
      {"Số phiếu Ban kiểm phiếu đã kết luận", static_cast<long>(data.rulings.size())},
      {"Tổng số phiếu của tất cả các đồng chí trong danh sách", votes}};
  for (const auto& [name, count] : counters)
    if (count != 0)
      return fail(
          ErrorKind::Refused,
          trf("Không lập được biên bản số không: “{0}” đang là {1}. Không có gì bị xóa. Biên bản này chỉ lập trước khi kiểm phiếu; nếu là phiếu thử, hãy mở tệp mới.",
              "The zero report cannot be made: “{0}” is {1}. Nothing was deleted. It is made before counting only; after a rehearsal start a new file.",
              name, count));
  PaperWriter out(data, headOf(data, "BIÊN BẢN", "BB", "kiểm tra số liệu ban đầu trước khi kiểm phiếu " + actOf(data.contest)));
  out.text("Hồi " + std::string(kShortDots) + " giờ " + kShortDots + " phút, " + dateInWords(data.congress.date) +
           ", trước khi kiểm phiếu " + actOf(data.contest) +
           ", Ban kiểm phiếu đã kiểm tra chương trình và máy dùng để kiểm phiếu. Tất cả số liệu đều bằng không:");
  Table table{{{"TT", 12, Align::Centre}, {"Số liệu", 0, Align::Left}, {"Giá trị", 26, Align::Centre}}, {}, 13};
  for (const auto& [name, count] : counters) table.rows.push_back({std::to_string(table.rows.size() + 1), name, std::to_string(count)});
  out.add(table);
  out.text("Số phiếu của từng đồng chí theo thứ tự trên phiếu:");
  Table names{{{"TT", 12, Align::Centre}, {"Họ và tên", 0, Align::Left}, {"Số phiếu", 26, Align::Centre}}, {}, 13};
  for (const auto& candidate : data.contest.candidates) names.rows.push_back({std::to_string(names.rows.size() + 1), candidate.name, "0"});
  out.add(names);
  out.add(Heading{"Chạy thử máy"});
  out.text(rehearsalText(data.rehearsal));
  out.add(Heading{"Máy và chương trình"});
  out.item("Máy tính: " + (data.program.machine.empty() ? std::string(kDots) + kDots : data.program.machine) + ".");
  out.item("Phần mềm Kiểm Phiếu, phiên bản " + data.program.version +
           ", mã băm của tệp chương trình: " + (data.program.hash.empty() ? std::string(kDots) : grouped(data.program.hash)) + ".");
  out.item("Mốc cuối của nhật ký khi lập biên bản: " + (data.journalHead.empty() ? std::string(kDots) : grouped(data.journalHead)) + ".");
  Signatures signatures = committeeSignatures(data, false);
  signatures.signers.insert(signatures.signers.begin(), Signer{{"NHÂN VIÊN KỸ THUẬT"}, nameOf(data, Role::Technician)});
  out.add(signatures);
  out.add(Signatures{{{{"NGƯỜI GIÁM SÁT"}, nameOf(data, Role::Supervisor)}}, {}, {}});
  return out.take();
}

}  // namespace kp

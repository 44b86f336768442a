// SPDX-License-Identifier: GPL-3.0-or-later
// Minutes in the order of domain.md §6. Three kinds share the figures and differ in what is decided.
#include <algorithm>

#include "reports/paper_writer.h"
#include "reports/papers.h"

namespace kp {
namespace {

using namespace wording;

void opening(PaperWriter& out, const PaperData& data) {
  const CongressInfo& c = data.congress;
  if (data.rules.citations.empty())
    out.text("Căn cứ Quy chế bầu cử trong Đảng (" + data.rules.name + ").");
  else
    out.text("Căn cứ " + join(data.rules.citations, "; ") + ".");
  const std::string where = c.place.empty() ? std::string(kDots) : c.place;
  const bool said = c.term.empty() || c.name.find(c.term) != std::string::npos;  // a name that holds the term already
  const std::string congress = said ? c.name : c.name + ", nhiệm kỳ " + unbroken(c.term);
  const bool election = data.contest.kind == ContestKind::Election;
  out.text("Thực hiện chương trình làm việc của Đại hội, " + dateInWords(c.date) + ", tại " + where + ", " + congress + " đã tiến hành " +
           actOf(data.contest) + (election ? " bằng hình thức bỏ phiếu kín." : " bằng phiếu kín.") +
           " Ban kiểm phiếu báo cáo kết quả kiểm phiếu như sau:");
}

void list(PaperWriter& out, const PaperData& data) {
  std::vector<std::string> names;
  for (const auto& candidate : data.contest.candidates) names.push_back(std::to_string(names.size() + 1) + ". " + candidate.name);
  out.text("Danh sách theo thứ tự trên phiếu: " + join(names, "; ") + ".");
}

void seats(PaperWriter& out, const PaperData& data) {
  const long names = static_cast<long>(data.contest.candidates.size());
  if (data.contest.kind != ContestKind::Election) {
    out.section("Danh sách " + std::string(data.contest.kind == ContestKind::Opinion ? "xin ý kiến" : "lấy phiếu tín nhiệm"));
    out.text("Danh sách gồm " + withWords(names) + " đồng chí.");
    list(out, data);
    return;
  }
  const long surplus = names - data.contest.seats;
  out.section("Số lượng cần bầu và danh sách bầu cử");
  out.text("Đại hội đã biểu quyết thông qua số lượng cần bầu là " + withWords(data.contest.seats) + " đồng chí; danh sách bầu cử gồm " +
           withWords(names) + " đồng chí, " + (surplus > 0 ? "số dư " + withWords(surplus) + " đồng chí." : "không có số dư."));
  list(out, data);
}

std::vector<std::string> namesOf(const PaperData& data, Role role) {
  std::vector<std::string> names;
  for (const auto& person : data.committee) {
    if (person.role != role) continue;
    names.push_back("đồng chí " + person.name);
    if (!person.introducedBy.empty() && !person.approvedBy.empty())
      names.back() += " (người giới thiệu: " + person.introducedBy + "; Đoàn Chủ tịch đồng ý: " + person.approvedBy + ")";
  }
  return names;
}

void committee(PaperWriter& out, const PaperData& data) {
  out.section("Ban kiểm phiếu");
  const auto heads = namesOf(data, Role::Head), members = namesOf(data, Role::Member);
  const long size = static_cast<long>(heads.size() + members.size());
  const std::string head = heads.empty() ? std::string("đồng chí ") + kDots : heads.front();
  out.text("Đại hội đã biểu quyết bầu Ban kiểm phiếu gồm " + (size == 0 ? std::string(kShortDots) : withWords(size)) + " đồng chí, do " +
           head + " làm Trưởng ban" + (members.empty() ? "." : "; các ủy viên: " + join(members, ", ") + "."));
  for (const auto& [role, label] :
       {std::pair{Role::Technician, "Nhân viên kỹ thuật giúp việc"}, {Role::Supervisor, "Giám sát"}, {Role::Secretary, "Thư ký"}}) {
    const auto names = namesOf(data, role);
    if (!names.empty()) out.text(std::string(label) + ": " + join(names, ", ") + ".");
  }
}

void threshold(PaperWriter& out, const PaperData& data) {
  if (data.contest.kind != ContestKind::Election) return;
  if (data.contest.runOff)
    out.item("Bầu lại giữa các đồng chí có số phiếu bằng nhau: người có số phiếu cao hơn trúng cử, không áp dụng điều kiện quá một nửa.");
  else
    out.item("Người trúng cử phải có số phiếu bầu quá một nửa so với số " + people(data.congress.kind) +
             " làm căn cứ tính kết quả, tức là từ " + withWords(data.outcome.base / 2 + 1) + " phiếu trở lên (Điều lệ Đảng, Điều 12.3).");
}

/// passed, but the seats were filled by those with more votes. In a run-off nobody "passes", so there are none.
std::vector<std::size_t> passedBeyondSeats(const PaperData& data) {
  std::vector<std::size_t> list;
  const auto& elected = data.outcome.elected;
  if (data.contest.runOff) return list;
  for (std::size_t i = 0; i < data.outcome.rules.size(); ++i)
    if (data.outcome.rules[i] == "R-26" && std::find(elected.begin(), elected.end(), i) == elected.end()) list.push_back(i);
  return list;
}

std::string named(const PaperData& data, const std::vector<std::size_t>& candidates) {
  std::vector<std::string> names;
  for (std::size_t i : candidates)
    names.push_back(data.contest.candidates[i].name + " (" + std::to_string(data.tally.votes[i].yes) + " phiếu)");
  return join(names, "; ");
}

void elected(PaperWriter& out, const PaperData& data) {
  out.section("Danh sách trúng cử");
  if (data.outcome.elected.empty()) {
    out.text("Không có đồng chí nào trúng cử trong lần bầu này.");
  } else {
    out.text("Căn cứ quy chế bầu cử và kết quả kiểm phiếu, " + withWords(static_cast<long>(data.outcome.elected.size())) +
             " đồng chí có tên sau đây trúng cử, xếp theo số phiếu từ cao xuống thấp:");
    out.add(parts::standing(data, data.outcome.elected));
  }
  const auto beyond = passedBeyondSeats(data);
  if (!beyond.empty())
    out.text(
        "Các đồng chí sau có số phiếu quá một nửa nhưng không trúng cử vì đã đủ số lượng cần bầu, lấy từ người nhiều phiếu nhất trở xuống: " +
        named(data, beyond) + ".");
}

void toDecide(PaperWriter& out, const PaperData& data) {
  const Outcome& o = data.outcome;
  if (o.tied.empty() && o.shortfall == 0) return;
  out.section("Nội dung đề nghị Đại hội quyết định");
  if (!o.tied.empty())
    out.text("Các đồng chí sau có số phiếu bằng nhau ở cuối danh sách trúng cử, chưa xác định được người trúng cử: " + named(data, o.tied) +
             ". Đề nghị Đại hội quyết định bầu lại trong số các đồng chí này; người có số phiếu cao hơn trúng cử, không cần quá một nửa.");
  if (o.shortfall > 0)
    out.text(
        "Số đồng chí trúng cử còn thiếu " + withWords(o.shortfall) +
        " so với số lượng cần bầu. Đề nghị Đại hội quyết định có bầu tiếp hay không; nếu bầu tiếp, quyết định số lượng và danh sách bầu cử lần tiếp theo.");
}

void closing(PaperWriter& out, const PaperData& data) {
  out.text("Biên bản này được lập thành " + withWords(data.copies) + " bản có giá trị như nhau, lập xong hồi " + kShortDots + " giờ " +
           kShortDots + " phút, " + dateInWords(data.congress.date) + " và được công bố trước Đại hội.");
  out.add(committeeSignatures(data, true));
}

}  // namespace

Expected<Paper> minutesPaper(const PaperData& data) {
  if (auto complete = requireComplete(data); !complete) return tl::unexpected<Error>(complete.error());
  const bool election = data.contest.kind == ContestKind::Election;
  PaperWriter out(data, headOf(data, "BIÊN BẢN", "BB", "kiểm phiếu " + actOf(data.contest)));
  opening(out, data);
  seats(out, data);
  committee(out, data);
  out.section("Số " + people(data.congress.kind) + " dự Đại hội");
  parts::attendance(out, data);
  threshold(out, data);
  const std::string word = parts::ballotWord(data.contest.kind);
  out.section("Số " + word);
  parts::ballots(out, data);
  out.section("Kết quả kiểm phiếu");
  out.text("Kết quả theo thứ tự trên phiếu, tỷ lệ % tính trên " + std::to_string(data.outcome.base) + " " + people(data.congress.kind) +
           ":");
  out.add(parts::results(data));
  if (election) {
    elected(out, data);
    toDecide(out, data);
  } else {
    out.text("Đây không phải là phiếu bầu cử; kết quả được báo cáo để Đại hội xem xét, không xác định người trúng cử.");
  }
  out.section("Phương thức kiểm phiếu");
  parts::method(out, data);
  closing(out, data);
  return out.take();
}

}  // namespace kp

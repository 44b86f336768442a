// SPDX-License-Identifier: GPL-3.0-or-later
// The rules as people read them in minutes, journal and messages: one row for each row of the table of rules.
#include <algorithm>

#include "election/rule_set.h"

namespace kp {
namespace {

std::vector<RuleText> facesAndLists() {
  return {
      {"R-01", "Danh sách bầu cử nhiều hơn số lượng cần bầu: dùng phiếu bầu có số dư, gạch giữa cả họ và tên người không bầu.",
       "More candidates than seats: the ballot with surplus is used, on which the whole full name of each one not elected is struck through.",
       "244-QĐ/TW, Điều 17.1; 190-QĐ/TW, Điều 15"},
      {"R-02", "Danh sách bầu cử bằng số lượng cần bầu: dùng phiếu bầu có cột “Đồng ý” và “Không đồng ý”.",
       "As many candidates as seats: the ballot with the columns “Agree” and “Disagree” is used.",
       "244-QĐ/TW, Điều 17.1; 190-QĐ/TW, Điều 30.1"},
      {"R-03", "Bầu cấp ủy và ban thường vụ phải có số dư.",
       "The election of a committee or its standing board must have more candidates than seats.", "190-QĐ/TW, Điều 14.1"},
      {"R-04", "Số dư không quá 30% số lượng cần bầu (khi cần bầu trên 5 người).",
       "The surplus of candidates is at most 30 % of the seats (where more than 5 are to be elected).", "190-QĐ/TW, Điều 14.1"},
      {"R-05", "Khi cần bầu từ 3 đến 5 người, số dư không quá 1 người.", "Where 3 to 5 are to be elected the surplus is at most one.",
       "Hỏi đáp về công tác tổ chức xây dựng Đảng, 2025"},
      {"R-06", "Thành viên Ban kiểm phiếu không được có tên trong danh sách bầu cử.",
       "A member of the counting committee may not be a candidate.", "190-QĐ/TW, Điều 8.1"},
  };
}

std::vector<RuleText> ballotRules() {
  return {
      {"R-07", "Phiếu không do Ban kiểm phiếu phát ra là phiếu không hợp lệ.", "A ballot not issued by the counting committee is invalid.",
       "244-QĐ/TW, Điều 17.2"},
      {"R-08", "Phiếu bầu thừa số lượng cần bầu là phiếu không hợp lệ.",
       "A ballot that leaves more names than there are seats is invalid (over-vote).", "244-QĐ/TW, Điều 17.2"},
      {"R-09", "Phiếu gạch hết tên trong danh sách, không bầu cho ai, là phiếu không hợp lệ.",
       "A ballot on which every name is struck through is invalid.", "244-QĐ/TW, Điều 17.2"},
      {"R-10", "Phiếu để lại từ 1 người đến đủ số lượng cần bầu là phiếu hợp lệ; mỗi người được để lại có một phiếu bầu.",
       "A ballot that leaves at least one name and no more than the seats is valid; each name left has one vote.", "244-QĐ/TW, Điều 17.2"},
      {"R-11", "Phiếu bầu một người đánh dấu đúng một cột là phiếu hợp lệ; dấu ở cột “Đồng ý” được tính một phiếu bầu.",
       "A ballot with one name marked in exactly one column is valid; a mark under “Agree” counts as one vote.", "244-QĐ/TW, Điều 17.2"},
      {"R-12", "Phiếu bầu một người đánh dấu cả hai cột là phiếu không hợp lệ.",
       "A ballot with one name marked in both columns is invalid.", "Thể lệ bầu cử đang dùng"},
      {"R-13", "Phiếu bầu một người không đánh dấu cột nào là phiếu không hợp lệ (quy tắc cần được xác nhận).",
       "A ballot with one name marked in neither column is invalid (rule to be confirmed).", "Suy từ định nghĩa phiếu hợp lệ"},
      {"R-14", "Phiếu nhiều người có dòng đánh dấu cả hai cột hoặc không đánh dấu cột nào vẫn hợp lệ; dòng đó không tính cho ai.",
       "A ballot with several names stays valid where a row is marked in both columns or in neither; that row counts for nobody.",
       "190-QĐ/TW, Điều 30.1"},
      {"R-15", "Phiếu nhiều người không có dòng nào chỉ đánh dấu một cột, không bầu cho ai, là phiếu không hợp lệ.",
       "A ballot with several names on which every row is marked in both columns or in neither is invalid.", "244-QĐ/TW, Điều 17.2"},
      {"R-16", "Phiếu “Không đồng ý” với tất cả mọi người do Ban kiểm phiếu xem xét, kết luận (quy tắc cần được xác nhận).",
       "A ballot that disagrees with everybody is put before the counting committee (rule to be confirmed).", "Cần được xác nhận"},
      {"R-17", "Phiếu ghi thêm tên ngoài danh sách là phiếu không hợp lệ.", "A ballot with a name written in is invalid.",
       "Thể lệ bầu cử đang dùng"},
      {"R-18", "Phiếu có ký tên, viết thêm hoặc có ký hiệu đánh dấu riêng là phiếu không hợp lệ.",
       "A ballot with a signature, extra writing or an identifying mark is invalid.", "Thể lệ bầu cử đang dùng"},
      {"R-19", "Phiếu viết bằng nhiều loại mực là phiếu không hợp lệ.", "A ballot written in more than one ink is invalid.",
       "Thể lệ bầu cử đang dùng"},
      {"R-20", "Dấu chưa rõ (gạch một phần, gạch lệch, tẩy sửa, mờ) do Ban kiểm phiếu xem xét, kết luận; máy không tự tính.",
       "A mark that is partial, off the name, corrected or faint is put before the counting committee and never counted silently.",
       "190-QĐ/TW, Điều 8.2"},
  };
}

std::vector<RuleText> figureRules() {
  return {
      {"R-21", "Số phiếu thu về nhiều hơn số phiếu phát ra: dừng kiểm phiếu, báo cáo đại hội quyết định.",
       "More ballots returned than issued: the count stops and the congress decides.", "Hỏi đáp về công tác bầu cử trong Đảng, 2020"},
      {"R-22", "Số phiếu thu về ít hơn số phiếu phát ra: ghi vào biên bản và tiếp tục kiểm phiếu.",
       "Fewer ballots returned than issued: it is recorded and the count goes on.", "Thông lệ kiểm phiếu"},
      {"R-23", "Đại hội đảng viên: số để tính kết quả là số đảng viên chính thức được triệu tập trừ năm diện được giảm theo quy định.",
       "Congress of members: the base is the official members convened less the five classes that are deducted.", "190-QĐ/TW, Điều 30.2"},
      {"R-24",
       "Đại hội đại biểu: số để tính kết quả là số đại biểu chính thức được triệu tập trừ cấp ủy viên vắng mặt suốt thời gian đại hội và đại biểu "
       "vắng mặt suốt thời gian đại hội mà không có đại biểu dự khuyết thay thế.",
       "Congress of delegates: the base is the official delegates convened less committee members absent throughout and delegates absent throughout with no alternate.",
       "244-QĐ/TW, Điều 32.3"},
      {"R-25", "Người trúng cử phải được quá một nửa so với số được triệu tập bầu.",
       "To be elected takes more than half of those convened.", "Điều lệ Đảng, Điều 12.3; 190-QĐ/TW, Điều 30"},
      {"R-26", "Nhiều người được quá một nửa hơn số lượng cần bầu: lấy từ người nhiều phiếu nhất trở xuống cho đến khi đủ số lượng.",
       "More pass than there are seats: from the most votes down until the seats are filled.", "Mẫu biên bản đang dùng"},
      {"R-27",
       "Nhiều người bằng phiếu nhau ở cuối danh sách trúng cử: lập danh sách riêng để bầu lại, lấy người nhiều phiếu hơn, không cần quá một nửa.",
       "A tie across the last seat: those tied go to a run-off ballot of their own, where the most votes win without a threshold.",
       "Cần được xác nhận"},
      {"R-28", "Số người trúng cử chưa đủ số lượng cần bầu: đại hội quyết định có bầu tiếp hay không.",
       "Fewer pass than there are seats: the congress decides on another round.", "244-QĐ/TW, Điều 20.2"},
      {"R-29", "Công bố kết quả theo thứ tự trên phiếu trước, sau đó công bố danh sách trúng cử từ cao xuống thấp.",
       "Announcing: first the votes in ballot order, then the elected from high to low.", "Mẫu biên bản đang dùng"},
      {"R-30",
       "Tỷ lệ phần trăm tính trên số được triệu tập sau khi trừ các diện được giảm, chỉ để công bố, không dùng để xác định trúng cử.",
       "Percentages are of the base, are shown only and never decide.", "Mẫu biên bản đang dùng"},
  };
}

std::vector<RuleText> procedureRules() {
  return {
      {"R-31", "Bầu chi ủy trước, rồi bầu bí thư, sau đó bầu phó bí thư trong số chi ủy viên vừa trúng cử; mỗi lần một phiếu riêng.",
       "The branch committee is elected first, then the secretary, then the deputy, each on a ballot of its own among those elected.",
       "244-QĐ/TW, Điều 19.9"},
      {"R-32", "Phiếu xin ý kiến, phiếu tín nhiệm không phải là phiếu bầu cử: có biên bản riêng, không ai “trúng cử”.",
       "An opinion poll or a confidence vote is no election: it has its own minutes and nobody is elected.", "04-HD/TW"},
      {"R-33", "Người được đề cử ngoài danh sách do cấp ủy chuẩn bị phải được trên 30% đại biểu có mặt đồng ý.",
       "A nominee outside the official list needs more than 30 % of the delegates present.", "190-QĐ/TW, Điều 14.3"},
      {"R-34", "Đại hội đại biểu toàn quốc bầu cử theo quy chế riêng.", "The national congress votes under its own regulation.",
       "190-QĐ/TW, Điều 1"},
      {"R-35",
       "Nhân viên kỹ thuật được giới thiệu, được Đoàn Chủ tịch đồng ý, làm việc dưới tên mình và không có tên trong danh sách bầu cử.",
       "Technical staff are introduced, approved by the presidium, signed in by name and are never candidates.", "190-QĐ/TW, Điều 8.2"},
      {"R-36", "Kết quả chỉ được công nhận khi các lần kiểm phiếu khớp nhau.", "The count is accepted when repeated counts agree.",
       "Tiền lệ Thái Nguyên 2010–2015"},
      {"R-37", "Công bố xong, phiếu bầu được niêm phong, giao Đoàn Chủ tịch, lưu trữ; nhật ký kiểm phiếu được in và nộp kèm.",
       "After announcing the ballots are sealed, handed to the presidium and archived; the journal is printed and filed.",
       "190-QĐ/TW, Điều 8.2"},
  };
}

}  // namespace

const std::vector<RuleText>& ruleTexts() {
  static const std::vector<RuleText> all = [] {
    std::vector<RuleText> rows;
    for (const auto& part : {facesAndLists(), ballotRules(), figureRules(), procedureRules()})
      rows.insert(rows.end(), part.begin(), part.end());
    return rows;
  }();
  return all;
}

const RuleText* ruleText(const std::string& id) {
  const auto& all = ruleTexts();
  const auto found = std::find_if(all.begin(), all.end(), [&](const RuleText& row) { return row.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace kp

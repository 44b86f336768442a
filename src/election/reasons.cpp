// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/judgement.h"
#include "election/name_table.h"
#include "election/text.h"

namespace kp {
namespace {

const NameTable<MarkState> kMarkStates = {{MarkState::None, "none"}, {MarkState::Mark, "mark"}, {MarkState::Unsure, "unsure"}};
const NameTable<Vote> kVotes = {{Vote::Yes, "yes"},       {Vote::No, "no"},   {Vote::None, "none"},    {Vote::High, "high"},
                                {Vote::Medium, "medium"}, {Vote::Low, "low"}, {Vote::Unsure, "unsure"}};
const NameTable<Validity> kValidities = {{Validity::Valid, "valid"}, {Validity::Invalid, "invalid"}, {Validity::Undecided, "undecided"}};
const NameTable<Why> kWhys = {{Why::MarkUnsure, "mark-unsure"},     {Why::OverVote, "over-vote"},
                              {Why::NothingVoted, "nothing-voted"}, {Why::AllRejected, "all-rejected"},
                              {Why::RowBoth, "row-both"},           {Why::ExtraWriting, "extra-writing"},
                              {Why::SecondInk, "second-ink"},       {Why::CodeUnreadable, "code-unreadable"},
                              {Why::CodeNotOurs, "code-not-ours"},  {Why::OtherContest, "other-contest"},
                              {Why::PageMissing, "page-missing"},   {Why::PageRepeated, "page-repeated"},
                              {Why::SeenBefore, "seen-before"},     {Why::BlankSheet, "blank-sheet"},
                              {Why::PageDamaged, "page-damaged"},   {Why::NotRegistered, "not-registered"},
                              {Why::DoubleFeed, "double-feed"}};

std::string explainVotes(Why why) {
  switch (why) {
    case Why::MarkUnsure:
      return tr("Có dấu không rõ: gạch một phần, gạch lệch, tẩy sửa hoặc quá mờ.",
                "A mark is not clear: partial, off its place, corrected or too faint.");
    case Why::OverVote: return tr("Số người được để lại nhiều hơn số lượng cần bầu.", "More names are left standing than there are seats.");
    case Why::NothingVoted: return tr("Phiếu không bầu cho người nào.", "The ballot votes for nobody.");
    case Why::AllRejected:
      return tr("Phiếu không đồng ý với tất cả những người trong danh sách.", "The ballot disapproves of everybody on the list.");
    case Why::RowBoth: return tr("Có dòng được đánh dấu ở nhiều ô.", "A row is marked in more than one box.");
    case Why::ExtraWriting:
      return tr("Có chữ viết, chữ ký hoặc dấu ghi thêm ngoài chỗ bầu.",
                "There is writing, a signature or a mark outside the places for voting.");
    case Why::SecondInk: return tr("Phiếu được viết bằng nhiều loại mực.", "The ballot is written in more than one ink.");
    default: return {};
  }
}

std::string explainSheet(Why why) {
  switch (why) {
    case Why::CodeUnreadable: return tr("Không đọc được mã in trên phiếu.", "The code printed on the ballot cannot be read.");
    case Why::CodeNotOurs: return tr("Mã trên phiếu không phải của đại hội này.", "The code on the ballot is not of this congress.");
    case Why::OtherContest: return tr("Phiếu này thuộc cuộc bầu khác.", "This ballot belongs to another contest.");
    case Why::PageMissing:
      return tr("Phiếu thiếu trang, hoặc chưa chắc các trang là của cùng một phiếu.",
                "A page of the ballot is missing, or it is not certain that the pages are of one ballot.");
    case Why::PageRepeated:
      return tr("Một trang của phiếu xuất hiện hai lần, hoặc một tờ có thể đã được quét hai lần.",
                "A page of the ballot appears twice, or a sheet was perhaps scanned twice.");
    case Why::SeenBefore: return tr("Tờ này giống hệt một tờ đã quét trước đó.", "This sheet is the same as one scanned before.");
    case Why::BlankSheet: return tr("Tờ giấy trắng, không có nội dung in.", "The sheet is blank, nothing is printed on it.");
    case Why::PageDamaged:
      return tr("Trang bị rách, bị che hoặc có vệt bẩn ngang chỗ bầu.",
                "The page is torn, covered, or a streak crosses the places for voting.");
    case Why::NotRegistered:
      return tr("Không xác định được vị trí các ô trên trang.", "The places for voting could not be found on the page.");
    case Why::DoubleFeed: return tr("Máy quét kéo hai tờ cùng lúc.", "The scanner fed two sheets at once.");
    default: return {};
  }
}

}  // namespace

std::string toString(MarkState v) { return nameOf(kMarkStates, v); }
std::string toString(Vote v) { return nameOf(kVotes, v); }
std::string toString(Validity v) { return nameOf(kValidities, v); }
std::string toString(Why v) { return nameOf(kWhys, v); }

Expected<MarkState> parseMarkState(const std::string& s) { return valueOf(kMarkStates, s); }
Expected<Vote> parseVote(const std::string& s) { return valueOf(kVotes, s); }
Expected<Validity> parseValidity(const std::string& s) { return valueOf(kValidities, s); }
Expected<Why> parseWhy(const std::string& s) { return valueOf(kWhys, s); }

std::string explain(Why why) {
  const std::string votes = explainVotes(why);
  return votes.empty() ? explainSheet(why) : votes;
}

}  // namespace kp

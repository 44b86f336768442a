// SPDX-License-Identifier: GPL-3.0-or-later
// Words are compared folded (no diacritics, no capitals): lists are typed by many hands. Only words that settle a class deduct; others are shown to people.
#include "lists/standing.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "election/text.h"
#include "formats/letter_case.h"

namespace kp::lists {
namespace {

using Phrases = std::vector<std::string_view>;

/// Whole words only: "vang" is not in "vangard", and a phrase is not found across others' letters.
bool has(const std::string& folded, std::string_view phrase) {
  return (" " + folded + " ").find(" " + std::string(phrase) + " ") != std::string::npos;
}
bool hasAny(const std::string& folded, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return has(folded, phrase); });
}

/// "không bị khởi tố", "chưa thuộc diện …": the phrase is there and denied.
bool deniesAny(const std::string& folded, const Phrases& phrases) {
  static const Phrases denials = {"khong", "khong bi", "khong phai", "khong thuoc dien", "khong duoc",
                                  "chua",  "chua bi",  "het",        "da het",           "not"};
  for (const std::string_view phrase : phrases)
    for (const std::string_view denial : denials)
      if (has(folded, std::string(denial) + " " + std::string(phrase))) return true;
  return false;
}

const Phrases kElsewhere = {
    "tam thoi sinh hoat",        "sinh hoat tam thoi", "sinh hoat dang tam thoi",     "chuyen sinh hoat dang tam thoi",
    "chuyen sinh hoat tam thoi", "sinh hoat noi khac", "temporary activity elsewhere"};
const Phrases kExempt = {"mien sinh hoat", "mien cong tac", "mien cong tac va sinh hoat", "mien cong tac sinh hoat", "mien shd",
                         "exempt",         "exempted"};
const Phrases kSuspended = {"dinh chi sinh hoat", "dinh chi sinh hoat dang", "suspended"};
const Phrases kDetained = {"khoi to", "truy to", "tam giam", "tam giu", "bat giam", "detained", "prosecuted"};
const Phrases kThroughout = {"vang suot", "vang mat suot", "vang ca dai hoi", "vang toan bo", "absent throughout"};
const Phrases kNoReason = {"khong ly do", "khong co ly do", "khong phep", "khong duoc chap nhan", "chua duoc chap nhan", "without reason"};
const Phrases kReason = {"co ly do", "ly do chinh dang", "duoc chap nhan", "co phep", "accepted reason"};
const Phrases kNoAlternate = {"khong co du khuyet",      "khong co dai bieu du khuyet", "khong du khuyet", "khong co nguoi thay",
                              "khong co nguoi thay the", "khong co thay the",           "khong ai thay",   "no alternate"};
const Phrases kReplaced = {"du khuyet thay", "du khuyet thay the", "co nguoi thay", "co nguoi thay the",
                           "da thay the",    "duoc thay the",      "replaced"};
const Phrases kCommittee = {
    "cap uy vien", "cap uy",      "uy vien ban chap hanh", "uy vien bch",  "uvbch",         "uy vien ban thuong vu", "uy vien btv",
    "uvbtv",       "chi uy vien", "dang uy vien",          "tinh uy vien", "huyen uy vien", "thanh uy vien",         "committee member"};

StatusFound found(const std::string& deduction, bool absent) {
  return {deduction, absent,
          Remark{RemarkKind::Deduction, RemarkLevel::Note,
                 trf("Được đề nghị giảm trừ theo diện “{0}”. Ban kiểm phiếu đối chiếu rồi mới nhập số liệu.",
                     "Proposed for the deduction “{0}”. The committee compares before it enters the figures.", deductionText(deduction))}};
}

StatusFound unclear(std::string what, bool absent) {
  return {{}, absent, Remark{RemarkKind::UnclearStatus, RemarkLevel::Warning, std::move(what)}};
}

StatusFound deniedWords() {
  return unclear(tr("Ghi chú nhắc đến một diện giảm trừ nhưng ở dạng phủ định. Không tính giảm trừ; hãy kiểm tra.",
                    "The note names a deduction class and denies it. Not deducted; check it."),
                 false);
}

StatusFound memberStatus(const std::string& words, Attendance attendance) {
  for (const Phrases* phrases : {&kElsewhere, &kExempt, &kSuspended, &kDetained})
    if (deniesAny(words, *phrases)) return deniedWords();
  if (hasAny(words, kDetained)) return found("detained", false);
  if (hasAny(words, kSuspended) || words == "dinh chi") return found("suspended", false);
  if (has(words, "dinh chi"))
    return unclear(tr("Có chữ “đình chỉ” nhưng không rõ là đình chỉ sinh hoạt đảng. Không tính giảm trừ; hãy kiểm tra.",
                      "Something is suspended; the list does not say that it is Party activity. Not deducted; check it."),
                   false);
  if (hasAny(words, kElsewhere)) return found("temporary-activity-elsewhere", false);
  const bool throughout = hasAny(words, kThroughout);
  if (hasAny(words, kExempt)) {
    if (attendance == Attendance::Present)
      return unclear(tr("Đảng viên được miễn sinh hoạt nhưng có mặt: không giảm trừ (R-23).",
                        "An exempted member who is present is not deducted (R-23)."),
                     false);
    if (attendance == Attendance::Absent || throughout) return found("exempt-absent", true);
    return unclear(
        tr("Đảng viên được miễn sinh hoạt chỉ được giảm trừ khi không dự đại hội. Danh sách không ghi có mặt hay vắng; hãy kiểm tra.",
           "An exempted member is deducted only if absent. The list does not say; check it."),
        false);
  }
  if (!throughout) return {};
  if (hasAny(words, kNoReason))
    return unclear(tr("Vắng suốt mà không có lý do được chấp nhận: không giảm trừ (R-23).",
                      "Absent throughout without an accepted reason: not deducted (R-23)."),
                   true);
  if (hasAny(words, kReason)) return found("absent-throughout", true);
  return unclear(tr("Vắng suốt thời gian đại hội chỉ được giảm trừ khi có lý do được chấp nhận. Danh sách không ghi; hãy kiểm tra.",
                    "Absence throughout is deducted only with an accepted reason. The list does not say; check it."),
                 true);
}

StatusFound delegateStatus(const std::string& words, const std::string& position) {
  if (!hasAny(words, kThroughout)) return {};
  const bool noAlternate = hasAny(words, kNoAlternate);
  if (hasAny(words, kCommittee) || hasAny(position, kCommittee)) return found("committee-absent-throughout", true);
  if (noAlternate) return found("absent-no-alternate", true);
  if (hasAny(words, kReplaced))
    return unclear(tr("Đại biểu vắng suốt nhưng có đại biểu dự khuyết thay thế: không giảm trừ (R-24).",
                      "A delegate absent throughout whose place an alternate takes is not deducted (R-24)."),
                   true);
  return unclear(tr("Đại biểu vắng suốt chỉ được giảm trừ khi không có dự khuyết thay thế. Danh sách không ghi; hãy kiểm tra.",
                    "A delegate absent throughout is deducted only if no alternate takes the place. The list does not say; check it."),
                 true);
}

bool isOneOf(const std::string& word, const std::set<std::string>& words) { return words.count(word) > 0; }

/// Ticks have no letters to fold.
bool isTick(const std::string& cell) {
  return cell.find("✓") != std::string::npos || cell.find("✔") != std::string::npos || cell.find("☑") != std::string::npos || cell == "+";
}

}  // namespace

std::optional<Attendance> presentMark(const std::string& cell) {
  const std::string word = folded(cell);
  if (isTick(cell) || isOneOf(word, {"x", "co", "1", "du", "present", "yes", "true", "p"}) || word.starts_with("co mat") ||
      word.starts_with("da den"))
    return Attendance::Present;
  if (isOneOf(word, {"0", "khong", "absent", "no", "false"}) || has(word, "vang") || cell == "-") return Attendance::Absent;
  return std::nullopt;
}

std::optional<Attendance> absentMark(const std::string& cell) {
  const std::string word = folded(cell);
  if (isTick(cell) || isOneOf(word, {"x", "v", "co", "1", "absent", "yes", "true"}) || has(word, "vang") || has(word, "phep") ||
      has(word, "ly do"))
    return Attendance::Absent;
  if (isOneOf(word, {"0", "khong", "no", "false"}) || word.starts_with("co mat") || cell == "-") return Attendance::Present;
  return std::nullopt;
}

Standing standingOf(const std::string& cell, const std::string& note) {
  const std::string own = folded(cell), rest = folded(note);
  const Phrases guests = {"khach moi", "dai bieu moi", "dai bieu khach moi", "guest"};
  if (hasAny(own, guests) || hasAny(rest, guests)) return Standing::Guest;
  if (has(own, "du bi") || has(rest, "dang vien du bi") || rest == "du bi" || has(own, "probationary") || has(rest, "probationary"))
    return Standing::Probationary;
  if (has(own, "du khuyet") || rest == "du khuyet" || rest.starts_with("dai bieu du khuyet") || has(own, "alternate") ||
      rest == "alternate")
    return Standing::Alternate;
  return Standing::Official;
}

StatusFound statusOf(CongressKind kind, const std::string& words, const std::string& position, Attendance attendance) {
  const std::string text = folded(words);
  return kind == CongressKind::Members ? memberStatus(text, attendance) : delegateStatus(text, folded(position));
}

}  // namespace kp::lists

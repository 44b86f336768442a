// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/ballot_words.h"

#include <QDateTime>
#include <QStringList>
#include <algorithm>
#include <map>

#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

struct TwoTexts {
  const char *vi, *en;
};

/// The reader's words (scanner/reading/decide.cpp, strays.cpp) as the committee would say them.
const std::map<std::string, TwoTexts>& markWhys() {
  static const std::map<std::string, TwoTexts> texts = {
      {"partial", {"Nét bút chỉ đi qua một phần họ tên.", "The ink goes through part of the name only."}},
      {"below", {"Nét gạch nằm dưới họ tên, không qua giữa chữ.", "The stroke lies below the name, not through it."}},
      {"above", {"Nét gạch nằm trên họ tên, không qua giữa chữ.", "The stroke lies above the name, not through it."}},
      {"faint",
       {"Nét rất mờ: có thể đã tẩy, là vết hằn hoặc dấu đóng.", "The stroke is very faint: rubbed out, shown through, or a stamp."}},
      {"paler",
       {"Dấu này nhạt hơn hẳn các dấu khác trên phiếu: có thể đã tẩy, là vết mực in sang hoặc sợi bẩn.",
        "This mark is much lighter than the others of the ballot: rubbed out, set-off of wet ink, or a hair."}},
      {"soft",
       {"Vết mờ dần ở mép, có thể là nếp gấp, bóng hoặc vết bẩn, không phải nét bút.",
        "It has no clear edge: perhaps a crease, a shadow or a smear, and no stroke."}},
      {"hidden", {"Chỗ này bị che, máy không thấy đủ họ tên.", "The place is covered; the whole name cannot be seen."}},
      {"across-rows",
       {"Nét mực kéo qua nhiều dòng, không rõ gạch dòng nào.", "The ink runs across several rows; it is not clear which one it strikes."}},
      {"print-differs",
       {"Chữ in ở đây khác thường, máy không phân biệt được nét gạch.", "The print here is unusual; a stroke cannot be told from it."}},
      {"print-torn",
       {"Tờ phiếu bị trượt khi quét, chữ in ở dòng này lệch chỗ.",
        "The sheet slipped in the scanner; the print of this row is out of place."}},
      {"name-differs",
       {"Họ tên in ở dòng này không rõ hoặc khác danh sách, chưa biết dòng này của ai.",
        "The name printed in this row is not clear or not the list's; whose row it is is not known."}},
      {"print-missing", {"Máy không thấy chữ in ở chỗ này.", "The print cannot be seen in this place."}},
      {"on-line", {"Có nếp gấp hoặc vệt dọc theo chỗ này, có thể che nét bút.", "A fold or streak runs along here and may hide a stroke."}},
      {"beside",
       {"Có nét bút ngay cạnh dòng này, không rõ có phải dành cho dòng này không.",
        "There is ink right beside this row; it may or may not be meant for it."}},
      {"row-struck",
       {"Nét bút đi qua số thứ tự hoặc họ tên in cạnh ô, không rõ có phải gạch người này không.",
        "A stroke goes through the number or the name printed beside the box; it may or may not be meant to strike this person."}},
      {"scratched", {"Ô bị tô hoặc gạch xóa, không rõ là chọn hay bỏ.", "The box is scribbled over: chosen or taken back is not clear."}},
      {"small", {"Dấu trong ô quá nhỏ hoặc quá ngắn.", "The mark in the box is too small or too short."}},
      {"straight-line", {"Trong ô chỉ có một nét thẳng, không phải dấu X.", "There is only a straight line in the box, no X."}},
      {"not-a-cross",
       {"Trong ô không phải dấu X mà là dấu khác (vòng tròn, dấu bằng, dấu hỏi, tam giác…).",
        "There is no X in the box but another sign (a ring, =, ?, a triangle …)."}},
      {"cluttered", {"Có nhiều nét ngoài ô, dấu trong ô không rõ.", "There is much ink outside the box; the mark in it is not clear."}},
      {"corrected",
       {"Dòng này có nhiều ô được tô hoặc đánh dấu, có thể là sửa lại.",
        "Several boxes of this row are filled or marked; it may be a correction."}},
      {"under-writing", {"Có chữ viết hoặc nét lớn đè lên dấu ở dòng này.", "Writing or a large stroke lies over the mark in this row."}},
      {"under-stamp", {"Dấu mộc đè lên chỗ này.", "A stamp lies over this place."}},
      {"off-scan", {"Chỗ này nằm ngoài ảnh quét.", "This place is outside the scanned picture."}},
  };
  return texts;
}

QString counted(const Contest& contest, const Judgement& judgement) {
  const auto number = [&](Vote vote) { return std::count(judgement.votes.begin(), judgement.votes.end(), vote); };
  const long unsure = number(Vote::Unsure);
  QStringList parts;
  switch (faceOf(contest)) {
    case Face::StrikeOut:
      parts << words("để lại {0} người, được bầu tối đa {1}", "{0} names left, at most {1} to elect", number(Vote::Yes), contest.seats);
      break;
    case Face::Columns:
      parts << words("đồng ý {0}, không đồng ý {1}, không tính {2}", "agree {0}, disagree {1}, not counted {2}", number(Vote::Yes),
                     number(Vote::No), number(Vote::None));
      break;
    case Face::Confidence:
      parts << words("tín nhiệm cao {0}, tín nhiệm {1}, tín nhiệm thấp {2}, không tính {3}",
                     "high {0}, confidence {1}, low {2}, not counted {3}", number(Vote::High), number(Vote::Medium), number(Vote::Low),
                     number(Vote::None));
      break;
  }
  if (unsure > 0) parts << words("{0} người chưa rõ", "{0} names not clear", unsure);
  return parts.join(QStringLiteral("; "));
}

}  // namespace

QString markWhyText(const MarkReading& mark) {
  const auto found = markWhys().find(mark.why);
  if (found == markWhys().end()) return text(explain(Why::MarkUnsure));
  return words(found->second.vi, found->second.en);
}

QString reasonText(const Reason& reason) {
  const QString sentence = text(explain(reason.why));
  return reason.detail.empty() ? sentence : sentence + QLatin1Char(' ') + text(reason.detail);
}

QString whyShort(Why why) {
  switch (why) {
    case Why::MarkUnsure: return words("Dấu chưa rõ", "Mark not clear");
    case Why::OverVote: return words("Thừa số người", "Over-vote");
    case Why::NothingVoted: return words("Không bầu ai", "Votes for nobody");
    case Why::AllRejected: return words("Không đồng ý tất cả", "Disagrees with all");
    case Why::RowBoth: return words("Đánh dấu nhiều ô", "Row marked twice");
    case Why::ExtraWriting: return words("Viết thêm", "Extra writing");
    case Why::SecondInk: return words("Nhiều loại mực", "Second ink");
    case Why::CodeUnreadable: return words("Mã không đọc được", "Code unreadable");
    case Why::CodeNotOurs: return words("Mã không phải của đại hội", "Code not ours");
    case Why::OtherContest: return words("Của cuộc bầu khác", "Other contest");
    case Why::PageMissing: return words("Thiếu trang", "Page missing");
    case Why::PageRepeated: return words("Lặp trang", "Page repeated");
    case Why::SeenBefore: return words("Đã quét trước đó", "Seen before");
    case Why::BlankSheet: return words("Giấy trắng", "Blank sheet");
    case Why::PageDamaged: return words("Trang hỏng", "Damaged page");
    case Why::NotRegistered: return words("Không định vị được", "Not registered");
    case Why::DoubleFeed: return words("Kéo hai tờ", "Double feed");
  }
  return {};
}

QString markText(Face face, MarkState state) {
  switch (state) {
    case MarkState::Mark: return face == Face::StrikeOut ? words("có gạch", "struck") : words("có dấu", "marked");
    case MarkState::None: return face == Face::StrikeOut ? words("không gạch", "not struck") : words("trống", "empty");
    case MarkState::Unsure: break;
  }
  return words("chưa rõ", "not clear");
}

QString voteText(Face face, Vote vote) {
  switch (vote) {
    case Vote::Yes: return face == Face::StrikeOut ? words("Không gạch (bầu)", "Not struck: a vote") : words("Đồng ý", "Agree");
    case Vote::No: return face == Face::StrikeOut ? words("Gạch (không bầu)", "Struck: no vote") : words("Không đồng ý", "Disagree");
    case Vote::None: return words("Không tính", "Not counted");
    case Vote::High: return words("Tín nhiệm cao", "High confidence");
    case Vote::Medium: return words("Tín nhiệm", "Confidence");
    case Vote::Low: return words("Tín nhiệm thấp", "Low confidence");
    case Vote::Unsure: break;
  }
  return words("Chưa rõ", "Not clear");
}

QString fieldText(Field field) {
  switch (field) {
    case Field::Name: return words("họ tên", "name");
    case Field::Approve: return words("ô Đồng ý", "box Agree");
    case Field::Disapprove: return words("ô Không đồng ý", "box Disagree");
    case Field::High: return words("ô Tín nhiệm cao", "box High confidence");
    case Field::Medium: return words("ô Tín nhiệm", "box Confidence");
    case Field::Low: return words("ô Tín nhiệm thấp", "box Low confidence");
  }
  return {};
}

QString validityText(Validity validity) {
  switch (validity) {
    case Validity::Valid: return words("hợp lệ", "valid");
    case Validity::Invalid: return words("không hợp lệ", "invalid");
    case Validity::Undecided: break;
  }
  return words("chờ kết luận", "undecided");
}

QString stateText(SheetRecord::State state) {
  switch (state) {
    case SheetRecord::State::Counted: return words("Đã tính", "Counted");
    case SheetRecord::State::Review: return words("Chờ xem", "Waiting");
    case SheetRecord::State::Ruled: return words("Đã kết luận", "Ruled");
    case SheetRecord::State::SetAside: break;
  }
  return words("Để riêng", "Set aside");
}

QString stateSign(SheetRecord::State state) {
  switch (state) {
    case SheetRecord::State::Counted: return QStringLiteral("✓");
    case SheetRecord::State::Review: return QStringLiteral("?");
    case SheetRecord::State::Ruled: return QStringLiteral("★");
    case SheetRecord::State::SetAside: break;
  }
  return QStringLiteral("–");
}

QString ruleWords(const std::string& id) {
  const RuleText* rule = ruleText(id);
  return rule ? words(rule->vi, rule->en) : QString();
}

QString countsText(const Contest& contest, const Judgement& judgement, bool taken) {
  if (!taken) return words("Để riêng, không tính vào kết quả.", "Set aside, counts nowhere.");
  const std::string what = counted(contest, judgement).toStdString();
  switch (judgement.validity) {
    case Validity::Valid:
      return judgement.rule.empty() ? words("Hợp lệ: {0}.", "Valid: {0}.", what)
                                    : words("Hợp lệ ({0}): {1}.", "Valid ({0}): {1}.", judgement.rule, what);
    case Validity::Invalid:
      if (std::all_of(judgement.votes.begin(), judgement.votes.end(), [](Vote v) { return v == Vote::Unsure; }))
        return words("Không hợp lệ theo {0}.", "Invalid by {0}.", judgement.rule);  // nothing was read that could be told
      return words("Không hợp lệ theo {0}: {1}.", "Invalid by {0}: {1}.", judgement.rule, what);
    case Validity::Undecided: break;
  }
  return words("Chưa kết luận: {0}.", "Undecided: {0}.", what);
}

QString timeText(const std::string& utc) {
  const QDateTime time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
  return time.isValid() ? time.toLocalTime().toString(QStringLiteral("HH:mm:ss dd/MM/yyyy")) : QString::fromStdString(utc);
}

QString namesText(const Actors& by) {
  QStringList names;
  for (const std::string& name : by) names << text(name);
  return names.join(QStringLiteral(", "));
}

}  // namespace kp::kiosk

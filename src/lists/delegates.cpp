// SPDX-License-Identifier: GPL-3.0-or-later
// Figures from a list of delegates or members. Proposed only: nothing here is entered anywhere.
#include <optional>

#include "election/text.h"
#include "lists/people.h"
#include "lists/standing.h"

namespace kp {
namespace {

using lists::Judged;
using lists::Meaning;

constexpr std::string_view kJoin = "; ";

std::string text(const Sheet& sheet, const Judged& judged, std::size_t row, Meaning meaning) {
  return lists::textOf(sheet.rows[judged.source[row]], judged.layout, meaning, std::string(kJoin));
}

/// Whether the list has marks in a column, and whether a blank cell means the opposite of a mark.
lists::MarkColumn surveyMarks(const Sheet& sheet, const Judged& judged, Meaning meaning) {
  lists::MarkColumn column;
  column.checklist = true;
  const Attendance marked = meaning == Meaning::Present ? Attendance::Present : Attendance::Absent;
  for (std::size_t i = 0; i < judged.preview.rows.size(); ++i) {
    if (judged.preview.rows[i].state != RowState::Accepted) continue;
    const std::string cell = text(sheet, judged, i, meaning);
    if (cell.empty()) continue;
    const auto mark = meaning == Meaning::Present ? lists::presentMark(cell) : lists::absentMark(cell);
    column.there = true;
    if (mark != marked) column.checklist = false;
  }
  return column;
}

void warnMark(ImportRow& row, const std::string& cell) {
  row.remarks.push_back({RemarkKind::UnclearAttendance, RemarkLevel::Warning,
                         cell.empty() ? tr("Không có dấu có mặt hay vắng mặt trong khi các dòng khác có. Hãy kiểm tra.",
                                           "There is no mark for present or absent while other rows have one. Check it.")
                                      : trf("Không hiểu dấu điểm danh “{0}”. Hãy kiểm tra người này có mặt hay vắng.",
                                            "The mark “{0}” is not understood. Check whether this person is present.", cell)});
}

/// One column's word on one row; nullopt and a warning when it says nothing that is understood.
std::optional<Attendance> readMark(ImportRow& row, const std::string& cell, const lists::MarkColumn& column, Meaning meaning) {
  const bool present = meaning == Meaning::Present;
  if (cell.empty() && column.checklist) return present ? Attendance::Absent : Attendance::Present;
  const auto mark = cell.empty() ? std::nullopt : (present ? lists::presentMark(cell) : lists::absentMark(cell));
  if (!mark) warnMark(row, cell);
  return mark;
}

void readAttendance(const Sheet& sheet, Judged& judged) {
  const auto present = surveyMarks(sheet, judged, Meaning::Present), absent = surveyMarks(sheet, judged, Meaning::Absent);
  for (std::size_t i = 0; i < judged.preview.rows.size(); ++i) {
    ImportRow& row = judged.preview.rows[i];
    if (row.state != RowState::Accepted || (!present.there && !absent.there)) continue;
    const std::string here = text(sheet, judged, i, Meaning::Present), away = text(sheet, judged, i, Meaning::Absent);
    // With both columns a mark in either settles it; a blank row of both does not.
    if (present.there && absent.there && here.empty() != away.empty()) {
      const auto mark = here.empty() ? lists::absentMark(away) : lists::presentMark(here);
      if (!mark) warnMark(row, here.empty() ? away : here);
      row.person.attendance = mark.value_or(Attendance::Unknown);
    } else if (present.there && absent.there) {
      warnMark(row, here.empty() ? here : here + " / " + away);
    } else if (present.there) {
      row.person.attendance = readMark(row, here, present, Meaning::Present).value_or(Attendance::Unknown);
    } else {
      row.person.attendance = readMark(row, away, absent, Meaning::Absent).value_or(Attendance::Unknown);
    }
  }
}

void noteStanding(ImportRow& row) {
  std::string what;
  switch (row.person.standing) {
    case Standing::Official: return;
    case Standing::Alternate:
      what = tr("Đại biểu dự khuyết: không tính vào số được triệu tập.", "An alternate is not counted among those convened.");
      break;
    case Standing::Probationary:
      what = tr("Đảng viên dự bị: không tính vào số đảng viên chính thức.",
                "A probationary member is not counted among the official members.");
      break;
    case Standing::Guest: what = tr("Khách mời: không tính vào số được triệu tập.", "A guest is not counted among those convened."); break;
  }
  row.remarks.push_back({RemarkKind::NotOfficial, RemarkLevel::Note, std::move(what)});
}

void readStatus(const Sheet& sheet, Judged& judged, CongressKind kind) {
  for (std::size_t i = 0; i < judged.preview.rows.size(); ++i) {
    ImportRow& row = judged.preview.rows[i];
    if (row.state != RowState::Accepted) continue;
    const std::string own = text(sheet, judged, i, Meaning::Standing);
    row.person.standing = lists::standingOf(own, row.person.note);
    if (row.person.standing == Standing::Official) row.person.standing = lists::standingOf(own, text(sheet, judged, i, Meaning::Status));
    noteStanding(row);
    if (row.person.standing != Standing::Official) continue;
    std::string words;
    for (const Meaning meaning : {Meaning::Status, Meaning::Present, Meaning::Absent, Meaning::Note, Meaning::Standing})
      words += text(sheet, judged, i, meaning) + " . ";
    const auto found = lists::statusOf(kind, words, row.person.position, row.person.attendance);
    row.person.deduction = found.deduction;
    if (found.absent && row.person.attendance == Attendance::Present)
      row.remarks.push_back({RemarkKind::UnclearAttendance, RemarkLevel::Warning,
                             tr("Điểm danh ghi có mặt nhưng ghi chú ghi vắng suốt. Không tính giảm trừ; hãy kiểm tra.",
                                "Marked present and said to be absent throughout. Not deducted; check it.")});
    if (found.absent && row.person.attendance == Attendance::Present) row.person.deduction.clear();
    if (found.absent && row.person.attendance == Attendance::Unknown) row.person.attendance = Attendance::Absent;
    if (found.remark && !(found.absent && row.person.attendance == Attendance::Present)) row.remarks.push_back(*found.remark);
  }
}

DelegateCounts countPeople(const ImportPreview& preview) {
  DelegateCounts counts;
  int unknown = 0;
  for (const ImportRow& row : preview.rows) {
    if (row.state != RowState::Accepted) continue;
    for (const Remark& remark : row.remarks)
      if (remark.kind == RemarkKind::UnclearStatus || remark.kind == RemarkKind::UnclearAttendance) {
        ++counts.unclear;
        break;
      }
    switch (row.person.standing) {
      case Standing::Alternate: ++counts.alternates; continue;
      case Standing::Probationary: ++counts.probationary; continue;
      case Standing::Guest: ++counts.guests; continue;
      case Standing::Official: ++counts.official; break;
    }
    if (row.person.attendance == Attendance::Present) ++counts.present;
    if (row.person.attendance == Attendance::Absent) ++counts.absent;
    if (row.person.attendance == Attendance::Unknown) ++unknown;
    if (!row.person.deduction.empty()) ++counts.proposed.deductions[row.person.deduction];
  }
  counts.attendanceKnown = counts.official > 0 && unknown == 0;
  counts.proposed.convened = counts.official;
  if (counts.attendanceKnown) counts.proposed.present = counts.present;
  return counts;
}

}  // namespace

ImportPreview previewDelegates(const Sheet& sheet, CongressKind kind) {
  Judged judged = lists::judgePeople(sheet, 0);
  readAttendance(sheet, judged);
  readStatus(sheet, judged, kind);
  judged.preview.delegates = countPeople(judged.preview);
  if (!judged.preview.delegates.attendanceKnown)
    judged.preview.notes.push_back(
        tr("Danh sách không cho biết đủ ai có mặt, ai vắng; số có mặt phải được nhập sau khi điểm danh.",
           "The list does not fully say who is present; the number present must be entered after the roll call."));
  return judged.preview;
}

}  // namespace kp

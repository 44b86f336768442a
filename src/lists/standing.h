// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lists/list_import.h"

/// What the words of a list say of attendance and of the deduction classes. Inner header of src/lists.
namespace kp::lists {

/// How a column of marks is to be read; worked out over all rows before any row is judged.
struct MarkColumn {
  bool there = false;      ///< the list has such a column and at least one mark in it
  bool checklist = false;  ///< only marks for present (absent) occur: a blank cell means the other
};

/// A mark in a column "Có mặt" or "Điểm danh"; nullopt when it is not understood.
std::optional<Attendance> presentMark(const std::string& cell);
/// A mark or a reason in a column "Vắng".
std::optional<Attendance> absentMark(const std::string& cell);

/// Official, alternate, probationary or guest by the words of a row; `cell` is the column of its own, `note` the note and the position.
Standing standingOf(const std::string& cell, const std::string& note);

/// What a row's words say of the deduction classes of.
struct StatusFound {
  std::string deduction;         ///< class, "" none
  bool absent = false;           ///< the words say absent throughout
  std::optional<Remark> remark;  ///< Deduction or UnclearStatus
};
/// `words` are status, marks and note together; `position` tells committee members. `attendance` as marked: R-23 deducts exempted members only if absent.
StatusFound statusOf(CongressKind kind, const std::string& words, const std::string& position, Attendance attendance);

}  // namespace kp::lists

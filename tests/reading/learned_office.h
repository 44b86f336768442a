// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "office_ballot.h"
#include "scanner/reading/learn_form.h"
#include "scanner/reading/reader.h"
#include "sheet.h"

namespace kp::test {

/// `names` invented people; another `salt`, other people.
Contest contestOf(const std::string& id, int names, int seats, ContestKind kind = ContestKind::Election, int salt = 0);
const CongressInfo& officeCongress();

template <typename T>
T need(Expected<T> value) {
  if (!value) throw std::runtime_error(value.error().what);
  return std::move(*value);
}

Raster blankOf(const std::string& pdf, int page, double dpi = 400);

/// A learned office ballot with its reader.
struct OfficeForm {
  Contest contest;
  BallotForm truth;  ///< where the office put things
  std::string pdf;
  LearnedBallot learned;

  explicit OfficeForm(const Contest& c) : OfficeForm(c, usualStyle(c)) {}
  OfficeForm(const Contest& c, const OfficeStyle& style);
  ReadingForm readingForm() const;
  Sheet sheet(int page = 0, double dpi = 200) const;
};

Reader readerOf(const std::vector<const OfficeForm*>& offices, const std::string& expected);

/// Marks every second target as the office's geometry has it; what must be read, by target of the learned page.
std::vector<MarkState> markEverySecond(Sheet& sheet, const OfficeForm& office, int page, const std::string& how);

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "lists/list_import.h"

namespace kp::lists {

/// Looks through accepted rows for equal names: a repetition of an earlier row is rejected (Repeated), namesakes whose rows tell them apart are warned
/// of (Namesake). Two birth dates that differ, or units, positions, notes that differ while no birth date is equal, make two people.
void findRepetitions(std::vector<ImportRow>& rows);

/// Birth as day, month, year where the text has them; 0 for what it has not. "15/03/1970", "15.3.1970", "1970", "1970-03-15".
struct BirthDate {
  int day = 0, month = 0, year = 0;
};
BirthDate birthDate(const std::string& text);

}  // namespace kp::lists

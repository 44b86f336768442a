// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "count/keyed_entry.h"

// How the rows of one face are typed; shared by parseEntry() and entryText().
namespace kp {

/// The usual row is not typed; a plain number is a departing one; letters name boxes.
struct KeyedFace {
  RowMarks usual{}, departing{}, unclear{};
  std::vector<char> boxes;  ///< the letter of each field, in the order of fieldsOf(); empty on strike-out faces
};
KeyedFace keyedFace(Face face);

/// The letters behind a number for this row; "" for the departing one.
std::string lettersOf(const KeyedFace& face, const RowMarks& row);
/// The row that letters behind a number mean ("" the departing one); nullopt for letters this face does not have, or twice the same.
std::optional<RowMarks> rowOf(const KeyedFace& face, const std::string& letters);

/// The letter of a flag, and the flag of a letter.
char letterOf(KeyedFlag flag);
std::optional<KeyedFlag> flagOf(char letter);

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

/// Cells as people typed them. Inner header of src/lists.
namespace kp::lists {

/// Single spaces between words and none at the ends; no-break spaces, tabs and line breaks within a cell are spaces too.
std::string singleSpaced(const std::string& text);
/// nfc() of singleSpaced().
std::string mended(const std::string& text);

/// True for digits with signs that stand beside numbers ("12", "(12)", "12.", "1,5"), at least one digit.
bool isNumber(const std::string& text);
/// True when the text has letters, and nothing but letters and the signs of names: space ' ’ - . ( ).
bool isLetters(const std::string& text);
/// Number of words between spaces.
std::size_t wordCount(const std::string& text);

}  // namespace kp::lists

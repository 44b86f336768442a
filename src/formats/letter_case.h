// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace kp {

/// Small letters of a text (simple case mapping of Unicode). Text that is not UTF-8 comes back as it is, here and below.
std::string lowerCase(const std::string& text);

/// What two spellings of one heading have in common: small letters without diacritics, đ as d, anything but letters and digits as single spaces, none at
/// the ends. "Họ và tên:" and "HO VA TEN" both give "ho va ten".
std::string folded(const std::string& text);

/// A person's name with a capital at the start of each word, also after an apostrophe or a hyphen: "H'YÉO NIÊ" gives "H'Yéo Niê".
std::string titleCase(const std::string& name);

/// True when a name is written in capitals only or in small letters only; false for a text without letters and for a single letter.
bool inOneCase(const std::string& name);

}  // namespace kp

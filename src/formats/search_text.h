// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace kp {

/// Text as it is searched: small letters without diacritics, đ as d ("Nguyễn Đức" → "nguyen duc"). Text that is not UTF-8 is returned as it is.
std::string searchText(const std::string& text);

/// The words of a question, each as searchText() has it; split at white space.
std::vector<std::string> searchWords(const std::string& question);

}  // namespace kp

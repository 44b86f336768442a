// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "lists/list_import.h"

/// Whether a text can be a person's name on a ballot. Inner header of src/lists.
namespace kp::lists {

/// What keeps a mended name from being taken; nullopt when nothing does. Not empty.
std::optional<Remark> nameProblem(const std::string& name);

/// What was mended or may be: `raw` as in the file, `name` mended. Fills `suggested` for a name in one case.
void noteMending(const std::string& raw, const std::string& name, std::string& suggested, std::vector<Remark>& remarks);

}  // namespace kp::lists

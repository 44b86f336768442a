// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kp {

/// Details of a journal entry as one line that people and programs read: "name=value; name=value". In values "%", ";" and control characters are written
/// as %XX, so that a file name can never look like another field. Names are of this program and ASCII.
std::string fieldsText(const std::vector<std::pair<std::string, std::string>>& fields);

/// The inverse. Any text allowed; parts without "=" are left out, of two fields of one name the first holds. Never throws.
std::map<std::string, std::string> readFields(const std::string& text);

/// A field as a number from 0 up; `otherwise` where it is missing or none.
long numberIn(const std::map<std::string, std::string>& fields, const std::string& name, long otherwise);
/// A field as text; "" where it is missing.
std::string textIn(const std::map<std::string, std::string>& fields, const std::string& name);

}  // namespace kp

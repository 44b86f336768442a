// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "election/error.h"

namespace kp {

/// The table one enum's names are read and written by: name of interfaces.md ⇄ value. Every value of the enum appears once.
template <typename E>
using NameTable = std::vector<std::pair<E, const char*>>;

/// The name of a value; "" for a value that is not in the table.
template <typename E>
std::string nameOf(const NameTable<E>& table, E value) {
  for (const auto& [candidate, name] : table)
    if (candidate == value) return name;
  return {};
}

/// The error for a name that is not in a table; lists what is allowed.
Error unknownName(const std::string& name, const std::string& allowed);

/// The value of a name; BadInput, listing what is allowed, for any other text.
template <typename E>
Expected<E> valueOf(const NameTable<E>& table, const std::string& name) {
  std::string allowed;
  for (const auto& [value, candidate] : table) {
    if (name == candidate) return value;
    allowed += (allowed.empty() ? "" : ", ") + std::string(candidate);
  }
  return tl::unexpected<Error>(unknownName(name, allowed));
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <tl/expected.hpp>

namespace kp {

/// What kind of expected failure happened. The kind decides the exit code and the tests; the text is for people.
enum class ErrorKind {
  BadInput,  ///< a file or value given from outside cannot be used
  Refused,   ///< a rule of the election or of the program forbids the act now
  NotFound,  ///< the thing named does not exist
  Damaged,   ///< stored data fails its own checks
  Io,        ///< disk, device or library failed
  Busy,      ///< somebody else holds the file
};

/// An expected failure. `what` says what happened, what is safe and what to do, in one line (Vietnamese or English by
/// the language chosen for the process, see election/text.h). `rule` cites the R-id if a rule of the election refused.
struct Error {
  ErrorKind kind = ErrorKind::BadInput;
  std::string what;
  std::string rule{};
};

template <typename T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string rule = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(rule)});
}

}  // namespace kp

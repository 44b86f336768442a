// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "ballot/form.h"

namespace kp {

/// Secret of one congress from which codes are authenticated; lives in the congress file only.
using CodeKey = std::array<std::uint8_t, 32>;

/// What a ballot's printed code says (mã trên phiếu). `form` is the first 4 bytes of a hash of the laid out form, so that a ballot printed
/// before a change of the list is not read with the new list.
struct CodePayload {
  std::uint32_t congress = 0;           ///< congressTag()
  std::uint32_t contest = 0;            ///< contestTag()
  std::uint32_t form = 0;               ///< formTag()
  int page = 1, pages = 1;              ///< 1…31
  std::optional<std::uint64_t> ballot;  ///< random, per-ballot codes only; 40 bits used
  friend bool operator==(const CodePayload&, const CodePayload&) = default;
};

std::uint32_t congressTag(const CongressInfo&);
std::uint32_t contestTag(const Contest&);
std::uint32_t formTag(const BallotForm&);

/// The text to print: uppercase, QR alphanumeric characters only, starts with "KP1". Ends with a keyed BLAKE2b tag of 8 bytes.
std::string encode(const CodePayload& payload, const CodeKey& key);

enum class CodeCheck {
  Ours,           ///< authentic under the key
  NotOurs,        ///< not a code of this program or not of its format
  Forged,         ///< right format and congress, but the tag is wrong
  OtherCongress,  ///< right format, other congress (its tag cannot be checked here)
};
struct DecodedCode {
  CodeCheck check = CodeCheck::NotOurs;
  CodePayload payload;  ///< meaningful except for NotOurs
};
/// Never throws, any bytes allowed.
DecodedCode decode(const std::string& text, const CodeKey& key, std::uint32_t congressTag);

}  // namespace kp

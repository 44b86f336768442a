// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is read gives previews that account for every row. The first byte chooses the suffix.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lists/list_import.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto sheet = kp::readTable(bytes, data[0] % 2 == 0 ? "a.csv" : "a.xlsx");
  if (!sheet) return 0;
  for (const auto& preview :
       {kp::previewCandidates(*sheet), kp::previewCommittee(*sheet), kp::previewDelegates(*sheet, kp::CongressKind::Members)})
    for (const auto& row : preview.rows)
      if (row.state != kp::RowState::Accepted && row.why().empty()) std::abort();
  const auto candidates = kp::candidatesOf(kp::previewCandidates(*sheet), {.suggestedNames = true, .sorted = true});
  if (candidates.size() > static_cast<std::size_t>(kp::kMaxCandidates)) std::abort();
  return 0;
}

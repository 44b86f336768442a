// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "ledger/sheet_repository.h"

namespace kp {

/// Where one sheet of a loaded pass came from (nguồn của tờ phiếu): of StoredSheet what counting and screens ask of every sheet; what was read stands beside it.
struct SheetOrigin {
  explicit SheetOrigin(const StoredSheet& sheet)
      : id(sheet.id),
        pass(sheet.pass),
        sourceName(sheet.sourceName),
        sourceHash(sheet.sourceHash),
        pageIndex(sheet.pageIndex),
        refused(sheet.refused),
        duplicateOf(sheet.duplicateOf) {}
  int id = 0;
  int pass = 1;
  std::string sourceName;
  Digest sourceHash{};
  int pageIndex = 0;
  std::string refused;
  std::optional<int> duplicateOf;
};

}  // namespace kp

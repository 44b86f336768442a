// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/package_count.h"
#include "count/packaging.h"

namespace kp {

/// The papers that go into a package: of each closed contest minutes, result sheet, list of rulings and (elections) of the elected; and the journal
/// of the whole file.
/// Each is made as makePaper() makes it and journalled. Errors as makePaper() and notePaper().
Expected<std::vector<PackagePaper>> papersForPackage(Ledger& ledger, const Actors& by);

/// Name and version of this program, as packages carry it.
std::string programVersion();

/// What checkPackageCount() needs: reads the signed statement off the papers.
PackageCheckPorts packageCheckPorts();

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/package_count.h"
#include "count/packaging.h"

namespace kp {

/// The papers that go into a package: of each closed contest minutes, result sheet, list of rulings and (elections) of the elected; and the journal
/// of the whole file.
/// Each is made as makePaper() makes it; nothing is journalled: the package is, and none of them lies before anybody to be signed or filed. Errors as makePaper().
Expected<std::vector<PackagePaper>> papersForPackage(const Ledger& ledger);

/// Name and version of this program, as packages carry it.
std::string programVersion();

/// What checkPackageCount() needs: reads the signed statement off the papers.
PackageCheckPorts packageCheckPorts();

}  // namespace kp

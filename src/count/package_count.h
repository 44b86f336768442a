// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "count/packaging.h"
#include "count/verification.h"
#include "evidence/package.h"

namespace kp {

/// What checking needs from outside.
struct PackageCheckPorts {
  /// The signed statement off a paper's PDF (src/wiring/printed_statement). An error: none can be read. Empty: papers are checked by their hash only.
  std::function<Expected<SignedStatement>(const std::string& pdf)> readStatement{};
  std::filesystem::path workFolder{};  ///< where the congress file is unpacked and removed again; "" = the system's temporary folder
};

/// One paper of the package.
struct PaperCheck {
  std::string name, contest;             ///< entry; contest "" when it carries no statement
  std::vector<std::string> differences;  ///< to the recomputed result
};

/// A package checked from its signature to its last tally.
struct PackageCountCheck {
  PackageCheck package;  ///< manifest, hashes, signature
  std::string congressId, congressName;
  FileCheck file;  ///< journal, readings and tallies of the contained file
  std::vector<PaperCheck> papers;
  std::vector<std::string> findings;  ///< everything wrong, one sentence each; those of `package`, `file` and `papers` among them
  bool sound() const { return findings.empty(); }
};

/// Checks a package without trusting anything in it but its key: every hash and the signature; the contained congress file by verifyFile() (every
/// tally recomputed from the readings and rulings); definition, geometry, records,
/// results and journal made again from it and compared with the contained ones; statements and papers compared with the recomputed results; the key
/// of all being one.
/// What differs is a finding. Errors: NotFound, BadInput (no package), Damaged (breaks off, signature does not fit), Io (no room to unpack).
Expected<PackageCountCheck> checkPackageCount(const std::filesystem::path& package, const PackageCheckPorts& ports = {});

}  // namespace kp

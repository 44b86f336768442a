// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// Told how far long work is, in bytes; returning false stops it, and nothing half-made is left. Called on the caller's thread, many times a second.
using ByteProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// A paper that goes into the package as it is.
struct PackagePaper {
  std::string name;   ///< "bien-ban-bch.pdf": ASCII, no folder, different from the others
  std::string bytes;  ///< PDF
};

struct PackageRequest {
  std::filesystem::path target;  ///< the `.kpz`; an existing one is never replaced
  std::vector<PackagePaper> papers{};
  std::string program{};  ///< name and version of this program, for statements and README.txt
  Actors by{};
  ByteProgress progress{};
};

/// A package that was made.
struct MadePackage {
  std::filesystem::path path;
  Digest hash{};  ///< of the whole file: what media are compared with
  std::uint64_t size = 0;
  std::vector<std::string> entries;       ///< names in the package, without the manifest's own
  std::vector<std::string> openContests;  ///< contests not closed when it was made: the package then is a state, no result
};

/// Makes the archive package (gói lưu trữ, domain.md §5.11): everything needed to check the count elsewhere, in one signed `.kpz`: README.txt (how to
/// check it, Vietnamese and English), congress.kiemphieu
/// (copy for handing on: without PINs and secret keys), definition.json, geometry/CONTEST.json, records/CONTEST-passN.jsonl, results/CONTEST.json,
/// statements/CONTEST.txt (signed, of closed
/// contests), papers/…, journal.jsonl, public-key.txt. Written under a temporary name, synced, renamed; journalled (PackageMade) with its hash.
/// Errors: Refused (who may not, see mayAct; stopped by `progress`; `target` exists; a copy for handing on, which cannot sign), BadInput (name of a paper), Io.
Expected<MadePackage> makePackage(Ledger& ledger, const PackageRequest& request);

/// A text of the package that follows from the congress file alone: name in the package → content. What makePackage() writes and what
/// checkPackageCount() makes again.
using DerivedEntries = std::map<std::string, std::string>;
Expected<DerivedEntries> derivedEntries(const Ledger& ledger);

/// The name of a contest's entries in a package: its id, every byte outside [A-Za-z0-9._-] as %XX.
std::string entryNameOf(const std::string& contest);

/// A name for a package: congress id and today's date, "ht-xviii-2025-10-15.kpz".
std::string suggestedPackageName(const Congress& congress, const std::string& utcNow);

inline constexpr const char* kPackagedCongressFile = "congress.kiemphieu";

}  // namespace kp

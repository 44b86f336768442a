// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/statement.h"

namespace kp {

/// Writes a `.kpz` (gói lưu trữ): a zip of everything needed to check the count elsewhere, its last two entries `manifest.txt` (the hash, size and name of every
/// other entry, and the public key) and `manifest.sig` (Ed25519 over the manifest, hexadecimal). The archive is written under a temporary name and takes its own
/// only when complete and synced. One thread at a time.
class PackageWriter {
 public:
  /// `madeAt` (seconds since 1970, UTC) is the time every entry carries, so that the same content gives the same bytes. Io when it cannot be written there.
  static Expected<PackageWriter> create(const std::filesystem::path& path, std::int64_t madeAt);
  ~PackageWriter();  ///< without finish(): the temporary file is removed
  PackageWriter(PackageWriter&&) noexcept;
  PackageWriter& operator=(PackageWriter&&) noexcept;

  /// Adds one entry. `name`: relative, "/" between folders ("images/s00012.jpg"). BadInput for a name that is absolute, has "..", letters outside ASCII or is there
  /// already; Io when the disk is full. Images (.jpg .jpeg .png .tif .tiff .pdf) are stored as they are, the rest is compressed.
  Expected<void> add(const std::string& name, std::string_view bytes);
  /// Adds a file as an entry, block by block, stored as it is. `goOn` is told the bytes done and the size, and stops the writing (Refused) by returning false.
  Expected<void> addFile(const std::string& name, const std::filesystem::path& file,
                         const std::function<bool(std::uint64_t done, std::uint64_t size)>& goOn = {});
  /// Writes manifest and signature, syncs, renames. The writer is of no use afterwards.
  Expected<void> finish(const SecretKey& secretKey);

 private:
  struct Impl;
  explicit PackageWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

struct PackageEntry {
  std::string name;
  std::uint64_t size = 0;
  Hash hash{};
  friend bool operator==(const PackageEntry&, const PackageEntry&) = default;
};

/// What a look through a package found. `findings` empty: every entry is there, unchanged, nothing was added, and the signature is the key's.
struct PackageCheck {
  std::vector<PackageEntry> entries;  ///< as in the manifest
  PublicKey key{};                    ///< of the manifest; the caller compares it with one known from elsewhere
  std::vector<std::string> findings;  ///< one sentence each, naming the entry, in the process's language
  bool sound() const { return findings.empty(); }
};

/// Reads the whole package once, entry by entry; any bytes allowed, never throws, keeps no image in memory.
/// NotFound: no such file. BadInput: no zip, or without a manifest of this program. Damaged: the zip breaks off or its signature does not fit.
Expected<PackageCheck> checkPackage(const std::filesystem::path& path);

/// One entry's bytes, unchecked (call checkPackage first). NotFound when there is none of that name; BadInput above kMaxEntryInMemory.
Expected<std::string> readFromPackage(const std::filesystem::path& path, const std::string& name);

/// Entries whose name `wanted` says yes to, unchecked, by name; one look through the package. BadInput when they come to more than `limit` bytes together.
Expected<std::map<std::string, std::string>> readEntries(const std::filesystem::path& path,
                                                         const std::function<bool(const std::string& name)>& wanted, std::uint64_t limit);

/// Writes one entry, unchecked, to a new file of any size. NotFound when there is none of that name; Refused when `target` exists; Io when the disk is full: then
/// nothing is left of it.
Expected<void> unpackEntry(const std::filesystem::path& path, const std::string& name, const std::filesystem::path& target);

inline constexpr std::uint64_t kMaxEntryInMemory = 512u << 20;  ///< the largest scan taken in (scanner/source)

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/package.h"

/// Manifest of a package, for src/evidence only. Text: "kiemphieu-package/1", "key <hex>", then "<hex hash> <size> <name>" for each entry.
namespace kp::manifest {

inline constexpr const char* kName = "manifest.txt";
inline constexpr const char* kSignatureName = "manifest.sig";
/// A manifest of one million entries of 100 bytes; more is none of ours.
inline constexpr std::size_t kMaxBytes = 200u << 20;

struct Manifest {
  PublicKey key{};
  std::vector<PackageEntry> entries;
};

std::string write(const Manifest& manifest);
/// nullopt for anything write() does not produce. Never throws.
std::optional<Manifest> read(std::string_view text);
/// Hexadecimal Ed25519 signature over the manifest's text.
std::string sign(const std::string& text, const SecretKey& secretKey);
bool verify(const std::string& text, std::string_view hexSignature, const PublicKey& key);
/// Relative, no "..", no empty part, ASCII (libarchive turns other letters by the process's locale), no control character, backslash or colon,
/// at most 255 bytes, not a name of the manifest's own.
bool allowedName(std::string_view name);

}  // namespace kp::manifest

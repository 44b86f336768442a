// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/package_manifest.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace kp::manifest {
namespace {

constexpr std::string_view kFormat = "kiemphieu-package/1\n";
constexpr std::string_view kKeyWord = "key ";

template <std::size_t N>
std::string hex(const std::array<std::uint8_t, N>& bytes) {
  std::string out(2 * N + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), bytes.data(), N);
  out.pop_back();
  return out;
}

template <std::size_t N>
bool unhex(std::string_view text, std::array<std::uint8_t, N>& out) {
  std::size_t length = 0;
  return text.size() == 2 * N && sodium_hex2bin(out.data(), N, text.data(), text.size(), nullptr, &length, nullptr) == 0 && length == N &&
         hex(out) == text;
}

bool readEntry(std::string_view line, PackageEntry& out) {
  constexpr std::size_t digits = 2 * std::tuple_size_v<Hash>;
  if (line.size() < digits + 4 || line[digits] != ' ' || !unhex(line.substr(0, digits), out.hash)) return false;
  line.remove_prefix(digits + 1);
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), out.size);
  if (error != std::errc() || end == line.data() + line.size() || *end != ' ') return false;
  out.name = std::string(line.substr(static_cast<std::size_t>(end - line.data()) + 1));
  return allowedName(out.name);
}

const unsigned char* raw(const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); }

}  // namespace

bool allowedName(std::string_view name) {
  if (name.empty() || name.size() > 255 || name == kName || name == kSignatureName) return false;
  for (char c : name)
    if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E || c == '\\' || c == ':') return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string write(const Manifest& manifest) {
  std::string out(kFormat);
  out += std::string(kKeyWord) + hex(manifest.key) + "\n";
  for (const auto& entry : manifest.entries) out += hex(entry.hash) + " " + std::to_string(entry.size) + " " + entry.name + "\n";
  return out;
}

std::optional<Manifest> read(std::string_view text) {
  Manifest out;
  const std::string_view whole = text;
  if (text.substr(0, kFormat.size()) != kFormat) return std::nullopt;
  text.remove_prefix(kFormat.size());
  for (bool first = true; !text.empty(); first = false) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (first) {
      if (line.substr(0, kKeyWord.size()) != kKeyWord || !unhex(line.substr(kKeyWord.size()), out.key)) return std::nullopt;
      continue;
    }
    PackageEntry entry;
    if (!readEntry(line, entry)) return std::nullopt;
    out.entries.push_back(std::move(entry));
  }
  if (write(out) != whole) return std::nullopt;
  return out;
}

std::string sign(const std::string& text, const SecretKey& secretKey) {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, raw(text), text.size(), secretKey.data());
  return hex(signature);
}

bool verify(const std::string& text, std::string_view hexSignature, const PublicKey& key) {
  Signature signature;
  return unhex(hexSignature, signature) && crypto_sign_verify_detached(signature.data(), raw(text), text.size(), key.data()) == 0;
}

}  // namespace kp::manifest

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/tiff_directory.h"

#include <bit>
#include <set>

#include "election/text.h"
#include "scanner/source/image_header.h"

namespace kp {
namespace {

/// Little helper over the bytes of one file: numbers in the file's own byte order, and whether they lie inside. TIFF 6.0 section 2; BigTIFF: 8 byte offsets.
class TiffBytes {
 public:
  explicit TiffBytes(std::string_view bytes) : m_bytes(bytes), m_little(bytes[0] == 'I'), m_big(number(2, 2) == 43) {}
  bool bigTiff() const { return m_big; }
  bool holds(std::uint64_t at, std::uint64_t length) const { return at <= m_bytes.size() && length <= m_bytes.size() - at; }
  /// `size` bytes at `at`, which must lie inside.
  std::uint64_t number(std::uint64_t at, unsigned size) const {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < size; ++i) {
      const unsigned from = m_little ? size - 1 - i : i;
      value = value << 8 | static_cast<unsigned char>(m_bytes[static_cast<std::size_t>(at) + from]);
    }
    return value;
  }

 private:
  std::string_view m_bytes;
  bool m_little, m_big;
};

struct Directory {
  TiffPage page;
  bool thumbnail = false;
  std::uint64_t next = 0;
};

enum Tag : std::uint64_t { kSubfile = 254, kWidth = 256, kHeight = 257, kBits = 258, kSamples = 277, kXResolution = 282, kUnit = 296 };

/// Size of one value of a TIFF field type (BYTE, SHORT, LONG, RATIONAL …); 0 for what a header number cannot be.
unsigned sizeOfType(std::uint64_t type) {
  switch (type) {
    case 1: return 1;
    case 3: return 2;
    case 4: return 4;
    case 5:
    case 16: return 8;
    default: return 0;
  }
}

class DirectoryReader {
 public:
  explicit DirectoryReader(const TiffBytes& bytes)
      : m_bytes(bytes), m_offset(bytes.bigTiff() ? 8 : 4), m_entry(bytes.bigTiff() ? 20 : 12) {}

  Expected<Directory> read(std::uint64_t at) {
    const unsigned countSize = m_bytes.bigTiff() ? 8 : 2;
    if (!m_bytes.holds(at, countSize)) return tl::unexpected(breaksOff({}));
    const std::uint64_t entries = m_bytes.number(at, countSize);
    if (entries == 0 || entries > 65535) return tl::unexpected(brokenHeader());
    if (!m_bytes.holds(at + countSize, entries * m_entry + m_offset)) return tl::unexpected(breaksOff({}));
    m_found = Directory{};
    m_unit = 2;
    for (std::uint64_t i = 0; i < entries; ++i)
      if (!readEntry(at + countSize + i * m_entry)) return tl::unexpected(breaksOff({}));
    m_found.next = m_bytes.number(at + countSize + entries * m_entry, m_offset);
    constexpr double kCentimetresPerInch = 2.54;
    if (m_unit == 1) m_found.page.dpi = 0;
    if (m_unit == 3) m_found.page.dpi *= kCentimetresPerInch;
    return m_found;
  }

 private:
  static int clamp(std::uint64_t value) { return value > INT32_MAX ? 0 : static_cast<int>(value); }

  /// False when a value lies outside the file.
  bool readEntry(std::uint64_t at) {
    const std::uint64_t tag = m_bytes.number(at, 2), type = m_bytes.number(at + 2, 2);
    const std::uint64_t count = m_bytes.number(at + 4, m_offset);
    const unsigned size = sizeOfType(type);
    if (size == 0 || count == 0) return true;
    std::uint64_t where = at + 4 + m_offset;
    const bool inlineValue = count <= m_offset / size;
    switch (tag) {
      case kSubfile:
      case kWidth:
      case kHeight:
      case kBits:
      case kSamples:
      case kXResolution:
      case kUnit: break;
      default: return true;
    }
    if (!inlineValue) where = m_bytes.number(where, m_offset);
    if (!m_bytes.holds(where, size)) return false;
    take(tag, type, where, size);
    return true;
  }

  void take(std::uint64_t tag, std::uint64_t type, std::uint64_t where, unsigned size) {
    if (tag == kXResolution) {
      if (type != 5) return;
      const std::uint64_t over = m_bytes.number(where, 4), under = m_bytes.number(where + 4, 4);
      m_found.page.dpi = under ? static_cast<double>(over) / static_cast<double>(under) : 0;
      return;
    }
    const std::uint64_t value = m_bytes.number(where, size);
    if (tag == kSubfile) m_found.thumbnail = (value & 1) != 0;
    if (tag == kWidth) m_found.page.width = clamp(value);
    if (tag == kHeight) m_found.page.height = clamp(value);
    if (tag == kBits) m_found.page.bits = clamp(value);
    if (tag == kSamples) m_found.page.channels = clamp(value);
    if (tag == kUnit) m_unit = value;
  }

  const TiffBytes& m_bytes;
  unsigned m_offset, m_entry;
  std::uint64_t m_unit = 2;
  Directory m_found;
};

Expected<std::vector<Directory>> walk(std::string_view file) {
  if (file.size() < 16) return tl::unexpected(breaksOff({}));
  const TiffBytes bytes(file);
  DirectoryReader reader(bytes);
  std::vector<Directory> found;
  std::set<std::uint64_t> seen;
  std::uint64_t at = bytes.bigTiff() ? bytes.number(8, 8) : bytes.number(4, 4);
  while (at != 0) {
    if (!seen.insert(at).second || found.size() >= static_cast<std::size_t>(kMaxTiffPages)) return tl::unexpected(brokenHeader());
    auto directory = reader.read(at);
    if (!directory) return tl::unexpected(directory.error());
    at = directory->next;
    found.push_back(*std::move(directory));
  }
  return found;
}

}  // namespace

Expected<std::vector<TiffPage>> readTiffDirectories(std::string_view bytes) {
  auto directories = walk(bytes);
  if (!directories) return tl::unexpected(directories.error());
  std::vector<TiffPage> pages;
  for (const Directory& directory : *directories)
    if (!directory.thumbnail) pages.push_back(directory.page);
  if (pages.empty()) return tl::unexpected(brokenHeader());
  return pages;
}

int tiffDirectoryOfPage(std::string_view bytes, int index) {
  const auto directories = walk(bytes);
  if (!directories) return -1;
  int page = 0;
  for (std::size_t i = 0; i < directories->size(); ++i)
    if (!(*directories)[i].thumbnail && page++ == index) return static_cast<int>(i);
  return -1;
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "election/error.h"

namespace kp {

/// Parts of one unpacked archive by name, with '/' between folders.
using ZipParts = std::map<std::string, std::string>;

inline constexpr std::size_t kMaxUnpackedBytes = 96U << 20;  ///< all XML of a workbook with 20,000 rows × 80 columns is about 60 MB
inline constexpr int kMaxZipEntries = 4'096;                 ///< a workbook has some twenty

/// Unpacks the XML parts of a workbook (.xml, .rels), nothing else. BadInput as readTable(): broken off or damaged, encrypted, unpacks to more than
/// kMaxUnpackedBytes or kMaxZipEntries.
Expected<ZipParts> unpackXml(std::string_view bytes, const std::string& fileName);

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Headers and pages of image files. PDFs are left to poppler's own fuzzing; large pictures only to their headers, so that a run is fast.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scanner/source/image_header.h"
#include "scanner/source/page_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr long kDecodedPixels = 1'000'000;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (kp::formatOf(bytes) == kp::FileFormat::Pdf) return 0;
  const auto header = kp::readImageHeader(bytes, 0);
  if (!header) return 0;
  if (static_cast<long>(header->width) * header->height > kDecodedPixels) return 0;
  for (const bool colour : {false, true}) {
    const auto page = kp::decodePage(bytes, 0, colour);
    if (page && (page->width != header->width || page->height != header->height || page->empty())) std::abort();
  }
  return 0;
}

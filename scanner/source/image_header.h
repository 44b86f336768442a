// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "election/error.h"

namespace kp {

enum class FileFormat { Unknown, Jpeg, Png, Tiff, Pdf };

/// The format by the first bytes, never by the file's name. A PDF may start anywhere in the first 1024 bytes (ISO 32000-1, Annex H.3.4.1).
FileFormat formatOf(std::string_view bytes);

/// What the header of an image file says of one page; nothing is decoded and nothing of the picture's size is allocated.
struct ImageHeader {
  FileFormat format = FileFormat::Unknown;
  int width = 0, height = 0;  ///< pixels, > 0
  int channels = 1;           ///< samples a pixel as stored: 1 gray or palette, 2 gray + alpha, 3, 4
  int bits = 8;               ///< bits a sample as stored
  double dpi = 0;             ///< horizontal; 0 when the file does not say
  int pages = 1;              ///< of the whole file
};

/// Reads the header of page `index` (from 0) of a JPEG, PNG or TIFF. Any bytes are safe. BadInput when the header is broken or breaks off, when there is
/// no such page, or when it has more than kMaxPixels pixels.
Expected<ImageHeader> readImageHeader(std::string_view bytes, int index);

/// The Error for a file whose data ends too early or is damaged within; `detail` is the decoder's own word, may be empty.
Error breaksOff(std::string_view detail);
/// The Error for a header that makes no sense.
Error brokenHeader();
/// The Error for a page that the file does not have.
Error noSuchPage(int index, int pages);
/// BadInput when width or height is not positive or the product is above kMaxPixels.
Expected<void> checkSize(long width, long height);

}  // namespace kp

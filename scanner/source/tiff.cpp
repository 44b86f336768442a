// SPDX-License-Identifier: GPL-3.0-or-later
// libtiff directly: OpenCV 4.6 reads a page of a TIFF from a named file only, and goes on after errors. Handlers are the handle's own, so nothing goes to stderr
// and two threads do not meet.
#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string>

#include <tiffio.h>

#include "scanner/source/codecs.h"
#include "scanner/source/tiff_directory.h"

namespace kp {
namespace {

struct TiffMemory {
  std::string_view bytes;
  toff_t at = 0;
  bool damaged = false;
  std::string message{};
};

TiffMemory& memory(thandle_t handle) { return *static_cast<TiffMemory*>(handle); }

tmsize_t readBytes(thandle_t handle, void* to, tmsize_t length) {
  TiffMemory& from = memory(handle);
  if (from.at >= from.bytes.size() || length <= 0) return 0;
  const std::size_t count = std::min<std::size_t>(static_cast<std::size_t>(length), from.bytes.size() - from.at);
  std::memcpy(to, from.bytes.data() + from.at, count);
  from.at += count;
  return static_cast<tmsize_t>(count);
}

tmsize_t writeBytes(thandle_t, void*, tmsize_t) { return 0; }

toff_t seekTo(thandle_t handle, toff_t offset, int whence) {
  TiffMemory& from = memory(handle);
  if (whence == SEEK_SET) from.at = offset;
  if (whence == SEEK_CUR) from.at += offset;
  if (whence == SEEK_END) from.at = from.bytes.size() + offset;
  return from.at;
}

int closeNothing(thandle_t) { return 0; }
toff_t sizeOf(thandle_t handle) { return memory(handle).bytes.size(); }

void remember(TiffMemory& job, const char* format, std::va_list args) {
  char text[256];
  std::vsnprintf(text, sizeof text, format, args);
  if (!job.damaged) job.message = text;
  job.damaged = true;
}

int onError(TIFF*, void* job, const char*, const char* format, std::va_list args) {
  remember(*static_cast<TiffMemory*>(job), format, args);
  return 1;
}

/// The fax and JPEG decoders report lost lines as warnings only; other warnings are about tags.
int onWarning(TIFF*, void* job, const char* module, const char* format, std::va_list args) {
  if (module && (std::strncmp(module, "Fax", 3) == 0 || std::strncmp(module, "JPEGLib", 7) == 0))
    remember(*static_cast<TiffMemory*>(job), format, args);
  return 1;
}

using TiffHandle = std::unique_ptr<TIFF, void (*)(TIFF*)>;

TiffHandle open(TiffMemory& job) {
  constexpr tmsize_t kMaxSingleAllocation = tmsize_t{1} << 30;  // the page itself is at most 4 · kMaxPixels bytes
  TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, kMaxSingleAllocation);
  TIFFOpenOptionsSetErrorHandlerExtR(options, onError, &job);
  TIFFOpenOptionsSetWarningHandlerExtR(options, onWarning, &job);
  // "m": no memory mapping; strips that reach past the end are then errors, never neighbours' bytes.
  TiffHandle tiff(TIFFClientOpenExt("page", "rm", &job, readBytes, writeBytes, seekTo, closeNothing, sizeOf, nullptr, nullptr, options),
                  TIFFClose);
  TIFFOpenOptionsFree(options);
  return tiff;
}

std::uint16_t field(TIFF* tiff, ttag_t tag) {
  std::uint16_t value = 0;
  TIFFGetFieldDefaulted(tiff, tag, &value);
  return value;
}

/// Bilevel and 8-bit gray in strips, as scanners write them: a line at a time without the fourfold memory of the general way.
bool isPlainGray(TIFF* tiff) {
  const std::uint16_t bits = field(tiff, TIFFTAG_BITSPERSAMPLE), photometric = field(tiff, TIFFTAG_PHOTOMETRIC);
  return !TIFFIsTiled(tiff) && field(tiff, TIFFTAG_SAMPLESPERPIXEL) == 1 && (bits == 1 || bits == 8) &&
         field(tiff, TIFFTAG_SAMPLEFORMAT) == SAMPLEFORMAT_UINT &&
         (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE);
}

bool readPlainGray(TIFF* tiff, const ImageHeader& header, const RasterBuffer& buffer) {
  const bool bilevel = field(tiff, TIFFTAG_BITSPERSAMPLE) == 1;
  const std::uint8_t flip = field(tiff, TIFFTAG_PHOTOMETRIC) == PHOTOMETRIC_MINISWHITE ? 0xFF : 0;
  std::vector<std::uint8_t> line(static_cast<std::size_t>(std::max<tmsize_t>(TIFFScanlineSize(tiff), header.width)));
  for (int y = 0; y < header.height; ++y) {
    if (TIFFReadScanline(tiff, line.data(), static_cast<std::uint32_t>(y), 0) != 1) return false;
    std::uint8_t* to = buffer.row(y);
    for (int x = 0; x < header.width; ++x) {
      const unsigned value =
          bilevel ? ((line[static_cast<std::size_t>(x) / 8] >> (7 - x % 8)) & 1u) * 255u : line[static_cast<std::size_t>(x)];
      to[x] = static_cast<std::uint8_t>(value ^ flip);
    }
  }
  return true;
}

/// Everything else through libtiff's own conversion to RGBA (premultiplied alpha, laid over white here). Pixels stay as stored: the orientation asked for is the file's.
bool readGeneral(TIFF* tiff, const ImageHeader& header, const RasterBuffer& buffer, bool colour) {
  const std::size_t width = static_cast<std::size_t>(header.width);
  const std::unique_ptr<std::uint32_t[]> rgba(new std::uint32_t[width * static_cast<std::size_t>(header.height)]);
  if (TIFFReadRGBAImageOriented(tiff, static_cast<std::uint32_t>(header.width), static_cast<std::uint32_t>(header.height), rgba.get(),
                                field(tiff, TIFFTAG_ORIENTATION), 1) != 1)
    return false;
  for (int y = 0; y < header.height; ++y) {
    const std::uint32_t* from = rgba.get() + static_cast<std::size_t>(y) * width;
    std::uint8_t* to = buffer.row(y);
    for (std::size_t x = 0; x < width; ++x) {
      const std::uint32_t pixel = from[x];
      const unsigned white = 255u - TIFFGetA(pixel);
      const unsigned red = std::min(255u, TIFFGetR(pixel) + white), green = std::min(255u, TIFFGetG(pixel) + white),
                     blue = std::min(255u, TIFFGetB(pixel) + white);
      if (colour) {
        *to++ = static_cast<std::uint8_t>(blue);
        *to++ = static_cast<std::uint8_t>(green);
        *to++ = static_cast<std::uint8_t>(red);
      } else {
        *to++ = luma(red, green, blue);
      }
    }
  }
  return true;
}

}  // namespace

Expected<Raster> decodeTiff(std::string_view bytes, const ImageHeader& header, int index, bool colour) {
  TiffMemory job{bytes};
  const int directory = tiffDirectoryOfPage(bytes, index);
  if (directory < 0) return tl::unexpected(noSuchPage(index, header.pages));
  const TiffHandle tiff = open(job);
  if (!tiff || TIFFSetDirectory(tiff.get(), static_cast<tdir_t>(directory)) != 1) return tl::unexpected(breaksOff(job.message));
  std::uint32_t width = 0, height = 0;
  TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
  if (width != static_cast<std::uint32_t>(header.width) || height != static_cast<std::uint32_t>(header.height))
    return tl::unexpected(brokenHeader());
  const bool plain = isPlainGray(tiff.get());
  const std::uint16_t photometric = field(tiff.get(), TIFFTAG_PHOTOMETRIC);
  const bool inColour = colour && photometric != PHOTOMETRIC_MINISBLACK && photometric != PHOTOMETRIC_MINISWHITE;
  RasterBuffer buffer(header.width, header.height, inColour ? 3 : 1, header.dpi);
  const bool whole = plain ? readPlainGray(tiff.get(), header, buffer) : readGeneral(tiff.get(), header, buffer, inColour);
  if (!whole || job.damaged) return tl::unexpected(breaksOff(job.message));
  return std::move(buffer).finish();
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// libpng directly, not through OpenCV, which lets libpng write to stderr; here damage is an error with libpng's own word, and alpha lies over white.
#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <string>

#include <png.h>

#include "scanner/source/codecs.h"

namespace kp {
namespace {

struct PngJob {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string_view rest;
  char message[128] = "";
};

void leave(png_structp png, png_const_charp message) {
  auto* job = static_cast<PngJob*>(png_get_error_ptr(png));
  std::strncpy(job->message, message, sizeof job->message - 1);
  png_longjmp(png, 1);
}

void quiet(png_structp, png_const_charp) {}

void give(png_structp png, png_bytep to, std::size_t length) {
  auto* job = static_cast<PngJob*>(png_get_io_ptr(png));
  if (length > job->rest.size()) png_error(png, "the file ends too early");
  std::memcpy(to, job->rest.data(), length);
  job->rest.remove_prefix(length);
}

/// Header, and the transformations to 8-bit gray, gray + alpha, BGR or BGRA. Returns the channels, 0 on an error. No destructors between setjmp and longjmp.
int open(PngJob& job) {
  if (setjmp(png_jmpbuf(job.png))) return 0;
  png_set_read_fn(job.png, &job, give);
  png_set_user_limits(job.png, 0x7fffffff, 0x7fffffff);  // the size was checked from the header
  png_read_info(job.png, job.info);
  png_set_expand(job.png);
  png_set_scale_16(job.png);
  png_set_bgr(job.png);
  png_set_interlace_handling(job.png);
  png_read_update_info(job.png, job.info);
  return png_get_channels(job.png, job.info);
}

bool readRows(PngJob& job, png_bytepp rows) {
  if (setjmp(png_jmpbuf(job.png))) return false;
  png_read_image(job.png, rows);
  png_read_end(job.png, nullptr);  // a file without its IEND chunk breaks off
  return true;
}

/// Lays one row over white and turns it gray where wanted. `from` has 1…4 channels (gray, gray + alpha, BGR, BGRA).
void convertRow(const std::uint8_t* from, int channels, std::uint8_t* to, int width, bool colour) {
  const bool alpha = channels == 2 || channels == 4;
  const int shades = alpha ? channels - 1 : channels;
  for (int x = 0; x < width; ++x, from += channels) {
    std::uint8_t over[3] = {};
    for (int i = 0; i < shades; ++i) {
      const unsigned opaque = alpha ? from[shades] : 255u;
      over[i] = static_cast<std::uint8_t>((from[i] * opaque + 255u * (255u - opaque) + 127u) / 255u);
    }
    if (shades == 1 || colour) {
      to = std::copy_n(over, shades, to);
    } else {
      *to++ = luma(over[2], over[1], over[0]);
    }
  }
}

Expected<Raster> decode(PngJob& job, const ImageHeader& header, bool colour) {
  const int channels = open(job);
  if (channels < 1 || channels > 4) return tl::unexpected(breaksOff(job.message));
  const int wanted = colour && channels >= 3 ? 3 : 1;
  RasterBuffer buffer(header.width, header.height, wanted, header.dpi);
  std::vector<png_bytep> rows(static_cast<std::size_t>(header.height));
  const bool straight = channels == wanted;
  RasterBuffer stored(straight ? 1 : header.width, straight ? 1 : header.height, channels, 0);
  for (int y = 0; y < header.height; ++y) rows[static_cast<std::size_t>(y)] = straight ? buffer.row(y) : stored.row(y);
  if (!readRows(job, rows.data())) return tl::unexpected(breaksOff(job.message));
  if (!straight)
    for (int y = 0; y < header.height; ++y) convertRow(stored.row(y), channels, buffer.row(y), header.width, wanted == 3);
  return std::move(buffer).finish();
}

}  // namespace

Expected<Raster> decodePng(std::string_view bytes, const ImageHeader& header, bool colour) {
  PngJob job;
  job.rest = bytes;
  job.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &job, leave, quiet);
  if (job.png) job.info = png_create_info_struct(job.png);
  auto raster = job.info ? decode(job, header, colour) : Expected<Raster>(tl::unexpected(breaksOff("libpng")));
  png_destroy_read_struct(&job.png, &job.info, nullptr);
  return raster;
}

}  // namespace kp

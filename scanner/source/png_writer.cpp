// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/png_writer.h"

#include <cmath>
#include <csetjmp>

#include <png.h>

#include "election/text.h"

namespace kp {
namespace {

constexpr double kMetresPerInch = 0.0254;
constexpr int kQuickCompression = 1;

void leave(png_structp png, png_const_charp) { png_longjmp(png, 1); }
void quiet(png_structp, png_const_charp) {}
void append(png_structp png, png_bytep bytes, std::size_t length) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), length);
}
void flushNothing(png_structp) {}

/// No destructors between setjmp and longjmp.
bool write(png_structp png, png_infop info, const PngPicture& picture, std::string& bytes) {
  if (setjmp(png_jmpbuf(png))) return false;
  png_set_write_fn(png, &bytes, append, flushNothing);
  png_set_compression_level(png, kQuickCompression);
  png_set_filter(png, 0, picture.bits == 1 ? PNG_FILTER_NONE : PNG_FILTER_SUB);
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), picture.bits,
               picture.channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (picture.dpi > 0) {
    const auto perMetre = static_cast<png_uint_32>(std::lround(picture.dpi / kMetresPerInch));
    png_set_pHYs(png, info, perMetre, perMetre, PNG_RESOLUTION_METER);
  }
  png_write_info(png, info);
  const std::size_t stride = (static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.channels * picture.bits) + 7) / 8;
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) png_write_row(png, picture.rows.data() + y * stride);
  png_write_end(png, info);
  return true;
}

}  // namespace

Expected<std::string> writePng(const PngPicture& picture) {
  std::string bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, leave, quiet);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  const bool written = info && write(png, info, picture, bytes);
  png_destroy_write_struct(&png, &info);
  if (!written)
    return fail(ErrorKind::Io,
                tr("Không lưu được ảnh của tờ vừa quét; các tờ trước vẫn an toàn. Hãy giải phóng bộ nhớ rồi quét lại tờ này.",
                   "The sheet just scanned cannot be stored; sheets before it are safe. Free memory and scan this sheet again."));
  return bytes;
}

}  // namespace kp

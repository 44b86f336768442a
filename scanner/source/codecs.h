// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "scanner/raster.h"
#include "scanner/source/image_header.h"

namespace kp {

/// One decoder a file; each leaves the file's own size and resolution as `header` says, and answers breaksOff() for data that end too early or are damaged.
/// Colour only when `colour` and the file has it. Nothing goes to stderr. Thread safe.
Expected<Raster> decodeJpeg(std::string_view bytes, const ImageHeader& header, bool colour);
Expected<Raster> decodePng(std::string_view bytes, const ImageHeader& header, bool colour);
Expected<Raster> decodeTiff(std::string_view bytes, const ImageHeader& header, int index, bool colour);

/// A raster's memory while it is being filled; finish() hands it over without copying.
class RasterBuffer {
 public:
  RasterBuffer(int width, int height, int channels, double dpi)
      : m_pixels(new std::uint8_t[static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels)]),
        m_width(width),
        m_height(height),
        m_channels(channels),
        m_dpi(dpi) {}
  std::uint8_t* row(int y) const { return m_pixels.get() + static_cast<std::size_t>(y) * stride(); }
  std::size_t stride() const { return static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_channels); }
  Raster finish() && {
    Raster raster;
    raster.width = m_width;
    raster.height = m_height;
    raster.channels = m_channels;
    raster.dpi = m_dpi;
    raster.data = m_pixels.get();
    raster.owner = std::shared_ptr<const std::uint8_t[]>(std::move(m_pixels));
    return raster;
  }

 private:
  std::unique_ptr<std::uint8_t[]> m_pixels;
  int m_width, m_height, m_channels;
  double m_dpi;
};

/// Luma of ITU-R BT.601 in 16-bit fixed point, as libjpeg has it, so that every format turns gray alike.
inline std::uint8_t luma(unsigned red, unsigned green, unsigned blue) {
  return static_cast<std::uint8_t>((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16);
}

}  // namespace kp

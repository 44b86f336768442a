// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/code/photo_code.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "scanner/code/qr.h"

namespace kp {
namespace {

constexpr double kScales[] = {1.0,  0.5, 0.7,
                              0.35, 1.5, 2.0};  ///< of phones' 8–50 MP pages to modules of 3–6 pixels, where ZXing reads best
constexpr long kMostPixels = 60'000'000;        ///< larger attempts are left out: A4 at 600 dpi is 35 million
constexpr int kLightShare = 24;  ///< light is even over 1/24 of the page: some 10 mm, two to three finder patterns of the minutes' code
constexpr double kPaper = 200;   ///< gray that paper gets when the light is made even

struct Gray {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
  std::uint8_t at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * width + x]; }
};

Gray copyOf(const unsigned char* data, int width, int height, int stride) {
  Gray image{width, height, {}};
  image.pixels.reserve(static_cast<std::size_t>(width) * height);
  for (int y = 0; y < height; ++y) {
    const unsigned char* row = data + static_cast<std::size_t>(y) * stride;
    image.pixels.insert(image.pixels.end(), row, row + width);
  }
  return image;
}

/// Mean over the square of 2·radius+1 pixels around each pixel, cut off at the edges.
Gray meanOf(const Gray& in, int radius) {
  const int w = in.width, h = in.height;
  std::vector<std::uint32_t> column(static_cast<std::size_t>(w), 0);  // sums of the rows in the window
  Gray out{w, h, std::vector<std::uint8_t>(in.pixels.size())};
  for (int y = -radius; y < h; ++y) {
    const int entering = y + radius, leaving = y - radius - 1;
    for (int x = 0; x < w; ++x) {
      if (entering < h) column[x] += in.at(x, entering);
      if (leaving >= 0) column[x] -= in.at(x, leaving);
    }
    if (y < 0) continue;
    const int rows = std::min(h - 1, y + radius) - std::max(0, y - radius) + 1;
    std::uint64_t sum = 0;
    for (int x = 0; x < std::min(radius, w); ++x) sum += column[x];
    for (int x = 0; x < w; ++x) {
      if (x + radius < w) sum += column[x + radius];
      if (x - radius - 1 >= 0) sum -= column[x - radius - 1];
      const int columns = std::min(w - 1, x + radius) - std::max(0, x - radius) + 1;
      out.pixels[static_cast<std::size_t>(y) * w + x] = static_cast<std::uint8_t>(sum / (static_cast<std::uint64_t>(rows) * columns));
    }
  }
  return out;
}

std::uint8_t clamped(double value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)); }

/// Shadows and the lamp's spot taken out: each pixel against the mean around it.
Gray evenLight(const Gray& in) {
  const Gray mean = meanOf(in, std::max(8, std::min(in.width, in.height) / kLightShare));
  Gray out = in;
  for (std::size_t i = 0; i < out.pixels.size(); ++i) out.pixels[i] = clamped(kPaper * in.pixels[i] / std::max<int>(1, mean.pixels[i]));
  return out;
}

/// Twice the difference to the mean of 5 × 5 pixels added: undoes a slight blur.
Gray sharpened(const Gray& in) {
  const Gray mean = meanOf(in, 2);
  Gray out = in;
  for (std::size_t i = 0; i < out.pixels.size(); ++i) out.pixels[i] = clamped(in.pixels[i] + 2.0 * (in.pixels[i] - mean.pixels[i]));
  return out;
}

/// Bilinear; when made smaller, smoothed first so that modules do not alias.
Gray scaled(const Gray& in, double scale) {
  const Gray smooth = scale < 0.75 ? meanOf(in, static_cast<int>(std::lround(0.5 / scale))) : in;
  Gray out;
  out.width = std::max(1, static_cast<int>(in.width * scale));
  out.height = std::max(1, static_cast<int>(in.height * scale));
  out.pixels.resize(static_cast<std::size_t>(out.width) * out.height);
  for (int y = 0; y < out.height; ++y) {
    const double v = std::clamp((y + 0.5) / scale - 0.5, 0.0, in.height - 1.0);
    const int y0 = static_cast<int>(v), y1 = std::min(in.height - 1, y0 + 1);
    for (int x = 0; x < out.width; ++x) {
      const double u = std::clamp((x + 0.5) / scale - 0.5, 0.0, in.width - 1.0);
      const int x0 = static_cast<int>(u), x1 = std::min(in.width - 1, x0 + 1);
      const double top = smooth.at(x0, y0) + (u - x0) * (smooth.at(x1, y0) - smooth.at(x0, y0));
      const double bottom = smooth.at(x0, y1) + (u - x0) * (smooth.at(x1, y1) - smooth.at(x0, y1));
      out.pixels[static_cast<std::size_t>(y) * out.width + x] = clamped(top + (v - y0) * (bottom - top));
    }
  }
  return out;
}

std::optional<std::string> lookAt(const Gray& image, std::string_view prefix) {
  for (QrFound& code : findAllQr(image.pixels.data(), image.width, image.height, image.width))
    if (std::string_view(code.text).substr(0, prefix.size()) == prefix) return std::move(code.text);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> findTextInPhoto(const unsigned char* data, int width, int height, int strideBytes, std::string_view prefix) {
  if (!data || width < 21 || height < 21) return std::nullopt;
  const Gray photo = copyOf(data, width, height, strideBytes);
  if (auto text = lookAt(photo, prefix)) return text;
  const Gray even = evenLight(photo);
  for (const double scale : kScales) {
    if (static_cast<double>(width) * height * scale * scale > kMostPixels) continue;
    const Gray plain = scale == 1.0 ? even : scaled(even, scale);
    if (auto text = lookAt(plain, prefix)) return text;
    if (auto text = lookAt(sharpened(plain), prefix)) return text;
    if (auto text = lookAt(meanOf(plain, 1), prefix)) return text;
  }
  return std::nullopt;
}

}  // namespace kp

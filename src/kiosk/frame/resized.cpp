// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/resized.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kp::kiosk {
namespace {

/// What old pixels a new one is made of.
struct Mean {
  int first = 0;
  std::vector<float> weights;  ///< their sum is 1
};

/// A triangle over what the new pixel covers, and over two old ones where the image grows.
std::vector<Mean> meansOf(int from, int to) {
  const double step = double(from) / to, reach = std::max(1.0, step);
  std::vector<Mean> means(static_cast<std::size_t>(to));
  for (int i = 0; i < to; ++i) {
    const double middle = (i + 0.5) * step - 0.5;
    Mean& mean = means[static_cast<std::size_t>(i)];
    mean.first = std::max(0, static_cast<int>(std::ceil(middle - reach)));
    const int last = std::min(from - 1, static_cast<int>(std::floor(middle + reach)));
    double sum = 0;
    for (int at = mean.first; at <= last; ++at) {
      const double weight = std::max(1e-6, 1 - std::abs(at - middle) / reach);
      mean.weights.push_back(static_cast<float>(weight));
      sum += weight;
    }
    for (float& weight : mean.weights) weight = static_cast<float>(weight / sum);
  }
  return means;
}

/// One row as numbers, `channels` a pixel (1: gray; 3: red, green, blue).
void readRow(const QImage& image, int y, int channels, std::vector<float>& row) {
  const uchar* line = image.constScanLine(y);
  for (int x = 0; x < image.width(); ++x) {
    if (channels == 1) {
      row[static_cast<std::size_t>(x)] = line[x];
      continue;
    }
    const QRgb colour = image.format() == QImage::Format_BGR888 ? qRgb(line[3 * x + 2], line[3 * x + 1], line[3 * x]) : image.pixel(x, y);
    float* to = row.data() + 3 * x;
    to[0] = static_cast<float>(qRed(colour)), to[1] = static_cast<float>(qGreen(colour)), to[2] = static_cast<float>(qBlue(colour));
  }
}

void addAcross(const std::vector<float>& row, const std::vector<Mean>& means, int channels, std::vector<float>& across) {
  for (std::size_t i = 0; i < means.size(); ++i)
    for (int c = 0; c < channels; ++c) {
      float sum = 0;
      const float* from = row.data() + means[i].first * channels + c;
      for (const float weight : means[i].weights) sum += weight * *from, from += channels;
      across[i * static_cast<std::size_t>(channels) + static_cast<std::size_t>(c)] = sum;
    }
}

void writeRow(const std::vector<float>& down, int channels, QRgb* line, int width) {
  const auto level = [](float value) { return std::clamp(static_cast<int>(value + 0.5F), 0, 255); };
  for (int x = 0; x < width; ++x) {
    const float* from = down.data() + x * channels;
    line[x] = channels == 1 ? qRgb(level(from[0]), level(from[0]), level(from[0])) : qRgb(level(from[0]), level(from[1]), level(from[2]));
  }
}

}  // namespace

QImage resized(const QImage& image, QSize size) {
  if (image.isNull()) return {};
  QImage out(size.expandedTo(QSize(1, 1)), QImage::Format_RGB32);
  const int channels = image.format() == QImage::Format_Grayscale8 ? 1 : 3;
  const std::vector<Mean> columns = meansOf(image.width(), out.width()), rows = meansOf(image.height(), out.height());
  const std::size_t wide = columns.size() * static_cast<std::size_t>(channels);
  std::vector<float> row(static_cast<std::size_t>(image.width() * channels)), down(wide);
  std::vector<std::vector<float>> across;  // of old rows first …, those still needed
  int first = 0;
  for (int y = 0; y < out.height(); ++y) {
    const Mean& mean = rows[static_cast<std::size_t>(y)];
    const int end = mean.first + static_cast<int>(mean.weights.size());
    across.erase(across.begin(), across.begin() + std::min<std::ptrdiff_t>(mean.first - first, std::ssize(across)));
    for (first = mean.first; first + static_cast<int>(across.size()) < end;) {
      readRow(image, first + static_cast<int>(across.size()), channels, row);
      addAcross(row, columns, channels, across.emplace_back(wide));
    }
    std::fill(down.begin(), down.end(), 0.0F);
    for (std::size_t k = 0; k < mean.weights.size(); ++k)
      for (std::size_t i = 0; i < wide; ++i) down[i] += mean.weights[k] * across[k][i];
    writeRow(down, channels, reinterpret_cast<QRgb*>(out.scanLine(y)), out.width());
  }
  return out;
}

QImage resizedToFit(const QImage& image, QSize size) {
  if (image.isNull() || (size.width() <= 0 && size.height() <= 0)) return image;
  const double wide = size.width() > 0 ? double(size.width()) / image.width() : HUGE_VAL;
  const double high = size.height() > 0 ? double(size.height()) / image.height() : HUGE_VAL;
  const double scale = std::min(wide, high);
  return resized(image, QSize(static_cast<int>(std::lround(image.width() * scale)), static_cast<int>(std::lround(image.height() * scale))));
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/copier.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "scanner/rehearsal/wear.h"

namespace kp::rehearsal {
namespace {

/// Fattens or thins by a fraction of a pixel: between the page and its eroded or dilated self.
void changeWeight(cv::Mat& image, double edgeMm, double pxPerMm) {
  double left = std::abs(edgeMm) * pxPerMm;
  while (left > 0.02) {
    const double part = std::min(1.0, left);
    cv::Mat moved;
    const cv::Mat kernel = cv::getStructuringElement(cv::MORPH_CROSS, {3, 3});
    if (edgeMm > 0)
      cv::erode(image, moved, kernel);
    else
      cv::dilate(image, moved, kernel);
    cv::addWeighted(moved, part, image, 1 - part, 0, image);
    left -= part;
  }
}

/// Toner: paleness, patches where it did not hold, a band along the drum, and the copier's gray veil. One look per pixel.
void toner(Sheet& sheet, const Copier& c) {
  const double s = sheet.pxPerMm, w = sheet.widthMm(), h = sheet.heightMm();
  const int channels = sheet.image.channels();
  const double dx = std::cos(c.veilAngle) / w, dy = std::sin(c.veilAngle) / h;
  for (int y = 0; y < sheet.image.rows; ++y) {
    unsigned char* row = sheet.image.ptr(y);
    for (int x = 0; x < sheet.image.cols; ++x) {
      unsigned char* p = row + x * channels;
      const double side = std::clamp(0.5 + (x / s - w / 2) * dx + (y / s - h / 2) * dy, 0.0, 1.0), veil = c.veil * side;
      double hold = 1;
      if (p[0] < 200) {  // only where there is print
        hold = c.toner;
        if (c.dropouts > 0 && cloud(x / s, y / s, 11, c.salt) < c.dropouts * 2 && tooth(x / s, y / s, c.salt) < 0.52) hold *= 0.25;
        if (c.bandLevel > 0 && std::abs(x / s / w - c.bandAt) < 0.02) hold *= 1 - c.bandLevel;
      }
      for (int k = 0; k < channels; ++k) p[k] = cv::saturate_cast<unsigned char>(255 - (255 - p[k]) * hold - veil);
    }
  }
}

}  // namespace

Copier pickCopier(Rng& rng, bool harsh) {
  Copier c;
  c.scale = harsh ? rng.uniform(0.94, 1.03) : rng.chance(0.7) ? rng.normal(1, 0.004) : rng.uniform(0.96, 1.02);
  c.rotation = rng.normal(0, harsh ? 0.5 : 0.2);
  c.shiftX = rng.normal(0, 1), c.shiftY = rng.normal(0, 1);
  c.bold = rng.normal(0, harsh ? 0.07 : 0.04);
  c.veil = rng.chance(0.5) ? rng.uniform(0, harsh ? 45 : 18) : 0, c.veilAngle = rng.uniform(0, 6.28);
  c.toner = harsh ? rng.uniform(0.6, 1) : rng.uniform(0.85, 1);
  c.dropouts = rng.chance(harsh ? 0.4 : 0.15) ? rng.uniform(0.03, 0.15) : 0;
  c.bandLevel = rng.chance(harsh ? 0.2 : 0.05) ? rng.uniform(0.1, 0.5) : 0, c.bandAt = rng.uniform(0.05, 0.95);
  c.specks = rng.integer(0, harsh ? 80 : 25);
  c.salt = static_cast<std::uint32_t>(rng.bits());
  return c;
}

void copySheet(Sheet& sheet, const Copier& c, Rng& rng) {
  const double a = c.rotation * 3.14159265358979 / 180, co = std::cos(a) * c.scale, si = std::sin(a) * c.scale;
  const double cx = sheet.image.cols / 2.0, cy = sheet.image.rows / 2.0;
  cv::Matx23d m(co, -si, 0, si, co, 0);
  m(0, 2) = cx + (c.shiftX + rng.normal(0, 0.15)) * sheet.pxPerMm - m(0, 0) * cx - m(0, 1) * cy;
  m(1, 2) = cy + (c.shiftY + rng.normal(0, 0.15)) * sheet.pxPerMm - m(1, 0) * cx - m(1, 1) * cy;
  cv::Mat copy;
  cv::warpAffine(sheet.image, copy, cv::Mat(m), sheet.image.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  sheet.image = copy;
  const cv::Matx23d t = sheet.toPx;
  for (int r = 0; r < 2; ++r) {
    sheet.toPx(r, 0) = m(r, 0) * t(0, 0) + m(r, 1) * t(1, 0);
    sheet.toPx(r, 1) = m(r, 0) * t(0, 1) + m(r, 1) * t(1, 1);
    sheet.toPx(r, 2) = m(r, 0) * t(0, 2) + m(r, 1) * t(1, 2) + m(r, 2);
  }
  changeWeight(sheet.image, c.bold, sheet.pxPerMm);
  toner(sheet, c);
  specks(sheet, c.specks, rng);
}

}  // namespace kp::rehearsal

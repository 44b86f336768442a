// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/font_metrics.h"

#include <algorithm>

#include "election/utf8.h"

namespace kp {
namespace {

const detail::GlyphAdvance* find(char32_t character) {
  const auto* end = detail::kAdvances + detail::kAdvanceCount;
  const auto* at =
      std::lower_bound(detail::kAdvances, end, character, [](const detail::GlyphAdvance& a, char32_t c) { return a.character < c; });
  return at != end && at->character == character ? at : nullptr;
}

const detail::FontExtents& extents(FontStyle style) { return detail::kFontExtents[static_cast<std::size_t>(style)]; }

double emMm(double thousandths, double sizePt) { return thousandths / 1000.0 * sizePt * kMmPerPt; }

}  // namespace

bool printable(std::string_view utf8) {
  const auto points = decodeUtf8(utf8);
  return points && std::all_of(points->begin(), points->end(), [](char32_t c) { return find(c) != nullptr; });
}

double textWidthMm(std::string_view utf8, double sizePt, FontStyle style) {
  const auto points = decodeUtf8(utf8);
  if (!points) return 0;
  long sum = 0;
  for (const char32_t c : *points)
    if (const auto* glyph = find(c)) sum += glyph->advance[static_cast<std::size_t>(style)];
  return emMm(static_cast<double>(sum), sizePt);
}

double topMm(double sizePt, FontStyle style) { return emMm(extents(style).top, sizePt); }
double depthMm(double sizePt, FontStyle style) { return emMm(extents(style).depth, sizePt); }
double capHeightMm(double sizePt, FontStyle style) { return emMm(extents(style).cap, sizePt); }

RectMm boxOf(const TextRun& run) {
  const double top = topMm(run.sizePt, run.style);
  return {run.x, run.baseline - top, textWidthMm(run.text, run.sizePt, run.style), top + depthMm(run.sizePt, run.style)};
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/font_metrics.h"

#include <algorithm>

namespace kp {
namespace {

const detail::GlyphAdvance* find(char32_t character) {
  const auto* end = detail::kAdvances + detail::kAdvanceCount;
  const auto* at = std::lower_bound(detail::kAdvances, end, character, [](const detail::GlyphAdvance& a, char32_t c) { return a.character < c; });
  return at != end && at->character == character ? at : nullptr;
}

const detail::FontExtents& extents(FontStyle style) { return detail::kFontExtents[static_cast<std::size_t>(style)]; }

double emMm(double thousandths, double sizePt) { return thousandths / 1000.0 * sizePt * kMmPerPt; }

// Bytes that follow a lead byte, and the lead byte's own bits; -1 for a byte that cannot lead.
int following(unsigned char lead, char32_t& bits) {
  if (lead < 0x80) return bits = lead, 0;
  if (lead >= 0xC2 && lead <= 0xDF) return bits = lead & 0x1F, 1;
  if ((lead & 0xF0) == 0xE0) return bits = lead & 0x0F, 2;
  if (lead >= 0xF0 && lead <= 0xF4) return bits = lead & 0x07, 3;
  return -1;
}

}  // namespace

std::optional<std::vector<char32_t>> codePoints(std::string_view utf8) {
  static constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
  std::vector<char32_t> result;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    char32_t c = 0;
    const int more = following(static_cast<unsigned char>(utf8[i]), c);
    if (more < 0 || i + static_cast<std::size_t>(more) >= utf8.size()) return std::nullopt;
    for (int k = 0; k < more; ++k) {
      const auto byte = static_cast<unsigned char>(utf8[++i]);
      if ((byte & 0xC0) != 0x80) return std::nullopt;
      c = (c << 6) | (byte & 0x3F);
    }
    if (c < kLeast[more] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return std::nullopt;
    result.push_back(c);
  }
  return result;
}

bool printable(std::string_view utf8) {
  const auto points = codePoints(utf8);
  return points && std::all_of(points->begin(), points->end(), [](char32_t c) { return find(c) != nullptr; });
}

double textWidthMm(std::string_view utf8, double sizePt, FontStyle style) {
  const auto points = codePoints(utf8);
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

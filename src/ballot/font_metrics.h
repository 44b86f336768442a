// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ballot/form.h"

namespace kp {

/// PDF point in millimetres (1/72 inch).
inline constexpr double kMmPerPt = 25.4 / 72.0;

namespace detail {
/// 1/1000 em: the top of the highest Vietnamese letter (a capital with two marks), of a capital, of x; the depth of the lowest below the baseline (positive).
struct FontExtents {
  std::int16_t top, cap, xHeight, depth;
};
/// Advance of one character in 1/1000 em, by FontStyle.
struct GlyphAdvance {
  char32_t character;
  std::uint16_t advance[4];
};
extern const FontExtents kFontExtents[4];
extern const std::size_t kAdvanceCount;
extern const GlyphAdvance kAdvances[];
}  // namespace detail

/// True when every character of the text can be printed: Vietnamese, Latin-1, Latin Extended-A, usual punctuation; NFC, no control characters.
bool printable(std::string_view utf8);

/// Width of a text in LiberationSerif in mm, no kerning, exactly as the PDF places it. Characters that are not printable() count as nothing.
double textWidthMm(std::string_view utf8, double sizePt, FontStyle style);

/// Above the baseline: the top of the highest capital with its marks (Ễ), mm.
double topMm(double sizePt, FontStyle style);
/// Below the baseline: the deepest descender or dot, mm, positive.
double depthMm(double sizePt, FontStyle style);
/// Height of capital H, mm.
double capHeightMm(double sizePt, FontStyle style);

/// The box a text run takes: its advance width, topMm above to depthMm below its baseline.
RectMm boxOf(const TextRun& run);

}  // namespace kp

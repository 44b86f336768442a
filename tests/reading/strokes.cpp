// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of the acceptance table: each drawn by a few straight pieces.
#include <cmath>
#include <stdexcept>

#include "sheet.h"

namespace kp::test {
namespace {

/// A line through (or beside) a name from share to share of its length at a share of its height; `rise` mm over its length, `wave` mm up and down.
void along(Sheet& s, const RectMm& b, double from, double to, double height, double rise, double wave, double width, double gray) {
  constexpr int kPieces = 16;
  const auto y = [&](int i) { return b.y + height * b.h + rise * (i / double(kPieces) - 0.5) + wave * std::sin(i * 1.3); };
  const auto x = [&](int i) { return b.x + b.w * (from + (to - from) * i / kPieces); };
  for (int i = 0; i < kPieces; ++i) s.line(x(i), y(i), x(i + 1), y(i + 1), width, gray);
}

void cross(Sheet& s, const RectMm& b, double grow, double width, double gray) {
  s.line(b.x - grow, b.y - grow, b.x + b.w + grow, b.y + b.h + grow, width, gray);
  s.line(b.x - grow, b.y + b.h + grow, b.x + b.w + grow, b.y - grow, width, gray);
}

double jitter(int i) { return 0.03 * (i % 5 - 2); }

}  // namespace

const std::vector<Stroke>& nameStrokes() {
  static const std::vector<Stroke> all = {
      {"straight", MarkState::Mark, [](Sheet& s, const RectMm& b, int i) { along(s, b, -0.02, 1.02, 0.52 + jitter(i), 0, 0, 0.45, 50); }},
      {"slanted", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int i) { along(s, b, -0.02, 1.02, 0.5, i % 4 ? 1.4 : -1.4, 0, 0.45, 50); }},
      {"corner to corner", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int i) { along(s, b, -0.02, 1.04, 0.5, (i % 4 ? 0.85 : -0.85) * b.h, 0, 0.45, 50); }},
      {"wavy", MarkState::Mark, [](Sheet& s, const RectMm& b, int i) { along(s, b, -0.01, 1.01, 0.52 + jitter(i), 0, 0.5, 0.5, 60); }},
      {"double", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 1, 0.4, 0, 0, 0.4, 50), along(s, b, 0, 1.02, 0.62, 0, 0, 0.4, 50); }},
      {"pencil", MarkState::Mark, [](Sheet& s, const RectMm& b, int i) { along(s, b, -0.01, 1.01, 0.52 + jitter(i), 0.4, 0.1, 0.5, 130); }},
      {"marker", MarkState::Mark, [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 1, 0.5, 0, 0, 1.3, 30); }},
      {"overshooting", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int i) { along(s, b, -0.12, 1.2, 0.52 + jitter(i), 0.5, 0, 0.45, 50); }},
      {"zigzag", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int) {
         for (double x = b.x; x < b.x + b.w; x += 2)
           s.line(x, b.y + 0.25 * b.h, x + 1, b.y + 0.75 * b.h, 0.4, 50), s.line(x + 1, b.y + 0.75 * b.h, x + 2, b.y + 0.25 * b.h, 0.4, 50);
       }},
      {"half", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 0.5, 0.52, 0, 0, 0.45, 50); }},
      {"last third", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { along(s, b, 0.66, 1.02, 0.52, 0, 0, 0.45, 50); }},
      {"underline", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 1, 1.06, 0, 0, 0.45, 50); }},
      {"slanted underline", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 1, 0.92, 0.5 * b.h, 0, 0.45, 50); }},
      {"half a slant", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 0.55, 0.5, 0.8 * b.h, 0, 0.45, 50); }},
      {"faint", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { along(s, b, 0, 1, 0.52, 0, 0, 0.45, 195); }},
      {"ringed", MarkState::Unsure,
       [](Sheet& s, const RectMm& b, int) {
         const double l = b.x - 1, r = b.x + b.w + 1, t = b.y - 0.6, u = b.y + b.h + 0.6;
         s.line(l, t, r, t, 0.45, 50), s.line(r, t, r, u, 0.45, 50), s.line(r, u, l, u, 0.45, 50), s.line(l, u, l, t, 0.45, 50);
       }},
      {"tick beside", MarkState::Unsure,
       [](Sheet& s, const RectMm& b, int) {
         s.line(b.x + b.w + 3, b.y + 2, b.x + b.w + 4.5, b.y + 4.5, 0.5, 50),
             s.line(b.x + b.w + 4.5, b.y + 4.5, b.x + b.w + 8, b.y, 0.5, 50);
       }},
      {"dot", MarkState::None,
       [](Sheet& s, const RectMm& b, int) {
         s.fill({b.x + 0.4 * b.w, b.y + 0.5 * b.h, 0.4, 0.4}, 40);
       }},
  };
  return all;
}

const std::vector<Stroke>& boxStrokes() {
  static const std::vector<Stroke> all = {
      {"X", MarkState::Mark, [](Sheet& s, const RectMm& b, int i) { cross(s, b, -0.9 + 4 * jitter(i), 0.45, 50); }},
      {"large X", MarkState::Mark, [](Sheet& s, const RectMm& b, int) { cross(s, b, 1.2, 0.45, 50); }},
      {"pencil X", MarkState::Mark, [](Sheet& s, const RectMm& b, int i) { cross(s, b, -0.8 + 4 * jitter(i), 0.5, 130); }},
      {"marker X", MarkState::Mark, [](Sheet& s, const RectMm& b, int) { cross(s, b, -1, 0.9, 30); }},
      {"tick", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int) {
         s.line(b.x + 1, b.y + 3, b.x + 2.4, b.y + 5.4, 0.5, 50), s.line(b.x + 2.4, b.y + 5.4, b.x + 5.6, b.y + 0.9, 0.5, 50);
       }},
      {"slash", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int) { s.line(b.x + 0.9, b.y + b.h - 0.9, b.x + b.w - 0.9, b.y + 0.9, 0.5, 50); }},
      {"hesitation dot", MarkState::Unsure,
       [](Sheet& s, const RectMm& b, int) {
         s.fill({b.x + 2.6, b.y + 2.6, 1.1, 1.1}, 40);
       }},
      {"small X", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { cross(s, b, -2.3, 0.4, 50); }},
      {"faint X", MarkState::Unsure, [](Sheet& s, const RectMm& b, int) { cross(s, b, -0.9, 0.45, 200); }},
      {"filled", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int i) {
         const double in = 0.2 + 4 * jitter(i);
         s.fill({b.x + in, b.y + in, b.w - 2 * in, b.h - 2 * in}, 50);
       }},
      {"filled by hand", MarkState::Mark,
       [](Sheet& s, const RectMm& b, int i) {
         for (int k = 0; k < 8; ++k) {
           const double x = b.x + 0.7 + 0.7 * k, down = b.y + b.h - 0.6 + 2 * jitter(i + k), up = b.y + 0.6 + 2 * jitter(i * k);
           s.line(x, up, x + 0.35, down, 0.45, 50), s.line(x + 0.35, down, std::min(x + 0.7, b.x + b.w - 0.6), up, 0.45, 50);
         }
       }},
      {"X scratched out", MarkState::Unsure,
       [](Sheet& s, const RectMm& b, int i) {
         cross(s, b, -0.9, 0.45, 50);
         for (int k = 0; k < 7; ++k) {
           const double x = b.x - 0.3 + k, down = b.y + b.h + 4 * jitter(i + k), up = b.y + 0.3 + 10 * jitter(i * k);
           s.line(x, up, x + 0.5, down, 0.45, 50), s.line(x + 0.5, down, x + 1, up, 0.45, 50);
         }
       }},
      {"hatched", MarkState::Unsure,
       [](Sheet& s, const RectMm& b, int) {
         for (double x = 0.8; x < 5.8; x += 1.1) s.line(b.x + x, b.y + 0.8, b.x + x, b.y + b.h - 0.8, 0.4, 50);
       }},
      {"X beside", MarkState::Unsure,
       [](Sheet& s, const RectMm& b, int) {
         cross(s, {b.x + b.w + 1.8, b.y, b.w, b.h}, -1.2, 0.45, 50);
       }},
      {"speck", MarkState::None,
       [](Sheet& s, const RectMm& b, int) {
         s.fill({b.x + 3, b.y + 3, 0.28, 0.28}, 40);
       }},
  };
  return all;
}

const Stroke& stroke(const std::string& name) {
  for (const auto* all : {&nameStrokes(), &boxStrokes()})
    for (const auto& s : *all)
      if (s.name == name) return s;
  throw std::invalid_argument(name);
}

}  // namespace kp::test

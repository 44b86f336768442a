// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/page_faults.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scanner/code/qr.h"
#include "scanner/reading/find_code.h"

namespace kp {
namespace {

/// Share of sampled pixels darker than the paper by kBlankDark that a sheet without print stays under (specks, a fold, a shadow at the edge).
constexpr double kBlankShare = 0.002;
constexpr int kBlankDark = 60;
/// Inks closer than the first are the same pen, further apart than the second are two pens (blue to black 0.4, blue to red 1; docs/measurements.md).
constexpr double kSameInk = 0.22, kOtherInk = 0.36;
/// A page without a readable code is ours when so many fiducials lie as they should.
constexpr int kFiducialsOfOurs = 4;
/// A scan this much longer or wider than the page may show two sheets; a code this far from where the page has one is another sheet's, mm.
constexpr double kTooLong = 1.08, kCodeElsewhereMm = 12;
/// Where all squares agree the page's edges are known to a millimetre or two: so far within them is still looked for another sheet's code, mm.
constexpr double kWithinEdgeMm = 3;
/// Printed by another driver, a code has at least this share of its side ("fit to page": 94 %, read at a slant of 5°).
constexpr double kLeastOfCode = 0.9;

/// Another sheet's code is looked for at no finer than twice this, px/mm: at 5.9 (150 dpi) one of its modules of 0.7 mm still has four pixels, and looking costs a quarter.
constexpr double kCodePxPerMm = 5.5;

/// A part of the view, px.
struct Part {
  int left, top, right, bottom;
};

/// The strips of the view beyond the page's four edges; they overlap at the corners.
std::array<Part, 4> beyondPage(const PageView& view, const Affine& toView, const PageGeometry& g) {
  const double in = kWithinEdgeMm;
  std::array<Point, 4> corners{toView({in, in}), toView({g.widthMm - in, in}), toView({g.widthMm - in, g.heightMm - in}),
                               toView({in, g.heightMm - in})};
  // Two corners belong to each edge, however the page is turned: the strip begins at the inner of the two.
  std::array<double, 4> x{}, y{};
  for (std::size_t i = 0; i < 4; ++i) x[i] = corners[i].x, y[i] = corners[i].y;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  const auto px = [](double at, int size) { return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(size))); };
  const int width = view.width(), height = view.height();
  return {Part{0, 0, px(x[1], width), height}, Part{px(x[2], width), 0, width, height}, Part{0, 0, width, px(y[1], height)},
          Part{0, px(y[2], height), width, height}};
}

/// A code of ours in a part of the view, where this page has none.
bool showsOtherCode(const PageView& view, const Part& part, const Affine& toPage, const PageGeometry& geometry, const CodeKey& key,
                    std::uint32_t congress) {
  const int by = std::max(1, static_cast<int>(1 / toPage.scale() / kCodePxPerMm));
  const int width = std::max(0, part.right - part.left) / by, height = std::max(0, part.bottom - part.top) / by;
  const std::uint8_t* from = view.data() + static_cast<std::ptrdiff_t>(part.top) * view.stride() + part.left;
  int stride = view.stride();
  Gray small;
  if (by > 1 && width > 0 && height > 0) {
    small.resize(width, height);
    view.shrunk(part.left, part.top, by, small);
    from = small.px.data(), stride = width;
  }
  for (const auto& found : findAllQr(from, width, height, stride)) {
    if (decode(found.text, key, congress).check != CodeCheck::Ours) continue;
    const Point at = toPage(
        {part.left + by * (found.corners[0].x + found.corners[2].x) / 2, part.top + by * (found.corners[0].y + found.corners[2].y) / 2});
    if (std::none_of(geometry.codes.begin(), geometry.codes.end(),
                     [&](const RectMm& c) { return std::hypot(at.x - c.x - c.w / 2, at.y - c.y - c.h / 2) < kCodeElsewhereMm; }))
      return true;
  }
  return false;
}

}  // namespace

bool isBlank(const PageView& view) {
  long dark = 0, seen = 0;
  Gray sample;
  sample.resize(view.width() / 4, view.height() / 4);
  for (int y = 0; y < sample.height; ++y)
    for (int x = 0; x < sample.width; ++x) sample.at(x, y) = view.data()[static_cast<std::ptrdiff_t>(4 * y) * view.stride() + 4 * x];
  const int paper = brightLevel(sample, 0.5);
  // The outer twentieth may show the scanner's backing.
  for (int y = sample.height / 20; y < sample.height - sample.height / 20; ++y)
    for (int x = sample.width / 20; x < sample.width - sample.width / 20; ++x, ++seen) dark += sample.at(x, y) < paper - kBlankDark;
  return seen > 0 && static_cast<double>(dark) <= kBlankShare * static_cast<double>(seen);
}

bool showsOurMarks(const PageView& view, const PageGeometry& geometry) {
  for (int turn = (view.width() < view.height()) == (geometry.widthMm < geometry.heightMm) ? 0 : 1; turn < 4; turn += 2) {
    const Registration reg = registerPage(view, geometry, fillingGuess(view, geometry, turn), {});
    if (reg.placed && reg.used >= kFiducialsOfOurs) return true;
  }
  return false;
}

bool isDoubleFeed(const PageView& view, const Registration& reg, const PageGeometry& geometry, const CodeKey& key, std::uint32_t congress) {
  const double width = view.width() / reg.toView.scale(), height = view.height() / reg.toView.scale();
  if (std::max(width, height) < kTooLong * std::max(geometry.widthMm, geometry.heightMm) &&
      std::min(width, height) < kTooLong * std::min(geometry.widthMm, geometry.heightMm))
    return false;
  const Affine toPage = reg.toView.inverse();
  const auto shows = [&](const Part& part) { return showsOtherCode(view, part, toPage, geometry, key, congress); };
  // Where a square is missing another sheet may lie on this one, and its code anywhere.
  if (std::any_of(reg.fiducials.begin(), reg.fiducials.end(),
                  [](const FiducialFinding& f) { return f.state != FiducialFinding::State::Found; }))
    return shows({0, 0, view.width(), view.height()});
  // All of them are seen: this sheet lies on top, and what looks out from under it lies beyond its edges. A scanner's rim is too narrow for a code.
  double side = std::max(width, height);
  for (const RectMm& code : geometry.codes) side = std::min(side, code.w);
  const double least = kLeastOfCode * side * reg.toView.scale();
  const auto strips = beyondPage(view, reg.toView, geometry);
  return std::any_of(strips.begin(), strips.end(), [&](const Part& strip) {
    return std::min(strip.right - strip.left, strip.bottom - strip.top) >= least && shows(strip);
  });
}

bool isTorn(const Registration& reg) {
  return std::any_of(reg.fiducials.begin(), reg.fiducials.end(), [](const FiducialFinding& f) {
    return f.state == FiducialFinding::State::Empty || f.state == FiducialFinding::State::Dark;
  });
}

bool hidesTargets(const PageReading& reading) {
  return std::any_of(reading.marks.begin(), reading.marks.end(),
                     [](const MarkReading& m) { return m.why == "off-scan" || m.why == "print-missing"; });
}

void reportSecondInk(const PageView& view, const PageGeometry& geometry, const ReadingTrace& trace, PageReading& out) {
  std::vector<std::size_t> inked;
  for (std::size_t i = 0; i < trace.targets.size(); ++i)
    if (trace.targets[i].colour) inked.push_back(i);
  const auto colour = [&](std::size_t i) -> const InkColour& { return *trace.targets[i].colour; };
  std::size_t most = 0, usual = 0;
  for (const std::size_t i : inked) {
    const auto like = static_cast<std::size_t>(
        std::count_if(inked.begin(), inked.end(), [&](std::size_t j) { return colourDistance(colour(i), colour(j)) < kSameInk; }));
    if (like > most) most = like, usual = i;
  }
  bool second = false;
  for (const std::size_t i : inked) {
    if (colourDistance(colour(i), colour(usual)) < kOtherInk) continue;
    out.spots.emplace_back(Why::SecondInk, spotOf(view, trace.registration->toView, geometry.targets[i].box));
    second = true;
  }
  if (second) out.reasons.push_back({Why::SecondInk, {}, {}, {}});
}

RectPx spotOf(const PageView& view, const Affine& toView, const RectMm& box) {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const Point c :
       {Point{box.x, box.y}, Point{box.x + box.w, box.y}, Point{box.x, box.y + box.h}, Point{box.x + box.w, box.y + box.h}}) {
    const Point p = view.toScan(toView(c));
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace kp

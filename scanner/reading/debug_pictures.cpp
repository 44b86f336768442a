// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/debug_pictures.h"

#include <cmath>
#include <filesystem>

#include "scanner/imaging/overlay.h"

namespace kp {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour kGreen{0, 160, 0}, kRed{0, 0, 220}, kAmber{0, 140, 255}, kBlue{220, 80, 0}, kGray{150, 150, 150};

std::string score(float value) { return std::to_string(static_cast<int>(std::lround(100 * value))); }

std::vector<OverlayBox> placed(const PageGeometry& geometry, const Registration& reg) {
  static const char* const kStates[] = {"found", "off the scan", "covered", "empty", "dark", "outlier"};
  std::vector<OverlayBox> boxes;
  for (std::size_t i = 0; i < geometry.fiducials.size(); ++i) {
    const auto state = reg.fiducials[i].state;
    boxes.push_back({geometry.fiducials[i], state == FiducialFinding::State::Found ? kGreen : kRed, kStates[static_cast<int>(state)]});
  }
  for (const auto& code : geometry.codes) boxes.push_back({code, kBlue, "code"});
  return boxes;
}

std::vector<OverlayBox> strays(const ReadingTrace& trace) {
  std::vector<OverlayBox> boxes;
  for (const auto& l : trace.lines) boxes.push_back({{l.from.x, l.from.y, l.to.x - l.from.x, l.to.y - l.from.y}, kAmber, "fold or streak"});
  for (const auto& b : trace.ink.blots) boxes.push_back({b.box, kBlue, "ink"});
  for (const auto& s : trace.ink.stamps)
    boxes.push_back({{s.centre.x - s.radius, s.centre.y - s.radius, 2 * s.radius, 2 * s.radius}, kRed, "stamp"});
  return boxes;
}

std::vector<OverlayBox> marks(const PageGeometry& geometry, const PageReading& reading) {
  std::vector<OverlayBox> boxes;
  for (std::size_t i = 0; i < reading.marks.size(); ++i) {
    const auto& m = reading.marks[i];
    const Colour colour = m.state == MarkState::Mark ? kRed : m.state == MarkState::None ? kGray : kAmber;
    boxes.push_back({geometry.targets[i].box, colour, m.state == MarkState::Unsure ? m.why : score(m.score)});
  }
  return boxes;
}

}  // namespace

void writeDebugPictures(const std::string& folder, const PageView& view, const PageForm& page, const PageReading& reading,
                        const ReadingTrace& trace) {
  if (!trace.registration || !trace.registration->placed) return;
  const PageGeometry& geometry = page.page->geometry;
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  const Registration& reg = *trace.registration;
  writeOverlay(folder + "/1-placed.png", view, reg.toView, placed(geometry, reg));
  writeOverlay(folder + "/2-lines-and-blots.png", view, reg.toView, strays(trace));
  writeOverlay(folder + "/3-marks.png", view, reg.toView, marks(geometry, reading));
  Gray ink;
  for (std::size_t i = 0; i < reading.marks.size(); ++i) {
    if (reading.marks[i].state != MarkState::Unsure || !view.contains(reg.toView, geometry.targets[i].box)) continue;
    const AlignedPatch patch = alignPatch(view, reg.toView, page.targets[i], kReachPx);
    findInk(patch, page.targets[i], trace.quality.spread, trace.quality.inkThreshold, ink);
    const std::string name = folder + "/4-doubt-" + std::to_string(i + 1);
    writePicture(name + "-dark.png", patch.dark);
    writePicture(name + "-ink.png", ink, 255);
  }
}

}  // namespace kp

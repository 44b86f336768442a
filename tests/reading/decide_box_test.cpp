// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions about squares at their thresholds. The tables name what changes, not where the threshold stands: a clear case on each side, and between them every answer must
// pass through unsure, so that no small change of a measure turns a vote into none.
#include "scanner/reading/decide.h"

#include <gtest/gtest.h>

#include <functional>

#include "measured.h"

namespace kp {
namespace {

using namespace test;

struct BoxCase {
  const char* what;
  std::function<void(BoxMeasure&)> inside, outside;
  bool marked;
  const char* why;
};

/// A mark of two lines that do not cross, as `two` says; a third of its ink on the second unless it says otherwise.
void sign(BoxMeasure& m, TwoStrokes two) {
  if (two.second <= 0) two.second = 0.33;
  m.two = two;
}

void narrowCross(BoxMeasure& m) {
  m.narrow = 0.25;
  m.two = {.second = 0.3, .beyond = 0.09, .awayMm = 1.1, .degrees = 30, .tilt = 10, .armMm = 0.85, .offCentre = 0.7};
}

void atEdge(BoxMeasure& m) {
  m.narrow = 0.45, m.spillMm2 = m.inkMm2;
  m.two = {.second = 0.26, .awayMm = 1, .degrees = 50};
}

const std::vector<BoxCase> kBoxCases = {
    {"print not seen", [](BoxMeasure& m) { m.contrast = 0.19; }, [](BoxMeasure& m) { m.contrast = 0.17; }, false, "print-missing"},
    {"print not seen, crossed", [](BoxMeasure& m) { m.contrast = 0.19; }, [](BoxMeasure& m) { m.contrast = 0.17; }, true, "print-missing"},
    {"dust", [](BoxMeasure& m) { m.inkMm2 = 0.29; }, [](BoxMeasure& m) { m.inkMm2 = 0.31, m.extent = 0.2; }, false, "small"},
    {"extent", [](BoxMeasure& m) { m.extent = 0.67; }, [](BoxMeasure& m) { m.extent = 0.65; }, true, "small"},
    {"ink", [](BoxMeasure& m) { m.inkMm2 = 1.11; }, [](BoxMeasure& m) { m.inkMm2 = 1.09; }, true, "small"},
    {"faint", [](BoxMeasure& m) { m.inkDark = 0.22; }, [](BoxMeasure& m) { m.inkDark = 0.20; }, true, "faint"},
    {"strokes", [](BoxMeasure& m) { m.strokes = 3; }, [](BoxMeasure& m) { m.strokes = 4; }, true, "scratched"},
    {"filled", [](BoxMeasure& m) { m.fill = 0.71; }, [](BoxMeasure& m) { m.fill = 0.73; }, true, "scratched"},
    {"filled neatly", [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0.14; },
     [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0.16; }, true, "scratched"},
    {"blank part of a filled one", [](BoxMeasure& m) { m.fill = 0.8, m.worstNinth = 0.31, m.spillMm2 = 0; },
     [](BoxMeasure& m) { m.fill = 0.8, m.worstNinth = 0.29, m.spillMm2 = 0; }, true, "scratched"},
    {"hatched", [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0, m.strokes = 3; },
     [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0, m.strokes = 4; }, true, "scratched"},
    {"beside", [](BoxMeasure& m) { m.outsideMm2 = 1.4; }, [](BoxMeasure& m) { m.outsideMm2 = 1.6; }, false, "beside"},
    {"ringed", [](BoxMeasure& m) { m.ringed = 0.5; }, [](BoxMeasure& m) { m.ringed = 0.6; }, true, "corrected"},
    {"cluttered", [](BoxMeasure& m) { m.outsideMm2 = 1.9; }, [](BoxMeasure& m) { m.outsideMm2 = 2.1; }, true, "cluttered"},
    {"a straight line", [](BoxMeasure& m) { m.narrow = 0.31; }, [](BoxMeasure& m) { m.narrow = 0.29; }, true, "straight-line"},
    {"streaks", [](BoxMeasure& m) { m.banded = 0.49; }, [](BoxMeasure& m) { m.banded = 0.51; }, true, "straight-line"},
    {"the star of a seal", [](BoxMeasure& m) { m.thickMm = 1.1, m.inkDark = 0.35; },
     [](BoxMeasure& m) { m.thickMm = 1.1, m.inkDark = 0.33; }, true, "under-stamp"},
    {"a light stroke", [](BoxMeasure& m) { m.thickMm = 0.9, m.inkDark = 0.33; }, [](BoxMeasure& m) { m.thickMm = 1.1, m.inkDark = 0.33; },
     true, "under-stamp"},
    {"the rim of a seal", [](BoxMeasure& m) { m.narrow = 0.51, m.spillMm2 = m.inkMm2; },
     [](BoxMeasure& m) { m.narrow = 0.49, m.spillMm2 = m.inkMm2; }, true, "straight-line"},
    {"a band that ends in the square", [](BoxMeasure& m) { m.narrow = 0.4, m.spillMm2 = 0.79 * m.inkMm2; },
     [](BoxMeasure& m) { m.narrow = 0.4, m.spillMm2 = 0.81 * m.inkMm2; }, true, "straight-line"},
    {"a cross at the square's edge", [](BoxMeasure& m) { atEdge(m); }, [](BoxMeasure& m) { atEdge(m), m.two.degrees = 45; }, true,
     "straight-line"},
    {"most of it one stroke", [](BoxMeasure& m) { atEdge(m); }, [](BoxMeasure& m) { atEdge(m), m.two.second = 0.24; }, true,
     "straight-line"},
    {"rings of a seal", [](BoxMeasure& m) { atEdge(m); }, [](BoxMeasure& m) { atEdge(m), m.inkDark = 0.33; }, true, "straight-line"},
    {"a pale arc", [](BoxMeasure& m) { m.narrow = 0.45, m.inkDark = 0.35; }, [](BoxMeasure& m) { m.narrow = 0.45, m.inkDark = 0.33; }, true,
     "under-stamp"},
    {"letters of a seal", [](BoxMeasure& m) { m.spillMm2 = 0.79 * m.inkMm2, m.inkDark = 0.33; },
     [](BoxMeasure& m) { m.spillMm2 = 0.81 * m.inkMm2, m.inkDark = 0.33; }, true, "under-stamp"},
    {"a pale stroke", [](BoxMeasure& m) { m.narrow = 0.51, m.inkDark = 0.33; }, [](BoxMeasure& m) { m.narrow = 0.49, m.inkDark = 0.33; },
     true, "under-stamp"},
    {"a straight line but for the square's own", [](BoxMeasure& m) { m.core = 0.17; }, [](BoxMeasure& m) { m.core = 0.15; }, true,
     "straight-line"},
    {"two strokes that cross", [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 20, .armMm = 0.13, .meetMm = -1}); },
     [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 20, .armMm = 0.11, .meetMm = -1}); }, true, "not-a-cross"},
    {"side by side", [](BoxMeasure& m) { sign(m, {.awayMm = 1.29}); }, [](BoxMeasure& m) { sign(m, {.awayMm = 1.31}); }, true,
     "not-a-cross"},
    {"a second line", [](BoxMeasure& m) { sign(m, {.second = 0.19, .awayMm = 1.4}); },
     [](BoxMeasure& m) { sign(m, {.second = 0.21, .awayMm = 1.4}); }, true, "not-a-cross"},
    {"a tick", [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 15, .meetMm = 0.1}); },
     [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 10, .meetMm = 0.1}); }, true, "not-a-cross"},
    {"a hook", [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 50, .meetMm = -0.1}), m.spillMm2 = 0.9; },
     [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 45, .meetMm = -0.1}), m.spillMm2 = 0.9; }, true, "not-a-cross"},
    {"a wide hook", [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 80, .meetMm = 0.1}); },
     [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 80, .meetMm = -0.1}); }, true, "not-a-cross"},
    {"a cross too high", [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 80, .meetMm = -0.1}), m.spillMm2 = 0.85; },
     [](BoxMeasure& m) { sign(m, {.awayMm = 1.4, .degrees = 80, .meetMm = -0.1}), m.spillMm2 = 0.75; }, true, "not-a-cross"},
    {"a third line", [](BoxMeasure& m) { sign(m, {.beyond = 0.16, .awayMm = 2.4, .degrees = 60}); },
     [](BoxMeasure& m) { sign(m, {.beyond = 0.18, .awayMm = 2.4, .degrees = 60}); }, true, "not-a-cross"},
    {"a third line of a felt pen", [](BoxMeasure& m) { sign(m, {.beyond = 0.18, .awayMm = 2.4, .degrees = 60}), m.thickMm = 0.9; },
     [](BoxMeasure& m) { sign(m, {.beyond = 0.18, .awayMm = 2.4, .degrees = 60}), m.thickMm = 0.8; }, true, "not-a-cross"},
    {"a bent tick", [](BoxMeasure& m) { sign(m, {.beyond = 0.2, .awayMm = 1.8, .degrees = 60, .meetMm = 1.55}); },
     [](BoxMeasure& m) { sign(m, {.beyond = 0.2, .awayMm = 1.8, .degrees = 60, .meetMm = 1.45}); }, true, "not-a-cross"},
    {"arms of a narrow cross", [](BoxMeasure& m) { narrowCross(m); }, [](BoxMeasure& m) { narrowCross(m), m.two.armMm = 0.75; }, true,
     "straight-line"},
    {"angle of a narrow cross", [](BoxMeasure& m) { narrowCross(m); }, [](BoxMeasure& m) { narrowCross(m), m.two.degrees = 25; }, true,
     "straight-line"},
    {"a streak crossed", [](BoxMeasure& m) { narrowCross(m); }, [](BoxMeasure& m) { narrowCross(m), m.two.tilt = 5; }, true,
     "straight-line"},
    {"a letter", [](BoxMeasure& m) { narrowCross(m); }, [](BoxMeasure& m) { narrowCross(m), m.two.beyond = 0.11; }, true, "straight-line"},
    {"a cross on the square's edge", [](BoxMeasure& m) { narrowCross(m); }, [](BoxMeasure& m) { narrowCross(m), m.two.offCentre = 0.8; },
     true, "straight-line"},
    {"a pale narrow cross", [](BoxMeasure& m) { narrowCross(m); }, [](BoxMeasure& m) { narrowCross(m), m.inkDark = 0.33; }, true,
     "straight-line"},
    {"pen along a streak", [](BoxMeasure& m) { m.onLinesMm2 = 1.2, m.lineExcess = 1.5; },
     [](BoxMeasure& m) { m.onLinesMm2 = 1.2, m.lineExcess = 1.7; }, false, "on-line"},
};

TEST(DecideBox, ClearCases) {
  EXPECT_EQ(decideBox(empty()).state, MarkState::None);
  EXPECT_EQ(decideBox(crossed()).state, MarkState::Mark);
  EXPECT_LT(decideBox(empty()).score, -0.9F);
  EXPECT_GT(decideBox(crossed()).score, 0.9F);
}

TEST(DecideBox, JustInsideAndJustOutsideEachThreshold) {
  for (const auto& c : kBoxCases) {
    BoxMeasure in = c.marked ? crossed() : empty();
    in.two = {};  // a mark by its other measures
    BoxMeasure out = in;
    c.inside(in), c.outside(out);
    EXPECT_EQ(decideBox(in).state, c.marked ? MarkState::Mark : MarkState::None) << c.what;
    const Decision d = decideBox(out);
    EXPECT_EQ(d.state, MarkState::Unsure) << c.what;
    EXPECT_EQ(d.why, c.why) << c.what;
  }
}

TEST(DecideBox, BetweenNoneAndMarkLiesUnsure) {
  int last = 0;
  bool seen[3] = {false, false, false};
  for (int step = 0; step <= 100; ++step) {
    BoxMeasure m = crossed();
    m.inkMm2 = 0.05 * step, m.extent = step / 100.0;
    const MarkState state = decideBox(m).state;
    const int now = state == MarkState::None ? 0 : state == MarkState::Unsure ? 1 : 2;
    EXPECT_GE(now, last) << step;
    last = now, seen[now] = true;
  }
  EXPECT_TRUE(seen[0] && seen[1] && seen[2]);
}

}  // namespace
}  // namespace kp

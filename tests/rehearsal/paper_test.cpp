// SPDX-License-Identifier: GPL-3.0-or-later
// Copier, wear and feeder: whatever they do to the sheet, the targets stay where the truth says and in the picture.
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "plain_form.h"
#include "scanner/rehearsal/copier.h"
#include "scanner/rehearsal/feeder.h"
#include "scanner/rehearsal/incidents.h"
#include "scanner/rehearsal/wear.h"

namespace kp::rehearsal {
namespace {

constexpr double kDpi = 100;

struct Scene {
  test::PlainForm plain;
  Sheet sheet;
  const PageGeometry& geometry() const { return plain.form.pages.front().geometry; }
};

Scene scene() {
  Scene s{test::plainForm(24, 18), {}};
  s.sheet = *sheetOf(test::drawPlain(s.plain, kDpi).front(), s.geometry(), false);
  return s;
}

double meanOf(const Sheet& s, const RectMm& box) { return cv::mean(s.image(s.pixels(box)))[0]; }

// Catches a copier that moves the print and not the place where the marks go.
TEST(Copier, PlacesFollowThePrint) {
  for (int seed = 0; seed < 8; ++seed) {
    Scene s = scene();
    Rng rng(static_cast<std::uint64_t>(seed));
    Copier c = pickCopier(rng, true);
    c.scale = seed & 1 ? 0.94 : 1.0, c.rotation = 1.2;
    copySheet(s.sheet, c, rng);
    for (const RectMm& f : s.geometry().fiducials) EXPECT_LT(meanOf(s.sheet, {f.x + 1, f.y + 1, f.w - 2, f.h - 2}), 190) << seed;
    EXPECT_GT(meanOf(s.sheet, {60, 20, 40, 30}), 190);
  }
}

// Catches a torn or folded corner that takes a target with it: its truth would be wrong.
TEST(Wear, LostCornersSpareTheTargets) {
  for (int seed = 0; seed < 40; ++seed) {
    Scene s = scene();
    PageGeometry& g = s.plain.form.pages.front().geometry;
    for (double x : {12.0, 183.0})
      for (double y : {12.0, 275.0}) g.targets.push_back({0, Field::Name, {x, y, 15, 10}, {}});
    Sheet before = s.sheet;
    before.image = s.sheet.image.clone();
    Rng rng(static_cast<std::uint64_t>(seed));
    lostCorner(s.sheet, s.geometry(), seed % 4, seed & 4, 20, rng);
    for (const Target& t : s.geometry().targets)
      EXPECT_EQ(cv::norm(before.image(before.pixels(t.box)), s.sheet.image(before.pixels(t.box)), cv::NORM_INF), 0) << seed;
    EXPECT_GT(cv::norm(before.image, s.sheet.image, cv::NORM_INF), 100) << seed;
  }
}

// Catches wear that does nothing, or so much that a page can no longer be read by anybody.
TEST(Wear, EachKindLeavesItsTraceAndThePage) {
  const auto trace = [](const std::function<void(Sheet&, Rng&)>& act) {
    Scene s = scene();
    const cv::Mat before = s.sheet.image.clone();
    Rng rng(11);
    act(s.sheet, rng);
    cv::Mat changed;
    cv::absdiff(before, s.sheet.image, changed);
    return cv::countNonZero(changed > 6) / static_cast<double>(before.total());
  };
  const auto within = [](double share, double most) { return share > 1e-5 && share < most; };
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { stampSeal(s, {40, 35}, 0.9, r); }), 0.02);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { fold(s, true, 150, 0.8, r); }), 0.04);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { fold(s, false, 100, 0.8, r); }), 0.04);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { crumple(s, 1, r); }), 0.06);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { specks(s, 40, r); }), 0.01);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { coffeeRing(s, {100, 120}, r); }), 0.05);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { fingerprint(s, {100, 120}, 0.2, r); }), 0.02);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { staple(s, 20, r); }), 0.002);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng& r) { punchHoles(s, 20, r); }), 0.003);
  EXPECT_PRED2(within, trace([](Sheet& s, Rng&) { showThrough(s, 0.08, true); }), 0.06);
}

// Catches a skewed feed that pushes targets out of the picture although the truth still speaks of them.
TEST(Feeder, TargetsStayInThePicture) {
  Scene s = scene();
  s.sheet.image.setTo(255);
  for (const Target& t : s.geometry().targets) s.sheet.image(s.sheet.pixels({t.box.x, t.box.y, 12, t.box.h})).setTo(0);
  for (int seed = 0; seed < 40; ++seed) {
    Rng rng(static_cast<std::uint64_t>(seed));
    Scanner scanner;
    scanner.noise = 0, scanner.marginMm = seed & 1 ? -1.5 : 6;
    Pass pass = pickPass(rng, Profile::Harsh);
    pass.rotation = seed & 2 ? 5 : -5, pass.shiftX = rng.uniform(-30, 30), pass.turn = seed % 4 * 90;
    const cv::Mat image = scan(s.sheet, s.geometry().targets, scanner, pass, rng);
    EXPECT_EQ(image.cols > image.rows, pass.turn % 180 == 90);
    cv::Mat labels, stats, centroids;
    const int found = cv::connectedComponentsWithStats(image < 128, labels, stats, centroids);
    ASSERT_EQ(found - 1, static_cast<int>(s.geometry().targets.size())) << seed;
    for (int k = 1; k < found; ++k)
      EXPECT_GT(stats.at<int>(k, cv::CC_STAT_AREA), 0.9 * 12 * 5.6 * s.sheet.pxPerMm * s.sheet.pxPerMm) << seed;
  }
}

// Catches a scanner on which a legible pencil cannot be seen any more, so that "mark" would be untrue.
TEST(Feeder, EveryScannerKeepsPencilApartFromPaper) {
  for (int seed = 0; seed < 500; ++seed) {
    Rng rng(static_cast<std::uint64_t>(seed));
    const Scanner s = pickScanner(rng, seed & 1 ? Profile::Harsh : Profile::Office, seed % 5 == 0);
    const double white = s.paper.luma() / 255;
    EXPECT_GT(toneOf(s, 250 * white) - toneOf(s, 168 * white), 37) << seed;
  }
}

// Catches blots that leave a code legible and a second sheet that cannot be seen.
TEST(Incidents, LeaveWhatTheySay) {
  Scene s = scene();
  Rng rng(4);
  blotCodes(s.sheet, s.geometry(), rng);
  for (const RectMm& code : s.geometry().codes) {
    const cv::Mat spot = s.sheet.image(s.sheet.pixels(code));
    EXPECT_GT(cv::countNonZero(spot < 70) / static_cast<double>(spot.total()), 0.8);
  }
  const Sheet blank = blankSheet(s.sheet);
  EXPECT_EQ(cv::norm(blank.image, cv::Mat(blank.image.size(), CV_8UC1, cv::Scalar(255)), cv::NORM_INF), 0);
  EXPECT_GT(cv::countNonZero(otherPrint(s.sheet, rng).image < 100), 2000);
  EXPECT_GT(doubleFed(s.sheet, s.sheet, 250, rng).image.rows, s.sheet.image.rows * 1.2);
  Scene d = scene();
  const RectMm lost = damage(d.sheet, d.geometry(), 10, rng);
  int gone = 0;
  for (const Target& t : d.geometry().targets) gone += overlaps(lost, t.box);
  EXPECT_GT(gone, 3);
  EXPECT_LT(gone, 21);
}

// Catches extra writing that runs over a target: it would be a mark nobody told of.
TEST(Incidents, ExtraWritingSparesTheTargets) {
  for (int seed = 0; seed < 20; ++seed) {
    Scene s = scene();
    const cv::Mat before = s.sheet.image.clone();
    Rng rng(static_cast<std::uint64_t>(seed));
    writeExtra(s.sheet, s.geometry(), pickHand(rng, Profile::Office), Pen{}, rng);
    cv::Mat changed;
    cv::absdiff(before, s.sheet.image, changed);
    EXPECT_GT(cv::countNonZero(changed > 60), 150) << seed;
    for (const Target& t : s.geometry().targets) EXPECT_EQ(cv::countNonZero(changed(s.sheet.pixels(t.box)) > 30), 0) << seed;
  }
}

}  // namespace
}  // namespace kp::rehearsal

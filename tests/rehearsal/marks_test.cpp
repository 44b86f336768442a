// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn is what the truth says: ink on the marked targets, none on the others.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "plain_form.h"
#include "scanner/rehearsal/marker.h"

namespace kp::rehearsal {
namespace {

struct Scene {
  test::PlainForm plain;
  Sheet blank;
};

Scene scene(int candidates, int seats, ContestKind kind = ContestKind::Election, bool wrapped = false) {
  Scene s{test::plainForm(candidates, seats, 40, kind, wrapped), {}};
  const auto pages = test::drawPlain(s.plain, 200);
  s.blank = *sheetOf(pages.front(), s.plain.form.pages.front().geometry, false);
  return s;
}

/// Share of the box's light pixels that a mark darkened by 25 levels or more.
double inked(const Sheet& before, const Sheet& after, const RectMm& box, double marginMm = 0) {
  const cv::Rect r = before.pixels(box, marginMm);
  int light = 0, dark = 0;
  for (int y = r.y; y < r.y + r.height; ++y)
    for (int x = r.x; x < r.x + r.width; ++x)
      if (before.image.at<unsigned char>(y, x) > 200)
        ++light, dark += after.image.at<unsigned char>(y, x) < before.image.at<unsigned char>(y, x) - 25;
  return light ? static_cast<double>(dark) / light : 0;
}

/// Columns of pixels of the box in which a mark darkened anything, as a share: how far along the name a strike runs.
double reach(const Sheet& before, const Sheet& after, const RectMm& box) {
  const cv::Rect r = before.pixels(box);
  int columns = 0;
  for (int x = r.x; x < r.x + r.width; ++x)
    for (int y = r.y; y < r.y + r.height; ++y)
      if (after.image.at<unsigned char>(y, x) + 12 < before.image.at<unsigned char>(y, x)) {
        ++columns;
        break;
      }
  return static_cast<double>(columns) / r.width;
}

Sheet copyOf(const Sheet& s) {
  Sheet out = s;
  out.image = s.image.clone();
  return out;
}

Pen darkPen() { return {}; }

std::vector<Place> placesIn(const Scene& s) {
  std::vector<std::string> names;
  for (const Candidate& c : s.plain.contest.candidates) names.push_back(c.name);
  return placesOf(s.plain.form.pages.front().geometry, names);
}

// Catches a clear strike that leaves part of a name open, or that strays into a neighbour's name.
TEST(Marks, ClearStrikesRunThroughTheWholeNameAndSpareTheNeighbours) {
  const Scene s = scene(20, 15);
  const auto places = placesIn(s);
  std::map<std::string, int> kinds;
  for (int seed = 0; seed < 300; ++seed) {
    Rng rng(static_cast<std::uint64_t>(seed), 77);
    const Hand hand = pickHand(rng, Profile::Harsh);
    const std::size_t k = 2 + static_cast<std::size_t>(seed) % 15;
    const HandMark mark = strikeName(places[k], hand, rng, Profile::Harsh);
    Sheet after = copyOf(s.blank);
    write(after, mark.strokes, darkPen(), rng);
    ++kinds[mark.kind];
    EXPECT_NE(mark.expect, Expect::None) << mark.kind;
    EXPECT_NE(mark.expect, Expect::Unsure) << mark.kind;
    EXPECT_GT(reach(s.blank, after, places[k].box), mark.kind == "hatched" ? 0.4 : 0.8) << mark.kind << " seed " << seed;
    EXPECT_LT(inked(s.blank, after, places[k - 1].box), 0.03) << mark.kind << " seed " << seed;
    EXPECT_LT(inked(s.blank, after, places[k + 1].box), 0.03) << mark.kind << " seed " << seed;
  }
  for (const char* kind : {"line", "wavy", "double", "triple", "slanted", "scribble", "loops", "pieces", "by-words", "retraced", "low",
                           "high", "long", "short-ends", "steep", "crossed", "hatched"})
    EXPECT_GT(kinds[kind], 0) << kind;
}

// Catches a wrapped name struck in its first line only, which would not be a struck name.
TEST(Marks, BothLinesOfAWrappedNameAreStruck) {
  const Scene s = scene(10, 7, ContestKind::Election, true);
  const auto places = placesIn(s);
  ASSERT_EQ(places[2].lines.size(), 2U);
  for (int seed = 0; seed < 60; ++seed) {
    Rng rng(static_cast<std::uint64_t>(seed), 3);
    const Hand hand = pickHand(rng, Profile::Office);
    const HandMark mark = strikeName(places[2], hand, rng, Profile::Office);
    Sheet after = copyOf(s.blank);
    write(after, mark.strokes, darkPen(), rng);
    for (const RectMm& line : places[2].lines)
      EXPECT_GT(reach(s.blank, after, line), mark.kind == "hatched" ? 0.4 : 0.75) << mark.kind << " seed " << seed;
  }
}

// Catches a doubtful mark that is in truth a clear strike (half strikes that run through, underlines on the letters) or leaves no ink at all.
TEST(Marks, EachDoubtfulNameIsDoubtful) {
  const Scene s = scene(20, 15);
  const auto places = placesIn(s);
  std::set<std::string> kinds;
  for (int kind = 0; kind < kDoubtfulNames; ++kind)
    for (int seed = 0; seed < 12; ++seed) {
      Rng rng(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(kind));
      const Hand hand = pickHand(rng, Profile::Office);
      const std::size_t k = 3 + static_cast<std::size_t>(seed);
      const HandMark mark = doubtfulName(places[k], hand, rng, kind);
      Sheet after = copyOf(s.blank);
      write(after, mark.strokes, mark.faintGray > 0 ? faint(darkPen(), mark.faintGray) : darkPen(), rng);
      kinds.insert(mark.kind);
      EXPECT_EQ(mark.expect, Expect::Unsure);
      EXPECT_GT(reach(s.blank, after, {places[k].box.x - 3, places[k].box.y - 1.6, places[k].box.w + 6, places[k].box.h + 3.2}), 0.01)
          << mark.kind;
      const double through = reach(s.blank, after, places[k].box);
      if (mark.kind == "half-strike" || mark.kind == "family-name-only" || mark.kind == "given-name-only" || mark.kind == "middle-only") {
        EXPECT_LT(through, 0.72) << mark.kind << " seed " << seed;
      }
      if (mark.kind == "underline" || mark.kind == "overline") {
        RectMm letters = places[k].box;
        letters.y += letters.h * 0.2, letters.h *= 0.6;
        EXPECT_LT(inked(s.blank, after, letters), 0.01) << mark.kind << " seed " << seed;
      }
    }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(kDoubtfulNames));
}

// Catches clear box marks that miss their box or fill the neighbour's.
TEST(Marks, ClearBoxMarksLieInTheirBox) {
  const Scene s = scene(12, 12);
  const auto places = placesIn(s);
  std::set<std::string> kinds;
  for (int seed = 0; seed < 200; ++seed) {
    Rng rng(static_cast<std::uint64_t>(seed), 9);
    const Hand hand = pickHand(rng, Profile::Harsh);
    const std::size_t k = 4 + static_cast<std::size_t>(seed) % 12;
    const HandMark mark = markBox(places[k], hand, rng, Profile::Harsh);
    Sheet after = copyOf(s.blank);
    write(after, mark.strokes, darkPen(), rng);
    kinds.insert(mark.kind);
    EXPECT_GT(inked(s.blank, after, places[k].box), 0.04) << mark.kind << " seed " << seed;
    for (std::size_t j = 0; j < places.size(); ++j)
      if (j != k) {
        EXPECT_LT(inked(s.blank, after, places[j].box), 0.04) << mark.kind << " seed " << seed;
      }
  }
  for (const char* kind : {"x", "tick", "slash", "filled", "x-large", "long-tick", "x-off-centre", "x-small"})
    EXPECT_TRUE(kinds.count(kind)) << kind;
}

// Catches doubtful box marks that are plain ones, and a mark between two boxes whose second box is called empty.
TEST(Marks, EachDoubtfulBoxIsDoubtful) {
  const Scene s = scene(12, 12);
  const auto places = placesIn(s);
  std::set<std::string> kinds;
  for (int kind = 0; kind < kDoubtfulBoxes; ++kind)
    for (int seed = 0; seed < 10; ++seed) {
      Rng rng(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(kind));
      const Hand hand = pickHand(rng, Profile::Office);
      const HandMark mark = doubtfulBox(places[6], &places[7], hand, rng, kind);
      Sheet after = copyOf(s.blank);
      write(after, mark.strokes, mark.faintGray > 0 ? faint(darkPen(), mark.faintGray) : darkPen(), rng);
      kinds.insert(mark.kind);
      EXPECT_EQ(mark.expect, Expect::Unsure);
      EXPECT_EQ(mark.otherTarget, mark.kind == "x-between");
      const double in = inked(s.blank, after, places[6].box);
      if (mark.kind == "dot" || mark.kind == "short-dash" || mark.kind == "x-beside" || mark.kind == "stray-end") {
        EXPECT_LT(in, 0.16) << mark.kind << " seed " << seed;
      }
      EXPECT_LT(inked(s.blank, after, places[7].box), 0.03) << mark.kind << " seed " << seed;
      EXPECT_GT(inked(s.blank, after, {places[6].box.x - 8, places[6].box.y - 2, 36, 9}), 0.0) << mark.kind;
    }
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(kDoubtfulBoxes));
}

// Catches a page whose ink and truth disagree: a struck name called none, an untouched one called mark.
TEST(Marks, PageTruthMatchesTheInk) {
  const Scene s = scene(20, 14);
  const PageGeometry& g = s.plain.form.pages.front().geometry;
  for (int seed = 0; seed < 12; ++seed) {
    Rng rng(static_cast<std::uint64_t>(seed), 5);
    Voter voter;
    voter.hand = pickHand(rng, Profile::Office),
    voter.intent = vote(s.plain.contest, Face::StrikeOut, popularity(s.plain.contest, rng), Plan::Usual, Profile::Office, rng);
    voter.doubtful.assign(20, false);
    Sheet after = copyOf(s.blank);
    const auto truth = markPage(after, g, s.plain.contest, voter, Profile::Office, rng);
    ASSERT_EQ(truth.size(), g.targets.size());
    for (std::size_t k = 0; k < truth.size(); ++k) {
      const double ink = reach(s.blank, after, g.targets[k].box);
      if (truth[k].expect == Expect::None) {
        EXPECT_LT(inked(s.blank, after, g.targets[k].box), 0.03) << k;
      } else {
        EXPECT_GT(ink, 0.4) << k << truth[k].kind;
      }
    }
  }
}

}  // namespace
}  // namespace kp::rehearsal

// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a sheet fed again askew, upside down, on another scanner or at another resolution that is not known by its strokes; the same hand striking the same names
// on another sheet taken for it; sheets nobody wrote on, worn each in its own way, that carry a fingerprint. The measured figures are in docs/measurements.md.
#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "ballot/ink_print.h"
#include "printed.h"
#include "scanner/rehearsal/feeder.h"
#include "scanner/rehearsal/marker.h"
#include "scanner/rehearsal/wear.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

using namespace rehearsal;
using test::Printed;

constexpr double kFineDpi = 300;

/// A ballot of 12 names with these struck, by a voter whose hand comes of `hand`; what chance does on this very sheet comes of `chance`.
Sheet written(const Printed& printed, const std::vector<std::size_t>& struck, std::uint64_t hand, std::uint64_t chance,
              Profile profile = Profile::Office) {
  Rng voterRng(hand), rng(chance);
  Sheet sheet = *sheetOf(printed.page(0, kFineDpi), printed.geometry(), false);
  Voter voter;
  voter.hand = pickHand(voterRng, profile), voter.pen = pickPen(voterRng, profile), voter.otherPen = voter.pen;
  voter.intent.marks.resize(printed.contest().candidates.size());
  for (const std::size_t c : struck)
    voter.intent.marks[c] = {printed.geometry().targets[0].field == Field::Name ? Field::Name : Field::Approve};
  voter.doubtful.assign(voter.intent.marks.size(), false);
  markPage(sheet, printed.geometry(), printed.contest(), voter, profile, rng);
  wear(sheet, printed.geometry(), 250, rng, Profile::Office);
  return sheet;
}

struct Feed {
  double degrees = 0, scale = 1;
  int turn = 0;
  double dpi = kFineDpi;
  std::uint64_t scanner = 1;
};

PageReading fed(const Printed& printed, Sheet sheet, const Feed& feed) {
  if (feed.dpi < kFineDpi) {
    const double k = feed.dpi / kFineDpi;
    cv::resize(sheet.image.clone(), sheet.image, {}, k, k, cv::INTER_AREA);
    sheet.pxPerMm *= k, sheet.toPx *= k;
  }
  Rng rng(feed.scanner);
  const Scanner scanner = pickScanner(rng, Profile::Office, false);
  Pass pass;
  pass.rotation = feed.degrees, pass.scaleX = pass.scaleY = feed.scale, pass.turn = feed.turn;
  const auto bytes = encodeScan(scan(sheet, printed.geometry().targets, scanner, pass, rng), "jpg", feed.dpi, scanner);
  return printed.reader().read(*decodePage({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, 0, true));
}

InkPrint printOf(const PageReading& reading) { return decodeInkPrint(reading.inkPrint).value_or(InkPrint{}); }

TEST(FedTwice, IsKnownHoweverItIsFed) {
  const Sheet sheet = written(test::strikeOut(), {0, 1, 3, 4, 6, 7, 9, 10}, 7, 8);
  const InkPrint first = printOf(fed(test::strikeOut(), sheet, {0.3, 1, 0, 200, 1}));
  ASSERT_EQ(first.size(), 8U);
  for (const Feed& again : {Feed{-2, 1, 0, 200, 1}, Feed{2, 0.99, 180, 200, 2}, Feed{0.5, 1.01, 0, 300, 3}, Feed{-1, 1, 180, 300, 4}}) {
    const InkLikeness likeness = compareInk(first, printOf(fed(test::strikeOut(), sheet, again)));
    EXPECT_TRUE(likeness.same) << again.degrees << "° " << again.dpi << " dpi: " << likeness.apart;
  }
}

TEST(FedTwice, CrossesAreKnownToo) {
  const Sheet sheet = written(test::columns(), {0, 1, 2, 3, 4, 5}, 17, 18);
  const InkPrint first = printOf(fed(test::columns(), sheet, {0.3, 1, 0, 200, 1}));
  ASSERT_EQ(first.size(), 6U);
  const InkLikeness likeness = compareInk(first, printOf(fed(test::columns(), sheet, {-1.5, 1, 180, 200, 1})));
  EXPECT_TRUE(likeness.same) << likeness.apart;
}

TEST(FedTwice, TheSameHandStrikingTheSameNamesIsNotAccused) {
  for (const std::uint64_t hand : {21U, 22U, 23U, 24U}) {
    const PageReading one = fed(test::strikeOut(), written(test::strikeOut(), {1, 4, 5, 10}, hand, 31), {0.3, 1, 0, 200, 1});
    const PageReading two = fed(test::strikeOut(), written(test::strikeOut(), {1, 4, 5, 10}, hand, 32), {-0.4, 1, 0, 200, 1});
    ASSERT_FALSE(printOf(one).empty());
    EXPECT_FALSE(compareInk(printOf(one), printOf(two)).same) << compareInk(printOf(one), printOf(two)).apart;
  }
}

TEST(FedTwice, SheetsNobodyWroteOnCarryNoFingerprint) {
  for (const Printed* printed : {&test::strikeOut(), &test::columns()})
    for (const std::uint64_t chance : {41U, 42U, 43U})
      EXPECT_EQ(fed(*printed, written(*printed, {}, 1, chance), {0.3, 1, 0, 200, chance}).inkPrint, "");
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/decide.h"

#include <algorithm>
#include <cmath>

namespace kp {
namespace {

// Each threshold lies in the gap between the distributions that tests/accuracy measured; docs/measurements.md has the figures and the command.

/// The print under a target must be seen, or the page is not where we think it is.
constexpr double kLeastContrast = 0.18;

/// Names: share of the length struck at letter height.
constexpr double kStruck = 0.74, kStruckGap = 0.22;
constexpr double kUntouched = 0.10;
/// Strikes fainter than this may be a stamp, show-through or rubbed out: 99 of 100 pencil strikes of the harshest decks are darker.
constexpr double kFaintOnName = 0.25;
/// Ink through a name that goes on above or below it over this share of its length is a stamp or writing across rows; less is asked of ink as light as a stamp's.
constexpr double kAcrossRows = 0.20, kAcrossRowsFaint = 0.05, kStampDark = 0.34;
/// Mean height of a strike's solid ink in the name's box, from its top: of 6,653 strikes of all profiles 99.8 % lie within 0.27 … 0.745. Lines along the letters' feet have 0.76 or more
/// (34 of 45 of an independent tester), those along the tops of the capitals 0.24 or less: an underline, a stroke that slid off its row.
constexpr double kHighest = 0.24, kLowest = 0.76;
/// Where fat print hides most of the paper, ink in the few gaps left is not enough to say that the whole name is struck.
constexpr double kLeastInked = 0.30;
/// A strike goes through every part of the name: of each fifth that can be seen this share is inked, and at most two fifths are hidden.
constexpr double kWorstFifth = 0.30;
constexpr int kMostBlind = 2;
/// A slanted strike starts over the letters and ends under them: less at letter height, but ink along the whole name that falls (or rises) by so much of the box's height. Slants: fall 0.45 or
/// more (90 %), inside 0.92, through 0.59 or more; strikes of a half fall 0.24 at most and are inside 0.63; underlines do not fall.
constexpr double kSlantFall = 0.40, kSlantInside = 0.90, kSlantThrough = 0.55, kSlantWider = 0.35, kSlantFifth = 0.60, kSlantGap = 0.34;
/// The same at the wider spread of print, where fewer gaps between letters are left to show a stroke.
constexpr double kStruckWider = 0.45;
/// Fewer than that, but so much solid ink, mm², some of it left at the wider spread: a thin stroke through dense letters. Untouched names that look struck have 0.64 solid and 1.3 wider at most.
constexpr double kSolidStrikeMm2 = 1.5, kStrikeWiderMm2 = 1.5, kStrikeWider = 0.20;
/// A strike crosses the spaces between words: of 10,000 that were told marks two cross fewer than half of them. Letters that bled (wet ink, a blurred row) look struck from end to end at any
/// spread, but their spaces stay paper (an independent tester's pages: 5 of 5 rows 0.3 mm fatter than the page were told struck).
constexpr double kGapsCrossed = 0.5;
/// Letters printed a little off show as ink at their edges, but not at the wider spread.
constexpr double kMisprint = 0.40, kMisprintMm2 = 0.35;
/// Soft letters show a rim all along; when (nearly) nothing is left at the wider spread, and enough paper is seen there, it was the rim.
constexpr double kSeenWider = 0.15, kDustWider = 0.03, kDustWiderMm2 = 0.12;
/// A rim goes all along: where so much of the name shows it and a fifth shows none, it is a pale stroke over a part.
constexpr double kRimEverywhere = 0.20;
/// Ink on the name in other places that is more than dust, mm², and the part of it that is solid: specks of a dirty feeder reach 0.25, a dot of 0.9 mm has more.
constexpr double kDustOnNameMm2 = 0.9, kSolidDustMm2 = 0.25;
/// Edges of letters that look like ink are thin nearly everywhere: what is solid, mm², is ink, unless the wider spread explains all of it. A dash leaves 0.2, a strike 0.7.
constexpr double kSolidMisprintMm2 = 0.15;
/// The same with the print also where its halves lie: true strikes of office and harsh decks have 0.70 or more, letters of slipped names 0.00 … 0.60.
constexpr double kStruckSlipped = 0.65;
/// A line beside the letters over this share of the name is an underline or overline.
constexpr double kBeside = 0.40;

/// Squares: how far the mark reaches over the square, and how much ink it has.
constexpr double kBoxExtent = 0.66, kBoxInkMm2 = 1.1;
constexpr double kDustInBoxMm2 = 0.30;
constexpr double kOutsideMm2 = 1.5, kClutterMm2 = 2.0;
/// A single stroke (tick, slash) this short, mm, is a slip of the pen or the end of a neighbour's: its ink's diagonal, so 4.4 from end to end. Slashes and ticks of 5,000 marks have more (99.9 % of office decks).
constexpr double kLeastStrokeMm = 5.0;
/// Ink round paper of so large a share of its bounding box is an O or a 0 (0.27 and more), not a cross: of 14,000 marks none encloses more than 0.22, loops of a cross made in one go.
constexpr double kLoop = 0.24;
/// Two strokes that cross: an arm of each on either side of the other, mm, at so many degrees. Of 18,400 crosses of the judge's decks 99.8 % are such, and of 3,600 of an independent tester's, narrow
/// and flat ones too; of her "?", "=", triangles and zeros none, of ticks and slashes few.
constexpr double kCrossArmMm = 0.12, kCrossDegrees = 20;
/// What is not a cross and has two lines was drawn as a tick, or is no vote: two strokes side by side ("=", the sides of a 0), at a distance that no bent slash reaches (1.02; "=" 1.3 and more) …
constexpr double kSecondLine = 0.20, kSideBySideMm = 1.3, kSideBySideDegrees = 15;
/// … two that meet above the middle (a "?", a 7; ticks meet below: 2 of 3,000 above), unless so much ink, mm², comes out of the square: the upper arms of a cross drawn too high (1.06 and more), whose
/// lower ones meet at 55° or more …
constexpr double kHookDegrees = 50, kArmsBeyondMm2 = 0.8;
/// … or a third line (a triangle: 0.18 and more on neither line), unless the pen is as wide as this, the radius of the largest circle in the ink, mm, or they meet so far below the middle as a
/// tick's do (felt pens bend them: 0.22 on neither line).
constexpr double kThirdLine = 0.17, kThirdLineThickMm = 0.85, kTickMeetsMm = 1.5;
/// A cross as clear as this is one however narrow or flat: no line of a page or edge of a seal has arms to all sides. Dashes that look like two lines have 25° or less, letters 0.14 and more on a third line.
constexpr double kClearArmMm = 0.80, kClearDegrees = 30, kClearTilt = 10, kClearBeyond = 0.10, kClearOffCentre = 0.75;
/// A mark in a square fainter than this is a stamp's edge, a rubbed out or copied mark: pens and pencils leave at least 0.23.
constexpr double kFaintInBox = 0.21;
/// More strokes met on a cut, or more of the square covered, than an X of any pen has: scratched out or filled.
constexpr double kScribbleStrokes = 3.5, kScribbleFill = 0.72;
/// A square so covered was filled when each ninth of it has ink and nothing comes out over its line, specks aside, mm²: who scratches out does not keep to the line.
constexpr double kFilledNinth = 0.30, kNeatMm2 = 0.15;
/// Ink towards so many of the middles of a square's sides is a ring that takes the mark back (khoanh tròn dấu X): 82 of 100 rings have more; of marks of office decks 2 in 1,000, large crosses
/// and marks under a seal. At 0.45 all rings would be found, and the marks doubted be three times as many.
constexpr double kRinged = 0.55;
/// Ink that comes out to both sides of a square (or above and below) and runs through it in whole lines strikes the cross out again: 8 of 8 have 0.50 and 0.39 or more; none of 14,000
/// marks has both.
constexpr double kBothSides = 0.50, kStruckOut = 0.25;
/// A line along an edge of the page, not across the square: a fold or streak that was not recognised, a dash (0.24 … 0.31), the rim of a seal (0.22); marks have 0.34 or more (99.95 %).
constexpr double kNarrow = 0.30;
/// A wider band that goes on beyond the square with so much of its ink: a seal's rim, 0.36 … 0.50 wide and 0.8 … 1.4 beyond. Of 44,258 marks 29 are such, most of them large crosses.
constexpr double kBandNarrow = 0.50, kBandBeyond = 0.8;
/// A mark so is none when the second line has so much of its ink and lies at kHookDegrees or more: of 13 crosses and ticks at a square's edge in 25,600 positions seven are told by it.
constexpr double kSecondDirection = 0.25;
/// The same as kNarrow where the square's own line cannot reach: a sheet slipped within a square, and the line of its other half widened a streak to a mark (1 in 700,000 positions);
/// marks there have 0.18 or more (99.95 %), a streak of 4 px 0.14.
constexpr double kNarrowCore = 0.16;
/// Ink in lines from one side of a square to the other: a streak that begins in the middle of a page is no line of the page and went through 16 squares as 16 marks. Marks have 0.37 at most,
/// filled squares any share, streaks 0.8 and more.
constexpr double kBanded = 0.50;
/// Ink as light as a stamp's round which so large a circle fits, mm, is the star of a seal (1.66, dark 0.22; its pale ring was not found): of 20,064 marks six have that, strokes as thick are felt pens' and dark.
constexpr double kThickMm = 1.0;
/// Ink that comes and goes instead of beginning at an edge is a crease, a shadow or a smear: clear marks of the harshest decks stay above the first. Light ink
/// must be steeper: of creases across names, 0.47–0.63 at a darkness of 0.29–0.34, only the softest are told, since scribbles of a pencil have 0.45–0.57 (harsh decks).
constexpr double kSoft = 0.28, kSoftAndLight = 0.50, kLightAsCreases = 0.34;
/// Heavier than this against the same fold or streak elsewhere, a pen may have gone along it.
constexpr double kLineExcess = 1.6;
/// A line through a target that is as dark as a pen may be a stroke drawn from margin to margin: folds of office decks 0.15–0.27 (99 %), harsh ones up to 0.33, pens 0.33 or more,
/// ruled pencil lines 0.20 or more: those as light as folds are told by their number. Nobody folds a ballot into more parts than these.
constexpr double kPenOnLine = 0.285, kPenOnLineInSquare = 0.29;
constexpr std::size_t kMostFolds = 4;

Decision unsure(const char* why) { return {MarkState::Unsure, 0, why}; }

/// One stroke from over the beginning of a name to under its end, or the other way, that stays in its row.
bool isSlanted(const NameMeasure& m, const NameMeasure& wider) {
  return std::abs(m.fall) >= kSlantFall && m.inside >= kSlantInside && m.through >= kSlantThrough && m.worstFifth >= kSlantFifth &&
         m.longestGap <= kSlantGap && m.around < kAcrossRowsFaint && m.solidMm2 >= kSolidStrikeMm2 && wider.inkMm2 >= kStrikeWiderMm2 &&
         wider.through >= kSlantWider;
}

bool isCross(const TwoStrokes& two) { return two.armMm > kCrossArmMm && two.degrees >= kCrossDegrees; }

/// Two lines that are neither a cross nor a tick.
bool isAnotherSign(const BoxMeasure& m) {
  const TwoStrokes& two = m.two;
  if (isCross(two) || two.second < kSecondLine || two.awayMm < kSideBySideMm) return false;
  const bool sideBySide = two.degrees < kSideBySideDegrees;
  const bool hook = two.meetMm < 0 && (two.degrees < kHookDegrees || m.spillMm2 < kArmsBeyondMm2);
  return sideBySide || hook || (two.beyond >= kThirdLine && m.thickMm < kThirdLineThickMm && two.meetMm < kTickMeetsMm);
}

/// Strokes of a pen in two directions: a cross or tick at the square's edge, not the rim of a seal, whose rings run side by side.
bool isOfTwoDirections(const BoxMeasure& m) {
  return m.two.second >= kSecondDirection && m.two.degrees >= kHookDegrees && m.inkDark >= kStampDark;
}

bool isClearCross(const BoxMeasure& m) {
  return m.two.armMm >= kClearArmMm && m.two.degrees >= kClearDegrees && m.two.tilt >= kClearTilt && m.two.beyond <= kClearBeyond &&
         m.two.offCentre <= kClearOffCentre && m.inkDark >= kStampDark;
}

}  // namespace

bool isUntouched(const NameMeasure& m) {
  return m.through <= kUntouched && m.inkMm2 <= kDustOnNameMm2 && m.solidMm2 <= kSolidDustMm2 && m.below < kBeside && m.above < kBeside &&
         m.onLines <= kLineBins;
}

Decision decideName(const NameMeasure& m, const NameMeasure& wider) {
  if (m.contrast < kLeastContrast) return unsure("print-missing");
  const bool slanted = isSlanted(m, wider);
  if (slanted || (m.through >= kStruck && m.longestGap <= kStruckGap)) {
    if (m.inked < kLeastInked || m.blindFifths > kMostBlind) return unsure("hidden");
    if (m.worstFifth < kWorstFifth) return unsure("partial");
    if (m.gapsCrossed < kGapsCrossed * m.wordGaps) return unsure("print-differs");
    if (m.level > kLowest) return unsure("below");
    if (m.level < kHighest) return unsure("above");
    if (m.inkDark < kFaintOnName) return unsure("faint");
    if (m.steep < (m.inkDark < kLightAsCreases ? kSoftAndLight : kSoft)) return unsure("soft");
    if (m.around >= kAcrossRows || (m.around >= kAcrossRowsFaint && m.inkDark < kStampDark)) return unsure("across-rows");
    const bool solid = m.solidMm2 >= kSolidStrikeMm2 && wider.inkMm2 >= kStrikeWiderMm2 && wider.through >= kStrikeWider;
    if (wider.through < kStruckWider && !solid) return unsure("print-differs");
    const double certain = slanted ? (m.inside - kSlantInside) / (1 - kSlantInside) : (m.through - kStruck) / (1 - kStruck);
    return {MarkState::Mark, static_cast<float>(std::min(1.0, certain * 0.9 + 0.1))};
  }
  // A fold or streak explains ink only as far as it is no heavier here than elsewhere: a strike along a fold is still a strike.
  // Where print hides the line everywhere, only its darkness tells.
  const bool heavier = m.lineExcess > kLineExcess && m.lineExcess < kUnknownExcess;
  if (m.onLines > kLineBins && (heavier || m.inkDark >= kPenOnLine)) return unsure("on-line");
  const bool beside = m.below >= kBeside || m.above >= kBeside;
  const bool untouched = m.through <= kUntouched && m.inkMm2 <= kDustOnNameMm2 && m.solidMm2 <= kSolidDustMm2;
  const bool nothingWider = wider.visible >= kSeenWider && wider.through <= kDustWider && wider.inkMm2 <= kDustWiderMm2 &&
                            (m.through <= kMisprint || m.worstFifth >= kRimEverywhere);
  const bool edges = m.through <= kMisprint && wider.through <= kUntouched && wider.inkMm2 <= kMisprintMm2;
  const bool misprint = (nothingWider && m.solidMm2 <= kSolidDustMm2) || (edges && m.solidMm2 <= kSolidMisprintMm2);
  if ((untouched || misprint) && !beside && m.blindFifths > kMostBlind) return unsure("hidden");
  if ((untouched || misprint) && !beside) return {MarkState::None, static_cast<float>(-1 + 0.9 * std::min(1.0, m.through / kMisprint))};
  if (!untouched && !misprint) return unsure("partial");
  return unsure(m.below >= kBeside ? "below" : "above");
}

bool isPenAlongLine(const NameMeasure& m) { return m.onLines > kLineBins && m.lineExcess > kLineExcess && m.lineExcess < kUnknownExcess; }

Decision decideAlongLine(const Decision& doubted, const NameMeasure& dark, const NameMeasure& darkWider) {
  const Decision d = decideName(dark, darkWider);
  return d.state == MarkState::Mark ? d : doubted;
}

Decision decideAmongLines(const Decision& decided, const NameMeasure& m, std::size_t levelLines) {
  return decided.state == MarkState::None && m.onLines > kLineBins && levelLines > kMostFolds ? unsure("on-line") : decided;
}

Decision decideSlipped(const Decision& struck, const NameMeasure& m) { return m.through < kStruckSlipped ? unsure("print-torn") : struck; }

Decision decideBox(const BoxMeasure& m) {
  if (m.contrast < kLeastContrast) return unsure("print-missing");
  if (m.onLinesMm2 > kDustInBoxMm2 && m.inkMm2 < kBoxInkMm2 && (m.lineExcess > kLineExcess || m.inkDark >= kPenOnLineInSquare))
    return unsure("on-line");
  if (m.inkMm2 <= kDustInBoxMm2) {
    if (m.outsideMm2 > kOutsideMm2) return unsure("beside");
    return {MarkState::None, static_cast<float>(-1 + 0.9 * m.inkMm2 / kDustInBoxMm2)};
  }
  const bool filled = m.fill >= kScribbleFill;
  const bool neat = m.worstNinth >= kFilledNinth && m.spillMm2 <= kNeatMm2;
  if (m.strokes >= kScribbleStrokes || (filled && !neat)) return unsure("scratched");
  if (m.ringed > kRinged || (m.ringed >= kBothSides && m.banded >= kStruckOut)) return unsure("corrected");
  if (m.extent < kBoxExtent || m.inkMm2 < kBoxInkMm2) return unsure("small");
  if (m.strokes <= 1 && m.reachMm < kLeastStrokeMm) return unsure("small");
  if (m.loop >= kLoop || (!filled && isAnotherSign(m))) return unsure("not-a-cross");
  if (!filled && m.banded >= kBanded) return unsure("straight-line");
  if (!filled && m.thickMm >= kThickMm && m.inkDark < kStampDark) return unsure("under-stamp");
  const bool goesOn = m.narrow < kBandNarrow && m.spillMm2 >= kBandBeyond * m.inkMm2 && !isOfTwoDirections(m);
  if (m.two.second < kSecondLine && m.inkDark < kStampDark && (m.narrow < kBandNarrow || m.spillMm2 >= kBandBeyond * m.inkMm2))
    return unsure("under-stamp");
  if (!isClearCross(m) && (m.narrow < kNarrow || m.core < kNarrowCore || goesOn)) return unsure("straight-line");
  if (m.inkDark < kFaintInBox) return unsure("faint");
  if (!filled && m.steep < kSoft) return unsure("soft");
  if (m.outsideMm2 > kClutterMm2) return unsure("cluttered");
  const double certain = filled ? std::min((m.worstNinth - kFilledNinth) / (1 - kFilledNinth), 1 - m.spillMm2 / kNeatMm2)
                                : (m.extent - kBoxExtent) / (1 - kBoxExtent);
  return {MarkState::Mark, static_cast<float>(std::min(1.0, 0.1 + 0.9 * certain)), {}, filled};
}

}  // namespace kp

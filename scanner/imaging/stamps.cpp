// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/stamps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kp {
namespace {

/// Official round seals are 30 … 42 mm wide (radius, mm, with room for copies); this share of the ring must be inked where print leaves it visible, and so much be visible.
constexpr double kSealLeastMm = 13, kSealMostMm = 22, kRingShare = 0.55, kRingVisible = 0.4, kRingHalfMm = 0.6;
/// Votes for the centre: grid, voting points and directions. Coarse, because the winner is fitted afterwards.
constexpr double kVoteMm = 1.5;
constexpr std::size_t kRingVoters = 1000, kFewestVoters = 120;
constexpr int kRingVotes = 36, kRingSamples = 72;
/// Centres tried at each radius.
constexpr int kGuesses = 2;

/// Pieces of a stamp's frame: height, mm; how far an end may lie off the straight line of its side, px.
constexpr double kFrameLeastHigh = 5, kFrameMostHigh = 50, kFrameOffPx = 2;

/// Radii are looked at in these steps, and how many of them a ring's width and all rings take.
constexpr double kRadiusStepMm = 0.25;
constexpr int kRingWidth = static_cast<int>(2 * kRingHalfMm / kRadiusStepMm) + 1;
constexpr double kFirstRadiusMm = kSealLeastMm - kVoteMm - kRingHalfMm, kLastRadiusMm = kSealMostMm + kVoteMm + kRingHalfMm;
constexpr int kRadii = static_cast<int>((kLastRadiusMm - kFirstRadiusMm) / kRadiusStepMm) + 2;
/// Room round the page for rings about centres off it, px.
constexpr int kMarginPx = static_cast<int>((2 * kSealMostMm + 6 * kVoteMm) * kPagePxPerMm);

/// The page's ink and where ink could be seen, as the rings ask for it thousands of times: one byte a pixel, with room all round, so that no step need be checked.
class RingField {
 public:
  RingField(const cv::Mat& ink, const cv::Mat& open) : m_field(fieldOf(ink.size())) {
    for (int y = 0; y < ink.rows; ++y) {
      const std::uint8_t *seen = open.ptr(y), *inked = ink.ptr(y);
      std::uint8_t* const to = m_field.ptr(y + kMarginPx) + kMarginPx;
      for (int x = 0, width = ink.cols; x < width; ++x) to[x] = static_cast<std::uint8_t>((seen[x] & kSeen) | (inked[x] & kInked));
    }
    for (int k = 0; k < kRingSamples; ++k) {
      const double sine = std::sin(k * 2 * CV_PI / kRingSamples), cosine = std::cos(k * 2 * CV_PI / kRingSamples);
      for (int i = 0; i < kRadii; ++i) {
        const double r = (kFirstRadiusMm + i * kRadiusStepMm) * kPagePxPerMm;
        m_steps[static_cast<std::size_t>(k)][static_cast<std::size_t>(i)] = cvRound(r * sine) * m_field.cols + cvRound(r * cosine);
      }
    }
  }

  /// Share of the ring's visible part that is inked, 0 when too little of it is visible or when the share cannot be more than `least`. Millimetres.
  double share(Point centre, double radius, double least) const {
    const std::uint8_t* const at = m_field.ptr(cvRound(centre.y * kPagePxPerMm) + kMarginPx) + cvRound(centre.x * kPagePxPerMm) + kMarginPx;
    const auto first = static_cast<std::size_t>(std::lround((radius - kRingHalfMm - kFirstRadiusMm) / kRadiusStepMm));
    int seen = 0, found = 0;
    for (std::size_t k = 0; k < kRingSamples; k += kAtOnce) {
      const auto left = static_cast<int>(kRingSamples - k);
      if (found + left <= least * (seen + left)) return 0;
      for (std::size_t j = k; j < k + kAtOnce; ++j) {
        const int* const steps = m_steps[j].data() + first;
        int met = 0;
        for (std::size_t i = 0; i < kRingWidth; ++i) met |= at[steps[i]];
        seen += met & kSeen, found += (met & kInked) / kInked;
      }
    }
    return seen >= kRingVisible * kRingSamples ? static_cast<double>(found) / seen : 0;
  }

 private:
  static constexpr int kSeen = 1, kInked = 2;
  static constexpr std::size_t kAtOnce = 8;  ///< directions between two looks at whether the ring can still be there

  /// Two megabytes that every page of a thread uses again: asking the system for them and clearing them takes longer than filling them. The room round the page is
  /// never written to.
  static cv::Mat& fieldOf(cv::Size page) {
    static thread_local cv::Mat field;
    const cv::Size size(page.width + 2 * kMarginPx, page.height + 2 * kMarginPx);
    if (field.size() != size) field = cv::Mat::zeros(size, CV_8UC1);
    return field;
  }

  cv::Mat& m_field;
  std::array<std::array<int, kRadii>, kRingSamples> m_steps;
};

/// The ring near a guess whose visible part is inked most.
Stamp fitRing(const RingField& field, const Stamp& guess, double& share) {
  Stamp fitted;
  for (double r = guess.radius - kVoteMm; r <= guess.radius + kVoteMm; r += 0.5)
    for (double dy = -kVoteMm; dy <= kVoteMm; dy += 0.5)
      for (double dx = -kVoteMm; dx <= kVoteMm; dx += 0.5)
        if (const double s = field.share({guess.centre.x + dx, guess.centre.y + dy}, r, std::max(share, 0.99 * kRingShare)); s > share)
          share = s, fitted = {{guess.centre.x + dx, guess.centre.y + dy}, r};
  return fitted;
}

/// Seals have two or three rings about one centre: the largest that is there.
Stamp outermost(const RingField& field, const Stamp& ring) {
  Stamp largest = ring;
  for (double r = ring.radius + 1; r <= kSealMostMm + 1; r += 0.5) {
    double share = 0;
    for (double dy = -1; dy <= 1; dy += 0.5)
      for (double dx = -1; dx <= 1; dx += 0.5)
        share = std::max(share, field.share({ring.centre.x + dx, ring.centre.y + dy}, r, std::max(share, 0.99 * kRingShare)));
    if (share >= kRingShare) largest.radius = r;
  }
  return largest;
}

}  // namespace

std::vector<Stamp> findStamps(const std::vector<cv::Point>& points, const cv::Mat& ink, const cv::Mat& open, const RectMm& sealPlace) {
  std::vector<Point> voters;
  if (points.size() < kFewestVoters) return {};
  for (std::size_t i = 0, all = std::min(points.size(), kRingVoters); i < all; ++i) {
    const cv::Point px = points[i * points.size() / all];
    const Point p{px.x / kPagePxPerMm, px.y / kPagePxPerMm};
    if (p.x < sealPlace.x || p.y < sealPlace.y || p.x > sealPlace.x + sealPlace.w || p.y > sealPlace.y + sealPlace.h) voters.push_back(p);
  }
  if (voters.size() < kFewestVoters) return {};
  // The grid has room all round for centres off the page, so that no vote need be checked.
  constexpr int kRoom = static_cast<int>(kSealMostMm / kVoteMm) + 2;
  const int width = cvCeil(ink.cols / kPagePxPerMm / kVoteMm) + 2 * kRoom, height = cvCeil(ink.rows / kPagePxPerMm / kVoteMm) + 2 * kRoom;
  const auto cells = [](double mm) { return static_cast<int>(std::lround(mm / kVoteMm * 256)); };
  std::vector<std::pair<int, int>> at;
  for (const Point& p : voters) at.emplace_back(cells(p.x) + 256 * kRoom, cells(p.y) + 256 * kRoom);
  struct Guess {
    int votes;
    Stamp ring;
  };
  std::vector<Guess> guesses;            // the best of each radius: writing and crosses of a full page may have more votes than a pale seal
  cv::Mat votes(height, width, CV_16S);  // at most two of each of kRingVoters points fall into one cell
  for (double radius = kSealLeastMm; radius <= kSealMostMm; radius += kVoteMm) {
    votes.setTo(0);
    std::array<std::pair<int, int>, kRingVotes> ring;
    for (int i = 0; i < kRingVotes; ++i)
      ring[static_cast<std::size_t>(i)] = {cells(radius * std::cos(i * 2 * CV_PI / kRingVotes)),
                                           cells(radius * std::sin(i * 2 * CV_PI / kRingVotes))};
    auto* const count = votes.ptr<std::int16_t>();
    for (const auto& [px, py] : at)
      for (const auto& [rx, ry] : ring) ++count[((py + ry) >> 8) * width + ((px + rx) >> 8)];
    for (int k = 0; k < kGuesses; ++k) {
      double most = 0;
      cv::Point top;
      cv::minMaxLoc(votes, nullptr, &most, nullptr, &top);
      guesses.push_back({static_cast<int>(most), {{(top.x - kRoom + 0.5) * kVoteMm, (top.y - kRoom + 0.5) * kVoteMm}, radius}});
      votes(cv::Rect(top.x - 2, top.y - 2, 5, 5) & cv::Rect({}, votes.size())).setTo(0);
    }
  }
  std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.votes > b.votes; });
  const RingField field(ink, open);
  std::vector<Stamp> stamps;
  for (const Guess& g : guesses) {
    const auto known = [&](const Stamp& s) { return std::hypot(s.centre.x - g.ring.centre.x, s.centre.y - g.ring.centre.y) < s.radius; };
    if (std::any_of(stamps.begin(), stamps.end(), known)) continue;
    double share = 0;
    const Stamp fitted = fitRing(field, g.ring, share);
    if (share >= kRingShare) stamps.push_back(outermost(field, fitted));
  }
  return stamps;
}

bool maybeFrame(const RectMm& box) { return box.h >= kFrameLeastHigh && box.h <= kFrameMostHigh; }

namespace {

/// Share of the rows whose ends lie on the straight line through the middle ends of the upper and the lower third.
double onStraightSide(const std::vector<int>& ends) {
  const auto middleOf = [&](std::size_t from, std::size_t to) {
    std::vector<int> seen;
    for (std::size_t y = from; y < to; ++y)
      if (ends[y] >= 0) seen.push_back(ends[y]);
    if (seen.empty()) return -1.0;
    const auto half = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() / 2);
    std::nth_element(seen.begin(), half, seen.end());
    return static_cast<double>(*half);
  };
  const std::size_t rows = ends.size(), third = rows / 3;
  const double upper = middleOf(0, third), lower = middleOf(rows - third, rows);
  if (upper < 0 || lower < 0) return 0;
  const double slope = (lower - upper) / static_cast<double>(rows - third);
  int on = 0;
  for (std::size_t y = 0; y < rows; ++y)
    on += ends[y] >= 0 && std::abs(ends[y] - upper - slope * (static_cast<double>(y) - static_cast<double>(third) / 2)) <= kFrameOffPx;
  return on / static_cast<double>(rows);
}

}  // namespace

double framedShare(const InkEnds& ends) { return std::max(onStraightSide(ends.left), onStraightSide(ends.right)); }

}  // namespace kp

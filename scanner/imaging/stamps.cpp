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

/// Share of the ring's visible part that is inked, 0 when too little of it is visible or when the share cannot be more than `least`.
double ringShare(const cv::Mat& ink, const cv::Mat& open, double cx, double cy, double radius, double least) {
  int seen = 0, found = 0;
  static const std::vector<Point> directions = [] {
    std::vector<Point> d;
    for (int i = 0; i < kRingSamples; ++i) d.push_back({std::cos(i * 2 * CV_PI / kRingSamples), std::sin(i * 2 * CV_PI / kRingSamples)});
    return d;
  }();
  int left = kRingSamples;
  for (const Point& d : directions) {
    if (found + left <= least * (seen + left)) return 0;
    --left;
    bool hit = false, visible = false;
    for (double r = radius - kRingHalfMm; r <= radius + kRingHalfMm; r += 1 / kPagePxPerMm) {
      const cv::Point p(cvRound((cx + r * d.x) * kPagePxPerMm), cvRound((cy + r * d.y) * kPagePxPerMm));
      if (p.x < 0 || p.y < 0 || p.x >= ink.cols || p.y >= ink.rows) continue;
      hit = hit || ink.at<std::uint8_t>(p);
      visible = visible || open.at<std::uint8_t>(p);
    }
    seen += visible, found += hit;
  }
  return seen >= kRingVisible * kRingSamples ? static_cast<double>(found) / seen : 0;
}

/// The ring near a guess whose visible part is inked most.
Stamp fitRing(const cv::Mat& ink, const cv::Mat& open, const Stamp& guess, double& share) {
  Stamp fitted;
  for (double r = guess.radius - kVoteMm; r <= guess.radius + kVoteMm; r += 0.5)
    for (double dy = -kVoteMm; dy <= kVoteMm; dy += 0.5)
      for (double dx = -kVoteMm; dx <= kVoteMm; dx += 0.5)
        if (const double s = ringShare(ink, open, guess.centre.x + dx, guess.centre.y + dy, r, std::max(share, 0.99 * kRingShare));
            s > share)
          share = s, fitted = {{guess.centre.x + dx, guess.centre.y + dy}, r};
  return fitted;
}

/// Seals have two or three rings about one centre: the largest that is there.
Stamp outermost(const cv::Mat& ink, const cv::Mat& open, const Stamp& ring) {
  Stamp largest = ring;
  for (double r = ring.radius + 1; r <= kSealMostMm + 1; r += 0.5) {
    double share = 0;
    for (double dy = -1; dy <= 1; dy += 0.5)
      for (double dx = -1; dx <= 1; dx += 0.5)
        share = std::max(share, ringShare(ink, open, ring.centre.x + dx, ring.centre.y + dy, r, std::max(share, 0.99 * kRingShare)));
    if (share >= kRingShare) largest.radius = r;
  }
  return largest;
}

}  // namespace

std::vector<Stamp> findStamps(const std::vector<cv::Point>& points, const cv::Mat& ink, const cv::Mat& open, const RectMm& sealPlace) {
  std::vector<Point> voters;
  if (points.size() < kFewestVoters) return {};
  const std::size_t step = std::max<std::size_t>(1, points.size() / kRingVoters);
  for (std::size_t i = 0; i < points.size(); i += step) {
    const Point p{points[i].x / kPagePxPerMm, points[i].y / kPagePxPerMm};
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
  std::vector<Guess> guesses;       // the best of each radius: writing and crosses of a full page may have more votes than a pale seal
  std::vector<std::int16_t> votes;  // at most two of each of fewer than 2 × kRingVoters points fall into one cell
  for (double radius = kSealLeastMm; radius <= kSealMostMm; radius += kVoteMm) {
    votes.assign(static_cast<std::size_t>(width) * height, 0);
    std::array<std::pair<int, int>, kRingVotes> ring;
    for (int i = 0; i < kRingVotes; ++i)
      ring[static_cast<std::size_t>(i)] = {cells(radius * std::cos(i * 2 * CV_PI / kRingVotes)),
                                           cells(radius * std::sin(i * 2 * CV_PI / kRingVotes))};
    for (const auto& [px, py] : at)
      for (const auto& [rx, ry] : ring) ++votes[static_cast<std::size_t>((py + ry) >> 8) * width + ((px + rx) >> 8)];
    for (int k = 0; k < kGuesses; ++k) {
      const auto top = std::max_element(votes.begin(), votes.end());
      const auto cell = static_cast<int>(top - votes.begin());
      const int row = cell / width, column = cell % width;
      guesses.push_back({*top, {{(column - kRoom + 0.5) * kVoteMm, (row - kRoom + 0.5) * kVoteMm}, radius}});
      for (int y = std::max(0, row - 2); y <= std::min(height - 1, row + 2); ++y)
        for (int x = std::max(0, column - 2); x <= std::min(width - 1, column + 2); ++x) votes[static_cast<std::size_t>(y) * width + x] = 0;
    }
  }
  std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.votes > b.votes; });
  std::vector<Stamp> stamps;
  for (const Guess& g : guesses) {
    const auto known = [&](const Stamp& s) { return std::hypot(s.centre.x - g.ring.centre.x, s.centre.y - g.ring.centre.y) < s.radius; };
    if (std::any_of(stamps.begin(), stamps.end(), known)) continue;
    double share = 0;
    const Stamp fitted = fitRing(ink, open, g.ring, share);
    if (share >= kRingShare) stamps.push_back(outermost(ink, open, fitted));
  }
  return stamps;
}

}  // namespace kp

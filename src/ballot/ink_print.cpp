// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/ink_print.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kp {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kTargetBytes = 4, kBinBytes = 3;

/// A bin that a usual stroke (3 px of 1/8 mm) goes through from end to end, px: more ink counts no more.
constexpr int kFullBin = 24;
/// What the same stroke may measure on another scan: 0.1 mm of height, ¼ mm of spread, half of the ink (steps of logOf()). At these the bin's difference is 1/3 each.
constexpr float kHeight = 1.6F, kSpread = 8, kInk = 23;
constexpr double kAmountPx = 16, kLogSteps = 32;
/// The print of a target is found to a pixel: its strokes may lie so much higher or lower as a whole, 1/16 mm.
constexpr float kOffset = 2;
/// A bin that is further off than this shows another stroke and tells no more about the offset, 1/16 mm.
constexpr int kFarOff = 8;
/// Of a bin's difference, when it is added up as a whole number.
constexpr float kFine = 1024;
/// Bins with less ink do not tell that offset, px.
constexpr int kTellsOffset = 8;
/// Share of the targets left out, those that agree worst.
constexpr double kLeftOut = 0.25;
/// Share of all ink that may lie at targets written on in one print only: beyond its threshold in one scan, short of it in the other.
constexpr double kMissing = 0.15;

void put16(std::string& out, std::size_t value) {
  out.push_back(static_cast<char>(value & 0xFF));
  out.push_back(static_cast<char>((value >> 8) & 0xFF));
}

int get16(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1]) << 8;
}

int weightOf(std::uint8_t amount) { return std::min<int>(amount, kFullBin); }

/// Hands over each target with its bins, kBinBytes each; false for bytes that this version did not write, perhaps after some of them.
template <typename Visit>
bool forEachTarget(std::string_view bytes, const Visit& visit) {
  if (bytes.empty()) return true;
  if (bytes.front() != kVersion) return false;
  std::size_t at = 1;
  int before = -1;
  while (at < bytes.size()) {
    if (bytes.size() - at < kTargetBytes) return false;
    const int target = get16(bytes, at);
    const auto bins = static_cast<std::size_t>(get16(bytes, at + 2));
    at += kTargetBytes;
    if (bins > (bytes.size() - at) / kBinBytes || before >= target) return false;
    visit(static_cast<std::uint16_t>(target), std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()) + at, bins * kBinBytes));
    at += bins * kBinBytes;
    before = target;
  }
  return true;
}

/// At first sight: strokes of one target lie so far apart, 1/16 mm, or hold so much less ink, that they are not the same.
constexpr int kHeightAtSight = 3;
constexpr float kInkAtSight = 0.6;
/// Share of the targets that may differ at first sight.
constexpr double kDifferAtSight = 0.25;
/// Ink that spreads more than this about its middle, 1/32 mm, is more than one line.
constexpr std::uint32_t kSpreadOfTwo = 16;
/// Two prints nearer than this may be one sheet, by the number of strokes compared (the last: and more). The fewer there are, the nearer hands come by chance.
constexpr std::array<double, 9> kSame{0, 0.06, 0.10, 0.12, 0.15, 0.18, 0.20, 0.22, 0.25};

/// Ink on a scale on which equal shares are equal steps, kLogSteps to a doubling; from kAmountPx up, below which differences are those of a few pixels.
std::uint8_t logOf(int amount) { return static_cast<std::uint8_t>(std::lround(kLogSteps * std::log2((amount + kAmountPx) / kAmountPx))); }

}  // namespace

std::string encodeInkPrint(const InkPrint& print) {
  if (print.empty()) return {};
  std::string out(1, kVersion);
  for (const TargetInk& t : print) {
    put16(out, t.target), put16(out, t.bins.size());
    for (const InkBin& bin : t.bins)
      for (const std::uint8_t part : {bin.middle, bin.spread, bin.amount}) out.push_back(static_cast<char>(part));
  }
  return out;
}

std::optional<InkPrint> decodeInkPrint(std::string_view bytes) {
  InkPrint print;
  const bool ours = forEachTarget(bytes, [&print](std::uint16_t target, std::span<const std::uint8_t> bins) {
    TargetInk& t = print.emplace_back();
    t.target = target;
    for (std::size_t i = 0; i < bins.size(); i += kBinBytes) t.bins.push_back({bins[i], bins[i + 1], bins[i + 2]});
  });
  return ours ? std::optional(print) : std::nullopt;
}

void InkSheet::assign(std::string_view encoded) {
  m_sight.clear(), m_targets.clear(), m_planes.clear();
  m_weight = 0;
  const bool ours = forEachTarget(encoded, [this](std::uint16_t target, std::span<const std::uint8_t> bins) { add(target, bins); });
  if (!ours) m_sight.clear(), m_targets.clear(), m_weight = 0;
}

void InkSheet::add(std::uint16_t target, std::span<const std::uint8_t> bins) {
  static const std::array<std::uint8_t, 256> logs = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = logOf(static_cast<int>(i));
    return table;
  }();
  const std::size_t count = bins.size() / kBinBytes;
  std::uint32_t weight = 0, moment = 0, spread = 0;
  for (std::size_t i = 0; i < bins.size(); i += kBinBytes) {
    const auto w = static_cast<std::uint32_t>(weightOf(bins[i + 2]));
    weight += w, moment += w * bins[i], spread += w * bins[i + 1];
  }
  if (weight == 0) return;
  const std::size_t first = m_planes.size();
  m_planes.resize(first + 4 * count);
  std::uint8_t* plane = m_planes.data() + first;
  for (std::size_t i = 0; i < count; ++i, ++plane) {
    const std::uint8_t* bin = bins.data() + kBinBytes * i;
    plane[0] = bin[0], plane[count] = bin[1], plane[2 * count] = logs[bin[2]],
    plane[3 * count] = static_cast<std::uint8_t>(weightOf(bin[2]));
  }
  m_weight += weight;
  m_sight.push_back({target, static_cast<std::uint16_t>(moment / weight), static_cast<std::uint16_t>(std::min(weight, 0xFFFFU))});
  m_targets.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint16_t>(count),
                       static_cast<std::uint16_t>(spread > kSpreadOfTwo * weight ? 2 : 1)});
}

InkSheet::Planes InkSheet::planesOf(const Span& span) const {
  const std::uint8_t* at = m_planes.data() + span.first;
  return {at, at + span.count, at + 2 * span.count, at + 3 * span.count};
}

bool InkSight::differs(const InkSight& other) const {
  const auto [least, most] = std::minmax(weight, other.weight);
  if (static_cast<float>(least) < kInkAtSight * static_cast<float>(most)) return true;
  const std::size_t allowed =
      static_cast<std::size_t>(kDifferAtSight * static_cast<double>(std::min(targets.size(), other.targets.size())));
  std::uint32_t missing = 0;
  std::size_t shared = 0, differ = 0, i = 0, j = 0;
  while (i < targets.size() && j < other.targets.size() && differ <= allowed) {
    const InkAtSight &a = targets[i], &b = other.targets[j];
    i += a.target <= b.target, j += b.target <= a.target;
    if (a.target != b.target) {
      missing += a.target < b.target ? a.weight : b.weight;
      continue;
    }
    ++shared;
    const bool less = static_cast<float>(std::min(a.weight, b.weight)) < kInkAtSight * static_cast<float>(std::max(a.weight, b.weight));
    differ += less || std::abs(a.middle - b.middle) > kHeightAtSight;
  }
  if (shared == 0 || differ > allowed) return true;
  for (; i < targets.size(); ++i) missing += targets[i].weight;
  for (; j < other.targets.size(); ++j) missing += other.targets[j].weight;
  return missing > kMissing * (weight + other.weight) / 2;
}

InkSheet::Apart InkSheet::apartAt(const Span& mine, const InkSheet& other, const Span& its) const {
  const int bins = std::min(mine.count, its.count);
  const Planes a = planesOf(mine), b = other.planesOf(its);
  int sum = 0, telling = 0;
  for (int i = 0; i < bins; ++i) {
    const int tells = (a.weight[i] >= kTellsOffset) & (b.weight[i] >= kTellsOffset), off = a.middle[i] - b.middle[i];
    sum += tells * (off < -kFarOff ? -kFarOff : off > kFarOff ? kFarOff : off), telling += tells;
  }
  const float offset = telling ? std::clamp(static_cast<float>(sum) / static_cast<float>(telling), -kOffset, kOffset) : 0;
  // The sums are whole numbers so that the compiler may add them up four at a time: contests have millions of pairs.
  int apart = 0, weight = 0;
  for (int i = 0; i < bins; ++i) {
    const float height = (static_cast<float>(a.middle[i] - b.middle[i]) - offset) * (1 / kHeight);
    const float spread = static_cast<float>(a.spread[i] - b.spread[i]) * (1 / kSpread),
                amount = static_cast<float>(a.ink[i] - b.ink[i]) * (1 / kInk);
    const float differ = (height * height + spread * spread + amount * amount) * (kFine / 3);
    const int less = std::min(a.weight[i], b.weight[i]), more = std::max(a.weight[i], b.weight[i]);
    apart += more * static_cast<int>(less == 0 || differ > kFine ? kFine : differ), weight += more;
  }
  return {weight ? static_cast<float>(apart) / kFine / static_cast<float>(weight) : 0, static_cast<float>(weight)};
}

InkLikeness InkSheet::compare(const InkSheet& other) const {
  InkLikeness likeness;
  if (sight().differs(other.sight())) return likeness;
  std::vector<Apart> targets;
  targets.reserve(m_targets.size());
  std::size_t strokes = 0;
  for (std::size_t i = 0, j = 0; i < m_targets.size() && j < other.m_targets.size();) {
    const Span &a = m_targets[i], &b = other.m_targets[j];
    const int mine = m_sight[i].target, its = other.m_sight[j].target;
    if (mine == its) targets.push_back(apartAt(a, other, b)), strokes += std::min(a.strokes, b.strokes);
    i += mine <= its, j += its <= mine;
  }
  std::sort(targets.begin(), targets.end(), [](const Apart& a, const Apart& b) { return a.apart < b.apart; });
  const std::size_t shared = targets.size();
  targets.resize(shared - static_cast<std::size_t>(kLeftOut * static_cast<double>(shared)));
  double apart = 0, weight = 0;
  for (const Apart& t : targets) apart += static_cast<double>(t.apart) * t.weight, weight += t.weight;
  likeness.targets = static_cast<int>(shared);
  likeness.inkMm = weight / kFullBin * kInkBinMm;
  likeness.apart = apart / weight;
  likeness.same = likeness.apart <= kSame[std::min(strokes, kSame.size() - 1)];
  return likeness;
}

InkLikeness compareInk(const InkPrint& a, const InkPrint& b) { return InkSheet(encodeInkPrint(a)).compare(InkSheet(encodeInkPrint(b))); }

}  // namespace kp

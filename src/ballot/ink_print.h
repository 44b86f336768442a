// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kp {

/// Ink in one bin of kInkBinMm along a target: where its middle lies, how far it spreads about it, how much there is.
struct InkBin {
  std::uint8_t middle = 0;  ///< mean height below the upper edge of what was cut out, 1/16 mm; nothing when `amount` is 0
  std::uint8_t spread = 0;  ///< standard deviation of the height, 1/32 mm
  std::uint8_t amount = 0;  ///< pixels of (1/8 mm)², as many as fit in a byte
  friend bool operator==(const InkBin&, const InkBin&) = default;
};
inline constexpr double kInkBinMm = 1;

/// What a hand left at one target, in the frame of its print, so that skew, scale and place of the page on the scan do not show in it.
struct TargetInk {
  std::uint16_t target = 0;  ///< index of the page's targets
  std::vector<InkBin> bins;  ///< from left to right, over the target and the room round it
  friend bool operator==(const TargetInk&, const TargetInk&) = default;
};

/// What is on a page beyond its print (dấu nét bút): the targets that carry ink, by ascending index. Empty for a page nobody wrote on, which can be told from no
/// other. Says how strokes lie at the targets of one form and nothing of who wrote: only prints of the same page of the same contest can be compared.
using InkPrint = std::vector<TargetInk>;

/// As stored: a version byte, then each target. "" for an empty print.
std::string encodeInkPrint(const InkPrint& print);
/// The inverse; nullopt for bytes that this version did not write.
std::optional<InkPrint> decodeInkPrint(std::string_view bytes);

/// What comparing two prints came to.
struct InkLikeness {
  double apart = 1;   ///< 0 stroke upon stroke … 1 nothing in common
  int targets = 0;    ///< compared
  double inkMm = 0;   ///< length of strokes compared
  bool same = false;  ///< so near that it may be one sheet fed twice
};

/// Compares two prints of the same page of the same contest (docs/measurements.md, "Sheets fed twice"). The quarter of the targets that agrees worst is left out: a
/// stamp, a streak of one scan or print found a little off spoils single targets. Targets written on in one print only may hold little ink.
InkLikeness compareInk(const InkPrint& a, const InkPrint& b);

/// What is looked at first of one target's ink, in six bytes: of 20,000 sheets it all stays in memory.
struct InkAtSight {
  std::uint16_t target = 0;
  std::uint16_t middle = 0;  ///< mean height of all its ink, 1/16 mm
  std::uint16_t weight = 0;  ///< of its bins together
};

/// A print at first sight (cái nhìn đầu): most others differ from it in how much ink lies where.
struct InkSight {
  std::span<const InkAtSight> targets;  ///< by ascending target
  std::uint32_t weight = 0;             ///< of all targets
  bool differs(const InkSight& other) const;
};

/// A print made ready for being compared with many others: compareInk() at a fraction of the time for those that differ at first sight.
class InkSheet {
 public:
  InkSheet() = default;
  explicit InkSheet(std::string_view encoded) { assign(encoded); }
  /// Becomes the print of these bytes (encodeInkPrint()), in the memory it has; empty for bytes that this version did not write.
  void assign(std::string_view encoded);
  bool empty() const { return m_targets.empty(); }
  InkSight sight() const { return {m_sight, m_weight}; }
  InkLikeness compare(const InkSheet& other) const;

 private:
  struct Span {
    std::uint32_t first = 0;  ///< of its planes
    std::uint16_t count = 0;
    std::uint16_t strokes = 1;  ///< 2 where strokes cross or go up and down: twice as hard to meet by chance
  };
  /// One target's bins, each part for itself.
  struct Planes {
    const std::uint8_t *middle, *spread, *ink, *weight;
  };
  Planes planesOf(const Span& span) const;
  struct Apart {
    float apart = 0, weight = 0;
  };
  Apart apartAt(const Span& mine, const InkSheet& other, const Span& its) const;
  void add(std::uint16_t target, std::span<const std::uint8_t> bins);
  std::vector<InkAtSight> m_sight;
  std::vector<Span> m_targets;  ///< same indices as `m_sight`
  std::vector<std::uint8_t> m_planes;
  std::uint32_t m_weight = 0;
};

}  // namespace kp

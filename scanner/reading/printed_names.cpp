// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/printed_names.h"

#include <algorithm>

#include "election/text.h"
#include "scanner/reading/page_form.h"

namespace kp {
namespace {

/// Darkness of the reference from which a pixel is surely print, and from which it belongs to a word.
constexpr int kSurelyPrint = 150, kOfWord = 60;
/// Words are parted by so many columns without print, px (0.9 mm): a space at 11 pt has 1 mm, letters stand closer.
constexpr int kSpacePx = 7;
/// Less print tells no word from another, px: a full stop, a dash.
constexpr std::size_t kFewestSpots = 15;
/// A spot shows print from this share of the word's own print on, whose darkness is what this share of its spots stays below: toner goes in patches. Never below this darkness.
constexpr double kShownFrom = 0.45, kWordGain = 0.90;
constexpr int kLeastDark = 24;
/// A word may lie so far off its name, px: printers and PDF renderers set letters on whole dots.
constexpr int kWordOffPx = 1;
/// Ink on a name: share of the blank spots beside its letters that are dark, from this share of the print's darkness on. With so much nothing can be told.
constexpr double kInkFrom = 0.4, kInked = 0.10, kHidden = 0.5;
/// Another word stands where one is missing when its place is at least so dark, share of the word's own print; less is paper, toner gone or pasted over.
constexpr double kOtherPrint = 0.4;

/// Share of the blank spots beside the print that are dark.
double inkedShare(const AlignedPatch& patch, const PrintPatch& print) {
  if (print.blank.empty()) return 1;
  const double least = kInkFrom * 255 * patch.gain;
  const auto dark =
      std::count_if(print.blank.begin(), print.blank.end(), [&](const PrintPatch::Spot& s) { return patch.dark.at(s.x, s.y) >= least; });
  return static_cast<double>(dark) / static_cast<double>(print.blank.size());
}

struct WordShown {
  double shown = 0, dark = 0;  // share of the spots that are dark; all that is dark in the word's place against its spots
};

WordShown lookAtWord(const AlignedPatch& patch, const NamePrint::Word& word) {
  const Gray& seen = patch.dark;
  const auto spotsAt = [&](int dx, int dy) {
    std::vector<std::uint8_t> spots;
    spots.reserve(word.spots.size());
    for (const auto& s : word.spots)
      spots.push_back(seen.at(std::clamp(s.x + dx, 0, seen.width - 1), std::clamp(s.y + dy, 0, seen.height - 1)));
    return spots;
  };
  std::vector<std::uint8_t> spots = spotsAt(0, 0);
  const auto at = spots.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(spots.size()) * kWordGain);
  std::nth_element(spots.begin(), at, spots.end());
  const int least = std::max(kLeastDark, static_cast<int>(kShownFrom * *at));
  const auto count = static_cast<double>(spots.size());
  std::ptrdiff_t shown = 0;
  for (int dy = -kWordOffPx; dy <= kWordOffPx; ++dy)
    for (int dx = -kWordOffPx; dx <= kWordOffPx; ++dx) {
      const auto moved = spotsAt(dx, dy);
      shown = std::max(shown, std::count_if(moved.begin(), moved.end(), [&](int d) { return d >= least; }));
    }
  long dark = 0;
  for (int y = word.top; y < word.bottom; ++y)
    for (int x = word.left; x < word.right; ++x) dark += patch.dark.at(x, y) >= least;
  return {static_cast<double>(shown) / count, static_cast<double>(dark) / count};
}

/// Parts a line of print into words.
void addWords(NamePrint& name, const RectMm& line) {
  const PrintPatch& p = name.print;
  const auto px = [](double mm, int most) { return std::clamp(static_cast<int>(mm * kPxPerMm), 0, most); };
  const int x0 = px(line.x - p.area.x, p.width), x1 = px(line.x + line.w - p.area.x, p.width), y0 = px(line.y - p.area.y, p.height),
            y1 = px(line.y + line.h - p.area.y, p.height);
  int last = -kSpacePx - 1;
  const std::size_t first = name.words.size();
  for (int x = x0; x < x1; ++x) {
    bool print = false;
    for (int y = y0; y < y1 && !print; ++y) print = p.printed.at(x, y) >= kOfWord;
    if (!print) continue;
    if (name.words.size() == first || x - last > kSpacePx) name.words.push_back({x, x + 1, y0, y1, {}});
    NamePrint::Word& word = name.words.back();
    word.right = x + 1, last = x;
    for (int y = y0; y < y1; ++y)
      if (p.printed.at(x, y) >= kSurelyPrint) word.spots.push_back({static_cast<std::int16_t>(x), static_cast<std::int16_t>(y)});
  }
}

/// "5, 10" for people: rows as they are numbered on the ballot.
std::string rowNumbers(const std::vector<std::size_t>& candidates) {
  std::string rows;
  for (const std::size_t c : candidates) rows += (rows.empty() ? "" : ", ") + std::to_string(c + 1);
  return rows;
}

}  // namespace

NamePrint makeNamePrint(const Raster& reference, const Target& name) {
  NamePrint made{name.candidate, makePrintPatch(reference, name.box), {}};
  if (name.lines.empty()) addWords(made, name.box);
  for (const RectMm& line : name.lines) addWords(made, line);
  made.words.erase(
      std::remove_if(made.words.begin(), made.words.end(), [](const NamePrint::Word& w) { return w.spots.size() < kFewestSpots; }),
      made.words.end());
  return made;
}

NameShown lookAtName(const PageView& view, const Affine& toView, const NamePrint& name) {
  if (name.words.empty() || !view.contains(toView, name.print.area)) return NameShown::Unseen;
  const AlignedPatch patch = alignPatch(view, toView, name.print, kReachPx);
  const double inked = inkedShare(patch, name.print);
  if (inked > kHidden) return NameShown::Unseen;
  NameShown worst = NameShown::Yes;
  for (const NamePrint::Word& word : name.words) {
    const WordShown seen = lookAtWord(patch, word);
    if (seen.shown < kOtherWord && seen.dark >= kOtherPrint) return NameShown::No;
    if (seen.shown < (inked >= kInked ? kWordUnderInk : kWordShown)) worst = NameShown::Doubtful;
  }
  return worst;
}

NamesShown lookAtNames(const PageView& view, const Affine& toView, const std::vector<NamePrint>& names) {
  NamesShown seen;
  for (const NamePrint& name : names) {
    const NameShown shown = lookAtName(view, toView, name);
    seen.looked += shown != NameShown::Unseen;
    seen.known += shown == NameShown::Yes;
    if (shown == NameShown::Doubtful) seen.doubtful.push_back(name.candidate);
    if (shown == NameShown::No) seen.other.push_back(name.candidate);
  }
  return seen;
}

Reason otherNames(const NamesShown& names) {
  return {
      Why::NotRegistered,
      {},
      {},
      trf("Họ tên in trên phiếu khác danh sách của cuộc bầu ở dòng {0}: có thể là phiếu in theo danh sách cũ hoặc của cuộc bầu khác. Máy "
          "không đọc phiếu này.",
          "The names printed on the ballot are not the contest's in row {0}: perhaps a ballot of an older list or of another contest. "
          "The machine does not read it.",
          rowNumbers(names.other))};
}

void doubtNames(const NamesShown& names, PageReading& out) {
  if (names.doubtful.empty()) return;
  for (MarkReading& mark : out.marks) {
    if (!std::count(names.doubtful.begin(), names.doubtful.end(), mark.candidate)) continue;
    if (mark.why != "off-scan" && mark.why != "print-missing") mark.why = "name-differs";
    mark.state = MarkState::Unsure, mark.score = 0;
  }
  const auto damaged =
      std::find_if(out.reasons.begin(), out.reasons.end(), [](const Reason& r) { return r.why == Why::PageDamaged && r.detail.empty(); });
  Reason& why = damaged != out.reasons.end() ? *damaged : out.reasons.emplace_back(Reason{Why::PageDamaged, {}, {}, {}});
  why.detail = trf("Họ tên in ở dòng {0} không rõ hoặc khác danh sách của cuộc bầu.",
                   "The name printed in row {0} is not clear, or not the one of the contest's list.", rowNumbers(names.doubtful));
}

}  // namespace kp

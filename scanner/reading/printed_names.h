// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/page_reading.h"
#include "scanner/imaging/target_print.h"

namespace kp {

/// A printed full name by which a learned form's rows are known: its print, and the pixels surely printed of each of its words.
struct NamePrint {
  std::size_t candidate = 0;
  PrintPatch print;
  struct Word {
    int left = 0, right = 0, top = 0, bottom = 0;  ///< pixels of `print`; right and bottom beyond the last
    std::vector<PrintPatch::Spot> spots;
  };
  std::vector<Word> words;
};

/// `name` is the target of a printed name on the reference page.
NamePrint makeNamePrint(const Raster& reference, const Target& name);

/// Whether a row shows its name. Ink never lowers what is shown of it, other letters in its place do.
enum class NameShown {
  Yes,       ///< every word is there
  Unseen,    ///< off the scan, or so much ink over it that anything would seem printed there
  Doubtful,  ///< part of a word is missing: a name like it, toner gone, pasted over
  No         ///< other print stands in the place of a word
};
NameShown lookAtName(const PageView& view, const Affine& toView, const NamePrint& name);

/// The names of a page on a scan, by candidate.
struct NamesShown {
  int looked = 0, known = 0;                 ///< rows that can be seen; of these, those that show their name
  std::vector<std::size_t> doubtful, other;  ///< rows where it is doubtful; where another name stands
};
NamesShown lookAtNames(const PageView& view, const Affine& toView, const std::vector<NamePrint>& names);

/// Why a page with other names than the list's is not read: it may be the ballot of an older list, or of another contest. Votes of its rows are for other people.
Reason otherNames(const NamesShown& names);

/// whose name is in doubt, of whom nobody knows whether the row is theirs. Their marks become unsure, and the page says why. Nothing without such rows.
void doubtNames(const NamesShown& names, PageReading& out);

inline constexpr double kWordShown =
    0.80;  ///< of a word's print must be dark; other words reach 0.73, a word of the list 0.85 (office and harsh decks)
inline constexpr double kWordUnderInk =
    0.86;  ///< the same where there is ink on the name: strokes make other words darker, up to 0.89 under three
inline constexpr double kOtherWord =
    0.50;  ///< below it is another word: whole other names reach 0.49, the worst copies of the right one 0.57

}  // namespace kp

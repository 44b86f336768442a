// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/judgement.h"

namespace kp {

/// What one operator sends to the committee beside the marks (đề nghị Ban kiểm phiếu xem), in the order they are written.
enum class KeyedFlag {
  ExtraWriting,   ///< x: signature, writing, identifying mark (R-18)
  WrittenInName,  ///< n: a name written in (R-17)
  SecondInk,      ///< m: a second ink (R-19)
  Unclear,        ///< ?: something else is unclear (R-20)
  NotOurs,        ///< l: not issued by the committee (R-07)
};

/// What one operator keyed for one ballot. rows.size() == candidates.size(), each in the order of fieldsOf(face); all Unsure where no marks were keyed.
struct KeyedEntry {
  std::vector<RowMarks> rows;
  std::vector<KeyedFlag> flags;  ///< ascending, each once
  friend bool operator==(const KeyedEntry&, const KeyedEntry&) = default;
};

/// Reads an operator's text. Candidates by their number on the ballot, only what departs from the usual row is typed; every character is one key of a
/// keyboard's number block except the few letters. Tokens are parted by spaces, commas, full stops, semicolons or plus signs; capitals are allowed; đ is d.
///   strike-out   numbers struck: "3 7 12" · ranges "3-5 12" · "0" nobody struck
///   columns      numbers with Không đồng ý: "1 4" (also "1k 4k"), all others are Đồng ý · "0" everybody Đồng ý
///                "5b" both boxes · "5t" neither (trống) · "5d" Đồng ý
///   confidence   numbers with Tín nhiệm: "5" (also "5v") · "5p" thấp · "5c" cao, the others are Tín nhiệm cao · "0" everybody cao
///                "5cv" both of these boxes · "5b" all three · "5t" none
///   all faces    "*" first: all rows depart (all struck, Không đồng ý, Tín nhiệm), the plain numbers after it are the exceptions: "* 3 7" keeps 3 and 7;
///                "*t" nothing marked on the whole ballot, "*b", "*p" likewise
///                "5?" or "5/": the mark at 5 is unclear
///   committee    x, n, m, ? at the end: "3 7 x" (see KeyedFlag). "?" alone: nothing can be keyed, the committee rules on every row; "l" alone: not ours.
/// BadInput naming the wrong number or sign: no number of the list, given twice, range backwards, "0" beside numbers, a letter this ballot does not
/// have, nothing typed at all (Enter alone is never a ballot), a flag without numbers.
Expected<KeyedEntry> parseEntry(const Contest& contest, const std::string& text);

/// The one canonical text of an entry; parseEntry() of it gives the entry back. Equal entries, equal texts. Three or more in a row become a range.
std::string entryText(const Contest& contest, const KeyedEntry& entry);

/// Keys pressed for a text: its characters and Enter.
int keystrokes(const std::string& text);

/// The entry as what was seen on a ballot, for judge(): marks, and a doubt for each flag. R-17 is told by the doubt's detail, the closed list of reasons has
/// extra-writing for both. Unclear is a doubt of its own only where no row is Unsure.
BallotEvidence evidenceOf(const Contest& contest, const KeyedEntry& entry);
/// The flags in words for people, one each, process's language.
std::string flagText(KeyedFlag flag);

/// Two entries of one ballot side by side.
struct EntryDifference {
  std::vector<std::size_t> rows;  ///< candidates (index in ballot order) whose rows differ
  bool flags = false;             ///< the flags differ
  bool none() const { return rows.empty() && !flags; }
};
EntryDifference differenceOf(const KeyedEntry& a, const KeyedEntry& b);
/// Two entries as one for the committee: rows that differ become Unsure, flags are joined; where one says "not ours" and the other not, every row is Unsure.
KeyedEntry joined(const Contest& contest, const KeyedEntry& a, const KeyedEntry& b);

}  // namespace kp

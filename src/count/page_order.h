// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <vector>

namespace kp {

/// One sheet of a feeder run, as the order of pages is worked out of it. What is no sheet between others (empty backs, a file given twice) is left out before; two sheets fed as one
/// are there twice.
struct FedSheet {
  static constexpr int kUnread = 0;    ///< may be a page of this contest, which one is not known
  static constexpr int kForeign = -1;  ///< certainly none; parts what lies on either side of it
  std::size_t index = 0;               ///< of the sheet in its pass
  int page = kUnread;                  ///< 1 … pages, or one of the two above
};

/// Sheets that follow each other and are taken for one ballot, in the order fed.
struct BallotPages {
  std::vector<std::size_t> sheets;
  bool repeatsPage = false;               ///< its first page is the same page as the one just before it
  bool certain = true;                    ///< false: other pairings of these pages are as likely, as far as the run shows
  std::vector<std::size_t> unreadBeside;  ///< unread sheets just before or after it
};

/// A feeder run divided into ballots.
struct OrderedRun {
  std::vector<BallotPages> ballots;
  bool certain = true;  ///< false: the run does not show in which direction it was fed
  bool unbroken =
      true;  ///< false: two pages do not take turns throughout, so a part of the pile may lie the other way round, here and in what follows
};

/// Divides one feeder run into ballots of `pages` pages (2 or more) by the page numbers alone. Nothing is joined across an unread or foreign sheet.
///
/// Three pages or more: the direction is the one in which ballots come out whole; when both give whole ballots the run is not certain.
/// Two pages: 1 2 1 2 and 2 1 2 1 look alike but for their ends, and a pile put in the wrong way round and parted in the middle of a ballot has the other's ends. Only a run that
/// begins with page 1 and ends with page 2 (or did not end: `ended` false) is certain; an unread sheet counts as the one page it stands for. Where the turn of pages breaks (a
/// sheet is missing, or a part of the pile lies the wrong way round) what goes on with page 2 is not certain until the next break.
OrderedRun orderRun(const std::vector<FedSheet>& run, int pages, bool ended);

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ballot/page_reading.h"
#include "election/judgement.h"

namespace kp {

/// One ruling with its id in the congress file (smaller = earlier).
struct OrderedRuling {
  int order = 0;
  Ruling ruling;
};

/// The feeder run (đợt nạp) a sheet was fed in: one pile put through without a break.
struct FeedRun {
  int number = 1;     ///< sheets that follow each other with the same number are of one run
  bool ended = true;  ///< false: the run is under way or was cut off, so its last ballot may lack pages that never reached the feeder
};

/// One mark as counting needs it, in four bytes (20,000 sheets have a million of them). Where it lies on the scan and how sure the reader was stays in the file.
struct CountedMark {
  std::uint16_t candidate = 0;
  Field field : 8 = Field::Name;
  MarkState state : 8 = MarkState::Unsure;
};

/// What of a page's reading stays in memory while its pass is counted; the whole of it is in the file (SheetRepository::get).
struct CountedReading {
  CountedReading() = default;
  CountedReading(const PageReading& reading);
  std::string contest;
  int page = 0;
  std::optional<std::uint64_t> ballotCode;
  std::vector<Reason> reasons;
  std::vector<CountedMark> marks;
};

/// One stored sheet side as assembling needs it.
struct PassSheet {
  int id = 0;  ///< number of the sheet, as in records
  CountedReading reading;
  std::vector<OrderedRuling> rulings;
  FeedRun run{};
};

/// One ballot (phiếu) made of one or more sheet sides: a cast vote record.
struct AssembledBallot {
  int number = 0;                           ///< the smallest sheet id of the ballot
  std::vector<std::size_t> sheets;          ///< indices into the pass, in page order
  std::optional<std::uint64_t> ballotCode;  ///< per-ballot codes only
  bool complete = true;                     ///< every page is there
  bool transcribed = false;                 ///< a sheet that could not be read, voted by hand by the committee
  bool taken = true;                        ///< false: the committee set the whole ballot aside; it counts nowhere
  BallotEvidence evidence;
  Judgement machine;    ///< as judged before any ruling; carries the reasons
  Judgement judgement;  ///< what counts now
};

/// The pass as ballots. Every sheet is either in exactly one ballot or set aside.
struct Assembly {
  std::vector<AssembledBallot> ballots;              ///< in order of their first sheet
  std::vector<std::optional<std::size_t>> ballotOf;  ///< by sheet: index into `ballots`, nullopt when set aside
  std::vector<std::vector<Reason>> added;            ///< by sheet: reasons that assembling found (page missing, repeated, seen before …)
};

/// True when this page cannot be part of a ballot by itself: nothing could be read, or it is not this contest's paper, or the same paper was seen.
/// Such a sheet is set aside until the committee transcribes it or rules it invalid.
bool isSetAsideByReading(const Contest& contest, int pages, const CountedReading& reading);

/// True for sheets that may be a ballot of this contest although they could not be read (as opposed to blank backs, foreign papers, copies).
bool mayHideABallot(const CountedReading& reading);

/// Makes ballots from the sheets of one pass, in source order. Pure: same input, same result. `pages`: pages of one ballot by the layout.
/// Per-ballot codes: grouped by code wherever they lie; a page seen again is set aside (seen-before).
/// Shared codes (docs/decisions/0008): pages of one ballot follow each other within one feeder run, first page first or last page first as that run alone shows; never
/// across runs or across a sheet that was set aside. What is short of a page, and every ballot of a run that leaves more than one pairing open, has the doubt
/// page-missing; the same page twice in a row gives the second page-repeated. What an earlier run makes never depends on a later one.
Assembly assemble(const Contest& contest, const RuleSet& rules, int pages, const std::vector<PassSheet>& sheets);

/// The judgement of one ballot with rulings applied, oldest first; `taken` false = the committee set the ballot aside.
struct RuledBallot {
  Judgement judgement;
  bool taken = true;
};
/// Applies rulings to a ballot's evidence (R-07…R-20 by judgeWithRulings). A set-aside is lifted by any later ruling of another kind.
Expected<RuledBallot> applyRulings(const Contest& contest, const RuleSet& rules, const BallotEvidence& evidence,
                                   std::vector<OrderedRuling> rulings);

/// Evidence of a sheet nothing could be read from: every field of every row unsure, no doubts. What a transcription starts from.
BallotEvidence blankEvidence(const Contest& contest);

/// True when these rulings make a ballot of an unread sheet: votes for all candidates, or invalid by a rule, and not set aside afterwards.
bool isTranscribed(const Contest& contest, const std::vector<OrderedRuling>& rulings);

/// Sheets that count in the sum "valid + invalid = returned = sheets ÷ sheets per ballot": of each ballot taken in its own sheets, but a whole ballot's
/// for a transcribed one and for an incomplete one that the committee has decided.
long sheetsInCount(const Assembly& assembly, int pages);

}  // namespace kp

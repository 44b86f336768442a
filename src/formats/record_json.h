// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ballot/page_reading.h"
#include "election/judgement.h"

namespace kp {

/// One line of `records` (bản ghi phiếu, cast vote record): one side of one sheet. `marks` is what the reader saw, `votes` and `validity` what counts now.
struct SheetRecord {
  /// Counted: valid or invalid without a ruling · Review: waits for the committee · Ruled: settled by it · SetAside: out of the count.
  enum class State { Counted, Review, Ruled, SetAside };
  struct Mark {
    std::string candidate;  ///< id
    Field field = Field::Name;
    MarkState state = MarkState::Unsure;
  };
  struct WhyHere {
    Why why = Why::MarkUnsure;
    std::string candidate;  ///< id, "" where no candidate is concerned
    std::optional<Field> field{};
    std::string detail;  ///< free text for people, "" none
  };

  long sheet = 0;
  int pass = 1;
  std::string source;            ///< file name as given
  int page = 0;                  ///< from 1; 0 not known
  std::optional<long> ballot{};  ///< none: the sheet belongs to no ballot
  std::string contest;           ///< id; "" not known
  State state = State::Review;
  std::vector<WhyHere> reasons;
  std::vector<Mark> marks;                          ///< in print order; empty when nothing was read
  std::vector<std::pair<std::string, Vote>> votes;  ///< candidate id → vote, in ballot order
  Validity validity = Validity::Undecided;
  std::string rule;  ///< R-id, "" none
  std::optional<Validity> proposal{};
};
std::string toString(SheetRecord::State);  ///< "counted" "review" "ruled" "set-aside"

/// The parts of a record from what the program holds by index. An index beyond the contest's list is left out.
std::vector<SheetRecord::Mark> recordMarks(const Contest& contest, const std::vector<MarkReading>& marks);
std::vector<SheetRecord::WhyHere> recordReasons(const Contest& contest, const std::vector<Reason>& reasons);
std::vector<std::pair<std::string, Vote>> recordVotes(const Contest& contest, const std::vector<Vote>& votes);

/// The record as one line of JSON without a newline, fields in the order of interfaces.md. `ballot` and `proposal` are null when there is none; `candidate`, `field` and
/// `detail` of a reason are left out when empty. Bytes of `source` that are not UTF-8 become U+FFFD.
std::string recordJson(const SheetRecord& record);

}  // namespace kp

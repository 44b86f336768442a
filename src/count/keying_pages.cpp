// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/keying_pages.h"

#include <algorithm>

#include "ballot/form.h"

namespace kp {
namespace {

float scoreOf(MarkState state) { return state == MarkState::Unsure ? 0.F : state == MarkState::Mark ? 1.F : -1.F; }

MarkState stateAt(Face face, const RowMarks& row, Field field) {
  const auto& fields = fieldsOf(face);
  return row.at(static_cast<std::size_t>(std::find(fields.begin(), fields.end(), field) - fields.begin()));
}

}  // namespace

Expected<std::vector<PageReading>> keyedPages(const CountedContest& counted, int ballot, const KeyedEntry& entry,
                                              const std::string& unsureWhy) {
  const BallotEvidence evidence = evidenceOf(counted.contest, entry);
  if (std::find(entry.flags.begin(), entry.flags.end(), KeyedFlag::NotOurs) != entry.flags.end()) {
    PageReading foreign;
    foreign.reasons = evidence.doubts;
    return std::vector<PageReading>{foreign};
  }
  const auto form = formOf(counted);
  if (!form) return tl::unexpected<Error>(form.error());
  std::vector<PageReading> pages;
  for (const FormPage& printed : form->pages) {
    PageReading page;
    page.contest = counted.contest.id;
    page.page = printed.geometry.page;
    if (counted.contest.ballotCode == BallotCode::PerBallot) page.ballotCode = static_cast<std::uint64_t>(ballot);
    if (pages.empty()) page.reasons = evidence.doubts;
    for (const Target& target : printed.geometry.targets) {
      const MarkState state = stateAt(form->face, evidence.rows.at(target.candidate), target.field);
      page.marks.push_back(
          {target.candidate, target.field, state, scoreOf(state), state == MarkState::Unsure ? unsureWhy : std::string(), {}});
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace kp

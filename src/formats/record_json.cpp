// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/record_json.h"

#include <algorithm>

#include "formats/json_text.h"

namespace kp {
namespace {

using nlohmann::ordered_json;

ordered_json reasonJson(const SheetRecord::WhyHere& reason) {
  ordered_json out = {{"why", toString(reason.why)}};
  if (!reason.candidate.empty()) out["candidate"] = reason.candidate;
  if (reason.field) out["field"] = toString(*reason.field);
  if (!reason.detail.empty()) out["detail"] = reason.detail;
  return out;
}

}  // namespace

std::string toString(SheetRecord::State state) {
  switch (state) {
    case SheetRecord::State::Counted: return "counted";
    case SheetRecord::State::Review: return "review";
    case SheetRecord::State::Ruled: return "ruled";
    case SheetRecord::State::SetAside: break;
  }
  return "set-aside";
}

std::vector<SheetRecord::Mark> recordMarks(const Contest& contest, const std::vector<MarkReading>& marks) {
  std::vector<SheetRecord::Mark> out;
  for (const MarkReading& mark : marks)
    if (mark.candidate < contest.candidates.size()) out.push_back({contest.candidates[mark.candidate].id, mark.field, mark.state});
  return out;
}

std::vector<SheetRecord::WhyHere> recordReasons(const Contest& contest, const std::vector<Reason>& reasons) {
  std::vector<SheetRecord::WhyHere> out;
  for (const Reason& reason : reasons) {
    const bool named = reason.candidate && *reason.candidate < contest.candidates.size();
    out.push_back({reason.why, named ? contest.candidates[*reason.candidate].id : std::string(), reason.field, reason.detail});
  }
  return out;
}

std::vector<std::pair<std::string, Vote>> recordVotes(const Contest& contest, const std::vector<Vote>& votes) {
  std::vector<std::pair<std::string, Vote>> out;
  for (std::size_t i = 0; i < std::min(votes.size(), contest.candidates.size()); ++i) out.emplace_back(contest.candidates[i].id, votes[i]);
  return out;
}

std::string recordJson(const SheetRecord& record) {
  ordered_json reasons = ordered_json::array(), marks = ordered_json::object(), votes = ordered_json::object();
  for (const auto& reason : record.reasons) reasons.push_back(reasonJson(reason));
  for (const auto& mark : record.marks) marks[mark.candidate + "/" + toString(mark.field)] = toString(mark.state);
  for (const auto& [candidate, vote] : record.votes) votes[candidate] = toString(vote);
  const ordered_json out = {{"sheet", record.sheet},
                            {"pass", record.pass},
                            {"source", record.source},
                            {"page", record.page},
                            {"ballot", record.ballot ? ordered_json(*record.ballot) : ordered_json(nullptr)},
                            {"contest", record.contest},
                            {"state", toString(record.state)},
                            {"reasons", std::move(reasons)},
                            {"marks", std::move(marks)},
                            {"votes", std::move(votes)},
                            {"validity", toString(record.validity)},
                            {"rule", record.rule},
                            {"proposal", record.proposal ? ordered_json(toString(*record.proposal)) : ordered_json(nullptr)}};
  return jsonText(out);
}

}  // namespace kp

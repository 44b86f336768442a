// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/result_json.h"

#include "formats/json_text.h"

namespace kp {
namespace {

using nlohmann::ordered_json;

ordered_json orNull(const std::optional<int>& figure) { return figure ? ordered_json(*figure) : ordered_json(nullptr); }

ordered_json figuresJson(const ResultView& view) {
  const Figures& f = view.figures;
  std::optional<int> absent;
  if (f.convened && f.present) absent = *f.convened - *f.present;
  ordered_json deductions = ordered_json::object();
  for (const auto& [name, number] : f.deductions) deductions[name] = number;
  return {{"convened", orNull(f.convened)},
          {"present", orNull(f.present)},
          {"absent", orNull(absent)},
          {"issued", orNull(f.issued)},
          {"returned", orNull(f.returned)},
          {"valid", view.tally.valid},
          {"invalid", view.tally.invalid},
          {"undecided", view.tally.undecided},
          {"deductions", std::move(deductions)},
          {"base", f.convened ? ordered_json(view.outcome.base) : ordered_json(nullptr)}};
}

ordered_json votesJson(const ResultView& view) {
  ordered_json out = ordered_json::array();
  for (std::size_t i = 0; i < view.tally.votes.size(); ++i) {
    const CandidateVotes& votes = view.tally.votes[i];
    ordered_json row = {
        {"candidate", view.contest.candidates.at(i).id}, {"yes", votes.yes}, {"no", votes.no}, {"not_counted", votes.notCounted}};
    if (view.contest.kind == ContestKind::Confidence) row.update({{"high", votes.high}, {"medium", votes.medium}, {"low", votes.low}});
    row["percent"] = i < view.outcome.percent.size() ? view.outcome.percent[i] : "";
    out.push_back(std::move(row));
  }
  return out;
}

ordered_json idsJson(const ResultView& view, const std::vector<std::size_t>& places) {
  ordered_json out = ordered_json::array();
  for (const std::size_t place : places) out.push_back(view.contest.candidates.at(place).id);
  return out;
}

}  // namespace

std::string resultJson(const ResultView& view) {
  ordered_json byRule = ordered_json::object(), sums = ordered_json::array();
  for (const auto& [rule, number] : view.tally.invalidByRule) byRule[rule] = number;
  for (const Sum& sum : view.sums) sums.push_back({{"sum", sum.id}, {"left", sum.left}, {"right", sum.right}, {"holds", sum.holds}});
  const ordered_json out = {{"contest", view.contest.id},
                            {"round", view.round},
                            {"state", view.closed ? "closed" : "open"},
                            {"rules", view.rules},
                            {"passes", view.passes},
                            {"figures", figuresJson(view)},
                            {"invalid_by_rule", std::move(byRule)},
                            {"votes", votesJson(view)},
                            {"elected", idsJson(view, view.outcome.elected)},
                            {"tied", idsJson(view, view.outcome.tied)},
                            {"shortfall", view.outcome.shortfall},
                            {"sums", std::move(sums)}};
  return jsonText(out, 1) + "\n";
}

}  // namespace kp

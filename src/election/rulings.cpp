// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "election/judgement.h"
#include "election/rows.h"
#include "election/text.h"

namespace kp {
namespace {

constexpr std::array<std::string_view, 11> kInvalidRules = {"R-07", "R-08", "R-09", "R-12", "R-13", "R-15",
                                                            "R-16", "R-17", "R-18", "R-19", "R-20"};

bool canBeRuled(Face face, Vote vote) {
  if (vote == Vote::None) return true;
  if (face == Face::Confidence) return vote == Vote::High || vote == Vote::Medium || vote == Vote::Low;
  return vote == Vote::Yes || vote == Vote::No;
}

/// The ballot while rulings are applied, oldest first; a later ruling replaces what an earlier one concluded.
struct Ruled {
  std::vector<Row> rows;
  bool lifted = false;         // doubts lifted by Kind::Valid
  bool allRejectedOk = false;  // R-16 accepted as valid; asked again when the votes change
  std::string invalidRule;     // Kind::Invalid, else empty
  bool any = false;
};

Expected<void> applyVotes(const Contest& contest, const Ruling& ruling, Ruled& ruled) {
  if (ruling.votes.empty())
    return fail(ErrorKind::BadInput, tr("Quyết định chưa ghi phiếu cho ai. Hãy ghi ít nhất một người.",
                                        "The ruling names no vote. Give at least one candidate's vote."));
  std::set<std::size_t> seen;
  for (const auto& [candidate, vote] : ruling.votes) {
    if (candidate >= ruled.rows.size())
      return fail(ErrorKind::BadInput, trf("Danh sách chỉ có {0} người, không có người thứ {1}. Phiếu chưa thay đổi; hãy chọn lại.",
                                           "The list has {0} candidates and no number {1}. The ballot is unchanged; choose again.",
                                           ruled.rows.size(), candidate + 1));
    if (!seen.insert(candidate).second)
      return fail(ErrorKind::BadInput, trf("“{0}” được ghi hai lần trong một quyết định. Phiếu chưa thay đổi; hãy ghi mỗi người một lần.",
                                           "“{0}” is named twice in one ruling. The ballot is unchanged; name each candidate once.",
                                           contest.candidates[candidate].name));
    if (!canBeRuled(faceOf(contest), vote))
      return fail(ErrorKind::BadInput,
                  trf("Giá trị “{0}” không dùng được cho loại phiếu này. Phiếu chưa thay đổi; hãy chọn lại.",
                      "The vote “{0}” does not exist on this kind of ballot. The ballot is unchanged; choose again.", toString(vote)));
  }
  for (const auto& [candidate, vote] : ruling.votes) {
    Row& row = ruled.rows[candidate];
    const RowKind nobody = row.kind == RowKind::Both ? RowKind::Both : RowKind::Neither;
    row = {vote, vote == Vote::None ? nobody : RowKind::Voted, {}};
  }
  ruled.allRejectedOk = false;
  ruled.invalidRule.clear();
  return {};
}

Expected<void> applyInvalid(const Ruling& ruling, Ruled& ruled) {
  if (std::find(kInvalidRules.begin(), kInvalidRules.end(), ruling.rule) == kInvalidRules.end()) {
    std::string allowed;
    for (const auto& rule : kInvalidRules) allowed += (allowed.empty() ? "" : ", ") + std::string(rule);
    return fail(ErrorKind::BadInput,
                trf("Kết luận phiếu không hợp lệ phải nêu một trong các quy tắc: {1}; “{0}” không thuộc số đó. Phiếu chưa thay đổi.",
                    "Ruling a ballot invalid must cite one of the rules {1}; “{0}” is none of them. The ballot is unchanged.", ruling.rule,
                    allowed));
  }
  ruled.invalidRule = ruling.rule;
  return {};
}

Expected<void> applyValid(const Contest& contest, const RuleSet& rules, Ruled& ruled) {
  if (std::any_of(ruled.rows.begin(), ruled.rows.end(), [](const Row& row) { return row.vote == Vote::Unsure; }))
    return fail(ErrorKind::Refused,
                tr("Chưa thể kết luận phiếu hợp lệ vì còn dấu chưa rõ. Phiếu chưa thay đổi; hãy quyết định từng dấu trước.",
                   "The ballot cannot be ruled valid while a mark is in doubt. The ballot is unchanged; rule on each mark first."),
                "R-20");
  const VotesVerdict verdict = verdictOf(contest, rules, ruled.rows);
  if (verdict.votesBroken()) {
    const RuleText* text = ruleText(verdict.rule);
    return fail(
        ErrorKind::Refused,
        trf("Không thể kết luận phiếu hợp lệ theo {0}: {1} Phiếu chưa thay đổi; hãy sửa các phiếu bầu nếu máy đọc sai, hoặc kết luận không hợp lệ.",
            "The ballot cannot be ruled valid by {0}: {1} The ballot is unchanged; correct the votes if they were read wrong, or rule it invalid.",
            verdict.rule, text ? tr(text->vi, text->en) : std::string()),
        verdict.rule);
  }
  ruled.lifted = true;
  ruled.allRejectedOk = true;
  ruled.invalidRule.clear();
  return {};
}

}  // namespace

Expected<Judgement> judgeWithRulings(const Contest& contest, const RuleSet& rules, const BallotEvidence& evidence,
                                     const std::vector<Ruling>& rulings) {
  Ruled ruled;
  ruled.rows = rowsOf(contest, evidence);
  for (const Ruling& ruling : rulings) {
    if (ruling.kind == Ruling::Kind::SetAside) continue;
    const Expected<void> applied = ruling.kind == Ruling::Kind::Votes     ? applyVotes(contest, ruling, ruled)
                                   : ruling.kind == Ruling::Kind::Invalid ? applyInvalid(ruling, ruled)
                                                                          : applyValid(contest, rules, ruled);
    if (!applied) return tl::unexpected<Error>(applied.error());
    ruled.any = true;
  }
  Judgement out = judgeRows(contest, rules, ruled.rows, evidence.doubts, ruled.lifted);
  out.ruled = ruled.any;
  if (!ruled.invalidRule.empty()) {
    out.validity = Validity::Invalid;
    out.rule = ruled.invalidRule;
    out.proposal.reset();
  } else if (ruled.allRejectedOk && out.validity == Validity::Undecided && out.rule == "R-16") {
    out.validity = Validity::Valid;
  }
  return out;
}

}  // namespace kp

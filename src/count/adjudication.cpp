// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/adjudication.h"

#include <algorithm>
#include <limits>

#include "count/access.h"
#include "count/committee.h"
#include "election/text.h"

namespace kp {
namespace {

constexpr int kNewest = std::numeric_limits<int>::max();

Expected<void> votesFit(const Contest& contest, const Ruling& ruling) {
  if (ruling.kind != Ruling::Kind::Votes) return {};
  const bool confidence = faceOf(contest) == Face::Confidence;
  for (const auto& [candidate, vote] : ruling.votes) {
    const bool level = vote == Vote::High || vote == Vote::Medium || vote == Vote::Low;
    const bool yesNo = vote == Vote::Yes || vote == Vote::No;
    if (candidate < contest.candidates.size() && (vote == Vote::None || (confidence ? level : yesNo))) continue;
    return fail(ErrorKind::BadInput,
                confidence ? tr("Phiếu tín nhiệm chỉ nhận high, medium, low hoặc none cho người có trong danh sách; chưa có gì thay đổi",
                                "A confidence vote takes high, medium, low or none for a name on the list; nothing was changed")
                           : tr("Phiếu này chỉ nhận yes, no hoặc none cho người có trong danh sách; chưa có gì thay đổi",
                                "This ballot takes yes, no or none for a name on the list; nothing was changed"));
  }
  return {};
}

Expected<std::size_t> placeInPass(const CountedPass& pass, int sheet) {
  const auto found = std::find_if(pass.readings.begin(), pass.readings.end(), [sheet](const PassSheet& s) { return s.id == sheet; });
  if (found == pass.readings.end())
    return fail(ErrorKind::NotFound, trf("Không có tờ số {0} trong lượt này", "There is no sheet {0} in this pass", sheet));
  return static_cast<std::size_t>(found - pass.readings.begin());
}

Expected<void> notTheSameFile(const Ledger& ledger, const StoredSheet& sheet, const Ruling& ruling) {
  if (!sheet.duplicateOf || ruling.kind == Ruling::Kind::SetAside) return {};
  const auto other = ledger.sheets().get(*sheet.duplicateOf);
  if (!other) return tl::unexpected<Error>(other.error());
  if (other->sourceHash != sheet.sourceHash || other->pageIndex != sheet.pageIndex) return {};
  return fail(
      ErrorKind::Refused,
      trf("Tờ số {0} là cùng một tệp ảnh với tờ số {1}, quyết định ở đây sẽ đếm phiếu hai lần; chưa có gì thay đổi. Hãy quyết định ở tờ số {1}",
          "Sheet {0} is the very image file of sheet {1}; a ruling here would count the paper twice. Nothing was changed; rule on sheet {1}",
          sheet.id, other->id));
}

/// What ruling `newest` makes of a sheet that is in no ballot by reading.
Expected<RulingOutcome> onUnread(const CountedContest& counted, const PassSheet& sheet, const Ruling& newest) {
  RulingOutcome outcome;
  outcome.taken = newest.kind != Ruling::Kind::SetAside;
  if (!outcome.taken) return outcome;
  std::vector<OrderedRuling> all = sheet.rulings;
  all.push_back({kNewest, newest});
  if (!isTranscribed(counted.contest, all))
    return fail(
        ErrorKind::Refused,
        trf("Máy không đọc được tờ số {0} thành phiếu; hãy ghi phiếu cho đủ cả {1} người, hoặc kết luận không hợp lệ, hoặc để riêng. Chưa có gì thay đổi",
            "Sheet {0} could not be read as a ballot; give the vote for all {1} candidates, or rule it invalid, or set it aside. Nothing was changed",
            sheet.id, counted.contest.candidates.size()));
  auto ruled = applyRulings(counted.contest, counted.rules, blankEvidence(counted.contest), std::move(all));
  if (!ruled) return tl::unexpected<Error>(ruled.error());
  outcome.ballot = sheet.id;
  outcome.judgement = std::move(ruled->judgement);
  return outcome;
}

Expected<RulingOutcome> onBallot(const CountedContest& counted, const CountedPass& pass, const AssembledBallot& ballot,
                                 const Ruling& newest) {
  std::vector<OrderedRuling> all;
  for (const std::size_t index : ballot.sheets)
    all.insert(all.end(), pass.readings[index].rulings.begin(), pass.readings[index].rulings.end());
  all.push_back({kNewest, newest});
  auto ruled = applyRulings(counted.contest, counted.rules, ballot.evidence, std::move(all));
  if (!ruled) return tl::unexpected<Error>(ruled.error());
  return RulingOutcome{0, ballot.number, ruled->taken, std::move(ruled->judgement)};
}

}  // namespace

Expected<RulingOutcome> rule(Ledger& ledger, const RulingRequest& request) {
  const auto counted = loadContest(ledger, request.contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (counted->state.closed)
    return fail(ErrorKind::Refused,
                trf("Cuộc bầu {0} đã chốt nên không nhận quyết định mới; kết quả giữ nguyên. Muốn sửa, Ban kiểm phiếu phải mở lại cuộc bầu",
                    "Contest {0} is closed and takes no more rulings; its result stands. To change it, the committee must reopen it",
                    request.contest));
  if (const auto may = mayAct(ledger, counted->congress, Act::Rule, request.by); !may) return tl::unexpected<Error>(may.error());
  const auto people = twoOfCommittee(counted->congress, request.by);
  if (!people) return tl::unexpected<Error>(people.error());
  const auto sheet = ledger.sheets().get(request.sheet);
  if (!sheet) return tl::unexpected<Error>(sheet.error());
  if (sheet->contest != request.contest)
    return fail(ErrorKind::NotFound,
                trf("Tờ số {0} không thuộc cuộc bầu {1} mà thuộc {2}; chưa có gì thay đổi",
                    "Sheet {0} is not in contest {1} but in {2}; nothing was changed", request.sheet, request.contest, sheet->contest));
  if (const auto fit = votesFit(counted->contest, request.ruling); !fit) return tl::unexpected<Error>(fit.error());
  if (const auto own = notTheSameFile(ledger, *sheet, request.ruling); !own) return tl::unexpected<Error>(own.error());

  const auto pass = loadPass(ledger, *counted, sheet->pass);
  if (!pass) return tl::unexpected<Error>(pass.error());
  const auto place = placeInPass(*pass, request.sheet);
  if (!place) return tl::unexpected<Error>(place.error());
  const auto& ballot = pass->assembly.ballotOf[*place];
  const bool read = ballot && !pass->assembly.ballots[*ballot].transcribed;
  auto outcome = read ? onBallot(*counted, *pass, pass->assembly.ballots[*ballot], request.ruling)
                      : onUnread(*counted, pass->readings[*place], request.ruling);
  if (!outcome) return outcome;
  const auto stored = ledger.rulings().append(request.sheet, request.ruling, *people);
  if (!stored) return tl::unexpected<Error>(stored.error());
  outcome->ruling = *stored;
  return outcome;
}

}  // namespace kp

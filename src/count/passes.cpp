// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/passes.h"

#include <map>
#include <set>

#include "count/seen_hands.h"
#include "election/text.h"

namespace kp {
namespace {

using ByCode = std::map<std::uint64_t, const AssembledBallot*>;

ByCode byCode(const CountedPass& pass) {
  ByCode ballots;
  for (const AssembledBallot& ballot : pass.assembly.ballots)
    if (ballot.taken && ballot.ballotCode) ballots.emplace(*ballot.ballotCode, &ballot);
  return ballots;
}

void onlyIn(const ByCode& here, const ByCode& there, int pass, int other, bool first, std::vector<PassDifference>& found) {
  for (const auto& [code, ballot] : here)
    if (!there.count(code))
      found.push_back({trf("Phiếu ở tờ số {0} của lượt {1} không có trong lượt {2}",
                           "The ballot on sheet {0} of pass {1} is not in pass {2}", ballot->number, pass, other),
                       first ? ballot->number : 0, first ? 0 : ballot->number});
}

bool countDifferently(const AssembledBallot& a, const AssembledBallot& b) {
  const Judgement &x = a.judgement, &y = b.judgement;
  return x.validity != y.validity || (x.validity == Validity::Valid && x.votes != y.votes);
}

void compareBallots(const CountedPass& a, const CountedPass& b, std::vector<PassDifference>& found) {
  const ByCode first = byCode(a), second = byCode(b);
  onlyIn(first, second, a.pass, b.pass, true, found);
  onlyIn(second, first, b.pass, a.pass, false, found);
  for (const auto& [code, ballot] : first) {
    const auto same = second.find(code);
    if (same == second.end()) continue;
    if (countDifferently(*ballot, *same->second))
      found.push_back({trf("Tờ số {0} (lượt {1}) và tờ số {2} (lượt {3}) là cùng một phiếu nhưng được tính khác nhau",
                           "Sheet {0} (pass {1}) and sheet {2} (pass {3}) are the same ballot but count differently", ballot->number,
                           a.pass, same->second->number, b.pass),
                       ballot->number, same->second->number});
  }
}

/// What tells a paper again by its strokes; a loaded pass does not carry them.
Expected<PageReading> handwriting(const Ledger& ledger, const PassSheet& sheet) {
  auto print = ledger.sheets().inkPrint(sheet.id);
  if (!print) return tl::unexpected<Error>(print.error());
  PageReading reading;
  reading.page = sheet.reading.page;
  reading.ballotCode = sheet.reading.ballotCode;
  reading.inkPrint = std::move(*print);
  return reading;
}

/// Papers without a number are told again by the strokes on them; only to name what the totals show, since strokes are no proof.
Expected<void> nameByHand(const Ledger& ledger, const CountedContest& counted, const CountedPass& a, const CountedPass& b,
                          std::vector<PassDifference>& found) {
  SeenHands hands([&ledger](int sheet) { return ledger.sheets().inkPrint(sheet); });
  std::map<int, std::size_t> ballotOf;  // of the first pass, by sheet
  for (std::size_t i = 0; i < a.readings.size(); ++i) {
    const auto& ballot = a.assembly.ballotOf[i];
    if (!ballot || !a.assembly.ballots[*ballot].taken) continue;
    const auto written = handwriting(ledger, a.readings[i]);
    if (!written) return tl::unexpected<Error>(written.error());
    ballotOf[a.readings[i].id] = *ballot;
    hands.remember(*written, {a.readings[i].id, {}, counted.contest.id, false}, std::nullopt);
  }
  for (const AssembledBallot& ballot : b.assembly.ballots) {
    if (!ballot.taken) continue;
    std::set<std::size_t> same;
    for (const std::size_t index : ballot.sheets) {
      const auto written = handwriting(ledger, b.readings[index]);
      if (!written) return tl::unexpected<Error>(written.error());
      const auto match = hands.find(*written, counted.contest.id);
      if (!match) return tl::unexpected<Error>(match.error());
      if (*match) same.insert(ballotOf.at((*match)->sheet.id));
    }
    if (same.size() != 1) continue;
    const AssembledBallot& other = a.assembly.ballots[*same.begin()];
    if (countDifferently(other, ballot))
      found.push_back(
          {trf("Tờ số {0} (lượt {1}) và tờ số {2} (lượt {3}) có nét bút trùng nhau, có lẽ là cùng một phiếu, nhưng được tính khác nhau",
               "The strokes on sheet {0} (pass {1}) lie as on sheet {2} (pass {3}), so they are probably the same ballot, but count differently",
               other.number, a.pass, ballot.number, b.pass),
           other.number, ballot.number});
  }
  return {};
}

void compareNumber(const std::string& what, int left, int right, const CountedPass& a, const CountedPass& b,
                   std::vector<PassDifference>& found) {
  if (left != right)
    found.push_back(
        {trf("{0}: lượt {1} là {2}, lượt {3} là {4}", "{0}: {2} in pass {1}, {4} in pass {3}", what, a.pass, left, b.pass, right)});
}

void compareTotals(const CountedContest& counted, const CountedPass& a, const CountedPass& b, std::vector<PassDifference>& found) {
  const Tally x = tally(counted.contest, a.judgements()), y = tally(counted.contest, b.judgements());
  compareNumber(tr("Số phiếu hợp lệ", "Valid ballots"), x.valid, y.valid, a, b, found);
  compareNumber(tr("Số phiếu không hợp lệ", "Invalid ballots"), x.invalid, y.invalid, a, b, found);
  compareNumber(tr("Số phiếu chờ quyết định", "Undecided ballots"), x.undecided, y.undecided, a, b, found);
  for (std::size_t i = 0; i < counted.contest.candidates.size(); ++i) {
    const std::string& name = counted.contest.candidates[i].name;
    const CandidateVotes &v = x.votes[i], &w = y.votes[i];
    if (faceOf(counted.contest) == Face::Confidence) {
      compareNumber(trf("Tín nhiệm cao của {0}", "High confidence in {0}", name), v.high, w.high, a, b, found);
      compareNumber(trf("Tín nhiệm của {0}", "Confidence in {0}", name), v.medium, w.medium, a, b, found);
      compareNumber(trf("Tín nhiệm thấp của {0}", "Low confidence in {0}", name), v.low, w.low, a, b, found);
    } else if (faceOf(counted.contest) == Face::StrikeOut) {
      compareNumber(trf("Số phiếu bầu {0}", "Votes for {0}", name), v.yes, w.yes, a, b, found);
    } else {
      compareNumber(trf("Số phiếu đồng ý của {0}", "Votes for {0}", name), v.yes, w.yes, a, b, found);
      compareNumber(trf("Số phiếu không đồng ý của {0}", "Votes against {0}", name), v.no, w.no, a, b, found);
    }
  }
}

}  // namespace

Expected<std::vector<PassDifference>> passDifferences(const Ledger& ledger, const CountedContest& counted, const CountedPass& a,
                                                      const CountedPass& b) {
  std::vector<PassDifference> found;
  const bool codesRead = !a.keyed && !b.keyed;
  if (counted.contest.ballotCode == BallotCode::PerBallot && codesRead) compareBallots(a, b, found);
  compareTotals(counted, a, b, found);
  if (counted.contest.ballotCode == BallotCode::Shared && codesRead && !found.empty())
    if (const auto named = nameByHand(ledger, counted, a, b, found); !named) return tl::unexpected<Error>(named.error());
  return found;
}

Expected<std::vector<std::string>> comparePasses(const Ledger& ledger, const CountedContest& counted, const CountedPass& a,
                                                 const CountedPass& b) {
  auto differences = passDifferences(ledger, counted, a, b);
  if (!differences) return tl::unexpected<Error>(differences.error());
  std::vector<std::string> found;
  for (PassDifference& difference : *differences) found.push_back(std::move(difference.what));
  return found;
}

}  // namespace kp

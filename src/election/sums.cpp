// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "election/tally.h"
#include "election/text.h"

namespace kp {
namespace {

Sum equal(std::string id, std::string text, long left, long right) { return {std::move(id), std::move(text), left, right, left == right}; }
Sum atMost(std::string id, std::string text, long left, long right) { return {std::move(id), std::move(text), left, right, left <= right}; }

/// A sum with a figure nobody has entered yet cannot hold.
Sum requiring(bool entered, Sum sum) {
  if (entered) return sum;
  sum.holds = false;
  sum.text = trf("{0} (còn số liệu chưa nhập)", "{0} (a figure has not been entered)", sum.text);
  return sum;
}

void addFigures(const Figures& f, std::vector<Sum>& out) {
  const long convened = f.convened.value_or(0), present = f.present.value_or(0), issued = f.issued.value_or(0),
             returned = f.returned.value_or(0);
  long deducted = 0;
  for (const auto& [name, number] : f.deductions) deducted += number;
  // Those absent are no figure of their own but convened − present, so "present + absent = convened" could not fail. What can: only those absent are deducted.
  out.push_back(requiring(f.convened && f.present, atMost("present + deducted <= convened",
                                                          tr("Có mặt + được trừ (đều là người vắng mặt) không nhiều hơn được triệu tập",
                                                             "Present + deducted (all of them absent) are no more than convened"),
                                                          present + deducted, convened)));
  out.push_back(requiring(
      f.issued && f.present,
      atMost("issued <= present", tr("Số phiếu phát ra không nhiều hơn số có mặt", "Ballots issued are no more than those present"), issued,
             present)));
  out.push_back(requiring(
      f.returned && f.issued,
      atMost("returned <= issued", tr("Số phiếu thu về không nhiều hơn số phiếu phát ra", "Ballots returned are no more than those issued"),
             returned, issued)));
}

void addBallots(const Figures& f, const Tally& t, long sheets, int sheetsPerBallot, std::vector<Sum>& out) {
  const long counted = static_cast<long>(t.valid) + t.invalid;
  out.push_back(equal("undecided = 0",
                      tr("Số phiếu chờ Ban kiểm phiếu kết luận phải bằng 0", "Ballots waiting for the committee must be 0"), t.undecided,
                      0));
  Sum returned =
      equal("valid + invalid = returned", tr("Phiếu hợp lệ + phiếu không hợp lệ = phiếu thu về", "Valid + invalid = ballots returned"),
            counted, f.returned.value_or(0));
  returned.holds = returned.holds && t.undecided == 0;
  out.push_back(requiring(f.returned.has_value(), returned));
  out.push_back(requiring(f.returned.has_value(), equal("sheets = returned x sheets per ballot",
                                                        tr("Số tờ đã kiểm = số phiếu thu về × số tờ mỗi phiếu",
                                                           "Sheets counted = ballots returned × sheets per ballot"),
                                                        sheets, static_cast<long>(f.returned.value_or(0)) * sheetsPerBallot)));
}

void addVotes(const Contest& contest, const Tally& t, std::vector<Sum>& out) {
  const Face face = faceOf(contest);
  const long valid = t.valid;
  long most = 0, all = 0, row = valid;
  for (const CandidateVotes& v : t.votes) {
    most = std::max<long>(most, std::max({v.yes, v.high, v.medium, v.low}));
    all += v.yes;
    const long sum = static_cast<long>(v.yes) + v.no + v.high + v.medium + v.low + v.notCounted;
    if (sum != valid && row == valid) row = sum;  // show the first row that fails
  }
  out.push_back(
      atMost("votes of each candidate <= valid",
             tr("Số phiếu của mỗi người không nhiều hơn số phiếu hợp lệ", "The votes of each candidate are no more than the valid ballots"),
             most, valid));
  if (face == Face::StrikeOut)
    out.push_back(atMost("all votes <= seats x valid",
                         tr("Tổng số phiếu bầu không nhiều hơn số lượng cần bầu × số phiếu hợp lệ",
                            "All votes together are no more than seats × valid ballots"),
                         all, static_cast<long>(contest.seats) * valid));
  if (face == Face::Columns)
    out.push_back(
        equal("each row: yes + no + not counted = valid",
              tr("Mỗi dòng: đồng ý + không đồng ý + không tính = phiếu hợp lệ", "Each row: agree + disagree + not counted = valid ballots"),
              row, valid));
  if (face == Face::Confidence)
    out.push_back(equal("each row: high + medium + low + not counted = valid",
                        tr("Mỗi dòng: tín nhiệm cao + tín nhiệm + tín nhiệm thấp + không tính = phiếu hợp lệ",
                           "Each row: high + medium + low + not counted = valid ballots"),
                        row, valid));
}

}  // namespace

std::vector<Sum> checkSums(const Contest& contest, const Figures& figures, const Tally& tally, long sheets, int sheetsPerBallot) {
  std::vector<Sum> out;
  addFigures(figures, out);
  addBallots(figures, tally, sheets, sheetsPerBallot, out);
  addVotes(contest, tally, out);
  return out;
}

}  // namespace kp

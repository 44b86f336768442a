// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/seen_sheets.h"

#include <algorithm>

namespace kp {

Expected<SeenSheets> SeenSheets::load(const Ledger& ledger, const Congress& congress, const std::string& contest, int pass,
                                      const std::function<void(const StoredSheet&)>& visit) {
  SeenSheets seen;
  for (const Contest& c : congress.contests)
    if (c.ballotCode == BallotCode::PerBallot) seen.m_perBallot.insert(c.id);
  SheetFilter filter;
  filter.pass = pass;
  if (!contest.empty()) filter.contest = contest;
  const auto walked = ledger.sheets().forEach(filter, [&seen, &visit](const StoredSheet& sheet) {
    if (visit) visit(sheet);
    seen.add(sheet.sourceHash, sheet.pageIndex, sheet.reading, {sheet.id, sheet.sourceName, sheet.contest, !sheet.refused.empty()});
    return true;
  });
  if (!walked) return tl::unexpected<Error>(walked.error());
  return seen;
}

const SeenSheets::Sheet* SeenSheets::sameFile(const Digest& hash, int page, const std::string& name) const {
  const auto found = m_byBytes.find({hash, page});
  if (found == m_byBytes.end()) return nullptr;
  const auto sheet = std::find_if(found->second.begin(), found->second.end(), [&name](const Sheet& s) { return s.name == name; });
  return sheet == found->second.end() ? nullptr : &*sheet;
}

const SeenSheets::Sheet* SeenSheets::sameBytes(const Digest& hash, int page) const {
  const auto found = m_byBytes.find({hash, page});
  return found == m_byBytes.end() || found->second.front().refused ? nullptr : &found->second.front();
}

const SeenSheets::Sheet* SeenSheets::sameCode(const std::string& contest, const PageReading& reading) const {
  if (!reading.ballotCode || !m_perBallot.count(contest)) return nullptr;
  const auto found = m_byCode.find({contest, *reading.ballotCode, reading.page});
  return found == m_byCode.end() ? nullptr : &found->second;
}

void SeenSheets::add(const Digest& hash, int page, const PageReading& reading, Sheet sheet) {
  // only a page that was read stands for its code: a copy of a sheet that could not be read is that ballot's first reading
  if (reading.ballotCode && !reading.marks.empty()) m_byCode.try_emplace({sheet.contest, *reading.ballotCode, reading.page}, sheet);
  m_byBytes[{hash, page}].push_back(std::move(sheet));
}

}  // namespace kp

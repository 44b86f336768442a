// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/contest_count.h"

#include <algorithm>
#include <map>

#include "ballot/form.h"
#include "count/ballot_form.h"
#include "count/feed_runs.h"
#include "count/unruled.h"
#include "election/text.h"

namespace kp {
namespace {

std::string contestIds(const Congress& congress) {
  std::string list;
  for (const Contest& c : congress.contests) list += (list.empty() ? "" : ", ") + c.id;
  return list;
}

/// Whether a scanned sheet holds marks of this contest: they were read by the form that was in force. Keyed ballots were not, and a sheet nobody knew has none.
Expected<bool> readByAForm(const Ledger& ledger, const CountedContest& counted) {
  bool read = false;
  for (const int pass : counted.passes) {
    if (read || std::count(counted.keyed.begin(), counted.keyed.end(), pass) > 0) continue;
    SheetFilter filter;
    filter.contest = counted.contest.id;
    filter.pass = pass;
    const auto walked = ledger.sheets().forEach(filter, [&](const StoredSheet& sheet) {
      read = sheet.reading.contest == counted.contest.id && !sheet.reading.marks.empty();
      return !read;
    });
    if (!walked) return tl::unexpected<Error>(walked.error());
  }
  return read;
}

}  // namespace

Expected<CountedContest> loadContest(const Ledger& ledger, const std::string& contest) {
  CountedContest counted;
  auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  counted.congress = std::move(*congress);
  const Contest* found = counted.congress.contest(contest);
  if (!found)
    return fail(ErrorKind::NotFound,
                trf("Không có cuộc bầu “{0}” trong tệp này; các cuộc bầu hiện có: {1}",
                    "There is no contest \"{0}\" in this file; there are: {1}", contest, contestIds(counted.congress)));
  counted.contest = *found;
  auto rules = ledger.congress().rulesOf(contest);
  if (!rules) return tl::unexpected<Error>(rules.error());
  counted.rules = std::move(*rules);
  auto passes = ledger.sheets().passes(contest);
  if (!passes) return tl::unexpected<Error>(passes.error());
  counted.passes = std::move(*passes);
  auto keyed = ledger.keying().passes(contest);
  if (!keyed) return tl::unexpected<Error>(keyed.error());
  counted.keyed = std::move(*keyed);
  // A form learned from an older list is refused where ballots are read by it (readingForms()) or keyed. Here it is passed over while no sheet was read by a form, so that the contest,
  // its office's later ones and the whole file can be looked at, the form learned again or given up: sheets read by it must never be counted by the program's own pages.
  auto learned = learnedFormOf(ledger, counted.contest);
  if (learned)
    counted.learned = std::move(*learned);
  else if (learned.error().kind != ErrorKind::Refused)
    return tl::unexpected<Error>(learned.error());
  else if (const auto read = readByAForm(ledger, counted); !read || *read)
    return tl::unexpected<Error>(read ? learned.error() : read.error());
  const auto form = formOf(counted);
  if (!form) return tl::unexpected<Error>(form.error());
  counted.pages = static_cast<int>(form->pages.size());
  auto state = ledger.congress().state(contest);
  if (!state) return tl::unexpected<Error>(state.error());
  counted.state = std::move(*state);
  return counted;
}

Expected<BallotForm> formOf(const CountedContest& counted) {
  if (counted.learned) return counted.learned->form;
  return layOut(counted.congress.info, counted.contest);
}

std::vector<Judgement> CountedPass::judgements() const {
  std::vector<Judgement> list;
  for (const AssembledBallot& ballot : assembly.ballots)
    if (ballot.taken) list.push_back(ballot.judgement);
  return list;
}

Expected<CountedPass> loadPass(const Ledger& ledger, const CountedContest& counted, int pass, std::vector<PageReading>* whole) {
  CountedPass result;
  result.pass = pass;
  result.keyed = std::count(counted.keyed.begin(), counted.keyed.end(), pass) > 0;
  const auto rulings = ledger.rulings().ofContest(counted.contest.id);
  if (!rulings) return tl::unexpected<Error>(rulings.error());
  std::map<int, std::vector<OrderedRuling>> bySheet;
  for (const StoredRuling& r : *rulings) bySheet[r.sheet].push_back({r.id, r.ruling});
  SheetFilter filter;
  filter.contest = counted.contest.id;
  filter.pass = pass;
  filter.spots = whole != nullptr, filter.inkPrints = false;
  const auto sheets = ledger.sheets().count(filter);
  if (!sheets) return tl::unexpected<Error>(sheets.error());
  result.sheets.reserve(static_cast<std::size_t>(*sheets)), result.readings.reserve(static_cast<std::size_t>(*sheets));
  const auto walked = ledger.sheets().forEach(filter, [&](const StoredSheet& sheet) {
    const auto ruled = bySheet.find(sheet.id);
    result.readings.push_back({sheet.id, sheet.reading, ruled == bySheet.end() ? std::vector<OrderedRuling>() : ruled->second, {}});
    result.sheets.emplace_back(sheet);
    if (whole) whole->push_back(sheet.reading);
    return true;
  });
  if (!walked) return tl::unexpected<Error>(walked.error());
  const auto runs = feedRuns(ledger, counted.contest.id, pass, result.sheets);
  if (!runs) return tl::unexpected<Error>(runs.error());
  for (std::size_t i = 0; i < runs->size(); ++i) result.readings[i].run = (*runs)[i];
  result.assembly = assemble(counted.contest, counted.rules, counted.pages, result.readings);
  return result;
}

ContestResult resultOf(const CountedContest& counted, const CountedPass& pass, const Figures& figures) {
  ContestResult result;
  result.figures = figures;
  result.pass = pass.pass;
  result.tally = tally(counted.contest, pass.judgements());
  result.sheets = sheetsInCount(pass.assembly, counted.pages);
  result.outcome = decide(counted.contest, counted.rules, figures, result.tally);
  result.sums = checkSums(counted.contest, figures, result.tally, result.sheets, counted.pages);
  for (std::size_t i = 0; i < pass.readings.size(); ++i) {
    if (pass.assembly.ballotOf[i]) continue;
    ++result.setAsideSheets;
    if (waitsUnruled(pass, i)) ++result.unruledSetAside;
  }
  return result;
}

Expected<ContestResult> resultOf(const Ledger& ledger, const CountedContest& counted) {
  const auto figures = ledger.figures().of(counted.contest.id);
  if (!figures) return tl::unexpected<Error>(figures.error());
  const auto pass = loadPass(ledger, counted, counted.passes.empty() ? 1 : counted.passes.front());
  if (!pass) return tl::unexpected<Error>(pass.error());
  return resultOf(counted, *pass, *figures);
}

}  // namespace kp

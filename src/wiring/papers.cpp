// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/papers.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>

#include "count/figures_after.h"
#include "count/passes.h"
#include "count/passes_done.h"
#include "count/verification.h"
#include "scanner/source/page_source.h"
#include "wiring/journal_text.h"
#include "wiring/rehearsal_outcome.h"

namespace kp {
namespace {

BallotRuling paperRuling(const CountedContest& counted, const CountedPass& pass, const StoredRuling& last, std::size_t sheet) {
  BallotRuling out;
  out.sheets = {last.sheet};
  out.kind = last.ruling.kind;
  out.rule = last.ruling.rule;
  out.note = last.ruling.kind == Ruling::Kind::Votes ? votesInWords(counted.contest, last.ruling) : last.ruling.note;
  out.by = last.by;
  out.time = localTime(last.time);
  if (const auto& place = pass.assembly.ballotOf[sheet]) {
    const AssembledBallot& ballot = pass.assembly.ballots[*place];
    out.sheets.clear();
    for (const std::size_t i : ballot.sheets) out.sheets.push_back(pass.sheets[i].id);
    if (out.rule.empty()) out.rule = ballot.machine.rule;
  }
  return out;
}

/// Each ballot or sheet of the pass on which the committee ruled, with its last ruling, in the order of the last rulings.
Expected<std::vector<BallotRuling>> rulingsOf(const Ledger& ledger, const CountedContest& counted, const CountedPass& pass) {
  const auto stored = ledger.rulings().ofContest(counted.contest.id);
  if (!stored) return tl::unexpected<Error>(stored.error());
  std::map<int, std::size_t> placeOf;
  for (std::size_t i = 0; i < pass.sheets.size(); ++i) placeOf[pass.sheets[i].id] = i;
  std::map<std::size_t, StoredRuling> lastOf;  // by the first sheet of the ballot, or the sheet itself
  for (const StoredRuling& ruling : *stored) {
    const auto place = placeOf.find(ruling.sheet);
    if (place == placeOf.end()) continue;
    const auto& ballot = pass.assembly.ballotOf[place->second];
    lastOf[ballot ? pass.assembly.ballots[*ballot].sheets.front() : place->second] = ruling;
  }
  std::vector<std::pair<std::size_t, StoredRuling>> ordered(lastOf.begin(), lastOf.end());
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.second.id < b.second.id; });
  std::vector<BallotRuling> out;
  for (const auto& [sheet, ruling] : ordered) out.push_back(paperRuling(counted, pass, ruling, sheet));
  return out;
}

ProgramIdentity programIdentity() {
  ProgramIdentity identity;
  identity.version = KP_VERSION;
  if (const auto bytes = readFile("/proc/self/exe")) identity.hash = toHex(hashOf(*bytes));
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) == 0) identity.machine = name.data();
  return identity;
}

Expected<void> addPasses(const Ledger& ledger, const CountedContest& counted, const CountedPass& first, PaperData& data) {
  bool agree = true;
  const auto methodOf = [](const CountedPass& pass) { return pass.keyed ? CountPass::Method::Keyed : CountPass::Method::Scanned; };
  const auto done = passesDone(ledger, counted);
  if (!done) return tl::unexpected<Error>(done.error());
  for (const int number : counted.passes) {
    if (std::count(done->reread.begin(), done->reread.end(), number) > 0) continue;  // no count of the paper, whatever it found
    if (number == first.pass) {
      data.passes.push_back({methodOf(first), number, sheetsInCount(first.assembly, counted.pages)});
      continue;
    }
    const auto other = loadPass(ledger, counted, number);
    if (!other) return tl::unexpected<Error>(other.error());
    data.passes.push_back({methodOf(*other), number, sheetsInCount(other->assembly, counted.pages)});
    const auto differences = comparePasses(ledger, counted, first, *other);
    if (!differences) return tl::unexpected<Error>(differences.error());
    agree = agree && differences->empty();
  }
  if (data.passes.size() > 1) data.passesAgree = agree;
  return {};
}

Expected<void> addRehearsal(const Ledger& ledger, const std::string& contest, PaperData& data) {
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  for (const JournalEntry& entry : *entries)
    if (const auto outcome = rehearsalOutcome(entry); outcome && entry.contest == contest)
      data.rehearsal = RehearsalLine{localTime(entry.time), entry.by, outcomeText(*outcome), outcome->passed()};
  return {};
}

}  // namespace

std::string localTime(const std::string& utc) {
  std::tm time{};
  const char* rest = ::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%S", &time);
  if (!rest) return utc;
  const std::time_t seconds = ::timegm(&time);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &local);
  return text.data();
}

Expected<std::vector<JournalLine>> journalLines(const Ledger& ledger, const std::string& contest) {
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  std::vector<JournalLine> lines;
  for (const JournalEntry& entry : *entries)
    lines.push_back({entry.seq, localTime(entry.time), entry.by, journalSentence(*congress, entry), toHex(entry.hash)});
  return lines;
}

Expected<PaperData> paperData(const Ledger& ledger, const CountedContest& counted, const CountedPass& pass, const ContestResult& result) {
  PaperData data;
  data.congress = counted.congress.info;
  data.committee = counted.congress.committee;
  data.contest = counted.contest;
  data.rules = counted.rules;
  data.figures = result.figures;
  data.tally = result.tally;
  data.outcome = result.outcome;
  data.sums = result.sums;
  if (const auto passes = addPasses(ledger, counted, pass, data); !passes) return tl::unexpected<Error>(passes.error());
  auto rulings = rulingsOf(ledger, counted, pass);
  if (!rulings) return tl::unexpected<Error>(rulings.error());
  data.rulings = std::move(*rulings);
  const auto late = figuresAfterReading(ledger, counted.contest.id);
  if (!late) return tl::unexpected<Error>(late.error());
  for (const FiguresAfterReading& one : *late) data.figuresChanged.push_back({localTime(one.entry.time), one.entry.by, !one.changed});
  auto lines = journalLines(ledger, {});
  if (!lines) return tl::unexpected<Error>(lines.error());
  data.journal = std::move(*lines);
  if (const auto rehearsed = addRehearsal(ledger, counted.contest.id, data); !rehearsed) return tl::unexpected<Error>(rehearsed.error());
  const auto head = ledger.head();
  if (!head) return tl::unexpected<Error>(head.error());
  data.journalHead = *head;
  data.program = programIdentity();
  data.madeAt = localTime(ledger.now());
  return data;
}

Expected<void> addCode(const Ledger& ledger, const CountedContest& counted, const ContestResult& result, PaperData& data) {
  const auto key = ledger.keys().signingKey();
  if (!key) return tl::unexpected<Error>(key.error());
  const auto statement = statementOfClosing(ledger, counted, result, KP_VERSION);
  if (!statement) return tl::unexpected<Error>(statement.error());
  auto text = signStatement(*statement, key->secretKey);
  if (!text) return tl::unexpected<Error>(text.error());
  data.code = {std::move(*text), shortCode(*statement)};
  return {};
}

}  // namespace kp

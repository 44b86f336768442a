// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/pass_look.h"

#include <algorithm>

#include "count/contest_count.h"
#include "count/intake.h"
#include "count/journal_fields.h"
#include "count/pile.h"
#include "count/read_back.h"
#include "count/records.h"
#include "count/rehearsed.h"
#include "count/unruled.h"
#include "election/text.h"
#include "scanner/source/sane_source.h"

namespace kp::kiosk {
namespace {

using Mark = SheetLook::Mark;

bool seenBefore(const SheetRecord& record) {
  return std::any_of(record.reasons.begin(), record.reasons.end(),
                     [](const SheetRecord::WhyHere& r) { return r.why == Why::SeenBefore || r.why == Why::PageRepeated; });
}

/// While sheets come in, the last ballot may lack only the pages that are still in the feeder.
bool stillComing(const CountedPass& pass, std::size_t sheet) {
  const auto& ballot = pass.assembly.ballotOf[sheet];
  if (!ballot || *ballot + 1 != pass.assembly.ballots.size()) return false;
  const AssembledBallot& last = pass.assembly.ballots[*ballot];
  return !last.complete && last.sheets.back() + 1 == pass.sheets.size();
}

Mark markOf(const CountedPass& pass, const SheetRecord& record, std::size_t i, bool scanning) {
  if (record.state == SheetRecord::State::SetAside) {
    if (seenBefore(record)) return Mark::Seen;
    return waitsUnruled(pass, i) ? Mark::Committee : Mark::Aside;
  }
  if (record.state != SheetRecord::State::Review) return Mark::Read;
  return scanning && stillComing(pass, i) ? Mark::Waiting : Mark::Committee;
}

std::string whatOf(Mark mark) {
  switch (mark) {
    case Mark::Read: return tr("Đã đọc", "Read");
    case Mark::Committee: return tr("Cần xem", "Doubtful");
    case Mark::Aside: return tr("Để riêng", "Set aside");
    case Mark::Seen: return tr("Đã quét rồi", "Repeated");
    case Mark::Waiting: break;
  }
  return tr("Chờ trang sau", "Page due");
}

SheetLook lookOf(const CountedPass& pass, const SheetRecord& record, std::size_t i, bool scanning) {
  SheetLook look;
  look.sheet = static_cast<int>(record.sheet);
  look.source = record.source;
  look.mark = markOf(pass, record, i, scanning);
  look.what = whatOf(look.mark);
  const bool doubtful = look.mark != Mark::Read && look.mark != Mark::Waiting;
  if (doubtful && !record.reasons.empty()) {
    const auto& reason = record.reasons.front();
    look.why = reason.detail.empty() || look.mark == Mark::Committee ? explain(reason.why) : reason.detail;
  }
  return look;
}

/// The sources of the pass's last run if that broke off: a start without an end in the journal. "" none did.
std::string brokenOffSources(const std::vector<JournalEntry>& entries, int pass) {
  std::string sources;
  for (const JournalEntry& entry : entries) {
    if (entry.event == toString(Event::ScanEnded)) sources.clear();
    if (entry.event != toString(Event::ScanStarted)) continue;
    const auto fields = readFields(entry.details);
    sources = numberIn(fields, "pass", 1) == pass ? textIn(fields, "source") : "";
  }
  return sources;
}

}  // namespace

Expected<PassLook> lookAtPass(const Ledger& ledger, const std::string& contest, int pass, bool scanning, int lastSheets) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto loaded = loadPass(ledger, *counted, pass);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  const auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  const auto readBack = readBackState(ledger, contest);
  if (!readBack) return tl::unexpected<Error>(readBack.error());
  PassLook look;
  if (!scanning) {
    const auto rehearsed = rehearsalSheets(ledger, contest);
    if (!rehearsed) return tl::unexpected<Error>(rehearsed.error());
    look.rehearsed = rehearsalWarning(*rehearsed);
  }
  look.unproved = readBackWanted(*readBack);
  look.passes = counted->passes;
  look.keyed = std::count(counted->keyed.begin(), counted->keyed.end(), pass) > 0;
  look.closed = counted->state.closed;
  look.perBallotCodes = counted->contest.ballotCode == BallotCode::PerBallot;
  look.pages = counted->pages;
  look.returned = figures->returned;
  const std::string brokenOff = scanning ? std::string() : brokenOffSources(*journal, pass);
  look.interrupted = !brokenOff.empty();
  look.interruptedScanner = isScanner(brokenOff);
  if (LeftOutFiles left = leftOutFiles(*journal); left.pass == pass) {
    look.leftOut = left.files;
    look.leftOutNames = std::move(left.names);
  }
  look.stored = static_cast<int>(loaded->sheets.size());
  int unread = 0;
  std::vector<SheetLook> all;
  for (std::size_t i = 0; i < loaded->sheets.size(); ++i) {
    all.push_back(lookOf(*loaded, recordOf(*counted, *loaded, i), i, scanning));
    const Mark mark = all.back().mark;
    look.seen += mark == Mark::Seen;
    look.aside += mark == Mark::Aside;
    const auto& ballot = loaded->assembly.ballotOf[i];
    const int number = ballot ? loaded->assembly.ballots[*ballot].number : loaded->sheets[i].id;
    if (mark == Mark::Seen) look.seenBallots.push_back(number);
    if (mark == Mark::Aside) look.asideBallots.push_back(number);
    if (mark != Mark::Committee || ballot) continue;
    ++unread;
    look.committeeBallots.push_back(number);
  }
  for (const AssembledBallot& ballot : loaded->assembly.ballots) {
    if (!ballot.taken) continue;
    const Mark mark = all[ballot.sheets.front()].mark;
    look.read += mark == Mark::Read;
    look.committee += mark == Mark::Committee;
    if (mark == Mark::Read) look.readBallots.push_back(ballot.number);
    if (mark == Mark::Committee) look.committeeBallots.push_back(ballot.number);
  }
  look.committee += unread;
  look.papers = static_cast<int>(sheetsInCount(loaded->assembly, counted->pages)) + unread;
  const std::size_t wanted = std::min(all.size(), static_cast<std::size_t>(lastSheets));
  look.last.assign(all.rbegin(), all.rbegin() + static_cast<std::ptrdiff_t>(wanted));
  return look;
}

Expected<LastStored> lastStored(const Ledger& ledger, const std::string& contest, int pass) {
  LastStored last;
  const auto walked = ledger.sheets().forEach({contest, pass, 0}, [&last](const StoredSheet& sheet) {
    last.sheet = sheet.id;
    last.source = sheet.sourceName;
    return true;
  });
  if (!walked) return tl::unexpected<Error>(walked.error());
  if (last.sheet == 0) return last;
  const auto runs = ledger.sheets().scanRuns(contest, pass);
  if (!runs) return tl::unexpected<Error>(runs.error());
  last.ofRunBefore = static_cast<std::size_t>(runs->ofSheet.back()) + 1 != runs->runs.size();
  const auto places = pilePlaces(ledger);
  if (!places) return tl::unexpected<Error>(places.error());
  if (const auto found = places->find(last.sheet); found != places->end()) {
    last.place = found->second.place;
    last.pile = found->second.pile;
  }
  return last;
}

}  // namespace kp::kiosk

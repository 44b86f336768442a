// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/pile.h"

#include <algorithm>

namespace kp {
namespace {

/// `"name":123` of the one-line JSON that the ledger writes into sheets-taken-in; 0 where it is not there.
int numberOf(const std::string& json, const std::string& name) {
  const std::string key = "\"" + name + "\":";
  const std::size_t at = json.find(key);
  if (at == std::string::npos) return 0;
  int value = 0;
  for (std::size_t i = at + key.size(); i < json.size() && json[i] >= '0' && json[i] <= '9' && value < 100'000'000; ++i)
    value = value * 10 + (json[i] - '0');
  return value;
}

/// The number on the paper of a ballot that was keyed in ("keyed-00012"); 0 for a scanned one.
int keyedNumber(const std::string& sourceName) {
  constexpr std::size_t kPrefix = 6;
  if (sourceName.compare(0, kPrefix, "keyed-") != 0 || sourceName.size() == kPrefix || sourceName.size() > kPrefix + 8) return 0;
  if (sourceName.find_first_not_of("0123456789", kPrefix) != std::string::npos) return 0;
  return std::stoi(sourceName.substr(kPrefix));
}

/// A run of scanning: its sheets have these ids, in the order fed.
struct Run {
  int first = 0, last = 0;
  std::string time;
};

std::vector<Run> runsOf(const std::vector<JournalEntry>& entries) {
  std::vector<Run> runs;
  bool fresh = true, scanning = true;  // sheets before any scan-started are a pile of their own
  for (const JournalEntry& entry : entries) {
    if (entry.event == toString(Event::ScanStarted)) fresh = scanning = true;
    if (entry.event == toString(Event::ScanEnded)) scanning = false;
    if (entry.event != toString(Event::SheetsTakenIn) || !scanning) continue;
    const int first = numberOf(entry.details, "first"), last = numberOf(entry.details, "last");
    if (first < 1 || last < first) continue;
    if (fresh) runs.push_back({first, last, entry.time});
    runs.back().last = std::max(runs.back().last, last);
    fresh = false;
  }
  return runs;
}

}  // namespace

Expected<std::map<int, PilePlace>> pilePlaces(const Ledger& ledger) {
  const auto entries = ledger.journal().list();
  if (!entries) return tl::unexpected<Error>(entries.error());
  const std::vector<Run> runs = runsOf(*entries);
  std::map<int, PilePlace> places;
  const auto walked = ledger.sheets().forEach({}, [&](const StoredSheet& sheet) {
    PilePlace place;
    place.sheet = sheet.id;
    place.source = sheet.sourceName;
    const auto run = std::find_if(runs.begin(), runs.end(), [&](const Run& r) { return sheet.id >= r.first && sheet.id <= r.last; });
    if (const int onPaper = keyedNumber(sheet.sourceName); onPaper > 0) {
      place.place = onPaper;
    } else if (run != runs.end()) {
      place.pile = static_cast<int>(run - runs.begin()) + 1;
      place.pileTime = run->time;
      place.place = sheet.id - run->first + 1;
      place.ofPile = run->last - run->first + 1;
    }
    places.emplace(sheet.id, std::move(place));
    return true;
  });
  if (!walked) return tl::unexpected<Error>(walked.error());
  return places;
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/form.h"
#include "count/packaging.h"
#include "count/records.h"
#include "election/language_scope.h"
#include "formats/definition.h"
#include "formats/geometry_json.h"
#include "formats/journal_json.h"

namespace kp {
namespace {

bool plain(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

Expected<void> addContest(const Ledger& ledger, const std::string& contest, DerivedEntries& entries) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto form = formOf(*counted);
  if (!form) return tl::unexpected<Error>(form.error());
  const std::string name = entryNameOf(contest);
  entries["geometry/" + name + ".json"] = geometryJson(*form, counted->contest);
  for (const int number : counted->passes) {
    const auto pass = loadPass(ledger, *counted, number);
    if (!pass) return tl::unexpected<Error>(pass.error());
    std::string& lines = entries["records/" + name + "-pass" + std::to_string(number) + ".jsonl"];
    for (std::size_t i = 0; i < pass->sheets.size(); ++i) lines += recordJson(recordOf(*counted, *pass, i)) + "\n";
  }
  const auto result = resultOf(ledger, *counted);
  if (!result) return tl::unexpected<Error>(result.error());
  entries["results/" + name + ".json"] = resultJson(resultView(*counted, *result));
  return {};
}

}  // namespace

std::string entryNameOf(const std::string& contest) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string name;
  for (const char c : contest) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain(byte)) {
      name += c;
      continue;
    }
    name += '%';
    name += kHex[byte >> 4];
    name += kHex[byte & 15];
  }
  return name;
}

Expected<DerivedEntries> derivedEntries(const Ledger& ledger) {
  // the same file must give the same texts whatever language the person packing or checking it reads
  const LanguageScope vietnamese(Language::Vietnamese);
  DerivedEntries entries;
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  entries["definition.json"] = writeDefinition(*congress);
  for (const Contest& contest : congress->contests)
    if (const auto added = addContest(ledger, contest.id, entries); !added) return tl::unexpected<Error>(added.error());
  const auto journal = ledger.journal().list();
  if (!journal) return tl::unexpected<Error>(journal.error());
  std::string& lines = entries["journal.jsonl"];
  for (const JournalEntry& e : *journal)
    lines += journalJson({e.seq, e.time, e.by, e.event, e.contest, e.sheet, e.before, e.after, e.details, toHex(e.hash)}) + "\n";
  const auto key = ledger.keys().publicKey();
  if (!key) return tl::unexpected<Error>(key.error());
  entries["public-key.txt"] = toHex(*key) + "\n";
  return entries;
}

}  // namespace kp

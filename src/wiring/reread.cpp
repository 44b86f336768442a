// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/reread.h"

#include <algorithm>

#include "count/seen_sheets.h"
#include "ledger/hash.h"
#include "wiring/file_source.h"

namespace kp {
namespace {

Expected<std::vector<Digest>> firstFiles(const std::vector<std::string>& sources) {
  auto files = FileSource::open(sources);
  if (!files) return tl::unexpected<Error>(files.error());
  std::vector<Digest> hashes;
  while (hashes.size() < static_cast<std::size_t>(kSameFilesAsked)) {
    auto item = files->next();
    if (!item) return tl::unexpected<Error>(item.error());
    if (!*item) break;
    if ((*item)->refused.empty()) hashes.push_back(hashOf((*item)->bytes));
  }
  return hashes;
}

/// How many images of these files the pass holds, counted no further than kSameFilesAsked; 0 as soon as it lacks one of the files. A PDF may be a pile by itself.
int imagesOf(const std::vector<Digest>& files, const SeenSheets& seen) {
  int images = 0;
  for (const Digest& file : files) {
    if (!seen.sameBytes(file, 0)) return 0;
    for (int page = 0; page < kSameFilesAsked && seen.sameBytes(file, page); ++page) ++images;
  }
  return images;
}

}  // namespace

Expected<std::optional<int>> passOfSameFiles(const Ledger& ledger, const std::string& contest, int pass,
                                             const std::vector<std::string>& sources) {
  const auto images = ledger.sheets().passImages(contest);
  if (!images) return tl::unexpected<Error>(images.error());
  if (std::all_of(images->begin(), images->end(), [pass](const PassImages& one) { return one.pass == pass; })) return std::optional<int>();
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const auto hashes = firstFiles(sources);
  if (!hashes) return tl::unexpected<Error>(hashes.error());
  if (hashes->empty()) return std::optional<int>();
  const bool isEmpty = std::none_of(images->begin(), images->end(), [pass](const PassImages& one) { return one.pass == pass; });
  for (const PassImages& other : *images) {
    if (other.pass == pass) continue;
    const auto seen = SeenSheets::load(ledger, *congress, contest, other.pass);
    if (!seen) return tl::unexpected<Error>(seen.error());
    if (const int same = imagesOf(*hashes, *seen); same >= kSameFilesAsked || (same > 0 && isEmpty)) return std::optional<int>(other.pass);
  }
  return std::optional<int>();
}

}  // namespace kp

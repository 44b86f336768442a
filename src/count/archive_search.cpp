// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/archive_search.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "count/contest_count.h"
#include "count/packaging.h"
#include "count/records.h"
#include "election/text.h"
#include "evidence/package.h"
#include "formats/definition.h"
#include "formats/result_reader.h"
#include "formats/search_text.h"

namespace kp {
namespace {

constexpr std::size_t kHeadBytes = 64u << 10;      ///< holds SQLite's change counter and the first entries of a package
constexpr std::uint64_t kMostResults = 64u << 20;  ///< definition and results of a package are some 100 kB

/// What a file gives the index.
struct Lines {
  std::vector<ArchivedRow> rows;
  std::vector<std::string> searchable;
};

std::string lowerSuffix(const std::filesystem::path& path) { return searchText(path.extension().string()); }

std::set<std::filesystem::path> filesIn(const std::filesystem::path& folder) {
  using Walk = std::filesystem::recursive_directory_iterator;
  std::set<std::filesystem::path> found;
  std::error_code error;
  for (auto it = Walk(folder, std::filesystem::directory_options::skip_permission_denied, error); !error && it != Walk();
       it.increment(error)) {
    std::error_code ignored;  // vanished meanwhile: not there
    const std::string suffix = lowerSuffix(it->path());
    if ((suffix == ".kiemphieu" || suffix == ".kpz") && it->is_regular_file(ignored)) found.insert(it->path());
  }
  return found;
}

std::int64_t modifiedOf(const std::filesystem::path& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return 0;
  return static_cast<std::int64_t>(about.st_mtim.tv_sec) * 1'000'000'000 + about.st_mtim.tv_nsec;
}

ArchivedFile look(const std::filesystem::path& path) {
  ArchivedFile file;
  file.path = path;
  // somebody may be acting on a congress file: what is new is then in its companion
  file.modified = std::max(modifiedOf(path), modifiedOf(path.string() + "-wal"));
  std::error_code ignored;
  file.size = std::filesystem::file_size(path, ignored);
  std::string head(kHeadBytes, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  file.head = hashOf(head);
  return file;
}

std::string number(std::optional<int> figure) { return figure ? std::to_string(*figure) : std::string(); }

void addContest(const Congress& congress, const Contest& contest, const ResultSummary& result, Lines& lines) {
  const CongressInfo& info = congress.info;
  ArchivedRow row;
  row.congressId = info.id;
  row.congress = info.name;
  row.date = info.date;
  row.place = info.place;
  row.contestId = contest.id;
  row.contest = contest.title;
  row.closed = result.closed;
  row.seats = contest.seats;
  row.issued = result.issued;
  row.returned = result.returned;
  row.valid = result.valid;
  row.invalid = result.invalid;
  const std::string where =
      info.id + " " + info.name + " " + info.place + " " + info.issuer + " " + info.term + " " + contest.id + " " + contest.title + " ";
  lines.rows.push_back(row);
  lines.searchable.push_back(searchText(where + info.date + " " + number(result.convened) + " " + number(result.present) + " " +
                                        number(result.issued) + " " + number(result.returned) + " " + number(result.valid) + " " +
                                        number(result.invalid) + " " + number(result.base)));
  for (const ResultSummary::Row& votes : result.rows) {
    const int at = candidateIndex(contest, votes.candidate);
    if (at < 0) continue;
    row.number = at + 1;
    row.candidate = contest.candidates[static_cast<std::size_t>(at)].name;
    row.votes = votes.votes;
    row.percent = votes.percent;
    row.elected = votes.elected;
    lines.rows.push_back(row);
    lines.searchable.push_back(
        searchText(where + info.date.substr(0, 4) + " " + row.candidate + " " + std::to_string(votes.votes) + " " + votes.percent));
  }
}

ResultSummary summaryOf(const CountedContest& counted, const ContestResult& result) {
  const Figures& f = result.figures;
  ResultSummary summary{counted.contest.id, counted.state.closed, f.convened,           f.present,           f.issued,
                        f.returned,         result.tally.valid,   result.tally.invalid, result.outcome.base, {}};
  for (std::size_t i = 0; i < result.tally.votes.size() && i < counted.contest.candidates.size(); ++i) {
    const CandidateVotes& votes = result.tally.votes[i];
    const auto& elected = result.outcome.elected;
    summary.rows.push_back({counted.contest.candidates[i].id, counted.contest.kind == ContestKind::Confidence ? votes.high : votes.yes,
                            result.outcome.percent[i], std::find(elected.begin(), elected.end(), i) != elected.end()});
  }
  return summary;
}

Expected<Lines> fromCongressFile(const std::filesystem::path& path) {
  const auto ledger = Ledger::open(path, Ledger::Mode::ReadOnly);
  if (!ledger) return tl::unexpected<Error>(ledger.error());
  const auto congress = ledger->congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  Lines lines;
  for (const Contest& contest : congress->contests) {
    const auto counted = loadContest(*ledger, contest.id);
    if (!counted) return tl::unexpected<Error>(counted.error());
    const auto result = resultOf(*ledger, *counted);
    if (!result) return tl::unexpected<Error>(result.error());
    addContest(*congress, contest, summaryOf(*counted, *result), lines);
  }
  return lines;
}

Expected<Lines> fromPackage(const std::filesystem::path& path) {
  const auto wanted = [](const std::string& name) { return name == "definition.json" || name.compare(0, 8, "results/") == 0; };
  const auto entries = readEntries(path, wanted, kMostResults);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto definition = entries->find("definition.json");
  if (definition == entries->end())
    return fail(ErrorKind::BadInput, tr("Gói không có khai báo đại hội; không phải gói do chương trình lập.",
                                        "The package has no definition of a congress: it was not made by the program."));
  const auto congress = parseDefinition(definition->second);
  if (!congress) return tl::unexpected<Error>(congress.error());
  Lines lines;
  for (const Contest& contest : congress->contests) {
    const auto text = entries->find("results/" + entryNameOf(contest.id) + ".json");
    if (text == entries->end()) continue;
    const auto result = parseResult(text->second);
    if (!result) return tl::unexpected<Error>(result.error());
    addContest(*congress, contest, *result, lines);
  }
  return lines;
}

bool same(const ArchivedFile& a, const ArchivedFile& b) { return a.modified == b.modified && a.size == b.size && a.head == b.head; }

Expected<void> take(ArchiveIndex& index, ArchivedFile& file) {
  const auto lines = lowerSuffix(file.path) == ".kpz" ? fromPackage(file.path) : fromCongressFile(file.path);
  if (lines) return index.put(file, lines->rows, lines->searchable);
  file.problem = lines.error().what;
  const ErrorKind kind = lines.error().kind;
  if (kind == ErrorKind::Io || kind == ErrorKind::Busy || kind == ErrorKind::NotFound)
    file.head = {};  // may pass: looked at again next time
  return index.put(file, {}, {});
}

}  // namespace

Expected<RefreshReport> refreshArchive(ArchiveIndex& index, const std::filesystem::path& folder, const RefreshProgress& progress) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored))
    return fail(ErrorKind::NotFound, trf("Không có thư mục {0}. Hãy kiểm tra thiết bị lưu trữ đã cắm chưa.",
                                         "There is no folder {0}. Check that the medium is plugged in.", folder.string()));
  const auto known = index.files();
  if (!known) return tl::unexpected<Error>(known.error());
  std::map<std::filesystem::path, ArchivedFile> before;
  for (const ArchivedFile& file : *known) before.emplace(file.path, file);
  const std::set<std::filesystem::path> paths = filesIn(folder);
  RefreshReport report;
  report.files = paths.size();
  std::size_t done = 0;
  for (const std::filesystem::path& path : paths) {
    ArchivedFile file = look(path);
    const auto was = before.find(path);
    if (was != before.end() && same(was->second, file)) {
      file.problem = was->second.problem;
    } else {
      ++report.read;
      if (const auto taken = take(index, file); !taken) return tl::unexpected<Error>(taken.error());
    }
    if (!file.problem.empty()) report.damaged.push_back(file);
    if (progress && !progress(++done, paths.size())) return report;
  }
  for (const auto& [path, file] : before) {
    if (paths.count(path)) continue;
    if (const auto removed = index.remove(path); !removed) return tl::unexpected<Error>(removed.error());
    ++report.gone;
  }
  return report;
}

Expected<ArchiveHits> searchArchive(const ArchiveIndex& index, const std::string& question, std::size_t limit) {
  return index.search(searchWords(question), limit);
}

std::filesystem::path archiveIndexPath(const std::filesystem::path& folder) {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path base = std::filesystem::temp_directory_path();
  if (cache && *cache)
    base = cache;
  else if (home && *home)
    base = std::filesystem::path(home) / ".cache";
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(folder, error);
  const std::string hash = toHex(hashOf((error ? folder : whole).string()));
  return base / "kiemphieu" / ("archive-" + hash.substr(0, 16) + ".sqlite");
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/package_count.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "election/text.h"
#include "formats/json_compare.h"

namespace kp {
namespace {

constexpr std::uint64_t kMostText = 400u << 20;  ///< records of 1,600 ballots of 5 pages in three passes are about 80 MB

/// A folder of its own, removed afterwards.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& parent) {
    std::string pattern = ((parent.empty() ? std::filesystem::temp_directory_path() : parent) / "kiemphieu-XXXXXX").string();
    if (::mkdtemp(pattern.data())) m_path = pattern;
  }
  ~WorkFolder() {
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

bool startsWith(const std::string& text, const std::string& start) { return text.compare(0, start.size(), start) == 0; }
bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// Derived texts: all but the congress file, the papers, the statements and README.txt.
bool isDerived(const std::string& name) {
  return name != kPackagedCongressFile && name != "README.txt" && !startsWith(name, "papers/") && !startsWith(name, "statements/") &&
         !startsWith(name, "manifest.");
}
bool isPaper(const std::string& name) { return startsWith(name, "papers/"); }
bool isStatement(const std::string& name) { return startsWith(name, "statements/"); }

std::size_t firstDifferentLine(const std::string& a, const std::string& b) {
  const auto at = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(std::count(a.begin(), at, '\n')) + 1;
}

/// What is said of an entry whose text is not what the congress file gives.
std::string differing(const std::string& name, const std::string& contained, const std::string& derived) {
  if (!endsWith(name, ".json"))
    return trf("“{0}” khác với tệp đại hội trong gói, từ dòng {1}.",
               "“{0}” differs from the congress file in the package, from line {1} on.", name, firstDifferentLine(contained, derived));
  std::string places;
  for (const std::string& path : jsonDifferences(contained, derived)) places += (places.empty() ? "" : ", ") + path;
  if (places.empty()) return {};  // only the spacing is another
  return trf("“{0}” khác với tệp đại hội trong gói, ở: {1}.", "“{0}” differs from the congress file in the package, at: {1}.", name,
             places);
}

Expected<void> compareDerived(const Ledger& ledger, const std::filesystem::path& package, PackageCountCheck& check) {
  auto derived = derivedEntries(ledger);
  if (!derived) return tl::unexpected<Error>(derived.error());
  const auto contained = readEntries(package, isDerived, kMostText);
  if (!contained) return tl::unexpected<Error>(contained.error());
  for (const auto& [name, text] : *derived) {
    const auto at = contained->find(name);
    if (at == contained->end()) {
      check.findings.push_back(
          trf("Thiếu “{0}” mà tệp đại hội có nội dung.", "“{0}” is missing, for which the congress file has content.", name));
    } else if (at->second != text) {
      if (std::string what = differing(name, at->second, text); !what.empty()) check.findings.push_back(std::move(what));
    }
  }
  for (const auto& [name, text] : *contained)
    if (!derived->count(name))
      check.findings.push_back(
          trf("“{0}” không phải do tệp đại hội trong gói cho ra.", "“{0}” does not follow from the congress file.", name));
  return {};
}

/// A statement, wherever it stands, against the recomputed result.
Expected<PaperCheck> comparePaper(const Ledger& ledger, const std::string& name, const SignedStatement& found) {
  auto differences = compareWithFile(ledger, found);
  if (!differences) return tl::unexpected<Error>(differences.error());
  return PaperCheck{name, found.statement.contest, std::move(*differences)};
}

Expected<void> compareStatements(const Ledger& ledger, const std::filesystem::path& package, PackageCountCheck& check) {
  const auto texts = readEntries(package, isStatement, kMostText);
  if (!texts) return tl::unexpected<Error>(texts.error());
  for (const auto& [name, text] : *texts) {
    const auto statement = parseStatement(text.substr(0, text.find('\n')));
    if (!statement) {
      check.findings.push_back(trf("“{0}”: {1}", "“{0}”: {1}", name, statement.error().what));
      continue;
    }
    auto paper = comparePaper(ledger, name, *statement);
    if (!paper) return tl::unexpected<Error>(paper.error());
    check.papers.push_back(std::move(*paper));
  }
  for (const ContestCheck& contest : check.file.contests) {
    if (contest.closed && !texts->count("statements/" + entryNameOf(contest.contest) + ".txt"))
      check.findings.push_back(
          trf("Thiếu bản khai kết quả của cuộc bầu {0}.", "The statement of contest {0} is missing.", contest.contest));
  }
  return {};
}

Expected<void> comparePapers(const Ledger& ledger, const PackageCheckPorts& ports, const std::filesystem::path& package,
                             PackageCountCheck& check) {
  for (const PackageEntry& entry : check.package.entries) {
    if (!isPaper(entry.name)) continue;
    PaperCheck plain{entry.name, {}, {}};
    if (!ports.readStatement || !endsWith(entry.name, ".pdf")) {
      check.papers.push_back(std::move(plain));
      continue;
    }
    const auto bytes = readFromPackage(package, entry.name);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const auto statement = ports.readStatement(*bytes);
    if (!statement) {  // zero report, journal, ballots: papers that carry no result
      check.papers.push_back(std::move(plain));
      continue;
    }
    auto paper = comparePaper(ledger, entry.name, *statement);
    if (!paper) return tl::unexpected<Error>(paper.error());
    check.papers.push_back(std::move(*paper));
  }
  return {};
}

Expected<void> checkContents(const Ledger& ledger, const std::filesystem::path& package, const PackageCheckPorts& ports,
                             PackageCountCheck& check) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  check.congressId = congress->info.id;
  check.congressName = congress->info.name;
  const auto key = ledger.keys().publicKey();
  if (!key) return tl::unexpected<Error>(key.error());
  if (*key != check.package.key)
    check.findings.push_back(tr("Gói không được ký bằng khóa của tệp đại hội trong gói: gói của tệp khác, hoặc là giả.",
                                "The package is not signed with the key of the congress file in it: it is another file's, or forged."));
  auto file = verifyFile(ledger);
  if (!file) return tl::unexpected<Error>(file.error());
  check.file = std::move(*file);
  for (const ChainFinding& finding : check.file.chain.findings) check.findings.push_back(finding.what);
  for (const ContestCheck& contest : check.file.contests)
    for (const std::string& difference : contest.differences)
      check.findings.push_back(trf("{0}: {1}", "{0}: {1}", contest.title, difference));
  if (const auto done = compareDerived(ledger, package, check); !done) return done;
  if (const auto done = compareStatements(ledger, package, check); !done) return done;
  if (const auto done = comparePapers(ledger, ports, package, check); !done) return done;
  for (const PaperCheck& paper : check.papers)
    for (const std::string& difference : paper.differences)
      check.findings.push_back(trf("“{0}”: {1}", "“{0}”: {1}", paper.name, difference));
  return {};
}

}  // namespace

Expected<PackageCountCheck> checkPackageCount(const std::filesystem::path& package, const PackageCheckPorts& ports) {
  PackageCountCheck check;
  auto outside = checkPackage(package);
  if (!outside) return tl::unexpected<Error>(outside.error());
  check.package = std::move(*outside);
  check.findings = check.package.findings;
  const WorkFolder work(ports.workFolder);
  if (work.path().empty())
    return fail(ErrorKind::Io,
                trf("Không tạo được thư mục tạm để giải nén gói ({0}). Hãy kiểm tra ổ đĩa.",
                    "No temporary folder could be made to unpack the package ({0}). Check the disk.", std::string(std::strerror(errno))));
  const std::filesystem::path file = work.path() / kPackagedCongressFile;
  if (const auto unpacked = unpackEntry(package, kPackagedCongressFile, file); !unpacked) {
    if (unpacked.error().kind != ErrorKind::NotFound) return tl::unexpected<Error>(unpacked.error());
    check.findings.push_back(tr("Trong gói không có tệp đại hội nên không cộng lại được.",
                                "There is no congress file in the package, so nothing can be counted again."));
    return check;
  }
  const auto ledger = Ledger::open(file, Ledger::Mode::ReadOnly);
  const auto looked = ledger ? checkContents(*ledger, package, ports, check) : Expected<void>(tl::unexpected<Error>(ledger.error()));
  // a congress file that cannot be opened or read is what the package is wrong about, not a failure of checking
  if (!looked) check.findings.push_back(looked.error().what);
  return check;
}

}  // namespace kp

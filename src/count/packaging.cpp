// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/packaging.h"

#include <cstdio>
#include <ctime>

#include "count/access.h"
#include "count/journal_fields.h"
#include "count/package_readme.h"
#include "count/utc_time.h"
#include "count/verification.h"
#include "election/text.h"
#include "evidence/package.h"
#include "evidence/running_hash.h"

namespace kp {
namespace {

/// A work file beside the package that is removed whatever happens.
class WorkFile {
 public:
  explicit WorkFile(std::filesystem::path path) : m_path(std::move(path)) { remove(); }
  ~WorkFile() { remove(); }
  WorkFile(const WorkFile&) = delete;
  WorkFile& operator=(const WorkFile&) = delete;
  const std::filesystem::path& path() const { return m_path; }

 private:
  /// With what belongs to it and what a killed program left of one: nobody else makes one, since the congress file has one acting program.
  void remove() const {
    std::error_code ignored;  // nothing to remove is the usual case
    std::vector<std::filesystem::path> left;
    for (std::filesystem::directory_iterator at(m_path.parent_path(), ignored), end; !ignored && at != end; at.increment(ignored))
      if (at->path().filename().string().rfind(m_path.filename().string(), 0) == 0) left.push_back(at->path());
    for (const std::filesystem::path& file : left) std::filesystem::remove(file, ignored);
  }
  std::filesystem::path m_path;
};

Expected<void> mayPackage(const Ledger& ledger, const Congress& congress, const PackageRequest& request) {
  if (const auto may = mayAct(ledger, congress, Act::Package, request.by); !may) return may;
  std::error_code ignored;
  if (std::filesystem::exists(request.target, ignored))
    return fail(ErrorKind::Refused,
                trf("Tệp {0} đã có; chương trình không ghi đè. Hãy chọn tên khác.",
                    "The file {0} exists already; it is never replaced. Choose another name.", request.target.string()));
  return {};
}

/// The signed statements of the closed contests, from the copy, with the original's key.
Expected<DerivedEntries> statementsOf(const Ledger& copy, const Congress& congress, const SecretKey& key, const std::string& program,
                                      std::vector<std::string>& open) {
  DerivedEntries entries;
  for (const Contest& contest : congress.contests) {
    const auto counted = loadContest(copy, contest.id);
    if (!counted) return tl::unexpected<Error>(counted.error());
    if (!counted->state.closed) {
      open.push_back(contest.id);
      continue;
    }
    const auto result = resultOf(copy, *counted);
    if (!result) return tl::unexpected<Error>(result.error());
    const auto statement = statementOfClosing(copy, *counted, *result, program);
    if (!statement) return tl::unexpected<Error>(statement.error());
    auto text = signStatement(*statement, key);
    if (!text) return tl::unexpected<Error>(text.error());
    entries["statements/" + entryNameOf(contest.id) + ".txt"] = *text + "\n";
  }
  return entries;
}

Expected<void> addAll(PackageWriter& writer, const DerivedEntries& entries, std::vector<std::string>& names) {
  for (const auto& [name, bytes] : entries) {
    if (const auto added = writer.add(name, bytes); !added) return added;
    names.push_back(name);
  }
  return {};
}

/// Everything but the writing: what goes in.
struct Contents {
  DerivedEntries texts;
  std::vector<std::string> open;
};

Expected<Contents> contentsOf(const Ledger& copy, const Congress& congress, const SecretKey& key, const std::string& madeAt,
                              const std::string& program) {
  Contents contents;
  auto derived = derivedEntries(copy);
  if (!derived) return tl::unexpected<Error>(derived.error());
  contents.texts = std::move(*derived);
  auto statements = statementsOf(copy, congress, key, program, contents.open);
  if (!statements) return tl::unexpected<Error>(statements.error());
  contents.texts.merge(*statements);
  const std::string publicKey = contents.texts["public-key.txt"];
  contents.texts["README.txt"] = packageReadme(congress, madeAt, program, publicKey.substr(0, publicKey.find('\n')), contents.open);
  return contents;
}

Expected<MadePackage> write(const PackageRequest& request, const Contents& contents, const std::filesystem::path& copy,
                            const SecretKey& key, const std::string& madeAt) {
  auto writer = PackageWriter::create(request.target, secondsOf(madeAt));
  if (!writer) return tl::unexpected<Error>(writer.error());
  MadePackage made{request.target, {}, 0, {}, contents.open};
  if (const auto done = addAll(*writer, contents.texts, made.entries); !done) return tl::unexpected<Error>(done.error());
  DerivedEntries papers;
  for (const PackagePaper& paper : request.papers) {
    if (paper.name.find('/') != std::string::npos || !papers.emplace("papers/" + paper.name, paper.bytes).second)
      return fail(ErrorKind::BadInput,
                  trf("Không thể đưa văn bản “{0}” vào gói lưu trữ: tên không hợp lệ hoặc trùng.",
                      "The paper “{0}” cannot go into the package: the name is not allowed or there twice.", paper.name));
  }
  if (const auto done = addAll(*writer, papers, made.entries); !done) return tl::unexpected<Error>(done.error());
  if (const auto done = writer->addFile(kPackagedCongressFile, copy, request.progress); !done) return tl::unexpected<Error>(done.error());
  made.entries.emplace_back(kPackagedCongressFile);
  if (const auto done = writer->finish(key); !done) return tl::unexpected<Error>(done.error());
  const auto hash = hashOfFile(request.target);
  if (!hash) return tl::unexpected<Error>(hash.error());
  made.hash = *hash;
  std::error_code ignored;  // hashed a moment ago
  made.size = std::filesystem::file_size(request.target, ignored);
  return made;
}

}  // namespace

Expected<MadePackage> makePackage(Ledger& ledger, const PackageRequest& request) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayPackage(ledger, *congress, request); !may) return tl::unexpected<Error>(may.error());
  const auto key = ledger.keys().signingKey();
  if (!key) return tl::unexpected<Error>(key.error());
  const std::string madeAt = ledger.now();
  // Beside the congress file, not beside the package: until its secrets are out, and in what a power cut leaves of it, it must not lie on a stick that travels.
  const WorkFile copy(std::filesystem::absolute(ledger.path()).string() + ".handing-on");
  if (const auto copied = ledger.copyForHandingOn(copy.path()); !copied) return tl::unexpected<Error>(copied.error());
  Expected<MadePackage> made = [&]() -> Expected<MadePackage> {
    const auto packed = Ledger::open(copy.path(), Ledger::Mode::ReadOnly);
    if (!packed) return tl::unexpected<Error>(packed.error());
    const auto contents = contentsOf(*packed, *congress, key->secretKey, madeAt, request.program);
    if (!contents) return tl::unexpected<Error>(contents.error());
    return write(request, *contents, copy.path(), key->secretKey, madeAt);
  }();
  if (!made) return made;
  const auto noted = ledger.journal().append({Event::PackageMade,
                                              request.by,
                                              {},
                                              std::nullopt,
                                              {},
                                              {},
                                              fieldsText({{"file", request.target.filename().string()},
                                                          {"hash", toHex(made->hash)},
                                                          {"size", std::to_string(made->size)},
                                                          {"entries", std::to_string(made->entries.size())},
                                                          {"papers", std::to_string(request.papers.size())},
                                                          {"open", std::to_string(made->openContests.size())}})});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return made;
}

std::string suggestedPackageName(const Congress& congress, const std::string& utcNow) {
  return entryNameOf(congress.info.id) + "-" + utcNow.substr(0, 10) + ".kpz";
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "election/congress.h"
#include "ledger/ledger.h"

namespace kp {

/// What of one pass is stored already: by file content and by per-ballot code. Tells a restart from the same paper given twice.
class SeenSheets {
 public:
  struct Sheet {
    int id = 0;
    std::string name, contest;
    bool refused = false;
  };

  /// Loads what is stored for this pass; `contest` "" = of all contests.
  /// `visit` is shown each of them, oldest first; may be empty.
  static Expected<SeenSheets> load(const Ledger& ledger, const Congress& congress, const std::string& contest, int pass,
                                   const std::function<void(const StoredSheet&)>& visit = {});

  /// The stored page of the same bytes under the same name: an earlier run's. nullptr when there is none.
  const Sheet* sameFile(const Digest& hash, int page, const std::string& name) const;
  /// The stored page of the same bytes, oldest first, whatever its name; files that are no image do not count. nullptr when there is none.
  const Sheet* sameBytes(const Digest& hash, int page) const;
  /// The stored page with the same per-ballot code; nullptr when there is none or the contest's code is shared.
  const Sheet* sameCode(const std::string& contest, const PageReading& reading) const;
  /// Remembers a sheet that is about to be stored.
  void add(const Digest& hash, int page, const PageReading& reading, Sheet sheet);

 private:
  using CodeKeyOfPage = std::tuple<std::string, std::uint64_t, int>;
  std::set<std::string> m_perBallot;
  std::map<std::pair<Digest, int>, std::vector<Sheet>> m_byBytes;
  std::map<CodeKeyOfPage, Sheet> m_byCode;
};

}  // namespace kp

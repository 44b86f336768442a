// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ledger/congress_repository.h"
#include "ledger/figures_repository.h"
#include "ledger/journal.h"
#include "ledger/key_repository.h"
#include "ledger/keying_repository.h"
#include "ledger/learned_repository.h"
#include "ledger/ruling_repository.h"
#include "ledger/sheet_repository.h"

namespace kp {

/// Where "now" comes from; replaced in tests.
using Clock = std::function<std::chrono::system_clock::time_point()>;

struct LedgerOptions {
  Clock clock = [] { return std::chrono::system_clock::now(); };
  std::string who{};                            ///< shown to others who find the file in use; "" = the program's name
  std::chrono::milliseconds busyTimeout{5000};  ///< how long a statement waits for another process's transaction
};

/// One congress file (tệp đại hội), open: a single SQLite database, suffix `.kiemphieu`. Closing is destruction.
/// Repositories are light handles, valid while the Ledger lives (moving it is fine). Not for several threads at once: open one Ledger per thread,
/// at most one of them ReadWrite.
class Ledger {
 public:
  enum class Mode { ReadOnly, ReadWrite };

  /// Makes a new file with this definition, new keys and the first journal entry, and opens it for writing. Written beside under a temporary name,
  /// synced, renamed. Refused when `path` exists; Io when the folder cannot be written; BadInput when info.rules is unknown.
  /// Does not judge the definition: call examine() first.
  static Expected<Ledger> create(const std::filesystem::path& path, const Congress& congress, const Actors& by = {},
                                 const LedgerOptions& options = {});

  /// Opens a file. All checks come before any write: NotFound · BadInput (no file of this program) · Refused (made by a newer version) ·
  /// Damaged · Busy (ReadWrite while another process acts on it; says who and which pid) · Io. ReadWrite brings an older file up to date;
  /// ReadOnly shows it as if it were, and leaves it as it is. Readers are always allowed, also on a read-only medium.
  /// A copy for handing on is always opened for reading (isCopyForHandingOn()).
  static Expected<Ledger> open(const std::filesystem::path& path, Mode mode, const LedgerOptions& options = {});

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  CongressRepository congress() const;
  FiguresRepository figures() const;
  KeyRepository keys() const;
  SheetRepository sheets() const;
  RulingRepository rulings() const;
  KeyingRepository keying() const;
  LearnedRepository learned() const;
  JournalRepository journal() const;

  /// Same as journal().verifyChain() and journal().head().
  Expected<ChainCheck> verifyChain(const VerifyProgress& progress = {}) const;
  Expected<std::string> head() const;

  const std::filesystem::path& path() const;
  /// What this ledger can do. A copy for handing on is ReadOnly however it was opened.
  Mode mode() const;
  /// True when the file has no signing secret: copyForHandingOn() made it. It can be looked at and verified; every act is Refused.
  bool isCopyForHandingOn() const;
  /// "Now" of this ledger as it is written into the file: UTC, "2026-11-22T15:04:05.678Z".
  std::string now() const;
  void setClock(Clock clock);

  /// Who has proved a PIN on this open file, in the order they came: state of this object, not of the file. Kept for count/access.h, which decides who gets in.
  const std::vector<std::string>& signedIn() const;
  void noteSignedIn(const std::string& name);
  void noteSignedOut(const std::string& name);

  /// A consistent copy in one file, for packages and the level above: without the code key, the signing secret and the PINs, everything else as it is
  /// (verifyChain holds on it). Temporary name, synced, renamed. Refused when `target` exists.
  Expected<void> copyForHandingOn(const std::filesystem::path& target) const;

 private:
  explicit Ledger(std::unique_ptr<Store> store);
  std::unique_ptr<Store> m_store;
};

}  // namespace kp

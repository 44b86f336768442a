// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: two programs acting on one file; a lock that outlives a killed program; a kill or a full disk that loses what was acknowledged or keeps half a batch.
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "support.h"

namespace kp::test {
namespace {

/// Runs `work` in a process of its own; its exit code, or −signal.
template <typename Work>
pid_t inChild(Work&& work) {
  const pid_t child = fork();
  if (child == 0) _exit(work());
  return child;
}

int ending(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// A small disk: a tmpfs of its own where we may mount, else a limit on the size of files of this process.
class SmallDisk {
 public:
  SmallDisk(const std::filesystem::path& at, std::size_t bytes) : m_at(at) {
    std::filesystem::create_directory(at);
    m_mounted = mount("none", at.c_str(), "tmpfs", 0, ("size=" + std::to_string(bytes)).c_str()) == 0;
    getrlimit(RLIMIT_FSIZE, &m_limit);
    if (m_mounted) return;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit small{bytes / 2, m_limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  /// Makes room.
  void grow() {
    if (m_mounted) {
      EXPECT_EQ(mount("none", m_at.c_str(), "tmpfs", MS_REMOUNT, "size=64m"), 0);
    } else {
      setrlimit(RLIMIT_FSIZE, &m_limit);
    }
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &m_limit);
    if (m_mounted) umount2(m_at.c_str(), MNT_DETACH);
  }

 private:
  std::filesystem::path m_at;
  bool m_mounted = false;
  rlimit m_limit{};
};

}  // namespace

TEST_F(LedgerTest, ASecondActingProcessIsBusyAndReadersAreNot) {
  const Ledger ledger = newLedger(file());
  const pid_t child = inChild([&] {
    const auto second = Ledger::open(file(), Ledger::Mode::ReadWrite);
    if (second || second.error().kind != ErrorKind::Busy) return 1;
    if (second.error().what.find(std::to_string(getppid())) == std::string::npos) return 2;
    if (second.error().what.find("thử nghiệm") == std::string::npos) return 3;
    return Ledger::open(file(), Ledger::Mode::ReadOnly) ? 0 : 4;
  });
  EXPECT_EQ(ending(child), 0);
}

TEST_F(LedgerTest, ASecondActingLedgerInOneProcessIsBusyUntilTheFirstIsClosed) {
  auto first = std::make_unique<Ledger>(newLedger(file()));
  EXPECT_EQ(Ledger::open(file(), Ledger::Mode::ReadWrite).error().kind, ErrorKind::Busy);
  std::filesystem::create_symlink(file(), file("liên kết"));
  EXPECT_EQ(Ledger::open(file("liên kết"), Ledger::Mode::ReadWrite).error().kind, ErrorKind::Busy);
  first.reset();
  EXPECT_TRUE(Ledger::open(file(), Ledger::Mode::ReadWrite));
}

TEST_F(LedgerTest, AReaderSeesWhatTheActingProcessCommits) {
  Ledger ledger = newLedger(file());
  const auto reader = Ledger::open(file(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(reader);
  EXPECT_EQ(*reader->sheets().count({}), 0);
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 2), {}));
  EXPECT_EQ(*reader->sheets().count({}), 2);
}

TEST_F(LedgerTest, KilledInTheMiddleLosesNothingCommittedAndKeepsWholeBatches) {
  { newLedger(file()); }
  for (int round = 0; round < 3; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = inChild([&] {
      auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
      if (!ledger) return 1;
      for (int next = *ledger->sheets().nextId();; next += 5) {
        const auto ids = ledger->sheets().append(sampleBatch(next, 5, 1, 60000), {"máy"});
        if (!ids || write(ends[1], &ids->back(), sizeof(int)) != sizeof(int)) return 2;
      }
    });
    close(ends[1]);
    int acknowledged = 0;
    for (int i = 0; i < 8 + round; ++i)
      ASSERT_EQ(read(ends[0], &acknowledged, sizeof acknowledged), static_cast<ssize_t>(sizeof acknowledged));
    usleep(static_cast<useconds_t>(700 * (round + 1)));
    kill(child, SIGKILL);
    EXPECT_EQ(ending(child), -SIGKILL);
    while (read(ends[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) continue;
    close(ends[0]);
    const auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
    ASSERT_TRUE(ledger) << ledger.error().what;
    const int kept = *ledger->sheets().count({});
    EXPECT_GE(kept, acknowledged);
    EXPECT_EQ(kept % 5, 0);
    const auto check = ledger->verifyChain();
    ASSERT_TRUE(check);
    EXPECT_TRUE(check->sound()) << check->findings.front().what;
  }
}

TEST_F(LedgerTest, AFullDiskIsIoAndLeavesTheFileSound) {
  SmallDisk disk(folder() / "usb", 3 << 20);
  const auto path = folder() / "usb" / "a.kiemphieu";
  Ledger ledger = newLedger(path);
  int stored = 0;
  Expected<std::vector<int>> outcome;
  while (stored < 100 && (outcome = ledger.sheets().append(sampleBatch(stored + 1, 4, 1, 50000), {}))) stored += 4;
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, ErrorKind::Io) << outcome.error().what;
  EXPECT_GT(stored, 0);
  EXPECT_EQ(*ledger.sheets().count({}), stored);
  auto check = ledger.verifyChain();
  ASSERT_TRUE(check);
  EXPECT_TRUE(check->sound());
  disk.grow();
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(stored + 1, 4, 1, 50000), {})) << "after making room the same batch goes in";
  EXPECT_TRUE(ledger.verifyChain()->sound());
}

TEST_F(LedgerTest, CreatingOnAFullDiskLeavesNothing) {
  SmallDisk disk(folder() / "usb", 40 << 10);
  const auto ledger = Ledger::create(folder() / "usb" / "a.kiemphieu", sampleCongress());
  ASSERT_FALSE(ledger);
  EXPECT_EQ(ledger.error().kind, ErrorKind::Io);
  EXPECT_TRUE(listing(folder() / "usb").empty());
}

TEST_F(LedgerTest, AReadOnlyMediumCanBeReadAndNotActedOn) {
  const auto medium = folder() / "dvd";
  std::filesystem::create_directory(medium);
  const bool mounted = mount("none", medium.c_str(), "tmpfs", 0, "size=8m") == 0;
  {
    Ledger ledger = newLedger(medium / "a.kiemphieu");
    ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 3), {}));
  }
  if (mounted) {
    ASSERT_EQ(mount("none", medium.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, ""), 0);
  } else {
    std::filesystem::permissions(medium, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  }
  {
    const auto reader = Ledger::open(medium / "a.kiemphieu", Ledger::Mode::ReadOnly);
    EXPECT_TRUE(reader && reader->verifyChain()->sound()) << (reader ? "" : reader.error().what);
    const auto writer = Ledger::open(medium / "a.kiemphieu", Ledger::Mode::ReadWrite);
    EXPECT_TRUE(!writer && writer.error().kind == ErrorKind::Io);
  }
  if (mounted)
    umount2(medium.c_str(), MNT_DETACH);
  else
    std::filesystem::permissions(medium, std::filesystem::perms::owner_all);
}

}  // namespace kp::test

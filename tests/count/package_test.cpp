// SPDX-License-Identifier: GPL-3.0-or-later
// The archive package: made, carried away, checked elsewhere from its signature to its last tally; copied to media and read back.
#include "count/closed_result.h"
#include "count/package_count.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>

#include "count/access.h"
#include "count/medium.h"
#include "count/packaging.h"
#include "counted_day.h"
#include "election/language_scope.h"
#include "evidence/package.h"

using namespace kp;
using namespace kp::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

namespace {

class Packaging : public CountedDay {
 protected:
  std::filesystem::path package() const { return folder.path() / "goi.kpz"; }
  Expected<MadePackage> make(const std::filesystem::path& target) {
    return makePackage(*ledger, {target, {{"bien-ban-bch.pdf", "%PDF-1.4 biên bản"}}, "0.1.0", {}, {}});
  }
  void countAndPack() {
    countAll();
    close();
    const auto made = make(package());
    ASSERT_TRUE(made) << made.error().what;
  }
  /// The package with one entry changed (or left out), signed by `key`.
  void repack(const std::filesystem::path& target, const std::string& entry, const std::function<std::string(std::string)>& change,
              const SecretKey& key) {
    auto writer = PackageWriter::create(target, 0);
    ASSERT_TRUE(writer);
    const auto entries = checkPackage(package())->entries;
    for (const PackageEntry& e : entries) {
      std::string bytes = *readFromPackage(package(), e.name);
      if (e.name == entry) bytes = change(bytes);
      if (bytes.empty()) continue;
      ASSERT_TRUE(writer->add(e.name, bytes));
    }
    ASSERT_TRUE(writer->finish(key));
  }
  SecretKey ownKey() const { return ledger->keys().signingKey()->secretKey; }
  std::vector<std::string> findingsOf(const std::string& entry, const std::function<std::string(std::string)>& change) {
    const auto changed = folder.path() / "changed.kpz";
    std::filesystem::remove(changed);
    repack(changed, entry, change, ownKey());
    const auto check = checkPackageCount(changed);
    EXPECT_TRUE(check) << check.error().what;
    return check ? check->findings : std::vector<std::string>{};
  }
  static std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
  }
};

bool isLeft(const std::filesystem::path& folder, const std::string& part) {
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().filename().string().find(part) != std::string::npos) return true;
  return false;
}

}  // namespace

// Regression: something needed to check the count elsewhere is left out, or secrets go along.
TEST_F(Packaging, HoldsEverythingAndNoSecret) {
  countAll();
  close();
  ASSERT_TRUE(ledger->congress().setPin("Hà Văn Trưởng", "246810", {}));
  EXPECT_EQ(make(package()).error().kind, ErrorKind::Refused) << "with PINs somebody must be signed in";
  ASSERT_TRUE(signIn(*ledger, "Hà Văn Trưởng", "246810"));
  const auto made = makePackage(*ledger, {package(), {{"bien-ban-bch.pdf", "%PDF-1.4"}}, "0.1.0", {"Hà Văn Trưởng"}, {}});
  ASSERT_TRUE(made) << made.error().what;
  for (const char* name : {"README.txt", "congress.kiemphieu", "definition.json", "geometry/bch.json", "records/bch-pass1.jsonl",
                           "results/bch.json", "statements/bch.txt", "papers/bien-ban-bch.pdf", "journal.jsonl", "public-key.txt"})
    EXPECT_THAT(made->entries, Contains(name));
  EXPECT_THAT(made->openContests, IsEmpty());
  EXPECT_THAT(bytesOf(package()), Not(HasSubstr("$argon2id")));
  const auto secret = ledger->keys().signingKey()->secretKey;
  EXPECT_THAT(bytesOf(package()), Not(HasSubstr(std::string(secret.begin(), secret.begin() + 32))));
  EXPECT_THAT(*readFromPackage(package(), "README.txt"), HasSubstr(toHex(ledger->keys().publicKey().value())));
  EXPECT_EQ(ledger->journal().list()->back().event, "package-made");
  EXPECT_THAT(ledger->journal().list()->back().details, HasSubstr(toHex(hashOf(bytesOf(package())))));
  EXPECT_FALSE(isLeft(folder.path(), ".handing-on"));
}

// Regression: an intact package is called wrong – by another language of the person who checks it, among others.
TEST_F(Packaging, IntactOneIsSound) {
  Congress coded = congressOf({strikeContest()});
  coded.contests.front().ballotCode = BallotCode::PerBallot;
  begin(coded, "ma-rieng.kiemphieu");
  std::vector<PageReading> readings{ballot(coded.contests.front(), {3, 4}), ballot(coded.contests.front(), {3, 4}),
                                    unread(Why::CodeUnreadable)};
  readings[0].ballotCode = readings[1].ballotCode = 77;  // the record says in words that the code was seen before
  scan(readings);
  ASSERT_TRUE(make(package()));
  for (const Language language : {Language::Vietnamese, Language::English}) {
    const LanguageScope scope(language);
    const auto check = checkPackageCount(package());
    ASSERT_TRUE(check) << check.error().what;
    EXPECT_THAT(check->findings, IsEmpty());
  }
  std::filesystem::remove(package());
  ledger.reset();
  begin(congressOf({strikeContest()}), "hai.kiemphieu");
  countAndPack();
  const auto check = checkPackageCount(package());
  ASSERT_TRUE(check) << check.error().what;
  EXPECT_THAT(check->findings, IsEmpty());
  EXPECT_TRUE(check->file.contests.front().closed);
  EXPECT_EQ(check->congressId, "thu");
}

// Regression: whoever has the key (or makes a new one) changes a result, a record, the journal or the ballots and packs again: the signature then fits.
TEST_F(Packaging, RepackedLieIsFound) {
  countAndPack();
  EXPECT_THAT(findingsOf("results/bch.json", [](const std::string& t) { return replaced(t, "\"yes\": 8", "\"yes\": 7"); }),
              ElementsAre(HasSubstr("/votes/0/yes")));
  EXPECT_THAT(findingsOf("records/bch-pass1.jsonl", [](const std::string& t) { return replaced(t, "\"c4\":\"yes\"", "\"c4\":\"no\""); }),
              ElementsAre(HasSubstr("dòng 3")));
  EXPECT_THAT(findingsOf("journal.jsonl", [](std::string t) { return t.erase(0, t.find('\n') + 1); }), SizeIs(1));
  EXPECT_THAT(findingsOf("definition.json", [](const std::string& t) { return replaced(t, "Nguyễn Văn Người 1", "Nguyễn Văn Khác"); }),
              SizeIs(1));
  EXPECT_THAT(findingsOf("statements/bch.txt", [](const std::string&) { return std::string(); }), SizeIs(1)) << "left out";
  EXPECT_THAT(findingsOf("congress.kiemphieu", [](const std::string&) { return std::string(); }), SizeIs(1)) << "left out";
  EXPECT_THAT(findingsOf("congress.kiemphieu", [](const std::string& t) { return t.substr(0, t.size() / 2); }), Not(IsEmpty()))
      << "broken off";
  const auto ballots = [this](const std::string& bytes) {
    const auto file = folder.path() / "forged.kiemphieu";
    writeBytes(file, bytes);
    {
      SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
      const std::string trigger = db.execAndGet("SELECT sql FROM sqlite_master WHERE name = 'marks_keep_update'").getString();
      db.exec("DROP TRIGGER marks_keep_update");
      db.exec("UPDATE marks SET state = 'none' WHERE sheet = 3 AND candidate = 4");
      db.exec(trigger);
    }
    return bytesOf(file);
  };
  EXPECT_THAT(findingsOf("congress.kiemphieu", ballots), Contains(HasSubstr("3")));
}

// Regression: a package signed with another key passes because its own signature fits.
TEST_F(Packaging, OtherKeyIsFound) {
  countAndPack();
  const auto forged = folder.path() / "forged.kpz";
  std::array<std::uint8_t, 32> seed{};
  seed.fill(7);
  repack(forged, "", nullptr, makeKeyPair(seed).secretKey);
  const auto check = checkPackageCount(forged);
  ASSERT_TRUE(check);
  EXPECT_THAT(check->findings, ElementsAre(HasSubstr("khóa")));
}

// Regression: minutes in the package that say something else than the ballots pass.
TEST_F(Packaging, PapersAreComparedWithTheBallots) {
  countAndPack();
  const auto counted = loadContest(*ledger, "bch");
  auto statement = *makeStatement(*counted, *resultOf(*ledger, *counted), *ledger->head(), 1, "0.1.0");
  // the head is that of the file that goes on; the packed one has not got the entry "package-made"
  statement.journalHead = (*newestClosing(*ledger, "bch"))->hash;
  PackageCheckPorts ports;
  ports.readStatement = [&](const std::string& pdf) -> Expected<SignedStatement> {
    EXPECT_THAT(pdf, HasSubstr("%PDF"));
    return parseStatement(*signStatement(statement, ownKey()));
  };
  auto check = checkPackageCount(package(), ports);
  ASSERT_TRUE(check) << check.error().what;
  EXPECT_THAT(check->findings, IsEmpty());
  EXPECT_EQ(std::count_if(check->papers.begin(), check->papers.end(), [](const PaperCheck& p) { return p.contest == "bch"; }), 2);
  statement.votes[0].yes = 7;
  statement.votes[0].no = 1;
  check = checkPackageCount(package(), ports);
  ASSERT_TRUE(check);
  EXPECT_THAT(check->findings, Not(IsEmpty()));
}

// Regression: an earlier package is overwritten; a name leads out of the package; stopping leaves a half-made one.
TEST_F(Packaging, NeverReplacesAndLeavesNothingHalf) {
  countAndPack();
  EXPECT_EQ(make(package()).error().kind, ErrorKind::Refused);
  const auto other = folder.path() / "khac.kpz";
  for (const char* name : {"../x.pdf", "a/b.pdf", "biên-bản.pdf", ""})
    EXPECT_EQ(makePackage(*ledger, {other, {{name, "x"}}, "", {}, {}}).error().kind, ErrorKind::BadInput) << name;
  EXPECT_EQ(makePackage(*ledger, {other, {}, "", {}, [](std::uint64_t, std::uint64_t) { return false; }}).error().kind, ErrorKind::Refused);
  EXPECT_EQ(makePackage(*ledger, {folder.path() / "khong-co" / "x.kpz", {}, "", {}, {}}).error().kind, ErrorKind::Io);
  EXPECT_FALSE(isLeft(folder.path(), "khac"));
  EXPECT_EQ(makePackage(*ledger, {other, {}, "", {"Người Lạ Nào"}, {}}).has_value(), true) << "no PINs: by role only";
}

// Regression: names of contests that are no file names.
TEST(EntryName, IsOfItsOwnAndPlain) {
  EXPECT_EQ(entryNameOf("bch"), "bch");
  EXPECT_EQ(entryNameOf("../a b%"), "..%2Fa%20b%25");
  EXPECT_EQ(entryNameOf("Đ"), "%C4%90");
}

// Regression: a copy is called good without having been read back; a copy on the congress file's own disk counts as a medium.
TEST_F(Packaging, CopyIsReadBackAndRecorded) {
  countAndPack();
  const auto stick = folder.path() / "usb";
  std::filesystem::create_directory(stick);
  std::vector<std::uint64_t> steps;
  const auto copy =
      saveToMedium(*ledger, {package(), stick, {}, [&](std::uint64_t done, std::uint64_t) { return steps.push_back(done), true; }});
  ASSERT_TRUE(copy) << copy.error().what;
  EXPECT_EQ(bytesOf(stick / "goi.kpz"), bytesOf(package()));
  EXPECT_EQ(copy->hash, hashOf(bytesOf(package())));
  EXPECT_TRUE(copy->medium.withCongressFile) << "the test's folder is on the congress file's disk";
  EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end()));
  EXPECT_EQ(steps.back(), 2 * copy->size);
  const auto again = saveToMedium(*ledger, {package(), stick, {}, {}});
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->wasThere);
  const auto state = archiveState(*ledger);
  ASSERT_TRUE(state);
  EXPECT_THAT(state->copies, SizeIs(2));
  EXPECT_EQ(state->media, 0) << "the congress file's own disk is no medium";
  EXPECT_TRUE(state->current);
  EXPECT_FALSE(state->done());
  EXPECT_FALSE(isLeft(stick, ".part"));
}

// Regression: a faulty stick, a stick pulled out, or a stop in between passes as a copy, or leaves a file that looks like one.
TEST_F(Packaging, FailedCopiesSayWhyAndLeaveNothing) {
  countAndPack();
  const auto stick = folder.path() / "usb";
  const auto part = stick / ".goi.kpz.part";
  const auto atReadBack = [&](const std::function<void()>& act) {
    return [&, act, acted = false](std::uint64_t done, std::uint64_t total) mutable {
      if (!acted && done >= total / 2) act(), acted = true;
      return true;
    };
  };
  const auto outcome = [&] { return archiveState(*ledger)->copies.back().outcome; };
  std::filesystem::create_directory(stick);
  auto damaged = saveToMedium(*ledger, {package(), stick, {}, atReadBack([&] {
                                          std::fstream file(part, std::ios::binary | std::ios::in | std::ios::out);
                                          file.seekp(1000).put('\x55').put('\xAA');
                                        })});
  EXPECT_EQ(damaged.error().kind, ErrorKind::Damaged);
  EXPECT_EQ(outcome(), "differs");
  EXPECT_THAT(std::filesystem::directory_iterator(stick), std::filesystem::directory_iterator());
  EXPECT_EQ(saveToMedium(*ledger, {package(), stick, {}, atReadBack([&] { std::filesystem::remove_all(stick); })}).error().kind,
            ErrorKind::NotFound);
  EXPECT_EQ(outcome(), "removed");
  EXPECT_EQ(saveToMedium(*ledger, {package(), stick, {}, {}}).error().kind, ErrorKind::NotFound) << "not there from the start";
  std::filesystem::create_directory(stick);
  EXPECT_EQ(saveToMedium(*ledger, {package(), stick, {}, [](std::uint64_t, std::uint64_t) { return false; }}).error().kind,
            ErrorKind::Refused);
  EXPECT_EQ(outcome(), "stopped");
  writeBytes(stick / "goi.kpz", "tệp khác");
  EXPECT_EQ(saveToMedium(*ledger, {package(), stick, {}, {}}).error().kind, ErrorKind::Refused);
  EXPECT_EQ(outcome(), "other-file-there");
  EXPECT_EQ(bytesOf(stick / "goi.kpz"), "tệp khác");
  EXPECT_EQ(archiveState(*ledger)->media, 0);
}

/// A stick of `size` bytes at `folder`. Who may not mount does it in a namespace of the test's own, as Debian 12 lets everybody.
void mountStick(const std::filesystem::path& folder, const std::string& size) {
  if (mount("none", folder.c_str(), "tmpfs", 0, size.c_str()) == 0) return;
  const auto user = getuid();
  const auto group = getgid();
  ASSERT_EQ(unshare(CLONE_NEWUSER | CLONE_NEWNS), 0) << "neither the right to mount nor a namespace of one's own";
  writeBytes("/proc/self/setgroups", "deny");
  writeBytes("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
  writeBytes("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
  ASSERT_EQ(mount("none", folder.c_str(), "tmpfs", 0, size.c_str()), 0);
}

// Regression: a full or locked stick is reported as something else; what a killed copy left makes a stick full for ever.
TEST_F(Packaging, FullAndLockedMedia) {
  countAndPack();
  const auto stick = folder.path() / "usb";
  std::filesystem::create_directory(stick);
  ASSERT_NO_FATAL_FAILURE(mountStick(stick, "size=64k"));
  EXPECT_EQ(saveToMedium(*ledger, {package(), stick, {}, {}}).error().kind, ErrorKind::Io);
  EXPECT_EQ(archiveState(*ledger)->copies.back().outcome, "full");
  const std::string room = "size=" + std::to_string(std::filesystem::file_size(package()) * 3 / 2);
  EXPECT_EQ(mount("none", stick.c_str(), "tmpfs", MS_REMOUNT, room.c_str()), 0);
  writeBytes(stick / ".goi.kpz.part", bytesOf(package()));  // of a program killed while it copied: its room is free for the copy
  const auto copy = saveToMedium(*ledger, {package(), stick, {}, {}});
  EXPECT_TRUE(copy) << copy.error().what;
  EXPECT_FALSE(copy->medium.withCongressFile);
  EXPECT_EQ(mount("none", stick.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=64m"), 0);
  std::filesystem::copy_file(package(), folder.path() / "hai.kpz");
  EXPECT_EQ(saveToMedium(*ledger, {folder.path() / "hai.kpz", stick, {}, {}}).error().kind, ErrorKind::Io);
  EXPECT_EQ(umount(stick.c_str()), 0);
  const auto last = ledger->journal().list()->back().details;
  EXPECT_THAT(last, HasSubstr("outcome=not-writable"));
}

// Regression: archiving counts as done although the file went on after the package was made.
TEST_F(Packaging, PackageIsNoLongerCurrentAfterAnAct) {
  countAndPack();
  EXPECT_TRUE(archiveState(*ledger)->current);
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
  EXPECT_FALSE(archiveState(*ledger)->current);
  EXPECT_FALSE(archiveState(*ledger)->done());
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Searching past congresses: files and packages of a folder, however written, damaged ones listed.
#include "count/archive_search.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "count/packaging.h"
#include "counted_day.h"
#include "formats/search_text.h"

using namespace kp;
using namespace kp::testing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class Archive : public CountedDay {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(archive() / "2020" / "huyen");
    Congress congress = congressOf({strikeContest()});
    congress.info.name = "Đại hội Đảng bộ huyện Đức Mẫu";
    congress.contests.front().candidates[0].name = "Nguyễn Đức Thắng";
    congress.contests.front().candidates[3].name = "Trần Thị Ánh";
    begin(congress, "a.kiemphieu");
    countAll();
    close();
  }
  std::filesystem::path archive() const { return folder.path() / "luu-tru"; }
  /// The congress at rest, under a name in the archive.
  void file(const std::string& name) {
    const auto path = ledger->path();
    ledger.reset();
    std::filesystem::copy_file(path, archive() / name);
    ledger = std::make_unique<Ledger>(*Ledger::open(path, Ledger::Mode::ReadWrite));
  }
  ArchiveIndex index() const { return std::move(*ArchiveIndex::open(folder.path() / "cache" / "index.sqlite")); }
  static std::size_t found(const ArchiveIndex& index, const std::string& question) { return searchArchive(index, question)->hits.size(); }
};

}  // namespace

// Regression: people type without diacritics and capitals, in any order, and figures as they stand on the minutes.
TEST_F(Archive, FindsContestPersonAndFigure) {
  file("2020/huyen/a.kiemphieu");
  ArchiveIndex i = index();
  const auto report = refreshArchive(i, archive());
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->read, 1u);
  for (const char* question : {"Nguyễn Đức Thắng", "nguyen duc thang", "THANG nguyen", "duc tha", "thắng bch", "thang duc mau"}) {
    const auto hits = searchArchive(i, question);
    ASSERT_TRUE(hits) << hits.error().what;
    ASSERT_EQ(hits->hits.size(), 1u) << question;
    const ArchivedRow& row = hits->hits.front().row;
    EXPECT_EQ(row.candidate, "Nguyễn Đức Thắng");
    EXPECT_EQ(row.number, 1);
    EXPECT_EQ(row.votes, 8);
    EXPECT_EQ(row.percent, "80.00");
    EXPECT_TRUE(row.elected);
    EXPECT_TRUE(row.closed);
    EXPECT_EQ(row.contest, "Bầu Ban Chấp hành");
    EXPECT_EQ(hits->hits.front().path, archive() / "2020/huyen/a.kiemphieu");
  }
  EXPECT_EQ(found(i, "thang anh"), 0u) << "all words in one line";
  EXPECT_EQ(found(i, "20.00"), 1u) << "Trần Thị Ánh, 2 of 10";
  EXPECT_EQ(searchArchive(i, "20.00")->hits.front().row.candidate, "Trần Thị Ánh");
  EXPECT_EQ(found(i, "thang 80"), 1u);
  EXPECT_EQ(found(i, "thang 0"), 0u) << "figures whole: 0 is not the beginning or end of 80";
  EXPECT_EQ(found(i, "ban chap hanh"), 6u) << "the contest and its five candidates";
  EXPECT_EQ(found(i, ""), 1u) << "all contests";
  for (const char* wild : {"\"", "*", "AND OR NOT", "a\" OR \"b", "(", "NEAR(", "-", "^x", "%%", "'; DROP TABLE lines; --"})
    EXPECT_TRUE(searchArchive(i, wild)) << wild;
  EXPECT_EQ(found(i, "nguyen duc thang"), 1u);
  EXPECT_EQ(searchArchive(i, "ban", 2)->hits.size(), 2u);
  EXPECT_EQ(searchArchive(i, "ban", 2)->total, 6u);
}

// Regression: packages on the shelf are not searched, or say something else than the file they came from.
TEST_F(Archive, PackagesSayTheSame) {
  ASSERT_TRUE(makePackage(*ledger, {archive() / "goi.KPZ", {}, "", {}, {}}));
  ArchiveIndex i = index();
  const auto report = refreshArchive(i, archive());
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_THAT(report->damaged, IsEmpty());
  const auto hits = searchArchive(i, "duc thang");
  ASSERT_EQ(hits->hits.size(), 1u);
  EXPECT_EQ(hits->hits.front().row.votes, 8);
  EXPECT_TRUE(hits->hits.front().row.elected);
  EXPECT_EQ(hits->hits.front().row.returned, 9);
}

// Regression: one damaged file stops the search of all others, or is passed over in silence.
TEST_F(Archive, DamagedFilesAreListedWithTheirReason) {
  file("2020/a.kiemphieu");
  writeBytes(archive() / "hong.kiemphieu", bytesOf(archive() / "2020/a.kiemphieu").substr(0, 20000));
  writeBytes(archive() / "rong.kiemphieu", "");
  writeBytes(archive() / "thu.kpz", "không phải gói");
  writeBytes(archive() / "ghi-chu.txt", "Nguyễn Đức Thắng");
  ArchiveIndex i = index();
  const auto report = refreshArchive(i, archive());
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->files, 4u);
  ASSERT_THAT(report->damaged, SizeIs(3));
  for (const ArchivedFile& damaged : report->damaged) EXPECT_FALSE(damaged.problem.empty()) << damaged.path;
  EXPECT_EQ(found(i, "duc thang"), 1u);
  EXPECT_THAT(refreshArchive(i, archive())->damaged, SizeIs(3)) << "also when nothing changed";
  EXPECT_EQ(refreshArchive(i, archive() / "khong-co").error().kind, ErrorKind::NotFound);
}

// Regression: every start reads the whole archive again; or a changed, moved or removed file still shows what it was.
TEST_F(Archive, OnlyWhatChangedIsReadAgain) {
  file("a.kiemphieu");
  {
    ArchiveIndex i = index();
    ASSERT_TRUE(refreshArchive(i, archive()));
  }
  ArchiveIndex i = index();
  EXPECT_EQ(refreshArchive(i, archive())->read, 0u);
  const auto time = std::filesystem::last_write_time(archive() / "a.kiemphieu");
  {
    auto other = Ledger::open(archive() / "a.kiemphieu", Ledger::Mode::ReadWrite);
    ASSERT_TRUE(other);
    ASSERT_TRUE(reopenContest(*other, "bch", kTwo, "đếm lại"));
  }
  std::filesystem::last_write_time(archive() / "a.kiemphieu", time);  // a copy that keeps times
  EXPECT_EQ(refreshArchive(i, archive())->read, 1u) << "size and time are the same, the content is not";
  EXPECT_FALSE(searchArchive(i, "duc thang")->hits.front().row.closed);
  std::filesystem::remove(archive() / "a.kiemphieu");
  const auto report = refreshArchive(i, archive());
  EXPECT_EQ(report->gone, 1u);
  EXPECT_EQ(found(i, "duc thang"), 0u);
}

// Regression: a damaged index stops the search for good; a file that is none is overwritten.
TEST_F(Archive, IndexIsACacheAndTouchesNothingElse) {
  file("a.kiemphieu");
  const auto at = folder.path() / "cache" / "index.sqlite";
  {
    ArchiveIndex i = index();
    ASSERT_TRUE(refreshArchive(i, archive()));
  }
  std::string bytes = bytesOf(at);
  ASSERT_GT(bytes.size(), 8192u);
  for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  writeBytes(at, bytes);
  ArchiveIndex again = index();
  EXPECT_EQ(refreshArchive(again, archive())->read, 1u);
  EXPECT_EQ(found(again, "duc thang"), 1u);
  const std::string before = bytesOf(archive() / "a.kiemphieu");
  EXPECT_EQ(ArchiveIndex::open(archive() / "a.kiemphieu").error().kind, ErrorKind::Refused);
  EXPECT_EQ(bytesOf(archive() / "a.kiemphieu"), before);
}

// Regression: a kill or a power cut soon after the index was made left its mark in SQLite's log only; the search then called it somebody else's file for ever.
TEST_F(Archive, IndexOfAProgramKilledIsUsedOrMadeAnew) {
  const auto file = folder.path() / "cache" / "index.sqlite";
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto index = ArchiveIndex::open(file);
    raise(SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  const auto index = ArchiveIndex::open(file);
  ASSERT_TRUE(index) << index.error().what;
  EXPECT_TRUE(index->files());
}

// Regression: đ, which decomposes into nothing, and letters with two marks.
TEST(SearchText, FoldsVietnamese) {
  EXPECT_EQ(searchText("Đặng THỊ Ngọc Ẩn – Nguyễn Đức"), "dang thi ngoc an – nguyen duc");
  EXPECT_EQ(searchText("Nguye\xCC\x82\xCC\x83n"), "nguyen") << "decomposed on the way in";
  EXPECT_THAT(searchWords("  Hà\tNội\n"), ::testing::ElementsAre("ha", "noi"));
  EXPECT_EQ(searchText("\xFF"), "\xFF");
}

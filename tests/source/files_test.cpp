// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "scanner/source/page_source.h"

namespace kp {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/kp-files-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    m_folder = name;
  }
  void TearDown() override { fs::remove_all(m_folder); }
  void put(const std::string& name, const std::string& text = "x") const {
    fs::create_directories((m_folder / name).parent_path());
    std::ofstream(m_folder / name) << text;
  }
  /// Names of the listing, relative to the folder.
  std::vector<std::string> names(const std::vector<std::string>& sources) const {
    const auto found = listSources(sources);
    if (!found) return {found.error().what};
    std::vector<std::string> list;
    for (const fs::path& path : *found) list.push_back(path.lexically_relative(m_folder).string());
    return list;
  }
  fs::path m_folder;
};

// Plain order would give s10 before s2, and the pages of one ballot would be torn apart.
TEST_F(Files, NaturalOrder) {
  for (const char* name : {"s10.jpg", "s2.jpg", "s1.jpg", "s100.jpg", "b/s3.jpg", "b 2/s1.jpg"}) put(name);
  EXPECT_EQ(names({m_folder.string()}), (std::vector<std::string>{"b/s3.jpg", "b 2/s1.jpg", "s1.jpg", "s2.jpg", "s10.jpg", "s100.jpg"}));
  EXPECT_EQ(names({m_folder / "s10.jpg", m_folder / "s2.jpg"}), (std::vector<std::string>{"s2.jpg", "s10.jpg"}))
      << "the shell gives them in plain order";
}

TEST_F(Files, SidecarsAndHiddenFilesStayOut) {
  for (const char* name : {"s1.jpg", ".hidden.jpg", ".git/x.jpg", "truth.jsonl", "truth.JSON", "list.csv", "Thumbs.db", "count.kiemphieu",
                           "s2.jpg.part", "s3.jpg~"})
    put(name);
  EXPECT_EQ(names({m_folder.string()}), std::vector<std::string>{"s1.jpg"});
}

// The same file by two names of the command line must not be taken in twice.
TEST_F(Files, AFileNamedTwiceIsListedOnce) {
  put("s1.jpg");
  EXPECT_EQ(names({m_folder.string(), (m_folder / "s1.jpg").string(), (m_folder / "." / "s1.jpg").string()}),
            std::vector<std::string>{"s1.jpg"});
}

TEST_F(Files, MissingSourceIsNotFound) {
  const auto found = listSources({(m_folder / "nowhere").string()});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().kind, ErrorKind::NotFound);
  EXPECT_NE(found.error().what.find("nowhere"), std::string::npos);
}

TEST_F(Files, EmptyFolderIsAnEmptyList) { EXPECT_TRUE(names({m_folder.string()}).empty()); }

// A memory stick pulled out between listing and reading: an error for the file, no crash.
TEST_F(Files, FolderThatVanishes) {
  put("batch/s1.jpg");
  const auto found = listSources({(m_folder / "batch").string()});
  ASSERT_TRUE(found);
  fs::remove_all(m_folder / "batch");
  const auto bytes = readFile(found->front());
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ErrorKind::NotFound);
  EXPECT_EQ(listSources({(m_folder / "batch").string()}).error().kind, ErrorKind::NotFound);
}

// The same while the folder is being walked, many times over.
TEST_F(Files, FolderThatVanishesWhileItIsWalked) {
  std::atomic<bool> stop = false;
  std::thread other([&] {
    while (!stop) {
      for (int i = 0; i < 50; ++i) put("batch/" + std::to_string(i) + "/s.jpg");
      std::error_code ignored;
      fs::remove_all(m_folder / "batch", ignored);
    }
  });
  int listed = 0;
  for (int i = 0; i < 200; ++i) listed += listSources({m_folder.string()}).has_value() ? 1 : 0;
  stop = true;
  other.join();
  EXPECT_GE(listed, 0);
}

TEST_F(Files, BytesAreUnchanged) {
  const std::string bytes("\0\r\n\xFF text \x1A end", 16);
  put("s1.jpg", bytes);
  EXPECT_EQ(readFile(m_folder / "s1.jpg").value(), bytes);
}

TEST_F(Files, AFolderIsNoFile) { EXPECT_EQ(readFile(m_folder).error().kind, ErrorKind::Io); }

// A sparse file of 513 MB: refused by its size, never read.
TEST_F(Files, TooLargeIsRefused) {
  put("s1.tif");
  fs::resize_file(m_folder / "s1.tif", kMaxFileBytes + 1);
  EXPECT_EQ(readFile(m_folder / "s1.tif").error().kind, ErrorKind::BadInput);
}

TEST(CompareNatural, IsAnOrder) {
  const std::vector<std::string> sorted = {
      "", "1", "01", "2", "10", "a", "a1", "a1b", "a01b2", "a2", "a10", "a99999999999999999999998", "a99999999999999999999999", "b"};
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t j = 0; j < sorted.size(); ++j) {
      if (sorted[i] == "01" || sorted[j] == "01") continue;  // equal as a number: only its sign is fixed, below
      const int order = compareNatural(sorted[i], sorted[j]);
      EXPECT_EQ(order < 0, i < j) << sorted[i] << " ? " << sorted[j];
      EXPECT_EQ(order == 0, i == j) << sorted[i] << " ? " << sorted[j];
    }
  EXPECT_NE(compareNatural("01", "1"), 0);
  EXPECT_EQ(compareNatural("01", "1") < 0, compareNatural("1", "01") > 0);
}

}  // namespace
}  // namespace kp

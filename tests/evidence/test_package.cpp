// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/package.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "evidence/package_manifest.h"
#include "evidence/running_hash.h"
#include "evidence/sha256.h"
#include "sample_statement.h"

namespace kp {
namespace {

using test::sampleKey;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Package : public ::testing::Test {
 protected:
  void SetUp() override {
    folder = std::filesystem::path(testing::TempDir()) /
             ("kp-package-" + std::to_string(getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder);
    file = folder / "a.kpz";
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  void make(const std::filesystem::path& path, const std::vector<std::pair<std::string, std::string>>& entries) {
    auto writer = PackageWriter::create(path, 1444900000);
    ASSERT_TRUE(writer) << writer.error().what;
    for (const auto& [name, bytes] : entries) ASSERT_TRUE(writer->add(name, bytes)) << name;
    ASSERT_TRUE(writer->finish(sampleKey().secretKey));
  }
  std::string bytes() const {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& content) const { std::ofstream(file, std::ios::binary) << content; }

  const std::vector<std::pair<std::string, std::string>> sample = {
      {"congress.json", std::string(5000, '{')},
      {"journal.jsonl", "dòng 1\ndòng 2\n"},
      {"images/s00012.jpg", std::string("\xFF\xD8") + std::string(100000, 'x')},
      {"records/empty.jsonl", ""}};
  std::filesystem::path folder, file;
};

}  // namespace

// Regression: what goes into the archive does not come out the same, or an intact package is called damaged.
TEST_F(Package, IntactOneIsSoundAndGivesItsEntries) {
  make(file, sample);
  const auto check = checkPackage(file);
  ASSERT_TRUE(check) << check.error().what;
  EXPECT_THAT(check->findings, IsEmpty());
  EXPECT_EQ(check->key, sampleKey().publicKey);
  ASSERT_EQ(check->entries.size(), sample.size());
  for (const auto& [name, content] : sample) EXPECT_EQ(readFromPackage(file, name).value(), content) << name;
  EXPECT_EQ(readFromPackage(file, "khac").error().kind, ErrorKind::NotFound);
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".part"));
}

// Regression: an image stored in the package can be changed without anybody noticing. Bytes all over the file are changed in turn.
TEST_F(Package, ChangedByteIsFoundOrHarmless) {
  make(file, {{"a.jsonl", "một\nhai\n"}, {"images/s1.jpg", std::string(300, 'p')}});
  const std::string good = bytes();
  const auto before = checkPackage(file);
  for (std::size_t i = 0; i < good.size(); i += 7) {
    std::string other = good;
    other[i] = static_cast<char>(other[i] ^ 0x20);
    write(other);
    const auto check = checkPackage(file);
    // Zip has fields nobody reads (times, permissions); then all that counts must be as before.
    if (check && check->sound()) {
      EXPECT_EQ(check->entries, before->entries) << "byte " << i;
      EXPECT_EQ(readFromPackage(file, "images/s1.jpg").value_or(""), std::string(300, 'p')) << "byte " << i;
    }
  }
  std::string other = good;
  other[good.find("pppp") + 100] = 'q';
  write(other);
  const auto check = checkPackage(file);
  EXPECT_TRUE(!check || !check->sound());
}

// Regression: a copy that broke off (stick pulled out) is taken as good.
TEST_F(Package, CutOffOneIsRefused) {
  make(file, sample);
  const std::string good = bytes();
  for (std::size_t length : {std::size_t{0}, std::size_t{10}, good.size() / 2, good.size() - 1}) {
    write(good.substr(0, length));
    EXPECT_FALSE(checkPackage(file)) << length;
  }
  EXPECT_EQ(checkPackage(folder / "none.kpz").error().kind, ErrorKind::NotFound);
  write("đây là văn bản");
  EXPECT_EQ(checkPackage(file).error().kind, ErrorKind::BadInput);
}

// Regression: an entry that was put in, taken out or replaced with the zip tool everybody has is not named.
TEST_F(Package, AddedRemovedAndReplacedEntriesAreNamed) {
  const auto findingsAfter = [this](const std::string& command) {
    make(file, sample);
    EXPECT_EQ(std::system(("cd '" + folder.string() + "' && " + command + " >/dev/null 2>&1").c_str()), 0) << command;
    const auto check = checkPackage(file);
    EXPECT_TRUE(check);
    return check ? check->findings : std::vector<std::string>();
  };
  const std::string python =
      "python3 -c \"import zipfile,sys; z=zipfile.ZipFile('a.kpz'); d=[(i.filename,z.read(i)) for i in z.infolist()]; z.close(); ";
  const std::string save = "z=zipfile.ZipFile('a.kpz','w'); [z.writestr(n,b) for n,b in d]; z.close()\"";
  EXPECT_THAT(findingsAfter(python + save), IsEmpty());
  EXPECT_THAT(findingsAfter(python + "d.append(('them.txt',b'x')); " + save), ElementsAre(HasSubstr("“them.txt” được thêm vào")));
  EXPECT_THAT(findingsAfter(python + "d=[x for x in d if x[0]!='journal.jsonl']; " + save),
              ElementsAre(HasSubstr("Thiếu “journal.jsonl”")));
  for (const char* changed : {"b'x'", "b'x'*len(b)"}) {
    const std::string replaced = std::string("d=[(n,") + changed + " if n=='congress.json' else b) for n,b in d]; ";
    EXPECT_THAT(findingsAfter(python + replaced + save), ElementsAre(HasSubstr("“congress.json” đã bị sửa")));
  }
}

// Regression: a package can write outside its folder when unpacked, or pass off its own manifest.
TEST_F(Package, NamesThatReachOutAreRefused) {
  auto writer = PackageWriter::create(file, 0);
  ASSERT_TRUE(writer);
  for (const char* name :
       {"", "/etc/x", "../x", "a/../b", "a//b", "a\\b", "C:x", "a\nb", "manifest.txt", "manifest.sig", "./a", "tờ 12.jpg"})
    EXPECT_FALSE(writer->add(name, "x")) << name;
  EXPECT_TRUE(writer->add("a/b", "x"));
  EXPECT_FALSE(writer->add("a/b", "y"));
}

// Regression: a package half written (program stopped) lies there under its final name.
TEST_F(Package, UnfinishedOneLeavesNothing) {
  {
    auto writer = PackageWriter::create(file, 0);
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->add("a", "x"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  EXPECT_EQ(PackageWriter::create(folder / "no" / "a.kpz", 0).error().kind, ErrorKind::Io);
}

// Regression: the same count packed twice gives two packages that cannot be compared.
TEST_F(Package, SameContentSameBytes) {
  make(file, sample);
  const std::string first = bytes();
  make(file, sample);
  EXPECT_EQ(bytes(), first);
}

// Regression: a congress file of several GB must be held in memory to be packed or unpacked; what comes out is not what went in.
TEST_F(Package, FilesGoInAndOutBlockByBlock) {
  std::string content(3 * 1000 * 1000 + 7, '\0');
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>(i * 131 + i / 977);
  const auto large = folder / "large.bin", again = folder / "again.bin";
  std::ofstream(large, std::ios::binary) << content;
  auto writer = PackageWriter::create(file, 1);
  ASSERT_TRUE(writer);
  std::uint64_t told = 0;
  ASSERT_TRUE(writer->addFile("congress.kiemphieu", large, [&](std::uint64_t done, std::uint64_t size) {
    EXPECT_GT(done, told);
    EXPECT_EQ(size, content.size());
    told = done;
    return true;
  }));
  EXPECT_EQ(told, content.size());
  EXPECT_EQ(writer->addFile("congress.kiemphieu", large).error().kind, ErrorKind::BadInput) << "the name is taken";
  EXPECT_EQ(writer->addFile("b", folder / "none").error().kind, ErrorKind::Io);
  ASSERT_TRUE(writer->add("a.txt", "a"));
  ASSERT_TRUE(writer->finish(sampleKey().secretKey));
  const auto check = checkPackage(file);
  ASSERT_TRUE(check) << check.error().what;
  EXPECT_THAT(check->findings, IsEmpty());
  ASSERT_TRUE(unpackEntry(file, "congress.kiemphieu", again));
  std::ifstream in(again, std::ios::binary);
  EXPECT_TRUE((std::string{std::istreambuf_iterator<char>(in), {}} == content));
  EXPECT_EQ(unpackEntry(file, "congress.kiemphieu", again).error().kind, ErrorKind::Refused) << "never over a file";
  EXPECT_EQ(unpackEntry(file, "none", folder / "none").error().kind, ErrorKind::NotFound);
  EXPECT_FALSE(std::filesystem::exists(folder / "none"));
  EXPECT_EQ(unpackEntry(file, "a.txt", "/dev/full/x").error().kind, ErrorKind::Io);
}

// Regression: what is searched of a package brings its images into memory, or a package made to fill the memory does.
TEST_F(Package, EntriesAreReadByNameAndWithinALimit) {
  make(file, sample);
  const auto text = [](const std::string& name) { return name.find("images/") == std::string::npos; };
  const auto entries = readEntries(file, text, 10000);
  ASSERT_TRUE(entries) << entries.error().what;
  EXPECT_EQ(entries->size(), 5u) << "three of the sample and the manifest's two";
  EXPECT_EQ(entries->at("journal.jsonl"), "dòng 1\ndòng 2\n");
  EXPECT_EQ(readEntries(file, text, 4000).error().kind, ErrorKind::BadInput);
}

// Regression: SHA-256 is another function (FIPS 180-4, appendix B.1), or bytes that come in pieces hash to something else.
TEST(Hashes, AreThePublishedOnes) {
  std::string hex;
  for (const auto byte : sha256("abc")) {
    char digits[3];
    std::snprintf(digits, sizeof digits, "%02x", byte);
    hex += digits;
  }
  EXPECT_EQ(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  RunningHash pieces;
  pieces.add("ab");
  pieces.add("");
  pieces.add("c");
  EXPECT_EQ(pieces.finish(), hashOf("abc"));
  EXPECT_EQ(hashOfFile("/does/not/exist").error().kind, ErrorKind::NotFound);
}

// Regression: a manifest of another form is read as ours.
TEST(PackageManifest, ReadsOnlyWhatItWrites) {
  manifest::Manifest m{sampleKey().publicKey, {{"a.txt", 12, {}}}};
  const std::string text = manifest::write(m);
  ASSERT_TRUE(manifest::read(text));
  EXPECT_EQ(manifest::read(text)->entries, m.entries);
  for (std::size_t i = 0; i < text.size(); ++i) (void)manifest::read(text.substr(0, i));
  EXPECT_FALSE(manifest::read(text.substr(0, text.size() - 1)));
  EXPECT_FALSE(manifest::read(text + "x"));
  EXPECT_FALSE(manifest::read("kiemphieu-package/2" + text.substr(19)));
  std::string padded = text;
  padded.replace(padded.find(" 12 "), 4, " 012 ");
  EXPECT_FALSE(manifest::read(padded));
}

}  // namespace kp

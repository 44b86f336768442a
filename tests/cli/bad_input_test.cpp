// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input from outside: one line that says what is wrong, the right exit code, nothing lost. Each case is a file somebody will hand in one day.
#include <gtest/gtest.h>

#include <map>

#include "program.h"

using namespace kp::testing;
using nlohmann::json;

namespace {

/// A PNG that is nothing but a header of this size; the checksum is right, so that only the size can be refused.
std::string pngHeader(std::uint32_t width, std::uint32_t height) {
  const auto number = [](std::uint32_t n) {
    return std::string{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8), static_cast<char>(n)};
  };
  const std::string chunk = "IHDR" + number(width) + number(height) + std::string("\x08\x00\x00\x00\x00", 5);
  std::uint32_t crc = 0xffffffffu;
  for (const unsigned char byte : chunk) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
  }
  return "\x89PNG\r\n\x1a\n" + number(13) + chunk + number(~crc);
}

void expectRefusedDefinition(const json& definition, const std::string& part) {
  const Folder folder;
  const std::string file = folder / "x.kiemphieu";
  const Ran ran = run({"congress", "create", file, "--from", folder.write("x.json", definition.dump())});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.errLines(), 1u) << ran.err;
  EXPECT_NE(ran.err.find(part), std::string::npos) << ran.err;
  EXPECT_FALSE(std::filesystem::exists(file)) << "nothing half-made is left";
}

class BadInput : public ::testing::Test {
 protected:
  void SetUp() override {
    const Ran made = run({"congress", "create", file, "--from", folder.write("thu.json", definition().dump())});
    ASSERT_EQ(made.code, 0) << made.err;
  }
  Folder folder;
  const std::string file = folder / "thu.kiemphieu";
};

}  // namespace

TEST_F(BadInput, FilesThatAreNoScansAreRecordedAndTheRunGoesOn) {
  ASSERT_EQ(run({"rehearse", file, "bch", "--ballots", "2", "--profile", "clean", "-o", folder / "deck"}).code, 0);
  const std::string good = bytesOf(folder / "deck/s00001.jpg");
  folder.write("deck/a-cut.jpg", good.substr(0, good.size() / 2));
  folder.write("deck/b-empty.jpg", "");
  folder.write("deck/c-huge.png", pngHeader(50000, 50000));
  folder.write("deck/d-text.jpg", "Kính gửi Ban kiểm phiếu");
  folder.write("deck/e-empty-too.tif", "");
  const Ran ran = run({"scan", file, "--contest", "bch", folder / "deck"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  std::map<std::string, json> records;
  for (const json& record : jsonLines(run({"records", file, "bch"}).out)) records[record["source"]] = record;
  ASSERT_EQ(records.size(), 7u);
  for (const char* name : {"a-cut.jpg", "b-empty.jpg", "c-huge.png", "d-text.jpg", "e-empty-too.tif"}) {
    EXPECT_EQ(records[name]["state"], "set-aside") << name;
    EXPECT_EQ(records[name]["reasons"][0]["why"], "page-damaged") << name;
    EXPECT_NE(ran.err.find(std::string(name) + ": "), std::string::npos) << "reported by name: " << ran.err;
  }
  EXPECT_EQ(records["s00001.jpg"]["state"], "counted");
  EXPECT_EQ(records["s00002.jpg"]["state"], "counted") << "the sheet after the bad ones is read";
}

TEST_F(BadInput, FolderThatIsNotThereIsNamed) {
  const Ran ran = run({"scan", file, "--contest", "bch", folder / "gone"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.errLines(), 1u);
  EXPECT_NE(ran.err.find("gone"), std::string::npos);
  EXPECT_EQ(run({"scan", file, "--contest", "bch", folder / "."}).code, 1) << "a folder without scans";
}

TEST_F(BadInput, FileThatIsNoCongressFileIsRefusedAndNotTouched) {
  const std::string other = folder.write("other.kiemphieu", "this is no database");
  for (const char* command : {"scan", "records", "result", "close", "verify"}) {
    std::vector<std::string> arguments{command, other};
    if (std::string(command) != "verify") arguments.push_back("bch");
    if (std::string(command) == "close") arguments.insert(arguments.end(), {"--by", kBy});
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 1) << command;
    EXPECT_EQ(ran.errLines(), 1u) << command << ": " << ran.err;
  }
  EXPECT_EQ(bytesOf(other), "this is no database");
  EXPECT_EQ(run({"congress", "create", file, "--from", folder / "thu.json"}).code, 1) << "never over an existing file";
}

TEST_F(BadInput, WrongUsageIsExitCodeTwo) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"count"},
                                             {"scan", file},
                                             {"scan", file, "x", "--pass", "0"},
                                             {"figures", "set", file, "bch", "--convened", "nhiều"},
                                             {"rule", file, "bch", "1", "--by", kBy},
                                             {"rule", file, "bch", "1", "--by", kBy, "--valid", "--invalid", "R-18"},
                                             {"rule", file, "bch", "1", "--valid"},
                                             {"result", file, "bch", "--lang", "fr"}}) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 2) << ::testing::PrintToString(arguments);
    EXPECT_EQ(ran.errLines(), 1u) << ran.err;
    EXPECT_TRUE(ran.out.empty());
  }
  EXPECT_EQ(run({"--help"}).code, 0);
}

TEST_F(BadInput, RefusalsAreOneLineInTheLanguageAsked) {
  const Ran vi = run({"result", file, "khong-co"}), en = run({"--lang", "en", "result", file, "khong-co"});
  EXPECT_EQ(vi.code, 1);
  EXPECT_EQ(en.code, 1);
  EXPECT_NE(vi.err.find("Không có cuộc bầu"), std::string::npos) << vi.err;
  EXPECT_NE(en.err.find("no contest"), std::string::npos) << en.err;
  EXPECT_NE(en.err.find("bch"), std::string::npos) << "the contests there are";
}

TEST(BadDefinition, DuplicateIds) {
  json two = definition();
  two["contests"][0]["candidates"][1]["id"] = "c1";
  expectRefusedDefinition(two, "c1");
  json contests = definition();
  contests["contests"][1]["id"] = "bch";
  expectRefusedDefinition(contests, "bch");
}

TEST(BadDefinition, ZeroSeats) {
  json none = definition();
  none["contests"][0]["seats"] = 0;
  expectRefusedDefinition(none, "seats");
}

TEST(BadDefinition, ThreeHundredCandidates) {
  json many = definition();
  auto& list = many["contests"][0]["candidates"];
  list.clear();
  for (int i = 0; i < 300; ++i)
    list.push_back({{"id", "c" + std::to_string(i)}, {"name", "Nguyễn Văn Số " + std::to_string(i)}, {"note", ""}});
  expectRefusedDefinition(many, "234");
}

TEST(BadDefinition, NameOfThreeHundredLetters) {
  json longName = definition();
  std::string name = "Nguyễn";
  while (name.size() < 600) name += " Văn";
  longName["contests"][0]["candidates"][0]["name"] = name;
  expectRefusedDefinition(longName, "100");
}

TEST(BadDefinition, WhatCannotBePrintedOrSignedIsRefusedAtOnceNotOnTheDay) {
  for (const char* name : {"Nguyễn Văn 😀", "阮文安"}) {
    json unprintable = definition();
    unprintable["contests"][0]["candidates"][0]["name"] = name;
    expectRefusedDefinition(unprintable, name);
  }
  json oneWord = definition();
  oneWord["contests"][0]["candidates"][0]["name"] = std::string(100, 'N');
  expectRefusedDefinition(oneWord, "NNN");
  json longContest = definition(), longCongress = definition();
  longContest["contests"][0]["id"] = std::string(65, 'x');
  expectRefusedDefinition(longContest, "64");
  longCongress["congress"]["id"] = std::string(65, 'x');
  expectRefusedDefinition(longCongress, "64");
}

TEST_F(BadInput, FiguresBeyondAnyCongressAreRefusedWhenEntered) {
  const Ran ran = run({"figures", "set", file, "bch", "--convened", "10000000"});
  EXPECT_EQ(ran.code, 1) << "the minutes' code could not hold it";
  EXPECT_NE(ran.err.find("10000000"), std::string::npos) << ran.err;
}

TEST(BadDefinition, NotJsonAtAll) {
  const Folder folder;
  for (const char* text : {"", "{", "[]", "\xff\xfe", "{\"format\":\"kiemphieu-congress/9\"}"}) {
    const Ran ran = run({"congress", "create", folder / "x.kiemphieu", "--from", folder.write("x.json", text)});
    EXPECT_EQ(ran.code, 1) << text;
    EXPECT_EQ(ran.errLines(), 1u) << ran.err;
  }
}

TEST(BadDefinition, DecomposedUnicodeIsComposed) {
  const Folder folder;
  json decomposed = definition();
  decomposed["contests"][0]["candidates"][0]["name"] = "Nguye\xcc\x82\xcc\x83n Va\xcc\x86n An";  // ê + tilde, a + breve, each apart
  const std::string file = folder / "x.kiemphieu";
  ASSERT_EQ(run({"congress", "create", file, "--from", folder.write("x.json", decomposed.dump())}).code, 0);
  EXPECT_NE(run({"congress", "show", file}).out.find("Nguyễn Văn An"), std::string::npos);
}

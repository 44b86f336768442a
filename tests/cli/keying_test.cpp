// SPDX-License-Identifier: GPL-3.0-or-later
// Counting without a scanner on the command line. Regressions: two passes, one scanned and one keyed, that cannot be compared; minutes that call a keyed pass
// scanned; a wrong line that shifts all ballots after it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "program.h"

using namespace kp::testing;
using nlohmann::json;

namespace {

class KeyCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    const Ran made = run({"congress", "create", file, "--from", folder.write("thu.json", definition().dump())});
    ASSERT_EQ(made.code, 0) << made.err;
    ok({"figures", "set", file, "bch", "--convened", "8", "--present", "8", "--issued", "8", "--returned", "8"});
  }
  Ran ok(const std::vector<std::string>& arguments, const std::string& input = {}) {
    Ran ran = run(arguments, input);
    EXPECT_EQ(ran.code, 0) << arguments[0] << ": " << ran.err;
    return ran;
  }
  std::vector<std::string> keyAs(int slot, const std::string& pass = "1") const {
    return {"key",    file, "bch",   "--operator", std::to_string(slot), "--by", slot == 1 ? "Người Một" : "Người Hai",
            "--pass", pass, "--json"};
  }
  json keyed(int slot, const std::string& input, const std::string& pass = "1") { return json::parse(ok(keyAs(slot, pass), input).out); }
  void ruleWhatWaits(const std::string& pass) {
    for (const json& record : jsonLines(ok({"records", file, "bch", "--pass", pass}).out))
      if (record["state"] == "review")
        ok({"rule", file, "bch", std::to_string(record["sheet"].get<int>()), "--by", kBy, "--invalid", record["rule"]});
  }
  Folder folder;
  const std::string file = folder / "thu.kiemphieu";
};

}  // namespace

TEST_F(KeyCommand, APassScannedAndAPassKeyedAgreeAndTheMinutesSayHow) {
  ok({"rehearse", file, "bch", "--ballots", "8", "--seed", "5", "--profile", "clean", "-o", folder / "deck"});
  ok({"scan", file, "--contest", "bch", folder / "deck"});
  const json candidates = definition()["contests"][0]["candidates"];
  std::string lines;
  for (const json& line : jsonLines(bytesOf(folder / "deck/truth.jsonl"))) {
    std::string struck;
    int number = 0;
    for (const json& candidate : candidates) {
      ++number;
      if (line["votes"][candidate["id"].get<std::string>()] == "no") struck += std::to_string(number) + " ";
    }
    lines += (struck.empty() ? "0" : struck) + "\n";
  }
  EXPECT_EQ(keyed(1, lines, "2")["agreed"], 0);
  const json done = keyed(2, lines, "2");
  EXPECT_EQ(done["agreed"], 8);
  EXPECT_EQ(done["finished"], true);
  EXPECT_EQ(run({"scan", file, "--contest", "bch", "--pass", "2", folder / "deck"}).code, 1) << "the keyed pile is not scanned on top";
  ruleWhatWaits("1");
  ruleWhatWaits("2");
  ok({"close", file, "bch", "--by", kBy});
  ok({"minutes", file, "bch", "-o", folder / "bienban.pdf"});
  ASSERT_EQ(std::system(("pdftotext -layout '" + (folder / "bienban.pdf") + "' '" + (folder / "bienban.txt") + "'").c_str()), 0);
  std::istringstream words(bytesOf(folder / "bienban.txt"));
  std::string text;
  for (std::string word; words >> word;) text += word + " ";
  EXPECT_NE(text.find("lượt 1 quét bằng máy, 8 tờ; lượt 2 do hai người nhập độc lập bằng bàn phím, 8 tờ"), std::string::npos) << text;
  EXPECT_EQ(json::parse(ok({"verify", file, "--json"}).out)["sound"], true);
  ok({"verify", folder / "bienban.pdf", file});
}

TEST_F(KeyCommand, DifferencesAreNamedAndKeyedAgainOrHandedOver) {
  keyed(1, "1 2\n1 2\n1 2\n");
  const Ran second = ok(keyAs(2), "1 2\n\n# một dòng ghi chú\n1 3\n3: 1 4\n");
  EXPECT_NE(second.err.find("Phiếu số 2: hai người nhập khác nhau ở số 2, 3"), std::string::npos) << second.err;
  json state = json::parse(second.out);
  EXPECT_EQ(state["differing"], json::parse("[2,3]"));
  EXPECT_EQ(state["again"], json::parse("[2,3]"));
  EXPECT_EQ(state["next"], 4);
  keyed(1, "2: 1 3\n");
  state = keyed(2, "2: 1 3\n");
  EXPECT_EQ(state["agreed"], 2);
  std::vector<std::string> refer = keyAs(1);
  refer.insert(refer.end(), {"--refer", "3"});
  EXPECT_EQ(json::parse(ok(refer).out)["referred"], 1);
  const auto records = jsonLines(ok({"records", file, "bch"}).out);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[2]["state"], "review");
  EXPECT_EQ(records[2]["source"], "keyed-00003");
}

TEST_F(KeyCommand, AWrongLineEndsTheRunAndSaysWhichAndWhatIsSafe) {
  const Ran ran = run(keyAs(1), "1 2\n1 9\n3\n");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.errLines(), 1U) << ran.err;
  EXPECT_NE(ran.err.find("dòng 2"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("số 9"), std::string::npos) << ran.err;
  EXPECT_EQ(keyed(1, {})["keyed"], 1);
  EXPECT_EQ(run({"key", file, "bch", "--operator", "3", "--by", "Người Một"}).code, 2);
  EXPECT_EQ(run({"key", file, "bch", "--operator", "1", "--by", "Người Một,Người Hai"}).code, 1);
  EXPECT_EQ(run({"key", file, "khong-co", "--operator", "1", "--by", "Người Một"}).code, 1);
}

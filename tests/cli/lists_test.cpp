// SPDX-License-Identifier: GPL-3.0-or-later
// Lists by the real program: looked through, taken into a contest, the result written as a table. A row left out without a word would be a candidate lost.
#include <gtest/gtest.h>

#include "program.h"

using namespace kp::testing;
using nlohmann::json;

namespace {

const std::string kList =
    "\xEF\xBB\xBFSTT;Họ và tên;Năm sinh\r\n1;PHAN THỬ ĐỨC;1970\r\n2;Phan Thử An;1971\r\n3;17;\r\n4;Lê Thử An;1972\r\n";

class Lists : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(run({"congress", "create", file, "--from", folder.write("d.json", definition().dump())}).code, 0);
    list = folder.write("danh-sach.csv", kList);
  }
  Folder folder;
  std::string file = folder / "dh.kiemphieu", list;
};

TEST_F(Lists, PreviewNamesEveryRow) {
  const Ran ran = run({"lists", "preview", list, "--json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json out = json::parse(ran.out);
  ASSERT_EQ(out["rows"].size(), 5u);
  EXPECT_EQ(out["rows"][1]["suggested"], "Phan Thử Đức");
  EXPECT_EQ(out["rows"][3]["state"], "rejected");
  EXPECT_NE(out["rows"][3]["why"].get<std::string>().find("17"), std::string::npos);
}

TEST_F(Lists, AContestFromAListAndItsResultAsTables) {
  const Ran added =
      run({"contest", "add", file, "--from", list, "--id", "them", "--title", "Bầu thử", "--seats", "2", "--sorted", "--title-case"});
  ASSERT_EQ(added.code, 0) << added.err;
  EXPECT_NE(added.err.find("4"), std::string::npos) << "the rejected row is named";
  const std::string shown = run({"congress", "show", file}).out;
  const auto first = shown.find("1. Lê Thử An (c01)"), third = shown.find("3. Phan Thử Đức (c03)");
  EXPECT_NE(first, std::string::npos) << shown;
  EXPECT_NE(third, std::string::npos) << shown;

  const Ran early = run({"export", file, "them", "-o", folder / "kq.xlsx"});
  EXPECT_EQ(early.code, 1);
  EXPECT_EQ(early.errLines(), 1u) << early.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "kq.xlsx"));
  EXPECT_EQ(run({"contest", "add", file, "--from", list, "--id", "them", "--title", "x", "--seats", "2"}).errLines(), 1u) << "id in use";

  ASSERT_EQ(run({"figures", "set", file, "them", "--convened", "5", "--present", "5", "--issued", "0", "--returned", "0"}).code, 0);
  const Ran closed = run({"close", file, "them", "--by", kBy});
  ASSERT_EQ(closed.code, 0) << closed.err;
  const Ran csv = run({"export", file, "them", "-o", folder / "kq.csv"}), xlsx = run({"export", file, "them", "-o", folder / "kq.xlsx"});
  EXPECT_EQ(csv.code, 0) << csv.err;
  EXPECT_EQ(xlsx.code, 0) << xlsx.err;
  EXPECT_NE(bytesOf(folder / "kq.csv").find("3;Phan Thử Đức;0;"), std::string::npos) << bytesOf(folder / "kq.csv");
  EXPECT_EQ(bytesOf(folder / "kq.xlsx").substr(0, 2), "PK");
  EXPECT_EQ(run({"export", file, "them", "-o", folder / "kq.pdf"}).code, 1);
}

}  // namespace

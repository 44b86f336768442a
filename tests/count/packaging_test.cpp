// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/packaging.h"

#include <fstream>
#include <set>

#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class WorkingCopy : public CountedDay {
 protected:
  std::set<std::string> namesIn(const std::filesystem::path& where) const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(where)) names.insert(entry.path().filename().string());
    return names;
  }
};

// Caught: a package written to a stick and a power cut at the wrong moment: what was left beside it was the whole congress file with the signing key and the PINs.
TEST_F(WorkingCopy, IsNotMadeWhereThePackageGoes) {
  const auto stick = folder.path() / "usb";
  std::filesystem::create_directory(stick);
  std::set<std::string> seen, beside;
  const auto look = [&](std::uint64_t, std::uint64_t) {
    seen.merge(namesIn(stick));
    beside.merge(namesIn(folder.path()));
    return true;
  };
  const auto made = makePackage(*ledger, {stick / "goi.kpz", {}, "0.1.0", {}, look});
  ASSERT_TRUE(made) << made.error().what;
  for (const std::string& name : seen) EXPECT_EQ(name.find(".handing-on"), std::string::npos) << name;
  for (const std::string& name : seen) EXPECT_EQ(name.find(".congress"), std::string::npos) << name;
  EXPECT_EQ(beside.count("thu.kiemphieu.handing-on"), 1u) << "it is looked for where it is";
  EXPECT_EQ(namesIn(stick), std::set<std::string>{"goi.kpz"});
}

TEST_F(WorkingCopy, AndWhatAKilledProgramLeftOfItIsTakenAway) {
  const auto before = namesIn(folder.path());
  for (const char* left : {".handing-on", ".handing-on.part99", ".handing-on.part99-journal"})
    std::ofstream(folder.path() / ("thu.kiemphieu" + std::string(left))) << "secrets";
  const auto made = makePackage(*ledger, {folder.path() / "goi.kpz", {}, "0.1.0", {}, {}});
  ASSERT_TRUE(made) << made.error().what;
  auto after = namesIn(folder.path());
  after.erase("goi.kpz");
  EXPECT_EQ(after, before);
}

}  // namespace

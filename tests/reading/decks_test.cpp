// SPDX-License-Identifier: GPL-3.0-or-later
// Small rehearsal decks of each profile: 0 wrong marks. The large decks and their figures are tests/accuracy's.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "scanner/rehearsal/rehearsal.h"
#include "scanner/source/page_source.h"
#include "sheet.h"

namespace kp {
namespace {

namespace fs = std::filesystem;
using namespace test;
using nlohmann::json;

struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "kp-reading-XXXXXX").string();
    path = fs::path(mkdtemp(name.data())) / "deck";
  }
  ~Folder() { fs::remove_all(path.parent_path()); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

/// As the project counts everywhere: wrong is a clear mark read as none or none read as a mark; a doubtful mark that was not sent to a person is `missed`;
/// `unsure` are clear ones sent to a person (no error, a cost).
struct Tally {
  int right = 0, unsure = 0, missed = 0, wrong = 0;
  std::string what;
  int all() const { return right + unsure + missed + wrong; }
};

/// `truth` has what is expected: none, mark, unsure (a person), "mark?" (a mark or a person, never none). A page's reason is a person too.
void addMark(Tally& tally, const json& truth, const PageReading& r, const MarkReading& m, const std::string& where) {
  const std::string expect = truth.at("expect");
  const bool person = m.state == MarkState::Unsure || !r.reasons.empty();
  const bool wrong =
      (expect == "none" && m.state == MarkState::Mark) || ((expect == "mark" || expect == "mark?") && m.state == MarkState::None);
  const bool missed = expect == "unsure" && !person, doubted = m.state == MarkState::Unsure && (expect == "none" || expect == "mark");
  ++(wrong ? tally.wrong : missed ? tally.missed : doubted ? tally.unsure : tally.right);
  if (wrong || missed || doubted)
    tally.what += "\n" + where + " " + expect + " (" + truth.value("class", "") + ") read as " + toString(m.state) + " " + m.why +
                  (wrong ? "  <-- wrong" : "");
}

/// A reason that a single page shows; the others are the count's (over-vote, page missing, seen before …).
bool shownByPage(const std::string& why) {
  for (const char* seen : {"extra-writing", "second-ink", "code-unreadable", "code-not-ours", "other-contest", "blank-sheet",
                           "page-damaged", "not-registered", "double-feed"})
    if (why == seen) return true;
  return false;
}

Tally readDeck(const Printed& printed, const fs::path& folder) {
  Tally tally;
  std::ifstream truth(folder / "truth.jsonl");
  for (std::string line; std::getline(truth, line);) {
    const json t = json::parse(line);
    const auto scan = decodePage(*readFile(folder / t.at("file").get<std::string>()), 0, true);
    EXPECT_TRUE(scan);
    const PageReading r = printed.reader().read(*scan);
    const std::string why = t.value("reason", ""), where = t.at("file").get<std::string>();
    if (shownByPage(why)) {
      EXPECT_FALSE(r.reasons.empty()) << where << " should be " << why;
      const bool mayShowOtherwise = why == "extra-writing" || why == "page-damaged";
      EXPECT_TRUE(mayShowOtherwise || has(r, *parseWhy(why))) << where << " should be " << why << ", is " << describe(r);
    }
    if (!t.contains("marks")) continue;
    for (const auto& m : r.marks) {
      const std::string key = printed.contest().candidates[m.candidate].id + "/" + toString(m.field);
      if (t["marks"].contains(key)) addMark(tally, t["marks"][key], r, m, where + " " + key);
    }
  }
  return tally;
}

struct Deck {
  const char* name;
  const Printed& (*printed)();
  const char* profile;
  std::uint64_t seed;
  const char* format;
  double dpi;
  bool copier, colour;
  int rightPercent;  ///< of the marks read, at least
  int missed = 0;    ///< doubtful marks not sent to a person, at most: known ones, see below
};

class Rehearsal : public ::testing::TestWithParam<Deck> {};

TEST_P(Rehearsal, NothingIsReadWrongly) {
  const Deck& d = GetParam();
  const Printed& printed = d.printed();
  Folder folder;
  RehearsalOptions options;
  options.profile = d.profile, options.seed = d.seed, options.format = d.format, options.dpi = d.dpi, options.copier = d.copier,
  options.colour = d.colour, options.ballots = 10;
  if (options.profile == "reasons") {
    const Printed& other = &printed == &strikeOut() ? columns() : strikeOut();
    options.otherContest = [&]() -> Expected<std::vector<Raster>> { return std::vector<Raster>{other.page(0, options.dpi)}; };
    options.ballots = std::max(10, reasonCount(printed.form(), options));
  }
  const auto made = makeDeck(
      printed.form(), printed.contest(), options,
      [&](int) -> Expected<std::vector<Raster>> { return std::vector<Raster>{printed.page(0, options.dpi)}; }, folder.path);
  ASSERT_TRUE(made) << made.error().what;
  const Tally tally = readDeck(printed, folder.path);
  EXPECT_GT(tally.all(), 0);
  EXPECT_EQ(tally.wrong, 0) << tally.what;
  EXPECT_LE(tally.missed, d.missed) << tally.what;
  EXPECT_GE(100 * tally.right, d.rightPercent * tally.all()) << tally.right << " right, " << tally.unsure << " unsure" << tally.what;
}

// One faint strike of darkness 0.241 (the limit is 0.235) is read as a mark, one dot of 0.55 mm² on a name as none: what faint pencil costs, kept in sight here.
INSTANTIATE_TEST_SUITE_P(Decks, Rehearsal,
                         ::testing::Values(Deck{"CleanNames", strikeOut, "clean", 1, "png", 200, false, false, 98},
                                           Deck{"CleanBoxes", columns, "clean", 1, "mono", 200, false, false, 98},
                                           Deck{"OfficeNames", strikeOut, "office", 2, "jpg", 200, false, false, 95},
                                           Deck{"OfficeBoxes", columns, "office", 2, "jpg", 300, false, true, 95},
                                           Deck{"CopiedNames", strikeOut, "office", 3, "jpg", 200, true, false, 85},
                                           Deck{"HarshNames", strikeOut, "harsh", 4, "jpg", 200, false, false, 50},
                                           Deck{"HarshBoxes", columns, "harsh", 4, "jpg", 200, true, false, 50},
                                           Deck{"AmbiguousNames", strikeOut, "ambiguous", 5, "jpg", 200, false, false, 85, 1},
                                           Deck{"AmbiguousBoxes", columns, "ambiguous", 5, "jpg", 200, false, false, 85},
                                           Deck{"ReasonsNames", strikeOut, "reasons", 6, "jpg", 200, false, true, 70, 1},
                                           Deck{"ReasonsBoxes", columns, "reasons", 6, "jpg", 200, false, true, 70}),
                         [](const auto& p) { return p.param.name; });

}  // namespace
}  // namespace kp

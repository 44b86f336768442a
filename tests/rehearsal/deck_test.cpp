// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <set>

#include "plain_form.h"

namespace kp {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A folder that goes away with the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "kp-deck-XXXXXX").string();
    path = fs::path(mkdtemp(name.data())) / "deck";
  }
  ~Folder() { fs::remove_all(path.parent_path()); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::string bytesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<json> truthOf(const fs::path& folder) {
  std::vector<json> out;
  std::ifstream in(folder / "truth.jsonl");
  for (std::string line; std::getline(in, line);) out.push_back(json::parse(line));
  return out;
}

RehearsalOptions options(const std::string& profile, int ballots, double dpi = 100) {
  RehearsalOptions o;
  o.profile = profile, o.ballots = ballots, o.dpi = dpi;
  return o;
}

Expected<int> make(const test::PlainForm& p, const RehearsalOptions& o, const fs::path& folder) {
  return makeDeck(p.form, p.contest, o, test::blankOf(p, o.dpi), folder);
}

// Catches hidden chance (addresses, time, order of a hash) and state kept from one deck to the next.
TEST(Deck, SameSeedGivesTheSameBytes) {
  const auto p = test::plainForm(15, 10);
  for (const char* profile : {"office", "harsh"}) {
    Folder a, b, c;
    RehearsalOptions o = options(profile, 4);
    o.copier = true, o.colour = true;
    ASSERT_TRUE(make(p, o, a.path));
    ASSERT_TRUE(make(p, o, b.path));
    o.seed = 2;
    ASSERT_TRUE(make(p, o, c.path));
    for (const char* file : {"s00001.jpg", "s00002.jpg", "s00004.jpg", "truth.jsonl"}) {
      EXPECT_FALSE(bytesOf(a.path / file).empty()) << file;
      EXPECT_EQ(bytesOf(a.path / file), bytesOf(b.path / file)) << file;
      EXPECT_NE(bytesOf(a.path / file), bytesOf(c.path / file)) << file;
    }
  }
}

// Catches scans of one sheet that are copies of one file, or of another vote.
TEST(Deck, ASheetScannedAgainHoldsTheSameMarksInAnotherPicture) {
  const auto p = test::plainForm(15, 10);
  Folder once, thrice;
  RehearsalOptions o = options("office", 2);
  ASSERT_TRUE(make(p, o, once.path));
  o.scansOfEach = 3;
  ASSERT_EQ(make(p, o, thrice.path), 6);
  const auto truth = truthOf(thrice.path);
  for (const std::size_t k : {1U, 2U, 4U, 5U}) {
    const json &first = truth[k / 3 * 3], &again = truth[k];
    EXPECT_EQ(first["marks"], again["marks"]);
    EXPECT_EQ(first["ballot"], again["ballot"]);
    EXPECT_NE(bytesOf(thrice.path / first["file"].get<std::string>()), bytesOf(thrice.path / again["file"].get<std::string>()));
  }
  EXPECT_EQ(bytesOf(once.path / "s00001.jpg"), bytesOf(thrice.path / "s00001.jpg"));
  o.scansOfEach = 0;
  EXPECT_FALSE(make(p, o, thrice.path.parent_path() / "none"));
}

struct Case {
  std::string profile;
  int candidates, seats;
  ContestKind kind;
};

// Catches long runs that read other sheets than the files of the same seed would be.
TEST(Deck, ScansHandedOverAreThoseOfTheFiles) {
  const auto p = test::plainForm(15, 10);
  Folder files, handed;
  RehearsalOptions o = options("office", 4);
  ASSERT_TRUE(make(p, o, files.path));
  std::vector<std::string> names;
  o.take = [&](const std::string& file, const Raster& scan) -> Expected<void> {
    names.push_back(file);
    const cv::Mat read = cv::imread((files.path / file).string(), cv::IMREAD_GRAYSCALE);
    const cv::Mat got(scan.height, scan.width, CV_8UC1, const_cast<std::uint8_t*>(scan.data));
    EXPECT_EQ(read.size(), got.size());
    EXPECT_LT(cv::norm(read, got, cv::NORM_L1) / static_cast<double>(got.total()), 0.5) << file;
    return {};
  };
  ASSERT_TRUE(make(p, o, handed.path));
  EXPECT_EQ(names, (std::vector<std::string>{"s00001.jpg", "s00002.jpg", "s00003.jpg", "s00004.jpg"}));
  EXPECT_EQ(bytesOf(files.path / "truth.jsonl"), bytesOf(handed.path / "truth.jsonl"));
  EXPECT_FALSE(fs::exists(handed.path / "s00001.jpg"));
  o.format = "png";
  EXPECT_FALSE(make(p, o, handed.path.parent_path() / "png"));
}

// Catches targets left out of the truth or told twice, unknown expectations, files without truth and truth without files, on every face.
TEST(Deck, TruthCoversEachTargetOnce) {
  for (const auto& c : {Case{"clean", 30, 20, ContestKind::Election}, Case{"office", 12, 12, ContestKind::Election},
                        Case{"harsh", 8, 8, ContestKind::Confidence}, Case{"ambiguous", 30, 20, ContestKind::Election},
                        Case{"ambiguous", 1, 1, ContestKind::Election}}) {
    const auto p = test::plainForm(c.candidates, c.seats, 40, c.kind);
    Folder folder;
    const auto made = make(p, options(c.profile, 6), folder.path);
    ASSERT_TRUE(made) << made.error().what;
    const auto truth = truthOf(folder.path);
    ASSERT_EQ(static_cast<int>(truth.size()), *made);
    ASSERT_EQ(truth.size(), 6 * p.form.pages.size());
    std::set<std::string> files;
    for (std::size_t k = 0; k < truth.size(); ++k) {
      const json& t = truth[k];
      EXPECT_TRUE(files.insert(t["file"]).second);
      EXPECT_TRUE(fs::exists(folder.path / t["file"].get<std::string>()));
      EXPECT_EQ(t["ballot"], k / p.form.pages.size());
      const auto& g = p.form.pages.at(t["page"].get<std::size_t>() - 1).geometry;
      ASSERT_EQ(t["marks"].size(), g.targets.size()) << c.profile;
      for (const Target& target : g.targets) {
        const json& m = t["marks"].at(p.contest.candidates[target.candidate].id + "/" + toString(target.field));
        EXPECT_TRUE((std::set<std::string>{"none", "mark", "unsure", "mark?"}.count(m["expect"]))) << m;
        EXPECT_EQ(m["expect"] == "none", m["class"] == "") << m;
      }
      EXPECT_EQ(t["votes"].size(), p.contest.candidates.size());
    }
  }
}

// Catches votes that do not follow from the marks: on a clean deck a struck name is a no and each other a yes.
TEST(Deck, VotesFollowFromTheMarks) {
  const auto p = test::plainForm(20, 14);
  Folder folder;
  ASSERT_TRUE(make(p, options("clean", 10), folder.path));
  for (const json& t : truthOf(folder.path)) {
    int kept = 0;
    for (const auto& [candidate, v] : t["votes"].items()) {
      kept += v == "yes";
      EXPECT_EQ(t["marks"].at(candidate + "/name")["expect"], v == "yes" ? "none" : "mark");
    }
    EXPECT_GE(kept, 1);
    EXPECT_LE(kept, 14);
  }
}

// Catches a profile that lost its doubtful marks, and one that has too many.
TEST(Deck, HalfOfAmbiguousBallotsHoldADoubtfulMark) {
  const auto p = test::plainForm(16, 11);
  Folder folder;
  ASSERT_TRUE(make(p, options("ambiguous", 60, 75), folder.path));
  int doubtful = 0;
  for (const json& t : truthOf(folder.path)) {
    bool any = false;
    for (const auto& m : t["marks"]) any = any || m["expect"] == "unsure";
    doubtful += any;
  }
  EXPECT_GT(doubtful, 18);
  EXPECT_LT(doubtful, 45);
}

// Catches files no decoder takes, or whose picture is not the sheet's size.
TEST(Deck, EachFormatDecodes) {
  const auto p = test::plainForm(10, 6);
  for (const auto& [format, suffix] :
       std::map<std::string, std::string>{{"jpg", ".jpg"}, {"png", ".png"}, {"tif", ".tif"}, {"mono", ".tif"}})
    for (bool colour : {false, true}) {
      Folder folder;
      RehearsalOptions o = options("clean", 1);
      o.format = format, o.colour = colour;
      ASSERT_TRUE(make(p, o, folder.path));
      const cv::Mat image = cv::imread((folder.path / ("s00001" + suffix)).string(), cv::IMREAD_UNCHANGED);
      ASSERT_FALSE(image.empty()) << format;
      EXPECT_EQ(image.cols, 827) << format;
      EXPECT_EQ(image.rows, 1169) << format;
      if (format != "mono") {
        EXPECT_EQ(image.channels(), colour ? 3 : 1) << format;
      }
      cv::Mat gray = cv::imread((folder.path / ("s00001" + suffix)).string(), cv::IMREAD_GRAYSCALE);
      EXPECT_GT(cv::mean(gray)[0], 200) << format;
      EXPECT_LT(cv::mean(gray(cv::Rect(41, 41, 16, 16)))[0], 40) << format << ": the upper left fiducial is not where it was printed";
      if (format == "mono") {
        cv::Mat between;
        cv::inRange(gray, 1, 254, between);
        EXPECT_EQ(cv::countNonZero(between), 0);
      }
    }
}

// Catches a reason that a "reasons" deck does not show.
TEST(Deck, ReasonsDeckShowsEachReason) {
  for (const auto& c : {Case{"reasons", 30, 20, ContestKind::Election}, Case{"reasons", 10, 10, ContestKind::Election}}) {
    const auto p = test::plainForm(c.candidates, c.seats, 20, c.kind);
    Folder folder;
    RehearsalOptions o = options("reasons", 20);
    o.colour = true;
    o.otherContest = [] { return Expected<std::vector<Raster>>(test::drawPlain(test::plainForm(3, 3), 100)); };
    const auto made = make(p, o, folder.path);
    ASSERT_TRUE(made) << made.error().what;
    std::map<std::string, std::vector<json>> by;
    for (const json& t : truthOf(folder.path))
      if (t.contains("reason")) by[t["reason"]].push_back(t);
    for (const char* why : {"mark-unsure", "nothing-voted", "extra-writing", "second-ink", "code-unreadable", "code-not-ours",
                            "other-contest", "seen-before", "blank-sheet", "page-damaged", "not-registered", "double-feed"})
      EXPECT_TRUE(by.count(why)) << why;
    EXPECT_EQ(by.count("over-vote"), c.seats < c.candidates ? 1U : 0U);
    EXPECT_EQ(by.count("row-both"), c.seats < c.candidates ? 0U : 1U);
    EXPECT_EQ(by.count("all-rejected"), c.seats < c.candidates ? 0U : 1U);
    const std::size_t pages = p.form.pages.size();
    if (pages > 1) {
      EXPECT_EQ(by["page-missing"].size(), pages - 1);
      EXPECT_EQ(by["page-repeated"].size(), pages + 1);
    }
    const auto& seen = by["seen-before"];
    ASSERT_EQ(seen.size(), pages + 1);
    EXPECT_EQ(bytesOf(folder.path / seen.front()["file"].get<std::string>()),
              bytesOf(folder.path / seen.back()["file"].get<std::string>()));
    const cv::Mat twoSheets = cv::imread((folder.path / by["double-feed"].front()["file"].get<std::string>()).string());
    EXPECT_GT(twoSheets.rows, 1.2 * 1169);
    for (const auto& t : by["page-damaged"])
      if (t["page"] == 1) {
        EXPECT_NE(t["marks"].dump().find("damaged"), std::string::npos);
      }
  }
}

// Catches a choice of reasons that is not kept to, papers of a double feed that are never fed again (the pieces counted by hand would not be there), and a
// JPEG quality that is ignored.
TEST(Deck, ChosenReasonsOnlyAndDoubleFedPapersComeAgain) {
  const auto p = test::plainForm(6, 6, 20, ContestKind::Election);
  ASSERT_EQ(p.form.pages.size(), 1u);
  Folder folder, small;
  RehearsalOptions o = options("reasons", 6);
  o.reasons = {Why::DoubleFeed, Why::RowBoth};
  ASSERT_TRUE(make(p, o, folder.path));
  const auto truth = truthOf(folder.path);
  ASSERT_EQ(truth.size(), 8u);
  std::set<int> ballots;
  for (const json& t : truth) {
    const std::string reason = t.value("reason", "");
    EXPECT_TRUE(reason.empty() || reason == "double-feed" || reason == "row-both") << reason;
    if (t["page"] != 0) {
      EXPECT_TRUE(ballots.insert(t["ballot"].get<int>()).second) << t["ballot"];
    }
  }
  EXPECT_EQ(ballots.size(), 7u);
  EXPECT_EQ(truth[0]["reason"], "double-feed");
  EXPECT_EQ(truth[1].value("reason", ""), "");
  EXPECT_EQ(truth[1]["marks"].size(), 12u);
  o.quality = 20;
  ASSERT_TRUE(make(p, o, small.path));
  EXPECT_LT(2 * fs::file_size(small.path / "s00002.jpg"), fs::file_size(folder.path / "s00002.jpg"));
  o.reasons = {Why::PageMissing};
  Folder none;
  EXPECT_EQ(make(p, o, none.path).error().kind, ErrorKind::BadInput) << "a ballot of one page cannot miss one";
}

// Catches wrong use that goes on in silence or destroys an older deck.
TEST(Deck, RefusesWhatItCannotDo) {
  const auto p = test::plainForm(10, 6);
  Folder folder;
  EXPECT_EQ(make(p, options("shiny", 1), folder.path).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(make(p, options("clean", 0), folder.path).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(make(p, options("reasons", 3), folder.path).error().kind, ErrorKind::BadInput);
  RehearsalOptions o = options("clean", 1);
  o.format = "bmp";
  EXPECT_EQ(make(p, o, folder.path).error().kind, ErrorKind::BadInput);
  EXPECT_FALSE(fs::exists(folder.path));
  const auto noPages = [](int) { return Expected<std::vector<Raster>>(std::vector<Raster>{}); };
  EXPECT_EQ(makeDeck(p.form, p.contest, options("clean", 1), noPages, folder.path).error().kind, ErrorKind::BadInput);
  const auto broken = [](int) -> Expected<std::vector<Raster>> { return fail(ErrorKind::Damaged, "no print"); };
  EXPECT_EQ(makeDeck(p.form, p.contest, options("clean", 1), broken, folder.path).error().kind, ErrorKind::Damaged);
  ASSERT_TRUE(make(p, options("clean", 1), folder.path));
  EXPECT_EQ(make(p, options("clean", 1), folder.path).error().kind, ErrorKind::Refused);
}

// Catches a per-ballot code printed on every ballot alike: the blank is asked for once a ballot then, else only once.
TEST(Deck, AsksForEachBallotsOwnBlank) {
  auto p = test::plainForm(6, 4);
  for (auto code : {BallotCode::Shared, BallotCode::PerBallot}) {
    p.contest.ballotCode = code;
    Folder folder;
    std::vector<int> asked;
    const auto pages = test::drawPlain(p, 75);
    const auto blank = [&](int ballot) -> Expected<std::vector<Raster>> {
      asked.push_back(ballot);
      return pages;
    };
    ASSERT_TRUE(makeDeck(p.form, p.contest, options("clean", 3, 75), blank, folder.path));
    EXPECT_EQ(asked, code == BallotCode::Shared ? std::vector<int>{0} : (std::vector<int>{0, 1, 2}));
  }
}

}  // namespace
}  // namespace kp

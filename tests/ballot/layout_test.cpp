// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <tuple>

#include "ballot/font_metrics.h"
#include "ballot/form.h"
#include "ballot_samples.h"
#include "election/text.h"

namespace kp {
namespace {

using test::Names;
using test::sampleCongress;
using test::sampleContest;

constexpr double kTiny = 1e-6;

bool overlap(const RectMm& a, const RectMm& b) {
  return a.x < b.x + b.w - kTiny && b.x < a.x + a.w - kTiny && a.y < b.y + b.h - kTiny && b.y < a.y + a.h - kTiny;
}

RectMm grown(const RectMm& r, double by) { return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by}; }

RectMm boxOfLine(const LineMm& line) {
  const bool upright = line.x1 == line.x2;
  const double half = line.width / 2;
  if (upright) return {line.x1 - half, std::min(line.y1, line.y2), line.width, std::abs(line.y2 - line.y1)};
  return {std::min(line.x1, line.x2), line.y1 - half, std::abs(line.x2 - line.x1), line.width};
}

struct Thing {
  RectMm box;
  std::string what;
  bool isLine = false, isMark = false;
};

// Everything printed on a page; marks with the white they need.
std::vector<Thing> things(const FormPage& page) {
  std::vector<Thing> all;
  for (const auto& run : page.texts) all.push_back({boxOf(run), "text " + run.text});
  for (const auto& line : page.lines) all.push_back({boxOfLine(line), "line", true, false});
  for (const auto& target : page.geometry.targets)
    if (target.field != Field::Name) all.push_back({target.box, "square"});
  for (const auto& code : page.geometry.codes) all.push_back({grown(code, 2.9), "code", false, true});
  for (const auto& mark : page.geometry.fiducials) all.push_back({grown(mark, 1.9), "fiducial", false, true});
  std::sort(all.begin(), all.end(), [](const Thing& a, const Thing& b) { return a.box.y < b.box.y; });
  return all;
}

// The first two things that lie over each other, or "". Rules may meet rules, and a square is made of lines.
std::string firstOverlap(const FormPage& page) {
  const auto all = things(page);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t k = i + 1; k < all.size() && all[k].box.y < all[i].box.y + all[i].box.h; ++k) {
      if (all[i].isLine && all[k].isLine) continue;
      if (all[i].isMark && all[k].isMark) continue;  // looked at in marksAreTheSame…
      const bool squareAndLine = (all[i].isLine && all[k].what == "square") || (all[k].isLine && all[i].what == "square");
      if (!squareAndLine && overlap(all[i].box, all[k].box)) return all[i].what + " over " + all[k].what;
    }
  return "";
}

std::string outside(const FormPage& page) {
  const RectMm paper{9, 9, page.geometry.widthMm - 18, page.geometry.heightMm - 18};
  for (const auto& run : page.texts) {
    const RectMm box = boxOf(run);
    if (box.x < paper.x || box.y < paper.y || box.x + box.w > paper.x + paper.w || box.y + box.h > paper.y + paper.h) return run.text;
  }
  for (const auto& line : page.lines) {
    const RectMm box = boxOfLine(line);
    if (box.x < paper.x || box.x + box.w > paper.x + paper.w || box.y + box.h > paper.y + paper.h) return "line";
  }
  for (const auto* marks : {&page.geometry.fiducials, &page.geometry.codes})
    for (const auto& m : *marks)
      if (m.x < paper.x - kTiny || m.y < paper.y - kTiny || m.x + m.w > paper.x + paper.w + kTiny || m.y + m.h > paper.y + paper.h + kTiny)
        return "mark";
  return "";
}

// Each candidate once in each field, in ballot order, on ascending pages.
void expectComplete(const BallotForm& form, const Contest& contest) {
  std::vector<std::pair<std::size_t, Field>> seen, wanted;
  for (const auto& page : form.pages)
    for (const auto& target : page.geometry.targets) seen.emplace_back(target.candidate, target.field);
  for (std::size_t i = 0; i < contest.candidates.size(); ++i)
    for (const Field field : fieldsOf(form.face)) wanted.emplace_back(i, field);
  EXPECT_EQ(seen, wanted);
}

void expectSound(const Contest& contest) {
  SCOPED_TRACE(toString(faceOf(contest)) + " " + contest.paper + " " + std::to_string(contest.candidates.size()));
  const auto form = layOut(sampleCongress(), contest);
  ASSERT_TRUE(form.has_value()) << form.error().what;
  expectComplete(*form, contest);
  for (const auto& page : form->pages) {
    EXPECT_EQ(firstOverlap(page), "");
    EXPECT_EQ(outside(page), "");
  }
}

class EveryForm : public ::testing::TestWithParam<std::tuple<Face, std::string>> {
 protected:
  Face face() const { return std::get<0>(GetParam()); }
  Contest contest(int names, Names kind) const { return sampleContest(face(), names, kind, std::get<1>(GetParam())); }
};
class StruckForm : public EveryForm {};
class SquareForm : public EveryForm {};
const auto kPapers = ::testing::Values("A4", "A5");
INSTANTIATE_TEST_SUITE_P(Papers, EveryForm,
                         ::testing::Combine(::testing::Values(Face::StrikeOut, Face::Columns, Face::Confidence), kPapers));
INSTANTIATE_TEST_SUITE_P(Papers, StruckForm, ::testing::Combine(::testing::Values(Face::StrikeOut), kPapers));
INSTANTIATE_TEST_SUITE_P(Papers, SquareForm, ::testing::Combine(::testing::Values(Face::Columns, Face::Confidence), kPapers));

// Catches: a head, a row or a page number printed over something else for some length of the list.
TEST_P(EveryForm, nothingOverlapsFromOneToTheLongestList) {
  for (int names = face() == Face::StrikeOut ? 2 : 1; names <= kMaxCandidates; ++names) {
    expectSound(contest(names, Names::Usual));
    if (HasFailure()) return;
  }
}

TEST_P(EveryForm, nothingOverlapsWithLongNames) {
  for (const int names : {2, 6, 12, 19, 20, 21, 42, 46, 63, 200}) expectSound(contest(names, Names::Long));
  for (const int names : {2, 6, 12, 20, 45}) expectSound(contest(names, Names::Longest));
}

// Catches: an old or narrow title layout that lets a body with a very long name run into the seal's corner or the table.
TEST_P(EveryForm, longTitlesWrap) {
  CongressInfo congress = sampleCongress();
  congress.superior = "ĐẢNG BỘ CÁC CƠ QUAN TRUNG ƯƠNG VÀ ĐOÀN THỂ ĐÓNG TRÊN ĐỊA BÀN TỈNH MẪU";
  congress.issuer = "ĐẢNG BỘ SỞ NÔNG NGHIỆP, MÔI TRƯỜNG VÀ PHÁT TRIỂN NÔNG THÔN TỈNH MẪU";
  congress.name = "Đại hội đại biểu Đảng bộ Sở Nông nghiệp, Môi trường và Phát triển nông thôn tỉnh Mẫu lần thứ nhất";
  Contest c = contest(8, Names::Usual);
  c.title = "Bầu Đoàn đại biểu dự Đại hội đại biểu Đảng bộ các cơ quan Trung ương và đoàn thể trên địa bàn tỉnh lần thứ nhất";
  const auto form = layOut(congress, c);
  ASSERT_TRUE(form.has_value()) << form.error().what;
  for (const auto& page : form->pages) {
    EXPECT_EQ(firstOverlap(page), "");
    EXPECT_EQ(outside(page), "");
  }
}

// Catches: names set so close that a stroke through one reaches the next, or that one target holds two names.
TEST_P(StruckForm, namesKeepTheirDistance) {
  for (const int names : {2, 19, 42, 63, 234})
    for (const Names kind : {Names::Usual, Names::Long, Names::Longest}) {
      const auto form = layOut(sampleCongress(), contest(names, kind));
      ASSERT_TRUE(form.has_value()) << form.error().what;
      for (const auto& page : form->pages) {
        std::vector<RectMm> lines;
        for (const auto& target : page.geometry.targets) lines.insert(lines.end(), target.lines.begin(), target.lines.end());
        for (std::size_t i = 0; i < lines.size(); ++i)
          for (std::size_t k = i + 1; k < lines.size(); ++k) {
            const RectMm wide{lines[i].x - 9, lines[i].y - 1.6, lines[i].w + 18, lines[i].h + 3.2};
            ASSERT_FALSE(overlap(wide, lines[k])) << names << ": " << lines[i].y << " and " << lines[k].y;
          }
      }
    }
}

// Catches: a target that is not where its name is printed (a reader would then look beside it).
TEST_P(StruckForm, nameTargetsAreTheBoxesOfTheirText) {
  const Contest c = contest(60, Names::Longest);
  const auto form = layOut(sampleCongress(), c);
  ASSERT_TRUE(form.has_value()) << form.error().what;
  for (const auto& page : form->pages)
    for (const auto& target : page.geometry.targets) {
      std::string joined;
      for (const auto& line : target.lines) {
        const auto run = std::find_if(page.texts.begin(), page.texts.end(), [&](const TextRun& r) { return boxOf(r) == line; });
        ASSERT_NE(run, page.texts.end());
        joined += (joined.empty() ? "" : " ") + run->text;
        EXPECT_GE(line.x, target.box.x - kTiny);
        EXPECT_LE(line.x + line.w, target.box.x + target.box.w + kTiny);
        EXPECT_GE(line.y, target.box.y - kTiny);
        EXPECT_LE(line.y + line.h, target.box.y + target.box.h + kTiny);
      }
      EXPECT_EQ(joined, c.candidates[target.candidate].name);
    }
}

// Catches: squares so near each other or the rules that a cross beside one touches the next.
TEST_P(SquareForm, squaresKeepTheirDistance) {
  const auto form = layOut(sampleCongress(), contest(20, Names::Usual));
  ASSERT_TRUE(form.has_value()) << form.error().what;
  for (const auto& page : form->pages)
    for (const auto& target : page.geometry.targets) {
      EXPECT_DOUBLE_EQ(target.box.w, 6.5);
      EXPECT_DOUBLE_EQ(target.box.h, 6.5);
      for (const auto& other : page.geometry.targets) {
        const bool sameRow = target.candidate == other.candidate && target.field != other.field;
        if (sameRow) {
          EXPECT_GE(std::abs(target.box.x - other.box.x), 24 - kTiny);
        } else if (target.candidate != other.candidate && target.field == other.field) {
          EXPECT_GE(std::abs(target.box.y - other.box.y), 9.5 - kTiny);
        }
      }
      const RectMm free{target.box.x - 8.7, target.box.y, target.box.w + 17.4, target.box.h};
      for (const auto& run : page.texts) EXPECT_FALSE(overlap(free, boxOf(run))) << run.text;
    }
}

// Catches: a machine mark under the seal, and marks that move from page to page.
TEST_P(EveryForm, marksAreTheSameOnEveryPageAndKeepOutOfTheSeal) {
  const auto form = layOut(sampleCongress(), contest(234, Names::Usual));
  ASSERT_TRUE(form.has_value()) << form.error().what;
  const auto& first = form->pages.front().geometry;
  EXPECT_EQ(first.fiducials.size(), 6u);
  EXPECT_EQ(first.codes.size(), 2u);
  const RectMm seal{0, 0, 54, 54};
  for (const auto& page : form->pages) {
    EXPECT_EQ(page.geometry.fiducials, first.fiducials);
    EXPECT_EQ(page.geometry.codes, first.codes);
    for (const auto& mark : page.geometry.fiducials) EXPECT_FALSE(overlap(mark, seal));
    for (const auto& code : page.geometry.codes) {
      EXPECT_FALSE(overlap(code, seal));
      for (const auto& mark : page.geometry.fiducials) EXPECT_FALSE(overlap(grown(code, 2.9), mark)) << "quiet zone";
    }
    for (const auto& target : page.geometry.targets) EXPECT_GE(target.box.y, 60) << "the stamp reaches to 60 mm";
  }
}

std::size_t pagesOf(const Contest& contest) {
  const auto form = layOut(sampleCongress(), contest);
  return form ? form->pages.size() : 0;
}

// The sizes of domain.md §7: paper is money and time at a congress of 1,600 delegates.
TEST(Layout, usualListsTakeTheFewestPages) {
  EXPECT_EQ(pagesOf(sampleContest(Face::StrikeOut, 15)), 1u);
  EXPECT_EQ(pagesOf(sampleContest(Face::StrikeOut, 42, Names::Long)), 1u);
  EXPECT_EQ(pagesOf(sampleContest(Face::StrikeOut, 63, Names::Long)), 2u);
  EXPECT_EQ(pagesOf(sampleContest(Face::StrikeOut, 234, Names::Long)), 5u);
  EXPECT_EQ(pagesOf(sampleContest(Face::Columns, 20)), 1u);
  EXPECT_EQ(pagesOf(sampleContest(Face::StrikeOut, 12, Names::Usual, "A5")), 1u);
}

TEST(Layout, namesReadDownTheLeftColumnThenTheRight) {
  const auto form = layOut(sampleCongress(), sampleContest(Face::StrikeOut, 42));
  ASSERT_TRUE(form.has_value());
  const auto& targets = form->pages[0].geometry.targets;
  ASSERT_EQ(targets.size(), 42u);
  EXPECT_DOUBLE_EQ(targets[0].box.x, targets[20].box.x);
  EXPECT_LT(targets[0].box.y, targets[20].box.y);
  EXPECT_GT(targets[21].box.x, targets[20].box.x + 50);
  EXPECT_DOUBLE_EQ(targets[21].box.y, targets[0].box.y);
}

std::vector<std::string> textsOf(const FormPage& page) {
  std::vector<std::string> texts;
  for (const auto& run : page.texts) texts.push_back(run.text);
  return texts;
}

// Catches: a ballot in English where the operator's screen is, a wrong number to elect, dates not written as 36-HD/VPTW does.
TEST(Layout, headSaysWhatIsElected) {
  using ::testing::Contains;
  setLanguage(Language::English);
  const auto form = layOut(sampleCongress(), sampleContest(Face::StrikeOut, 63));
  setLanguage(Language::Vietnamese);
  ASSERT_TRUE(form.has_value());
  const auto texts = textsOf(form->pages[0]);
  EXPECT_THAT(texts, Contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
  EXPECT_THAT(texts, Contains("Tỉnh Mẫu, ngày 02 tháng 9 năm 2025"));
  EXPECT_THAT(texts, Contains("PHIẾU BẦU CỬ"));
  EXPECT_THAT(texts, Contains("Số lượng bầu: 62 đồng chí, trong danh sách 63 đồng chí"));
  EXPECT_THAT(texts, Contains("Trang 1/2"));
  EXPECT_THAT(textsOf(form->pages[1]), Contains("PHIẾU BẦU CỬ (tiếp theo)"));
}

// Catches: "…, nhiệm kỳ 2025 - 2030, nhiệm kỳ 2025 - 2030" where the congress's name has its term already.
TEST(Layout, termIsSaidOnce) {
  CongressInfo congress = sampleCongress();
  congress.name = "Đại hội Đảng bộ xã Mẫu, nhiệm kỳ 2025 - 2030";
  EXPECT_THAT(textsOf(layOut(congress, sampleContest(Face::Columns, 4))->pages[0]), ::testing::Contains(congress.name));
}

TEST(Layout, eachKindHasItsTitle) {
  using ::testing::Contains;
  Contest poll = sampleContest(Face::Columns, 4);
  poll.kind = ContestKind::Opinion;
  EXPECT_THAT(textsOf(layOut(sampleCongress(), poll)->pages[0]), Contains("PHIẾU XIN Ý KIẾN"));
  const auto confidence = layOut(sampleCongress(), sampleContest(Face::Confidence, 4));
  EXPECT_THAT(textsOf(confidence->pages[0]), Contains("PHIẾU LẤY Ý KIẾN TÍN NHIỆM"));
  EXPECT_THAT(textsOf(confidence->pages[0]), ::testing::Not(Contains(::testing::HasSubstr("Số lượng bầu"))));
  Contest again = sampleContest(Face::Columns, 1);
  again.round = 2;
  EXPECT_THAT(textsOf(layOut(sampleCongress(), again)->pages[0]), Contains(again.title + " (bầu lần thứ 2)"));
}

TEST(Layout, refusesWhatCannotBePrinted) {
  for (const char* name : {"", "Nguyễn \xF0\x9F\x98\x80 An", "Nguye\xCC\x82\xCC\x83n An" /* decomposed */, "An\nBình", "\xFF\xFE"}) {
    Contest contest = sampleContest(Face::StrikeOut, 5);
    contest.candidates[2].name = name;
    const auto form = layOut(sampleCongress(), contest);
    ASSERT_FALSE(form.has_value()) << name;
    EXPECT_EQ(form.error().kind, ErrorKind::BadInput);
  }
  Contest oneWord = sampleContest(Face::StrikeOut, 5);
  oneWord.candidates[0].name = std::string(100, 'W');
  EXPECT_FALSE(layOut(sampleCongress(), oneWord).has_value());
  EXPECT_FALSE(layOut(sampleCongress(), sampleContest(Face::StrikeOut, 235)).has_value());
  EXPECT_FALSE(layOut(sampleCongress(), sampleContest(Face::StrikeOut, 5, Names::Usual, "A3")).has_value());
  // 32 pages and more do not fit the code's five bits.
  EXPECT_FALSE(layOut(sampleCongress(), sampleContest(Face::Confidence, 234, Names::Longest, "A5")).has_value());
  Contest none = sampleContest(Face::Columns, 1);
  none.candidates.clear();
  EXPECT_FALSE(layOut(sampleCongress(), none).has_value());
}

// Catches: std::locale or strtod creeping into the layout; the form then differs between the office and the hall.
TEST(Layout, isTheSameInEveryLocale) {
  const Contest contest = sampleContest(Face::StrikeOut, 63, Names::Long);
  const auto before = layOut(sampleCongress(), contest);
  const char* changed = std::setlocale(LC_ALL, "C.UTF-8");
  const auto after = layOut(sampleCongress(), contest);
  std::setlocale(LC_ALL, "C");
  ASSERT_NE(changed, nullptr);
  for (std::size_t p = 0; p < before->pages.size(); ++p)
    for (std::size_t i = 0; i < before->pages[p].geometry.targets.size(); ++i)
      EXPECT_EQ(before->pages[p].geometry.targets[i].box, after->pages[p].geometry.targets[i].box);
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The stored text of a learned form: what is written is read back; anything else is an error and never half a form.
#include <gtest/gtest.h>

#include "formats/learned_form_json.h"

namespace kp {
namespace {

LearnedForm sample() {
  LearnedForm form;
  form.form.contest = "bch", form.form.face = Face::Columns, form.people = {"Phan Thử An", "Phan Thử Bình"};
  FormPage page;
  page.geometry.targets = {{0, Field::Approve, {120.5, 100, 22.25, 7}, {}}, {1, Field::Disapprove, {144, 108.4, 22, 7}, {}}};
  form.form.pages = {page};
  LearnedPage from;
  from.blank = std::string(64, 'a'), from.index = 1, from.dpi = 400, from.toBlank = {15.748, 0.01, -3, -0.01, 15.748, 2};
  from.names = {{0, Field::Name, {40, 100, 30, 5}, {{40, 100, 30, 5}}},
                {1, Field::Name, {40, 108, 50, 9}, {{40, 108, 50, 4}, {40, 113, 20, 4}}}};
  form.pages = {from};
  return form;
}

TEST(LearnedFormJson, IsReadBackAsItWasWritten) {
  const std::string text = learnedFormJson(sample());
  EXPECT_EQ(text.find('\n'), std::string::npos) << "one line in the journal";
  const auto back = parseLearnedForm(text);
  ASSERT_TRUE(back) << back.error().what;
  EXPECT_EQ(learnedFormJson(*back), text);
  EXPECT_EQ(back->pages[0].names[1].lines.size(), 2U);
  EXPECT_EQ(back->form.pages[0].geometry.targets[1].field, Field::Disapprove);
  EXPECT_EQ(back->form.pages[0].geometry.targets[0].box.w, 22.25);
}

TEST(LearnedFormJson, DamagedTextIsAnError) {
  const std::string text = learnedFormJson(sample());
  for (const auto& [good, bad] : std::vector<std::pair<std::string, std::string>>{{"kiemphieu-learned/1", "kiemphieu-learned/9"},
                                                                                  {"\"candidate\":1", "\"candidate\":2"},
                                                                                  {"\"candidate\":1", "\"candidate\":1e61"},
                                                                                  {"\"approve\"", "\"maybe\""},
                                                                                  {"22.25", "-1"},
                                                                                  {"22.25", "1e9"},
                                                                                  {"\"columns\"", "\"rows\""},
                                                                                  {"[{\"width_mm\"", "[1,{\"width_mm\""},
                                                                                  {"\"to_blank\":[15.748,", "\"to_blank\":["}}) {
    std::string damaged = text;
    const std::size_t at = damaged.find(good);
    ASSERT_NE(at, std::string::npos) << good;
    damaged.replace(at, good.size(), bad);
    EXPECT_FALSE(parseLearnedForm(damaged)) << bad;
  }
  for (std::size_t length = 0; length < text.size(); length += 7) EXPECT_FALSE(parseLearnedForm(text.substr(0, length)));
}

TEST(LearnedForm, FitsOnlyTheListItWasLearnedFor) {
  Contest contest;
  contest.id = "bch", contest.seats = 2, contest.candidates = {{"c01", "Phan Thử An", ""}, {"c02", "Phan Thử Bình", ""}};
  EXPECT_TRUE(fits(sample(), contest));
  Contest changed = contest;
  std::swap(changed.candidates[0], changed.candidates[1]);
  EXPECT_FALSE(fits(sample(), changed)) << "votes would go to the other";
  changed = contest, changed.candidates.pop_back();
  EXPECT_FALSE(fits(sample(), changed));
  changed = contest, changed.seats = 1;
  EXPECT_FALSE(fits(sample(), changed)) << "another face: names are struck out now";
}

}  // namespace
}  // namespace kp

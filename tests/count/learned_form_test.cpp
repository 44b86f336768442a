// SPDX-License-Identifier: GPL-3.0-or-later
// A contest on ballots an office printed: what counting makes of its form. Regressions: scanning a form of which no sheet was read back; sheets counted by the program's own pages
// because the learned form was out of date; a form without codes where every ballot has its number.
#include "count/ballot_form.h"

#include <functional>

#include "count/contest_count.h"
#include "count/read_back.h"
#include "counted_day.h"
#include "formats/learned_form_json.h"

using namespace kp;
using namespace kp::testing;

namespace {

class LearnedFormTest : public CountedDay {
 protected:
  void learn() {
    const Contest contest = ledger->congress().load()->contests.front();
    LearnedForm learned;
    learned.form.contest = contest.id, learned.form.face = faceOf(contest);
    FormPage page;
    LearnedPage from;
    from.blank = toHex(hashOf("trắng")), from.toBlank = {8, 0, 0, 0, 8, 0};
    for (std::size_t i = 0; i < contest.candidates.size(); ++i) {
      const RectMm box{40, 100 + 10 * static_cast<double>(i), 40, 5};
      page.geometry.targets.push_back({i, Field::Name, box, {box}});
      learned.people.push_back(contest.candidates[i].name);
    }
    from.names = page.geometry.targets;
    learned.form.pages.push_back(page), learned.pages.push_back(from);
    std::vector<SourceFile> blanks;
    blanks.emplace_back("trắng");
    const auto saved = ledger->learned().save(contest.id, learnedFormJson(learned), blanks, "", {});
    ASSERT_TRUE(saved) << saved.error().what;
    const auto of = learnedFormOf(*ledger, contest);
    ASSERT_TRUE(of) << of.error().what;
    ASSERT_TRUE(*of);
  }
  void change(const std::function<void(Contest&)>& how) {
    Congress congress = *ledger->congress().load();
    how(congress.contests.front());
    const auto saved = ledger->congress().save(congress, {});
    ASSERT_TRUE(saved) << saved.error().what;
  }
};

TEST_F(LearnedFormTest, ReadingBackTheProgramsOwnBallotSettlesNothingOnceAFormIsLearned) {
  ReadBackOutcome good;
  good.pages = 1;
  ASSERT_TRUE(noteReadBack(*ledger, "bch", good, {}));
  ASSERT_TRUE(readBackState(*ledger, "bch")->settled());
  learn();
  EXPECT_FALSE(readBackState(*ledger, "bch")->settled()) << "no sheet of the office's ballot was read";
  EXPECT_TRUE(readBackState(*ledger, "bch")->changed);
  ASSERT_TRUE(noteReadBack(*ledger, "bch", good, {}));
  EXPECT_TRUE(readBackState(*ledger, "bch")->settled());
  change([](Contest& c) { std::swap(c.candidates[0], c.candidates[1]); });
  const auto outdated = readBackState(*ledger, "bch");
  ASSERT_TRUE(outdated) << "the page that learns it again must open";
  EXPECT_FALSE(outdated->settled());
  EXPECT_FALSE(noteReadBack(*ledger, "bch", good, {}));
}

TEST_F(LearnedFormTest, AnOutdatedFormMayBeLookedAtWhileThereAreNoSheets) {
  learn();
  change([](Contest& c) { std::swap(c.candidates[0], c.candidates[1]); });
  EXPECT_EQ(learnedFormOf(*ledger, ledger->congress().load()->contests.front()).error().kind, ErrorKind::Refused);
  const auto before = loadContest(*ledger, "bch");
  ASSERT_TRUE(before) << before.error().what;
  EXPECT_FALSE(before->learned);
}

TEST_F(LearnedFormTest, BallotsWithNumbersOfTheirOwnHaveNoLearnedForm) {
  learn();
  change([](Contest& c) { c.ballotCode = BallotCode::PerBallot; });
  const auto learned = learnedFormOf(*ledger, ledger->congress().load()->contests.front());
  ASSERT_FALSE(learned) << "every sheet would be set aside without a reason";
  EXPECT_EQ(learned.error().kind, ErrorKind::Refused);
}

}  // namespace

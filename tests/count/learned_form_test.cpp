// SPDX-License-Identifier: GPL-3.0-or-later
// A contest on ballots an office printed: what counting makes of its form. Regressions: scanning a form of which no sheet was read back; sheets counted by the program's own pages
// because the learned form was out of date; a form without codes where every ballot has its number.
#include "count/ballot_form.h"

#include <functional>
#include <utility>

#include "count/contest_count.h"
#include "count/intake.h"
#include "count/keying.h"
#include "count/read_back.h"
#include "count/verification.h"
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

/// A form whose list was changed after it was learned, and what people do next.
class OutdatedForm : public LearnedFormTest {
 protected:
  void SetUp() override {
    Contest second = strikeContest(4, 2, "ubkt");
    begin(congressOf({strikeContest(), second}));
    Figures figures;
    figures.returned = 5;
    ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {}));
    learn();
    change([](Contest& c) { c.candidates[0].name = "Tên Đã Sửa"; });
  }
  Expected<KeyOutcome> key(int slot, const std::string& by) {
    KeyRequest request;
    request.contest = "bch";
    request.ballot = 1;
    request.slot = slot;
    request.by = by;
    request.text = "4 5";
    return keyBallot(*ledger, request);
  }
  /// One image that nobody knows, into whatever contest it falls.
  Expected<IntakeReport> scanUnknown(const std::string& contest) {
    IntakePorts ports;
    ports.next = [given = false]() mutable -> Expected<std::optional<SourceItem>> {
      if (std::exchange(given, true)) return std::optional<SourceItem>();
      return std::optional<SourceItem>(SourceItem{"la.jpg", "image", {}});
    };
    ports.countPages = [](const std::string&) -> Expected<int> { return 1; };
    ports.readPage = [](const std::string&, int, const std::string&) -> Expected<PageReading> { return unread(Why::CodeNotOurs); };
    IntakeOptions options;
    options.contest = contest;
    return takeIn(*ledger, *ledger->congress().load(), options, ports);
  }
};

// Regression: the first entries were taken, the agreeing one made sheets, and from then on the contest, all later ones, verify and package of the whole file were refused for good.
TEST_F(OutdatedForm, NothingIsKeyedUntilItIsLearnedAgainOrGivenUp) {
  const auto refused = key(1, "Lý Văn Máy");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
  EXPECT_NE(refused.error().what.find("nhận lại mẫu"), std::string::npos) << refused.error().what;
  EXPECT_TRUE(ledger->keying().passes("bch")->empty()) << "nothing was stored";
  ASSERT_TRUE(ledger->learned().save("bch", "", {}, "bỏ", {})) << "the way out";
  EXPECT_TRUE(key(1, "Lý Văn Máy"));
}

// Regression: sheets that nobody knows fell to the first contest, whose form is out of date, and killed it.
TEST_F(OutdatedForm, UnknownSheetsDoNotFallToItAndBarNoWayOut) {
  EXPECT_FALSE(scanUnknown("bch")) << "asked for alone it is refused at the door";
  const auto all = scanUnknown("");
  ASSERT_TRUE(all) << all.error().what;
  EXPECT_EQ(all->byContest.count("bch"), 0U);
  EXPECT_EQ(all->byContest.at("ubkt"), 1);
  scan({unread(Why::CodeNotOurs)});  // as an earlier version stored it
  const auto counted = loadContest(*ledger, "bch");
  ASSERT_TRUE(counted) << counted.error().what;
  const auto check = verifyFile(*ledger);
  ASSERT_TRUE(check) << check.error().what;
  EXPECT_TRUE(check->sound());
  EXPECT_TRUE(ledger->learned().save("bch", "", {}, "bỏ", {})) << "the sheet holds no marks: it hangs on no form";
}

// Files in which an earlier version recorded keyed ballots by the program's own pages although a form had been learned.
TEST_F(OutdatedForm, BallotsThatWereKeyedStayCounted) {
  for (const int slot : {1, 2}) {
    KeyedDraft draft;
    draft.place = {"bch", 1, 1};
    draft.slot = slot;
    draft.person = slot == 1 ? "Lý Văn Máy" : "Hà Văn Trưởng";
    draft.typed = draft.content = "4 5";
    ASSERT_TRUE(ledger->keying().append(draft, {ballot(contest(), {3, 4})}));
  }
  const auto counted = loadContest(*ledger, "bch");
  ASSERT_TRUE(counted) << counted.error().what;
  EXPECT_EQ(resultOf(*ledger, *counted)->tally.valid, 1);
  EXPECT_TRUE(verifyFile(*ledger));
}

// Sheets read by a form are never counted by the program's own pages; that is a finding of this contest, not the end of the file.
TEST_F(OutdatedForm, SheetsReadByItAreAFindingOfTheirContest) {
  scan({ballot(contest(), {3, 4})});
  EXPECT_FALSE(loadContest(*ledger, "bch"));
  EXPECT_FALSE(ledger->learned().save("bch", "", {}, "bỏ", {}));
  const auto check = verifyFile(*ledger);
  ASSERT_TRUE(check) << check.error().what;
  ASSERT_EQ(check->contests.size(), 2U);
  EXPECT_FALSE(check->contests[0].agrees);
  ASSERT_EQ(check->contests[0].differences.size(), 1U);
  EXPECT_TRUE(check->contests[1].agrees);
}

}  // namespace

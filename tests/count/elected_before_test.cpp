// SPDX-License-Identifier: GPL-3.0-or-later
// R-31 while a ballot can still be changed. Regression (X13): somebody who was not elected to the chi ủy is put up for its secretary, the ballots are printed and voted on, and only the
// closing of the count refuses it.
#include "count/elected_before.h"

#include "count/day.h"
#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class ElectedBefore : public CountedDay {
 protected:
  void SetUp() override {
    for (const char* id : {"bt-1", "bt-4"}) {
      Contest secretary = strikeContest(1, 1, id);
      secretary.office = Office::BiThu;
      secretary.candidates = {strikeContest().candidates[id[3] == '1' ? 0 : 3]};
      secretaries.push_back(secretary);
    }
    begin(congressOf({strikeContest(), secretaries[0], secretaries[1]}));
    countAll();
  }
  std::string of(const Contest& contest) const {
    const auto found = notElectedBefore(*ledger, *ledger->congress().load(), contest);
    EXPECT_TRUE(found);
    return found ? *found : std::string();
  }
  StepStatus contestStep(const std::string& contest) const {
    return (*dayOf(*ledger, contest)).at(static_cast<std::size_t>(DayStep::Contest));
  }
  std::vector<Contest> secretaries;
};

TEST_F(ElectedBefore, IsSaidAsSoonAsTheCommitteeIsClosedAndOfNobodyElse) {
  EXPECT_EQ(of(secretaries[1]), "") << "the votes for the committee are not closed: nobody knows";
  EXPECT_EQ(contestStep("bt-4").state, StepState::Done);
  close();
  EXPECT_EQ(of(contest()), "");
  EXPECT_EQ(of(secretaries[0]), "") << "number 1 was elected";
  const std::string name = secretaries[1].candidates.front().name;
  EXPECT_NE(of(secretaries[1]).find(name), std::string::npos) << of(secretaries[1]);
  EXPECT_EQ(contestStep("bt-1").state, StepState::Done);
  EXPECT_EQ(contestStep("bt-4").state, StepState::Stopped);
  EXPECT_NE(contestStep("bt-4").why.find(name), std::string::npos) << "the step list says who";
}

}  // namespace

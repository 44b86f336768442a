// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs read: geometry, records, result, byte for byte. A renamed or moved field breaks tools outside the project.
#include <gtest/gtest.h>

#include "formats/geometry_json.h"
#include "formats/record_json.h"
#include "formats/result_json.h"

namespace kp {
namespace {

Contest contest(ContestKind kind = ContestKind::Election) {
  Contest out;
  out.id = "bch";
  out.title = "Bầu thử";
  out.kind = kind;
  out.seats = 1;
  out.candidates = {{"c01", "Phan Thử An", ""}, {"c02", "Phan Thử Bình", ""}};
  return out;
}

TEST(RecordJson, IsOneLineInTheOrderOfTheInterface) {
  SheetRecord record;
  record.sheet = 12;
  record.source = "s00012.jpg";
  record.page = 1;
  record.ballot = 12;
  record.contest = "bch";
  record.marks =
      recordMarks(contest(), {{0, Field::Name, MarkState::None, -0.9F, "", {}}, {1, Field::Name, MarkState::Unsure, 0.1F, "partial", {}}});
  record.votes = recordVotes(contest(), {Vote::Yes, Vote::Unsure});
  record.reasons = recordReasons(contest(), {{Why::MarkUnsure, 1, Field::Name, "partial"}, {Why::ExtraWriting}});
  record.rule = "R-18";
  record.proposal = Validity::Invalid;
  EXPECT_EQ(recordJson(record),
            R"({"sheet":12,"pass":1,"source":"s00012.jpg","page":1,"ballot":12,"contest":"bch","state":"review",)"
            R"("reasons":[{"why":"mark-unsure","candidate":"c02","field":"name","detail":"partial"},{"why":"extra-writing"}],)"
            R"("marks":{"c01/name":"none","c02/name":"unsure"},"votes":{"c01":"yes","c02":"unsure"},)"
            R"("validity":"undecided","rule":"R-18","proposal":"invalid"})");
}

TEST(RecordJson, ASheetThatWasNotReadHasEmptyMarksAndVotes) {
  SheetRecord record;
  record.sheet = 3;
  record.pass = 2;
  record.source = "hỏng \"1\".jpg";
  record.state = SheetRecord::State::SetAside;
  record.reasons = recordReasons(contest(), {{Why::PageDamaged}});
  EXPECT_EQ(recordJson(record),
            R"({"sheet":3,"pass":2,"source":"hỏng \"1\".jpg","page":0,"ballot":null,"contest":"","state":"set-aside",)"
            R"("reasons":[{"why":"page-damaged"}],"marks":{},"votes":{},"validity":"undecided","rule":"","proposal":null})");
}

TEST(RecordJson, AFileNameOfAnyBytesStillGivesALine) {
  SheetRecord record;
  record.source = "a\xff\n.jpg";
  const std::string line = recordJson(record);
  EXPECT_NE(line.find("a\xef\xbf\xbd\\n.jpg"), std::string::npos) << line;
  EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(RecordJson, StatesHaveTheirNames) {
  using State = SheetRecord::State;
  EXPECT_EQ(toString(State::Counted), "counted");
  EXPECT_EQ(toString(State::Review), "review");
  EXPECT_EQ(toString(State::Ruled), "ruled");
  EXPECT_EQ(toString(State::SetAside), "set-aside");
}

TEST(RecordJson, PlacesBeyondTheListAreLeftOut) {
  EXPECT_TRUE(recordMarks(contest(), {{9, Field::Name, MarkState::Mark, 1.0F, "", {}}}).empty());
  EXPECT_EQ(recordReasons(contest(), {{Why::MarkUnsure, 9}})[0].candidate, "");
  EXPECT_EQ(recordVotes(contest(), {Vote::Yes, Vote::No, Vote::No}).size(), 2U);
}

ResultView resultView() {
  ResultView view;
  view.contest = contest();
  view.rules = "190-QĐ/TW";
  view.passes = 1;
  view.figures = {350, 348, 348, 348, {{"absent-no-alternate", 2}}};
  view.tally.votes = {{340, 6, 0, 0, 0, 0}, {6, 340, 0, 0, 0, 0}};
  view.tally.valid = 346;
  view.tally.invalid = 2;
  view.tally.invalidByRule = {{"R-08", 2}};
  view.outcome = decide(view.contest, RuleSet{}, view.figures, view.tally);
  view.sums = {{"valid + invalid = returned", "…", 348, 348, true}};
  return view;
}

TEST(ResultJson, IsExactlyThatOfTheInterface) {
  EXPECT_EQ(resultJson(resultView()), R"({
 "contest": "bch",
 "round": 1,
 "state": "open",
 "rules": "190-QĐ/TW",
 "passes": 1,
 "figures": {
  "convened": 350,
  "present": 348,
  "absent": 2,
  "issued": 348,
  "returned": 348,
  "valid": 346,
  "invalid": 2,
  "undecided": 0,
  "deductions": {
   "absent-no-alternate": 2
  },
  "base": 348
 },
 "invalid_by_rule": {
  "R-08": 2
 },
 "votes": [
  {
   "candidate": "c01",
   "yes": 340,
   "no": 6,
   "not_counted": 0,
   "percent": "97.70"
  },
  {
   "candidate": "c02",
   "yes": 6,
   "no": 340,
   "not_counted": 0,
   "percent": "1.72"
  }
 ],
 "elected": [
  "c01"
 ],
 "tied": [],
 "shortfall": 0,
 "sums": [
  {
   "sum": "valid + invalid = returned",
   "left": 348,
   "right": 348,
   "holds": true
  }
 ]
}
)");
}

TEST(ResultJson, AnEmptyContestHasNullsAndEmptyListsNotMissingFields) {
  ResultView view;
  view.contest = contest();
  view.closed = true;
  view.round = 2;
  EXPECT_EQ(resultJson(view), R"({
 "contest": "bch",
 "round": 2,
 "state": "closed",
 "rules": "",
 "passes": 0,
 "figures": {
  "convened": null,
  "present": null,
  "absent": null,
  "issued": null,
  "returned": null,
  "valid": 0,
  "invalid": 0,
  "undecided": 0,
  "deductions": {},
  "base": null
 },
 "invalid_by_rule": {},
 "votes": [],
 "elected": [],
 "tied": [],
 "shortfall": 0,
 "sums": []
}
)");
}

TEST(ResultJson, ConfidenceRowsHaveTheirColumns) {
  ResultView view = resultView();
  view.contest = contest(ContestKind::Confidence);
  view.tally.votes = {{0, 0, 1, 300, 40, 5}, {0, 0, 0, 0, 0, 346}};
  view.outcome = decide(view.contest, RuleSet{}, view.figures, view.tally);
  const std::string text = resultJson(view);
  EXPECT_NE(text.find(R"(   "not_counted": 1,
   "high": 300,
   "medium": 40,
   "low": 5,
   "percent": "86.21")"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find(R"("elected": [])"), std::string::npos);
}

TEST(GeometryJson, IsExactlyThatOfTheInterface) {
  BallotForm form;
  form.contest = "bch";
  form.face = Face::StrikeOut;
  FormPage page;
  page.geometry.fiducials = {{10, 10, 5, 5}};
  page.geometry.codes = {{170.12345, 12, 28.7, 28.7}};
  page.geometry.targets = {{1, Field::Name, {35.1 + 0.3, 100.0004, 60, 6}, {}}};
  form.pages = {page};
  EXPECT_EQ(geometryJson(form, contest()), R"({
 "format": "kiemphieu-geometry/1",
 "contest": "bch",
 "face": "strike-out",
 "pages": [
  {
   "page": 1,
   "width_mm": 210.0,
   "height_mm": 297.0,
   "fiducials": [
    {
     "x": 10.0,
     "y": 10.0,
     "w": 5.0,
     "h": 5.0
    }
   ],
   "codes": [
    {
     "x": 170.123,
     "y": 12.0,
     "w": 28.7,
     "h": 28.7
    }
   ],
   "targets": [
    {
     "candidate": "c02",
     "field": "name",
     "x": 35.4,
     "y": 100.0,
     "w": 60.0,
     "h": 6.0
    }
   ]
  }
 ]
}
)");
}

TEST(GeometryJson, NamesFacesAndFieldsOfTheOtherBallots) {
  BallotForm form;
  form.face = Face::Confidence;
  FormPage page;
  page.geometry.targets = {{0, Field::High, {}, {}}, {0, Field::Medium, {}, {}}, {0, Field::Low, {}, {}}};
  form.pages = {page};
  const std::string text = geometryJson(form, contest(ContestKind::Confidence));
  for (const char* word : {R"("face": "confidence")", R"("field": "high")", R"("field": "medium")", R"("field": "low")"})
    EXPECT_NE(text.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a reading that comes back different; an image stored twice; a restart that counts a sheet twice; sheets of a closed count.
#include <limits>

#include "support.h"

namespace kp::test {

void expectSame(const PageReading& a, const PageReading& b) {
  EXPECT_EQ(a.contest, b.contest);
  EXPECT_EQ(a.page, b.page);
  EXPECT_EQ(a.ballotCode, b.ballotCode);
  EXPECT_EQ(a.reasons, b.reasons);
  EXPECT_EQ(a.marks, b.marks);
  EXPECT_EQ(a.spots, b.spots);
  EXPECT_EQ(a.orientation, b.orientation);
  EXPECT_EQ(a.dpi, b.dpi);
  EXPECT_EQ(a.widthPx, b.widthPx);
  EXPECT_EQ(a.heightPx, b.heightPx);
}

TEST_F(LedgerTest, WhatWasReadComesBackUnchanged) {
  Ledger ledger = newLedger(file());
  std::vector<SheetIntake> batch = sampleBatch(1, 2);
  batch[0].reading.ballotCode = 0xFFFFFFFFFFULL;
  batch[0].reading.marks[0].score = -0.0F;
  batch[1].reading = {};
  batch[1].refused = "tệp bị cắt ngang";
  batch[1].reading.reasons = {{Why::PageDamaged, std::nullopt, std::nullopt, "tệp bị cắt ngang"}};
  batch[1].duplicateOf = 1;
  const auto ids = ledger.sheets().append(batch, {"Trần Kỹ Thuật"});
  ASSERT_TRUE(ids) << ids.error().what;
  EXPECT_EQ(*ids, (std::vector<int>{1, 2}));
  for (int i = 0; i < 2; ++i) {
    const auto sheet = ledger.sheets().get(i + 1);
    ASSERT_TRUE(sheet);
    const SheetIntake& given = batch[static_cast<std::size_t>(i)];
    expectSame(sheet->reading, given.reading);
    EXPECT_EQ(sheet->sourceName, given.sourceName);
    EXPECT_EQ(sheet->sourceHash, given.source->hash());
    EXPECT_EQ(sheet->refused, given.refused);
    EXPECT_EQ(sheet->duplicateOf, given.duplicateOf);
    EXPECT_EQ(sheet->contest, "bch");
    EXPECT_EQ(*ledger.sheets().sourceBytes(sheet->sourceId), given.source->bytes());
  }
  EXPECT_TRUE(ledger.verifyChain()->sound());
  EXPECT_EQ(ledger.sheets().get(3).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(ledger.sheets().sourceBytes(9).error().kind, ErrorKind::NotFound);
}

TEST_F(LedgerTest, TheJournalNamesTheBatchAndTheRefusedFile) {
  Ledger ledger = newLedger(file());
  std::vector<SheetIntake> batch = sampleBatch(1, 3);
  batch[2].refused = "không phải ảnh";
  ASSERT_TRUE(ledger.sheets().append(batch, {"Trần Kỹ Thuật"}));
  const auto entries = *ledger.journal().list();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[1].event, "sheets-taken-in");
  EXPECT_EQ(entries[1].contest, "bch");
  EXPECT_EQ(entries[1].by, Actors{"Trần Kỹ Thuật"});
  EXPECT_EQ(entries[1].details.find("{\"count\":3,\"first\":1,\"last\":3,\"digest\":\""), 0U) << entries[1].details;
  EXPECT_EQ(entries[2].event, "file-refused");
  EXPECT_EQ(entries[2].sheet, 3);
  EXPECT_EQ(entries[2].details, "{\"source\":\"s3.jpg\",\"why\":\"không phải ảnh\"}");
}

TEST_F(LedgerTest, OneContentIsStoredOnceAndFoundAgainAtARestart) {
  Ledger ledger = newLedger(file());
  SheetIntake page = sampleSheet(1);
  SheetIntake second = page;
  second.pageIndex = 1;
  SheetIntake renamed = page;
  renamed.sourceName = "khác.jpg";
  SheetIntake otherPass = page;
  otherPass.pass = 2;
  ASSERT_TRUE(ledger.sheets().append(std::vector{page, second, renamed, otherPass}, {}));
  SheetRepository sheets = ledger.sheets();
  EXPECT_EQ(sheets.get(1)->sourceId, sheets.get(4)->sourceId);
  const auto taken = sheets.taken(1, "bch", page.source->hash(), 0);
  ASSERT_TRUE(taken);
  ASSERT_EQ(taken->size(), 2U);
  EXPECT_EQ((*taken)[0].id, 1);
  EXPECT_EQ((*taken)[1].sourceName, "khác.jpg");
  EXPECT_EQ(sheets.taken(1, "bch", page.source->hash(), 1)->size(), 1U);
  EXPECT_TRUE(sheets.taken(1, "", page.source->hash(), 0)->empty());
  EXPECT_TRUE(sheets.taken(3, "bch", page.source->hash(), 0)->empty());
  EXPECT_TRUE(sheets.taken(1, "bch", sampleSheet(2).source->hash(), 0)->empty());
  EXPECT_EQ(*sheets.passes("bch"), (std::vector<int>{1, 2}));
  EXPECT_EQ(ledger.verifyChain()->sources, 1);
}

TEST_F(LedgerTest, FiltersByContestPassAndIdAndStopsWhenAsked) {
  Ledger ledger = newLedger(file());
  std::vector<SheetIntake> batch = sampleBatch(1, 6);
  batch[1].pass = 2;
  batch[2].expected = "";
  batch[2].reading.contest = "bkt";
  batch[3].expected = "";
  batch[3].reading.contest = "";
  batch[4].reading.contest = "bkt";  // scanned for bch, its code says bkt: stays with the count it was fed to
  ASSERT_TRUE(ledger.sheets().append(batch, {}));
  const auto ids = [&](const SheetFilter& filter) {
    std::vector<int> found;
    EXPECT_TRUE(ledger.sheets().forEach(filter, [&](const StoredSheet& sheet) {
      found.push_back(sheet.id);
      EXPECT_EQ(sheet.reading.marks.size(), 5U);
      return true;
    }));
    EXPECT_EQ(*ledger.sheets().count(filter), static_cast<int>(found.size()));
    return found;
  };
  EXPECT_EQ(ids({}), (std::vector<int>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(ids({"bch"}), (std::vector<int>{1, 2, 5, 6}));
  EXPECT_EQ(ids({"bch", 1}), (std::vector<int>{1, 5, 6}));
  EXPECT_EQ(ids({"bch", 1, 1}), (std::vector<int>{5, 6}));
  EXPECT_EQ(ids({"bkt"}), (std::vector<int>{3}));
  EXPECT_EQ(ids({""}), (std::vector<int>{4}));
  int visits = 0;
  EXPECT_TRUE(ledger.sheets().forEach({}, [&](const StoredSheet& sheet) {
    EXPECT_TRUE(ledger.sheets().get(sheet.id)) << "reading inside a visit is allowed";
    return ++visits < 2;
  }));
  EXPECT_EQ(visits, 2);
}

TEST_F(LedgerTest, ABatchIsAllOrNothing) {
  Ledger ledger = newLedger(file());
  std::vector<SheetIntake> batch = sampleBatch(1, 3);
  batch[2].duplicateOf = 99;  // no such sheet: the foreign key refuses the third row
  EXPECT_FALSE(ledger.sheets().append(batch, {}));
  EXPECT_EQ(*ledger.sheets().nextId(), 1);
  EXPECT_EQ(ledger.journal().list()->size(), 1U);
  batch[2].duplicateOf = 1;
  EXPECT_TRUE(ledger.sheets().append(batch, {}));
  EXPECT_TRUE(ledger.sheets().append({}, {})->empty());
  EXPECT_EQ(ledger.journal().list()->size(), 2U) << "an empty batch leaves no entry";
}

TEST_F(LedgerTest, WhatCannotBeStoredFaithfullyIsBadInput) {
  Ledger ledger = newLedger(file());
  std::vector<SheetIntake> batch = sampleBatch(1, 1);
  batch[0].reading.marks[1].score = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(ledger.sheets().append(batch, {}).error().kind, ErrorKind::BadInput);
  batch = sampleBatch(1, 1);
  batch[0].source = nullptr;
  EXPECT_EQ(ledger.sheets().append(batch, {}).error().kind, ErrorKind::BadInput);
  batch = sampleBatch(1, 1);
  batch[0].expected = "không có";
  EXPECT_EQ(ledger.sheets().append(batch, {}).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(*ledger.sheets().count({}), 0);
}

TEST_F(LedgerTest, RulingsStandBesideEachOtherAndKeepTheReading) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 2), {}));
  const Actors two{"Lò Văn Thử", "Hà Thị Mẫu"};
  Ruling votes{Ruling::Kind::Votes, {{4, Vote::No}, {0, Vote::Yes}}, "", ""};
  Ruling invalid{Ruling::Kind::Invalid, {}, "R-18", ""};
  EXPECT_EQ(*ledger.rulings().append(2, votes, two), 1);
  EXPECT_EQ(*ledger.rulings().append(2, invalid, two), 2);
  EXPECT_EQ(*ledger.rulings().append(1, {Ruling::Kind::SetAside, {}, "", "in hỏng"}, two), 3);
  const auto of = *ledger.rulings().of(2);
  ASSERT_EQ(of.size(), 2U);
  EXPECT_EQ(of[0].ruling.votes, votes.votes) << "in the order given";
  EXPECT_EQ(of[0].by, two);
  EXPECT_EQ(of[1].ruling.kind, Ruling::Kind::Invalid);
  EXPECT_EQ(of[1].ruling.rule, "R-18");
  EXPECT_EQ(ledger.rulings().ofContest("bch")->size(), 3U);
  EXPECT_TRUE(ledger.rulings().ofContest("bkt")->empty());
  EXPECT_EQ(ledger.rulings().append(7, invalid, two).error().kind, ErrorKind::NotFound);
  expectSame(ledger.sheets().get(2)->reading, sampleSheet(2).reading);
  EXPECT_TRUE(ledger.verifyChain()->sound());
}

TEST_F(LedgerTest, AClosedCountTakesNothingMore) {
  Ledger ledger = newLedger(file());
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 1), {}));
  const Actors two{"Lò Văn Thử", "Hà Thị Mẫu"};
  ASSERT_TRUE(ledger.congress().close("bch", two, "{}"));
  EXPECT_EQ(ledger.sheets().append(sampleBatch(2, 1), {}).error().kind, ErrorKind::Refused);
  EXPECT_EQ(ledger.rulings().append(1, {}, two).error().kind, ErrorKind::Refused);
  EXPECT_EQ(ledger.figures().set("bch", {}, two).error().kind, ErrorKind::Refused);
  EXPECT_EQ(ledger.congress().setRules("bch", {}, two).error().kind, ErrorKind::Refused);
  EXPECT_EQ(ledger.congress().close("bch", two, "{}").error().kind, ErrorKind::Refused);
  EXPECT_TRUE(ledger.figures().set("bkt", {}, two)) << "another contest is not concerned";
  ASSERT_TRUE(ledger.congress().reopen("bch", two, "thiếu một phiếu"));
  EXPECT_TRUE(ledger.sheets().append(sampleBatch(2, 1), {}));
}

}  // namespace kp::test

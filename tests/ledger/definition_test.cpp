// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a definition that comes back different; a list changed under printed or counted ballots; acts without journal entry; PINs and keys.
#include <sodium.h>

#include <set>

#include "support.h"

namespace kp::test {

const Actors kTwo{"Lò Văn Thử", "Hà Thị Mẫu"};

TEST_F(LedgerTest, TheFirstEntryTellsTheCreationWithTheInjectedTime) {
  const Ledger ledger = newLedger(file());
  const auto entries = *ledger.journal().list();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].event, "congress-created");
  EXPECT_EQ(entries[0].time, "2026-11-22T08:00:00.000Z");
  EXPECT_EQ(entries[0].by, Actors{"Trần Kỹ Thuật"});
  EXPECT_EQ(*ledger.head(), toHex(entries[0].hash));
  EXPECT_EQ(ledger.head()->size(), 64U);
}

TEST_F(LedgerTest, ADefinitionCanBeChangedUntilBallotsAreTakenIn) {
  Ledger ledger = newLedger(file());
  Congress congress = sampleCongress();
  congress.contests[0].candidates.pop_back();
  congress.contests[0].seats = 2;
  congress.contests.pop_back();
  congress.committee.push_back({"Mùa A Giám", Role::Supervisor});
  ASSERT_TRUE(ledger.congress().save(congress, kTwo));
  EXPECT_EQ(*ledger.congress().load(), congress);
  EXPECT_EQ(
      ledger.journal().list()->back().after,
      R"({"info":false,"committee":true,"contests":["bch","bkt"],"people":[{"name":"Mùa A Giám","role":"supervisor","change":"added"}],"left":[]})");
  ASSERT_TRUE(ledger.sheets().append(sampleBatch(1, 1), {}));
  Congress later = congress;
  later.contests[0].candidates[0].name = "Nguyễn Văn Ân";
  EXPECT_EQ(ledger.congress().save(later, kTwo).error().kind, ErrorKind::Refused);
  later = congress;
  later.contests.clear();
  EXPECT_EQ(ledger.congress().save(later, kTwo).error().kind, ErrorKind::Refused);
  later = congress;
  later.info.kind = CongressKind::Members;
  EXPECT_EQ(ledger.congress().save(later, kTwo).error().kind, ErrorKind::Refused);
  later = congress;
  later.committee[1].name = "Hà Thị Mẫu Mới";
  EXPECT_TRUE(ledger.congress().save(later, kTwo));
  EXPECT_EQ(*ledger.congress().load(), later);
  EXPECT_TRUE(ledger.verifyChain()->sound());
}

TEST_F(LedgerTest, ANextRoundTakesTheRulesOfTheOneBefore) {
  Ledger ledger = newLedger(file());
  RuleSet own = *ledger.congress().rulesOf("bch");
  EXPECT_EQ(own, *ruleSet("190-QĐ/TW"));
  own.name = "Quy chế riêng";
  own.citations.push_back("Nghị quyết \"thử\"\n");
  own.allDisapproved = Disposition::Valid;
  own.oneNameNeither = Disposition::Invalid;
  own.tieNeedsRunOff = false;
  own.passesRequired = 3;
  own.percentDecimals = 1;
  own.surplusPercentLimit = 15;
  own.version = "7";
  ASSERT_TRUE(ledger.congress().setRules("bch", own, kTwo));
  EXPECT_EQ(*ledger.congress().rulesOf("bch"), own);
  Contest next = sampleCongress().contests[0];
  EXPECT_EQ(ledger.congress().addContest(next, kTwo, "bch").error().kind, ErrorKind::BadInput) << "its id is in use";
  next.id = "bch-2";
  next.round = 2;
  next.runOff = true;
  ASSERT_TRUE(ledger.congress().addContest(next, kTwo, "bch"));
  EXPECT_EQ(ledger.congress().load()->contests.back(), next);
  EXPECT_EQ(*ledger.congress().rulesOf("bch-2"), own);
  EXPECT_EQ(*ledger.congress().rulesOf("bkt"), *ruleSet("190-QĐ/TW"));
  EXPECT_EQ(ledger.congress().rulesOf("không có").error().kind, ErrorKind::NotFound);
  EXPECT_TRUE(ledger.verifyChain()->sound());
}

TEST_F(LedgerTest, FiguresKeepWhatIsMissingApartFromZero) {
  Ledger ledger = newLedger(file());
  EXPECT_EQ(*ledger.figures().of("bch"), Figures{});
  Figures figures;
  figures.convened = 350;
  figures.issued = 0;
  figures.deductions = {{"absent-no-alternate", 2}};
  ASSERT_TRUE(ledger.figures().set("bch", figures, kTwo));
  EXPECT_EQ(*ledger.figures().of("bch"), figures);
  const auto entry = ledger.journal().list()->back();
  EXPECT_EQ(entry.event, "figures-set");
  EXPECT_EQ(entry.before, R"({"convened":null,"present":null,"issued":null,"returned":null,"deductions":{}})");
  EXPECT_EQ(entry.after, R"({"convened":350,"present":null,"issued":0,"returned":null,"deductions":{"absent-no-alternate":2}})");
  figures.returned = -1;
  EXPECT_EQ(ledger.figures().set("bch", figures, kTwo).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(ledger.figures().of("không có").error().kind, ErrorKind::NotFound);
}

TEST_F(LedgerTest, ClosingAndReopeningAreEventsWithNamesAndTime) {
  Ledger ledger = newLedger(file());
  EXPECT_EQ(*ledger.congress().state("bch"), ContestState{});
  ASSERT_TRUE(ledger.congress().close("bch", kTwo, R"({"valid":3})"));
  auto state = *ledger.congress().state("bch");
  EXPECT_TRUE(state.closed);
  EXPECT_EQ(state.by, kTwo);
  EXPECT_EQ(state.time.substr(0, 20), "2026-11-22T08:00:00.");
  EXPECT_EQ(ledger.journal().list()->back().details, R"({"valid":3})");
  EXPECT_FALSE(ledger.congress().state("bkt")->closed);
  EXPECT_EQ(ledger.congress().reopen("bkt", kTwo, "").error().kind, ErrorKind::Refused);
  ASSERT_TRUE(ledger.congress().reopen("bch", kTwo, "kiểm lại"));
  EXPECT_FALSE(ledger.congress().state("bch")->closed);
  EXPECT_EQ(ledger.journal().list("bkt")->size(), 1U) << "entries of other contests are left out";
}

TEST_F(LedgerTest, KeysStayAndSign) {
  SigningKey made;
  CodeKey code;
  {
    const Ledger ledger = newLedger(file());
    made = *ledger.keys().signingKey();
    code = *ledger.keys().codeKey();
  }
  const auto ledger = Ledger::open(file(), Ledger::Mode::ReadWrite);
  EXPECT_EQ(ledger->keys().signingKey()->secretKey, made.secretKey);
  EXPECT_EQ(*ledger->keys().codeKey(), code);
  EXPECT_NE(code, CodeKey{});
  const unsigned char text[] = "biên bản";
  unsigned char signature[crypto_sign_BYTES];
  crypto_sign_detached(signature, nullptr, text, sizeof text, made.secretKey.data());
  EXPECT_EQ(crypto_sign_verify_detached(signature, text, sizeof text, ledger->keys().publicKey()->data()), 0);
  const Ledger other = newLedger(file("khác.kiemphieu"));
  EXPECT_NE(*other.keys().codeKey(), code);
}

TEST_F(LedgerTest, PinsAreCheckedAndNeverStoredInClear) {
  Ledger ledger = newLedger(file());
  EXPECT_FALSE(*ledger.congress().checkPin("Hà Thị Mẫu", "1357"));
  ASSERT_TRUE(ledger.congress().setPin("Hà Thị Mẫu", "13572468", kTwo));
  EXPECT_TRUE(*ledger.congress().checkPin("Hà Thị Mẫu", "13572468"));
  EXPECT_FALSE(*ledger.congress().checkPin("Hà Thị Mẫu", "13572469"));
  EXPECT_EQ(*ledger.congress().withPin(), Actors{"Hà Thị Mẫu"});
  EXPECT_EQ(ledger.congress().checkPin("Người Lạ", "1357").error().kind, ErrorKind::NotFound);
  EXPECT_EQ(ledger.congress().setPin("Người Lạ", "1357", kTwo).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(ledger.congress().setPin("Hà Thị Mẫu", "135", kTwo).error().kind, ErrorKind::BadInput);
  ledger = *Ledger::open(file(), Ledger::Mode::ReadOnly);
  EXPECT_EQ(contents(file()).find("13572468"), std::string::npos);
}

TEST(Events, AreCompleteAndTheirIdsAreUnique) {
  std::set<std::string> ids;
  int index = 0;
  for (const EventText& text : eventTexts()) {
    EXPECT_EQ(static_cast<int>(text.event), index++) << "the table follows the enum";
    EXPECT_TRUE(ids.insert(text.id).second) << text.id;
    EXPECT_FALSE(text.vi.empty() || text.en.empty());
    EXPECT_EQ(*parseEvent(text.id), text.event);
  }
  EXPECT_EQ(index, static_cast<int>(Event::BallotPrintFailed) + 1);
  EXPECT_EQ(parseEvent("no-such").error().kind, ErrorKind::BadInput);
}

/// A changed encoding would make every older file look tampered with.
TEST(Hash, IsThePublishedBlake2bAndTheEncodingIsFixed) {
  // BLAKE2b-256 of "abc", as given by Python's hashlib.blake2b(digest_size=32).
  EXPECT_EQ(toHex(hashOf("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  const std::string expected = std::string("s\x02\0\0\0\0\0\0\0ab", 11) + std::string("i\xff\xff\xff\xff\xff\xff\xff\xff", 9) +
                               std::string("r\0\0\0\0\0\0\xf0\x3f", 9) + "n";
  EXPECT_EQ(Canonical().text("ab").integer(-1).real(1).none().bytes(), expected);
  EXPECT_EQ(Canonical().real(-0.0).bytes(), Canonical().real(0).bytes());
  EXPECT_NE(Canonical().text("a").text("b").bytes(), Canonical().text("ab").text("").bytes());
  EXPECT_EQ(digestFromHex(toHex(hashOf("x"))), hashOf("x"));
  EXPECT_FALSE(digestFromHex("zz"));
}

}  // namespace kp::test

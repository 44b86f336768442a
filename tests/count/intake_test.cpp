// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in: order, restart, the same paper twice, files that are no images, a source that vanishes. Readings come from a fake reader, the ledger is real.
#include "count/intake.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "builders.h"

using namespace kp;
using namespace kp::testing;

namespace {

/// Files by name and bytes; the bytes say what the fake reader sees: "CONTEST PAGE CODE filler", "bad" for no image, "blank" for a sheet without print.
struct Deck {
  std::vector<std::pair<std::string, std::string>> files;
  std::size_t at = 0;
  std::size_t vanishAt = static_cast<std::size_t>(-1);

  Expected<std::optional<SourceItem>> next() {
    if (at == vanishAt) return fail(ErrorKind::NotFound, "the folder is gone");
    if (at == files.size()) return std::optional<SourceItem>();
    const auto& [name, bytes] = files[at++];
    return std::optional<SourceItem>(SourceItem{name, bytes, {}});
  }
};

PageReading fakeReading(const Congress& congress, const std::string& bytes) {
  if (bytes.rfind("blank", 0) == 0) return unread(Why::BlankSheet);
  const std::string contest = bytes.substr(0, bytes.find(' '));
  const auto rest = bytes.substr(contest.size() + 1);
  PageReading reading = ballot(*congress.contest(contest), {0, 1});
  reading.page = std::stoi(rest);
  const auto code = std::stoull(rest.substr(rest.find(' ') + 1));
  if (code) reading.ballotCode = code;
  return reading;
}

IntakePorts portsOf(Deck& deck, const Congress& congress) {
  IntakePorts ports;
  ports.next = [&deck] { return deck.next(); };
  ports.countPages = [](const std::string& bytes) -> Expected<int> {
    if (bytes.rfind("bad", 0) == 0) return fail(ErrorKind::BadInput, "no image");
    return bytes.rfind("three", 0) == 0 ? 3 : 1;
  };
  ports.readPage = [&congress](const std::string& bytes, int page, const std::string&) -> Expected<PageReading> {
    static thread_local std::mt19937 random{std::random_device{}()};
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 500));  // so that threads finish out of order
    if (bytes.rfind("half", 0) == 0) return fail(ErrorKind::BadInput, "breaks off");
    if (bytes.rfind("three", 0) == 0) return fakeReading(congress, "bch " + std::to_string(page + 1) + " 0");
    return fakeReading(congress, bytes);
  };
  return ports;
}

Deck plainDeck(int sheets) {
  Deck deck;
  for (int i = 1; i <= sheets; ++i) deck.files.emplace_back("s" + std::to_string(i) + ".jpg", "bch 1 0 image " + std::to_string(i));
  return deck;
}

class Intake : public ::testing::Test {
 protected:
  void SetUp() override {
    Contest second = strikeContest(4, 2, "ubkt");
    Contest coded = strikeContest(4, 2, "coded");
    coded.ballotCode = BallotCode::PerBallot;
    congress = congressOf({strikeContest(), second, coded});
    reopen();
  }
  void reopen() {
    ledger.reset();
    const auto path = folder.path() / "thu.kiemphieu";
    auto opened = std::filesystem::exists(path) ? Ledger::open(path, Ledger::Mode::ReadWrite) : Ledger::create(path, congress);
    ASSERT_TRUE(opened) << opened.error().what;
    ledger = std::make_unique<Ledger>(std::move(*opened));
  }
  Expected<IntakeReport> take(Deck& deck, const std::string& contest = "bch", int pass = 1, int threads = 4) {
    IntakeOptions options;
    options.contest = contest;
    options.pass = pass;
    options.threads = threads;
    return takeIn(*ledger, congress, options, portsOf(deck, congress));
  }
  std::vector<StoredSheet> stored() {
    std::vector<StoredSheet> sheets;
    EXPECT_TRUE(ledger->sheets().forEach({}, [&](const StoredSheet& s) {
      sheets.push_back(s);
      return true;
    }));
    return sheets;
  }
  static bool has(const StoredSheet& sheet, Why why) {
    return std::any_of(sheet.reading.reasons.begin(), sheet.reading.reasons.end(), [why](const Reason& r) { return r.why == why; });
  }

  TempFolder folder;
  Congress congress;
  std::unique_ptr<Ledger> ledger;
};

}  // namespace

TEST_F(Intake, KeepsSourceOrderWhateverThreadIsFirst) {
  Deck deck = plainDeck(300);
  const auto report = take(deck);
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->total.stored, 300);
  const auto sheets = stored();
  ASSERT_EQ(sheets.size(), 300u);
  for (int i = 0; i < 300; ++i) EXPECT_EQ(sheets[static_cast<std::size_t>(i)].sourceName, "s" + std::to_string(i + 1) + ".jpg");
}

TEST_F(Intake, SameCommandAgainAddsOnlyWhatIsMissing) {
  Deck half = plainDeck(40);
  ASSERT_TRUE(take(half));
  reopen();
  Deck whole = plainDeck(100);
  const auto report = take(whole);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->total.stored, 60);
  EXPECT_EQ(report->total.alreadyThere, 40);
  const auto sheets = stored();
  ASSERT_EQ(sheets.size(), 100u);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(sheets[static_cast<std::size_t>(i)].sourceName, "s" + std::to_string(i + 1) + ".jpg");
  Deck again = plainDeck(100);
  EXPECT_EQ(take(again)->total.stored, 0);
}

TEST_F(Intake, PagesOfOneFileAreSheetsOfTheirOwn) {
  Deck deck;
  deck.files = {{"pile.pdf", "three"}};
  ASSERT_TRUE(take(deck));
  const auto sheets = stored();
  ASSERT_EQ(sheets.size(), 3u);
  EXPECT_EQ(sheets[2].pageIndex, 2);
  EXPECT_EQ(sheets[0].sourceId, sheets[2].sourceId) << "the bytes are kept once";
  Deck again;
  again.files = deck.files;
  EXPECT_EQ(take(again)->total.alreadyThere, 3);
}

TEST_F(Intake, SameBytesUnderAnotherNameAreSetAsideAndNamed) {
  Deck deck = plainDeck(3);
  deck.files.emplace_back("copy.jpg", deck.files[1].second);
  const auto report = take(deck);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->total.seenBefore, 1);
  const auto sheets = stored();
  ASSERT_EQ(sheets.size(), 4u);
  ASSERT_TRUE(has(sheets[3], Why::SeenBefore));
  EXPECT_EQ(sheets[3].duplicateOf, 2);
  EXPECT_NE(sheets[3].reading.reasons.back().detail.find("s2.jpg"), std::string::npos) << "the other sheet is named";
  Deck renamed = plainDeck(1);
  renamed.files[0].first = "later.jpg";
  ASSERT_TRUE(take(renamed));
  EXPECT_EQ(stored().back().duplicateOf, 1) << "also in a later run";
}

TEST_F(Intake, AnotherPassTakesTheSameFilesAgain) {
  Deck first = plainDeck(5), second = plainDeck(5);
  ASSERT_TRUE(take(first));
  const auto report = take(second, "bch", 2);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->total.stored, 5);
  EXPECT_EQ(report->total.seenBefore, 0);
}

TEST_F(Intake, PerBallotCodeSeenAgainIsSetAside) {
  Deck deck;
  deck.files = {{"a.jpg", "coded 1 77 first"}, {"b.jpg", "coded 1 78 other"}, {"c.jpg", "coded 1 77 scanned again"}};
  const auto report = take(deck, "coded");
  ASSERT_TRUE(report);
  const auto sheets = stored();
  EXPECT_FALSE(has(sheets[1], Why::SeenBefore));
  EXPECT_TRUE(has(sheets[2], Why::SeenBefore));
  EXPECT_EQ(sheets[2].duplicateOf, 1);
  Deck later;
  later.files = {{"d.jpg", "coded 1 78 again"}};
  ASSERT_TRUE(take(later, "coded"));
  EXPECT_EQ(stored().back().duplicateOf, 2) << "also in a later run";
}

TEST_F(Intake, BadFilesAreRecordedAndTheRunGoesOn) {
  Deck deck = plainDeck(2);
  deck.files.insert(deck.files.begin() + 1,
                    {{"text.jpg", "bad text"}, {"half.jpg", "half an image"}, {"empty.jpg", "bad"}, {"empty2.jpg", "bad"}});
  const auto report = take(deck);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->total.refused, 4);
  ASSERT_EQ(report->refusedFiles.size(), 4u);
  EXPECT_EQ(report->refusedFiles[1], (std::pair<std::string, std::string>("half.jpg", "breaks off")));
  const auto sheets = stored();
  ASSERT_EQ(sheets.size(), 6u);
  for (std::size_t i = 1; i <= 4; ++i) {
    EXPECT_TRUE(has(sheets[i], Why::PageDamaged));
    EXPECT_FALSE(has(sheets[i], Why::SeenBefore)) << "two empty files are not the same paper";
  }
  Deck again;
  again.files = deck.files;
  EXPECT_EQ(take(again)->total.stored, 0);
}

// Files of the folder that are no scans and of which nobody knows the next day.
TEST_F(Intake, FilesThatTheSourceLeftOutStandInTheJournal) {
  Deck deck = plainDeck(2);
  IntakePorts ports = portsOf(deck, congress);
  std::vector<std::string> names{"ghi chú; 1.txt"};
  for (std::size_t i = 1; i < kNamedFiles + 3; ++i) names.push_back("rác " + std::to_string(i) + ".tmp");
  ports.leftOut = [&names] { return names; };
  IntakeOptions options;
  options.contest = "bch";
  options.pass = 2;
  ASSERT_TRUE(takeIn(*ledger, congress, options, ports));
  const auto left = leftOutFiles(*ledger->journal().list("bch"));
  EXPECT_EQ(left.pass, 2);
  EXPECT_EQ(left.files, static_cast<long>(names.size()));
  ASSERT_EQ(left.names.size(), kNamedFiles);
  EXPECT_EQ(left.names.front(), names.front());
  deck = plainDeck(2);
  ports.leftOut = nullptr;
  ASSERT_TRUE(takeIn(*ledger, congress, options, ports));
  EXPECT_EQ(leftOutFiles(*ledger->journal().list("bch")).files, 0) << "the last run is what counts";
}

// Regression: while a scan waited for its first sheet, one act turned the list round; all marks, stored by their place in the list, went to other people.
TEST_F(Intake, SheetsReadByAListThatWasChangedMeanwhileAreNotTakenIn) {
  const auto whileWaiting = [this](const std::function<void()>& act) {
    Deck deck = plainDeck(3);
    std::atomic<bool> acted = false;
    IntakePorts ports = portsOf(deck, congress);
    ports.next = [&deck, &acted] {
      while (!acted) std::this_thread::sleep_for(std::chrono::milliseconds(10));  // the feeder has no paper yet
      return deck.next();
    };
    IntakeOptions options;
    options.contest = "bch";
    options.progress = [&](const IntakeProgress&) {
      if (!acted) act();
      acted = true;
    };
    return takeIn(*ledger, congress, options, ports);
  };
  const auto changed = [&](const std::function<void(Congress&)>& how) {
    return whileWaiting([&] {
      Congress now = *ledger->congress().load();
      how(now);
      ASSERT_TRUE(ledger->congress().save(now, {}));
    });
  };
  const auto turned = changed([](Congress& c) { std::reverse(c.contests[0].candidates.begin(), c.contests[0].candidates.end()); });
  ASSERT_FALSE(turned);
  EXPECT_EQ(turned.error().kind, ErrorKind::Refused);
  EXPECT_NE(turned.error().what.find("đã bị sửa"), std::string::npos) << turned.error().what;
  EXPECT_TRUE(stored().empty());
  congress = *ledger->congress().load();
  EXPECT_FALSE(changed([](Congress& c) { c.info.name += " lần hai"; })) << "other ballots";
  congress = *ledger->congress().load();
  EXPECT_FALSE(whileWaiting([this] { ASSERT_TRUE(ledger->learned().save("bch", "{}", {}, "", {})); })) << "another form";
  EXPECT_FALSE(whileWaiting([this] {
    KeyedDraft draft;
    draft.place = {"bch", 1, 1};
    draft.person = "Hà Văn Trưởng";
    draft.typed = draft.content = "4 5";
    ASSERT_TRUE(ledger->keying().append(draft, {ballot(congress.contests[0], {3, 4})}));
  })) << "the pass was keyed in meanwhile: the pile would be counted twice";
  EXPECT_TRUE(stored().empty());
}

// Catches: a scan that stops at every act of another, also where nothing of its ballots changed.
TEST_F(Intake, AScanGoesOnWhenOthersChangeWhatItDoesNotHangOn) {
  Deck deck = plainDeck(40);
  IntakeOptions options;
  options.contest = "bch";
  int acts = 0;
  options.progress = [&](const IntakeProgress&) {
    Congress now = *ledger->congress().load();
    now.contests[1].title = "Bầu lần " + std::to_string(++acts);
    now.committee.push_back({"Người " + std::to_string(acts), Role::Secretary});
    ASSERT_TRUE(ledger->congress().save(now, {}));
  };
  const auto report = takeIn(*ledger, congress, options, portsOf(deck, congress));
  ASSERT_TRUE(report) << report.error().what;
  EXPECT_EQ(report->total.stored, 40);
  EXPECT_GT(acts, 0);
}

TEST_F(Intake, VanishedSourceKeepsWhatWasReadAndGoesOnLater) {
  Deck deck = plainDeck(50);
  deck.vanishAt = 20;
  const auto report = take(deck);
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().what.find("20"), std::string::npos) << report.error().what;
  EXPECT_EQ(stored().size(), 20u);
  Deck back = plainDeck(50);
  ASSERT_TRUE(take(back));
  EXPECT_EQ(stored().size(), 50u);
}

TEST_F(Intake, WithoutContestSheetsGoWhereTheirCodeSays) {
  Deck deck;
  deck.files = {{"0.jpg", "blank 0"}, {"1.jpg", "ubkt 1 0 a"}, {"2.jpg", "blank 1"}, {"3.jpg", "bch 1 0 b"}, {"4.jpg", "bad"}};
  ASSERT_TRUE(take(deck, ""));
  const auto sheets = stored();
  std::vector<std::string> contests;
  for (const auto& s : sheets) contests.push_back(s.contest);
  EXPECT_EQ(contests, (std::vector<std::string>{"bch", "ubkt", "ubkt", "bch", "bch"})) << "an unknown sheet goes with the one before it";
  Deck again;
  again.files = deck.files;
  EXPECT_EQ(take(again, "")->total.stored, 0);
}

TEST_F(Intake, ClosedContestTakesNothing) {
  ASSERT_TRUE(ledger->congress().close("bch", kTwo, "x"));
  Deck deck = plainDeck(3);
  const auto report = take(deck);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ErrorKind::Refused);
  EXPECT_TRUE(stored().empty());
}

TEST_F(Intake, UnknownContestIsNamed) {
  Deck deck = plainDeck(1);
  const auto report = take(deck, "none");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ErrorKind::NotFound);
}

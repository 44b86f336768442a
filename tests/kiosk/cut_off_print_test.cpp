// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots on their way to the printer: what the journal knows at each moment, and what the print page says after a power cut in the middle.
#include "count/access.h"
#include "counted_kiosk.h"
#include "kiosk/print/print_model.h"
#include "window_fixture.h"
#include "wiring/print_ballots.h"

namespace kp::kiosk {
namespace {

class CutOffPrintTest : public OverWindow<CountedKioskTest> {
 protected:
  std::vector<std::string> printing() const {
    std::vector<std::string> events;
    const auto entries = file().journal().list("bch");
    EXPECT_TRUE(entries);
    for (const JournalEntry& entry : *entries)
      if (entry.event.find("print") != std::string::npos) events.push_back(entry.event);
    return events;
  }
  void beginToPrint() {
    onFile([](Ledger& ledger) {
      ASSERT_TRUE(ledger.journal().append({Event::BallotPrintBegun, {kHead}, "bch", std::nullopt, {}, {}, "20 bản"}));
    });
  }
};

// Caught: ballots journalled after they were out: cut off in between, they were on paper and in no journal.
TEST_F(CutOffPrintTest, TheJournalKnowsBeforeThePrinterDoes) {
  onFile([](Ledger& ledger) {
    const auto printed = issueBallots(ledger, "bch", 2, {}, [&](const std::string&) -> Expected<void> {
      const auto entries = ledger.journal().list("bch");
      EXPECT_NE(cutOffPrint(*entries, "bch"), nullptr);
      return {};
    });
    EXPECT_TRUE(printed);
  });
  EXPECT_EQ(printing(), (std::vector<std::string>{"ballot-print-begun", "ballots-printed"}));
  EXPECT_EQ(cutOffPrint(*file().journal().list("bch"), "bch"), nullptr);
}

// Caught: a printer that refused, told as a printing that may have sheets somewhere.
TEST_F(CutOffPrintTest, ARefusalIsAnEnd) {
  onFile([](Ledger& ledger) {
    const auto refused =
        issueBallots(ledger, "bch", 2, {}, [](const std::string&) -> Expected<void> { return fail(ErrorKind::Io, "hết mực"); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what, "hết mực");
  });
  EXPECT_EQ(printing(), (std::vector<std::string>{"ballot-print-begun", "ballot-print-failed"}));
  EXPECT_EQ(cutOffPrint(*file().journal().list("bch"), "bch"), nullptr);
}

// Caught: the kiosk opened after a power cut as if nothing had been on its way; the same said for ever after.
TEST_F(CutOffPrintTest, ThePageSaysWhatToDoUntilBallotsArePrinted) {
  beginToPrint();
  signIn(kHead);
  open("print");
  EXPECT_TRUE(m_hand->until([this] { return m_hand->screen().contains(QString::fromUtf8("bị cắt ngang")); }, "what was cut off"));
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("Hãy gom và đếm mọi tờ trong máy in")));
  onFile([](Ledger& ledger) {
    ASSERT_TRUE(issueBallots(ledger, "bch", 2, {kHead}, [](const std::string&) -> Expected<void> { return {}; }));
  });
  EXPECT_TRUE(m_hand->until([this] { return !m_hand->screen().contains(QString::fromUtf8("bị cắt ngang")); }, "the note to go"));
}

}  // namespace
}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/scan_run.h"

#include "deck.h"

namespace kp::kiosk {
namespace {

class ScanRunTest : public KioskTest {
 protected:
  /// Sheets of a scanner, of any contest, and a list that is changed once the first of them is stored, so that the next cannot be.
  static Expected<IntakeReport> scanWhileTheListChanges(Ledger& ledger, const std::string& source) {
    ScanRequest request;
    request.sources = {source};
    bool changed = false;
    request.progress = [&](const IntakeProgress& progress) {
      if (changed || progress.stored == 0) return;
      changed = true;
      Congress congress = *ledger.congress().load();
      congress.contests[1].candidates[0].name = "Lò Thị Khác";
      ASSERT_TRUE(ledger.congress().save(congress, {}));
    };
    return runScan(ledger, request);
  }
};

// Caught: a disk that is full in the middle of a pile, told with "give the same command again" only: up to 16 sheets that had gone through the scanner lay in the output tray and were
// in no file.
TEST_F(ScanRunTest, PaperThatTheScannerDrewInAndNobodyStoredIsNamed) {
  m_station->closeFile();
  std::optional<Ledger> ledger;
  until([&] {  // the desk lets go of it in its own time
    auto opened = Ledger::open(path().toStdString(), Ledger::Mode::ReadWrite);
    if (opened) ledger.emplace(std::move(*opened));
    return ledger.has_value();
  });
  const auto report = scanWhileTheListChanges(*ledger, "sane:test:0?test-picture=Grid&read-delay=yes&read-delay-duration=20000");
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().what.find("khay ra"), std::string::npos) << report.error().what;
  // a scanner that fails by itself has handed out all it had
  const auto none = runScan(*ledger, {.sources = {"sane:nothing:0"}, .contest = "bch"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().what.find("khay ra"), std::string::npos) << none.error().what;
}

}  // namespace
}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/print_model.h"

#include <QFile>
#include <cstdlib>

#include "kiosk/contest/contest_model.h"
#include "kiosk/frame/images.h"
#include "kiosk_fixture.h"
#include "scanner/source/page_source.h"

namespace kp::kiosk {
namespace {

class PrintModelTest : public KioskTest {
 protected:
  static void SetUpTestSuite() { setenv("CUPS_SERVER", "/nonexistent/kiemphieu-cups.sock", 1); }
  void SetUp() override {
    KioskTest::SetUp();
    m_model.setStation(&*m_station);
    QObject::connect(&m_model, &PrintModel::said, [this](const QString& what) { m_said = what; });
    until([this] { return m_model.checkState() == QStringLiteral("good") || m_model.checkState() == QStringLiteral("bad"); });
  }
  void untilAnswered() {
    until([this] { return !m_said.isEmpty() || !m_model.error().isEmpty(); });
  }
  int printedEntries() const {
    int count = 0;
    const auto entries = file().journal().list();
    for (const JournalEntry& entry : *entries)
      if (entry.event == toString(Event::BallotsPrinted)) ++count;
    return count;
  }

  PrintModel m_model;
  QString m_said;
};

// Caught: a ballot shown that the reader cannot read.
TEST_F(PrintModelTest, TheBlankBallotIsReadBackBeforeAnythingIsPrinted) {
  EXPECT_EQ(m_model.checkState(), QStringLiteral("good")) << m_model.checkText().toStdString();
  EXPECT_EQ(m_model.paperPages(), 1);
  EXPECT_FALSE(m_model.paperKey().isEmpty());
}

// Caught: ballots that leave no trace; another number of copies than asked for; a file overwritten.
TEST_F(PrintModelTest, ThePdfIsWrittenAndJournalled) {
  const QString path = folder() + QStringLiteral("/phiếu.pdf");
  m_model.savePdf(path, 4);
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  const auto bytes = readFile(path.toStdString());
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*countPages(*bytes), 4);
  EXPECT_EQ(printedEntries(), 1);
  until([this] { return m_model.printed().size() == 1; });
  m_said.clear();
  m_model.savePdf(path, 4);
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
  EXPECT_EQ(printedEntries(), 1);
}

// Caught: 0 or a million copies made; somebody printing whose role may not.
TEST_F(PrintModelTest, WhatMayNotBePrintedIsRefusedAndNotJournalled) {
  m_model.savePdf(folder() + QStringLiteral("/a.pdf"), 0);
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
  signIn(kSupervisor);
  m_model.clearError();
  m_model.savePdf(folder() + QStringLiteral("/b.pdf"), 1);
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
  EXPECT_EQ(printedEntries(), 0);
  EXPECT_FALSE(QFile::exists(folder() + QStringLiteral("/b.pdf")));
}

// Caught: a job that waits in a printer without paper told as failed: no way to cancel it, and a second one is sent that comes out beside it once paper is in.
TEST_F(PrintModelTest, AJobThatWaitsInThePrinterIsNotOver) {
  for (const PrintState state : {PrintState::Waiting, PrintState::Printing, PrintState::Held, PrintState::Stopped})
    EXPECT_TRUE(isOpenJob(jobStateOf(state))) << static_cast<int>(state);
  for (const PrintState state : {PrintState::Cancelled, PrintState::Failed, PrintState::Done})
    EXPECT_FALSE(isOpenJob(jobStateOf(state))) << static_cast<int>(state);
  EXPECT_EQ(jobStateOf(PrintState::Stopped), QStringLiteral("stuck")) << "somebody has to go to the printer";
}

// Caught: a job that seems to run where no printing service is; ballots journalled that no printer got.
TEST_F(PrintModelTest, WithoutAPrintingServiceItSaysSoAndJournalsNothing) {
  m_model.askPrinters();
  until([this] { return !m_model.isAskingPrinters(); });
  EXPECT_TRUE(m_model.printers().isEmpty());
  EXPECT_TRUE(m_model.printerProblem().contains(QStringLiteral("CUPS")));
  m_model.sendToPrinter(QStringLiteral("may-in"), 2, false);
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
  EXPECT_EQ(m_model.jobState(), QString());
  EXPECT_EQ(printedEntries(), 0);
}

// Caught: a printed test page of another contest, or none at all, called in order.
TEST_F(PrintModelTest, AScannedTestPageIsReadBackAndJournalled) {
  const QString own = folder() + QStringLiteral("/bch.png");
  const auto raster = renderPdfPage(*PaperImages::bytes(m_model.paperKey()), 0, 200);
  ASSERT_TRUE(raster);
  ASSERT_TRUE(imageOf(*raster).save(own));
  m_model.checkScan({own});
  until([this] { return !m_model.scanState().isEmpty() || !m_model.error().isEmpty(); });
  EXPECT_EQ(m_model.scanState(), QStringLiteral("good")) << m_model.scanText().toStdString();
  EXPECT_EQ(file().journal().list()->back().event, toString(Event::BlankBallotReadBack));
  until([this] { return m_model.isProved(); });
  m_station->setContest(QStringLiteral("bt"));
  until([this] { return m_model.scanState().isEmpty() && m_model.checkState() == QStringLiteral("good"); });
  m_model.checkScan({own});
  until([this] { return !m_model.scanState().isEmpty() || !m_model.error().isEmpty(); });
  EXPECT_EQ(m_model.scanState(), QStringLiteral("bad")) << "a ballot of another contest";
}

// Caught: the file to be printed taken for the scan of a print: it says nothing of the printer.
TEST_F(PrintModelTest, TheFileToBePrintedIsNoScan) {
  const QString own = folder() + QStringLiteral("/bch.pdf");
  m_model.savePdf(own, 1);
  untilAnswered();
  m_model.checkScan({own});
  until([this] { return !m_model.error().isEmpty(); });
  EXPECT_TRUE(m_model.error().contains(QStringLiteral("PDF"))) << m_model.error().toStdString();
  EXPECT_EQ(m_model.scanState(), QString());
  EXPECT_FALSE(m_model.isProved());
}

// Caught: page 1 of two called in order alone; page 2, scanned afterwards, judged without page 1.
TEST_F(PrintModelTest, ThePagesOfATestPrintMayComeOneByOne) {
  {
    ContestModel contest;
    contest.setStation(&*m_station);
    until([&] { return contest.isDrafting(); });
    for (int i = 0; i < 70; ++i)
      contest.addCandidate(QStringLiteral("Nguyễn Thị Phương Hoàng %1 %2").arg(QChar(u'A' + i / 26)).arg(QChar(u'A' + i % 26)), QString());
    contest.save();
    until([&] { return !contest.isDirty() && !contest.isBusy(); });
  }
  until([this] { return m_model.paperPages() == 2 && m_model.checkState() == QStringLiteral("good"); });
  const auto pdf = PaperImages::bytes(m_model.paperKey());
  ASSERT_NE(pdf, nullptr);
  for (int page = 0; page < 2; ++page) {
    const auto raster = renderPdfPage(*pdf, page, 200);
    ASSERT_TRUE(raster);
    const QString path = folder() + QStringLiteral("/tờ-%1.png").arg(page);
    ASSERT_TRUE(imageOf(*raster).save(path));
    m_model.checkScan({path});
    until([this] { return !m_model.scanState().isEmpty() || !m_model.error().isEmpty(); });
    EXPECT_EQ(m_model.scanState(), page == 0 ? QStringLiteral("part") : QStringLiteral("good")) << m_model.scanText().toStdString();
  }
}

// Caught: a file that is no picture taken for a scan.
TEST_F(PrintModelTest, WhatIsNoScanIsAnErrorAndLeavesTheStepOpen) {
  const QString path = folder() + QStringLiteral("/x.png");
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("no picture");
  file.close();
  m_model.checkScan({path});
  until([this] { return !m_model.error().isEmpty(); });
  EXPECT_EQ(m_model.scanState(), QString());
  EXPECT_EQ(m_model.scanText(), QString());
}

}  // namespace
}  // namespace kp::kiosk

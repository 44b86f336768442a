// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "election/language_scope.h"

namespace kp {
namespace {

/// A machine on which no printing service runs: libcups is sent to a socket that does not exist. Must be set before libcups is first asked on this thread.
class NoService : public testing::Test {
 protected:
  static void SetUpTestSuite() { setenv("CUPS_SERVER", "/nonexistent/kiemphieu-cups.sock", 1); }
};

// Caught: "no printers" where the service is down, so that nobody looks for the cause.
TEST_F(NoService, ListingSaysThatTheServiceDoesNotRun) {
  const auto printers = listPrinters();
  ASSERT_FALSE(printers);
  EXPECT_EQ(printers.error().kind, ErrorKind::Io);
  EXPECT_NE(printers.error().what.find("CUPS"), std::string::npos);
  EXPECT_NE(printers.error().what.find("PDF"), std::string::npos) << "the way out is named: " << printers.error().what;
}

// Caught: a job that seems sent although nobody took it.
TEST_F(NoService, SendingAskingAndCancellingFail) {
  const PrintJob job{"may-in", "phiếu", 10, "A4", false};
  const auto sent = sendPdf("%PDF-1.4\n", job);
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().kind, ErrorKind::Io);
  EXPECT_FALSE(printStatus("may-in", 1));
  EXPECT_FALSE(cancelPrint("may-in", 1));
}

// Caught: something else than a PDF, no copies, or a paper the layout does not know sent to a printer.
TEST_F(NoService, WhatCannotBePrintedIsRefusedBeforeThePrinterIsAsked) {
  EXPECT_EQ(sendPdf("PK\x03\x04", {"may-in", "phiếu", 1, "A4", false}).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(sendPdf("%PDF-1.4\n", {"may-in", "phiếu", 0, "A4", false}).error().kind, ErrorKind::BadInput);
  EXPECT_EQ(sendPdf("%PDF-1.4\n", {"may-in", "phiếu", 1, "Letter", false}).error().kind, ErrorKind::BadInput);
}

// Caught: a keyword shown instead of what to do; trouble invented where there is none.
TEST(PrinterTrouble, KeywordsBecomeWhatToDo) {
  EXPECT_EQ(printerTrouble("none"), "");
  EXPECT_EQ(printerTrouble(""), "");
  EXPECT_NE(printerTrouble("media-empty-error").find("giấy"), std::string::npos);
  EXPECT_NE(printerTrouble("media-jam-error,cover-open-error").find("kẹt giấy"), std::string::npos);
  const LanguageScope english(Language::English);
  EXPECT_NE(printerTrouble("toner-low-warning").find("toner"), std::string::npos);
}

// Caught: "the printer waits: toner is low" over a printer that prints; no alarm over one that has no paper.
TEST(PrinterTrouble, OnlyWhatStopsThePrinterIsToldAsAStop) {
  for (const char* reasons : {"media-empty-error", "media-jam", "toner-low-warning,door-open-error", "paused", "offline"})
    EXPECT_TRUE(stopsPrinting(reasons)) << reasons;
  for (const char* reasons :
       {"none", "", "toner-low-warning", "marker-supply-low-report", "connecting-to-device", "media-empty-warning", "new-keyword"})
    EXPECT_FALSE(stopsPrinting(reasons)) << reasons;
}

}  // namespace
}  // namespace kp

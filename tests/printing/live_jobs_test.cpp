// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs on a real CUPS with printers that fail (private_cups.h): what people are told of them.
#include <gmock/gmock.h>

#include "printing/printer.h"
#include "private_cups.h"

namespace kp {
namespace {

using testing::HasSubstr;

class LiveJobs : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(test::PrivateCups::isThere()) << "no cupsd here (packaging/install-packages.sh)";
    m_cups.emplace();
    ASSERT_TRUE(m_cups->runs());
  }
  int send(const char* printer) {
    const auto job = sendPdf(kPdf, {printer, "phiếu", 1, "A4", false});
    EXPECT_TRUE(job) << job.error().what;
    return job.value_or(0);
  }
  /// Asks until the sentence holds these words, as the kiosk does; the last answer.
  static PrintStatus until(const char* printer, int job, const std::string& words) {
    PrintStatus last;
    for (int i = 0; i < 300; ++i) {
      const auto status = printStatus(printer, job);
      EXPECT_TRUE(status) << status.error().what;
      if (!status) return last;
      last = *status;
      if (last.what.find(words) != std::string::npos) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return last;
  }
  static constexpr const char* kPdf = "%PDF-1.4\nphieu\n";
  std::optional<test::PrivateCups> m_cups;
};

TEST_F(LiveJobs, PrintersAreListedWithWhetherTheyTakeJobs) {
  const auto printers = listPrinters();
  ASSERT_TRUE(printers) << printers.error().what;
  ASSERT_EQ(printers->size(), 6U);
  for (const Printer& printer : *printers) EXPECT_EQ(printer.accepting, printer.name != "khoa") << printer.name;
}

// Caught: a PDF that is scaled, broken off or turned into something else on its way.
TEST_F(LiveJobs, WhatIsPrintedIsWhatWasSent) {
  const int job = send("tot");
  EXPECT_EQ(until("tot", job, "Đã in xong").state, PrintState::Done);
  EXPECT_EQ(m_cups->printed(job), kPdf);
}

// Caught: "printing" said of a printer that has no paper; a job that goes on unseen once there is some.
TEST_F(LiveJobs, NoPaperIsSaidWhileTheJobWaitsAndItGoesOn) {
  const int job = send("het-giay");
  const PrintStatus waits = until("het-giay", job, "hết giấy");
  EXPECT_THAT(waits.what, HasSubstr("thêm giấy"));
  EXPECT_EQ(waits.state, PrintState::Stopped) << "somebody has to go to the printer";
  m_cups->paper();
  EXPECT_EQ(until("het-giay", job, "Đã in xong").state, PrintState::Done);
}

TEST_F(LiveJobs, AJobThatWaitsCanBeTakenBack) {
  const int job = send("het-giay");
  until("het-giay", job, "hết giấy");
  ASSERT_TRUE(cancelPrint("het-giay", job));
  EXPECT_EQ(until("het-giay", job, "đã bị hủy").state, PrintState::Cancelled);
}

TEST_F(LiveJobs, AFailureIsSaid) { EXPECT_EQ(until("hong", send("hong"), "hỏng giữa chừng").state, PrintState::Failed); }

// Caught: a printer that failed and is tried again every half minute, which is what CUPS does by itself: "the job is held; release it at the printer".
TEST_F(LiveJobs, AFailureThatIsTriedAgainIsSaidAsOne) {
  const PrintStatus status = until("thu-lai", send("thu-lai"), "báo lỗi");
  EXPECT_EQ(status.state, PrintState::Stopped);
  EXPECT_THAT(status.what, testing::AllOf(HasSubstr("thử lại"), HasSubstr("hủy việc in")));
}

// Caught: "waiting for the printer" where the queue was stopped by a failure and nothing will ever come out.
TEST_F(LiveJobs, AQueueThatAFailureStoppedIsSaid) {
  const PrintStatus status = until("dung", send("dung"), "Máy in dừng");
  EXPECT_THAT(status.what, HasSubstr("kỹ thuật"));
  EXPECT_FALSE(status.over());
}

TEST_F(LiveJobs, APrinterThatTakesNoJobsIsRefused) {
  const auto job = sendPdf(kPdf, {"khoa", "phiếu", 1, "A4", false});
  ASSERT_FALSE(job);
  EXPECT_EQ(job.error().kind, ErrorKind::Refused);
  EXPECT_EQ(sendPdf(kPdf, {"khong-co", "phiếu", 1, "A4", false}).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(printStatus("tot", 4711).error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The print page of a contest whose count is closed: its ballots can be looked at, no more of them come into the world.
#include <QFile>

#include "counted_kiosk.h"
#include "kiosk/print/print_model.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class ClosedPrintTest : public OverWindow<CountedKioskTest> {
 protected:
  void SetUp() override {
    OverWindow<CountedKioskTest>::SetUp();
    countNine();
    close();
    signIn(kHead);
  }
};

// Caught: "Lưu 9 bản thành PDF…" offered for a contest whose result is closed.
TEST_F(ClosedPrintTest, OffersNoBallots) {
  open("print");
  m_hand->until([this] { return m_hand->textOf(QStringLiteral("mainAction")) == QString::fromUtf8("Sang kết quả"); }, "the main action");
  for (const char* control : {"savePdf", "testPage", "checkScan", "copies", "learnBallot"})
    EXPECT_FALSE(m_hand->isSeen(QString::fromLatin1(control))) << control;
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("đã chốt"))) << m_hand->screen().toStdString();
  m_hand->click(QStringLiteral("mainAction"));
  EXPECT_EQ(m_window->window()->property("page").toString(), QStringLiteral("result"));
}

// Caught: the same by another door: the use case itself refuses, and nothing is journalled.
TEST_F(ClosedPrintTest, TheUseCaseRefuses) {
  const auto model = made<PrintModel>();
  const QString path = folder() + QStringLiteral("/phieu.pdf");
  model->savePdf(path, 2);
  until([&] { return !model->error().isEmpty(); });
  EXPECT_TRUE(model->error().contains(QString::fromUtf8("đã chốt"))) << model->error().toStdString();
  EXPECT_FALSE(QFile::exists(path));
  const auto entries = file().journal().list();
  ASSERT_TRUE(entries);
  for (const JournalEntry& entry : *entries) EXPECT_NE(entry.event, toString(Event::BallotsPrinted));
}

}  // namespace
}  // namespace kp::kiosk

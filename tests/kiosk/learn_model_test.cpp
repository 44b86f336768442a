// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/learn_model.h"

#include <QFile>
#include <QImage>
#include <QUrl>

#include "kiosk/frame/images.h"
#include "kiosk/print/print_model.h"
#include "kiosk_fixture.h"
#include "scanner/source/page_source.h"

namespace kp::kiosk {
namespace {

/// The "office's" blank is a ballot of ours as a PDF: a learned form goes by the print alone.
class LearnTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    QString own;
    {
      PrintModel print;
      print.setStation(&*m_station);
      until([&] { return print.checkState() == QLatin1String("good"); });
      own = print.paperKey();
      QFile blank(m_blank);
      ASSERT_TRUE(blank.open(QIODevice::WriteOnly));
      blank.write(QByteArray::fromStdString(*PaperImages::bytes(own)));
      const auto page = renderPdfPage(*PaperImages::bytes(own), 0, 200);
      ASSERT_TRUE(page);
      ASSERT_TRUE(imageOf(*page).save(m_scan));
    }
    m_model.setStation(&*m_station);
    QObject::connect(&m_model, &LearnModel::said, [this](const QString& what) { m_said = what; });
    until([this] { return m_model.isLoaded(); });
  }
  void untilAnswered() {
    until([this] { return !m_said.isEmpty() || !m_model.error().isEmpty(); });
  }
  const QString m_blank = folder() + QStringLiteral("/trang.pdf"), m_scan = folder() + QStringLiteral("/trang.png");
  LearnModel m_model;
  QString m_said;
};

// Caught: a ballot printed elsewhere that only the command line can learn; one stored without a person having seen it, or that nobody can give up.
TEST_F(LearnTest, IsFoundSeenConfirmedAndGivenUp) {
  EXPECT_FALSE(m_model.isLearned());
  m_model.addFile(m_blank);
  EXPECT_TRUE(m_model.isFinding());
  until([this] { return !m_model.isFinding(); });
  ASSERT_TRUE(m_model.isFound()) << m_model.problem().toStdString();
  EXPECT_EQ(m_model.rows().size(), 5);
  EXPECT_EQ(m_model.rows().first().toMap().value(QStringLiteral("name")).toString(), QStringLiteral("Vàng A Chỉnh"));
  ASSERT_EQ(m_model.pictures().size(), 1);
  EXPECT_FALSE(QImage(QUrl(m_model.pictures().first()).toLocalFile()).isNull());
  EXPECT_FALSE(*file().learned().of("bch")) << "nothing is stored yet";
  PrintModel print;
  print.setStation(&*m_station);
  m_model.confirm();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  until([this] { return m_model.isLearned(); });
  EXPECT_EQ(m_model.storedPictures().size(), 1);
  EXPECT_FALSE(m_model.isFound());
  until([&] { return print.isLearned() && print.checkState().isEmpty(); });
  EXPECT_EQ(print.paperKey(), QString()) << "no ballot of ours is shown";
  EXPECT_TRUE(print.scanLine().startsWith(QStringLiteral("Tờ phiếu trắng: chưa đọc lại")))
      << "no test print of ours: " << print.scanLine().toStdString();
  print.checkScan({m_scan});
  until([&] { return !print.scanState().isEmpty() || !print.error().isEmpty(); });
  EXPECT_EQ(print.scanState(), QStringLiteral("good")) << (print.scanText() + print.error()).toStdString();
  EXPECT_TRUE(print.scanLine().startsWith(QStringLiteral("Tờ phiếu trắng: "))) << print.scanLine().toStdString();
  m_said.clear();
  m_model.forget();
  untilAnswered();
  until([this] { return !m_model.isLearned(); });
  EXPECT_TRUE(m_model.storedPictures().isEmpty());
  until([&] { return !print.isLearned() && print.checkState() == QLatin1String("good"); });
}

// Caught: a picture of anything taken for a blank; the finding of one contest confirmed for another.
TEST_F(LearnTest, WhatIsNoBlankOfThisListIsSaid) {
  QImage nothing(1654, 2339, QImage::Format_Grayscale8);
  nothing.fill(Qt::white);
  const QString empty = folder() + QStringLiteral("/khong.png");
  ASSERT_TRUE(nothing.save(empty));
  m_model.addFile(empty);
  until([this] { return !m_model.isFinding(); });
  EXPECT_FALSE(m_model.isFound());
  EXPECT_FALSE(m_model.problem().isEmpty());
  EXPECT_EQ(m_model.error(), QString()) << "said beside the files";
  m_model.begin();
  EXPECT_EQ(m_model.problem(), QString());
  m_model.addFile(m_blank);
  until([this] { return !m_model.isFinding(); });
  ASSERT_TRUE(m_model.isFound());
  m_station->setContest(QStringLiteral("bt"));
  EXPECT_FALSE(m_model.isFound());
  m_model.confirm();
  EXPECT_FALSE(m_model.isBusy());
}

// Caught: a ballot form changed by somebody whose role may not.
TEST_F(LearnTest, TheSupervisorLooksOnly) {
  signIn(kSupervisor);
  EXPECT_FALSE(m_model.mayLearn());
}

}  // namespace
}  // namespace kp::kiosk

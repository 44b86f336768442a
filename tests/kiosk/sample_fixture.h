// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QProcess>

#include "kiosk_fixture.h"

namespace kp::kiosk {

/// The sample congress “huyen” with its deck scanned by the program itself: 20 ballots of 42 names for 33 seats, with nearly every reason a sheet can have.
class SampleTest : public KioskTest {
 protected:
  static constexpr const char* kSampleHead = "Lê Hiếu Thảo";
  static constexpr const char* kSampleMember = "Nguyễn Thị Thục Trinh";
  static constexpr const char* kSampleTechnician = "Đỗ Thị Ý Nhi";

  void SetUp() override {
    ASSERT_TRUE(m_folder.isValid());
    ASSERT_TRUE(QFile::copy(QStringLiteral(KP_SOURCE_DIR "/samples/huyen/mau.kiemphieu"), path()));
    scan(1);
    m_station.emplace(m_folder.path());
    m_station->openFile(path());
    until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
  }
  /// Scans the deck as the given pass, with nothing else open on the file.
  void scan(int pass) {
    QProcess program;
    program.start(QStringLiteral(KP_PROGRAM),
                  {QStringLiteral("scan"), path(), QStringLiteral("--contest"), QStringLiteral("bch"), QStringLiteral("--pass"),
                   QString::number(pass), QStringLiteral(KP_SOURCE_DIR "/samples/huyen/scans/bch")});
    ASSERT_TRUE(program.waitForFinished(60000)) << program.errorString().toStdString();
    ASSERT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
  }
  /// Both of the pair signed in for a series of rulings: the member has a PIN first, then the head signs in.
  void signPair() {
    signIn(kSampleMember);
    m_station->session()->lock();
    signIn(kSampleHead);
    signSecond(kSampleMember);
    m_station->session()->beginSeries();
  }
};

}  // namespace kp::kiosk

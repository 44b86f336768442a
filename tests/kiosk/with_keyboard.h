// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QProcess>

namespace kp::kiosk {

/// Qt's keyboard must be the program's input method from the start, as in the kiosk. True in the process that has it; else runs this test there and judges it by its exit.
inline bool hereWithKeyboard(int patience) {
  if (qEnvironmentVariable("QT_IM_MODULE") == QLatin1String("qtvirtualkeyboard")) {
    QLoggingCategory::setFilterRules(
        QStringLiteral("qt.virtualkeyboard.hunspell.warning=false"));  // no dictionary is wanted: names are not corrected
    return true;
  }
  const auto* now = ::testing::UnitTest::GetInstance()->current_test_info();
  QProcess other;
  QProcessEnvironment around = QProcessEnvironment::systemEnvironment();
  around.insert(QStringLiteral("QT_IM_MODULE"), QStringLiteral("qtvirtualkeyboard"));
  around.insert(QStringLiteral("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"), QStringLiteral("1"));
  other.setProcessEnvironment(around);
  other.setProcessChannelMode(QProcess::MergedChannels);
  other.start(QCoreApplication::applicationFilePath(),
              {QStringLiteral("--gtest_filter=%1.%2").arg(QLatin1String(now->test_suite_name()), QLatin1String(now->name()))});
  EXPECT_TRUE(other.waitForFinished(patience * 3));
  EXPECT_EQ(other.exitCode(), 0) << other.readAll().toStdString();
  return false;
}

}  // namespace kp::kiosk

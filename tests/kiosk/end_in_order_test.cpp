// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/end_in_order.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <csignal>

namespace kp::kiosk {
namespace {

// Caught: a machine that is switched off and waits a minute and a half for work that does not end.
TEST(EndInOrder, WhatDoesNotEndIsBrokenOff) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        QObject context;
        endInOrder(context, std::chrono::seconds(1));
        std::raise(SIGTERM);
        QCoreApplication::exec();
        for (;;) ::pause();
      },
      testing::KilledBySignal(SIGALRM), "");
}

}  // namespace
}  // namespace kp::kiosk

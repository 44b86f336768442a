// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/stop_signals.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

namespace kp {
namespace {

// Caught: Ctrl-C that ends the program while sheets are on their way through the scanner; a second one that ends nothing either.
TEST(StopSignals, TheFirstAsksAndTheSecondEnds) {
  EXPECT_EXIT(
      {
        heedStopSignals();
        if (stopSignalled()) std::_Exit(1);
        std::raise(SIGINT);
        if (!stopSignalled()) std::_Exit(2);
        std::raise(SIGINT);
        std::_Exit(3);
      },
      testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace kp

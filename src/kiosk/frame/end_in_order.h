// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <chrono>

namespace kp::kiosk {

/// Longer than a driver that hangs is given (kDriverCloses) and the sheets ahead of it take to be read; then whoever switches the machine off need not wait.
inline constexpr std::chrono::seconds kEndsWithin{15};

/// From now on SIGTERM, SIGHUP and Ctrl+C (power button, end of the session) end the program as leaving it does, so that what a scanner has drawn in is stored first
/// (Scanning::leave()). Whatever does not end within `atMost` is broken off: what is in the file stays. As long as `context` lives.
void endInOrder(QObject& context, std::chrono::seconds atMost = kEndsWithin);

}  // namespace kp::kiosk

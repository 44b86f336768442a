// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/end_in_order.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QTimer>

#include "wiring/stop_signals.h"

namespace kp::kiosk {
namespace {
constexpr std::chrono::milliseconds kLookEvery{100};  ///< nobody notices; a signal handler may not do more than leave a note
}

void endInOrder(QObject& context, std::chrono::seconds atMost) {
  heedStopSignals();
  auto* look = new QTimer(&context);
  QObject::connect(look, &QTimer::timeout, look, [look, atMost] {
    if (!stopSignalled()) return;
    look->stop();
    ::alarm(static_cast<unsigned>(atMost.count()));  // nobody catches it: it ends the program
    QCoreApplication::exit();                        // quit() asks the window, whose guard asks for a PIN
  });
  look->start(kLookEvery);
}

}  // namespace kp::kiosk

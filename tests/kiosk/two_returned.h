// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "count/closing.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {

/// Two convened, two present, two ballots of "bch" issued and returned, entered by the head.
inline void enterTwoReturned(Station& station) {
  bool entered = false;
  station.acting().ask(
      station.session(),
      [](Ledger& ledger) {
        Figures figures;
        figures.convened = figures.present = figures.issued = figures.returned = 2;
        return enterFigures(ledger, "bch", figures, {kHead});
      },
      [&entered](const Expected<Figures>& set) { entered = set.has_value(); });
  QElapsedTimer timer;
  timer.start();
  while (!entered && timer.elapsed() < 60000) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
  ASSERT_TRUE(entered);
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/minutes/paper_shelf.h"

#include <thread>

#include "counted_kiosk.h"
#include "kiosk/frame/images.h"

namespace kp::kiosk {
namespace {

using PaperShelfTest = CountedKioskTest;

// Caught: a paper that one desk shows and the other saves at the same moment: the second one made took the first one's place, and what was just saved was "made anew" and not journalled.
TEST_F(PaperShelfTest, TwoDesksThatMakeOnePaperAtOnceShareIt) {
  countNine();
  close();
  for (int copies = 1; copies <= 12; ++copies) {
    PaperRequest request;
    request.paper = PaperId::ResultSheet;
    request.contest = "bch";
    request.copies = copies;  // another one each time, so that none lies on the shelf yet
    QString keys[2];
    const auto make = [&](int desk) {
      const Ledger ledger = file();
      const auto paper = PaperShelf::take(ledger, request);
      if (paper) keys[desk] = paper->key;
    };
    std::thread other(make, 1);
    make(0);
    other.join();
    ASSERT_FALSE(keys[0].isEmpty() || keys[1].isEmpty());
    EXPECT_EQ(keys[0], keys[1]);
    for (const QString& key : keys) EXPECT_NE(PaperImages::bytes(key), nullptr) << "a paper in somebody's hands was thrown away";
  }
}

}  // namespace
}  // namespace kp::kiosk

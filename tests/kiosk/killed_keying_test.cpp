// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts while two people key a pile in: the real program, killed in mid ballot and just after Enter.

#include "counted_kiosk.h"
#include "killed_kiosk.h"

namespace kp::kiosk {
namespace {

constexpr int kPile = 7;
const char* const kStruck[kPile] = {"4 5", "1 2", "3 5", "1 5", "2 4", "2 3", "4 5"};

class KilledKeyingTest : public Killed<CountedKioskTest> {
 protected:
  std::vector<StoredKeyed> keyedBy(int slot) const {
    std::vector<StoredKeyed> own;
    const auto entries = file().keying().entries("bch", 1);
    EXPECT_TRUE(entries);
    for (const StoredKeyed& entry : *entries)
      if (entry.slot == slot) own.push_back(entry);
    return own;
  }
  static QString numbered(int ballot) { return QStringLiteral("Phiếu số %1 / %2").arg(ballot).arg(kPile); }
};

// Caught: a ballot that is gone or stands twice after a power cut; an operator who is sent on past the ballot that was in the hand.
TEST_F(KilledKeyingTest, NoBallotIsLostOrDoubled) {
  onFile([](Ledger& ledger) { ASSERT_TRUE(testing::askForOnePass(ledger, "bch")); });
  figures(kPile, kPile);
  for (const int slot : {1, 2}) {
    int stored = 0;
    for (unsigned cut = 0; stored < kPile && !HasFailure(); ++cut) {
      RealKiosk& kiosk = open(slot == 1 ? kMember : kSecondMember);
      if (kiosk.page() != QLatin1String("key-in")) {
        EXPECT_TRUE(slot == 1 && stored == 0) << "opened at " << kiosk.page().toStdString() << ", not where it was";
        kiosk.does({QStringLiteral("click"), QStringLiteral("rail-key-in")});
      }
      kiosk.awaits({numbered(stored + 1)});
      kiosk.does({QStringLiteral("keys"), QString::fromLatin1(kStruck[stored])});
      if (stored + 1 < kPile) {
        kiosk.does({QStringLiteral("press"), QStringLiteral("Return")});
        kiosk.awaits({numbered(++stored + 1)});  // the screen has said it
      }
      if (cut % 2 == 0 && stored + 1 < kPile) {
        kiosk.does({QStringLiteral("keys"), QString::fromLatin1(kStruck[stored]).left(1)});  // in mid ballot
        kill();
        expectSound();
      } else {
        kiosk.does({QStringLiteral("type"), QStringLiteral("entry"), QString::fromLatin1(kStruck[stored])});
        killAfter(QStringLiteral("Return"), 4 * cut);
      }
      const std::vector<StoredKeyed> own = keyedBy(slot);
      EXPECT_GE(own.size(), static_cast<std::size_t>(stored)) << "what the screen had said is lost";
      EXPECT_LE(own.size(), static_cast<std::size_t>(stored + 1));
      for (std::size_t i = 0; i < own.size(); ++i) {
        EXPECT_EQ(own[i].place.ballot, static_cast<int>(i) + 1) << "doubled or left out";
        EXPECT_EQ(own[i].typed, kStruck[i]);
      }
      stored = static_cast<int>(own.size());
    }
  }
  EXPECT_EQ(*file().sheets().count({"bch", 1, 0}), kPile) << "both keyed the same: each ballot is counted once";
}

}  // namespace
}  // namespace kp::kiosk

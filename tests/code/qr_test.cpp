// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/code/qr.h"

#include <gmock/gmock.h>

#include <cmath>

using namespace kp;

namespace {

struct Picture {
  int width, height;
  std::vector<unsigned char> pixels;
  Picture(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * h, 255) {}

  void draw(const QrSymbol& qr, int left, int top, int module, bool upsideDown = false) {
    const int n = qr.modules * module;
    for (int y = 0; y < n; ++y)
      for (int x = 0; x < n; ++x) {
        const bool dark = upsideDown ? qr.at((n - 1 - y) / module, (n - 1 - x) / module) : qr.at(y / module, x / module);
        if (dark) pixels[static_cast<std::size_t>(top + y) * width + left + x] = 0;
      }
  }
};

const std::string kText = "KP1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJK";

}  // namespace

// The printed code must stay at version 3 (29 modules) for 47 characters at level Q: the layout reserves 14.5 mm for it.
TEST(Qr, FortySevenLettersAtLevelQTakeTwentyNineModules) { EXPECT_EQ(encodeQr(kText, 2).modules, 29); }

TEST(Qr, RoundTripWithCornersInTheSymbolsOwnOrder) {
  const auto qr = encodeQr(kText, 2);
  for (const bool upsideDown : {false, true}) {
    Picture p(300, 300);
    p.draw(qr, 60, 40, 4, upsideDown);
    const auto found = findQr(p.pixels.data(), p.width, p.height, p.width, false);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->text, kText);
    const double left = 60, top = 40, right = 60 + 29 * 4, bottom = 40 + 29 * 4;
    EXPECT_NEAR(found->corners[0].x, upsideDown ? right : left, 2);
    EXPECT_NEAR(found->corners[0].y, upsideDown ? bottom : top, 2);
    EXPECT_NEAR(found->corners[2].x, upsideDown ? left : right, 2);
    EXPECT_NEAR(found->corners[1].y, upsideDown ? bottom : top, 2);
  }
}

TEST(Qr, FindsEveryCodeOfAPage) {
  Picture p(600, 800);
  p.draw(encodeQr("ONE", 1), 30, 30, 5);
  p.draw(encodeQr("TWO", 1), 400, 600, 5);
  std::vector<std::string> texts;
  for (const auto& f : findAllQr(p.pixels.data(), p.width, p.height, p.width)) texts.push_back(f.text);
  EXPECT_THAT(texts, ::testing::UnorderedElementsAre("ONE", "TWO"));
}

TEST(Qr, NothingOnWhitePaperAndOnATinyPicture) {
  Picture p(200, 200);
  EXPECT_FALSE(findQr(p.pixels.data(), 200, 200, 200, true));
  EXPECT_FALSE(findQr(p.pixels.data(), 5, 5, 200, true));
  EXPECT_FALSE(findQr(nullptr, 100, 100, 100, true));
}

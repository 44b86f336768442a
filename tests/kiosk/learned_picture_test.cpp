// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/learned_picture.h"

#include <gtest/gtest.h>

#include "ballot/font_metrics.h"

namespace kp {
namespace {

// Caught: numbers and names laid over the print of the next column, so that neither can be read and nobody can compare them.
TEST(LearnedNote, NeverReachesIntoWhatStandsBeside) {
  const std::string name = "Nguyễn Thị Phương Hoàng Kim Ngân Tuyền";
  for (double room = 8; room < 100; room += 1) {
    const LearnedNote note = learnedNote(28, name, room);
    EXPECT_EQ(note.text.rfind("29.", 0), 0U) << note.text;
    EXPECT_LE(textWidthMm(note.text, note.sizePt, FontStyle::Bold), room) << note.text;
    if (note.text.size() > 3) {
      EXPECT_NE(note.text.find("Tuyền"), std::string::npos) << "the given name tells most: " << note.text;
    }
  }
  EXPECT_EQ(learnedNote(28, name, 100).text, "29. " + name);
  EXPECT_EQ(learnedNote(28, name, 5).text, "29.");
}

}  // namespace
}  // namespace kp

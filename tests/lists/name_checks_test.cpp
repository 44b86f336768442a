// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody types as a name is held against the same rules as a row of a list, and told what to type instead.
#include <gmock/gmock.h>

#include "election/language_scope.h"
#include "lists/list_import.h"

namespace kp {
namespace {

using testing::HasSubstr;

// Caught: "12345" typed as a member of the committee or a candidate and taken, where the same row of a list is refused.
TEST(TypedName, WhatIsNoNameSaysWhatToType) {
  for (const char* wrong : {"12345", "Phan Thử An 1970", "Trưởng ban", "Phan Thử An, Bí thư", "..."})
    EXPECT_THAT(typedNameProblem(wrong), HasSubstr("Hãy ghi họ và tên")) << wrong;
  EXPECT_THAT(typedNameProblem("Phan Thử 安"), HasSubstr("không in được"));
  const LanguageScope english(Language::English);
  EXPECT_THAT(typedNameProblem("12345"), HasSubstr("Write the full name"));
}

// Caught: somebody who cannot be entered, or namesakes who cannot be told apart.
TEST(TypedName, NamesAreTaken) {
  for (const char* right : {"Vàng A Chỉnh", "Công Tằng Tôn Nữ Hoàng Ngân", "Nguyễn Văn An (1970)", "Đoàn Thị Đảng", "H'Hen Niê"})
    EXPECT_EQ(typedNameProblem(right), "") << right;
}

}  // namespace
}  // namespace kp

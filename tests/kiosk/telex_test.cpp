// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/telex.h"

#include <gtest/gtest.h>

namespace kp::kiosk {
namespace {

// Caught: a letter, a tone or its place that comes out otherwise than people who type Telex expect.
TEST(Telex, Words) {
  const std::pair<const char*, const char*> table[] = {{"ddaij", "đại"},
                                                       {"hooij", "hội"},
                                                       {"Nguyeenx", "Nguyễn"},
                                                       {"NGUYEENX", "NGUYỄN"},
                                                       {"DDINHF", "ĐÌNH"},
                                                       {"uw", "ư"},
                                                       {"ow", "ơ"},
                                                       {"aw", "ă"},
                                                       {"w", "ư"},
                                                       {"tw", "tư"},
                                                       {"Vaawn", "Văn"},
                                                       {"Trunwg", "Trưng"},
                                                       {"thuwowngf", "thường"},
                                                       {"thuowngf", "thường"},
                                                       {"truwowngr", "trưởng"},
                                                       {"quoocs", "quốc"},
                                                       {"quyeetj", "quyệt"},
                                                       {"Thuyr", "Thuỷ"},
                                                       {"hoaf", "hoà"},
                                                       {"hofa", "hòa"},
                                                       {"hoafn", "hoàn"},
                                                       {"hoanf", "hoàn"},
                                                       {"hoawcj", "hoặc"},
                                                       {"muaw", "mưa"},
                                                       {"muwaf", "mừa"},
                                                       {"mias", "mía"},
                                                       {"muas", "múa"},
                                                       {"giaf", "già"},
                                                       {"gif", "gì"},
                                                       {"gieengs", "giếng"},
                                                       {"quas", "quá"},
                                                       {"Khoeo", "Khoeo"},
                                                       {"thuowr", "thuở"},
                                                       {"huowng", "hương"},
                                                       {"luu", "luu"},
                                                       {"luwu", "lưu"},
                                                       {"dduwowcj", "được"},
                                                       {"toio", "tôi"},
                                                       {"nguwowif", "người"},
                                                       {"ngoaif", "ngoài"},
                                                       {"khuyar", "khuỷa"},
                                                       {"yeeu", "yêu"},
                                                       {"Uyeen", "Uyên"},
                                                       {"asz", "a"},
                                                       {"dis", "dí"},
                                                       {"did", "đi"},
                                                       {"kieemr", "kiểm"},
                                                       {"Hoangf", "Hoàng"},
                                                       {"xax", "xã"},
                                                       {"huyeenj", "huyện"},
                                                       {"An", "An"}};
  for (const auto& [keys, word] : table) {
    EXPECT_EQ(Telex::word(QString::fromUtf8(keys)).toStdString(), word) << keys;
  }
}

// Caught: no way to write what looks like Telex and is not.
TEST(Telex, TheSameKeyTwiceTakesItBack) {
  const std::pair<const char*, const char*> table[] = {{"ass", "as"},   {"aaa", "aa"},      {"ddd", "dd"},
                                                       {"uww", "uw"},   {"class", "clas"},  {"uoww", "uow"},
                                                       {"ooos", "oos"}, {"hooijj", "hôij"}, {"asf", "à"}};
  for (const auto& [keys, word] : table) EXPECT_EQ(Telex::word(QString::fromUtf8(keys)).toStdString(), word) << keys;
}

// Caught: letters with their tones already made (a list, another input method) that are changed once more; words of other languages.
TEST(Telex, LeavesOtherWordsAlone) {
  for (const char* word : {"Nguyễn", "Hòa", "Phường", "BCH", "contest", "XLSX", "Đại", "Quảng", "thuỷ"})
    EXPECT_EQ(Telex::word(QString::fromUtf8(word)).toStdString(), word);
}

}  // namespace
}  // namespace kp::kiosk

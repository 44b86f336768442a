// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/name_checks.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "ballot/font_metrics.h"
#include "election/text.h"
#include "election/utf8.h"
#include "formats/letter_case.h"
#include "formats/unicode.h"
#include "lists/mending.h"

namespace kp::lists {
namespace {

Remark rejection(RemarkKind kind, std::string what) { return {kind, RemarkLevel::Rejection, std::move(what)}; }

std::string codeOf(char32_t character) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(character));
  return text.data();
}

/// The first character a ballot cannot show, as "U+200B"; "" when all can be.
std::string unprintableCharacter(const std::string& name) {
  const auto letters = decodeUtf8(name);
  if (!letters) return "UTF-8";
  std::size_t at = 0;
  for (const char32_t c : *letters) {
    const std::size_t bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    const std::string_view one = std::string_view(name).substr(at, bytes);
    if (hasInvisibleCharacter(one) || !printable(one)) return codeOf(c);
    at += bytes;
  }
  return {};
}

/// Vietnamese typed in a font of the time before Unicode. TCVN3 puts letters on the signs U+00A1…U+00BF; VNI writes â, ă, ê, ô and ư as a vowel
/// followed by a letter that no Vietnamese syllable has after it. Sources: TCVN 5712:1993 (VN3), the VNI-Win code table.
bool isOldEncoding(const std::string& name) {
  const auto letters = decodeUtf8(lowerCase(name));
  if (!letters) return false;
  static const std::u32string_view kVniPairs[] = {U"aâ", U"aê", U"aõ", U"aû", U"aï", U"aù", U"aø", U"eâ", U"eã", U"eä", U"eå",
                                                  U"eù", U"eø", U"eû", U"eõ", U"eï", U"oâ", U"oä", U"oå", U"où", U"oø", U"oû",
                                                  U"oõ", U"oï", U"uù", U"uø", U"uû", U"uõ", U"uï", U"öô", U"öõ"};
  const bool signs = std::any_of(letters->begin(), letters->end(), [](char32_t c) { return c >= 0xA1 && c <= 0xBF && c != 0xB7; });
  return signs || std::any_of(std::begin(kVniPairs), std::end(kVniPairs),
                              [&](std::u32string_view pair) { return letters->find(pair) != std::u32string::npos; });
}

/// Starts of texts that stand in lists and are nobody's name: small letters with diacritics, so that "Công" or "Đoàn" as a family name is none.
bool startsLikeAHeading(const std::string& name) {
  static const std::string_view kStarts[] = {"tổng cộng",    "tổng số",       "tổng:",         "danh sách",     "người lập",
                                             "lập biểu",     "lập danh sách", "xác nhận",      "ghi chú",       "ký tên",
                                             "(ký",          "t/m",           "tm.",           "t.m",           "thay mặt",
                                             "đại diện",     "ban tổ chức",   "ban thường vụ", "ban chấp hành", "ban kiểm phiếu",
                                             "ban kiểm tra", "đoàn chủ tịch", "đoàn đại biểu", "chi bộ",        "chi ủy",
                                             "đảng bộ",      "đảng ủy",       "tỉnh ủy",       "huyện ủy",      "thành ủy",
                                             "thủ trưởng",   "trưởng ban",    "bí thư",        "phó bí thư",    "chủ tịch",
                                             "phó chủ tịch", "ngày ",         "trong đó",      "các đồng chí"};
  const std::string small = lowerCase(name);
  if (small == "cộng" || small == "tổng") return true;
  return std::any_of(std::begin(kStarts), std::end(kStarts), [&](std::string_view start) { return small.starts_with(start); });
}

/// A sign that no name has, as text; "" none. Digits are looked for elsewhere.
std::string foreignSign(const std::string& name) {
  const auto letters = decodeUtf8(name);
  if (!letters) return {};
  for (const char32_t c : *letters)
    if (c < 0x80 && std::u32string_view(U"!\"#$%&*+,/:;<=>?@[\\]^_`{|}~").find(c) != std::u32string_view::npos)
      return {static_cast<char>(c)};
  return {};
}

/// A digit outside parentheses; within them people write what tells namesakes apart.
bool hasDigit(const std::string& name) {
  int depth = 0;
  for (const char c : name) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (depth <= 0 && c >= '0' && c <= '9') return true;
  }
  return false;
}

bool hasLetter(const std::string& name) {
  const auto letters = decodeUtf8(lowerCase(name));
  return letters && std::any_of(letters->begin(), letters->end(), [](char32_t c) { return (c >= U'a' && c <= U'z') || c >= 0xC0; });
}

}  // namespace

std::optional<Remark> nameProblem(const std::string& name) {
  if (isNumber(name))
    return rejection(RemarkKind::NumberOnly,
                     trf("Ô họ tên chỉ có số “{0}”. Nếu đây là một người, hãy ghi họ và tên vào tệp rồi nhập lại.",
                         "The name is only the number “{0}”. If this is a person, write the name into the file and import again.", name));
  if (startsLikeAHeading(name))
    return rejection(RemarkKind::NotAName,
                     trf("“{0}” là tiêu đề, dòng tổng hoặc chữ ký, không phải họ tên. Không phải làm gì nếu đúng như vậy.",
                         "“{0}” is a heading, a total or a signature, no person's name. Nothing to do if that is right.", name));
  if (hasDigit(name))
    return rejection(RemarkKind::DigitsInName,
                     trf("Họ tên “{0}” có chữ số. Hãy để số thứ tự, năm sinh ở cột khác rồi nhập lại.",
                         "The name “{0}” has digits. Put numbers and years into a column of their own and import again.", name));
  if (const std::string sign = foreignSign(name); !sign.empty())
    return rejection(
        RemarkKind::NotAName,
        trf("“{0}” có dấu “{1}” không thuộc họ tên. Ô này chỉ được ghi họ và tên; chức vụ, danh xưng để ở cột khác.",
            "“{0}” has the sign “{1}”, which no name has. Write the full name only; titles and positions go into another column.", name,
            sign));
  if (const std::string code = unprintableCharacter(name); !code.empty())
    return rejection(
        RemarkKind::Unprintable,
        trf("Họ tên “{0}” có ký tự không in được lên phiếu ({1}). Hãy gõ lại họ tên bằng tay.",
            "The name “{0}” has a character that cannot be printed on a ballot ({1}). Type the name again by hand.", name, code));
  if (isOldEncoding(name))
    return rejection(
        RemarkKind::OldEncoding,
        trf("Họ tên “{0}” có vẻ gõ bằng phông chữ cũ (TCVN3, VNI). Hãy chuyển danh sách sang Unicode rồi nhập lại.",
            "The name “{0}” seems to be typed in an old font (TCVN3, VNI). Convert the list to Unicode and import again.", name));
  if (codePoints(name) > static_cast<std::size_t>(kMaxNameLetters))
    return rejection(RemarkKind::TooLong, trf("Họ tên dài {0} ký tự; phiếu chỉ in rõ được tối đa {1}. Hãy viết gọn lại.",
                                              "The name has {0} characters; a ballot row takes at most {1} legibly. Shorten it.",
                                              codePoints(name), kMaxNameLetters));
  if (!hasLetter(name))
    return rejection(RemarkKind::NotAName, trf("“{0}” không có chữ cái nào nên không phải họ tên. Nếu đây là một người, hãy ghi họ và tên.",
                                               "“{0}” has no letter, so it is no name. If this is a person, write the full name.", name));
  return std::nullopt;
}

void noteMending(const std::string& raw, const std::string& name, std::string& suggested, std::vector<Remark>& remarks) {
  if (singleSpaced(raw) != raw)
    remarks.push_back({RemarkKind::SpacesMended, RemarkLevel::Note, tr("Đã bỏ khoảng trắng thừa.", "Surplus spaces were taken out.")});
  if (nfc(raw) != raw)
    remarks.push_back({RemarkKind::Normalised, RemarkLevel::Note,
                       tr("Chữ có dấu rời (Unicode tổ hợp) đã được ghép lại (Unicode dựng sẵn).",
                          "Letters with separate accents were composed (Unicode NFC).")});
  if (inOneCase(name)) {
    suggested = titleCase(name);
    remarks.push_back({RemarkKind::CaseSuggested, RemarkLevel::Note,
                       trf("Họ tên viết một kiểu chữ. Có thể đổi thành “{0}”; chỉ đổi khi đồng chí chọn.",
                           "The name is all in one case. It can be changed to “{0}”; that is done only if you choose so.", suggested)});
  }
  if (wordCount(name) == 1)
    remarks.push_back({RemarkKind::OneWord, RemarkLevel::Warning,
                       trf("Họ tên chỉ có một chữ “{0}”. Hãy kiểm tra xem có thiếu họ không.",
                           "The name is the one word “{0}”. Check that nothing is missing.", name)});
}

}  // namespace kp::lists

namespace kp {

std::string typedNameProblem(const std::string& name) {
  const auto problem = lists::nameProblem(name);
  if (!problem) return {};
  switch (problem->kind) {
    case RemarkKind::NumberOnly:
    case RemarkKind::DigitsInName:
      return trf("“{0}” có chữ số nên không phải họ tên. Hãy ghi họ và tên; người trùng tên thì phân biệt trong ngoặc, ví dụ (1970).",
                 "“{0}” has digits, so it is no name. Write the full name; tell namesakes apart in parentheses, as (1970).", name);
    case RemarkKind::NotAName:
      return trf("“{0}” không phải họ tên của một người. Hãy ghi họ và tên, không kèm chức vụ hay dấu lạ.",
                 "“{0}” is no person's name. Write the full name without a position or strange signs.", name);
    default: return problem->what;
  }
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Order of Vietnamese names. Letters: a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z; tones: ngang huyền hỏi ngã sắc
// nặng, compared only where the letters of two words are equal. Source: the order of "Từ điển tiếng Việt" (Hoàng Phê, Viện Ngôn ngữ học),
// the same as Unicode CLDR's standard collation for "vi" (&U+0300 << U+0309 << U+0303 << U+0301 << U+0323).
#include "election/name_order.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "election/congress.h"
#include "election/utf8.h"

namespace kp {
namespace {

struct LetterKey {
  unsigned letter = 0;
  unsigned tone = 0;
};

// Each vowel with its tones in order, lower then upper case.
constexpr std::array<std::u32string_view, 12> kVowels = {U"aàảãáạAÀẢÃÁẠ", U"ăằẳẵắặĂẰẲẴẮẶ", U"âầẩẫấậÂẦẨẪẤẬ", U"eèẻẽéẹEÈẺẼÉẸ",
                                                         U"êềểễếệÊỀỂỄẾỆ", U"iìỉĩíịIÌỈĨÍỊ", U"oòỏõóọOÒỎÕÓỌ", U"ôồổỗốộÔỒỔỖỐỘ",
                                                         U"ơờởỡớợƠỜỞỠỚỢ", U"uùủũúụUÙỦŨÚỤ", U"ưừửữứựƯỪỬỮỨỰ", U"yỳỷỹýỵYỲỶỸÝỴ"};
constexpr std::u32string_view kAlphabet = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
constexpr unsigned kFirstLetter = 0x80;     // ASCII digits and signs sort before letters, by code point
constexpr unsigned kFirstForeign = 0x1000;  // what is not in the Vietnamese alphabet sorts after it, by code point

std::map<char32_t, LetterKey> makeTable() {
  std::map<char32_t, LetterKey> table;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    const LetterKey key{kFirstLetter + static_cast<unsigned>(i), 0};
    table[kAlphabet[i]] = key;
    if (kAlphabet[i] < 0x80) table[kAlphabet[i] - U'a' + U'A'] = key;
  }
  table[U'Đ'] = table[U'đ'];
  for (const auto& vowel : kVowels) {
    const unsigned letter = table[vowel[0]].letter;
    for (std::size_t i = 0; i < vowel.size(); ++i) table[vowel[i]] = {letter, static_cast<unsigned>(i % 6)};
  }
  return table;
}

LetterKey keyOf(char32_t c) {
  static const std::map<char32_t, LetterKey> table = makeTable();
  const auto found = table.find(c);
  if (found != table.end()) return found->second;
  return {c < 0x80 ? static_cast<unsigned>(c) : kFirstForeign + static_cast<unsigned>(c), 0};
}

using Word = std::vector<LetterKey>;

std::vector<Word> wordsOf(const std::string& name) {
  std::u32string text = decodeUtf8(name).value_or(std::u32string());
  if (text.empty()) text.assign(name.begin(), name.end());  // not UTF-8: still a fixed order, byte by byte
  std::vector<Word> words;
  bool inWord = false;
  for (const char32_t c : text) {
    const bool space = c == U' ' || c == U'\t' || c == 0xA0;
    if (!space && !inWord) words.emplace_back();
    if (!space) words.back().push_back(keyOf(c));
    inWord = !space;
  }
  return words;
}

int compareNumbers(std::size_t a, std::size_t b) { return a < b ? -1 : (a > b ? 1 : 0); }

int compareWords(const Word& a, const Word& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    if (const int c = compareNumbers(a[i].letter, b[i].letter)) return c;
  if (const int c = compareNumbers(a.size(), b.size())) return c;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (const int c = compareNumbers(a[i].tone, b[i].tone)) return c;
  return 0;
}

int compareNames(const std::vector<Word>& a, const std::vector<Word>& b) {
  if (a.empty() || b.empty()) return compareNumbers(a.size(), b.size());
  if (const int c = compareWords(a.back(), b.back())) return c;
  for (std::size_t i = 0; i + 1 < a.size() && i + 1 < b.size(); ++i)
    if (const int c = compareWords(a[i], b[i])) return c;
  return compareNumbers(a.size(), b.size());
}

}  // namespace

int compareVietnameseNames(const std::string& a, const std::string& b) {
  if (const int c = compareNames(wordsOf(a), wordsOf(b))) return c;
  const int bytes = a.compare(b);  // names that differ in capitals or spaces only still have one order
  return bytes < 0 ? -1 : (bytes > 0 ? 1 : 0);
}

bool sameName(const std::string& a, const std::string& b) { return compareNames(wordsOf(a), wordsOf(b)) == 0; }

}  // namespace kp

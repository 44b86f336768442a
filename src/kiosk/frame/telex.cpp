// SPDX-License-Identifier: GPL-3.0-or-later
// A word is taken apart into letters (capital, letter with its shape, tone), changed, and put together again.
#include "kiosk/frame/telex.h"

#include <QStringList>
#include <array>
#include <optional>
#include <vector>

namespace kp::kiosk {
namespace {

// Each vowel without a tone, then with huyền, sắc, hỏi, ngã, nặng.
const std::array<QString, 12> kVowels = {QStringLiteral("aàáảãạ"), QStringLiteral("ăằắẳẵặ"), QStringLiteral("âầấẩẫậ"),
                                         QStringLiteral("eèéẻẽẹ"), QStringLiteral("êềếểễệ"), QStringLiteral("iìíỉĩị"),
                                         QStringLiteral("oòóỏõọ"), QStringLiteral("ôồốổỗộ"), QStringLiteral("ơờớởỡợ"),
                                         QStringLiteral("uùúủũụ"), QStringLiteral("ưừứửữự"), QStringLiteral("yỳýỷỹỵ")};
const QString kToneKeys = QStringLiteral("zfsrxj");  ///< in the order of the tones above

struct Letter {
  QChar plain;  ///< small, with its shape (ă â đ ê ô ơ ư), without tone
  int tone = 0;
  bool capital = false;
  bool vowel = false;
};

/// Initial consonants (with the u of "qu" and the i of "gia"), vowels, final consonants.
struct Syllable {
  std::vector<Letter> letters;
  std::size_t first = 0, end = 0;  ///< the vowels

  bool contains(std::size_t i, const char16_t* any) const { return QStringView(any).contains(letters[i].plain); }
  int tone() const {
    for (std::size_t i = first; i < end; ++i)
      if (letters[i].tone) return letters[i].tone;
    return 0;
  }
  QString part(std::size_t from, std::size_t to) const {
    QString out;
    for (std::size_t i = from; i < to; ++i) out += letters[i].plain;
    return out;
  }
};

Letter letterOf(QChar c) {
  Letter letter{c.toLower(), 0, c.isUpper(), false};
  for (const QString& vowel : kVowels)
    if (const auto tone = vowel.indexOf(letter.plain); tone >= 0) return {vowel[0], static_cast<int>(tone), letter.capital, true};
  return letter;
}

QString together(const Syllable& syllable) {
  QString out;
  for (const Letter& letter : syllable.letters) {
    QChar c = letter.plain;
    for (const QString& vowel : kVowels)
      if (vowel[0] == c) c = vowel[letter.tone];
    out += letter.capital ? c.toUpper() : c;
  }
  return out;
}

/// Nothing when it cannot be a Vietnamese syllable: vowels in two places, or another end than the language has.
std::optional<Syllable> syllableOf(const QString& word) {
  static const QStringList kFinals = {QString(),           QStringLiteral("c"),  QStringLiteral("ch"), QStringLiteral("m"),
                                      QStringLiteral("n"), QStringLiteral("ng"), QStringLiteral("nh"), QStringLiteral("p"),
                                      QStringLiteral("t")};
  Syllable s;
  for (const QChar c : word) s.letters.push_back(letterOf(c));
  const std::size_t size = s.letters.size();
  while (s.first < size && !s.letters[s.first].vowel) ++s.first;
  const bool glide = s.first == 1 && size > 2 && s.letters[2].vowel &&
                     ((s.contains(0, u"q") && s.contains(1, u"u")) || (s.contains(0, u"g") && s.contains(1, u"i")));
  if (glide) ++s.first;
  s.end = s.first;
  while (s.end < size && s.letters[s.end].vowel) ++s.end;
  if (s.end - s.first > 3 || !kFinals.contains(s.part(s.end, size))) return std::nullopt;
  return s;
}

/// oa, oe, uy at the end of a word: the modern rule says hoà, the older one hòa.
bool isGlided(const Syllable& s) {
  const QString vowels = s.part(s.first, s.letters.size());
  return vowels == QLatin1String("oa") || vowels == QLatin1String("oe") || vowels == QLatin1String("uy");
}

/// Where the tone stands: on the last shaped vowel, else by how many vowels there are and what follows.
std::size_t placeOfTone(const Syllable& s) {
  for (std::size_t i = s.end; i-- > s.first;)
    if (s.contains(i, u"ăâêôơư")) return i;
  const std::size_t count = s.end - s.first;
  if (count == 3) return s.first + 1;
  return s.first + (count == 2 && (s.end < s.letters.size() || isGlided(s)) ? 1 : 0);
}

void setTone(Syllable& s, int tone) {
  for (Letter& letter : s.letters) letter.tone = 0;
  if (s.end > s.first) s.letters[placeOfTone(s)].tone = tone;
}

enum class Change { None, Made, TakenBack };

Change toneKey(Syllable& s, int tone) {
  const int before = s.tone();
  if (s.end == s.first || (tone == 0 && before == 0)) return Change::None;
  setTone(s, before == tone ? 0 : tone);
  return before == tone ? Change::TakenBack : Change::Made;
}

/// The hats: aa, ee, oo, also typed at the end of the word ("toio").
Change hatKey(Syllable& s, QChar key) {
  static const QString kPlain = QStringLiteral("aeo"), kHat = QStringLiteral("âêô"), kOther = QStringLiteral("ă.ơ");
  const auto which = kPlain.indexOf(key);
  if (key == QLatin1Char('o') && s.part(s.first, s.end) == QLatin1String("oe")) return Change::None;  // khoeo, ngoeo
  for (std::size_t i = s.end; i-- > s.first;) {
    QChar& plain = s.letters[i].plain;
    const bool taken = plain == kHat[which];
    if (!taken && plain != kPlain[which] && plain != kOther[which]) continue;
    plain = taken ? key : kHat[which];
    setTone(s, s.tone());
    return taken ? Change::TakenBack : Change::Made;
  }
  return Change::None;
}

/// w: ư ơ ă, and ươ of uo.
Change hornKey(Syllable& s) {
  static const QString kPlain = QStringLiteral("uoa"), kHorn = QStringLiteral("ươă");
  const QString vowels = s.part(s.first, s.end), start = s.part(0, s.first);
  const bool half = vowels.startsWith(QStringLiteral("ưo"));  // uwow
  bool taken = false;
  for (std::size_t i = s.first; i < s.end && !half; ++i) {
    const auto at = kHorn.indexOf(s.letters[i].plain);
    if (at < 0) continue;
    taken = true;
    s.letters[i].plain = kPlain[at];
  }
  if (!taken && (half || vowels.startsWith(QLatin1String("uo")))) {
    const bool onlySecond =
        vowels.size() == 2 && s.end == s.letters.size() && start.endsWith(QLatin1Char('h')) && start != QLatin1String("ch");
    if (!onlySecond) s.letters[s.first].plain = kHorn[0];  // huơ, thuở
    s.letters[s.first + 1].plain = kHorn[1];
  } else if (!taken) {
    const auto at = [&] {
      for (const QChar wanted : {u'u', u'a', u'â', u'o', u'ô'})
        if (const auto place = vowels.indexOf(wanted); place >= 0) return place;
      return qsizetype{-1};
    }();
    if (at < 0) return Change::None;
    const QChar before = vowels[at] == u'â' ? QChar(u'a') : vowels[at] == u'ô' ? QChar(u'o') : vowels[at];
    s.letters[s.first + static_cast<std::size_t>(at)].plain = kHorn[kPlain.indexOf(before)];
  }
  setTone(s, s.tone());
  return taken ? Change::TakenBack : Change::Made;
}

Change strokeKey(Syllable& s) {
  if (s.letters.empty() || !s.contains(0, u"dđ") || s.first != 1) return Change::None;
  const bool taken = s.contains(0, u"đ");
  s.letters[0].plain = taken ? QLatin1Char('d') : QChar(u'đ');
  return taken ? Change::TakenBack : Change::Made;
}

Change press(Syllable& s, QChar key) {
  if (const auto tone = kToneKeys.indexOf(key); tone >= 0) return toneKey(s, static_cast<int>(tone));
  if (QStringLiteral("aeo").contains(key)) return hatKey(s, key);
  if (key == QLatin1Char('w')) return hornKey(s);
  return key == QLatin1Char('d') ? strokeKey(s) : Change::None;
}

/// A letter more moves the tone (hòa → hoàn) and makes ươ of uơ. "Hòa" typed with its tone first stays: some people write their name so.
QString settled(const QString& word) {
  auto s = syllableOf(word);
  if (!s) return word;
  if (s->end - s->first >= 2 && s->end < s->letters.size() && s->contains(s->first, u"uư") && s->contains(s->first + 1, u"ơ"))
    s->letters[s->first].plain = QChar(u'ư');
  if (!isGlided(*s)) setTone(*s, s->tone());
  return together(*s);
}

}  // namespace

QString Telex::type(const QString& word, QChar key) {
  const QString asTyped = word + key;
  if (!m_off.isEmpty() && m_off == word) return m_off = asTyped;
  m_off.clear();
  const QChar small = key.toLower();
  auto s = syllableOf(word);
  if (!s) return asTyped;
  const bool hadVowel = s->end > s->first;
  switch (press(*s, small)) {
    case Change::Made: return together(*s);
    case Change::TakenBack: return small == QLatin1Char('z') ? together(*s) : m_off = together(*s) + key;
    case Change::None: break;
  }
  if (small == QLatin1Char('w') && !hadVowel) return word + (key.isUpper() ? QChar(u'Ư') : QChar(u'ư'));
  return settled(asTyped);
}

QString Telex::word(const QString& keys) {
  Telex telex;
  QString out;
  for (const QChar key : keys) out = telex.type(out, key);
  return out;
}

}  // namespace kp::kiosk

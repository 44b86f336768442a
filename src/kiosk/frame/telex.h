// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace kp::kiosk {

/// Vietnamese typed the Telex way (kiểu gõ Telex), one key at a time: aa ee oo → â ê ô, aw ow uw → ă ơ ư, dd → đ, s f r x j the tones, z takes the tone away, the same key
/// twice takes back what it did. Only what can be a Vietnamese syllable is changed, so that "XLSX" stays as typed. The tone stands where the modern rule puts it (hoà, thuý).
/// Source of keys and places: TCVN 5712 letters, Telex convention (Nguyễn Đình Liêm / Vietnet); place of the tone: Quyết định 240/QĐ 5/3/1984, Bộ Giáo dục.
class Telex {
 public:
  /// The word after one more key, from the word so far (what stands before the cursor, without spaces).
  QString type(const QString& word, QChar key);
  /// A whole word of keys: "Nguyeenx" → "Nguyễn".
  static QString word(const QString& keys);

 private:
  QString m_off;  ///< the word in which something was taken back: the rest of it is left as typed
};

}  // namespace kp::kiosk

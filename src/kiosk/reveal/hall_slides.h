// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QVariantList>
#include <vector>

#include "kiosk/result/result_look.h"

namespace kp::kiosk {

/// One picture of the hall screen, all texts ready: nothing is worked out where it is drawn.
struct HallSlide {
  enum class Kind { Title, Figures, Votes, Elected } kind = Kind::Title;
  QString title;      ///< head of the slide
  QString under;      ///< one line under it: contest; place and date on the title slide
  QVariantList rows;  ///< Figures: {label, value}; Votes: {number, name, votes, percent}; Elected: the same with fraction (0…1 of the base)
  QString line;       ///< Elected: what the line of "quá bán" means; "" no line
  QStringList notes;        ///< Elected, last page: tie and shortfall in words
  QStringList columns;      ///< heads of the numbers, from the left
  int page = 1, pages = 1;  ///< of this kind
  QVariantMap toMap() const;
};

/// Rows of one slide: with head and foot the capital letters stay above kLetterShare of the picture's height.
inline constexpr int kHallRows = 9;
/// Height of the smallest capital letters of a row as a share of the picture's height: a row is 0.78 / kHallRows of it, letters take 0.66 of a row's height, and
/// capitals 0.716 of the letters' (Liberation Sans).
inline constexpr double kLetterShare = 0.78 / kHallRows * 0.66 * 0.716;
/// Angle at which letters are read without effort: 16 minutes of arc (ISO 9241-303), 93 mm at 20 m.
inline constexpr double kReadableMinutes = 16;

/// Height of a letter, in metres, that is seen at kReadableMinutes from `metres` away.
double readableLetter(double metres);
/// Height of the projected picture, in metres, from which on the smallest letters are readable from `metres` away.
double pictureFor(double metres);

/// The slides of a contest in the order of R-29: title · figures · votes in ballot order · the elected from high to low. With `released` false only the title.
std::vector<HallSlide> hallSlides(const ResultLook& look, bool released);

}  // namespace kp::kiosk

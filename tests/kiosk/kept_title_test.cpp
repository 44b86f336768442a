// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/kept_title.h"

#include <gtest/gtest.h>

#include <QStringList>
#include <QTextBoundaryFinder>

namespace kp::kiosk {
namespace {

/// As people read it.
QString readOf(QString kept) { return kept.replace(QChar::Nbsp, QLatin1Char(' ')).remove(QChar(0x2060)); }

/// What a line can end between.
QString parts(const char* title) { return readOf(keptTitle(QString::fromUtf8(title)).split(QLatin1Char(' ')).join(QLatin1Char('|'))); }

// Caught: "HUYỆN AN SƠN THƯỢNG LẦN / THỨ XIV" on the wall of a hall; "Đảng bộ Thành / phố Lâm Hải" at the top of every page.
TEST(KeptTitle, EndsNoLineInsideWhatIsReadAsOne) {
  EXPECT_EQ(parts("Đại hội đại biểu Đảng bộ huyện An Sơn Thượng lần thứ XIV, nhiệm kỳ 2025 - 2030"),
            QString::fromUtf8("Đại hội|đại biểu|Đảng bộ|huyện|An Sơn Thượng|lần thứ XIV,|nhiệm kỳ 2025 - 2030"));
  EXPECT_EQ(parts("Bầu Ban Chấp hành Đảng bộ Thành phố Lâm Hải Giang Thượng khóa XVIII (đã chốt)"),
            QString::fromUtf8("Bầu|Ban Chấp hành|Đảng bộ|Thành phố|Lâm Hải Giang Thượng|khóa XVIII|(đã|chốt)"));
  EXPECT_EQ(parts("Bầu Phó Bí thư Đảng ủy thị trấn Suối Mơ"), QString::fromUtf8("Bầu|Phó Bí thư|Đảng ủy|thị trấn|Suối Mơ"));
  EXPECT_EQ(parts("Bầu đoàn đại biểu dự Đại hội đại biểu toàn quốc"), QString::fromUtf8("Bầu|đoàn|đại biểu|dự|Đại hội|đại biểu|toàn quốc"));
}

// Caught: a word of the title that is lost or changed.
TEST(KeptTitle, ChangesNothingElse) {
  const QString title = QString::fromUtf8("Đại hội Chi bộ Trường Mầm non Hoa Ban, nhiệm kỳ 2025-2027 (lần 2)");
  EXPECT_EQ(readOf(keptTitle(title)), title);
  EXPECT_EQ(keptTitle(QString()), QString());
}

// Caught: "nhiệm kỳ 2025 - / 2030": a line may end behind a dash, whatever the space after it.
TEST(KeptTitle, NoLineEndsBehindTheDashOfATerm) {
  const QString title = keptTitle(QString::fromUtf8("Bầu Ban Chấp hành khóa XVIII, nhiệm kỳ 2025 - 2030"));
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, title);
  QStringList lines;
  for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary())
    lines.append(readOf(title.mid(from, to - from)).trimmed());
  EXPECT_EQ(lines.last(), QString::fromUtf8("nhiệm kỳ 2025 - 2030")) << lines.join(QLatin1Char('|')).toStdString();
}

}  // namespace
}  // namespace kp::kiosk

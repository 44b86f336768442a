// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/kept_title.h"

#include <QRegularExpression>

namespace kp::kiosk {
namespace {

/// A line may end between a dash and a space that it may not end at: U+2060 forbids that, and is not seen.
QString kept(QString part) {
  return part.replace(QLatin1Char(' '), QChar::Nbsp).replace(QStringLiteral("-\u00A0"), QStringLiteral("-\u2060\u00A0"));
}

}  // namespace

QString keptTitle(const QString& title) {
  static const QRegularExpression parts(QStringLiteral(
      "Đảng Cộng sản|Việt Nam|Đảng (?:bộ|ủy)|[Cc](?:hi|ấp) (?:bộ|ủy)|Đại hội|[Đđ]ại biểu|[Hh]ội nghị|(?:[Pp]hó )?[Bb]í thư|[Cc]hủ nhiệm"
      "|Ban (?:Chấp hành|[Tt]hường vụ|[Kk]iểm phiếu)|Ủy ban [Kk]iểm tra|Đoàn [Cc]hủ tịch|[Tt]oàn quốc|[Tt]rung ương|[Tt]ín nhiệm|[Ýý] kiến"
      "|[Tt]hành phố|[Tt]hị (?:xã|trấn)|[Đđ]ặc khu|lần thứ \\S+|khóa \\S+|nhiệm kỳ \\d+ ?[-–] ?\\d+"
      "|(?<=huyện |tỉnh |xã |phường |quận |thôn |phố |trấn |khu )\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*){1,3}"));
  QString out;
  qsizetype done = 0;
  for (auto found = parts.globalMatch(title); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    out += title.mid(done, match.capturedStart() - done) + kept(match.captured());
    done = match.capturedEnd();
  }
  return out + title.mid(done);
}

}  // namespace kp::kiosk

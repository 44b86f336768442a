// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/reveal/kept_title.h"

#include <QRegularExpression>

namespace kp::kiosk {

QString keptTitle(QString title) {
  static const QRegularExpression parts(QStringLiteral(
      "Đảng bộ|Chi bộ|Đại hội|đại biểu|Ban Chấp hành|Ban Thường vụ|Ủy ban Kiểm tra|toàn quốc|[Tt]hành phố|lần thứ \\S+|khóa \\S+|nhiệm kỳ \\d+ ?[-–] ?\\d+"
      "|(?<=huyện |tỉnh |xã |phường |quận |thôn |thành phố |Thành phố )\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*){1,3}"));
  for (auto found = parts.globalMatch(title); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    title.replace(match.capturedStart(), match.capturedLength(), match.captured().replace(QLatin1Char(' '), QChar::Nbsp));
  }
  return title;
}

}  // namespace kp::kiosk

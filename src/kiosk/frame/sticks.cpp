// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/sticks.h"

#include <QDir>
#include <QStorageInfo>
#include <algorithm>

#include "election/text.h"

namespace kp::kiosk {

const QStringList& stickRoots() {
  static const QStringList roots{QStringLiteral("/media"), QStringLiteral("/run/media"), QStringLiteral("/mnt")};
  return roots;
}

Expected<void> stickStillThere(const QString& folder, const QStringList& roots) {
  const auto below = [](const QString& path, const QString& root) { return path.startsWith(root + QLatin1Char('/')); };
  const QString wanted = QDir::cleanPath(folder);
  const auto root = std::find_if(roots.begin(), roots.end(), [&](const QString& one) { return below(wanted, one); });
  if (root == roots.end() || below(QStorageInfo(wanted).rootPath(), *root)) return {};
  return fail(
      ErrorKind::NotFound,
      tr("USB đã chọn không còn cắm vào máy; chưa ghi gì. Hãy cắm lại USB, đợi một lúc rồi chọn lại nơi lưu.",
         "The USB stick you chose is not plugged in any more; nothing was written. Plug it in again, wait a moment and choose the place again."));
}

}  // namespace kp::kiosk

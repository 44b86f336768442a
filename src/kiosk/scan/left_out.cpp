// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/left_out.h"

#include <QCoreApplication>
#include <QPointer>

#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {
constexpr int kNamed = 3;  ///< file names said in full; a folder of other things has hundreds
}

LeftOut& LeftOut::of(QObject& run) {
  auto* known = run.findChild<LeftOut*>(QString(), Qt::FindDirectChildrenOnly);
  return known ? *known : *new LeftOut(&run);
}

std::function<void(const std::string& name)> LeftOut::begin() {
  m_files.clear();
  emit changed();
  return [guard = QPointer<LeftOut>(this)](const std::string& name) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, name = QString::fromStdString(name)] {
          if (!guard || guard->m_files.contains(name)) return;
          guard->m_files.append(name);
          emit guard->changed();
        },
        Qt::QueuedConnection);
  };
}

QString LeftOut::said(long files, const QStringList& names) {
  if (files == 0) return {};
  const QString list = names.mid(0, kNamed).join(QStringLiteral(", ")) + (files > kNamed ? QStringLiteral(", …") : QString());
  return words(
      "{0} tệp không phải ảnh nên không nhận và không tính là phiếu: {1}. Nếu đó là bản quét của một tờ phiếu, hãy quét lại tờ đó.",
      "{0} files are no pictures; they were not taken in and do not count as ballots: {1}. If one should be the scan of a ballot, scan that sheet again.",
      files, list.toStdString());
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QStringList>
#include <functional>
#include <string>

namespace kp::kiosk {

/// The files of the last run that are no scans (kp::ScanRequest::leftOut): not taken in, not counted, but named. A child of the run it belongs to, so that it is still known
/// when the page was left meanwhile.
class LeftOut : public QObject {
  Q_OBJECT
 public:
  /// The one of this run; made at the first call.
  static LeftOut& of(QObject& run);

  /// Forgets the files, and what an intake is given to call, from any thread, while this object lives.
  std::function<void(const std::string& name)> begin();
  const QStringList& files() const { return m_files; }
  /// So many files, their first names and what to do, in words; "" when there are none.
  static QString said(long files, const QStringList& names);

 signals:
  void changed();

 private:
  using QObject::QObject;
  QStringList m_files;
};

}  // namespace kp::kiosk

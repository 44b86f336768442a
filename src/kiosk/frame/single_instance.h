// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocalServer>
#include <QObject>

namespace kp::kiosk {

/// One kiosk a user session and congress file: a second start asks the first to show itself and says so.
class SingleInstance : public QObject {
  Q_OBJECT
 public:
  explicit SingleInstance(const QString& file);
  bool isFirst() const { return m_first; }
  /// For the second: what happened, what is safe, what to do.
  QString message() const;

 signals:
  /// A second start asked to see this one.
  void asked();

 private:
  QLocalServer m_server;
  bool m_first = false;
};

}  // namespace kp::kiosk

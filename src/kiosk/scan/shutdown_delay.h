// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace kp::kiosk {

class Scanning;

/// The power button in the middle of a scan: logind waits (InhibitDelayMaxSec) until the sheets that the scanner has drawn in are stored, before it ends anything – the
/// compositor above all, without which this program is gone at once. While nothing is scanned nobody waits. Where there is no logind it does nothing. UI thread.
class ShutdownDelay : public QObject {
  Q_OBJECT
 public:
  explicit ShutdownDelay(Scanning& scanning, const QDBusConnection& bus = QDBusConnection::systemBus());
  bool isHeld() const { return m_held.isValid(); }

 private:
  void followScan();
  Q_SLOT void prepare(bool about);

  Scanning& m_scanning;
  QDBusConnection m_bus;
  QDBusUnixFileDescriptor m_held;  ///< closed: the machine may go off
  bool m_asked = false;            ///< logind has been asked for it and has not answered
};

}  // namespace kp::kiosk

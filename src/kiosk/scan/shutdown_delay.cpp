// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/shutdown_delay.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include "kiosk/frame/words.h"
#include "kiosk/scan/scanning.h"

namespace kp::kiosk {
namespace {
const QString kService = QStringLiteral("org.freedesktop.login1");
const QString kPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");
}  // namespace

ShutdownDelay::ShutdownDelay(Scanning& scanning, const QDBusConnection& bus) : QObject(&scanning), m_scanning(scanning), m_bus(bus) {
  if (!m_bus.isConnected()) return;
  m_bus.connect(kService, kPath, kManager, QStringLiteral("PrepareForShutdown"), this, SLOT(prepare(bool)));
  connect(&scanning, &Scanning::stateChanged, this, &ShutdownDelay::followScan);
  followScan();
}

void ShutdownDelay::followScan() {
  if (!m_scanning.isActive()) {
    m_held = {};
    return;
  }
  if (isHeld() || m_asked) return;
  m_asked = true;
  QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kManager, QStringLiteral("Inhibit"));
  call << QStringLiteral("shutdown") << QCoreApplication::applicationName()
       << words("Đang lưu các tờ phiếu máy quét vừa kéo vào", "Ballots that the scanner has just drawn in are being stored")
       << QStringLiteral("delay");
  const auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
    done->deleteLater();
    m_asked = false;
    if (reply.isValid() && m_scanning.isActive()) m_held = reply.value();
  });
}

void ShutdownDelay::prepare(bool about) {
  if (about) m_scanning.leave();
}

}  // namespace kp::kiosk

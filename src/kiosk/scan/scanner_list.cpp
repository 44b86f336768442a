// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/scanner_list.h"

#include "kiosk/frame/background.h"
#include "kiosk/frame/words.h"
#include "scanner/source/sane_source.h"

namespace kp::kiosk {
namespace {

QString titleOf(const ScannerDevice& device) {
  const QString name = text(device.vendor + " " + device.model).simplified();
  return name.isEmpty() ? text(device.name) : name;
}

}  // namespace

void ScannerList::ask() {
  if (m_asking) return;
  m_asking = true;
  emit changed();
  inBackground(
      this, [] { return listScanners(Workers::isEnding); },  // leaving does not wait for a driver that hangs
      [this](const Expected<std::vector<ScannerDevice>>& devices) {
        m_asking = false;
        m_asked = true;
        m_scanners.clear();
        m_error = devices ? QString() : text(devices.error().what);
        if (devices)
          for (const ScannerDevice& device : *devices) {
            bool twice = false;  // two of the same model are told apart by their address
            for (const ScannerDevice& other : *devices) twice = twice || (&other != &device && titleOf(other) == titleOf(device));
            m_scanners.append(
                QVariantMap{{QStringLiteral("value"), QStringLiteral("sane:") + text(device.name)},
                            {QStringLiteral("text"),
                             twice ? titleOf(device) + QStringLiteral(" (") + text(device.name) + QLatin1Char(')') : titleOf(device)}});
          }
        emit changed();
      });
}

}  // namespace kp::kiosk

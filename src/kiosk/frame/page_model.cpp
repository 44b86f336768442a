// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/page_model.h"

namespace kp::kiosk {

void PageModel::setStation(Station* station) {
  if (station == m_station) return;
  m_station = station;
  emit stationChanged();
  if (!m_station) return;
  connect(m_station, &Station::contestChanged, this, &PageModel::reload);
  connect(m_station, &Station::languageChanged, this, &PageModel::reload);
  connect(m_station, &Station::acted, this, &PageModel::reload);
  reload();
}

void PageModel::setError(const QString& error) {
  if (error == m_error) return;
  m_error = error;
  emit errorChanged();
}

void PageModel::setLoaded() {
  if (m_loaded) return;
  m_loaded = true;
  emit loadedChanged();
}

void PageModel::addBusy(int change) {
  m_busy += change;
  emit busyChanged();
}

}  // namespace kp::kiosk

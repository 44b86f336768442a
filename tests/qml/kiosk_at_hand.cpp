// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk_at_hand.h"

#include <QQmlComponent>
#include <QSettings>

#include "kiosk/reveal/hall.h"
#include "kiosk/scan/scanning.h"

namespace kp::kiosk {

KioskAtHand::~KioskAtHand() { end(); }

void KioskAtHand::show(bool withFile) {
  m_congress.letGo();
  m_station.emplace(m_congress.folder());
  m_leaving.emplace(*m_station);
  m_outfit.fit(*m_engine, *m_station);
  QQmlComponent main(m_engine, QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/Main.qml")));
  QObject* made = main.createWithInitialProperties({{QStringLiteral("station"), QVariant::fromValue(&*m_station)},
                                                    {QStringLiteral("fullScreen"), false},
                                                    {QStringLiteral("startPage"), QString()},
                                                    {QStringLiteral("leaving"), QVariant::fromValue(&*m_leaving)}});
  m_window.reset(qobject_cast<QQuickWindow*>(made));
  if (!m_window) qFatal("%s", qPrintable(main.errorString()));
  m_eyes.emplace(m_window.get());
  if (withFile) m_station->openFile(m_congress.path());
  emit changed();
}

void KioskAtHand::end() {
  if (!m_station) return;
  Scanning::of(*m_station).stop();
  Hall::of(*m_station).closeWindow();
  m_station->setLanguage(QStringLiteral("vi"));
  m_eyes.reset();
  m_window.reset();
  m_leaving.reset();
  m_station.reset();
  QSettings().clear();
  emit changed();
}

QString KioskAtHand::entryOf(const QString& name) const {
  const QQuickItem* choice = seen(name);
  const QList<QQuickItem*> boxes = choice ? choice->findChildren<QQuickItem*>() : QList<QQuickItem*>();
  for (const QQuickItem* box : boxes)
    if (box->inherits("QQuickComboBox")) return Driver::readOf(box, "displayText");
  return {};
}

QStringList KioskAtHand::takeWarnings() {
  const QStringList fresh = m_outfit.warnings().mid(m_told);
  m_told = m_outfit.warnings().size();
  return fresh;
}

}  // namespace kp::kiosk

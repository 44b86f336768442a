// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/window.h"
#include "kiosk/frame/steady_hand.h"

#include <QSettings>

namespace kp::kiosk {
namespace {
QString pageKey(const QString& file) { return QStringLiteral("page/") + QString::fromLatin1(file.toUtf8().toHex()); }
}  // namespace

Window::Window(Station& station, QObject* parent) : QObject(parent), m_station(station), m_leaving(station) {
  m_outfit.fit(m_engine, station);
}

Window::~Window() = default;

bool Window::show(bool fullScreen, const QString& page) {
  m_engine.setInitialProperties({{QStringLiteral("station"), QVariant::fromValue(&m_station)},
                                 {QStringLiteral("fullScreen"), fullScreen},
                                 {QStringLiteral("startPage"), page},
                                 {QStringLiteral("leaving"), QVariant::fromValue(&m_leaving)}});
  m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/Main.qml")));
  if (!window()) return false;
  m_leaving.setGuarded(fullScreen);
  window()->installEventFilter(this);
  new SteadyHand(*window());  // which owns it
  connect(&m_leaving, &Leaving::left, window(), &QWindow::close);
  if (!page.isEmpty()) return true;
  connect(window(), SIGNAL(pageChanged()), this, SLOT(rememberPage()));  // a property of QML: no signal that C++ knows at compile time
  connect(&m_station, &Station::fileChanged, this, &Window::recallPage);
  recallPage();
  return true;
}

bool Window::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Close || watched != window() || !m_leaving.isGuarded()) return QObject::eventFilter(watched, event);
  event->ignore();
  m_leaving.ask();
  return true;
}

void Window::recallPage() {
  if (!m_station.isOpen()) return m_recalledFor.clear();
  if (m_recalledFor == m_station.file()) return;
  m_recalledFor = m_station.file();
  window()->setProperty("page", QSettings().value(pageKey(m_recalledFor)).toString());
}

void Window::rememberPage() {
  const QString page = window()->property("page").toString();
  if (page.isEmpty() || m_recalledFor.isEmpty()) return;
  m_remembering.start([key = pageKey(m_recalledFor), page] {
    QSettings settings;
    settings.setValue(key, page);
    settings.sync();
  });
}

QQuickWindow* Window::window() const {
  const QList<QObject*> roots = m_engine.rootObjects();
  return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(roots.first());
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/reveal/hall.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QScreen>
#include <algorithm>

#include "count/release.h"
#include "kiosk/frame/station.h"

namespace kp::kiosk {
namespace {

Expected<std::vector<HallSlide>> load(const Ledger& ledger, const std::string& contest) {
  const auto look = lookAtResult(ledger, contest);
  if (!look) return tl::unexpected<Error>(look.error());
  const auto released = isReleased(ledger, contest);
  if (!released) return tl::unexpected<Error>(released.error());
  return hallSlides(*look, *released);
}

}  // namespace

Hall::Hall(Station& station) : QObject(&station), m_station(station) {
  connect(&station, &Station::acted, this, &Hall::reload);
  connect(&station, &Station::languageChanged, this, &Hall::reload);
  connect(qGuiApp, &QGuiApplication::screenAdded, this, &Hall::windowChanged);
  connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this](const QScreen* screen) {
    if (m_window && m_window->screen() == screen && !m_alone) closeWindow();  // or it would come up over the operator's screen
    emit windowChanged();
  });
  connect(&station, &Station::fileChanged, this, [this] {
    closeWindow();
    m_slides.clear();
    m_contest.clear();
    m_place = 0;
    ++m_request;
    emit changed();
  });
}

Hall& Hall::of(Station& station) {
  Hall* hall = station.findChild<Hall*>(QString(), Qt::FindDirectChildrenOnly);
  return hall ? *hall : *new Hall(station);
}

QVariantMap Hall::slide() const { return slideAt(m_place); }

QVariantMap Hall::slideAt(int place) const {
  return place >= 0 && place < count() ? m_slides[static_cast<std::size_t>(place)].toMap() : QVariantMap();
}

bool Hall::hasSecondScreen() { return QGuiApplication::screens().size() > 1; }

void Hall::openWindow(QQmlEngine& engine, QScreen* operators) {
  closeWindow();
  QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/HallWindow.qml")));
  // not a child of the operator's page, which goes while the hall still looks
  m_window = qobject_cast<QQuickWindow*>(component.createWithInitialProperties({{QStringLiteral("hall"), QVariant::fromValue(this)}}));
  if (!m_window) return;
  static_cast<QObject*>(m_window.data())->setParent(&engine);  // goes with the engine at the latest
  QScreen* target = operators;
  for (QScreen* screen : QGuiApplication::screens())
    if (screen != operators) target = screen;
  m_alone = target == operators;
  m_window->setFlag(Qt::WindowDoesNotAcceptFocus, !m_alone);  // keys stay with the operator: Esc there would close the hall's picture
  if (target) {
    m_window->setScreen(target);
    m_window->setGeometry(target->geometry());
  }
  connect(m_window, &QWindow::visibleChanged, this, &Hall::windowChanged);
  QWindow* before = QGuiApplication::focusWindow();
  m_window->setWindowStates(Qt::WindowFullScreen);  // not showFullScreen(), which asks for the keys
  m_window->setVisible(true);
  if (QWindow* keys = m_alone ? m_window.data() : before) keys->requestActivate();  // a system may have given them to what came last
  emit windowChanged();
}

void Hall::closeWindow() {
  if (!m_window) return;
  m_window->hide();
  m_window->deleteLater();
  m_window.clear();
  emit windowChanged();
}

void Hall::take(const QString& contest) {
  if (contest == m_contest) return;
  m_contest = contest;
  m_place = 0;
  m_slides.clear();
  emit changed();
  reload();
}

void Hall::reload() {
  if (m_contest.isEmpty() || !m_station.isOpen()) return;
  m_station.looking().ask(
      this, [contest = m_contest.toStdString()](const Ledger& ledger) { return load(ledger, contest); },
      [this, request = ++m_request](Expected<std::vector<HallSlide>> slides) {
        if (request != m_request) return;
        // what can no longer be read is no longer shown to a hall
        m_slides = slides ? std::move(*slides) : std::vector<HallSlide>();
        m_place = m_slides.size() > 1 ? std::min(m_place, count() - 1) : 0;
        emit changed();
      });
}

void Hall::next() {
  if (m_place + 1 >= count()) return;
  ++m_place;
  emit changed();
}

void Hall::back() {
  if (m_place == 0) return;
  --m_place;
  emit changed();
}

void Hall::first() {
  m_place = 0;
  emit changed();
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/touch_keyboard.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QKeyEvent>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <QTouchEvent>

namespace kp::kiosk {
namespace {

/// A field that the keyboard on the screen is for.
bool takesText(const QObject* object) {
  const auto* item = qobject_cast<const QQuickItem*>(object);
  return item && item->flags().testFlag(QQuickItem::ItemAcceptsInputMethod) && !item->property("readOnly").toBool() &&
         !item->property("ownKeys").toBool();
}

/// By Tab or Shift and Tab, not by a touch: what is touched must not move away under the finger.
bool gotFocusByTab(const QQuickItem* item) {
  const QVariant reason = item ? item->property("focusReason") : QVariant();
  return reason.isValid() && (reason.toInt() == Qt::TabFocusReason || reason.toInt() == Qt::BacktabFocusReason);
}

}  // namespace

TouchKeyboard::TouchKeyboard(QObject* parent)
    : QObject(parent), m_possible(qEnvironmentVariable("QT_IM_MODULE") == QLatin1String("qtvirtualkeyboard")) {
  qGuiApp->installEventFilter(this);
  connect(qGuiApp, &QGuiApplication::focusObjectChanged, this, [this](QObject* now) {
    if (!takesText(now)) close();
  });
}

void TouchKeyboard::setTelex(bool telex) {
  if (telex == m_telex) return;
  m_telex = telex;
  emit telexChanged();
}

void TouchKeyboard::setOpen(bool open) {
  if (open && !m_possible) return;
  if (open != m_open) {
    m_open = open;
    emit openChanged();
  }
  if (open)
    QGuiApplication::inputMethod()->show();
  else
    QGuiApplication::inputMethod()->hide();
}

bool TouchKeyboard::eventFilter(QObject* watched, QEvent* event) {
  auto* window = qobject_cast<QQuickWindow*>(watched);
  if (!window) return false;
  // What a touch means is known once the page has had it: a button must not move away under the finger.
  const auto later = [this, window](QPointF at) { QTimer::singleShot(0, window, [this, window, at] { touched(window, at); }); };
  switch (event->type()) {
    case QEvent::KeyPress: {
      if (!event->spontaneous()) return false;  // a key of the keyboard on the screen
      const bool wasOpen = m_open;
      m_realKeys = true;
      if (wasOpen) close();
      return wasOpen && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    }
    case QEvent::TouchBegin: m_realKeys = false; return false;
    case QEvent::TouchEnd:
      if (auto* touch = static_cast<QTouchEvent*>(event); touch->pointCount() == 1) later(touch->point(0).position());
      return false;
    case QEvent::MouseButtonRelease: later(static_cast<QMouseEvent*>(event)->position()); return false;
    default: return false;
  }
}

void TouchKeyboard::touched(QQuickWindow* window, QPointF at) {
  if (m_open && m_area.contains(at)) return;
  const QQuickItem* field = window->activeFocusItem();
  const bool into = takesText(field) && field->contains(field->mapFromScene(at));
  if (into && m_realKeys) return;
  if (into || m_open) setOpen(into);
}

void TouchKeyboard::compose(QQuickItem* field, const QString& before) {
  const QString now = field->property("text").toString();
  const int cursor = field->property("cursorPosition").toInt();
  if (!m_telex || now.size() != before.size() + 1 || cursor < 2 || cursor > now.size()) return;  // one letter came, in a word
  int start = cursor;
  while (start > 0 && now[start - 1].isLetter()) --start;
  if (cursor - start < 2 && now[cursor - 1].toLower() != QLatin1Char('w')) return;
  const QString word = now.mid(start, cursor - start - 1), composed = m_composer.type(word, now[cursor - 1]);
  if (composed == now.mid(start, cursor - start)) return;
  // By its setter: a binding of the text stays, and nothing says "edited" once more.
  field->setProperty("text", QString(now).replace(start, cursor - start, composed));
  field->setProperty("cursorPosition", start + static_cast<int>(composed.size()));
}

void TouchKeyboard::enterPressed(QQuickItem* field) {
  if (!m_open || !field->hasActiveFocus() || field->property("text").toString().isEmpty()) return;
  QQuickItem* next = field->nextItemInFocusChain(true);
  if (next && next != field && takesText(next) && next->mapToScene({}).y() >= field->mapToScene({}).y())
    next->forceActiveFocus(Qt::TabFocusReason);
  else
    close();
}

void TouchKeyboard::reveal(QQuickItem* field) const {
  const bool byTab = gotFocusByTab(field);
  if (!byTab && !takesText(field)) return;
  constexpr qreal kRoom = 12;  // px around it
  for (QQuickItem* around = field->parentItem(); around; around = around->parentItem()) {
    if (!around->inherits("QQuickFlickable")) continue;
    if (!byTab && around->inherits("QQuickItemView")) continue;  // lists look after their own rows
    const QRectF place = field->mapRectToItem(around, QRectF(0, 0, field->width(), field->height()));
    const qreal y = around->property("contentY").toReal();
    if (place.bottom() + kRoom > around->height())
      around->setProperty("contentY", y + std::min(place.bottom() + kRoom - around->height(), place.top()));
    else if (place.top() - kRoom < 0)
      around->setProperty("contentY", std::max(around->property("originY").toReal(), y + place.top() - kRoom));
  }
}

}  // namespace kp::kiosk

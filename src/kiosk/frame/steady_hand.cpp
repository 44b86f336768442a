// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/steady_hand.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QQuickItem>
#include <QStyleHints>
#include <QTouchEvent>
#include <algorithm>
#include <utility>

namespace kp::kiosk {
namespace {

constexpr double kSamePlace = 24;  ///< px: half of the smallest target (kiosk.md)

/// Whether a button that acts ("main", "danger": qml/components/KButton.qml) can be touched there.
bool actsAt(const QQuickItem* from, QPointF scene) {
  if (!from->isVisible() || !from->isEnabled()) return false;
  const QString kind = from->property("kind").toString();
  if (from->inherits("QQuickAbstractButton") && (kind == QLatin1String("main") || kind == QLatin1String("danger")) &&
      from->contains(from->mapFromScene(scene)))
    return true;
  const QList<QQuickItem*> children = from->childItems();
  return std::any_of(children.begin(), children.end(), [scene](const QQuickItem* child) { return actsAt(child, scene); });
}

bool isPress(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space; }

}  // namespace

SteadyHand::SteadyHand(QQuickWindow& window) : QObject(&window), m_window(window) { window.installEventFilter(this); }

/// Right after another one at the same place, on a button that acts.
bool SteadyHand::isSecond(QPointF at, quint64 time) {
  const auto soon = static_cast<quint64>(QGuiApplication::styleHints()->mouseDoubleClickInterval());
  const bool second = m_time && time - *m_time < soon && (at - m_last).manhattanLength() < kSamePlace && actsAt(m_window.contentItem(), at);
  m_time = time;
  m_last = at;
  return second;
}

bool SteadyHand::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
      const auto* key = static_cast<QKeyEvent*>(event);
      return key->isAutoRepeat() && isPress(key->key());
    }
    case QEvent::MouseButtonPress: {
      const auto* mouse = static_cast<QMouseEvent*>(event);
      return m_eaten = isSecond(mouse->position(), mouse->timestamp());
    }
    case QEvent::TouchBegin: {
      const auto* touch = static_cast<QTouchEvent*>(event);
      return m_eaten = isSecond(touch->points().constFirst().position(), touch->timestamp());
    }
    case QEvent::MouseButtonDblClick:  // comes behind its press
    case QEvent::MouseMove:
    case QEvent::TouchUpdate: return m_eaten;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel: return std::exchange(m_eaten, false);
    default: return false;
  }
}

}  // namespace kp::kiosk

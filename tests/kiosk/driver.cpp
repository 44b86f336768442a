// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>

namespace kp::kiosk {
namespace {

/// What is drawn last lies on top: popups are children of the overlay, which comes last.
QList<QQuickItem*> topFirst(const QQuickItem* item) {
  QList<QQuickItem*> children = item->childItems();
  std::stable_sort(children.begin(), children.end(), [](const QQuickItem* a, const QQuickItem* b) { return a->z() < b->z(); });
  std::reverse(children.begin(), children.end());
  return children;
}

bool holds(const QQuickItem* whole, const QQuickItem* part) {
  while (part && part != whole) part = part->parentItem();
  return part != nullptr;
}

QPointF middle(const QQuickItem* item) { return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)); }

QString textIn(const QQuickItem* item) {
  const QString own = Driver::readOf(item);
  if (!own.isEmpty()) return own;
  for (const QQuickItem* child : item->childItems())
    if (const QString text = textIn(child); !text.isEmpty()) return text;
  return {};
}

}  // namespace

Driver::Driver(QQuickWindow* window) : m_window(window) {
  m_window->requestActivate();
  EXPECT_TRUE(QTest::qWaitForWindowActive(m_window)) << "the window never became active";
}

QString Driver::readOf(const QQuickItem* item, const char* property) {
  return item->property(property).toString().replace(QChar::Nbsp, QLatin1Char(' ')).remove(QChar(0x2060));
}

QQuickItem* Driver::find(QQuickItem* from, const Fits& fits) {
  if (!from->isVisible() || from->opacity() < 0.05) return nullptr;
  for (QQuickItem* child : topFirst(from))
    if (QQuickItem* found = find(child, fits)) return found;
  return fits(from) ? from : nullptr;
}

QQuickItem* Driver::seen(const QString& name) const {
  return find(m_window->contentItem(),
              [&](QQuickItem* item) { return item->objectName() == name && item->width() > 0 && item->height() > 0; });
}

QQuickItem* Driver::words(const QString& text) const {
  return find(m_window->contentItem(), [&](QQuickItem* item) { return item->inherits("QQuickText") && readOf(item) == text; });
}

bool Driver::onTop(QQuickItem* item) const {
  QQuickItem* root = m_window->contentItem();
  const QPointF at = middle(item);
  // The modal popup that is open takes every touch; nothing under it can be reached.
  for (QQuickItem* layer : topFirst(root)) {
    if (!layer->inherits("QQuickOverlay") || !layer->isVisible()) continue;
    const QList<QQuickItem*> popups = topFirst(layer);
    for (QQuickItem* popup : popups)
      if (popup->isVisible() && popup->inherits("QQuickPopupItem") && !popup->parent()->inherits("QQuickToolTip"))
        return holds(popup, item);
  }
  return root->contains(root->mapFromScene(at));
}

bool Driver::canTouch(const QString& name) const {
  QQuickItem* item = seen(name);
  return item && item->isEnabled() && onTop(item);
}

QString Driver::textOf(const QString& name) const {
  QQuickItem* item = seen(name);
  return item ? textIn(item) : QString();
}

QString Driver::screen() const {
  QString out;
  find(m_window->contentItem(), [&](QQuickItem* item) {
    const QString text = item->inherits("QQuickText") ? readOf(item) : QString();
    if (!text.isEmpty()) out += text + QLatin1Char('\n');
    return false;
  });
  return out;
}

bool Driver::until(const std::function<bool()>& done, const char* what) const {
  QElapsedTimer timer;
  timer.start();
  const int patience = testing::Test::HasFailure() ? kPatience / 30 : kPatience;  // what went wrong before is enough to know
  while (!done()) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QThread::msleep(1);
    if (timer.elapsed() > patience) {
      ADD_FAILURE() << "waited in vain for " << what << "; on the screen:\n" << screen().toStdString();
      return false;
    }
  }
  return true;
}

void Driver::rest(int milliseconds) const {
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < milliseconds) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

void Driver::waitFor(const QString& name) {
  until([&] { return canTouch(name); }, qPrintable(name));
}

void Driver::bringIntoView(QQuickItem* item) const {
  for (QQuickItem* around = item->parentItem(); around; around = around->parentItem()) {
    if (!around->inherits("QQuickFlickable") || !around->clip()) continue;
    const QRectF place = item->mapRectToItem(around, QRectF(0, 0, item->width(), item->height()));
    const qreal y = around->property("contentY").toReal();
    if (place.bottom() > around->height()) around->setProperty("contentY", y + place.bottom() - around->height());
    if (place.top() < 0) around->setProperty("contentY", y + place.top());
  }
}

void Driver::clickItem(const std::function<QQuickItem*()>& which, const QString& what) {
  if (!m_mouse) return clickByKeys(which, what);
  QPointF last(-1, -1);
  const auto still = [&] {  // a popup that opens or a list that is laid out anew still moves
    QQuickItem* item = which();
    if (!item || !item->isEnabled() || !onTop(item)) return false;
    bringIntoView(item);
    const QPointF at = middle(item);
    const bool same = at == last;
    last = at;
    return same;
  };
  if (!until(still, qPrintable(QStringLiteral("something to touch: ") + what))) return;
  QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, last.toPoint());
  rest(5);
}

void Driver::click(const QString& name) {
  clickItem([&] { return seen(name); }, name);
}

void Driver::clickWords(const QString& text) {
  clickItem([&] { return words(text); }, text);
}

void Driver::type(const QString& name, const QString& text) {
  click(name);
  QTest::keyClick(m_window, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClick(m_window, Qt::Key_Delete);
  keys(text);
}

void Driver::choose(const QString& name, const QString& entry) {
  waitFor(name);
  QQuickItem* choice = seen(name);
  QQuickItem* box = choice ? find(choice, [](QQuickItem* item) { return item->inherits("QQuickComboBox"); }) : nullptr;
  ASSERT_NE(box, nullptr) << name.toStdString() << " is no list to choose from";
  if (readOf(box, "displayText") == entry) return;
  if (!m_mouse) return chooseByKeys(name, entry);
  click(name);
  until([&] { return !canTouch(name); }, qPrintable(QStringLiteral("the list of ") + name));
  clickWords(entry);
  waitFor(name);
}

void Driver::keys(const QString& text) {
  for (const QChar c : text) {
    const Qt::Key key = c.unicode() < 128 ? QTest::asciiToKey(c.toLatin1()) : Qt::Key_unknown;
    QTest::sendKeyEvent(QTest::Click, m_window, key, QString(c), Qt::NoModifier);
  }
  rest(5);
}

void Driver::press(Qt::Key key) {
  QTest::keyClick(m_window, key);
  rest(5);
}

}  // namespace kp::kiosk

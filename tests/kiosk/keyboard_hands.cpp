// SPDX-License-Identifier: GPL-3.0-or-later
// The driver without a mouse: everything is reached by Tab and arrows and done by Enter and Space, as somebody does whose mouse is broken.
#include <gtest/gtest.h>

#include <QTest>
#include <algorithm>

#include "driver.h"

namespace kp::kiosk {
namespace {

constexpr int kMostTabs = 250;    ///< three times round the fullest page
constexpr int kMostArrows = 400;  ///< a long list from end to end

bool holds(const QQuickItem* whole, const QQuickItem* part) {
  while (part && part != whole) part = part->parentItem();
  return whole && part;
}

/// Buttons that stand for a key of the keyboard: pads of digits. People with a keyboard press that key.
Qt::Key keyOf(const QString& name) {
  if (!name.startsWith(QLatin1String("pin")) && !name.startsWith(QLatin1String("pad"))) return Qt::Key_unknown;
  if (name.size() != 4) return Qt::Key_unknown;
  const QChar sign = name.back();
  if (sign.isDigit()) return static_cast<Qt::Key>(Qt::Key_0 + sign.digitValue());
  return sign == QChar(0x21B5) ? Qt::Key_Return : sign == QChar(0x232B) ? Qt::Key_Backspace : Qt::Key_unknown;
}

QString nameOf(const QQuickItem* item) {
  for (; item; item = item->parentItem())
    if (!item->objectName().isEmpty()) return item->objectName();
  return QStringLiteral("?");
}

/// Whether Tab stops at it or within it.
bool takesTab(const QQuickItem* item) {
  if (item->activeFocusOnTab()) return true;
  const QList<QQuickItem*> children = item->childItems();
  return std::any_of(children.begin(), children.end(), takesTab);
}

/// What Tab stops at for this item: itself or what it lies in.
QQuickItem* takerOfTab(QQuickItem* item) {
  while (item && !item->activeFocusOnTab()) item = item->parentItem();
  return item;
}

/// The list or grid around what has the focus, where it has a row that only arrows reach; null else.
QQuickItem* listOf(QQuickItem* focus, const QQuickItem* row) {
  if (takesTab(row)) return nullptr;
  while (focus && !focus->inherits("QQuickItemView")) focus = focus->parentItem();
  return holds(focus, row) ? focus : nullptr;
}

/// Whether its middle is in sight: no list or page that scrolls has it outside.
bool isInSight(QQuickItem* item) {
  const QPointF middle(item->width() / 2, item->height() / 2);
  for (QQuickItem* around = item->parentItem(); around; around = around->parentItem())
    if (around->clip() && !around->contains(item->mapToItem(around, middle))) return false;
  return true;
}

}  // namespace

bool Driver::arrowsTo(QQuickItem* view, QQuickItem* item) {
  for (int pressed = 0; pressed < kMostArrows; ++pressed) {
    auto* current = view->property("currentItem").value<QQuickItem*>();
    if (current && (holds(current, item) || holds(item, current))) return true;
    const QPointF here = current ? current->mapToScene({}) : QPointF(-1, -1), there = item->mapToScene({});
    press(there.y() > here.y() + 1   ? Qt::Key_Down
          : there.y() < here.y() - 1 ? Qt::Key_Up
          : there.x() > here.x()     ? Qt::Key_Right
                                     : Qt::Key_Left);
  }
  return false;
}

QQuickItem* Driver::tabTo(const std::function<QQuickItem*()>& which, const QString& what) {
  const auto there = [&] {
    QQuickItem* item = which();
    return item && item->isEnabled() && onTop(item);
  };
  if (!until(there, qPrintable(QStringLiteral("something to reach: ") + what))) return nullptr;
  QStringList passed;
  for (int pressed = 0; pressed < kMostTabs; ++pressed) {
    QQuickItem* item = which();
    QQuickItem* focus = m_window->activeFocusItem();
    if (item && focus && holds(item, focus)) {
      rest(5);  // pages scroll to what has the focus
      EXPECT_TRUE(isInSight(focus)) << what.toStdString() << " has the focus where nobody sees it";
      return focus;
    }
    if (QQuickItem* list = item && focus ? listOf(focus, item) : nullptr) return arrowsTo(list, item) ? list : nullptr;
    passed.append(nameOf(focus));
    QTest::keyClick(m_window, Qt::Key_Tab);
    QCoreApplication::processEvents();
  }
  passed.removeDuplicates();
  ADD_FAILURE() << what.toStdString() << " is not reached by Tab; passed: " << passed.join(QStringLiteral(", ")).toStdString();
  return nullptr;
}

void Driver::clickByKeys(const std::function<QQuickItem*()>& which, const QString& what) {
  if (const Qt::Key key = keyOf(what); key != Qt::Key_unknown) {
    if (what.startsWith(QLatin1String("pin"))) tabTo([&] { return takerOfTab(seen(QStringLiteral("pinField"))); }, what);
    return press(key);
  }
  const QQuickItem* focus = tabTo(which, what);
  if (!focus) return;
  const bool box = focus->inherits("QQuickCheckBox") || focus->inherits("QQuickRadioButton") || focus->inherits("QQuickSwitch");
  if (!focus->inherits("QQuickTextInput") && !focus->inherits("QQuickTextField")) press(box ? Qt::Key_Space : Qt::Key_Return);
}

void Driver::chooseByKeys(const QString& name, const QString& entry) {
  QQuickItem* box = tabTo([&] { return seen(name); }, name);
  if (!box) return;
  press(Qt::Key_Space);
  const int count = box->property("count").toInt();
  int wanted = -1;
  for (int i = 0; i < count && wanted < 0; ++i) {
    QString text;
    QMetaObject::invokeMethod(box, "textAt", Q_RETURN_ARG(QString, text), Q_ARG(int, i));
    if (text.replace(QChar::Nbsp, QLatin1Char(' ')).remove(QChar(0x2060)) == entry) wanted = i;
  }
  ASSERT_GE(wanted, 0) << entry.toStdString() << " is not in the list " << name.toStdString();
  for (int pressed = 0; pressed < kMostArrows && box->property("highlightedIndex").toInt() != wanted; ++pressed)
    press(box->property("highlightedIndex").toInt() < wanted ? Qt::Key_Down : Qt::Key_Up);
  press(Qt::Key_Return);
  waitFor(name);
}

}  // namespace kp::kiosk

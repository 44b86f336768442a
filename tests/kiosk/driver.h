// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QQuickItem>
#include <QQuickWindow>
#include <functional>

namespace kp::kiosk {

/// Uses the real window as people do: finds what is on the screen by objectName or by its words, touches it in its middle, types. What cannot be seen or is switched off
/// cannot be touched: that is a failure of the test, said with what was on the screen instead.
class Driver {
 public:
  static constexpr int kPatience = 45000;  ///< ms; far more than anything takes, so that a hang is a failure and a slow machine is not

  explicit Driver(QQuickWindow* window);
  /// From now on nothing is touched: what would be clicked is reached by Tab and arrows and pressed (keyboard_hands.cpp). What cannot be reached so, or gets the focus where
  /// nobody sees it, is a failure.
  void putMouseAway() { m_mouse = false; }

  /// The item of this name that can be seen now, the one in the topmost popup first; null when there is none.
  QQuickItem* seen(const QString& name) const;
  /// The same for a text on the screen (exactly these words).
  QQuickItem* words(const QString& text) const;
  bool isSeen(const QString& name) const { return seen(name) != nullptr; }
  /// Seen, switched on, and not under a popup.
  bool canTouch(const QString& name) const;
  /// The text an item shows (`text`, else that of its first child with one); "" when it cannot be seen.
  QString textOf(const QString& name) const;
  /// A text as people read it: a space that no line ends at is a space, and what only keeps words together is nothing.
  static QString readOf(const QQuickItem* item, const char* property = "text");
  /// All texts that can be seen, a line each: what a person reads.
  QString screen() const;

  /// Waits until it can be touched and has stopped moving, brings it into view where it is scrolled away, and clicks its middle.
  void click(const QString& name);
  void clickWords(const QString& text);
  /// Clicks a field, empties it and types.
  void type(const QString& name, const QString& text);
  /// Opens a drop-down list and picks this entry.
  void choose(const QString& name, const QString& entry);
  /// Keys to what has the focus.
  void keys(const QString& text);
  void press(Qt::Key key);

  /// Whether a touch in the item's middle reaches it: no popup lies over it.
  bool onTop(QQuickItem* item) const;
  /// Scrolls whatever it lies in until it can be seen.
  void bringIntoView(QQuickItem* item) const;

  void waitFor(const QString& name);
  /// Until `done`; fails with the texts on the screen when it takes too long.
  bool until(const std::function<bool()>& done, const char* what) const;
  void rest(int milliseconds) const;

 private:
  using Fits = std::function<bool(QQuickItem*)>;
  static QQuickItem* find(QQuickItem* from, const Fits& fits);
  void clickItem(const std::function<QQuickItem*()>& which, const QString& what);
  QQuickItem* tabTo(const std::function<QQuickItem*()>& which, const QString& what);
  bool arrowsTo(QQuickItem* view, QQuickItem* item);
  void clickByKeys(const std::function<QQuickItem*()>& which, const QString& what);
  void chooseByKeys(const QString& name, const QString& entry);
  QQuickWindow* m_window;
  bool m_mouse = true;
};

}  // namespace kp::kiosk

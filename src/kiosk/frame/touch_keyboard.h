// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointF>
#include <QQuickItem>
#include <QRectF>

#include "kiosk/frame/telex.h"

class QQuickWindow;

namespace kp::kiosk {

/// When the keyboard on the screen is there: from a touch or click into a text field until one is done with it – a touch elsewhere, Escape, a key of a real keyboard, Enter
/// in the last field, its own button. Never because a field got the focus by itself, never for a field whose page has keys of its own (`ownKeys: true` on the field), and after
/// a key of a real keyboard only for fingers. Also holds the Telex of the field being typed in. One for each engine.
class TouchKeyboard : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
  Q_PROPERTY(bool possible MEMBER m_possible CONSTANT)  ///< Qt's keyboard is this program's input method
  Q_PROPERTY(bool telex READ isTelex WRITE setTelex NOTIFY telexChanged)
  Q_PROPERTY(QRectF area MEMBER m_area)  ///< of the window: what lies under the keyboard

 public:
  explicit TouchKeyboard(QObject* parent = nullptr);

  bool isOpen() const { return m_open; }
  bool isTelex() const { return m_telex; }
  void setTelex(bool telex);
  Q_INVOKABLE void close() { setOpen(false); }
  /// Makes Telex of the text in `field` after one edit. `before`: its text before the edit.
  Q_INVOKABLE void compose(QQuickItem* field, const QString& before);
  /// After Enter in `field`: on to the next text field of the page, else the keyboard closes. Nothing when the field was emptied for another entry or the focus has gone on.
  Q_INVOKABLE void enterPressed(QQuickItem* field);
  /// Scrolls what is around what got the focus until it can be seen: a field that is typed into, and whatever Tab came to.
  Q_INVOKABLE void reveal(QQuickItem* field) const;

 signals:
  void openChanged();
  void telexChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void setOpen(bool open);
  void touched(QQuickWindow* window, QPointF at);
  Telex m_composer;
  QRectF m_area;
  const bool m_possible;
  bool m_open = false, m_telex = true, m_realKeys = false;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kiosk/frame/page_model.h"
#include "kiosk/reveal/hall.h"

namespace kp::kiosk {

/// Screen 14, Công bố: releasing a result and leading the hall through it. What the hall sees is kept by Hall.
class RevealModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(kp::kiosk::Hall* hall READ hall NOTIFY stationChanged)
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)
  Q_PROPERTY(bool released READ isReleasedNow NOTIFY changed)
  Q_PROPERTY(bool mine READ isMine NOTIFY changed)                     ///< the hall sees the contest that is chosen here
  Q_PROPERTY(QVariantMap upcoming READ upcoming NOTIFY changed)        ///< the slide "Tiếp" brings up; empty at the end
  Q_PROPERTY(QString upcomingTitle READ upcomingTitle NOTIFY changed)  ///< its title on a line of its own; "" where it has none
  Q_PROPERTY(QVariantList stages READ stages NOTIFY changed)  ///< {text, state: "done" | "now" | "waiting"}: title, figures, votes, elected
  Q_PROPERTY(bool canNext READ canNext NOTIFY changed)
  Q_PROPERTY(bool canBack READ canBack NOTIFY changed)
  Q_PROPERTY(QString placeText READ placeText NOTIFY changed)        ///< "3 / 9"
  Q_PROPERTY(QString readableText READ readableText NOTIFY changed)  ///< how large the picture must be to be read from 20 m
  Q_PROPERTY(QString releaseText READ releaseText NOTIFY changed)    ///< what releasing means, for the two who do it

 public:
  using PageModel::PageModel;
  Hall* hall() const { return station() ? &Hall::of(*station()) : nullptr; }
  bool isClosed() const { return m_closed; }
  bool isReleasedNow() const { return m_released; }
  bool isMine() const;
  QVariantMap upcoming() const;
  QString upcomingTitle() const;
  QVariantList stages() const;
  bool canNext() const;
  bool canBack() const;
  QString placeText() const;
  QString readableText() const;
  QString releaseText() const;

  void reload() override;
  /// Two-person act: the second person has just signed.
  Q_INVOKABLE void release();
  /// Opens the hall's window, away from the screen of the window this page is in.
  Q_INVOKABLE void openHall(QQuickWindow* operators);
  /// The hall sees the contest chosen here, from its title on.
  Q_INVOKABLE void show();
  Q_INVOKABLE void next();
  Q_INVOKABLE void back();
  Q_INVOKABLE void toTitle();

 signals:
  void changed();

 private:
  bool mayStage() const;
  bool m_closed = false, m_released = false, m_followed = false;
};

}  // namespace kp::kiosk

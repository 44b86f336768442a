// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QQuickWindow>
#include <QVariantMap>

#include "kiosk/reveal/hall_slides.h"

class QQmlEngine;

namespace kp::kiosk {

class Station;

/// What the hall sees (màn hình hội trường): the slides of one contest and which of them is up. One for a station; it outlives the operator's page, so that the hall
/// keeps its picture while the operator prints. When the contest is opened again or is not released any more, only the title is left.
class Hall : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to the station: RevealModel.hall")
  Q_PROPERTY(QVariantMap slide READ slide NOTIFY changed)  ///< HallSlide::toMap() of the one that is up; empty before anything is
  Q_PROPERTY(int place READ place NOTIFY changed)          ///< from 0
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(QString contest READ contest NOTIFY changed)   ///< whose slides are up
  Q_PROPERTY(bool shown READ isShown NOTIFY windowChanged)  ///< the hall's window is open
  Q_PROPERTY(bool alone READ isAlone NOTIFY windowChanged)  ///< … on the operator's own screen
  Q_PROPERTY(bool secondScreen READ hasSecondScreen NOTIFY windowChanged)

 public:
  explicit Hall(Station& station);
  /// The station's hall, made when first asked for.
  static Hall& of(Station& station);

  QVariantMap slide() const;
  QVariantMap slideAt(int place) const;
  int place() const { return m_place; }
  int count() const { return static_cast<int>(m_slides.size()); }
  QString contest() const { return m_contest; }
  bool isShown() const { return m_window && m_window->isVisible(); }
  bool isAlone() const { return isShown() && m_alone; }
  static bool hasSecondScreen();
  QQuickWindow* window() const { return m_window; }

  /// Opens the hall's window: full screen on another screen than the operator's where there is one, else over the operator's own. Escape closes it.
  void openWindow(QQmlEngine& engine, QScreen* operators);
  Q_INVOKABLE void closeWindow();

  /// Puts a contest's title up. Its slides come from the file.
  void take(const QString& contest);
  Q_INVOKABLE void next();
  Q_INVOKABLE void back();
  void first();
  /// Reads the slides again; the place is kept as long as it is there.
  void reload();

 signals:
  void changed();
  void windowChanged();

 private:
  Station& m_station;
  std::vector<HallSlide> m_slides;
  int m_place = 0, m_request = 0;
  QString m_contest;
  QPointer<QQuickWindow> m_window;
  bool m_alone = false;
};

}  // namespace kp::kiosk

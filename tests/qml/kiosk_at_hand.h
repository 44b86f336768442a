// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <memory>
#include <optional>

#include "../kiosk/driver.h"
#include "congress_at_hand.h"
#include "kiosk/frame/engine_outfit.h"
#include "kiosk/frame/leaving.h"

namespace kp::kiosk {

/// The kiosk's window as the program makes it, in the engine of Qt Quick Test, over the congress at hand; and eyes for what is on its screen. Hands are the test's own
/// (mouseClick, keyClick), but for letters outside Latin-1, which keyClick cannot type.
class KioskAtHand : public QObject {
  Q_OBJECT
  Q_PROPERTY(kp::kiosk::Station* station READ station NOTIFY changed)
  Q_PROPERTY(QQuickWindow* window READ window NOTIFY changed)

 public:
  explicit KioskAtHand(CongressAtHand& congress) : m_congress(congress) {}
  ~KioskAtHand() override;
  Station* station() { return m_station ? &*m_station : nullptr; }
  QQuickWindow* window() const { return m_window.get(); }
  /// The engine the windows are made in; before the first show().
  void setEngine(QQmlEngine* engine) { m_engine = engine; }

  /// The window, without a file or with the congress at hand opened in it. Opening goes on after this returns: wait for station.open.
  Q_INVOKABLE void show(bool withFile);
  /// Everything is gone again: window, station, what they were doing.
  Q_INVOKABLE void end();

  /// See Driver.
  Q_INVOKABLE QQuickItem* seen(const QString& name) const { return m_eyes->seen(name); }
  Q_INVOKABLE QQuickItem* words(const QString& text) const { return m_eyes->words(text); }
  Q_INVOKABLE bool canTouch(const QString& name) const { return m_eyes->canTouch(name); }
  Q_INVOKABLE bool canTouchItem(QQuickItem* item) const { return item && item->isEnabled() && m_eyes->onTop(item); }
  Q_INVOKABLE QString textOf(const QString& name) const { return m_eyes->textOf(name); }
  Q_INVOKABLE QString screen() const { return m_eyes ? m_eyes->screen() : QString(); }
  Q_INVOKABLE void bringIntoView(QQuickItem* item) const { m_eyes->bringIntoView(item); }
  Q_INVOKABLE void type(const QString& text) { m_eyes->keys(text); }
  /// The entry a drop-down list shows; "" when it cannot be seen.
  Q_INVOKABLE QString entryOf(const QString& name) const;
  /// The page's view model of this name.
  Q_INVOKABLE QObject* model(const QString& name) const { return m_window->findChild<QObject*>(name); }
  /// What QML complained of and was not taken yet.
  Q_INVOKABLE QStringList takeWarnings();

 signals:
  void changed();

 private:
  CongressAtHand& m_congress;
  EngineOutfit m_outfit;  ///< outlives the engine, which Qt Quick Test makes and ends
  QQmlEngine* m_engine = nullptr;
  std::optional<Station> m_station;
  std::optional<Leaving> m_leaving;
  std::unique_ptr<QQuickWindow> m_window;
  std::optional<Driver> m_eyes;
  qsizetype m_told = 0;  ///< warnings taken
};

}  // namespace kp::kiosk

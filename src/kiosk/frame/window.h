// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStringList>

#include "kiosk/frame/engine_outfit.h"
#include "kiosk/frame/leaving.h"
#include "kiosk/frame/station.h"
#include "kiosk/frame/workers.h"

namespace kp::kiosk {

/// The window with everything behind it: engine, image providers, translations, the guard at its exit, the page that was open last. The program and its tests (the real
/// window offscreen) make the same one.
class Window : public QObject {
  Q_OBJECT
 public:
  explicit Window(Station& station, QObject* parent = nullptr);
  ~Window() override;

  /// Loads the main window; false when QML failed, see warnings(). Full screen, it closes only as Leaving says. `page`: step to open at once; "" = the page that was open
  /// in this file when the program ended, however it ended, and where the day stands in a file not opened before.
  bool show(bool fullScreen, const QString& page = {});
  QQuickWindow* window() const;
  Leaving& leaving() { return m_leaving; }
  QQmlApplicationEngine& engine() { return m_engine; }
  /// Everything QML complained of since the start; a self-test and the tests fail on any.
  const QStringList& warnings() const { return m_outfit.warnings(); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void recallPage();
  Q_SLOT void rememberPage();
  Station& m_station;
  Leaving m_leaving;
  QString m_recalledFor;     ///< file whose page was recalled
  Workers m_remembering{1};  ///< one thread: settings are synced to the disk, which takes longer than a frame
  EngineOutfit m_outfit;     ///< before the engine, as it asks
  QQmlApplicationEngine m_engine;
};

}  // namespace kp::kiosk

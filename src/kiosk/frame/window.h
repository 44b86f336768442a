// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStringList>
#include <QTranslator>

#include "kiosk/frame/station.h"

namespace kp::kiosk {

/// The window with everything behind it: engine, image providers, translations. The program and its tests (the real window offscreen) make the same one.
class Window : public QObject {
  Q_OBJECT
 public:
  explicit Window(Station& station, QObject* parent = nullptr);
  ~Window() override;

  /// Loads the main window; false when QML failed, see warnings(). `page`: step to open at once, "" = where the day stands.
  bool show(bool fullScreen, const QString& page = {});
  QQuickWindow* window() const;
  QQmlApplicationEngine& engine() { return m_engine; }
  /// Everything QML complained of since the start; a self-test and the tests fail on any.
  const QStringList& warnings() const { return m_warnings; }

 private:
  void translate();
  Station& m_station;
  QTranslator m_english;
  QQmlApplicationEngine m_engine;
  QStringList m_warnings;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QTranslator>

#include "kiosk/frame/station.h"
#include "kiosk/frame/workers.h"

namespace kp::kiosk {

/// What the pages find in their QML engine beside the module's types: pictures of sheets and papers, texts in English, somebody who hears complaints. The program's Window fits its
/// engine out with it, and the tests of single pages theirs, which belongs to Qt Quick Test. Make it before the engine, so that its threads end after it: see images.h.
class EngineOutfit : public QObject {
  Q_OBJECT
 public:
  EngineOutfit();

  /// Fits the engine out for this station; again for another station in place of the one before.
  void fit(QQmlEngine& engine, Station& station);
  /// Everything QML complained of since the start; a self-test and the tests fail on any.
  const QStringList& warnings() const { return m_warnings; }

 private:
  void translate();
  Q_SLOT void note(const QList<QQmlError>& warnings);
  QPointer<QQmlEngine> m_engine;
  QPointer<Station> m_station;
  QTranslator m_english;
  Workers m_sheetPictures{1}, m_paperPictures{1};
  QStringList m_warnings;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/engine_outfit.h"

#include <QGuiApplication>

#include "kiosk/frame/images.h"

namespace kp::kiosk {

EngineOutfit::EngineOutfit() {
  if (!m_english.load(QStringLiteral(":/i18n/kiemphieu_en.qm"))) m_warnings.append(QStringLiteral("kiemphieu_en.qm is missing"));
}

void EngineOutfit::fit(QQmlEngine& engine, Station& station) {
  m_engine = &engine;
  m_station = &station;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  auto* sheets = new SheetImages(m_sheetPictures);  // the engine owns its providers
  engine.addImageProvider(QStringLiteral("sheet"), sheets);
  engine.addImageProvider(QStringLiteral("paper"), new PaperImages(m_paperPictures));
  connect(&station, &Station::fileChanged, sheets, [sheets, &station] { sheets->setFile(station.file()); });
  sheets->setFile(station.file());
  connect(&engine, &QQmlEngine::warnings, this, &EngineOutfit::note, Qt::UniqueConnection);
  connect(&station, &Station::languageChanged, this, &EngineOutfit::translate);
  translate();
}

void EngineOutfit::note(const QList<QQmlError>& warnings) {
  for (const QQmlError& warning : warnings) m_warnings.append(warning.toString());
}

void EngineOutfit::translate() {
  if (!m_station || !m_engine) return;
  if (m_station->language() == QLatin1String("en"))
    QGuiApplication::installTranslator(&m_english);
  else
    QGuiApplication::removeTranslator(&m_english);
  m_engine->retranslate();
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/window.h"

#include <QGuiApplication>

#include "kiosk/frame/images.h"

namespace kp::kiosk {

Window::Window(Station& station, QObject* parent) : QObject(parent), m_station(station) {
  m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  auto* sheets = new SheetImages;  // the engine owns its providers
  m_engine.addImageProvider(QStringLiteral("sheet"), sheets);
  m_engine.addImageProvider(QStringLiteral("paper"), new PaperImages);
  connect(&station, &Station::fileChanged, this, [sheets, &station] { sheets->setFile(station.file()); });
  sheets->setFile(station.file());
  connect(&m_engine, &QQmlApplicationEngine::warnings, this, [this](const QList<QQmlError>& warnings) {
    for (const QQmlError& warning : warnings) m_warnings.append(warning.toString());
  });
  connect(&station, &Station::languageChanged, this, &Window::translate);
  if (!m_english.load(QStringLiteral(":/i18n/kiemphieu_en.qm"))) m_warnings.append(QStringLiteral("kiemphieu_en.qm is missing"));
  translate();
}

Window::~Window() = default;

bool Window::show(bool fullScreen, const QString& page) {
  m_engine.setInitialProperties({{QStringLiteral("station"), QVariant::fromValue(&m_station)},
                                 {QStringLiteral("fullScreen"), fullScreen},
                                 {QStringLiteral("startPage"), page}});
  m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/KiemPhieu/Main.qml")));
  return window() != nullptr;
}

QQuickWindow* Window::window() const {
  const QList<QObject*> roots = m_engine.rootObjects();
  return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(roots.first());
}

void Window::translate() {
  if (m_station.language() == QLatin1String("en"))
    QGuiApplication::installTranslator(&m_english);
  else
    QGuiApplication::removeTranslator(&m_english);
  m_engine.retranslate();
}

}  // namespace kp::kiosk

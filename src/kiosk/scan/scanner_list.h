// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>

namespace kp::kiosk {

/// Scanners that answer now (máy quét đang nối), for choosing one. Asking takes seconds and happens beside the UI thread; do not ask while a scan runs.
class ScannerList : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList scanners READ scanners NOTIFY changed)  ///< {value: "sane:DEVICE", text: "Fujitsu fi-7160"}
  Q_PROPERTY(bool asking READ isAsking NOTIFY changed)
  Q_PROPERTY(bool asked READ wasAsked NOTIFY changed)  ///< an answer is there
  Q_PROPERTY(QString error READ error NOTIFY changed)

 public:
  using QObject::QObject;
  QVariantList scanners() const { return m_scanners; }
  bool isAsking() const { return m_asking; }
  bool wasAsked() const { return m_asked; }
  QString error() const { return m_error; }
  Q_INVOKABLE void ask();

 signals:
  void changed();

 private:
  QVariantList m_scanners;
  bool m_asking = false, m_asked = false;
  QString m_error;
};

}  // namespace kp::kiosk

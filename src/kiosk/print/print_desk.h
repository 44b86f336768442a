// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <vector>

#include "printing/printer.h"

namespace kp::kiosk {

/// How a job stands: "running"; "stuck": the printer waits for somebody, the job is still in it; "good"; "bad": over without being printed.
QString jobStateOf(PrintState state);
/// The job is still in the printer: it can be cancelled, and what is sent now would be printed beside it.
inline bool isOpenJob(const QString& state) { return state == QLatin1String("running") || state == QLatin1String("stuck"); }

/// The printers of this machine and the job sent last, for screens that print papers. CUPS is asked beside the UI thread.
class PrintDesk : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to a model")
  Q_PROPERTY(QVariantList printers READ printers NOTIFY printersChanged)  ///< {value, text, ready}
  Q_PROPERTY(QString problem READ problem NOTIFY printersChanged)         ///< why there is none; "" there is
  Q_PROPERTY(bool asking READ isAsking NOTIFY printersChanged)
  Q_PROPERTY(QString jobText READ jobText NOTIFY jobChanged)    ///< where the job sent last stands; "" none
  Q_PROPERTY(QString jobState READ jobState NOTIFY jobChanged)  ///< jobStateOf(); "" none
  Q_PROPERTY(bool jobOpen READ isJobOpen NOTIFY jobChanged)

 public:
  explicit PrintDesk(QObject* parent = nullptr);
  QVariantList printers() const;
  QString problem() const { return m_problem; }
  bool isAsking() const { return m_asking; }
  QString jobText() const { return m_jobText; }
  QString jobState() const { return m_jobState; }
  bool isJobOpen() const { return isOpenJob(m_jobState); }

  Q_INVOKABLE void ask();
  Q_INVOKABLE void cancel();
  /// A job is on its way: shown, and followed once it has a number.
  void sending();
  void follow(const QString& printer, int job);
  /// The job could not be sent.
  void failed();

 signals:
  void printersChanged();
  void jobChanged();

 private:
  void poll();
  void set(const QString& state, const QString& text);
  std::vector<Printer> m_printers;
  QString m_problem, m_jobText, m_jobState;
  std::string m_printer;
  int m_job = 0;
  bool m_asking = false;
  QTimer m_poll;
};

}  // namespace kp::kiosk

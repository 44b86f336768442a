// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocalServer>
#include <QObject>

namespace kp::kiosk {

/// One kiosk a user session and congress file: a second start asks the first to show itself and says so. Who is first is decided by a lock that the system gives back however
/// a program ends; a first one that answers nobody for a while (a slow machine, a program that was halted) stays the first.
class SingleInstance : public QObject {
  Q_OBJECT
 public:
  explicit SingleInstance(const QString& file);
  ~SingleInstance() override;
  /// Name of the socket that stands for this file; the lock beside it is called the same, with ".lock".
  static QString nameOf(const QString& file);
  bool isFirst() const { return m_first; }
  /// Another file is open now ("" none): a second start on that one is told from now on. Where another program stands for it, this one keeps its name.
  void follow(const QString& file);
  /// For the second: what happened, what is safe, what to do.
  QString message() const;

 signals:
  /// A second start asked to see this one.
  void asked();

 private:
  bool takeLock(const QString& name);
  void serve(const QString& name);
  void answer();

  QLocalServer m_server;
  QString m_name;
  int m_lock = -1;
  bool m_first = false, m_answered = false;
};

}  // namespace kp::kiosk

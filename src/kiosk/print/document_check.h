// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kiosk/frame/page_model.h"

namespace kp::kiosk {

/// Screen 15, second part: checking a document – an archive package, a congress file, minutes as PDF, or a scan or photo of minutes.
class DocumentCheck : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString name READ name NOTIFY changed)              ///< file name of what was checked; "" nothing yet
  Q_PROPERTY(QString state READ state NOTIFY changed)            ///< "", "checking", "sound", "wrong", "unreadable"
  Q_PROPERTY(QString verdict READ verdict NOTIFY changed)        ///< one sentence
  Q_PROPERTY(QStringList facts READ facts NOTIFY changed)        ///< what was read and checked
  Q_PROPERTY(QStringList findings READ findings NOTIFY changed)  ///< everything wrong
  Q_PROPERTY(QVariantList votes READ votes NOTIFY changed)       ///< of minutes: {number, name, votes}, as signed

 public:
  using PageModel::PageModel;
  QString name() const { return m_name; }
  QString state() const { return m_state; }
  QString verdict() const;
  QStringList facts() const { return m_outcome.facts; }
  QStringList findings() const { return m_outcome.findings; }
  QVariantList votes() const { return m_outcome.votes; }

  /// Told apart by its first bytes, not by its name. Nothing is changed.
  Q_INVOKABLE void check(const QString& path);
  Q_INVOKABLE void forget();

  struct Outcome {
    QStringList facts, findings;
    QVariantList votes;
    bool minutes = false;
  };

 signals:
  void changed();

 private:
  void finish(Outcome outcome);
  void checkMinutes(const QString& path);
  QString m_name, m_state, m_problem;
  Outcome m_outcome;
  int m_request = 0;
};

}  // namespace kp::kiosk

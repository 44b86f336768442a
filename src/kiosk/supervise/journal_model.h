// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QTimer>
#include <atomic>
#include <memory>

#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"

namespace kp::kiosk {

/// The journal (nhật ký) as people read it, newest first, searchable without diacritics; and its chain recomputed on the looking desk. Read-only.
class JournalModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(kp::kiosk::RowsModel* entries READ entries CONSTANT)  ///< seq, time, text, by
  Q_PROPERTY(int total READ total NOTIFY changed)
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
  Q_PROPERTY(bool verifying READ isVerifying NOTIFY verifyChanged)
  Q_PROPERTY(int seconds READ seconds NOTIFY verifyChanged)        ///< that verifying has taken so far
  Q_PROPERTY(double fraction READ fraction NOTIFY verifyChanged)   ///< of verifying, 0…1
  Q_PROPERTY(QString progress READ progress NOTIFY verifyChanged)  ///< percent, rate, time left
  Q_PROPERTY(QString verdict READ verdict NOTIFY verifyChanged)    ///< "" not verified yet
  Q_PROPERTY(bool sound READ isSound NOTIFY verifyChanged)
  Q_PROPERTY(QVariant findings READ findings NOTIFY verifyChanged)
  Q_PROPERTY(QString head READ head NOTIFY verifyChanged)  ///< hash of the newest entry, hex in groups of four

 public:
  explicit JournalModel(QObject* parent = nullptr);
  ~JournalModel() override;
  RowsModel* entries() { return &m_rows; }
  int total() const { return static_cast<int>(m_all.size()); }
  QString search() const { return m_search; }
  void setSearch(const QString& search);
  bool isVerifying() const { return m_verifying; }
  int seconds() const;
  double fraction() const { return m_total > 0 ? double(m_done) / double(m_total) : 0; }
  QString progress() const;
  QString verdict() const { return m_verdict; }
  bool isSound() const { return m_sound; }
  QStringList findings() const { return m_findings; }
  QString head() const { return m_head; }

  /// Recomputes every hash and what it covers; the screen stays usable meanwhile.
  Q_INVOKABLE void verify();
  /// Stops verifying; the file was not touched, and nothing is known of it.
  Q_INVOKABLE void stop();
  Q_INVOKABLE void reload() override;

 signals:
  void changed();
  void verifyChanged();

 private:
  void show();
  void showVerdict(const Expected<ChainCheck>& check);
  RowsModel m_rows;
  std::vector<QVariantMap> m_all;
  QString m_search, m_verdict, m_head;
  QStringList m_findings;
  QTimer m_tick;
  QElapsedTimer m_since;
  bool m_verifying = false, m_sound = false;
  std::uint64_t m_done = 0, m_total = 0;
  std::shared_ptr<std::atomic<bool>> m_stop;  ///< read on the looking desk's thread
};

}  // namespace kp::kiosk

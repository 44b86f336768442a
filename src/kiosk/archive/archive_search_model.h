// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>

#include "kiosk/frame/rows_model.h"
#include "kiosk/frame/station.h"
#include "kiosk/frame/workers.h"

namespace kp::kiosk {

/// Screen 15, third part: search of past congresses in a folder, any contest, person or figure. The index is kept and searched on a thread of its own.
class ArchiveSearchModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(kp::kiosk::Station* station READ station WRITE setStation NOTIFY stationChanged REQUIRED)
  Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged)  ///< where past congresses lie; the data folder at first
  Q_PROPERTY(QString question READ question WRITE setQuestion NOTIFY questionChanged)
  Q_PROPERTY(kp::kiosk::RowsModel* hits READ hits
                 CONSTANT)  ///< key, path, file, contest, title (person or contest), under, figures, outcome, isPackage
  Q_PROPERTY(QString summary READ summary NOTIFY searched)   ///< how many were found in what time
  Q_PROPERTY(QString state READ state NOTIFY searched)       ///< "indexing", "ready"
  Q_PROPERTY(double fraction READ fraction NOTIFY searched)  ///< of indexing
  Q_PROPERTY(QString error READ error NOTIFY searched)
  Q_PROPERTY(QStringList damaged READ damaged NOTIFY searched)  ///< files that could not be read, with why

 public:
  explicit ArchiveSearchModel(QObject* parent = nullptr);
  ~ArchiveSearchModel() override;

  Station* station() const { return m_station; }
  void setStation(Station* station);
  QString folder() const { return m_folder; }
  void setFolder(const QString& folder);
  QString question() const { return m_question; }
  void setQuestion(const QString& question);
  RowsModel* hits() { return &m_hits; }
  QString summary() const { return m_summary; }
  QString state() const { return m_state; }
  double fraction() const { return m_fraction; }
  QString error() const { return m_error; }
  QStringList damaged() const { return m_damaged; }

  /// Looks for new and changed files, then searches again.
  Q_INVOKABLE void refresh();
  /// Opens the congress file of a hit with its contest; the file that is open now is closed.
  Q_INVOKABLE void open(const QString& path, const QString& contest);

  static constexpr int kTypingRests = 120;  ///< ms after the last key before a search is made

 signals:
  void stationChanged();
  void folderChanged();
  void questionChanged();
  void searched();

 private:
  struct Worker;
  struct Found;
  void search();
  void show(Found found);

  Station* m_station = nullptr;
  std::shared_ptr<Worker> m_worker;  ///< used on m_workers' one thread
  Workers m_workers{1};              ///< after what its work touches: it ends first
  std::shared_ptr<std::atomic<bool>> m_stop;
  QTimer m_typing;
  RowsModel m_hits;
  QString m_folder, m_question, m_summary, m_state, m_error;
  QStringList m_damaged;
  double m_fraction = 0;
  int m_request = 0;
};

}  // namespace kp::kiosk

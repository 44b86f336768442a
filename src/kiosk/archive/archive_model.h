// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <atomic>
#include <memory>

#include "count/medium.h"
#include "kiosk/frame/page_model.h"

namespace kp::kiosk {

/// Screen 15, first part: the archive package and its copies on media, with progress that can be stopped.
class ArchiveModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString packageName READ packageName NOTIFY changed)  ///< file name of the newest package; "" none
  Q_PROPERTY(QString packageText READ packageText NOTIFY changed)  ///< when it was made, its size, whether it is still current
  Q_PROPERTY(QString packageHash READ packageHash NOTIFY changed)  ///< hexadecimal, in groups
  Q_PROPERTY(bool current READ isCurrent NOTIFY changed)           ///< nothing was done since that it does not hold
  Q_PROPERTY(bool there READ isThere NOTIFY changed)               ///< the file still lies on this machine, so that it can be copied
  Q_PROPERTY(QString openText READ openText NOTIFY changed)   ///< contests not closed: the package would be a state, no result; "" none
  Q_PROPERTY(QVariantList copies READ copies NOTIFY changed)  ///< {text, detail, agrees}, newest first
  Q_PROPERTY(int media READ media NOTIFY
                 changed)  ///< different media with a copy of the current package that agrees, beside the congress file's own disk
  Q_PROPERTY(bool oldCopies READ hasOldCopies NOTIFY
                 changed)  ///< the copies are of a package that is out of date: they count for nothing any more
  Q_PROPERTY(int mediaAsked READ mediaAsked CONSTANT)
  Q_PROPERTY(bool done READ isDone NOTIFY changed)
  Q_PROPERTY(bool mayPackage READ mayPackage NOTIFY changed)
  Q_PROPERTY(QString work READ work NOTIFY progressed)                  ///< what is under way; "" nothing
  Q_PROPERTY(double fraction READ fraction NOTIFY progressed)           ///< 0…1
  Q_PROPERTY(QString progressText READ progressText NOTIFY progressed)  ///< percent, rate, time left

 public:
  explicit ArchiveModel(QObject* parent = nullptr);
  ~ArchiveModel() override;

  QString packageName() const;
  QString packageText() const;
  QString packageHash() const;
  bool isCurrent() const { return m_state.current; }
  bool isThere() const { return m_there; }
  QString openText() const;
  QVariantList copies() const;
  int media() const { return m_state.current ? m_state.media : 0; }
  bool hasOldCopies() const { return !m_state.current && !m_state.copies.empty(); }
  int mediaAsked() const { return ArchiveState::kMediaAsked; }
  bool isDone() const { return m_state.done(); }
  bool mayPackage() const;
  QString work() const { return m_work; }
  double fraction() const { return m_total > 0 ? double(m_done) / double(m_total) : 0; }
  QString progressText() const;

  void reload() override;
  /// Makes all papers and the package, in the folder "goi-luu-tru" beside the congress files.
  Q_INVOKABLE void makePackage();
  /// Copies the newest package to a folder on a medium and reads it back.
  Q_INVOKABLE void copyTo(const QString& folder);
  /// Stops what is under way; nothing half-made is left.
  Q_INVOKABLE void stop();

 signals:
  void changed();
  void progressed();
  void said(const QString& what);

 private:
  struct Loaded {
    ArchiveState state;
    std::vector<std::string> open;
    QString since;  ///< the newest thing the package does not hold; "" nothing
  };
  ByteProgress progress();
  void begin(const QString& work);
  void end();
  QString folder() const;
  QString packagePath() const;

  ArchiveState m_state;
  std::vector<std::string> m_openContests;
  QString m_since;
  bool m_there = false;
  QString m_work;
  std::uint64_t m_done = 0, m_total = 0;
  QElapsedTimer m_time;
  std::shared_ptr<std::atomic<bool>> m_stop;
};

}  // namespace kp::kiosk

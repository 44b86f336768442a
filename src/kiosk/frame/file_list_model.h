// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QStringList>
#include <QVariantList>
#include <vector>

#include "kiosk/frame/sticks.h"

namespace kp::kiosk {

/// What the file picker shows: the folders and the fitting files of one folder, folders first, in natural order of their names; and the places to begin at, USB
/// sticks first. The disk is read on a thread of its own: a slow stick never holds up the screen. Hidden files are left out.
/// Where only folders are shown and suffixes are named, their files are counted: a folder of scans says how many. Roles: name, path, isFolder, detail (size and time of a
/// file, count in a folder).
class FileListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged)            ///< absolute; "" before the first place is known
  Q_PROPERTY(QString home READ home WRITE setHome NOTIFY homeChanged)                    ///< the program's own folder, offered as a place
  Q_PROPERTY(QStringList suffixes READ suffixes WRITE setSuffixes NOTIFY filterChanged)  ///< "csv", "xlsx"; empty = every file
  Q_PROPERTY(bool foldersOnly READ foldersOnly WRITE setFoldersOnly NOTIFY filterChanged)
  Q_PROPERTY(QStringList mediaRoots READ mediaRoots WRITE setMediaRoots NOTIFY placesChanged)
  Q_PROPERTY(QVariantList places READ places NOTIFY placesChanged)  ///< {path, text, removable}; sticks first
  Q_PROPERTY(QString title READ title NOTIFY folderChanged)         ///< the folder for people: its place and the way from there
  Q_PROPERTY(bool canGoUp READ canGoUp NOTIFY folderChanged)
  Q_PROPERTY(bool writable READ isWritable NOTIFY listed)
  Q_PROPERTY(QString problem READ problem NOTIFY listed)  ///< why nothing can be shown: what is safe, what to do; "" none
  Q_PROPERTY(bool reading READ isReading NOTIFY readingChanged)
  Q_PROPERTY(int count READ count NOTIFY listed)
  Q_PROPERTY(int fitting READ fitting NOTIFY listed)  ///< files of these suffixes in the folder shown, listed or not

 public:
  enum Role { NameRole = Qt::UserRole + 1, PathRole, IsFolderRole, DetailRole };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  QString folder() const { return m_folder; }
  void setFolder(const QString& folder);
  QString home() const { return m_home; }
  void setHome(const QString& home);
  QStringList suffixes() const { return m_suffixes; }
  void setSuffixes(const QStringList& suffixes);
  bool foldersOnly() const { return m_foldersOnly; }
  void setFoldersOnly(bool foldersOnly);
  QStringList mediaRoots() const { return m_mediaRoots; }
  void setMediaRoots(const QStringList& roots);
  QVariantList places() const { return m_places; }
  QString title() const;
  bool canGoUp() const;
  bool isWritable() const { return m_writable; }
  QString problem() const { return m_problem; }
  bool isReading() const { return m_reading > 0; }
  int count() const { return static_cast<int>(m_entries.size()); }
  int fitting() const { return m_fitting; }

  /// Reads places and folder again: a stick may have been plugged in or removed.
  Q_INVOKABLE void reload();
  Q_INVOKABLE void goUp();
  /// Makes a folder inside the one shown and goes into it; the problem is shown when it cannot be made.
  Q_INVOKABLE void makeFolder(const QString& name);
  /// The path of a file of this name in the folder shown, with the first of `suffixes` added where the name has none of them; "" for an empty name or one with a slash.
  Q_INVOKABLE QString pathFor(const QString& name) const;
  Q_INVOKABLE bool exists(const QString& path) const;
  /// The folder shown is where the next picker begins …
  Q_INVOKABLE void keepFolder() const;
  /// … unless it is not there any more; the first place then.
  Q_INVOKABLE void recallFolder();

  struct Entry {
    QString name, path, detail;
    bool folder = false;
  };
  struct Listing {
    std::vector<Entry> entries;
    QVariantList places;
    QString problem;
    bool writable = false;
    int fitting = 0;
    QString folder;  ///< the one that was read
  };

 signals:
  void folderChanged();
  void homeChanged();
  void filterChanged();
  void placesChanged();
  void listed();
  void readingChanged();

 private:
  void take(int request, Listing listing);
  QString m_folder, m_home, m_problem;
  QStringList m_suffixes, m_mediaRoots = stickRoots();
  bool m_foldersOnly = false, m_writable = false, m_recalled = false;
  QVariantList m_places;
  std::vector<Entry> m_entries;
  int m_reading = 0, m_fitting = 0;
  int m_request = 0;  ///< the newest; an older answer that comes late is dropped
};

}  // namespace kp::kiosk

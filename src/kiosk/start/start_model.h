// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>

#include "kiosk/frame/station.h"

namespace kp::kiosk {

/// Before a congress is open: the congress files this machine knows, and making a new one from a definition or from an empty form. Files are read and made off the
/// screen's thread.
class StartModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(kp::kiosk::Station* station READ station WRITE setStation NOTIFY stationChanged REQUIRED)
  Q_PROPERTY(QVariantList files READ files NOTIFY filesChanged)  ///< {path, file, name, date, place, contests, time, problem}, newest first
  Q_PROPERTY(bool loaded READ isLoaded NOTIFY filesChanged)
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
  Q_PROPERTY(QString error READ error NOTIFY errorChanged)                     ///< what happened, what is safe, what to do; "" none
  Q_PROPERTY(QVariantMap definition READ definition NOTIFY definitionChanged)  ///< what a definition holds, empty before one is read
  Q_PROPERTY(QVariantList roles READ roles NOTIFY stationChanged)              ///< {value, text}
  Q_PROPERTY(QStringList ruleSets READ ruleSets CONSTANT)

 public:
  using QObject::QObject;
  Station* station() const { return m_station; }
  void setStation(Station* station);
  QVariantList files() const { return m_files; }
  bool isLoaded() const { return m_loaded; }
  bool isBusy() const { return m_busy; }
  QString error() const { return m_error; }
  QVariantMap definition() const { return m_definition; }
  QVariantList roles() const;
  QStringList ruleSets() const;

  /// Reads the known files again.
  Q_INVOKABLE void reload();
  /// Opens a file of any folder and remembers it for the list.
  Q_INVOKABLE void open(const QString& path);
  /// Reads a definition and shows what is in it (`definition`), or the finding (`error`). Keys: name, date, place, kind, contests (list of {title, seats, candidates}),
  /// people, needsPerson (nobody in it could sign in), warnings, file (name for the new file).
  Q_INVOKABLE void readDefinition(const QString& path);
  Q_INVOKABLE void forgetDefinition();
  /// Makes the congress file of the definition read, named `file` in the data folder. `person`, `role`: who sets it up, added where the definition names nobody.
  Q_INVOKABLE void createFromDefinition(const QString& file, const QString& person, const QString& role);
  /// Makes an empty congress. Keys: name, place, date (d/m/y), kind, superior, issuer, term, rules, person, role, file ("" = after the name).
  Q_INVOKABLE void createNew(const QVariantMap& fields);
  /// The name proposed for the file of a congress called so.
  Q_INVOKABLE QString fileFor(const QString& congressName) const;
  Q_INVOKABLE void clearError() { setError({}); }

 signals:
  void stationChanged();
  void filesChanged();
  void busyChanged();
  void errorChanged();
  void definitionChanged();
  /// A congress file was made; it is being opened.
  void created(const QString& path);

 private:
  void setError(const QString& error);
  void setBusy(bool busy);
  void create(const QString& file, Congress congress);
  Station* m_station = nullptr;
  QVariantList m_files;
  QVariantMap m_definition;
  Congress m_read;  ///< the definition read
  QString m_error;
  bool m_busy = false, m_loaded = false;
};

/// Names of the rule sets this program has, the default first.
QStringList knownRuleSets();
/// Roles for a choice: {value, text}, in the order of the enum, in this thread's language.
QVariantList roleChoices();
/// A date typed as day/month/year (or year-month-day) as ISO; "" when it is no date.
QString isoDate(const QString& typed);
/// An ISO date as day/month/year; the text unchanged when it is none.
QString shownDate(const QString& iso);

}  // namespace kp::kiosk

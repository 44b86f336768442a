// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>

#include "kiosk/frame/desk.h"
#include "kiosk/frame/kept_title.h"
#include "kiosk/frame/session.h"
#include "kiosk/frame/steps_model.h"

namespace kp::kiosk {

/// The kiosk as a whole: the open congress file, the contest being counted, who is signed in, the steps of the day, the language. One in a process, made by main and
/// handed to QML. Lives on the UI thread; all work on the file goes through its two desks.
class Station : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by main")
  Q_PROPERTY(bool open READ isOpen NOTIFY fileChanged)
  Q_PROPERTY(bool opening READ isOpening NOTIFY fileChanged)
  Q_PROPERTY(QString file READ file NOTIFY fileChanged)
  Q_PROPERTY(QString congressName READ shownCongressName NOTIFY congressChanged)  ///< its lines end between terms (kept_title.h)
  Q_PROPERTY(QVariantList contests READ contests NOTIFY
                 congressChanged)  ///< {id, title, face, round, closed; value, text for lists to choose from}
  Q_PROPERTY(QString contest READ contest WRITE setContest NOTIFY contestChanged)
  Q_PROPERTY(int contestIndex READ contestIndex NOTIFY placeChanged)                   ///< place of `contest` in `contests`; -1 none
  Q_PROPERTY(QString contestTitle READ shownContestTitle NOTIFY placeChanged)          ///< as congressName
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)  ///< "vi" or "en"
  Q_PROPERTY(QString dataFolder READ dataFolder CONSTANT)                              ///< where congress files are looked for and made
  Q_PROPERTY(kp::kiosk::Session* session READ session CONSTANT)
  Q_PROPERTY(kp::kiosk::StepsModel* steps READ steps CONSTANT)

 public:
  explicit Station(QString dataFolder, QObject* parent = nullptr);

  bool isOpen() const { return m_open; }
  bool isOpening() const { return m_opening; }
  QString file() const { return m_file; }
  QString congressName() const { return m_congressName; }
  QString shownCongressName() const { return keptTitle(m_congressName); }
  QVariantList contests() const { return m_contests; }
  QString contest() const { return m_contest; }
  int contestIndex() const;
  QString contestTitle() const;
  QString shownContestTitle() const { return keptTitle(contestTitle()); }
  void setContest(const QString& contest);
  QString language() const;
  void setLanguage(const QString& language);
  QString dataFolder() const { return m_dataFolder; }
  Session* session() { return &m_session; }
  StepsModel* steps() { return &m_steps; }
  Desk& acting() { return m_acting; }
  Desk& looking() { return m_looking; }

  /// Opens a congress file; answers with fileChanged() or failed().
  Q_INVOKABLE void openFile(const QString& path);
  Q_INVOKABLE void closeFile();
  /// Congress files of the data folder, newest first: {path, name, time}.
  Q_INVOKABLE QVariantList knownFiles() const;
  /// Reads congress, steps and people again; called after every act.
  Q_INVOKABLE void refresh();

 signals:
  void fileChanged();
  void congressChanged();
  void contestChanged();
  void placeChanged();  ///< contest or the list of contests
  void languageChanged();
  /// Something was done to the file: pages reload.
  void acted();
  /// A file could not be opened; what happened, what is safe, what to do.
  void failed(const QString& what);

 private:
  void opened();
  QString m_dataFolder, m_file, m_congressName, m_contest;
  QVariantList m_contests;
  bool m_open = false, m_opening = false;
  Desk m_acting{Ledger::Mode::ReadWrite}, m_looking{Ledger::Mode::ReadOnly};
  StepsModel m_steps;
  Session m_session;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <QVariantList>

#include "election/congress.h"
#include "ledger/journal.h"

namespace kp::kiosk {

class Station;

/// Who stands before the screen. Signing in proves a PIN through kp::signIn (src/count/access.h), which also slows down wrong ones; this class only carries it to
/// the screen. After kIdleMinutes without a touch or a key the screen is locked; work that runs goes on.
class Session : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to Station")
  Q_PROPERTY(QVariantList people READ people NOTIFY peopleChanged)       ///< {name, role, roleText, hasPin}
  Q_PROPERTY(QString headWithPin READ headWithPin NOTIFY peopleChanged)  ///< the head, once there is a PIN; "" else
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(QString role READ role NOTIFY changed)  ///< "head", "member", … as in interfaces.md
  Q_PROPERTY(QString roleText READ roleText NOTIFY changed)
  Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY changed)
  Q_PROPERTY(QString second READ second NOTIFY changed)  ///< who signs the next two-person act with the person signed in; "" nobody yet
  Q_PROPERTY(bool series READ inSeries NOTIFY changed)   ///< both have signed for a series of rulings: the second stays until dropSecond()
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
  Q_PROPERTY(
      bool touch READ isTouch NOTIFY touchChanged)  ///< fingers were used last, not a real keyboard: the keyboard on the screen is wanted

 public:
  explicit Session(Station& station);

  QVariantList people() const { return m_people; }
  QString headWithPin() const;
  QString name() const { return m_name; }
  QString role() const { return m_role; }
  QString roleText() const;
  QString second() const { return m_second; }
  bool isSignedIn() const { return !m_name.isEmpty(); }
  bool inSeries() const { return m_series && !m_second.isEmpty(); }
  bool isBusy() const { return m_busy; }
  bool isTouch() const { return m_touch; }

  /// Who acts: the person signed in, and the second one where there is one. Empty when nobody is (files without PINs).
  Actors actors() const;

  /// Signs in; answers with signedInAs() or refused().
  Q_INVOKABLE void signIn(const QString& name, const QString& pin);
  /// Sets a first PIN and signs in with it.
  Q_INVOKABLE void setFirstPin(const QString& name, const QString& pin);
  /// Sets somebody's first PIN with the head beside, who proves the own PIN for it (once the head has one, nobody sets a first PIN without), and signs that person in.
  Q_INVOKABLE void setFirstPinBy(const QString& name, const QString& pin, const QString& head, const QString& headPin);
  /// Ends the session: locks the screen. Also when nobody touched it for a while.
  Q_INVOKABLE void lock();
  /// The second person of a two-person act proves a PIN; answers with secondReady() or refused(). Ends with the act, or with dropSecond().
  Q_INVOKABLE void signSecond(const QString& name, const QString& pin);
  Q_INVOKABLE void dropSecond();
  /// A series of two-person acts (phiên kết luận): the second person, who has just signed, stays signed in after each act, so that thirty rulings are not thirty PINs.
  /// Ends with dropSecond() – the page that began it is left –, lock(), or kIdleMinutes without a touch. Each act is still checked and journalled with both names.
  Q_INVOKABLE void beginSeries();
  /// An act is over: the second person is signed out, unless the two are in a series.
  void actDone();
  /// True when the person signed in may start this act by role ("scan", "rule" …: the enumerator's name with a small first letter).
  Q_INVOKABLE bool may(const QString& act) const;
  /// Names that may be the second person of a two-person act of the committee.
  Q_INVOKABLE QStringList secondsFor() const;

  void setPeople(const Congress& congress, const std::vector<std::string>& withPin);
  void forget();

  static constexpr int kIdleMinutes =
      5;  ///< long enough to read a ballot, short enough that a screen left alone is locked before a stranger comes by

 signals:
  void peopleChanged();
  void changed();
  void busyChanged();
  void touchChanged();
  void signedInAs(const QString& name);
  void secondReady(const QString& name);
  void refused(const QString& what, int waitSeconds);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void prove(const QString& name, const QString& pin, bool second, bool first);
  void proven(const QString& name, bool second);
  void setBusy(bool busy);
  void setTouch(bool touch);

  Station& m_station;
  QVariantList m_people;
  std::vector<CommitteeMember> m_committee;
  QString m_name, m_role, m_second;
  QTimer m_idle;
  bool m_busy = false, m_touch = false;
  bool m_series = false;
};

}  // namespace kp::kiosk

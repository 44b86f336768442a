// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>
#include <memory>

#include "count/leaving.h"
#include "count/machine_pin.h"

namespace kp::kiosk {

class Station;

/// The way out of the kiosk to the operating system (rời chương trình). While it is guarded the window does not close; ask() says whose PIN opens it, leave() proves it:
/// technical staff of the open congress; where none of them has a PIN, or no congress is open, the machine's own PIN (and heads of the committee); where there is no PIN
/// anywhere, nobody's. Journalled in the open file. Lives on the UI thread.
class Leaving : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to Window")
  Q_PROPERTY(QVariantList people READ people NOTIFY asked)  ///< {value, text} whose PIN opens the way out; empty: nobody's, it is open
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)

 public:
  explicit Leaving(Station& station, QObject* parent = nullptr);
  /// Where the machine's PIN is kept, and where wrong ones are remembered. Before anything is asked.
  void setMachinePin(const QString& file, const QString& tries);
  void setGuarded(bool guarded) { m_guarded = guarded; }
  bool isGuarded() const { return m_guarded; }
  bool isBusy() const { return m_busy; }
  QVariantList people() const { return m_people; }

  /// Somebody wants out: answers with asked(), or with left() at once where the window is not guarded.
  Q_INVOKABLE void ask();
  /// `who`: a value of people(). Answers with left() or refused().
  Q_INVOKABLE void leave(const QString& who, const QString& pin);

 signals:
  void asked();
  void busyChanged();
  void refused(const QString& what, int waitSeconds);
  /// The way is open: the window may be closed.
  void left();

 private:
  struct Answer {
    std::optional<Error> error;
    int wait = 0;
  };
  void offer(const Leavers& leavers);
  void leaveByPerson(const std::string& name, const std::string& pin);
  void leaveByMachine(const std::string& pin);
  void leaveUnnamed();
  void answer(const Answer& answer);
  void setBusy(bool busy);
  Station& m_station;
  std::shared_ptr<MachinePin> m_machine;  ///< shared with the thread that proves it
  QVariantList m_people;
  bool m_guarded = false, m_busy = false;
};

}  // namespace kp::kiosk

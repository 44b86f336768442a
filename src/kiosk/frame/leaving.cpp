// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/leaving.h"

#include <QPointer>
#include <algorithm>

#include "count/access.h"
#include "kiosk/frame/station.h"
#include "kiosk/frame/words.h"
#include "kiosk/frame/workers.h"

namespace kp::kiosk {
namespace {
const QString kMachine = QStringLiteral("machine:");  // no name of a person: those are looked up in the committee
}

Leaving::Leaving(Station& station, QObject* parent) : QObject(parent), m_station(station) {}

void Leaving::setMachinePin(const QString& file, const QString& tries) {
  m_machine = std::make_shared<MachinePin>(file.toStdString(), tries.toStdString());
}

void Leaving::ask() {
  if (!m_guarded) {
    emit left();
    return;
  }
  if (!m_station.isOpen()) return offer({});
  m_station.looking().ask(
      this, [](const Ledger& ledger) { return whoMayLeave(ledger); },
      [this](const Expected<Leavers>& leavers) { offer(leavers ? *leavers : Leavers{}); });
}

void Leaving::offer(const Leavers& leavers) {
  m_people.clear();
  const auto add = [this](const QString& value, const QString& shown) {
    m_people.append(QVariantMap{{QStringLiteral("value"), value}, {QStringLiteral("text"), shown}});
  };
  if (!leavers.technician && m_machine && m_machine->isSet())
    add(kMachine, words("Kỹ thuật viên của máy này", "Technician of this machine"));
  for (const std::string& name : leavers.people) add(text(name), text(name));
  emit asked();
}

void Leaving::leave(const QString& who, const QString& pin) {
  if (m_busy || !m_guarded) return;
  const bool known = std::any_of(m_people.begin(), m_people.end(),
                                 [&who](const QVariant& person) { return person.toMap().value(QStringLiteral("value")) == who; });
  if (!m_people.isEmpty() && !known) return;
  setBusy(true);
  if (m_people.isEmpty())
    leaveUnnamed();
  else if (who == kMachine)
    leaveByMachine(pin.toStdString());
  else
    leaveByPerson(who.toStdString(), pin.toStdString());
}

void Leaving::leaveByPerson(const std::string& name, const std::string& pin) {
  m_station.acting().ask(
      this,
      [name, pin](Ledger& ledger) -> Answer {
        const auto done = kp::leave(ledger, name, pin);
        if (done) return {};
        const auto wait = waitBeforePin(ledger, name);
        return {done.error(), wait ? *wait : 0};
      },
      [this](const Answer& given) { answer(given); });
}

/// On a thread of its own: proving takes 0.1 s on purpose, and there may be no file whose desk could do it.
void Leaving::leaveByMachine(const std::string& pin) {
  background().start([machine = m_machine, pin, guard = QPointer<Leaving>(this), language = kp::language()] {
    const LanguageScope scope(language);
    Answer given;
    if (const auto proven = machine->prove(pin); !proven) given = {proven.error(), machine->waitSeconds()};
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, given] {
          if (!guard) return;
          if (given.error)
            guard->answer(given);
          else
            guard->leaveUnnamed();
        },
        Qt::QueuedConnection);
  });
}

void Leaving::leaveUnnamed() {
  if (!m_station.isOpen()) return answer({});
  m_station.acting().ask(
      this,
      [](Ledger& ledger) -> Answer {
        const auto noted = kp::leaveUnnamed(ledger);
        return noted ? Answer{} : Answer{noted.error(), 0};
      },
      [this](const Answer& given) { answer(given); });
}

void Leaving::answer(const Answer& given) {
  setBusy(false);
  if (given.error) {
    emit refused(QString::fromStdString(given.error->what), given.wait);
    return;
  }
  m_guarded = false;
  emit left();
}

void Leaving::setBusy(bool busy) {
  m_busy = busy;
  emit busyChanged();
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/session.h"

#include <QEvent>
#include <algorithm>
#include <chrono>

#include "count/access.h"
#include "kiosk/frame/station.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

struct Proof {
  std::optional<Error> error;
  int wait = 0;
};

Proof provenOn(Ledger& ledger, const std::string& name, const std::string& pin, bool first) {
  Proof proof;
  if (first)
    if (const auto set = kp::setPin(ledger, name, pin, {}); !set) return {set.error(), 0};
  const auto member = kp::signIn(ledger, name, pin);
  if (member) return proof;
  proof.error = member.error();
  if (const auto wait = kp::waitBeforePin(ledger, name)) proof.wait = *wait;
  return proof;
}

/// The head proves the own PIN, sets the other's first one, and is out again; then that person signs in.
Proof firstPinBy(Ledger& ledger, const std::string& name, const std::string& pin, const std::string& head, const std::string& headPin) {
  Proof proof = provenOn(ledger, head, headPin, false);
  if (proof.error) return proof;
  const auto set = kp::setPin(ledger, name, pin, {head});
  if (const auto out = kp::signOut(ledger, head); !out) return {out.error(), 0};
  return set ? provenOn(ledger, name, pin, false) : Proof{set.error(), 0};
}

}  // namespace

Session::Session(Station& station) : m_station(station) {
  m_idle.setSingleShot(true);
  m_idle.setInterval(std::chrono::minutes(kIdleMinutes));
  connect(&m_idle, &QTimer::timeout, this, &Session::lock);
  QCoreApplication::instance()->installEventFilter(this);
}

QString Session::roleText() const {
  for (const CommitteeMember& m : m_committee)
    if (QString::fromStdString(m.name) == m_name) return capitalised(text(kp::roleText(m.role)));
  return {};
}

QString Session::headWithPin() const {
  for (const QVariant& entry : m_people) {
    const QVariantMap person = entry.toMap();
    if (person.value(QStringLiteral("role")) == QLatin1String("head") && person.value(QStringLiteral("hasPin")).toBool())
      return person.value(QStringLiteral("name")).toString();
  }
  return {};
}

Actors Session::actors() const {
  Actors by;
  if (!m_name.isEmpty()) by.push_back(m_name.toStdString());
  if (!m_second.isEmpty()) by.push_back(m_second.toStdString());
  return by;
}

void Session::setPeople(const Congress& congress, const std::vector<std::string>& withPin) {
  m_committee = congress.committee;
  m_people.clear();
  for (const CommitteeMember& m : congress.committee)
    m_people.append(QVariantMap{{QStringLiteral("name"), QString::fromStdString(m.name)},
                                {QStringLiteral("role"), QString::fromStdString(toString(m.role))},
                                {QStringLiteral("roleText"), capitalised(text(kp::roleText(m.role)))},
                                {QStringLiteral("hasPin"), std::find(withPin.begin(), withPin.end(), m.name) != withPin.end()}});
  emit peopleChanged();
  emit changed();
}

void Session::forget() {
  m_name.clear();
  m_role.clear();
  m_second.clear();
  m_series = false;
  m_people.clear();
  m_committee.clear();
  emit peopleChanged();
  emit changed();
}

void Session::signIn(const QString& name, const QString& pin) { prove(name, pin, false, false); }
void Session::setFirstPin(const QString& name, const QString& pin) { prove(name, pin, false, true); }
void Session::signSecond(const QString& name, const QString& pin) { prove(name, pin, true, false); }

void Session::prove(const QString& name, const QString& pin, bool second, bool first) {
  if (m_busy) return;
  if (second && name == m_name) {
    emit refused(
        words("Người thứ hai phải là người khác. Chưa có gì thay đổi.", "The second person must be somebody else. Nothing was changed."),
        0);
    return;
  }
  setBusy(true);
  m_station.acting().ask(
      this, [name = name.toStdString(), pin = pin.toStdString(), first](Ledger& ledger) { return provenOn(ledger, name, pin, first); },
      [this, name, second](const Proof& proof) {
        setBusy(false);
        if (proof.error)
          emit refused(QString::fromStdString(proof.error->what), proof.wait);
        else
          proven(name, second);
      });
}

void Session::setFirstPinBy(const QString& name, const QString& pin, const QString& head, const QString& headPin) {
  if (m_busy) return;
  setBusy(true);
  m_station.acting().ask(
      this,
      [name = name.toStdString(), pin = pin.toStdString(), head = head.toStdString(), headPin = headPin.toStdString()](Ledger& ledger) {
        return firstPinBy(ledger, name, pin, head, headPin);
      },
      [this, name](const Proof& proof) {
        setBusy(false);
        if (proof.error)
          emit refused(QString::fromStdString(proof.error->what), proof.wait);
        else
          proven(name, false);
      });
}

void Session::proven(const QString& name, bool second) {
  if (second) {
    m_second = name;
  } else {
    m_name = name;
    for (const CommitteeMember& m : m_committee)
      if (QString::fromStdString(m.name) == name) m_role = QString::fromStdString(toString(m.role));
    m_idle.start();
  }
  emit changed();
  if (second)
    emit secondReady(name);
  else
    emit signedInAs(name);
  m_station.refresh();
}

void Session::lock() {
  if (m_name.isEmpty()) return;
  dropSecond();
  const std::string name = m_name.toStdString();
  m_name.clear();
  m_role.clear();
  m_idle.stop();
  m_station.acting().ask(
      this, [name](Ledger& ledger) { return kp::signOut(ledger, name); }, [](const Expected<void>&) {});
  emit changed();
}

void Session::beginSeries() {
  if (m_second.isEmpty()) return;
  m_series = true;
  emit changed();
}

void Session::actDone() {
  if (!inSeries()) dropSecond();
}

void Session::dropSecond() {
  m_series = false;
  if (m_second.isEmpty()) return;
  const std::string name = m_second.toStdString();
  m_second.clear();
  m_station.acting().ask(
      this, [name](Ledger& ledger) { return kp::signOut(ledger, name); }, [](const Expected<void>&) {});
  emit changed();
}

bool Session::may(const QString& act) const {
  static const char* const names[] = {"editCongress", "setPins", "enterFigures", "printBallots", "rehearse",    "makePapers",
                                      "scan",         "keyIn",   "rule",         "close",        "reopen",      "release",
                                      "package",      "verify",  "randomCheck",  "afterwards",   "skipReadBack"};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    if (act != QLatin1String(names[i])) continue;
    return std::any_of(m_committee.begin(), m_committee.end(), [&](const CommitteeMember& m) {
      return QString::fromStdString(m.name) == m_name && kp::roleMay(m.role, static_cast<Act>(i));
    });
  }
  return false;
}

QStringList Session::secondsFor() const {
  const bool head = m_role == QLatin1String("head");
  QStringList names;
  for (const CommitteeMember& m : m_committee) {
    const QString name = QString::fromStdString(m.name);
    if (name == m_name || names.contains(name)) continue;
    if (m.role == kp::Role::Head || (head && m.role == kp::Role::Member)) names.append(name);
  }
  return names;
}

bool Session::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::TouchBegin) setTouch(true);
  if (event->type() == QEvent::KeyPress && event->spontaneous())
    setTouch(false);  // the keyboard on the screen's own keys are not spontaneous
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
      if (m_idle.isActive()) m_idle.start();
      break;
    default: break;
  }
  return QObject::eventFilter(watched, event);
}

void Session::setTouch(bool touch) {
  if (touch == m_touch) return;
  m_touch = touch;
  emit touchChanged();
}

void Session::setBusy(bool busy) {
  m_busy = busy;
  emit busyChanged();
}

}  // namespace kp::kiosk

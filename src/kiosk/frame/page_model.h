// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "kiosk/frame/station.h"

namespace kp::kiosk {

/// What every page's view-model shares: the station, "busy", the last error, and loading again when something changed. A page makes its own model and it dies with
/// the page. Subclasses override reload() (ask the looking desk) and call act() for what changes the file.
class PageModel : public QObject {
  Q_OBJECT
  QML_ANONYMOUS
  Q_PROPERTY(kp::kiosk::Station* station READ station WRITE setStation NOTIFY stationChanged REQUIRED)
  Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)
  Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged)  ///< true once the page's content is there; false again never
  Q_PROPERTY(QString error READ error NOTIFY errorChanged)    ///< what happened, what is safe, what to do; "" none

 public:
  using QObject::QObject;
  Station* station() const { return m_station; }
  void setStation(Station* station);
  bool isBusy() const { return m_busy > 0; }
  bool isLoaded() const { return m_loaded; }
  QString error() const { return m_error; }
  Q_INVOKABLE void clearError() { setError({}); }
  Q_INVOKABLE virtual void reload() {}

 signals:
  void stationChanged();
  void busyChanged();
  void loadedChanged();
  void errorChanged();

 protected:
  std::string contest() const { return m_station ? m_station->contest().toStdString() : std::string(); }
  void setError(const QString& error);
  void setLoaded();

  /// Looks something up: `work(const Ledger&)` returns Expected<T>, `done(T&&)` gets the value; an error is shown. A page that is gone gets nothing.
  template <typename Work, typename Done>
  void look(Work work, Done done) {
    if (!m_station || !m_station->isOpen()) return;
    m_station->looking().ask(this, std::move(work), [this, done = std::move(done)](auto result) mutable {
      if (!result) return setError(QString::fromStdString(result.error().what));
      done(std::move(*result));
      setLoaded();
    });
  }

  /// Acts: `work(Ledger&)` returns Expected<T> (T not void) and calls a use case with station()->session()->actors() taken beforehand; busy meanwhile. Afterwards
  /// `done(T&&)`, or the error is shown; either way every page loads again and the second person of a two-person act is signed out (Session::actDone()).
  template <typename Work, typename Done>
  void act(Work work, Done done) {
    if (!m_station || !m_station->isOpen()) return;
    setError({});
    addBusy(1);
    m_station->acting().ask(this, std::move(work), [this, done = std::move(done)](auto result) mutable {
      addBusy(-1);
      m_station->session()->actDone();
      if (result)
        done(std::move(*result));
      else
        setError(QString::fromStdString(result.error().what));
      m_station->refresh();
      emit m_station->acted();
    });
  }

 private:
  void addBusy(int change);
  Station* m_station = nullptr;
  int m_busy = 0;
  bool m_loaded = false;
  QString m_error;
};

/// An act without a value, for PageModel::act().
struct Done {};
inline Expected<Done> doneOr(const Expected<void>& result) {
  if (!result) return tl::unexpected<Error>(result.error());
  return Done{};
}

}  // namespace kp::kiosk

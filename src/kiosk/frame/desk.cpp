// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/desk.h"

#include <pthread.h>

#include <QEventLoop>
#include <functional>
#include <future>
#include <utility>
#include <vector>

#include "kiosk/frame/desk_turn.h"
#include "kiosk/frame/urgency.h"

namespace kp::kiosk {
namespace {

// Of this desk's thread: whether work runs inside other work, and what may not, to be asked again.
thread_local bool t_inside = false;
thread_local std::vector<std::function<void()>> t_later;

}  // namespace

void letOthersWork() {
  if (t_inside) return;
  t_inside = true;
  QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
  t_inside = false;
  for (const auto& ask : std::exchange(t_later, {})) ask();
}

Desk::Desk(Ledger::Mode mode, QObject* parent) : QObject(parent), m_mode(mode) {
  std::promise<QThread*> begun;
  m_thread = std::thread([&begun, mode] {
    ::pthread_setname_np(::pthread_self(), mode == Ledger::Mode::ReadWrite ? "acting" : "looking");
    setUrgency(Urgency::Desk);
    QEventLoop events;  // before anything is sent here
    begun.set_value(QThread::currentThread());
    events.exec();
  });
  m_worker.moveToThread(begun.get_future().get());
}

Desk::~Desk() {
  close();
  m_worker.thread()->quit();
  m_thread.join();
}

void Desk::open(const QString& path, QObject* context, std::function<void(std::optional<Error>)> done) {
  run([this, path, guard = QPointer<QObject>(context), done = std::move(done), language = kp::language()] {
    if (t_inside) {
      t_later.emplace_back([this, path, guard, done] { open(path, guard, done); });
      return;
    }
    const LanguageScope scope(language);
    m_ledger.reset();
    auto opened = Ledger::open(path.toStdString(), m_mode);
    std::optional<Error> error;
    if (opened)
      m_ledger.emplace(std::move(*opened));
    else
      error = opened.error();
    toUi([guard, done, error] {
      if (guard) done(error);
    });
  });
}

void Desk::close() {
  run([this] {
    if (t_inside)
      t_later.emplace_back([this] { close(); });
    else
      m_ledger.reset();
  });
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/workers.h"

#include <pthread.h>

#include <QCoreApplication>
#include <memory>
#include <utility>

#include "kiosk/frame/urgency.h"

namespace kp::kiosk {
namespace {

constexpr std::size_t kBackgroundThreads = 4;  ///< printers, scanners and slow sticks are mostly waited for

thread_local const std::atomic<bool>* t_ending = nullptr;

std::unique_ptr<Workers>& common() {
  static std::unique_ptr<Workers> workers;
  return workers;
}

}  // namespace

Workers::~Workers() {
  {
    const std::scoped_lock lock(m_mutex);
    m_ending = true;
  }
  m_wake.notify_all();
  for (std::thread& thread : m_threads) thread.join();
}

void Workers::start(std::function<void()> work) {
  {
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(work));
    if (m_idle < m_waiting.size() && m_threads.size() < m_most) m_threads.emplace_back([this] { run(); });
  }
  m_wake.notify_one();
}

bool Workers::isEnding() { return t_ending && *t_ending; }

void Workers::run() {
  t_ending = &m_ending;
  ::pthread_setname_np(::pthread_self(), "worker");  // not the name of whoever started it
  setUrgency(Urgency::Desk);                         // whoever starts the thread may be real-time, and it would inherit that
  std::unique_lock lock(m_mutex);
  for (;;) {
    ++m_idle;
    m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
    --m_idle;
    if (m_waiting.empty()) return;
    {
      const std::function<void()> work = std::move(m_waiting.front());
      m_waiting.pop_front();
      lock.unlock();
      work();
    }  // what it held goes without the lock
    lock.lock();
  }
}

Workers& background() {
  if (!common()) {
    common() = std::make_unique<Workers>(kBackgroundThreads);
    qAddPostRoutine([] { common().reset(); });
  }
  return *common();
}

}  // namespace kp::kiosk

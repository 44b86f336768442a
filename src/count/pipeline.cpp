// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/pipeline.h"

#include <exception>

#include "election/text.h"

namespace kp {

Pipeline::Pipeline(const IntakePorts& ports, IsThere isThere, int threads)
    : m_ports(ports), m_isThere(std::move(isThere)), m_window(static_cast<std::size_t>(threads) * kWindowPerThread) {
  m_threads.emplace_back([this] { produce(); });
  for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { work(); });
}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(m_mutex);
    m_stop = true;
  }
  m_room.notify_all();
  m_work.notify_all();
}

std::shared_ptr<PageTask> Pipeline::take(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(m_mutex);
  m_ready.wait_until(lock, deadline, [this] { return m_order.empty() ? m_ended : m_order.front()->done; });
  if (m_order.empty() || !m_order.front()->done) return nullptr;
  auto task = std::move(m_order.front());
  m_order.pop_front();
  m_room.notify_one();
  return task;
}

bool Pipeline::finished() {
  const std::lock_guard lock(m_mutex);
  return m_ended && m_order.empty();
}

std::optional<Error> Pipeline::sourceError() {
  const std::lock_guard lock(m_mutex);
  return m_error;
}

bool Pipeline::offer(std::shared_ptr<PageTask> task) {
  std::unique_lock lock(m_mutex);
  m_room.wait(lock, [this] { return m_stop || m_order.size() < m_window; });
  if (m_stop) return false;
  task->done = task->alreadyThere || !task->refused.empty();
  if (task->done) {
    m_ready.notify_one();
  } else {
    m_pending.push_back(task);
    m_work.notify_one();
  }
  m_order.push_back(std::move(task));
  return true;
}

bool Pipeline::offerPages(SourceItem item) {
  const auto source = std::make_shared<const SourceFile>(std::move(item.bytes));
  const auto pages = item.refused.empty() ? m_ports.countPages(source->bytes()) : Expected<int>(1);
  const std::string refused = pages ? item.refused : pages.error().what;
  for (int page = 0; page < (pages ? *pages : 1); ++page) {
    if (page > 0 && m_ports.stop && m_ports.stop()) return false;
    auto task = std::make_shared<PageTask>();
    task->name = item.name;
    task->source = source;
    task->page = page;
    task->refused = refused;
    task->alreadyThere = m_isThere(source->hash(), page, item.name);
    if (!offer(std::move(task))) return false;
  }
  return true;
}

void Pipeline::produce() {
  std::optional<Error> error;
  while (true) {
    auto item = m_ports.next();
    if (!item) error = item.error();
    if (!item || !*item || !offerPages(std::move(**item))) break;
  }
  const std::lock_guard lock(m_mutex);
  m_error = error;
  m_ended = true;
  m_work.notify_all();
  m_ready.notify_one();
}

void Pipeline::work() {
  while (true) {
    std::shared_ptr<PageTask> task;
    {
      std::unique_lock lock(m_mutex);
      m_work.wait(lock, [this] { return m_stop || !m_pending.empty() || m_ended; });
      if (m_stop || m_pending.empty()) return;
      task = std::move(m_pending.front());
      m_pending.pop_front();
    }
    try {
      auto reading = m_ports.readPage(task->source->bytes(), task->page, task->name);
      if (reading)
        task->reading = std::move(*reading);
      else
        task->refused = reading.error().what;
    } catch (const std::exception& e) {  // memory, above all: one page must not end the run
      task->refused = trf("Không đọc được trang này: {0}", "This page could not be read: {0}", e.what());
    }
    const std::lock_guard lock(m_mutex);
    task->done = true;
    m_ready.notify_one();
  }
}

}  // namespace kp

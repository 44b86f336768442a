// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "count/intake.h"

namespace kp {

/// One page on its way from the source to the ledger.
struct PageTask {
  std::string name;
  std::shared_ptr<const SourceFile> source;
  int page = 0;
  bool alreadyThere = false;
  std::string refused;  ///< why it is no page
  PageReading reading;
  bool done = false;  ///< guarded by the pipeline's mutex
};

/// Reads pages with several threads and hands them over in source order.
class Pipeline {
 public:
  /// `isThere(hash, page, name)` is asked on the source thread and must be safe there.
  using IsThere = std::function<bool(const Digest& hash, int page, const std::string& name)>;

  Pipeline(const IntakePorts& ports, IsThere isThere, int threads);
  /// Stops all threads; what was not handed over is dropped.
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// The next page in source order; waits until `deadline`, then nullptr. nullptr with finished() true: no more will come.
  std::shared_ptr<PageTask> take(std::chrono::steady_clock::time_point deadline);
  bool finished();
  /// Why the source ended early, after finished().
  std::optional<Error> sourceError();

 private:
  void produce();
  bool offer(std::shared_ptr<PageTask> task);
  bool offerPages(SourceItem item);
  void work();

  const IntakePorts& m_ports;
  IsThere m_isThere;
  std::size_t m_window;
  std::mutex m_mutex;
  std::condition_variable m_room, m_work, m_ready;
  std::deque<std::shared_ptr<PageTask>> m_order, m_pending;
  bool m_stop = false, m_ended = false;
  std::optional<Error> m_error;
  std::vector<std::jthread> m_threads;
};

inline constexpr int kWindowPerThread =
    8;  ///< pages in flight a thread; enough that one slow page (a 600 dpi colour scan) does not starve the others

}  // namespace kp

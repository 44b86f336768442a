// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kp::kiosk {

/// A few threads for work beside the screen, first come first served. Unlike QThreadPool, whose threads count as done while they still take down what they kept for themselves,
/// the destructor returns when they are gone altogether: what OpenCV and poppler leave in a thread must not be taken down while the program takes down theirs.
class Workers {
 public:
  /// At most this many threads, started as they are needed.
  explicit Workers(std::size_t threads) : m_most(threads) {}
  /// Waits for all work, also for what has not begun.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  void start(std::function<void()> work);
  /// For work that waits for something that may never come: whether the Workers whose thread calls this is being destroyed, which waits for that work.
  static bool isEnding();

 private:
  void run();
  std::size_t m_most, m_idle = 0;
  std::atomic<bool> m_ending = false;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_waiting;
  std::vector<std::thread> m_threads;
};

/// The ones for what has no thread of its own (inBackground()); gone when the application object is.
Workers& background();

}  // namespace kp::kiosk

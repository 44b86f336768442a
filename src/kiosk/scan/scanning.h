// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QObject>
#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "kiosk/frame/station.h"
#include "wiring/scan_run.h"

namespace kp::kiosk {

/// The one run of scanning of a station (đợt quét). It lives beside the pages: leaving the scanning screen or locking it does not touch the run, and coming back finds
/// it. The run keeps the acting desk but lets others work there between transactions (letOthersWork()); pausing ends it after what is under way, going on is the same
/// request again (takeIn() skips what is stored). UI thread.
class Scanning : public QObject {
  Q_OBJECT
 public:
  enum class State {
    Idle,
    Running,
    Pausing,   ///< asked to pause: sheets under way are still stored
    Paused,    ///< everything fed is stored; resume() goes on
    Stopping,  ///< asked to stop
    Stopped,   ///< ended by a person before the source was through
    Failed,    ///< the source or the file gave up, error() says what, what is safe and what to do
    Finished,  ///< the source is through
  };
  using Runner = std::function<Expected<IntakeReport>(Ledger&, const ScanRequest&)>;

  /// The station's one; made when first asked for, gone with the station.
  static Scanning& of(Station& station);

  State state() const { return m_state; }
  /// True while a run is on the acting desk.
  bool isActive() const { return m_state == State::Running || m_state == State::Pausing || m_state == State::Stopping; }
  const ScanRequest& request() const { return m_request; }
  /// Of this run with the parts before each pause.
  IntakeProgress progress() const;
  std::size_t files() const { return m_files; }  ///< of the source; 0 when not known (a feeder)
  const Error& error() const { return m_error; }
  /// Whether pages of the run came in pure black and white.
  bool isBilevel() const { return m_bilevel; }
  int ratePerMinute() const;  ///< sheets stored, over the last kRateSeconds; 0 until it is known

  /// Starts; `request`'s callbacks are set here. Nothing happens while another run is active.
  void start(ScanRequest request);
  void pause() { ask(State::Pausing); }
  void stop();
  void resume();
  /// Ends a run because the program is left or the machine switched off: sheets handed over are stored, the one under way has kDriverCloses, hung or not.
  void leave();
  /// Back to Idle after an end that people have seen.
  void dismiss();

  /// Replaces kp::runScan; for measuring the screen at a given speed.
  void setRunner(Runner runner) { m_runner = std::move(runner); }

  static constexpr int kProgressMilliseconds = 50;  ///< 20 reports a second: faster than digits can be read, slower than frames
  static constexpr double kRateSeconds = 10;        ///< a feeder's pauses even out, a change still shows

 signals:
  void stateChanged();
  void progressed();
  void bilevelSeen();  ///< the first page in pure black and white came in

 private:
  explicit Scanning(Station& station);
  /// kp::runScan, once the printed ballot was read back or that was waived (count/read_back.h).
  static Expected<IntakeReport> scanAfterReadBack(Ledger& ledger, const ScanRequest& request);
  void ask(State state);
  void set(State state);
  void run();
  void ended(const Expected<IntakeReport>& report);
  void noteProgress(const IntakeProgress& progress);

  Station& m_station;
  Runner m_runner = scanAfterReadBack;
  State m_state = State::Idle;
  ScanRequest m_request;
  IntakeProgress m_progress, m_before;  ///< of the part that runs, of the parts before it
  std::size_t m_files = 0;
  Error m_error;
  bool m_bilevel = false;
  std::shared_ptr<std::atomic<bool>> m_stop, m_leave;  ///< read on the source's thread
  struct Sample {
    qint64 ms;
    int stored;
  };
  std::deque<Sample> m_samples;
  QElapsedTimer m_clock;
};

}  // namespace kp::kiosk

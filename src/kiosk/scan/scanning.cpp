// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/scanning.h"

#include <chrono>
#include <cmath>

#include "count/read_back.h"
#include "kiosk/frame/desk_turn.h"
#include "kiosk/frame/urgency.h"

namespace kp::kiosk {

Scanning& Scanning::of(Station& station) {
  if (auto* there = station.findChild<Scanning*>(QString(), Qt::FindDirectChildrenOnly)) return *there;
  return *new Scanning(station);
}

Scanning::Scanning(Station& station)
    : QObject(&station), m_station(station), m_stop(std::make_shared<std::atomic<bool>>(false)), m_leave(m_stop) {
  // Leaving the program or the file waits for the desk, and the desk for the run: so it is asked to end, whatever its scanner does. What is stored stays, what is not is
  // taken next time.
  connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Scanning::leave);
  connect(&station, &Station::fileChanged, this, [this] {
    if (m_station.isOpen()) return;
    leave();
    if (!isActive()) set(State::Idle);
  });
}

Expected<IntakeReport> Scanning::scanAfterReadBack(Ledger& ledger, const ScanRequest& request) {
  if (const auto may = mayStartScanning(ledger, request.contest); !may) return tl::unexpected<Error>(may.error());
  return runScan(ledger, request);
}

IntakeProgress Scanning::progress() const {
  IntakeProgress all = m_progress;
  all.stored += m_before.stored;
  all.refused += m_before.refused;
  all.seenBefore += m_before.seenBefore;
  all.perhapsTwice += m_before.perhapsTwice;
  all.seconds += m_before.seconds;
  // a later part skips what the parts before it stored
  all.alreadyThere = std::max(m_before.alreadyThere, m_progress.alreadyThere - m_before.stored);
  return all;
}

int Scanning::ratePerMinute() const {
  if (m_samples.size() < 2) return 0;
  const double seconds = static_cast<double>(m_samples.back().ms - m_samples.front().ms) / 1000.0;
  return seconds <= 0 ? 0 : static_cast<int>(std::lround((m_samples.back().stored - m_samples.front().stored) * 60 / seconds));
}

void Scanning::start(ScanRequest request) {
  if (isActive()) return;
  m_request = std::move(request);
  m_before = {};
  m_files = 0;
  run();
}

void Scanning::resume() {
  if (m_state != State::Paused && m_state != State::Failed && m_state != State::Stopped) return;
  m_before = progress();
  m_request.by = m_station.session()->actors();  // somebody else may stand here by now
  run();
}

void Scanning::run() {
  m_error = {};
  m_bilevel = false;
  m_progress = {};
  m_samples = {{0, 0}};
  m_clock.start();
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_leave = std::make_shared<std::atomic<bool>>(false);
  set(State::Running);
  ScanRequest request = m_request;
  if (request.threads == 0) request.threads = readingThreads();
  request.readingThread = [] { setUrgency(Urgency::Reading); };
  request.stop = [stop = m_stop] { return stop->load(); };
  request.leave = [leave = m_leave] { return leave->load(); };
  // Called on the acting desk's thread; this object outlives it (it is a child of the station, whose desks end first).
  request.started = [this](std::size_t files) {
    QMetaObject::invokeMethod(
        this,
        [this, files] {
          m_files = files;
          emit progressed();
        },
        Qt::QueuedConnection);
  };
  request.bilevel = [this] {
    QMetaObject::invokeMethod(
        this,
        [this] {
          m_bilevel = true;
          emit bilevelSeen();
        },
        Qt::QueuedConnection);
  };
  using Time = std::chrono::steady_clock::time_point;
  request.progress = [this, last = std::make_shared<Time>()](const IntakeProgress& progress) {
    letOthersWork();
    const Time now = std::chrono::steady_clock::now();
    if (now - *last < std::chrono::milliseconds(kProgressMilliseconds)) return;
    *last = now;
    QMetaObject::invokeMethod(
        this, [this, progress] { noteProgress(progress); }, Qt::QueuedConnection);
  };
  m_station.acting().ask(
      this, [runner = m_runner, request](Ledger& ledger) { return runner(ledger, request); },
      [this](const Expected<IntakeReport>& report) { ended(report); });
}

void Scanning::noteProgress(const IntakeProgress& progress) {
  m_progress = progress;
  const qint64 now = m_clock.elapsed();
  m_samples.push_back({now, progress.stored});
  while (now - m_samples.front().ms > static_cast<qint64>(kRateSeconds * 1000)) m_samples.pop_front();
  emit progressed();
}

void Scanning::ended(const Expected<IntakeReport>& report) {
  const bool pausing = m_state == State::Pausing, stopping = m_state == State::Stopping;
  if (report) m_progress = report->total;
  if (!report) m_error = report.error();
  set(!report ? State::Failed : pausing ? State::Paused : stopping ? State::Stopped : State::Finished);
  emit progressed();
  m_station.refresh();
  emit m_station.acted();
}

void Scanning::ask(State state) {
  if (m_state != State::Running && m_state != State::Pausing) return;
  m_stop->store(true);
  set(state);
}

void Scanning::leave() {
  m_leave->store(true);
  stop();
}

void Scanning::stop() {
  if (m_state == State::Paused) return set(State::Stopped);
  ask(State::Stopping);
}

void Scanning::dismiss() {
  if (isActive()) return;
  set(State::Idle);
}

void Scanning::set(State state) {
  if (state == m_state) return;
  m_state = state;
  emit stateChanged();
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/feeder_source.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "election/text.h"
#include "scanner/source/sane_source.h"

namespace kp {
namespace {

constexpr std::chrono::milliseconds kAskToStop{
    100};                             ///< nobody notices a tenth of a second between touching "stop" and the feeder stopping
constexpr std::size_t kWaiting = 16;  ///< sheets the feeder may be ahead; then it waits, so that memory stays flat

std::string startTime() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
  return text.data();
}

}  // namespace

FeederSource::FeederSource(const std::string& address) : m_prefix("scan-" + startTime() + "-") {
  m_thread = std::jthread([this, address] { feed(address); });
}

FeederSource::~FeederSource() {
  const std::lock_guard lock(m_mutex);
  m_stop = true;
  m_changed.notify_all();
}

void FeederSource::feed(const std::string& address) {
  const auto fed = scanPages(parseScannerAddress(address), {}, [this](ScannedPage&& page) -> Expected<void> {
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "%04d.png", page.number);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stop || m_sheets.size() < kWaiting; });
    if (m_stop) return fail(ErrorKind::Io, tr("Đã dừng quét", "Scanning was stopped"));
    m_sheets.push_back({m_prefix + number.data(), std::move(page.png), {}});
    m_changed.notify_all();
    if (m_last) return fail(ErrorKind::Io, tr("Đã dừng quét", "Scanning was stopped"));
    return {};
  });
  const std::lock_guard lock(m_mutex);
  if (!fed && !m_last) m_error = fed.error();
  m_ended = true;
  m_changed.notify_all();
}

Expected<std::optional<SourceItem>> FeederSource::next(const std::function<bool()>& stop) {
  std::unique_lock lock(m_mutex);
  do {
    if (stop && stop()) m_last = true;
  } while (!m_changed.wait_for(lock, kAskToStop, [this] { return m_ended || !m_sheets.empty(); }));
  if (!m_sheets.empty()) {
    std::optional<SourceItem> sheet(std::move(m_sheets.front()));
    m_sheets.pop_front();
    m_changed.notify_all();
    return sheet;
  }
  if (m_error) return tl::unexpected<Error>(*m_error);
  return std::optional<SourceItem>();
}

}  // namespace kp

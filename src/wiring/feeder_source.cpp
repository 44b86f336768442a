// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/feeder_source.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <utility>

#include "election/text.h"

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

FeederSource::FeederSource(const std::string& address)
    : FeederSource(address, [](const std::string& scanner, const auto& take, const auto& leave) {
        return scanPages(parseScannerAddress(scanner), {}, take, leave);
      }) {}

FeederSource::FeederSource(const std::string& address, Feed feed) : m_prefix("scan-" + startTime() + "-") {
  m_thread = std::jthread([this, address, feed = std::move(feed)] { this->feed(address, feed); });
}

FeederSource::~FeederSource() {
  m_leave = true;
  const std::lock_guard lock(m_mutex);
  m_stop = true;
  m_changed.notify_all();
}

Expected<void> FeederSource::take(ScannedPage&& page) {
  std::array<char, 16> number{};
  std::snprintf(number.data(), number.size(), "%04d.png", page.number);
  std::unique_lock lock(m_mutex);
  m_changed.wait(lock, [this] { return m_stop || m_sheets.size() < kWaiting; });
  if (!m_stop) m_sheets.push_back({m_prefix + number.data(), std::move(page.png), {}});
  m_changed.notify_all();
  m_toldToEnd = m_stop || m_last;
  if (m_toldToEnd) return fail(ErrorKind::Io, tr("Đã dừng quét", "Scanning was stopped"));
  return {};
}

void FeederSource::feed(const std::string& address, const Feed& feed) {
  std::optional<Error> error;
  try {
    const auto fed = feed(
        address, [this](ScannedPage&& page) { return take(std::move(page)); }, [this] { return m_leave.load(); });
    if (!fed) error = fed.error();
  } catch (const std::exception& problem) {  // std::bad_alloc, std::system_error: on a thread of its own nobody else would catch it
    error = Error{
        ErrorKind::Io,
        trf("Máy tính không quét tiếp được ({0}); các tờ đã nhận đều an toàn, tờ đang trong máy thì chưa. Hãy đóng chương trình khác, đặt tờ đó lại lên "
            "đầu khay rồi quét tiếp.",
            "The computer cannot scan on ({0}); the sheets taken in are safe, the sheet in the machine is not. Close other programs, put that sheet back "
            "on top of the tray and scan on.",
            problem.what())};
  }
  const std::lock_guard lock(m_mutex);
  if (error && !m_toldToEnd) m_error = std::move(error);
  m_ended = true;
  m_changed.notify_all();
}

Expected<std::optional<SourceItem>> FeederSource::next(const std::function<bool()>& stop, const std::function<bool()>& leave) {
  std::unique_lock lock(m_mutex);
  do {
    m_leave = m_leave || (leave && leave());
    m_last = m_last || m_leave || (stop && stop());
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

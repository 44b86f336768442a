// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/sane_source.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <semaphore>
#include <thread>

#include "election/text.h"
#include "scanner/source/driver_process.h"

namespace kp {
namespace {

constexpr std::string_view kScheme = "sane:";

/// Held by whoever uses a scanner: looking for devices disturbs one that feeds.
class Turn {
 public:
  /// For a sheet that is to be fed; empty when `leave` came first.
  static std::unique_ptr<Turn> toFeed(const std::function<bool()>& leave) {
    ++s_feedersWaiting;
    auto turn = unless(leave);
    --s_feedersWaiting;
    return turn;
  }
  /// For looking for devices; empty when `stop` came first.
  static std::unique_ptr<Turn> unless(const std::function<bool()>& stop) {
    while (!s_free.try_acquire_for(kLookAgain))
      if (stop && stop()) return nullptr;
    return std::unique_ptr<Turn>(new Turn(Taken{}));
  }
  static bool isWantedForFeeding() { return s_feedersWaiting > 0; }
  ~Turn() { s_free.release(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  struct Taken {};
  explicit Turn(Taken) {}
  static constexpr std::chrono::milliseconds kLookAgain{50};
  static inline std::atomic<int> s_feedersWaiting{0};
  static inline std::binary_semaphore s_free{1};  // not a mutex: a feeder may be closed by another thread than opened it
};

/// Why there is no list of scanners.
tl::unexpected<Error> noList(NoMessage why, std::chrono::seconds patience) {
  if (why == NoMessage::Stopped)
    return fail(ErrorKind::Busy,
                tr("Việc tìm máy quét đã dừng vì máy quét đang được dùng; chưa có gì thay đổi. Hãy tìm lại sau khi quét xong.",
                   "Looking for scanners was stopped because the scanner is in use; nothing was changed. Look again after the scan."));
  if (why == NoMessage::Silent)
    return fail(
        ErrorKind::Io,
        trf("Trình điều khiển máy quét không trả lời trong {0} giây; chưa có gì thay đổi. Hãy tắt máy quét rồi bật lại và tìm lại, hoặc quét từ thư mục.",
            "The scanner's driver has not answered for {0} seconds; nothing was changed. Switch the scanner off and on and look again, or scan from a folder.",
            static_cast<long>(patience.count())));
  return fail(
      ErrorKind::Io,
      tr("Trình điều khiển máy quét bị hỏng khi tìm máy quét; chưa có gì thay đổi. Hãy tắt máy quét rồi bật lại và tìm lại, hoặc quét từ thư mục.",
         "The scanner's driver broke down while looking for scanners; nothing was changed. Switch the scanner off and on and look again, or scan from a "
         "folder."));
}

/// With a point in every language of the system.
std::string plainNumber(double number) {
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

std::string languageCode() { return language() == Language::English ? "en" : "vi"; }

}  // namespace

bool isScanner(const std::string& source) { return source.starts_with(kScheme); }

ScannerAddress parseScannerAddress(const std::string& source) {
  ScannerAddress address;
  std::string_view rest = source;
  if (rest.starts_with(kScheme)) rest.remove_prefix(kScheme.size());
  const std::size_t question = rest.find('?');
  address.device = rest.substr(0, question);
  rest = question == std::string_view::npos ? std::string_view() : rest.substr(question + 1);
  while (!rest.empty()) {
    const std::string_view setting = rest.substr(0, rest.find('&'));
    const std::size_t equals = setting.find('=');
    if (!setting.empty())
      address.settings.emplace_back(setting.substr(0, equals),
                                    equals == std::string_view::npos ? std::string_view("yes") : setting.substr(equals + 1));
    rest.remove_prefix(std::min(rest.size(), setting.size() + 1));
  }
  return address;
}

Expected<std::vector<ScannerDevice>> listScanners(const std::function<bool()>& stop, std::chrono::seconds patience) {
  const auto turn = Turn::unless(stop);
  if (!turn) return noList(NoMessage::Stopped, patience);
  const auto driver = DriverProcess::start({languageCode(), "list"}, patience);
  if (!driver) return tl::unexpected(driver.error());
  std::optional<std::chrono::steady_clock::time_point> wanted;  // a driver that hangs must not keep a scan waiting
  const auto answer = driver->message([&] {
    const auto now = std::chrono::steady_clock::now();
    if (!Turn::isWantedForFeeding())
      wanted.reset();
    else if (!wanted)
      wanted = now;
    return (stop && stop()) || (wanted && now - *wanted >= kDriverCloses);
  });
  if (!answer) return noList(answer.error(), patience);
  if (auto error = errorIn(*answer)) return tl::unexpected(*std::move(error));
  std::vector<ScannerDevice> devices;
  for (std::size_t i = 1; i + 2 < answer->size(); i += 3) devices.push_back({(*answer)[i], (*answer)[i + 1], (*answer)[i + 2]});
  return devices;
}

struct Feeder::Impl {
  std::unique_ptr<Turn> turn;  // ends last
  DriverProcess driver;
  int pages = 0;
  bool ended = false;
};

Feeder::Feeder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Feeder::~Feeder() = default;
Feeder::Feeder(Feeder&&) noexcept = default;
Feeder& Feeder::operator=(Feeder&&) noexcept = default;

Expected<Feeder> Feeder::open(const ScannerAddress& address, const ScannerOptions& options, const std::function<bool()>& leave) {
  auto turn = Turn::toFeed(leave);
  if (!turn)
    return fail(ErrorKind::Busy, tr("Đã dừng trước khi máy quét được mở; chưa tờ nào được quét. Hãy bắt đầu quét lại.",
                                    "It was stopped before the scanner was opened; no sheet was scanned. Start scanning again."));
  std::vector<std::string> arguments{languageCode(), "scan", plainNumber(options.dpi), options.colour ? "1" : "0", address.device};
  for (const auto& [name, value] : address.settings) arguments.push_back(name + "=" + value);
  auto driver = DriverProcess::start(std::move(arguments), options.patience);
  if (!driver) return tl::unexpected(driver.error());
  if (const auto opened = driver->answer(0, leave); !opened) return tl::unexpected(opened.error());
  return Feeder(std::make_unique<Impl>(Impl{std::move(turn), *std::move(driver)}));
}

Expected<std::optional<ScannedPage>> Feeder::next(const std::function<bool()>& leave) {
  Impl& feeder = *m_impl;
  const auto leaving = [&leave] { return leave && leave(); };
  feeder.ended = feeder.ended || leaving();
  if (feeder.ended) return std::optional<ScannedPage>();
  feeder.driver.ask({"next"});
  auto answer = feeder.driver.answer(feeder.pages, leave);
  // What is drawn in and not handed over is in no file: that must not look like a tray that was empty.
  if (!answer && (!leaving() || answer.error().kind == ErrorKind::Io)) return tl::unexpected(answer.error());
  feeder.ended = !answer || answer->front() != "page" || answer->size() != 2;
  if (feeder.ended) return std::optional<ScannedPage>();
  return std::optional<ScannedPage>(ScannedPage{++feeder.pages, std::move((*answer)[1])});
}

Expected<int> scanPages(const ScannerAddress& address, const ScannerOptions& options,
                        const std::function<Expected<void>(ScannedPage&&)>& take, const std::function<bool()>& leave) {
  auto feeder = Feeder::open(address, options, leave);
  if (!feeder && leave && leave()) return 0;
  if (!feeder) return tl::unexpected(feeder.error());
  for (int pages = 0;; ++pages) {
    auto page = feeder->next(leave);
    if (!page) return tl::unexpected(page.error());
    if (!*page) return pages;
    if (auto taken = take(**std::move(page)); !taken) return tl::unexpected(taken.error());
  }
}

}  // namespace kp

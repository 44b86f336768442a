// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/sane_source.h"

#include <sane/sane.h>

#include <algorithm>
#include <array>
#include <bit>
#include <exception>
#include <memory>
#include <semaphore>

#include "election/text.h"
#include "scanner/source/image_header.h"
#include "scanner/source/png_writer.h"
#include "scanner/source/sane_options.h"

namespace kp {
namespace {

constexpr std::string_view kScheme = "sane:";

/// SANE is one library for the whole process, started and ended by whoever holds this.
class Session {
 public:
  Session() {
    s_free.acquire();
    m_status = sane_init(nullptr, nullptr);
  }
  ~Session() {
    if (m_status == SANE_STATUS_GOOD) sane_exit();
    s_free.release();
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  SANE_Status status() const { return m_status; }

 private:
  static inline std::binary_semaphore s_free{1};  // not a mutex: a feeder may be closed by another thread than opened it
  SANE_Status m_status = SANE_STATUS_GOOD;
};

tl::unexpected<Error> failure(ErrorKind kind, std::string_view vi, std::string_view en, int pages) {
  return fail(kind, trf(vi, en, pages));
}

/// What a status means for the people at the scanner; `pages` were handed over before it.
tl::unexpected<Error> explain(SANE_Status status, int pages) {
  switch (status) {
    case SANE_STATUS_JAMMED:
      return failure(
          ErrorKind::Io,
          "Máy quét dừng vì kẹt giấy hoặc kéo hai tờ cùng lúc, sau {0} tờ; {0} tờ đó đã nhận và an toàn, các tờ còn trong máy thì chưa. Hãy mở nắp, lấy các tờ trong máy ra, đặt lại lên đầu khay rồi quét tiếp.",
          "The scanner stopped at a jam or a double feed after {0} sheets; those {0} are taken in and safe, the sheets in the machine are not. Open the cover, take them out, put them back on top of the tray and scan on.",
          pages);
    case SANE_STATUS_COVER_OPEN:
      return failure(ErrorKind::Io, "Nắp máy quét đang mở; {0} tờ quét trước đó đã nhận và an toàn. Hãy đóng nắp rồi quét tiếp.",
                     "The scanner's cover is open; the {0} sheets scanned before are taken in and safe. Close the cover and scan on.",
                     pages);
    case SANE_STATUS_NO_DOCS:
      return failure(ErrorKind::NotFound, "Khay nạp giấy trống ({0} tờ đã quét); chưa có gì bị thay đổi. Hãy đặt phiếu vào khay rồi quét.",
                     "The feeder is empty ({0} sheets scanned); nothing was changed. Put ballots into the tray and scan.", pages);
    case SANE_STATUS_DEVICE_BUSY:
      return failure(
          ErrorKind::Busy,
          "Máy quét đang được chương trình khác sử dụng; {0} tờ quét trước đó đã nhận và an toàn. Hãy đóng chương trình kia rồi quét tiếp.",
          "Another program is using the scanner; the {0} sheets scanned before are taken in and safe. Close that program and scan on.",
          pages);
    case SANE_STATUS_ACCESS_DENIED:
      return failure(
          ErrorKind::Io,
          "Tài khoản này không có quyền dùng máy quét; {0} tờ quét trước đó đã nhận và an toàn. Hãy thêm tài khoản vào nhóm “scanner” rồi đăng nhập lại.",
          "This account may not use the scanner; the {0} sheets scanned before are taken in and safe. Add the account to the group “scanner” and log in again.",
          pages);
    case SANE_STATUS_NO_MEM:
      return failure(
          ErrorKind::Io,
          "Không đủ bộ nhớ để quét; {0} tờ quét trước đó đã nhận và an toàn. Hãy đóng chương trình khác rồi quét tiếp từ tờ kế tiếp.",
          "There is not enough memory to scan; the {0} sheets scanned before are taken in and safe. Close other programs and scan on from the next sheet.",
          pages);
    default: break;
  }
  return fail(
      ErrorKind::Io,
      trf("Mất liên lạc với máy quét ({1}) sau {0} tờ; {0} tờ đó đã nhận và an toàn, tờ đang quét thì chưa. Hãy kiểm tra dây và nguồn điện rồi quét tiếp từ tờ đó.",
          "The connection to the scanner failed ({1}) after {0} sheets; those {0} are taken in and safe, the sheet in the machine is not. Check cable and power and scan on from that sheet.",
          pages, sane_strstatus(status)));
}

/// Rows of one frame as they come; the number of lines may not be known before the end.
struct Frame {
  SANE_Parameters parameters{};
  std::vector<std::uint8_t> rows;
};

Expected<Frame> readFrame(SANE_Handle handle, int pages) {
  constexpr std::size_t kReadAtOnce = 256 * 1024;
  Frame frame;
  if (const SANE_Status status = sane_get_parameters(handle, &frame.parameters); status != SANE_STATUS_GOOD) return explain(status, pages);
  const SANE_Parameters& p = frame.parameters;
  if (p.bytes_per_line <= 0) return explain(SANE_STATUS_IO_ERROR, pages);
  if (const auto size = checkSize(p.pixels_per_line, std::max(p.lines, 1)); !size) return tl::unexpected(size.error());
  if (p.lines > 0) frame.rows.reserve(static_cast<std::size_t>(p.lines) * static_cast<std::size_t>(p.bytes_per_line));
  std::vector<std::uint8_t> part(kReadAtOnce);
  while (true) {
    SANE_Int got = 0;
    const SANE_Status status = sane_read(handle, part.data(), static_cast<SANE_Int>(part.size()), &got);
    if (status == SANE_STATUS_EOF) break;
    if (status != SANE_STATUS_GOOD) return explain(status, pages);
    frame.rows.insert(frame.rows.end(), part.begin(), part.begin() + got);
    if (const auto size = checkSize(p.pixels_per_line, static_cast<long>(frame.rows.size()) / p.bytes_per_line + 1); !size)
      return tl::unexpected(size.error());
  }
  return frame;
}

/// Rows without the padding a backend may put behind each; 16-bit samples keep their high byte, bilevel rows turn from 1 = black to 1 = white.
std::vector<std::uint8_t> packed(const Frame& frame, int height, int channels) {
  const SANE_Parameters& p = frame.parameters;
  const std::size_t samples = static_cast<std::size_t>(p.pixels_per_line) * static_cast<std::size_t>(channels);
  const std::size_t stride = p.depth == 1 ? (samples + 7) / 8 : samples;
  const std::size_t highByte = std::endian::native == std::endian::little ? 1 : 0;
  std::vector<std::uint8_t> rows;
  rows.reserve(stride * static_cast<std::size_t>(height));
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    const std::uint8_t* from = frame.rows.data() + y * static_cast<std::size_t>(p.bytes_per_line);
    for (std::size_t i = 0; i < stride; ++i) {
      const std::uint8_t value = p.depth == 16 ? from[2 * i + highByte] : from[i];
      rows.push_back(p.depth == 1 ? static_cast<std::uint8_t>(~value) : value);
    }
  }
  return rows;
}

/// Three single-colour frames (old three-pass scanners) woven into one.
std::vector<std::uint8_t> woven(const std::array<std::vector<std::uint8_t>, 3>& planes) {
  const std::size_t size = std::min({planes[0].size(), planes[1].size(), planes[2].size()});
  std::vector<std::uint8_t> rows(size * 3);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t c = 0; c < 3; ++c) rows[3 * i + c] = planes[c][i];
  return rows;
}

Expected<PngPicture> readPicture(SANE_Handle handle, double dpi, int pages) {
  PngPicture picture;
  picture.dpi = dpi;
  std::array<std::vector<std::uint8_t>, 3> planes;
  bool threePasses = false;
  while (true) {
    const auto frame = readFrame(handle, pages);
    if (!frame) return tl::unexpected(frame.error());
    const SANE_Parameters& p = frame->parameters;
    const bool known = p.depth == 1 || p.depth == 8 || p.depth == 16;
    picture.width = p.pixels_per_line;
    picture.height = static_cast<int>(frame->rows.size() / static_cast<std::size_t>(p.bytes_per_line));
    picture.channels = p.format == SANE_FRAME_RGB ? 3 : 1;
    picture.bits = p.depth == 1 ? 1 : 8;
    const std::size_t needed = (static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.channels * p.depth) + 7) / 8;
    if (!known || picture.height < 1 || needed > static_cast<std::size_t>(p.bytes_per_line) || (p.depth == 1 && picture.channels == 3))
      return explain(SANE_STATUS_IO_ERROR, pages);
    auto rows = packed(*frame, picture.height, picture.channels);
    if (p.format == SANE_FRAME_GRAY || p.format == SANE_FRAME_RGB) {
      picture.rows = std::move(rows);
    } else if (p.format >= SANE_FRAME_RED && p.format <= SANE_FRAME_BLUE) {
      planes[static_cast<std::size_t>(p.format - SANE_FRAME_RED)] = std::move(rows);
      threePasses = true;
    } else {
      return explain(SANE_STATUS_IO_ERROR, pages);
    }
    if (p.last_frame) break;
    if (const SANE_Status status = sane_start(handle); status != SANE_STATUS_GOOD) return explain(status, pages);
  }
  if (threePasses) {
    picture.rows = woven(planes);
    picture.channels = 3;
    picture.height = static_cast<int>(picture.rows.size() / 3 / static_cast<std::size_t>(picture.width));
    if (picture.height < 1) return explain(SANE_STATUS_IO_ERROR, pages);
  }
  return picture;
}

struct Closer {
  void operator()(void* handle) const {
    sane_cancel(handle);
    sane_close(handle);
  }
};

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

Expected<std::vector<ScannerDevice>> listScanners() {
  const Session session;
  if (session.status() != SANE_STATUS_GOOD) return explain(session.status(), 0);
  const SANE_Device** list = nullptr;
  if (const SANE_Status status = sane_get_devices(&list, SANE_TRUE); status != SANE_STATUS_GOOD) return explain(status, 0);
  std::vector<ScannerDevice> devices;
  for (; list && *list; ++list) devices.push_back({(*list)->name, (*list)->vendor, (*list)->model});
  return devices;
}

struct Feeder::Impl {
  Session session;  // ends last
  std::unique_ptr<void, Closer> handle{};
  ScannerSetup setup{};
  int pages = 0;
  bool ended = false;
};

Feeder::Feeder(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Feeder::~Feeder() = default;
Feeder::Feeder(Feeder&&) noexcept = default;
Feeder& Feeder::operator=(Feeder&&) noexcept = default;

Expected<Feeder> Feeder::open(const ScannerAddress& address, const ScannerOptions& options) {
  auto impl = std::make_unique<Impl>();
  if (impl->session.status() != SANE_STATUS_GOOD) return explain(impl->session.status(), 0);
  SANE_Handle opened = nullptr;
  const SANE_Status status = sane_open(address.device.c_str(), &opened);
  if (status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED)
    return fail(ErrorKind::NotFound,
                trf("Không thấy máy quét “{0}”; chưa có gì bị thay đổi. Hãy kiểm tra dây, nguồn điện và tên máy quét.",
                    "There is no scanner “{0}”; nothing was changed. Check cable, power and the scanner's name.", address.device));
  if (status != SANE_STATUS_GOOD) return explain(status, 0);
  impl->handle.reset(opened);
  SaneOptions named(opened);
  const auto setup = setUpScanner(named, options, address);
  if (!setup) return tl::unexpected(setup.error());
  impl->setup = *setup;
  return Feeder(std::move(impl));
}

Expected<std::optional<ScannedPage>> Feeder::next() {
  Impl& feeder = *m_impl;
  if (feeder.ended) return std::optional<ScannedPage>();
  const SANE_Status status = sane_start(feeder.handle.get());
  if (status == SANE_STATUS_NO_DOCS && feeder.pages > 0) {
    feeder.ended = true;
    return std::optional<ScannedPage>();
  }
  if (status != SANE_STATUS_GOOD) return explain(status, feeder.pages);
  const auto picture = readPicture(feeder.handle.get(), feeder.setup.dpi, feeder.pages);
  if (!picture) return tl::unexpected(picture.error());
  auto png = writePng(*picture);
  if (!png) return tl::unexpected(png.error());
  feeder.ended = !feeder.setup.feeder;
  return std::optional<ScannedPage>(ScannedPage{++feeder.pages, *std::move(png)});
}

Expected<int> scanPages(const ScannerAddress& address, const ScannerOptions& options,
                        const std::function<Expected<void>(ScannedPage&&)>& take) {
  auto feeder = Feeder::open(address, options);
  if (!feeder) return tl::unexpected(feeder.error());
  for (int pages = 0;; ++pages) {
    auto page = feeder->next();
    if (!page) return tl::unexpected(page.error());
    if (!*page) return pages;
    if (auto taken = take(**std::move(page)); !taken) return tl::unexpected(taken.error());
  }
}

}  // namespace kp

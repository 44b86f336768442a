// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/feeder/sane_device.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "election/text.h"
#include "scanner/source/image_header.h"
#include "scanner/source/png_writer.h"

namespace kp {
namespace {

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

}  // namespace

Expected<std::vector<ScannerDevice>> SaneLibrary::devices() const {
  if (m_status != SANE_STATUS_GOOD) return explain(m_status, 0);
  const SANE_Device** list = nullptr;
  if (const SANE_Status status = sane_get_devices(&list, SANE_TRUE); status != SANE_STATUS_GOOD) return explain(status, 0);
  std::vector<ScannerDevice> devices;
  for (; list && *list; ++list) devices.push_back({(*list)->name, (*list)->vendor, (*list)->model});
  return devices;
}

SaneDevice::SaneDevice(SaneDevice&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_setup(other.m_setup), m_pages(other.m_pages), m_ended(other.m_ended) {}

SaneDevice::~SaneDevice() {
  if (!m_handle) return;
  sane_cancel(m_handle);
  sane_close(m_handle);
}

Expected<SaneDevice> SaneDevice::open(const SaneLibrary& library, const ScannerAddress& address) {
  if (library.m_status != SANE_STATUS_GOOD) return explain(library.m_status, 0);
  SANE_Handle opened = nullptr;
  const SANE_Status status = sane_open(address.device.c_str(), &opened);
  if (status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED)
    return fail(ErrorKind::NotFound,
                trf("Không thấy máy quét “{0}”; chưa có gì bị thay đổi. Hãy kiểm tra dây, nguồn điện và tên máy quét.",
                    "There is no scanner “{0}”; nothing was changed. Check cable, power and the scanner's name.", address.device));
  if (status != SANE_STATUS_GOOD) return explain(status, 0);
  return SaneDevice(opened);
}

Expected<void> SaneDevice::setUp(const ScannerAddress& address, const ScannerOptions& options) {
  SaneOptions named(m_handle);
  const auto setup = setUpScanner(named, options, address);
  if (!setup) return tl::unexpected(setup.error());
  m_setup = *setup;
  return {};
}

Expected<std::optional<std::string>> SaneDevice::next() {
  if (m_ended) return std::optional<std::string>();
  const SANE_Status status = sane_start(m_handle);
  if (status == SANE_STATUS_NO_DOCS && m_pages > 0) {
    m_ended = true;
    return std::optional<std::string>();
  }
  if (status != SANE_STATUS_GOOD) return explain(status, m_pages);
  const auto picture = readPicture(m_handle, m_setup.dpi, m_pages);
  if (!picture) return tl::unexpected(picture.error());
  auto png = writePng(*picture);
  if (!png) return tl::unexpected(png.error());
  ++m_pages;
  m_ended = !m_setup.feeder;
  return std::optional<std::string>(*std::move(png));
}

}  // namespace kp

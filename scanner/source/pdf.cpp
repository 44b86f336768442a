// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/pdf.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <mutex>
#include <optional>
#include <string_view>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "election/text.h"
#include "scanner/source/codecs.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

constexpr double kPointsPerInch = 72;

using Document = std::unique_ptr<poppler::document>;

/// Size in points as the page is displayed.
struct PageSize {
  double width = 0, height = 0;
};

/// The number after `key` in `dictionary`, 0 when there is none or it is a reference to another object.
long numberAfter(std::string_view dictionary, std::string_view key) {
  const std::size_t found = dictionary.find(key);
  if (found == std::string_view::npos) return 0;
  std::size_t at = dictionary.find_first_not_of(" \t\r\n", found + key.size());
  long value = 0;
  for (; at < dictionary.size() && dictionary[at] >= '0' && dictionary[at] <= '9' && value < 1'000'000; ++at)
    value = value * 10 + (dictionary[at] - '0');
  return value;
}

/// Whether the value of `key` is "12 0 R", a reference to another object.
bool isReference(std::string_view dictionary, std::string_view key) {
  std::size_t at = dictionary.find(key);
  if (at == std::string_view::npos) return false;
  at = dictionary.find_first_not_of(" \t\r\n", at + key.size());
  at = at == std::string_view::npos ? at : dictionary.find_first_not_of("0123456789", at);
  at = at == std::string_view::npos ? at : dictionary.find_first_not_of(" \t\r\n", at);
  return at != std::string_view::npos && dictionary[at] >= '0' && dictionary[at] <= '9';
}

/// A rendering of a whole page: resolution across and down, and the size in pixels it gives.
struct Target {
  double across = 0, down = 0;
  int width = 0, height = 0;
};

Target targetAt(PageSize page, double dpi) {
  static constexpr double kLargest = 1e9;  // far above what checkSize() lets pass
  const auto pixels = [dpi](double points) {
    return static_cast<int>(std::clamp(std::ceil(points * dpi / kPointsPerInch - 1e-6), 0.0, kLargest));
  };
  return {dpi, dpi, pixels(page.width), pixels(page.height)};
}

/// Calls `act` with the dictionary and what follows of every image in the file, until it returns false. poppler-cpp does not list images, but an image is a stream, and
/// the dictionary of a stream is never compressed nor encrypted (ISO 32000-1 7.5.7), so it stands readable in the file.
template <typename Act>
void forEachImage(std::string_view bytes, Act act) {
  constexpr std::size_t kDictionaryReach = 600;
  for (std::size_t at = bytes.find("/Image"); at != std::string_view::npos; at = bytes.find("/Image", at + 6)) {
    const std::size_t reach = at > kDictionaryReach ? at - kDictionaryReach : 0;
    const std::size_t begin = bytes.substr(reach, at - reach).rfind("obj");
    const std::size_t length = bytes.substr(at, kDictionaryReach).find("stream");
    if (begin == std::string_view::npos || length == std::string_view::npos) continue;
    const std::size_t start = reach + begin, end = at + length;
    if (!act(bytes.substr(start, end - start), bytes.substr(end))) return;
  }
}

/// The rendering at which the image that fills the page comes out pixel by pixel; width 0 when the file has no such image. The finest image of the page's shape counts:
/// of a page in layers (MRC) that is the one with the writing.
Target targetOfImage(std::string_view bytes, PageSize page) {
  constexpr double kShapeTolerance = 0.02, kLowestDpi = 72, kHighestDpi = 1200;
  constexpr double kInside =
      0.1;  // pixels: splash takes every pixel that an image touches, so an edge exactly on a border would stretch it by one
  Target best;
  forEachImage(bytes, [&](std::string_view dictionary, std::string_view) {
    const long stored[] = {numberAfter(dictionary, "/Width"), numberAfter(dictionary, "/Height")};
    for (const int turned : {0, 1}) {
      const long width = stored[turned], height = stored[1 - turned];
      if (width < 1 || height < 1) continue;
      const double across = static_cast<double>(width) * kPointsPerInch / page.width,
                   down = static_cast<double>(height) * kPointsPerInch / page.height;
      if (std::abs(across / down - 1) < kShapeTolerance && across >= kLowestDpi && across <= kHighestDpi && across > best.across)
        best = {across * (1 - kInside / static_cast<double>(width)), down * (1 - kInside / static_cast<double>(height)),
                static_cast<int>(width), static_cast<int>(height)};
    }
    return true;
  });
  return best;
}

/// Whether every JPEG in the file is whole: poppler shows what is left of a damaged one, and writes to stderr.
bool jpegsAreWhole(std::string_view bytes) {
  bool whole = true;
  forEachImage(bytes, [&](std::string_view dictionary, std::string_view rest) {
    const std::size_t start = rest.find('\n');
    if (start == std::string_view::npos || formatOf(rest.substr(start + 1)) != FileFormat::Jpeg) return true;
    std::string_view jpeg = rest.substr(start + 1);
    if (const long length = numberAfter(dictionary, "/Length"); length > 0 && !isReference(dictionary, "/Length"))
      jpeg = jpeg.substr(0, static_cast<std::size_t>(length));
    const auto header = readImageHeader(jpeg, 0);
    whole = header && decodeJpeg(jpeg, *header, false);
    return whole;
  });
  return whole;
}

/// A linearized file says its own length; else the end marker must stand near the end (Annex H.3.4.4 of ISO 32000-1: the last 1024 bytes). Without this check
/// poppler mends what is left of the file and shows a page with parts missing.
bool isWhole(std::string_view bytes) {
  constexpr std::size_t kEndWithin = 1024, kLinearizedWithin = 1024;
  const std::string_view tail = bytes.substr(bytes.size() > kEndWithin ? bytes.size() - kEndWithin : 0);
  if (tail.find("%%EOF") == std::string_view::npos) return false;
  const std::string_view head = bytes.substr(0, kLinearizedWithin);
  const std::size_t linearized = head.find("/Linearized");
  if (linearized == std::string_view::npos) return true;
  const std::size_t close = head.find(">>", linearized), length = head.find("/L ", linearized);
  if (close == std::string_view::npos || length == std::string_view::npos || length > close) return true;
  return static_cast<std::size_t>(numberAfter(head.substr(length, close - length), "/L")) <= bytes.size();
}

tl::unexpected<Error> brokenPdf() {
  return fail(
      ErrorKind::BadInput,
      tr("Tệp PDF bị hỏng hoặc có mật khẩu nên không được mở; các tờ khác không bị ảnh hưởng. Hãy quét lại hoặc lưu lại không đặt mật khẩu.",
         "The PDF is broken or needs a password, so it was not opened; other sheets are not affected. Scan again, or save it without a password."));
}

Expected<Document> open(const std::string& bytes) {
  static std::once_flag silenced;
  std::call_once(silenced, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  if (!isWhole(bytes)) return tl::unexpected(breaksOff({}));
  Document document(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document || document->is_locked()) return brokenPdf();
  return document;
}

using Page = std::unique_ptr<poppler::page>;

Expected<Page> pageOf(const Document& document, int index) {
  if (index < 0 || index >= document->pages()) return tl::unexpected(noSuchPage(index, document->pages()));
  Page page(document->create_page(index));
  if (!page) return brokenPdf();
  return page;
}

PageSize sizeOf(const poppler::page& page) {
  const poppler::rectf box = page.page_rect(poppler::crop_box);
  const bool turned = page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
  return turned ? PageSize{box.height(), box.width()} : PageSize{box.width(), box.height()};
}

Expected<Raster> render(const poppler::page& page, const Target& target, bool colour) {
  if (const auto fits = checkSize(target.width, target.height); !fits) return tl::unexpected(fits.error());
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(colour ? poppler::image::format_bgr24 : poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(&page, target.across, target.down, 0, 0, target.width, target.height);
  if (!image.is_valid() || image.width() < 1 || image.height() < 1) return brokenPdf();
  RasterBuffer buffer(image.width(), image.height(), colour ? 3 : 1, target.across);
  for (int y = 0; y < image.height(); ++y)
    std::memcpy(buffer.row(y), image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(), buffer.stride());
  return std::move(buffer).finish();
}

/// Whether a rendered page has colour beyond rounding.
bool hasColour(const Raster& page) {
  constexpr int kRounding = 8;
  for (std::size_t i = 0; i + 2 < page.bytes(); i += 3) {
    const auto [least, most] = std::minmax({page.data[i], page.data[i + 1], page.data[i + 2]});
    if (most - least > kRounding) return true;
  }
  return false;
}

/// poppler may throw std::bad_alloc and friends from any call.
template <typename T, typename Act>
Expected<T> guarded(Act act) {
  try {
    return act();
  } catch (const std::exception&) {
    return brokenPdf();
  }
}

}  // namespace

Expected<int> countPdfPages(const std::string& bytes) {
  return guarded<int>([&]() -> Expected<int> {
    const auto document = open(bytes);
    if (!document) return tl::unexpected(document.error());
    if ((*document)->pages() < 1) return brokenPdf();
    if (!jpegsAreWhole(bytes)) return tl::unexpected(breaksOff({}));
    return (*document)->pages();
  });
}

Expected<Raster> decodePdfPage(const std::string& bytes, int index, bool colour) {
  return guarded<Raster>([&]() -> Expected<Raster> {
    const auto document = open(bytes);
    if (!document) return tl::unexpected(document.error());
    const auto page = pageOf(*document, index);
    if (!page) return tl::unexpected(page.error());
    Target target = targetOfImage(bytes, sizeOf(**page));
    if (target.width == 0) target = targetAt(sizeOf(**page), kPdfDpi);
    auto raster = render(**page, target, colour);
    if (colour && raster && !hasColour(*raster)) return render(**page, target, false);
    return raster;
  });
}

Expected<Raster> renderPdfPage(const std::string& pdfBytes, int index, double dpi) {
  return guarded<Raster>([&]() -> Expected<Raster> {
    const auto document = open(pdfBytes);
    if (!document) return tl::unexpected(document.error());
    const auto page = pageOf(*document, index);
    if (!page) return tl::unexpected(page.error());
    return render(**page, targetAt(sizeOf(**page), dpi), false);
  });
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/test_sheet.h"

#include <cmath>

#include "ballot/code_payload.h"
#include "election/text.h"
#include "scanner/reading/reader.h"
#include "scanner/source/page_source.h"
#include "scanner/source/sane_source.h"
#include "wiring/forms.h"

namespace kp {
namespace {

Expected<std::string> feedOne(const std::string& address) {
  auto feeder = Feeder::open(parseScannerAddress(address), {});
  if (!feeder) return tl::unexpected<Error>(feeder.error());
  auto page = feeder->next();
  if (!page) return tl::unexpected<Error>(page.error());
  if (!*page)
    return fail(ErrorKind::NotFound, tr("Máy quét không đưa tờ nào vào; chưa có gì thay đổi. Hãy đặt một tờ vào khay rồi thử lại.",
                                        "The scanner fed no sheet; nothing was changed. Put one sheet into the tray and try again."));
  return std::move((*page)->png);
}

std::string sayingOf(const TestSheet& sheet, const Contest* contest) {
  const int dpi = static_cast<int>(std::lround(sheet.dpi));
  if (!contest)
    return trf(
        "Máy quét hoạt động: đã nhận một tờ, {0} điểm/inch. Tờ này không phải phiếu của đại hội; muốn thử cả việc đọc, hãy quét một phiếu vừa in.",
        "The scanner works: one sheet came, {0} dpi. It is no ballot of this congress; to try reading too, scan a ballot as printed.", dpi);
  return trf("Máy quét hoạt động: đã nhận một tờ, {0} điểm/inch. Đọc được phiếu “{1}”, trang {2}.",
             "The scanner works: one sheet came, {0} dpi. It was read as a ballot of \"{1}\", page {2}.", dpi, contest->title,
             sheet.reading.page);
}

}  // namespace

Expected<TestSheet> scanTestSheet(const Ledger& ledger, const std::string& address) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const auto key = ledger.keys().codeKey();
  if (!key) return tl::unexpected<Error>(key.error());
  auto png = feedOne(address);
  if (!png) return tl::unexpected<Error>(png.error());
  const auto raster = decodePage(*png, 0, true);
  if (!raster) return tl::unexpected<Error>(raster.error());
  auto forms = readingForms(ledger, *congress, *key, {});
  if (!forms) return tl::unexpected<Error>(forms.error());
  TestSheet sheet;
  sheet.png = std::move(*png);
  sheet.widthPx = raster->width;
  sheet.heightPx = raster->height;
  sheet.dpi = raster->dpi;
  sheet.reading = Reader(std::move(*forms), *key, congressTag(congress->info), {}).read(*raster, {});
  const Contest* contest = sheet.reading.page > 0 ? congress->contest(sheet.reading.contest) : nullptr;
  sheet.isBallot = contest != nullptr;
  sheet.says = sayingOf(sheet, contest);
  return sheet;
}

}  // namespace kp

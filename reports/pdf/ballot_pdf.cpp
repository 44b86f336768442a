// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/ballot_pdf.h"

#include "election/text.h"
#include "reports/pdf/canvas.h"
#include "scanner/code/qr.h"

namespace kp {
namespace {

constexpr int kErrorCorrection = 2;       // Q: a quarter of a code may be lost, see decision 0002
constexpr std::size_t kMostLetters = 47;  // of QR version 3 at level Q: 29 modules, the room that the layout gives
constexpr const char* kAllowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

bool suits(const BallotForm& form, const std::vector<std::vector<std::string>>& codes, int copies) {
  if (codes.empty() || copies < 1 || (codes.size() > 1 && copies > 1)) return false;
  for (const auto& ofCopy : codes) {
    if (ofCopy.size() != form.pages.size()) return false;
    for (const auto& text : ofCopy)
      if (text.empty() || text.size() > kMostLetters || text.find_first_not_of(kAllowed) != std::string::npos) return false;
  }
  return true;
}

// Dark modules that touch in a row are one rectangle, and a rectangle goes on downwards while the row below has the same run:
// no hairlines between modules, whatever the printer's resolution.
void drawCode(Canvas& canvas, const QrSymbol& symbol, const RectMm& place) {
  const double module = place.w / symbol.modules;
  const auto runEnd = [&](int row, int column) {
    while (column < symbol.modules && symbol.at(row, column)) ++column;
    return column;
  };
  const auto sameRun = [&](int row, int begin, int end) {
    return row >= 0 && row < symbol.modules && symbol.at(row, begin) && (begin == 0 || !symbol.at(row, begin - 1)) &&
           runEnd(row, begin) == end;
  };
  for (int row = 0; row < symbol.modules; ++row)
    for (int column = 0; column < symbol.modules; ++column) {
      if (!symbol.at(row, column)) continue;
      const int end = runEnd(row, column);
      if (!sameRun(row - 1, column, end)) {
        int bottom = row + 1;
        while (sameRun(bottom, column, end)) ++bottom;
        canvas.fillRect({place.x + column * module, place.y + row * module, (end - column) * module, (bottom - row) * module});
      }
      column = end;
    }
}

void drawPage(Canvas& canvas, const FormPage& page, const std::string& code) {
  canvas.addPage(page.geometry.widthMm, page.geometry.heightMm);
  for (const auto& run : page.texts) canvas.text(run.x, run.baseline, run.sizePt, run.style, run.text);
  for (const auto& line : page.lines) canvas.line(line.x1, line.y1, line.x2, line.y2, line.width);
  for (const auto& mark : page.geometry.fiducials) canvas.fillRect(mark);
  const QrSymbol symbol = encodeQr(code, kErrorCorrection);
  for (const auto& place : page.geometry.codes) drawCode(canvas, symbol, place);
}

}  // namespace

Expected<std::string> ballotPdf(const BallotForm& form, const std::vector<std::vector<std::string>>& codesByCopyAndPage, int copies) {
  if (!suits(form, codesByCopyAndPage, copies))
    return fail(
        ErrorKind::BadInput,
        trf("Các mã không khớp với {0} trang của phiếu; chưa in gì. Hãy tạo lại mã cho cuộc bầu này.",
            "The codes do not match the ballot's {0} pages; nothing was printed. Make the contest's codes again.", form.pages.size()));
  auto canvas = Canvas::create({"Phiếu " + form.contest, "", ""});
  if (!canvas) return tl::unexpected<Error>(canvas.error());
  for (const auto& codes : codesByCopyAndPage)
    for (int copy = 0; copy < copies; ++copy)
      for (std::size_t p = 0; p < form.pages.size(); ++p) drawPage(*canvas, form.pages[p], codes[p]);
  return canvas->finish();
}

}  // namespace kp

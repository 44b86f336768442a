// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/paper_pdf.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "election/text.h"
#include "reports/pdf/canvas.h"
#include "reports/pdf/pieces.h"
#include "scanner/code/qr.h"

namespace kp {
namespace {

using namespace typeset;

constexpr double kPageWidth = 210, kPageHeight = 297;
constexpr double kFootPt = 12, kCodePt = 9;
constexpr double kFootGap = 4;         // between the body and the foot
constexpr double kQuietModules = 4;    // white round a QR code (ISO/IEC 18004)
constexpr double kGoodModule = 0.508;  // 4 pixels at 200 dpi
constexpr double kGoodSide = 28;       // a bigger code takes too much of a page
constexpr int kMediumLimit = 73;       // modules up to which error correction M is worth its size

/// The foot of every page: what it holds and how high it is.
struct Foot {
  std::optional<QrSymbol> symbol;
  double module = 0;
  double side() const { return symbol ? module * symbol->modules : 0; }
  double codeLine() const { return pitch(kCodePt); }
  double height() const { return symbol ? side() + kQuietModules * module + codeLine() : pitch(kFootPt); }
};

/// The symbol at one level of error correction; nullopt when the text does not fit it.
std::optional<QrSymbol> symbolOf(const std::string& text, int errorCorrection) {
  try {
    return encodeQr(text, errorCorrection);
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

Expected<Foot> footOf(const Paper& paper) {
  Foot foot;
  if (paper.code.text.empty()) return foot;
  foot.symbol = symbolOf(paper.code.text, 1);
  if (!foot.symbol || foot.symbol->modules > kMediumLimit) foot.symbol = symbolOf(paper.code.text, 0);
  if (!foot.symbol)
    return fail(ErrorKind::BadInput,
                tr("Không in được văn bản: mã xác minh quá dài cho một mã QR. Hãy kiểm tra số liệu đã nhập.",
                   "The paper cannot be printed: the verification code is too long for one QR code. Check the figures entered."));
  foot.module = std::clamp(kGoodSide / foot.symbol->modules, kSmallestModule, kGoodModule);
  return foot;
}

Flow flowOf(const Paper& paper) {
  Flow flow;
  flow.pieces.push_back(headPiece(paper.head));
  for (const auto& block : paper.blocks) {
    if (const auto* p = std::get_if<Paragraph>(&block)) addParagraph(flow, *p);
    if (const auto* h = std::get_if<Heading>(&block)) addHeading(flow, *h);
    if (const auto* t = std::get_if<Table>(&block)) addTable(flow, *t);
    if (const auto* s = std::get_if<Signatures>(&block)) addSignatures(flow, *s);
  }
  return flow;
}

void draw(Canvas& canvas, const Piece& piece, double top) {
  for (const auto& line : piece.lines) canvas.line(line.x1, top + line.y1, line.x2, top + line.y2, line.width);
  for (const auto& run : piece.texts) canvas.text(run.x, top + run.baseline, run.sizePt, run.style, run.text);
}

/// Dark modules as bars, one for each run in a row: fewer shapes, no seams sideways.
void drawSymbol(Canvas& canvas, const QrSymbol& symbol, double x, double y, double module) {
  for (int row = 0; row < symbol.modules; ++row) {
    for (int column = 0; column < symbol.modules;) {
      int end = column;
      while (end < symbol.modules && symbol.at(row, end)) ++end;
      if (end > column) canvas.fillRect({x + column * module, y + row * module, (end - column) * module, module});
      column = std::max(end, column + 1);
    }
  }
}

void drawFoot(Canvas& canvas, const Paper& paper, const Foot& foot, int page, int pages) {
  const double bottom = kPageHeight - kPaperBottom;
  const std::string number = "Trang " + std::to_string(page) + "/" + std::to_string(pages);
  canvas.textCentred((kLeft + kRight) / 2, bottom - depthMm(kFootPt, FontStyle::Regular), kFootPt, FontStyle::Regular, number);
  if (!foot.symbol) return;
  const double codeWidth = canvas.textWidthMm(paper.code.shortCode, kCodePt, FontStyle::Bold);
  const double wide = std::max(codeWidth, foot.side()), centre = kRight - wide / 2;
  drawSymbol(canvas, *foot.symbol, centre - foot.side() / 2, bottom - foot.height(), foot.module);
  const double baseline = bottom - depthMm(kCodePt, FontStyle::Bold);
  canvas.textCentred(centre, baseline, kCodePt, FontStyle::Bold, paper.code.shortCode);
  canvas.text(kLeft, bottom - depthMm(kFootPt, FontStyle::Regular), kCodePt, FontStyle::Italic, "Quét mã để đối chiếu với tệp kiểm phiếu");
}

/// The first text that cannot be printed; nullptr when all can.
const std::string* unprintable(const Flow& flow) {
  for (const auto& piece : flow.pieces)
    for (const auto& run : piece.texts)
      if (!printable(run.text)) return &run.text;
  return nullptr;
}

}  // namespace

Expected<std::string> paperPdf(const Paper& paper) {
  const Flow flow = flowOf(paper);
  if (const std::string* text = unprintable(flow))
    return fail(ErrorKind::BadInput, trf("Không in được “{0}”: có ký tự mà phông chữ không có. Hãy sửa lại tên hoặc tiêu đề này.",
                                         "“{0}” cannot be printed: the font lacks a character of it. Correct this name or title.", *text));
  const auto foot = footOf(paper);
  if (!foot) return tl::unexpected<Error>(foot.error());
  const auto plan = breakPages(flow, kPaperTop, kPageHeight - kPaperBottom - foot->height() - kFootGap);
  auto canvas = Canvas::create({paper.head.kind + " " + paper.head.subject, paper.head.issuer, paper.createdIso});
  if (!canvas) return tl::unexpected<Error>(canvas.error());
  for (std::size_t page = 0; page < plan.size(); ++page) {
    canvas->addPage(kPageWidth, kPageHeight);
    if (plan[page].repeatedHead >= 0) draw(*canvas, flow.tableHeads[static_cast<std::size_t>(plan[page].repeatedHead)], kPaperTop);
    for (const auto& placed : plan[page].pieces) draw(*canvas, flow.pieces[placed.piece], placed.top);
    drawFoot(*canvas, paper, *foot, static_cast<int>(page) + 1, static_cast<int>(plan.size()));
  }
  return canvas->finish();
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/role_cards_pdf.h"

#include "election/text.h"
#include "reports/pdf/canvas.h"
#include "reports/pdf/pieces.h"

namespace kp {
namespace {

using typeset::breakLines;
using typeset::pitch;

constexpr double kPageWidth = 210, kPageHeight = 297;
constexpr double kTextWidth = kPageWidth - 2 * kCardMargin;
constexpr double kBottom = kPageHeight - kCardMargin;
constexpr double kTitlePt = 26;
constexpr double kMarkWidth = 9;    ///< where "1." and "–" stand, left of their lines
constexpr double kPartGap = 3.5;    ///< above a part's title
constexpr double kLineGap = 0.9;    ///< between two lines of a part
constexpr double kBandHeight = 17;  ///< black band with the role's name: found at a glance among five cards

/// Lays a card out at a body size; with a canvas it draws as well. Returns the lower edge, mm from the page's top.
double layCard(const RoleCard& card, double bodyPt, Canvas* canvas) {
  const auto print = [canvas](double x, double baseline, double size, FontStyle style, const std::string& text, double gray = 0) {
    if (canvas) canvas->text(x, baseline, size, style, text, gray);
  };
  double y = kCardMargin;
  if (canvas) canvas->fillRect({kCardMargin, y, kTextWidth, kBandHeight});
  print(kCardMargin + 5, y + kBandHeight - 5, kTitlePt, FontStyle::Bold, card.title, 1);
  y += kBandHeight + 3;
  for (const std::string& line : breakLines(card.purpose, kTextWidth, kTextWidth, bodyPt, FontStyle::Italic))
    print(kCardMargin, (y += pitch(bodyPt)) - 1.5, bodyPt, FontStyle::Italic, line);
  for (const RoleCard::Part& part : card.parts) {
    y += kPartGap;
    print(kCardMargin, (y += pitch(bodyPt + 1)) - 1.5, bodyPt + 1, FontStyle::Bold, part.title);
    if (canvas) canvas->line(kCardMargin, y, kCardMargin + kTextWidth, y, 0.3);
    y += kLineGap;
    int number = 0;
    for (const std::string& text : part.lines) {
      print(kCardMargin, y + pitch(bodyPt) - 1.5, bodyPt, FontStyle::Bold, part.numbered ? std::to_string(++number) + "." : "–");
      const double width = kTextWidth - kMarkWidth;
      for (const std::string& line : breakLines(text, width, width, bodyPt, FontStyle::Regular))
        print(kCardMargin + kMarkWidth, (y += pitch(bodyPt)) - 1.5, bodyPt, FontStyle::Regular, line);
      y += kLineGap;
    }
  }
  return y;
}

}  // namespace

Expected<std::string> roleCardsPdf(const std::vector<RoleCard>& cards) {
  auto canvas = Canvas::create({"Thẻ công việc kiểm phiếu", "Kiểm Phiếu", ""});
  if (!canvas) return tl::unexpected<Error>(canvas.error());
  for (const RoleCard& card : cards) {
    double size = kCardPt;
    while (size > kSmallestCardPt && layCard(card, size, nullptr) > kBottom) size -= 0.5;
    if (layCard(card, size, nullptr) > kBottom)
      return fail(ErrorKind::BadInput, trf("Thẻ “{0}” dài hơn một trang. Hãy rút bớt chữ.",
                                           "The card \"{0}\" is longer than a page. Shorten its text.", card.title));
    canvas->addPage(kPageWidth, kPageHeight);
    layCard(card, size, &*canvas);
  }
  return canvas->finish();
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/learned_picture.h"

#include <algorithm>
#include <memory>

#include "ballot/code_payload.h"
#include "ballot/font_metrics.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/imaging/blank_sheet.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

constexpr double kPictureDpi = 150, kLine = 0.35, kNotePt = 9, kSmallNotePt = 7, kNoteGap = 4, kEdge = 3, kClear = 1.5,
                 kNumberCell = 11;  // mm where not pt

void outline(const RectMm& r, FormPage& page) {
  const double x2 = r.x + r.w, y2 = r.y + r.h;
  page.lines.insert(page.lines.end(),
                    {{r.x, r.y, x2, r.y, kLine}, {r.x, y2, x2, y2, kLine}, {r.x, r.y, r.x, y2, kLine}, {x2, r.y, x2, y2, kLine}});
}

/// Where the room beside a name ends: at the next thing of its row, or at the page's edge.
double endOfRoom(const PageGeometry& geometry, const std::vector<Target>& names, const RectMm& box) {
  double end = geometry.widthMm - kEdge;
  const auto meets = [&](const RectMm& other, double clear) {
    if (other.x > box.x + box.w && other.y < box.y + box.h && other.y + other.h > box.y) end = std::min(end, other.x - clear);
  };
  for (const Target& target : geometry.targets) meets(target.box, kClear);
  for (const Target& name : names) meets(name.box, kNumberCell);  // its number stands before it
  return end;
}

/// What is laid over the page, as a page to print by itself: the ballot's own drawing sets Vietnamese text.
FormPage notes(const PageGeometry& geometry, const std::vector<Target>& names, const Contest& contest) {
  FormPage page;
  page.geometry.page = 1, page.geometry.widthMm = geometry.widthMm, page.geometry.heightMm = geometry.heightMm;
  for (const Target& target : geometry.targets) outline(target.box, page);
  for (const Target& name : names) {
    const double from = name.box.x + name.box.w + kNoteGap;
    const LearnedNote note =
        learnedNote(name.candidate, contest.candidates[name.candidate].name, endOfRoom(geometry, names, name.box) - from);
    page.texts.push_back({from, name.box.y + name.box.h * 0.75, note.sizePt, FontStyle::Bold, note.text});
  }
  return page;
}

}  // namespace

LearnedNote learnedNote(std::size_t candidate, const std::string& name, double roomMm) {
  const std::string number = std::to_string(candidate + 1) + ".";
  const auto fits = [roomMm](const std::string& text, double sizePt) { return textWidthMm(text, sizePt, FontStyle::Bold) <= roomMm; };
  for (const double size : {kNotePt, kSmallNotePt})
    if (fits(number + " " + name, size)) return {number + " " + name, size};
  for (auto space = name.find(' '); space != std::string::npos;
       space = name.find(' ', space + 1))  // the given name, which comes last, tells most
    if (fits(number + " …" + name.substr(space), kSmallNotePt)) return {number + " …" + name.substr(space), kSmallNotePt};
  return {number, kNotePt};
}

Expected<Raster> learnedPicture(const Raster& reference, const PageGeometry& geometry, const std::vector<Target>& names,
                                const Contest& contest) {
  BallotForm form{contest.id, faceOf(contest), {notes(geometry, names, contest)}};
  const auto pdf = ballotPdf(form, {{encode({0, 0, 0, 1, 1, {}}, CodeKey{})}});
  if (!pdf) return tl::unexpected<Error>(pdf.error());
  const auto over = renderPdfPage(*pdf, 0, kPictureDpi);
  if (!over) return over;
  const Raster page = resized(reference, kPictureDpi, geometry.widthMm, geometry.heightMm);
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(page.width) * page.height * 3);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) {
      const int gray = page.data[static_cast<std::size_t>(y) * page.width + x];
      const int ink = x < over->width && y < over->height ? 255 - over->data[static_cast<std::size_t>(y) * over->width + x] : 0;
      std::uint8_t* bgr = pixels->data() + 3 * (static_cast<std::size_t>(y) * page.width + x);
      bgr[0] = bgr[1] = static_cast<std::uint8_t>(gray * (255 - ink) / 255);
      bgr[2] = static_cast<std::uint8_t>((gray * (255 - ink) + 200 * ink) / 255);
    }
  return Raster{page.width, page.height, 3, kPictureDpi, pixels, pixels->data()};
}

}  // namespace kp

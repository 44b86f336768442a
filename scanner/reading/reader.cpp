// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/reader.h"

#include <algorithm>
#include <cmath>

#include "election/text.h"
#include "scanner/imaging/one_thread.h"
#include "scanner/reading/debug_pictures.h"
#include "scanner/reading/decide.h"
#include "scanner/reading/find_code.h"
#include "scanner/reading/learned_page.h"
#include "scanner/reading/page_faults.h"
#include "scanner/reading/read_targets.h"
#include "scanner/reading/row_print.h"
#include "scanner/reading/straighten.h"
#include "scanner/reading/strays.h"
#include "scanner/reading/trace.h"

namespace kp {
namespace {

/// The scan's own dpi is believed when it agrees this well with the page filling the scan.
constexpr double kSizeAgrees = 0.12;

/// Ink away from the targets counts from this darkness (of 255): shadows and stains are lighter than pens.
constexpr int kStrayThreshold = 46;

constexpr double kPi = 3.14159265358979323846;

struct Accept {
  const CodeKey* key;
  std::uint32_t congress;
};

bool isOurs(const std::string& text, const void* context) {
  const auto* a = static_cast<const Accept*>(context);
  return decode(text, *a->key, a->congress).check == CodeCheck::Ours;
}

double filling(const Raster& scan, const PageGeometry& g) { return std::max(scan.width, scan.height) / std::max(g.widthMm, g.heightMm); }

/// What was told of the flat page, told of the photograph.
void backToPhotograph(const Straightened& flat, PageReading& out) {
  for (auto& mark : out.marks) mark.spot = flat.onScan(mark.spot);
  for (auto& spot : out.spots) spot.second = flat.onScan(spot.second);
  const Point o = flat.pageToScan({0, 0}), right = flat.pageToScan({1, 0});
  out.orientation = (static_cast<int>(std::lround(std::atan2(right.y - o.y, right.x - o.x) / kPi * 2)) * 90 + 360) % 360;
  out.dpi = flat.pageToScan.scaleAt({0, 0}) * 25.4;
}

}  // namespace

struct Reader::Impl {
  struct Contest {
    ReadingForm reading;
    std::uint32_t form = 0;
    std::vector<PageForm> pages;
    std::vector<LearnedPrint> learned;  ///< instead of `pages` for a learned form
  };
  std::vector<Contest> contests;
  CodeKey key{};
  std::uint32_t congress = 0;
  std::string expected;

  const Contest* byTag(std::uint32_t tag) const {
    for (const auto& c : contests)
      if (c.reading.contestTag == tag) return &c;
    return nullptr;
  }

  /// The form whose code places are tried first.
  const PageGeometry& firstGeometry() const {
    for (const auto& c : contests)
      if (c.reading.form.contest == expected) return c.reading.form.pages.front().geometry;
    return contests.front().reading.form.pages.front().geometry;
  }

  /// The scan's own resolution where a page of one of the forms would then fill it, else what the first form's page would have.
  double guessPxPerMm(const Raster& scan) const {
    const double said = scan.dpi / 25.4;
    if (said >= 2 && said <= 50)
      for (const auto& c : contests)
        if (std::abs(filling(scan, c.reading.form.pages.front().geometry) / said - 1) < kSizeAgrees) return said;
    return filling(scan, firstGeometry());
  }

  PageReading read(const Raster& scan, ReadingTrace& trace, const std::string& debugFolder) const;
  const PageForm* readLearned(const PageView& view, double pxPerMm, bool wanted, PageReading& out, ReadingTrace& trace) const;
  std::vector<Reason> explainNoCode(const PageView& view, const std::vector<std::string>& strangers) const;
  void readPage(const PageView& view, const PageForm& page, PageReading& out, ReadingTrace& trace) const;
  bool readCode(const std::string& text, PageReading& out, const Contest*& contest) const;
  void readStrays(const PageView& view, const PageForm& page, PageReading& out, ReadingTrace& trace) const;
};

Reader::Reader(std::vector<ReadingForm> forms, CodeKey key, std::uint32_t congressTag, std::string expected)
    : m_impl(std::make_unique<Impl>()) {
  keepToOneThread();
  m_impl->key = key;
  m_impl->congress = congressTag;
  m_impl->expected = std::move(expected);
  m_impl->contests.reserve(forms.size());
  for (auto& form : forms) {
    auto& c = m_impl->contests.emplace_back();
    c.reading = std::move(form);
    c.form = formTag(c.reading.form);
    const ReadingForm& r = c.reading;
    for (std::size_t i = 0; i < r.form.pages.size(); ++i)
      if (r.learnedNames.empty())
        c.pages.push_back(preparePage(r.form.pages[i], r.reference.at(i)));
      else
        c.learned.push_back(prepareLearned(r.form.pages[i], r.reference.at(i), r.learnedNames.at(i)));
  }
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

/// Why a sheet shows no code of ours: another's code, none at all, or ours spoilt.
std::vector<Reason> Reader::Impl::explainNoCode(const PageView& view, const std::vector<std::string>& strangers) const {
  for (const auto& text : strangers) switch (decode(text, key, congress).check) {
      case CodeCheck::Forged:
        return {{Why::CodeNotOurs,
                 {},
                 {},
                 tr("Mã mang tên đại hội này nhưng không do tệp này cấp (giả hoặc in từ tệp khác).",
                    "The code names this congress but was not issued by this file (forged, or printed from another file).")}};
      case CodeCheck::OtherCongress: return {{Why::CodeNotOurs, {}, {}, tr("Phiếu của đại hội khác.", "A ballot of another congress.")}};
      default: break;
    }
  if (!strangers.empty())
    return {{Why::CodeNotOurs, {}, {}, tr("Mã trên tờ này không phải mã phiếu.", "The code on this sheet is not a ballot's.")}};
  if (isBlank(view)) return {{Why::BlankSheet, {}, {}, {}}};
  const bool ours = std::any_of(contests.begin(), contests.end(),
                                [&](const Contest& c) { return showsOurMarks(view, c.reading.form.pages.front().geometry); });
  return {{ours ? Why::CodeUnreadable : Why::NotRegistered, {}, {}, {}}};
}

bool Reader::Impl::readCode(const std::string& text, PageReading& out, const Contest*& contest) const {
  const CodePayload payload = decode(text, key, congress).payload;
  contest = byTag(payload.contest);
  out.ballotCode = payload.ballot;
  if (contest) out.contest = contest->reading.form.contest;
  if (!contest || (!expected.empty() && out.contest != expected)) {
    out.reasons.push_back({Why::OtherContest, {}, {}, {}});
    return false;
  }
  if (!contest->learned.empty()) {
    out.reasons.push_back({Why::CodeNotOurs,
                           {},
                           {},
                           tr("Cuộc bầu này dùng phiếu in sẵn đã nhận mẫu; tờ này do chương trình in.",
                              "This contest uses a learned form; this sheet was printed by the program.")});
    return false;
  }
  if (payload.form != contest->form || payload.page < 1 || payload.page > static_cast<int>(contest->pages.size())) {
    out.reasons.push_back({Why::CodeNotOurs, {}, {}, tr("Phiếu in trước khi danh sách thay đổi.", "Printed before the list was changed.")});
    return false;
  }
  out.page = payload.page;
  return true;
}

void Reader::Impl::readStrays(const PageView& view, const PageForm& page, PageReading& out, ReadingTrace& trace) const {
  const Affine& toView = trace.registration->toView;
  trace.ink = findPageInk(view, toView, page.page->geometry, page.all, trace.lines, std::max(trace.quality.inkThreshold, kStrayThreshold),
                          kSealPlace);
  const Strays strays = judgeStrays(page.page->geometry, trace.ink, out.marks);
  for (const auto& blot : strays.writing) out.spots.emplace_back(Why::ExtraWriting, spotOf(view, toView, blot.box));
  if (!strays.writing.empty()) out.reasons.push_back({Why::ExtraWriting, {}, {}, {}});
}

/// Everything after the page was placed (`trace.registration`): read its targets, then what lies beyond them.
void Reader::Impl::readPage(const PageView& view, const PageForm& page, PageReading& out, ReadingTrace& trace) const {
  const PageGeometry& geometry = page.page->geometry;
  const Registration& reg = *trace.registration;
  if (!reg.placed) {
    out.reasons.push_back({isTorn(reg) ? Why::PageDamaged : Why::NotRegistered, {}, {}, {}});
    return;
  }
  out.dpi = reg.toView.scale() / view.shrink() * 25.4;
  const double turn = std::atan2(reg.toView.d, reg.toView.a) * 180 / kPi;
  out.orientation = (static_cast<int>(std::lround(turn / 90)) * 90 + 360) % 360;
  if (isDoubleFeed(view, reg, geometry, key, congress)) {
    out.reasons.push_back({Why::DoubleFeed, {}, {}, {}});
    return;
  }
  const auto decisions = readTargets(view, page, out, trace);
  readStrays(view, page, out, trace);
  judgeRowPrint(view, page, trace, out.marks);
  std::vector<double> inkPerMm = trace.each([](const ReadingTrace::TargetTrace& t) { return t.wider.inkMm2; });
  for (std::size_t i = 0; i < inkPerMm.size(); ++i) inkPerMm[i] /= geometry.targets[i].box.w;
  judgeSlippedRows(trace.each([](const ReadingTrace::TargetTrace& t) { return t.name.contrast; }), inkPerMm, out.marks);
  judgeFaintLines(trace.each([](const ReadingTrace::TargetTrace& t) { return t.faint; }), trace.quality.paper, out.marks);
  judgeFolds(trace.each([](const ReadingTrace::TargetTrace& t) { return t.name.inkDark; }),
             trace.each([](const ReadingTrace::TargetTrace& t) { return t.name.onLines; }), out.marks);
  judgePaleMarks(trace.each([](const ReadingTrace::TargetTrace& t) { return std::max(t.name.inkDark, t.box.inkDark); }), out.marks);
  judgeRows(decisions, out.marks);
  judgeLinesBetween(geometry, out.marks);
  reportSecondInk(view, geometry, trace, out);
  if (isTorn(reg) || hidesTargets(out)) out.reasons.push_back({Why::PageDamaged, {}, {}, {}});
}

/// Looks for a page of the learned forms: those counted (`wanted`), or the others, whose sheets are told apart by it. nullptr: it is none of them.
const PageForm* Reader::Impl::readLearned(const PageView& view, double pxPerMm, bool wanted, PageReading& out, ReadingTrace& trace) const {
  std::vector<const LearnedPrint*> prints;
  std::vector<const Contest*> owners;
  for (const Contest& c : contests)
    for (const LearnedPrint& print : c.learned)
      if ((expected.empty() || c.reading.form.contest == expected) == wanted) prints.push_back(&print), owners.push_back(&c);
  if (prints.empty()) return nullptr;
  const auto place = findLearned(view, pxPerMm, prints);
  const bool otherList = place && !place->names.other.empty();
  if (otherList && wanted)  // nearly the names counted: perhaps exactly those of another form
    if (const PageForm* other = readLearned(view, pxPerMm, false, out, trace)) return other;
  if (!place || (otherList && !wanted)) return nullptr;
  const PageForm& page = prints[place->print]->form;
  out.contest = owners[place->print]->reading.form.contest;
  if (!wanted) {
    out.reasons.push_back({Why::OtherContest, {}, {}, {}});
    return &page;
  }
  trace.registration = place->placement.registration;
  if (otherList) {
    out.reasons.push_back(otherNames(place->names));
    return &page;
  }
  out.page = page.page->geometry.page;
  if (showsPrintBeyond(view, trace.registration->toView, page.page->geometry)) {
    out.reasons.push_back({Why::DoubleFeed, {}, {}, {}});
    return &page;
  }
  readPage(view, page, out, trace);
  if (isTorn(place->placement) && !hidesTargets(out)) out.reasons.push_back({Why::PageDamaged, {}, {}, {}});
  doubtNames(place->names, out);
  return &page;
}

PageReading Reader::read(const Raster& scan, const std::string& debugFolder) const {
  ReadingTrace trace;
  return m_impl->read(scan, trace, debugFolder);
}

PageReading Reader::read(const Raster& scan, ReadingTrace& trace) const { return m_impl->read(scan, trace, {}); }

PageReading Reader::Impl::read(const Raster& scan, ReadingTrace& trace, const std::string& debugFolder) const {
  PageReading out;
  out.widthPx = scan.width, out.heightPx = scan.height;
  if (scan.empty() || contests.empty()) {
    out.reasons.push_back({Why::PageDamaged, {}, {}, {}});
    return out;
  }
  const PageGeometry& first = firstGeometry();
  const double pxPerMm = guessPxPerMm(scan);
  const PageView view(scan, pxPerMm);
  if (const PageForm* page = readLearned(view, pxPerMm * view.shrink(), true, out, trace)) {
    if (!debugFolder.empty()) writeDebugPictures(debugFolder, view, *page, out, trace);
    return out;
  }
  std::vector<std::string> strangers;
  const Accept accept{&key, congress};
  const auto code = findCode(view, first, true, isOurs, &accept, strangers);
  if (!code && readLearned(view, pxPerMm * view.shrink(), false, out, trace)) return out;
  if (!code) {
    out.reasons = explainNoCode(view, strangers);
    return out;
  }
  const Contest* contest = nullptr;
  if (!readCode(code->text, out, contest)) return out;
  const PageForm& page = contest->pages[static_cast<std::size_t>(out.page - 1)];
  const FoundCode placed = placeOn(*code, view, page.page->geometry);
  trace.registration = registerPage(view, page.page->geometry, placed.guess, placed.anchors);
  const auto flat = looksBent(*trace.registration) ? straighten(scan, view, page.page->geometry, code->text) : std::nullopt;
  // Of two sheets fed at once only one is laid flat: what looks out from under it is seen on the scan itself.
  if (flat && trace.registration->placed && isDoubleFeed(view, *trace.registration, page.page->geometry, key, congress)) {
    out.reasons.push_back({Why::DoubleFeed, {}, {}, {}});
    return out;
  }
  if (flat) trace.registration = registerPage(flat->view, page.page->geometry, flat->guess, {});
  const PageView& seen = flat ? flat->view : view;
  readPage(seen, page, out, trace);
  if (!debugFolder.empty()) writeDebugPictures(debugFolder, seen, page, out, trace);
  if (flat) backToPhotograph(*flat, out);
  return out;
}

}  // namespace kp

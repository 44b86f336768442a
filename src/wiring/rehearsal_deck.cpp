// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/rehearsal_deck.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <random>

#include "count/access.h"
#include "count/contest_count.h"
#include "count/rehearsed.h"
#include "election/text.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/imaging/blank_sheet.h"
#include "scanner/reading/learned_page.h"
#include "scanner/source/page_source.h"
#include "wiring/forms.h"

namespace kp {
namespace {

Expected<std::vector<Raster>> rendered(const std::string& pdf, int pages, double dpi) {
  std::vector<Raster> rasters;
  for (int page = 0; page < pages; ++page) {
    auto raster = renderPdfPage(pdf, page, dpi);
    if (!raster) return tl::unexpected<Error>(raster.error());
    rasters.push_back(std::move(*raster));
  }
  return rasters;
}

/// Blank ballots as `ballot print` prints them. Shared codes: all the same, rendered once. Per-ballot codes: numbers drawn from the seed, so that the same
/// seed gives the same deck.
BlankBallot blankBallots(const Congress& congress, const Contest& contest, const CodeKey& key, const BallotForm& form, std::uint64_t seed,
                         double dpi) {
  const int pages = static_cast<int>(form.pages.size());
  const auto print = [=](std::optional<std::uint64_t> number) -> Expected<std::vector<Raster>> {
    const auto pdf = ballotPdf(form, {codesOf(congress.info, contest, form, key, number)});
    if (!pdf) return tl::unexpected<Error>(pdf.error());
    return rendered(*pdf, pages, dpi);
  };
  if (contest.ballotCode == BallotCode::PerBallot)
    return [print, seed](int ballot) { return print(std::mt19937_64(seed * 1000003 + static_cast<std::uint64_t>(ballot))() >> 24); };
  auto once = std::make_shared<std::optional<Expected<std::vector<Raster>>>>();
  return [print, once](int) {
    if (!*once) *once = print(std::nullopt);
    return **once;
  };
}

/// Copies of the blank a learned form was taken from.
BlankBallot learnedBallots(const ReadingForm& learned, double dpi) {
  std::vector<Raster> pages;
  for (std::size_t i = 0; i < learned.reference.size(); ++i) {
    const PageGeometry& g = learned.form.pages[i].geometry;
    pages.push_back(resized(learned.reference[i], dpi, g.widthMm, g.heightMm));
  }
  return [pages](int) { return pages; };
}

/// Where a hand marks: in an empty cell not all over it, but somewhere in its middle.
BallotForm formToMark(BallotForm form) {
  for (FormPage& page : form.pages)
    for (Target& t : page.geometry.targets) {
      if (t.field == Field::Name || (t.box.w <= kMarkMm + 1 && t.box.h <= kMarkMm + 1)) continue;
      const double side = std::min({kMarkMm, t.box.w, t.box.h});
      t.box = {t.box.x + (t.box.w - side) / 2, t.box.y + (t.box.h - side) / 2, side, side};
    }
  return form;
}

Expected<std::vector<Digest>> imagesIn(const std::string& folder) {
  const auto files = listSources({folder});
  if (!files) return tl::unexpected<Error>(files.error());
  std::vector<Digest> images;
  for (const auto& file : *files) {
    const auto bytes = readFile(file);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    images.push_back(hashOf(*bytes));
  }
  return images;
}

}  // namespace

Expected<int> makeRehearsal(Ledger& ledger, const std::string& contest, RehearsalOptions options, const std::string& folder,
                            const Actors& by) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (const auto may = mayAct(ledger, counted->congress, Act::Rehearse, by); !may) return tl::unexpected<Error>(may.error());
  const auto key = ledger.keys().codeKey();
  if (!key) return tl::unexpected<Error>(key.error());
  const auto form = counted->learned ? Expected<BallotForm>(formToMark(counted->learned->form)) : formOf(*counted);
  if (!form) return tl::unexpected<Error>(form.error());
  BlankBallot blank;
  if (counted->learned) {
    const auto learned = learnedReadingForm(ledger, counted->contest, *counted->learned);
    if (!learned) return tl::unexpected<Error>(learned.error());
    blank = learnedBallots(*learned, options.dpi);
  } else {
    blank = blankBallots(counted->congress, counted->contest, *key, *form, options.seed, options.dpi);
  }
  for (const Contest& other : counted->congress.contests) {
    if (other.id == contest || options.otherContest) continue;
    options.otherContest = [&other, &counted, &key, seed = options.seed, dpi = options.dpi]() -> Expected<std::vector<Raster>> {
      const auto otherForm = layOut(counted->congress.info, other);
      if (!otherForm) return tl::unexpected<Error>(otherForm.error());
      return blankBallots(counted->congress, other, *key, *otherForm, seed, dpi)(0);
    };
  }
  const auto made = makeDeck(*form, counted->contest, options, blank, folder);
  if (!made) return tl::unexpected<Error>(made.error());
  const auto images = imagesIn(folder);
  if (!images) return tl::unexpected<Error>(images.error());
  JournalDraft draft;
  draft.event = Event::RehearsalMade;
  draft.after = rehearsalImages(*images);
  draft.by = by;
  draft.contest = contest;
  draft.details =
      trf("{0} phiếu, hạt giống {1}, kiểu {2}", "{0} ballots, seed {1}, profile {2}", options.ballots, options.seed, options.profile);
  const auto noted = ledger.journal().append(draft);
  if (!noted) return tl::unexpected<Error>(noted.error());
  return static_cast<int>(*made);
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/forms.h"

#include <random>
#include <set>

#include "ballot/code_payload.h"
#include "count/ballot_form.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/imaging/blank_sheet.h"
#include "scanner/source/page_source.h"

namespace kp {

std::vector<std::string> codesOf(const CongressInfo& congress, const Contest& contest, const BallotForm& form, const CodeKey& key,
                                 std::optional<std::uint64_t> ballot) {
  CodePayload payload;
  payload.congress = congressTag(congress);
  payload.contest = contestTag(contest);
  payload.form = formTag(form);
  payload.pages = static_cast<int>(form.pages.size());
  payload.ballot = ballot;
  std::vector<std::string> codes;
  for (int page = 1; page <= payload.pages; ++page) {
    payload.page = page;
    codes.push_back(encode(payload, key));
  }
  return codes;
}

std::vector<std::uint64_t> randomBallotNumbers(int copies) {
  constexpr std::uint64_t kBits40 = (std::uint64_t{1} << 40) - 1;
  std::random_device system;  // the kernel's generator; drawn one by one, so in random order
  std::set<std::uint64_t> seen;
  std::vector<std::uint64_t> numbers;
  while (numbers.size() < static_cast<std::size_t>(copies)) {
    const std::uint64_t number = ((static_cast<std::uint64_t>(system()) << 32) | system()) & kBits40;
    if (seen.insert(number).second) numbers.push_back(number);
  }
  return numbers;
}

Expected<std::string> printBallots(const Congress& congress, const Contest& contest, const CodeKey& key, int copies) {
  const auto form = layOut(congress.info, contest);
  if (!form) return tl::unexpected<Error>(form.error());
  if (contest.ballotCode == BallotCode::Shared)
    return ballotPdf(*form, {codesOf(congress.info, contest, *form, key, std::nullopt)}, copies);
  std::vector<std::vector<std::string>> codes;
  for (const std::uint64_t number : randomBallotNumbers(copies)) codes.push_back(codesOf(congress.info, contest, *form, key, number));
  return ballotPdf(*form, codes);
}

namespace {

/// The form of one contest as the program prints it.
Expected<ReadingForm> ownReadingForm(const Congress& congress, const CodeKey& key, const Contest& contest) {
  auto form = layOut(congress.info, contest);
  if (!form) return tl::unexpected<Error>(form.error());
  const auto pdf = printBallots(congress, contest, key, 1);
  if (!pdf) return tl::unexpected<Error>(pdf.error());
  ReadingForm reading{std::move(*form), contestTag(contest), {}};
  for (int page = 0; page < static_cast<int>(reading.form.pages.size()); ++page) {
    auto raster = renderPdfPage(*pdf, page, kReferenceDpi);
    if (!raster) return tl::unexpected<Error>(raster.error());
    reading.reference.push_back(std::move(*raster));
  }
  return reading;
}

}  // namespace

Expected<ReadingForm> learnedReadingForm(const Ledger& ledger, const Contest& contest, const LearnedForm& learned) {
  ReadingForm reading{learned.form, contestTag(contest), {}};
  for (std::size_t i = 0; i < learned.pages.size(); ++i) {
    const LearnedPage& page = learned.pages[i];
    const auto bytes = ledger.learned().blank(page.blank);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const auto raster = page.dpi > 0 ? renderPdfPage(*bytes, page.index, page.dpi) : decodePage(*bytes, page.index, false);
    if (!raster) return tl::unexpected<Error>(raster.error());
    const PageGeometry& g = learned.form.pages[i].geometry;
    const auto& m = page.toBlank;
    reading.reference.push_back(laidStraight(*raster, g.widthMm, g.heightMm, {m[0], m[1], m[2], m[3], m[4], m[5]}).reference);
    reading.learnedNames.push_back(page.names);
  }
  return reading;
}

Expected<std::vector<ReadingForm>> readingForms(const Ledger& ledger, const Congress& congress, const CodeKey& key,
                                                const std::string& contest) {
  std::vector<ReadingForm> forms;
  for (const Contest& c : congress.contests) {
    const bool wanted = contest.empty() || c.id == contest;
    const auto learned = learnedFormOf(ledger, c);
    // Out of date: asked for alone it is refused; among all contests only its own ballots are not read.
    const bool outdated = !learned && learned.error().kind == ErrorKind::Refused;
    if (!learned && wanted && !(outdated && contest.empty())) return tl::unexpected<Error>(learned.error());
    if (!learned || (!wanted && !*learned)) continue;
    auto form = *learned ? learnedReadingForm(ledger, c, **learned) : ownReadingForm(congress, key, c);
    if (!form) return tl::unexpected<Error>(form.error());
    forms.push_back(std::move(*form));
  }
  return forms;
}

Expected<std::vector<ReadingForm>> readingForms(const Congress& congress, const CodeKey& key, const std::string& contest) {
  std::vector<ReadingForm> forms;
  for (const Contest& c : congress.contests) {
    if (!contest.empty() && c.id != contest) continue;
    auto form = ownReadingForm(congress, key, c);
    if (!form) return tl::unexpected<Error>(form.error());
    forms.push_back(std::move(*form));
  }
  return forms;
}

}  // namespace kp

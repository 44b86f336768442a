// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/learn_ballot.h"

#include <algorithm>

#include "ballot/code_payload.h"
#include "count/access.h"
#include "count/ballot_form.h"
#include "election/text.h"
#include "formats/learned_form_json.h"
#include "ledger/hash.h"
#include "scanner/reading/learn_form.h"
#include "scanner/source/page_source.h"
#include "wiring/forms.h"
#include "wiring/learned_picture.h"

namespace kp {
namespace {

/// A page of a blank file, and where it came from.
struct Blank {
  Raster raster;
  LearnedPage from;
};

Expected<std::vector<Blank>> blanksOf(const std::vector<SourceFile>& files) {
  std::vector<Blank> blanks;
  for (const SourceFile& file : files) {
    const bool pdf = file.bytes().rfind("%PDF", 0) == 0;
    const auto pages = countPages(file.bytes());
    if (!pages) return tl::unexpected<Error>(pages.error());
    for (int i = 0; i < *pages; ++i) {
      auto raster = pdf ? renderPdfPage(file.bytes(), i, kBlankDpi) : decodePage(file.bytes(), i, false);
      if (!raster) return tl::unexpected<Error>(raster.error());
      if (pdf) raster->dpi = kBlankDpi;
      Blank blank{std::move(*raster), {}};
      blank.from.blank = toHex(file.hash()), blank.from.index = i, blank.from.dpi = pdf ? kBlankDpi : 0;
      blanks.push_back(std::move(blank));
    }
  }
  return blanks;
}

FoundForm formOf(const Contest& contest, const LearnedBallot& learned, const std::vector<Blank>& blanks) {
  FoundForm found;
  found.form.form.contest = contest.id, found.form.form.face = faceOf(contest);
  for (const Candidate& c : contest.candidates) found.form.people.push_back(c.name);
  for (std::size_t i = 0; i < learned.pages.size(); ++i) {
    const LearnedSheet& page = learned.pages[i];
    LearnedPage from = blanks[i].from;
    const Affine& m = page.sheet.toBlank;
    from.toBlank = {m.a, m.b, m.c, m.d, m.e, m.f};
    from.names = page.names;
    found.form.form.pages.push_back({page.geometry, {}, {}});
    found.form.pages.push_back(std::move(from));
    found.fits.push_back(page.fits);
  }
  found.notes = learned.notes;
  return found;
}

/// Reads the blanks back by the form found on them, as marked ballots will be: each its own page, nothing marked.
Expected<void> readBack(const Congress& congress, const FoundForm& found, const LearnedBallot& learned, const Contest& contest,
                        const std::vector<Blank>& blanks) {
  ReadingForm reading{found.form.form, contestTag(contest), {}};
  for (const auto& page : learned.pages) {
    reading.reference.push_back(page.sheet.reference);
    reading.learnedNames.push_back(page.names);
  }
  const Reader reader({std::move(reading)}, CodeKey{}, congressTag(congress.info), contest.id);
  for (std::size_t i = 0; i < blanks.size(); ++i) {
    const PageReading read = reader.read(blanks[i].raster);
    const bool blank = std::all_of(read.marks.begin(), read.marks.end(), [](const MarkReading& m) { return m.state == MarkState::None; });
    if (read.page == static_cast<int>(i) + 1 && read.reasons.empty() && blank) continue;
    const std::string why = !read.reasons.empty() ? explain(read.reasons.front().why)
                            : !blank              ? tr("có chỗ trông như đã đánh dấu", "something on it looks like a mark")
                                                  : tr("không nhận ra đúng trang", "it is not known as the page it is");
    return fail(
        ErrorKind::Refused,
        trf("Trang {0} của phiếu trắng không đọc lại được theo mẫu vừa nhận: {1}; chưa có gì được lưu. Hãy quét lại phiếu trắng sạch, thẳng, hoặc dùng tệp PDF.",
            "Page {0} of the blank ballot does not read back by the form found on it: {1}; nothing was stored. Scan a clean blank straight, or give the PDF.",
            i + 1, why));
  }
  return {};
}

}  // namespace

Expected<FoundForm> findForm(const Ledger& ledger, const std::string& contest, const std::vector<std::string>& files) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (counted->contest.ballotCode == BallotCode::PerBallot) return fail(ErrorKind::Refused, learnedWithoutNumbers(counted->contest));
  std::vector<SourceFile> sources;
  for (const std::string& bytes : files) sources.emplace_back(bytes);
  const auto blanks = blanksOf(sources);
  if (!blanks) return tl::unexpected<Error>(blanks.error());
  std::vector<Raster> rasters;
  for (const Blank& blank : *blanks) rasters.push_back(blank.raster);
  const auto learned = learnBallot(counted->contest, rasters);
  if (!learned) return tl::unexpected<Error>(learned.error());
  FoundForm found = formOf(counted->contest, *learned, *blanks);
  if (const auto read = readBack(counted->congress, found, *learned, counted->contest, *blanks); !read)
    return tl::unexpected<Error>(read.error());
  found.blanks = std::move(sources);
  for (const auto& page : learned->pages) {
    auto picture = learnedPicture(page.sheet.reference, page.geometry, page.names, counted->contest);
    if (!picture) return tl::unexpected<Error>(picture.error());
    found.pictures.push_back(std::move(*picture));
  }
  return found;
}

Expected<void> confirmForm(Ledger& ledger, const std::string& contest, const FoundForm& found, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::EditCongress, by); !may) return may;
  std::string hashes;
  for (const SourceFile& blank : found.blanks) hashes += (hashes.empty() ? "" : ", ") + toHex(blank.hash());
  std::size_t targets = 0;
  for (const FormPage& page : found.form.form.pages) targets += page.geometry.targets.size();
  const std::string details = trf("{0} trang, {1} người, {2} chỗ đánh dấu; mã băm phiếu trắng {3}",
                                  "{0} pages, {1} people, {2} places to mark; hash of the blank {3}", found.form.pages.size(),
                                  found.form.people.size(), targets, hashes);
  return ledger.learned().save(contest, learnedFormJson(found.form), found.blanks, details, by);
}

Expected<void> forgetForm(Ledger& ledger, const std::string& contest, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::EditCongress, by); !may) return may;
  const auto stored = ledger.learned().of(contest);
  if (!stored) return tl::unexpected<Error>(stored.error());
  if (!*stored)
    return fail(ErrorKind::NotFound, trf("Cuộc bầu “{0}” không dùng mẫu phiếu in sẵn nào; chưa có gì thay đổi",
                                         "“{0}” has no learned form; nothing was changed", contest));
  return ledger.learned().save(
      contest, {}, {},
      tr("Bỏ mẫu phiếu in sẵn, dùng lại phiếu của chương trình", "The learned form was given up; the program's own ballots are used again"),
      by);
}

Expected<void> copyLearned(const Ledger& from, Ledger& to, const CountedContest& counted) {
  if (!counted.learned) return {};
  std::vector<SourceFile> blanks;
  for (const LearnedPage& page : counted.learned->pages) {
    auto bytes = from.learned().blank(page.blank);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    blanks.emplace_back(std::move(*bytes));
  }
  return to.learned().save(counted.contest.id, learnedFormJson(*counted.learned), blanks, {}, {});
}

}  // namespace kp

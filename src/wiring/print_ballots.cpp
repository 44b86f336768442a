// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/print_ballots.h"

#include <algorithm>

#include "ballot/code_payload.h"
#include "count/access.h"
#include "count/contest_count.h"
#include "count/elected_before.h"
#include "count/read_back.h"
#include "election/text.h"
#include "ledger/hash.h"
#include "scanner/reading/reader.h"
#include "scanner/source/page_source.h"
#include "wiring/forms.h"

namespace kp {
namespace {

/// `made`: the program's own picture of the page, on which nobody wrote: a name whose letters lie badly on the grid may be doubted, as it may on scans, where a person looks. No reason not
/// to print the list; a mark would be.
BlankPage judged(const PageReading& reading, const Contest& contest, bool made) {
  BlankPage page;
  page.page = reading.contest == contest.id ? reading.page : 0;
  if (!reading.reasons.empty()) {
    const Reason& first = reading.reasons.front();
    page.what = first.detail.empty() ? explain(first.why) : trf("{0} ({1})", "{0} ({1})", explain(first.why), first.detail);
    return page;
  }
  if (page.page == 0) {
    page.what = tr("Đây không phải phiếu của cuộc bầu này", "This is no ballot of this contest");
    return page;
  }
  const auto marked = std::find_if(reading.marks.begin(), reading.marks.end(),
                                   [made](const MarkReading& m) { return made ? m.state == MarkState::Mark : m.state != MarkState::None; });
  if (marked != reading.marks.end()) {
    page.what =
        trf("Trang {0}: tại tên “{1}” thấy như có dấu; phiếu trắng không được có dấu nào",
            "Page {0}: something like a mark at \"{1}\"; a blank ballot has none", page.page, contest.candidates[marked->candidate].name);
    return page;
  }
  page.inOrder = true;
  page.what = trf("Trang {0}: nhận đúng phiếu, {1} vị trí đều trống", "Page {0}: registered, all {1} places are blank", page.page,
                  reading.marks.size());
  return page;
}

}  // namespace

bool BlankCheck::inOrder() const {
  return !pages.empty() && missing.empty() && std::all_of(pages.begin(), pages.end(), [](const BlankPage& p) { return p.inOrder; });
}

std::string BlankCheck::summary() const {
  for (const BlankPage& page : pages)
    if (!page.inOrder) return page.what;
  if (!missing.empty())
    return trf("Chưa thấy trang {0} của phiếu; hãy quét đủ các trang", "Page {0} of the ballot was not among them; scan all pages",
               missing.front());
  return trf("Đọc lại {0} trang phiếu trắng: đúng cả", "Blank ballot read back, pages: {0}, all in order", pages.size());
}

namespace {

Expected<BlankCheck> checkPages(const Ledger& ledger, const std::string& contest, const std::vector<std::string>& bytes, int mostPages,
                                bool made) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto key = ledger.keys().codeKey();
  if (!key) return tl::unexpected<Error>(key.error());
  auto forms = readingForms(ledger, counted->congress, *key, contest);
  if (!forms) return tl::unexpected<Error>(forms.error());
  const Reader reader(std::move(*forms), *key, congressTag(counted->congress.info), contest);
  BlankCheck check;
  for (const std::string& file : bytes) {
    const auto pages = countPages(file);
    if (!pages) return tl::unexpected<Error>(pages.error());
    for (int i = 0; i < std::min(*pages, mostPages); ++i) {
      const auto raster = decodePage(file, i, true);
      if (!raster) return tl::unexpected<Error>(raster.error());
      check.pages.push_back(judged(reader.read(*raster), counted->contest, made));
    }
  }
  for (int page = 1; page <= counted->pages; ++page)
    if (std::none_of(check.pages.begin(), check.pages.end(), [page](const BlankPage& p) { return p.page == page; }))
      check.missing.push_back(page);
  return check;
}

}  // namespace

Expected<BlankCheck> checkBlankBallot(const Ledger& ledger, const std::string& contest, const std::vector<std::string>& bytes,
                                      int mostPages) {
  return checkPages(ledger, contest, bytes, mostPages, false);
}

Expected<PrintedBallots> makeBallots(const Ledger& ledger, const std::string& contest, int copies) {
  if (copies < 1 || copies > kMaxBallotCopies)
    return fail(ErrorKind::BadInput, trf("Số bản phải từ 1 đến {0}; chưa có gì được in",
                                         "The number of copies must be 1 to {0}; nothing was printed", kMaxBallotCopies));
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (counted->learned)
    return fail(
        ErrorKind::Refused,
        trf("Cuộc bầu “{0}” dùng phiếu in sẵn đã nhận mẫu nên không in phiếu của chương trình; chưa có gì được in. Muốn in, hãy bỏ mẫu (ballot learn --forget).",
            "“{0}” is voted on a learned form, so the program's own ballots are not printed; nothing was printed. To print them, give the form up (ballot learn --forget).",
            contest));
  const auto notElected = notElectedBefore(ledger, counted->congress, counted->contest);
  if (!notElected) return tl::unexpected<Error>(notElected.error());
  if (!notElected->empty())
    return fail(ErrorKind::Refused,
                trf("{0} (R-31). Chưa có gì được in: hãy sửa danh sách trước.", "{0} (R-31). Nothing was printed: change the list first.",
                    *notElected),
                "R-31");
  const auto key = ledger.keys().codeKey();
  if (!key) return tl::unexpected<Error>(key.error());
  auto pdf = printBallots(counted->congress, counted->contest, *key, copies);
  if (!pdf) return tl::unexpected<Error>(pdf.error());
  auto check = checkPages(ledger, contest, {*pdf}, counted->pages, true);
  if (!check) return tl::unexpected<Error>(check.error());
  if (!check->inOrder())
    return fail(ErrorKind::Refused,
                trf("Phiếu vừa dựng không đọc lại được nên chưa in: {0}. Hãy giữ tệp đại hội và báo cho người hỗ trợ.",
                    "The ballots just made cannot be read back, so nothing was printed: {0}. Keep the congress file and ask for support.",
                    check->summary()));
  return PrintedBallots{std::move(*pdf), copies, counted->pages, std::move(*check)};
}

namespace {

std::string detailsOf(const PrintedBallots& ballots, const std::string& where) {
  const std::string hash = toHex(hashOf(ballots.pdf));
  return where.empty()
             ? trf("{0} bản, {1} trang mỗi phiếu, mã băm tệp in {2}", "copies: {0}, pages a ballot: {1}, hash of the printed file {2}",
                   ballots.copies, ballots.pages, hash)
             : trf("{0} bản, {1} trang mỗi phiếu, {3}, mã băm tệp in {2}",
                   "copies: {0}, pages a ballot: {1}, {3}, hash of the printed file {2}", ballots.copies, ballots.pages, hash, where);
}

Expected<void> note(Ledger& ledger, Event event, const std::string& contest, const std::string& details, const Actors& by) {
  const auto noted = ledger.journal().append({event, by, contest, std::nullopt, {}, {}, details});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace

Expected<void> noteBallotsPrinted(Ledger& ledger, const std::string& contest, const PrintedBallots& ballots, const std::string& where,
                                  const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::PrintBallots, by); !may) return may;
  return note(ledger, Event::BallotsPrinted, contest, detailsOf(ballots, where), by);
}

const JournalEntry* cutOffPrint(const std::vector<JournalEntry>& entries, const std::string& contest) {
  const JournalEntry* begun = nullptr;
  for (const JournalEntry& entry : entries) {
    if (entry.contest != contest) continue;
    if (entry.event == toString(Event::BallotPrintBegun)) begun = &entry;
    if (entry.event == toString(Event::BallotsPrinted) || entry.event == toString(Event::BallotPrintFailed)) begun = nullptr;
  }
  return begun;
}

Expected<PrintedBallots> issueBallots(Ledger& ledger, const std::string& contest, int copies, const Actors& by,
                                      const std::function<Expected<void>(const std::string& pdf)>& deliver, const std::string& where) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::PrintBallots, by); !may) return tl::unexpected<Error>(may.error());
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (counted->state.closed)
    return fail(
        ErrorKind::Refused,
        trf("Kết quả “{0}” đã chốt nên không in thêm phiếu; chưa có gì được in. Bầu thêm thì lập lần bầu tiếp theo; in lại phiếu này thì Ban kiểm phiếu phải mở lại kết quả.",
            "The count of “{0}” is closed, so no more ballots are printed; nothing was printed. For another vote make the next round; to print these, the committee must reopen the count.",
            counted->contest.title));
  auto ballots = makeBallots(ledger, contest, copies);
  if (!ballots) return ballots;
  const std::string details = detailsOf(*ballots, where);
  if (const auto noted = note(ledger, Event::BallotPrintBegun, contest, details, by); !noted) return tl::unexpected<Error>(noted.error());
  if (const auto delivered = deliver(ballots->pdf); !delivered) {
    // What the printer said is the answer; where even this cannot be written, the beginning stands there without an end.
    (void)note(ledger, Event::BallotPrintFailed, contest, details, by);
    return tl::unexpected<Error>(delivered.error());
  }
  if (const auto noted = noteBallotsPrinted(ledger, contest, *ballots, where, by); !noted) return tl::unexpected<Error>(noted.error());
  return ballots;
}

Expected<void> noteBlankCheck(Ledger& ledger, const std::string& contest, const BlankCheck& check, const Actors& by) {
  ReadBackOutcome outcome;
  outcome.pages = static_cast<int>(check.pages.size());
  outcome.wrong = static_cast<int>(std::count_if(check.pages.begin(), check.pages.end(), [](const BlankPage& p) { return !p.inOrder; }));
  outcome.missing = check.missing;
  return noteReadBack(ledger, contest, outcome, by);
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/read_back.h"

#include "ballot/code_payload.h"
#include "ballot/form.h"
#include "count/access.h"
#include "count/ballot_form.h"
#include "count/committee.h"
#include "count/journal_fields.h"
#include "count/two_people.h"
#include "election/text.h"
#include "formats/geometry_json.h"
#include "formats/learned_form_json.h"

namespace kp {
namespace {

/// What the reader goes by: the code's congress and contest, and where everything is printed; a learned form as it was confirmed. Another one means another ballot.
Expected<std::string> formMark(const Ledger& ledger, const Congress& congress, const Contest& contest) {
  const auto learned = learnedFormOf(ledger, contest);
  if (!learned) return tl::unexpected<Error>(learned.error());
  if (*learned) return toHex(hashOf(learnedFormJson(**learned)));
  const auto form = layOut(congress.info, contest);
  if (!form) return tl::unexpected<Error>(form.error());
  return toHex(hashOf(std::to_string(congressTag(congress.info)) + '\n' + geometryJson(*form, contest)));
}

Expected<Congress> congressWith(const Ledger& ledger, const std::string& contest) {
  auto congress = ledger.congress().load();
  if (!congress) return congress;
  if (!congress->contest(contest))
    return fail(ErrorKind::NotFound, trf("Không có cuộc bầu “{0}” trong tệp này", "There is no contest \"{0}\" in this file", contest));
  return congress;
}

}  // namespace

Expected<ReadBackState> readBackState(const Ledger& ledger, const std::string& contest) {
  const auto congress = congressWith(ledger, contest);
  if (!congress) return tl::unexpected<Error>(congress.error());
  // A learned form whose list was changed since is no ballot that could have been read back.
  const auto form = formMark(ledger, *congress, *congress->contest(contest));
  if (!form && form.error().kind != ErrorKind::Refused) return tl::unexpected<Error>(form.error());
  const auto begun = ballotsWereRead(ledger, contest);
  if (!begun) return tl::unexpected<Error>(begun.error());
  const auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  ReadBackState state;
  state.begun = *begun;
  for (const JournalEntry& entry : *journal) {
    if (entry.contest != contest) continue;
    if (entry.event == toString(Event::ReadBackWaived)) state.waived = true;
    if (entry.event != toString(Event::BlankBallotReadBack)) continue;
    const auto fields = readFields(entry.details);
    const bool good = textIn(fields, "in-order") == "yes", ours = form && textIn(fields, "form") == *form;
    state.inOrder = good && ours;
    state.changed = good && !ours;
  }
  return state;
}

std::string readBackWanted(const ReadBackState& state) {
  if (state.settled()) return {};
  if (state.changed)
    return tr("Phiếu đã được sửa sau khi đọc lại bản in thử. Hãy in thử một tờ phiếu trắng của mẫu mới, quét và đọc lại ở bước In phiếu.",
              "The ballot was changed after a printed one had been read back. Print one blank ballot of the new form, scan it and read it "
              "back in the step Print.");
  return tr(
      "Chưa đọc lại tờ phiếu trắng đã in nên chưa biết máy có nhận đúng phiếu không. Hãy quét một tờ phiếu trắng và đọc lại ở bước In "
      "phiếu.",
      "No printed blank ballot was read back, so it is not known whether the machine reads them. Scan a blank ballot and read it back "
      "in the step Print.");
}

Expected<void> noteReadBack(Ledger& ledger, const std::string& contest, const ReadBackOutcome& outcome, const Actors& by) {
  const auto congress = congressWith(ledger, contest);
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::PrintBallots, by); !may) return may;
  const auto form = formMark(ledger, *congress, *congress->contest(contest));
  if (!form) return tl::unexpected<Error>(form.error());
  std::string missing;
  for (const int page : outcome.missing) missing += (missing.empty() ? "" : ",") + std::to_string(page);
  const auto noted = ledger.journal().append({Event::BlankBallotReadBack,
                                              eachOnce(by),
                                              contest,
                                              std::nullopt,
                                              {},
                                              {},
                                              fieldsText({{"in-order", outcome.inOrder() ? "yes" : "no"},
                                                          {"pages", std::to_string(outcome.pages)},
                                                          {"wrong", std::to_string(outcome.wrong)},
                                                          {"missing", missing},
                                                          {"form", *form}})});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

Expected<void> waiveReadBack(Ledger& ledger, const std::string& contest, const Actors& by) {
  const auto congress = congressWith(ledger, contest);
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::SkipReadBack, by); !may) return may;
  const auto state = readBackState(ledger, contest);
  if (!state) return tl::unexpected<Error>(state.error());
  if (state->settled())
    return fail(ErrorKind::Refused, tr("Không cần cho qua: quét phiếu bắt đầu được ngay. Chưa có gì thay đổi.",
                                       "There is nothing to waive: scanning can start. Nothing was changed."));
  const auto noted = ledger.journal().append({Event::ReadBackWaived, eachOnce(by), contest});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

Expected<void> mayStartScanning(const Ledger& ledger, const std::string& contest) {
  const auto state = readBackState(ledger, contest);
  if (!state) return tl::unexpected<Error>(state.error());
  if (state->settled()) return {};
  return fail(ErrorKind::Refused, readBackWanted(*state));
}

std::string readBackText(const std::string& details) {
  const auto fields = readFields(details);
  const std::string pages = textIn(fields, "pages"), missing = textIn(fields, "missing");
  if (pages.empty()) return {};
  if (textIn(fields, "in-order") == "yes") return trf("{0} trang: đúng cả", "{0} pages: all in order", pages);
  if (numberIn(fields, "wrong", 0) > 0)
    return trf("{0} trang, trong đó {1} trang KHÔNG nhận đúng", "{0} pages, {1} of them NOT in order", pages, textIn(fields, "wrong"));
  return trf("{0} trang, còn thiếu trang {1}", "{0} pages, page {1} still missing", pages, missing);
}

}  // namespace kp

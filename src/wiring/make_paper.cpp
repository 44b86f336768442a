// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/make_paper.h"

#include "count/access.h"
#include "count/contest_count.h"
#include "election/language_scope.h"
#include "reports/papers.h"
#include "reports/pdf/paper_pdf.h"
#include "wiring/papers.h"

namespace kp {
namespace {

/// Who won is released by two people (domain.md §4), so a paper that says it needs a closed count.
bool saysWhoWon(PaperId paper) { return paper == PaperId::Minutes || paper == PaperId::ResultSheet || paper == PaperId::ElectedList; }

Event eventOf(PaperId paper) {
  switch (paper) {
    case PaperId::Minutes: return Event::MinutesMade;
    case PaperId::RulingsList: return Event::RulingsListMade;
    case PaperId::ZeroReport: return Event::ZeroReportMade;
    case PaperId::Journal: return Event::JournalPrinted;
    case PaperId::ElectedList: return Event::ElectedListMade;
    case PaperId::ResultSheet: break;
  }
  return Event::ResultSheetMade;
}

Expected<Paper> contentOf(PaperId paper, const PaperData& data) {
  switch (paper) {
    case PaperId::Minutes: return minutesPaper(data);
    case PaperId::ResultSheet: return resultSheetPaper(data);
    case PaperId::ElectedList: return electedPaper(data);
    case PaperId::RulingsList: return rulingsPaper(data);
    case PaperId::ZeroReport: return zeroReportPaper(data);
    case PaperId::Journal: break;
  }
  return journalPaper(data);
}

Expected<void> mayShowResult(const CountedContest& counted, const CountedPass& pass, const Figures& figures, const PaperData& data) {
  PaperData check = data;
  check.sums = resultOf(counted, pass, figures).sums;  // named again in the language of the person who asks
  if (const auto complete = requireComplete(check); !complete) return complete;
  if (counted.state.closed) return {};
  return fail(
      ErrorKind::Refused,
      trf("Chưa lập được văn bản: số liệu đã khớp nhưng cuộc bầu {0} chưa được chốt; hãy để Trưởng ban và một ủy viên chốt bằng lệnh “close”",
          "The paper cannot be made yet: the sums hold but contest {0} is not closed; let the head and a member close it with \"close\"",
          counted.contest.id));
}

/// The contest whose data the paper is filled from; the journal of a whole file takes the first one.
Expected<std::string> contestFor(const Ledger& ledger, const PaperRequest& request) {
  if (request.paper != PaperId::Journal || !request.contest.empty()) return request.contest;
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (!congress->contests.empty()) return congress->contests.front().id;
  return fail(ErrorKind::Refused,
              tr("Tệp này chưa có cuộc bầu nào nên chưa có gì để in", "This file has no contest, so there is nothing to print"));
}

}  // namespace

Expected<Paper> paperContent(const Ledger& ledger, const PaperRequest& request) {
  const auto contest = contestFor(ledger, request);
  if (!contest) return tl::unexpected<Error>(contest.error());
  const auto counted = loadContest(ledger, *contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto pass = loadPass(ledger, *counted, counted->passes.empty() ? 1 : counted->passes.front());
  if (!pass) return tl::unexpected<Error>(pass.error());
  const auto figures = ledger.figures().of(*contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  const Language asked = language();
  const LanguageScope vietnamese(Language::Vietnamese);
  const ContestResult result = resultOf(*counted, *pass, *figures);
  auto data = paperData(ledger, *counted, *pass, result);
  if (!data) return tl::unexpected<Error>(data.error());
  data->number = request.number;
  data->copies = request.copies;
  if (saysWhoWon(request.paper)) {
    {
      const LanguageScope ofTheAsker(asked);
      if (const auto may = mayShowResult(*counted, *pass, *figures, *data); !may) return tl::unexpected<Error>(may.error());
    }
    if (const auto coded = addCode(ledger, *counted, result, *data); !coded) return tl::unexpected<Error>(coded.error());
  }
  return contentOf(request.paper, *data);
}

Expected<std::string> makePaper(const Ledger& ledger, const PaperRequest& request) {
  const auto paper = paperContent(ledger, request);
  if (!paper) return tl::unexpected<Error>(paper.error());
  const LanguageScope vietnamese(Language::Vietnamese);
  return paperPdf(*paper);
}

Expected<void> notePaper(Ledger& ledger, const PaperRequest& request, const std::string& pdf, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::MakePapers, by); !may) return may;
  JournalDraft draft;
  draft.event = eventOf(request.paper);
  draft.by = by;
  draft.contest = request.paper == PaperId::Journal ? std::string() : request.contest;
  draft.details = trf("mã băm tệp in {0}", "hash of the printed file {0}", toHex(hashOf(pdf)));
  const auto noted = ledger.journal().append(draft);
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace kp

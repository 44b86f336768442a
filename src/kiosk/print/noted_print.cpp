// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/noted_print.h"

#include "count/access.h"
#include "election/text.h"

namespace kp::kiosk {

Expected<int> printAndNote(Ledger& ledger, const std::string& pdf, const PrintJob& job, const std::string& contest, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::MakePapers, by); !may) return tl::unexpected<Error>(may.error());
  auto sent = sendPdf(pdf, job);
  if (!sent) return sent;
  const std::string details = trf("{0}, {1} bản, máy in {2}", "{0}, {1} copies, printer {2}", job.title, job.copies, job.printer);
  const auto noted = ledger.journal().append({Event::PaperPrinted, by, contest, std::nullopt, {}, {}, details});
  return noted ? sent : noted;
}

}  // namespace kp::kiosk

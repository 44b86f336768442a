// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ledger/ledger.h"
#include "reports/paper.h"

namespace kp {

/// The papers about one contest (domain.md §6); Journal is about the whole file.
enum class PaperId { Minutes, ResultSheet, ElectedList, RulingsList, ZeroReport, Journal };

struct PaperRequest {
  PaperId paper = PaperId::Minutes;
  std::string contest{};
  std::string number{};  ///< of the document; "" leaves a line to write it on
  int copies = 3;        ///< originals, as the minutes say
};

/// A paper's content from what the file says now. Refused as makePaper().
Expected<Paper> paperContent(const Ledger& ledger, const PaperRequest& request);

/// Typesets a paper from what the file says now; the PDF's bytes. Papers that say who won (minutes, result sheet, elected list) carry the signed code and are
/// Refused while figures or sums fail or the contest is open, naming what is in the way, in the language of this thread; the paper itself is Vietnamese.
Expected<std::string> makePaper(const Ledger& ledger, const PaperRequest& request);

/// Journals that this paper was made, with the hash of its bytes. Refused as mayAct(MakePapers).
Expected<void> notePaper(Ledger& ledger, const PaperRequest& request, const std::string& pdf, const Actors& by);

}  // namespace kp

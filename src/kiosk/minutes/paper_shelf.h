// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>

#include "ledger/ledger.h"
#include "wiring/make_paper.h"

namespace kp::kiosk {

/// A paper as it lies on the shelf: made once, shown, printed and saved as the very same bytes for as long as nothing it says has changed.
struct ShelvedPaper {
  QString key;  ///< of PaperImages
  int pages = 0;
  QString shortCode;   ///< of the verification code; "" none
  bool noted = false;  ///< the journal knows that it was made
};

/// The shelf of this process. A paper's code holds the time it was made, so making it again for every print would give papers of one result with different codes.
/// Any thread.
class PaperShelf {
 public:
  /// The paper asked for: from the shelf when number, copies and everything it says are still the same, else made now. Errors as makePaper().
  static Expected<ShelvedPaper> take(const Ledger& ledger, const PaperRequest& request);
  /// Journals that it was made (notePaper()), the first time only.
  static Expected<void> note(Ledger& ledger, const PaperRequest& request, const ShelvedPaper& paper, const Actors& by);
};

}  // namespace kp::kiosk

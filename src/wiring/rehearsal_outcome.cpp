// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/rehearsal_outcome.h"

#include "count/journal_fields.h"
#include "election/text.h"

namespace kp {

std::string rehearsalDetails(const RehearsalOutcome& outcome) {
  return fieldsText({{"sheets", std::to_string(outcome.sheets)},
                     {"places", std::to_string(outcome.places)},
                     {"wrong", std::to_string(outcome.wrong)},
                     {"to-person", std::to_string(outcome.toPerson)}});
}

std::optional<RehearsalOutcome> rehearsalOutcome(const JournalEntry& entry) {
  if (entry.event != toString(Event::RehearsalMade)) return std::nullopt;
  const auto fields = readFields(entry.details);
  const RehearsalOutcome outcome{numberIn(fields, "sheets", -1), numberIn(fields, "places", -1), numberIn(fields, "wrong", -1),
                                 numberIn(fields, "to-person", -1)};
  if (outcome.sheets < 0 || outcome.places < 0 || outcome.wrong < 0 || outcome.toPerson < 0) return std::nullopt;
  return outcome;
}

std::string outcomeText(const RehearsalOutcome& outcome) {
  if (outcome.wrong == 0)
    return trf("Đã đọc {0} tờ thử, {1} chỗ có thể đánh dấu: không chỗ nào đọc sai; {2} chỗ máy chuyển cho người xem",
               "{0} rehearsal sheets read, {1} places that can be marked: none read wrong; {2} put before a person", outcome.sheets,
               outcome.places, outcome.toPerson);
  return trf("Đã đọc {0} tờ thử, {1} chỗ có thể đánh dấu: {3} chỗ đọc sai; {2} chỗ máy chuyển cho người xem",
             "{0} rehearsal sheets read, {1} places that can be marked: {3} read wrong; {2} put before a person", outcome.sheets,
             outcome.places, outcome.toPerson, outcome.wrong);
}

}  // namespace kp

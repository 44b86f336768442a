// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/adjudicate/asides_model.h"

#include <algorithm>

#include "count/adjudication.h"
#include "count/unruled.h"

namespace kp::kiosk {
namespace {

/// Sheets of this pass that are perhaps not the committee's own and on which it has not ruled.
Expected<std::vector<int>> notIssued(const Ledger& ledger, const std::string& contest, int pass) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto loaded = loadPass(ledger, *counted, pass);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  std::vector<int> sheets;
  for (std::size_t i = 0; i < loaded->sheets.size(); ++i)
    if (waitsUnruled(*loaded, i) && proposesNotIssued(loaded->readings[i].reading)) sheets.push_back(loaded->sheets[i].id);
  return sheets;
}

}  // namespace

void AsidesModel::setPass(int pass) {
  if (pass == m_pass) return;
  m_pass = pass;
  reload();
}

void AsidesModel::reload() {
  const std::string id = contest();
  if (id.empty() || m_pass == 0) return;
  look([id, pass = m_pass](const Ledger& ledger) { return notIssued(ledger, id, pass); },
       [this, id](const std::vector<int>& sheets) {
         if (id != contest()) return;
         m_sheets = sheets;
         emit changed();
       });
}

void AsidesModel::setAside(const QString& why) {
  if (!station()) return;
  act(
      [id = contest(), pass = m_pass, seen = m_sheets, why = why.toStdString(),
       by = station()->session()->actors()](Ledger& ledger) -> Expected<int> {
        const auto waiting = notIssued(ledger, id, pass);
        if (!waiting) return tl::unexpected<Error>(waiting.error());
        Ruling ruling;
        ruling.kind = Ruling::Kind::SetAside;
        ruling.note = why;
        int ruledOn = 0;
        for (const int sheet : seen) {
          if (std::find(waiting->begin(), waiting->end(), sheet) == waiting->end()) continue;
          if (const auto ruled = kp::rule(ledger, {id, sheet, ruling, by}); !ruled) return tl::unexpected<Error>(ruled.error());
          ++ruledOn;
        }
        return ruledOn;
      },
      [](int) {});
}

}  // namespace kp::kiosk

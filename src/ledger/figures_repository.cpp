// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/figures_repository.h"

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/figures_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"

namespace kp {

Figures loadFigures(Store& store, const std::string& contest) {
  Figures figures;
  Query row(store, "SELECT convened, present, issued, returned FROM figures WHERE contest = ?1");
  if (!row.with(contest).step()) return figures;
  figures.convened = row.optionalInteger(0);
  figures.present = row.optionalInteger(1);
  figures.issued = row.optionalInteger(2);
  figures.returned = row.optionalInteger(3);
  Query deduction(store, "SELECT class, number FROM deductions WHERE contest = ?1");
  deduction.with(contest);
  while (deduction.step()) figures.deductions[deduction.text(0)] = deduction.integer(1);
  return figures;
}

std::string canonicalText(const Figures& figures) {
  const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string("null"); };
  JsonObject deductions;
  for (const auto& [name, value] : figures.deductions) deductions.number(name, value);
  return JsonObject()
      .raw("convened", number(figures.convened))
      .raw("present", number(figures.present))
      .raw("issued", number(figures.issued))
      .raw("returned", number(figures.returned))
      .raw("deductions", deductions.str())
      .str();
}

Expected<Figures> FiguresRepository::of(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<Figures> {
    if (auto known = requireContest(*m_store, contest); !known) return tl::unexpected<Error>(known.error());
    return loadFigures(*m_store, contest);
  });
}

Expected<void> FiguresRepository::set(const std::string& contest, const Figures& figures, const Actors& by) {
  bool negative = false;
  for (const std::optional<int>& value : {figures.convened, figures.present, figures.issued, figures.returned})
    negative |= value.value_or(0) < 0;
  for (const auto& [name, value] : figures.deductions) negative |= value < 0;
  if (negative)
    return fail(ErrorKind::BadInput,
                tr("Số liệu không được là số âm. Chưa có gì thay đổi.", "Figures cannot be negative. Nothing was changed."));
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto open = requireOpen(*m_store, contest); !open) return open;
    JournalDraft draft{Event::FiguresSet, by, contest};
    draft.before = canonicalText(loadFigures(*m_store, contest));
    draft.after = canonicalText(figures);
    Query(*m_store, "DELETE FROM figures WHERE contest = ?1").with(contest).run();
    Query(*m_store, "INSERT INTO figures (contest, convened, present, issued, returned) VALUES (?1, ?2, ?3, ?4, ?5)")
        .with(contest, figures.convened, figures.present, figures.issued, figures.returned)
        .run();
    Query insert(*m_store, "INSERT INTO deductions (contest, class, number) VALUES (?1, ?2, ?3)");
    for (const auto& [name, value] : figures.deductions) insert.with(contest, name, value).run();
    writeEntry(*m_store, draft);
    return {};
  });
}

}  // namespace kp

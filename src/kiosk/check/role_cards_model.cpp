// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/check/role_cards_model.h"

#include "count/access.h"
#include "count/output_file.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/words.h"
#include "kiosk/print/noted_print.h"
#include "reports/pdf/role_cards_pdf.h"

namespace kp::kiosk {

RoleCardsModel::RoleCardsModel(QObject* parent) : PageModel(parent), m_printing(this) {
  connect(this, &PageModel::errorChanged, this, [this] {  // an act that failed ends with its error
    if (!error().isEmpty() && m_printing.jobState() == QLatin1String("running")) m_printing.failed();
  });
}

RoleCardsModel::~RoleCardsModel() {
  if (!m_key.isEmpty()) PaperImages::drop(m_key);
}

bool RoleCardsModel::mayPrint() const {
  return station() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("makePapers")));
}

void RoleCardsModel::make() {
  m_printing.ask();
  if (m_making || !m_key.isEmpty()) return;
  m_making = true;
  inBackground(
      this, [] { return roleCardsPdf(roleCards()); },
      [this](Expected<std::string>&& pdf) {
        m_making = false;
        if (!pdf) return setError(text(pdf.error().what));
        m_pages = static_cast<int>(roleCards().size());
        m_key = PaperImages::keep(std::move(*pdf));
        emit madeChanged();
      });
}

void RoleCardsModel::save(const QString& path) {
  const auto pdf = PaperImages::bytes(m_key);
  if (!pdf) return;
  inBackground(
      this, [pdf, path] { return doneOr(writeOutputFile(path.toStdString(), *pdf)); },
      [this, path](const Expected<Done>& written) {
        if (!written) return setError(text(written.error().what));
        emit savedTo(path);
      });
}

void RoleCardsModel::sendToPrinter(const QString& printer) {
  const auto pdf = PaperImages::bytes(m_key);
  if (!pdf || printer.isEmpty()) return;
  const Actors by = station()->session()->actors();
  const PrintJob job{printer.toStdString(), words("Thẻ công việc", "Role cards").toStdString(), 1, "A4", false};
  m_printing.sending();
  act([pdf, job, by](Ledger& ledger) { return printAndNote(ledger, *pdf, job, {}, by); },
      [this, printer](int&& number) { m_printing.follow(printer, number); });
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ledger/ledger.h"
#include "printing/printer.h"

namespace kp::kiosk {

/// Sends a paper to a printer for who may make papers, and notes it in the journal (of `contest`; "" none). Returns the job's number. Noted once it was sent: an entry of a paper
/// that no printer took would be read as one that is about. A power cut in the moment between leaves a paper without its entry, never one that says what the file does
/// not: signed papers carry the head of their closing, which stands in the journal before any of them can be made.
/// Refused: the role may not. Errors of the printer as from sendPdf(); then nothing is noted.
Expected<int> printAndNote(Ledger& ledger, const std::string& pdf, const PrintJob& job, const std::string& contest, const Actors& by);

}  // namespace kp::kiosk

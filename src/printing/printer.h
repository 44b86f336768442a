// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/error.h"

// Paper printers of this machine (máy in). CUPS behind our own types; the only user of libcups. Blocks for up to some seconds: not on a thread people wait for.
namespace kp {

/// A print queue.
struct Printer {
  std::string name;         ///< what PrintJob::printer takes
  std::string description;  ///< for people; the name where it has none
  std::string location;     ///< "" unknown
  bool isDefault = false;
  bool accepting = true;  ///< takes jobs now
  std::string state;      ///< in words: ready, printing, or what is wrong and what to do; process's language
};

/// All queues, the default one first, then by name; empty when none is set up. Io when the printing service does not run.
Expected<std::vector<Printer>> listPrinters();

struct PrintJob {
  std::string printer;
  std::string title;         ///< shown in the printer's queue
  int copies = 1;            ///< the pages of one copy follow each other
  std::string paper = "A4";  ///< "A4" or "A5"
  bool twoSided = false;
};

/// Sends a PDF at its own size, never scaled to the page (ballots must keep their millimetres). Returns the job's number.
/// Errors: NotFound (no such printer), BadInput (no PDF, copies below 1, another paper), Refused (takes no jobs), Io.
Expected<int> sendPdf(const std::string& pdf, const PrintJob& job);

enum class PrintState { Waiting, Printing, Held, Stopped, Cancelled, Failed, Done };

/// Where a job stands.
struct PrintStatus {
  PrintState state = PrintState::Waiting;
  std::string what;  ///< one sentence: the state, the printer's trouble if any, what to do; process's language
  bool over() const { return state == PrintState::Cancelled || state == PrintState::Failed || state == PrintState::Done; }
};

/// Asks for a job. NotFound when the printer does not know it (any more); Io.
Expected<PrintStatus> printStatus(const std::string& printer, int job);
/// Takes a job back; what is on paper already stays.
Expected<void> cancelPrint(const std::string& printer, int job);

/// What a CUPS "printer-state-reasons" keyword means and what to do, process's language; "" for "none" and reports that need nothing done. Pure.
std::string printerTrouble(const std::string& reasons);
/// Whether one of these keywords means that nothing comes out before somebody has been at the printer; low toner, say, does not. Pure.
bool stopsPrinting(const std::string& reasons);

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp::cli {

/// What the command line asks for, set while it is parsed and run afterwards. An error becomes exit code 1 and one line on stderr.
using Action = std::function<Expected<void>()>;

/// One function a group adds its subcommands to `app`; the chosen one puts its work into `action`.
void addCongressCommands(CLI::App& app, Action& action);
void addBallotCommands(CLI::App& app, Action& action);
void addFiguresCommands(CLI::App& app, Action& action);
void addScanCommand(CLI::App& app, Action& action);
void addKeyCommand(CLI::App& app, Action& action);
void addRecordsCommand(CLI::App& app, Action& action);
void addRuleCommand(CLI::App& app, Action& action);
void addResultCommand(CLI::App& app, Action& action);
void addCloseCommands(CLI::App& app, Action& action);
void addPaperCommands(CLI::App& app, Action& action);
void addVerifyCommand(CLI::App& app, Action& action);
void addRehearseCommand(CLI::App& app, Action& action);
void addPeopleCommand(CLI::App& app, Action& action);
void addContestCommand(CLI::App& app, Action& action);
/// lists preview, contest add, export; after addContestCommand().
void addListCommands(CLI::App& app, Action& action);
void addPackageCommand(CLI::App& app, Action& action);

/// Opens FILE for reading or for acting on it.
Expected<Ledger> openFile(const std::string& file, Ledger::Mode mode);

/// "A, B" as given to --by: split at commas, trimmed, NFC.
Expected<Actors> namesFrom(const std::string& list);
/// The same where --by may be left out: nobody then.
Expected<Actors> namesIfGiven(const std::string& list);

/// Writes text and a line end to stdout.
void printLine(const std::string& text);

/// Error with another value type.
template <typename T>
tl::unexpected<Error> failed(const Expected<T>& value) {
  return tl::unexpected<Error>(value.error());
}

}  // namespace kp::cli

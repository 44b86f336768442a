// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>

#include <map>
#include <string>

#include "count/access.h"

namespace kp::cli {

/// PINs by name, as a --pin-file gives them.
using Pins = std::map<std::string, std::string>;

/// A file with one "NAME: PIN" a line; lines that start with # and empty ones are left out. Names become NFC. BadInput names the line; a file that others than its
/// owner may read gives a warning on stderr. NotFound, Io.
Expected<Pins> readPinFile(const std::string& path);

/// How the people who act prove who they are: --pin-file, else a question on the terminal.
struct SignInOptions {
  std::string pinFile;
};
void addPinOption(CLI::App& command, SignInOptions& options);

/// A line typed on the terminal without showing it; the prompt goes to stderr. Refused with `without` when stdin is no terminal, or nothing was typed.
Expected<std::string> askHidden(const std::string& prompt, const std::string& without);

/// A congress file open to act on, and who acts.
struct Acting {
  Ledger ledger;
  Actors by;
};

/// Opens FILE for this act. In a file with PINs the people in `names` sign in; without names everybody in the pin file does, and those whose role may do the
/// act do it; without a pin file the terminal asks who it is. In a file without PINs nobody signs in and `by` is `names`. Refused as signIn() and mayAct().
Expected<Acting> openToAct(const std::string& file, Act act, const SignInOptions& options, const Actors& names = {});

/// Signs these people in with PINs of the pin file or asked for.
Expected<void> signInAll(Ledger& ledger, const Actors& names, const Pins& pins);

}  // namespace kp::cli

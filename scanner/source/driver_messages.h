// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "election/error.h"

namespace kp {

/// What the program and the process that drives the scanner (`kiemphieu-feeder`) say to each other over a socket; a message is a list of byte strings.
///
/// asked    {"next"}                                    the next sheet side
/// answers  {"devices", name, vendor, model, name, …}   after `list`
///          {"open"}                                    after `scan`, before the first question
///          {"page", PNG} · {"end"}                     to "next"
///          {"error", kind as a number, what}           at any time, and the last
using DriverMessage = std::vector<std::string>;

enum class NoMessage {
  Gone,    ///< the other side closed or died, perhaps in the middle of a message
  Silent,  ///< nothing came for as long as one waits
  Stopped  ///< whoever waited no longer wants it
};

/// How long to wait for a message, and for whom.
struct MessageWait {
  int process = -1;  ///< a pidfd of who answers: a helper that it forked keeps the socket open when it dies. -1: the socket alone tells
  std::chrono::milliseconds silence{-1};  ///< negative: for ever
  std::function<bool()> stop;             ///< asked ten times a second; may be empty
};

/// How long a driver may take to let go of its scanner; longer than one needs to eject a sheet, and people wait for it at a jam.
constexpr std::chrono::seconds kDriverCloses{5};

/// What the driver says went wrong; nullopt for any other message.
std::optional<Error> errorIn(const DriverMessage& message);

/// False when the other side is gone.
bool sendMessage(int socket, const DriverMessage& message);
/// What was sent before the other side died is still received.
tl::expected<DriverMessage, NoMessage> receiveMessage(int socket, const MessageWait& wait = {});

}  // namespace kp

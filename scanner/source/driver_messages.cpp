// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/driver_messages.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace kp {
namespace {

constexpr std::chrono::milliseconds kAskToStop{100};
constexpr std::uint32_t kMostParts = 4096, kMostBytes = 1U << 30;  ///< more is no message of ours

bool sendAll(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

/// Waits until something can be received; false: the process died, and what lies in the socket is all there will be.
tl::expected<bool, NoMessage> waitForMore(int socket, const MessageWait& wait) {
  using Clock = std::chrono::steady_clock;
  const bool forEver = wait.silence.count() < 0;
  for (const auto end = Clock::now() + wait.silence;;) {
    auto rest = std::max(std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()), std::chrono::milliseconds(0));
    if (wait.stop && (forEver || rest > kAskToStop)) rest = kAskToStop;
    std::array<pollfd, 2> watched{{{socket, POLLIN, 0}, {wait.process, POLLIN, 0}}};
    const int ready = ::poll(watched.data(), watched.size(), forEver && !wait.stop ? -1 : static_cast<int>(rest.count()));
    if (ready > 0) return watched[1].revents == 0;
    if (ready < 0 && errno != EINTR) return tl::unexpected(NoMessage::Gone);
    if (wait.stop && wait.stop()) return tl::unexpected(NoMessage::Stopped);
    if (!forEver && Clock::now() >= end) return tl::unexpected(NoMessage::Silent);
  }
}

tl::expected<void, NoMessage> receiveAll(int socket, const MessageWait& wait, char* bytes, std::size_t size) {
  while (size > 0) {
    const auto lives = waitForMore(socket, wait);
    if (!lives) return tl::unexpected(lives.error());
    const ssize_t got = ::recv(socket, bytes, size, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || (*lives && (errno == EAGAIN || errno == EWOULDBLOCK)))) continue;
    if (got <= 0) return tl::unexpected(NoMessage::Gone);
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return {};
}

using Number = std::array<char, 4>;

Number bytesOf(std::size_t value) {
  Number bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

tl::expected<std::uint32_t, NoMessage> receiveNumber(int socket, const MessageWait& wait, std::uint32_t most) {
  Number bytes{};
  if (const auto got = receiveAll(socket, wait, bytes.data(), bytes.size()); !got) return tl::unexpected(got.error());
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  if (value > most) return tl::unexpected(NoMessage::Gone);
  return value;
}

}  // namespace

std::optional<Error> errorIn(const DriverMessage& message) {
  if (message.size() != 3 || message.front() != "error") return std::nullopt;
  return Error{static_cast<ErrorKind>(std::atoi(message[1].c_str())), message[2]};
}

bool sendMessage(int socket, const DriverMessage& message) {
  const Number parts = bytesOf(message.size());
  if (!sendAll(socket, parts.data(), parts.size())) return false;
  for (const std::string& part : message) {
    const Number size = bytesOf(part.size());
    if (!sendAll(socket, size.data(), size.size()) || !sendAll(socket, part.data(), part.size())) return false;
  }
  return true;
}

tl::expected<DriverMessage, NoMessage> receiveMessage(int socket, const MessageWait& wait) {
  const auto parts = receiveNumber(socket, wait, kMostParts);
  if (!parts) return tl::unexpected(parts.error());
  DriverMessage message(*parts);
  for (std::string& part : message) {
    const auto size = receiveNumber(socket, wait, kMostBytes);
    if (!size) return tl::unexpected(size.error());
    part.resize(*size);
    if (const auto got = receiveAll(socket, wait, part.data(), part.size()); !got) return tl::unexpected(got.error());
  }
  return message;
}

}  // namespace kp

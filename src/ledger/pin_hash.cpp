// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/pin_hash.h"

#include <sodium.h>

#include "election/text.h"

namespace kp {
namespace {
constexpr std::size_t kShortestPin = 4;  // what people know from bank cards; Argon2id slows guessing down
}

Expected<std::string> hashPin(const std::string& pin) {
  if (pin.size() < kShortestPin)
    return fail(ErrorKind::BadInput, tr("Mã cá nhân phải có ít nhất 4 ký tự.", "A PIN needs at least 4 characters."));
  char hash[crypto_pwhash_STRBYTES];
  if (sodium_init() < 0 ||
      crypto_pwhash_str(hash, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return fail(ErrorKind::Io,
                tr("Máy không đủ bộ nhớ để mã hóa mã cá nhân. Chưa có gì thay đổi. Hãy đóng bớt chương trình rồi thử lại.",
                   "There is not enough memory to protect the PIN. Nothing was changed. Close other programs and try again."));
  return std::string(hash);
}

bool isPinOf(const std::string& hash, const std::string& pin) {
  if (hash.size() >= crypto_pwhash_STRBYTES || sodium_init() < 0) return false;
  return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace kp

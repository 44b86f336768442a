// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/running_hash.h"

#include <fstream>
#include <vector>

#include "election/text.h"
#include "evidence/sodium_ready.h"

namespace kp {
namespace {

constexpr std::size_t kBlock = 1u << 20;  ///< read at once

}  // namespace

struct RunningHash::State {
  crypto_generichash_state hashing;
};

RunningHash::RunningHash() : m_state(std::make_unique<State>()) {
  sodiumReady();
  crypto_generichash_init(&m_state->hashing, nullptr, 0, std::tuple_size_v<Digest>);
}
RunningHash::~RunningHash() = default;
RunningHash::RunningHash(RunningHash&&) noexcept = default;
RunningHash& RunningHash::operator=(RunningHash&&) noexcept = default;

void RunningHash::add(std::string_view bytes) {
  crypto_generichash_update(&m_state->hashing, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

Digest RunningHash::finish() {
  Digest hash{};
  crypto_generichash_final(&m_state->hashing, hash.data(), hash.size());
  return hash;
}

Expected<Digest> hashOfFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(ErrorKind::NotFound,
                trf("Không mở được tệp {0}. Hãy kiểm tra lại đường dẫn.", "The file {0} cannot be opened. Check the path.", file.string()));
  RunningHash hash;
  std::vector<char> block(kBlock);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
    hash.add({block.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad())
    return fail(ErrorKind::Io,
                trf("Lỗi khi đọc tệp {0}. Hãy kiểm tra ổ đĩa.", "Reading the file {0} failed. Check the disk.", file.string()));
  return hash.finish();
}

}  // namespace kp

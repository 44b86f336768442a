// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/code_payload.h"

#include <sodium.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace kp {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::string_view kPrefix = "KP1";
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";  // RFC 4648 Base32, no padding; all in QR's alphanumeric set
constexpr std::size_t kTagBytes = 8;
// congress 4, contest 4, form 4, then 16 bits: 1 has a ballot code, 5 unused (zero), 5 page, 5 pages; then the ballot code's 5 bytes if there is one
constexpr std::size_t kBodyBytes = 14, kBallotBytes = 5;
constexpr std::uint64_t kBallotMask = (std::uint64_t{1} << 40) - 1;
constexpr unsigned kHasBallot = 0x8000, kUnused = 0x7C00, kPageMask = 0x1F;

void put(Bytes& out, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint64_t get(const Bytes& in, std::size_t at, int bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | in[at + static_cast<std::size_t>(i)];
  return value;
}

std::string toBase32(const Bytes& bytes) {
  std::string text;
  unsigned buffer = 0;
  int bits = 0;
  for (const auto byte : bytes) {
    buffer = buffer << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += kAlphabet[buffer >> (bits - 5) & 31];
    buffer &= 0xFF;
  }
  if (bits > 0) text += kAlphabet[buffer << (5 - bits) & 31];
  return text;
}

// One text only for one payload: bits left over must be zero, so that no changed character goes unnoticed.
std::optional<Bytes> fromBase32(std::string_view text) {
  Bytes bytes;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : text) {
    const auto value = kAlphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    buffer = (buffer << 5 | static_cast<unsigned>(value)) & 0xFFF;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<std::uint8_t>(buffer >> bits));
  }
  if (bits >= 5 || (buffer & ((1u << bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

// libsodium makes 16 bytes at least; the first 8 are printed: 2^-64 for a forger who cannot try offline.
std::array<std::uint8_t, kTagBytes> keyedTag(const Bytes& body, const CodeKey& key) {
  std::array<std::uint8_t, crypto_generichash_BYTES_MIN> whole{};
  crypto_generichash(whole.data(), whole.size(), body.data(), body.size(), key.data(), key.size());
  std::array<std::uint8_t, kTagBytes> tag{};
  std::copy_n(whole.begin(), kTagBytes, tag.begin());
  return tag;
}

// Texts and numbers written one after the other so that no two different lists give the same bytes.
class Hash {
 public:
  void add(std::string_view text) {
    add(static_cast<long long>(text.size()));
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
  }
  void add(long long number) { put(m_bytes, static_cast<std::uint64_t>(number), 8); }
  // Thousandths: finer differences are the processor's rounding, not another form.
  void add(double mm) { add(static_cast<long long>(std::llround(mm * 1000))); }
  void add(const RectMm& r) {
    for (const double v : {r.x, r.y, r.w, r.h}) add(v);
  }
  std::uint32_t first4() const {
    Bytes hash(crypto_generichash_BYTES_MIN);
    crypto_generichash(hash.data(), hash.size(), m_bytes.data(), m_bytes.size(), nullptr, 0);
    return static_cast<std::uint32_t>(get(hash, 0, 4));
  }

 private:
  Bytes m_bytes;
};

void addPage(Hash& hash, const FormPage& page) {
  hash.add(page.geometry.widthMm);
  hash.add(page.geometry.heightMm);
  for (const auto* marks : {&page.geometry.fiducials, &page.geometry.codes})
    for (const auto& mark : *marks) hash.add(mark);
  for (const auto& target : page.geometry.targets) {
    hash.add(static_cast<long long>(target.candidate));
    hash.add(static_cast<long long>(target.field));
    hash.add(target.box);
  }
  for (const auto& run : page.texts) {
    hash.add(run.x);
    hash.add(run.baseline);
    hash.add(run.sizePt);
    hash.add(run.text);
  }
}

CodePayload payloadOf(const Bytes& bytes) {
  CodePayload payload;
  payload.congress = static_cast<std::uint32_t>(get(bytes, 0, 4));
  payload.contest = static_cast<std::uint32_t>(get(bytes, 4, 4));
  payload.form = static_cast<std::uint32_t>(get(bytes, 8, 4));
  const auto flags = static_cast<unsigned>(get(bytes, 12, 2));
  payload.page = static_cast<int>(flags >> 5 & kPageMask);
  payload.pages = static_cast<int>(flags & kPageMask);
  if (flags & kHasBallot) payload.ballot = get(bytes, kBodyBytes, kBallotBytes);
  return payload;
}

bool wellFormed(const Bytes& bytes) {
  if (bytes.size() < kBodyBytes + kTagBytes) return false;
  const auto flags = static_cast<unsigned>(get(bytes, 12, 2));
  const std::size_t expected = kBodyBytes + kTagBytes + (flags & kHasBallot ? kBallotBytes : 0);
  const unsigned page = flags >> 5 & kPageMask, pages = flags & kPageMask;
  return bytes.size() == expected && (flags & kUnused) == 0 && page >= 1 && page <= pages;
}

}  // namespace

std::uint32_t congressTag(const CongressInfo& congress) {
  Hash hash;
  for (const auto& text : {congress.id, congress.name, congress.issuer, congress.date}) hash.add(text);
  return hash.first4();
}

std::uint32_t contestTag(const Contest& contest) {
  Hash hash;
  hash.add(contest.id);
  hash.add(static_cast<long long>(contest.round));
  return hash.first4();
}

std::uint32_t formTag(const BallotForm& form) {
  Hash hash;
  hash.add(form.contest);
  hash.add(static_cast<long long>(form.face));
  for (const auto& page : form.pages) addPage(hash, page);
  return hash.first4();
}

std::string encode(const CodePayload& payload, const CodeKey& key) {
  Bytes body;
  put(body, payload.congress, 4);
  put(body, payload.contest, 4);
  put(body, payload.form, 4);
  const unsigned flags = (payload.ballot ? kHasBallot : 0) | (static_cast<unsigned>(payload.page) & kPageMask) << 5 |
                         (static_cast<unsigned>(payload.pages) & kPageMask);
  put(body, flags, 2);
  if (payload.ballot) put(body, *payload.ballot & kBallotMask, kBallotBytes);
  const auto tag = keyedTag(body, key);
  body.insert(body.end(), tag.begin(), tag.end());
  return std::string(kPrefix) + toBase32(body);
}

DecodedCode decode(const std::string& text, const CodeKey& key, std::uint32_t congress) {
  // The longest text of this format has 47 characters; anything longer is not looked at.
  if (text.size() > 64 || text.compare(0, kPrefix.size(), kPrefix) != 0) return {};
  const auto bytes = fromBase32(std::string_view(text).substr(kPrefix.size()));
  if (!bytes || !wellFormed(*bytes)) return {};
  const CodePayload payload = payloadOf(*bytes);
  if (payload.congress != congress) return {CodeCheck::OtherCongress, payload};
  const Bytes body(bytes->begin(), bytes->end() - static_cast<std::ptrdiff_t>(kTagBytes));
  const auto tag = keyedTag(body, key);
  const bool ours = sodium_memcmp(tag.data(), bytes->data() + body.size(), kTagBytes) == 0;
  return {ours ? CodeCheck::Ours : CodeCheck::Forged, payload};
}

}  // namespace kp

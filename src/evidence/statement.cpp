// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/statement.h"

#include <algorithm>

#include "election/text.h"
#include "evidence/base45.h"
#include "evidence/byte_codec.h"
#include "evidence/sodium_ready.h"

namespace kp {
namespace {

constexpr std::string_view kPrefix = "KPM1:";
/// Signed in front of the bytes, so that a signature can never be taken for one over something else.
constexpr std::string_view kDomain = "kiemphieu-statement/1";
constexpr std::size_t kMaxProgram = 32;

/// How votes are written; both chosen by the statement itself, so that one statement has one form.
constexpr unsigned kHasNotCounted = 1, kHasRest = 2;

bool inRange(int n) { return n >= 0 && n <= kMaxFigure; }

int votesOf(const Statement& s, std::size_t i) { return s.kind == ContestKind::Confidence ? s.votes[i].high : s.votes[i].yes; }

/// The number that usually follows from the others: votes against, or low confidence.
int restOf(const Statement& s, const CandidateVotes& v) {
  return s.kind == ContestKind::Confidence ? s.valid - v.high - v.medium - v.notCounted : s.valid - v.yes - v.notCounted;
}

bool votesFit(const Statement& s, const CandidateVotes& v) {
  for (int n : {v.yes, v.no, v.notCounted, v.high, v.medium, v.low})
    if (!inRange(n)) return false;
  return s.kind == ContestKind::Confidence ? v.yes == 0 && v.no == 0 : v.high == 0 && v.medium == 0 && v.low == 0;
}

bool fits(const Statement& s) {
  if (s.congress.size() > kMaxIdBytes || s.contest.size() > kMaxIdBytes || s.program.size() > kMaxProgram) return false;
  if (s.votes.size() > static_cast<std::size_t>(kMaxCandidates) || s.madeAt < 0 || !inRange(s.round)) return false;
  for (int n : {s.convened, s.present, s.issued, s.returned, s.valid, s.invalid, s.base})
    if (!inRange(n)) return false;
  std::vector<bool> seen(s.votes.size(), false);
  for (std::size_t i : s.elected) {
    if (i >= seen.size() || seen[i]) return false;
    seen[i] = true;
  }
  return std::all_of(s.votes.begin(), s.votes.end(), [&](const CandidateVotes& v) { return votesFit(s, v); });
}

unsigned shapeOf(const Statement& s) {
  unsigned shape = 0;
  for (const auto& v : s.votes) {
    if (v.notCounted != 0) shape |= kHasNotCounted;
    if ((s.kind == ContestKind::Confidence ? v.low : v.no) != restOf(s, v)) shape |= kHasRest;
  }
  return shape;
}

void writeVotes(ByteWriter& out, const Statement& s, unsigned shape) {
  const bool confidence = s.kind == ContestKind::Confidence;
  for (const auto& v : s.votes) {
    out.number(confidence ? v.high : v.yes);
    if (confidence) out.number(v.medium);
    if (shape & kHasNotCounted) out.number(v.notCounted);
    if (shape & kHasRest) out.number(confidence ? v.low : v.no);
  }
}

void readVotes(ByteReader& in, Statement& s, unsigned shape) {
  const bool confidence = s.kind == ContestKind::Confidence;
  for (auto& v : s.votes) {
    (confidence ? v.high : v.yes) = in.figure();
    if (confidence) v.medium = in.figure();
    if (shape & kHasNotCounted) v.notCounted = in.figure();
    (confidence ? v.low : v.no) = shape & kHasRest ? in.figure() : restOf(s, v);
  }
}

std::string signedMessage(std::string_view bytes) { return std::string(kDomain) + std::string(bytes); }

const unsigned char* raw(const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); }

Statement readBody(ByteReader& in) {
  Statement s;
  s.kind = static_cast<ContestKind>(in.below(3));
  const unsigned shape = in.below(4);
  s.congress = in.text(kMaxIdBytes);
  s.contest = in.text(kMaxIdBytes);
  s.program = in.text(kMaxProgram);
  s.madeAt = static_cast<std::int64_t>(in.number());
  in.bytes(s.journalHead.data(), s.journalHead.size());
  for (int* n : {&s.round, &s.convened, &s.present, &s.issued, &s.returned, &s.valid, &s.invalid, &s.base}) *n = in.figure();
  s.votes.resize(in.below(kMaxCandidates + 1));
  readVotes(in, s, shape);
  for (std::size_t i = 0; i < s.votes.size(); i += 8) {
    const unsigned bits = in.below(256);
    for (std::size_t k = 0; k < 8 && i + k < s.votes.size(); ++k)
      if (bits >> k & 1) s.elected.push_back(i + k);
  }
  return s;
}

tl::unexpected<Error> changed() {
  return fail(
      ErrorKind::Damaged,
      tr("Mã xác minh đã bị sửa hoặc đọc thiếu: chữ ký không khớp với nội dung. Hãy quét lại rõ hơn; nếu vẫn vậy, không dùng văn bản này.",
         "The verification code was changed or read incompletely: its signature does not fit. Scan it again more clearly; if it stays so, do not rely on this document."));
}

}  // namespace

KeyPair makeKeyPair(const std::array<std::uint8_t, 32>& seed) {
  sodiumReady();
  KeyPair pair;
  crypto_sign_seed_keypair(pair.publicKey.data(), pair.secretKey.data(), seed.data());
  return pair;
}

void normalise(Statement& s) {
  std::sort(s.elected.begin(), s.elected.end());
  if (!s.elected.empty() && s.elected.back() >= s.votes.size()) return;  // canonicalBytes refuses it with its reason
  std::stable_sort(s.elected.begin(), s.elected.end(), [&](std::size_t a, std::size_t b) { return votesOf(s, a) > votesOf(s, b); });
}

Expected<std::string> canonicalBytes(const Statement& s) {
  if (!fits(s))
    return fail(
        ErrorKind::BadInput,
        tr("Không lập được mã xác minh: có số liệu ngoài phạm vi hoặc danh sách trúng cử không đúng. Hãy kiểm tra số liệu của cuộc bầu.",
           "The verification code cannot be made: a figure is out of range or the list of the elected is wrong. Check the contest's figures."));
  ByteWriter out;
  const unsigned shape = shapeOf(s);
  out.byte(static_cast<unsigned>(s.kind));
  out.byte(shape);
  out.text(s.congress);
  out.text(s.contest);
  out.text(s.program);
  out.number(static_cast<std::uint64_t>(s.madeAt));
  out.bytes(s.journalHead.data(), s.journalHead.size());
  for (int n : {s.round, s.convened, s.present, s.issued, s.returned, s.valid, s.invalid, s.base})
    out.number(static_cast<std::uint64_t>(n));
  out.byte(static_cast<unsigned>(s.votes.size()));
  writeVotes(out, s, shape);
  std::vector<unsigned> bits((s.votes.size() + 7) / 8, 0);
  for (std::size_t i : s.elected) bits[i / 8] |= 1u << (i % 8);
  for (unsigned b : bits) out.byte(b);
  return out.take();
}

Expected<std::string> signStatement(const Statement& statement, const SecretKey& secretKey) {
  sodiumReady();
  auto bytes = canonicalBytes(statement);
  if (!bytes) return bytes;
  const std::string message = signedMessage(*bytes);
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(), secretKey.data());
  PublicKey key;
  crypto_sign_ed25519_sk_to_pk(key.data(), secretKey.data());
  bytes->append(reinterpret_cast<const char*>(key.data()), key.size());
  bytes->append(reinterpret_cast<const char*>(signature.data()), signature.size());
  return std::string(kPrefix) + toBase45(*bytes);
}

Expected<SignedStatement> parseStatement(std::string_view text) {
  sodiumReady();
  if (text.substr(0, kPrefix.size()) != kPrefix)
    return fail(ErrorKind::BadInput,
                tr("Đây không phải mã xác minh của chương trình Kiểm Phiếu. Hãy đưa đúng mã QR in ở chân trang biên bản.",
                   "This is no verification code of Kiểm Phiếu. Give the QR code printed at the foot of the minutes."));
  const auto bytes = fromBase45(text.substr(kPrefix.size()));
  constexpr std::size_t tail = std::tuple_size_v<PublicKey> + std::tuple_size_v<Signature>;
  if (!bytes || bytes->size() <= tail) return changed();
  const std::string body = bytes->substr(0, bytes->size() - tail);
  SignedStatement result;
  std::copy_n(bytes->data() + body.size(), result.key.size(), reinterpret_cast<char*>(result.key.data()));
  std::copy_n(bytes->data() + body.size() + result.key.size(), result.signature.size(), reinterpret_cast<char*>(result.signature.data()));
  const std::string message = signedMessage(body);
  if (crypto_sign_verify_detached(result.signature.data(), raw(message), message.size(), result.key.data()) != 0) return changed();
  ByteReader in(body);
  result.statement = readBody(in);
  normalise(result.statement);
  // One statement has one form: a body that is not what we would write is none of ours, whoever signed it.
  const auto again = in.good() ? canonicalBytes(result.statement) : Expected<std::string>(changed());
  if (!again || *again != body) return changed();
  return result;
}

std::string shortCode(const Statement& statement) {
  sodiumReady();
  const auto bytes = canonicalBytes(statement);
  if (!bytes) return {};
  Hash hash;
  crypto_generichash(hash.data(), hash.size(), raw(*bytes), bytes->size(), nullptr, 0);
  constexpr char digits[] = "0123456789ABCDEF";
  std::string code;
  for (std::size_t i = 0; i < 8; ++i) {
    if (i > 0 && i % 2 == 0) code += '-';
    code += digits[hash[i] >> 4];
    code += digits[hash[i] & 15];
  }
  return code;
}

}  // namespace kp

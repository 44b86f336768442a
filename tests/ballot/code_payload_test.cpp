// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ballot/code_payload.h"
#include "ballot_samples.h"

namespace kp {
namespace {

using test::sampleCongress;
using test::sampleContest;

CodeKey keyOf(std::uint8_t seed) {
  CodeKey key{};
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(seed + 7 * i);
  return key;
}

CodePayload samplePayload(bool perBallot) {
  CodePayload payload{0x01234567, 0x89ABCDEF, 0xDEADBEEF, 2, 5, {}};
  if (perBallot) payload.ballot = 0xFEDCBA9876;
  return payload;
}

RC_GTEST_PROP(CodePayload, whatIsPrintedIsReadBack,
              (std::uint32_t congress, std::uint32_t contest, std::uint32_t form, bool perBallot, std::uint64_t ballot)) {
  const int pages = *rc::gen::inRange(1, 32), page = *rc::gen::inRange(1, pages + 1);
  CodePayload payload{congress, contest, form, page, pages, {}};
  if (perBallot) payload.ballot = ballot & 0xFFFFFFFFFF;
  const std::string text = encode(payload, keyOf(1));
  const auto read = decode(text, keyOf(1), congress);
  RC_ASSERT(read.check == CodeCheck::Ours);
  RC_ASSERT(read.payload == payload);
  // 47 alphanumeric characters are what QR version 3-Q holds; one more would not fit the printed square.
  RC_ASSERT(text.size() <= 47u);
  RC_ASSERT(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos);
  RC_ASSERT(text.substr(0, 3) == "KP1");
}

// Catches: a tag that leaves a bit unprotected, or spare bits of Base32 that may be changed unnoticed.
TEST(CodePayload, anyChangedCharacterIsNoticed) {
  for (const bool perBallot : {false, true}) {
    const std::string good = encode(samplePayload(perBallot), keyOf(1));
    for (std::size_t i = 0; i < good.size(); ++i)
      for (const char c : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567a0 ")) {
        std::string bad = good;
        if (bad[i] == c) continue;
        bad[i] = c;
        EXPECT_NE(decode(bad, keyOf(1), samplePayload(false).congress).check, CodeCheck::Ours) << i << c;
      }
  }
}

TEST(CodePayload, aForgerWithoutTheKeyIsToldApart) {
  const std::string text = encode(samplePayload(false), keyOf(2));
  EXPECT_EQ(decode(text, keyOf(1), samplePayload(false).congress).check, CodeCheck::Forged);
}

TEST(CodePayload, anotherCongressIsToldApart) {
  const auto read = decode(encode(samplePayload(false), keyOf(1)), keyOf(1), 42);
  EXPECT_EQ(read.check, CodeCheck::OtherCongress);
  EXPECT_EQ(read.payload.contest, samplePayload(false).contest);
}

TEST(CodePayload, truncatedOrLengthenedIsNotOurs) {
  const std::string good = encode(samplePayload(true), keyOf(1));
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_EQ(decode(good.substr(0, size), keyOf(1), samplePayload(true).congress).check, CodeCheck::NotOurs) << size;
  for (const std::string& tail : {std::string("A"), std::string("AAAAAAAA"), std::string(1, '\0'), std::string(100000, 'A')})
    EXPECT_EQ(decode(good + tail, keyOf(1), samplePayload(true).congress).check, CodeCheck::NotOurs);
}

TEST(CodePayload, pagesOutOfRangeAreNotOurs) {
  for (const auto& [page, pages] : {std::pair{0, 1}, std::pair{3, 2}, std::pair{0, 0}}) {
    CodePayload payload = samplePayload(false);
    payload.page = page;
    payload.pages = pages;
    EXPECT_EQ(decode(encode(payload, keyOf(1)), keyOf(1), payload.congress).check, CodeCheck::NotOurs) << page << "/" << pages;
  }
}

RC_GTEST_PROP(CodePayload, randomBytesAreNeverOurs, (const std::string& bytes, bool prefixed)) {
  const auto read = decode(prefixed ? "KP1" + bytes : bytes, keyOf(1), samplePayload(false).congress);
  RC_ASSERT(read.check != CodeCheck::Ours);
}

RC_GTEST_PROP(CodePayload, randomBase32IsNeverOurs, ()) {
  const auto size = *rc::gen::element<std::size_t>(36, 44);
  const auto letters = *rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")));
  RC_ASSERT(decode("KP1" + letters, keyOf(1), samplePayload(false).congress).check != CodeCheck::Ours);
}

// The payload's bytes are a format: ballots printed before an update must be read after it.
TEST(CodePayload, formatIsStable) { EXPECT_EQ(encode(samplePayload(false), keyOf(1)).substr(0, 25), "KP1AERUKZ4JVPG67XVNX3XQAR"); }

TEST(Tags, tellApartWhatMustNotBeMixed) {
  CongressInfo congress = sampleCongress(), other = congress;
  other.id = "khac";
  EXPECT_NE(congressTag(congress), congressTag(other));
  Contest contest = sampleContest(Face::StrikeOut, 5), again = contest;
  again.round = 2;
  EXPECT_NE(contestTag(contest), contestTag(again)) << "a second round's ballots beside those of the first";
  Contest renamed = contest;
  renamed.candidates[1].name = "Trần Văn Khác";
  EXPECT_NE(formTag(*layOut(congress, contest)), formTag(*layOut(congress, renamed))) << "the list changed after printing";
  Contest swapped = contest;
  std::swap(swapped.candidates[1], swapped.candidates[2]);
  EXPECT_NE(formTag(*layOut(congress, contest)), formTag(*layOut(congress, swapped)));
  EXPECT_EQ(formTag(*layOut(congress, contest)), formTag(*layOut(congress, contest)));
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/rehearsed.h"

#include <set>
#include <sstream>

#include "election/text.h"

namespace kp {
namespace {

constexpr std::size_t kHexDigits =
    16;  ///< 64 bits: two of a congress's images never share them by chance, and a deck of 1,000 takes 17 kB of journal
constexpr std::size_t kNamed = 5;

std::string shortHash(const Digest& hash) { return toHex(hash).substr(0, kHexDigits); }

}  // namespace

std::string rehearsalImages(const std::vector<Digest>& images) {
  std::string text;
  for (const Digest& image : images) text += (text.empty() ? "" : " ") + shortHash(image);
  return text;
}

Expected<std::vector<int>> rehearsalSheets(const Ledger& ledger, const std::string& contest) {
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  std::set<std::string> known;
  for (const JournalEntry& entry : *entries) {
    if (entry.event != toString(Event::RehearsalMade)) continue;
    std::istringstream images(entry.after);
    for (std::string image; images >> image;) known.insert(image);
  }
  std::vector<int> found;
  if (known.empty()) return found;
  SheetFilter filter;
  filter.contest = contest;
  const auto walked = ledger.sheets().forEach(filter, [&](const StoredSheet& sheet) {
    if (known.count(shortHash(sheet.sourceHash))) found.push_back(sheet.id);
    return true;
  });
  if (!walked) return tl::unexpected<Error>(walked.error());
  return found;
}

std::string rehearsalWarning(const std::vector<int>& sheets) {
  if (sheets.empty()) return {};
  std::string list;
  for (std::size_t i = 0; i < sheets.size() && i < kNamed; ++i) list += (i == 0 ? "" : ", ") + std::to_string(sheets[i]);
  if (sheets.size() > kNamed) list += ", …";
  return trf(
      "CẢNH BÁO: {0} tờ (số {1}) là ảnh của xấp phiếu CHẠY THỬ do chương trình này tạo, không phải phiếu cử tri đã bỏ. Nếu đây là cuộc kiểm phiếu thật, "
      "Ban kiểm phiếu phải để riêng các tờ này và kiểm lại",
      "WARNING: {0} sheets (number {1}) are images of a REHEARSAL deck made by this program, not ballots that anybody cast. If this is the real count, the "
      "committee must set these sheets aside and count again",
      sheets.size(), list);
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/keyed_entry.h"

#include <algorithm>
#include <array>

#include "count/keyed_face.h"
#include "election/text.h"

namespace kp {
namespace {

bool allUnsure(const KeyedEntry& entry, const KeyedFace& face) {
  return std::all_of(entry.rows.begin(), entry.rows.end(), [&](const RowMarks& row) { return row == face.unclear; });
}

bool has(const KeyedEntry& entry, KeyedFlag flag) { return std::find(entry.flags.begin(), entry.flags.end(), flag) != entry.flags.end(); }

void add(std::string& text, const std::string& token) { text += (text.empty() ? "" : " ") + token; }

/// Numbers from `first` to `last` (from 1) that have the same letters behind them.
void addRun(std::string& text, std::size_t first, std::size_t last, const std::string& letters) {
  const std::size_t count = last - first + 1;
  if (count >= 3) return add(text, std::to_string(first) + "-" + std::to_string(last) + letters);
  for (std::size_t number = first; number <= last; ++number) add(text, std::to_string(number) + letters);
}

Why whyOf(KeyedFlag flag) {
  switch (flag) {
    case KeyedFlag::ExtraWriting:
    case KeyedFlag::WrittenInName: return Why::ExtraWriting;
    case KeyedFlag::SecondInk: return Why::SecondInk;
    case KeyedFlag::NotOurs: return Why::CodeNotOurs;
    case KeyedFlag::Unclear: break;
  }
  return Why::MarkUnsure;
}

}  // namespace

std::string entryText(const Contest& contest, const KeyedEntry& entry) {
  const KeyedFace face = keyedFace(faceOf(contest));
  if (has(entry, KeyedFlag::NotOurs)) return std::string(1, letterOf(KeyedFlag::NotOurs));
  if (entry.flags == std::vector{KeyedFlag::Unclear} && allUnsure(entry, face)) return std::string(1, letterOf(KeyedFlag::Unclear));
  std::string text;
  for (std::size_t i = 0; i < entry.rows.size();) {
    std::size_t end = i + 1;
    while (end < entry.rows.size() && entry.rows[end] == entry.rows[i]) ++end;
    if (entry.rows[i] != face.usual) addRun(text, i + 1, end, lettersOf(face, entry.rows[i]));
    i = end;
  }
  if (text.empty()) text = "0";
  for (const KeyedFlag flag : entry.flags) add(text, std::string(1, letterOf(flag)));
  return text;
}

int keystrokes(const std::string& text) {
  const auto starts = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<int>(std::count_if(text.begin(), text.end(), starts)) + 1;
}

BallotEvidence evidenceOf(const Contest& contest, const KeyedEntry& entry) {
  BallotEvidence evidence;
  evidence.rows = entry.rows;
  const bool anyUnsure = std::any_of(entry.rows.begin(), entry.rows.end(),
                                     [](const RowMarks& row) { return std::find(row.begin(), row.end(), MarkState::Unsure) != row.end(); });
  evidence.rows.resize(contest.candidates.size(), keyedFace(faceOf(contest)).unclear);
  for (const KeyedFlag flag : entry.flags)
    if (flag != KeyedFlag::Unclear || !anyUnsure) evidence.doubts.push_back({whyOf(flag), std::nullopt, std::nullopt, flagText(flag)});
  return evidence;
}

std::string flagText(KeyedFlag flag) {
  switch (flag) {
    case KeyedFlag::ExtraWriting:
      return tr("Người nhập thấy có chữ ký, viết thêm hoặc ký hiệu riêng (R-18)",
                "The operators saw a signature, extra writing or a mark (R-18)");
    case KeyedFlag::WrittenInName: return tr("Người nhập thấy viết thêm tên người (R-17)", "The operators saw a name written in (R-17)");
    case KeyedFlag::SecondInk: return tr("Người nhập thấy có loại mực thứ hai (R-19)", "The operators saw a second ink (R-19)");
    case KeyedFlag::NotOurs:
      return tr("Người nhập thấy không phải phiếu do Ban kiểm phiếu phát ra (R-07)",
                "The operators saw a paper not issued by the committee (R-07)");
    case KeyedFlag::Unclear: break;
  }
  return tr("Người nhập thấy phiếu có dấu chưa rõ (R-20)", "The operators saw something unclear (R-20)");
}

EntryDifference differenceOf(const KeyedEntry& a, const KeyedEntry& b) {
  EntryDifference difference;
  for (std::size_t i = 0; i < std::min(a.rows.size(), b.rows.size()); ++i)
    if (a.rows[i] != b.rows[i]) difference.rows.push_back(i);
  difference.flags = a.flags != b.flags;
  return difference;
}

KeyedEntry joined(const Contest& contest, const KeyedEntry& a, const KeyedEntry& b) {
  const RowMarks unclear = keyedFace(faceOf(contest)).unclear;
  KeyedEntry both = a;
  both.flags.insert(both.flags.end(), b.flags.begin(), b.flags.end());
  std::sort(both.flags.begin(), both.flags.end());
  both.flags.erase(std::unique(both.flags.begin(), both.flags.end()), both.flags.end());
  for (const std::size_t row : differenceOf(a, b).rows) both.rows[row] = unclear;
  if (has(a, KeyedFlag::NotOurs) != has(b, KeyedFlag::NotOurs)) {
    both.flags.erase(std::find(both.flags.begin(), both.flags.end(), KeyedFlag::NotOurs));
    std::fill(both.rows.begin(), both.rows.end(), unclear);
  }
  return both;
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/keyed_face.h"

#include <algorithm>
#include <array>

namespace kp {
namespace {

constexpr char kAllBoxes = 'b', kNoBox = 't', kUnclear = '?';
constexpr std::array<char, 5> kFlagLetters = {'x', 'n', 'm', '?', 'l'};  // in the order of KeyedFlag

RowMarks oneBox(std::size_t box) {
  RowMarks row{};
  row.at(box) = MarkState::Mark;
  return row;
}

RowMarks first(std::size_t boxes, MarkState state) {
  RowMarks row{};
  std::fill_n(row.begin(), boxes, state);
  return row;
}

}  // namespace

KeyedFace keyedFace(Face face) {
  KeyedFace out;
  switch (face) {
    case Face::StrikeOut: break;
    case Face::Columns: out.boxes = {'d', 'k'}; break;
    case Face::Confidence: out.boxes = {'c', 'v', 'p'}; break;
  }
  out.usual = out.boxes.empty() ? RowMarks{} : oneBox(0);
  out.departing = oneBox(out.boxes.empty() ? 0 : 1);
  out.unclear = first(fieldsOf(face).size(), MarkState::Unsure);
  return out;
}

std::string lettersOf(const KeyedFace& face, const RowMarks& row) {
  if (row == face.unclear) return {kUnclear};
  if (row == face.departing) return {};
  std::string letters;
  for (std::size_t i = 0; i < face.boxes.size(); ++i)
    if (row[i] == MarkState::Mark) letters += face.boxes[i];
  if (letters.empty()) return {kNoBox};
  return letters.size() == face.boxes.size() ? std::string{kAllBoxes} : letters;
}

std::optional<RowMarks> rowOf(const KeyedFace& face, const std::string& letters) {
  if (letters.empty()) return face.departing;
  if (letters == std::string{kUnclear}) return face.unclear;
  if (face.boxes.empty()) return std::nullopt;
  if (letters == std::string{kAllBoxes}) return first(face.boxes.size(), MarkState::Mark);
  if (letters == std::string{kNoBox}) return RowMarks{};
  RowMarks row{};
  for (const char letter : letters) {
    const auto box = std::find(face.boxes.begin(), face.boxes.end(), letter);
    if (box == face.boxes.end()) return std::nullopt;
    MarkState& state = row.at(static_cast<std::size_t>(box - face.boxes.begin()));
    if (state == MarkState::Mark) return std::nullopt;
    state = MarkState::Mark;
  }
  return row;
}

char letterOf(KeyedFlag flag) { return kFlagLetters.at(static_cast<std::size_t>(flag)); }

std::optional<KeyedFlag> flagOf(char letter) {
  const auto found = std::find(kFlagLetters.begin(), kFlagLetters.end(), letter);
  if (found == kFlagLetters.end()) return std::nullopt;
  return static_cast<KeyedFlag>(found - kFlagLetters.begin());
}

}  // namespace kp

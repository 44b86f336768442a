// SPDX-License-Identifier: GPL-3.0-or-later
// Where the list begins and which column is the name. See README.md, steps 1 to 5.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "formats/letter_case.h"
#include "lists/columns.h"
#include "lists/mending.h"

namespace kp::lists {
namespace {

constexpr std::size_t kHeaderSearch = 40;  ///< rows with text in which a header is looked for; official lists have some ten above it

using Column = Layout::Column;

Column* columnAt(Layout& layout, std::size_t index) {
  for (auto& column : layout.columns)
    if (column.index == index) return &column;
  return nullptr;
}

/// The columns of one row as if it were the header.
std::vector<Column> readTitles(const SheetRow& row) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string title = mended(row.cells[i]);
    if (!title.empty()) columns.push_back({i, title, meaningOf(title)});
  }
  return columns;
}

bool isNameMeaning(Meaning meaning) {
  return meaning == Meaning::FullName || meaning == Meaning::FamilyName || meaning == Meaning::GivenName;
}

/// A header names the column of full names, or a part of names and something else that lists have ("Hồ" and "Tên" may be words of a person's name).
bool isHeader(const std::vector<Column>& columns) {
  std::set<Meaning> known;
  for (const Column& column : columns)
    if (column.meaning) known.insert(*column.meaning);
  if (known.count(Meaning::FullName) > 0) return true;
  const bool named = std::any_of(known.begin(), known.end(), isNameMeaning);
  return named && (columns.size() == 1 || known.size() >= 2);
}

/// What words under a title split it into: nam · nữ under a birth date, họ · tên under a name.
bool isSubTitle(const std::string& text, const Column* above) {
  const std::string word = folded(text);
  static const std::set<std::string> split = {"nam", "nu", "ngay", "thang", "male", "female"};
  const bool birthAbove = above && above->meaning == Meaning::Birth;
  return (birthAbove && split.count(word) > 0) || meaningOf(text).has_value();
}

/// The title over a column: its own, or that of the merged cell to the left.
const Column* titleOver(const Layout& layout, std::size_t index) {
  const Column* found = nullptr;
  for (const Column& column : layout.columns)
    if (column.index <= index) found = &column;
  return found;
}

/// A second header row: no name and no number stands in it, or only titles do.
bool isSubHeader(const SheetRow& row, const Layout& layout) {
  std::size_t texts = 0, titles = 0;
  bool person = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string text = mended(row.cells[i]);
    if (text.empty()) continue;
    ++texts;
    const Column* own = nullptr;
    for (const Column& column : layout.columns)
      if (column.index == i) own = &column;
    if (isSubTitle(text, titleOver(layout, i)))
      ++titles;
    else if (own && own->meaning && (isNameMeaning(*own->meaning) || own->meaning == Meaning::Number))
      person = true;
  }
  return texts > 0 && !person && (titles == texts || (texts >= 2 && titles > 0));
}

void mergeSubHeader(const SheetRow& row, Layout& layout) {
  std::vector<Column> merged;
  for (std::size_t i = 0; i < std::max(row.cells.size(), layout.columns.back().index + 1); ++i) {
    const std::string sub = mended(cellAt(row, i));
    const Column* own = columnAt(layout, i);
    if (sub.empty()) {
      if (own) merged.push_back(*own);
      continue;
    }
    const Column* above = titleOver(layout, i);
    Column column{i, own ? own->title + " – " + sub : sub, meaningOf(sub)};
    const bool nameLost = own && own->meaning && isNameMeaning(*own->meaning) && !(column.meaning && isNameMeaning(*column.meaning));
    if (above && (!column.meaning || nameLost)) column.meaning = above->meaning;
    merged.push_back(column);
  }
  layout.columns = std::move(merged);
}

bool isColumnMark(const std::string& text) {
  const std::string word = folded(text);
  if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'z') return true;
  return !word.empty() && word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "(1) (2) (3)" or "A B 1 2" under a header: every text is a short mark, numbers go up by one, and a mark stands where the name would.
bool isColumnNumbers(const SheetRow& row, const Layout& layout) {
  std::size_t marks = 0;
  int last = 0;
  bool underName = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string text = mended(row.cells[i]);
    if (text.empty()) continue;
    if (!isColumnMark(text)) return false;
    ++marks;
    const std::string word = folded(text);
    const int number = word[0] >= '0' && word[0] <= '9' ? std::stoi(word) : 0;
    if (last > 0 && number != last + 1) return false;
    last = number;
    for (const Column& column : layout.columns)
      underName = underName || (column.index == i && column.meaning && isNameMeaning(*column.meaning));
  }
  return marks >= 2 && underName;
}

/// Words of answers, which a column of given names does not consist of.
bool isAnswer(const std::string& text) {
  static const std::set<std::string> answers = {"nam", "nu", "x", "co", "khong", "vang", "kinh", "v"};
  return answers.count(folded(text)) > 0;
}

/// True when `right` has the given names that belong to `left`: one word of letters beside most names, and not only answers such as nam, nữ.
bool isGivenNameColumn(const Sheet& sheet, const Layout& layout, std::size_t left, std::size_t right) {
  std::size_t names = 0, given = 0, answers = 0;
  for (std::size_t i = layout.first; i < sheet.rows.size(); ++i) {
    const std::string family = mended(cellAt(sheet.rows[i], left)), word = mended(cellAt(sheet.rows[i], right));
    if (!isLetters(family)) continue;
    ++names;
    if (!isLetters(word) || wordCount(word) != 1) continue;
    ++given;
    if (isAnswer(word)) ++answers;
  }
  return names > 0 && given * 5 >= names * 4 && answers < given;
}

/// True when the given names beside full names only repeat their last word (a column people add to sort by).
bool givenNameRepeats(const Sheet& sheet, const Layout& layout, std::size_t full, std::size_t given) {
  std::size_t both = 0, repeats = 0;
  for (std::size_t i = layout.first; i < sheet.rows.size(); ++i) {
    const std::string name = folded(cellAt(sheet.rows[i], full)), word = folded(cellAt(sheet.rows[i], given));
    if (name.empty() || word.empty()) continue;
    ++both;
    if (name == word || name.ends_with(" " + word)) ++repeats;
  }
  return repeats * 2 > both;
}

/// Leaves one way to read a name: one column of full names, or family and given names.
void settleNames(const Sheet& sheet, Layout& layout) {
  const auto full = layout.all(Meaning::FullName), family = layout.all(Meaning::FamilyName), given = layout.all(Meaning::GivenName);
  const auto drop = [&](const std::vector<std::size_t>& indices, std::size_t keep) {
    for (const std::size_t index : indices)
      if (index != keep) columnAt(layout, index)->meaning.reset();
  };
  const auto none = static_cast<std::size_t>(-1);
  if (!full.empty()) {
    std::size_t chosen = full.front();
    for (const std::size_t index : full) {
      const std::string title = folded(columnAt(layout, index)->title);
      if (title.find("dang dung") != std::string::npos || title.find("thuong dung") != std::string::npos) chosen = index;
    }
    layout.secondNameIgnored = full.size() > 1;
    drop(full, chosen);
    drop(family, none);
    const bool split = !given.empty() && !givenNameRepeats(sheet, layout, chosen, given.front());
    drop(given, split ? given.front() : none);
    if (split) columnAt(layout, chosen)->meaning = Meaning::FamilyName;
    return;
  }
  if (family.empty()) {
    drop(given, given.front());
    columnAt(layout, given.front())->meaning = Meaning::FullName;
    return;
  }
  drop(family, family.front());
  drop(given, given.empty() ? none : given.front());
}

/// One title merged over two columns, family and middle name in the left, the given name in the right one.
void splitMergedName(const Sheet& sheet, Layout& layout) {
  if (layout.has(Meaning::GivenName)) return;
  const bool whole = layout.has(Meaning::FullName);
  const std::size_t left = layout.all(whole ? Meaning::FullName : Meaning::FamilyName).front();
  const bool free = columnAt(layout, left + 1) == nullptr;
  if (free && isGivenNameColumn(sheet, layout, left, left + 1)) {
    columnAt(layout, left)->meaning = Meaning::FamilyName;
    const auto after = std::find_if(layout.columns.begin(), layout.columns.end(), [&](const Column& c) { return c.index > left; });
    layout.columns.insert(after, {left + 1, {}, Meaning::GivenName});
  } else {
    columnAt(layout, left)->meaning = Meaning::FullName;
  }
}

/// A list without header: the column with the most texts like a name, and a column of numbers left of it.
Layout findBareNames(const Sheet& sheet) {
  std::map<std::size_t, std::size_t> names, words, numbers;
  for (const SheetRow& row : sheet.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string text = mended(row.cells[i]);
      if (isLetters(text)) ++(wordCount(text) >= 2 ? names : words)[i];
      if (isNumber(text)) ++numbers[i];
    }
  Layout layout;
  const std::map<std::size_t, std::size_t>& choices = names.empty() ? words : names;
  std::size_t best = 0, most = 0;
  for (const auto& [index, count] : choices)
    if (count > most) best = index, most = count;
  if (best > 0 && numbers[best - 1] * 2 > most) layout.columns.push_back({best - 1, {}, Meaning::Number});
  layout.columns.push_back({best, {}, Meaning::FullName});
  splitMergedName(sheet, layout);
  return layout;
}

}  // namespace

Layout findLayout(const Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.rows.size() && i < kHeaderSearch; ++i) {
    std::vector<Column> columns = readTitles(sheet.rows[i]);
    if (!isHeader(columns)) continue;
    Layout layout;
    layout.columns = std::move(columns);
    layout.header = i;
    layout.headerRows = {i};
    std::size_t next = i + 1;
    if (next < sheet.rows.size() && isSubHeader(sheet.rows[next], layout)) {
      mergeSubHeader(sheet.rows[next], layout);
      layout.headerRows.push_back(next++);
    }
    if (next < sheet.rows.size() && isColumnNumbers(sheet.rows[next], layout)) layout.numberRow = next++;
    layout.first = next;
    settleNames(sheet, layout);
    splitMergedName(sheet, layout);
    return layout;
  }
  return findBareNames(sheet);
}

}  // namespace kp::lists

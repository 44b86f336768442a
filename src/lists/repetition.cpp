// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/repetition.h"

#include <map>

#include "election/text.h"
#include "formats/letter_case.h"
#include "lists/people.h"

namespace kp::lists {
namespace {

enum class Relation { SamePerson, Different, Undecided };

Relation compareBirths(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Relation::Undecided;
  const BirthDate first = birthDate(a), second = birthDate(b);
  if (first.year == 0 || second.year == 0) return folded(a) == folded(b) ? Relation::SamePerson : Relation::Undecided;
  if (first.year != second.year) return Relation::Different;
  if (first.day == 0 || second.day == 0) return Relation::Undecided;  // one year; the day of one is not known
  return first.day == second.day && first.month == second.month ? Relation::SamePerson : Relation::Different;
}

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && folded(a) != folded(b); }

/// Whether two rows of one name are one person.
Relation compare(const ListedPerson& a, const ListedPerson& b) {
  const Relation births = compareBirths(a.birth, b.birth);
  if (births != Relation::Undecided) return births;
  const bool apart = differ(a.unit, b.unit) || differ(a.position, b.position) || differ(a.note, b.note);
  return apart ? Relation::Different : Relation::Undecided;
}

void warnNamesake(ImportRow& row, const ImportRow& other) {
  for (const Remark& remark : row.remarks)
    if (remark.kind == RemarkKind::Namesake) return;
  row.remarks.push_back(
      {RemarkKind::Namesake, RemarkLevel::Warning,
       trf("Cùng họ tên với dòng {0}. Ghi chú của hai người được giữ để phân biệt; phiếu chỉ in họ tên, hãy thống nhất cách ghi trên phiếu, ví dụ thêm “(A)”, “(B)”.",
           "The same name as row {0}. The notes of both are kept to tell them apart; the ballot prints names only, so agree on how to print them, such as “(A)”, “(B)”.",
           other.number)});
}

void judge(ImportRow& row, ImportRow& earlier) {
  switch (compare(row.person, earlier.person)) {
    case Relation::SamePerson:
      reject(row, RemarkKind::Repeated,
             trf("“{0}” đã có ở dòng {1}. Không phải làm gì nếu là cùng một người.",
                 "“{0}” is in row {1} already. Nothing to do if this is the same person.", row.person.name, earlier.number));
      return;
    case Relation::Undecided:
      reject(
          row, RemarkKind::Repeated,
          trf("“{0}” trùng tên với dòng {1} mà không có gì để phân biệt. Nếu là hai người, hãy ghi năm sinh hoặc ghi chú cho cả hai rồi nhập lại.",
              "“{0}” has the same name as row {1} and nothing tells them apart. If these are two people, give both a year of birth or a note and import again.",
              row.person.name, earlier.number));
      return;
    case Relation::Different: return;
  }
}

}  // namespace

BirthDate birthDate(const std::string& text) {
  std::vector<int> numbers;
  bool inNumber = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inNumber) numbers.push_back(0);
    if (digit && numbers.back() < 100'000) numbers.back() = numbers.back() * 10 + (c - '0');
    inNumber = digit;
  }
  const auto isYear = [](int n) { return n >= 1900 && n <= 2100; };
  if (numbers.size() == 1 && isYear(numbers[0])) return {0, 0, numbers[0]};
  if (numbers.size() == 2 && isYear(numbers[1])) return {0, numbers[0], numbers[1]};
  if (numbers.size() >= 3 && isYear(numbers[2])) return {numbers[0], numbers[1], numbers[2]};
  if (numbers.size() >= 3 && isYear(numbers[0])) return {numbers[2], numbers[1], numbers[0]};
  return {};
}

void findRepetitions(std::vector<ImportRow>& rows) {
  std::map<std::string, std::vector<ImportRow*>> byName;
  for (ImportRow& row : rows) {
    if (row.state != RowState::Accepted) continue;
    auto& earlier = byName[lowerCase(row.person.name)];
    for (ImportRow* other : earlier)
      if (row.state == RowState::Accepted) judge(row, *other);
    if (row.state != RowState::Accepted) continue;
    for (ImportRow* other : earlier) {
      warnNamesake(row, *other);
      warnNamesake(*other, row);
    }
    earlier.push_back(&row);
  }
}

}  // namespace kp::lists

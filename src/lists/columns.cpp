// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/columns.h"

#include <algorithm>
#include <string_view>

#include "election/text.h"
#include "formats/letter_case.h"
#include "lists/mending.h"

namespace kp::lists {
namespace {

constexpr std::size_t kLongestTitle = 60;  ///< letters of a folded column name; a longer text above a list is a sentence

/// How a folded title must fit.
enum class Fit { Whole, Start };
struct Title {
  std::string_view folded;
  Fit fit;
  Meaning meaning;
};

/// Titles as lists of the Party, the party-member database and English templates have them; the first that fits decides.
const std::vector<Title>& titles() {
  static const std::vector<Title> table = {
      {"stt", Fit::Whole, Meaning::Number},
      {"tt", Fit::Whole, Meaning::Number},
      {"so tt", Fit::Whole, Meaning::Number},
      {"so thu tu", Fit::Whole, Meaning::Number},
      {"no", Fit::Whole, Meaning::Number},
      {"number", Fit::Whole, Meaning::Number},
      {"ho va ten dem", Fit::Start, Meaning::FamilyName},
      {"ho va ten lot", Fit::Start, Meaning::FamilyName},
      {"ho ten dem", Fit::Start, Meaning::FamilyName},
      {"ho va chu dem", Fit::Start, Meaning::FamilyName},
      {"ho va dem", Fit::Start, Meaning::FamilyName},
      {"ho dem", Fit::Start, Meaning::FamilyName},
      {"ho lot", Fit::Start, Meaning::FamilyName},
      {"ho chu lot", Fit::Start, Meaning::FamilyName},
      {"ho", Fit::Whole, Meaning::FamilyName},
      {"family name", Fit::Start, Meaning::FamilyName},
      {"last name", Fit::Start, Meaning::FamilyName},
      {"surname", Fit::Whole, Meaning::FamilyName},
      {"ho va ten", Fit::Start, Meaning::FullName},
      {"ho ten", Fit::Start, Meaning::FullName},
      {"ten dai bieu", Fit::Start, Meaning::FullName},
      {"ten dang vien", Fit::Start, Meaning::FullName},
      {"ten ung cu vien", Fit::Start, Meaning::FullName},
      {"ten nguoi ung cu", Fit::Start, Meaning::FullName},
      {"full name", Fit::Start, Meaning::FullName},
      {"name", Fit::Whole, Meaning::FullName},
      {"candidate", Fit::Whole, Meaning::FullName},
      {"delegate", Fit::Whole, Meaning::FullName},
      {"ten", Fit::Whole, Meaning::GivenName},
      {"ten goi", Fit::Whole, Meaning::GivenName},
      {"given name", Fit::Start, Meaning::GivenName},
      {"first name", Fit::Start, Meaning::GivenName},
      {"ngay sinh", Fit::Start, Meaning::Birth},
      {"nam sinh", Fit::Start, Meaning::Birth},
      {"sinh nam", Fit::Whole, Meaning::Birth},
      {"sinh ngay", Fit::Start, Meaning::Birth},
      {"ngay thang nam sinh", Fit::Start, Meaning::Birth},
      {"ngay thang sinh", Fit::Start, Meaning::Birth},
      {"date of birth", Fit::Start, Meaning::Birth},
      {"year of birth", Fit::Start, Meaning::Birth},
      {"birth", Fit::Start, Meaning::Birth},
      {"vai tro", Fit::Start, Meaning::Role},
      {"nhiem vu", Fit::Start, Meaning::Role},
      {"chuc danh trong ban kiem phieu", Fit::Start, Meaning::Role},
      {"role", Fit::Whole, Meaning::Role},
      {"chuc vu", Fit::Start, Meaning::Position},
      {"chuc danh", Fit::Start, Meaning::Position},
      {"position", Fit::Whole, Meaning::Position},
      {"don vi", Fit::Start, Meaning::Unit},
      {"ten don vi", Fit::Start, Meaning::Unit},
      {"noi cong tac", Fit::Start, Meaning::Unit},
      {"co quan", Fit::Start, Meaning::Unit},
      {"chi bo", Fit::Start, Meaning::Unit},
      {"dang bo", Fit::Start, Meaning::Unit},
      {"doan dai bieu", Fit::Start, Meaning::Unit},
      {"to dai bieu", Fit::Start, Meaning::Unit},
      {"unit", Fit::Whole, Meaning::Unit},
      {"ly do vang", Fit::Start, Meaning::Status},
      {"dien", Fit::Whole, Meaning::Status},
      {"tinh trang", Fit::Start, Meaning::Status},
      {"dien giam tru", Fit::Start, Meaning::Status},
      {"trang thai", Fit::Start, Meaning::Status},
      {"ly do", Fit::Whole, Meaning::Status},
      {"status", Fit::Whole, Meaning::Status},
      {"reason", Fit::Whole, Meaning::Status},
      {"co mat", Fit::Start, Meaning::Present},
      {"diem danh", Fit::Start, Meaning::Present},
      {"hien dien", Fit::Start, Meaning::Present},
      {"tham du", Fit::Start, Meaning::Present},
      {"du dai hoi", Fit::Start, Meaning::Present},
      {"present", Fit::Whole, Meaning::Present},
      {"attendance", Fit::Whole, Meaning::Present},
      {"vang", Fit::Whole, Meaning::Absent},
      {"vang mat", Fit::Start, Meaning::Absent},
      {"absent", Fit::Whole, Meaning::Absent},
      {"loai dai bieu", Fit::Start, Meaning::Standing},
      {"loai dang vien", Fit::Start, Meaning::Standing},
      {"tu cach", Fit::Start, Meaning::Standing},
      {"chinh thuc du khuyet", Fit::Whole, Meaning::Standing},
      {"chinh thuc du bi", Fit::Whole, Meaning::Standing},
      {"delegate type", Fit::Whole, Meaning::Standing},
      {"ghi chu", Fit::Start, Meaning::Note},
      {"note", Fit::Whole, Meaning::Note},
      {"notes", Fit::Whole, Meaning::Note},
      {"remarks", Fit::Whole, Meaning::Note},
  };
  return table;
}

}  // namespace

std::optional<Meaning> meaningOf(const std::string& title) {
  const std::string text = folded(title);
  if (text.empty() || text.size() > kLongestTitle) return std::nullopt;
  for (const Title& known : titles()) {
    const bool fits = text == known.folded || (known.fit == Fit::Start && text.starts_with(std::string(known.folded) + " "));
    if (fits) return known.meaning;
  }
  return std::nullopt;
}

std::string meaningText(Meaning meaning) {
  switch (meaning) {
    case Meaning::Number: return tr("Số thứ tự", "Number");
    case Meaning::FullName: return tr("Họ và tên", "Full name");
    case Meaning::FamilyName: return tr("Họ và tên đệm", "Family and middle name");
    case Meaning::GivenName: return tr("Tên", "Given name");
    case Meaning::Birth: return tr("Ngày sinh hoặc năm sinh", "Date or year of birth");
    case Meaning::Position: return tr("Chức vụ", "Position");
    case Meaning::Unit: return tr("Đơn vị", "Unit");
    case Meaning::Role: return tr("Vai trò trong Ban kiểm phiếu", "Role in the counting committee");
    case Meaning::Note: return tr("Ghi chú", "Note");
    case Meaning::Present: return tr("Có mặt", "Present");
    case Meaning::Absent: return tr("Vắng mặt", "Absent");
    case Meaning::Standing: return tr("Chính thức, dự khuyết hay dự bị", "Official, alternate or probationary");
    case Meaning::Status: return tr("Tình trạng, lý do vắng", "Status, reason of absence");
  }
  return {};
}

bool Layout::has(Meaning meaning) const {
  return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.meaning == meaning; });
}

std::vector<std::size_t> Layout::all(Meaning meaning) const {
  std::vector<std::size_t> out;
  for (const Column& column : columns)
    if (column.meaning == meaning) out.push_back(column.index);
  return out;
}

const std::string& cellAt(const SheetRow& row, std::size_t column) {
  static const std::string none;
  return column < row.cells.size() ? row.cells[column] : none;
}

std::string textOf(const SheetRow& row, const Layout& layout, Meaning meaning, const std::string& between) {
  std::string out;
  for (const std::size_t column : layout.all(meaning)) {
    const std::string text = mended(cellAt(row, column));
    if (!text.empty()) out += (out.empty() ? "" : between) + text;
  }
  return out;
}

bool repeatsHeader(const SheetRow& row, const Layout& layout) {
  if (!layout.header) return false;
  std::size_t same = 0;
  for (const auto& column : layout.columns) {
    if (!column.meaning || cellAt(row, column.index).empty()) continue;
    if (meaningOf(cellAt(row, column.index)) != column.meaning) return false;
    ++same;
  }
  return same > 0;
}

}  // namespace kp::lists

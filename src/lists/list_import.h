// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "election/congress.h"
#include "election/tally.h"
#include "lists/sheet.h"

/// Lists of people from a table (nhập danh sách): read → preview → take. Nothing of a file reaches the congress but by candidatesOf(), committeeOf() or
/// DelegateCounts::proposed, and nothing of it is dropped without a row that says why. Texts are in the language of the calling thread.
namespace kp {

/// What becomes of one row. PassedOver: no person was looked for in it (title above the list, header, row of column numbers).
enum class RowState { Accepted, Rejected, PassedOver };

/// Why, as an identifier for tests and icons; the words are in Remark::what. A remark of an accepted row is a note or a warning.
enum class RemarkKind {
  AboveHeader,        ///< passed over: stands above the header
  Header,             ///< passed over: column names
  ColumnNumbers,      ///< passed over: "(1) (2) (3)" under the header
  EmptyName,          ///< rejected
  NumberOnly,         ///< rejected: the name is a number
  DigitsInName,       ///< rejected
  NotAName,           ///< rejected: heading of a group, total, date and place, signature under the list
  TooLong,            ///< rejected: more than kMaxNameLetters
  Unprintable,        ///< rejected: a character a ballot cannot show, named by its code
  OldEncoding,        ///< rejected: typed in a TCVN3 or VNI font
  Repeated,           ///< rejected: the person of an earlier row once more, or nothing tells the two apart
  TooMany,            ///< rejected: beyond kMaxCandidates
  UnknownRole,        ///< rejected: a role in the committee that the program does not know
  Namesake,           ///< warning: same name as another row, told apart by the note
  OneWord,            ///< warning: a name of one word
  NoNumber,           ///< warning: the rows around it are numbered, this one is not
  Hidden,             ///< warning: the row is hidden in the workbook
  SecondHead,         ///< warning: another row is head of the committee already
  NotOfficial,        ///< note: alternate, probationary member or guest, not counted among those convened
  Deduction,          ///< note: class of R-23, R-24 that its words fit
  UnclearStatus,      ///< warning: words that may mean a deduction and do not settle it; not deducted
  UnclearAttendance,  ///< warning: the mark for present or absent is not understood, or missing among others
  Normalised,         ///< note: decomposed Unicode was composed (NFC)
  SpacesMended,       ///< note
  CaseSuggested,      ///< note: all capitals or none; ImportRow::suggestedName is in title case
};
enum class RemarkLevel { Note, Warning, Rejection };
struct Remark {
  RemarkKind kind = RemarkKind::EmptyName;
  RemarkLevel level = RemarkLevel::Note;
  std::string what;  ///< a whole sentence with what to do
};

/// Whether a person counts among those convened.
enum class Standing { Official, Alternate, Probationary, Guest };
enum class Attendance { Unknown, Present, Absent };

/// What a row says of a person; empty where the list has no such column. All NFC, single spaces.
struct ListedPerson {
  std::string name, birth, position, unit, note;
  Role role = Role::Member;  ///< committee lists
  Standing standing = Standing::Official;
  Attendance attendance = Attendance::Unknown;
  std::string deduction;  ///< class of deductionClasses(), "" none
};

struct ImportRow {
  int number = 0;  ///< as the spreadsheet program shows it, from 1
  RowState state = RowState::Rejected;
  ListedPerson person;
  std::string suggestedName;    ///< "" when there is nothing to suggest; taken only on demand, see ListOptions
  std::string cells;            ///< the row as it stands in the file, cells joined by " | "
  std::vector<Remark> remarks;  ///< never empty unless Accepted
  std::string why() const;      ///< the remarks as one text, "" for a row accepted as it is
};

/// How a column of the file was understood.
struct ColumnUse {
  std::string letter;   ///< "A", "B" …
  std::string title;    ///< as in the file, "" without header
  std::string meaning;  ///< in words; "" for a column that is not used
};

/// Figures worked out of a list of delegates or members. Proposed only: the committee compares, changes and enters them.
struct DelegateCounts {
  int official = 0, alternates = 0, probationary = 0, guests = 0;
  bool attendanceKnown = false;  ///< every official person has a mark that is understood
  int present = 0, absent = 0;   ///< official people; both 0 without marks
  int unclear = 0;               ///< rows with Remark UnclearStatus or UnclearAttendance
  Figures proposed;  ///< convened = official; present if attendanceKnown; deductions of the classes found; issued, returned never
};

struct ImportPreview {
  std::string fileName, sheetName;
  std::vector<ColumnUse> columns;
  std::vector<ImportRow> rows;     ///< every row that is not blank, in file order
  std::vector<std::string> notes;  ///< of the whole list: no header found, other sheets left alone, no head in the committee …
  DelegateCounts delegates;        ///< filled by previewDelegates()

  int count(RowState state) const;
  bool hasSuggestions() const;
  /// "21 dòng nhận, 2 dòng bị loại, 3 dòng không phải người trong danh sách."
  std::string summary() const;
};

/// Looks for the header by column names (Vietnamese or English, capitals and diacritics ignored; two header rows as merged cells make them); a list of bare
/// names works too. Judges each row. A file with no name in it gives a preview without accepted rows, never an error.
ImportPreview previewCandidates(const Sheet& sheet);
ImportPreview previewCommittee(const Sheet& sheet);
/// Delegates or members by `kind`, whose deduction classes are looked for (R-23 members, R-24 delegates).
ImportPreview previewDelegates(const Sheet& sheet, CongressKind kind);

struct ListOptions {
  bool suggestedNames = false;  ///< take suggestedName where there is one
  bool sorted = false;          ///< order by given name, see sortVietnamese(); otherwise the order of the file
};
/// The accepted rows as candidates, ids c01, c02 … (c001 … from 100 names) in the resulting order. The note is the list's note; for namesakes what tells them apart.
std::vector<Candidate> candidatesOf(const ImportPreview& preview, const ListOptions& options);
/// The accepted rows of a committee, in file order.
std::vector<CommitteeMember> committeeOf(const ImportPreview& preview, bool suggestedNames);

/// Why a text typed as somebody's name is none, a sentence with what to do; "" when it can be one. Parentheses may hold what tells namesakes apart.
std::string typedNameProblem(const std::string& name);

/// By given name, then the rest (compareVietnameseNames), stable; ids are given anew: c01, c02 …
std::vector<Candidate> sortVietnamese(std::vector<Candidate> candidates);

}  // namespace kp

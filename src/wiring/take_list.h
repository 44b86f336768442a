// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "lists/list_import.h"

namespace kp {

/// What a list is of.
enum class ListKind { Candidates, Committee, Delegates };

/// A list read from a file and judged row by row, nothing taken yet.
struct ReadList {
  ListKind kind = ListKind::Candidates;
  ImportPreview preview;
  std::string hash;  ///< of the file, for the journal
};

/// Reads a list from a CSV or XLSX file. Errors as readFile() and readTable().
Expected<ReadList> readList(const std::filesystem::path& file, ListKind kind, CongressKind congress, const std::string& sheet = {});

/// Adds the people of a committee list who are not in the congress yet, or puts them in place of the whole committee; journals the list. Returns how many were added.
/// Errors as saveCongress().
Expected<int> takeCommittee(Ledger& ledger, const ReadList& list, bool suggestedNames, bool replace, const Actors& by);

/// Enters the figures worked out of a list of delegates (convened, deductions, present where the list has marks) for these contests; journals the list.
/// Errors as enterFigures().
Expected<int> takeDelegates(Ledger& ledger, const ReadList& list, const std::vector<std::string>& contests, const Actors& by);

/// Journals that a list was imported: kind, file, its hash, rows taken and rejected.
Expected<void> noteList(Ledger& ledger, const ReadList& list, const std::string& contest, const Actors& by);

}  // namespace kp

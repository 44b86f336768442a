// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/congress.h"

namespace kp {

/// Lists as CSV for spreadsheet programs: UTF-8 with BOM, separator ';' (what Excel with Vietnamese settings expects), CRLF, cells guarded against being taken
/// for formulas. readTable() and the previews read them back to the same list.
/// STT · Họ và tên · Ghi chú, in the language of the calling thread.
std::string candidatesCsv(const std::vector<Candidate>& candidates);
/// STT · Họ và tên · Vai trò.
std::string committeeCsv(const std::vector<CommitteeMember>& committee);

}  // namespace kp

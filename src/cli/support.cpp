// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/command.h"
#include "election/text.h"
#include "formats/unicode.h"

namespace kp::cli {

Expected<Ledger> openFile(const std::string& file, Ledger::Mode mode) {
  LedgerOptions options;
  options.who = "kiemphieu";
  return Ledger::open(file, mode, options);
}

Expected<Actors> namesFrom(const std::string& list) {
  Actors names;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::size_t from = list.find_first_not_of(" \t", at);
    if (from < end) names.push_back(nfc(list.substr(from, list.find_last_not_of(" \t", end == 0 ? 0 : end - 1) + 1 - from)));
    at = end + 1;
  }
  if (names.empty())
    return fail(ErrorKind::BadInput, tr("--by phải nêu tên người quyết định, ví dụ “Nguyễn Văn A,Trần Thị B”; chưa có gì thay đổi",
                                        "--by must name who decides, e.g. \"Nguyễn Văn A,Trần Thị B\"; nothing was changed"));
  return names;
}

Expected<Actors> namesIfGiven(const std::string& list) { return list.empty() ? Expected<Actors>(Actors{}) : namesFrom(list); }

void printLine(const std::string& text) {
  std::cout << text;
  if (text.empty() || text.back() != '\n') std::cout << '\n';
}

}  // namespace kp::cli

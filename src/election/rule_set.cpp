// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/rule_set.h"

#include "election/text.h"

namespace kp {
namespace {

// Fields not named here keep the defaults of domain.md §3 (trust U: to be confirmed by the organiser).
std::vector<RuleSet> makeRuleSets() {
  RuleSet current;
  current.name = "190-QĐ/TW";
  current.version = "1";
  current.citations = {"Điều lệ Đảng (2011), Điều 12.3", "Quyết định 190-QĐ/TW ngày 10/10/2024", "Hướng dẫn 04-HD/TW ngày 31/12/2024",
                       "Chỉ thị 45-CT/TW ngày 14/04/2025"};
  RuleSet older;
  older.name = "244-QĐ/TW";
  older.version = "1";
  older.citations = {"Điều lệ Đảng (2011), Điều 12.3", "Quyết định 244-QĐ/TW ngày 09/06/2014", "Hướng dẫn 03-HD/TW ngày 20/03/2020"};
  return {current, older};
}

}  // namespace

Expected<RuleSet> ruleSet(const std::string& name) {
  static const std::vector<RuleSet> known = makeRuleSets();
  std::string names;
  for (const RuleSet& set : known) {
    if (set.name == name) return set;
    names += (names.empty() ? "" : ", ") + set.name;
  }
  return fail(ErrorKind::NotFound,
              trf("Không có bộ quy tắc “{0}”. Hãy chọn một trong: {1}.", "There is no rule set “{0}”. Choose one of: {1}.", name, names));
}

}  // namespace kp

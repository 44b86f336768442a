// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/journal_json.h"

#include "formats/json_text.h"

namespace kp {

std::string journalJson(const JournalRecord& record) {
  nlohmann::ordered_json out{
      {"seq", record.seq}, {"time", record.time}, {"by", record.by}, {"event", record.event}, {"contest", record.contest}};
  out["sheet"] = record.sheet ? nlohmann::ordered_json(*record.sheet) : nlohmann::ordered_json(nullptr);
  out["before"] = record.before;
  out["after"] = record.after;
  out["details"] = record.details;
  out["hash"] = record.hash;
  return jsonText(out);
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/result_reader.h"

#include <algorithm>

#include "election/text.h"
#include "formats/json_text.h"

namespace kp {
namespace {

using nlohmann::json;

std::optional<int> figure(const json& figures, const char* name) {
  const auto at = figures.find(name);
  return at != figures.end() && at->is_number_integer() ? std::optional<int>(at->get<int>()) : std::nullopt;
}

ResultSummary::Row rowOf(const json& vote, const std::vector<std::string>& elected) {
  ResultSummary::Row row;
  row.candidate = vote.at("candidate").get<std::string>();
  const json& votes = vote.contains("high") ? vote.at("high") : vote.at("yes");
  row.votes = static_cast<int>(votes.get_ref<const json::number_integer_t&>());  // get<int>() would cast 1e61 too
  row.percent = vote.at("percent").get<std::string>();
  row.elected = std::find(elected.begin(), elected.end(), row.candidate) != elected.end();
  return row;
}

}  // namespace

Expected<ResultSummary> parseResult(const std::string& text) {
  try {
    const json result = json::parse(text);
    ResultSummary summary;
    summary.contest = result.at("contest").get<std::string>();
    summary.closed = result.at("state").get<std::string>() == "closed";
    const json& figures = result.at("figures");
    summary.convened = figure(figures, "convened");
    summary.present = figure(figures, "present");
    summary.issued = figure(figures, "issued");
    summary.returned = figure(figures, "returned");
    summary.valid = figure(figures, "valid");
    summary.invalid = figure(figures, "invalid");
    summary.base = figure(figures, "base");
    const auto elected = result.at("elected").get<std::vector<std::string>>();
    for (const json& vote : result.at("votes")) summary.rows.push_back(rowOf(vote, elected));
    return summary;
  } catch (const json::exception& failure) {
    return fail(ErrorKind::BadInput, trf("Không đọc được kết quả kiểm phiếu: {0}. Hãy dùng tệp do chương trình lập.",
                                         "The result cannot be read: {0}. Use a file made by the program.", failure.what()));
  }
}

}  // namespace kp

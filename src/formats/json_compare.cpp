// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/json_compare.h"

#include <algorithm>

#include "formats/json_text.h"

namespace kp {

std::vector<std::string> jsonDifferences(const std::string& a, const std::string& b, std::size_t most) {
  using nlohmann::json;
  const json left = json::parse(a, nullptr, false), right = json::parse(b, nullptr, false);
  if (left.is_discarded() || right.is_discarded()) return a == b ? std::vector<std::string>{} : std::vector<std::string>{"/"};
  std::vector<std::string> paths;
  for (const json& step : json::diff(left, right)) {
    std::string path = step.value("path", "");
    if (path.empty()) path = "/";
    if (paths.size() < most && std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
  }
  return paths;
}

}  // namespace kp

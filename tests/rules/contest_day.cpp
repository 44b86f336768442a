// SPDX-License-Identifier: GPL-3.0-or-later
#include "contest_day.h"

#include <algorithm>
#include <cstdlib>

namespace kp::testing {
namespace {

std::string inventedName(int i) {
  static const char* const kFamily[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"};
  static const char* const kMiddle[] = {"Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc"};
  static const char* const kGiven[] = {"An",   "Bình", "Cường", "Dũng", "Giang", "Hạnh", "Khánh", "Lan",   "Mạnh", "Nga",
                                       "Oanh", "Phúc", "Quỳnh", "Sơn",  "Thủy",  "Uyên", "Vinh",  "Xuyến", "Yến"};
  return std::string(kFamily[i % 10]) + " " + kMiddle[(i / 10) % 6] + " " + kGiven[(i / 3) % 19];
}

void shell(const std::string& command) { ASSERT_EQ(std::system(command.c_str()), 0) << command; }

}  // namespace

json contestFor(int candidates, int seats, json more) {
  json contest = {{"id", "bau"},    {"title", "Bầu cử thử"},   {"kind", "election"},         {"office", "other"},
                  {"seats", seats}, {"ballot_code", "shared"}, {"candidates", json::array()}};
  for (int i = 0; i < candidates; ++i)
    contest["candidates"].push_back({{"id", "c" + std::to_string(i + 1)}, {"name", inventedName(i)}, {"note", ""}});
  contest.update(more);
  return contest;
}

json congressWith(std::vector<json> contests, const std::string& kind) {
  json committee = json::array();
  for (const auto& [name, role] : std::vector<std::pair<std::string, std::string>>{{kHead, "head"},
                                                                                   {kMember, "member"},
                                                                                   {kOtherMember, "member"},
                                                                                   {kTechnician, "technician"},
                                                                                   {kSupervisor, "supervisor"},
                                                                                   {kSecretary, "secretary"}})
    committee.push_back({{"name", name}, {"role", role}});
  return {{"format", "kiemphieu-congress/1"},
          {"congress",
           {{"id", "luat"},
            {"name", "Đại hội thử các quy tắc"},
            {"superior", "ĐẢNG BỘ CẤP TRÊN"},
            {"issuer", "ĐẢNG BỘ MẪU"},
            {"term", "2025 - 2030"},
            {"place", "Xã Mẫu"},
            {"date", "2025-06-01"},
            {"kind", kind},
            {"rules", "190-QĐ/TW"}}},
          {"committee", committee},
          {"contests", contests}};
}

json marked(const std::vector<std::string>& fields) {
  json marks = json::object();
  for (const std::string& field : fields) marks[field] = "mark";
  return {{"marks", marks}};
}

json keeping(int candidates, const std::vector<int>& kept) {
  std::vector<std::string> struck;
  for (int i = 1; i <= candidates; ++i)
    if (std::find(kept.begin(), kept.end(), i) == kept.end()) struck.push_back("c" + std::to_string(i) + "/name");
  return marked(struck);
}

json rows(const std::string& word) {
  std::vector<std::string> crossed;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::string candidate = "c" + std::to_string(i + 1);
    if (word[i] == 'y' || word[i] == 'b') crossed.push_back(candidate + "/approve");
    if (word[i] == 'n' || word[i] == 'b') crossed.push_back(candidate + "/disapprove");
  }
  return marked(crossed);
}

ContestDay::ContestDay(const json& definition) : m_file(m_folder / "dai-hoi.kiemphieu") {
  const Ran made = run({"congress", "create", m_file, "--from", m_folder.write("definition.json", definition.dump())});
  EXPECT_EQ(made.code, 0) << made.err;
  for (const json& contest : definition.at("contests"))  // R-36 has its own test; the others count once
    ok({"contest", "rules", m_file, contest.at("id"), "--passes", "1"});
}

Ran ContestDay::ok(const std::vector<std::string>& arguments) const {
  Ran ran = run(arguments);
  EXPECT_EQ(ran.code, 0) << ::testing::PrintToString(arguments) << ran.err;
  return ran;
}

void ContestDay::refused(const std::vector<std::string>& arguments, const std::string& part) const {
  const Ran ran = run(arguments);
  EXPECT_EQ(ran.code, 1) << ::testing::PrintToString(arguments) << ran.out;
  EXPECT_EQ(ran.out, "") << ::testing::PrintToString(arguments);
  EXPECT_EQ(ran.errLines(), 1u) << ran.err;
  EXPECT_NE(ran.err.find(part), std::string::npos) << "“" << part << "” in: " << ran.err;
}

void ContestDay::draw(const std::string& contest, const std::vector<json>& ballots, const std::string& deck, int copies) {
  const std::string pages = m_folder / ("pages-" + contest);
  if (!std::filesystem::exists(pages)) {
    std::filesystem::create_directories(pages);
    ok({"ballot", "print", m_file, contest, "--copies", std::to_string(copies), "-o", m_folder / (contest + ".pdf")});
    shell("pdftoppm -r 200 -gray '" + m_folder / (contest + ".pdf") + "' '" + pages + "/p' 2>/dev/null");
    m_folder.write(contest + ".geometry.json", geometry(contest).dump());
  }
  m_folder.write(deck + ".json", json(ballots).dump());
  shell(std::string(KP_MARK_PAGES) + " '" + m_folder / (contest + ".geometry.json") + "' '" + pages + "' '" + m_folder / (deck + ".json") +
        "' '" + m_folder / deck + "'");
}

void ContestDay::scan(const std::string& contest, const std::string& deck, int pass) const {
  ok({"scan", m_file, "--contest", contest, "--pass", std::to_string(pass), m_folder / deck});
}

std::vector<json> ContestDay::records(const std::string& contest) const { return jsonLines(ok({"records", m_file, contest}).out); }

json ContestDay::record(const std::string& contest, int sheet) const {
  for (const json& record : records(contest))
    if (record["sheet"] == sheet) return record;
  ADD_FAILURE() << "no sheet " << sheet;
  return {};
}

json ContestDay::result(const std::string& contest) const { return json::parse(ok({"result", m_file, contest, "--json"}).out); }
json ContestDay::geometry(const std::string& contest) const { return json::parse(ok({"ballot", "geometry", m_file, contest}).out); }

Ran ContestDay::rule(const std::string& contest, int sheet, const std::vector<std::string>& ruling, const std::string& by) const {
  std::vector<std::string> arguments{"rule", m_file, contest, std::to_string(sheet), "--by", by};
  arguments.insert(arguments.end(), ruling.begin(), ruling.end());
  return run(arguments);
}

void ContestDay::figures(const std::string& contest, int convened, int returned) const {
  const std::string n = std::to_string(returned);
  ok({"figures", "set", m_file, contest, "--convened", std::to_string(convened), "--present", n, "--issued", n, "--returned", n, "--by",
      kHead + "," + kMember});
}

void ContestDay::close(const std::string& contest) const { ok({"close", m_file, contest, "--by", kHead + "," + kMember}); }

std::vector<int> yesOf(const json& result) {
  std::vector<int> votes;
  for (const json& row : result["votes"]) votes.push_back(row["yes"]);
  return votes;
}

void expectSumsHold(const json& result) {
  EXPECT_FALSE(result["sums"].empty());
  for (const json& sum : result["sums"]) EXPECT_TRUE(sum["holds"]) << sum;
}

}  // namespace kp::testing

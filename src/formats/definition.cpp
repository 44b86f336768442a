// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/definition.h"

#include <algorithm>
#include <set>

#include "election/text.h"
#include "election/utf8.h"
#include "formats/field_reader.h"
#include "formats/json_text.h"

namespace kp {
namespace {

constexpr const char* kFormat = "kiemphieu-congress/1";
constexpr int kMaxDepth = 16;     // a definition needs 4
constexpr int kMaxSeats = 10000;  // beyond any list; keeps arithmetic on seats far from overflow
constexpr int kMaxRound = 99;

tl::unexpected<Error> refuse(const std::string& what) { return fail(ErrorKind::BadInput, what); }

/// Deepest nesting of brackets outside texts; found before parsing, so that a bomb costs nothing.
int depthOf(const std::string& json) {
  int depth = 0, deepest = 0;
  bool inText = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (inText && c == '\\') ++i;
    if (c == '"') inText = !inText;
    if (inText) continue;
    if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if (c == '}' || c == ']') --depth;
  }
  return deepest;
}

Expected<void> checkText(const std::string& json) {
  if (json.find_first_not_of(" \t\r\n") == std::string::npos)
    return refuse(tr("Tệp khai báo đại hội trống. Chưa có gì được tạo; hãy chọn tệp khác.",
                     "The congress definition is empty. Nothing has been created; choose another file."));
  if (json.size() > kMaxDefinitionBytes)
    return refuse(trf("Tệp dài {0} byte, quá lớn để là tệp khai báo đại hội. Chưa có gì được tạo; hãy chọn tệp khác.",
                      "The file has {0} bytes, too many for a congress definition. Nothing has been created; choose another file.",
                      json.size()));
  if (!decodeUtf8(json))
    return refuse(tr("Tệp khai báo không ở dạng UTF-8. Chưa có gì được tạo; hãy lưu lại tệp với bảng mã UTF-8.",
                     "The definition is not UTF-8. Nothing has been created; save the file again as UTF-8."));
  if (depthOf(json) > kMaxDepth)
    return refuse(
        trf("Tệp có hơn {0} lớp ngoặc lồng nhau nên không phải tệp khai báo đại hội. Chưa có gì được tạo; hãy chọn tệp khác.",
            "The file is nested more than {0} levels deep, so it is no congress definition. Nothing has been created; choose another file.",
            kMaxDepth));
  return {};
}

/// Parses JSON and refuses an object that has a field twice: which of the two was meant is not ours to guess.
Expected<nlohmann::json> parseJson(const std::string& json) {
  std::vector<std::set<std::string>> keys;
  std::string twice;
  const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start) keys.emplace_back();
    if (event == Event::key && !keys.back().insert(parsed.get<std::string>()).second && twice.empty()) twice = parsed.get<std::string>();
    if (event == Event::object_end) keys.pop_back();
    return true;
  };
  try {
    nlohmann::json parsed = nlohmann::json::parse(json, watch);
    if (!twice.empty())
      return refuse(trf("Trường “{0}” xuất hiện hai lần ở một chỗ trong tệp khai báo. Chưa có gì được tạo; hãy bỏ bớt một.",
                        "The field “{0}” stands twice in one place of the definition. Nothing has been created; remove one.", twice));
    return parsed;
  } catch (const nlohmann::json::parse_error& error) {
    const std::size_t at = std::min(error.byte, json.size());
    const auto line = 1 + std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return refuse(trf("Tệp khai báo viết sai cú pháp JSON ở dòng {0}. Chưa có gì được tạo; hãy sửa dòng đó rồi làm lại.",
                      "The definition is not valid JSON at line {0}. Nothing has been created; correct that line and try again.", line));
  } catch (const nlohmann::json::exception&) {  // a number no JSON library can hold, such as 1e999
    return refuse(tr("Tệp khai báo có số quá lớn. Chưa có gì được tạo; hãy sửa số đó rồi làm lại.",
                     "The definition has a number that is too large. Nothing has been created; correct it and try again."));
  }
}

CongressInfo readInfo(FieldReader in) {
  CongressInfo info;
  info.id = in.text("id", std::nullopt);
  info.name = in.text("name", std::nullopt);
  info.superior = in.text("superior", "");
  info.issuer = in.text("issuer", "");
  info.term = in.text("term", "");
  info.place = in.text("place", "");
  info.date = in.text("date", std::nullopt);
  info.kind = in.word<CongressKind>("kind", parseCongressKind, std::nullopt);
  info.rules = in.text("rules", info.rules);
  return info;
}

Contest readContest(FieldReader in) {
  Contest contest;
  contest.id = in.text("id", std::nullopt);
  contest.title = in.text("title", std::nullopt);
  contest.kind = in.word<ContestKind>("kind", parseContestKind, std::nullopt);
  contest.office = in.word<Office>("office", parseOffice, Office::Other);
  const bool election = contest.kind == ContestKind::Election;
  contest.seats = in.number("seats", election ? std::nullopt : std::optional(0), election ? 1 : 0, kMaxSeats);
  contest.ballotCode = in.word<BallotCode>("ballot_code", parseBallotCode, BallotCode::Shared);
  contest.paper = in.text("paper", contest.paper);
  contest.round = in.number("round", 1, 1, kMaxRound);
  contest.runOff = in.flag("run_off", false);
  for (FieldReader& candidate : in.objects("candidates", true)) {
    Candidate read;
    read.id = candidate.text("id", std::nullopt);
    read.name = candidate.text("name", std::nullopt);
    read.note = candidate.text("note", "");
    contest.candidates.push_back(std::move(read));
  }
  return contest;
}

Expected<void> checkFormat(const nlohmann::json& document) {
  const std::string format =
      document.is_object() && document.contains("format") && document["format"].is_string() ? document["format"].get<std::string>() : "";
  if (format == kFormat) return {};
  if (format.rfind("kiemphieu-congress/", 0) == 0)
    return refuse(trf("Tệp khai báo có dạng “{0}”; chương trình này chỉ đọc “{1}”. Chưa có gì được tạo; hãy dùng bản chương trình mới hơn.",
                      "The definition has the format “{0}”; this program reads “{1}”. Nothing has been created; use a newer program.",
                      format, kFormat));
  return refuse(trf("Đây không phải tệp khai báo đại hội: trường “format” phải là “{0}”. Chưa có gì được tạo; hãy chọn tệp khác.",
                    "This is no congress definition: the field “format” must be “{0}”. Nothing has been created; choose another file.",
                    kFormat));
}

nlohmann::ordered_json contestJson(const Contest& contest) {
  nlohmann::ordered_json out = {{"id", contest.id},
                                {"title", contest.title},
                                {"kind", toString(contest.kind)},
                                {"office", toString(contest.office)},
                                {"seats", contest.seats},
                                {"ballot_code", toString(contest.ballotCode)},
                                {"paper", contest.paper},
                                {"round", contest.round},
                                {"run_off", contest.runOff},
                                {"candidates", nlohmann::ordered_json::array()}};
  for (const Candidate& c : contest.candidates) out["candidates"].push_back({{"id", c.id}, {"name", c.name}, {"note", c.note}});
  return out;
}

}  // namespace

Expected<Congress> parseDefinition(const std::string& json) {
  if (const auto ok = checkText(json); !ok) return tl::unexpected<Error>(ok.error());
  const auto document = parseJson(json);
  if (!document) return tl::unexpected<Error>(document.error());
  if (const auto ok = checkFormat(*document); !ok) return tl::unexpected<Error>(ok.error());

  std::optional<Error> mistake;
  FieldReader in(*document, "", mistake);
  Congress congress;
  congress.info = readInfo(in.object("congress"));
  for (FieldReader& person : in.objects("committee", false)) {
    std::string name = person.text("name", std::nullopt);
    congress.committee.push_back({std::move(name), person.word<Role>("role", parseRole, std::nullopt)});
    congress.committee.back().introducedBy = person.text("introduced_by", "");
    congress.committee.back().approvedBy = person.text("approved_by", "");
  }
  for (FieldReader& contest : in.objects("contests", true)) congress.contests.push_back(readContest(contest));
  if (mistake) return tl::unexpected<Error>(*mistake);

  for (const Finding& finding : examine(congress))
    if (finding.severity == Finding::Severity::Block) return fail(ErrorKind::BadInput, finding.what, finding.rule);
  return congress;
}

std::string writeDefinition(const Congress& congress) {
  const CongressInfo& info = congress.info;
  nlohmann::ordered_json out = {{"format", kFormat},
                                {"congress",
                                 {{"id", info.id},
                                  {"name", info.name},
                                  {"superior", info.superior},
                                  {"issuer", info.issuer},
                                  {"term", info.term},
                                  {"place", info.place},
                                  {"date", info.date},
                                  {"kind", toString(info.kind)},
                                  {"rules", info.rules}}},
                                {"committee", nlohmann::ordered_json::array()},
                                {"contests", nlohmann::ordered_json::array()}};
  for (const CommitteeMember& person : congress.committee) {
    nlohmann::ordered_json one = {{"name", person.name}, {"role", toString(person.role)}};
    if (!person.introducedBy.empty()) one["introduced_by"] = person.introducedBy;
    if (!person.approvedBy.empty()) one["approved_by"] = person.approvedBy;
    out["committee"].push_back(std::move(one));
  }
  for (const Contest& contest : congress.contests) out["contests"].push_back(contestJson(contest));
  return jsonText(out, 1) + "\n";
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/output_file.h"
#include "count/setup.h"
#include "election/text.h"
#include "formats/letter_case.h"
#include "reports/csv/csv_text.h"
#include "reports/xlsx/paper_xlsx.h"
#include "wiring/make_paper.h"
#include "wiring/take_list.h"

namespace kp::cli {
namespace {

struct ListsOptions {
  std::string list, sheet;
  ListKind kind = ListKind::Candidates;
  CongressKind congress = CongressKind::Delegates;
  bool json = false;
};

std::string stateWord(RowState state) {
  if (state == RowState::Accepted) return "accepted";
  return state == RowState::Rejected ? "rejected" : "passed-over";
}

std::string sign(RowState state) {
  if (state == RowState::Accepted) return "✓";
  return state == RowState::Rejected ? "✗" : "·";
}

void printRow(const ImportRow& row) {
  const bool person = row.state == RowState::Accepted;
  const std::string what = person ? row.person.name : row.cells;
  printLine(row.remarks.empty() ? trf("{0} {1}  {2}", "{0} {1}  {2}", sign(row.state), row.number, what)
                                : trf("{0} {1}  {2} – {3}", "{0} {1}  {2} – {3}", sign(row.state), row.number, what, row.why()));
}

nlohmann::ordered_json figuresJson(const DelegateCounts& counts) {
  nlohmann::ordered_json out{{"convened", counts.official}};
  out["present"] = counts.proposed.present ? nlohmann::ordered_json(*counts.proposed.present) : nlohmann::ordered_json(nullptr);
  out["deductions"] = counts.proposed.deductions;
  out["unclear"] = counts.unclear;
  return out;
}

void printJson(const ListsOptions& o, const ImportPreview& preview) {
  nlohmann::ordered_json out{
      {"file", preview.fileName}, {"sheet", preview.sheetName}, {"rows", nlohmann::ordered_json::array()}, {"notes", preview.notes}};
  for (const ImportRow& row : preview.rows)
    out["rows"].push_back({{"row", row.number},
                           {"state", stateWord(row.state)},
                           {"name", row.person.name},
                           {"suggested", row.suggestedName},
                           {"cells", row.cells},
                           {"why", row.why()}});
  if (o.kind == ListKind::Delegates) out["proposed"] = figuresJson(preview.delegates);
  printLine(out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void printFigures(const DelegateCounts& counts) {
  printLine(trf("Đề nghị: được triệu tập {0}", "Proposed: convened {0}", counts.official));
  if (counts.proposed.present) printLine(trf("  có mặt {0}", "  present {0}", *counts.proposed.present));
  for (const auto& [name, number] : counts.proposed.deductions) printLine(trf("  {0}: {1}", "  {0}: {1}", deductionText(name), number));
  if (counts.unclear > 0)
    printLine(trf("  {0} dòng chưa rõ, phải xem lại", "  {0} rows are unclear and must be looked at", counts.unclear));
}

Expected<void> preview(const ListsOptions& o) {
  const auto list = readList(o.list, o.kind, o.congress, o.sheet);
  if (!list) return failed(list);
  if (o.json) {
    printJson(o, list->preview);
    return {};
  }
  for (const ImportRow& row : list->preview.rows) printRow(row);
  for (const std::string& note : list->preview.notes) printLine(trf("! {0}", "! {0}", note));
  if (o.kind == ListKind::Delegates) printFigures(list->preview.delegates);
  printLine(list->preview.summary());
  return {};
}

struct AddOptions {
  std::string file, list, sheet, by, office = "other";
  Contest contest;
  bool suggested = false, sorted = false;
  SignInOptions signIn;
};

/// Rejected rows go to stderr once the list is taken, so that nobody misses one by looking at the result alone.
void warnOfRows(const ImportPreview& preview) {
  for (const ImportRow& row : preview.rows)
    if (row.state == RowState::Rejected) std::cerr << trf("dòng {0} bị loại: {1}", "row {0} rejected: {1}", row.number, row.why()) << "\n";
}

/// which contests come before a later office is then told by the names on the lists.
void warnOfOffice(const Congress& before, const Contest& added) {
  if (added.office == Office::Other) return;
  for (const Contest& other : before.contests)
    if (other.office == added.office && other.kind == ContestKind::Election && other.round == added.round)
      std::cerr
          << trf("Lưu ý R-31: đã có cuộc bầu cùng chức danh, “{0}” ({1}). Ai ứng cử chức danh sau mà có tên ở cả hai thì cả hai phải chốt trước.",
                 "Note R-31: there is a contest of the same office, \"{0}\" ({1}). Where candidates for a later office stand in both, both "
                 "must be closed before it.",
                 other.title, other.id)
          << "\n";
}

Expected<void> addFromList(const AddOptions& o) {
  Contest contest = o.contest;
  const auto office = parseOffice(o.office);
  if (!office) return failed(office);
  contest.office = *office;
  const auto list = readList(o.list, ListKind::Candidates, CongressKind::Delegates, o.sheet);
  if (!list) return failed(list);
  contest.candidates = candidatesOf(list->preview, {o.suggested, o.sorted});
  const auto by = namesIfGiven(o.by);
  if (!by) return failed(by);
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn, *by);
  if (!acting) return failed(acting);
  const auto before = acting->ledger.congress().load();
  if (!before) return failed(before);
  if (const auto added = addContest(acting->ledger, contest, acting->by); !added) return added;
  if (const auto noted = noteList(acting->ledger, *list, contest.id, acting->by); !noted) return noted;
  warnOfRows(list->preview);
  warnOfOffice(*before, contest);
  printLine(trf("Đã thêm cuộc bầu {0}: {1} người trong danh sách, cần bầu {2}. {3}", "Contest {0} added: {1} candidates for {2} seats. {3}",
                contest.id, contest.candidates.size(), contest.seats, list->preview.summary()));
  return {};
}

void addAddCommand(CLI::App& contest, Action& action) {
  auto o = std::make_shared<AddOptions>();
  auto* cmd = contest.add_subcommand(
      "add", tr("Thêm một cuộc bầu, danh sách lấy từ tệp CSV hoặc XLSX", "Add a contest, its list from a CSV or XLSX file"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("--from", o->list, tr("Danh sách .xlsx hoặc .csv", "List, .xlsx or .csv"))->required();
  cmd->add_option("--sheet", o->sheet, tr("Tên trang tính", "Name of the worksheet"));
  cmd->add_option("--id", o->contest.id, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("--title", o->contest.title, tr("Tên in trên phiếu", "Title printed on the ballot"))->required();
  cmd->add_option("--seats", o->contest.seats, tr("Số lượng cần bầu", "Seats"))->required();
  cmd->add_option("--office", o->office, tr("Chức danh bầu (mặc định other)", "Office (default other)"));
  cmd->add_flag("--title-case", o->suggested,
                tr("Đổi họ tên viết hoa toàn bộ thành chữ thường có hoa đầu từ", "Put names written in capitals into title case"));
  cmd->add_flag("--sorted", o->sorted, tr("Xếp theo tên gọi, vần chữ cái tiếng Việt", "Order by given name in the Vietnamese alphabet"));
  cmd->add_option("--by", o->by,
                  tr("Ai thêm; đã đọc phiếu của cuộc bầu cùng chức danh thì phải hai người của Ban kiểm phiếu, có Trưởng ban: “A,B”",
                     "Who adds it; once ballots of a contest of the same office were read, two of the committee with its head: \"A,B\""));
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return addFromList(*o); }; });
}

struct ExportOptions {
  std::string file, output;
  PaperRequest request{PaperId::ResultSheet};
  SignInOptions signIn;
};

Expected<std::string> exported(const Ledger& ledger, const ExportOptions& o) {
  const std::string suffix = lowerCase(std::filesystem::path(o.output).extension().string());
  if (suffix != ".xlsx" && suffix != ".csv")
    return fail(ErrorKind::BadInput,
                trf("Không biết ghi {0} ở dạng nào. Chưa ghi gì. Hãy đặt tên tệp có đuôi .xlsx hoặc .csv.",
                    "There is no telling what {0} is to be. Nothing was written. Give it the suffix .xlsx or .csv.", o.output));
  const auto paper = paperContent(ledger, o.request);
  if (!paper) return failed(paper);
  if (suffix == ".csv") return tablesCsv(*paper);
  return paperXlsx(*paper);
}

Expected<void> exportResult(const ExportOptions& o) {
  auto acting = openToAct(o.file, Act::MakePapers, o.signIn);
  if (!acting) return failed(acting);
  const auto bytes = exported(acting->ledger, o);
  if (!bytes) return failed(bytes);
  if (const auto written = writeOutputFile(o.output, *bytes); !written) return written;
  if (const auto noted = notePaper(acting->ledger, o.request, *bytes, acting->by); !noted) return noted;
  printLine(trf("Đã ghi {0}", "{0} written", o.output));
  return {};
}

void addExportCommand(CLI::App& app, Action& action) {
  auto o = std::make_shared<ExportOptions>();
  auto* cmd = app.add_subcommand("export", tr("Ghi bảng kết quả của cuộc bầu đã chốt ra bảng tính (.xlsx, .csv)",
                                              "Write the result of a closed contest as a table (.xlsx, .csv)"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->request.contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("-o,--output", o->output, tr("Tệp .xlsx hoặc .csv sẽ ghi", ".xlsx or .csv file to write"))->required();
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return exportResult(*o); }; });
}

}  // namespace

void addListCommands(CLI::App& app, Action& action) {
  auto* lists =
      app.add_subcommand("lists", tr("Xem trước danh sách sẽ nhập (CSV, XLSX)", "Look through a list before it is imported (CSV, XLSX)"));
  lists->require_subcommand(1);
  auto o = std::make_shared<ListsOptions>();
  auto* cmd = lists->add_subcommand(
      "preview", tr("Từng dòng: được nhận hay bị loại, vì sao; không ghi gì", "Row by row: accepted or rejected and why; writes nothing"));
  cmd->add_option("LIST", o->list, tr("Danh sách .xlsx hoặc .csv", "List, .xlsx or .csv"))->required();
  const std::map<std::string, ListKind> kinds = {
      {"candidates", ListKind::Candidates}, {"committee", ListKind::Committee}, {"delegates", ListKind::Delegates}};
  cmd->add_option("--as", o->kind, tr("candidates, committee hoặc delegates", "candidates, committee or delegates"))
      ->transform(CLI::CheckedTransformer(kinds).description("candidates, committee, delegates"));
  const std::map<std::string, CongressKind> congresses = {{"delegates", CongressKind::Delegates}, {"members", CongressKind::Members}};
  cmd->add_option(
         "--congress", o->congress,
         tr("Loại đại hội của danh sách đại biểu: delegates hoặc members", "Kind of congress of a list of delegates: delegates or members"))
      ->transform(CLI::CheckedTransformer(congresses).description("delegates, members"));
  cmd->add_option("--sheet", o->sheet, tr("Tên trang tính", "Name of the worksheet"));
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return preview(*o); }; });
  addAddCommand(*app.get_subcommand("contest"), action);
  addExportCommand(app, action);
}

}  // namespace kp::cli

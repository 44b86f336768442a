// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "count/access.h"
#include "election/text.h"
#include "formats/definition.h"
#include "wiring/congress_file.h"

namespace kp::cli {
namespace {

struct CongressOptions {
  std::string file, from;
  bool json = false;
};

void warn(const Congress& congress) {
  for (const Finding& finding : examine(congress))
    if (finding.severity == Finding::Severity::Warn)
      std::cerr << (finding.rule.empty() ? trf("Lưu ý: {0}", "Note: {0}", finding.what)
                                         : trf("Lưu ý {0}: {1}", "Note {0}: {1}", finding.rule, finding.what))
                << "\n";
}

Expected<void> create(const CongressOptions& o) {
  const auto congress = readCongressDefinition(o.from);
  if (!congress) return failed(congress);
  warn(*congress);
  if (const auto created = createCongressFile(o.file, *congress); !created) return created;
  printLine(
      trf("Đã tạo {0}: {1}, {2} cuộc bầu.", "{0} created: {1}, {2} contests.", o.file, congress->info.name, congress->contests.size()));
  return {};
}

std::string faceText(Face face) {
  if (face == Face::StrikeOut) return tr("phiếu có số dư, gạch tên", "strike-out ballot");
  if (face == Face::Confidence) return tr("phiếu tín nhiệm", "confidence ballot");
  return tr("phiếu hai cột đồng ý, không đồng ý", "two-column ballot");
}

Expected<void> show(const CongressOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto congress = ledger->congress().load();
  if (!congress) return failed(congress);
  if (o.json) {
    printLine(writeDefinition(*congress));
    return {};
  }
  printLine(congress->info.name);
  printLine(trf("  {0}, {1}; quy tắc {2}", "  {0}, {1}; rules {2}", congress->info.place, congress->info.date, congress->info.rules));
  printLine(tr("Ban kiểm phiếu:", "Committee:"));
  for (const CommitteeMember& m : congress->committee) printLine(trf("  {0} ({1})", "  {0} ({1})", m.name, roleText(m.role)));
  for (const Contest& c : congress->contests) {
    const auto state = ledger->congress().state(c.id);
    if (!state) return failed(state);
    SheetFilter filter;
    filter.contest = c.id;
    const auto sheets = ledger->sheets().count(filter);
    if (!sheets) return failed(sheets);
    printLine(trf("{0}: {1}", "{0}: {1}", c.id, c.title));
    printLine(trf("  {0} người, bầu {1}, {2}; {3} tờ đã nhận; {4}", "  {0} candidates for {1} seats, {2}; {3} sheets taken in; {4}",
                  c.candidates.size(), c.seats, faceText(faceOf(c)), *sheets,
                  state->closed ? tr("đã chốt", "closed") : tr("đang mở", "open")));
    for (std::size_t i = 0; i < c.candidates.size(); ++i)
      printLine(trf("    {0}. {1} ({2})", "    {0}. {1} ({2})", i + 1, c.candidates[i].name, c.candidates[i].id));
  }
  return {};
}

}  // namespace

void addCongressCommands(CLI::App& app, Action& action) {
  auto* congress = app.add_subcommand("congress", tr("Lập và xem tệp đại hội", "Create and show a congress file"));
  congress->require_subcommand(1);
  auto o = std::make_shared<CongressOptions>();
  auto* creating = congress->add_subcommand("create", tr("Lập tệp đại hội từ tệp khai báo", "Create a congress file from a definition"));
  creating->add_option("FILE", o->file, tr("Tệp đại hội sẽ tạo (.kiemphieu)", "Congress file to create (.kiemphieu)"))->required();
  creating->add_option("--from", o->from, tr("Tệp khai báo đại hội (JSON)", "Congress definition (JSON)"))->required();
  creating->callback([o, &action] { action = [o] { return create(*o); }; });
  auto* showing =
      congress->add_subcommand("show", tr("Xem đại hội, các cuộc bầu và danh sách", "Show the congress, its contests and lists"));
  showing->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  showing->add_flag("--json", o->json, tr("In tệp khai báo (JSON)", "Print the definition (JSON)"));
  showing->callback([o, &action] { action = [o] { return show(*o); }; });
}

}  // namespace kp::cli

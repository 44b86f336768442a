// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/output_file.h"
#include "election/text.h"
#include "reports/pdf/role_cards_pdf.h"
#include "wiring/make_paper.h"
#include "wiring/papers.h"

namespace kp::cli {
namespace {

struct PaperOptions {
  std::string file, output;
  PaperRequest request;
  bool json = false;
  SignInOptions signIn;
};

Expected<void> writePaper(const PaperOptions& o) {
  auto acting = openToAct(o.file, Act::MakePapers, o.signIn);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto pdf = makePaper(ledger, o.request);
  if (!pdf) return failed(pdf);
  if (const auto written = writeOutputFile(o.output, *pdf); !written) return written;
  if (const auto noted = notePaper(ledger, o.request, *pdf, acting->by); !noted) return noted;
  printLine(trf("Đã ghi {0}", "{0} written", o.output));
  return {};
}

void printJournal(const std::vector<JournalEntry>& entries, const std::vector<JournalLine>& lines, bool json) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const JournalEntry& e = entries[i];
    if (json) {
      nlohmann::ordered_json out{{"seq", e.seq}, {"time", e.time}, {"by", e.by}, {"event", e.event}, {"contest", e.contest}};
      out["sheet"] = e.sheet ? nlohmann::ordered_json(*e.sheet) : nlohmann::ordered_json(nullptr);
      out["before"] = e.before;
      out["after"] = e.after;
      out["details"] = e.details;
      out["hash"] = toHex(e.hash);
      printLine(out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
      continue;
    }
    std::string by;
    for (const std::string& name : e.by) by += (by.empty() ? "" : ", ") + name;
    printLine(trf("{0}  {1}  {2}{3}", "{0}  {1}  {2}{3}", e.seq, lines[i].time, lines[i].what, by.empty() ? "" : " · " + by));
  }
}

Expected<void> journal(const PaperOptions& o) {
  if (!o.output.empty()) return writePaper(o);
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto entries = ledger->journal().list(o.request.contest);
  if (!entries) return failed(entries);
  const auto lines = journalLines(*ledger, o.request.contest);
  if (!lines) return failed(lines);
  printJournal(*entries, *lines, o.json);
  return {};
}

void addRoleCards(CLI::App& app, Action& action) {
  auto output = std::make_shared<std::string>();
  auto* cmd = app.add_subcommand("role-cards", tr("Lập thẻ công việc cho từng vai trò, mỗi vai trò một trang (PDF)",
                                                  "Make a card for each role, one page each (PDF)"));
  cmd->add_option("-o,--output", *output, tr("Tệp PDF sẽ ghi", "PDF to write"))->required();
  cmd->callback([output, &action] {
    action = [output]() -> Expected<void> {
      const auto pdf = roleCardsPdf(roleCards());
      if (!pdf) return failed(pdf);
      if (const auto written = writeOutputFile(*output, *pdf); !written) return written;
      printLine(trf("Đã ghi {0}", "{0} written", *output));
      return {};
    };
  });
}

}  // namespace

void addPaperCommands(CLI::App& app, Action& action) {
  addRoleCards(app, action);
  struct Command {
    const char* name;
    std::string what;
    PaperId paper;
  };
  const std::vector<Command> commands = {
      {"minutes", tr("Lập biên bản kiểm phiếu (PDF)", "Make the minutes (PDF)"), PaperId::Minutes},
      {"result-sheet", tr("Lập bảng tổng hợp kết quả (PDF)", "Make the result sheet (PDF)"), PaperId::ResultSheet},
      {"elected-list", tr("Lập danh sách trúng cử (PDF)", "Make the list of the elected (PDF)"), PaperId::ElectedList},
      {"rulings-list", tr("Lập bảng kê phiếu đã kết luận (PDF)", "Make the list of rulings (PDF)"), PaperId::RulingsList},
      {"zero-report", tr("Lập biên bản kiểm tra số liệu ban đầu (PDF)", "Make the zero report (PDF)"), PaperId::ZeroReport},
  };
  for (const Command& command : commands) {
    auto o = std::make_shared<PaperOptions>();
    o->request.paper = command.paper;
    auto* cmd = app.add_subcommand(command.name, command.what);
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
    cmd->add_option("CONTEST", o->request.contest, tr("Mã cuộc bầu", "Contest id"))->required();
    cmd->add_option("-o,--output", o->output, tr("Tệp PDF sẽ ghi", "PDF to write"))->required();
    cmd->add_option("--number", o->request.number,
                    tr("Số văn bản; bỏ trống để ghi tay", "Number of the paper; left out, a line to write it on"));
    cmd->add_option("--copies", o->request.copies, tr("Số bản chính", "Number of originals"))->check(CLI::Range(1, 99));
    addPinOption(*cmd, o->signIn);
    cmd->callback([o, &action] { action = [o] { return writePaper(*o); }; });
  }
  auto o = std::make_shared<PaperOptions>();
  o->request.paper = PaperId::Journal;
  auto* cmd = app.add_subcommand("journal", tr("In nhật ký ra màn hình hoặc PDF (-o)", "Print the journal to the screen or a PDF (-o)"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->request.contest, tr("Chỉ cuộc bầu này", "This contest only"));
  cmd->add_option("-o,--output", o->output, tr("Tệp PDF sẽ ghi", "PDF to write"));
  cmd->add_flag("--json", o->json, tr("Mỗi dòng một JSON", "One JSON object a line"));
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return journal(*o); }; });
}

}  // namespace kp::cli

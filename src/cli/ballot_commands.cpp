// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/form.h"
#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/contest_count.h"
#include "count/output_file.h"
#include "election/text.h"
#include "formats/geometry_json.h"
#include "wiring/print_ballots.h"

namespace kp::cli {
namespace {

struct BallotOptions {
  std::string file, contest, output;
  int copies = 1;
  SignInOptions signIn;
};

Expected<void> print(const BallotOptions& o) {
  auto acting = openToAct(o.file, Act::PrintBallots, o.signIn);
  if (!acting) return failed(acting);
  const auto printed = issueBallots(acting->ledger, o.contest, o.copies, acting->by,
                                    [&o](const std::string& pdf) { return writeOutputFile(o.output, pdf); });
  if (!printed) return failed(printed);
  printLine(trf("Đã ghi {0} bản phiếu ({1} trang mỗi phiếu) vào {2}", "{0} ballots ({1} pages each) written to {2}", printed->copies,
                printed->pages, o.output));
  return {};
}

Expected<void> geometry(const BallotOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto counted = loadContest(*ledger, o.contest);
  if (!counted) return failed(counted);
  const auto form = layOut(counted->congress.info, counted->contest);
  if (!form) return failed(form);
  printLine(geometryJson(*form, counted->contest));
  return {};
}

}  // namespace

void addBallotCommands(CLI::App& app, Action& action) {
  auto* ballot = app.add_subcommand("ballot", tr("In phiếu bầu và xuất kích thước phiếu", "Print ballots and give their geometry"));
  ballot->require_subcommand(1);
  auto o = std::make_shared<BallotOptions>();
  auto* printing = ballot->add_subcommand("print", tr("Ghi phiếu trắng ra tệp PDF", "Write blank ballots to a PDF"));
  auto* measuring =
      ballot->add_subcommand("geometry", tr("In kích thước, vị trí các ô của phiếu (JSON)", "Print the ballot's geometry (JSON)"));
  for (auto* cmd : {printing, measuring}) {
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
    cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  }
  printing->add_option("--copies", o->copies, tr("Số bản", "Copies"))->check(CLI::Range(1, kMaxBallotCopies));
  printing->add_option("-o,--output", o->output, tr("Tệp PDF nhận phiếu", "PDF to write"))->required();
  addPinOption(*printing, o->signIn);
  printing->callback([o, &action] { action = [o] { return print(*o); }; });
  measuring->callback([o, &action] { action = [o] { return geometry(*o); }; });
}

}  // namespace kp::cli

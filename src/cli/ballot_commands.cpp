// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/contest_count.h"
#include "count/output_file.h"
#include "election/text.h"
#include "formats/geometry_json.h"
#include "wiring/forms.h"

namespace kp::cli {
namespace {

constexpr int kMaxCopies = 5000;  ///< three times the largest congress (domain.md §7)

struct BallotOptions {
  std::string file, contest, output;
  int copies = 1;
  SignInOptions signIn;
};

Expected<void> print(const BallotOptions& o) {
  auto acting = openToAct(o.file, Act::PrintBallots, o.signIn);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto counted = loadContest(ledger, o.contest);
  if (!counted) return failed(counted);
  const auto key = ledger.keys().codeKey();
  if (!key) return failed(key);
  const auto pdf = printBallots(counted->congress, counted->contest, *key, o.copies);
  if (!pdf) return failed(pdf);
  if (const auto written = writeOutputFile(o.output, *pdf); !written) return written;
  const auto noted = ledger.journal().append(
      {Event::BallotsPrinted,
       acting->by,
       o.contest,
       std::nullopt,
       {},
       {},
       trf("{0} bản, {1} trang mỗi phiếu, mã băm tệp in {2}", "{0} copies, {1} pages a ballot, hash of the printed file {2}", o.copies,
           counted->pages, toHex(hashOf(*pdf)))});
  if (!noted) return failed(noted);
  printLine(trf("Đã ghi {0} bản phiếu ({1} trang mỗi phiếu) vào {2}", "{0} ballots ({1} pages each) written to {2}", o.copies,
                counted->pages, o.output));
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
  printing->add_option("--copies", o->copies, tr("Số bản", "Copies"))->check(CLI::Range(1, kMaxCopies));
  printing->add_option("-o,--output", o->output, tr("Tệp PDF nhận phiếu", "PDF to write"))->required();
  addPinOption(*printing, o->signIn);
  printing->callback([o, &action] { action = [o] { return print(*o); }; });
  measuring->callback([o, &action] { action = [o] { return geometry(*o); }; });
}

}  // namespace kp::cli

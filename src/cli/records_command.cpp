// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "count/records.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct RecordsOptions {
  std::string file, contest;
  int pass = 0;  // 0: all
};

Expected<void> records(const RecordsOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto counted = loadContest(*ledger, o.contest);
  if (!counted) return failed(counted);
  for (const int pass : counted->passes) {
    if (o.pass != 0 && pass != o.pass) continue;
    const auto loaded = loadPass(*ledger, *counted, pass);
    if (!loaded) return failed(loaded);
    for (std::size_t i = 0; i < loaded->sheets.size(); ++i) printLine(recordJson(recordOf(*counted, *loaded, i)));
  }
  return {};
}

}  // namespace

void addRecordsCommand(CLI::App& app, Action& action) {
  auto* cmd = app.add_subcommand(
      "records", tr("In bản ghi từng mặt tờ phiếu, mỗi dòng một JSON", "Print the record of each sheet side, one JSON object a line"));
  auto o = std::make_shared<RecordsOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("--pass", o->pass, tr("Chỉ lượt này; bỏ trống là mọi lượt", "This pass only; left out, all"))->check(CLI::Range(1, 99));
  cmd->callback([o, &action] { action = [o] { return records(*o); }; });
}

}  // namespace kp::cli

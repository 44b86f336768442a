// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/setup.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct ContestOptions {
  std::string file, contest;
  SignInOptions signIn;
};

Expected<void> next(const ContestOptions& o) {
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn);
  if (!acting) return failed(acting);
  const auto made = nextRound(acting->ledger, o.contest, acting->by);
  if (!made) return failed(made);
  printLine(
      made->runOff
          ? trf("Đã lập cuộc bầu {0}: bầu lại giữa {1} người có số phiếu bằng nhau, lấy {2} (R-27).",
                "Contest {0} made: a run-off among the {1} tied, for {2} seats (R-27).", made->id, made->candidates.size(), made->seats)
          : trf("Đã lập cuộc bầu {0}: {1} người còn lại trong danh sách, bầu thêm {2} (R-28).",
                "Contest {0} made: the {1} left on the list, for {2} more seats (R-28).", made->id, made->candidates.size(), made->seats));
  for (std::size_t i = 0; i < made->candidates.size(); ++i)
    printLine(trf("    {0}. {1} ({2})", "    {0}. {1} ({2})", i + 1, made->candidates[i].name, made->candidates[i].id));
  return {};
}

}  // namespace

void addContestCommand(CLI::App& app, Action& action) {
  auto* contest = app.add_subcommand("contest", tr("Lập lần bầu tiếp theo", "Make the next round of a contest"));
  contest->require_subcommand(1);
  auto o = std::make_shared<ContestOptions>();
  auto* cmd = contest->add_subcommand("next", tr("Lần bầu tiếp theo của một cuộc bầu đã chốt mà còn thiếu người hoặc bằng phiếu",
                                                 "The next round of a closed contest that ended in a tie or short of people"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu đã chốt", "Id of the closed contest"))->required();
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return next(*o); }; });
}

}  // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/closing.h"
#include "count/passes_done.h"
#include "count/rehearsed.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct CloseOptions {
  std::string file, contest, by, why;
  SignInOptions signIn;
};

Expected<void> close(const CloseOptions& o) {
  const auto people = namesFrom(o.by);
  if (!people) return failed(people);
  auto acting = openToAct(o.file, Act::Close, o.signIn, *people);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto result = closeContest(ledger, o.contest, acting->by);
  if (!result) return failed(result);
  printLine(trf("Đã chốt cuộc bầu {0}: {1} phiếu hợp lệ, {2} phiếu không hợp lệ, {3} người trúng cử.",
                "Contest {0} is closed: {1} valid and {2} invalid ballots, {3} elected.", o.contest, result->tally.valid,
                result->tally.invalid, result->outcome.elected.size()));
  const auto counted = loadContest(ledger, o.contest);
  if (!counted) return failed(counted);
  const auto passes = passesDone(ledger, *counted);
  if (!passes) return failed(passes);
  if (!passes->enough()) std::cerr << passesMissing(*passes) << "\n";
  const auto rehearsed = rehearsalSheets(ledger, o.contest);
  if (!rehearsed) return failed(rehearsed);
  if (!rehearsed->empty()) std::cerr << rehearsalWarning(*rehearsed) << "\n";
  return {};
}

Expected<void> reopen(const CloseOptions& o) {
  const auto people = namesFrom(o.by);
  if (!people) return failed(people);
  auto acting = openToAct(o.file, Act::Reopen, o.signIn, *people);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  if (const auto done = reopenContest(ledger, o.contest, acting->by, o.why); !done) return done;
  printLine(trf("Đã mở lại cuộc bầu {0}; biên bản đã in trước đây không còn giá trị.",
                "Contest {0} is open again; minutes printed before are void.", o.contest));
  return {};
}

}  // namespace

void addCloseCommands(CLI::App& app, Action& action) {
  auto o = std::make_shared<CloseOptions>();
  auto* closing = app.add_subcommand("close", tr("Chốt kết quả một cuộc bầu", "Close a contest"));
  auto* reopening = app.add_subcommand("reopen", tr("Mở lại một cuộc bầu đã chốt", "Reopen a closed contest"));
  for (auto* cmd : {closing, reopening}) {
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
    cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
    cmd->add_option("--by", o->by,
                    tr("Hai người của Ban kiểm phiếu, có Trưởng ban: “A,B”", "Two of the committee, the head among them: \"A,B\""))
        ->required();
    addPinOption(*cmd, o->signIn);
  }
  reopening->add_option("--why", o->why, tr("Lý do mở lại", "Why it is reopened"))->required();
  closing->callback([o, &action] { action = [o] { return close(*o); }; });
  reopening->callback([o, &action] { action = [o] { return reopen(*o); }; });
}

}  // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/setup.h"
#include "election/text.h"

namespace kp::cli {
namespace {

/// How the rule set's choices are called; the words of the congress file.
const std::map<std::string, Disposition> kDispositions = {
    {"valid", Disposition::Valid}, {"invalid", Disposition::Invalid}, {"to-person", Disposition::ToPerson}};

struct ContestOptions {
  std::string file, contest, by, name;
  std::optional<Disposition> oneNameNeither, allDisapproved;
  std::optional<int> passes, decimals, surplus;
  std::optional<bool> runOff;
  bool json = false;
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

std::string wordOf(Disposition disposition) {
  for (const auto& [word, value] : kDispositions)
    if (value == disposition) return word;
  return {};
}

std::string inWords(Disposition disposition) {
  if (disposition == Disposition::Valid) return tr("hợp lệ", "valid");
  if (disposition == Disposition::Invalid) return tr("không hợp lệ", "invalid");
  return tr("để Ban kiểm phiếu kết luận", "left to the committee");
}

void print(const RuleSet& rules, bool json) {
  if (json) {
    const nlohmann::ordered_json out{{"name", rules.name},
                                     {"version", rules.version},
                                     {"citations", rules.citations},
                                     {"one_name_neither", wordOf(rules.oneNameNeither)},
                                     {"all_disapproved", wordOf(rules.allDisapproved)},
                                     {"tie_needs_run_off", rules.tieNeedsRunOff},
                                     {"passes", rules.passesRequired},
                                     {"percent_decimals", rules.percentDecimals},
                                     {"surplus_percent_limit", rules.surplusPercentLimit}};
    return printLine(out.dump());
  }
  printLine(trf("Quy tắc {0}, bản {1}", "Rules {0}, version {1}", rules.name, rules.version));
  printLine(trf("  R-13, một người, không đánh dấu ô nào: {0}", "  R-13, one name, neither box: {0}", inWords(rules.oneNameNeither)));
  printLine(trf("  R-16, không đồng ý tất cả: {0}", "  R-16, every name disapproved: {0}", inWords(rules.allDisapproved)));
  printLine(rules.tieNeedsRunOff ? tr("  R-27, bằng phiếu ở chỗ cuối: bầu lại giữa những người bằng phiếu",
                                      "  R-27, a tie for the last seat: run-off among the tied")
                                 : tr("  R-27, bằng phiếu ở chỗ cuối: để trống chỗ đó", "  R-27, a tie for the last seat: it stays empty"));
  printLine(trf("  R-36, số lượt kiểm: {0}", "  R-36, passes: {0}", rules.passesRequired));
  printLine(trf("  R-30, số chữ số thập phân của tỷ lệ: {0}", "  R-30, decimals of percentages: {0}", rules.percentDecimals));
  printLine(trf("  R-04, số dư tối đa: {0}%", "  R-04, surplus at most: {0} %", rules.surplusPercentLimit));
}

/// The stored rule set with what the command gives; nullopt when it gives nothing.
std::optional<RuleSet> edited(RuleSet rules, const ContestOptions& o) {
  const RuleSet before = rules;
  if (!o.name.empty()) rules.name = o.name;
  rules.oneNameNeither = o.oneNameNeither.value_or(rules.oneNameNeither);
  rules.allDisapproved = o.allDisapproved.value_or(rules.allDisapproved);
  rules.tieNeedsRunOff = o.runOff.value_or(rules.tieNeedsRunOff);
  rules.passesRequired = o.passes.value_or(rules.passesRequired);
  rules.percentDecimals = o.decimals.value_or(rules.percentDecimals);
  rules.surplusPercentLimit = o.surplus.value_or(rules.surplusPercentLimit);
  return rules == before ? std::nullopt : std::optional<RuleSet>(rules);
}

Expected<void> rules(const ContestOptions& o) {
  std::optional<RuleSet> wanted;
  {
    const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
    if (!ledger) return failed(ledger);
    const auto stored = ledger->congress().rulesOf(o.contest);
    if (!stored) return failed(stored);
    wanted = edited(*stored, o);
    if (!wanted) {
      print(*stored, o.json);
      return {};
    }
  }
  Actors by;
  if (!o.by.empty()) {
    auto named = namesFrom(o.by);
    if (!named) return failed(named);
    by = std::move(*named);
  }
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn, by);
  if (!acting) return failed(acting);
  if (const auto set = setRules(acting->ledger, o.contest, *wanted, acting->by); !set) return set;
  print(*wanted, o.json);
  return {};
}

void addRulesCommand(CLI::App& contest, const std::shared_ptr<ContestOptions>& o, Action& action) {
  auto* cmd = contest.add_subcommand("rules",
                                     tr("Xem hoặc sửa quy tắc của một cuộc bầu (R-34)", "Show or change the rule set of a contest (R-34)"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("--name", o->name, tr("Tên bộ quy tắc, ghi vào biên bản", "Name of the rule set, as the minutes cite it"));
  const auto choice = CLI::CheckedTransformer(kDispositions).description("valid, invalid, to-person");
  cmd->add_option("--one-name-neither", o->oneNameNeither, tr("R-13: valid, invalid hoặc to-person", "R-13: valid, invalid or to-person"))
      ->transform(choice);
  cmd->add_option("--all-disapproved", o->allDisapproved, tr("R-16: valid, invalid hoặc to-person", "R-16: valid, invalid or to-person"))
      ->transform(choice);
  cmd->add_option("--run-off", o->runOff,
                  tr("R-27: bằng phiếu thì bầu lại (true hoặc false)", "R-27: a tie takes a run-off (true or false)"));
  cmd->add_option("--passes", o->passes, tr("R-36: số lượt kiểm", "R-36: passes"));
  cmd->add_option("--decimals", o->decimals, tr("R-30: số chữ số thập phân", "R-30: decimals of percentages"));
  cmd->add_option("--surplus-limit", o->surplus, tr("R-04: số dư tối đa, phần trăm", "R-04: surplus at most, per cent"));
  cmd->add_option("--by", o->by,
                  tr("Ai sửa; đã nhận phiếu thì phải hai người của Ban kiểm phiếu, có Trưởng ban: “A,B”",
                     "Who changes it; once ballots were taken in, two of the committee, the head among them: \"A,B\""));
  addPinOption(*cmd, o->signIn);
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return rules(*o); }; });
}

}  // namespace

void addContestCommand(CLI::App& app, Action& action) {
  auto* contest = app.add_subcommand("contest", tr("Quy tắc của một cuộc bầu; lần bầu tiếp theo", "A contest's rule set; its next round"));
  contest->require_subcommand(1);
  auto o = std::make_shared<ContestOptions>();
  auto* cmd = contest->add_subcommand("next", tr("Lần bầu tiếp theo của một cuộc bầu đã chốt mà còn thiếu người hoặc bằng phiếu",
                                                 "The next round of a closed contest that ended in a tie or short of people"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu đã chốt", "Id of the closed contest"))->required();
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return next(*o); }; });
  addRulesCommand(*contest, o, action);
}

}  // namespace kp::cli

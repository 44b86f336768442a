// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "count/records.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct ResultOptions {
  std::string file, contest;
  bool json = false;
};

std::string entered(const std::optional<int>& value) { return value ? std::to_string(*value) : tr("chưa nhập", "not entered"); }

std::string votesText(const Contest& contest, const CandidateVotes& v) {
  if (faceOf(contest) == Face::Confidence)
    return trf("tín nhiệm cao {0}, tín nhiệm {1}, tín nhiệm thấp {2}, không tính {3}", "high {0}, medium {1}, low {2}, not counted {3}",
               v.high, v.medium, v.low, v.notCounted);
  if (faceOf(contest) == Face::StrikeOut) return trf("{0} phiếu, không bầu {1}", "{0} votes, {1} against", v.yes, v.no);
  return trf("{0} phiếu, không đồng ý {1}, không tính {2}", "{0} votes, {1} against, {2} not counted", v.yes, v.no, v.notCounted);
}

std::string namesOf(const Contest& contest, const std::vector<std::size_t>& places) {
  std::string list;
  for (const std::size_t i : places) list += (list.empty() ? "" : ", ") + contest.candidates[i].name;
  return list;
}

void printTable(const CountedContest& counted, const ContestResult& r) {
  const Contest& contest = counted.contest;
  const Figures& f = r.figures;
  printLine(trf("{0} ({1})", "{0} ({1})", contest.title, counted.state.closed ? tr("đã chốt", "closed") : tr("đang mở", "open")));
  printLine(trf("  triệu tập {0}, có mặt {1}, phát ra {2}, thu về {3}, số tính kết quả {4}",
                "  convened {0}, present {1}, issued {2}, returned {3}, base {4}", entered(f.convened), entered(f.present),
                entered(f.issued), entered(f.returned), r.outcome.base));
  printLine(trf("  hợp lệ {0}, không hợp lệ {1}, chờ quyết định {2}, tờ để riêng {3}",
                "  valid {0}, invalid {1}, undecided {2}, sheets set aside {3}", r.tally.valid, r.tally.invalid, r.tally.undecided,
                r.setAsideSheets));
  if (r.unruledSetAside > 0 && !counted.state.closed)
    printLine(trf("    trong đó {0} tờ chờ Ban kiểm phiếu quyết định", "    of which {0} wait for the committee", r.unruledSetAside));
  for (const auto& [rule, number] : r.tally.invalidByRule) printLine(trf("    {0}: {1}", "    {0}: {1}", rule, number));
  for (std::size_t i = 0; i < contest.candidates.size(); ++i) {
    const std::string percent = r.outcome.percent[i].empty() ? "–" : r.outcome.percent[i] + " %";
    printLine(trf("  {0}. {1}: {2} ({3})", "  {0}. {1}: {2} ({3})", i + 1, contest.candidates[i].name, votesText(contest, r.tally.votes[i]),
                  percent));
  }
  if (contest.kind == ContestKind::Election)
    printLine(
        trf("Trúng cử {0}/{1}: {2}", "Elected {0}/{1}: {2}", r.outcome.elected.size(), contest.seats, namesOf(contest, r.outcome.elected)));
  if (!r.outcome.tied.empty())
    printLine(trf("Ngang phiếu ở vị trí cuối (R-27), cần bầu thêm: {0}", "Tied for the last seat (R-27), a run-off is needed: {0}",
                  namesOf(contest, r.outcome.tied)));
  if (r.outcome.shortfall > 0)
    printLine(trf("Còn thiếu {0} người (R-28), đại hội quyết định có bầu thêm hay không",
                  "{0} seats are left (R-28); the congress decides on another round", r.outcome.shortfall));
  for (const Sum& sum : r.sums)
    if (!sum.holds) printLine(trf("Chưa khớp: {0} ({1} và {2})", "Does not hold: {0} ({1} and {2})", sum.text, sum.left, sum.right));
}

Expected<void> result(const ResultOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto counted = loadContest(*ledger, o.contest);
  if (!counted) return failed(counted);
  const auto found = resultOf(*ledger, *counted);
  if (!found) return failed(found);
  if (o.json)
    printLine(resultJson(resultView(*counted, *found)));
  else
    printTable(*counted, *found);
  return {};
}

}  // namespace

void addResultCommand(CLI::App& app, Action& action) {
  auto* cmd = app.add_subcommand("result", tr("Xem kết quả kiểm phiếu", "Show the result"));
  auto o = std::make_shared<ResultOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return result(*o); }; });
}

}  // namespace kp::cli

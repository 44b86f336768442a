// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/contest_count.h"
#include "count/keying.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct KeyOptions {
  std::string file, contest, by;
  int slot = 0, pass = 1;
  std::vector<int> refer;
  bool json = false;
  SignInOptions signIn;
};

std::string listed(const std::vector<int>& numbers) {
  std::string list;
  for (const int number : numbers) list += (list.empty() ? "" : ", ") + std::to_string(number);
  return list;
}

/// "12: 3 7" as ballot and entry; without a number the ballot that waits for this operator. Refused when none waits.
Expected<KeyRequest> requestFrom(const Ledger& ledger, const KeyOptions& o, const std::string& by, const std::string& line) {
  KeyRequest request{o.contest, o.pass, 0, o.slot, by, line};
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos) {
    const auto state = keyingState(ledger, o.contest, o.pass);
    if (!state) return failed(state);
    if (state->returned > 0 && !state->closed && !state->of(o.slot).next)
      return fail(ErrorKind::Refused, trf("Không còn phiếu nào chờ người nhập {0}; dòng này chưa ghi",
                                          "No ballot waits for operator {0}; this line was not stored", o.slot));
    request.ballot = state->of(o.slot).next.value_or(1);
    return request;
  }
  const std::size_t from = std::min(line.find_first_not_of(" \t"), colon);
  const std::string number = line.substr(from, line.find_last_not_of(" \t:", colon) + 1 - from);
  if (number.empty() || number.size() > 6 || number.find_first_not_of("0123456789") != std::string::npos)
    return fail(ErrorKind::BadInput, trf("“{0}” không phải số của phiếu; mỗi dòng có dạng “SỐ PHIẾU: NỘI DUNG”; dòng này chưa ghi",
                                         "\"{0}\" is no ballot number; a line reads \"BALLOT: ENTRY\"; this line was not stored", number));
  request.ballot = std::stoi(number);
  request.text = line.substr(colon + 1);
  return request;
}

void tellDifference(const Ledger& ledger, const Contest& contest, const KeyOptions& o, int ballot) {
  const auto difference = keyedDifference(ledger, contest.id, o.pass, ballot);
  if (!difference) return;
  std::vector<int> numbers;
  for (const std::size_t row : difference->where.rows) numbers.push_back(static_cast<int>(row) + 1);
  std::cerr << (numbers.empty()
                    ? trf("Phiếu số {0}: hai người đề nghị Ban kiểm phiếu xem khác nhau; cả hai xem lại phiếu và nhập lại.",
                          "Ballot {0}: the two ask different things of the committee; both look at the paper and key it again.", ballot)
                    : trf("Phiếu số {0}: hai người nhập khác nhau ở số {1}; cả hai xem lại phiếu và nhập lại.",
                          "Ballot {0}: the two keyed number {1} differently; both look at the paper and key it again.", ballot,
                          listed(numbers)))
            << "\n";
}

/// One line of input; an empty one and one that starts with # is left out.
Expected<void> takeLine(Ledger& ledger, const Contest& contest, const KeyOptions& o, const std::string& by, const std::string& line) {
  const auto request = requestFrom(ledger, o, by, line);
  if (!request) return failed(request);
  const auto outcome = keyBallot(ledger, *request);
  if (!outcome) return failed(outcome);
  if (outcome->ballot.state == KeyedBallot::State::Differs) tellDifference(ledger, contest, o, request->ballot);
  return {};
}

/// Shows whoever types at a terminal which ballot is next.
void prompt(const Ledger& ledger, const KeyOptions& o) {
  const auto state = keyingState(ledger, o.contest, o.pass);
  if (!state) return;
  const auto& next = state->of(o.slot).next;
  std::cerr << (next ? trf("Phiếu số {0}: ", "Ballot {0}: ", *next)
                     : tr("Không còn phiếu nào chờ (Ctrl-D để kết thúc): ", "No ballot waits (Ctrl-D ends): "))
            << std::flush;
}

/// A wrong line from a file ends the run, else the ballots of all lines after it would be one off; at a terminal it is typed again.
Expected<void> takeInput(Ledger& ledger, const Contest& contest, const KeyOptions& o, const std::string& by) {
  const bool terminal = ::isatty(STDIN_FILENO) == 1;
  std::string line;
  for (int number = 1;; ++number) {
    if (terminal) prompt(ledger, o);
    if (!std::getline(std::cin, line)) return {};
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos || line[first] == '#') continue;
    const auto taken = takeLine(ledger, contest, o, by, line);
    if (taken) continue;
    if (terminal) {
      std::cerr << taken.error().what << "\n";
      continue;
    }
    return fail(taken.error().kind,
                trf("dòng {0}: {1}; các dòng trước đã lưu an toàn, các dòng từ dòng này chưa ghi",
                    "line {0}: {1}; the lines before are stored and safe, nothing from this line on was", number, taken.error().what));
  }
}

void tell(const KeyOptions& o, const KeyingState& state) {
  const OperatorProgress& own = state.of(o.slot);
  if (o.json) {
    using nlohmann::ordered_json;
    const ordered_json out{{"contest", o.contest},        {"pass", o.pass},
                           {"operator", o.slot},          {"returned", state.returned},
                           {"keyed", own.keyed},          {"entries", own.entries},
                           {"keystrokes", own.keys},      {"next", own.next ? ordered_json(*own.next) : ordered_json(nullptr)},
                           {"again", own.again},          {"agreed", state.agreed},
                           {"referred", state.referred},  {"differing", state.differing},
                           {"finished", state.finished()}};
    return printLine(out.dump());
  }
  printLine(trf("Lượt {0}, người nhập {1}: đã nhập {2} trên {3} phiếu, {4} lần gõ phím.",
                "Pass {0}, operator {1}: {2} of {3} ballots keyed, {4} keystrokes.", o.pass, o.slot, own.keyed, state.returned, own.keys));
  printLine(trf("Hai người nhập khớp nhau: {0} phiếu; chuyển Ban kiểm phiếu: {1} phiếu.",
                "Keyed the same by both: {0}; handed to the committee: {1}.", state.agreed, state.referred));
  if (!state.differing.empty())
    printLine(trf("Nhập khác nhau, cả hai nhập lại: phiếu số {0}.", "Keyed differently, to be keyed again by both: ballot {0}.",
                  listed(state.differing)));
  if (own.next) printLine(trf("Phiếu tiếp theo: số {0}.", "Next ballot: {0}.", *own.next));
}

Expected<void> key(const KeyOptions& o) {
  const auto people = namesFrom(o.by);
  if (!people) return failed(people);
  if (people->size() != 1)
    return fail(ErrorKind::BadInput, tr("--by phải là đúng một người: mỗi người nhập riêng; chưa ghi gì",
                                        "--by takes exactly one person: each keys in alone; nothing was stored"));
  auto acting = openToAct(o.file, Act::KeyIn, o.signIn, *people);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto counted = loadContest(ledger, o.contest);
  if (!counted) return failed(counted);
  for (const int ballot : o.refer)
    if (const auto referred = referBallot(ledger, o.contest, o.pass, ballot, people->front()); !referred) return failed(referred);
  if (o.refer.empty())
    if (const auto taken = takeInput(ledger, counted->contest, o, people->front()); !taken) return taken;
  const auto state = keyingState(ledger, o.contest, o.pass);
  if (!state) return failed(state);
  tell(o, *state);
  return {};
}

}  // namespace

void addKeyCommand(CLI::App& app, Action& action) {
  auto* cmd = app.add_subcommand("key", tr("Nhập phiếu bằng bàn phím: hai người nhập độc lập, mỗi dòng một phiếu",
                                           "Key in ballots: two people independently, one ballot a line"));
  cmd->footer(tr(
      "Mỗi dòng: “SỐ PHIẾU: NỘI DUNG”, hoặc chỉ nội dung, theo thứ tự trong xấp. Phiếu có số dư: các số bị gạch “3 7 12”, “3-5 12”, 0 = "
      "không gạch ai. Phiếu hai cột: các số không đồng ý, “5b” cả hai ô, “5t” trống. Phiếu tín nhiệm: “5” tín nhiệm, “5p” thấp. "
      "“* 3 7”: tất cả trừ 3 và 7; “5?” dấu chưa rõ. Đề nghị Ban kiểm phiếu xem: x viết thêm, n ghi thêm tên, m mực thứ hai, ? chưa rõ, l "
      "không phải phiếu phát ra.",
      "A line: \"BALLOT: ENTRY\", or the entry alone, in the order of the pile. Strike-out: the numbers struck \"3 7 12\", \"3-5 12\", 0 = "
      "nobody. Columns: the numbers of disagree, \"5b\" both boxes, \"5t\" none. Confidence: \"5\" medium, \"5p\" low. \"* 3 7\": all but 3 and "
      "7; \"5?\" unclear. For the committee: x extra writing, n a name written in, m second ink, ? unclear, l not issued by the committee."));
  auto o = std::make_shared<KeyOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("--operator", o->slot, tr("Người nhập 1 hay 2", "Operator 1 or 2"))->required()->check(CLI::Range(1, 2));
  cmd->add_option("--by", o->by, tr("Tên người nhập", "Name of who keys in"))->required();
  cmd->add_option("--pass", o->pass, tr("Lượt kiểm, từ 1", "Pass, from 1"))->check(CLI::Range(1, 99));
  cmd->add_option("--refer", o->refer,
                  tr("Chuyển Ban kiểm phiếu một phiếu hai người nhập khác nhau, thay vì nhập lại",
                     "Hand a ballot that was keyed differently to the committee instead of keying it again"))
      ->allow_extra_args(false);
  addPinOption(*cmd, o->signIn);
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return key(*o); }; });
}

}  // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/adjudication.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct RuleOptions {
  std::string file, contest, by, invalid, setAside;
  int sheet = 0;
  std::vector<std::string> votes;
  bool valid = false, json = false;
  SignInOptions signIn;
  Ruling::Kind kind = Ruling::Kind::Valid;  // by the option given, not by its text: an empty one must never count as another kind
};

/// "CANDIDATE=yes"; the value stands after the last "=", since ids are free.
Expected<std::pair<std::size_t, Vote>> voteFrom(const Contest& contest, const std::string& text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string::npos)
    return fail(ErrorKind::BadInput, trf("“{0}” không đúng dạng MÃ=yes, MÃ=no hoặc MÃ=none; chưa có gì thay đổi",
                                         "\"{0}\" is not of the form CANDIDATE=yes, =no or =none; nothing was changed", text));
  const int index = candidateIndex(contest, text.substr(0, equals));
  if (index < 0)
    return fail(ErrorKind::BadInput,
                trf("Không có người mang mã “{0}” trong cuộc bầu {1}; chưa có gì thay đổi",
                    "There is no candidate \"{0}\" in contest {1}; nothing was changed", text.substr(0, equals), contest.id));
  const auto vote = parseVote(text.substr(equals + 1));
  if (!vote) return failed(vote);
  return std::pair(static_cast<std::size_t>(index), *vote);
}

Expected<Ruling> rulingFrom(const Contest& contest, const RuleOptions& o) {
  Ruling ruling;
  ruling.kind = o.kind;
  const auto blank = [](const std::string& text) { return text.find_first_not_of(" \t") == std::string::npos; };
  if (o.kind == Ruling::Kind::SetAside && blank(o.setAside))
    return fail(ErrorKind::BadInput,
                tr("Để riêng một tờ phải nêu lý do; chưa có gì thay đổi", "Setting a sheet aside takes a reason; nothing was changed"));
  ruling.rule = o.invalid;
  ruling.note = o.setAside;
  for (const std::string& text : o.votes) {
    const auto vote = voteFrom(contest, text);
    if (!vote) return failed(vote);
    ruling.votes.push_back(*vote);
  }
  return ruling;
}

void tell(const RuleOptions& o, const RulingOutcome& outcome) {
  if (o.json) {
    nlohmann::ordered_json out{{"ruling", outcome.ruling},
                               {"sheet", o.sheet},
                               {"ballot", outcome.ballot ? nlohmann::ordered_json(outcome.ballot) : nlohmann::ordered_json(nullptr)},
                               {"counted", outcome.taken}};
    if (outcome.taken) {
      out["validity"] = toString(outcome.judgement.validity);
      out["rule"] = outcome.judgement.rule;
    }
    printLine(out.dump());
    return;
  }
  if (!outcome.taken)
    return printLine(trf("Đã ghi quyết định {0}: tờ số {1} để riêng, không tính.",
                         "Ruling {0} recorded: sheet {1} is set aside and not counted.", outcome.ruling, o.sheet));
  const Validity validity = outcome.judgement.validity;
  if (validity == Validity::Valid)
    printLine(trf("Đã ghi quyết định {0}: phiếu {1} hợp lệ.", "Ruling {0} recorded: ballot {1} is valid.", outcome.ruling, outcome.ballot));
  else if (validity == Validity::Invalid)
    printLine(trf("Đã ghi quyết định {0}: phiếu {1} không hợp lệ theo {2}.", "Ruling {0} recorded: ballot {1} is invalid by {2}.",
                  outcome.ruling, outcome.ballot, outcome.judgement.rule));
  else
    printLine(trf("Đã ghi quyết định {0}; phiếu {1} vẫn cần Ban kiểm phiếu kết luận ({2}).",
                  "Ruling {0} recorded; ballot {1} still needs the committee's conclusion ({2}).", outcome.ruling, outcome.ballot,
                  outcome.judgement.rule));
}

Expected<void> runRule(const RuleOptions& o) {
  const auto people = namesFrom(o.by);
  if (!people) return failed(people);
  auto acting = openToAct(o.file, Act::Rule, o.signIn, *people);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto counted = loadContest(ledger, o.contest);
  if (!counted) return failed(counted);
  auto ruling = rulingFrom(counted->contest, o);
  if (!ruling) return failed(ruling);
  const auto outcome = rule(ledger, {o.contest, o.sheet, std::move(*ruling), acting->by});
  if (!outcome) return failed(outcome);
  tell(o, *outcome);
  return {};
}

}  // namespace

void addRuleCommand(CLI::App& app, Action& action) {
  auto* cmd = app.add_subcommand("rule", tr("Ghi quyết định của Ban kiểm phiếu về một phiếu", "Record the committee's ruling on a ballot"));
  auto o = std::make_shared<RuleOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("SHEET", o->sheet, tr("Số của tờ phiếu", "Number of the sheet"))->required();
  cmd->add_option("--by", o->by,
                  tr("Hai người của Ban kiểm phiếu, có Trưởng ban: “A,B”", "Two of the committee, the head among them: \"A,B\""))
      ->required();
  addPinOption(*cmd, o->signIn);
  auto* kinds = cmd->add_option_group("ruling", tr("Quyết định (chọn đúng một loại)", "The ruling (exactly one kind)"));
  kinds->add_option("--vote", o->votes, tr("Phiếu cho một người: MÃ=yes|no|none", "Vote for one candidate: CANDIDATE=yes|no|none"))
      ->allow_extra_args(false);
  auto* invalid = kinds->add_option("--invalid", o->invalid, tr("Không hợp lệ theo quy tắc, ví dụ R-18", "Invalid by a rule, e.g. R-18"));
  kinds->add_flag("--valid", o->valid, tr("Hợp lệ, bỏ các nghi vấn", "Valid, lifting the doubts"))->disable_flag_override();
  auto* aside =
      kinds->add_option("--set-aside", o->setAside, tr("Để riêng, không tính; nêu lý do", "Set aside, not counted; give the reason"));
  kinds->require_option(1);
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, invalid, aside, &action] {
    if (!o->votes.empty()) o->kind = Ruling::Kind::Votes;
    if (invalid->count() > 0) o->kind = Ruling::Kind::Invalid;
    if (aside->count() > 0) o->kind = Ruling::Kind::SetAside;
    action = [o] { return runRule(*o); };
  });
}

}  // namespace kp::cli

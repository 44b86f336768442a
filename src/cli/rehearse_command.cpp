// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/sign_in.h"
#include "election/text.h"
#include "wiring/rehearsal_deck.h"
#include "wiring/rehearsal_grade.h"

namespace kp::cli {
namespace {

struct RehearseOptions {
  std::string file, contest, output;
  std::vector<std::string> reasons;
  RehearsalOptions deck;
  bool grade = false;
  SignInOptions signIn;
};

/// Reads the deck just made and says how it went; every wrong reading by name. Refused when there is one, so that a script sees it.
Expected<void> gradeDeck(Ledger& ledger, const RehearseOptions& o, const Actors& by) {
  const auto grade = gradeRehearsal(ledger, o.contest, o.output);
  if (!grade) return failed(grade);
  if (const auto noted = noteRehearsal(ledger, o.contest, *grade, by); !noted) return noted;
  for (const WrongReading& one : grade->wrong)
    printLine(trf("{0}: {1} ({2}): trên giấy {3}, đọc {4}", "{0}: {1} ({2}): {3} on paper, read as {4}", one.file, one.candidate,
                  toString(one.field), one.marked, one.read));
  if (!grade->passed())
    return fail(ErrorKind::Refused, trf("{0}. Đừng dùng máy này để kiểm phiếu khi chưa rõ vì sao",
                                        "{0}. Do not count with this machine before it is known why", gradeText(*grade)));
  printLine(gradeText(*grade) + ".");
  return {};
}

Expected<void> rehearse(RehearseOptions o) {
  for (const std::string& name : o.reasons) {
    const auto why = parseWhy(name);
    if (!why) return failed(why);
    o.deck.reasons.push_back(*why);
  }
  auto acting = openToAct(o.file, Act::Rehearse, o.signIn);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto made = makeRehearsal(ledger, o.contest, o.deck, o.output, acting->by);
  if (!made) return failed(made);
  printLine(trf("Đã tạo {0} ảnh quét thử trong {1}, đáp án ở truth.jsonl. Hãy quét thử trên một bản sao của tệp đại hội.",
                "{0} rehearsal scans made in {1}, the truth in truth.jsonl. Scan them into a copy of the congress file.", *made, o.output));
  return o.grade ? gradeDeck(ledger, o, acting->by) : Expected<void>();
}

}  // namespace

void addRehearseCommand(CLI::App& app, Action& action) {
  auto* cmd =
      app.add_subcommand("rehearse", tr("Tạo xấp phiếu thử đã đánh dấu, kèm đáp án", "Make a marked rehearsal deck with its truth"));
  auto o = std::make_shared<RehearseOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("--ballots", o->deck.ballots, tr("Số phiếu", "Ballots"))->check(CLI::Range(1, 100000));
  cmd->add_option("--seed", o->deck.seed, tr("Hạt giống: cùng số cho cùng xấp phiếu", "Seed: the same number gives the same deck"));
  cmd->add_option("-o,--output", o->output, tr("Thư mục nhận ảnh", "Folder for the scans"))->required();
  cmd->add_option("--profile", o->deck.profile,
                  tr("clean, office, harsh, ambiguous hoặc reasons", "clean, office, harsh, ambiguous or reasons"));
  cmd->add_option("--reasons", o->reasons,
                  tr("Kiểu reasons: chỉ các lý do này, cách nhau bằng dấu phẩy", "Profile reasons: only these, separated by commas"))
      ->delimiter(',');
  cmd->add_option("--format", o->deck.format, tr("jpg, png, tif hoặc mono", "jpg, png, tif or mono"));
  cmd->add_option("--dpi", o->deck.dpi, tr("Độ phân giải quét", "Resolution of the scans"));
  cmd->add_option("--quality", o->deck.quality,
                  tr("Chất lượng JPEG 1–100; bỏ trống thì tùy máy quét", "JPEG quality 1–100; left out, as each scanner has it"))
      ->check(CLI::Range(1, 100));
  cmd->add_flag("--colour,--color", o->deck.colour, tr("Quét màu", "Scan in colour"));
  cmd->add_flag("--copier", o->deck.copier, tr("Phiếu đã qua máy photocopy", "Ballots went through a copier"));
  cmd->add_flag("--grade", o->grade,
                tr("Đọc luôn xấp phiếu và chấm theo đáp án; không đụng đến số liệu",
                   "Read the deck at once and grade it by its truth; the count is not touched"));
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return rehearse(*o); }; });
}

}  // namespace kp::cli

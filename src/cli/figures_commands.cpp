// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/closing.h"
#include "election/text.h"

namespace kp::cli {
namespace {

struct FiguresOptions {
  std::string file, contest, by;
  std::optional<int> convened, present, issued, returned;
  std::vector<std::string> deductions;
  bool json = false;
  SignInOptions signIn;
};

Expected<std::pair<std::string, int>> deduction(const std::string& text) {
  const std::size_t equals = text.find('=');
  int number = 0;
  const char* end = text.data() + text.size();
  const bool isNumber = equals != std::string::npos && equals + 1 < text.size() &&
                        std::from_chars(text.data() + equals + 1, end, number) == std::from_chars_result{end, std::errc()};
  if (!isNumber)
    return fail(ErrorKind::BadInput, trf("“{0}” không đúng dạng DIỆN=SỐ, ví dụ absent-no-alternate=2; chưa có gì thay đổi",
                                         "\"{0}\" is not of the form CLASS=N, e.g. absent-no-alternate=2; nothing was changed", text));
  return std::pair(text.substr(0, equals), number);
}

nlohmann::ordered_json shown(const std::optional<int>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

void print(const CountedContest& counted, const Figures& f, bool json) {
  if (json) {
    nlohmann::ordered_json out{{"contest", counted.contest.id},
                               {"convened", shown(f.convened)},
                               {"present", shown(f.present)},
                               {"issued", shown(f.issued)},
                               {"returned", shown(f.returned)}};
    out["deductions"] = f.deductions;
    out["base"] = baseOf(f);
    printLine(out.dump());
    return;
  }
  const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : tr("chưa nhập", "not entered"); };
  printLine(trf("Số liệu của {0}:", "Figures of {0}:", counted.contest.title));
  printLine(trf("  triệu tập {0}, có mặt {1}, phát ra {2}, thu về {3}", "  convened {0}, present {1}, issued {2}, returned {3}",
                number(f.convened), number(f.present), number(f.issued), number(f.returned)));
  for (const auto& [name, n] : f.deductions) printLine(trf("  trừ: {0}: {1}", "  less: {0}: {1}", deductionText(name), n));
  const std::string rule = counted.congress.info.kind == CongressKind::Delegates ? "R-24" : "R-23";
  if (f.convened) printLine(trf("  số tính kết quả bầu ({0}): {1}", "  base ({0}): {1}", rule, baseOf(f)));
}

Expected<void> set(const FiguresOptions& o) {
  Figures given{o.convened, o.present, o.issued, o.returned, {}};
  for (const std::string& text : o.deductions) {
    const auto one = deduction(text);
    if (!one) return failed(one);
    if (!given.deductions.insert(*one).second)
      return fail(ErrorKind::BadInput,
                  trf("Diện giảm trừ “{0}” được ghi hai lần; chưa có gì thay đổi. Hãy ghi mỗi diện một lần",
                      "The deduction class \"{0}\" is given twice; nothing was changed. Give each class once", one->first));
  }
  if (given == Figures{})
    return fail(ErrorKind::BadInput,
                tr("Chưa nêu số liệu nào để nhập; số liệu cũ còn nguyên. Ví dụ: --convened 350 --present 348",
                   "No figure was given to enter; the former figures are kept. For example: --convened 350 --present 348"));
  const auto by = namesIfGiven(o.by);
  if (!by) return failed(by);
  auto acting = openToAct(o.file, Act::EnterFigures, o.signIn, *by);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  const auto figures = enterFigures(ledger, o.contest, given, acting->by);
  if (!figures) return failed(figures);
  const auto counted = loadContest(ledger, o.contest);
  if (!counted) return failed(counted);
  print(*counted, *figures, o.json);
  for (const Contest* earlier : earlierContests(counted->congress, counted->contest))
    if (const auto state = ledger.congress().state(earlier->id); state && !state->closed)
      std::cerr << trf("Lưu ý: phải chốt cuộc bầu “{0}” trước khi chốt cuộc bầu này (R-31)",
                       "Note: \"{0}\" must be closed before this contest can be (R-31)", earlier->title)
                << "\n";
  return {};
}

Expected<void> show(const FiguresOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto counted = loadContest(*ledger, o.contest);
  if (!counted) return failed(counted);
  const auto figures = ledger->figures().of(o.contest);
  if (!figures) return failed(figures);
  print(*counted, *figures, o.json);
  return {};
}

}  // namespace

void addFiguresCommands(CLI::App& app, Action& action) {
  auto* figures =
      app.add_subcommand("figures", tr("Nhập và xem số liệu đại biểu, số phiếu", "Enter and show attendance and ballot figures"));
  figures->require_subcommand(1);
  auto o = std::make_shared<FiguresOptions>();
  auto* setting = figures->add_subcommand("set", tr("Nhập số liệu; số không nêu thì giữ nguyên", "Enter figures; those not given stay"));
  auto* showing = figures->add_subcommand("show", tr("Xem số liệu đã nhập", "Show the figures entered"));
  for (auto* cmd : {setting, showing}) {
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
    cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
    cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  }
  setting->add_option("--convened", o->convened, tr("Số được triệu tập", "Convened"));
  setting->add_option("--present", o->present, tr("Số có mặt", "Present"));
  setting->add_option("--issued", o->issued, tr("Số phiếu phát ra", "Ballots issued"));
  setting->add_option("--returned", o->returned, tr("Số phiếu thu về, đếm bằng tay", "Ballots returned, counted by hand"));
  setting->add_option("--deduct", o->deductions, tr("Giảm trừ, DIỆN=SỐ", "Deduction, CLASS=N"))->allow_extra_args(false);
  setting->add_option("--by", o->by,
                      tr("Ai nhập; đã đọc phiếu thì sửa số đã nhập phải hai người của Ban kiểm phiếu, có Trưởng ban: “A,B”",
                         "Who enters them; once ballots were read, changing one takes two of the committee, the head among them: \"A,B\""));
  addPinOption(*setting, o->signIn);
  setting->callback([o, &action] { action = [o] { return set(*o); }; });
  showing->callback([o, &action] { action = [o] { return show(*o); }; });
}

}  // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// kiemphieu: counts a contest on the command line. This file only parses, runs and turns errors into exit codes
// (0 done · 1 refused or failed · 2 wrong usage).
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>

#include "cli/command.h"
#include "election/text.h"

namespace {

using kp::tr;
using kp::trf;

constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2;

/// The language must be known before the first text is made, so before parsing: --lang, else KIEMPHIEU_LANG, else Vietnamese.
void chooseLanguage(int argc, char** argv) {
  const char* fromEnvironment = std::getenv("KIEMPHIEU_LANG");
  std::string_view chosen = fromEnvironment ? fromEnvironment : "vi";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    if (word == "--lang" && i + 1 < argc) chosen = argv[i + 1];
    if (word.substr(0, 7) == "--lang=") chosen = word.substr(7);
  }
  kp::setLanguage(chosen == "en" ? kp::Language::English : kp::Language::Vietnamese);
}

std::string oneLine(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r') c = ' ';
  return text;
}

/// What is wrong with the command line, in the process's language; CLI11 itself only speaks English.
std::string usageText(const CLI::ParseError& error) {
  const std::string name = error.get_name();
  if (name == "RequiredError")
    return trf("lệnh còn thiếu hoặc thừa tham số ({0})", "an argument is missing or too much ({0})", error.what());
  if (name == "ExtrasError" || name == "INIError")
    return trf("có tham số không hiểu được ({0})", "an argument is not understood ({0})", error.what());
  if (name == "ConversionError" || name == "ValidationError")
    return trf("giá trị không dùng được ({0})", "a value cannot be used ({0})", error.what());
  return trf("lệnh không đúng ({0})", "the command is not right ({0})", error.what());
}

int parseFailed(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);  // --help, --version
  std::cerr << "kiemphieu: "
            << oneLine(trf("sai cách dùng: {0}. Xem “kiemphieu --help”.", "wrong usage: {0}. See \"kiemphieu --help\".", usageText(error)))
            << "\n";
  return kWrongUsage;
}

int run(const kp::cli::Action& action) {
  const kp::Expected<void> done = action();
  std::cout.flush();
  if (!done) {
    std::cerr << "kiemphieu: " << oneLine(done.error().what) << "\n";
    return kFailed;
  }
  if (!std::cout) {
    std::cerr << "kiemphieu: "
              << tr("không ghi hết được kết quả ra đầu ra (đĩa đầy hoặc ống dẫn đã đóng); dữ liệu trong tệp đại hội không bị ảnh hưởng",
                    "the output could not be written in full (disk full or pipe closed); the congress file is not affected")
              << "\n";
    return kFailed;
  }
  return kDone;
}

}  // namespace

int main(int argc, char** argv) {
  chooseLanguage(argc, argv);
  CLI::App app(tr("Kiểm Phiếu: in, quét, đọc và kiểm phiếu bầu; làm biên bản kiểm phiếu",
                  "Kiểm Phiếu: prints, scans, reads and counts ballots; makes the minutes"),
               "kiemphieu");
  std::string language;
  app.add_option("--lang", language, tr("Ngôn ngữ: vi hoặc en", "Language: vi or en"))->check(CLI::IsMember({"vi", "en"}));
  app.set_version_flag("--version", std::string("kiemphieu ") + KP_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  kp::cli::Action action;
  kp::cli::addCongressCommands(app, action);
  kp::cli::addBallotCommands(app, action);
  kp::cli::addFiguresCommands(app, action);
  kp::cli::addScanCommand(app, action);
  kp::cli::addKeyCommand(app, action);
  kp::cli::addRecordsCommand(app, action);
  kp::cli::addRuleCommand(app, action);
  kp::cli::addResultCommand(app, action);
  kp::cli::addCloseCommands(app, action);
  kp::cli::addPaperCommands(app, action);
  kp::cli::addVerifyCommand(app, action);
  kp::cli::addRehearseCommand(app, action);
  kp::cli::addPeopleCommand(app, action);
  kp::cli::addContestCommand(app, action);
  kp::cli::addListCommands(app, action);
  kp::cli::addPackageCommand(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return parseFailed(app, error);
  }
  try {
    return run(action);
  } catch (const std::exception& error) {
    std::cerr << "kiemphieu: "
              << oneLine(trf("lỗi của chương trình: {0}; những gì đã lưu vẫn an toàn",
                             "an error of the program: {0}; what is stored is safe", error.what()))
              << "\n";
    return kFailed;
  }
}

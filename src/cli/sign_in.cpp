// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sign_in.h"

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <sstream>

#include "cli/command.h"
#include "election/text.h"
#include "formats/unicode.h"
#include "scanner/source/page_source.h"

namespace kp::cli {
namespace {

constexpr char kInterrupt = 3;  ///< what Ctrl-C types while the terminal does not turn it into a signal

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(" \t\r");
  return from == std::string::npos ? std::string() : text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

void warnWhenOpen(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || (found.st_mode & (S_IRWXG | S_IRWXO)) == 0) return;
  std::cerr << trf("Lưu ý: người khác trên máy này đọc được tệp mã {0}; hãy đặt quyền 0600 (chmod 600)",
                   "Note: others on this machine can read the PIN file {0}; set its mode to 0600 (chmod 600)", path)
            << "\n";
}

/// While it lives the terminal shows nothing typed. Ctrl-C ends the line instead of the program, so that the terminal is never left mute.
class Mute {
 public:
  Mute() {
    tcgetattr(STDIN_FILENO, &m_before);
    termios mute = m_before;
    mute.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    mute.c_cc[VEOL] = kInterrupt;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &mute);
  }
  ~Mute() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
  Mute(const Mute&) = delete;
  Mute& operator=(const Mute&) = delete;

 private:
  termios m_before{};
};

std::string howToSignIn() {
  return tr(
      "Tệp này dùng mã cá nhân: hãy thêm --pin-file TỆP (mỗi dòng “Họ tên: mã”), hoặc chạy lệnh trên màn hình dòng lệnh để nhập mã; "
      "chưa có gì thay đổi",
      "This file uses PINs: add --pin-file FILE (one \"NAME: PIN\" a line), or run the command on a terminal to type them; nothing was changed");
}

/// Who is at the terminal, when the command does not say.
Expected<Actors> askWho(const Congress& congress, Act act) {
  if (!isatty(STDIN_FILENO)) return fail(ErrorKind::Refused, howToSignIn());
  std::string list;
  for (const std::string& name : whoMay(congress, act)) list += (list.empty() ? "" : ", ") + name;
  std::cerr << trf("Ai thực hiện ({0})? ", "Who does this ({0})? ", list) << std::flush;
  std::string name;
  std::getline(std::cin, name);
  return namesFrom(name);
}

}  // namespace

Expected<Pins> readPinFile(const std::string& path) {
  const auto text = readFile(path);
  if (!text) return failed(text);
  warnWhenOpen(path);
  Pins pins;
  std::istringstream lines(text->rfind("\xEF\xBB\xBF", 0) == 0 ? text->substr(3) : *text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    line = trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    const auto colon = line.find(':');
    const std::string name = nfc(trimmed(line.substr(0, colon)));
    const std::string pin = colon == std::string::npos ? std::string() : trimmed(line.substr(colon + 1));
    if (name.empty() || pin.empty())
      return fail(ErrorKind::BadInput, trf("Dòng {0} của tệp mã {1} không đúng dạng “Họ tên: mã”; chưa có gì thay đổi",
                                           "Line {0} of the PIN file {1} is not \"NAME: PIN\"; nothing was changed", number, path));
    pins[name] = pin;
  }
  return pins;
}

void addPinOption(CLI::App& command, SignInOptions& options) {
  command.add_option("--pin-file", options.pinFile,
                     tr("Tệp mã cá nhân, mỗi dòng “Họ tên: mã”; bỏ trống thì hỏi trên màn hình",
                        "File of PINs, one \"NAME: PIN\" a line; left out, the terminal asks"));
}

Expected<std::string> askHidden(const std::string& prompt, const std::string& without) {
  if (!isatty(STDIN_FILENO)) return fail(ErrorKind::Refused, without);
  std::string typed;
  {
    const Mute mute;  // before the prompt: what somebody quick types at it would be shown, and lost
    std::cerr << prompt << std::flush;
    for (char c = 0; ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n';) {
      typed += c;
      if (c == kInterrupt) break;
    }
  }
  std::cerr << "\n";
  if (typed.empty() || typed.back() == kInterrupt)
    return fail(ErrorKind::Refused, tr("Chưa nhập mã; chưa có gì thay đổi", "No PIN was typed; nothing was changed"));
  return typed;
}

Expected<void> signInAll(Ledger& ledger, const Actors& names, const Pins& pins) {
  for (const std::string& name : names) {
    const auto given = pins.find(name);
    const auto pin = given != pins.end() ? Expected<std::string>(given->second)
                                         : askHidden(trf("Mã cá nhân của {0}: ", "PIN of {0}: ", name),
                                                     trf("Chưa có mã của {0}. {1}", "There is no PIN of {0}. {1}", name, howToSignIn()));
    if (!pin) return failed(pin);
    if (const auto person = signIn(ledger, name, *pin); !person) return failed(person);
  }
  return {};
}

Expected<Acting> openToAct(const std::string& file, Act act, const SignInOptions& options, const Actors& names) {
  Pins pins;
  if (!options.pinFile.empty()) {
    auto read = readPinFile(options.pinFile);
    if (!read) return failed(read);
    pins = std::move(*read);
  }
  auto ledger = openFile(file, Ledger::Mode::ReadWrite);
  if (!ledger) return failed(ledger);
  const auto congress = ledger->congress().load();
  if (!congress) return failed(congress);
  if (ledger->isCopyForHandingOn())
    if (const auto may = mayAct(*ledger, *congress, act, names); !may) return failed(may);
  const auto used = hasPins(*ledger);
  if (!used) return failed(used);
  if (!*used) return Acting{std::move(*ledger), names};
  Actors people = names;
  if (people.empty())
    for (const auto& [name, pin] : pins) people.push_back(name);
  if (people.empty()) {
    auto typed = askWho(*congress, act);
    if (!typed) return failed(typed);
    people = std::move(*typed);
  }
  if (const auto in = signInAll(*ledger, people, pins); !in) return failed(in);
  if (names.empty())
    if (Actors may = actorsFor(*ledger, *congress, act); !may.empty()) people = std::move(may);
  if (const auto may = mayAct(*ledger, *congress, act, people); !may) return failed(may);
  return Acting{std::move(*ledger), std::move(people)};
}

}  // namespace kp::cli

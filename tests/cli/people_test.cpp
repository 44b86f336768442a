// SPDX-License-Identifier: GPL-3.0-or-later
// PINs on the command line: set, listed, asked for by whatever acts, from a pin file or typed on a terminal; the next round of a contest.
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "program.h"

using namespace kp::testing;
using nlohmann::json;

namespace {

const std::string kHead = "Hà Văn Trưởng", kMember = "Mai Thị Viên", kMachine = "Lý Văn Máy";

/// What the program shows on a terminal of its own while these lines are typed, each after its prompt has come.
struct Session {
  int code = -1;
  std::string screen;
};

Session onTerminal(const std::vector<std::string>& arguments, const std::vector<std::pair<std::string, std::string>>& answers) {
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    ::unsetenv("KIEMPHIEU_LANG");
    std::vector<char*> argv{const_cast<char*>(KP_PROGRAM)};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(KP_PROGRAM, argv.data());
    ::_exit(127);
  }
  Session session;
  std::size_t answered = 0, from = 0;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::read(terminal, buffer, sizeof buffer)) > 0;) {
    session.screen.append(buffer, static_cast<std::size_t>(got));
    if (answered == answers.size()) continue;
    const auto prompt = session.screen.find(answers[answered].first, from);
    if (prompt == std::string::npos) continue;
    from = prompt + answers[answered].first.size();
    const std::string& typed = answers[answered++].second;
    EXPECT_EQ(::write(terminal, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(terminal);
  session.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return session;
}

class People : public ::testing::Test {
 protected:
  void SetUp() override {
    ok({"congress", "create", file, "--from", folder.write("thu.json", definition().dump())});
    pins = pinFile("pins", "# mã thử\n\n" + kHead + ": 2468\r\n" + kMember + " :  13 57\n" + kMachine + ": 9999\n");
  }
  std::string pinFile(const std::string& name, const std::string& text) const {
    std::string path = folder.write(name, text);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    return path;
  }
  static Ran ok(const std::vector<std::string>& arguments) {
    Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 0) << arguments[0] << ": " << ran.err;
    return ran;
  }
  /// Refused in one line that says this.
  static void refused(const std::vector<std::string>& arguments, const std::string& part) {
    const Ran ran = run(arguments);
    EXPECT_EQ(ran.code, 1) << arguments[0] << ": " << ran.out;
    EXPECT_EQ(ran.errLines(), 1U) << ran.err;
    EXPECT_NE(ran.err.find(part), std::string::npos) << ran.err;
  }
  void givePins() {
    for (const std::string& name : {kHead, kMember, kMachine}) ok({"people", "set-pin", file, name, "--pin-file", pins});
  }
  std::vector<std::string> figures(const std::string& pinFile) const {
    std::vector<std::string> command{"figures", "set", file, "bch", "--convened", "9", "--present", "9"};
    if (!pinFile.empty()) command.insert(command.end(), {"--pin-file", pinFile});
    return command;
  }

  Folder folder;
  std::string file = folder / "thu.kiemphieu", pins;
};

// Catches: PINs that are set but asked for nowhere, or listed wrongly; a person's first PIN after the head's that takes more than the head's own PIN.
TEST_F(People, PinsAreSetListedAndThenAskedFor) {
  ok(figures(""));
  givePins();
  std::vector<std::string> with;
  for (const json& person : json::parse(ok({"people", "list", file, "--json"}).out))
    if (person["pin"].get<bool>()) with.push_back(person["name"]);
  EXPECT_EQ(with, (std::vector<std::string>{kHead, kMember, kMachine}));
  EXPECT_NE(ok({"people", "list", file}).out.find(kHead + " (Trưởng ban kiểm phiếu), đã có mã cá nhân"), std::string::npos);
  refused(figures(""), "--pin-file");
  refused({"scan", file, "--contest", "bch", pins}, "--pin-file");
  refused({"close", file, "bch", "--by", kBy}, "--pin-file");
  refused({"ballot", "print", file, "bch", "-o", folder / "b.pdf"}, "--pin-file");
  refused({"zero-report", file, "bch", "-o", folder / "z.pdf"}, "--pin-file");
  refused({"rehearse", file, "bch", "--ballots", "2", "--seed", "1", "-o", folder / "deck"}, "--pin-file");
  EXPECT_FALSE(std::filesystem::exists(folder / "z.pdf")) << "the paper was made all the same";
  ok({"result", file, "bch", "--json"});
}

// Catches: acts written under the names of everybody in the pin file, or under nobody's; a role that gets in because somebody else's PIN stands beside.
TEST_F(People, WhoActsStandsInTheJournal) {
  givePins();
  ok(figures(pins));
  const auto last = [this] {
    json found;
    for (const json& entry : jsonLines(ok({"journal", file, "--json"}).out))
      if (entry["event"] == "figures-set") found = entry;
    return found;
  };
  EXPECT_EQ(last()["by"], (json{kHead, kMember}));
  refused(figures(pinFile("machine", kMachine + ": 9999\n")), "nhân viên kỹ thuật");
  refused(figures(pinFile("stranger", "Người Lạ: 9999\n")), "Người Lạ");
  refused(figures(pinFile("wrong", kHead + ": 0000\n")), "không đúng");
  refused(figures(pinFile("broken", kHead + " 2468\n")), "Dòng 1");
  refused({"close", file, "bch", "--by", kHead + "," + kMachine, "--pin-file", pins}, kMachine);
  refused({"close", file, "bch", "--by", kBy, "--pin-file", pinFile("one", kHead + ": 2468\n")}, kMember);
  refused({"close", file, "bch", "--by", kBy, "--pin-file", pins}, "Chưa nhập số liệu");
  EXPECT_EQ(ok({"verify", file}).code, 0);
}

// Catches: a wait that ends with the process (each run of the program would give three tries).
TEST_F(People, WrongPinsSlowDownAcrossRuns) {
  givePins();
  const std::string wrong = pinFile("wrong", kHead + ": 0000\n");
  refused(figures(wrong), "không đúng");
  refused(figures(wrong), "không đúng");
  refused(figures(wrong), "5 giây");
  refused(figures(pins), "kể cả mã đúng");
}

// Catches: a pin file that others can read going unnoticed, or being refused on the day.
TEST_F(People, APinFileOthersCanReadGivesAWarning) {
  givePins();
  EXPECT_EQ(ok(figures(pins)).err, "");
  std::filesystem::permissions(pins, std::filesystem::perms::group_read, std::filesystem::perm_options::add);
  EXPECT_NE(ok(figures(pins)).err.find("chmod 600"), std::string::npos);
}

// Catches: a forgotten PIN replaced by one person alone; the old one still working.
TEST_F(People, AForgottenPinIsReplacedByTwoOthers) {
  givePins();
  const std::string fresh = pinFile("fresh", kMember + ": 8642\n");
  refused({"people", "set-pin", file, kMember, "--by", kHead, "--pin-file", pins, "--new-pin-file", fresh}, "hai người khác");
  ok({"people", "set-pin", file, kMember, "--by", kHead + "," + kMachine, "--pin-file", pins, "--new-pin-file", fresh});
  refused(figures(pinFile("old", kMember + ": 13 57\n")), "không đúng");
  ok(figures(fresh));
  const std::string own = pinFile("own", kMember + ": 7531\n");
  ok({"people", "set-pin", file, kMember, "--pin-file", fresh, "--new-pin-file", own});
  ok(figures(own));
}

// Catches: a typed PIN shown on the screen, and a terminal left mute.
TEST_F(People, OnATerminalPinsAreTypedUnseen) {
  const Session set = onTerminal({"people", "set-pin", file, kHead}, {{"Mã mới của", "bí mật 1\n"}, {"Nhập lại", "bí mật 1\n"}});
  EXPECT_EQ(set.code, 0) << set.screen;
  EXPECT_EQ(set.screen.find("bí mật"), std::string::npos) << set.screen;
  const Session entered = onTerminal(figures(""), {{"Ai thực hiện", kHead + "\n"}, {"Mã cá nhân của", "bí mật 1\n"}});
  EXPECT_EQ(entered.code, 0) << entered.screen;
  EXPECT_EQ(entered.screen.find("bí mật"), std::string::npos) << entered.screen;
  const Session stopped = onTerminal(figures(""), {{"Ai thực hiện", kHead + "\n"}, {"Mã cá nhân của", "\x03"}});
  EXPECT_EQ(stopped.code, 1) << stopped.screen;
  EXPECT_NE(stopped.screen.find("Chưa nhập mã"), std::string::npos) << stopped.screen;
  const Session differ = onTerminal({"people", "set-pin", file, kMember, "--by", kHead},
                                    {{"Mã cá nhân của", "bí mật 1\n"}, {"Mã mới của", "1111\n"}, {"Nhập lại", "2222\n"}});
  EXPECT_EQ(differ.code, 1);
  EXPECT_NE(differ.screen.find("không giống nhau"), std::string::npos) << differ.screen;
}

// Catches: a next round made of an open contest, without anybody there, or with other names and seats than the count left.
TEST_F(People, TheNextRoundWaitsForTheCountToBeClosed) {
  refused({"contest", "next", file, "bch"}, "chốt");
  givePins();
  refused({"contest", "next", file, "bch"}, "--pin-file");
  ok({"figures", "set", file, "bch", "--convened", "9", "--present", "9", "--issued", "0", "--returned", "0", "--pin-file", pins});
  ok({"close", file, "bch", "--by", kBy, "--pin-file", pins});
  EXPECT_NE(ok({"contest", "next", file, "bch", "--pin-file", pins}).out.find("bch-v2"), std::string::npos);
  const json contests = json::parse(ok({"congress", "show", file, "--json"}).out)["contests"];
  EXPECT_EQ(contests.back()["id"], "bch-v2");
  EXPECT_EQ(contests.back()["candidates"], contests.front()["candidates"]) << "nobody was elected, so all stand again";
}

// Catches: a rule set changed under counted ballots by one person, or a choice stored as another one.
TEST_F(People, TheRuleSetIsShownAndChanged) {
  const auto shown = [this] { return json::parse(ok({"contest", "rules", file, "bch", "--json"}).out); };
  EXPECT_EQ(shown()["one_name_neither"], "to-person");
  ok({"contest", "rules", file, "bch", "--name", "Quy chế riêng", "--one-name-neither", "invalid", "--run-off", "false", "--passes", "3"});
  EXPECT_EQ(shown()["name"], "Quy chế riêng");
  EXPECT_EQ(shown()["one_name_neither"], "invalid");
  EXPECT_EQ(shown()["all_disapproved"], "to-person");
  EXPECT_EQ(shown()["tie_needs_run_off"], false);
  EXPECT_EQ(shown()["passes"], 3);
  refused({"contest", "rules", file, "bch", "--passes", "0"}, "lượt kiểm");
  EXPECT_EQ(run({"contest", "rules", file, "bch", "--one-name-neither", "maybe"}).code, 2);
  ok({"rehearse", file, "bch", "--ballots", "2", "--seed", "1", "-o", folder / "deck"});
  ok({"scan", file, "--contest", "bch", folder / "deck"});
  refused({"contest", "rules", file, "bch", "--passes", "2"}, "hai người");
  ok({"contest", "rules", file, "bch", "--passes", "2", "--by", kBy});
  EXPECT_EQ(shown()["passes"], 2);
}

// Catches: a committee that cannot be completed on the command line; a removed person's PIN that stays behind.
TEST_F(People, PeopleComeAndGo) {
  givePins();
  refused({"people", "add", file, "Võ Thị Mới", "member"}, "--pin-file");
  ok({"people", "add", file, "Võ Thị Mới", "member", "--pin-file", pins});
  refused({"people", "add", file, "Võ Thị Mới", "chief", "--pin-file", pins}, "chief");
  refused({"people", "add", file, "Võ Văn Máy", "technician", "--pin-file", pins}, "R-35");
  ok({"people", "add", file, "Võ Văn Máy", "technician", "--introduced-by", "Ban Tổ chức", "--approved-by", "Chủ Tọa Thử", "--pin-file",
      pins});
  ok({"people", "introduce", file, kMachine, "--introduced-by", "Văn phòng", "--approved-by", "Chủ Tọa Thử", "--pin-file", pins});
  const std::string staff = ok({"people", "list", file}).out;
  EXPECT_NE(staff.find("người giới thiệu: Ban Tổ chức; Đoàn Chủ tịch đồng ý: Chủ Tọa Thử"), std::string::npos) << staff;
  EXPECT_NE(staff.find("người giới thiệu: Văn phòng"), std::string::npos) << staff;
  ok({"people", "remove", file, kMachine, "--pin-file", pins});
  const std::string listed = ok({"people", "list", file}).out;
  EXPECT_NE(listed.find("Võ Thị Mới (ủy viên Ban kiểm phiếu), chưa có mã cá nhân"), std::string::npos);
  EXPECT_EQ(listed.find(kMachine), std::string::npos);
}

}  // namespace

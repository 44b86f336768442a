// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <algorithm>

namespace kp::testing {
namespace {

pid_t launch(const std::vector<std::string>& arguments, const std::string& out, const std::string& err, const std::string& in) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  for (const auto& [path, number] : {std::pair{out, STDOUT_FILENO}, std::pair{err, STDERR_FILENO}}) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(file, number);
  }
  ::dup2(::open(in.c_str(), O_RDONLY), STDIN_FILENO);  // a test started on a terminal must not make the program ask
  ::unsetenv("KIEMPHIEU_LANG");
  std::vector<char*> argv{const_cast<char*>(KP_PROGRAM)};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  ::execv(KP_PROGRAM, argv.data());
  ::_exit(127);
}

}  // namespace

std::size_t Ran::errLines() const { return static_cast<std::size_t>(std::count(err.begin(), err.end(), '\n')); }

Ran run(const std::vector<std::string>& arguments, const std::string& input) {
  const Folder folder;
  const pid_t child = launch(arguments, folder / "out", folder / "err", input.empty() ? "/dev/null" : folder.write("in", input));
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytesOf(folder / "out"), bytesOf(folder / "err")};
}

pid_t start(const std::vector<std::string>& arguments) { return launch(arguments, "/dev/null", "/dev/null", "/dev/null"); }

bool killNow(pid_t process) {
  int status = 0;
  const bool running = ::waitpid(process, &status, WNOHANG) == 0;
  if (running) {
    ::kill(process, SIGKILL);
    ::waitpid(process, &status, 0);
  }
  return running;
}

int stopGently(pid_t process) {
  ::kill(process, SIGINT);
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Folder::Folder() {
  static std::atomic<int> number{0};
  m_path = std::filesystem::temp_directory_path() / ("kp-cli-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
  std::filesystem::create_directories(m_path);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

std::string Folder::write(const std::string& name, const std::string& bytes) const {
  const auto path = m_path / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string bytesOf(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::vector<nlohmann::json> jsonLines(const std::string& text) {
  std::vector<nlohmann::json> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

nlohmann::json definition() {
  using nlohmann::json;
  const auto names = [](std::vector<std::string> list) {
    json candidates = json::array();
    for (std::size_t i = 0; i < list.size(); ++i)
      candidates.push_back({{"id", "c" + std::to_string(i + 1)}, {"name", list[i]}, {"note", ""}});
    return candidates;
  };
  return {{"format", "kiemphieu-congress/1"},
          {"congress",
           {{"id", "thu"},
            {"name", "Đại hội Chi bộ Thử"},
            {"superior", "ĐẢNG BỘ XÃ MẪU"},
            {"issuer", "CHI BỘ THỬ"},
            {"term", "2025 - 2027"},
            {"place", "Xã Mẫu"},
            {"date", "2025-06-01"},
            {"kind", "members"},
            {"rules", "190-QĐ/TW"}}},
          {"committee", json::array({{{"name", "Hà Văn Trưởng"}, {"role", "head"}},
                                     {{"name", "Mai Thị Viên"}, {"role", "member"}},
                                     {{"name", "Lý Văn Máy"}, {"role", "technician"}}})},
          {"contests", json::array({
                           {{"id", "bch"},
                            {"title", "Bầu Chi ủy"},
                            {"kind", "election"},
                            {"office", "cap-uy"},
                            {"seats", 3},
                            {"ballot_code", "shared"},
                            {"candidates", names({"Nguyễn Văn An", "Trần Thị Bình", "Lê Hữu Cường", "Phạm Đức Dũng", "Vũ Thị Hạnh"})}},
                           {{"id", "dd"},
                            {"title", "Bầu đại biểu"},
                            {"kind", "election"},
                            {"office", "dai-bieu"},
                            {"seats", 2},
                            {"ballot_code", "shared"},
                            {"candidates", names({"Đỗ Minh Khánh", "Bùi Ngọc Lan"})}},
                           {{"id", "poll"},
                            {"title", "Xin ý kiến"},
                            {"kind", "opinion"},
                            {"office", "other"},
                            {"seats", 1},
                            {"ballot_code", "per-ballot"},
                            {"candidates", names({"Hồ Công Mạnh", "Ngô Thanh Nga", "Dương Kim Oanh"})}},
                       })}};
}

}  // namespace kp::testing

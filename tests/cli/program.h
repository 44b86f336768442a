// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <sys/types.h>
#include <nlohmann/json.hpp>

namespace kp::testing {

/// How a run of the program ended.
struct Ran {
  int code = -1;  ///< exit code; −1 when killed
  std::string out, err;
  std::size_t errLines() const;
};

/// Runs the real program (KP_PROGRAM) with these arguments and no environment of ours; `input` is its standard input.
Ran run(const std::vector<std::string>& arguments, const std::string& input = {});
/// Starts it and returns its process id; output goes nowhere.
pid_t start(const std::vector<std::string>& arguments);
/// Kills with SIGKILL and waits; true when it was still running.
bool killNow(pid_t process);
/// Ends it as Ctrl-C does and returns its exit code, −1 when the signal ended it.
int stopGently(pid_t process);

/// Files in a folder of the test's own, removed at its end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (m_path / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path m_path;
};

std::string bytesOf(const std::string& path);
std::vector<nlohmann::json> jsonLines(const std::string& text);

inline const std::string kBy = "Hà Văn Trưởng,Mai Thị Viên";

/// A congress of members: strike-out contest "bch" (5 names for 3), columns contest "dd" (2 for 2), opinion poll "poll" with per-ballot codes.
nlohmann::json definition();

}  // namespace kp::testing

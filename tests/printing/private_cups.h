// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace kp::test {

/// A printing service of the test's own: the real cupsd in a folder, with printers whose backend is a script that does what real ones do. Nothing of the machine's is touched.
/// Printers: "tot" prints; "het-giay" is out of paper until paper() was called; "hong" fails and gives the job up; "thu-lai" fails and tries again (what CUPS does unless told
/// otherwise); "dung" fails and stops the queue; "khoa" takes no jobs.
class PrivateCups {
 public:
  static bool isThere() { return std::filesystem::exists(kCupsd); }
  PrivateCups() {
    char name[] = "/tmp/kp-cups-XXXXXX";
    if (!mkdtemp(name)) return;
    m_folder = name;
    for (const char* part : {"bin/backend", "cache", "state", "spool"}) std::filesystem::create_directories(m_folder / part);
    for (const char* part : {"daemon", "filter", "notifier"})
      std::filesystem::create_directory_symlink(std::filesystem::path("/usr/lib/cups") / part, m_folder / "bin" / part);
    writeBackend();
    writeSettings();
    start();
  }
  ~PrivateCups() {
    paper();  // a backend that waits for it ends
    if (m_service > 0) {
      ::kill(m_service, SIGTERM);
      ::waitpid(m_service, nullptr, 0);
    }
    ::unsetenv("CUPS_SERVER");
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
  }
  PrivateCups(const PrivateCups&) = delete;
  PrivateCups& operator=(const PrivateCups&) = delete;
  /// Whether it answers; waits for that.
  bool runs() const {
    for (int i = 0; i < 300 && !std::filesystem::is_socket(socket()); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return std::filesystem::is_socket(socket());
  }
  void paper() const { std::ofstream(m_folder / "paper") << "A4\n"; }
  /// What the printer "tot" got as this job.
  std::string printed(int job) const {
    std::ifstream file(m_folder / ("job-" + std::to_string(job)), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  static constexpr const char* kCupsd = "/usr/sbin/cupsd";
  std::filesystem::path socket() const { return m_folder / "cups.sock"; }
  void writeBackend() const {
    const auto script = m_folder / "bin/backend/kp";
    std::ofstream(script) << "#!/bin/sh\n"
                             "# job user title copies options [file]; the device's address says what becomes of the job\n"
                             "[ $# -eq 0 ] && exit 0\n"
                             "case \"$DEVICE_URI\" in\n"
                             "*/empty) echo 'STATE: +media-empty-error' >&2\n"
                             "  n=0; while [ ! -e '"
                          << m_folder.string()
                          << "/paper' ] && [ $n -lt 600 ]; do sleep 0.1; n=$((n+1)); done\n"
                             "  echo 'STATE: -media-empty-error' >&2;;\n"
                             "*/fail) cat \"${6:--}\" >/dev/null; echo 'ERROR: fuser failure' >&2; exit 1;;\n"
                             "esac\n"
                             "cat \"${6:--}\" >'"
                          << m_folder.string() << "'/job-$1\n";
    ::chmod(script.c_str(), 0700);
  }
  void writeSettings() const {
    const std::string here = m_folder.string();
    std::ofstream(m_folder / "cups-files.conf")
        << "FileDevice Yes\nServerRoot " << here << "\nServerBin " << here << "/bin\nCacheDir " << here << "/cache\nStateDir " << here
        << "/state\nRequestRoot " << here << "/spool\nAccessLog " << here << "/access\nErrorLog " << here << "/error\nPageLog " << here
        << "/page\n";
    std::ofstream(m_folder / "cupsd.conf") << "Listen " << socket().string()
                                           << "\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n"
                                              "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
                                              "<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n"
                                              "<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n";
    std::ofstream printers(m_folder / "printers.conf");
    const auto add = [&printers](const char* name, const char* device, const char* policy, bool accepts) {
      printers << "<Printer " << name << ">\nInfo " << name << "\nDeviceURI kp:/" << device << "\nState Idle\nAccepting "
               << (accepts ? "Yes" : "No") << "\nShared No\nOpPolicy default\nErrorPolicy " << policy << "\n</Printer>\n";
    };
    add("tot", "ok", "abort-job", true);
    add("het-giay", "empty", "abort-job", true);
    add("hong", "fail", "abort-job", true);
    add("thu-lai", "fail", "retry-job", true);
    add("dung", "fail", "stop-printer", true);
    add("khoa", "ok", "abort-job", false);
  }
  void start() {
    const std::string settings = m_folder / "cupsd.conf", files = m_folder / "cups-files.conf";
    std::string program = kCupsd, foreground = "-f", c = "-c", s = "-s";
    char* const arguments[] = {
        program.data(), foreground.data(), c.data(), const_cast<char*>(settings.c_str()), s.data(), const_cast<char*>(files.c_str()),
        nullptr};
    if (::posix_spawn(&m_service, program.c_str(), nullptr, nullptr, arguments, environ) != 0) m_service = -1;
    ::setenv("CUPS_SERVER", socket().c_str(), 1);
  }
  std::filesystem::path m_folder;
  pid_t m_service = -1;
};

}  // namespace kp::test

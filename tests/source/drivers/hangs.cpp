// SPDX-License-Identifier: GPL-3.0-or-later
// A SANE driver with the faults of real ones (docs/decisions/0010), loaded by SANE's own backend `dll` like every driver. `hangs:jam`: the paper jams at once and
// sane_cancel never comes back. `hangs:read`: no sheet ever comes. `hangs:crash`: it takes its process with it. `hangs:fork`: so too, and a helper it has forked lives on.
// `hangs:alarm`: no sheet ever comes and it ignores alarms. `hangs:slow` does not hang: its sheet comes after a second.
// With KP_DRIVER_FAULT=list it never says which devices there are.
// Once it has started, or is asked which devices there are, it writes into the file that KP_DRIVER_NOTE names: its process, its helper's, what its standard input is,
// its scheduling policy, the resolution it was asked for.
#include <sane/sane.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace {
enum class Fault { Jam, Read, Crash, Fork, Alarm, Slow } g_fault;
[[noreturn]] void hang() {
  for (;;) pause();
}
void note(pid_t helper) {
  const char* name = std::getenv("KP_DRIVER_NOTE");
  std::FILE* file = name ? std::fopen(name, "w") : nullptr;
  if (!file) return;
  std::array<char, 256> input{};
  if (::readlink("/proc/self/fd/0", input.data(), input.size() - 1) < 0) input[0] = '?';
  std::ifstream asked("/proc/self/cmdline");
  std::string resolution;
  for (int i = 0; i < 4; ++i) std::getline(asked, resolution, '\0');  // program, language, what to do, resolution
  std::fprintf(file, "%d %d %s %d %s\n", static_cast<int>(::getpid()), static_cast<int>(helper), input.data(), ::sched_getscheduler(0),
               resolution.c_str());
  std::fclose(file);
}
const SANE_Device kDevice{"jam", "Kiểm Phiếu", "hangs", "virtual"};
}  // namespace

extern "C" {
SANE_Status sane_hangs_init(SANE_Int* version, SANE_Auth_Callback) {
  if (version) *version = SANE_VERSION_CODE(1, 0, 0);
  return SANE_STATUS_GOOD;
}
void sane_hangs_exit() {}
SANE_Status sane_hangs_get_devices(const SANE_Device*** list, SANE_Bool) {
  if (const char* fault = std::getenv("KP_DRIVER_FAULT"); fault && std::string_view(fault) == "list") {
    note(-1);
    hang();
  }
  static const SANE_Device* s_list[] = {&kDevice, nullptr};
  *list = s_list;
  return SANE_STATUS_GOOD;
}
SANE_Status sane_hangs_open(SANE_String_Const name, SANE_Handle* handle) {
  const std::string_view fault = name;
  g_fault = fault == "read"    ? Fault::Read
            : fault == "crash" ? Fault::Crash
            : fault == "fork"  ? Fault::Fork
            : fault == "alarm" ? Fault::Alarm
            : fault == "slow"  ? Fault::Slow
                               : Fault::Jam;
  *handle = &g_fault;
  return SANE_STATUS_GOOD;
}
void sane_hangs_close(SANE_Handle) {}
const SANE_Option_Descriptor* sane_hangs_get_option_descriptor(SANE_Handle, SANE_Int) { return nullptr; }
SANE_Status sane_hangs_control_option(SANE_Handle, SANE_Int, SANE_Action, void*, SANE_Int*) { return SANE_STATUS_INVAL; }
SANE_Status sane_hangs_get_parameters(SANE_Handle, SANE_Parameters* parameters) {
  *parameters = {SANE_FRAME_GRAY, SANE_TRUE, 64, 64, 64, 8};
  return SANE_STATUS_GOOD;
}
SANE_Status sane_hangs_start(SANE_Handle) {
  const pid_t helper = g_fault == Fault::Fork ? ::fork() : -1;
  if (helper == 0) hang();
  if (g_fault == Fault::Alarm) std::signal(SIGALRM, SIG_IGN);
  note(helper);
  return SANE_STATUS_GOOD;
}
SANE_Status sane_hangs_read(SANE_Handle, SANE_Byte* bytes, SANE_Int size, SANE_Int* length) {
  *length = 0;
  static bool s_given = false;
  if (g_fault == Fault::Slow && s_given) return SANE_STATUS_EOF;
  if (g_fault == Fault::Slow) {
    ::sleep(1);
    s_given = true;
    *length = std::min(size, 64 * 64);
    std::fill_n(bytes, *length, SANE_Byte{200});
    return SANE_STATUS_GOOD;
  }
  if (g_fault == Fault::Read || g_fault == Fault::Alarm) hang();
  if (g_fault == Fault::Crash || g_fault == Fault::Fork) std::abort();
  return SANE_STATUS_JAMMED;
}
void sane_hangs_cancel(SANE_Handle) {
  if (g_fault != Fault::Slow) hang();
}
SANE_Status sane_hangs_set_io_mode(SANE_Handle, SANE_Bool) { return SANE_STATUS_UNSUPPORTED; }
SANE_Status sane_hangs_get_select_fd(SANE_Handle, SANE_Int*) { return SANE_STATUS_UNSUPPORTED; }
}

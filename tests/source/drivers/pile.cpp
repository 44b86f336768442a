// SPDX-License-Identifier: GPL-3.0-or-later
// A SANE driver with a sheet feeder in which a pile of paper lies, loaded by SANE's own backend `dll` like every driver: the *.pgm files of the folder that KP_PILE names, in the
// order of their names, 200 dpi. Each sheet goes through once (it is renamed to *.fed), so that a feeder that was emptied says so.
#include <sane/sane.h>
#include <sane/saneopts.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
constexpr SANE_Word kDpi = 200;
const char kFeeder[] = "ADF Front";

const SANE_Device kDevice{"feeder", "Kiểm Phiếu", "pile", "sheetfed scanner"};
const SANE_Word kResolutions[] = {1, kDpi};
const SANE_String_Const kSources[] = {kFeeder, nullptr};

/// The sheet under way; the pile itself is the folder.
struct Sheet {
  SANE_Int width = 0, height = 0;
  std::vector<char> pixels;
  std::size_t given = 0;
} g_sheet;

SANE_Option_Descriptor descriptor(const char* name, SANE_Value_Type type, SANE_Int size, SANE_Int cap) {
  SANE_Option_Descriptor option{};
  option.name = name;
  option.title = name;
  option.desc = name;
  option.type = type;
  option.size = size;
  option.cap = cap;
  return option;
}

const std::vector<SANE_Option_Descriptor>& options() {
  static const std::vector<SANE_Option_Descriptor> s_options = [] {
    constexpr SANE_Int kSettable = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
    std::vector<SANE_Option_Descriptor> list{descriptor("", SANE_TYPE_INT, sizeof(SANE_Word), SANE_CAP_SOFT_DETECT),
                                             descriptor(SANE_NAME_SCAN_RESOLUTION, SANE_TYPE_INT, sizeof(SANE_Word), kSettable),
                                             descriptor(SANE_NAME_SCAN_SOURCE, SANE_TYPE_STRING, sizeof kFeeder, kSettable)};
    list[1].constraint_type = SANE_CONSTRAINT_WORD_LIST;
    list[1].constraint.word_list = kResolutions;
    list[2].constraint_type = SANE_CONSTRAINT_STRING_LIST;
    list[2].constraint.string_list = kSources;
    return list;
  }();
  return s_options;
}

/// The top sheet of the pile; empty when none is left.
fs::path topSheet() {
  const char* folder = std::getenv("KP_PILE");
  fs::path top;
  if (!folder) return top;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".pgm" && (top.empty() || entry.path() < top)) top = entry.path();
  return top;
}

/// A binary PGM without comments, as Qt writes it.
bool load(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string magic;
  int depth = 0;
  in >> magic >> g_sheet.width >> g_sheet.height >> depth;
  in.get();
  if (!in || magic != "P5" || depth != 255) return false;
  g_sheet.pixels.resize(static_cast<std::size_t>(g_sheet.width) * static_cast<std::size_t>(g_sheet.height));
  g_sheet.given = 0;
  in.read(g_sheet.pixels.data(), static_cast<std::streamsize>(g_sheet.pixels.size()));
  return static_cast<bool>(in);
}

}  // namespace

extern "C" {
SANE_Status sane_pile_init(SANE_Int* version, SANE_Auth_Callback) {
  if (version) *version = SANE_VERSION_CODE(1, 0, 0);
  return SANE_STATUS_GOOD;
}
void sane_pile_exit() {}
SANE_Status sane_pile_get_devices(const SANE_Device*** list, SANE_Bool) {
  static const SANE_Device* s_list[] = {&kDevice, nullptr};
  *list = s_list;
  return SANE_STATUS_GOOD;
}
SANE_Status sane_pile_open(SANE_String_Const, SANE_Handle* handle) {
  *handle = &g_sheet;
  return SANE_STATUS_GOOD;
}
void sane_pile_close(SANE_Handle) {}
const SANE_Option_Descriptor* sane_pile_get_option_descriptor(SANE_Handle, SANE_Int index) {
  return index >= 0 && static_cast<std::size_t>(index) < options().size() ? &options()[static_cast<std::size_t>(index)] : nullptr;
}
SANE_Status sane_pile_control_option(SANE_Handle, SANE_Int index, SANE_Action action, void* value, SANE_Int*) {
  if (action == SANE_ACTION_SET_VALUE && (index == 1 || index == 2)) return SANE_STATUS_GOOD;
  if (action != SANE_ACTION_GET_VALUE) return SANE_STATUS_INVAL;
  if (index == 0) *static_cast<SANE_Word*>(value) = static_cast<SANE_Word>(options().size());
  if (index == 1) *static_cast<SANE_Word*>(value) = kDpi;
  if (index == 2) std::memcpy(value, kFeeder, sizeof kFeeder);
  return SANE_STATUS_GOOD;
}
SANE_Status sane_pile_get_parameters(SANE_Handle, SANE_Parameters* parameters) {
  *parameters = {SANE_FRAME_GRAY, SANE_TRUE, g_sheet.width, g_sheet.width, g_sheet.height, 8};
  return SANE_STATUS_GOOD;
}
SANE_Status sane_pile_start(SANE_Handle) {
  const fs::path top = topSheet();
  if (top.empty()) return SANE_STATUS_NO_DOCS;
  if (!load(top)) return SANE_STATUS_JAMMED;
  fs::path fed = top;
  fs::rename(top, fed.replace_extension(".fed"));
  return SANE_STATUS_GOOD;
}
SANE_Status sane_pile_read(SANE_Handle, SANE_Byte* bytes, SANE_Int size, SANE_Int* length) {
  const std::size_t part = std::min(static_cast<std::size_t>(size), g_sheet.pixels.size() - g_sheet.given);
  std::memcpy(bytes, g_sheet.pixels.data() + g_sheet.given, part);
  g_sheet.given += part;
  *length = static_cast<SANE_Int>(part);
  return part == 0 ? SANE_STATUS_EOF : SANE_STATUS_GOOD;
}
void sane_pile_cancel(SANE_Handle) {}
SANE_Status sane_pile_set_io_mode(SANE_Handle, SANE_Bool) { return SANE_STATUS_UNSUPPORTED; }
SANE_Status sane_pile_get_select_fd(SANE_Handle, SANE_Int*) { return SANE_STATUS_UNSUPPORTED; }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/feeder/sane_options.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "election/text.h"

namespace kp {
namespace {

constexpr double kA4WidthMm = 210, kA4HeightMm = 297;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The first choice that has one of `wanted` and none of `unwanted` in it; "" when there is none.
std::string choose(const std::vector<std::string>& choices, const std::vector<std::string_view>& wanted,
                   const std::vector<std::string_view>& unwanted) {
  for (const std::string& choice : choices) {
    const std::string text = lower(choice);
    const auto within = [&](std::string_view part) { return contains(text, part); };
    if (std::any_of(wanted.begin(), wanted.end(), within) && std::none_of(unwanted.begin(), unwanted.end(), within)) return choice;
  }
  return {};
}

double shown(const SANE_Option_Descriptor& option, SANE_Word word) { return option.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word; }

/// `value` moved into what the option's constraint allows.
double allowed(const SANE_Option_Descriptor& option, double value) {
  if (option.constraint_type == SANE_CONSTRAINT_RANGE)
    return std::clamp(value, shown(option, option.constraint.range->min), shown(option, option.constraint.range->max));
  if (option.constraint_type != SANE_CONSTRAINT_WORD_LIST) return value;
  double above = 0, greatest = 0;
  const SANE_Word* list = option.constraint.word_list;
  for (SANE_Word i = 1; i <= list[0]; ++i) {
    const double choice = shown(option, list[i]);
    greatest = std::max(greatest, choice);
    if (choice >= value && (above == 0 || choice < above)) above = choice;
  }
  return above > 0 ? above : greatest;
}

/// A feeder that takes one side; one that takes both only when there is no other. Names differ by backend: "ADF Front" (fujitsu), "Automatic Document Feeder" (epsonds) …
void chooseFeeder(SaneOptions& options) {
  const std::vector<std::string> sources = options.choices(SANE_NAME_SCAN_SOURCE);
  std::string feeder = choose(sources, {"adf", "feeder"}, {"duplex", "back"});
  if (feeder.empty()) feeder = choose(sources, {"adf", "feeder"}, {"back"});
  if (!feeder.empty()) options.set(SANE_NAME_SCAN_SOURCE, feeder);
}

void chooseMode(SaneOptions& options, bool colour) {
  const std::vector<std::string> modes = options.choices(SANE_NAME_SCAN_MODE);
  const std::string mode = colour ? choose(modes, {"color", "colour"}, {}) : choose(modes, {"gray", "grey"}, {});
  if (!mode.empty()) options.set(SANE_NAME_SCAN_MODE, mode);
  if (options.has("grayify")) options.setSwitch("grayify", !colour);
}

void setArea(SaneOptions& options) {
  for (const char* name : {"page-width", SANE_NAME_SCAN_BR_X}) options.setNumber(name, kA4WidthMm);
  for (const char* name : {"page-height", SANE_NAME_SCAN_BR_Y}) options.setNumber(name, kA4HeightMm);
  for (const char* name : {SANE_NAME_SCAN_TL_X, SANE_NAME_SCAN_TL_Y}) options.setNumber(name, 0);
}

/// Double-feed detection is off unless asked for: df-* in fujitsu and canon_dr, dfeed in kvs1025, and the like. Also what keeps the feeder fast.
void setFeeding(SaneOptions& options) {
  for (const std::string& name : options.names()) {
    if (name == "df-action") {
      options.set(name, choose(options.choices(name), {"stop"}, {}));
    } else if (name.starts_with("df-") || name.starts_with("dfeed") || name.starts_with("double-feed") || name.starts_with("doublefeed")) {
      options.setSwitch(name, true);
    } else if (name == "prepick" || name == "buffermode") {
      if (!options.setSwitch(name, true)) options.set(name, "On");
    }
  }
}

}  // namespace

std::optional<SaneOptions::Found> SaneOptions::find(const std::string& name) const {
  for (SANE_Int i = 1;; ++i) {
    const SANE_Option_Descriptor* option = sane_get_option_descriptor(m_handle, i);
    if (!option) return std::nullopt;
    if (option->name && name == option->name && SANE_OPTION_IS_ACTIVE(option->cap)) return Found{i, option};
  }
}

std::vector<std::string> SaneOptions::names() const {
  std::vector<std::string> list;
  for (SANE_Int i = 1; const SANE_Option_Descriptor* option = sane_get_option_descriptor(m_handle, i); ++i)
    if (option->name && *option->name && SANE_OPTION_IS_ACTIVE(option->cap) && SANE_OPTION_IS_SETTABLE(option->cap))
      list.emplace_back(option->name);
  return list;
}

std::vector<std::string> SaneOptions::choices(const std::string& name) const {
  std::vector<std::string> list;
  const auto found = find(name);
  if (!found || found->descriptor->constraint_type != SANE_CONSTRAINT_STRING_LIST) return list;
  for (const SANE_String_Const* at = found->descriptor->constraint.string_list; *at; ++at) list.emplace_back(*at);
  return list;
}

bool SaneOptions::control(const Found& found, void* value) {
  if (!SANE_OPTION_IS_SETTABLE(found.descriptor->cap)) return false;
  return sane_control_option(m_handle, found.index, SANE_ACTION_SET_VALUE, value, nullptr) == SANE_STATUS_GOOD;
}

bool SaneOptions::set(const std::string& name, const std::string& value) {
  const auto found = find(name);
  if (!found || found->descriptor->type != SANE_TYPE_STRING || value.size() >= static_cast<std::size_t>(found->descriptor->size))
    return false;
  if (const auto words = choices(name); !words.empty() && std::find(words.begin(), words.end(), value) == words.end()) return false;
  std::vector<char> text(static_cast<std::size_t>(found->descriptor->size), '\0');
  std::copy(value.begin(), value.end(), text.begin());
  return control(*found, text.data());
}

bool SaneOptions::setNumber(const std::string& name, double value) {
  const auto found = find(name);
  if (!found || found->descriptor->size != sizeof(SANE_Word)) return false;
  const SANE_Value_Type type = found->descriptor->type;
  if (type != SANE_TYPE_INT && type != SANE_TYPE_FIXED) return false;
  const double fits = allowed(*found->descriptor, value);
  SANE_Word word = type == SANE_TYPE_FIXED ? SANE_FIX(fits) : static_cast<SANE_Word>(std::lround(fits));
  return control(*found, &word);
}

bool SaneOptions::setSwitch(const std::string& name, bool on) {
  const auto found = find(name);
  if (!found || found->descriptor->type != SANE_TYPE_BOOL) return false;
  SANE_Bool value = on ? SANE_TRUE : SANE_FALSE;
  return control(*found, &value);
}

bool SaneOptions::setFromText(const std::string& name, const std::string& value) {
  const auto found = find(name);
  if (!found) return false;
  if (found->descriptor->type == SANE_TYPE_STRING) return set(name, value);
  if (found->descriptor->type == SANE_TYPE_BOOL) {
    const std::string text = lower(value);
    const bool on = text == "yes" || text == "true" || text == "1", off = text == "no" || text == "false" || text == "0";
    return (on || off) && setSwitch(name, on);
  }
  char* end = nullptr;
  const double number = std::strtod(value.c_str(), &end);
  return end != value.c_str() && *end == '\0' && std::isfinite(number) && setNumber(name, number);
}

double SaneOptions::number(const std::string& name) const {
  const auto found = find(name);
  if (!found || found->descriptor->size != sizeof(SANE_Word) ||
      (found->descriptor->type != SANE_TYPE_INT && found->descriptor->type != SANE_TYPE_FIXED))
    return 0;
  SANE_Word word = 0;
  if (sane_control_option(m_handle, found->index, SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD) return 0;
  return shown(*found->descriptor, word);
}

std::string SaneOptions::text(const std::string& name) const {
  const auto found = find(name);
  if (!found || found->descriptor->type != SANE_TYPE_STRING || found->descriptor->size <= 0) return {};
  std::vector<char> value(static_cast<std::size_t>(found->descriptor->size) + 1, '\0');
  if (sane_control_option(m_handle, found->index, SANE_ACTION_GET_VALUE, value.data(), nullptr) != SANE_STATUS_GOOD) return {};
  return value.data();
}

Expected<ScannerSetup> setUpScanner(SaneOptions& options, const ScannerOptions& wanted, const ScannerAddress& address) {
  ScannerSetup setup;
  chooseFeeder(options);
  chooseMode(options, wanted.colour);
  options.setNumber(SANE_NAME_BIT_DEPTH, 8);
  options.setNumber(SANE_NAME_SCAN_RESOLUTION, wanted.dpi);
  setArea(options);
  setFeeding(options);
  for (const auto& [name, value] : address.settings) {
    if (options.setFromText(name, value)) continue;
    return fail(ErrorKind::Refused,
                trf("Máy quét “{0}” không nhận cài đặt “{1}={2}”; chưa tờ nào được quét. Hãy sửa hoặc bỏ cài đặt này.",
                    "The scanner “{0}” does not take the setting “{1}={2}”; no sheet was scanned. Correct it or leave it out.",
                    address.device, name, value));
  }
  setup.feeder = !choose({options.text(SANE_NAME_SCAN_SOURCE)}, {"adf", "feeder"}, {}).empty();
  setup.dpi = options.number(SANE_NAME_SCAN_RESOLUTION);
  return setup;
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/setup.h"
#include "election/text.h"
#include "formats/unicode.h"

namespace kp::cli {
namespace {

struct PeopleOptions {
  std::string file, name, role, by, newPinFile, introducedBy, approvedBy;
  SignInOptions signIn;
  bool json = false;
};

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Expected<void> list(const PeopleOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto congress = ledger->congress().load();
  if (!congress) return failed(congress);
  const auto pins = ledger->congress().withPin();
  if (!pins) return failed(pins);
  nlohmann::ordered_json out = nlohmann::json::array();
  for (const CommitteeMember& person : congress->committee) {
    const bool pin = has(*pins, person.name);
    if (o.json)
      out.push_back({{"name", person.name},
                     {"role", toString(person.role)},
                     {"pin", pin},
                     {"introduced_by", person.introducedBy},
                     {"approved_by", person.approvedBy}});
    else
      printLine(pin ? trf("{0} ({1}), đã có mã cá nhân", "{0} ({1}), has a PIN", person.name, roleText(person.role))
                    : trf("{0} ({1}), chưa có mã cá nhân", "{0} ({1}), no PIN", person.name, roleText(person.role)));
    if (!o.json && !person.introducedBy.empty())
      printLine(trf("  người giới thiệu: {0}; Đoàn Chủ tịch đồng ý: {1}", "  introduced by: {0}; approved for the presidium by: {1}",
                    person.introducedBy, person.approvedBy));
  }
  if (o.json) printLine(out.dump());
  return {};
}

/// Who sets the PIN when --by does not say: the person, or the head for somebody's first one once the head has a PIN.
Actors whoSets(const Congress& congress, const std::vector<std::string>& pins, const std::string& name) {
  if (!has(pins, name))
    for (const CommitteeMember& person : congress.committee)
      if (person.role == Role::Head && has(pins, person.name)) return {person.name};
  return {name};
}

/// The new PIN: from --new-pin-file, for a first one also from --pin-file, else typed twice.
Expected<std::string> newPin(const PeopleOptions& o, const std::string& name, const Pins& pins, bool first) {
  Pins given = first ? pins : Pins{};
  if (!o.newPinFile.empty()) {
    auto read = readPinFile(o.newPinFile);
    if (!read) return failed(read);
    given = std::move(*read);
  }
  if (const auto found = given.find(name); found != given.end()) return found->second;
  const std::string without =
      trf("Chưa có mã mới của {0}: hãy ghi dòng “{0}: mã” vào tệp của --new-pin-file, hoặc chạy lệnh trên màn hình "
          "dòng lệnh để nhập; chưa có gì thay đổi",
          "There is no new PIN of {0}: put a line \"{0}: PIN\" into the file of --new-pin-file, or run the command on a "
          "terminal to type it; nothing was changed",
          name);
  const auto once = askHidden(trf("Mã mới của {0}: ", "New PIN of {0}: ", name), without);
  if (!once) return once;
  const auto again = askHidden(tr("Nhập lại mã mới: ", "The new PIN again: "), without);
  if (!again) return again;
  if (*once != *again)
    return fail(ErrorKind::BadInput, tr("Hai lần nhập không giống nhau; chưa có gì thay đổi", "They differ; nothing was changed"));
  return once;
}

Expected<void> setOne(const PeopleOptions& o) {
  Pins pins;
  if (!o.signIn.pinFile.empty()) {
    auto read = readPinFile(o.signIn.pinFile);
    if (!read) return failed(read);
    pins = std::move(*read);
  }
  auto ledger = openFile(o.file, Ledger::Mode::ReadWrite);
  if (!ledger) return failed(ledger);
  const auto congress = ledger->congress().load();
  if (!congress) return failed(congress);
  const auto known = ledger->congress().withPin();
  if (!known) return failed(known);
  const std::string name = nfc(o.name);
  Actors by = whoSets(*congress, *known, name);
  if (!o.by.empty()) {
    auto named = namesFrom(o.by);
    if (!named) return failed(named);
    by = std::move(*named);
  }
  Actors proving;  // whoever has a PIN; who has none is taken by setPin()'s own rules
  std::copy_if(by.begin(), by.end(), std::back_inserter(proving), [&known](const std::string& person) { return has(*known, person); });
  if (const auto in = signInAll(*ledger, proving, pins); !in) return in;
  const auto pin = newPin(o, name, pins, !has(*known, name));
  if (!pin) return failed(pin);
  if (const auto set = setPin(*ledger, name, *pin, by); !set) return set;
  printLine(trf("Đã đặt mã cá nhân cho {0}.", "{0}'s PIN is set.", name));
  return {};
}

Expected<void> add(const PeopleOptions& o) {
  const auto role = parseRole(o.role);
  if (!role) return failed(role);
  const auto by = namesIfGiven(o.by);
  if (!by) return failed(by);
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn, *by);
  if (!acting) return failed(acting);
  if (const auto added = addPerson(acting->ledger, {o.name, *role, o.introducedBy, o.approvedBy}, acting->by); !added) return added;
  printLine(trf("Đã thêm {0} ({1}).", "{0} added ({1}).", o.name, roleText(*role)));
  return {};
}

Expected<void> introduce(const PeopleOptions& o) {
  const auto by = namesIfGiven(o.by);
  if (!by) return failed(by);
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn, *by);
  if (!acting) return failed(acting);
  if (const auto done = introduceStaff(acting->ledger, nfc(o.name), o.introducedBy, o.approvedBy, acting->by); !done) return done;
  printLine(trf("Đã ghi ai giới thiệu và ai đồng ý cho {0}.", "Who introduced and approved {0} is entered.", o.name));
  return {};
}

Expected<void> remove(const PeopleOptions& o) {
  const auto by = namesIfGiven(o.by);
  if (!by) return failed(by);
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn, *by);
  if (!acting) return failed(acting);
  if (const auto removed = removePerson(acting->ledger, nfc(o.name), acting->by); !removed) return removed;
  printLine(trf("Đã bỏ {0} khỏi danh sách.", "{0} is no longer in the list.", o.name));
  return {};
}

}  // namespace

void addPeopleCommand(CLI::App& app, Action& action) {
  auto* people = app.add_subcommand("people", tr("Ban kiểm phiếu, tổ giúp việc và mã cá nhân", "The committee, its staff and their PINs"));
  people->require_subcommand(1);
  auto o = std::make_shared<PeopleOptions>();
  auto* listing = people->add_subcommand("list", tr("Xem danh sách, vai trò, ai đã có mã", "Show who is in, their roles, who has a PIN"));
  auto* setting = people->add_subcommand("set-pin", tr("Đặt mã cá nhân; từ mã đầu tiên, ai làm gì cũng phải đăng nhập",
                                                       "Set a PIN; from the first one on, whoever acts signs in"));
  auto* adding = people->add_subcommand("add", tr("Thêm một người", "Add a person"));
  auto* removing = people->add_subcommand("remove", tr("Bỏ một người, kèm mã cá nhân", "Take a person out, with the PIN"));
  auto* introducing = people->add_subcommand("introduce", tr("Ghi ai giới thiệu nhân viên kỹ thuật, ai của Đoàn Chủ tịch đồng ý (R-35)",
                                                             "Enter who introduced technical staff, who of the presidium approved (R-35)"));
  for (auto* cmd : {listing, setting, adding, removing, introducing})
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  listing->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  listing->callback([o, &action] { action = [o] { return list(*o); }; });
  for (auto* cmd : {adding, introducing}) {
    const bool asked = cmd == introducing;
    cmd->add_option("--introduced-by", o->introducedBy, tr("Nhân viên kỹ thuật: ai giới thiệu", "Technical staff: who introduced them"))
        ->required(asked);
    cmd->add_option("--approved-by", o->approvedBy,
                    tr("Nhân viên kỹ thuật: ai của Đoàn Chủ tịch đồng ý", "Technical staff: who of the presidium approved"))
        ->required(asked);
  }
  introducing->callback([o, &action] { action = [o] { return introduce(*o); }; });
  for (auto* cmd : {setting, adding, removing, introducing}) {
    cmd->add_option("NAME", o->name, tr("Họ và tên", "Full name"))->required();
    addPinOption(*cmd, o->signIn);
  }
  for (auto* cmd : {adding, removing, introducing})
    cmd->add_option("--by", o->by,
                    tr("Ai thay đổi; đã đọc phiếu thì phải hai người của Ban kiểm phiếu, có Trưởng ban: “A,B”",
                       "Who changes it; once ballots were read, two of the committee, the head among them: \"A,B\""));
  adding->add_option("ROLE", o->role, "head, member, technician, supervisor, secretary")->required();
  adding->callback([o, &action] { action = [o] { return add(*o); }; });
  removing->callback([o, &action] { action = [o] { return remove(*o); }; });
  setting->add_option("--by", o->by,
                      tr("Ai đặt; bỏ trống là chính người đó. Mã bị quên: hai người khác của Ban kiểm phiếu, “A,B”",
                         "Who sets it; left out, the person. A forgotten one: two others of the committee, \"A,B\""));
  setting->add_option("--new-pin-file", o->newPinFile,
                      tr("Tệp có mã mới, “Họ tên: mã”; mã đầu tiên lấy được cả từ --pin-file",
                         "File with the new PIN, \"NAME: PIN\"; a first one may also stand in --pin-file"));
  setting->callback([o, &action] { action = [o] { return setOne(*o); }; });
}

}  // namespace kp::cli

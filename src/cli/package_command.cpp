// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/medium.h"
#include "count/packaging.h"
#include "election/text.h"
#include "wiring/package_papers.h"

namespace kp::cli {
namespace {

struct PackageOptions {
  std::string file, output;
  std::vector<std::string> folders;
  bool json = false;
  SignInOptions signIn;
};

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

void printPackage(const MadePackage& made, const std::vector<MediumCopy>& copies, bool json) {
  if (json) {
    nlohmann::ordered_json out{{"package", made.path.string()}, {"hash", toHex(made.hash)},  {"size", made.size},
                               {"entries", made.entries},       {"open", made.openContests}, {"copies", nlohmann::json::array()}};
    for (const MediumCopy& copy : copies)
      out["copies"].push_back(
          {{"file", copy.file.string()}, {"medium", copy.medium.id}, {"label", copy.medium.label}, {"was_there", copy.wasThere}});
    printLine(out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    return;
  }
  printLine(trf("Đã lập gói lưu trữ {0}: {1} tệp, {2} byte", "Package {0} made: {1} entries, {2} bytes", made.path.string(),
                made.entries.size(), made.size));
  printLine(trf("  mã băm {0}", "  hash {0}", toHex(made.hash)));
  if (!made.openContests.empty())
    printLine(trf("  Chưa chốt: {0}; gói này chỉ là hiện trạng, chưa phải kết quả.",
                  "  Not closed: {0}; this package is a state, not a result.", joined(made.openContests)));
  for (const MediumCopy& copy : copies) printLine(trf("  {0}: {1}", "  {0}: {1}", copy.file.string(), copyOutcomeText("agrees")));
}

Expected<void> makeIt(const PackageOptions& o) {
  auto acting = openToAct(o.file, Act::Package, o.signIn);
  if (!acting) return failed(acting);
  auto papers = papersForPackage(acting->ledger);
  if (!papers) return failed(papers);
  const auto made = makePackage(acting->ledger, {o.output, std::move(*papers), programVersion(), acting->by, {}});
  if (!made) return failed(made);
  std::vector<MediumCopy> copies;
  for (const std::string& folder : o.folders) {
    auto copy = saveToMedium(acting->ledger, {o.output, folder, acting->by, {}});
    if (!copy) return failed(copy);
    copies.push_back(std::move(*copy));
  }
  printPackage(*made, copies, o.json);
  return {};
}

}  // namespace

void addPackageCommand(CLI::App& app, Action& action) {
  auto* cmd = app.add_subcommand("package", tr("Lập gói lưu trữ có đủ mọi thứ để kiểm tra việc kiểm phiếu ở nơi khác",
                                               "Make the package with everything needed to check the count elsewhere"));
  auto o = std::make_shared<PackageOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("-o,--output", o->output, tr("Gói sẽ ghi (.kpz)", "Package to write (.kpz)"))->required();
  cmd->add_option("--copy-to", o->folders,
                  tr("Chép ra thư mục này (USB) rồi đọc lại để kiểm tra; có thể nêu nhiều lần",
                     "Copy to this folder (USB stick) and read back; may be given more than once"));
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] { action = [o] { return makeIt(*o); }; });
}

}  // namespace kp::cli

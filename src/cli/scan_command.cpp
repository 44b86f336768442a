// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.h"
#include "cli/progress.h"
#include "cli/sign_in.h"
#include "cli/spare_memory.h"
#include "count/rehearsed.h"
#include "election/text.h"
#include "scanner/source/sane_source.h"
#include "wiring/scan_run.h"
#include "wiring/stop_signals.h"

namespace kp::cli {
namespace {

/// Sheets stored between two returns of memory: a few milliseconds a second, and what so many files leave free is small.
constexpr int kGiveBackEvery = 64;

struct ScanOptions {
  std::string file, contest, debug;
  std::vector<std::string> sources;
  int pass = 1, threads = 0;
  bool json = false, follow = false;
  SignInOptions signIn;
};

void tell(const IntakeReport& report, const std::map<std::string, int>& waitingIn, bool json) {
  if (json) {
    nlohmann::ordered_json out{
        {"stored", report.total.stored}, {"already_there", report.total.alreadyThere}, {"seen_before", report.total.seenBefore}};
    out["perhaps_twice"] = report.total.perhapsTwice;
    out["refused"] = nlohmann::json::array();
    for (const auto& [name, why] : report.refusedFiles) out["refused"].push_back({{"source", name}, {"why", why}});
    out["stored_by_contest"] = report.byContest;
    out["waiting"] = waitingIn;
    printLine(out.dump());
    return;
  }
  printLine(trf("Đã nhận {0} tờ ({1} tờ có từ trước, {2} tờ trùng, {3} tệp không đọc được).",
                "{0} sheets taken in ({1} there before, {2} seen before, {3} files not readable).", report.total.stored,
                report.total.alreadyThere, report.total.seenBefore, report.total.refused));
  if (report.total.perhapsTwice > 0)
    printLine(trf(
        "{0} tờ có nét bút trùng với tờ khác, có thể một tờ giấy đã được quét hai lần: chờ Ban kiểm phiếu so hai tờ.",
        "On {0} sheets the strokes lie as on another: perhaps a paper was scanned twice. They wait for the committee to compare the two.",
        report.total.perhapsTwice));
  for (const auto& [contest, number] : waitingIn)
    printLine(trf("Cuộc bầu {0}: {1} phiếu chờ Ban kiểm phiếu xem (lệnh records và rule).",
                  "Contest {0}: {1} ballots wait for the committee (commands records and rule).", contest, number));
}

Expected<void> scan(const ScanOptions& o) {
  auto acting = openToAct(o.file, Act::Scan, o.signIn);
  if (!acting) return failed(acting);
  Ledger& ledger = acting->ledger;
  std::optional<ProgressLine> progress;
  ScanRequest request;
  request.sources = o.sources;
  request.contest = o.contest;
  request.pass = o.pass;
  request.threads = o.threads;
  request.follow = o.follow;
  request.debugFolder = o.debug;
  request.by = acting->by;
  request.started = [&progress](std::size_t files) { progress.emplace(files); };
  request.progress = [&progress, givenBackAt = 0](const IntakeProgress& p) mutable {
    progress->show(p);
    if (p.stored - givenBackAt < kGiveBackEvery) return;
    giveBackSpareMemory();
    givenBackAt = p.stored;
  };
  if (std::any_of(o.sources.begin(), o.sources.end(), isScanner)) {  // what the scanner has drawn in must not get lost
    heedStopSignals();
    request.stop = stopSignalled;
  }
  std::atomic<bool> bilevel = false;
  request.bilevel = [&bilevel] { bilevel = true; };
  const auto report = runScan(ledger, request);
  if (progress) progress->end();
  if (!report) return failed(report);
  if (request.stop && request.stop())
    std::cerr
        << tr("Đã dừng sau tờ đang quét; mọi tờ đã qua máy đều đã nhận. Muốn quét tiếp, hãy chạy lại lệnh này.",
              "Stopped after the sheet under way; every sheet that went through the scanner is taken in. To scan on, run this command again.")
        << "\n";
  if (bilevel) std::cerr << bilevelWarning() << "\n";
  for (const auto& [name, why] : report->refusedFiles) std::cerr << name << ": " << why << "\n";
  const auto congress = ledger.congress().load();
  if (!congress) return failed(congress);
  std::map<std::string, int> waitingIn;
  for (const Contest& c : congress->contests) {
    if (!report->byContest.count(c.id) && c.id != o.contest) continue;
    const auto number = waitingForCommittee(ledger, c.id, o.pass);
    if (!number) return failed(number);
    waitingIn[c.id] = *number;
    const auto rehearsed = rehearsalSheets(ledger, c.id);
    if (!rehearsed) return failed(rehearsed);
    if (!rehearsed->empty()) std::cerr << rehearsalWarning(*rehearsed) << "\n";
  }
  tell(*report, waitingIn, o.json);
  return {};
}

}  // namespace

void addScanCommand(CLI::App& app, Action& action) {
  auto* cmd = app.add_subcommand("scan", tr("Nhận và đọc các tờ phiếu đã quét", "Take in and read scanned ballots"));
  auto o = std::make_shared<ScanOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("SOURCE", o->sources, tr("Tệp ảnh, tệp PDF, thư mục hoặc sane:MÁY_QUÉT", "Image files, PDFs, folders or sane:DEVICE"))
      ->required();
  cmd->add_option(
      "--contest", o->contest,
      tr("Cuộc bầu đang kiểm; bỏ trống thì theo mã trên phiếu", "Contest being counted; left out, the code on the ballot says"));
  cmd->add_option("--pass", o->pass, tr("Lượt kiểm, từ 1", "Pass, from 1"))->check(CLI::Range(1, 99));
  cmd->add_option("--threads", o->threads, tr("Số luồng đọc; 0 = số nhân máy", "Reading threads; 0 = number of cores"))
      ->check(CLI::Range(0, 256));
  cmd->add_option("--debug", o->debug, tr("Thư mục nhận ảnh từng bước đọc", "Folder for pictures of each reading step"));
  cmd->add_flag(
      "--follow", o->follow,
      tr("Quét xong vẫn chờ tệp mới trong thư mục, đến khi bấm Ctrl-C", "Go on waiting for new files in the folders until Ctrl-C"));
  addPinOption(*cmd, o->signIn);
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return scan(*o); }; });
}

}  // namespace kp::cli

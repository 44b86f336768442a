// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "ballot/code_payload.h"
#include "cli/command.h"
#include "cli/feeder_source.h"
#include "cli/file_source.h"
#include "cli/forms.h"
#include "cli/progress.h"
#include "count/contest_count.h"
#include "count/intake.h"
#include "election/text.h"
#include "scanner/reading/reader.h"
#include "scanner/source/page_source.h"
#include "scanner/source/sane_source.h"

namespace kp::cli {
namespace {

struct ScanOptions {
  std::string file, contest, debug;
  std::vector<std::string> sources;
  int pass = 1, threads = 0;
  bool json = false, follow = false;
};

std::string debugFolderOf(const std::string& debug, std::string name, int page) {
  if (debug.empty()) return {};
  for (char& c : name)
    if (c == '/' || c == '\\') c = '_';
  return (std::filesystem::path(debug) / (name + "-" + std::to_string(page + 1))).string();
}

/// Where sheets come from: files, or one scanner.
struct Sheets {
  std::optional<FileSource> files;
  std::unique_ptr<FeederSource> feeder;
  Expected<std::optional<SourceItem>> next() { return feeder ? feeder->next() : files->next(); }
};

Expected<void> openFiles(const ScanOptions& o, Sheets& sheets) {
  const bool scanner = std::any_of(o.sources.begin(), o.sources.end(), isScanner);
  if (scanner && o.sources.size() > 1)
    return fail(ErrorKind::BadInput, tr("Mỗi lần chỉ quét từ một máy quét, không kèm tệp hay thư mục khác; chưa có gì thay đổi",
                                        "One scanner at a time, without files or folders beside it; nothing was changed"));
  if (scanner) return {};
  auto files = FileSource::open(o.sources, o.follow);
  if (!files) return failed(files);
  sheets.files = std::move(*files);
  return {};
}

IntakePorts portsOf(Sheets& sheets, const Reader& reader, const std::string& debug) {
  IntakePorts ports;
  ports.next = [&sheets] { return sheets.next(); };
  ports.countPages = [](const std::string& bytes) { return countPages(bytes); };
  ports.readPage = [&reader, debug](const std::string& bytes, int page, const std::string& name) -> Expected<PageReading> {
    const auto raster = decodePage(bytes, page, true);  // in colour, for a second ink
    if (!raster) return failed(raster);
    return reader.read(*raster, debugFolderOf(debug, name, page));
  };
  return ports;
}

/// Ballots of this contest and pass that wait for the committee.
Expected<int> waiting(const Ledger& ledger, const std::string& contest, int pass) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return failed(counted);
  const auto loaded = loadPass(ledger, *counted, pass);
  if (!loaded) return failed(loaded);
  const auto result = resultOf(*counted, *loaded, Figures{});
  return result.tally.undecided + result.unruledSetAside;
}

void tell(const IntakeReport& report, const std::map<std::string, int>& waitingIn, bool json) {
  if (json) {
    nlohmann::ordered_json out{
        {"stored", report.total.stored}, {"already_there", report.total.alreadyThere}, {"seen_before", report.total.seenBefore}};
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
  for (const auto& [contest, number] : waitingIn)
    printLine(trf("Cuộc bầu {0}: {1} phiếu chờ Ban kiểm phiếu xem (lệnh records và rule).",
                  "Contest {0}: {1} ballots wait for the committee (commands records and rule).", contest, number));
}

Expected<void> checkContest(const Congress& congress, const std::string& contest) {
  if (contest.empty() || congress.contest(contest)) return {};
  std::string known;
  for (const Contest& c : congress.contests) known += (known.empty() ? "" : ", ") + c.id;
  return fail(ErrorKind::NotFound, trf("Không có cuộc bầu “{0}” trong tệp này; các cuộc bầu hiện có: {1}",
                                       "There is no contest \"{0}\" in this file; there are: {1}", contest, known));
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& s : list) text += (text.empty() ? "" : ", ") + s;
  return text;
}

Expected<void> scan(const ScanOptions& o) {
  Sheets sheets;
  if (const auto opened = openFiles(o, sheets); !opened) return opened;
  auto ledger = openFile(o.file, Ledger::Mode::ReadWrite);
  if (!ledger) return failed(ledger);
  const auto congress = ledger->congress().load();
  if (!congress) return failed(congress);
  if (const auto known = checkContest(*congress, o.contest); !known) return known;
  const auto key = ledger->keys().codeKey();
  if (!key) return failed(key);
  auto forms = readingForms(*congress, *key, o.contest);
  if (!forms) return failed(forms);
  const Reader reader(std::move(*forms), *key, congressTag(congress->info), o.contest);

  ProgressLine progress(sheets.files ? sheets.files->size() : 0);
  if (!sheets.files) sheets.feeder = std::make_unique<FeederSource>(o.sources.front());
  IntakeOptions options;
  options.contest = o.contest;
  options.pass = o.pass;
  options.threads = o.threads;
  options.sourceText = joined(o.sources);
  options.progress = [&progress](const IntakeProgress& p) { progress.show(p); };
  const auto report = takeIn(*ledger, *congress, options, portsOf(sheets, reader, o.debug));
  progress.end();
  if (!report) return failed(report);
  for (const auto& [name, why] : report->refusedFiles) std::cerr << name << ": " << why << "\n";
  std::map<std::string, int> waitingIn;
  for (const Contest& c : congress->contests) {
    if (!report->byContest.count(c.id) && c.id != o.contest) continue;
    const auto number = waiting(*ledger, c.id, o.pass);
    if (!number) return failed(number);
    waitingIn[c.id] = *number;
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
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return scan(*o); }; });
}

}  // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/scan_run.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <string_view>
#include <utility>

#include "ballot/code_payload.h"
#include "count/contest_count.h"
#include "election/text.h"
#include "scanner/reading/reader.h"
#include "scanner/source/page_source.h"
#include "scanner/source/sane_source.h"
#include "wiring/feeder_source.h"
#include "wiring/file_source.h"
#include "wiring/forms.h"

namespace kp {
namespace {

std::string debugFolderOf(const std::string& debug, std::string name, int page) {
  if (debug.empty()) return {};
  for (char& c : name)
    if (c == '/' || c == '\\') c = '_';
  return (std::filesystem::path(debug) / (name + "-" + std::to_string(page + 1))).string();
}

/// Whether the content begins as a picture or PDF does. One that is damaged or breaks off may be all there is of a ballot: it is taken in, and a person sees it.
bool isScan(const std::string& bytes) {
  using namespace std::string_view_literals;
  constexpr std::array kBeginnings = {"\xFF\xD8"sv, "\x89PNG"sv, "II*\0"sv, "MM\0*"sv, "%PDF"sv};
  return countPages(bytes).has_value() || std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                                      [&bytes](std::string_view one) { return bytes.compare(0, one.size(), one) == 0; });
}

/// Where sheets come from: files, or one scanner.
struct Sheets {
  std::atomic<bool> bilevel = false;  ///< ScanRequest::bilevel was told
  std::optional<FileSource> files;
  std::unique_ptr<FeederSource> feeder;
  std::vector<std::string> leftOut;
  bool fed = false;     ///< the scanner has handed out a sheet
  bool failed = false;  ///< the scanner ended the run; all that it had fed was handed out before
  Expected<std::optional<SourceItem>> next(const ScanRequest& request) {
    if (feeder) {
      auto sheet = feeder->next(request.stop, request.leave);
      fed = fed || (sheet && *sheet);
      failed = !sheet;
      return sheet;
    }
    for (;;) {
      if (request.stop && request.stop()) return std::optional<SourceItem>();
      auto item = files->next();
      if (!request.leftOut || !item || !*item || ((*item)->refused.empty() && isScan((*item)->bytes))) return item;
      leftOut.push_back((*item)->name);
      request.leftOut((*item)->name);
    }
  }
};

Expected<void> openFiles(const ScanRequest& o, Sheets& sheets) {
  const bool scanner = std::any_of(o.sources.begin(), o.sources.end(), isScanner);
  if (scanner && o.sources.size() > 1)
    return fail(ErrorKind::BadInput, tr("Mỗi lần chỉ quét từ một máy quét, không kèm tệp hay thư mục khác; chưa có gì thay đổi",
                                        "One scanner at a time, without files or folders beside it; nothing was changed"));
  if (scanner) return {};
  auto files = FileSource::open(o.sources, o.follow);
  if (!files) return tl::unexpected<Error>(files.error());
  sheets.files = std::move(*files);
  return {};
}

IntakePorts portsOf(Sheets& sheets, const Reader& reader, const ScanRequest& o) {
  IntakePorts ports;
  ports.next = [&sheets, &o] { return sheets.next(o); };
  ports.stop = o.stop;
  ports.leftOut = [&sheets] { return sheets.leftOut; };
  ports.countPages = [](const std::string& bytes) { return countPages(bytes); };
  ports.readPage = [&sheets, &reader, &o, debug = o.debugFolder](const std::string& bytes, int page,
                                                                 const std::string& name) -> Expected<PageReading> {
    thread_local bool told = false;  // reading threads live as long as a run
    if (!std::exchange(told, true) && o.readingThread) o.readingThread();
    const auto raster = decodePage(bytes, page, true);  // in colour, for a second ink
    if (!raster) return tl::unexpected<Error>(raster.error());
    if (o.bilevel && isBilevel(*raster) && !sheets.bilevel.exchange(true)) o.bilevel();
    return reader.read(*raster, debugFolderOf(debug, name, page));
  };
  return ports;
}

Expected<void> checkContest(const Congress& congress, const std::string& contest) {
  if (contest.empty() || congress.contest(contest)) return {};
  std::string known;
  for (const Contest& c : congress.contests) known += (known.empty() ? "" : ", ") + c.id;
  return fail(ErrorKind::NotFound, trf("Không có cuộc bầu “{0}” trong tệp này; các cuộc bầu hiện có: {1}",
                                       "There is no contest \"{0}\" in this file; there are: {1}", contest, known));
}

/// A scanner is some sheets ahead of what is stored. The run ended for another reason than the scanner (disk full, list changed): those are in no file.
Error withWhatLiesInTheTray(Error error) {
  error.what = trf(
      "{0}. Máy quét đã kéo thêm giấy sau tờ cuối cùng được lưu: những tờ ấy nằm ở khay ra mà chưa được lưu, hãy đặt chúng lại lên đầu khay nạp, đúng thứ tự, rồi "
      "mới quét tiếp; cuối cùng số tờ đã nhận phải bằng số phiếu thu về.",
      "{0}. The scanner has drawn in more paper after the last sheet stored: those sheets lie in the output tray and are not stored; put them back on top of the "
      "feeder in their order before you scan on; in the end as many sheets must be taken in as ballots were returned.",
      error.what);
  return error;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& s : list) text += (text.empty() ? "" : ", ") + s;
  return text;
}

}  // namespace

Expected<IntakeReport> runScan(Ledger& ledger, const ScanRequest& request) {
  const auto key = ledger.keys().codeKey();
  if (!key) return tl::unexpected<Error>(key.error());
  return runScan(ledger, *key, request);
}

Expected<IntakeReport> runScan(Ledger& ledger, const CodeKey& key, const ScanRequest& request) {
  Sheets sheets;
  if (const auto opened = openFiles(request, sheets); !opened) return tl::unexpected<Error>(opened.error());
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto known = checkContest(*congress, request.contest); !known) return tl::unexpected<Error>(known.error());
  auto forms = readingForms(ledger, *congress, key, request.contest);
  if (!forms) return tl::unexpected<Error>(forms.error());
  const Reader reader(std::move(*forms), key, congressTag(congress->info), request.contest);
  if (request.started) request.started(sheets.files ? sheets.files->size() : 0);
  if (!sheets.files) sheets.feeder = std::make_unique<FeederSource>(request.sources.front());
  IntakeOptions options;
  options.contest = request.contest;
  options.pass = request.pass;
  options.threads = request.threads;
  options.by = request.by;
  options.sourceText = joined(request.sources);
  options.progress = request.progress;
  auto report = takeIn(ledger, *congress, options, portsOf(sheets, reader, request));
  if (!report && sheets.fed && !sheets.failed) return tl::unexpected<Error>(withWhatLiesInTheTray(std::move(report).error()));
  return report;
}

std::string bilevelWarning() {
  return tr(
      "Ảnh quét chỉ có đen và trắng (1 bit): nét bút mờ có thể đã mất mà máy không biết được. Hãy đặt máy quét ở chế độ xám (grayscale) rồi quét lại; nếu không quét lại được, "
      "Ban kiểm phiếu phải đối chiếu từng phiếu giấy.",
      "The scans are pure black and white (1 bit): faint strokes may be lost, and no program can know. Set the scanner to gray and scan again; where that cannot be done, the "
      "committee must check each paper ballot.");
}

Expected<int> waitingForCommittee(const Ledger& ledger, const std::string& contest, int pass) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto loaded = loadPass(ledger, *counted, pass);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const auto result = resultOf(*counted, *loaded, Figures{});
  return result.tally.undecided + result.unruledSetAside;
}

}  // namespace kp

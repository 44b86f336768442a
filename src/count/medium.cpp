// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/medium.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>

#include <algorithm>
#include <set>

#include "count/access.h"
#include "count/journal_fields.h"
#include "count/medium_copy.h"
#include "election/text.h"
#include "evidence/running_hash.h"

namespace kp {
namespace {

/// Name of the link in `folder` (/dev/disk/by-uuid …) that leads to a block device; "" when there is none.
std::string linkTo(const char* folder, dev_t device) {
  std::error_code error;
  for (auto it = std::filesystem::directory_iterator(folder, error); !error && it != std::filesystem::directory_iterator();
       it.increment(error)) {
    struct stat about {};
    if (::stat(it->path().c_str(), &about) == 0 && S_ISBLK(about.st_mode) && about.st_rdev == device) return it->path().filename().string();
  }
  return {};
}

tl::unexpected<Error> noFolder(const std::filesystem::path& folder) {
  return fail(ErrorKind::NotFound,
              trf("Không thấy thư mục {0}: thiết bị chưa cắm hoặc đã rút ra. Hồ sơ gốc vẫn an toàn. Hãy cắm lại rồi thử lại.",
                  "The folder {0} is not there: the medium is not plugged in, or was removed. The original is safe. Plug it "
                  "in and try again.",
                  folder.string()));
}

/// Acts after a package that leave what is in it as it was.
bool changesNothing(const std::string& event) {
  static const std::set<Event> quiet = {Event::PackageMade,    Event::SavedToMedium, Event::SignedIn,
                                        Event::SignedOut,      Event::PinWrong,      Event::Verified,
                                        Event::JournalPrinted, Event::PaperPrinted,  Event::ResultsReleased};
  const auto known = parseEvent(event);
  return known && quiet.count(*known) > 0;
}

Expected<int> note(Ledger& ledger, const SaveRequest& request, const Medium& medium, const std::string& hash, const CopyOutcome& out) {
  return ledger.journal().append({Event::SavedToMedium,
                                  request.by,
                                  {},
                                  std::nullopt,
                                  {},
                                  {},
                                  fieldsText({{"file", request.file.filename().string()},
                                              {"outcome", out.outcome},
                                              {"medium", medium.id},
                                              {"label", medium.label},
                                              {"own-disk", medium.withCongressFile ? "yes" : "no"},
                                              {"hash", hash}})});
}

CopyRecord recordOf(const JournalEntry& entry) {
  const auto fields = readFields(entry.details);
  return {entry.time,
          entry.by,
          textIn(fields, "file"),
          textIn(fields, "medium"),
          textIn(fields, "label"),
          textIn(fields, "hash"),
          textIn(fields, "outcome"),
          textIn(fields, "own-disk") == "yes"};
}

}  // namespace

Expected<Medium> mediumOf(const Ledger& ledger, const std::filesystem::path& folder) {
  struct stat about {
  }, own{};
  struct statvfs space {};
  if (::stat(folder.c_str(), &about) != 0 || !S_ISDIR(about.st_mode) || ::statvfs(folder.c_str(), &space) != 0) return noFolder(folder);
  Medium medium;
  medium.id = linkTo("/dev/disk/by-uuid", about.st_dev);
  if (medium.id.empty()) medium.id = "dev-" + std::to_string(major(about.st_dev)) + "-" + std::to_string(minor(about.st_dev));
  medium.label = linkTo("/dev/disk/by-label", about.st_dev);
  medium.free = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
  medium.withCongressFile = ::stat(ledger.path().c_str(), &own) == 0 && own.st_dev == about.st_dev;
  return medium;
}

Expected<MediumCopy> saveToMedium(Ledger& ledger, const SaveRequest& request) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::Package, request.by); !may) return tl::unexpected<Error>(may.error());
  const auto hash = hashOfFile(request.file);
  if (!hash) return tl::unexpected<Error>(hash.error());
  const auto medium = mediumOf(ledger, request.folder);
  if (!medium) return tl::unexpected<Error>(medium.error());
  const CopyOutcome out = copyAndReadBack(request.file, *hash, request.folder, request.progress);
  const auto noted = note(ledger, request, *medium, toHex(*hash), out);
  if (!noted) return tl::unexpected<Error>(noted.error());
  if (!out.agrees()) return tl::unexpected<Error>(out.error);
  return MediumCopy{request.folder / request.file.filename(), *medium, out.hash, out.size, out.wasThere};
}

Expected<ArchiveState> archiveState(const Ledger& ledger) {
  const auto journal = ledger.journal().list();
  if (!journal) return tl::unexpected<Error>(journal.error());
  ArchiveState state;
  for (const JournalEntry& entry : *journal) {
    if (entry.event == toString(Event::PackageMade)) {
      const auto fields = readFields(entry.details);
      state = {};
      state.packageHash = textIn(fields, "hash");
      state.packageFile = textIn(fields, "file");
      state.packageTime = entry.time;
      state.current = true;
    }
    if (!changesNothing(entry.event) && !state.packageHash.empty()) {
      state.current = false;
      state.since.push_back(entry);
    }
    if (entry.event != toString(Event::SavedToMedium) || state.packageHash.empty()) continue;
    const CopyRecord record = recordOf(entry);
    if (record.hash == state.packageHash) state.copies.push_back(record);
  }
  std::set<std::string> media;
  for (const CopyRecord& copy : state.copies)
    if (copy.agrees() && !copy.ownDisk) media.insert(copy.medium);
  state.media = static_cast<int>(media.size());
  return state;
}

std::string copyOutcomeText(const std::string& outcome) {
  if (outcome == "agrees") return tr("đã chép và đọc lại khớp từng byte", "copied and read back, every byte agrees");
  if (outcome == "full")
    return tr("thiết bị không đủ chỗ trống; không để lại tệp dở dang. Hãy dùng thiết bị khác hoặc xóa bớt",
              "not enough space on the medium; no half-written file is left. Use another one or free some space");
  if (outcome == "removed")
    return tr("thiết bị đã bị rút ra hoặc hỏng khi đang chép; hồ sơ gốc vẫn an toàn. Hãy cắm lại và chép lại",
              "the medium was removed or failed while copying; the original is safe. Plug it in and copy again");
  if (outcome == "not-writable")
    return tr("không được ghi lên thiết bị này (khóa chống ghi hoặc thiếu quyền). Hãy mở khóa hoặc dùng thiết bị khác",
              "this medium cannot be written (write lock or permissions). Unlock it or use another one");
  if (outcome == "differs")
    return tr("đọc lại KHÁC với bản gốc; bản chép đã xóa. Thiết bị này hỏng, không dùng để lưu trữ",
              "what was read back DIFFERS from the original; the copy was removed. This medium is faulty, do not archive on it");
  if (outcome == "other-file-there")
    return tr("đã có tệp khác cùng tên; chương trình không ghi đè. Hãy chọn thư mục khác",
              "another file of this name is there and is never replaced. Choose another folder");
  if (outcome == "too-large")
    return tr(
        "tệp quá lớn đối với kiểu định dạng của thiết bị (FAT32 chỉ nhận đến 4 GB). Hãy định dạng lại thành exFAT hoặc dùng thiết bị khác",
        "the file is too large for the medium's file system (FAT32 takes 4 GB). Format it as exFAT or use another one");
  if (outcome == "stopped") return tr("đã dừng theo yêu cầu; không để lại tệp dở dang", "stopped as asked; no half-written file is left");
  return tr("không chép được; hồ sơ gốc vẫn an toàn. Hãy thử thiết bị khác",
            "it could not be copied; the original is safe. Try another medium");
}

}  // namespace kp

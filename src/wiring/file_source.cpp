// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/file_source.h"

#include <chrono>
#include <thread>

#include "election/text.h"
#include "scanner/source/page_source.h"
#include "wiring/stop_signals.h"

namespace kp {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kLookAgain{1};

}  // namespace

Expected<FileSource> FileSource::open(const std::vector<std::string>& sources, bool follow) {
  FileSource source;
  auto files = listSources(sources);
  if (!files) return tl::unexpected<Error>(files.error());
  if (files->empty() && !follow)
    return fail(ErrorKind::BadInput, trf("Không có tệp nào để quét trong {0}; chưa có gì thay đổi. Hãy kiểm tra thư mục",
                                         "There is no file to scan in {0}; nothing was changed. Check the folder", sources.front()));
  source.m_sources = sources;
  source.m_follow = follow;
  if (follow) {
    source.lookAt(*files);  // one of them may be on its way just now
    heedStopSignals();
  } else {
    source.m_files = std::move(*files);
  }
  for (const std::string& given : sources) {
    std::error_code ignored;
    if (fs::is_directory(given, ignored)) source.m_folders.push_back(fs::path(given).lexically_normal());
  }
  return source;
}

std::string FileSource::nameOf(const fs::path& file) const {
  fs::path best = file.filename();
  for (const fs::path& folder : m_folders) {
    const fs::path inside = file.lexically_relative(folder);
    if (!inside.empty() && *inside.begin() != ".." && inside.string().size() > best.string().size()) best = inside;
  }
  return best.string();
}

/// Takes up what has the size it had at the last look.
void FileSource::lookAt(const std::vector<fs::path>& files) {
  for (const fs::path& file : files) {
    if (m_known.count(file)) continue;
    std::error_code gone;
    const std::uintmax_t size = fs::file_size(file, gone);
    const auto before = m_growing.find(file);
    const bool whole = !gone && before != m_growing.end() && before->second == size;
    m_growing[file] = size;
    if (!whole) continue;
    m_growing.erase(file);
    m_known.insert(file);
    m_files.push_back(file);
  }
}

/// Returns when there is a new whole file, or when the person asked to stop.
Expected<void> FileSource::waitForMore() {
  while (!stopSignalled() && m_at == m_files.size()) {
    std::this_thread::sleep_for(kLookAgain);
    const auto files = listSources(m_sources);
    if (!files) return tl::unexpected<Error>(files.error());
    lookAt(*files);
  }
  return {};
}

/// It was there when the run began.
tl::unexpected<Error> FileSource::gone(const fs::path& file) const {
  return fail(
      ErrorKind::NotFound,
      trf("Không còn thấy ảnh “{0}” trong “{1}”: USB đã bị rút ra, hoặc thư mục đã bị đổi tên hay chuyển đi. Các ảnh đã nhận vẫn an toàn. Hãy cắm lại USB hoặc trả "
          "thư mục về chỗ cũ rồi quét tiếp.",
          "The picture “{0}” is no longer in “{1}”: the USB stick was pulled out, or the folder was renamed or moved. The pictures taken in are safe. Put the stick or "
          "the folder back and scan on.",
          nameOf(file), file.parent_path().filename().string()));
}

Expected<std::optional<SourceItem>> FileSource::next() {
  if (m_follow)
    if (const auto waited = waitForMore(); !waited) return tl::unexpected<Error>(waited.error());
  if (m_follow && stopSignalled()) return std::optional<SourceItem>();
  if (m_at == m_files.size()) return std::optional<SourceItem>();
  const fs::path& file = m_files[m_at++];
  SourceItem item{nameOf(file), {}, {}};
  auto bytes = readFile(file);
  if (bytes)
    item.bytes = std::move(*bytes);
  else if (bytes.error().kind == ErrorKind::BadInput)
    item.refused = bytes.error().what;
  else if (bytes.error().kind == ErrorKind::NotFound && !m_follow)
    return gone(file);
  else
    return tl::unexpected<Error>(bytes.error());
  return std::optional<SourceItem>(std::move(item));
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/file_source.h"

#include "election/text.h"
#include "scanner/source/page_source.h"

namespace kp::cli {

namespace fs = std::filesystem;

Expected<FileSource> FileSource::open(const std::vector<std::string>& sources) {
  FileSource source;
  auto files = listSources(sources);
  if (!files) return tl::unexpected<Error>(files.error());
  if (files->empty())
    return fail(ErrorKind::BadInput, trf("Không có tệp nào để quét trong {0}; chưa có gì thay đổi. Hãy kiểm tra thư mục", "There is no file to scan in {0}; nothing was changed. Check the folder", sources.front()));
  source.m_files = std::move(*files);
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

Expected<std::optional<SourceItem>> FileSource::next() {
  if (m_at == m_files.size()) return std::optional<SourceItem>();
  const fs::path& file = m_files[m_at++];
  SourceItem item{nameOf(file), {}, {}};
  auto bytes = readFile(file);
  if (bytes) item.bytes = std::move(*bytes);
  else if (bytes.error().kind == ErrorKind::BadInput) item.refused = bytes.error().what;
  else return tl::unexpected<Error>(bytes.error());
  return std::optional<SourceItem>(std::move(item));
}

}  // namespace kp::cli

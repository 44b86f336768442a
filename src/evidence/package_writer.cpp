// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>

#include "election/text.h"
#include "evidence/package_manifest.h"
#include "evidence/running_hash.h"
#include "evidence/sodium_ready.h"
#include "ledger/hash.h"

namespace kp {
namespace {

constexpr std::size_t kFileBlock = 1u << 20;  ///< read at once: large enough that the system's calls cost nothing beside the disk
constexpr const char* kStoredSuffixes[] = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf"};

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, archive* a) {
  const char* why = a ? archive_error_string(a) : nullptr;
  return fail(ErrorKind::Io,
              trf("Không ghi được gói lưu trữ {0}: {1}. Tệp đại hội vẫn còn nguyên. Hãy kiểm tra chỗ trống trên đĩa rồi làm lại.",
                  "The package {0} cannot be written: {1}. The congress file is safe. Check the free space and try again.", path.string(),
                  why ? why : tr("lỗi ghi đĩa", "disk error")));
}

tl::unexpected<Error> cannotRead(const std::filesystem::path& file) {
  return fail(ErrorKind::Io,
              trf("Không đọc được tệp {0} để đưa vào gói lưu trữ; chưa có gói nào được lập. Hãy kiểm tra ổ đĩa rồi làm lại.",
                  "The file {0} cannot be read for the package; no package was made. Check the disk and try again.", file.string()));
}

tl::unexpected<Error> notAllowed(const std::string& name) {
  return fail(ErrorKind::BadInput, trf("Không thể đưa “{0}” vào gói lưu trữ: tên không hợp lệ hoặc đã có trong gói.",
                                       "“{0}” cannot go into the package: the name is not allowed or is there already.", name));
}

bool storedAsIs(const std::string& name) {
  return std::any_of(std::begin(kStoredSuffixes), std::end(kStoredSuffixes), [&](const std::string_view suffix) {
    return name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0;
  });
}

}  // namespace

struct PackageWriter::Impl {
  std::filesystem::path path, temporary;
  archive* out = nullptr;
  int file = -1;
  std::int64_t madeAt = 0;
  manifest::Manifest manifest;
  std::set<std::string> names;

  ~Impl() {
    if (out) archive_write_free(out);
    if (file >= 0) close(file);
    std::error_code ignored;  // renamed away by finish(), or of no more use
    if (!temporary.empty()) std::filesystem::remove(temporary, ignored);
  }

  /// Whether an entry of this name can be added; then it is taken.
  bool takes(const std::string& name) { return manifest::allowedName(name) && names.insert(name).second; }

  Expected<void> begin(const std::string& name, std::uint64_t size, bool stored) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), static_cast<time_t>(madeAt), 0);
    if (stored)
      archive_write_zip_set_compression_store(out);
    else
      archive_write_zip_set_compression_deflate(out);
    if (archive_write_header(out, entry.get()) < ARCHIVE_WARN) return cannotWrite(path, out);
    return {};
  }

  Expected<void> put(const std::string& name, std::string_view bytes) {
    if (auto begun = begin(name, bytes.size(), storedAsIs(name)); !begun) return begun;
    if (archive_write_data(out, bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size())) return cannotWrite(path, out);
    return {};
  }
};

PackageWriter::PackageWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
PackageWriter::~PackageWriter() = default;
PackageWriter::PackageWriter(PackageWriter&&) noexcept = default;
PackageWriter& PackageWriter::operator=(PackageWriter&&) noexcept = default;

Expected<PackageWriter> PackageWriter::create(const std::filesystem::path& path, std::int64_t madeAt) {
  sodiumReady();
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->madeAt = madeAt;
  const std::filesystem::path temporary = path.string() + ".part";
  impl->file = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (impl->file < 0) return cannotWrite(path, nullptr);
  impl->temporary = temporary;
  impl->out = archive_write_new();
  // Zip's padding to whole blocks is for tapes.
  if (!impl->out || archive_write_set_format_zip(impl->out) != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block(impl->out, 1) != ARCHIVE_OK || archive_write_open_fd(impl->out, impl->file) != ARCHIVE_OK)
    return cannotWrite(path, impl->out);
  return PackageWriter(std::move(impl));
}

Expected<void> PackageWriter::add(const std::string& name, std::string_view bytes) {
  if (!m_impl->takes(name)) return notAllowed(name);
  if (auto done = m_impl->put(name, bytes); !done) return done;
  m_impl->manifest.entries.push_back({name, bytes.size(), hashOf(bytes)});
  return {};
}

Expected<void> PackageWriter::addFile(const std::string& name, const std::filesystem::path& file,
                                      const std::function<bool(std::uint64_t, std::uint64_t)>& goOn) {
  if (!m_impl->takes(name)) return notAllowed(name);
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) return cannotRead(file);
  const auto size = static_cast<std::uint64_t>(in.tellg());
  in.seekg(0);
  if (auto begun = m_impl->begin(name, size, true); !begun) return begun;
  RunningHash hash;
  PackageEntry entry{name, 0, {}};
  std::vector<char> block(kFileBlock);
  while (entry.size < size) {
    in.read(block.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(block.size(), size - entry.size)));
    const auto count = static_cast<std::size_t>(in.gcount());
    if (count == 0) return cannotRead(file);
    if (archive_write_data(m_impl->out, block.data(), count) != static_cast<la_ssize_t>(count))
      return cannotWrite(m_impl->path, m_impl->out);
    hash.add({block.data(), count});
    entry.size += count;
    if (goOn && !goOn(entry.size, size))
      return fail(ErrorKind::Refused, tr("Đã dừng lập gói lưu trữ theo yêu cầu; không có gói dở dang nào được để lại.",
                                         "Making the package was stopped as asked; no half-made package is left."));
  }
  entry.hash = hash.finish();
  m_impl->manifest.entries.push_back(std::move(entry));
  return {};
}

Expected<void> PackageWriter::finish(const SecretKey& secretKey) {
  crypto_sign_ed25519_sk_to_pk(m_impl->manifest.key.data(), secretKey.data());
  const std::string text = manifest::write(m_impl->manifest);
  if (auto done = m_impl->put(manifest::kName, text); !done) return done;
  if (auto done = m_impl->put(manifest::kSignatureName, manifest::sign(text, secretKey)); !done) return done;
  if (archive_write_close(m_impl->out) != ARCHIVE_OK) return cannotWrite(m_impl->path, m_impl->out);
  if (fsync(m_impl->file) != 0) return cannotWrite(m_impl->path, nullptr);
  std::error_code error;
  std::filesystem::rename(m_impl->temporary, m_impl->path, error);
  if (error) return cannotWrite(m_impl->path, nullptr);
  m_impl->temporary.clear();
  return {};
}

}  // namespace kp

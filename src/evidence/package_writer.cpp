// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "election/text.h"
#include "evidence/package_manifest.h"
#include "evidence/sodium_ready.h"
#include "ledger/hash.h"

namespace kp {
namespace {

constexpr const char* kStoredSuffixes[] = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".pdf"};

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, archive* a) {
  const char* why = a ? archive_error_string(a) : nullptr;
  return fail(ErrorKind::Io,
              trf("Không ghi được gói lưu trữ {0}: {1}. Tệp đại hội vẫn còn nguyên. Hãy kiểm tra chỗ trống trên đĩa rồi làm lại.",
                  "The package {0} cannot be written: {1}. The congress file is safe. Check the free space and try again.", path.string(),
                  why ? why : tr("lỗi ghi đĩa", "disk error")));
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

  Expected<void> put(const std::string& name, std::string_view bytes) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), static_cast<time_t>(madeAt), 0);
    if (storedAsIs(name))
      archive_write_zip_set_compression_store(out);
    else
      archive_write_zip_set_compression_deflate(out);
    if (archive_write_header(out, entry.get()) < ARCHIVE_WARN) return cannotWrite(path, out);
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
  if (!manifest::allowedName(name) || !m_impl->names.insert(name).second)
    return fail(ErrorKind::BadInput, trf("Không thể đưa “{0}” vào gói lưu trữ: tên không hợp lệ hoặc đã có trong gói.",
                                         "“{0}” cannot go into the package: the name is not allowed or is there already.", name));
  if (auto done = m_impl->put(name, bytes); !done) return done;
  m_impl->manifest.entries.push_back({name, bytes.size(), hashOf(bytes)});
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

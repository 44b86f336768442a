// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "election/text.h"
#include "evidence/package_manifest.h"
#include "evidence/sodium_ready.h"

namespace kp {
namespace {

constexpr std::size_t kBlock = 1u << 16;

using ArchivePtr = std::unique_ptr<archive, decltype(&archive_read_free)>;
/// Takes one block of the entry at hand; an empty block ends it. False stops the reading of this entry.
using Sink = std::function<bool(std::string_view)>;

tl::unexpected<Error> noPackage(const std::filesystem::path& path) {
  return fail(ErrorKind::BadInput, trf("{0} không phải gói lưu trữ của chương trình Kiểm Phiếu. Hãy chọn tệp .kpz do chương trình lập.",
                                       "{0} is no package of Kiểm Phiếu. Choose a .kpz file made by the program.", path.string()));
}

tl::unexpected<Error> broken(const std::filesystem::path& path) {
  return fail(ErrorKind::Damaged,
              trf("Gói lưu trữ {0} bị hỏng hoặc thiếu phần cuối. Hãy lấy bản sao khác; không dùng bản này làm căn cứ.",
                  "The package {0} is damaged or breaks off. Take another copy; do not rely on this one.", path.string()));
}

tl::unexpected<Error> notThere(const std::string& name) {
  return fail(ErrorKind::NotFound, trf("Trong gói lưu trữ không có “{0}”.", "The package has no “{0}”.", name));
}

Expected<ArchivePtr> openPackage(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored))
    return fail(ErrorKind::NotFound,
                trf("Không có tệp {0}. Hãy kiểm tra lại đường dẫn.", "There is no file {0}. Check the path.", path.string()));
  ArchivePtr in(archive_read_new(), &archive_read_free);
  archive_read_support_format_zip_seekable(in.get());
  if (archive_read_open_filename(in.get(), path.c_str(), kBlock) != ARCHIVE_OK) return noPackage(path);
  return in;
}

/// Walks all entries; `open` gives each a sink. False when the archive breaks off.
bool walk(archive* in, const std::function<Sink(const std::string&)>& open, bool& any) {
  std::vector<char> block(kBlock);
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(in, &entry);
    if (status == ARCHIVE_EOF) return true;
    if (status < ARCHIVE_WARN) return false;
    any = true;
    const char* name = archive_entry_pathname(entry);
    const Sink sink = open(name ? name : "");
    for (;;) {
      const la_ssize_t count = archive_read_data(in, block.data(), block.size());
      if (count < 0) return false;
      if (!sink(std::string_view(block.data(), static_cast<std::size_t>(count))) || count == 0) break;
    }
  }
}

/// One entry as it was found.
struct Found {
  std::uint64_t size = 0;
  Hash hash{};
  int times = 0;
};

Sink hashing(Found& found) {
  ++found.times;
  found.size = 0;
  auto state = std::make_shared<crypto_generichash_state>();
  crypto_generichash_init(state.get(), nullptr, 0, found.hash.size());
  return [&found, state](std::string_view block) {
    if (block.empty()) {
      crypto_generichash_final(state.get(), found.hash.data(), found.hash.size());
      return true;
    }
    found.size += block.size();
    crypto_generichash_update(state.get(), reinterpret_cast<const unsigned char*>(block.data()), block.size());
    return true;
  };
}

Sink keeping(std::string& out, std::uint64_t limit) {
  out.clear();
  return [&out, limit](std::string_view block) {
    if (out.size() + block.size() > limit) return false;
    out += block;
    return true;
  };
}

void compare(const manifest::Manifest& manifest, std::map<std::string, Found>& found, std::vector<std::string>& findings) {
  for (const auto& entry : manifest.entries) {
    const auto at = found.find(entry.name);
    if (at == found.end()) {
      findings.push_back(trf("Thiếu “{0}”.", "“{0}” is missing.", entry.name));
      continue;
    }
    if (at->second.hash != entry.hash || at->second.size != entry.size)
      findings.push_back(trf("“{0}” đã bị sửa.", "“{0}” was changed.", entry.name));
    if (at->second.times > 1) findings.push_back(trf("“{0}” có hai lần trong gói.", "“{0}” is in the package twice.", entry.name));
    found.erase(at);
  }
  for (const auto& [name, unused] : found)
    findings.push_back(trf("“{0}” được thêm vào, không có trong bản kê.", "“{0}” was added and is not in the manifest.", name));
}

/// A new file that is removed again unless kept.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path path)
      : m_path(std::move(path)), m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {}
  ~NewFile() {
    if (m_file >= 0) ::close(m_file);
    if (m_file >= 0 && !m_kept) ::unlink(m_path.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  bool open() const { return m_file >= 0; }
  bool write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t wrote = ::write(m_file, bytes.data(), bytes.size());
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return true;
  }
  void keep() { m_kept = true; }

 private:
  std::filesystem::path m_path;
  int m_file = -1;
  bool m_kept = false;
};

tl::unexpected<Error> notUnpacked(const std::filesystem::path& target, int reason) {
  return fail(reason == EEXIST ? ErrorKind::Refused : ErrorKind::Io,
              trf("Không giải nén được vào {0}: {1}. Gói lưu trữ còn nguyên. Hãy kiểm tra chỗ trống trên đĩa rồi làm lại.",
                  "Nothing could be unpacked to {0}: {1}. The package is untouched. Check the free space and try again.", target.string(),
                  std::string(std::strerror(reason))));
}

/// Leaves an entry after its name.
bool passOver(std::string_view) { return false; }

}  // namespace

Expected<PackageCheck> checkPackage(const std::filesystem::path& path) {
  sodiumReady();
  auto in = openPackage(path);
  if (!in) return tl::unexpected<Error>(in.error());
  std::map<std::string, Found> found;
  std::string text, signature;
  int manifests = 0, signatures = 0;
  bool any = false;
  const bool whole = walk(
      in->get(),
      [&](const std::string& name) -> Sink {
        if (name == manifest::kName) return ++manifests, keeping(text, manifest::kMaxBytes);
        if (name == manifest::kSignatureName) return ++signatures, keeping(signature, 2 * std::tuple_size_v<Signature>);
        return hashing(found[name]);
      },
      any);
  if (!whole) return any ? broken(path) : noPackage(path);
  const auto manifest = manifest::read(text);
  if (manifests != 1 || signatures != 1 || !manifest) return noPackage(path);
  if (!manifest::verify(text, signature, manifest->key))
    return fail(ErrorKind::Damaged,
                trf("Chữ ký của gói lưu trữ {0} không đúng: bản kê đã bị sửa. Không dùng gói này làm căn cứ.",
                    "The signature of the package {0} does not fit: its manifest was changed. Do not rely on it.", path.string()));
  PackageCheck check{manifest->entries, manifest->key, {}};
  compare(*manifest, found, check.findings);
  return check;
}

Expected<std::string> readFromPackage(const std::filesystem::path& path, const std::string& name) {
  auto in = openPackage(path);
  if (!in) return tl::unexpected<Error>(in.error());
  std::string bytes;
  bool any = false, there = false, tooBig = false;
  const bool whole = walk(
      in->get(),
      [&](const std::string& entry) -> Sink {
        if (entry != name) return passOver;
        there = true;
        return [&bytes, &tooBig](std::string_view block) {
          tooBig = bytes.size() + block.size() > kMaxEntryInMemory;
          if (!tooBig) bytes += block;
          return !tooBig;
        };
      },
      any);
  if (!whole) return any ? broken(path) : noPackage(path);
  if (tooBig) return fail(ErrorKind::BadInput, trf("“{0}” trong gói lưu trữ quá lớn.", "“{0}” in the package is too large.", name));
  if (!there) return notThere(name);
  return bytes;
}

Expected<std::map<std::string, std::string>> readEntries(const std::filesystem::path& path,
                                                         const std::function<bool(const std::string&)>& wanted, std::uint64_t limit) {
  auto in = openPackage(path);
  if (!in) return tl::unexpected<Error>(in.error());
  std::map<std::string, std::string> entries;
  std::uint64_t total = 0;
  bool any = false;
  const bool whole = walk(
      in->get(),
      [&](const std::string& name) -> Sink {
        if (total > limit || !wanted(name)) return passOver;
        return [&total, &bytes = entries[name], limit](std::string_view block) {
          total += block.size();
          if (total <= limit) bytes += block;
          return total <= limit;
        };
      },
      any);
  if (!whole) return any ? broken(path) : noPackage(path);
  if (total > limit)
    return fail(ErrorKind::BadInput, trf("Nội dung cần đọc trong gói lưu trữ {0} quá lớn.",
                                         "What is to be read in the package {0} is too large.", path.string()));
  return entries;
}

Expected<void> unpackEntry(const std::filesystem::path& path, const std::string& name, const std::filesystem::path& target) {
  auto in = openPackage(path);
  if (!in) return tl::unexpected<Error>(in.error());
  NewFile out(target);
  if (!out.open()) return notUnpacked(target, errno);
  bool any = false, there = false;
  int reason = 0;
  const bool whole = walk(
      in->get(),
      [&](const std::string& entry) -> Sink {
        if (entry != name || there) return passOver;
        there = true;
        return [&out, &reason](std::string_view block) {
          if (!out.write(block)) reason = errno;
          return reason == 0;
        };
      },
      any);
  if (!whole) return any ? broken(path) : noPackage(path);
  if (reason != 0) return notUnpacked(target, reason);
  if (!there) return notThere(name);
  out.keep();
  return {};
}

}  // namespace kp

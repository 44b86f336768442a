// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/zip_parts.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "election/text.h"

namespace kp {
namespace {

constexpr std::size_t kBlock = 1U << 16;

tl::unexpected<Error> broken(const std::string& fileName) {
  return fail(
      ErrorKind::BadInput,
      trf("{0} bị hỏng hoặc thiếu phần cuối. Chưa nhập gì. Hãy chép lại tệp từ nơi lập, hoặc mở bằng Excel rồi lưu lại.",
          "{0} is damaged or breaks off. Nothing was taken in. Copy it again from where it was made, or open it in Excel and save it again.",
          fileName));
}

tl::unexpected<Error> encrypted(const std::string& fileName) {
  return fail(ErrorKind::BadInput,
              trf("{0} được đặt mật khẩu. Chưa nhập gì. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập lại.",
                  "{0} is protected by a password. Nothing was taken in. Open it in Excel, take the password off, save and import again.",
                  fileName));
}

tl::unexpected<Error> tooLarge(const std::string& fileName) {
  return fail(
      ErrorKind::BadInput,
      trf("{0} giải nén ra lớn hơn mọi danh sách có thể có nên đã dừng đọc. Chưa nhập gì. Hãy chép riêng danh sách sang một tệp mới rồi nhập lại.",
          "{0} unpacks to more than any list can be, so reading was stopped. Nothing was taken in. Copy the list alone into a new file and import that.",
          fileName));
}

bool isXml(const std::string& name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

std::string partName(const archive_entry* entry) {
  const char* name = archive_entry_pathname(const_cast<archive_entry*>(entry));
  std::string out = name ? name : "";
  std::replace(out.begin(), out.end(), '\\', '/');
  return out;
}

enum class Outcome { Read, Broken, TooLarge };

Outcome readEntry(archive* in, std::string& out, std::size_t allowed) {
  std::vector<char> block(kBlock);
  for (;;) {
    const la_ssize_t count = archive_read_data(in, block.data(), block.size());
    if (count < 0) return Outcome::Broken;
    if (count == 0) return Outcome::Read;
    if (out.size() + static_cast<std::size_t>(count) > allowed) return Outcome::TooLarge;
    out.append(block.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

Expected<ZipParts> unpackXml(std::string_view bytes, const std::string& fileName) {
  const std::unique_ptr<archive, decltype(&archive_read_free)> in(archive_read_new(), &archive_read_free);
  archive_read_support_format_zip_seekable(in.get());
  if (archive_read_open_memory(in.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return broken(fileName);
  ZipParts parts;
  std::size_t unpacked = 0;
  for (int entries = 0;; ++entries) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(in.get(), &entry);
    if (status == ARCHIVE_EOF) return parts;
    if (status < ARCHIVE_WARN) return broken(fileName);
    if (entries == kMaxZipEntries) return tooLarge(fileName);
    if (archive_entry_is_encrypted(entry) == 1) return encrypted(fileName);
    const std::string name = partName(entry);
    if (!isXml(name)) continue;
    std::string content;
    switch (readEntry(in.get(), content, kMaxUnpackedBytes - unpacked)) {
      case Outcome::Broken: return broken(fileName);
      case Outcome::TooLarge: return tooLarge(fileName);
      case Outcome::Read: break;
    }
    unpacked += content.size();
    parts[name] = std::move(content);
  }
}

}  // namespace kp

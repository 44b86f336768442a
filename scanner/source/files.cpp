// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fstream>
#include <system_error>

#include "election/text.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

namespace fs = std::filesystem;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Compares the digit runs at `a[i]` and `b[j]` as numbers of any length and moves behind them.
int compareNumbers(const std::string& a, std::size_t& i, const std::string& b, std::size_t& j) {
  while (i < a.size() && a[i] == '0') ++i;
  while (j < b.size() && b[j] == '0') ++j;
  const std::size_t startA = i, startB = j;
  while (i < a.size() && isDigit(a[i])) ++i;
  while (j < b.size() && isDigit(b[j])) ++j;
  const std::size_t lengthA = i - startA, lengthB = j - startB;
  if (lengthA != lengthB) return lengthA < lengthB ? -1 : 1;
  return a.compare(startA, lengthA, b, startB, lengthB);
}

/// Files a scan folder may hold that are no scans: hidden ones, what this program and its rehearsals write beside them, what desktops leave behind.
bool isSidecar(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.empty() || name.front() == '.' || name.back() == '~') return true;
  std::string extension = path.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const char* other :
       {".json", ".jsonl", ".csv", ".kiemphieu", ".kiemphieu-wal", ".kiemphieu-shm", ".lock", ".kpz", ".log", ".part", ".tmp"})
    if (extension == other) return true;
  return name == "Thumbs.db" || name == "desktop.ini";
}

tl::unexpected<Error> vanished(const fs::path& path) {
  return fail(
      ErrorKind::NotFound,
      trf("Không có tệp hoặc thư mục “{0}”; chưa có gì bị thay đổi. Hãy kiểm tra tên, thẻ nhớ hoặc ổ mạng rồi quét lại.",
          "There is no file or folder “{0}”; nothing was changed. Check the name, the memory stick or the network drive, then scan again.",
          path.string()));
}

tl::unexpected<Error> unreadable(const fs::path& path, const std::string& why) {
  return fail(ErrorKind::Io,
              trf("Không đọc được “{0}” ({1}); chưa có gì bị thay đổi. Hãy kiểm tra quyền đọc và ổ đĩa rồi thử lại.",
                  "“{0}” cannot be read ({1}); nothing was changed. Check permissions and the disk, then try again.", path.string(), why));
}

Expected<void> walkFolder(const fs::path& folder, std::vector<fs::path>& found) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error), end;
  if (error) return error == std::errc::no_such_file_or_directory ? vanished(folder) : unreadable(folder, error.message());
  while (at != end) {
    const bool hidden = at->path().filename().string().starts_with('.');
    std::error_code ignored;  // a file that vanishes between listing and looking is no file
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(ignored) && !isSidecar(at->path())) found.push_back(at->path());
    at.increment(error);
    if (error) return error == std::errc::no_such_file_or_directory ? vanished(folder) : unreadable(folder, error.message());
  }
  return {};
}

/// Folder by folder, each name in natural order: "b/s2" before "b/s10", and both before "b 2/s1".
bool before(const fs::path& a, const fs::path& b) {
  auto i = a.begin(), j = b.begin();
  for (; i != a.end() && j != b.end(); ++i, ++j)
    if (const int order = compareNatural(i->string(), j->string()); order != 0) return order < 0;
  return i == a.end() && j != b.end();
}

}  // namespace

int compareNatural(const std::string& a, const std::string& b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (isDigit(a[i]) && isDigit(b[j])) {
      if (const int order = compareNumbers(a, i, b, j); order != 0) return order;
      continue;
    }
    if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
    ++i;
    ++j;
  }
  if (i < a.size() || j < b.size()) return i < a.size() ? 1 : -1;
  return a.compare(b);  // "s02" and "s2": equal as numbers, yet two names
}

Expected<std::vector<std::filesystem::path>> listSources(const std::vector<std::string>& sources) {
  std::vector<fs::path> found;
  for (const std::string& source : sources) {
    const fs::path path = fs::path(source).lexically_normal();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) return vanished(path);
    if (!fs::is_directory(status)) {
      found.push_back(path);
    } else if (auto walked = walkFolder(path, found); !walked) {
      return tl::unexpected(walked.error());
    }
  }
  std::sort(found.begin(), found.end(), before);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Expected<std::string> readFile(const std::filesystem::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return vanished(path);
  if (!fs::is_regular_file(status)) return unreadable(path, tr("không phải là tệp thường", "not a regular file"));
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return error == std::errc::no_such_file_or_directory ? vanished(path) : unreadable(path, error.message());
  if (size > kMaxFileBytes)
    return fail(
        ErrorKind::BadInput,
        trf("Tệp “{0}” lớn hơn {1} MB nên không được mở; các tệp khác không bị ảnh hưởng. Hãy chia nhỏ tệp hoặc quét lại ở 200–300 dpi.",
            "The file “{0}” is larger than {1} MB and was not opened; other files are not affected. Split it or scan again at 200–300 dpi.",
            path.string(), kMaxFileBytes >> 20));
  std::ifstream in(path, std::ios::binary);
  if (!in) return unreadable(path, tr("không mở được", "cannot be opened"));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad() || static_cast<std::uintmax_t>(in.gcount()) != size) return unreadable(path, tr("đọc chưa hết", "the read stopped short"));
  return bytes;
}

}  // namespace kp

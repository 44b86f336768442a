// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/truth.h"

#include <cstdio>
#include <fstream>

#include "election/text.h"

namespace kp::rehearsal {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (unsigned char c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += static_cast<char>(c);
    else if (c < 0x20) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", c);
      out += code;
    } else
      out += static_cast<char>(c);
  }
  return out + '"';
}

std::string number(double v) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", v);
  for (char* p = text; *p; ++p)
    if (*p == ',') *p = '.';  // a foreign locale must not spoil the file
  return text;
}

tl::unexpected<Error> notWritten(const std::filesystem::path& path) {
  return fail(ErrorKind::Io,
              trf("Không ghi được {0}. Các tệp đã ghi trước đó vẫn còn; kiểm tra chỗ trống và quyền ghi rồi làm lại vào thư mục khác.",
                  "Cannot write {0}. Files written before are still there; check space and permissions, then try again in another folder.",
                  path.string()));
}

}  // namespace

std::string jsonLine(const PageTruth& t) {
  std::string out = "{\"file\":" + quoted(t.file) + ",\"ballot\":" + std::to_string(t.ballot) + ",\"page\":" + std::to_string(t.page) +
                    ",\"intent\":" + quoted(t.intent);
  if (!t.reason.empty()) out += ",\"reason\":" + quoted(t.reason);
  out += ",\"votes\":{";
  for (std::size_t k = 0; k < t.votes.size(); ++k) out += (k ? "," : "") + quoted(t.votes[k].first) + ":" + quoted(t.votes[k].second);
  out += "},\"marks\":{";
  for (std::size_t k = 0; k < t.marks.size(); ++k) {
    const MarkTruth& m = t.marks[k];
    out += (k ? "," : "") + quoted(m.candidate + "/" + m.field) + ":{\"expect\":" + quoted(toString(m.expect)) +
           ",\"class\":" + quoted(m.kind) + "}";
  }
  out += "},\"wear\":[";
  for (std::size_t k = 0; k < t.wear.size(); ++k) out += (k ? "," : "") + quoted(t.wear[k]);
  out += "],\"pen\":" + quoted(t.pen) + ",\"flip\":" + (t.turn == 180 ? "true" : "false") + ",\"turn\":" + std::to_string(t.turn) +
         ",\"rot\":" + number(t.rotation) + "}";
  return out;
}

Expected<void> writeBytes(const std::filesystem::path& path, const std::vector<unsigned char>& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return notWritten(path);
  return {};
}

Expected<void> writeTruth(const std::vector<PageTruth>& pages, const std::filesystem::path& folder) {
  std::vector<unsigned char> text;
  for (const PageTruth& p : pages) {
    const std::string line = jsonLine(p) + "\n";
    text.insert(text.end(), line.begin(), line.end());
  }
  const std::filesystem::path target = folder / "truth.jsonl", draft = folder / ".truth.jsonl.part";
  if (auto done = writeBytes(draft, text); !done) return done;
  std::error_code failed;
  std::filesystem::rename(draft, target, failed);
  if (failed) return notWritten(target);
  return {};
}

}  // namespace kp::rehearsal

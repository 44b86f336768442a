// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include "count/keyed_entry.h"
#include "count/keyed_face.h"
#include "election/text.h"

namespace kp {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Lower case, one space between tokens, đ as d, "/" as "?", none round a dash.
std::string tidied(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    char c = text[i];
    if (rest.rfind("đ", 0) == 0 || rest.rfind("Đ", 0) == 0) {
      c = 'd';
      ++i;
    } else if (rest.rfind("\u00a0", 0) == 0) {
      c = ' ';
      ++i;
    } else if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    } else if (c == '/') {
      c = '?';
    } else if (std::string_view("\t\r\n,;.+").find(c) != std::string_view::npos) {
      c = ' ';
    }
    if (c == '-')
      while (!out.empty() && out.back() == ' ') out.pop_back();
    if (c == ' ' && (out.empty() || out.back() == ' ' || out.back() == '-')) continue;
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> tokensOf(const std::string& tidy) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < tidy.size();) {
    const std::size_t end = std::min(tidy.find(' ', at), tidy.size());
    tokens.push_back(tidy.substr(at, end - at));
    at = end + 1;
  }
  // "*3" is "*" and then 3
  if (!tokens.empty() && tokens.front().size() > 1 && tokens.front()[0] == '*' && isDigit(tokens.front()[1])) {
    tokens.insert(tokens.begin() + 1, tokens.front().substr(1));
    tokens.front() = "*";
  }
  return tokens;
}

/// What is wrong in `token`; nothing of the entry counts.
tl::unexpected<Error> wrong(std::string what) { return fail(ErrorKind::BadInput, std::move(what)); }

class Parser {
 public:
  explicit Parser(const Contest& contest) : m_face(keyedFace(faceOf(contest))), m_rows(contest.candidates.size()) {}

  Expected<void> take(const std::string& token, bool first) {
    if (token == "0") {
      m_zero = true;
      return {};
    }
    if (token.front() == '*') return takeAll(token, first);
    return isDigit(token.front()) ? takeNumbers(token) : takeFlags(token);
  }

  Expected<KeyedEntry> finish() {
    const bool numbers = std::any_of(m_rows.begin(), m_rows.end(), [](const auto& row) { return row.has_value(); });
    const bool marks = numbers || m_zero || m_all;
    if (m_zero && (numbers || m_all))
      return wrong(tr("“0” nghĩa là không có số nào nên phải đứng một mình; phiếu chưa ghi. Hãy bỏ số 0 hoặc bỏ các số khác",
                      "\"0\" means no number at all and must stand alone; nothing was stored. Leave out the 0 or the other numbers"));
    std::sort(m_flags.begin(), m_flags.end());
    m_flags.erase(std::unique(m_flags.begin(), m_flags.end()), m_flags.end());
    KeyedEntry entry;
    entry.flags = m_flags;
    if (has(KeyedFlag::NotOurs)) {
      if (marks || m_flags.size() > 1)
        return wrong(tr("“l” (không phải phiếu do Ban kiểm phiếu phát ra) phải đứng một mình; phiếu chưa ghi",
                        "\"l\" (not issued by the committee) must stand alone; nothing was stored"));
      entry.rows.assign(m_rows.size(), m_face.unclear);
      return entry;
    }
    if (!marks && m_flags == std::vector{KeyedFlag::Unclear}) {
      entry.rows.assign(m_rows.size(), m_face.unclear);
      return entry;
    }
    if (!marks)
      return wrong(tr("Chưa có số nào; phiếu chưa ghi. Hãy nhập các số của phiếu (0 nếu không có số nào) rồi mới đến x, n, m",
                      "No number was typed; nothing was stored. Type the ballot's numbers (0 for none) before x, n, m"));
    for (const auto& row : m_rows) entry.rows.push_back(row.value_or(m_all.value_or(m_face.usual)));
    return entry;
  }

 private:
  bool has(KeyedFlag flag) const { return std::find(m_flags.begin(), m_flags.end(), flag) != m_flags.end(); }

  Expected<void> takeAll(const std::string& token, bool first) {
    const std::optional<RowMarks> row = rowOf(m_face, token.substr(1));
    if (!first || !row)
      return wrong(trf("“{0}” không dùng được ở đây; phiếu chưa ghi. Dấu * đứng đầu, ví dụ “* 3 7”: tất cả trừ số 3 và 7",
                       "\"{0}\" cannot stand here; nothing was stored. * comes first, as in \"* 3 7\": all but 3 and 7", token));
    m_all = row;
    return {};
  }

  Expected<void> takeNumbers(const std::string& token) {
    std::size_t at = 0;
    const auto first = number(token, at);
    if (!first) return tl::unexpected<Error>(first.error());
    std::size_t last = *first;
    if (at < token.size() && token[at] == '-') {
      ++at;
      const auto end = number(token, at);
      if (!end) return tl::unexpected<Error>(end.error());
      last = *end;
      if (last < *first)
        return wrong(trf("“{0}”: khoảng số viết ngược; phiếu chưa ghi. Hãy viết số nhỏ trước",
                         "\"{0}\": the range is backwards; nothing was stored. Type the smaller number first", token));
    }
    const std::string letters = token.substr(at);
    std::optional<RowMarks> row = rowOf(m_face, letters);
    if (!row)
      return wrong(trf("“{0}”: không hiểu “{1}” sau số; phiếu chưa ghi. {2}",
                       "\"{0}\": \"{1}\" means nothing behind a number; nothing was stored. {2}", token, letters, allowedLetters()));
    if (letters.empty() && m_all) row = m_face.usual;
    for (std::size_t i = *first; i <= last; ++i) {
      if (m_rows[i - 1])
        return wrong(trf("Số {0} được nhập hai lần; phiếu chưa ghi. Hãy nhập lại",
                         "Number {0} is typed twice; nothing was stored. Type it again", i));
      m_rows[i - 1] = row;
    }
    return {};
  }

  Expected<std::size_t> number(const std::string& token, std::size_t& at) const {
    const std::size_t from = at;
    std::size_t value = 0;
    for (; at < token.size() && isDigit(token[at]); ++at)
      value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(token[at] - '0'), 99999);
    if (at == from) return wrong(trf("“{0}”: thiếu số; phiếu chưa ghi", "\"{0}\": a number is missing; nothing was stored", token));
    if (value >= 1 && value <= m_rows.size()) return value;
    return wrong(trf("Không có số {0}: danh sách chỉ có từ 1 đến {1}; phiếu chưa ghi",
                     "There is no number {0}: the list goes from 1 to {1}; nothing was stored", token.substr(from, at - from),
                     m_rows.size()));
  }

  Expected<void> takeFlags(const std::string& token) {
    for (const char letter : token) {
      const auto flag = flagOf(letter);
      if (!flag)
        return wrong(trf(
            "Không hiểu “{0}”; phiếu chưa ghi. Chữ đứng riêng chỉ có x (viết thêm), n (ghi thêm tên), m (mực thứ hai), ? (chưa rõ), l "
            "(không phải phiếu của Ban kiểm phiếu)",
            "\"{0}\" means nothing; nothing was stored. Letters that stand alone are x (extra writing), n (a name written in), m (second "
            "ink), ? (unclear), l (not ours)",
            token));
      m_flags.push_back(*flag);
    }
    return {};
  }

  std::string allowedLetters() const {
    if (m_face.boxes.empty())
      return tr("Sau số chỉ dùng ? (gạch chưa rõ); x, n, m phải cách số một dấu cách",
                "Only ? (an unclear stroke) may stand behind a number; x, n, m need a space before them");
    if (m_face.boxes.size() == 2)
      return tr("Sau số chỉ dùng k (không đồng ý), d (đồng ý), b (cả hai ô), t (trống), ? (chưa rõ)",
                "Behind a number stand only k (disagree), d (agree), b (both boxes), t (none), ? (unclear)");
    return tr("Sau số chỉ dùng c (cao), v (tín nhiệm), p (thấp), b (cả ba ô), t (trống), ? (chưa rõ)",
              "Behind a number stand only c (high), v (medium), p (low), b (all three boxes), t (none), ? (unclear)");
  }

  KeyedFace m_face;
  std::vector<std::optional<RowMarks>> m_rows;
  std::optional<RowMarks> m_all;
  std::vector<KeyedFlag> m_flags;
  bool m_zero = false;
};

}  // namespace

Expected<KeyedEntry> parseEntry(const Contest& contest, const std::string& text) {
  const std::vector<std::string> tokens = tokensOf(tidied(text));
  if (tokens.empty())
    return wrong(tr("Chưa nhập gì; phiếu chưa ghi. Nếu không có số nào, hãy nhập 0",
                    "Nothing was typed; nothing was stored. Type 0 for no number at all"));
  Parser parser(contest);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const auto taken = parser.take(tokens[i], i == 0); !taken) return tl::unexpected<Error>(taken.error());
  return parser.finish();
}

}  // namespace kp

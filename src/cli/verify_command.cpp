// SPDX-License-Identifier: GPL-3.0-or-later
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.h"
#include "count/package_count.h"
#include "count/verification.h"
#include "election/text.h"
#include "scanner/source/page_source.h"
#include "wiring/package_papers.h"
#include "wiring/printed_statement.h"

namespace kp::cli {
namespace {

struct VerifyOptions {
  std::string what, file, head;
  bool json = false;
};

std::string numbersOf(const std::vector<std::size_t>& places) {
  std::string list;
  for (const std::size_t place : places) list += (list.empty() ? "" : ", ") + std::to_string(place + 1);
  return list.empty() ? tr("không có ai", "nobody") : list;
}

void printStatement(const Statement& s) {
  printLine(trf("Biên bản của đại hội {0}, cuộc bầu {1}, mã {2}", "Minutes of congress {0}, contest {1}, code {2}", s.congress, s.contest,
                shortCode(s)));
  printLine(trf("  triệu tập {0}, có mặt {1}, phát ra {2}, thu về {3}, hợp lệ {4}, không hợp lệ {5}, số tính kết quả {6}",
                "  convened {0}, present {1}, issued {2}, returned {3}, valid {4}, invalid {5}, base {6}", s.convened, s.present, s.issued,
                s.returned, s.valid, s.invalid, s.base));
  // what the paper shows in ink can be altered; what was signed is shown, so that a person compares line by line
  for (std::size_t i = 0; i < s.votes.size(); ++i) {
    const CandidateVotes& v = s.votes[i];
    if (s.kind == ContestKind::Confidence)
      printLine(trf("  số {0}: tín nhiệm cao {1}, tín nhiệm {2}, tín nhiệm thấp {3}", "  number {0}: high {1}, medium {2}, low {3}", i + 1,
                    v.high, v.medium, v.low));
    else
      printLine(trf("  số {0}: {1} phiếu", "  number {0}: {1} votes", i + 1, v.yes));
  }
  if (s.kind == ContestKind::Election)
    printLine(trf("  trúng cử, số trên phiếu: {0}", "  elected, by number on the ballot: {0}", numbersOf(s.elected)));
}

nlohmann::ordered_json statementJson(const Statement& s) {
  nlohmann::ordered_json out{{"convened", s.convened}, {"present", s.present}, {"issued", s.issued}, {"returned", s.returned},
                             {"valid", s.valid},       {"invalid", s.invalid}, {"base", s.base}};
  out["votes"] = nlohmann::ordered_json::array();
  for (const CandidateVotes& v : s.votes) out["votes"].push_back(s.kind == ContestKind::Confidence ? v.high : v.yes);
  out["elected"] = nlohmann::ordered_json::array();
  for (const std::size_t place : s.elected) out["elected"].push_back(place + 1);
  return out;
}

Expected<void> concluded(std::size_t findings, const std::string& what) {
  if (findings == 0) return {};
  return fail(ErrorKind::Damaged, trf("{0}: có {1} chỗ không đúng, xem danh sách ở trên; chương trình không sửa gì",
                                      "{0}: {1} things are wrong, listed above; nothing was changed", what, findings));
}

constexpr std::size_t kFewestHeadDigits =
    24;  ///< three groups as printed: a journal written anew cannot be tried until it has them, as it can with 8
constexpr std::size_t kMinutesCodeDigits = 16;  ///< shortCode()

/// The entry whose hash begins as printed on a zero report or journal (in groups, often not all of it typed); nullopt when there is none.
Expected<std::optional<JournalEntry>> entryOfHead(const Ledger& ledger, const std::string& typed) {
  std::string digits;
  for (const char c : typed)
    if (c != ' ' && c != '-') digits += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const bool hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (hex && digits.size() == kMinutesCodeDigits)
    return fail(
        ErrorKind::BadInput,
        trf("“{0}” có 16 chữ số, như mã xác thực ở chân trang biên bản; mã ấy không phải mã nhật ký. Muốn kiểm tra biên bản, hãy dùng “verify BIEN-BAN.pdf "
            "TỆP”. Mã nhật ký in trên biên bản số không và ở cuối nhật ký: hãy nhập ít nhất {1} chữ số đầu (ba nhóm).",
            "\"{0}\" has 16 digits, as the verification code at the foot of minutes, which is no code of a journal. To check minutes use \"verify MINUTES.pdf "
            "FILE\". The journal's code stands on the zero report and at the end of the printed journal: enter at least its first {1} digits (three groups).",
            typed, kFewestHeadDigits));
  if (!hex || digits.size() < kFewestHeadDigits)
    return fail(
        ErrorKind::BadInput,
        trf("“{0}” không phải mã của nhật ký: hãy nhập ít nhất {1} chữ số đầu (0–9, a–f; ba nhóm) như in trên biên bản số không hoặc ở cuối nhật ký",
            "\"{0}\" is no code of a journal: enter at least its first {1} digits (0–9, a–f; three groups) as printed on the zero report or at the end of the journal",
            typed, kFewestHeadDigits));
  const auto entries = ledger.journal().list();
  if (!entries) return failed(entries);
  for (const JournalEntry& entry : *entries)
    if (toHex(entry.hash).compare(0, digits.size(), digits) == 0) return std::optional<JournalEntry>(entry);
  return std::optional<JournalEntry>();
}

std::string noSuchEntry(const std::string& typed) {
  return trf("Mã {0} in trên giấy không có trong nhật ký: nhật ký đã bị cắt hay viết lại, hoặc giấy là của tệp khác.",
             "The code {0} on the paper is not in the journal: it was cut off or written anew, or the paper is another file's.", typed);
}

void printEntry(const JournalEntry& entry) {
  printLine(trf("Mã in trên giấy là của dòng {0} trong nhật ký, ghi lúc {1} (UTC).",
                "The code on the paper is that of entry {0} of the journal, written at {1} (UTC).", entry.seq, entry.time));
}

/// The code of a printed journal is looked for in a congress file only; it is never passed over in silence.
Expected<void> headNeedsFile() {
  return fail(
      ErrorKind::BadInput,
      tr("Mã nhật ký (--head) được tìm trong tệp đại hội: hãy nêu tệp ấy, “verify TỆP --head MÃ” hoặc “verify BIEN-BAN.pdf TỆP --head MÃ”. "
         "Với gói lưu trữ, hãy giải nén rồi kiểm tra tệp đại hội trong gói. Chưa kiểm tra gì.",
         "The journal's code (--head) is looked for in a congress file: name it, \"verify FILE --head CODE\" or \"verify MINUTES.pdf FILE "
         "--head CODE\". Of a package, unpack it and check the congress file in it. Nothing was checked."));
}

Expected<void> verifyMinutes(const std::string& bytes, const VerifyOptions& o) {
  if (!o.head.empty() && o.file.empty()) return headNeedsFile();
  auto printed = readPrintedStatement(bytes);
  if (!printed) return failed(printed);
  if (!o.file.empty()) {
    const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
    if (!ledger) return failed(ledger);
    const auto more = compareWithFile(*ledger, printed->statement);
    if (!more) return failed(more);
    printed->findings.insert(printed->findings.end(), more->begin(), more->end());
    // Figures that agree prove nothing when the file itself was changed: names, images and a cut journal stand in no figure.
    const auto check = verifyFile(*ledger);
    if (!check) return failed(check);
    for (const ChainFinding& finding : check->chain.findings) printed->findings.push_back(finding.what);
    if (!o.head.empty()) {
      const auto entry = entryOfHead(*ledger, o.head);
      if (!entry) return failed(entry);
      if (!*entry) printed->findings.push_back(noSuchEntry(o.head));
      if (*entry && !o.json) printEntry(**entry);
    }
  }
  const Statement& s = printed->statement.statement;
  if (o.json) {
    nlohmann::ordered_json out{{"congress", s.congress},  {"contest", s.contest}, {"code", shortCode(s)},
                               {"pages", printed->pages}, {"signature", "valid"}, {"compared_with_file", !o.file.empty()}};
    out["key"] = toHex(printed->statement.key);
    out["statement"] = statementJson(s);
    out["findings"] = printed->findings;
    printLine(out.dump());
  } else {
    printStatement(s);
    printLine(
        trf("  Chữ ký số đúng với khóa ghi trong mã: {0}", "  The signature fits the key in the code: {0}", toHex(printed->statement.key)));
    if (o.file.empty())
      printLine(tr("  Chưa đối chiếu với tệp đại hội: thêm tên tệp để biết khóa và số liệu có đúng của đại hội.",
                   "  Not compared with a congress file: name it to know that key and figures are the congress's."));
    else if (printed->findings.empty())
      printLine(tr("  Khớp với tệp đại hội.", "  Agrees with the congress file."));
    for (const std::string& finding : printed->findings) printLine(trf("  Sai: {0}", "  Wrong: {0}", finding));
  }
  return concluded(printed->findings.size(), o.what);
}

void printCheck(const FileCheck& check) {
  printLine(trf("Nhật ký: {0} dòng, {1} tờ, {2} tệp ảnh, {3} quyết định; mã cuối {4}",
                "Journal: {0} entries, {1} sheets, {2} image files, {3} rulings; head {4}", check.chain.entries, check.chain.sheets,
                check.chain.sources, check.chain.rulings, check.chain.head));
  if (check.withoutSecrets)
    printLine(tr("  Tệp là bản sao để bàn giao: không có khóa ký và mã cá nhân nên hai thứ ấy không kiểm tra được ở đây, chỉ ở tệp gốc.",
                 "  The file is a copy for handing on: it has no signing key and no PINs, which can be checked in the original only."));
  for (const ChainFinding& finding : check.chain.findings) printLine(trf("  Sai: {0}", "  Wrong: {0}", finding.what));
  for (const ContestCheck& contest : check.contests) {
    const std::string state = !contest.closed  ? tr("đang mở, tính lại được", "open, recomputed")
                              : contest.agrees ? tr("đã chốt, tính lại khớp", "closed, recomputed and agrees")
                              : contest.notRecomputed.empty()
                                  ? tr("đã chốt, tính lại KHÔNG khớp", "closed, recomputed and does NOT agree")
                                  : tr("đã chốt theo cách kiểm của phiên bản trước, KHÔNG tính lại được",
                                       "closed by an earlier version's way of counting, could NOT be recomputed");
    printLine(trf("{0}: {1}", "{0}: {1}", contest.title, state));
    if (!contest.notRecomputed.empty()) printLine(trf("  Lưu ý: {0}", "  Note: {0}", contest.notRecomputed));
    for (const std::string& difference : contest.differences) printLine(trf("  Sai: {0}", "  Wrong: {0}", difference));
  }
}

nlohmann::json contestsJson(const FileCheck& check) {
  nlohmann::json out = nlohmann::json::array();
  for (const ContestCheck& c : check.contests)
    out.push_back({{"contest", c.contest},
                   {"closed", c.closed},
                   {"agrees", c.agrees},
                   {"differences", c.differences},
                   {"not_recomputed", c.notRecomputed}});
  return out;
}

void printJson(const FileCheck& check, const std::optional<JournalEntry>& printed) {
  nlohmann::ordered_json out{{"sound", check.sound()},         {"entries", check.chain.entries}, {"sheets", check.chain.sheets},
                             {"sources", check.chain.sources}, {"rulings", check.chain.rulings}, {"head", check.chain.head}};
  out["copy_without_secrets"] = check.withoutSecrets;
  if (printed) out["printed_head"] = {{"entry", printed->seq}, {"time", printed->time}};
  out["findings"] = nlohmann::json::array();
  for (const ChainFinding& finding : check.chain.findings) out["findings"].push_back(finding.what);
  out["contests"] = contestsJson(check);
  printLine(out.dump());
}

Expected<void> verifyCongressFile(const VerifyOptions& o) {
  const auto ledger = openFile(o.what, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  std::optional<JournalEntry> printed;
  if (!o.head.empty()) {
    auto entry = entryOfHead(*ledger, o.head);
    if (!entry) return failed(entry);
    printed = std::move(*entry);
  }
  auto check = verifyFile(*ledger);
  if (!check) return failed(check);
  if (!o.head.empty() && !printed) check->chain.findings.push_back({std::nullopt, std::nullopt, noSuchEntry(o.head)});
  if (printed && !o.json) printEntry(*printed);
  if (o.json)
    printJson(*check, printed);
  else
    printCheck(*check);
  std::size_t findings = check->chain.findings.size();
  for (const ContestCheck& contest : check->contests) findings += contest.differences.size();
  return concluded(findings, o.what);
}

void printPackageCheck(const PackageCountCheck& check) {
  printLine(trf("Gói lưu trữ của {0} ({1}): {2} tệp, chữ ký đúng với khóa {3}", "Package of {0} ({1}): {2} entries, signed with key {3}",
                check.congressName, check.congressId, check.package.entries.size(), toHex(check.package.key)));
  printCheck(check.file);
  for (const PaperCheck& paper : check.papers) {
    const std::string state = !paper.differences.empty() ? tr("KHÔNG khớp với phiếu", "does NOT agree with the ballots")
                              : paper.contest.empty()    ? tr("nguyên vẹn", "unchanged")
                                                         : tr("khớp với kết quả tính lại", "agrees with the recomputed result");
    printLine(trf("{0}: {1}", "{0}: {1}", paper.name, state));
  }
  for (const std::string& finding : check.findings) printLine(trf("  Sai: {0}", "  Wrong: {0}", finding));
}

void printPackageJson(const PackageCountCheck& check) {
  nlohmann::ordered_json out{{"sound", check.sound()},
                             {"congress", check.congressId},
                             {"key", toHex(check.package.key)},
                             {"entries", check.package.entries.size()},
                             {"head", check.file.chain.head}};
  out["findings"] = check.findings;
  out["contests"] = contestsJson(check.file);
  out["papers"] = nlohmann::json::array();
  for (const PaperCheck& paper : check.papers)
    out["papers"].push_back({{"paper", paper.name}, {"contest", paper.contest}, {"differences", paper.differences}});
  printLine(out.dump());
}

Expected<void> verifyPackage(const VerifyOptions& o) {
  if (!o.head.empty()) return headNeedsFile();
  const auto check = checkPackageCount(o.what, packageCheckPorts());
  if (!check) return failed(check);
  if (o.json)
    printPackageJson(*check);
  else
    printPackageCheck(*check);
  return concluded(check->findings.size(), o.what);
}

Expected<void> verify(const VerifyOptions& o) {
  // told apart by the first bytes, not by the name; a congress file may be large and is never read whole
  std::string start(16, '\0');
  std::ifstream(o.what, std::ios::binary).read(start.data(), static_cast<std::streamsize>(start.size()));
  if (start == std::string("SQLite format 3\0", 16)) return verifyCongressFile(o);
  if (start.compare(0, 4, "PK\x03\x04") == 0) return verifyPackage(o);
  const auto bytes = readFile(o.what);
  if (!bytes) return failed(bytes);
  return countPages(*bytes) ? verifyMinutes(*bytes, o) : verifyCongressFile(o);
}

}  // namespace

void addVerifyCommand(CLI::App& app, Action& action) {
  auto* cmd =
      app.add_subcommand("verify", tr("Kiểm tra tệp đại hội, biên bản hoặc gói lưu trữ", "Check a congress file, minutes or a package"));
  auto o = std::make_shared<VerifyOptions>();
  cmd->add_option("WHAT", o->what,
                  tr("Tệp đại hội, gói lưu trữ (.kpz), biên bản PDF hoặc ảnh chụp biên bản",
                     "Congress file, package (.kpz), minutes (PDF) or a picture of them"))
      ->required();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội để đối chiếu với biên bản", "Congress file to compare the minutes with"));
  cmd->add_option(
      "--head", o->head,
      tr("Mã nhật ký in trên biên bản số không hoặc cuối nhật ký, ít nhất 24 chữ số đầu (ba nhóm): tệp phải còn dòng đó",
         "Journal code printed on a zero report or at a journal's end, at least its first 24 digits (three groups): the file must still have that entry"));
  cmd->add_flag("--json", o->json, tr("In kết quả dạng JSON", "Print JSON"));
  cmd->callback([o, &action] { action = [o] { return verify(*o); }; });
}

}  // namespace kp::cli

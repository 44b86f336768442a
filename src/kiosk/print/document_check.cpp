// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/document_check.h"

#include <QFileInfo>
#include <fstream>

#include "count/package_count.h"
#include "count/verification.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/words.h"
#include "scanner/source/page_source.h"
#include "wiring/congress_file.h"
#include "wiring/package_papers.h"
#include "wiring/printed_statement.h"

namespace kp::kiosk {
namespace {

using Outcome = DocumentCheck::Outcome;

enum class What { CongressFile, Package, Pages };

What kindOf(const std::string& path) {
  // by the first bytes; a congress file may be large and is never read whole
  std::string start(16, '\0');
  std::ifstream(path, std::ios::binary).read(start.data(), static_cast<std::streamsize>(start.size()));
  if (start == std::string("SQLite format 3\0", 16)) return What::CongressFile;
  if (start.compare(0, 4, "PK\x03\x04") == 0) return What::Package;
  // what is none of these is spoken of as what it is called
  const QString suffix = QFileInfo(text(path)).suffix().toLower();
  return suffix == QLatin1String("kpz") ? What::Package : suffix == QLatin1String("kiemphieu") ? What::CongressFile : What::Pages;
}

/// The statement on a document's pages. What is no picture is told as of a document: what the reader of ballots says speaks of sheets in a pile.
Expected<PrintedStatement> statementIn(const std::string& path) {
  const auto bytes = readFile(path);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  if (!countPages(*bytes))
    return fail(
        ErrorKind::BadInput,
        tr("Tệp bị đứt, hỏng, hoặc không phải PDF hay ảnh, nên không kiểm tra được gì. Tệp còn nguyên như trước. Hãy lấy bản khác của tài liệu này.",
           "The file breaks off, is damaged, or is no PDF or picture, so nothing was checked. It was not changed. Take another copy of the document."));
  return readPrintedStatement(*bytes);
}

void addFile(const FileCheck& check, Outcome& out) {
  out.facts.append(words("Nhật ký: {0} mục, chuỗi mã băm tính lại; {1} tờ, {2} kết luận.",
                         "Journal: {0} entries, their chain recomputed; {1} sheets, {2} rulings.", check.chain.entries, check.chain.sheets,
                         check.chain.rulings));
  if (check.withoutSecrets)
    out.facts.append(
        words("Tệp là bản sao để bàn giao: không có khóa ký và mã cá nhân nên hai thứ ấy chỉ kiểm tra được ở tệp gốc.",
              "The file is a copy for handing on: it has no signing key and no PINs, which can be checked in the original only."));
  for (const ContestCheck& contest : check.contests)
    out.facts.append(!contest.closed  ? words("“{0}”: chưa chốt.", "\"{0}\": not closed.", contest.title)
                     : contest.agrees ? words("“{0}”: kết quả tính lại từ từng phiếu khớp với kết quả đã chốt.",
                                              "\"{0}\": the result recomputed from every ballot is the one that was closed.", contest.title)
                     : contest.notRecomputed.empty()
                         ? words("“{0}”: kết quả tính lại KHÔNG khớp.", "\"{0}\": the recomputed result does NOT agree.", contest.title)
                         : text(contest.title + ": " + contest.notRecomputed));
}

Expected<Outcome> checkCongressFile(const std::string& path) {
  const auto ledger = Ledger::open(path, Ledger::Mode::ReadOnly);
  if (!ledger) return tl::unexpected<Error>(ledger.error());
  const auto check = verifyFile(*ledger);
  if (!check) return tl::unexpected<Error>(check.error());
  Outcome out;
  addFile(*check, out);
  for (const ChainFinding& finding : check->chain.findings) out.findings.append(text(finding.what));
  for (const ContestCheck& contest : check->contests)
    for (const std::string& difference : contest.differences) out.findings.append(text(difference));
  return out;
}

Expected<Outcome> checkPackageFile(const std::string& path) {
  const auto check = checkPackageCount(path, packageCheckPorts());
  if (!check) return tl::unexpected<Error>(check.error());
  Outcome out;
  out.facts.append(words("Gói lưu trữ của {0}: {1} tệp, mã băm từng tệp và chữ ký số được kiểm tra.",
                         "Package of {0}: {1} entries; every hash and the signature checked.", check->congressName,
                         check->package.entries.size()));
  addFile(check->file, out);
  for (const PaperCheck& paper : check->papers)
    out.facts.append(!paper.differences.empty() ? words("{0}: KHÔNG khớp với phiếu.", "{0}: does NOT agree with the ballots.", paper.name)
                     : paper.contest.empty()
                         ? words("{0}: nguyên vẹn.", "{0}: unchanged.", paper.name)
                         : words("{0}: khớp với kết quả tính lại.", "{0}: agrees with the recomputed result.", paper.name));
  for (const std::string& finding : check->findings) out.findings.append(text(finding));
  return out;
}

/// What the signed code says, beside the names of the open file where it is this congress's.
Outcome fromStatement(const PrintedStatement& printed, const Contest* contest) {
  const Statement& s = printed.statement.statement;
  Outcome out;
  out.minutes = true;
  out.facts.append(words("Cuộc bầu {0}, mã ngắn {1}; chữ ký số đúng với khóa ghi trong mã.",
                         "Contest {0}, short code {1}; the signature fits the key in the code.", contest ? contest->title : s.contest,
                         shortCode(s)));
  out.facts.append(words("Triệu tập {0}, có mặt {1}, phát ra {2}, thu về {3}, hợp lệ {4}, không hợp lệ {5}, căn cứ {6}.",
                         "Convened {0}, present {1}, issued {2}, returned {3}, valid {4}, invalid {5}, base {6}.", s.convened, s.present,
                         s.issued, s.returned, s.valid, s.invalid, s.base));
  for (std::size_t i = 0; i < s.votes.size(); ++i) {
    const bool named = contest && i < contest->candidates.size();
    out.votes.append(QVariantMap{{QStringLiteral("number"), static_cast<int>(i) + 1},
                                 {QStringLiteral("name"), named ? text(contest->candidates[i].name) : QString()},
                                 {QStringLiteral("votes"), s.kind == ContestKind::Confidence ? s.votes[i].high : s.votes[i].yes}});
  }
  for (const std::string& finding : printed.findings) out.findings.append(text(finding));
  return out;
}

Expected<Outcome> compared(const Ledger& ledger, const PrintedStatement& printed) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const Statement& s = printed.statement.statement;
  const bool ours = s.congress == congress->info.id;
  Outcome out = fromStatement(printed, ours ? congress->contest(s.contest) : nullptr);
  if (!ours) {
    out.facts.append(
        words("Biên bản này của đại hội khác ({0}): chỉ kiểm tra được chữ ký. Muốn đối chiếu phiếu, hãy mở tệp của đại hội đó.",
              "These minutes are of another congress ({0}): only the signature could be checked. Open that congress's file to compare.",
              s.congress));
    return out;
  }
  const auto differences = compareWithFile(ledger, printed.statement);
  if (!differences) return tl::unexpected<Error>(differences.error());
  for (const std::string& difference : *differences) out.findings.append(text(difference));
  if (differences->empty())
    out.facts.append(words("Khớp từng con số với tệp đại hội đang mở.", "Every number agrees with the congress file that is open."));
  return out;
}

}  // namespace

void DocumentCheck::check(const QString& path) {
  m_name = QFileInfo(path).fileName();
  m_state = QStringLiteral("checking");
  m_outcome = {};
  m_problem.clear();
  ++m_request;
  emit changed();
  const What what = kindOf(path.toStdString());
  if (what == What::Pages) return checkMinutes(path);
  inBackground(
      this, [what, file = path.toStdString()] { return what == What::Package ? checkPackageFile(file) : checkCongressFile(file); },
      [this, request = m_request](Expected<Outcome> outcome) {
        if (request != m_request) return;
        if (outcome) return finish(std::move(*outcome));
        m_state = QStringLiteral("unreadable");
        m_problem = text(outcome.error().what);
        emit changed();
      });
}

void DocumentCheck::checkMinutes(const QString& path) {
  inBackground(
      this, [file = path.toStdString()] { return statementIn(file); },
      [this, request = m_request](Expected<PrintedStatement> printed) {
        if (request != m_request) return;
        if (!printed) {
          m_state = QStringLiteral("unreadable");
          m_problem = text(printed.error().what);
          emit changed();
          return;
        }
        look([printed = std::move(*printed)](const Ledger& ledger) { return compared(ledger, printed); },
             [this, request](Outcome&& outcome) {
               if (request == m_request) finish(std::move(outcome));
             });
      });
}

void DocumentCheck::finish(Outcome outcome) {
  m_outcome = std::move(outcome);
  m_state = m_outcome.findings.isEmpty() ? QStringLiteral("sound") : QStringLiteral("wrong");
  emit changed();
}

void DocumentCheck::forget() {
  ++m_request;
  m_name.clear();
  m_state.clear();
  m_outcome = {};
  emit changed();
}

QString DocumentCheck::verdict() const {
  if (m_state == QLatin1String("checking")) return words("Đang kiểm tra…", "Checking…");
  if (m_state == QLatin1String("unreadable")) return m_problem;
  if (m_state == QLatin1String("wrong"))
    return words("Có {0} chỗ không đúng. Không dùng tài liệu này khi chưa làm rõ. Chương trình không sửa gì.",
                 "{0} things are wrong. Do not use this document before they are cleared up. Nothing was changed.",
                 m_outcome.findings.size());
  if (m_state == QLatin1String("sound"))
    return m_outcome.minutes ? words("Biên bản đúng. Hãy so các số in trên giấy với bảng dưới đây.",
                                     "The minutes are genuine. Compare the numbers on paper with the table below.")
                             : words("Mọi thứ đều đúng.", "Everything is in order.");
  return {};
}

}  // namespace kp::kiosk

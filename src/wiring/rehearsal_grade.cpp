// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/rehearsal_grade.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "count/access.h"
#include "count/contest_count.h"
#include "count/records.h"
#include "election/text.h"
#include "wiring/learn_ballot.h"
#include "wiring/rehearsal_outcome.h"
#include "wiring/scan_run.h"

namespace kp {

namespace fs = std::filesystem;

namespace {

/// A folder of its own under the system's temporary one, gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "kiemphieu-thu-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) m_path = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!m_path.empty()) fs::remove_all(m_path, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return m_path; }

 private:
  fs::path m_path;
};

/// What truth.jsonl says of one scan.
struct SheetTruth {
  std::string file;
  std::string reason;                        ///< the reason this sheet must raise; "" for an ordinary ballot
  std::map<std::string, std::string> marks;  ///< "c01/name" → none, mark, unsure, mark?
};

Expected<std::vector<SheetTruth>> readTruth(const fs::path& folder) {
  std::ifstream in(folder / "truth.jsonl");
  if (!in)
    return fail(ErrorKind::NotFound,
                trf("Thư mục {0} không có truth.jsonl nên không chấm được xấp phiếu thử; hãy tạo xấp phiếu thử mới",
                    "The folder {0} has no truth.jsonl, so the deck cannot be graded; make a new rehearsal deck", folder.string()));
  std::vector<SheetTruth> truth;
  std::string line;
  try {
    while (std::getline(in, line)) {
      if (line.empty()) continue;
      const auto json = nlohmann::json::parse(line);
      SheetTruth sheet{json.at("file"), json.value("reason", std::string()), {}};
      for (const auto& [target, mark] : json.at("marks").items()) sheet.marks[target] = mark.at("expect");
      truth.push_back(std::move(sheet));
    }
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorKind::BadInput, trf("truth.jsonl trong {0} không phải đáp án của xấp phiếu thử này; hãy tạo xấp phiếu thử mới",
                                         "truth.jsonl in {0} is not the truth of a rehearsal deck; make a new one", folder.string()));
  }
  return truth;
}

bool goesToPerson(const SheetRecord& record) {
  return record.state == SheetRecord::State::Review || record.state == SheetRecord::State::SetAside;
}

/// One place. `mark?` may be read as a mark or put before a person, never as nothing.
enum class Verdict { Right, ToPerson, Wrong };
Verdict verdictOn(const std::string& expect, MarkState read, bool sheetToPerson) {
  if (expect == "unsure") return read == MarkState::Unsure || sheetToPerson ? Verdict::Right : Verdict::Wrong;
  if (read == MarkState::Unsure) return expect == "mark?" ? Verdict::Right : Verdict::ToPerson;
  const bool marked = expect == "mark" || expect == "mark?";
  return marked == (read == MarkState::Mark) ? Verdict::Right : Verdict::Wrong;
}

std::string nameOf(const Contest& contest, const std::string& candidate) {
  const int index = candidateIndex(contest, candidate);
  return index < 0 ? candidate : contest.candidates[static_cast<std::size_t>(index)].name;
}

void gradeSheet(const Contest& contest, const SheetTruth& truth, const SheetRecord& record, RehearsalGrade& grade) {
  ++grade.sheets;
  grade.positions += static_cast<int>(truth.marks.size());
  if (goesToPerson(record)) ++grade.sheetsToPerson;
  if (record.marks.empty()) {
    ++grade.unreadSheets;
    grade.toPerson += static_cast<int>(truth.marks.size());
    return;
  }
  for (const SheetRecord::Mark& mark : record.marks) {
    const auto expected = truth.marks.find(mark.candidate + "/" + toString(mark.field));
    if (expected == truth.marks.end()) continue;
    switch (verdictOn(expected->second, mark.state, goesToPerson(record))) {
      case Verdict::Right: ++grade.right; break;
      case Verdict::ToPerson: ++grade.toPerson; break;
      case Verdict::Wrong:
        grade.wrong.push_back({truth.file, nameOf(contest, mark.candidate), mark.field,
                               expected->second == "mark?" ? "mark" : expected->second, toString(mark.state)});
    }
  }
}

/// Reads the deck into a file of its own and hands back its records.
Expected<std::vector<SheetRecord>> readDeck(const Ledger& ledger, const CountedContest& counted, const fs::path& folder,
                                            const std::function<void(int)>& progress, const std::function<bool()>& stop, double& seconds) {
  const auto key = ledger.keys().codeKey();
  if (!key) return tl::unexpected<Error>(key.error());
  const TemporaryFolder scratch;
  if (scratch.path().empty())
    return fail(ErrorKind::Io,
                tr("Không tạo được thư mục tạm để chạy thử; tệp đại hội giữ nguyên. Hãy kiểm tra đĩa còn chỗ",
                   "No temporary folder could be made for the rehearsal; the congress file is unchanged. Check for space on the disk"));
  auto twin = Ledger::create(scratch.path() / "chay-thu.kiemphieu", counted.congress);
  if (!twin) return tl::unexpected<Error>(twin.error());
  if (const auto learned = copyLearned(ledger, *twin, counted); !learned) return tl::unexpected<Error>(learned.error());
  ScanRequest request;
  request.sources = {folder.string()};
  request.contest = counted.contest.id;
  request.stop = stop;
  request.progress = [&progress](const IntakeProgress& p) {
    if (progress) progress(p.stored);
  };
  const auto report = runScan(*twin, *key, request);
  if (!report) return tl::unexpected<Error>(report.error());
  if (stop && stop())
    return fail(ErrorKind::Refused,
                tr("Đã dừng chạy thử giữa chừng; tệp đại hội giữ nguyên. Muốn biết máy đọc đúng không, hãy chạy lại",
                   "The rehearsal was stopped half-way; the congress file is unchanged. Run it again to know how the machine reads"));
  seconds = report->total.seconds;
  const auto read = loadContest(*twin, counted.contest.id);
  if (!read) return tl::unexpected<Error>(read.error());
  const auto pass = loadPass(*twin, *read, request.pass);
  if (!pass) return tl::unexpected<Error>(pass.error());
  return recordsOf(*read, *pass);
}

RehearsalOutcome outcomeOf(const RehearsalGrade& grade) {
  return {grade.sheets, grade.positions, static_cast<long>(grade.wrong.size()), grade.toPerson};
}

}  // namespace

Expected<RehearsalGrade> gradeRehearsal(const Ledger& ledger, const std::string& contest, const fs::path& folder,
                                        const std::function<void(int)>& progress, const std::function<bool()>& stop) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto truth = readTruth(folder);
  if (!truth) return tl::unexpected<Error>(truth.error());
  RehearsalGrade grade;
  const auto records = readDeck(ledger, *counted, folder, progress, stop, grade.readSeconds);
  if (!records) return tl::unexpected<Error>(records.error());
  std::map<std::string, const SheetRecord*> bySource;
  for (const SheetRecord& record : *records) bySource[record.source] = &record;
  for (const SheetTruth& sheet : *truth) {
    const auto found = bySource.find(sheet.file);
    if (found == bySource.end())
      return fail(ErrorKind::BadInput,
                  trf("Thiếu ảnh {0} của xấp phiếu thử trong {1}; hãy tạo xấp phiếu thử mới",
                      "The scan {0} of the deck is missing in {1}; make a new rehearsal deck", sheet.file, folder.string()));
    gradeSheet(counted->contest, sheet, *found->second, grade);
  }
  return grade;
}

std::string gradeText(const RehearsalGrade& grade) { return outcomeText(outcomeOf(grade)); }

Expected<void> noteRehearsal(Ledger& ledger, const std::string& contest, const RehearsalGrade& grade, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::Rehearse, by); !may) return may;
  JournalDraft draft;
  draft.event = Event::RehearsalMade;
  draft.by = by;
  draft.contest = contest;
  draft.details = rehearsalDetails(outcomeOf(grade));
  const auto noted = ledger.journal().append(draft);
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/evidence_text.h"

#include "count/afterwards.h"
#include "count/intake.h"
#include "count/journal_fields.h"
#include "count/medium.h"
#include "count/random_check.h"
#include "count/read_back.h"
#include "election/text.h"
#include "wiring/rehearsal_outcome.h"

namespace kp {
namespace {

using Fields = std::map<std::string, std::string>;

std::string packageText(const Fields& f) {
  return trf("{0}: {1} tệp, trong đó {2} văn bản; mã băm {3}", "{0}: {1} entries, {2} of them papers; hash {3}", textIn(f, "file"),
             textIn(f, "entries"), textIn(f, "papers"), textIn(f, "hash"));
}

std::string copyText(const Fields& f) {
  const std::string medium = textIn(f, "label").empty() ? textIn(f, "medium") : textIn(f, "label");
  return trf("{0}, thiết bị {1}: {2}", "{0}, medium {1}: {2}", textIn(f, "file"), medium, copyOutcomeText(textIn(f, "outcome")));
}

std::string answerText(const Fields& f) {
  const auto answer = parsePaperAnswer(textIn(f, "answer"));
  if (!answer) return {};
  const std::string said = *answer == PaperAnswer::Agrees ? tr("phiếu giấy khớp với kết quả đọc", "the paper agrees with the reading")
                           : *answer == PaperAnswer::Differs ? tr("phiếu giấy KHÁC với kết quả đọc", "the paper DIFFERS from the reading")
                                                             : tr("không tìm thấy phiếu giấy", "the paper was not found");
  const std::string note = textIn(f, "note");
  return note.empty() ? said : trf("{0} ({1})", "{0} ({1})", said, note);
}

std::string checkText(const Fields& f) {
  const std::string stage = textIn(f, "stage");
  if (stage == "drawn")
    return trf("xúc xắc {0}, chọn trong {1} phiếu của lượt {2}: phiếu số {3}", "dice {0}, from {1} ballots of pass {2}: ballots {3}",
               textIn(f, "seed"), textIn(f, "total"), textIn(f, "pass"), textIn(f, "ballots"));
  if (stage == "answer") return answerText(f);
  if (stage == "tally")
    return trf("đã đối chiếu {0} phiếu trong {1} phiếu: khớp {2}, khác {3}, không tìm thấy {4}",
               "{0} of {1} ballots compared: {2} agree, {3} differ, {4} not found", textIn(f, "compared"), textIn(f, "of"),
               textIn(f, "agrees"), textIn(f, "differs"), textIn(f, "not-found"));
  return {};
}

/// Files that a run of scanning did not take in because they are no pictures.
std::string leftOutText(const JournalEntry& ended) {
  const LeftOutFiles left = leftOutFiles({ended});
  if (left.files == 0) return {};
  std::string names;
  for (const std::string& name : left.names) names += (names.empty() ? "" : ", ") + name;
  if (left.files > static_cast<long>(left.names.size())) names += ", …";
  return trf("; {0} tệp không phải ảnh nên không nhận: {1}", "; {0} files not taken in because they are no pictures: {1}", left.files,
             names);
}

/// "" for entries of earlier versions, which hold the sentence itself.
std::string scanText(const JournalEntry& entry, const Fields& f) {
  if (entry.event == toString(Event::ScanStarted) && f.count("pass") > 0 && f.count("source") > 0)
    return trf("Lượt {0}: {1}", "Pass {0}: {1}", textIn(f, "pass"), textIn(f, "source"));
  if (entry.event == toString(Event::ScanEnded) && f.count("stored") > 0)
    return trf("Nhận {0} tờ; {1} tờ có từ trước; {2} tệp không đọc được; {3} tờ trùng; {4} tờ có thể quét hai lần",
               "{0} sheets taken in; {1} there before; {2} files not readable; {3} seen before; {4} perhaps scanned twice",
               textIn(f, "stored"), textIn(f, "there"), textIn(f, "refused"), textIn(f, "seen"), textIn(f, "twice")) +
           leftOutText(entry);
  return {};
}

std::string afterwardsText(const Fields& f) {
  const auto task = parseAfterwards(textIn(f, "task"));
  if (!task) return {};
  return textIn(f, "done") == "yes" ? trf("{0}: đã làm", "{0}: done", explain(*task))
                                    : trf("{0}: chưa làm", "{0}: not done", explain(*task));
}

}  // namespace

std::string evidenceText(const JournalEntry& entry) {
  const Fields fields = readFields(entry.details);
  if (entry.event == toString(Event::PackageMade)) return packageText(fields);
  if (entry.event == toString(Event::SavedToMedium)) return copyText(fields);
  if (entry.event == toString(Event::RandomCheckMade)) return checkText(fields);
  if (entry.event == toString(Event::ScanStarted) || entry.event == toString(Event::ScanEnded)) return scanText(entry, fields);
  if (entry.event == toString(Event::AfterwardsNoted)) return afterwardsText(fields);
  if (const auto rehearsed = rehearsalOutcome(entry)) return outcomeText(*rehearsed);
  if (entry.event == toString(Event::BlankBallotReadBack)) return readBackText(entry.details);
  return {};
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/intake.h"

#include <algorithm>
#include <thread>

#include "count/access.h"
#include "count/journal_fields.h"
#include "count/pipeline.h"
#include "count/scan_ground.h"
#include "count/seen_hands.h"
#include "count/seen_sheets.h"
#include "count/two_people.h"
#include "election/text.h"

namespace kp {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kProgressEvery{500};

/// Stores finished pages in order; the only part of taking in that touches the ledger.
class Writer {
 public:
  Writer(Ledger& ledger, const Congress& congress, const IntakeOptions& options, ScanGround ground, SeenSheets seen, SeenHands hands)
      : m_ledger(ledger),
        m_congress(congress),
        m_options(options),
        m_ground(std::move(ground)),
        m_seen(std::move(seen)),
        m_hands(std::move(hands)),
        m_start(SteadyClock::now()) {
    m_contest = m_ground.first();
  }

  /// Adds a page to the batch; stores the batch when it is full.
  Expected<void> add(const PageTask& task) {
    if (const auto* there = m_seen.sameFile(task.source->hash(), task.page, task.name)) {
      ++m_report.total.alreadyThere;
      if (!there->contest.empty() && !m_ground.isLeftOut(there->contest)) m_contest = there->contest;
      return {};
    }
    if (m_batch.empty()) {
      const auto next = m_ledger.sheets().nextId();
      if (!next) return tl::unexpected<Error>(next.error());
      m_nextId = *next;
      m_batchStart = SteadyClock::now();
    }
    if (const auto entered = enter(task); !entered) return entered;
    const bool due = SteadyClock::now() >= deadline();
    return due || m_batch.size() >= kBatchSheets ? flush() : Expected<void>();
  }

  /// Stores what is in the batch, as one transaction.
  Expected<void> flush() {
    if (m_batch.empty()) return {};
    if (const auto same = m_ground.stillHolds(m_ledger); !same) return same;
    const auto ids = m_ledger.sheets().append(m_batch, m_options.by);
    if (!ids) return tl::unexpected<Error>(ids.error());
    m_report.total.stored += static_cast<int>(m_batch.size());
    m_batch.clear();
    showProgress();
    return {};
  }

  /// When the batch must be stored at the latest, or the time to show progress when there is none.
  SteadyClock::time_point deadline() const {
    return m_batch.empty() ? SteadyClock::now() + kProgressEvery : m_batchStart + std::chrono::milliseconds(kBatchMilliseconds);
  }

  void showProgress() {
    m_report.total.seconds = std::chrono::duration<double>(SteadyClock::now() - m_start).count();
    if (m_options.progress) m_options.progress(m_report.total);
  }

  IntakeReport report() {
    m_report.total.seconds = std::chrono::duration<double>(SteadyClock::now() - m_start).count();
    return m_report;
  }

 private:
  Expected<void> enter(const PageTask& task) {
    SheetIntake sheet;
    sheet.pass = m_options.pass;
    sheet.expected = m_options.contest;
    sheet.sourceName = task.name;
    sheet.source = task.source;
    sheet.pageIndex = task.page;
    sheet.reading = task.reading;
    sheet.refused = task.refused;
    if (!task.refused.empty()) {
      sheet.reading.reasons.push_back({Why::PageDamaged, std::nullopt, std::nullopt, task.refused});
      m_report.refusedFiles.emplace_back(task.name, task.refused);
      ++m_report.total.refused;
    }
    if (m_options.contest.empty()) {
      if (m_congress.contest(sheet.reading.contest))
        m_contest = sheet.reading.contest;
      else
        sheet.expected = m_contest;
    } else {
      m_contest = m_options.contest;
    }
    noteSeenBefore(sheet);
    const int id = m_nextId + static_cast<int>(m_batch.size());
    const SeenSheets::Sheet known{id, sheet.sourceName, m_contest, !sheet.refused.empty()};
    if (!sheet.duplicateOf)
      if (const auto looked = notePerhapsTwice(sheet, known); !looked) return looked;
    m_seen.add(task.source->hash(), task.page, sheet.reading, known);
    ++m_report.byContest[m_contest];
    m_batch.push_back(std::move(sheet));
    return {};
  }

  void noteSeenBefore(SheetIntake& sheet) {
    if (!sheet.refused.empty()) return;
    const auto* bytes = m_seen.sameBytes(sheet.source->hash(), sheet.pageIndex);
    const auto* code = bytes ? nullptr : m_seen.sameCode(m_contest, sheet.reading);
    const auto* other = bytes ? bytes : code;
    if (!other) return;
    sheet.duplicateOf = other->id;
    ++m_report.total.seenBefore;
    const std::string detail =
        bytes ? trf("Cùng tệp ảnh với tờ số {0} ({1})", "The same image file as sheet {0} ({1})", other->id, other->name)
              : trf("Cùng mã phiếu với tờ số {0} ({1})", "The same ballot code as sheet {0} ({1})", other->id, other->name);
    sheet.reading.reasons.push_back({Why::SeenBefore, std::nullopt, std::nullopt, detail});
  }

  /// Nothing is refused here: that two hands strike alike is possible, and only people can look at the papers.
  Expected<void> notePerhapsTwice(SheetIntake& sheet, const SeenSheets::Sheet& known) {
    const auto found = m_hands.add(sheet.reading, known);
    if (!found) return tl::unexpected<Error>(found.error());
    const auto& match = *found;
    if (!match) return {};
    sheet.duplicateOf = match->sheet.id;
    ++m_report.total.perhapsTwice;
    sheet.reading.reasons.push_back(
        {Why::PageRepeated, std::nullopt, std::nullopt,
         trf("Nét bút ở {2} chỗ trùng với tờ số {0} ({1}): có thể cùng một tờ giấy đã được quét hai lần. Hãy so hai tờ; nếu là một thì để riêng "
             "tờ này, nếu là hai phiếu thì kết luận như phiếu riêng.",
             "The pen strokes at {2} places lie as on sheet {0} ({1}): perhaps one paper was scanned twice. Compare the two; if they are one, set "
             "this one aside, if they are two ballots, rule on it as a ballot of its own.",
             match->sheet.id, match->sheet.name, match->likeness.targets)});
    return {};
  }

  Ledger& m_ledger;
  const Congress& m_congress;
  const IntakeOptions& m_options;
  ScanGround m_ground;
  SeenSheets m_seen;
  SeenHands m_hands;
  SteadyClock::time_point m_start, m_batchStart;
  std::vector<SheetIntake> m_batch;
  int m_nextId = 1;
  std::string m_contest;  ///< of the sheet before: where an unknown one goes
  IntakeReport m_report;
};

Expected<void> mayTakeIn(const Ledger& ledger, const Congress& congress, const IntakeOptions& options) {
  if (options.pass < 1)
    return fail(ErrorKind::BadInput, trf("Lượt quét phải từ 1 trở lên, không phải {0}; chưa nhận tờ nào",
                                         "The pass must be 1 or more, not {0}; nothing was taken in", options.pass));
  if (congress.contests.empty())
    return fail(ErrorKind::Refused, tr("Tệp này chưa có cuộc bầu nào nên chưa thể nhận phiếu; hãy thêm cuộc bầu trước",
                                       "This file has no contest, so no ballots can be taken in; add a contest first"));
  if (const auto scanned = requireNotKeyed(ledger, options.contest, options.pass); !scanned) return scanned;
  if (options.contest.empty()) return {};
  const auto state = ledger.congress().state(options.contest);
  if (!state) return tl::unexpected<Error>(state.error());
  if (state->closed)
    return fail(ErrorKind::Refused,
                trf("Cuộc bầu {0} đã chốt, không nhận thêm phiếu; kết quả giữ nguyên. Muốn nhận thêm, Ban kiểm phiếu phải mở lại cuộc bầu",
                    "Contest {0} is closed and takes no more ballots; its result stands. To take in more, the committee must reopen it",
                    options.contest));
  return {};
}

Error withWhatIsSafe(Error error, const IntakeReport& report) {
  error.what = trf("{0} · {1} tờ của lần chạy này đã lưu an toàn ({2} tờ có từ trước); khắc phục xong, hãy chạy lại đúng lệnh này",
                   "{0} · {1} sheets of this run are stored and safe ({2} were there before); put it right and give the same command again",
                   error.what, report.total.stored, report.total.alreadyThere);
  return error;
}

Expected<void> store(Pipeline& pipeline, Writer& writer) {
  while (true) {
    const auto task = pipeline.take(writer.deadline());
    if (task) {
      if (const auto added = writer.add(*task); !added) return added;
      continue;
    }
    if (const auto flushed = writer.flush(); !flushed) return flushed;
    if (pipeline.finished()) break;
    writer.showProgress();
  }
  if (auto error = pipeline.sourceError()) return tl::unexpected<Error>(*error);
  return {};
}

// Fields, not sentences: the journal is read in the reader's language (wiring/evidence_text.h), not in that of the day.
std::string scanText(const IntakeOptions& options) {
  return fieldsText({{"pass", std::to_string(options.pass)}, {"source", options.sourceText}});
}

std::string reportText(const IntakeReport& report, const std::vector<std::string>& leftOut) {
  std::vector<std::pair<std::string, std::string>> fields{{"stored", std::to_string(report.total.stored)},
                                                          {"there", std::to_string(report.total.alreadyThere)},
                                                          {"refused", std::to_string(report.total.refused)},
                                                          {"seen", std::to_string(report.total.seenBefore)},
                                                          {"twice", std::to_string(report.total.perhapsTwice)}};
  if (!leftOut.empty()) fields.emplace_back("left-out", std::to_string(leftOut.size()));
  for (std::size_t i = 0; i < std::min(leftOut.size(), kNamedFiles); ++i)
    fields.emplace_back("left-out-" + std::to_string(i + 1), leftOut[i]);
  return fieldsText(fields);
}

}  // namespace

Expected<IntakeReport> takeIn(Ledger& ledger, const Congress& congress, const IntakeOptions& options, const IntakePorts& ports) {
  if (const auto allowed = mayTakeIn(ledger, congress, options); !allowed) return tl::unexpected<Error>(allowed.error());
  if (const auto may = mayAct(ledger, congress, Act::Scan, options.by); !may) return tl::unexpected<Error>(may.error());
  if (const auto two = requireTwoWithPins(ledger, congress); !two) return tl::unexpected<Error>(two.error());
  SeenHands hands([&ledger](int sheet) { return ledger.sheets().inkPrint(sheet); });
  auto seen = SeenSheets::load(ledger, congress, options.contest, options.pass, [&hands](const StoredSheet& s) {
    const bool copy =
        std::any_of(s.reading.reasons.begin(), s.reading.reasons.end(), [](const Reason& r) { return r.why == Why::SeenBefore; });
    if (!copy) hands.remember(s.reading, {s.id, s.sourceName, s.contest, false}, s.duplicateOf);
  });
  if (!seen) return tl::unexpected<Error>(seen.error());
  auto ground = ScanGround::of(ledger, congress, options.contest, options.pass);
  if (!ground) return tl::unexpected<Error>(ground.error());
  const auto started = ledger.journal().append({Event::ScanStarted, options.by, options.contest, std::nullopt, {}, {}, scanText(options)});
  if (!started) return tl::unexpected<Error>(started.error());

  const SeenSheets atStart = *seen;  // the source thread asks this copy; the writer's goes on changing
  Writer writer(ledger, congress, options, std::move(*ground), std::move(*seen), std::move(hands));
  const int threads = options.threads > 0 ? options.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  Expected<void> stored;
  {
    Pipeline pipeline(
        ports, [&atStart](const Digest& hash, int page, const std::string& name) { return atStart.sameFile(hash, page, name) != nullptr; },
        threads);
    stored = store(pipeline, writer);
  }
  const IntakeReport report = writer.report();
  if (!stored) return tl::unexpected<Error>(withWhatIsSafe(stored.error(), report));
  const std::string how = ports.stop && ports.stop() ? kScanStopped : "";
  const std::string text = reportText(report, ports.leftOut ? ports.leftOut() : std::vector<std::string>());
  const auto ended = ledger.journal().append({Event::ScanEnded, options.by, options.contest, std::nullopt, {}, how, text});
  if (!ended) return tl::unexpected<Error>(ended.error());
  return report;
}

LeftOutFiles leftOutFiles(const std::vector<JournalEntry>& entries) {
  LeftOutFiles out;
  for (const JournalEntry& entry : entries) {
    const auto fields = readFields(entry.details);
    if (entry.event == toString(Event::ScanStarted)) out = {static_cast<int>(numberIn(fields, "pass", 0)), 0, {}};
    if (entry.event != toString(Event::ScanEnded)) continue;
    out.files = numberIn(fields, "left-out", 0);
    out.names.clear();
    for (std::size_t i = 1; i <= kNamedFiles && fields.count("left-out-" + std::to_string(i)) > 0; ++i)
      out.names.push_back(textIn(fields, "left-out-" + std::to_string(i)));
  }
  return out;
}

}  // namespace kp

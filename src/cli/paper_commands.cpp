// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/papers.h"
#include "count/output_file.h"
#include "reports/papers.h"
#include "reports/pdf/paper_pdf.h"

namespace kp::cli {
namespace {

struct PaperOptions {
  std::string file, contest, output, number;
  int copies = 3;
  bool json = false;
};

/// One paper about one contest.
struct PaperKind {
  Expected<Paper> (*make)(const PaperData&);
  Event event;
  bool
      result;  ///< says who won: the count must be closed (domain.md §4: releasing results takes two people), and the paper carries the signed code
};

Expected<Paper> madeAlways(Paper paper) { return paper; }

Expected<Paper> rulingsList(const PaperData& data) { return madeAlways(rulingsPaper(data)); }

Expected<void> mayShowResult(const CountedContest& counted, const PaperData& data) {
  if (const auto complete = requireComplete(data); !complete) return complete;
  if (counted.state.closed) return {};
  return fail(
      ErrorKind::Refused,
      trf("Chưa lập được văn bản: số liệu đã khớp nhưng cuộc bầu {0} chưa được chốt; hãy để Trưởng ban và một ủy viên chốt bằng lệnh “close”",
          "The paper cannot be made yet: the sums hold but contest {0} is not closed; let the head and a member close it with \"close\"",
          counted.contest.id));
}

Expected<std::string> typeset(const Ledger& ledger, const PaperKind& kind, const PaperOptions& o) {
  const auto counted = loadContest(ledger, o.contest);
  if (!counted) return failed(counted);
  const auto pass = loadPass(ledger, *counted, counted->passes.empty() ? 1 : counted->passes.front());
  if (!pass) return failed(pass);
  const auto figures = ledger.figures().of(o.contest);
  if (!figures) return failed(figures);
  const Language messages = language();
  const VietnameseText vietnamese;
  const ContestResult result = resultOf(*counted, *pass, *figures);
  auto data = paperData(ledger, *counted, *pass, result);
  if (!data) return failed(data);
  data->number = o.number;
  data->copies = o.copies;
  if (kind.result) {
    setLanguage(messages);  // a refusal is for the person at the keyboard, its sums in that person's language
    PaperData check = *data;
    check.sums = resultOf(*counted, *pass, *figures).sums;
    const auto may = mayShowResult(*counted, check);
    setLanguage(Language::Vietnamese);
    if (!may) return failed(may);
    if (const auto coded = addCode(ledger, *counted, result, *data); !coded) return failed(coded);
  }
  const auto paper = kind.make(*data);
  if (!paper) return failed(paper);
  return paperPdf(*paper);
}

Expected<void> makePaper(const PaperKind& kind, const PaperOptions& o) {
  auto ledger = openFile(o.file, Ledger::Mode::ReadWrite);
  if (!ledger) return failed(ledger);
  const auto pdf = typeset(*ledger, kind, o);
  if (!pdf) return failed(pdf);
  if (const auto written = writeOutputFile(o.output, *pdf); !written) return written;
  const auto noted = ledger->journal().append({kind.event,
                                               {},
                                               kind.event == Event::JournalPrinted ? std::string() : o.contest,
                                               std::nullopt,
                                               {},
                                               {},
                                               trf("mã băm tệp in {0}", "hash of the printed file {0}", toHex(hashOf(*pdf)))});
  if (!noted) return failed(noted);
  printLine(trf("Đã ghi {0}", "{0} written", o.output));
  return {};
}

void printJournal(const std::vector<JournalEntry>& entries, const std::vector<JournalLine>& lines, bool json) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const JournalEntry& e = entries[i];
    if (json) {
      nlohmann::ordered_json out{{"seq", e.seq}, {"time", e.time}, {"by", e.by}, {"event", e.event}, {"contest", e.contest}};
      out["sheet"] = e.sheet ? nlohmann::ordered_json(*e.sheet) : nlohmann::ordered_json(nullptr);
      out["before"] = e.before;
      out["after"] = e.after;
      out["details"] = e.details;
      out["hash"] = toHex(e.hash);
      printLine(out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
      continue;
    }
    std::string by;
    for (const std::string& name : e.by) by += (by.empty() ? "" : ", ") + name;
    printLine(trf("{0}  {1}  {2}{3}", "{0}  {1}  {2}{3}", e.seq, lines[i].time, lines[i].what, by.empty() ? "" : " · " + by));
  }
}

Expected<void> journal(const PaperOptions& o) {
  const bool pdf = !o.output.empty();
  auto ledger = openFile(o.file, pdf ? Ledger::Mode::ReadWrite : Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto entries = ledger->journal().list(o.contest);
  if (!entries) return failed(entries);
  if (!pdf) {
    const auto lines = journalLines(*ledger, o.contest);
    if (!lines) return failed(lines);
    printJournal(*entries, *lines, o.json);
    return {};
  }
  const auto congress = ledger->congress().load();
  if (!congress) return failed(congress);
  if (congress->contests.empty())
    return fail(ErrorKind::Refused,
                tr("Tệp này chưa có cuộc bầu nào nên chưa có gì để in", "This file has no contest, so there is nothing to print"));
  PaperOptions whole = o;
  if (whole.contest.empty()) whole.contest = congress->contests.front().id;
  ledger = tl::unexpected<Error>(Error{});  // makePaper opens it again; one writer at a time
  return makePaper({[](const PaperData& data) { return madeAlways(journalPaper(data)); }, Event::JournalPrinted, false}, whole);
}

}  // namespace

void addPaperCommands(CLI::App& app, Action& action) {
  struct Command {
    const char* name;
    std::string what;
    PaperKind kind;
  };
  const std::vector<Command> commands = {
      {"minutes", tr("Lập biên bản kiểm phiếu (PDF)", "Make the minutes (PDF)"), {minutesPaper, Event::MinutesMade, true}},
      {"result-sheet",
       tr("Lập bảng tổng hợp kết quả (PDF)", "Make the result sheet (PDF)"),
       {resultSheetPaper, Event::ResultSheetMade, true}},
      {"elected-list",
       tr("Lập danh sách trúng cử (PDF)", "Make the list of the elected (PDF)"),
       {electedPaper, Event::ResultSheetMade, true}},
      {"rulings-list",
       tr("Lập bảng kê phiếu đã kết luận (PDF)", "Make the list of rulings (PDF)"),
       {rulingsList, Event::RulingsListMade, false}},
      {"zero-report",
       tr("Lập biên bản kiểm tra số liệu ban đầu (PDF)", "Make the zero report (PDF)"),
       {zeroReportPaper, Event::ZeroReportMade, false}},
  };
  for (const Command& command : commands) {
    auto o = std::make_shared<PaperOptions>();
    auto* cmd = app.add_subcommand(command.name, command.what);
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
    cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
    cmd->add_option("-o,--output", o->output, tr("Tệp PDF sẽ ghi", "PDF to write"))->required();
    cmd->add_option("--number", o->number, tr("Số văn bản; bỏ trống để ghi tay", "Number of the paper; left out, a line to write it on"));
    cmd->add_option("--copies", o->copies, tr("Số bản chính", "Number of originals"))->check(CLI::Range(1, 99));
    const PaperKind kind = command.kind;
    cmd->callback([o, kind, &action] { action = [o, kind] { return makePaper(kind, *o); }; });
  }
  auto o = std::make_shared<PaperOptions>();
  auto* cmd = app.add_subcommand("journal", tr("In nhật ký ra màn hình hoặc PDF (-o)", "Print the journal to the screen or a PDF (-o)"));
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Chỉ cuộc bầu này", "This contest only"));
  cmd->add_option("-o,--output", o->output, tr("Tệp PDF sẽ ghi", "PDF to write"));
  cmd->add_flag("--json", o->json, tr("Mỗi dòng một JSON", "One JSON object a line"));
  cmd->callback([o, &action] { action = [o] { return journal(*o); }; });
}

}  // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "cli/command.h"
#include "cli/forms.h"
#include "count/contest_count.h"
#include "election/text.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/rehearsal/rehearsal.h"
#include "scanner/source/page_source.h"

namespace kp::cli {
namespace {

struct RehearseOptions {
  std::string file, contest, output;
  std::vector<std::string> reasons;
  RehearsalOptions deck;
};

Expected<std::vector<Raster>> rendered(const std::string& pdf, int pages, double dpi) {
  std::vector<Raster> rasters;
  for (int page = 0; page < pages; ++page) {
    auto raster = renderPdfPage(pdf, page, dpi);
    if (!raster) return failed(raster);
    rasters.push_back(std::move(*raster));
  }
  return rasters;
}

/// Blank ballots as `ballot print` prints them. Shared codes: all the same, rendered once. Per-ballot codes: numbers drawn from the seed, so that the same
/// seed gives the same deck.
BlankBallot blankBallots(const Congress& congress, const Contest& contest, const CodeKey& key, const BallotForm& form, std::uint64_t seed,
                         double dpi) {
  const int pages = static_cast<int>(form.pages.size());
  const auto print = [=](std::optional<std::uint64_t> number) -> Expected<std::vector<Raster>> {
    const auto pdf = ballotPdf(form, {codesOf(congress.info, contest, form, key, number)});
    if (!pdf) return failed(pdf);
    return rendered(*pdf, pages, dpi);
  };
  if (contest.ballotCode == BallotCode::PerBallot)
    return [print, seed](int ballot) { return print(std::mt19937_64(seed * 1000003 + static_cast<std::uint64_t>(ballot))() >> 24); };
  auto once = std::make_shared<std::optional<Expected<std::vector<Raster>>>>();
  return [print, once](int) {
    if (!*once) *once = print(std::nullopt);
    return **once;
  };
}

Expected<void> rehearse(RehearseOptions o) {
  for (const std::string& name : o.reasons) {
    const auto why = parseWhy(name);
    if (!why) return failed(why);
    o.deck.reasons.push_back(*why);
  }
  auto ledger = openFile(o.file, Ledger::Mode::ReadWrite);
  if (!ledger) return failed(ledger);
  const auto counted = loadContest(*ledger, o.contest);
  if (!counted) return failed(counted);
  const auto key = ledger->keys().codeKey();
  if (!key) return failed(key);
  const auto form = layOut(counted->congress.info, counted->contest);
  if (!form) return failed(form);
  for (const Contest& other : counted->congress.contests) {
    if (other.id == o.contest || o.deck.otherContest) continue;
    o.deck.otherContest = [&other, &counted, &key, &o]() -> Expected<std::vector<Raster>> {
      const auto otherForm = layOut(counted->congress.info, other);
      if (!otherForm) return failed(otherForm);
      return blankBallots(counted->congress, other, *key, *otherForm, o.deck.seed, o.deck.dpi)(0);
    };
  }
  const auto made = makeDeck(*form, counted->contest, o.deck,
                             blankBallots(counted->congress, counted->contest, *key, *form, o.deck.seed, o.deck.dpi), o.output);
  if (!made) return failed(made);
  const auto noted = ledger->journal().append(
      {Event::RehearsalMade,
       {},
       o.contest,
       std::nullopt,
       {},
       {},
       trf("{0} phiếu, hạt giống {1}, kiểu {2}", "{0} ballots, seed {1}, profile {2}", o.deck.ballots, o.deck.seed, o.deck.profile)});
  if (!noted) return failed(noted);
  printLine(trf("Đã tạo {0} ảnh quét thử trong {1}, đáp án ở truth.jsonl. Hãy quét thử trên một bản sao của tệp đại hội.",
                "{0} rehearsal scans made in {1}, the truth in truth.jsonl. Scan them into a copy of the congress file.", *made, o.output));
  return {};
}

}  // namespace

void addRehearseCommand(CLI::App& app, Action& action) {
  auto* cmd =
      app.add_subcommand("rehearse", tr("Tạo xấp phiếu thử đã đánh dấu, kèm đáp án", "Make a marked rehearsal deck with its truth"));
  auto o = std::make_shared<RehearseOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  cmd->add_option("--ballots", o->deck.ballots, tr("Số phiếu", "Ballots"))->check(CLI::Range(1, 100000));
  cmd->add_option("--seed", o->deck.seed, tr("Hạt giống: cùng số cho cùng xấp phiếu", "Seed: the same number gives the same deck"));
  cmd->add_option("-o,--output", o->output, tr("Thư mục nhận ảnh", "Folder for the scans"))->required();
  cmd->add_option("--profile", o->deck.profile,
                  tr("clean, office, harsh, ambiguous hoặc reasons", "clean, office, harsh, ambiguous or reasons"));
  cmd->add_option("--reasons", o->reasons,
                  tr("Kiểu reasons: chỉ các lý do này, cách nhau bằng dấu phẩy", "Profile reasons: only these, separated by commas"))
      ->delimiter(',');
  cmd->add_option("--format", o->deck.format, tr("jpg, png, tif hoặc mono", "jpg, png, tif or mono"));
  cmd->add_option("--dpi", o->deck.dpi, tr("Độ phân giải quét", "Resolution of the scans"));
  cmd->add_option("--quality", o->deck.quality,
                  tr("Chất lượng JPEG 1–100; bỏ trống thì tùy máy quét", "JPEG quality 1–100; left out, as each scanner has it"))
      ->check(CLI::Range(1, 100));
  cmd->add_flag("--colour,--color", o->deck.colour, tr("Quét màu", "Scan in colour"));
  cmd->add_flag("--copier", o->deck.copier, tr("Phiếu đã qua máy photocopy", "Ballots went through a copier"));
  cmd->callback([o, &action] { action = [o] { return rehearse(*o); }; });
}

}  // namespace kp::cli

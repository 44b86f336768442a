// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/form.h"
#include "cli/command.h"
#include "cli/sign_in.h"
#include "count/contest_count.h"
#include "count/output_file.h"
#include "election/text.h"
#include "formats/geometry_json.h"
#include "scanner/source/page_source.h"
#include "scanner/source/png_writer.h"
#include "wiring/learn_ballot.h"
#include "wiring/print_ballots.h"

namespace kp::cli {
namespace {

struct BallotOptions {
  std::string file, contest, output;
  int copies = 1;
  SignInOptions signIn;
};

Expected<void> print(const BallotOptions& o) {
  auto acting = openToAct(o.file, Act::PrintBallots, o.signIn);
  if (!acting) return failed(acting);
  const auto printed = issueBallots(acting->ledger, o.contest, o.copies, acting->by,
                                    [&o](const std::string& pdf) { return writeOutputFile(o.output, pdf); });
  if (!printed) return failed(printed);
  printLine(trf("Đã ghi {0} bản phiếu ({1} trang mỗi phiếu) vào {2}", "{0} ballots ({1} pages each) written to {2}", printed->copies,
                printed->pages, o.output));
  return {};
}

Expected<void> geometry(const BallotOptions& o) {
  const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
  if (!ledger) return failed(ledger);
  const auto counted = loadContest(*ledger, o.contest);
  if (!counted) return failed(counted);
  const auto form = formOf(*counted);
  if (!form) return failed(form);
  printLine(geometryJson(*form, counted->contest));
  return {};
}

struct LearnOptions {
  std::string file, contest, picture, by;
  std::vector<std::string> blanks;
  bool confirm = false, forget = false;
  SignInOptions signIn;
};

/// preview.png, or preview-1.png, preview-2.png … for several pages.
std::string pictureName(const std::string& name, std::size_t page, std::size_t pages) {
  if (pages == 1) return name;
  const std::size_t dot = name.rfind('.'), slash = name.rfind('/');
  const std::size_t at = dot == std::string::npos || (slash != std::string::npos && dot < slash) ? name.size() : dot;
  return name.substr(0, at) + "-" + std::to_string(page + 1) + name.substr(at);
}

Expected<void> writePictures(const FoundForm& found, const std::string& name) {
  for (std::size_t i = 0; i < found.pictures.size(); ++i) {
    const Raster& page = found.pictures[i];
    PngPicture png{page.width, page.height, 3, 8, page.dpi, std::vector<std::uint8_t>(page.data, page.data + page.bytes())};
    for (std::size_t k = 0; k + 2 < png.rows.size(); k += 3) std::swap(png.rows[k], png.rows[k + 2]);
    const auto bytes = writePng(png);
    if (!bytes) return failed(bytes);
    const std::string file = pictureName(name, i, found.pictures.size());
    if (const auto written = writeOutputFile(file, *bytes); !written) return written;
    printLine(trf("Đã ghi hình để đối chiếu: {0}", "Picture to compare written: {0}", file));
  }
  return {};
}

void show(const FoundForm& found) {
  for (std::size_t i = 0; i < found.form.pages.size(); ++i) {
    const auto& names = found.form.pages[i].names;
    printLine(trf("Trang {0}: {1} hàng, {2} chỗ đánh dấu", "Page {0}: {1} rows, {2} places to mark", i + 1, names.size(),
                  found.form.form.pages[i].geometry.targets.size()));
    for (std::size_t k = 0; k < names.size(); ++k)
      printLine(trf("  {0}. {1} (chữ in khớp {2} %)", "  {0}. {1} (print agrees {2} %)", names[k].candidate + 1,
                    found.form.people[names[k].candidate], static_cast<int>(100 * found.fits[i][k] + 0.5)));
  }
  for (const std::string& note : found.notes) printLine(trf("Chú ý: {0}", "Note: {0}", note));
}

Expected<void> learn(const LearnOptions& o) {
  const auto by = o.by.empty() ? Expected<Actors>(Actors{}) : namesFrom(o.by);
  if (!by) return failed(by);
  if (o.forget) {
    auto acting = openToAct(o.file, Act::EditCongress, o.signIn, *by);
    if (!acting) return failed(acting);
    if (const auto done = forgetForm(acting->ledger, o.contest, acting->by); !done) return done;
    printLine(tr("Đã bỏ mẫu phiếu in sẵn; cuộc bầu dùng lại phiếu do chương trình in",
                 "The learned form was given up; the contest uses the program's own ballots again"));
    return {};
  }
  std::vector<std::string> files;
  for (const std::string& name : o.blanks) {
    auto bytes = readFile(name);
    if (!bytes) return failed(bytes);
    files.push_back(std::move(*bytes));
  }
  const auto find = [&](const Ledger& ledger) -> Expected<FoundForm> {
    auto found = findForm(ledger, o.contest, files);
    if (!found) return found;
    show(*found);
    if (!o.picture.empty())
      if (const auto written = writePictures(*found, o.picture); !written) return failed(written);
    return found;
  };
  if (!o.confirm) {
    const auto ledger = openFile(o.file, Ledger::Mode::ReadOnly);
    if (!ledger) return failed(ledger);
    if (const auto found = find(*ledger); !found) return failed(found);
    printLine(tr(
        "Chưa lưu gì. Hãy so từng hàng và từng ô trên hình (-o) với danh sách; nếu đúng, chạy lại với --confirm",
        "Nothing was stored. Compare each row and box on the picture (-o) with the list; if it is right, run this again with --confirm"));
    return {};
  }
  auto acting = openToAct(o.file, Act::EditCongress, o.signIn, *by);
  if (!acting) return failed(acting);
  const auto found = find(acting->ledger);
  if (!found) return failed(found);
  if (const auto done = confirmForm(acting->ledger, o.contest, *found, acting->by); !done) return done;
  printLine(trf("Đã lưu mẫu phiếu in sẵn. Phiếu này không có mã, nên khi quét phải nói rõ cuộc bầu: scan --contest {0}",
                "The form was stored. These ballots carry no code, so say the contest when scanning: scan --contest {0}", o.contest));
  return {};
}

void addLearnCommand(CLI::App& ballot, Action& action) {
  auto* cmd = ballot.add_subcommand("learn", tr("Nhận mẫu phiếu in sẵn (không do chương trình in) từ phiếu trắng",
                                                "Learn a form that the program did not print from a blank ballot"));
  auto o = std::make_shared<LearnOptions>();
  cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
  cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  auto* blanks = cmd->add_option(
      "BLANK", o->blanks,
      tr("Phiếu trắng: PDF hoặc ảnh quét, đủ các trang theo thứ tự", "The blank ballot: a PDF or scans, all pages in order"));
  auto* confirm = cmd->add_flag(
      "--confirm", o->confirm,
      tr("Đã đối chiếu hình và danh sách: lưu mẫu này để đọc phiếu", "Picture and list were compared: store the form to read ballots by"));
  auto* forget =
      cmd->add_flag("--forget", o->forget,
                    tr("Bỏ mẫu đã nhận, dùng lại phiếu của chương trình", "Give the learned form up, use the program's own ballots again"));
  forget->excludes(confirm)->excludes(blanks);
  cmd->add_option("-o,--output", o->picture,
                  tr("Tệp PNG nhận hình để đối chiếu (nhiều trang: thêm -1, -2 …)",
                     "PNG to write the picture to compare to (several pages: -1, -2 … are added)"));
  cmd->add_option("--by", o->by, tr("Người xác nhận, cách nhau bằng dấu phẩy", "Who confirms, separated by commas"));
  addPinOption(*cmd, o->signIn);
  cmd->callback([o, &action] {
    if (!o->forget && o->blanks.empty()) throw CLI::RequiredError("BLANK");
    action = [o] { return learn(*o); };
  });
}

}  // namespace

void addBallotCommands(CLI::App& app, Action& action) {
  auto* ballot = app.add_subcommand("ballot", tr("In phiếu bầu và xuất kích thước phiếu", "Print ballots and give their geometry"));
  ballot->require_subcommand(1);
  auto o = std::make_shared<BallotOptions>();
  auto* printing = ballot->add_subcommand("print", tr("Ghi phiếu trắng ra tệp PDF", "Write blank ballots to a PDF"));
  auto* measuring =
      ballot->add_subcommand("geometry", tr("In kích thước, vị trí các ô của phiếu (JSON)", "Print the ballot's geometry (JSON)"));
  for (auto* cmd : {printing, measuring}) {
    cmd->add_option("FILE", o->file, tr("Tệp đại hội (.kiemphieu)", "Congress file (.kiemphieu)"))->required();
    cmd->add_option("CONTEST", o->contest, tr("Mã cuộc bầu", "Contest id"))->required();
  }
  printing->add_option("--copies", o->copies, tr("Số bản", "Copies"))->check(CLI::Range(1, kMaxBallotCopies));
  printing->add_option("-o,--output", o->output, tr("Tệp PDF nhận phiếu", "PDF to write"))->required();
  addPinOption(*printing, o->signIn);
  printing->callback([o, &action] { action = [o] { return print(*o); }; });
  addLearnCommand(*ballot, action);
  measuring->callback([o, &action] { action = [o] { return geometry(*o); }; });
}

}  // namespace kp::cli

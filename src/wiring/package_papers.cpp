// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/package_papers.h"

#include "wiring/make_paper.h"
#include "wiring/printed_statement.h"

namespace kp {
namespace {

struct Kind {
  PaperId paper;
  const char* name;  ///< begins the file's name
};

Expected<void> addPaper(const Ledger& ledger, const PaperRequest& request, const std::string& name, std::vector<PackagePaper>& papers) {
  auto pdf = makePaper(ledger, request);
  if (!pdf) return tl::unexpected<Error>(pdf.error());
  papers.push_back({name, std::move(*pdf)});
  return {};
}

}  // namespace

Expected<std::vector<PackagePaper>> papersForPackage(const Ledger& ledger) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  std::vector<PackagePaper> papers;
  for (const Contest& contest : congress->contests) {
    const auto state = ledger.congress().state(contest.id);
    if (!state) return tl::unexpected<Error>(state.error());
    if (!state->closed) continue;
    std::vector<Kind> kinds{{PaperId::Minutes, "bien-ban-"}, {PaperId::ResultSheet, "ket-qua-"}, {PaperId::RulingsList, "quyet-dinh-"}};
    if (contest.kind == ContestKind::Election) kinds.push_back({PaperId::ElectedList, "trung-cu-"});
    for (const Kind& kind : kinds) {
      PaperRequest request;
      request.paper = kind.paper;
      request.contest = contest.id;
      const auto added = addPaper(ledger, request, kind.name + entryNameOf(contest.id) + ".pdf", papers);
      if (!added) return tl::unexpected<Error>(added.error());
    }
  }
  if (congress->contests.empty()) return papers;
  PaperRequest journal;
  journal.paper = PaperId::Journal;
  if (const auto added = addPaper(ledger, journal, "nhat-ky.pdf", papers); !added) return tl::unexpected<Error>(added.error());
  return papers;
}

std::string programVersion() { return KP_VERSION; }

PackageCheckPorts packageCheckPorts() {
  PackageCheckPorts ports;
  ports.readStatement = [](const std::string& pdf) -> Expected<SignedStatement> {
    auto printed = readPrintedStatement(pdf);
    if (!printed) return tl::unexpected<Error>(printed.error());
    return std::move(printed->statement);
  };
  return ports;
}

}  // namespace kp

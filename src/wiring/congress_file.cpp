// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/congress_file.h"

#include "ballot/form.h"
#include "election/text.h"
#include "formats/definition.h"
#include "formats/letter_case.h"
#include "formats/unicode.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

Expected<void> printable(const Congress& congress) {
  for (const Contest& contest : congress.contests)
    if (const auto form = layOut(congress.info, contest); !form) return tl::unexpected<Error>(form.error());
  return {};
}

}  // namespace

Expected<Congress> readCongressDefinition(const std::filesystem::path& path) {
  const auto text = readFile(path);
  if (!text) return tl::unexpected<Error>(text.error());
  auto congress = parseDefinition(*text);
  if (!congress) return congress;
  if (const auto fit = printable(*congress); !fit) return tl::unexpected<Error>(fit.error());
  return congress;
}

Expected<void> createCongressFile(const std::filesystem::path& path, Congress congress, const Actors& by) {
  for (std::string* text : {&congress.info.name, &congress.info.superior, &congress.info.issuer, &congress.info.term, &congress.info.place})
    *text = nfc(*text);
  for (CommitteeMember& person : congress.committee) person.name = nfc(person.name);
  for (const Finding& finding : examine(congress))
    if (finding.severity == Finding::Severity::Block)
      return fail(ErrorKind::BadInput, trf("{0} Chưa có gì được tạo.", "{0} Nothing has been created.", finding.what), finding.rule);
  if (const auto fit = printable(congress); !fit) return fit;
  const auto ledger = Ledger::create(path, congress, by);
  if (!ledger) return tl::unexpected<Error>(ledger.error());
  return {};
}

std::string plainName(const std::string& text, std::size_t longest) {
  std::string name = folded(text);
  std::string plain;
  for (const char c : name) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept)
      plain += c;
    else if (!plain.empty() && plain.back() != '-')
      plain += '-';
  }
  if (plain.size() > longest) {
    const std::size_t cut = plain.rfind('-', longest);
    plain.resize(cut == std::string::npos || cut == 0 ? longest : cut);
  }
  while (!plain.empty() && plain.back() == '-') plain.pop_back();
  return plain;
}

}  // namespace kp

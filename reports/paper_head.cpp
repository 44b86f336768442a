// SPDX-License-Identifier: GPL-3.0-or-later
// What every paper of a congress has in common: its head and who signs.
#include "reports/wording.h"

namespace kp::wording {
namespace {

/// `text` without the first occurrence of `part`, and without the double space this leaves.
std::string without(std::string text, const std::string& part) {
  const auto at = part.empty() ? std::string::npos : text.find(part);
  if (at == std::string::npos) return text;
  text.erase(at, part.size());
  if (at > 0 && at < text.size() && text[at - 1] == ' ' && text[at] == ' ') text.erase(at, 1);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace

PaperHead headOf(const PaperData& data, const std::string& kind, const std::string& symbol, const std::string& subject) {
  const CongressInfo& c = data.congress;
  PaperHead head;
  // The Party's own name already stands on the right; then the body above the congress is the one that holds it.
  const bool ownLevel = c.superior.empty() || capitals(c.superior) == kParty;
  head.superior = capitals(ownLevel ? c.issuer : c.superior);
  head.issuer = ownLevel ? without(capitals(c.name), head.superior) : capitals(c.name);
  if (head.issuer.empty()) head.issuer = capitals(c.name);
  head.number = "Số " + (data.number.empty() ? std::string(kShortDots) : data.number) + "-" + symbol + "/ĐH";
  head.placeAndDate = (c.place.empty() ? std::string(kDots) : c.place) + ", " + dateInWords(c.date);
  head.kind = kind;
  head.subject = subject;
  return head;
}

std::string headName(const PaperData& data) {
  for (const auto& person : data.committee)
    if (person.role == Role::Head) return person.name;
  return {};
}

Signatures committeeSignatures(const PaperData& data, bool withPresidium) {
  Signatures out;
  if (withPresidium) out.signers.push_back({{"T/M ĐOÀN CHỦ TỊCH"}, ""});
  out.signers.push_back({{"T/M BAN KIỂM PHIẾU", "TRƯỞNG BAN"}, headName(data)});
  for (const auto& person : data.committee)
    if (person.role == Role::Member) out.members.push_back(person.name);
  // Nobody entered: lines for two, the fewest a committee has besides its head.
  if (data.committee.empty()) out.members = {"", ""};
  if (!out.members.empty()) out.membersTitle = "CÁC ỦY VIÊN BAN KIỂM PHIẾU";
  return out;
}

}  // namespace kp::wording

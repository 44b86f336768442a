// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/journal_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "count/access.h"
#include "election/tally.h"
#include "election/text.h"
#include "ledger/ruling_repository.h"
#include "wiring/evidence_text.h"

namespace kp {
namespace {

using nlohmann::json;

std::string numberOr(const json& object, const char* key) {
  const auto value = object.find(key);
  return value != object.end() && value->is_number_integer() ? std::to_string(value->get<long>()) : tr("chưa nhập", "not entered");
}

std::string rulingText(const Contest* contest, const json& ruling) {
  const std::string kind = ruling.value("kind", "");
  if (kind == "invalid") return trf("không hợp lệ theo {0}", "invalid by {0}", ruling.value("rule", ""));
  if (kind == "set-aside") return trf("để riêng: {0}", "set aside: {0}", ruling.value("note", ""));
  if (kind == "valid") return tr("hợp lệ", "valid");
  Ruling said;
  const json votes = ruling.value("votes", json::array());
  for (const json& vote : votes) {
    const auto candidate = vote.find("candidate");  // nlohmann casts any number to any other: 1e61 as an index is undefined
    const auto parsed = parseVote(vote.value("vote", ""));
    if (parsed && candidate != vote.end() && candidate->is_number_unsigned())
      said.votes.emplace_back(candidate->get<std::size_t>(), *parsed);
  }
  return contest ? votesInWords(*contest, said) : std::string();
}

std::string figuresText(const json& figures) {
  std::string text =
      trf("triệu tập {0}, có mặt {1}, phát ra {2}, thu về {3}", "convened {0}, present {1}, issued {2}, returned {3}",
          numberOr(figures, "convened"), numberOr(figures, "present"), numberOr(figures, "issued"), numberOr(figures, "returned"));
  const json deductions = figures.value("deductions", json::object());
  for (const auto& [name, number] : deductions.items())
    text += trf("; trừ {0}: {1}", "; less {0}: {1}", deductionText(name), number.dump());
  return text;
}

std::string sheetsText(const json& batch) {
  return trf("{0} tờ, từ số {1} đến số {2}", "{0} sheets, {1} to {2}", numberOr(batch, "count"), numberOr(batch, "first"),
             numberOr(batch, "last"));
}

/// Which ballot was keyed and by which operator; never what was keyed.
std::string keyedText(const json& keyed) {
  if (keyed.contains("operator"))
    return trf("lượt {0}, phiếu số {1}, người nhập {2}", "pass {0}, ballot {1}, operator {2}", numberOr(keyed, "pass"),
               numberOr(keyed, "ballot"), numberOr(keyed, "operator"));
  return trf("lượt {0}, phiếu số {1}", "pass {0}, ballot {1}", numberOr(keyed, "pass"), numberOr(keyed, "ballot"));
}

/// One number of what was closed ("valid=3; invalid=2; …", see resultText()); "" where it is not there.
std::string closedNumber(const std::string& text, const std::string& field) {
  const std::size_t at = ("; " + text).find("; " + field + "=");
  if (at == std::string::npos) return {};
  const std::size_t from = at + field.size() + 1;
  return text.substr(from, text.find(';', from) - from);
}

/// What was closed, in words; the text itself where it is not of that form.
std::string closedText(const std::string& text) {
  const std::string valid = closedNumber(text, "valid"), elected = closedNumber(text, "elected");
  if (valid.empty()) return text;
  const auto number = elected.empty() ? 0 : std::count(elected.begin(), elected.end(), ',') + 1;
  return trf("thu về {0}, hợp lệ {1}, không hợp lệ {2}, số tính kết quả {3}, trúng cử {4} người",
             "returned {0}, valid {1}, invalid {2}, base {3}, {4} elected", closedNumber(text, "returned"), valid,
             closedNumber(text, "invalid"), closedNumber(text, "base"), number);
}

/// technical staff who came in with this change, who introduced and who approved them.
std::string staffText(const json& changed) {
  std::string text;
  const json staff = changed.value("staff", json::array());
  for (const json& person : staff) {
    const auto said = [&person](const char* key) {
      const std::string name = person.value(key, "");
      return name.empty() ? tr("chưa ghi", "not entered") : name;
    };
    text += (text.empty() ? "" : "; ") + trf("nhân viên kỹ thuật {0}, người giới thiệu: {1}, Đoàn Chủ tịch đồng ý: {2} (R-35)",
                                             "technical staff {0}, introduced by: {1}, approved for the presidium by: {2} (R-35)",
                                             person.value("name", ""), said("introduced-by"), said("approved-by"));
  }
  return text;
}

/// Who came into the committee and its staff, and who went.
std::string peopleText(const json& changed) {
  std::string text;
  const json people = changed.value("people", json::array());
  for (const json& person : people) {
    const auto role = parseRole(person.value("role", ""));
    const std::string name = person.value("name", ""), change = person.value("change", "");
    if (!role || change == "introduced") continue;  // staffText() tells of introductions
    text += text.empty() ? "" : "; ";
    text += change == "added" ? trf("thêm {0} ({1})", "{0} added ({1})", name, roleText(*role))
                              : trf("bỏ {0} ({1})", "{0} taken out ({1})", name, roleText(*role));
  }
  return text;
}

/// Whose PIN; one that others set is said to be, so that whoever never set one notices.
std::string personText(Event event, const std::string& name, const Actors& by) {
  if (event != Event::PinSet || std::find(by.begin(), by.end(), name) != by.end()) return name;
  std::string others;
  for (const std::string& other : by) others += (others.empty() ? "" : ", ") + other;
  return others.empty() ? name : trf("{0} (người khác đặt: {1})", "{0} (set by others: {1})", name, others);
}

std::string bothTexts(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + "; " + b; }

/// What was entered, for events whose content the ledger keeps as JSON; "" where there is nothing to add.
std::string contentOf(const Congress& congress, const JournalEntry& entry) {
  const auto parsed = [](const std::string& text) { return json::parse(text, nullptr, false); };
  const auto event = parseEvent(entry.event);
  if (!event) return {};
  if (*event == Event::RulingMade)
    if (const json ruling = parsed(entry.after); ruling.is_object()) return rulingText(congress.contest(entry.contest), ruling);
  if (*event == Event::FiguresSet)
    if (const json figures = parsed(entry.after); figures.is_object()) return figuresText(figures);
  if (*event == Event::FiguresRefused)
    if (const json refused = parsed(entry.details); refused.is_object())
      return trf("{0} ({1})", "{0} ({1})", figuresText(refused.value("figures", json::object())), refused.value("rule", ""));
  if (*event == Event::SheetsTakenIn)
    if (const json batch = parsed(entry.details); batch.is_object()) return sheetsText(batch);
  if (*event == Event::BallotKeyed || *event == Event::KeyingAgreed || *event == Event::KeyingReferred)
    if (const json keyed = parsed(entry.after); keyed.is_object()) return keyedText(keyed);
  if (*event == Event::CongressChanged)
    if (const json changed = parsed(entry.after); changed.is_object()) return bothTexts(peopleText(changed), staffText(changed));
  if (*event == Event::CongressCreated)
    if (const json info = parsed(entry.after); info.is_object()) return info.value("name", "");
  if (*event == Event::PinSet || *event == Event::PinWrong)
    if (const json person = parsed(entry.details); person.is_object()) return personText(*event, person.value("name", ""), entry.by);
  if (*event == Event::SignedOut && !entry.details.empty())
    return tr("rời chương trình ra hệ điều hành", "left the program for the operating system");
  if (*event == Event::ContestClosed) return closedText(entry.details);
  if (std::string text = evidenceText(entry); !text.empty()) return text;
  return entry.details.empty() || entry.details.front() == '{' ? std::string() : entry.details;
}

/// The title of a contest, with its id where another one has the same; the id alone of one that was taken out.
std::string contestOf(const Congress& congress, const std::string& id) {
  const Contest* contest = congress.contest(id);
  if (!contest) return trf("cuộc bầu {0}", "contest {0}", id);
  const std::string title = contestWords(*contest);
  const bool shared = std::any_of(congress.contests.begin(), congress.contests.end(),
                                  [&](const Contest& other) { return other.id != id && contestWords(other) == title; });
  return shared ? trf("{0} ({1})", "{0} ({1})", title, id) : title;
}

}  // namespace

std::string votesInWords(const Contest& contest, const Ruling& ruling) {
  constexpr std::size_t kOneByOne = 6;  // more are grouped: a ruling on a whole ballot of 42 names would fill a page
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  std::vector<std::pair<Vote, std::vector<std::string>>> groups;  // in the order in which they first come
  std::size_t said = 0;
  for (const auto& [candidate, vote] : ruling.votes) {
    if (candidate >= contest.candidates.size()) continue;
    const std::string& name = contest.candidates[candidate].name;
    ++said;
    if (ruling.votes.size() <= kOneByOne) add(name + ": " + voteWords(contest, toString(vote)));
    const auto group = std::find_if(groups.begin(), groups.end(), [vote = vote](const auto& g) { return g.first == vote; });
    if (group == groups.end())
      groups.push_back({vote, {name}});
    else
      group->second.push_back(name);
  }
  if (ruling.votes.size() <= kOneByOne) return text;
  // Who is left when all others are named needs no list; only where each name of the ballot was ruled on.
  const auto largest =
      std::max_element(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  const bool rest = said == contest.candidates.size() && groups.size() > 1 && largest->second.size() > kOneByOne;
  for (auto group = groups.begin(); group != groups.end(); ++group) {
    if (rest && group == largest) continue;
    std::string names;
    for (const std::string& name : group->second) names += (names.empty() ? "" : ", ") + name;
    add(trf("{0} {1} người: {2}", "{0} ({1}): {2}", voteWords(contest, toString(group->first)), group->second.size(), names));
  }
  if (rest) add(trf("{0} {1} người còn lại", "{0}: the other {1}", voteWords(contest, toString(largest->first)), largest->second.size()));
  return text;
}

std::string voteWords(const Contest& contest, const std::string& vote) {
  const bool strike = faceOf(contest) == Face::StrikeOut;
  if (vote == toString(Vote::Yes)) return strike ? tr("bầu", "voted for") : tr("đồng ý", "agree");
  if (vote == toString(Vote::No)) return strike ? tr("không bầu", "not voted for") : tr("không đồng ý", "disagree");
  if (vote == toString(Vote::High)) return tr("tín nhiệm cao", "high confidence");
  if (vote == toString(Vote::Medium)) return tr("tín nhiệm", "confidence");
  if (vote == toString(Vote::Low)) return tr("tín nhiệm thấp", "low confidence");
  return tr("không tính", "not counted");
}

std::string rulingWords(const Contest& contest, const Ruling& ruling) {
  return rulingText(&contest, json::parse(canonicalText(ruling), nullptr, false));
}

std::string journalSentence(const Congress& congress, const JournalEntry& entry) {
  const auto event = parseEvent(entry.event);
  std::string text = event ? explain(*event) : entry.event;
  if (!entry.contest.empty()) text += " · " + contestOf(congress, entry.contest);
  if (entry.sheet) text += trf(" · tờ số {0}", " · sheet {0}", *entry.sheet);
  const std::string content = contentOf(congress, entry);
  return content.empty() ? text : text + " · " + content;
}

}  // namespace kp

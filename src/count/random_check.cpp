// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/random_check.h"

#include <algorithm>

#include "count/access.h"
#include "count/journal_fields.h"
#include "election/text.h"
#include "evidence/sha256.h"

namespace kp {
namespace {

/// Ballots of a pass that a drawing is made from, and what can be said of each.
struct Population {
  std::map<int, const AssembledBallot*> ballots;  ///< by ballot number: those that count
  std::string list;                               ///< their numbers, ascending, one a line
  std::vector<int> numbers() const {
    std::vector<int> all;
    for (const auto& [number, unused] : ballots) all.push_back(number);
    return all;
  }
};

Population populationOf(const CountedPass& pass) {
  Population population;
  for (const AssembledBallot& ballot : pass.assembly.ballots)
    if (ballot.taken) population.ballots.emplace(ballot.number, &ballot);
  for (const auto& [number, unused] : population.ballots) population.list += std::to_string(number) + "\n";
  return population;
}

std::string listHashOf(const Population& population) { return toHex(sha256(population.list)); }

/// What a ballot counts for, as the journal keeps it: "validity=valid; yes=1,4; none=3", candidates by their number on the ballot; No is everything not named.
std::string readingText(const Judgement& judgement) {
  std::vector<std::pair<std::string, std::string>> fields{{"validity", toString(judgement.validity)}};
  if (!judgement.rule.empty()) fields.emplace_back("rule", judgement.rule);
  for (const Vote vote : {Vote::Yes, Vote::None, Vote::High, Vote::Medium, Vote::Low, Vote::Unsure}) {
    std::string places;
    for (std::size_t i = 0; i < judgement.votes.size(); ++i)
      if (judgement.votes[i] == vote) places += (places.empty() ? "" : ",") + std::to_string(i + 1);
    if (!places.empty()) fields.emplace_back(toString(vote), places);
  }
  return fieldsText(fields);
}

std::vector<int> numbersIn(const std::string& list) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    numbers.push_back(static_cast<int>(numberIn({{"n", list.substr(at, end - at)}}, "n", 0)));
    at = end + 1;
  }
  return numbers;
}

/// An answer with what the ballot counted for when it was given.
struct Answered {
  RandomCheck check;
  std::map<int, std::string> readings;  ///< by ballot
};

/// The drawings as the journal tells them, without readings and piles.
std::map<int, Answered> checksIn(const std::vector<JournalEntry>& journal, const std::string& contest) {
  std::map<int, Answered> checks;
  for (const JournalEntry& entry : journal) {
    if (entry.event != toString(Event::RandomCheckMade) || (!contest.empty() && entry.contest != contest)) continue;
    const auto fields = readFields(entry.details);
    const std::string stage = textIn(fields, "stage");
    if (stage == "drawn") {
      RandomCheck& check = checks[entry.seq].check;
      check.id = entry.seq;
      check.contest = entry.contest;
      check.seed = textIn(fields, "seed");
      check.time = entry.time;
      check.by = entry.by;
      check.pass = static_cast<int>(numberIn(fields, "pass", 1));
      check.total = static_cast<std::size_t>(numberIn(fields, "total", 0));
      check.listHash = textIn(fields, "list");
      for (const int number : numbersIn(textIn(fields, "ballots"))) {
        check.ballots.emplace_back();
        check.ballots.back().ballot = number;
      }
    }
    const auto known = checks.find(static_cast<int>(numberIn(fields, "check", 0)));
    if (stage != "answer" || known == checks.end()) continue;
    for (DrawnBallot& ballot : known->second.check.ballots) {
      const auto answer = parsePaperAnswer(textIn(fields, "answer"));
      if (!answer || entry.sheet != ballot.ballot) continue;
      ballot.answer = *answer;
      ballot.note = textIn(fields, "note");
      known->second.readings[ballot.ballot] = entry.before;
    }
  }
  return checks;
}

/// Adds what the file says now of the ballots drawn.
void addReadings(const CountedPass& pass, const std::map<int, PilePlace>& piles, Answered& answered) {
  const Population population = populationOf(pass);
  answered.check.changed = listHashOf(population) != answered.check.listHash;
  for (DrawnBallot& drawn : answered.check.ballots) {
    const auto at = population.ballots.find(drawn.ballot);
    if (at == population.ballots.end()) continue;
    const AssembledBallot& ballot = *at->second;
    drawn.votes = ballot.judgement.votes;
    drawn.validity = ballot.judgement.validity;
    drawn.rule = ballot.judgement.rule;
    const auto then = answered.readings.find(drawn.ballot);
    drawn.changedSince = then != answered.readings.end() && then->second != readingText(ballot.judgement);
    for (const std::size_t i : ballot.sheets)
      if (const auto place = piles.find(pass.sheets[i].id); place != piles.end()) drawn.places.push_back(place->second);
  }
}

Expected<CountedPass> loadPassOf(const Ledger& ledger, const std::string& contest, int pass) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  return loadPass(ledger, *counted, pass);
}

Expected<void> mayCheck(const Ledger& ledger, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  return mayAct(ledger, *congress, Act::RandomCheck, by);
}

Expected<RandomCheck> checkWithId(const Ledger& ledger, int id) {
  auto checks = randomChecks(ledger, {});
  if (!checks) return tl::unexpected<Error>(checks.error());
  for (RandomCheck& check : *checks)
    if (check.id == id) return std::move(check);
  return fail(ErrorKind::NotFound,
              trf("Không có lần kiểm tra ngẫu nhiên số {0} trong tệp này.", "There is no random check {0} in this file.", id));
}

Expected<void> noteTally(Ledger& ledger, const RandomCheck& check, const Actors& by) {
  const auto noted = ledger.journal().append({Event::RandomCheckMade,
                                              by,
                                              check.contest,
                                              std::nullopt,
                                              {},
                                              {},
                                              fieldsText({{"stage", "tally"},
                                                          {"check", std::to_string(check.id)},
                                                          {"seed", check.seed},
                                                          {"compared", std::to_string(check.ballots.size())},
                                                          {"of", std::to_string(check.total)},
                                                          {"agrees", std::to_string(check.agree())},
                                                          {"differs", std::to_string(check.differ())},
                                                          {"not-found", std::to_string(check.notFound())}})});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace

Expected<RandomCheck> drawSample(Ledger& ledger, const std::string& contest, int pass, const std::string& dice, std::size_t count,
                                 const Actors& by) {
  if (const auto may = mayCheck(ledger, by); !may) return tl::unexpected<Error>(may.error());
  const auto seed = parseDice(dice);
  if (!seed) return tl::unexpected<Error>(seed.error());
  if (count == 0) return fail(ErrorKind::BadInput, tr("Cần chọn ít nhất một phiếu để kiểm tra.", "At least one ballot must be drawn."));
  const auto loaded = loadPassOf(ledger, contest, pass);
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  const Population population = populationOf(*loaded);
  if (population.ballots.empty())
    return fail(ErrorKind::Refused, trf("Lượt {0} của cuộc bầu {1} chưa có phiếu nào để chọn; hãy quét phiếu trước.",
                                        "Pass {0} of contest {1} has no ballots to draw from; scan them first.", pass, contest));
  const auto earlier = randomChecks(ledger, contest);
  if (!earlier) return tl::unexpected<Error>(earlier.error());
  for (const RandomCheck& check : *earlier)
    if (check.pass == pass && check.open() > 0)
      return fail(ErrorKind::Refused,
                  trf("Lần kiểm tra trước còn {0} phiếu chưa đối chiếu; phải đối chiếu hết rồi mới gieo xúc xắc lần mới.",
                      "The earlier check has {0} ballots not compared yet; they come before new dice.", check.open()));
  const std::vector<int> numbers = population.numbers();
  std::string drawn;
  for (const std::size_t place : drawNumbers(*seed, count, numbers.size()))
    drawn += (drawn.empty() ? "" : ",") + std::to_string(numbers[place - 1]);
  const auto id = ledger.journal().append({Event::RandomCheckMade,
                                           by,
                                           contest,
                                           std::nullopt,
                                           {},
                                           {},
                                           fieldsText({{"stage", "drawn"},
                                                       {"pass", std::to_string(pass)},
                                                       {"seed", *seed},
                                                       {"total", std::to_string(numbers.size())},
                                                       {"list", listHashOf(population)},
                                                       {"ballots", drawn}})});
  if (!id) return tl::unexpected<Error>(id.error());
  return checkWithId(ledger, *id);
}

Expected<RandomCheck> recordAnswer(Ledger& ledger, int id, int ballot, PaperAnswer answer, const std::string& note, const Actors& by) {
  if (const auto may = mayCheck(ledger, by); !may) return tl::unexpected<Error>(may.error());
  const auto before = checkWithId(ledger, id);
  if (!before) return tl::unexpected<Error>(before.error());
  if (before->open() == 0)
    return fail(ErrorKind::Refused, tr("Lần kiểm tra này đã đối chiếu xong nên không sửa được nữa; hãy gieo xúc xắc cho một lần mới.",
                                       "This check is complete and cannot be changed; roll the dice for a new one."));
  const auto drawn = std::find_if(before->ballots.begin(), before->ballots.end(), [&](const DrawnBallot& b) { return b.ballot == ballot; });
  if (drawn == before->ballots.end())
    return fail(ErrorKind::NotFound,
                trf("Phiếu số {0} không thuộc các phiếu được chọn lần này.", "Ballot {0} is none of those drawn this time.", ballot));
  Judgement counts;
  counts.votes = drawn->votes;
  counts.validity = drawn->validity;
  counts.rule = drawn->rule;
  std::vector<std::pair<std::string, std::string>> fields{{"stage", "answer"}, {"check", std::to_string(id)}, {"answer", toString(answer)}};
  if (!note.empty()) fields.emplace_back("note", note);
  const auto noted =
      ledger.journal().append({Event::RandomCheckMade, by, before->contest, ballot, readingText(counts), {}, fieldsText(fields)});
  if (!noted) return tl::unexpected<Error>(noted.error());
  auto after = checkWithId(ledger, id);
  if (after && after->open() == 0)
    if (const auto tallied = noteTally(ledger, *after, by); !tallied) return tl::unexpected<Error>(tallied.error());
  return after;
}

Expected<std::vector<RandomCheck>> randomChecks(const Ledger& ledger, const std::string& contest) {
  const auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  std::map<int, Answered> checks = checksIn(*journal, contest);
  std::vector<RandomCheck> found;
  if (checks.empty()) return found;
  const auto piles = pilePlaces(ledger);
  if (!piles) return tl::unexpected<Error>(piles.error());
  std::map<std::pair<std::string, int>, CountedPass> passes;  // several drawings are often of one pass
  for (auto& [id, answered] : checks) {
    const auto key = std::make_pair(answered.check.contest, answered.check.pass);
    if (!passes.count(key)) {
      auto pass = loadPassOf(ledger, key.first, key.second);
      if (!pass) return tl::unexpected<Error>(pass.error());
      passes.emplace(key, std::move(*pass));
    }
    addReadings(passes.at(key), *piles, answered);
    found.push_back(std::move(answered.check));
  }
  return found;
}

Expected<std::vector<std::string>> recomputeCheck(const Ledger& ledger, const RandomCheck& check) {
  const auto pass = loadPassOf(ledger, check.contest, check.pass);
  if (!pass) return tl::unexpected<Error>(pass.error());
  const Population population = populationOf(*pass);
  const std::vector<int> numbers = population.numbers();
  std::vector<std::string> differences;
  if (listHashOf(population) != check.listHash)
    differences.push_back(
        trf("Danh sách phiếu hiện nay ({0} phiếu) không phải danh sách lúc gieo xúc xắc ({1} phiếu): đã nhận thêm hoặc để riêng phiếu",
            "The list of ballots now ({0}) is not the one the dice were rolled for ({1}): ballots were taken in or set aside",
            numbers.size(), check.total));
  if (numbers.size() != check.total || numbers.empty()) return differences;
  const std::vector<std::size_t> places = drawNumbers(check.seed, check.ballots.size(), numbers.size());
  for (std::size_t i = 0; i < check.ballots.size(); ++i) {
    const int expected = i < places.size() ? numbers[places[i] - 1] : 0;
    if (expected != check.ballots[i].ballot)
      differences.push_back(trf("Phiếu thứ {0} theo xúc xắc {1} phải là phiếu số {2}, nhật ký ghi phiếu số {3}",
                                "Draw {0} by the dice {1} must be ballot {2}, the journal has ballot {3}", i + 1, check.seed, expected,
                                check.ballots[i].ballot));
  }
  return differences;
}

}  // namespace kp

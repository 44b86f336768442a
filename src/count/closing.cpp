// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/closing.h"

#include <algorithm>
#include <set>

#include "count/access.h"
#include "count/closed_result.h"
#include "count/committee.h"
#include "count/contest_words.h"
#include "count/elected_before.h"
#include "count/passes.h"
#include "count/two_people.h"
#include "count/unruled.h"
#include "election/text.h"

namespace kp {
namespace {

/// the office elected just before; Other when there is none.
Office officeBefore(Office office) {
  if (office == Office::BiThu) return Office::CapUy;
  if (office == Office::PhoBiThu) return Office::BiThu;
  return Office::Other;
}

bool stands(const std::string& name, const Contest& contest) {
  return std::any_of(contest.candidates.begin(), contest.candidates.end(), [&name](const Candidate& c) { return c.name == name; });
}

/// Of the contests of one office those in which somebody stands who stands in `contest` too.
std::vector<const Contest*> sharingNames(const std::vector<const Contest*>& contests, const Contest& contest) {
  std::vector<const Contest*> found;
  for (const Contest* one : contests)
    if (std::any_of(contest.candidates.begin(), contest.candidates.end(), [one](const Candidate& c) { return stands(c.name, *one); }))
      found.push_back(one);
  return found;
}

std::vector<const Contest*> ofOffice(const Congress& congress, Office office) {
  std::vector<const Contest*> found;
  for (const Contest& c : congress.contests)
    if (c.office == office && c.kind == ContestKind::Election) found.push_back(&c);
  return found;
}

/// One contest, or several whose rounds are all different: the same office voted on again.
bool oneElection(const std::vector<const Contest*>& contests) {
  std::set<int> rounds;
  for (const Contest* c : contests) rounds.insert(c->round);
  return !contests.empty() && rounds.size() == contests.size();
}

/// The cấp ủy contests that decide who may stand here: all there are where they are rounds of one election. Of several units counted in one file, or contests added
/// beside the first, those in which any of these candidates stands; where none stands in any, all, so that it is said when closing.
std::vector<const Contest*> committeesOf(const Congress& congress, const Contest& contest) {
  const auto all = ofOffice(congress, Office::CapUy);
  if (oneElection(all)) return all;
  const auto sharing = sharingNames(all, contest);
  return sharing.empty() ? all : sharing;
}

/// The bí thư contests that come before a phó bí thư contest: where there are several, those that stand on a cấp ủy contest it stands on too.
std::vector<const Contest*> secretariesOf(const Congress& congress, const Contest& contest) {
  const auto all = ofOffice(congress, Office::BiThu);
  if (oneElection(all)) return all;
  const auto own = committeesOf(congress, contest);
  std::vector<const Contest*> found;
  for (const Contest* one : all) {
    const auto theirs = committeesOf(congress, *one);
    if (own.empty() ||
        std::any_of(theirs.begin(), theirs.end(), [&own](const Contest* c) { return std::count(own.begin(), own.end(), c) > 0; }))
      found.push_back(one);
  }
  return found;
}

Expected<void> orderAllows(const Ledger& ledger, const CountedContest& counted) {
  const auto earlier = earlierContests(counted.congress, counted.contest);
  if (earlier.empty()) return {};
  ElectedNames elected;
  for (const Contest* contest : earlier) {
    const auto before = loadContest(ledger, contest->id);
    if (!before) return tl::unexpected<Error>(before.error());
    if (!before->state.closed)
      return fail(ErrorKind::Refused,
                  trf("Phải chốt cuộc bầu “{0}” ({1}) trước khi chốt “{2}” (R-31); chưa có gì thay đổi",
                      "\"{0}\" ({1}) must be closed before \"{2}\" can be (R-31); nothing was changed", contestWords(*contest), contest->id,
                      contestWords(counted.contest)),
                  "R-31");
    const auto result = resultOf(ledger, *before);
    if (!result) return tl::unexpected<Error>(result.error());
    if (const auto same = requireAsClosed(ledger, *before, *result); !same) return same;
    auto& names = elected[contest->id];
    for (const std::size_t i : result->outcome.elected) names.insert(contest->candidates[i].name);
  }
  const std::string notElected = notElectedBefore(counted.congress, counted.contest, elected);
  if (notElected.empty()) return {};
  return fail(ErrorKind::Refused, trf("{0} (R-31); chưa có gì thay đổi", "{0} (R-31); nothing was changed", notElected), "R-31");
}

/// A closed contest that stands on this one: a later office whose candidates it elected, or a later round of the same office.
Expected<const Contest*> closedOnTopOf(const Ledger& ledger, const CountedContest& counted) {
  const auto rounds = ofOffice(counted.congress, counted.contest.office);
  for (const Contest& other : counted.congress.contests) {
    const auto earlier = earlierContests(counted.congress, other);
    const bool stands = std::any_of(earlier.begin(), earlier.end(), [&](const Contest* c) { return c->id == counted.contest.id; }) ||
                        (other.kind == ContestKind::Election && other.office == counted.contest.office &&
                         other.round > counted.contest.round && oneElection(rounds));
    if (!stands) continue;
    const auto state = ledger.congress().state(other.id);
    if (!state) return tl::unexpected<Error>(state.error());
    if (state->closed) return &other;
  }
  return nullptr;
}

Expected<void> figuresComplete(const CountedContest& counted, const Figures& figures) {
  std::string missing;
  const auto need = [&missing](const std::optional<int>& value, const std::string& name) {
    if (!value) missing += (missing.empty() ? "" : ", ") + name;
  };
  need(figures.convened, tr("số triệu tập", "convened"));
  need(figures.present, tr("số có mặt", "present"));
  need(figures.issued, tr("số phiếu phát ra", "issued"));
  need(figures.returned, tr("số phiếu thu về", "returned"));
  if (!missing.empty())
    return fail(ErrorKind::Refused,
                trf("Chưa nhập số liệu: {0}. Hãy nhập bằng “figures set” rồi chốt lại; phiếu đã nhận vẫn nguyên",
                    "Figures are missing: {0}. Enter them with \"figures set\", then close again; the ballots taken in are safe", missing));
  return checkFigures(counted.congress.info.kind, figures);
}

/// Nothing waits for the committee, sheets in no ballot included: such a one may be a ballot, though the sums hold because another was counted twice.
Expected<void> decided(const CountedPass& pass) {
  std::string sheets;
  int undecided = 0;
  for (const AssembledBallot& ballot : pass.assembly.ballots) {
    if (!ballot.taken || ballot.judgement.validity != Validity::Undecided) continue;
    if (++undecided <= 5) sheets += (sheets.empty() ? "" : ", ") + std::to_string(ballot.number);
  }
  for (std::size_t i = 0; i < pass.sheets.size(); ++i)
    if (waitsUnruled(pass, i) && ++undecided <= 5) sheets += (sheets.empty() ? "" : ", ") + std::to_string(pass.sheets[i].id);
  if (undecided == 0) return {};
  if (undecided > 5) sheets += ", …";
  return fail(ErrorKind::Refused,
              trf("Lượt {0} còn {1} phiếu hoặc tờ chờ Ban kiểm phiếu quyết định (tờ số {2}); hãy quyết định bằng “rule” rồi chốt lại",
                  "Pass {0} has {1} ballots or sheets the committee has not ruled on (sheet {2}); rule on them, then close again",
                  pass.pass, undecided, sheets),
              "R-20");
}

Expected<void> sumsHold(const ContestResult& result) {
  for (const Sum& sum : result.sums)
    if (!sum.holds)
      return fail(ErrorKind::Refused,
                  trf("Số liệu chưa khớp: {0} (bên trái {1}, bên phải {2}); hãy kiểm lại phiếu và số liệu rồi chốt lại",
                      "A sum does not hold: {0} (left {1}, right {2}); check the ballots and the figures, then close again", sum.text,
                      sum.left, sum.right));
  return {};
}

Expected<void> passesAgree(Ledger& ledger, const CountedContest& counted, const CountedPass& first, const Actors& by) {
  for (std::size_t i = 1; i < counted.passes.size(); ++i) {
    const auto other = loadPass(ledger, counted, counted.passes[i]);
    if (!other) return tl::unexpected<Error>(other.error());
    if (const auto done = decided(*other); !done) return done;
    const auto compared = comparePasses(ledger, counted, first, *other);
    if (!compared) return tl::unexpected<Error>(compared.error());
    const std::vector<std::string>& differences = *compared;
    const std::string outcome = differences.empty()
                                    ? trf("Lượt {0} và lượt {1} khớp nhau", "Pass {0} and pass {1} agree", first.pass, other->pass)
                                    : differences.front();
    const auto noted = ledger.journal().append({Event::PassesCompared, by, counted.contest.id, std::nullopt, {}, {}, outcome});
    if (!noted) return tl::unexpected<Error>(noted.error());
    if (!differences.empty())
      return fail(
          ErrorKind::Refused,
          trf("Hai lượt kiểm không khớp ({0} chỗ khác nhau): {1} (R-36); hãy xem lại các tờ này, quyết định hoặc quét lại, rồi chốt",
              "Two passes do not agree ({0} differences): {1} (R-36); look at these sheets, rule or scan again, then close",
              differences.size(), differences.front()),
          "R-36");
  }
  return {};
}

template <typename T>
std::string listed(const std::vector<T>& places) {
  std::string list;
  for (const auto p : places) list += (list.empty() ? "" : ",") + std::to_string(p + 1);
  return list;
}

/// Somebody corrects a figure and is refused: that it is because the ballots are known already is for the sentence to say.
Error whyTwo(Error refused) {
  refused.what = trf(
      "Đã đọc phiếu của cuộc bầu này nên sửa số liệu đã nhập, hoặc (ở tệp dùng mã cá nhân) đến bây giờ mới nhập số triệu tập, số được trừ hay số phiếu thu về, phải "
      "có hai người; số liệu cũ còn nguyên. {0}",
      "Ballots of this contest were read, so changing figures that were entered, or (in a file with PINs) entering those convened, deducted or the ballots returned "
      "only now, takes two people; the former figures are kept. {0}",
      refused.what);
  return refused;
}

std::string shown(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

}  // namespace

Expected<Figures> enterFigures(Ledger& ledger, const std::string& contest, const Figures& given, const Actors& by) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (const auto may = mayAct(ledger, counted->congress, Act::EnterFigures, by); !may) return tl::unexpected<Error>(may.error());
  if (counted->state.closed)
    return fail(ErrorKind::Refused, trf("Cuộc bầu {0} đã chốt nên số liệu giữ nguyên. Muốn sửa, hãy mở lại cuộc bầu.",
                                        "Contest {0} is closed, its figures stand. Reopen the contest to change them.", contest));
  const auto stored = ledger.figures().of(contest);
  if (!stored) return stored;
  const Figures figures = merged(*stored, given);
  if (const auto fit = checkFigures(counted->congress.info.kind, figures); !fit) {
    Error refused = fit.error();
    if (refused.rule == "R-21") {
      if (const auto noted = ledger.figures().noteRefused(contest, figures, refused.rule, eachOnce(by)); !noted)
        return tl::unexpected<Error>(noted.error());
      refused.what = trf("{0} Các số này đã được ghi vào nhật ký.", "{0} These numbers stand in the journal.", refused.what);
    }
    return tl::unexpected<Error>(std::move(refused));
  }
  const auto two = figuresTakeTwo(ledger, contest, given);
  if (!two) return tl::unexpected<Error>(two.error());
  if (*two)
    if (const auto may = mayAct(ledger, counted->congress, Act::Rule, by); !may) return tl::unexpected<Error>(whyTwo(may.error()));
  if (const auto set = ledger.figures().set(contest, figures, eachOnce(by)); !set) return tl::unexpected<Error>(set.error());
  return figures;
}

Expected<ContestResult> closeContest(Ledger& ledger, const std::string& contest, const Actors& by) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (counted->state.closed)
    return fail(ErrorKind::Refused,
                trf("Cuộc bầu {0} đã chốt rồi; kết quả giữ nguyên", "Contest {0} is closed already; its result stands", contest));
  if (const auto may = mayAct(ledger, counted->congress, Act::Close, by); !may) return tl::unexpected<Error>(may.error());
  const auto people = twoOfCommittee(counted->congress, by);
  if (!people) return tl::unexpected<Error>(people.error());
  const auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  if (const auto complete = figuresComplete(*counted, *figures); !complete) return tl::unexpected<Error>(complete.error());
  if (const auto order = orderAllows(ledger, *counted); !order) return tl::unexpected<Error>(order.error());
  const auto pass = loadPass(ledger, *counted, counted->passes.empty() ? 1 : counted->passes.front());
  if (!pass) return tl::unexpected<Error>(pass.error());
  if (const auto done = decided(*pass); !done) return tl::unexpected<Error>(done.error());
  const ContestResult result = resultOf(*counted, *pass, *figures);
  if (const auto hold = sumsHold(result); !hold) return tl::unexpected<Error>(hold.error());
  if (const auto agree = passesAgree(ledger, *counted, *pass, *people); !agree) return tl::unexpected<Error>(agree.error());
  const auto closed = ledger.congress().close(contest, *people, resultText(counted->contest, result));
  if (!closed) return tl::unexpected<Error>(closed.error());
  return result;
}

Expected<void> reopenContest(Ledger& ledger, const std::string& contest, const Actors& by, const std::string& why) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (const auto may = mayAct(ledger, counted->congress, Act::Reopen, by); !may) return tl::unexpected<Error>(may.error());
  const auto people = twoOfCommittee(counted->congress, by);
  if (!people) return tl::unexpected<Error>(people.error());
  if (why.find_first_not_of(" \t\n") == std::string::npos)
    return fail(ErrorKind::BadInput,
                tr("Mở lại cuộc bầu phải nêu lý do; chưa có gì thay đổi", "Reopening a contest takes a reason; nothing was changed"));
  const auto later = closedOnTopOf(ledger, *counted);
  if (!later) return tl::unexpected<Error>(later.error());
  if (*later)
    return fail(ErrorKind::Refused,
                trf("“{0}” đã chốt dựa trên kết quả của “{1}”: hãy mở lại “{0}” trước (R-31). Chưa có gì thay đổi.",
                    "\"{0}\" was closed on the result of \"{1}\": reopen \"{0}\" first (R-31). Nothing was changed.", contestWords(**later),
                    contestWords(counted->contest)),
                "R-31");
  return ledger.congress().reopen(contest, *people, why);
}

std::vector<const Contest*> earlierContests(const Congress& congress, const Contest& contest) {
  if (contest.kind != ContestKind::Election) return {};
  std::vector<const Contest*> earlier;
  for (Office office = officeBefore(contest.office); office != Office::Other; office = officeBefore(office)) {
    const auto found = office == Office::CapUy ? committeesOf(congress, contest) : secretariesOf(congress, contest);
    earlier.insert(earlier.begin(), found.begin(), found.end());
  }
  return earlier;
}

std::string resultText(const Contest& contest, const ContestResult& result) {
  const Figures& f = result.figures;
  std::string text = "method=" + std::to_string(kCountingMethod) + "; pass=" + std::to_string(result.pass) +
                     "; sheets=" + std::to_string(result.sheets) + "; convened=" + shown(f.convened) + "; present=" + shown(f.present) +
                     "; issued=" + shown(f.issued) + "; returned=" + shown(f.returned);
  for (const auto& [name, number] : f.deductions) text += "; " + name + "=" + std::to_string(number);
  text += "; base=" + std::to_string(result.outcome.base) + "; valid=" + std::to_string(result.tally.valid) +
          "; invalid=" + std::to_string(result.tally.invalid);
  for (const auto& [rule, number] : result.tally.invalidByRule) text += "; invalid." + rule + "=" + std::to_string(number);
  const bool confidence = faceOf(contest) == Face::Confidence;
  for (std::size_t i = 0; i < result.tally.votes.size(); ++i) {
    const CandidateVotes& v = result.tally.votes[i];
    text += "; " + std::to_string(i + 1) + "=" +
            (confidence ? std::to_string(v.high) + "/" + std::to_string(v.medium) + "/" + std::to_string(v.low)
                        : std::to_string(v.yes) + "/" + std::to_string(v.no)) +
            "/" + std::to_string(v.notCounted);
  }
  return text + "; elected=" + listed(result.outcome.elected) + "; tied=" + listed(result.outcome.tied) +
         "; shortfall=" + std::to_string(result.outcome.shortfall);
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/keying.h"

#include <algorithm>
#include <map>

#include "count/access.h"
#include "count/ballot_form.h"
#include "count/committee.h"
#include "count/keying_pages.h"
#include "count/two_people.h"
#include "election/text.h"

namespace kp {
namespace {

/// What keying needs to know before it touches anything.
struct Desk {
  CountedContest counted;
  int returned = 0;
};

Expected<Desk> deskFor(const Ledger& ledger, const std::string& contest, int pass) {
  if (pass < 1)
    return fail(ErrorKind::BadInput, trf("Lượt kiểm phải từ 1 trở lên, không phải {0}; chưa ghi gì",
                                         "The pass must be 1 or more, not {0}; nothing was stored", pass));
  auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  return Desk{std::move(*counted), figures->returned.value_or(0)};
}

Expected<void> requireWritable(const Desk& desk, int ballot) {
  if (desk.counted.state.closed)
    return fail(
        ErrorKind::Refused,
        trf("Cuộc bầu {0} đã chốt nên không nhập phiếu được nữa; kết quả giữ nguyên. Muốn nhập, Ban kiểm phiếu phải mở lại cuộc bầu",
            "Contest {0} is closed and takes no more keying; its result stands. To key in, the committee must reopen it",
            desk.counted.contest.id));
  if (desk.returned == 0)
    return fail(ErrorKind::Refused,
                tr("Chưa nhập số phiếu thu về nên chưa biết xấp phiếu có bao nhiêu; chưa ghi gì. Hãy đếm phiếu và nhập số "
                   "liệu trước",
                   "The ballots returned are not entered, so the size of the pile is not known; nothing was stored. Count "
                   "the pieces and enter the figures first"));
  if (ballot >= 1 && ballot <= desk.returned) return {};
  return fail(ErrorKind::BadInput,
              trf("Không có phiếu số {0}: xấp phiếu thu về có {1} phiếu, đánh số từ 1; phiếu chưa ghi",
                  "There is no ballot {0}: the pile returned has {1} ballots, from 1 on; nothing was stored", ballot, desk.returned));
}

/// A pile is begun only by a form that stands: which rows the paper has would be unknown. One begun by an earlier version, which did not ask, is finished by the program's own pages.
Expected<void> formStands(const Ledger& ledger, const Desk& desk) {
  if (!desk.counted.keyed.empty()) return {};
  const auto learned = learnedFormOf(ledger, desk.counted.contest);
  return learned ? Expected<void>() : tl::unexpected<Error>(learned.error());
}

Expected<std::string> operatorOf(const Ledger& ledger, const Congress& congress, const std::string& by) {
  const Actors people = eachOnce({by});
  if (people.empty())
    return fail(ErrorKind::BadInput,
                tr("Người nhập phiếu phải có tên; phiếu chưa ghi", "Who keys in must have a name; nothing was stored"));
  if (const auto allowed = mayAct(ledger, congress, Act::KeyIn, people); !allowed) return tl::unexpected<Error>(allowed.error());
  return people.front();
}

/// The latest entries of operator 1 and 2 in the newest round that both have keyed.
std::optional<std::array<const StoredKeyed*, 2>> lastPair(const std::vector<StoredKeyed>& entries) {
  std::map<int, std::array<const StoredKeyed*, 2>> rounds;
  for (const StoredKeyed& keyed : entries) rounds[keyed.round].at(static_cast<std::size_t>(keyed.slot - 1)) = &keyed;
  std::optional<std::array<const StoredKeyed*, 2>> newest;
  for (const auto& [round, pair] : rounds)
    if (pair[0] && pair[1]) newest = pair;
  return newest;
}

Expected<KeyedBallot> ballotNow(const Ledger& ledger, const KeyedPlace& place) {
  const auto entries = ledger.keying().entriesOf(place);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto recorded = ledger.keying().ballotOf(place);
  if (!recorded) return tl::unexpected<Error>(recorded.error());
  return keyedBallot(place.ballot, *entries, *recorded);
}

/// One entry of `entries`, parsed again; the file is damaged where it does not fit the list of candidates.
Expected<KeyedEntry> storedEntry(const Contest& contest, const StoredKeyed& keyed) {
  auto entry = parseEntry(contest, keyed.content);
  if (entry) return entry;
  return fail(ErrorKind::Damaged, trf("Lần nhập số {0} trong tệp không khớp danh sách bầu cử: {1}",
                                      "The keyed entry {0} in the file does not fit the list: {1}", keyed.id, entry.error().what));
}

}  // namespace

Expected<KeyOutcome> keyBallot(Ledger& ledger, const KeyRequest& request) {
  const auto desk = deskFor(ledger, request.contest, request.pass);
  if (!desk) return tl::unexpected<Error>(desk.error());
  const auto person = operatorOf(ledger, desk->counted.congress, request.by);
  if (!person) return tl::unexpected<Error>(person.error());
  if (const auto writable = requireWritable(*desk, request.ballot); !writable) return tl::unexpected<Error>(writable.error());
  if (const auto two = requireTwoWithPins(ledger, desk->counted.congress); !two) return tl::unexpected<Error>(two.error());
  if (const auto stands = formStands(ledger, *desk); !stands) return tl::unexpected<Error>(stands.error());
  const auto entry = parseEntry(desk->counted.contest, request.text);
  if (!entry) return tl::unexpected<Error>(entry.error());
  const auto pages = keyedPages(desk->counted, request.ballot, *entry, kKeyedUnclear);
  if (!pages) return tl::unexpected<Error>(pages.error());
  KeyedDraft draft;
  draft.place = {request.contest, request.pass, request.ballot};
  draft.slot = request.slot;
  draft.person = *person;
  draft.typed = request.text;
  draft.content = entryText(desk->counted.contest, *entry);
  const auto stored = ledger.keying().append(draft, *pages);
  if (!stored) return tl::unexpected<Error>(stored.error());
  const auto now = ballotNow(ledger, draft.place);
  if (!now) return tl::unexpected<Error>(now.error());
  KeyOutcome outcome{stored->id, *now, draft.content};
  if (outcome.ballot.recorded())
    outcome.judgement = judge(desk->counted.contest, desk->counted.rules, evidenceOf(desk->counted.contest, *entry));
  return outcome;
}

Expected<KeyOutcome> referBallot(Ledger& ledger, const std::string& contest, int pass, int ballot, const std::string& by) {
  const auto desk = deskFor(ledger, contest, pass);
  if (!desk) return tl::unexpected<Error>(desk.error());
  const auto person = operatorOf(ledger, desk->counted.congress, by);
  if (!person) return tl::unexpected<Error>(person.error());
  if (const auto writable = requireWritable(*desk, ballot); !writable) return tl::unexpected<Error>(writable.error());
  const KeyedPlace place{contest, pass, ballot};
  const auto entries = ledger.keying().entriesOf(place);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto pair = lastPair(*entries);
  if (!pair)
    return fail(ErrorKind::Refused,
                trf("Phiếu số {0} chưa được cả hai người nhập nên chưa chuyển Ban kiểm phiếu được; chưa ghi gì",
                    "Ballot {0} has not been keyed by both, so it cannot go to the committee yet; nothing was stored", ballot));
  const auto first = storedEntry(desk->counted.contest, *(*pair)[0]), second = storedEntry(desk->counted.contest, *(*pair)[1]);
  if (!first) return tl::unexpected<Error>(first.error());
  if (!second) return tl::unexpected<Error>(second.error());
  const KeyedEntry both = joined(desk->counted.contest, *first, *second);
  const auto pages = keyedPages(desk->counted, ballot, both, kKeyedDifferently);
  if (!pages) return tl::unexpected<Error>(pages.error());
  if (const auto stored = ledger.keying().refer(place, *pages, {*person}); !stored) return tl::unexpected<Error>(stored.error());
  const auto now = ballotNow(ledger, place);
  if (!now) return tl::unexpected<Error>(now.error());
  KeyOutcome outcome{entries->back().id, *now, entryText(desk->counted.contest, both)};
  outcome.judgement = judge(desk->counted.contest, desk->counted.rules, evidenceOf(desk->counted.contest, both));
  return outcome;
}

Expected<KeyedDifference> keyedDifference(const Ledger& ledger, const std::string& contest, int pass, int ballot) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto entries = ledger.keying().entriesOf({contest, pass, ballot});
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto pair = lastPair(*entries);
  if (!pair)
    return fail(ErrorKind::Refused, trf("Phiếu số {0} chưa được cả hai người nhập nên chưa xem đối chiếu được",
                                        "Ballot {0} has not been keyed by both, so there is nothing to compare yet", ballot));
  const auto first = storedEntry(counted->contest, *(*pair)[0]), second = storedEntry(counted->contest, *(*pair)[1]);
  if (!first) return tl::unexpected<Error>(first.error());
  if (!second) return tl::unexpected<Error>(second.error());
  return KeyedDifference{{(*pair)[0]->content, (*pair)[1]->content}, differenceOf(*first, *second)};
}

Expected<std::optional<KeyedPaper>> keyedPaper(const Ledger& ledger, int sheet) {
  const auto ballot = ledger.keying().ballotOfSheet(sheet);
  if (!ballot) return tl::unexpected<Error>(ballot.error());
  if (!*ballot) return std::optional<KeyedPaper>();
  const KeyedPlace& place = (*ballot)->place;
  const auto counted = loadContest(ledger, place.contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto entries = ledger.keying().entriesOf(place);
  if (!entries) return tl::unexpected<Error>(entries.error());
  KeyedPaper paper;
  paper.pass = place.pass;
  paper.ballot = place.ballot;
  paper.referred = (*ballot)->referred;
  std::vector<KeyedEntry> pair;
  for (const int id : {(*ballot)->first, (*ballot)->second}) {
    const auto keyed = std::find_if(entries->begin(), entries->end(), [id](const StoredKeyed& one) { return one.id == id; });
    if (keyed == entries->end())
      return fail(ErrorKind::Damaged,
                  trf("Tệp thiếu lần nhập số {0} của phiếu số {1}", "The file lacks the keyed entry {0} of ballot {1}", id, place.ballot));
    auto entry = storedEntry(counted->contest, *keyed);
    if (!entry) return tl::unexpected<Error>(entry.error());
    paper.people.at(pair.size()) = keyed->person;
    paper.texts.at(pair.size()) = keyed->content;
    pair.push_back(std::move(*entry));
  }
  paper.where = differenceOf(pair[0], pair[1]);
  return std::optional(paper);
}

}  // namespace kp

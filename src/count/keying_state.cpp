// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "count/contest_count.h"
#include "count/keying.h"
#include "election/text.h"

namespace kp {
namespace {

using State = KeyedBallot::State;

std::map<int, std::vector<StoredKeyed>> byBallot(const std::vector<StoredKeyed>& entries) {
  std::map<int, std::vector<StoredKeyed>> found;
  for (const StoredKeyed& keyed : entries) found[keyed.place.ballot].push_back(keyed);
  return found;
}

Expected<void> requireSlot(int slot) {
  if (slot == 1 || slot == 2) return {};
  return fail(ErrorKind::BadInput, trf("Người nhập là 1 hoặc 2, không phải {0}", "The operator is 1 or 2, not {0}", slot));
}

void addProgress(const std::vector<StoredKeyed>& entries, KeyingState& state) {
  std::array<std::vector<bool>, 2> met;
  met.fill(std::vector<bool>(state.ballots.size(), false));
  for (const StoredKeyed& keyed : entries) {
    const auto slot = static_cast<std::size_t>(keyed.slot - 1);
    const auto place = static_cast<std::size_t>(keyed.place.ballot - 1);
    OperatorProgress& progress = state.operators.at(slot);
    ++progress.entries;
    progress.keys += keystrokes(keyed.typed);
    if (!met.at(slot).at(place)) ++progress.keyed;
    met.at(slot).at(place) = true;
  }
  for (std::size_t slot = 0; slot < 2; ++slot) {
    OperatorProgress& progress = state.operators.at(slot);
    const auto pile = std::min(state.ballots.size(), static_cast<std::size_t>(state.returned));
    for (std::size_t i = 0; i < pile; ++i) {
      const KeyedBallot& ballot = state.ballots[i];
      if (!ballot.waitsFor(static_cast<int>(slot) + 1)) continue;
      if (met.at(slot).at(i))
        progress.again.push_back(ballot.ballot);
      else if (!progress.next)
        progress.next = ballot.ballot;
    }
    if (!progress.next && !progress.again.empty()) progress.next = progress.again.front();
    if (state.closed) progress.next.reset();
  }
}

}  // namespace

bool KeyedBallot::waitsFor(int slot) const {
  return state == State::Untouched || state == State::Differs || (state == State::Missing1 && slot == 1) ||
         (state == State::Missing2 && slot == 2);
}

KeyedBallot keyedBallot(int ballot, const std::vector<StoredKeyed>& entries, const std::optional<StoredKeyedBallot>& recorded) {
  KeyedBallot out;
  out.ballot = ballot;
  std::map<int, std::array<bool, 2>> rounds;
  for (const StoredKeyed& keyed : entries) rounds[keyed.round].at(static_cast<std::size_t>(keyed.slot - 1)) = true;
  out.differences =
      static_cast<int>(std::count_if(rounds.begin(), rounds.end(), [](const auto& round) { return round.second[0] && round.second[1]; }));
  if (recorded) {
    out.state = recorded->referred ? State::Referred : State::Agreed;
    out.sheet = recorded->sheet;
    if (!recorded->referred) --out.differences;
    return out;
  }
  if (rounds.empty()) return out;
  const auto& [first, second] = rounds.rbegin()->second;
  out.state = first && second ? State::Differs : first ? State::Missing2 : State::Missing1;
  return out;
}

Expected<KeyingState> keyingState(const Ledger& ledger, const std::string& contest, int pass) {
  if (pass < 1)
    return fail(ErrorKind::BadInput, trf("Lượt kiểm phải từ 1 trở lên, không phải {0}", "The pass must be 1 or more, not {0}", pass));
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  const auto entries = ledger.keying().entries(contest, pass);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto recorded = ledger.keying().ballots(contest, pass);
  if (!recorded) return tl::unexpected<Error>(recorded.error());
  std::map<int, StoredKeyedBallot> recordedBy;
  for (const StoredKeyedBallot& ballot : *recorded) recordedBy.emplace(ballot.place.ballot, ballot);
  const auto grouped = byBallot(*entries);

  KeyingState state;
  state.returned = figures->returned.value_or(0);
  state.closed = counted->state.closed;
  const int last = std::max(state.returned, grouped.empty() ? 0 : grouped.rbegin()->first);
  for (int ballot = 1; ballot <= last; ++ballot) {
    const auto keyed = grouped.find(ballot);
    const auto found = recordedBy.find(ballot);
    state.ballots.push_back(keyedBallot(ballot, keyed == grouped.end() ? std::vector<StoredKeyed>() : keyed->second,
                                        found == recordedBy.end() ? std::nullopt : std::optional(found->second)));
    const KeyedBallot& now = state.ballots.back();
    state.agreed += now.state == State::Agreed ? 1 : 0;
    state.referred += now.state == State::Referred ? 1 : 0;
    if (now.differences > 0 && !now.recorded()) state.differing.push_back(ballot);
  }
  addProgress(*entries, state);
  return state;
}

Expected<std::vector<OwnEntry>> ownEntries(const Ledger& ledger, const std::string& contest, int pass, int slot, const std::string& person,
                                           std::size_t count) {
  if (const auto known = requireSlot(slot); !known) return tl::unexpected<Error>(known.error());
  const auto entries = ledger.keying().entries(contest, pass);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto recorded = ledger.keying().ballots(contest, pass);
  if (!recorded) return tl::unexpected<Error>(recorded.error());
  const auto grouped = byBallot(*entries);
  std::vector<OwnEntry> own;
  for (auto keyed = entries->rbegin(); keyed != entries->rend() && own.size() < count; ++keyed) {
    if (keyed->slot != slot || keyed->person != person) continue;
    const auto& all = grouped.at(keyed->place.ballot);
    const auto found = std::find_if(recorded->begin(), recorded->end(),
                                    [&](const StoredKeyedBallot& ballot) { return ballot.place.ballot == keyed->place.ballot; });
    const bool repeated =
        std::any_of(all.begin(), all.end(), [&](const StoredKeyed& other) { return other.slot == slot && other.id < keyed->id; });
    const auto now = keyedBallot(keyed->place.ballot, all, found == recorded->end() ? std::nullopt : std::optional(*found));
    own.push_back({keyed->place.ballot, keyed->typed, keyed->content, keyed->time, repeated, now.state});
  }
  return own;
}

Expected<std::vector<int>> keyedPasses(const Ledger& ledger, const std::string& contest) { return ledger.keying().passes(contest); }

}  // namespace kp

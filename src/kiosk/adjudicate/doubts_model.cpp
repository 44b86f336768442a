// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/adjudicate/doubts_model.h"

#include <algorithm>

#include "count/adjudication.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

/// Everything the committee has, or had, to say something about; `asides` are papers that are no ballot and need nobody.
void casesOf(const Ballots& ballots, std::vector<int>& list, std::vector<int>& asides) {
  for (const AssembledBallot& ballot : ballots.pass.assembly.ballots)
    if (!ballot.taken || ballot.judgement.ruled || ballot.judgement.validity == Validity::Undecided) list.push_back(ballot.number);
  for (std::size_t i = 0; i < ballots.pass.sheets.size(); ++i) {
    if (ballots.pass.assembly.ballotOf[i]) continue;
    const bool matters = !ballots.pass.readings[i].rulings.empty() || waitsUnruled(ballots, ballotRef(ballots, ballots.pass.sheets[i].id));
    (matters ? list : asides).push_back(ballots.pass.sheets[i].id);
  }
  std::sort(list.begin(), list.end());
  std::sort(asides.begin(), asides.end());
}

struct Recorded {
  int number = 0;
  QString text;
};

/// Rulings one after the other; the last says what the ballot counts for.
Expected<Recorded> ruleAll(Ledger& ledger, const std::string& contest, int sheet, const std::vector<Ruling>& rulings, const Actors& by) {
  Recorded out{sheet, {}};
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  for (const Ruling& ruling : rulings) {
    const auto outcome = kp::rule(ledger, {contest, sheet, ruling, by});
    if (!outcome) return tl::unexpected<Error>(outcome.error());
    out.text = countsText(*congress->contest(contest), outcome->judgement, outcome->taken);
  }
  out.text = words("Đã ghi phiếu số {0}: {1}", "Ballot {0} written down: {1}", sheet, out.text.toStdString());
  return out;
}

bool anyWaits(const SharedBallots& ballots) {
  std::vector<int> cases, asides;
  casesOf(*ballots, cases, asides);
  return std::any_of(cases.begin(), cases.end(), [&](int number) { return BallotDecision(ballots, number, false).waits(); });
}

/// The pass people chose. None chosen: the one shown while ballots of it wait, else the first in which some do – after a second pass nobody looks for its ballots in vain.
Expected<SharedBallots> loadWaiting(const Ledger& ledger, const std::string& contest, int chosen, int shown) {
  auto ballots = loadBallots(ledger, contest, chosen != 0 ? chosen : shown);
  if (!ballots || chosen != 0 || anyWaits(*ballots)) return ballots;
  for (const int pass : (*ballots)->counted.passes) {
    if (pass == (*ballots)->pass.pass) continue;
    auto other = loadBallots(ledger, contest, pass);
    if (!other || anyWaits(*other)) return other;
  }
  return ballots;
}

}  // namespace

DoubtsModel::DoubtsModel(QObject* parent) : PageModel(parent), m_cases({"number", "sign", "stateText", "waits", "current"}) {
  connect(this, &PageModel::stationChanged, this, [this] {
    if (station()) connect(station()->session(), &Session::changed, this, &DoubtsModel::changed);
  });
}

DoubtsModel::~DoubtsModel() {
  if (station()) station()->session()->dropSecond();  // the series of rulings ends with the page
}

void DoubtsModel::reload() {
  const std::string id = contest();
  if (id.empty()) return;
  look([id, chosen = m_pass, shown = pass()](const Ledger& ledger) { return loadWaiting(ledger, id, chosen, shown); },
       [this, id](SharedBallots ballots) {
         if (id == contest()) loaded(std::move(ballots));
       });
}

bool DoubtsModel::inHand(const Ballots& ballots) const {
  if (m_onward || !m_ballots || !m_decision.touched() || m_ballots->counted.contest.id != ballots.counted.contest.id ||
      ballots.counted.state.closed)
    return false;
  const BallotRef then = ballotRef(ballots, m_number);
  return m_ballots->pass.pass == ballots.pass.pass && then.number == m_number && then.sheets.size() == m_decision.ref().sheets.size() &&
         rulingsOf(ballots, then).size() == rulingsOf(*m_ballots, ballotRef(*m_ballots, m_number)).size();
}

void DoubtsModel::loaded(SharedBallots ballots) {
  if (inHand(*ballots)) {  // sheets came in meanwhile: what two people are choosing is not taken out of their hands
    m_ballots = std::move(ballots);
    dropOutdated();
    list();
    m_view = ballotView(*m_ballots, m_number);
    fillCases();
    emit changed();
    return;
  }
  if (m_onward) m_decision = {};  // what was chosen is written down
  keepChosen();
  m_decision = {};
  if (m_ballots && m_ballots->counted.contest.id != ballots->counted.contest.id) m_unwritten.clear();
  const bool other =
      !m_ballots || m_ballots->counted.contest.id != ballots->counted.contest.id || m_ballots->pass.pass != ballots->pass.pass;
  m_ballots = std::move(ballots);
  dropOutdated();
  if (other) {
    m_ruled.clear();
    m_recorded.clear();
    m_number = m_ballots->pass.pass == m_pass ? m_wanted : 0;
  }
  list();
  const bool gone = std::find(m_list.begin(), m_list.end(), m_number) == m_list.end();
  if (gone || (m_onward && !BallotDecision(m_ballots, m_number, false).waits())) {
    const auto next = waitingAfter(m_number);
    if (next || gone) {
      m_onward = false;
      return show(next ? *next : m_list.empty() ? 0 : m_list.front());
    }
  }
  m_onward = false;
  show(m_number);
}

void DoubtsModel::list() {
  m_list.clear();
  m_asides.clear();
  casesOf(*m_ballots, m_list, m_asides);
  if (m_showAsides) m_list.insert(m_list.end(), m_asides.begin(), m_asides.end());
  if (m_wanted > 0 && m_ballots->pass.pass == m_pass && std::find(m_list.begin(), m_list.end(), m_wanted) == m_list.end())
    m_list.push_back(m_wanted);
  std::sort(m_list.begin(), m_list.end());
}

void DoubtsModel::fillCases() {
  std::vector<QVariantMap> rows;
  for (const int number : m_list) {
    const BallotRef ref = ballotRef(*m_ballots, number);
    const bool waits = BallotDecision(m_ballots, number, false).waits();
    rows.push_back({{QStringLiteral("number"), number},
                    {QStringLiteral("sign"), waits ? QStringLiteral("?") : stateSign(stateOf(ref))},
                    {QStringLiteral("stateText"), waits ? stateText(SheetRecord::State::Review) : stateText(stateOf(ref))},
                    {QStringLiteral("waits"), waits},
                    {QStringLiteral("current"), number == m_number}});
  }
  m_cases.setRows(std::move(rows));
}

void DoubtsModel::keepChosen() {
  if (m_decision.touched()) m_unwritten.insert_or_assign({m_decision.pass(), m_decision.ref().number}, m_decision);
}

void DoubtsModel::dropOutdated() {
  for (auto entry = m_unwritten.begin(); entry != m_unwritten.end();) {
    const auto& [pass, number] = entry->first;
    const bool here = pass == m_ballots->pass.pass;
    const bool stands = !isClosed() && (!here || BallotDecision(m_ballots, number, false).resume(entry->second));
    entry = stands ? std::next(entry) : m_unwritten.erase(entry);
  }
}

void DoubtsModel::show(int number, bool again) {
  keepChosen();
  m_number = number;
  m_decision = BallotDecision(m_ballots, number, again);
  if (const auto chosen = m_unwritten.find({m_decision.pass(), number}); chosen != m_unwritten.end()) {
    m_decision.resume(chosen->second);
    m_unwritten.erase(chosen);
  }
  m_view = number > 0 && m_ballots ? ballotView(*m_ballots, number) : QVariantMap();
  m_spots = number > 0 && m_ballots ? spotsOf(*m_ballots, m_decision.ref()) : QVariantList();
  m_spot = -1;
  settleSpot();
  if (again && m_spot < 0) m_spot = firstAsked();  // what was answered before stands there to be answered anew
  fillCases();
  emit changed();
}

int DoubtsModel::firstAsked() const {
  const auto& asked = m_decision.asked();
  for (int i = 0; i < m_spots.size(); ++i) {
    const int candidate = m_spots[i].toMap().value(QStringLiteral("candidate")).toInt();
    if (candidate >= 0 && std::find(asked.begin(), asked.end(), static_cast<std::size_t>(candidate)) != asked.end()) return i;
  }
  return -1;
}

void DoubtsModel::settleSpot() {
  const std::optional<std::size_t> wanted = m_decision.nextAsked(askedHere());
  for (int i = 0; wanted && i < m_spots.size(); ++i)
    if (m_spots[i].toMap().value(QStringLiteral("candidate")).toInt() == static_cast<int>(*wanted)) {
      m_spot = i;
      return;
    }
  const auto then = m_decision.after();
  if (m_spot >= 0 && askedHere() && then && then->judgement.validity != Validity::Undecided) return;  // answered: it may still be changed
  m_spot = -1;
  for (int i = 0; i < m_spots.size() && m_spot < 0; ++i)
    if (m_spots[i].toMap().value(QStringLiteral("candidate")).toInt() < 0) m_spot = i;  // extra writing: what the conclusion is about
}

std::optional<std::size_t> DoubtsModel::askedHere() const {
  if (m_spot < 0 || m_spot >= m_spots.size()) return {};
  const int candidate = m_spots[m_spot].toMap().value(QStringLiteral("candidate")).toInt();
  const auto& asked = m_decision.asked();
  if (candidate < 0 || std::find(asked.begin(), asked.end(), static_cast<std::size_t>(candidate)) == asked.end()) return {};
  return static_cast<std::size_t>(candidate);
}

int DoubtsModel::position() const {
  const auto found = std::find(m_list.begin(), m_list.end(), m_number);
  return found == m_list.end() ? 0 : static_cast<int>(found - m_list.begin()) + 1;
}

int DoubtsModel::waiting() const {
  const auto& rows = m_cases.rows();
  return static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [](const QVariantMap& r) { return r.value(QStringLiteral("waits")).toBool(); }));
}

int DoubtsModel::settled() const { return count() - waiting() - (m_showAsides ? asides() : 0); }

QVariantList DoubtsModel::passes() const {
  QVariantList list;
  if (m_ballots)
    for (const int pass : m_ballots->counted.passes)
      list.append(QVariantMap{{QStringLiteral("value"), pass}, {QStringLiteral("text"), words("Lượt {0}", "Pass {0}", pass)}});
  return list;
}

void DoubtsModel::setPass(int pass) {
  if (pass == m_pass) return;
  m_pass = pass;
  reload();
}

void DoubtsModel::see(int pass, int number) {
  const bool here = m_ballots && m_ballots->pass.pass == pass;
  m_pass = pass;
  m_wanted = number;
  if (!here) return reload();
  list();
  show(number);
}

void DoubtsModel::setShowAsides(bool show) {
  m_showAsides = show;
  if (!m_ballots) return;
  list();
  if (position() == 0) m_number = m_list.empty() ? 0 : m_list.front();
  this->show(m_number);
}

bool DoubtsModel::mayLook() const { return station() && mayLookAtBallots(*station()->session()); }
bool DoubtsModel::mayRule() const { return station() && station()->session()->may(QStringLiteral("rule")); }

std::optional<int> DoubtsModel::waitingAfter(int number) const {
  std::optional<int> first;
  for (const int candidate : m_list) {
    if (!BallotDecision(m_ballots, candidate, false).waits()) continue;
    if (candidate > number) return candidate;
    if (!first) first = candidate;
  }
  return first;
}

void DoubtsModel::step(int by) {
  const int place = position() - 1 + by;
  if (place >= 0 && place < count()) show(m_list[static_cast<std::size_t>(place)]);
}

void DoubtsModel::next() { step(1); }
void DoubtsModel::previous() { step(-1); }
void DoubtsModel::open(int number) { show(number); }

void DoubtsModel::nextWaiting() {
  if (!m_ballots) return;
  if (const auto number = waitingAfter(m_number)) show(*number);
}

bool DoubtsModel::isUndoable() const {
  if (!m_ballots || isClosed() || !mayRule() || isDeciding()) return !m_ruled.empty() && !isClosed() && mayRule();
  return !m_view.value(QStringLiteral("history")).toList().isEmpty() || !m_decision.waits();
}

void DoubtsModel::undo() {
  if (!isUndoable()) return;
  if (m_decision.known() && !m_decision.open()) return show(m_number, true);
  if (m_ruled.empty()) return;
  const int number = m_ruled.back();
  m_ruled.pop_back();
  show(number, true);
}

void DoubtsModel::record() {
  if (!isReady()) return;
  const Actors by = station()->session()->actors();
  act([id = contest(), sheet = m_number, rulings = m_decision.rulings(),
       by](Ledger& ledger) { return ruleAll(ledger, id, sheet, rulings, by); },
      [this](const Recorded& recorded) {
        m_ruled.push_back(recorded.number);
        m_recorded = recorded.text;
        m_onward = true;
        emit changed();
      });
}

}  // namespace kp::kiosk

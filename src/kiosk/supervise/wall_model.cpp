// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/wall_model.h"

#include <algorithm>
#include <set>

#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

using State = SheetRecord::State;
constexpr State kStates[] = {State::Counted, State::Review, State::Ruled, State::SetAside};

QVariantMap option(const QVariant& value, const QString& text) {
  return {{QStringLiteral("value"), value}, {QStringLiteral("text"), text}};
}

QString outcomeText(const BallotRef& ref, bool waits) {
  if (waits) return validityText(Validity::Undecided);
  if (!ref.ballot || !ref.ballot->taken) return words("không tính", "not counted");
  const Judgement& judgement = ref.ballot->judgement;
  const std::string validity = validityText(judgement.validity).toStdString();
  return judgement.validity == Validity::Invalid ? words("{0} {1}", "{0} {1}", validity, judgement.rule) : text(validity);
}

std::string wordIn(const QVariantMap& filter, const char* key) { return filter.value(QString::fromLatin1(key)).toString().toStdString(); }

}  // namespace

WallModel::WallModel(QObject* parent) : PageModel(parent), m_rows({"number", "sheet", "sign", "stateText", "outcome"}) {
  connect(this, &PageModel::stationChanged, this, [this] {
    if (station()) connect(station()->session(), &Session::changed, this, &WallModel::show);
  });
}

BallotFilter WallModel::filterOf(const QVariantMap& filter) {
  BallotFilter out;
  const int candidate = filter.value(QStringLiteral("candidate"), -1).toInt();
  if (candidate >= 0) out.candidate = static_cast<std::size_t>(candidate);
  if (const auto vote = parseVote(wordIn(filter, "vote"))) out.vote = *vote;
  if (const auto validity = parseValidity(wordIn(filter, "validity"))) out.validity = *validity;
  if (const auto why = parseWhy(wordIn(filter, "why"))) out.why = *why;
  const std::string state = wordIn(filter, "state");
  for (const State s : kStates)
    if (toString(s) == state) out.state = s;
  out.rule = wordIn(filter, "rule");
  if (out.vote && *out.vote != Vote::Unsure && out.candidate && !out.validity) out.validity = Validity::Valid;
  return out;
}

void WallModel::setFilter(const QVariantMap& filter) {
  if (filter == m_filter) return;
  const bool otherPass = filter.value(QStringLiteral("pass")) != m_filter.value(QStringLiteral("pass"));
  m_filter = filter;
  emit filterChanged();
  close();
  if (otherPass)
    reload();
  else
    show();
}

void WallModel::set(const QString& key, const QVariant& value) {
  QVariantMap filter = m_filter;
  const bool none = !value.isValid() || value.toString().isEmpty() || (key == QLatin1String("candidate") && value.toInt() < 0);
  if (none)
    filter.remove(key);
  else
    filter[key] = value;
  if (key == QLatin1String("candidate") && none) filter.remove(QStringLiteral("vote"));
  setFilter(filter);
}

void WallModel::reload() {
  const std::string id = contest();
  if (id.empty()) return;
  look([id, pass = m_filter.value(QStringLiteral("pass")).toInt()](const Ledger& ledger) { return loadBallots(ledger, id, pass); },
       [this, id](SharedBallots ballots) {
         if (id != contest()) return;
         if (m_ballots && m_ballots->counted.contest.id != id) m_filter.clear();
         m_ballots = std::move(ballots);
         emit optionsChanged();
         emit filterChanged();
         show();
       });
}

void WallModel::show() {
  if (!m_ballots) return;
  const bool look = mayLook();
  std::vector<QVariantMap> rows;
  const bool chosen = m_filter.contains(QStringLiteral("numbers"));
  std::set<int> only;
  for (const QVariant& number : m_filter.value(QStringLiteral("numbers")).toList()) only.insert(number.toInt());
  for (const int number : ballotsWhere(m_ballots->counted, m_ballots->pass, filterOf(m_filter))) {
    if (chosen && only.count(number) == 0) continue;
    const BallotRef ref = ballotRef(*m_ballots, number);
    const int sheet = look && !ref.sheets.empty() ? pictureOf(*m_ballots, ref.sheets.front()) : 0;
    const bool waits = waitsUnruled(*m_ballots, ref);
    const State state = waits ? State::Review : stateOf(ref);
    rows.push_back({{QStringLiteral("number"), number},
                    {QStringLiteral("sheet"), sheet},
                    {QStringLiteral("sign"), stateSign(state)},
                    {QStringLiteral("stateText"), stateText(state)},
                    {QStringLiteral("outcome"), look ? outcomeText(ref, waits) : QString()}});
  }
  m_total = static_cast<int>(ballotsWhere(m_ballots->counted, m_ballots->pass, {}).size());
  m_rows.setRows(std::move(rows));
  if (!look) m_number = 0;
  m_opened = m_number > 0 ? ballotView(*m_ballots, m_number) : QVariantMap();
  emit changed();
  emit openedChanged();
}

bool WallModel::mayLook() const { return station() && mayLookAtBallots(*station()->session()); }

void WallModel::open(int number) {
  if (!m_ballots || !mayLook()) return;
  m_opened = ballotView(*m_ballots, number);
  m_number = m_opened.isEmpty() ? 0 : number;
  emit openedChanged();
}

void WallModel::close() {
  m_number = 0;
  m_opened.clear();
  emit openedChanged();
}

int WallModel::openedPlace() const {
  const auto& rows = m_rows.rows();
  for (std::size_t i = 0; m_number > 0 && i < rows.size(); ++i)
    if (rows[i].value(QStringLiteral("number")).toInt() == m_number) return static_cast<int>(i) + 1;
  return 0;
}

void WallModel::step(int by) {
  const int place = openedPlace() - 1 + by;
  if (openedPlace() == 0 || place < 0 || place >= count()) return;
  open(m_rows.rows()[static_cast<std::size_t>(place)].value(QStringLiteral("number")).toInt());
}

QString WallModel::filterWords() const {
  if (!m_ballots) return {};
  const BallotFilter f = filterOf(m_filter);
  const Contest& contest = m_ballots->counted.contest;
  QStringList parts;
  if (m_filter.contains(QStringLiteral("numbers"))) parts << m_filter.value(QStringLiteral("about")).toString();
  if (f.candidate && *f.candidate < contest.candidates.size()) {
    const std::string& name = contest.candidates[*f.candidate].name;
    parts << (f.vote ? words("{0}: {1}", "{0}: {1}", name, voteText(faceOf(contest), *f.vote).toStdString())
                     : words("{0}: có chỗ chưa rõ", "{0}: something not clear", name));
  }
  if (m_filter.contains(QStringLiteral("validity")) && f.validity) parts << validityText(*f.validity);
  if (f.state) parts << stateText(*f.state);
  if (!f.rule.empty()) parts << words("theo {0}", "by {0}", f.rule);
  if (f.why) parts << whyShort(*f.why);
  return parts.isEmpty() ? words("Tất cả", "All") : parts.join(QStringLiteral(" · "));
}

QVariantList WallModel::candidates() const {
  QVariantList list{option(-1, words("Mọi người", "Everybody"))};
  if (!m_ballots) return list;
  const auto& all = m_ballots->counted.contest.candidates;
  for (std::size_t i = 0; i < all.size(); ++i) list.append(option(static_cast<int>(i), words("{0}. {1}", "{0}. {1}", i + 1, all[i].name)));
  return list;
}

QVariantList WallModel::votes() const {
  QVariantList list{option(QString(), words("Có chỗ chưa rõ", "Something not clear"))};
  if (!m_ballots) return list;
  const Face face = faceOf(m_ballots->counted.contest);
  std::vector<Vote> all = {Vote::Yes, Vote::No};
  if (face == Face::Columns) all.push_back(Vote::None);
  if (face == Face::Confidence) all = {Vote::High, Vote::Medium, Vote::Low, Vote::None};
  for (const Vote vote : all) list.append(option(QString::fromStdString(toString(vote)), voteText(face, vote)));
  return list;
}

QVariantList WallModel::states() const {
  QVariantList list{option(QString(), words("Mọi trạng thái", "Any state"))};
  for (const State s : kStates) list.append(option(QString::fromStdString(toString(s)), stateSign(s) + QLatin1Char(' ') + stateText(s)));
  return list;
}

QVariantList WallModel::rules() const {
  QVariantList list{option(QString(), words("Mọi quy tắc", "Any rule"))};
  std::set<std::string> used;
  if (m_ballots)
    for (const AssembledBallot& ballot : m_ballots->pass.assembly.ballots)
      if (ballot.taken && !ballot.judgement.rule.empty()) used.insert(ballot.judgement.rule);
  for (const std::string& rule : used) list.append(option(QString::fromStdString(rule), QString::fromStdString(rule)));
  return list;
}

QVariantList WallModel::whys() const {
  QVariantList list{option(QString(), words("Mọi lý do", "Any reason"))};
  if (!m_ballots) return list;
  for (int i = 0; i <= static_cast<int>(Why::DoubleFeed); ++i) {
    BallotFilter filter;
    filter.why = static_cast<Why>(i);
    const auto found = ballotsWhere(m_ballots->counted, m_ballots->pass, filter).size();
    if (found > 0)
      list.append(option(QString::fromStdString(toString(*filter.why)),
                         words("{0} ({1})", "{0} ({1})", whyShort(*filter.why).toStdString(), found)));
  }
  return list;
}

QVariantList WallModel::passes() const {
  QVariantList list;
  if (m_ballots)
    for (const int pass : m_ballots->counted.passes) list.append(option(pass, words("Lượt {0}", "Pass {0}", pass)));
  return list;
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/ballot_view.h"

#include <QStringList>
#include <algorithm>

#include "count/unruled.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_note.h"
#include "kiosk/supervise/ballot_words.h"
#include "wiring/journal_text.h"

namespace kp::kiosk {
namespace {

using State = SheetRecord::State;

/// Round a name, so that the ends of a stroke are seen, parts of the page; and above and below it, parts of its own height.
constexpr double kBesideName = 0.05, kRoundRow = 0.7;
/// Round a place of extra writing, parts of the page.
constexpr double kRoundWriting = 0.02;
/// Left edge of a row whose targets are boxes, so that the name printed before them is in the picture.
constexpr double kRowLeft = 0.07, kAfterBoxes = 0.04;

QVariantMap boxed(const QRectF& r, const char* kind, const QString& tag) {
  return {{QStringLiteral("x"), r.x()},
          {QStringLiteral("y"), r.y()},
          {QStringLiteral("w"), r.width()},
          {QStringLiteral("h"), r.height()},
          {QStringLiteral("kind"), QString::fromLatin1(kind)},
          {QStringLiteral("tag"), tag}};
}

QRectF within(const QRectF& r) { return r & QRectF(0, 0, 1, 1); }

QString rowTitle(const Contest& contest, std::size_t candidate) {
  if (candidate >= contest.candidates.size()) return {};
  return words("{0}. {1}", "{0}. {1}", candidate + 1, contest.candidates[candidate].name);
}

/// Places of extra writing and the like on the upright page, with some air; blots of one kind that lie together are one place: a word is not its letters.
std::vector<std::pair<Why, QRectF>> placesOf(const PageReading& reading) {
  std::vector<std::pair<Why, QRectF>> places;
  for (const auto& [why, rect] : reading.spots) {
    QRectF where = uprightFraction(rect, reading).adjusted(-kRoundWriting, -kRoundWriting, kRoundWriting, kRoundWriting);
    for (auto other = places.begin(); other != places.end();) {
      if (other->first == why && other->second.intersects(where)) {
        where |= other->second;
        other = places.erase(other);
        if (other == places.end()) break;
        other = places.begin();  // what it has become may meet others
      } else {
        ++other;
      }
    }
    places.emplace_back(why, within(where));
  }
  return places;
}

QVariantList boxesOf(const PageReading& reading) {
  QVariantList boxes;
  for (const MarkReading& mark : reading.marks) {
    const char* kind = mark.state == MarkState::Unsure ? "doubt" : mark.state == MarkState::Mark ? "mark" : "none";
    const QString tag = mark.state == MarkState::Unsure ? QStringLiteral("?")
                        : mark.state == MarkState::Mark ? QStringLiteral("×")
                                                        : QString();
    QVariantMap box = boxed(uprightFraction(mark.spot, reading), kind, tag);
    box[QStringLiteral("candidate")] = static_cast<int>(mark.candidate);
    boxes.append(box);
  }
  for (const auto& [why, where] : placesOf(reading)) {
    QVariantMap box = boxed(where, "doubt", whyShort(why));
    box[QStringLiteral("candidate")] = -1;
    boxes.append(box);
  }
  return boxes;
}

QVariantMap sheetView(const Ballots& ballots, std::size_t index) {
  const SheetOrigin& sheet = ballots.pass.sheets[index];
  const PageReading reading = ballots.readings[index];
  const bool several = ballots.counted.pages > 1 && reading.page > 0;
  const auto twin = twinOf(ballots, index);
  return {{QStringLiteral("twin"), twin ? pictureOf(ballots, *twin) : 0},
          {QStringLiteral("twinPlace"), twin ? placeText(ballots, ballots.pass.sheets[*twin].id) : QString()},
          {QStringLiteral("sheet"), sheet.id},
          {QStringLiteral("picture"), pictureOf(ballots, index)},
          {QStringLiteral("page"), reading.page},
          {QStringLiteral("label"), several ? words("Trang {0}", "Page {0}", reading.page) : words("Tờ {0}", "Sheet {0}", sheet.id)},
          {QStringLiteral("place"), placeText(ballots, sheet.id)},
          {QStringLiteral("boxes"), boxesOf(reading)}};
}

QString marksText(const Contest& contest, const std::vector<const MarkReading*>& marks) {
  const Face face = faceOf(contest);
  QStringList parts;
  for (const MarkReading* mark : marks)
    parts << (face == Face::StrikeOut ? markText(face, mark->state)
                                      : fieldText(mark->field) + QStringLiteral(": ") + markText(face, mark->state));
  return parts.isEmpty() ? words("không thấy", "not seen") : parts.join(QStringLiteral("; "));
}

QVariantList rowsOfBallot(const Ballots& ballots, const BallotRef& ref) {
  const Contest& contest = ballots.counted.contest;
  std::vector<PageReading> readings;
  for (const std::size_t index : ref.sheets) readings.push_back(ballots.readings[index]);
  std::map<std::size_t, std::vector<const MarkReading*>> seen;
  for (const PageReading& reading : readings)
    for (const MarkReading& mark : reading.marks) seen[mark.candidate].push_back(&mark);
  const Judgement now = judgementOf(ref);
  QVariantList rows;
  for (std::size_t i = 0; i < contest.candidates.size(); ++i) {
    const Vote vote = i < now.votes.size() ? now.votes[i] : Vote::Unsure;
    const bool changed = ref.ballot && i < ref.ballot->machine.votes.size() && ref.ballot->machine.votes[i] != vote;
    rows.append(QVariantMap{{QStringLiteral("number"), static_cast<int>(i + 1)},
                            {QStringLiteral("name"), text(contest.candidates[i].name)},
                            {QStringLiteral("marks"), marksText(contest, seen[i])},
                            {QStringLiteral("vote"), ref.ballot ? voteText(faceOf(contest), vote) : QString()},
                            {QStringLiteral("unsure"), vote == Vote::Unsure},
                            {QStringLiteral("changed"), changed}});
  }
  return rows;
}

QVariantList historyOf(const Ballots& ballots, const BallotRef& ref) {
  QVariantList history;
  for (const StoredRuling& ruling : rulingsOf(ballots, ref))
    history.append(QVariantMap{{QStringLiteral("text"), text(rulingWords(ballots.counted.contest, ruling.ruling))},
                               {QStringLiteral("by"), namesText(ruling.by)},
                               {QStringLiteral("time"), timeText(ruling.time)}});
  return history;
}

/// Who is struck, where few are: what a person compares with the picture.
QString struckText(const Contest& contest, const Judgement& machine, bool keyed) {
  constexpr int kFew = 12;
  if (faceOf(contest) != Face::StrikeOut) return {};
  QStringList names;
  for (std::size_t i = 0; i < machine.votes.size() && i < contest.candidates.size(); ++i)
    if (machine.votes[i] == Vote::No) names << QString::number(i + 1);
  if (keyed && names.isEmpty()) return words("Hai người nhập: không tên nào bị gạch.", "Keyed by two: no name is struck.");
  if (keyed)
    return words("Hai người nhập: {0} tên bị gạch, số {1}.", "Keyed by two: {0} names struck, number {1}.", names.size(),
                 names.join(QStringLiteral(", ")).toStdString());
  if (names.isEmpty()) return words("Máy không thấy tên nào bị gạch.", "No name was seen to be struck.");
  if (names.size() > kFew) return words("Máy thấy {0} tên bị gạch.", "{0} names were seen to be struck.", names.size());
  return words("Máy thấy {0} tên bị gạch: số {1}.", "{0} names were seen to be struck: number {1}.", names.size(),
               names.join(QStringLiteral(", ")).toStdString());
}

/// Why a file could not be read, for the committee: what the decoder said, in English and in brackets at the end, stays in the file for whoever looks after the machine.
QString refusalText(const std::string& refused) {
  const std::size_t bracket = refused.rfind(" [");
  return text(bracket != std::string::npos && refused.back() == ']' ? refused.substr(0, bracket) : refused);
}

QVariantList findingsOf(const Ballots& ballots, const BallotRef& ref) {
  const Contest& contest = ballots.counted.contest;
  QVariantList findings;
  const bool anyRefused =
      std::any_of(ref.sheets.begin(), ref.sheets.end(), [&](std::size_t i) { return !ballots.pass.sheets[i].refused.empty(); });
  for (const Reason& reason : reasonsOf(ballots, ref)) {
    if (reason.why == Why::MarkUnsure) continue;                 // each has a spot of its own
    if (anyRefused && reason.why == Why::PageDamaged) continue;  // said by the refusal below
    if (reason.candidate)
      findings.append(QString(rowTitle(contest, *reason.candidate) + QStringLiteral(" – ") + reasonText(reason)));
    else
      findings.append(reasonText(reason));
  }
  if (!ref.unread() && spotsOf(ballots, ref).isEmpty())
    if (const QString struck = struckText(contest, ref.ballot->machine, ballots.pass.keyed); !struck.isEmpty()) findings.append(struck);
  for (const std::size_t index : ref.sheets)
    if (const std::string& refused = ballots.pass.sheets[index].refused; !refused.empty()) findings.append(refusalText(refused));
  return findings;
}

}  // namespace

bool waitsUnruled(const Ballots& ballots, const BallotRef& ref) {
  if (ref.ballot || ref.sheets.empty()) return false;
  return kp::waitsUnruled(ballots.pass, ref.sheets.front());
}

State stateOf(const BallotRef& ref) {
  if (!ref.ballot || !ref.ballot->taken) return State::SetAside;
  if (ref.ballot->judgement.validity == Validity::Undecided) return State::Review;
  return ref.ballot->judgement.ruled ? State::Ruled : State::Counted;
}

Judgement judgementOf(const BallotRef& ref) { return ref.ballot ? ref.ballot->judgement : Judgement{}; }

std::vector<StoredRuling> rulingsOf(const Ballots& ballots, const BallotRef& ref) {
  std::vector<StoredRuling> all;
  for (const std::size_t index : ref.sheets)
    if (const auto found = ballots.rulings.find(ballots.pass.sheets[index].id); found != ballots.rulings.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
  std::sort(all.begin(), all.end(), [](const StoredRuling& a, const StoredRuling& b) { return a.id < b.id; });
  return all;
}

std::vector<Reason> reasonsOf(const Ballots& ballots, const BallotRef& ref) {
  std::vector<Reason> all;
  const auto add = [&all](const std::vector<Reason>& reasons) {
    for (const Reason& reason : reasons)
      if (std::find(all.begin(), all.end(), reason) == all.end()) all.push_back(reason);
  };
  for (const std::size_t index : ref.sheets) {
    add(ballots.pass.readings[index].reading.reasons);
    add(ballots.pass.assembly.added[index]);
  }
  if (ref.ballot && !ref.ballot->transcribed) add(ref.ballot->machine.reasons);
  return all;
}

int pictureOf(const Ballots& ballots, std::size_t index) {
  const SheetOrigin& sheet = ballots.pass.sheets[index];
  return ballots.pass.keyed || !sheet.refused.empty() ? 0 : sheet.id;
}

namespace {

/// The number on the paper of a keyed ballot; 0 for scans.
int pencilNumber(const Ballots& ballots, int sheet) {
  const auto found = ballots.places.find(sheet);
  return found == ballots.places.end() || found->second.pile != 0 ? 0 : found->second.place;
}

QString waitingText(const Ballots& ballots, const BallotRef& ref) {
  if (proposesNotIssued(ballots.pass.readings[ref.sheets.front()].reading))
    return words("Chưa kết luận: chưa tính vào kết quả.", "Undecided: it counts nowhere yet.");
  return words("Chưa kết luận: máy không đọc được, chưa tính vào kết quả.", "Undecided: it could not be read and counts nowhere yet.");
}

QString titleOf(const Ballots& ballots, const BallotRef& ref) {
  const int pencil = pencilNumber(ballots, ballots.pass.sheets[ref.sheets.front()].id);
  if (pencil > 0) return words("Phiếu ghi số {0}", "Ballot numbered {0}", pencil);
  return ref.ballot ? words("Phiếu số {0}", "Ballot {0}", ref.number) : words("Tờ số {0}", "Sheet {0}", ref.number);
}

}  // namespace

QString placeText(const Ballots& ballots, int sheet) {
  const auto found = ballots.places.find(sheet);
  if (found == ballots.places.end()) return {};
  const PilePlace& place = found->second;
  if (const int pencil = pencilNumber(ballots, sheet); pencil > 0)
    return words("Phiếu ghi số {0} bằng bút chì, nhập bằng bàn phím", "Ballot with number {0} in pencil, keyed in", pencil);
  if (place.pile <= 0) return words("Tờ số {0}, ảnh {1}", "Sheet {0}, picture {1}", sheet, place.source);
  return words("Tờ số {0} – xấp {1}, tờ thứ {2} trong {3} (ảnh {4})", "Sheet {0} – pile {1}, number {2} of {3} (picture {4})", sheet,
               place.pile, place.place, place.ofPile, place.source);
}

QVariantList spotsOf(const Ballots& ballots, const BallotRef& ref) {
  QVariantList spots;
  const Contest& contest = ballots.counted.contest;
  const bool names = faceOf(contest) == Face::StrikeOut;
  const auto add = [&spots, &ballots](const QRectF& where, const QString& title, const QString& what, std::size_t index, int candidate) {
    QVariantMap spot = boxed(within(where), "picked", QString());
    spot[QStringLiteral("title")] = title;
    spot[QStringLiteral("what")] = what;
    spot[QStringLiteral("sheet")] = ballots.pass.sheets[index].id;
    spot[QStringLiteral("picture")] = pictureOf(ballots, index);
    spot[QStringLiteral("candidate")] = candidate;
    spots.append(spot);
  };
  for (const std::size_t index : ref.sheets) {
    const PageReading reading = ballots.readings[index];
    std::map<std::size_t, std::pair<QRectF, QStringList>> rows;
    for (const MarkReading& mark : reading.marks) {
      auto& [row, what] = rows[mark.candidate];
      row |= uprightFraction(mark.spot, reading);
      if (mark.state == MarkState::Unsure)
        what << (names ? markWhyText(mark)
                       : words("{0}: {1}", "{0}: {1}", fieldText(mark.field).toStdString(), markWhyText(mark).toStdString()));
    }
    for (const auto& [candidate, row] : rows) {
      const auto& [r, what] = row;
      if (what.isEmpty()) continue;
      const double tall = r.height() * kRoundRow;
      const double left = names ? r.left() - kBesideName : std::min(kRowLeft, r.left());
      const double right = r.right() + (names ? kBesideName : kAfterBoxes);
      add(QRectF(left, r.top() - tall, right - left, r.height() + 2 * tall), rowTitle(contest, candidate), what.join(QLatin1Char(' ')),
          index, static_cast<int>(candidate));
    }
    for (const auto& [why, where] : placesOf(reading)) add(where, whyShort(why), text(explain(why)), index, -1);
  }
  return spots;
}

QVariantMap ballotView(const Ballots& ballots, int number) {
  const BallotRef ref = ballotRef(ballots, number);
  if (ref.sheets.empty()) return {};
  const Contest& contest = ballots.counted.contest;
  const State state = stateOf(ref);
  QVariantList sheets;
  for (const std::size_t index : ref.sheets) sheets.append(sheetView(ballots, index));
  const bool waits = waitsUnruled(ballots, ref);
  QVariantMap view = noteOf(ballots, ref);
  const QVariant machine = ref.unread() ? view.value(QStringLiteral("proposal")) : countsText(contest, ref.ballot->machine, true);
  view.insert(
      {{QStringLiteral("number"), ref.number},
       {QStringLiteral("title"), titleOf(ballots, ref)},
       {QStringLiteral("state"), QString::fromStdString(toString(state))},
       {QStringLiteral("stateText"), stateText(waits ? State::Review : state)},
       {QStringLiteral("sign"), stateSign(waits ? State::Review : state)},
       {QStringLiteral("unread"), ref.unread()},
       {QStringLiteral("keyed"), ballots.pass.keyed},
       {QStringLiteral("counts"), waits ? waitingText(ballots, ref) : countsText(contest, judgementOf(ref), state != State::SetAside)},
       {QStringLiteral("machine"), machine},
       {QStringLiteral("findings"), findingsOf(ballots, ref)},
       {QStringLiteral("sheets"), sheets},
       {QStringLiteral("rows"), rowsOfBallot(ballots, ref)},
       {QStringLiteral("history"), historyOf(ballots, ref)}});
  return view;
}

bool mayLookAtBallots(const Session& session) {
  const QString role = session.role();
  if (!role.isEmpty()) return role == QLatin1String("head") || role == QLatin1String("member") || role == QLatin1String("supervisor");
  const QVariantList people = session.people();
  return std::none_of(people.begin(), people.end(), [](const QVariant& p) { return p.toMap().value(QStringLiteral("hasPin")).toBool(); });
}

}  // namespace kp::kiosk

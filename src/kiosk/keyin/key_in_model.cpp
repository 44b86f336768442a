// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/keyin/key_in_model.h"

#include <algorithm>
#include <utility>

#include "count/contest_count.h"
#include "count/keyed_face.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

constexpr std::size_t kRowsAtOnce = 24;  ///< a longer list does not fit the screen: only the rows that were typed are shown
constexpr std::size_t kOwnShown = 40;    ///< lines of the running journal; older ones are in the printed one

/// What one row of the ballot says as typed.
QString rowText(Face face, const RowMarks& row) {
  const std::vector<Field>& fields = fieldsOf(face);
  QString text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (row[i] == MarkState::Unsure) return words("chưa rõ", "unclear");
    if (row[i] != MarkState::Mark) continue;
    const QString name = face == Face::StrikeOut ? words("gạch", "struck") : fieldText(fields[i]);
    text += text.isEmpty() ? name : QStringLiteral(" + ") + name;
  }
  if (text.isEmpty() && face != Face::StrikeOut) return words("trống", "empty");
  return text;
}

QString flagsText(const KeyedEntry& entry) {
  QString text;
  for (const KeyedFlag flag : entry.flags) text += QStringLiteral(" · ") + kp::kiosk::text(flagText(flag));
  return text;
}

QString summaryOf(const Contest& contest, const KeyedEntry& entry) {
  if (faceOf(contest) != Face::StrikeOut) {
    const auto departs =
        std::count_if(entry.rows.begin(), entry.rows.end(), [&](const RowMarks& row) { return row != entry.rows.front(); });
    return words("{0} dòng, {1} dòng khác dòng đầu", "{0} rows, {1} unlike the first", entry.rows.size(), departs) + flagsText(entry);
  }
  const auto struck = std::count_if(entry.rows.begin(), entry.rows.end(), [](const RowMarks& row) { return row[0] == MarkState::Mark; });
  const auto kept = static_cast<long>(entry.rows.size()) - struck;
  return words("gạch {0} · giữ {1} · được bầu {2}", "struck {0} · kept {1} · seats {2}", struck, kept, contest.seats) + flagsText(entry);
}

QString noteOf(const OwnEntry& entry) {
  switch (entry.state) {
    case KeyedBallot::State::Agreed: return words("khớp", "agrees");
    case KeyedBallot::State::Referred: return words("chuyển Ban kiểm phiếu", "to the committee");
    case KeyedBallot::State::Differs: return words("lệch, nhập lại", "differs, key again");
    case KeyedBallot::State::Untouched:
    case KeyedBallot::State::Missing1:
    case KeyedBallot::State::Missing2: break;
  }
  return entry.repeated ? words("đã sửa", "corrected") : QString();
}

/// The operator this person was so far; 0 when the person has keyed nothing in this pass.
int slotOf(const Ledger& ledger, const std::string& contest, int pass, const std::string& person) {
  for (const int slot : {1, 2}) {
    const auto entries = ownEntries(ledger, contest, pass, slot, person, 1);
    if (entries && !entries->empty()) return slot;
  }
  return 0;
}

}  // namespace

struct KeyInModel::Loaded {
  Contest contest;
  KeyingState state;
  std::vector<OwnEntry> own;
  int slot = 1;
  bool scanned = false;  ///< the pass holds sheets from a scanner or files
};

KeyInModel::KeyInModel(QObject* parent) : PageModel(parent), m_own({"ballot", "typed", "entry", "time", "note"}) {}

QVariant KeyInModel::again() const {
  QVariantList list;
  for (const int ballot : m_state.of(m_slot).again) list.append(ballot);
  return list;
}

QString KeyInModel::refusal() const {
  if (station() && station()->session()->isSignedIn() && !station()->session()->may(QStringLiteral("keyIn")))
    return words("Đồng chí xem được màn hình này; nhập phiếu do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.",
                 "You can look at this screen; ballots are keyed in by the counting committee or the technician.");
  if (m_scanned && !m_state.closed)
    return words("Lượt {0} đã quét bằng máy nên không nhập bằng bàn phím vào lượt này được. Hãy chọn lượt khác.",
                 "Pass {0} was scanned, so nothing can be keyed into it. Choose another pass.", m_pass);
  return {};
}

QString KeyInModel::keysPerBallot() const {
  const OperatorProgress& mine = m_state.of(m_slot);
  if (mine.entries == 0) return {};
  const QString mean = QString::number(static_cast<double>(mine.keys) / mine.entries, 'f', 1);
  return language() == Language::English ? mean : QString(mean).replace(QLatin1Char('.'), QLatin1Char(','));
}

QString KeyInModel::usual() const {
  switch (faceOf(m_contest)) {
    case Face::Columns:
      return words("Gõ số của dòng “Không đồng ý”; các dòng khác là “Đồng ý”. Tất cả đồng ý: gõ 0.",
                   "Type the numbers with “disagree”; all others agree. All agree: type 0.");
    case Face::Confidence:
      return words("Gõ số của dòng “Tín nhiệm” (thêm p: thấp); các dòng khác là “Tín nhiệm cao”. Tất cả cao: gõ 0.",
                   "Type the numbers with “confidence” (add p: low); all others are high. All high: type 0.");
    case Face::StrikeOut: break;
  }
  return words("Gõ số của những tên bị gạch, cách nhau một dấu cách: 3 7 12. Không gạch ai: gõ 0.",
               "Type the numbers of the names struck, separated by spaces: 3 7 12. Nobody struck: type 0.");
}

QString KeyInModel::help() const {
  const QString flags = words(
      "Cuối dòng: x có chữ viết thêm · n viết thêm tên · m hai màu mực · ? có chỗ chưa rõ · l phiếu không phải do Ban kiểm phiếu phát ra",
      "At the end of the line: x writing · n a name written in · m two inks · ? something unclear · l not issued by the committee");
  switch (faceOf(m_contest)) {
    case Face::Columns:
      return words("5b: cả hai ô · 5t: trống · 5?: ô 5 chưa rõ · *: đảo lại, gõ số của “Đồng ý”.",
                   "5b: both boxes · 5t: empty · 5?: unclear · *: the other way round, type who agrees.") +
             QLatin1Char('\n') + flags;
    case Face::Confidence:
      return words("5cv: hai ô · 5b: cả ba · 5t: trống · 5?: chưa rõ.", "5cv: two boxes · 5b: all three · 5t: empty · 5?: unclear. ") +
             flags;
    case Face::StrikeOut: break;
  }
  return words("3-5: từ 3 đến 5 · *: gạch hết, sau đó gõ số của người được giữ · 5?: chưa rõ tên số 5.",
               "3-5: from 3 to 5 · *: all struck, then the numbers kept · 5?: name 5 is unclear.") +
         QLatin1Char('\n') + flags;
}

void KeyInModel::setSlot(int slot) {
  if (slot == m_slot || (slot != 1 && slot != 2)) return;
  m_slot = slot;
  m_slotChosen = true;
  m_picked = 0;
  reload();
}

void KeyInModel::setPass(int pass) {
  if (pass == m_pass || pass < 1) return;
  m_pass = pass;
  m_picked = 0;
  m_slotChosen = false;
  reload();
}

void KeyInModel::setTyped(const QString& typed) {
  if (typed == m_typed) return;
  m_typed = typed;
  judgeTyped();
}

Expected<KeyInModel::Loaded> KeyInModel::load(const Ledger& ledger, const std::string& contest, int pass, int slot,
                                              const std::string& person) {
  Loaded loaded;
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  loaded.contest = counted->contest;
  loaded.slot = slot;
  const auto has = [pass](const std::vector<int>& passes) { return std::count(passes.begin(), passes.end(), pass) > 0; };
  loaded.scanned = has(counted->passes) && !has(counted->keyed);
  if (slot == 0) loaded.slot = std::max(1, slotOf(ledger, contest, pass, person));
  auto state = keyingState(ledger, contest, pass);
  if (!state) return tl::unexpected<Error>(state.error());
  loaded.state = std::move(*state);
  // somebody else keyed as operator 1 before: a newcomer is the second
  if (slot == 0 && slotOf(ledger, contest, pass, person) == 0 && loaded.state.of(1).entries > 0) loaded.slot = 2;
  auto own = ownEntries(ledger, contest, pass, loaded.slot, person, kOwnShown);
  if (!own) return tl::unexpected<Error>(own.error());
  loaded.own = std::move(*own);
  return loaded;
}

void KeyInModel::reload() {
  if (!station() || station()->contest().isEmpty()) return;
  look([contest = contest(), pass = m_pass, slot = m_slotChosen ? m_slot : 0,
        person = station()->session()->name().toStdString()](const Ledger& ledger) { return load(ledger, contest, pass, slot, person); },
       [this, done = m_done](Loaded loaded) {
         show(std::move(loaded));
         if (done != m_done) return;  // as it was before the last entry
         m_storing = false;
         storeNext();
       });
}

void KeyInModel::show(Loaded loaded) {
  if (loaded.contest.id != m_contest.id) m_picked = 0;
  m_contest = std::move(loaded.contest);
  m_state = std::move(loaded.state);
  m_slot = loaded.slot;
  m_scanned = loaded.scanned;
  const OperatorProgress& mine = m_state.of(m_slot);
  m_ballot = m_picked != 0 ? m_picked : mine.next.value_or(0);
  std::vector<QVariantMap> rows;
  for (const OwnEntry& entry : loaded.own)
    rows.push_back({{QStringLiteral("ballot"), entry.ballot},
                    {QStringLiteral("typed"), text(entry.typed)},
                    {QStringLiteral("entry"), text(entry.text)},
                    {QStringLiteral("time"), timeText(entry.time)},
                    {QStringLiteral("note"), noteOf(entry)}});
  m_own.setRows(std::move(rows));
  judgeTyped();
  emit changed();
}

void KeyInModel::judgeTyped() {
  m_problem.clear();
  m_summary.clear();
  m_preview.clear();
  std::optional<KeyedEntry> entry;
  if (!m_typed.trimmed().isEmpty()) {
    auto parsed = parseEntry(m_contest, m_typed.toStdString());
    if (parsed)
      entry = std::move(*parsed);
    else
      m_problem = text(parsed.error().what);
  }
  if (entry) m_summary = summaryOf(m_contest, *entry);
  const Face face = faceOf(m_contest);
  const bool whole = m_contest.candidates.size() <= kRowsAtOnce;
  for (std::size_t i = 0; i < m_contest.candidates.size(); ++i) {
    const bool has = entry && i < entry->rows.size();
    if (!whole && (!has || entry->rows[i] == keyedFace(face).usual)) continue;
    m_preview.append(QVariantMap{{QStringLiteral("number"), static_cast<int>(i + 1)},
                                 {QStringLiteral("name"), text(m_contest.candidates[i].name)},
                                 {QStringLiteral("marked"), has && face == Face::StrikeOut && entry->rows[i][0] == MarkState::Mark},
                                 {QStringLiteral("text"), has ? rowText(face, entry->rows[i]) : QString()}});
  }
  emit typedChanged();
}

void KeyInModel::key() {
  if (m_ballot == 0 || m_typed.trimmed().isEmpty() || !m_problem.isEmpty()) return;
  m_waiting.push_back(m_typed);
  replaceTyped({});
  storeNext();
}

void KeyInModel::replaceTyped(const QString& typed) {
  m_typed = typed;
  judgeTyped();
  emit typedReplaced();
}

/// Something is on its way to the file: which ballot comes next is not known before it is back.
void KeyInModel::begin() { m_storing = true; }

void KeyInModel::storeNext() {
  if (m_storing || m_waiting.empty()) return;
  if (m_ballot == 0) return m_waiting.clear();  // the pile is through
  begin();
  const QString typed = m_waiting.front();
  m_waiting.pop_front();
  const int picked = std::exchange(m_picked, 0);
  KeyRequest request;
  request.contest = contest();
  request.pass = m_pass;
  request.ballot = m_ballot;
  request.slot = m_slot;
  request.by = station()->session()->name().toStdString();
  request.text = typed.toStdString();
  using Outcome = Expected<KeyOutcome>;
  act([request](Ledger& ledger) -> Expected<Outcome> { return keyBallot(ledger, request); },
      [this, typed, picked](const Outcome& outcome) {
        ++m_done;
        if (!outcome) return giveBack(typed, picked, outcome.error());
        m_slotChosen = true;
        say(*outcome);
        emit stored();
      });
}

/// What was typed behind it was meant for ballots that are not reached.
void KeyInModel::giveBack(const QString& typed, int picked, const Error& error) {
  m_waiting.clear();
  m_picked = picked;
  replaceTyped(typed);
  setError(text(error.what));
}

void KeyInModel::say(const KeyOutcome& outcome) {
  m_saidKind = QStringLiteral("info");
  const int ballot = outcome.ballot.ballot;
  switch (outcome.ballot.state) {
    case KeyedBallot::State::Agreed:
      m_saidKind = QStringLiteral("good");
      m_said = outcome.judgement && outcome.judgement->validity != Validity::Valid
                   ? words("Phiếu {0}: hai người nhập khớp nhau; phiếu chờ Ban kiểm phiếu kết luận ({1}).",
                           "Ballot {0}: both keyed the same; it waits for the committee ({1}).", ballot, outcome.judgement->rule)
                   : words("Phiếu {0}: hai người nhập khớp nhau, đã ghi nhận.", "Ballot {0}: both keyed the same; recorded.", ballot);
      break;
    case KeyedBallot::State::Differs:
      m_saidKind = QStringLiteral("warn");
      m_said = words("Phiếu {0}: hai người nhập khác nhau. Hãy cầm lại tờ phiếu, cả hai cùng nhập lại.",
                     "Ballot {0}: the two entries differ. Take the paper again; both key it again.", ballot);
      break;
    case KeyedBallot::State::Referred:
      m_said = words("Phiếu {0}: đã chuyển Ban kiểm phiếu kết luận.", "Ballot {0}: handed to the committee.", ballot);
      break;
    default: m_said = words("Phiếu {0}: đã ghi “{1}”.", "Ballot {0}: stored “{1}”.", ballot, outcome.text);
  }
  emit saidChanged();
}

void KeyInModel::pick(int ballot) {
  if (ballot < 1 || ballot > m_state.returned || !m_waiting.empty()) return;
  m_picked = ballot;
  m_ballot = ballot;
  replaceTyped({});
  emit changed();
}

bool KeyInModel::differed() const {
  return m_ballot > 0 && std::find(m_state.differing.begin(), m_state.differing.end(), m_ballot) != m_state.differing.end();
}

void KeyInModel::refer() {
  if (!differed() || m_storing) return;
  begin();
  act([contest = contest(), pass = m_pass, ballot = m_ballot, by = station()->session()->name().toStdString()](
          Ledger& ledger) -> Expected<Expected<KeyOutcome>> { return referBallot(ledger, contest, pass, ballot, by); },
      [this](const Expected<KeyOutcome>& outcome) {
        ++m_done;
        if (!outcome) return setError(text(outcome.error().what));
        m_picked = 0;
        replaceTyped({});
        say(*outcome);
        emit stored();
      });
}

}  // namespace kp::kiosk

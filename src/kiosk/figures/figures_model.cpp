// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/figures/figures_model.h"

#include <algorithm>

#include "count/closing.h"
#include "count/two_people.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

constexpr int kMostDigits = 7;  ///< kMaxFigure has seven

/// What the screen needs of the file.
struct Loaded {
  CongressKind kind = CongressKind::Delegates;
  Contest contest;
  int pages = 1;
  bool closed = false, counted = false, read = false;
  long sheets = 0;
  Tally tally;
  Figures figures, others;
  std::string othersTitle;
};

Expected<Loaded> loadFigures(const Ledger& ledger, const std::string& id) {
  const auto counted = loadContest(ledger, id);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto figures = ledger.figures().of(id);
  if (!figures) return tl::unexpected<Error>(figures.error());
  const auto pass = loadPass(ledger, *counted, counted->passes.empty() ? 1 : counted->passes.front());
  if (!pass) return tl::unexpected<Error>(pass.error());
  const ContestResult result = resultOf(*counted, *pass, *figures);
  Loaded out;
  out.kind = counted->congress.info.kind;
  out.contest = counted->contest;
  out.pages = counted->pages;
  out.closed = counted->state.closed;
  out.counted = !counted->passes.empty();
  const auto read = ballotsWereRead(ledger, id);
  if (!read) return tl::unexpected<Error>(read.error());
  out.read = *read;
  out.sheets = result.sheets;
  out.tally = result.tally;
  out.figures = *figures;
  for (const Contest& other : counted->congress.contests) {
    if (other.id == id) continue;
    const auto theirs = ledger.figures().of(other.id);
    if (!theirs || !theirs->convened || !theirs->present) continue;
    out.others = *theirs;
    out.othersTitle = other.title;
  }
  return out;
}

std::optional<int> numberOf(const std::map<std::string, QString>& typed, const std::string& key) {
  const auto found = typed.find(key);
  if (found == typed.end() || found->second.isEmpty()) return std::nullopt;
  return found->second.toInt();
}

QString shown(const std::optional<int>& value) { return value ? QString::number(*value) : QString(); }

bool sameAttendance(const Figures& a, const Figures& b) {
  return a.convened == b.convened && a.present == b.present && a.deductions == b.deductions;
}

}  // namespace

void FiguresModel::reload() {
  look([contest = contest()](const Ledger& ledger) { return loadFigures(ledger, contest); },
       [this](Loaded&& loaded) {
         const bool other = m_shown != loaded.contest.id;
         const bool untouched = !isChanged();
         m_kind = loaded.kind;
         m_contest = std::move(loaded.contest);
         m_pages = loaded.pages;
         m_closed = loaded.closed;
         m_counted = loaded.counted;
         m_read = loaded.read;
         m_sheets = loaded.sheets;
         m_tally = std::move(loaded.tally);
         m_stored = std::move(loaded.figures);
         m_others = std::move(loaded.others);
         m_othersTitle = text(loaded.othersTitle);
         // what a person is typing stays when something else in the file changes
         if (other || untouched) setFigures(m_stored);
         m_shown = m_contest.id;
         emit typed();
       });
}

void FiguresModel::setFigures(const Figures& figures) {
  m_typed = {{"convened", shown(figures.convened)},
             {"present", shown(figures.present)},
             {"issued", shown(figures.issued)},
             {"returned", shown(figures.returned)}};
  for (const auto& [name, number] : figures.deductions) m_typed[name] = QString::number(number);
}

Figures FiguresModel::figures() const {
  Figures f{numberOf(m_typed, "convened"), numberOf(m_typed, "present"), numberOf(m_typed, "issued"), numberOf(m_typed, "returned"), {}};
  for (const std::string& name : deductionClasses(m_kind))
    if (const auto number = numberOf(m_typed, name)) f.deductions[name] = *number;
  return f;
}

void FiguresModel::type(const QString& key, const QString& typedText) {
  QString digits;
  for (const QChar c : typedText)
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9') && digits.size() < kMostDigits) digits.append(c);
  m_typed[key.toStdString()] = digits;
  emit typed();
}

void FiguresModel::takeOthers() {
  m_typed["convened"] = shown(m_others.convened);
  m_typed["present"] = shown(m_others.present);
  for (const std::string& name : deductionClasses(m_kind)) {
    const auto found = m_others.deductions.find(name);
    m_typed[name] = found == m_others.deductions.end() ? QString() : QString::number(found->second);
  }
  emit typed();
}

void FiguresModel::undo() {
  setFigures(m_stored);
  clearError();
  emit typed();
}

bool FiguresModel::takesTwo() const {
  return m_read && decidesOverRead(m_stored, merged(m_stored, figures()), station()->session()->isSignedIn());
}

void FiguresModel::save() {
  const Actors by = station()->session()->actors();
  act([contest = contest(), given = figures(), by](Ledger& ledger) { return enterFigures(ledger, contest, given, by); },
      [this](Figures&& stored) {
        m_stored = stored;
        setFigures(m_stored);
        emit typed();
        emit saved();
      });
}

QString FiguresModel::labelOf(const std::string& key) const {
  const bool members = m_kind == CongressKind::Members;
  if (key == "convened")
    return members ? words("Số đảng viên được triệu tập", "Members convened") : words("Số đại biểu được triệu tập", "Delegates convened");
  if (key == "present") return members ? words("Số đảng viên có mặt", "Members present") : words("Số đại biểu có mặt", "Delegates present");
  if (key == "issued") return words("Số phiếu phát ra", "Ballots issued");
  if (key == "returned") return words("Số phiếu thu về (đếm bằng tay)", "Ballots returned (counted by hand)");
  return text(deductionText(key));
}

QVariantList FiguresModel::fields(const std::vector<std::string>& keys) const {
  QVariantList list;
  for (const std::string& key : keys) list.append(QVariantMap{{QStringLiteral("key"), text(key)}, {QStringLiteral("label"), labelOf(key)}});
  return list;
}

QVariantList FiguresModel::deductions() const { return fields(deductionClasses(m_kind)); }

QStringList FiguresModel::keys() const {
  QStringList keys{QStringLiteral("convened"), QStringLiteral("present")};
  for (const std::string& name : deductionClasses(m_kind)) keys.append(text(name));
  return keys << QStringLiteral("issued") << QStringLiteral("returned");
}

QVariantMap FiguresModel::values() const {
  QVariantMap values;
  for (const auto& [key, value] : m_typed) values.insert(text(key), value);
  return values;
}

QString FiguresModel::absent() const {
  const Figures f = figures();
  if (!f.convened || !f.present || *f.present > *f.convened) return {};
  return QString::number(*f.convened - *f.present);
}

QString FiguresModel::base() const {
  const Figures f = figures();
  return f.convened ? QString::number(baseOf(f)) : QString();
}

QString FiguresModel::baseText() const {
  const Figures f = figures();
  const char* rule = m_kind == CongressKind::Members ? "R-23" : "R-24";
  if (!f.convened)
    return words("Nhập số được triệu tập để tính số làm căn cứ ({0}).", "Enter the number convened to work out the base ({0}).", rule);
  QString less;
  for (const std::string& name : deductionClasses(m_kind)) {
    const auto found = f.deductions.find(name);
    less += QStringLiteral(" − ") + QString::number(found == f.deductions.end() ? 0 : found->second);
  }
  return QStringLiteral("%1%2 = %3").arg(*f.convened).arg(less).arg(baseOf(f));
}

QString FiguresModel::problem() const {
  const auto checked = checkFigures(m_kind, figures());
  return checked || checked.error().rule == "R-21" ? QString() : text(checked.error().what);
}

bool FiguresModel::isStopped() const {
  const auto checked = checkFigures(m_kind, figures());
  return !checked && checked.error().rule == "R-21";
}

QString FiguresModel::stopText() const {
  if (!isStopped()) return {};
  const Figures f = figures();
  return words(
      "Thu về {0} phiếu, nhiều hơn {1} phiếu phát ra (R-21). Hãy đếm lại hai số này bằng tay. Nếu vẫn nhiều hơn: dừng kiểm phiếu, không rút bớt phiếu, niêm phong toàn bộ phiếu và báo cáo đại hội; đại hội quyết định hủy và bầu lại. Số thu về này không lưu được.",
      "{0} ballots returned, more than the {1} issued (R-21). Count both again by hand. If it stays so: stop the count, draw no ballot out, seal all of them and report to the congress, which decides to destroy them and vote again. This number cannot be saved.",
      f.returned.value_or(0), f.issued.value_or(0));
}

QVariantList FiguresModel::sums() const {
  QVariantList list;
  const Figures f = figures();
  for (const Sum& sum : checkSums(m_contest, f, m_tally, m_sheets, m_pages)) {
    const bool ofAttendance = sum.id == "present + deducted <= convened" || sum.id == "issued <= present" || sum.id == "returned <= issued";
    const bool entered = sum.id == "present + deducted <= convened" ? f.convened && f.present
                         : sum.id == "issued <= present"            ? f.issued && f.present
                                                                    : f.returned.has_value() && f.issued.has_value();
    if (!ofAttendance && !m_counted) continue;  // nothing is counted yet: these come with the first ballot
    const bool waits = ofAttendance && !entered;
    const char* relation = sum.holds ? (sum.left == sum.right ? "=" : "≤") : sum.left > sum.right ? ">" : "<";
    const QString detail = QStringLiteral("%1 %2 %3").arg(sum.left).arg(QString::fromUtf8(relation)).arg(sum.right);
    list.append(QVariantMap{{QStringLiteral("text"), text(sum.text)},
                            {QStringLiteral("detail"), waits ? QString() : detail},
                            {QStringLiteral("state"), waits       ? QStringLiteral("waits")
                                                      : sum.holds ? QStringLiteral("holds")
                                                                  : QStringLiteral("fails")}});
  }
  return list;
}

QString FiguresModel::firstFailing() const {
  for (const QVariant& entry : sums()) {
    const QVariantMap sum = entry.toMap();
    if (sum.value(QStringLiteral("state")) == QLatin1String("fails")) return sum.value(QStringLiteral("text")).toString();
  }
  return {};
}

QString FiguresModel::othersText() const {
  if (m_othersTitle.isEmpty() || sameAttendance(figures(), m_others)) return {};
  return words("Lấy số đại biểu đã nhập ở “{0}”", "Take the attendance entered for \"{0}\"", m_othersTitle.toStdString());
}

}  // namespace kp::kiosk

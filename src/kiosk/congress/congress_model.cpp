// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/congress/congress_model.h"

#include <QFileInfo>
#include <algorithm>

#include "count/access.h"
#include "count/closing.h"
#include "count/output_file.h"
#include "count/setup.h"
#include "count/two_people.h"
#include "election/rule_set.h"
#include "formats/definition.h"
#include "formats/unicode.h"
#include "kiosk/congress/committee_doubts.h"
#include "kiosk/figures/figures_text.h"
#include "kiosk/frame/words.h"
#include "kiosk/start/start_model.h"
#include "lists/list_export.h"

namespace kp::kiosk {
namespace {

struct Loaded {
  Congress congress;
  std::vector<std::string> withPin;
  Figures figures;
  std::map<std::string, Figures> read;
  bool closed = false, committeeTakesTwo = false;
};

Expected<Loaded> loadedFrom(const Ledger& ledger, const std::string& contest) {
  Loaded out;
  auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  out.congress = std::move(*congress);
  auto pins = ledger.congress().withPin();
  if (!pins) return tl::unexpected<Error>(pins.error());
  out.withPin = std::move(*pins);
  const auto two = committeeTakesTwo(ledger, out.congress);
  if (!two) return tl::unexpected<Error>(two.error());
  out.committeeTakesTwo = *two;
  for (const Contest& one : out.congress.contests) {
    const auto read = ballotsWereRead(ledger, one.id);
    if (!read) return tl::unexpected<Error>(read.error());
    const auto stored = ledger.figures().of(one.id);
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (*read) out.read[one.id] = *stored;
  }
  if (!out.congress.contest(contest)) return out;
  const auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  out.figures = *figures;
  const auto state = ledger.congress().state(contest);
  if (!state) return tl::unexpected<Error>(state.error());
  out.closed = state->closed;
  return out;
}

QVariantMap line(const QString& label, const std::string& value) {
  return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value.empty() ? words("(chưa ghi)", "(not given)") : text(value)}};
}

/// A figure typed: nullopt for an empty field; `problem` says what is wrong with it.
std::optional<int> numberIn(const QString& typed, const QString& label, QString& problem) {
  const QString plain = typed.trimmed();
  if (plain.isEmpty()) return std::nullopt;
  bool ok = false;
  const int number = plain.toInt(&ok);
  if (ok && number >= 0 && number <= kMaxFigure) return number;
  problem = words("“{0}” phải là một số từ 0 đến {1}.", "\"{0}\" must be a number from 0 to {1}.", label.toStdString(), kMaxFigure);
  return std::nullopt;
}

Figures figuresOf(CongressKind kind, const QString& convened, const QVariantMap& deductions, QString& problem) {
  Figures figures;
  figures.convened = numberIn(convened, words("Số được triệu tập", "Convened"), problem);
  for (const std::string& name : deductionClasses(kind)) {
    const auto number = numberIn(deductions.value(text(name)).toString(), text(deductionText(name)), problem);
    figures.deductions[name] = number.value_or(0);
  }
  return figures;
}

Expected<void> writeNew(const QString& path, const std::string& bytes) {
  if (QFileInfo::exists(path))
    return fail(ErrorKind::Refused, trf("Đã có tệp {0}; tệp cũ còn nguyên. Hãy đặt tên khác.",
                                        "{0} exists already and was kept. Choose another name.", path.toStdString()));
  return writeOutputFile(path.toStdString(), bytes);
}

/// R-35, of technical staff: who introduced and approved, or that it is missing.
QString introductionOf(const CommitteeMember& person) {
  if (person.role != Role::Technician) return {};
  if (person.introducedBy.empty() || person.approvedBy.empty())
    return words("! Chưa ghi ai giới thiệu, ai đồng ý (R-35)", "! Who introduced and approved is not entered (R-35)");
  return words("Giới thiệu: {0} · Đoàn Chủ tịch đồng ý: {1}", "Introduced by {0} · approved for the presidium by {1}", person.introducedBy,
               person.approvedBy);
}

}  // namespace

void CongressModel::reload() {
  look([contest = contest()](const Ledger& ledger) { return loadedFrom(ledger, contest); },
       [this](Loaded&& loaded) {
         m_congress = std::move(loaded.congress);
         m_withPin = std::move(loaded.withPin);
         m_figures = std::move(loaded.figures);
         m_closed = loaded.closed;
         m_read = std::move(loaded.read);
         m_committeeTakesTwo = loaded.committeeTakesTwo;
         m_findings.clear();
         for (const Finding& finding : examine(m_congress))
           if (finding.rule == "R-06" || finding.rule == "R-35")
             m_findings.append(text(finding.rule) + QStringLiteral(": ") + text(finding.what));
         m_findings.append(committeeDoubts(m_congress.committee));
         emit changed();
       });
}

QVariantList CongressModel::info() const {
  const CongressInfo& info = m_congress.info;
  return {line(words("Tên đại hội", "Congress"), info.name),
          line(words("Nhiệm kỳ", "Term"), info.term),
          line(words("Ngày", "Date"), shownDate(text(info.date)).toStdString()),
          line(words("Nơi họp", "Place"), info.place),
          line(words("Loại đại hội", "Kind"), (info.kind == CongressKind::Delegates ? words("Đại hội đại biểu", "Congress of delegates")
                                                                                    : words("Đại hội đảng viên", "Congress of members"))
                                                  .toStdString()),
          line(words("Cấp trên", "Superior body"), info.superior),
          line(words("Cơ quan ban hành", "Issuing body"), info.issuer),
          line(words("Quy tắc bầu cử", "Rule set"), info.rules)};
}

QVariantMap CongressModel::fields() const {
  const CongressInfo& info = m_congress.info;
  return {{QStringLiteral("name"), text(info.name)},
          {QStringLiteral("place"), text(info.place)},
          {QStringLiteral("date"), shownDate(text(info.date))},
          {QStringLiteral("term"), text(info.term)},
          {QStringLiteral("superior"), text(info.superior)},
          {QStringLiteral("issuer"), text(info.issuer)},
          {QStringLiteral("rules"), text(info.rules)}};
}

void CongressModel::saveInfo(const QVariantMap& fields) {
  const auto typed = [&fields](const char* key) { return nfc(fields.value(QLatin1String(key)).toString().simplified().toStdString()); };
  const QString date = isoDate(fields.value(QStringLiteral("date")).toString());
  if (date.isEmpty())
    return setError(words("Ngày đại hội chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 22/11/2026. Chưa có gì thay đổi.",
                          "The date is not a date. Write it as day/month/year, for example 22/11/2026. Nothing was changed."));
  CongressInfo info = m_congress.info;
  info.name = typed("name");
  info.place = typed("place");
  info.date = date.toStdString();
  info.term = typed("term");
  info.superior = typed("superior");
  info.issuer = typed("issuer");
  info.rules = typed("rules");
  const Actors by = station()->session()->actors();
  act(
      [info, by](Ledger& ledger) -> Expected<Done> {
        auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        congress->info = info;
        return doneOr(saveCongress(ledger, *congress, by));
      },
      [this](Done) { emit said(words("Đã lưu thông tin đại hội.", "The congress's details are saved.")); });
}

QVariantList CongressModel::people() const {
  QVariantList people;
  for (const CommitteeMember& person : m_congress.committee) {
    const bool pin = std::find(m_withPin.begin(), m_withPin.end(), person.name) != m_withPin.end();
    people.append(QVariantMap{{QStringLiteral("name"), text(person.name)},
                              {QStringLiteral("role"), text(toString(person.role))},
                              {QStringLiteral("roleText"), capitalised(text(kp::roleText(person.role)))},
                              {QStringLiteral("technician"), person.role == Role::Technician},
                              {QStringLiteral("introducedBy"), text(person.introducedBy)},
                              {QStringLiteral("approvedBy"), text(person.approvedBy)},
                              {QStringLiteral("introduction"), introductionOf(person)},
                              {QStringLiteral("hasPin"), pin},
                              {QStringLiteral("pinText"), pin ? words("✓ đã có mã", "✓ PIN set") : words("○ chưa có mã", "○ no PIN")},
                              {QStringLiteral("self"), station() && text(person.name) == station()->session()->name()}});
  }
  return people;
}

QVariantList CongressModel::roles() const { return roleChoices(); }

bool CongressModel::hasHead() const {
  return std::any_of(m_congress.committee.begin(), m_congress.committee.end(),
                     [](const CommitteeMember& m) { return m.role == Role::Head; });
}

bool CongressModel::mayEdit() const {
  return station() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("editCongress")));
}

bool CongressModel::mayFigures() const {
  return station() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("enterFigures")));
}

QString CongressModel::rule() const {
  return m_congress.info.kind == CongressKind::Members ? QStringLiteral("R-23") : QStringLiteral("R-24");
}

QString CongressModel::ruleText() const {
  const RuleText* found = kp::ruleText(rule().toStdString());
  return found ? words(found->vi, found->en) : QString();
}

QVariantList CongressModel::deductions() const {
  QVariantList list;
  for (const std::string& name : deductionClasses(m_congress.info.kind)) {
    const auto found = m_figures.deductions.find(name);
    list.append(QVariantMap{{QStringLiteral("id"), text(name)},
                            {QStringLiteral("text"), text(deductionText(name))},
                            {QStringLiteral("value"), found == m_figures.deductions.end() ? QString() : QString::number(found->second)}});
  }
  return list;
}

QString CongressModel::arithmetic() const { return baseArithmetic(m_figures); }

void CongressModel::introduce(const QString& name, const QString& introducedBy, const QString& approvedBy) {
  const Actors by = station()->session()->actors();
  act([who = name.toStdString(), introduced = introducedBy.simplified().toStdString(), approved = approvedBy.simplified().toStdString(),
       by](Ledger& ledger) { return doneOr(introduceStaff(ledger, who, introduced, approved, by)); },
      [this, name](Done) {
        emit said(words("Đã ghi ai giới thiệu và ai đồng ý cho {0}.", "Who introduced and approved {0} is entered.", name.toStdString()));
      });
}

QString CongressModel::nameProblem(const QString& name) const { return text(typedNameProblem(nfc(name.simplified().toStdString()))); }

QStringList CongressModel::leftOutBy(ListImportModel* import) const {
  return import && import->list() ? leftOut(m_congress.committee, committeeOf(import->list()->preview, import->suggestedNames()))
                                  : QStringList();
}

void CongressModel::addPerson(const QString& name, const QString& role, const QString& introducedBy, const QString& approvedBy) {
  const auto known = parseRole(role.toStdString());
  if (!known) return setError(text(known.error().what));
  if (const QString problem = nameProblem(name); !problem.isEmpty()) return setError(problem);
  const Actors by = station()->session()->actors();
  const CommitteeMember person{name.simplified().toStdString(), *known, introducedBy.simplified().toStdString(),
                               approvedBy.simplified().toStdString()};
  act([person, by](Ledger& ledger) { return doneOr(kp::addPerson(ledger, person, by)); },
      [this, name](Done) { emit said(words("Đã thêm {0}.", "{0} was added.", name.simplified().toStdString())); });
}

void CongressModel::removePerson(const QString& name) {
  const Actors by = station()->session()->actors();
  act([person = name.toStdString(), by](Ledger& ledger) { return doneOr(kp::removePerson(ledger, person, by)); },
      [this, name](Done) { emit said(words("Đã bỏ {0} khỏi danh sách.", "{0} was taken out of the list.", name.toStdString())); });
}

bool CongressModel::needsTwoFor(const QString& name) const {
  if (!station() || !station()->session()->isSignedIn() || name == station()->session()->name()) return false;
  return hasPin(name) || (!m_read.empty() && !helpersFor(name).isEmpty());
}

bool CongressModel::hasPin(const QString& name) const {
  return std::find(m_withPin.begin(), m_withPin.end(), name.toStdString()) != m_withPin.end();
}

QStringList CongressModel::helpersFor(const QString& name) const {
  QStringList others;
  const bool first = !hasPin(name);  // the head and one who has a PIN; a forgotten one: two of these
  const auto add = [&](std::initializer_list<Role> roles) {
    for (const CommitteeMember& person : m_congress.committee)
      if (std::find(roles.begin(), roles.end(), person.role) != roles.end() && text(person.name) != name &&
          (!first || hasPin(text(person.name))) && !others.contains(text(person.name)))
        others.append(text(person.name));
  };
  if (first) {
    add({Role::Member, Role::Supervisor, Role::Technician, Role::Secretary});
    if (station()) others.removeAll(station()->session()->name());
    return others;
  }
  add({Role::Head, Role::Member});
  if (others.size() < 2) add({Role::Supervisor});  // a small committee, as kp::setPin() has it
  if (others.size() < 2) add({Role::Technician, Role::Secretary});
  if (station()) others.removeAll(station()->session()->name());
  others.removeIf([this](const QString& other) { return !hasPin(other); });
  return others;
}

void CongressModel::setPin(const QString& name, const QString& pin) {
  const Actors by = station()->session()->actors();
  act([who = name.toStdString(), pin = pin.toStdString(), by](Ledger& ledger) { return doneOr(kp::setPin(ledger, who, pin, by)); },
      [this, name](Done) {
        emit said(words("Đã đặt mã cá nhân cho {0}.", "{0}'s PIN is set.", name.toStdString()));
        if (name == station()->session()->name()) station()->session()->lock();  // the old PIN's session ends with it
      });
}

QVariantMap CongressModel::worked(const QString& convened, const QVariantMap& deductions) const {
  QString problem;
  Figures figures = figuresOf(m_congress.info.kind, convened, deductions, problem);
  if (problem.isEmpty() && figures.convened) {
    Figures checked = m_figures;
    checked.convened = figures.convened;
    checked.deductions = figures.deductions;
    if (const auto fit = checkFigures(m_congress.info.kind, checked); !fit) problem = text(fit.error().what);
  }
  return {{QStringLiteral("sum"), problem.isEmpty() ? baseArithmetic(figures) : QString()}, {QStringLiteral("problem"), problem}};
}

std::vector<std::string> CongressModel::contestsFor(bool everyContest) const {
  std::vector<std::string> contests;
  for (const QVariant& entry : station()->contests()) {
    const QVariantMap one = entry.toMap();
    const std::string id = one.value(QStringLiteral("id")).toString().toStdString();
    if (everyContest ? !one.value(QStringLiteral("closed")).toBool() : id == contest()) contests.push_back(id);
  }
  return contests;
}

bool CongressModel::figuresTakeTwo(const QString& convened, const QVariantMap& deductions, bool everyContest) const {
  QString problem;
  const Figures given = figuresOf(m_congress.info.kind, convened, deductions, problem);
  return problem.isEmpty() && changesRead(given, everyContest);
}

bool CongressModel::importTakesTwo(ListImportModel* import, bool everyContest) const {
  const auto list = import ? import->list() : nullptr;
  return list && changesRead(list->preview.delegates.proposed, everyContest);
}

bool CongressModel::changesRead(const Figures& given, bool everyContest) const {
  const auto contests = contestsFor(everyContest);
  return std::any_of(contests.begin(), contests.end(), [&](const std::string& id) {
    const auto stored = m_read.find(id);
    return stored != m_read.end() && decidesOverRead(stored->second, merged(stored->second, given), station()->session()->isSignedIn());
  });
}

void CongressModel::enterFigures(const QString& convened, const QVariantMap& deductions, bool everyContest) {
  QString problem;
  const Figures figures = figuresOf(m_congress.info.kind, convened, deductions, problem);
  if (problem.isEmpty() && !figures.convened) problem = words("Hãy nhập số được triệu tập.", "Enter the number convened.");
  if (!problem.isEmpty()) return setError(problem);
  const std::vector<std::string> contests = contestsFor(everyContest);
  const Actors by = station()->session()->actors();
  act(
      [contests, figures, by](Ledger& ledger) -> Expected<int> {
        int entered = 0;
        for (const std::string& id : contests) {
          const auto stored = kp::enterFigures(ledger, id, figures, by);
          if (!stored && entered > 0)
            return fail(stored.error().kind,
                        trf("Đã nhập cho {0} cuộc bầu; cuộc bầu “{1}” thì chưa: {2}", "Entered for {0} contests; not for \"{1}\": {2}",
                            entered, id, stored.error().what),
                        stored.error().rule);
          if (!stored) return tl::unexpected<Error>(stored.error());
          ++entered;
        }
        return entered;
      },
      [this](int entered) { emit said(words("Đã nhập số liệu cho {0} cuộc bầu.", "Figures were entered for {0} contests.", entered)); });
}

void CongressModel::exportDefinition(const QString& path) {
  look(
      [path](const Ledger& ledger) -> Expected<Done> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        return doneOr(writeNew(path, writeDefinition(*congress)));
      },
      [this, path](Done) {
        emit said(words("Đã ghi khai báo đại hội ra {0}.", "The definition was written to {0}.", path.toStdString()));
      });
}

void CongressModel::exportCommittee(const QString& path) {
  look(
      [path](const Ledger& ledger) -> Expected<Done> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        return doneOr(writeNew(path, committeeCsv(congress->committee)));
      },
      [this, path](Done) { emit said(words("Đã ghi danh sách ra {0}.", "The list was written to {0}.", path.toStdString())); });
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QVariantList>
#include <map>
#include <string>

#include "kiosk/congress/list_import_model.h"
#include "kiosk/frame/page_model.h"
#include "kiosk/start/start_model.h"

namespace kp::kiosk {

/// Screen 2, Đại hội: what the congress is, the committee and its staff with their PINs, and the base of the election with its sum.
class CongressModel : public kp::kiosk::PageModel {  // in full for qmltyperegistrar
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList info READ info NOTIFY changed)  ///< {label, value}: what stands on the papers
  Q_PROPERTY(
      QVariantMap fields READ fields NOTIFY changed)  ///< the same as typed: name, place, date (d/m/y), term, superior, issuer, rules
  Q_PROPERTY(QStringList ruleSets READ ruleSets CONSTANT)
  Q_PROPERTY(QVariantList people READ people NOTIFY changed)     ///< {name, role, roleText, hasPin, pinText, self}
  Q_PROPERTY(QVariantList roles READ roles NOTIFY changed)       ///< {value, text}
  Q_PROPERTY(QStringList findings READ findings NOTIFY changed)  ///< what examine() and committeeDoubts() say of the committee
  Q_PROPERTY(bool hasHead READ hasHead NOTIFY changed)
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
  Q_PROPERTY(bool mayFigures READ mayFigures NOTIFY changed)
  Q_PROPERTY(QString rule READ rule NOTIFY changed)  ///< "R-23" or "R-24"
  Q_PROPERTY(QString ruleText READ ruleText NOTIFY changed)
  Q_PROPERTY(QVariantList deductions READ deductions NOTIFY changed)  ///< {id, text, value}: classes of this kind of congress, as stored
  Q_PROPERTY(int convened READ convened NOTIFY changed)               ///< -1 not entered
  Q_PROPERTY(QString arithmetic READ arithmetic NOTIFY changed)       ///< the stored base, worked out
  Q_PROPERTY(bool figuresClosed READ figuresClosed NOTIFY changed)    ///< the chosen contest is closed
  Q_PROPERTY(bool hasContest READ hasContest NOTIFY changed)
  Q_PROPERTY(bool hasPins READ hasPins NOTIFY changed)
  Q_PROPERTY(
      bool committeeTakesTwo READ committeeTakesTwo NOTIFY changed)  ///< ballots were read, so that changing who is in it takes two people

 public:
  using PageModel::PageModel;
  QVariantList info() const;
  QVariantMap fields() const;
  QStringList ruleSets() const { return knownRuleSets(); }
  QVariantList people() const;
  QVariantList roles() const;
  QStringList findings() const { return m_findings; }
  bool hasHead() const;
  bool mayEdit() const;
  bool mayFigures() const;
  QString rule() const;
  QString ruleText() const;
  QVariantList deductions() const;
  int convened() const { return m_figures.convened.value_or(-1); }
  QString arithmetic() const;
  bool figuresClosed() const { return m_closed; }
  bool hasContest() const { return !m_congress.contests.empty(); }
  bool hasPins() const { return !m_withPin.empty(); }
  bool committeeTakesTwo() const { return m_committeeTakesTwo; }
  /// Whether entering these figures takes two people; arguments as enterFigures().
  Q_INVOKABLE bool figuresTakeTwo(const QString& convened, const QVariantMap& deductions, bool everyContest) const;
  /// The same for the figures that a list of delegates proposes.
  Q_INVOKABLE bool importTakesTwo(kp::kiosk::ListImportModel* import, bool everyContest) const;
  Q_INVOKABLE void reload() override;

  /// Changes what the congress is called, where and when it is; keys as `fields`. Contests keep their rule set, new ones get that of the congress.
  Q_INVOKABLE void saveInfo(const QVariantMap& fields);
  /// Why this is no name of a person (typedNameProblem()); "" when it can be one.
  Q_INVOKABLE QString nameProblem(const QString& name) const;
  /// Who is in the committee now and not in the accepted rows of a list that would take its place.
  Q_INVOKABLE QStringList leftOutBy(kp::kiosk::ListImportModel* import) const;
  Q_INVOKABLE void addPerson(const QString& name, const QString& role, const QString& introducedBy = {}, const QString& approvedBy = {});
  /// enters who introduced a technical staff member and who of the presidium approved.
  Q_INVOKABLE void introduce(const QString& name, const QString& introducedBy, const QString& approvedBy);
  Q_INVOKABLE void removePerson(const QString& name);
  /// Sets a PIN with whoever is signed in; a forgotten one of somebody else needs a second person signed in, see needsTwoFor().
  Q_INVOKABLE void setPin(const QString& name, const QString& pin);
  /// True when this person's PIN can only be set by two (kp::setPin()): a forgotten one, or a first one once ballots were read.
  Q_INVOKABLE bool needsTwoFor(const QString& name) const;
  /// Who can be the second person then.
  Q_INVOKABLE QStringList helpersFor(const QString& name) const;
  /// What the figures typed would come to: {sum, problem}; nothing is entered. `deductions`: class → text typed.
  Q_INVOKABLE QVariantMap worked(const QString& convened, const QVariantMap& deductions) const;
  /// Enters convened and the deductions for the chosen contest, or for all that are open.
  Q_INVOKABLE void enterFigures(const QString& convened, const QVariantMap& deductions, bool everyContest);
  /// Writes the definition (JSON) to a file; never over another one.
  Q_INVOKABLE void exportDefinition(const QString& path);
  /// The committee as a CSV list, read back by the import.
  Q_INVOKABLE void exportCommittee(const QString& path);

 signals:
  void changed();
  /// Something was done, one sentence.
  void said(const QString& what);

 private:
  bool hasPin(const QString& name) const;
  /// Whether these figures change what was entered for a contest whose ballots were read.
  bool changesRead(const Figures& given, bool everyContest) const;
  /// The chosen contest, or all that are open.
  std::vector<std::string> contestsFor(bool everyContest) const;
  Congress m_congress;
  std::vector<std::string> m_withPin;
  Figures m_figures;
  QStringList m_findings;
  std::map<std::string, Figures> m_read;  ///< stored figures of the contests whose ballots were read
  bool m_closed = false, m_committeeTakesTwo = false;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QTimer>
#include <QVariantList>

#include "kiosk/congress/candidates_model.h"
#include "kiosk/congress/list_import_model.h"
#include "kiosk/contest/contest_draft.h"
#include "kiosk/frame/page_model.h"

namespace kp::kiosk {

/// Screen 3, Cuộc bầu: the contests, and one of them being drawn up: a draft that nothing of the file sees until save(). Findings and the picture of the ballot
/// follow each change.
class ContestModel : public kp::kiosk::PageModel {  // in full for qmltyperegistrar
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList contests READ contests NOTIFY listChanged)  ///< {id, title, line, sign, current}
  Q_PROPERTY(kp::kiosk::CandidatesModel* candidates READ candidates CONSTANT)
  Q_PROPERTY(bool drafting READ isDrafting NOTIFY draftChanged)  ///< there is a contest to show
  Q_PROPERTY(bool isNew READ isNew NOTIFY draftChanged)
  Q_PROPERTY(bool dirty READ isDirty NOTIFY draftChanged)  ///< differs from the file
  Q_PROPERTY(QVariant kept READ kept NOTIFY draftChanged)  ///< what is not saved, for restore(); nothing when all is
  Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY draftChanged)
  Q_PROPERTY(QString office READ office WRITE setOffice NOTIFY draftChanged)
  Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY draftChanged)
  Q_PROPERTY(int seats READ seats WRITE setSeats NOTIFY draftChanged)
  Q_PROPERTY(QString paper READ paper WRITE setPaper NOTIFY draftChanged)
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY draftChanged)
  Q_PROPERTY(int passes READ passes WRITE setPasses NOTIFY draftChanged)     ///< how often the pile is to be counted (R-36)
  Q_PROPERTY(QVariantList passChoices READ passChoices NOTIFY listChanged)   ///< {value, text}
  Q_PROPERTY(bool mayChangePasses READ mayChangePasses NOTIFY draftChanged)  ///< until the contest is closed
  Q_PROPERTY(bool passesTakeTwo READ passesTakeTwo NOTIFY draftChanged)      ///< ballots were read: savePasses() by two people
  Q_PROPERTY(QString lockedWhy READ lockedWhy NOTIFY draftChanged)           ///< why nothing can be changed; "" it can
  Q_PROPERTY(QString face READ face NOTIFY draftChanged)
  Q_PROPERTY(QString faceWhy READ faceWhy NOTIFY draftChanged)
  Q_PROPERTY(QVariantList findings READ findings NOTIFY lookChanged)  ///< {text, rule, block}
  Q_PROPERTY(bool mayPrint READ mayPrint NOTIFY lookChanged)          ///< nothing blocks saving
  Q_PROPERTY(QString paperKey READ paperKey NOTIFY lookChanged)       ///< for image://paper
  Q_PROPERTY(int paperPages READ paperPages NOTIFY lookChanged)
  Q_PROPERTY(QString paperProblem READ paperProblem NOTIFY lookChanged)
  Q_PROPERTY(bool looking READ isLooking NOTIFY lookChanged)
  Q_PROPERTY(QVariantList offices READ offices NOTIFY listChanged)
  Q_PROPERTY(QVariantList kinds READ kinds NOTIFY listChanged)

 public:
  ContestModel();
  ~ContestModel() override;
  QVariantList contests() const;
  CandidatesModel* candidates() { return &m_candidates; }
  bool isDrafting() const { return m_draft.has_value(); }
  bool isNew() const { return m_isNew; }
  bool isDirty() const { return m_dirty; }
  QVariant kept() const;
  QString title() const;
  void setTitle(const QString& title);
  QString office() const;
  void setOffice(const QString& office);
  QString kind() const;
  void setKind(const QString& kind);
  int seats() const { return m_draft ? m_draft->seats : 0; }
  void setSeats(int seats);
  QString paper() const;
  void setPaper(const QString& paper);
  QString code() const;
  void setCode(const QString& code);
  int passes() const { return m_passes; }
  /// Into the draft; nothing while it takes two people.
  void setPasses(int passes);
  QVariantList passChoices() const;
  bool mayChangePasses() const;
  bool passesTakeTwo() const;
  QString lockedWhy() const;
  QString face() const;
  QString faceWhy() const;
  QVariantList findings() const;
  bool mayPrint() const { return isDrafting() && m_seen && !m_look.blocked() && m_look.problem.empty(); }
  QString paperKey() const { return m_paperKey; }
  int paperPages() const { return m_paperKey.isEmpty() ? 0 : m_look.pages; }
  QString paperProblem() const { return QString::fromStdString(m_look.problem); }
  bool isLooking() const { return !m_seen; }
  QVariantList offices() const;
  QVariantList kinds() const;
  Q_INVOKABLE void reload() override;

  /// Shows another contest of the file; an unsaved draft is given up.
  Q_INVOKABLE void pick(const QString& id);
  Q_INVOKABLE void addNew();
  /// The draft as the file has it.
  Q_INVOKABLE void revert();
  /// Takes up a draft that was kept while the screen was locked; nothing when the file went on meanwhile (ballots taken in, contest closed or taken out).
  Q_INVOKABLE void restore(const QVariant& kept);
  /// What is so unlikely to be meant that save() is asked twice (R-28: more seats than names), in a sentence; "" nothing.
  Q_INVOKABLE QString saveDoubt() const;
  /// Whether save() takes two people: it touches a contest whose ballots were read (contestTouched(), R-31).
  Q_INVOKABLE bool saveTakesTwo() const;
  /// The same of removeContest().
  Q_INVOKABLE bool removeTakesTwo() const;
  Q_INVOKABLE void save();
  /// Stores the number of passes alone, by the two people who are signed in.
  Q_INVOKABLE void savePasses(int passes);
  Q_INVOKABLE void removeContest();
  /// Both give why the name was not taken (typedNameProblem()), "" when it was.
  Q_INVOKABLE QString addCandidate(const QString& name, const QString& note);
  Q_INVOKABLE QString renameCandidate(int row, const QString& name);
  Q_INVOKABLE void setNote(int row, const QString& note) { m_candidates.setNote(row, note); }
  Q_INVOKABLE void moveCandidate(int from, int to) { m_candidates.move(from, to); }
  Q_INVOKABLE void removeCandidate(int row) { m_candidates.remove(row); }
  /// Orders by given name in the Vietnamese alphabet, then the rest.
  Q_INVOKABLE void sortNames();
  /// Takes every suggested name.
  Q_INVOKABLE void takeSuggestions();
  /// Adds the accepted rows of a list of candidates, or puts them in place of the list.
  Q_INVOKABLE void takeList(kp::kiosk::ListImportModel* import, bool replace);
  /// The list as CSV, read back by the import.
  Q_INVOKABLE void exportList(const QString& path);

 signals:
  void listChanged();
  void draftChanged();
  void lookChanged();
  void said(const QString& what);

 private:
  void show(StoredContests&& loaded);
  const StoredContest* stored(const std::string& id) const;
  void startDraft(const Contest& contest, bool isNew);
  int storedPasses() const;
  void edit();
  void lookAgain();
  /// The congress as it would be with the draft saved, and the draft's place in it.
  std::pair<Congress, std::size_t> withDraft() const;
  bool takesTwo(const Congress& after) const;
  bool editable() const { return m_draft && lockedWhy().isEmpty(); }

  Congress m_congress;
  ElectedNames m_elected;
  std::vector<StoredContest> m_contests;
  std::optional<Contest> m_draft;
  CandidatesModel m_candidates;
  std::vector<std::shared_ptr<const ReadList>> m_imported;  ///< lists in the draft, journalled when it is saved
  DraftLook m_look;
  QString m_paperKey;
  QTimer m_settle;
  int m_lookRequest = 0, m_passes = 0;
  bool m_isNew = false, m_dirty = false, m_seen = false;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"
#include "wiring/take_list.h"

namespace kp::kiosk {

/// A list of people read from CSV or XLSX, shown row by row before anything is taken: what is accepted, what is not and why, what the program would write otherwise.
class ListImportModel : public kp::kiosk::PageModel {  // in full for qmltyperegistrar
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged)  ///< "candidates", "committee", "delegates"
  Q_PROPERTY(bool ready READ isReady NOTIFY listChanged)               ///< a list is read
  Q_PROPERTY(bool reading READ isReading NOTIFY readingChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY readingChanged)  ///< why the file could not be read; "" none
  Q_PROPERTY(QString fileName READ fileName NOTIFY listChanged)
  Q_PROPERTY(QString summary READ summary NOTIFY listChanged)
  Q_PROPERTY(QStringList notes READ notes NOTIFY listChanged)
  Q_PROPERTY(QString columns READ columns NOTIFY listChanged)  ///< how the columns were understood, one sentence
  Q_PROPERTY(kp::kiosk::RowsModel* rows READ rows CONSTANT)    ///< number, name, beside, rowState, stateText, sign, why, suggested, cells
  Q_PROPERTY(int accepted READ accepted NOTIFY listChanged)
  Q_PROPERTY(int rejected READ rejected NOTIFY listChanged)
  Q_PROPERTY(bool hasSuggestions READ hasSuggestions NOTIFY listChanged)
  Q_PROPERTY(bool suggestedNames READ suggestedNames WRITE setSuggestedNames NOTIFY optionsChanged)
  Q_PROPERTY(bool sorted READ isSorted WRITE setSorted NOTIFY optionsChanged)
  Q_PROPERTY(bool onlyProblems READ onlyProblems WRITE setOnlyProblems NOTIFY optionsChanged)  ///< show rows with remarks only
  Q_PROPERTY(QString figures READ figures NOTIFY listChanged)  ///< delegates: what would be entered, as a sum

 public:
  ListImportModel();
  QString kind() const;
  void setKind(const QString& kind);
  bool isReady() const { return m_list != nullptr; }
  bool isReading() const { return m_reading; }
  QString problem() const { return m_problem; }
  QString fileName() const;
  QString summary() const;
  QStringList notes() const;
  QString columns() const;
  RowsModel* rows() { return &m_rows; }
  int accepted() const { return m_list ? m_list->preview.count(RowState::Accepted) : 0; }
  int rejected() const { return m_list ? m_list->preview.count(RowState::Rejected) : 0; }
  bool hasSuggestions() const { return m_list && m_list->preview.hasSuggestions(); }
  bool suggestedNames() const { return m_suggested; }
  void setSuggestedNames(bool on);
  bool isSorted() const { return m_sorted; }
  void setSorted(bool on);
  bool onlyProblems() const { return m_onlyProblems; }
  void setOnlyProblems(bool on);
  QString figures() const;

  Q_INVOKABLE void read(const QString& path);
  Q_INVOKABLE void forget();
  /// Adds the committee list's people, or puts them in place of all others.
  Q_INVOKABLE void takeCommittee(bool replace);
  /// Enters the proposed figures: for the chosen contest, or for all that are open.
  Q_INVOKABLE void takeDelegates(bool everyContest);
  /// The list as read, for ContestModel's draft; nullptr when there is none.
  std::shared_ptr<const ReadList> list() const { return m_list; }
  ListOptions options() const { return {m_suggested, m_sorted}; }

 signals:
  void kindChanged();
  void listChanged();
  void readingChanged();
  void optionsChanged();
  /// What was taken, one sentence.
  void taken(const QString& what);

 private:
  void showRows();
  ListKind m_kind = ListKind::Candidates;
  std::shared_ptr<const ReadList> m_list;
  RowsModel m_rows;
  QString m_problem;
  int m_request = 0;
  bool m_reading = false, m_suggested = true, m_sorted = true, m_onlyProblems = false;
};

}  // namespace kp::kiosk

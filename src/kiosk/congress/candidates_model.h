// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "election/congress.h"

namespace kp::kiosk {

/// The list of a contest while it is being drawn up (danh sách bầu cử). Roles: number (on the ballot), name, note, suggested (the name in title case where it is
/// written in capitals or small letters only, else "").
class CandidatesModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to ContestModel")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role { NumberRole = Qt::UserRole + 1, NameRole, NoteRole, SuggestedRole };

  using QAbstractListModel::QAbstractListModel;
  int count() const { return static_cast<int>(m_list.size()); }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  const std::vector<Candidate>& list() const { return m_list; }
  /// Another list; says nothing to edited() unless `byPerson`.
  void setList(std::vector<Candidate> list, bool byPerson);
  /// Adds people at the end, with ids not used yet.
  void append(std::vector<Candidate> people);
  void add(const QString& name, const QString& note);
  void rename(int row, const QString& name);
  void setNote(int row, const QString& note);
  void move(int from, int to);
  void remove(int row);

 signals:
  void countChanged();
  /// A person changed the list.
  void edited();

 private:
  bool has(int row) const { return row >= 0 && row < count(); }
  void numbersChanged(int from, int to);
  std::vector<Candidate> m_list;
};

}  // namespace kp::kiosk

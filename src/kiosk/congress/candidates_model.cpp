// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/congress/candidates_model.h"

#include <algorithm>

#include "formats/letter_case.h"
#include "formats/unicode.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

std::string freeId(const std::vector<Candidate>& list) {
  for (std::size_t n = list.size() + 1;; ++n) {
    std::string id = (n < 10 ? "c0" : "c") + std::to_string(n);
    if (std::none_of(list.begin(), list.end(), [&id](const Candidate& c) { return c.id == id; })) return id;
  }
}

std::string clean(const QString& typed) { return nfc(typed.simplified().toStdString()); }

}  // namespace

int CandidatesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant CandidatesModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Candidate& candidate = m_list[static_cast<std::size_t>(index.row())];
  switch (role) {
    case NumberRole: return index.row() + 1;
    case Qt::DisplayRole:
    case NameRole: return text(candidate.name);
    case NoteRole: return text(candidate.note);
    case SuggestedRole: {
      if (!inOneCase(candidate.name)) return QString();
      const std::string better = titleCase(candidate.name);
      return better == candidate.name ? QString() : text(better);
    }
    default: return {};
  }
}

QHash<int, QByteArray> CandidatesModel::roleNames() const {
  return {{NumberRole, "number"}, {NameRole, "name"}, {NoteRole, "note"}, {SuggestedRole, "suggested"}};
}

void CandidatesModel::setList(std::vector<Candidate> list, bool byPerson) {
  if (list == m_list) return;
  beginResetModel();
  m_list = std::move(list);
  endResetModel();
  emit countChanged();
  if (byPerson) emit edited();
}

void CandidatesModel::append(std::vector<Candidate> people) {
  if (people.empty()) return;
  beginInsertRows({}, count(), count() + static_cast<int>(people.size()) - 1);
  for (Candidate& person : people) {
    person.id = freeId(m_list);
    m_list.push_back(std::move(person));
  }
  endInsertRows();
  emit countChanged();
  emit edited();
}

void CandidatesModel::add(const QString& name, const QString& note) {
  if (name.simplified().isEmpty()) return;
  append({Candidate{{}, clean(name), clean(note)}});
}

void CandidatesModel::rename(int row, const QString& name) {
  if (!has(row)) return;
  Candidate& candidate = m_list[static_cast<std::size_t>(row)];
  const std::string wanted = clean(name);
  if (wanted.empty() || wanted == candidate.name) return;
  candidate.name = wanted;
  emit dataChanged(index(row), index(row));
  emit edited();
}

void CandidatesModel::setNote(int row, const QString& note) {
  if (!has(row)) return;
  Candidate& candidate = m_list[static_cast<std::size_t>(row)];
  if (clean(note) == candidate.note) return;
  candidate.note = clean(note);
  emit dataChanged(index(row), index(row));
  emit edited();
}

void CandidatesModel::move(int from, int to) {
  if (!has(from) || !has(to) || from == to) return;
  beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
  const auto begin = m_list.begin();
  if (from < to)
    std::rotate(begin + from, begin + from + 1, begin + to + 1);
  else
    std::rotate(begin + to, begin + from, begin + from + 1);
  endMoveRows();
  numbersChanged(std::min(from, to), std::max(from, to));
  emit edited();
}

void CandidatesModel::remove(int row) {
  if (!has(row)) return;
  beginRemoveRows({}, row, row);
  m_list.erase(m_list.begin() + row);
  endRemoveRows();
  emit countChanged();
  if (row < count()) numbersChanged(row, count() - 1);
  emit edited();
}

void CandidatesModel::numbersChanged(int from, int to) { emit dataChanged(index(from), index(to), {NumberRole}); }

}  // namespace kp::kiosk

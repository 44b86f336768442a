// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/steps_model.h"

#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

QString labelOf(DayStep step) {
  switch (step) {
    case DayStep::Congress: return words("Đại hội", "Congress");
    case DayStep::Contest: return words("Cuộc bầu", "Contests");
    case DayStep::Print: return words("In phiếu", "Print ballots");
    case DayStep::Check: return words("Kiểm tra máy", "Check the machine");
    case DayStep::Figures: return words("Số liệu phiếu", "Ballot figures");
    case DayStep::Scan: return words("Quét phiếu", "Scan ballots");
    case DayStep::KeyIn: return words("Nhập phiếu", "Key in ballots");
    case DayStep::Adjudicate: return words("Phiếu cần xem", "Doubtful ballots");
    case DayStep::Compare: return words("Đối chiếu", "Compare passes");
    case DayStep::Result: return words("Kết quả", "Result");
    case DayStep::Minutes: return words("Biên bản", "Minutes");
    case DayStep::Reveal: return words("Công bố", "Announce");
    case DayStep::Archive: break;
  }
  return words("Lưu trữ", "Archive");
}

QString nameOf(StepState state) {
  switch (state) {
    case StepState::Done: return QStringLiteral("done");
    case StepState::Now: return QStringLiteral("now");
    case StepState::Stopped: return QStringLiteral("stopped");
    case StepState::Waiting: break;
  }
  return QStringLiteral("waiting");
}

QString textOf(StepState state) {
  switch (state) {
    case StepState::Done: return words("đã xong", "done");
    case StepState::Now: return words("làm bây giờ", "to be done now");
    case StepState::Stopped: return words("đang vướng", "stopped");
    case StepState::Waiting: break;
  }
  return words("chưa đến", "not yet");
}

}  // namespace

QString keyOf(DayStep step) {
  static const char* const keys[] = {"congress",   "contest", "print",  "check",   "figures", "scan",   "key-in",
                                     "adjudicate", "compare", "result", "minutes", "reveal",  "archive"};
  return QString::fromLatin1(keys[static_cast<std::size_t>(step)]);
}

int StepsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_steps.size()); }

QVariant StepsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const StepStatus& status = m_steps[static_cast<std::size_t>(index.row())];
  switch (role) {
    case StepRole: return keyOf(status.step);
    case Qt::DisplayRole:
    case LabelRole: return labelOf(status.step);
    case StateRole: return nameOf(status.state);
    case StateTextRole: return textOf(status.state);
    case WhyRole: return QString::fromStdString(status.why);
    default: return {};
  }
}

QHash<int, QByteArray> StepsModel::roleNames() const {
  return {{StepRole, "step"}, {LabelRole, "label"}, {StateRole, "stepState"}, {StateTextRole, "stateText"}, {WhyRole, "why"}};
}

void StepsModel::setSteps(std::vector<StepStatus> steps) {
  if (steps.size() == m_steps.size()) {  // the rail keeps its focus and position
    m_steps = std::move(steps);
    if (!m_steps.empty()) emit dataChanged(index(0), index(rowCount() - 1));
    return;
  }
  beginResetModel();
  m_steps = std::move(steps);
  endResetModel();
}

QString StepsModel::firstOpen() const {
  for (const StepStatus& s : m_steps)
    if (s.state == StepState::Stopped || s.state == StepState::Now) return keyOf(s.step);
  return keyOf(DayStep::Congress);
}

QString StepsModel::stateOf(const QString& step) const {
  for (const StepStatus& s : m_steps)
    if (keyOf(s.step) == step) return nameOf(s.state);
  return {};
}

}  // namespace kp::kiosk

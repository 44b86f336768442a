// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/figures/figures_text.h"

#include "kiosk/frame/words.h"

namespace kp::kiosk {

QString baseArithmetic(const Figures& figures) {
  if (!figures.convened) return words("Chưa nhập số được triệu tập.", "The number convened is not entered yet.");
  QString sum = QString::number(*figures.convened);
  for (const CongressKind kind : {CongressKind::Members, CongressKind::Delegates})  // in the order of the rule, not of the map
    for (const std::string& name : deductionClasses(kind))
      if (const auto found = figures.deductions.find(name); found != figures.deductions.end() && found->second > 0)
        sum += QStringLiteral(" − %1 (%2)").arg(found->second).arg(text(deductionText(name)));
  return sum + QStringLiteral(" = %1").arg(baseOf(figures));
}

}  // namespace kp::kiosk

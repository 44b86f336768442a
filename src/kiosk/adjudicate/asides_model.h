// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "kiosk/frame/page_model.h"

namespace kp::kiosk {

/// A pile of another contest fed by mistake (xấp phiếu của cuộc bầu khác): papers perhaps not issued that wait in one pass, set aside by two people in one act, each
/// with a ruling of its own.
class AsidesModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(int pass READ pass WRITE setPass NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)

 public:
  explicit AsidesModel(QObject* parent = nullptr) : PageModel(parent) {}
  int pass() const { return m_pass; }
  void setPass(int pass);
  int count() const { return static_cast<int>(m_sheets.size()); }

  /// The sheets counted when the two looked, as far as they still wait, by the session's two people: what came in meanwhile waits for a look of its own.
  Q_INVOKABLE void setAside(const QString& why);
  Q_INVOKABLE void reload() override;

 signals:
  void changed();

 private:
  int m_pass = 0;
  std::vector<int> m_sheets;
};

}  // namespace kp::kiosk

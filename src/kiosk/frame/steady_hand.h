// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointF>
#include <QQuickWindow>
#include <optional>

namespace kp::kiosk {

/// What a hand that is used to other programs does without meaning it: Enter held down, which would press a button thirty times a second ("Bắt đầu quét", "Tạm dừng" …), and a
/// second click where one is enough, which would press what has just come to the same place. Neither reaches the window. Keys of numbers, names and arrows do, and a
/// second touch on a key of a number pad.
class SteadyHand : public QObject {
 public:
  /// Watches `window`, which owns it.
  explicit SteadyHand(QQuickWindow& window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool isSecond(QPointF at, quint64 time);
  QQuickWindow& m_window;
  std::optional<quint64> m_time;  ///< ms, of the last press, as its event says
  QPointF m_last;
  bool m_eaten = false;  ///< the press under way is kept from the window, and so are its moves and its end
};

}  // namespace kp::kiosk

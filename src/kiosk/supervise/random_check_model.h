// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "count/random_check.h"
#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"

namespace kp::kiosk {

/// Random check (kiểm tra ngẫu nhiên): dice rolled in the room draw ballots, somebody fetches each paper and says whether it agrees with the reading. All of it by
/// src/count/random_check.h; this only shows it.
class RandomCheckModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(kp::kiosk::RowsModel* drawn READ drawn CONSTANT)  ///< ballot, place, reading, answer, answerText, note, changed
  Q_PROPERTY(bool any READ isAny NOTIFY changed)               ///< a drawing is shown
  Q_PROPERTY(bool running READ isRunning NOTIFY changed)       ///< … and some of it is still open
  Q_PROPERTY(int drawings READ drawings NOTIFY changed)
  Q_PROPERTY(int agree READ agree NOTIFY changed)
  Q_PROPERTY(int differ READ differ NOTIFY changed)
  Q_PROPERTY(int notFound READ notFound NOTIFY changed)
  Q_PROPERTY(int open READ open NOTIFY changed)
  Q_PROPERTY(QString story READ story NOTIFY changed)      ///< when, by whom, from how many, which dice
  Q_PROPERTY(QString finding READ finding NOTIFY changed)  ///< what the drawing says, once complete
  Q_PROPERTY(bool good READ isGood NOTIFY changed)
  Q_PROPERTY(QString advice READ advice NOTIFY changed)  ///< how many to draw, and why
  Q_PROPERTY(int suggested READ suggested NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)  ///< ballots that count
  Q_PROPERTY(int leastRolls READ leastRolls CONSTANT)
  Q_PROPERTY(bool mayCheck READ mayCheck NOTIFY changed)

 public:
  explicit RandomCheckModel(QObject* parent = nullptr);
  RowsModel* drawn() { return &m_rows; }
  bool isAny() const { return m_check.has_value(); }
  bool isRunning() const { return m_check && m_check->open() > 0; }
  int drawings() const { return m_drawings; }
  int agree() const { return m_check ? static_cast<int>(m_check->agree()) : 0; }
  int differ() const { return m_check ? static_cast<int>(m_check->differ()) : 0; }
  int notFound() const { return m_check ? static_cast<int>(m_check->notFound()) : 0; }
  int open() const { return m_check ? static_cast<int>(m_check->open()) : 0; }
  QString story() const;
  QString finding() const;
  bool isGood() const;
  QString advice() const;
  int suggested() const { return m_suggested; }
  int total() const { return m_total; }
  int leastRolls() const { return static_cast<int>(kMinRolls); }
  bool mayCheck() const;

  /// How many rolls were typed so far; −1 when there is a sign that is no roll.
  Q_INVOKABLE int rolls(const QString& typed) const;
  Q_INVOKABLE void draw(const QString& dice, int count);
  /// answer: "agrees", "differs", "not-found".
  Q_INVOKABLE void answer(int ballot, const QString& answer, const QString& note);
  Q_INVOKABLE void reload() override;

 signals:
  void changed();

 private:
  struct Loaded;
  void show(Loaded loaded);
  RowsModel m_rows;
  std::optional<RandomCheck> m_check;
  std::optional<int> m_toChange;
  int m_drawings = 0, m_total = 0, m_suggested = 0, m_pass = 1;
};

}  // namespace kp::kiosk

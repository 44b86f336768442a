// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kiosk/frame/page_model.h"
#include "kiosk/print/print_desk.h"

namespace kp::kiosk {

/// The cards for the people of the day (thẻ công việc), one page a role: made, seen, printed, saved. They say nothing of this congress and go into no count.
class RoleCardsModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString paperKey READ paperKey NOTIFY madeChanged)  ///< of image://paper; "" not made yet
  Q_PROPERTY(int pages READ pages NOTIFY madeChanged)
  Q_PROPERTY(bool mayPrint READ mayPrint NOTIFY madeChanged)
  Q_PROPERTY(kp::kiosk::PrintDesk* printing READ printing CONSTANT)

 public:
  explicit RoleCardsModel(QObject* parent = nullptr);
  ~RoleCardsModel() override;
  QString paperKey() const { return m_key; }
  int pages() const { return m_pages; }
  bool mayPrint() const;
  PrintDesk* printing() { return &m_printing; }

  Q_INVOKABLE void make();
  Q_INVOKABLE void save(const QString& path);
  /// One copy of each card; journalled.
  Q_INVOKABLE void sendToPrinter(const QString& printer);

 signals:
  void madeChanged();
  void savedTo(const QString& path);

 private:
  QString m_key;
  int m_pages = 0;
  bool m_making = false;
  PrintDesk m_printing;
};

}  // namespace kp::kiosk

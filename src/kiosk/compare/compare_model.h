// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QVariantList>

#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"

namespace kp::kiosk {

/// Screen 11, two passes side by side (đối chiếu hai lượt, R-36): every number of both, and the differences as kp::comparePasses() names them.
class CompareModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariant passes READ passes NOTIFY changed)  ///< {value, text}, with what is still undecided
  Q_PROPERTY(int first READ first WRITE setFirst NOTIFY changed)
  Q_PROPERTY(int second READ second WRITE setSecond NOTIFY changed)  ///< 0: there is no second pass yet
  Q_PROPERTY(kp::kiosk::RowsModel* rows READ rows CONSTANT)          ///< name, a, b, same, candidate (−1: of the ballots), vote, validity
  Q_PROPERTY(QVariant differences READ differences NOTIFY changed)   ///< {text, first, second}: ballot numbers in both passes, 0 none
  Q_PROPERTY(bool agree READ isAgree NOTIFY changed)
  Q_PROPERTY(bool perBallot READ isPerBallot NOTIFY changed)  ///< compared ballot by ballot by their codes
  Q_PROPERTY(int required READ required NOTIFY changed)       ///< passes the rules ask for
  Q_PROPERTY(int waitingFirst READ waitingFirst NOTIFY changed)
  Q_PROPERTY(int waitingSecond READ waitingSecond NOTIFY changed)
  Q_PROPERTY(int reread READ reread NOTIFY changed)  ///< the one of the two that only read the image files of an earlier pass again; 0 none
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)
  Q_PROPERTY(QString todo READ todo NOTIFY changed)  ///< what to do now, in one or two sentences

 public:
  explicit CompareModel(QObject* parent = nullptr);
  QVariantList passes() const { return m_passes; }
  int first() const { return m_first; }
  int second() const { return m_second; }
  void setFirst(int pass);
  void setSecond(int pass);
  RowsModel* rows() { return &m_rows; }
  QVariantList differences() const { return m_differences; }
  bool isAgree() const { return m_second > 0 && m_differences.isEmpty(); }
  int reread() const { return m_reread; }
  bool isPerBallot() const { return m_perBallot; }
  int required() const { return m_required; }
  int waitingFirst() const { return m_waitingFirst; }
  int waitingSecond() const { return m_waitingSecond; }
  bool isClosed() const { return m_closed; }
  QString todo() const;
  Q_INVOKABLE void reload() override;

 signals:
  void changed();

 private:
  struct Loaded;
  void show(Loaded loaded);
  RowsModel m_rows;
  QVariantList m_passes, m_differences;
  int m_first = 0, m_second = 0, m_required = 2, m_waitingFirst = 0, m_waitingSecond = 0;
  int m_reread = 0;
  bool m_perBallot = false, m_closed = false, m_anyPass = false;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "count/contest_count.h"
#include "kiosk/frame/page_model.h"

namespace kp::kiosk {

/// Screen 6, Số liệu phiếu: figures as they are typed, with what they come to. Nothing reaches the file before save(). Fields are known by key: "convened", "present", "issued",
/// "returned", and the deduction classes of interfaces.md.
class FiguresModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList people READ people NOTIFY typed)  ///< {key, label, value} of convened and present, as typed
  Q_PROPERTY(QVariantList deductions READ deductions NOTIFY typed)
  Q_PROPERTY(QVariantList ballots READ ballots NOTIFY typed)  ///< issued and returned
  Q_PROPERTY(QStringList keys READ keys NOTIFY typed)         ///< all fields in the order they are filled in
  Q_PROPERTY(QVariantMap values READ values NOTIFY typed)     ///< key → text as typed
  Q_PROPERTY(QString absent READ absent NOTIFY typed)         ///< "" until both figures are there
  Q_PROPERTY(QString base READ base NOTIFY typed)
  Q_PROPERTY(QString baseText READ baseText NOTIFY typed)  ///< the arithmetic in full, with the rule
  Q_PROPERTY(QString problem READ problem NOTIFY typed)    ///< what is wrong with what is typed; "" nothing
  Q_PROPERTY(bool stopped READ isStopped NOTIFY typed)     ///< R-21: more returned than issued
  Q_PROPERTY(QString stopText READ stopText NOTIFY typed)  ///< what R-21 means and what to do
  Q_PROPERTY(QVariantList sums READ sums NOTIFY typed)     ///< {text, detail, state: "holds" | "fails" | "waits"}
  Q_PROPERTY(QString firstFailing READ firstFailing NOTIFY typed)
  Q_PROPERTY(bool changed READ isChanged NOTIFY typed)  ///< typed figures differ from the stored ones
  Q_PROPERTY(bool takesTwo READ takesTwo NOTIFY typed)  ///< ballots were read, so that changing a figure takes two people
  Q_PROPERTY(bool closed READ isClosed NOTIFY typed)
  Q_PROPERTY(bool counted READ isCounted NOTIFY typed)         ///< there are ballots, so their sums are shown too
  Q_PROPERTY(QString othersText READ othersText NOTIFY typed)  ///< attendance of another contest that can be taken over; "" none

 public:
  using PageModel::PageModel;

  QVariantList people() const { return fields({"convened", "present"}); }
  QVariantList deductions() const;
  QVariantList ballots() const { return fields({"issued", "returned"}); }
  QStringList keys() const;
  QVariantMap values() const;
  QString absent() const;
  QString base() const;
  QString baseText() const;
  QString problem() const;
  bool isStopped() const;
  QString stopText() const;
  QVariantList sums() const;
  QString firstFailing() const;
  bool isChanged() const { return figures() != m_stored; }
  bool takesTwo() const;
  bool isClosed() const { return m_closed; }
  bool isCounted() const { return m_counted; }
  QString othersText() const;

  void reload() override;
  /// What a person typed into a field; anything but digits is left out.
  Q_INVOKABLE void type(const QString& key, const QString& text);
  /// Takes over convened, present and deductions of the other contest.
  Q_INVOKABLE void takeOthers();
  /// Back to what is stored.
  Q_INVOKABLE void undo();
  Q_INVOKABLE void save();

 signals:
  void typed();
  void saved();

 private:
  Figures figures() const;
  QVariantList fields(const std::vector<std::string>& keys) const;
  QString labelOf(const std::string& key) const;
  void setFigures(const Figures& figures);

  CongressKind m_kind = CongressKind::Delegates;
  Contest m_contest;
  int m_pages = 1;
  bool m_closed = false, m_counted = false, m_read = false;
  long m_sheets = 0;
  Tally m_tally;
  Figures m_stored, m_others;
  QString m_othersTitle;
  std::map<std::string, QString> m_typed;
  std::string m_shown;  ///< contest whose figures stand in the fields
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>
#include <atomic>
#include <memory>

#include "kiosk/frame/page_model.h"
#include "kiosk/print/print_desk.h"
#include "wiring/rehearsal_grade.h"

namespace kp::kiosk {

/// Screen 5, Kiểm tra máy: a rehearsal deck made, read and graded; a test sheet from the scanner; the zero report. None of it touches the count.
class CheckModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  // rehearsal
  Q_PROPERTY(QString stage READ stage NOTIFY rehearsalChanged)  ///< "", "making", "reading", "done", "failed"
  Q_PROPERTY(QString rehearsalText READ rehearsalText NOTIFY rehearsalChanged)
  Q_PROPERTY(double fraction READ fraction NOTIFY rehearsalChanged)  ///< 0…1
  Q_PROPERTY(bool passed READ hasPassed NOTIFY rehearsalChanged)
  Q_PROPERTY(int sheets READ sheets NOTIFY rehearsalChanged)
  Q_PROPERTY(int right READ right NOTIFY rehearsalChanged)
  Q_PROPERTY(int wrong READ wrong NOTIFY rehearsalChanged)
  Q_PROPERTY(int toPerson READ toPerson NOTIFY rehearsalChanged)
  Q_PROPERTY(QVariantList wrongOnes READ wrongOnes NOTIFY rehearsalChanged)  ///< {file, candidate, field, marked, read}, in words
  Q_PROPERTY(QString lastText READ lastText NOTIFY happenedChanged)          ///< the last rehearsal that the journal knows of; "" none
  // scanner
  Q_PROPERTY(bool testing READ isTesting NOTIFY testChanged)
  Q_PROPERTY(QString testText READ testText NOTIFY testChanged)
  Q_PROPERTY(bool testGood READ isTestGood NOTIFY testChanged)
  Q_PROPERTY(QString testPicture READ testPicture NOTIFY testChanged)  ///< URL; "" none
  // zero report
  Q_PROPERTY(bool hasBallots READ hasBallots NOTIFY happenedChanged)  ///< a zero report would not be true any more
  Q_PROPERTY(QString zeroText READ zeroText NOTIFY happenedChanged)   ///< when it was made; "" not yet
  Q_PROPERTY(QString zeroKey READ zeroKey NOTIFY zeroChanged)         ///< of image://paper; "" none made since this page opened
  Q_PROPERTY(int zeroPages READ zeroPages NOTIFY zeroChanged)
  Q_PROPERTY(kp::kiosk::PrintDesk* printing READ printing CONSTANT)

 public:
  explicit CheckModel(QObject* parent = nullptr);
  ~CheckModel() override;

  QString stage() const { return m_stage; }
  QString rehearsalText() const;
  double fraction() const {
    return m_wanted > 0 ? std::min(1.0, double(m_stage == QLatin1String("reading") ? m_read : m_made) / m_wanted) : 0;
  }
  bool hasPassed() const { return m_stage == QLatin1String("done") && m_grade.passed(); }
  int sheets() const { return m_grade.sheets; }
  int right() const { return m_grade.right; }
  int wrong() const { return static_cast<int>(m_grade.wrong.size()); }
  int toPerson() const { return m_grade.toPerson; }
  QVariantList wrongOnes() const;
  QString lastText() const { return m_lastText; }
  bool isTesting() const { return m_testing; }
  QString testText() const { return m_testText; }
  bool isTestGood() const { return m_testGood; }
  QString testPicture() const { return m_testPicture; }
  bool hasBallots() const { return m_hasBallots; }
  QString zeroText() const { return m_zeroText; }
  QString zeroKey() const { return m_zeroKey; }
  int zeroPages() const { return m_zeroPages; }
  PrintDesk* printing() { return &m_printing; }

  void reload() override;
  /// Makes a deck of the chosen contest in a folder of its own, reads it, grades it, journals the outcome.
  Q_INVOKABLE void rehearse(int ballots);
  Q_INVOKABLE void stopRehearsal();
  /// Feeds one sheet from "sane:DEVICE".
  Q_INVOKABLE void testScanner(const QString& scanner);
  /// Makes the zero report and journals it.
  Q_INVOKABLE void makeZeroReport();
  /// Writes the zero report that is shown.
  Q_INVOKABLE void saveZeroReport(const QString& path);

  /// Prints the zero report that is shown; journalled.
  Q_INVOKABLE void printZeroReport(const QString& printer);

  static constexpr int kMostBallots = 500;

 signals:
  void rehearsalChanged();
  void testChanged();
  void happenedChanged();
  void zeroChanged();
  void savedTo(const QString& path);

 private:
  void setStage(const QString& stage);
  void countMade();
  void dropZero();

  QString m_stage;
  int m_wanted = 0, m_made = 0, m_read = 0;  ///< sheets
  int m_pages = 1;                           ///< of one ballot
  QElapsedTimer m_reading;
  RehearsalGrade m_grade;
  QString m_lastText;
  std::shared_ptr<QTemporaryDir> m_deck;  ///< goes when neither the page nor the run needs it
  std::shared_ptr<std::atomic<bool>> m_stop;
  QTimer m_watch;
  bool m_testing = false, m_testGood = false;
  QString m_testText;
  QString m_testPicture;
  QTemporaryDir m_pictures;
  int m_pictureNumber = 0;
  bool m_hasBallots = false;
  QString m_zeroText, m_zeroKey;
  int m_zeroPages = 0;
  PrintDesk m_printing;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>

#include "kiosk/frame/page_model.h"
#include "kiosk/scan/scanning.h"
#include "kiosk/scan/sheet_strip_model.h"

namespace kp::kiosk {

/// Screen 7, Quét phiếu. What stands in the file (big count, counters, last sheets) is looked up again and again while a run goes on; what is under way (rate, feeder) comes
/// from Scanning.
class ScanModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString state READ state NOTIFY stateChanged)  ///< idle, running, pausing, paused, stopping, stopped, failed, finished
  Q_PROPERTY(QString stateText READ stateText NOTIFY stateChanged)
  Q_PROPERTY(bool active READ isActive NOTIFY stateChanged)
  Q_PROPERTY(bool elsewhere READ isElsewhere NOTIFY stateChanged)  ///< the run is of another contest than the one chosen above
  // what to scan
  Q_PROPERTY(QString sourceKind READ sourceKind WRITE setSourceKind NOTIFY sourceChanged)  ///< scanner, folder, file
  Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)              ///< "sane:…" or a path; "" not chosen yet
  Q_PROPERTY(QString sourceText READ sourceText NOTIFY sourceChanged)
  Q_PROPERTY(int pass READ pass WRITE setPass NOTIFY passChanged)
  Q_PROPERTY(QVariantList passChoices READ passChoices NOTIFY looked)  ///< {value, text}
  Q_PROPERTY(bool unproved READ isUnproved NOTIFY looked)              ///< the refusal is that no printed blank ballot was read back
  Q_PROPERTY(QString refusal READ refusal NOTIFY looked)               ///< why nothing can be scanned into this pass now; "" when it can
  // what the file says
  Q_PROPERTY(int papers READ papers NOTIFY looked)      ///< papers that are or may be ballots
  Q_PROPERTY(int expected READ expected NOTIFY looked)  ///< returned × pages; -1 when returned was not entered
  Q_PROPERTY(QString expectedText READ expectedText NOTIFY looked)
  Q_PROPERTY(QString balance READ balance NOTIFY looked)  ///< "short", "equal", "over", "unknown"
  Q_PROPERTY(int read READ readBallots NOTIFY looked)
  Q_PROPERTY(int committee READ committee NOTIFY looked)
  Q_PROPERTY(int aside READ aside NOTIFY looked)
  Q_PROPERTY(int seen READ seen NOTIFY looked)
  Q_PROPERTY(QString rehearsed READ rehearsed NOTIFY looked)  ///< sheets that come from a rehearsal, in words; "" none
  Q_PROPERTY(int stored READ stored NOTIFY looked)            ///< images in the file
  Q_PROPERTY(kp::kiosk::SheetStripModel* strip READ strip CONSTANT)
  Q_PROPERTY(bool pictures READ showsPictures NOTIFY
                 looked)  ///< who is signed in may see handwriting, or stands at the feeder with the paper in hand
  // what is under way
  Q_PROPERTY(int rate READ rate NOTIFY progressed)  ///< sheets a minute
  Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY progressed)
  Q_PROPERTY(QString runText READ runText NOTIFY progressed)    ///< what this run has taken in so far
  Q_PROPERTY(double fraction READ fraction NOTIFY progressed)   ///< 0…1 of what is expected; -1 not known
  Q_PROPERTY(QString failure READ failure NOTIFY guideChanged)  ///< what happened, what is safe, what to do
  Q_PROPERTY(bool feederFailed READ feederFailed NOTIFY guideChanged)
  Q_PROPERTY(QVariantList guide READ guide NOTIFY guideChanged)  ///< after a failure: what to do with the paper, line by line
  Q_PROPERTY(int lastSheet READ lastSheet NOTIFY guideChanged)   ///< the last sheet stored, to be compared with the output tray; 0 none
  Q_PROPERTY(QString lastSheetText READ lastSheetText NOTIFY guideChanged)
  Q_PROPERTY(bool interrupted READ wasInterrupted NOTIFY looked)  ///< the last run broke off, and papers are missing
  Q_PROPERTY(bool guided READ isGuided NOTIFY
                 guideChanged)  ///< the guide has the word: after a failure, and when a scanner was cut off before this start
  Q_PROPERTY(QString leftOut READ leftOut NOTIFY
                 leftOutChanged)  ///< what is wrong with the files of the last run, in words: pure black and white, or no scans; "" nothing

 public:
  explicit ScanModel(QObject* parent = nullptr);

  QString state() const;
  QString stateText() const;
  bool isActive() const { return m_scanning && m_scanning->isActive(); }
  bool isElsewhere() const;
  QString sourceKind() const { return m_sourceKind; }
  void setSourceKind(const QString& kind);
  QString source() const { return m_source; }
  void setSource(const QString& source);
  QString sourceText() const;
  int pass() const { return m_pass; }
  void setPass(int pass);
  QVariantList passChoices() const;
  QString refusal() const;
  bool isUnproved() const { return !m_look.unproved.empty() && !m_look.closed && !m_look.keyed; }
  int papers() const { return m_look.papers; }
  int expected() const { return m_look.returned ? *m_look.returned * m_look.pages : -1; }
  QString expectedText() const;
  QString balance() const;
  int readBallots() const { return m_look.read; }
  int committee() const { return m_look.committee; }
  int aside() const { return m_look.aside; }
  int seen() const { return m_look.seen; }
  QString rehearsed() const { return QString::fromStdString(m_look.rehearsed); }
  int stored() const { return m_look.stored; }
  SheetStripModel* strip() { return &m_strip; }
  bool showsPictures() const;
  int rate() const { return m_scanning ? m_scanning->ratePerMinute() : 0; }
  QString timeLeft() const;
  QString runText() const;
  double fraction() const;
  QString failure() const;
  bool feederFailed() const;
  QVariantList guide() const;
  int lastSheet() const { return m_last.sheet; }
  QString lastSheetText() const;
  bool wasInterrupted() const { return m_look.interrupted && balance() != QLatin1String("equal") && balance() != QLatin1String("over"); }
  bool isGuided() const;
  QString leftOut() const;

  void reload() override;
  /// Starts what is chosen; what is missing is said as an error.
  Q_INVOKABLE void start();
  Q_INVOKABLE void pause();
  Q_INVOKABLE void resume();
  Q_INVOKABLE void stop();
  /// Puts away what has ended, or the guide.
  Q_INVOKABLE void dismiss();
  /// Makes the scanning screen ready for another pass: what has ended there is put away, the source is asked for again. Nothing while a run is under way.
  Q_INVOKABLE void beginPass(int pass);
  /// The ballots behind a line of the count, for BallotsPopup's filter: "read", "committee", "seen", "aside".
  Q_INVOKABLE QVariantMap behind(const QString& line) const;
  /// Two of the committee let scanning start although no printed blank ballot was read back.
  Q_INVOKABLE void waiveReadBack();

  static constexpr int kLastSheets = 14;  ///< thumbnails at 1920 px; a narrower screen shows the newest of them
  static constexpr int kLookEvery = 250;  ///< ms between looks at the file while scanning …
  static constexpr int kLookShare = 4;    ///< … and never more than this part of the time: a big pile takes longer to add up

 signals:
  void stateChanged();
  void sourceChanged();
  void passChanged();
  void looked();
  void progressed();
  void guideChanged();
  void leftOutChanged();

 private:
  void attach();
  bool isCutOff() const;
  void begin();
  void recall();
  void remember() const;
  void lookAgain();
  void showLook(PassLook&& look);

  Scanning* m_scanning = nullptr;
  QString m_sourceKind = QStringLiteral("scanner"), m_source;
  std::string m_recalledFor;  ///< contest the remembered source and pass are of
  int m_pass = 1;
  PassLook m_look;
  LastStored m_last;
  SheetStripModel m_strip;
  QTimer m_next;
  QElapsedTimer m_lookTime;
  bool m_looking = false;
  bool m_guideSeen = false;  ///< put away by a person
};

}  // namespace kp::kiosk

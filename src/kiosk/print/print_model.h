// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QTimer>
#include <QVariantList>

#include "kiosk/frame/page_model.h"
#include "kiosk/print/print_desk.h"
#include "printing/printer.h"
#include "wiring/print_ballots.h"

namespace kp::kiosk {

/// Screen 4, In phiếu: the blank ballot as it will print, sent to a printer or written as a PDF; every ballot made is read back before it leaves, and a printed test
/// page can be scanned and read back too.
class PrintModel : public kp::kiosk::PageModel {  // in full for qmltyperegistrar
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)  ///< {label, value}: contest, face, paper, pages
  Q_PROPERTY(bool hasContest READ hasContest NOTIFY changed)
  Q_PROPERTY(bool mayPrint READ mayPrint NOTIFY changed)
  Q_PROPERTY(int proposed READ proposed NOTIFY changed)  ///< copies: those convened, else 1
  Q_PROPERTY(QString proposedWhy READ proposedWhy NOTIFY changed)
  Q_PROPERTY(int mostCopies READ mostCopies CONSTANT)
  Q_PROPERTY(QString paperKey READ paperKey NOTIFY previewChanged)  ///< for image://paper
  Q_PROPERTY(int paperPages READ paperPages NOTIFY previewChanged)
  Q_PROPERTY(QString checkText READ checkText NOTIFY previewChanged)    ///< what reading the blank ballot back gave
  Q_PROPERTY(QString checkState READ checkState NOTIFY previewChanged)  ///< "checking", "good", "bad", "" without a contest
  Q_PROPERTY(
      QVariantList checkPages READ checkPages NOTIFY previewChanged)  ///< {page, text, good} of the scan read back last, else of the PDF
  Q_PROPERTY(QString scanText READ scanText NOTIFY scanChanged)       ///< outcome of the scanned test page; "" none yet
  Q_PROPERTY(QString scanLine READ scanLine NOTIFY scanLineChanged)   ///< where reading a printed one back stands, in a sentence
  Q_PROPERTY(QString scanState READ scanState NOTIFY scanChanged)     ///< "good", "bad", "part" (pages still missing), ""
  Q_PROPERTY(bool learned READ isLearned NOTIFY
                 changed)  ///< voted on a ballot that an office printed (learn_model.h): there is none to print here
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)  ///< the count is closed: its ballots are looked at, no more are printed
  Q_PROPERTY(bool proved READ isProved NOTIFY changed)  ///< the journal knows that this very ballot, printed, was read back in order
  Q_PROPERTY(
      QString cutOff READ cutOff NOTIFY changed)  ///< the power was cut while ballots went to the printer, and what to do; "" it was not
  Q_PROPERTY(QStringList printed READ printed NOTIFY changed)             ///< earlier printings from the journal, newest first
  Q_PROPERTY(QVariantList printers READ printers NOTIFY printersChanged)  ///< {value, text, ready}
  Q_PROPERTY(QString printerProblem READ printerProblem NOTIFY printersChanged)
  Q_PROPERTY(bool askingPrinters READ isAskingPrinters NOTIFY printersChanged)
  Q_PROPERTY(QString jobText READ jobText NOTIFY jobChanged)    ///< where the job sent last stands; "" none
  Q_PROPERTY(QString jobState READ jobState NOTIFY jobChanged)  ///< "running", "good", "bad", ""
  Q_PROPERTY(bool jobOpen READ isJobOpen NOTIFY jobChanged)

 public:
  PrintModel();
  ~PrintModel() override;
  QVariantList facts() const { return m_facts; }
  bool hasContest() const { return !m_facts.isEmpty(); }
  bool mayPrint() const;
  int proposed() const { return m_proposed; }
  QString proposedWhy() const { return m_proposedWhy; }
  int mostCopies() const { return kMaxBallotCopies; }
  QString paperKey() const { return m_paperKey; }
  int paperPages() const { return m_pages; }
  QString checkText() const { return m_checkText; }
  QString checkState() const { return m_checkState; }
  QVariantList checkPages() const { return m_checkPages; }
  QString scanText() const { return m_scanText; }
  QString scanLine() const;
  QString scanState() const { return m_scanState; }
  bool isProved() const { return m_proved; }
  bool isLearned() const { return m_learned; }
  bool isClosed() const { return m_closed; }
  QStringList printed() const { return m_printed; }
  QString cutOff() const { return m_cutOff; }
  QVariantList printers() const;
  QString printerProblem() const { return m_printerProblem; }
  bool isAskingPrinters() const { return m_asking; }
  QString jobText() const { return m_jobText; }
  QString jobState() const { return m_jobState; }
  bool isJobOpen() const { return isOpenJob(m_jobState); }
  Q_INVOKABLE void reload() override;

  /// Asks the printing service which printers there are.
  Q_INVOKABLE void askPrinters();
  /// Makes the ballots, reads them back, sends them to the printer and journals.
  Q_INVOKABLE void sendToPrinter(const QString& printer, int copies, bool twoSided);
  /// The same into a new PDF.
  Q_INVOKABLE void savePdf(const QString& path, int copies);
  Q_INVOKABLE void cancelJob();
  /// Reads back a scan (image or PDF) of a printed blank ballot. While pages are missing ("part") the next file is read with those before.
  Q_INVOKABLE void checkScan(const QStringList& paths);
  /// A file name for the PDF: contest and copies.
  Q_INVOKABLE QString fileFor(int copies) const;

 signals:
  void changed();
  void previewChanged();
  void scanChanged();
  void scanLineChanged();
  void printersChanged();
  void jobChanged();
  void said(const QString& what);

 private:
  struct Loaded {
    QVariantList facts;
    int proposed = 1;
    QString proposedWhy;
    QStringList printed;
    QString cutOff;
    std::string stamp;  ///< of what the ballot is made from; another one means another ballot
    std::string paper;
    std::string title;
    bool shared = true;
    bool proved = false, learned = false, closed = false;
  };
  static Expected<Loaded> load(const Ledger& ledger, const std::string& contest);
  void showPreview();
  void followJob();
  void setJob(const QString& state, const QString& text);

  QVariantList m_facts, m_checkPages;
  QStringList m_printed;
  QString m_cutOff;
  int m_proposed = 1, m_pages = 0, m_job = 0, m_previewRequest = 0;
  QString m_proposedWhy, m_paperKey, m_checkText, m_checkState, m_scanText, m_scanState, m_printerProblem, m_jobText, m_jobState;
  std::string m_stamp, m_paper = "A4", m_title, m_jobPrinter;
  std::vector<Printer> m_printers;
  std::vector<std::string> m_scanFiles;  ///< pages of one test print read so far
  QTimer m_poll;
  bool m_asking = false, m_shared = true, m_proved = false, m_learned = false, m_closed = false;
};

}  // namespace kp::kiosk

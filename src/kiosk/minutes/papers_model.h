// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>

#include "kiosk/frame/page_model.h"
#include "kiosk/minutes/paper_shelf.h"
#include "kiosk/print/print_desk.h"
#include "kiosk/result/result_look.h"

namespace kp::kiosk {

/// Screen 13, Biên bản: the papers of one contest as they will print; printing, saving to a medium with read-back, and what is left to be done afterwards.
class PapersModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantList papers READ papers NOTIFY changed)  ///< {key, text, detail, made}: detail says when it was made
  Q_PROPERTY(QString paper READ paper WRITE setPaper NOTIFY
                 paperChanged)  ///< key: "minutes", "result-sheet", "elected-list", "rulings-list", "zero-report", "journal"
  Q_PROPERTY(QString title READ title NOTIFY paperChanged)
  Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY typed)  ///< of the document; "" leaves a line
  Q_PROPERTY(int copies READ copies WRITE setCopies NOTIFY typed)      ///< originals
  Q_PROPERTY(bool numbered READ isNumbered NOTIFY paperChanged)        ///< this paper bears a number
  Q_PROPERTY(QString paperKey READ paperKey NOTIFY previewChanged)     ///< of image://paper; "" none
  Q_PROPERTY(int pages READ pages NOTIFY previewChanged)
  Q_PROPERTY(QString shortCode READ shortCode NOTIFY previewChanged)      ///< of the verification code; "" this paper has none
  Q_PROPERTY(QString refusal READ refusal NOTIFY previewChanged)          ///< why the paper cannot be made; "" it can
  Q_PROPERTY(QString refusalStep READ refusalStep NOTIFY previewChanged)  ///< where that is mended; "" nowhere
  Q_PROPERTY(QString refusalGo READ refusalGo NOTIFY previewChanged)      ///< the button that goes there
  Q_PROPERTY(bool mayMake READ mayMake NOTIFY changed)
  Q_PROPERTY(kp::kiosk::PrintDesk* printing READ printing CONSTANT)
  Q_PROPERTY(
      QVariantList checklist READ checklist NOTIFY changed)  ///< R-37: {key, text, detail, done, byHand}: detail says who noted it and when
  Q_PROPERTY(bool mayTick READ mayTick NOTIFY changed)
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)
  Q_PROPERTY(bool allDone READ isAllDone NOTIFY changed)

 public:
  explicit PapersModel(QObject* parent = nullptr);

  QVariantList papers() const { return m_papers; }
  QString paper() const { return m_paper; }
  void setPaper(const QString& paper);
  QString title() const;
  QString number() const;
  void setNumber(const QString& number);
  int copies() const { return m_copies; }
  void setCopies(int copies);
  bool isNumbered() const { return m_paper == QLatin1String("minutes"); }
  QString paperKey() const { return m_refusal.isEmpty() ? m_shelved.key : QString(); }
  int pages() const { return m_refusal.isEmpty() ? m_shelved.pages : 0; }
  QString shortCode() const { return m_refusal.isEmpty() ? m_shelved.shortCode : QString(); }
  QString refusal() const { return m_refusal; }
  QString refusalStep() const { return m_refusalStep; }
  QString refusalGo() const;
  bool mayMake() const;
  PrintDesk* printing() { return &m_printing; }
  QVariantList checklist() const { return m_checklist; }
  bool mayTick() const;
  bool isClosed() const { return m_closed; }
  bool isAllDone() const;

  void reload() override;
  /// Sends the paper that is shown to a printer, as many copies as there are originals, and journals it.
  Q_INVOKABLE void sendToPrinter(const QString& printer);
  /// Copies the paper that is shown into a folder on a medium and reads it back; answers with said() or the error.
  Q_INVOKABLE void save(const QString& folder);
  /// Notes what only people can see to (R-37; count/afterwards.h): "sealed", "handed-over", "archived", "journal-filed". An act in the journal.
  Q_INVOKABLE void tick(const QString& key, bool done);

  static constexpr int kMostCopies = 99;

 signals:
  void changed();
  void paperChanged();
  void typed();
  void previewChanged();
  void said(const QString& what);

 private:
  struct Loaded;
  static Expected<Loaded> load(const Ledger& ledger, const PaperRequest& request);
  PaperRequest request() const;
  void later();

  QString m_paper = QStringLiteral("minutes"), m_refusal, m_refusalStep;
  std::map<QString, QString> m_numbers;  ///< by contest
  int m_copies = 3, m_request = 0;
  bool m_closed = false;
  QVariantList m_papers, m_checklist;
  ShelvedPaper m_shelved;
  PrintDesk m_printing;
  QTimer m_typing;  ///< a paper is made when the typing rests
};

}  // namespace kp::kiosk

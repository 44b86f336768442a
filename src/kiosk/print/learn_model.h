// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantList>
#include <memory>

#include "kiosk/frame/page_model.h"
#include "wiring/learn_ballot.h"

namespace kp::kiosk {

/// A ballot that an office printed (phiếu in sẵn), learned from a blank one: files are chosen until all pages are there, what was found is shown as pictures and rows, a
/// person compares and confirms. Nothing reaches the file before confirm().
class LearnModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(bool learned READ isLearned NOTIFY changed)  ///< the contest is voted on such a ballot now
  Q_PROPERTY(bool mayLearn READ mayLearn NOTIFY changed)
  Q_PROPERTY(QString lockedWhy READ lockedWhy NOTIFY changed)                ///< why it cannot be changed any more; "" it can
  Q_PROPERTY(QStringList storedPictures READ storedPictures NOTIFY changed)  ///< URLs: pages of the form in use
  Q_PROPERTY(QString fileNames READ fileNames NOTIFY foundChanged)           ///< of the files chosen so far, with commas between them
  Q_PROPERTY(bool finding READ isFinding NOTIFY foundChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY foundChanged)  ///< why no form was found on these files; "" none
  Q_PROPERTY(bool found READ isFound NOTIFY foundChanged)
  Q_PROPERTY(QStringList pictures READ pictures NOTIFY foundChanged)  ///< URLs, one a page
  Q_PROPERTY(QStringList notes READ notes NOTIFY foundChanged)        ///< what to look at before confirming
  Q_PROPERTY(QVariantList rows READ rows NOTIFY foundChanged)         ///< {page, number, name, fit: percent}
  Q_PROPERTY(QString summary READ summary NOTIFY foundChanged)

 public:
  using PageModel::PageModel;
  bool isLearned() const { return m_learned; }
  bool mayLearn() const;
  QString lockedWhy() const;
  QStringList storedPictures() const { return m_storedPictures; }
  QString fileNames() const;
  bool isFinding() const { return m_finding; }
  QString problem() const { return m_problem; }
  bool isFound() const { return m_found != nullptr; }
  QStringList pictures() const { return m_pictures; }
  QStringList notes() const;
  QVariantList rows() const;
  QString summary() const;
  void reload() override;

  /// Adds a scan or PDF of the blank and looks for the form on all files together.
  Q_INVOKABLE void addFile(const QString& path);
  /// Forgets files and finding.
  Q_INVOKABLE void begin();
  /// Stores what was found; by who is signed in.
  Q_INVOKABLE void confirm();
  /// Gives the form in use up: back to the program's own ballots.
  Q_INVOKABLE void forget();

 signals:
  void changed();
  void foundChanged();
  void said(const QString& what);

 private:
  struct Loaded;
  struct Found {
    FoundForm form;
    QStringList pictures;
  };
  QStringList m_paths, m_storedPictures, m_pictures;
  std::shared_ptr<const FoundForm> m_found;
  std::shared_ptr<QTemporaryDir> m_folder = std::make_shared<QTemporaryDir>();  ///< of the pictures; lives as long as a thread writes there
  QString m_problem;
  std::string m_contest;  ///< what is shown is of this one
  bool m_learned = false, m_closed = false, m_finding = false;
  int m_sheets = 0, m_request = 0, m_search = 0;  ///< the newest look at the file, the newest search; older answers are dropped
};

}  // namespace kp::kiosk

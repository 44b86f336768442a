// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QThread>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

#include "election/language_scope.h"
#include "ledger/ledger.h"

namespace kp::kiosk {

/// A thread with one open congress file (bàn làm việc): everything that touches the file runs there, one piece of work after the other, never on the UI thread.
/// The kiosk has two: one that acts (ReadWrite) and one that looks (ReadOnly), so that looking never waits for a scan.
class Desk : public QObject {
  Q_OBJECT
 public:
  explicit Desk(Ledger::Mode mode, QObject* parent = nullptr);
  ~Desk() override;

  /// Opens a file in place of the one before. `done` is called on the UI thread with the error, if any.
  void open(const QString& path, QObject* context, std::function<void(std::optional<Error>)> done);
  /// Closes the file; work asked for later does nothing until another is open.
  void close();

  /// Runs `work(Ledger&)` on the desk's thread, then `done(result)` on the UI thread unless `context` is gone by then. Neither is called while no file is open.
  /// Texts made by `work` are in the language the screen has when it is asked.
  template <typename Work, typename Done>
  void ask(QObject* context, Work work, Done done) {
    run([this, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done), language = kp::language()]() mutable {
      if (!m_ledger) return;
      const LanguageScope scope(language);
      auto result = work(*m_ledger);
      toUi([guard, done = std::move(done), result = std::move(result)]() mutable {
        if (guard) done(std::move(result));
      });
    });
  }

 private:
  template <typename Work>
  void run(Work work) {
    QMetaObject::invokeMethod(&m_worker, shared(std::move(work)), Qt::QueuedConnection);
  }
  template <typename Work>
  static void toUi(Work work) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), shared(std::move(work)), Qt::QueuedConnection);
  }
  /// Qt wants functions it can copy; results are often only movable.
  template <typename Work>
  static auto shared(Work work) {
    return [kept = std::make_shared<Work>(std::move(work))] { (*kept)(); };
  }

  Ledger::Mode m_mode;
  QObject m_worker;                ///< lives on m_thread
  std::thread m_thread;            ///< no QThread: waiting for one does not wait for what OpenCV and poppler keep in it (workers.h)
  std::optional<Ledger> m_ledger;  ///< touched on m_thread only
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/desk.h"

namespace kp::kiosk {

Desk::Desk(Ledger::Mode mode, QObject* parent) : QObject(parent), m_mode(mode) {
  m_thread.setObjectName(mode == Ledger::Mode::ReadWrite ? QStringLiteral("acting") : QStringLiteral("looking"));
  m_worker.moveToThread(&m_thread);
  m_thread.start();
}

Desk::~Desk() {
  run([this] { m_ledger.reset(); });
  m_thread.quit();
  m_thread.wait();
}

void Desk::open(const QString& path, QObject* context, std::function<void(std::optional<Error>)> done) {
  run([this, path, guard = QPointer<QObject>(context), done = std::move(done), language = kp::language()] {
    const LanguageScope scope(language);
    m_ledger.reset();
    auto opened = Ledger::open(path.toStdString(), m_mode);
    std::optional<Error> error;
    if (opened)
      m_ledger.emplace(std::move(*opened));
    else
      error = opened.error();
    toUi([guard, done, error] {
      if (guard) done(error);
    });
  });
}

void Desk::close() {
  run([this] { m_ledger.reset(); });
}

}  // namespace kp::kiosk

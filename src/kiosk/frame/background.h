// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QPointer>
#include <memory>
#include <utility>

#include "election/language_scope.h"
#include "kiosk/frame/workers.h"

namespace kp::kiosk {

/// Runs `work()` on one of the background() threads, for what needs no desk (scanners, pictures), then `done(result)` on the UI thread unless `context` is gone by then.
/// Texts made by `work` are in the language the screen has when it is asked.
template <typename Work, typename Done>
void inBackground(QObject* context, Work work, Done done) {
  background().start(
      [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done), language = kp::language()]() mutable {
        const LanguageScope scope(language);
        auto result = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done = std::move(done), result]() mutable {
              if (guard) done(std::move(*result));
            },
            Qt::QueuedConnection);
      });
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/print_desk.h"

#include "kiosk/frame/background.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

constexpr int kPollMilliseconds = 2000;  ///< how often a running job is asked for

}  // namespace

QString jobStateOf(PrintState state) {
  switch (state) {
    case PrintState::Waiting:
    case PrintState::Printing: return QStringLiteral("running");
    case PrintState::Held:
    case PrintState::Stopped: return QStringLiteral("stuck");
    case PrintState::Done: return QStringLiteral("good");
    case PrintState::Cancelled:
    case PrintState::Failed: break;
  }
  return QStringLiteral("bad");
}

PrintDesk::PrintDesk(QObject* parent) : QObject(parent) {
  m_poll.setInterval(kPollMilliseconds);
  m_poll.setSingleShot(true);
  connect(&m_poll, &QTimer::timeout, this, &PrintDesk::poll);
}

QVariantList PrintDesk::printers() const {
  QVariantList list;
  for (const Printer& printer : m_printers) {
    const std::string where = printer.location.empty() ? printer.description : printer.description + " – " + printer.location;
    list.append(QVariantMap{{QStringLiteral("value"), text(printer.name)},
                            {QStringLiteral("text"), text(where + ": " + printer.state)},
                            {QStringLiteral("ready"), printer.accepting}});
  }
  return list;
}

void PrintDesk::ask() {
  m_asking = true;
  emit printersChanged();
  inBackground(
      this, [] { return listPrinters(); },
      [this](Expected<std::vector<Printer>> printers) {
        m_asking = false;
        m_printers.clear();
        m_problem.clear();
        if (!printers) {
          m_problem = text(printers.error().what);
        } else if (printers->empty()) {
          m_problem =
              words("Máy này chưa cài máy in nào. Hãy lưu văn bản ra USB rồi in từ máy khác, hoặc nhờ nhân viên kỹ thuật cài máy in.",
                    "No printer is set up on this machine. Save the paper to a USB stick and print it elsewhere, or have the "
                    "technician set one up.");
        } else {
          m_printers = std::move(*printers);
        }
        emit printersChanged();
      });
}

void PrintDesk::sending() { set(QStringLiteral("running"), words("Đang gửi tới máy in…", "Sending to the printer…")); }

void PrintDesk::follow(const QString& printer, int job) {
  m_printer = printer.toStdString();
  m_job = job;
  set(QStringLiteral("running"), words("Đã gửi tới máy in {0}.", "Sent to the printer {0}.", m_printer));
  m_poll.start();
}

void PrintDesk::failed() { set({}, {}); }

void PrintDesk::poll() {
  if (m_job == 0) return;
  inBackground(
      this, [printer = m_printer, job = m_job] { return printStatus(printer, job); },
      [this, job = m_job](const Expected<PrintStatus>& status) {
        if (job != m_job) return;
        if (!status) return set(QStringLiteral("bad"), text(status.error().what));
        set(jobStateOf(status->state), text(status->what));
        if (status->over())
          m_job = 0;
        else
          m_poll.start();
      });
}

void PrintDesk::cancel() {
  if (m_job == 0) return;
  inBackground(
      this, [printer = m_printer, job = m_job] { return cancelPrint(printer, job); },
      [this](const Expected<void>& cancelled) {
        if (!cancelled) return set(QStringLiteral("bad"), text(cancelled.error().what));
        m_poll.start();
      });
}

void PrintDesk::set(const QString& state, const QString& text) {
  m_jobState = state;
  m_jobText = text;
  emit jobChanged();
}

}  // namespace kp::kiosk

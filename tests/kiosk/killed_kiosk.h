// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QProcess>
#include <QThread>
#include <memory>

#include "kiosk_fixture.h"
#include "real_kiosk.h"

namespace kp::kiosk {

/// The congress of another fixture under the real program, which is killed with -9 in the middle of things and started again. The fixture's own station makes what was before.
template <typename Congress>
class Killed : public Congress {
 protected:
  /// Everybody who acts here has a PIN; the head is signed in.
  void SetUp() override {
    Congress::SetUp();
    for (const char* name : {kMember, kSecondMember, kHead}) {
      this->m_station->session()->lock();
      this->signIn(name);
    }
  }
  void TearDown() override {
    m_kiosk.reset();
    Congress::TearDown();
  }
  /// The program, started anew where it runs already: the first time with the file, then with what it had open last. Somebody signs in.
  RealKiosk& open(const char* name) {
    this->m_station.reset();  // one program acts
    m_kiosk.reset();
    m_kiosk = std::make_unique<RealKiosk>(this->folder(), m_opened ? QString() : this->path());
    m_opened = true;
    m_kiosk->login(name, kPin);
    return *m_kiosk;
  }
  void kill() { m_kiosk->kill(); }
  /// The congress file verifies, as the command line says.
  void expectSound() const {
    QProcess program;
    program.start(QStringLiteral(KP_PROGRAM), {QStringLiteral("verify"), this->path()});
    EXPECT_TRUE(program.waitForFinished(-1) && program.exitStatus() == QProcess::NormalExit);
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardOutput().toStdString() << program.readAllStandardError().toStdString();
  }
  int happened(Event event) const {
    const auto entries = this->file().journal().list();
    EXPECT_TRUE(entries);
    int times = 0;
    for (const JournalEntry& entry : *entries) times += entry.event == toString(event);
    return times;
  }
  /// Presses this key at the open prompt or field and pulls the plug `milliseconds` later: at the start nothing is written yet, in the end all of it.
  void killAfter(const QString& key, unsigned milliseconds) {
    m_kiosk->begins({QStringLiteral("press"), key});
    QThread::msleep(milliseconds);
    kill();
    expectSound();
  }

  static inline const QString kPin = QStringLiteral("1234");  ///< signIn() of the fixtures
  std::unique_ptr<RealKiosk> m_kiosk;

 private:
  bool m_opened = false;
};

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_kiosk.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace kp::kiosk {
namespace {
constexpr int kPatience = 120000;  ///< ms; the driver inside gives up before
const QByteArray kAnswer = "HAND ";
}  // namespace

RealKiosk::RealKiosk(const QString& home, const QString& file) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("HOME"), home);
  environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/.config"));
  environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(KP_HAND));
  environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("kphand"));
  m_program.setProcessEnvironment(environment);
  QStringList arguments{QStringLiteral("--data"), home};
  if (!file.isEmpty()) arguments.append(file);
  m_program.start(QStringLiteral(KP_KIOSK), arguments);
  EXPECT_TRUE(m_program.waitForStarted()) << m_program.errorString().toStdString();
}

RealKiosk::~RealKiosk() { kill(); }

void RealKiosk::begins(const QStringList& words) {
  m_program.write(QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact) + '\n');
  m_program.waitForBytesWritten();
}

QString RealKiosk::does(const QStringList& words) {
  begins(words);
  QByteArray aside;  // what gtest says inside
  for (;;) {
    for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
      const QByteArray line = m_heard.left(end);
      m_heard.remove(0, end + 1);
      if (!line.startsWith(kAnswer)) {
        aside += line + '\n';
        continue;
      }
      const QJsonArray answer = QJsonDocument::fromJson(line.mid(kAnswer.size())).array();
      EXPECT_EQ(answer.at(0).toString().toStdString(), "ok") << words.join(QLatin1Char(' ')).toStdString() << '\n' << aside.toStdString();
      return answer.at(1).toString();
    }
    if (!m_program.waitForReadyRead(kPatience)) {
      ADD_FAILURE() << "no answer to " << words.join(QLatin1Char(' ')).toStdString() << "; " << aside.toStdString()
                    << m_program.readAllStandardError().toStdString();
      return {};
    }
    m_heard += m_program.readAllStandardOutput();
  }
}

void RealKiosk::login(const char* name, const QString& pin) {
  does({QStringLiteral("click"), QStringLiteral("person-") + QString::fromUtf8(name)});
  awaits({QStringLiteral("pinPad")});
  does({QStringLiteral("keys"), pin});
  does({QStringLiteral("press"), QStringLiteral("Return")});
  awaits({QStringLiteral("lock")});
}

void RealKiosk::second(const char* name, const QString& pin) {
  does({QStringLiteral("choose"), QStringLiteral("secondPerson"), QString::fromUtf8(name)});
  does({QStringLiteral("click"), QStringLiteral("pin") + pin.front()});
  does({QStringLiteral("keys"), pin.mid(1)});
}

void RealKiosk::goesHome() {
  awaits({QStringLiteral("place-0")});
  int at = 0;
  const auto named = [&at] { return QStringLiteral("place-%1").arg(at); };
  while (at < 10 && !does({QStringLiteral("read"), named()}).contains(QStringLiteral("Thư mục Kiểm Phiếu"))) ++at;
  does({QStringLiteral("click"), named()});
}

void RealKiosk::finds(const QStringList& way) {
  goesHome();
  for (const QString& name : way) does({QStringLiteral("click"), QStringLiteral("file-") + name});
  awaits({QStringLiteral("filePick")});
}

void RealKiosk::names(const QString& name) {
  goesHome();
  does({QStringLiteral("type"), QStringLiteral("fileName"), name});
  awaits({QStringLiteral("filePick")});
}

void RealKiosk::beginsPicking(unsigned milliseconds) {
  begins(kPick);
  QThread::msleep(milliseconds);
}

void RealKiosk::kill() {
  if (m_program.state() == QProcess::NotRunning) return;
  m_program.kill();
  EXPECT_TRUE(m_program.waitForFinished());
  const QByteArray said = m_program.readAllStandardError();
  EXPECT_FALSE(said.contains("qrc:") || said.contains("Warning")) << said.toStdString();
}

}  // namespace kp::kiosk

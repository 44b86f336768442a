// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/single_instance.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QThread>
#include <cerrno>
#include <utility>

#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {
constexpr int kAnswerMilliseconds = 500;     ///< a running kiosk answers at once; its accept loop is the UI thread
constexpr int kPatienceMilliseconds = 3000;  ///< … or is busy opening a big file, or was killed and the system has not cleared it away yet
constexpr unsigned long kPauseMicroseconds = 50000;  ///< between two looks at a program that is going away

/// Asks the program that has the name to show itself; whether it answered. One that answers nobody now does so as soon as it runs again.
bool askToShow(const QString& name) {
  QLocalSocket first;
  first.connectToServer(name);
  return first.waitForConnected(kAnswerMilliseconds) && (first.bytesAvailable() > 0 || first.waitForReadyRead(kAnswerMilliseconds));
}

}  // namespace

QString SingleInstance::nameOf(const QString& file) {
  return QStringLiteral("kiemphieu-%1-").arg(::getuid()) +
         QString::fromLatin1(QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

SingleInstance::SingleInstance(const QString& file) {
  const QString name = nameOf(file);
  QElapsedTimer waited;
  waited.start();
  for (m_first = takeLock(name); !m_first && !m_answered && waited.elapsed() < kPatienceMilliseconds; m_first = takeLock(name)) {
    m_answered = askToShow(name);
    if (m_answered) return;
    QThread::usleep(kPauseMicroseconds);
  }
  if (!m_first) return;
  connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
  serve(name);
}

void SingleInstance::follow(const QString& file) {
  const QString name = nameOf(file);
  if (!m_first || name == m_name) return;
  const int before = std::exchange(m_lock, -1);
  if (!takeLock(name)) {
    m_lock = before;
    return;
  }
  if (before >= 0) ::close(before);
  m_server.close();
  serve(name);
}

SingleInstance::~SingleInstance() {
  if (m_lock >= 0) ::close(m_lock);
}

/// A folder for temporary files that takes none (full, read-only) leaves it to the congress file's own lock.
bool SingleInstance::takeLock(const QString& name) {
  const QByteArray path = QFile::encodeName(QDir::tempPath() + QLatin1Char('/') + name + QStringLiteral(".lock"));
  m_lock = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return true;
  ::close(std::exchange(m_lock, -1));
  return false;
}

void SingleInstance::serve(const QString& name) {
  QLocalServer::removeServer(name);  // left behind by a power cut
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  m_server.listen(name);  // where it fails, a second start finds the lock and says so, and cannot show this one
  m_name = name;
}

void SingleInstance::answer() {
  QLocalSocket* second = m_server.nextPendingConnection();
  connect(second, &QLocalSocket::disconnected, second, &QObject::deleteLater);
  second->write("!");
  second->flush();
  emit asked();
}

QString SingleInstance::message() const {
  if (!m_answered)
    return words(
        "Kiểm Phiếu đang mở tệp này rồi nhưng chưa trả lời: màn hình đang chạy sẽ hiện lên khi máy rảnh. Không có gì thay đổi. Nếu chờ một phút vẫn "
        "không thấy, hãy khởi động lại máy; những gì đã ghi vẫn an toàn.",
        "Kiểm Phiếu has this file open already but does not answer yet: its window comes to the front when the machine is free. Nothing was changed. If "
        "it has not come after a minute, restart the machine; what was recorded is safe.");
  return words("Kiểm Phiếu đang mở tệp này rồi: màn hình đang chạy vừa được đưa lên trước. Không có gì thay đổi.",
               "Kiểm Phiếu has this file open already: its window was brought to the front. Nothing was changed.");
}

}  // namespace kp::kiosk

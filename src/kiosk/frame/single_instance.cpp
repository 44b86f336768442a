// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/single_instance.h"

#include <unistd.h>

#include <QCryptographicHash>
#include <QLocalSocket>

#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {
constexpr int kAnswerMilliseconds = 500;  ///< a running kiosk answers at once; its accept loop is the UI thread
}

SingleInstance::SingleInstance(const QString& file) {
  const QString name = QStringLiteral("kiemphieu-%1-").arg(::getuid()) +
                       QString::fromLatin1(QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
  QLocalSocket other;
  other.connectToServer(name);
  if (other.waitForConnected(kAnswerMilliseconds)) return;
  QLocalServer::removeServer(name);  // left behind by a power cut
  m_server.setSocketOptions(QLocalServer::UserAccessOption);
  m_first = m_server.listen(name);
  connect(&m_server, &QLocalServer::newConnection, this, [this] {
    delete m_server.nextPendingConnection();
    emit asked();
  });
}

QString SingleInstance::message() const {
  return words("Kiểm Phiếu đang mở tệp này rồi: màn hình đang chạy vừa được đưa lên trước. Không có gì thay đổi.",
               "Kiểm Phiếu has this file open already: its window was brought to the front. Nothing was changed.");
}

}  // namespace kp::kiosk

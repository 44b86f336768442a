// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/single_instance.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <atomic>
#include <cstring>
#include <thread>

namespace kp::kiosk {
namespace {

/// What is left of a program that was killed: its lock, and a socket that takes connections and never answers, as long as the system has not cleared them away.
class DyingProgram {
 public:
  explicit DyingProgram(const QString& name) : m_path((QDir::tempPath() + QLatin1Char('/') + name).toStdString()) {
    m_socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(static_cast<char*>(address.sun_path), m_path.c_str(), sizeof(address.sun_path) - 1);
    EXPECT_EQ(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    EXPECT_EQ(::listen(m_socket, 8), 0);
    m_lock = ::open((m_path + ".lock").c_str(), O_RDWR | O_CREAT, 0600);
    EXPECT_EQ(::flock(m_lock, LOCK_EX | LOCK_NB), 0);
  }
  ~DyingProgram() { ::unlink(m_path.c_str()); }
  DyingProgram(const DyingProgram&) = delete;
  DyingProgram& operator=(const DyingProgram&) = delete;
  /// Once somebody has asked it to show itself.
  void clearAway() const {
    ::close(::accept(m_socket, nullptr, nullptr));
    ::close(m_socket);
    ::close(m_lock);
  }

 private:
  std::string m_path;
  int m_socket = -1, m_lock = -1;
};

QString fileName(const char* what) { return QStringLiteral("/tmp/kp-%1-%2.kiemphieu").arg(QLatin1String(what)).arg(::getpid()); }

/// Starts a second one on the file while the first one's loop of events runs: it must find itself second, and the first must be asked to show itself.
void expectSecondStartToldAndFirstAsked(const SingleInstance& first, const QString& file) {
  int asked = 0;
  const auto counting = QObject::connect(&first, &SingleInstance::asked, [&asked] { ++asked; });
  std::atomic<bool> done = false, second = true;
  std::thread other([&] {
    second = SingleInstance(file).isFirst();
    done = true;
  });
  QElapsedTimer timer;
  timer.start();
  while (!done && timer.elapsed() < 20000) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
  other.join();
  QObject::disconnect(counting);
  EXPECT_FALSE(second);
  EXPECT_GT(asked, 0);
}

// Caught: a second kiosk on the same file; a first one that is not told to show itself.
TEST(SingleInstance, ASecondStartIsToldAndTheFirstShowsItself) {
  const QString file = fileName("living");
  SingleInstance first(file);
  ASSERT_TRUE(first.isFirst());
  expectSecondStartToldAndFirstAsked(first, file);
}

// Caught: a kiosk whose file was opened at its first page: a second start covered it with a page of its own and could open nothing.
TEST(SingleInstance, IsFoundUnderTheFileItHasOpened) {
  const QString none = fileName("none"), file = fileName("opened");
  SingleInstance first(none);
  first.follow(file);
  expectSecondStartToldAndFirstAsked(first, file);
  EXPECT_TRUE(SingleInstance(none).isFirst()) << "what it stood for before is free";
}

// Caught (W11): a kiosk started anew right after a kill that ends with "open already", and nothing on the screen.
TEST(SingleInstance, AProgramThatIsBeingClearedAwayIsNoFirst) {
  const QString file = fileName("dying");
  const DyingProgram dying(SingleInstance::nameOf(file));
  std::thread system([&dying] { dying.clearAway(); });
  const SingleInstance anew(file);
  system.join();
  EXPECT_TRUE(anew.isFirst());
}

// Caught: a first program that did not answer for three seconds (a slow machine, a halted program) lost its name, and two kiosks had one file.
TEST(SingleInstance, AFirstThatIsSilentForAWhileStaysTheFirst) {
  const QString file = fileName("silent");
  SingleInstance first(file);
  ASSERT_TRUE(first.isFirst());
  int asked = 0;
  QObject::connect(&first, &SingleInstance::asked, [&asked] { ++asked; });
  for (int start = 0; start < 2; ++start)
    std::thread([&file] {
      const SingleInstance second(file);
      EXPECT_FALSE(second.isFirst());
      EXPECT_TRUE(second.message().contains(QStringLiteral("chưa trả lời"))) << second.message().toStdString();
    }).join();
  EXPECT_EQ(asked, 0);
  QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
  EXPECT_GT(asked, 0) << "it shows itself as soon as it runs again";
}

}  // namespace
}  // namespace kp::kiosk

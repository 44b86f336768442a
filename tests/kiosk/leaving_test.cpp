// SPDX-License-Identifier: GPL-3.0-or-later
// The way out of the real window, full screen as on the day, and what a killed kiosk opens again.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QThread>

#include "driver.h"
#include "kiosk/frame/window.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class LeavingTest : public KioskTest {
 protected:
  void showWindow() {
    m_window.emplace(*m_station);
    ASSERT_TRUE(m_window->show(true));
    m_window->leaving().setMachinePin(pinFile(), folder() + QStringLiteral("/tries"));
    connectLeft();
  }
  void connectLeft() {
    QObject::connect(&m_window->leaving(), &Leaving::left, &m_window->leaving(), [this] { m_left = true; });
  }
  QString pinFile() const { return folder() + QStringLiteral("/technician.pin"); }
  QString lastEvent() const {
    const auto entries = file().journal().list();
    return entries && !entries->empty() ? QString::fromStdString(entries->back().event + ' ' + entries->back().details) : QString();
  }
  /// Types a PIN into the prompt and enters it.
  static void enterPin(Driver& hand, const QString& pin) {
    for (const QChar digit : pin) hand.keys(digit);
    hand.press(Qt::Key_Return);
  }

  std::optional<Window> m_window;
  bool m_left = false;
};

// Caught: Alt+F4, or a window manager's close, that ends a count.
TEST_F(LeavingTest, ClosingIsRefusedWithoutTheTechniciansPin) {
  signIn(kTechnician);
  m_station->session()->lock();
  showWindow();
  Driver hand(m_window->window());
  EXPECT_FALSE(m_window->window()->close());
  EXPECT_TRUE(m_window->window()->isVisible());
  ASSERT_TRUE(hand.until([&] { return hand.isSeen(QStringLiteral("leavePin")); }, "the prompt"));
  const auto people = m_window->leaving().people();
  ASSERT_EQ(people.size(), 1);
  EXPECT_EQ(people.front().toMap().value(QStringLiteral("text")).toString(), QString::fromUtf8(kTechnician));

  enterPin(hand, QStringLiteral("9999"));
  ASSERT_TRUE(hand.until([&] { return hand.isSeen(QStringLiteral("leaveRefused")); }, "the refusal"));
  EXPECT_FALSE(m_left);
  EXPECT_TRUE(m_window->window()->isVisible());
  EXPECT_TRUE(lastEvent().startsWith(QLatin1String("pin-wrong"))) << lastEvent().toStdString();

  enterPin(hand, QStringLiteral("1234"));
  ASSERT_TRUE(hand.until([&] { return m_left; }, "leaving"));
  EXPECT_FALSE(m_window->window()->isVisible());
  EXPECT_EQ(lastEvent(), QLatin1String(R"(signed-out {"left":"system"})"));
  EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
}

// Caught: the machine's own PIN, or the head's, that opens the way out past the technical staff of the open congress; a name that is not offered.
TEST_F(LeavingTest, OnlyThoseOfferedAreTaken) {
  signIn(kTechnician);
  m_station->session()->lock();
  ASSERT_TRUE(setMachinePin(pinFile().toStdString(), "445566"));
  showWindow();
  bool asked = false;
  QObject::connect(&m_window->leaving(), &Leaving::asked, &m_window->leaving(), [&asked] { asked = true; });
  m_window->leaving().ask();
  until([&] { return asked; });
  m_window->leaving().leave(QStringLiteral("machine:"), QStringLiteral("445566"));
  m_window->leaving().leave(QString::fromUtf8(kHead), QStringLiteral("1234"));
  EXPECT_FALSE(m_window->leaving().isBusy());
  bool answered = false;
  m_station->acting().ask(
      m_station->session(), [](Ledger& ledger) { return kp::leaveUnnamed(ledger); },
      [&answered](const Expected<void>& noted) {
        EXPECT_FALSE(noted);
        answered = true;
      });
  until([&] { return answered; });
  EXPECT_FALSE(m_left);
}

// Caught: a kiosk before a congress is open that anybody can leave, or nobody; wrong PINs that cost nothing, or are forgotten by a restart.
TEST_F(LeavingTest, WithoutACongressTheMachinesPinIsAsked) {
  m_station->closeFile();
  ASSERT_TRUE(setMachinePin(pinFile().toStdString(), "445566"));
  showWindow();
  Driver hand(m_window->window());
  hand.click(QStringLiteral("leave"));
  ASSERT_TRUE(hand.until([&] { return hand.isSeen(QStringLiteral("leavePin")); }, "the prompt"));
  enterPin(hand, QStringLiteral("1234"));
  ASSERT_TRUE(hand.until([&] { return hand.isSeen(QStringLiteral("leaveRefused")); }, "the refusal"));
  EXPECT_FALSE(m_left);
  enterPin(hand, QStringLiteral("445566"));
  ASSERT_TRUE(hand.until([&] { return m_left; }, "leaving"));

  const std::filesystem::path tries = (folder() + QStringLiteral("/tries")).toStdString();
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(MachinePin(pinFile().toStdString(), tries).prove("0000"));
  MachinePin restarted(pinFile().toStdString(), tries);
  EXPECT_GT(restarted.waitSeconds(), 0);
  EXPECT_FALSE(restarted.prove("445566")) << "the right one too";
}

// Caught: a machine nobody can leave because no PIN was ever set; the PIN kept in clear.
TEST_F(LeavingTest, WhereThereIsNoPinTheWayIsOpenAndJournalled) {
  showWindow();
  Driver hand(m_window->window());
  EXPECT_FALSE(m_window->window()->close()) << "it asks first";
  hand.click(QStringLiteral("promptYes"));
  ASSERT_TRUE(hand.until([&] { return m_left; }, "leaving"));
  EXPECT_EQ(lastEvent(), QLatin1String(R"(signed-out {"left":"system"})"));
  ASSERT_TRUE(setMachinePin(pinFile().toStdString(), "445566"));
  QFile kept(pinFile());
  ASSERT_TRUE(kept.open(QIODevice::ReadOnly));
  const QByteArray text = kept.readAll();
  EXPECT_TRUE(text.startsWith("$argon2id$")) << text.toStdString();
  EXPECT_FALSE(text.contains("445566"));
  EXPECT_FALSE(setMachinePin(pinFile().toStdString(), "12"));
}

// Caught: a power cut after which people look for their page.
TEST_F(LeavingTest, TheNextStartOpensThePageThatWasOpen) {
  showWindow();
  signIn(kHead);
  m_window->window()->setProperty("page", QStringLiteral("figures"));
  m_window.reset();  // without leaving
  m_station.emplace(m_folder.path());
  Window again(*m_station);
  ASSERT_TRUE(again.show(true));
  m_station->openFile(path());
  until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
  signIn(kHead);
  EXPECT_EQ(again.window()->property("page").toString(), QLatin1String("figures"));
}

/// The program itself, offscreen, with settings of its own.
class KilledKiosk : public KioskTest {
 protected:
  void begin(QProcess& program, const QStringList& arguments) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder() + QStringLiteral("/config"));
    environment.insert(QStringLiteral("TMPDIR"), folder());  // the socket of the single instance
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(KP_PROGRAM "-kiosk"), QStringList{QStringLiteral("--data"), folder()} + arguments);
  }
};

// Caught: a kill that leaves the file locked, a socket that keeps the next start out, or a start that asks which congress it was.
TEST_F(KilledKiosk, OpensTheSameFileOnTheSamePage) {
  m_station.reset();  // the program works on the file alone
  const QString settings = folder() + QStringLiteral("/config/kiemphieu/kiemphieu.conf");
  QProcess first;
  begin(first, {path()});
  until([&] {
    return QFile::exists(settings) && QSettings(settings, QSettings::IniFormat).value(QStringLiteral("file")).toString() == path();
  });
  first.kill();
  ASSERT_TRUE(first.waitForFinished(kPatience));
  EXPECT_EQ(first.exitStatus(), QProcess::CrashExit);
  {
    QSettings page(settings, QSettings::IniFormat);
    page.setValue(QStringLiteral("page/") + QString::fromLatin1(path().toUtf8().toHex()), QStringLiteral("result"));
  }
  QProcess second;
  begin(second, {QStringLiteral("--self-test")});
  ASSERT_TRUE(second.waitForFinished(kPatience));
  EXPECT_EQ(second.exitCode(), 0) << second.readAllStandardError().toStdString();
  const QString said = QString::fromUtf8(second.readAllStandardOutput());
  EXPECT_TRUE(said.contains(QStringLiteral("file: %1\n").arg(path()))) << said.toStdString();
  EXPECT_TRUE(said.contains(QStringLiteral("page: result\n"))) << said.toStdString();
  EXPECT_TRUE(said.contains(QStringLiteral("pages: 14\n"))) << "one for each step and Giám sát: " << said.toStdString();
}

// Caught: a self-test that passes whatever it finds.
TEST_F(KilledKiosk, ItsSelfTestFailsOnAFileThatCannotBeOpened) {
  m_station.reset();
  QFile broken(folder() + QStringLiteral("/hong.kiemphieu"));
  ASSERT_TRUE(broken.open(QIODevice::WriteOnly) && broken.write("no congress") > 0);
  broken.close();
  QProcess program;
  begin(program, {broken.fileName(), QStringLiteral("--self-test")});
  ASSERT_TRUE(program.waitForFinished(kPatience));
  EXPECT_EQ(program.exitCode(), 1) << program.readAllStandardOutput().toStdString();
}

// Caught: --data with another folder, in which the congress of the folder before is opened and worked on.
TEST_F(KilledKiosk, AnotherFolderOpensNoFileOfTheOneBefore) {
  m_station.reset();
  QDir().mkpath(folder() + QStringLiteral("/config/kiemphieu"));
  {
    QSettings last(folder() + QStringLiteral("/config/kiemphieu/kiemphieu.conf"), QSettings::IniFormat);
    last.setValue(QStringLiteral("file"), path());
  }
  const QString other = folder() + QStringLiteral("/khac");
  QDir().mkpath(other);
  QProcess program;
  begin(program, {QStringLiteral("--data"), other, QStringLiteral("--self-test")});
  ASSERT_TRUE(program.waitForFinished(kPatience));
  EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardError().toStdString();
  EXPECT_TRUE(program.readAllStandardOutput().startsWith("file: \n"));
}

}  // namespace
}  // namespace kp::kiosk

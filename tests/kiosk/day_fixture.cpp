// SPDX-License-Identifier: GPL-3.0-or-later
#include "day_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include "kiosk/scan/scanning.h"

namespace kp::kiosk {

void DeckTruth::add(const QString& folder, const QString& prefix) {
  QFile file(folder + QStringLiteral("/truth.jsonl"));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
  while (!file.atEnd()) {
    const QJsonObject scan = QJsonDocument::fromJson(file.readLine()).object();
    auto& marked = votes[prefix + scan.value(QStringLiteral("file")).toString()];
    const QJsonObject said = scan.value(QStringLiteral("votes")).toObject();
    for (auto it = said.begin(); it != said.end(); ++it) marked[it.key()] = it.value().toString();
  }
}

bool DeckTruth::isValid(const QString& scan) const {
  int yes = 0;
  for (const auto& [candidate, vote] : votes.at(scan)) yes += vote == QLatin1String("yes");
  return yes >= 1 && yes <= seats;
}

int DeckTruth::valid() const {
  int count = 0;
  for (const auto& [scan, marked] : votes) count += isValid(scan);
  return count;
}

int DeckTruth::yes(const QString& candidate) const {
  int count = 0;
  for (const auto& [scan, marked] : votes) count += isValid(scan) && marked.at(candidate) == QLatin1String("yes");
  return count;
}

void DayTest::SetUp() {
  ASSERT_TRUE(m_home.isValid());
  m_oldHome = qgetenv("HOME");
  qputenv("HOME", home().toUtf8());
  QDir().mkpath(dataFolder());
  QSettings().clear();
  start();
}

void DayTest::TearDown() {
  powerCut();
  qputenv("HOME", m_oldHome);
  QSettings().clear();
}

void DayTest::start() {
  m_station.emplace(dataFolder());
  m_window.emplace(*m_station);
  ASSERT_TRUE(m_window->show(false)) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
  m_hand.emplace(m_window->window());
  if (!m_mouse) m_hand->putMouseAway();
  const QString last = QSettings().value(QStringLiteral("file")).toString();
  if (QFile::exists(last)) m_station->openFile(last);
}

void DayTest::powerCut() {
  m_hand.reset();
  m_window.reset();
  m_station.reset();
}

QString DayTest::pinOf(const char* name) {
  static const std::map<std::string, QString> pins{{kHead, QStringLiteral("4711")},          {kMember, QStringLiteral("2580")},
                                                   {kSecondMember, QStringLiteral("13579")}, {kTechnician, QStringLiteral("8642")},
                                                   {kSupervisor, QStringLiteral("9090")},    {kSecretary, QStringLiteral("31415")}};
  return pins.at(name);
}

void DayTest::login(const char* name) {
  const QString who = QString::fromUtf8(name);
  m_hand->click(QStringLiteral("person-") + who);
  m_hand->waitFor(QStringLiteral("pinPad"));
  const bool first = m_hand->screen().contains(QStringLiteral("Chưa có mã"));
  for (const QChar digit : pinOf(name)) m_hand->click(QStringLiteral("pin") + digit);
  m_hand->click(QStringLiteral("pin↵"));
  if (first) {
    m_hand->until([&] { return m_hand->screen().contains(QStringLiteral("Hãy gõ lại mã vừa đặt.")); }, "the PIN asked again");
    m_hand->keys(pinOf(name));
    m_hand->press(Qt::Key_Return);
  }
  m_hand->until([&] { return m_station->session()->name() == who && m_hand->canTouch(QStringLiteral("lock")); }, name);
}

void DayTest::lockScreen() {
  m_hand->click(QStringLiteral("lock"));
  m_hand->waitFor(QStringLiteral("closeFile"));
}

void DayTest::second(const char* name) {
  m_hand->choose(QStringLiteral("secondPerson"), QString::fromUtf8(name));
  m_hand->click(QStringLiteral("pin") + pinOf(name).front());
  m_hand->keys(pinOf(name).mid(1));
  m_hand->press(Qt::Key_Enter);
  m_hand->until([&] { return !m_hand->isSeen(QStringLiteral("secondPin")); }, "the second person");
}

void DayTest::rail(const char* step) {
  m_hand->click(QStringLiteral("rail-") + QLatin1String(step));
  m_hand->until([&] { return page() == QLatin1String(step); }, step);
}

void DayTest::goTo(const char* place) {
  m_hand->waitFor(QStringLiteral("place-0"));
  int at = 0;
  const auto named = [&] { return QStringLiteral("place-%1").arg(at); };
  while (m_hand->isSeen(named()) && !m_hand->textOf(named()).contains(QString::fromUtf8(place))) ++at;
  m_hand->click(named());
}

void DayTest::pick(const char* place, const QStringList& folders, const QString& file) {
  goTo(place);
  for (const QString& folder : folders) m_hand->click(QStringLiteral("file-") + folder);
  if (!file.isEmpty()) m_hand->click(QStringLiteral("file-") + file);
  m_hand->click(QStringLiteral("filePick"));
  m_hand->until([&] { return !m_hand->isSeen(QStringLiteral("filePick")); }, "the picker to close");
}

void DayTest::saveAs(const QString& name) {
  goTo(kOurs);
  m_hand->type(QStringLiteral("fileName"), name);
  m_hand->click(QStringLiteral("filePick"));
  m_hand->until([&] { return !m_hand->isSeen(QStringLiteral("filePick")); }, "the picker to close");
}

QObject* DayTest::model(const char* name) const {
  QObject* found = m_window->window()->findChild<QObject*>(QString::fromUtf8(name));
  EXPECT_NE(found, nullptr) << name;
  return found;
}

Ledger DayTest::file() const {
  auto opened = Ledger::open(m_station->file().toStdString(), Ledger::Mode::ReadOnly);
  EXPECT_TRUE(opened) << opened.error().what;
  return std::move(*opened);
}

Contest DayTest::contest() const {
  const auto congress = file().congress().load();
  const bool one = congress && congress->contests.size() == 1;
  const Contest* open = one ? &congress->contests[0] : congress ? congress->contest(m_station->contest().toStdString()) : nullptr;
  EXPECT_NE(open, nullptr);
  return open ? *open : Contest{};
}

void DayTest::expectNoWarnings() const {
  EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
}

std::vector<Actors> DayTest::signers(Event event) const {
  std::vector<Actors> out;
  const auto entries = file().journal().list();
  EXPECT_TRUE(entries);
  for (const JournalEntry& entry : *entries)
    if (entry.event == toString(event)) out.push_back(entry.by);
  return out;
}

}  // namespace kp::kiosk

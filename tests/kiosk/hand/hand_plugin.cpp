// SPDX-License-Identifier: GPL-3.0-or-later
// A hand inside the real kiosk program: a generic plugin of Qt (QT_QPA_GENERIC_PLUGINS=kphand), so that kiemphieu-kiosk itself knows nothing of it. It does what it is told on
// standard input, a JSON list of words a line, with the Driver of the other tests, and answers on standard output: HAND ["ok","…"] or HAND ["failed"].
#include <gtest/gtest.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QGenericPlugin>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeySequence>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <cstdio>
#include <map>
#include <memory>

#include "../driver.h"

namespace kp::kiosk {

class Hand : public QObject {
  Q_OBJECT
 public:
  Hand() : m_told(STDIN_FILENO, QSocketNotifier::Read) { connect(&m_told, &QSocketNotifier::activated, this, &Hand::listen); }

 private:
  using Words = QStringList;
  using Act = QString (Hand::*)(const Words&);

  /// Words come while an act is under way too (the driver turns the event loop): they wait for their turn.
  void listen() {
    char buffer[4096];
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got <= 0) ::_exit(3);  // whoever tells it is gone
    m_heard.append(buffer, got);
    if (m_busy) return;
    m_busy = true;
    for (qsizetype end = m_heard.indexOf('\n'); end >= 0; end = m_heard.indexOf('\n')) {
      const QByteArray line = m_heard.left(end);
      m_heard.remove(0, end + 1);
      obey(line);
    }
    m_busy = false;
  }

  void obey(const QByteArray& line) {
    Words words;
    for (const auto& word : QJsonDocument::fromJson(line).array()) words.append(word.toString());
    const QString said = perform(words);
    const QJsonArray answer = testing::Test::HasFailure() ? QJsonArray{QStringLiteral("failed")} : QJsonArray{QStringLiteral("ok"), said};
    const QByteArray out = "HAND " + QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(out.constData(), 1, static_cast<std::size_t>(out.size()), stdout);
    std::fflush(stdout);
  }

  QString perform(const Words& words) {
    static const std::map<QString, Act> acts{{QStringLiteral("click"), &Hand::click},       {QStringLiteral("type"), &Hand::type},
                                             {QStringLiteral("keys"), &Hand::keys},         {QStringLiteral("press"), &Hand::press},
                                             {QStringLiteral("choose"), &Hand::choose},     {QStringLiteral("await"), &Hand::await},
                                             {QStringLiteral("read"), &Hand::read},         {QStringLiteral("property"), &Hand::property},
                                             {QStringLiteral("canTouch"), &Hand::canTouch}, {QStringLiteral("screen"), &Hand::screen},
                                             {QStringLiteral("picture"), &Hand::picture}};
    const auto act = acts.find(words.value(0));
    if (act == acts.end()) {
      ADD_FAILURE() << "no such act: " << words.value(0).toStdString();
      return {};
    }
    while (!window()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (!m_driver) m_driver = std::make_unique<Driver>(window());
    return (this->*act->second)(words);
  }

  static QQuickWindow* window() {
    for (QWindow* top : QGuiApplication::topLevelWindows())
      if (auto* quick = qobject_cast<QQuickWindow*>(top); quick && quick->isVisible() && quick->property("page").isValid()) return quick;
    return nullptr;
  }

  QString click(const Words& words) {
    m_driver->click(words.value(1));
    return {};
  }
  QString type(const Words& words) {
    m_driver->type(words.value(1), words.value(2));
    return {};
  }
  QString keys(const Words& words) {
    m_driver->keys(words.value(1));
    return {};
  }
  QString press(const Words& words) {
    m_driver->press(static_cast<Qt::Key>(QKeySequence(words.value(1))[0].key()));
    return {};
  }
  QString choose(const Words& words) {
    m_driver->choose(words.value(1), words.value(2));
    return {};
  }
  /// Until one of these can be touched or (what is no name of anything) stands on the screen.
  QString await(const Words& words) {
    QString found;
    m_driver->until(
        [&] {
          for (const QString& any : words.mid(1))
            if (m_driver->canTouch(any) || m_driver->screen().contains(any)) found = any;
          return !found.isEmpty();
        },
        qPrintable(words.mid(1).join(QStringLiteral(" or "))));
    return found;
  }
  QString read(const Words& words) { return m_driver->textOf(words.value(1)); }
  QString canTouch(const Words& words) { return m_driver->canTouch(words.value(1)) ? QStringLiteral("yes") : QStringLiteral("no"); }
  QString screen(const Words&) { return m_driver->screen(); }
  /// Of the window ("") or of an object in it.
  QString property(const Words& words) {
    const QObject* object = words.value(1).isEmpty() ? window() : window()->findChild<QObject*>(words.value(1));
    return object ? object->property(qPrintable(words.value(2))).toString() : QString();
  }
  QString picture(const Words& words) {
    EXPECT_TRUE(window()->grabWindow().save(words.value(1)));
    return {};
  }

  QSocketNotifier m_told;
  QByteArray m_heard;
  bool m_busy = false;
  std::unique_ptr<Driver> m_driver;
};

class HandPlugin : public QGenericPlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "hand.json")
 public:
  QObject* create(const QString&, const QString&) override { return new Hand; }
};

}  // namespace kp::kiosk

#include "hand_plugin.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of the kiosk's screens, offscreen: the real window on a real congress file.
//
// usage: kiosk_screens FILE OUT-FOLDER [--size 1280x800] [--lang vi|en] [--sign-in NAME:PIN] [--contest ID] [--press KEY,KEY…] [PAGE…]
// --press: after each page one more picture for each key (1, Right, Return …) or control to click (#objectName, @objectName with the mouse) in turn. With QT_IM_MODULE=qtvirtualkeyboard the keyboard on the screen comes. Pages are the keys of the rail, "start" and "login"; without any, all of them. Texts that are shortened are told. Exit 1 when QML warned.
#include <QtQml/qqmlextensionplugin.h>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QKeySequence>
#include <QQuickItem>
#include <QQuickStyle>
#include <QThread>
#include <cstdio>
#include <functional>

#include "kiosk/frame/window.h"
#include "still_coming.h"

Q_IMPORT_QML_PLUGIN(KiemPhieuPlugin)
Q_IMPORT_QML_PLUGIN(KiemPhieu_KioskPlugin)

namespace {

void wait(int milliseconds) {
  QElapsedTimer timer;
  timer.start();
  while (timer.elapsed() < milliseconds) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    QThread::msleep(5);
  }
}

/// A busy machine needs longer than any time that was thought of; at most half a minute, then the picture shows what is there.
void waitUntil(const std::function<bool()>& done) {
  for (int i = 0; i < 300 && !done(); ++i) wait(100);
}

/// The visible control with this objectName anywhere below; popups included.
QQuickItem* controlIn(QQuickItem* item, const QString& name) {
  if (item->objectName() == name && item->isVisible()) return item;
  for (QQuickItem* child : item->childItems())
    if (QQuickItem* found = controlIn(child, name)) return found;
  return nullptr;
}

/// Tells which texts on the picture end in "…": what a person cannot read there.
void tellShortened(const QQuickItem* item, const QString& picture) {
  if (!item->isVisible() || item->opacity() < 0.05) return;
  if (item->property("truncated").toBool())
    std::fputs(qPrintable(QStringLiteral("%1: shortened: %2\n").arg(picture, item->property("text").toString())), stderr);
  for (const QQuickItem* child : item->childItems()) tellShortened(child, picture);
}

void take(QQuickWindow* view, const QString& picture) {
  waitUntil([view] { return !kp::kiosk::stillComing(view->contentItem()); });
  view->grabWindow().save(picture);
  tellShortened(view->contentItem(), picture);
}

/// Presses one key, clicks one control ("#name"), or touches one with the mouse in its middle ("@name").
void press(QQuickWindow* view, const QString& what) {
  if (what.startsWith(QLatin1Char('@'))) {
    const QQuickItem* control = controlIn(view->contentItem(), what.mid(1));
    if (!control) return void(std::fputs(qPrintable(QStringLiteral("no control %1\n").arg(what)), stderr));
    const QPointF at = control->mapToScene(QPointF(control->width() / 2, control->height() - 20));
    QMouseEvent down(QEvent::MouseButtonPress, at, at, Qt::LeftButton, Qt::LeftButton, {});
    QMouseEvent up(QEvent::MouseButtonRelease, at, at, Qt::LeftButton, {}, {});
    QCoreApplication::sendEvent(view, &down);
    QCoreApplication::sendEvent(view, &up);
    return;
  }
  if (what.startsWith(QLatin1Char('#'))) {
    QQuickItem* control = controlIn(view->contentItem(), what.mid(1));
    if (!control || !QMetaObject::invokeMethod(control, "clicked"))
      std::fputs(qPrintable(QStringLiteral("no control %1\n").arg(what)), stderr);
    return;
  }
  const QKeyCombination key = QKeySequence(what)[0];
  QKeyEvent down(QEvent::KeyPress, key.key(), key.keyboardModifiers(), what.size() == 1 ? what : QString());
  QKeyEvent up(QEvent::KeyRelease, key.key(), key.keyboardModifiers());
  QCoreApplication::sendEvent(view, &down);
  QCoreApplication::sendEvent(view, &up);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication::setApplicationName(QStringLiteral("kiemphieu-screens"));
  QGuiApplication::setOrganizationName(QStringLiteral("kiemphieu-screens"));
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QCommandLineParser options;
  options.addOptions({{QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1280x800")},
                      {QStringLiteral("lang"), {}, QStringLiteral("LANG"), QStringLiteral("vi")},
                      {QStringLiteral("sign-in"), {}, QStringLiteral("NAME:PIN")},
                      {QStringLiteral("contest"), {}, QStringLiteral("ID")},
                      {QStringLiteral("press"), {}, QStringLiteral("KEYS")},
                      {QStringLiteral("wait"), {}, QStringLiteral("MS"), QStringLiteral("1200")}});
  options.process(application);
  QStringList pages = options.positionalArguments();
  if (pages.size() < 2) {
    std::fputs("usage: kiosk_screens FILE OUT-FOLDER [options] [PAGE…]\n", stderr);
    return 2;
  }
  const QString file = QFileInfo(pages.takeFirst()).absoluteFilePath();
  const QString folder = pages.takeFirst();
  QDir().mkpath(folder);
  if (pages.isEmpty())
    pages =
        QStringLiteral("login congress contest print check figures scan key-in adjudicate supervise compare result minutes reveal archive")
            .split(QLatin1Char(' '));
  if (options.value(QStringLiteral("lang")) == QLatin1String("en")) kp::setLanguage(kp::Language::English);
  const QStringList size = options.value(QStringLiteral("size")).split(QLatin1Char('x'));

  kp::kiosk::Station station(QFileInfo(file).absolutePath());
  kp::kiosk::Window window(station);
  const bool signIn = options.isSet(QStringLiteral("sign-in"));
  if (!window.show(false, signIn ? QString() : QStringLiteral("congress"))) {
    for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
    return 1;
  }
  QQuickWindow* view = window.window();
  view->resize(size.value(0).toInt(), size.value(1).toInt());
  if (pages.contains(QStringLiteral("start"))) {
    wait(600);
    take(view, folder + QStringLiteral("/start.png"));
    pages.removeAll(QStringLiteral("start"));
  }
  station.openFile(file);
  wait(800);
  waitUntil([&] { return station.isOpen() && !station.congressName().isEmpty(); });
  if (options.isSet(QStringLiteral("contest"))) station.setContest(options.value(QStringLiteral("contest")));
  if (pages.contains(QStringLiteral("login"))) {
    if (!signIn) view->setProperty("startPage", QString());
    wait(600);
    take(view, folder + QStringLiteral("/login.png"));
    if (!signIn) view->setProperty("startPage", QStringLiteral("congress"));
    pages.removeAll(QStringLiteral("login"));
  }
  if (signIn) {
    const QString who = options.value(QStringLiteral("sign-in"));
    const QString name = who.section(QLatin1Char(':'), 0, 0), pin = who.section(QLatin1Char(':'), 1);
    bool has = false;
    for (const QVariant& person : station.session()->people())
      if (person.toMap().value(QStringLiteral("name")) == name) has = person.toMap().value(QStringLiteral("hasPin")).toBool();
    if (has)
      station.session()->signIn(name, pin);
    else
      station.session()->setFirstPin(name, pin);
    wait(1500);
    waitUntil([&] { return station.session()->name() == name; });
  }
  for (const QString& page : pages) {
    view->setProperty("page", page);
    wait(options.value(QStringLiteral("wait")).toInt());
    take(view, folder + QLatin1Char('/') + page + QStringLiteral(".png"));
    int step = 0;
    for (const QString& key : options.value(QStringLiteral("press")).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
      press(view, key);
      wait(options.value(QStringLiteral("wait")).toInt());
      take(view, QStringLiteral("%1/%2-%3.png").arg(folder, page).arg(++step));
    }
  }
  for (const QString& warning : window.warnings()) std::fputs(qPrintable(warning + QLatin1Char('\n')), stderr);
  return window.warnings().isEmpty() ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The three screens of counting day's middle in the real window: every state shown, the controls found by name, no warning of QML. With KP_PICTURES=FOLDER each state is
// saved as a picture; KP_SIZE=1920x1080 and KP_LANG=en change what is seen.
#include <QQuickItem>

#include "count/closing.h"
#include "deck.h"
#include "kiosk/frame/window.h"
#include "kiosk/scan/scan_model.h"

namespace kp::kiosk {
namespace {

class PagesTest : public DeckTest {
 protected:
  void SetUp() override {
    DeckTest::SetUp();
    if (qEnvironmentVariable("KP_LANG") == QLatin1String("en")) m_station->setLanguage(QStringLiteral("en"));
  }
  void TearDown() override {
    Scanning::of(*m_station).stop();
    until([this] { return !Scanning::of(*m_station).isActive(); });
    m_station->setLanguage(QStringLiteral("vi"));
  }
  void show(const QString& page) {
    m_window.emplace(*m_station);
    ASSERT_TRUE(m_window->show(false, page));
    const QStringList size = qEnvironmentVariable("KP_SIZE", QStringLiteral("1280x800")).split(QLatin1Char('x'));
    m_window->window()->resize(size.value(0).toInt(), size.value(1).toInt());
    settle(300);
  }
  /// Turns the event loop and lets go what was replaced while the window started (deleteLater() waits for a running loop).
  static void settle(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
      QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
  }
  /// By objectName: what is drawn first (a Repeater's items are no children in QObject's sense), then models.
  QObject* named(const char* name) const {
    const QString wanted = QString::fromUtf8(name);
    if (QQuickItem* item = within(m_window->window()->contentItem(), wanted)) return item;
    return m_window->window()->findChild<QObject*>(wanted);
  }
  static QQuickItem* within(QQuickItem* item, const QString& name) {
    if (item->objectName() == name) return item;
    for (QQuickItem* child : item->childItems())
      if (QQuickItem* found = within(child, name)) return found;
    return nullptr;
  }
  bool isShown(const char* name) const {
    const auto* item = qobject_cast<QQuickItem*>(named(name));
    return item && item->isVisible();
  }
  void touch(const char* name) const {
    auto* item = named(name);
    ASSERT_NE(item, nullptr) << name;
    ASSERT_TRUE(QMetaObject::invokeMethod(item, "clicked"));
  }
  void picture(const char* name) const {
    const QString target = qEnvironmentVariable("KP_PICTURES");
    if (target.isEmpty()) return;
    settle(900);
    QDir().mkpath(target);
    m_window->window()->grabWindow().save(target + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".png"));
  }
  void returned(int ballots) {
    Figures figures;
    figures.convened = figures.present = figures.issued = figures.returned = ballots;
    bool done = false;
    m_station->acting().ask(
        m_station->session(), [figures](Ledger& ledger) { return enterFigures(ledger, "bch", figures, {}); },
        [&done](const Expected<Figures>&) { done = true; });
    until([&] { return done; });
  }
  void expectNoWarnings() const {
    EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
  }

  std::optional<Window> m_window;
};

// Caught: a state of the scanning screen without its controls, or with those of another.
TEST_F(PagesTest, ScanPageShowsEachState) {
  const QString deck = makeDeck(QStringLiteral("deck"), 48, "ambiguous");
  returned(60);
  show(QStringLiteral("scan"));
  auto* scan = m_window->window()->findChild<ScanModel*>(QStringLiteral("scanModel"));
  ASSERT_NE(scan, nullptr);
  until([&] { return scan->isLoaded() && isShown("scannerChoice"); });
  picture("scan-idle");
  touch("source-folder");
  EXPECT_TRUE(isShown("chooseSource"));
  EXPECT_FALSE(isShown("scannerChoice"));
  scan->setSource(deck);
  picture("scan-folder");
  touch("mainAction");
  until([&] { return scan->papers() >= 10; });
  EXPECT_TRUE(isShown("scanState"));
  EXPECT_TRUE(isShown("stopScan"));
  touch("mainAction");  // pause
  until([&] { return scan->state() == QLatin1String("paused"); });
  picture("scan-paused");
  touch("mainAction");
  picture("scan-running");
  until([&] { return scan->state() == QLatin1String("finished") && scan->papers() >= 48; });
  picture("scan-finished");
  scan->dismiss();
  const QString page = folder() + QStringLiteral("/page.pgm");
  ASSERT_TRUE(QImage(deck + QStringLiteral("/s00001.jpg")).convertToFormat(QImage::Format_Grayscale8).save(page));
  scan->setSourceKind(QStringLiteral("scanner"));
  scan->setSource(QStringLiteral("sane:pnm:0?filename=%1&status=yes&status-jammed=yes").arg(page));
  touch("mainAction");
  until([&] { return scan->state() == QLatin1String("failed") && scan->lastSheet() > 0; });
  EXPECT_TRUE(isShown("scanFailure"));
  EXPECT_TRUE(isShown("lastStored"));
  picture("scan-jam");
  touch("otherSource");
  EXPECT_EQ(scan->state(), QStringLiteral("idle"));
  expectNoWarnings();
}

// Caught: why no scanner was found, in three lines that ran out of their card and over the sheets below it.
TEST_F(PagesTest, WhyThereIsNoScannerIsSaidWhereThereIsRoom) {
  show(QStringLiteral("scan"));
  until([&] { return isShown("scannerChoice"); });
  auto* card = named("sourceCard");
  ASSERT_NE(card, nullptr);
  card->setProperty(
      "problem",
      QString::fromUtf8(
          "Trình điều khiển máy quét không trả lời trong 20 giây; chưa có gì thay đổi. Hãy tắt máy quét rồi bật lại và tìm lại, hoặc quét từ thư mục."));
  until([&] { return named("scanPage")->property("error").toString().contains(QString::fromUtf8("20 giây")); });
  settle(300);
  auto* body = qobject_cast<QQuickItem*>(card)->property("contentItem").value<QQuickItem*>();
  EXPECT_LE(body->childrenRect().height(), body->height() + 1);
  touch("source-folder");
  EXPECT_EQ(named("scanPage")->property("error").toString(), QString());
  expectNoWarnings();
}

// Caught: "Bắt đầu quét" as what to do next over a pile that is in already, so that a newcomer scans it once more; no way to scan a sheet that was forgotten.
TEST_F(PagesTest, AWholePassLeadsOn) {
  const QString deck = makeDeck(QStringLiteral("deck"), 6);
  returned(6);
  show(QStringLiteral("scan"));
  auto* scan = m_window->window()->findChild<ScanModel*>(QStringLiteral("scanModel"));
  ASSERT_NE(scan, nullptr);
  until([&] { return scan->isLoaded() && isShown("scannerChoice"); });
  const auto main = [this] { return named("mainAction")->property("text").toString(); };
  EXPECT_EQ(main(), QString::fromUtf8("Bắt đầu quét"));
  scan->setSourceKind(QStringLiteral("folder"));
  scan->setSource(deck);
  touch("mainAction");
  until([&] { return scan->state() == QLatin1String("finished") && scan->papers() == 6; });
  const QString next = scan->committee() > 0 ? QString::fromUtf8("Sang phiếu cần xem") : QString::fromUtf8("Sang đối chiếu");
  EXPECT_EQ(main(), next);
  touch("otherSource");
  until([&] { return scan->state() == QLatin1String("idle"); });
  EXPECT_EQ(main(), next) << "also after a restart";
  touch("otherSource");
  until([&] { return named("scanMore")->property("opened").toBool(); });
  expectNoWarnings();
}

// Caught: figures that cannot be typed on the pad, or a stop that is not seen.
TEST_F(PagesTest, FiguresAreTypedOnThePad) {
  show(QStringLiteral("figures"));
  until([&] { return isShown("convened"); });
  picture("figures-empty");
  for (const char* key : {"pad2", "pad0", "pad↵"}) {
    touch(key);
  }
  EXPECT_EQ(named("convened")->property("text").toString(), QStringLiteral("20"));
  EXPECT_TRUE(named("present")->property("activeFocus").toBool() || named("figuresPage")->property("current") == QStringLiteral("present"));
  auto* model = named("figuresModel");
  const auto type = [model](const char* key, const char* value) {
    QMetaObject::invokeMethod(model, "type", Q_ARG(QString, QString::fromLatin1(key)), Q_ARG(QString, QString::fromLatin1(value)));
  };
  type("present", "19");
  type("issued", "19");
  picture("figures-half");
  touch("mainAction");
  until([&] { return !model->property("changed").toBool(); });
  picture("figures-saved");
  type("returned", "21");
  EXPECT_TRUE(isShown("stopText"));
  EXPECT_FALSE(named("mainAction")->property("enabled").toBool());
  picture("figures-stopped");
  expectNoWarnings();
}

// Caught: a part of the check that cannot be reached or done.
TEST_F(PagesTest, CheckPageDoesItsThreeParts) {
  show(QStringLiteral("check"));
  until([&] { return isShown("rehearsalSize"); });
  picture("check-rehearsal");
  auto* model = named("checkModel");
  QMetaObject::invokeMethod(model, "rehearse", Q_ARG(int, 12));
  until([&] { return model->property("stage") == QStringLiteral("reading") || model->property("stage") == QStringLiteral("done"); });
  picture("check-reading");
  until([&] { return model->property("stage") == QStringLiteral("done"); });
  EXPECT_TRUE(isShown("rehearsalVerdict"));
  picture("check-done");
  touch("part-scanner");
  until([&] { return named("testScanner")->property("enabled").toBool(); });
  picture("check-scanner");
  touch("part-zero");
  touch("mainAction");
  until([&] { return isShown("zeroText"); });
  picture("check-zero");
  expectNoWarnings();
}

}  // namespace
}  // namespace kp::kiosk

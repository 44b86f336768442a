// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/resized.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <QQuickAsyncImageProvider>
#include <QSemaphore>
#include <QThreadPool>
#include <future>
#include <thread>

#include "deck.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/urgency.h"
#include "wiring/scan_run.h"

namespace kp::kiosk {
namespace {

/// All threads of Qt's pool busy until it goes.
class HeldPool {
 public:
  HeldPool() {
    for (int i = 0; i < m_threads; ++i)
      QThreadPool::globalInstance()->start([this] {
        m_begun.release();
        m_end.acquire();
      });
    m_begun.acquire(m_threads);
  }
  ~HeldPool() {
    m_end.release(m_threads);
    QThreadPool::globalInstance()->waitForDone();
  }

 private:
  const int m_threads = QThreadPool::globalInstance()->maxThreadCount();
  QSemaphore m_begun, m_end;
};

QImage scan(QImage::Format format) {
  QImage image(1654, 2339, format);  // A4 at 200 dpi
  image.fill(Qt::white);
  for (int y = 1000; y < 1100; ++y)
    for (int x = 400; x < 900; ++x) image.setPixel(x, y, format == QImage::Format_Grayscale8 ? 0 : qRgb(200, 0, 0));
  return image;
}

// Caught: thumbnails scaled in Qt's pool, whose lock then waits for a thread that steps back, and with it the screen.
TEST(Resized, NeedsNoOtherThread) {
  const QImage gray = scan(QImage::Format_Grayscale8);
  const HeldPool pool;
  auto made = std::async(std::launch::async, [&] { return resized(gray, {300, 424}); });
  ASSERT_EQ(made.wait_for(std::chrono::seconds(30)), std::future_status::ready);
  EXPECT_EQ(made.get().size(), QSize(300, 424));
}

// Caught: the same in what the screen asks for: a thumbnail, and a spot enlarged.
class PicturesTest : public DeckTest {};
TEST_F(PicturesTest, AreMadeWithoutQtsPool) {
  makeDeck(QStringLiteral("deck"), 1);
  bool scanned = false;
  m_station->acting().ask(
      m_station->session(),
      [deck = folder().toStdString() + "/deck"](Ledger& ledger) {
        ScanRequest request;
        request.sources = {deck};
        request.contest = "bch";
        return runScan(ledger, request);
      },
      [&scanned](const Expected<IntakeReport>& report) { scanned = report.has_value(); });
  until([&] { return scanned; });
  Workers workers(1);
  SheetImages images(workers);
  images.setFile(path());
  const HeldPool pool;
  for (const auto& [what, size] : {std::pair("1", QSize(0, 300)), std::pair("1/0.1,0.2,0.3,0.1", QSize(900, 0))}) {
    const std::unique_ptr<QQuickImageResponse> response(images.requestImageResponse(QString::fromLatin1(what), size));
    bool finished = false;
    QObject::connect(response.get(), &QQuickImageResponse::finished, &*m_station, [&] { finished = true; });
    until([&] { return finished; });
    const std::unique_ptr<QQuickTextureFactory> texture(response->textureFactory());
    ASSERT_TRUE(texture) << what;
    EXPECT_EQ(size.width() > 0 ? texture->textureSize().width() : texture->textureSize().height(), std::max(size.width(), size.height()));
  }
}

// Caught: the screen held up by a lock that Qt takes while a picture is asked for or handed over: the thread that had it stepped back and was put aside (300 ms).
TEST_F(PicturesTest, AreAskedForAndHandedOverAsUrgentlyAsTheScreen) {
  bool allowed = false;
  std::thread([&] { allowed = setUrgency(Urgency::Screen); }).join();
  const int urgent = allowed ? SCHED_RR : SCHED_OTHER;
  Workers workers(1);
  SheetImages images(workers);
  int asking = -1, handing = -1, afterwards = -1;
  std::unique_ptr<QQuickImageResponse> response;
  std::promise<void> listened;
  workers.start([&] { listened.get_future().wait(); });
  std::thread([&] {  // as Qt Quick does
    response.reset(images.requestImageResponse(QStringLiteral("1"), {}));
    asking = ::sched_getscheduler(0);
  })
      .join();
  std::promise<void> over;
  QObject::connect(
      response.get(), &QQuickImageResponse::finished, response.get(), [&] { handing = ::sched_getscheduler(0); }, Qt::DirectConnection);
  listened.set_value();
  workers.start([&] {
    afterwards = ::sched_getscheduler(0);
    over.set_value();
  });
  over.get_future().wait();
  EXPECT_EQ(asking, urgent);
  EXPECT_EQ(afterwards, SCHED_OTHER) << "decoding is as urgent as the screen";
  EXPECT_EQ(handing, urgent);
}

// Caught: colours turned round, edges that run away, a mean that grows darker.
TEST(Resized, KeepsColoursPlacesAndMeans) {
  for (const auto format : {QImage::Format_Grayscale8, QImage::Format_BGR888, QImage::Format_RGB32}) {
    const QImage small = resized(scan(format), {827, 1170});
    const QRgb ink = format == QImage::Format_Grayscale8 ? qRgb(0, 0, 0) : qRgb(200, 0, 0);
    EXPECT_EQ(small.pixel(325, 525), ink) << format;
    EXPECT_EQ(small.pixel(190, 525), qRgb(255, 255, 255)) << format;
    EXPECT_EQ(small.pixel(460, 525), qRgb(255, 255, 255)) << format;
    EXPECT_EQ(small.pixel(0, 0), qRgb(255, 255, 255)) << format;
    EXPECT_EQ(small.pixel(826, 1169), qRgb(255, 255, 255)) << format;
  }
  QImage stripes(400, 400, QImage::Format_Grayscale8);
  for (int y = 0; y < 400; ++y)
    for (int x = 0; x < 400; ++x) stripes.scanLine(y)[x] = x % 2 == 0 ? 0 : 200;
  EXPECT_NEAR(qRed(resized(stripes, {50, 50}).pixel(25, 25)), 100, 2);
}

TEST(Resized, FitsAndGrows) {
  const QImage image = scan(QImage::Format_Grayscale8);
  EXPECT_EQ(resizedToFit(image, {0, 300}).size(), QSize(212, 300));
  EXPECT_EQ(resizedToFit(image, {300, 300}).size(), QSize(212, 300));
  EXPECT_EQ(resizedToFit(image, {0, 0}).size(), image.size());
  EXPECT_TRUE(resizedToFit({}, {10, 10}).isNull());
  QImage edge(2, 1, QImage::Format_Grayscale8);
  edge.scanLine(0)[0] = 0, edge.scanLine(0)[1] = 200;
  const QImage grown = resized(edge, {8, 4});
  EXPECT_EQ(qRed(grown.pixel(0, 2)), 0);
  EXPECT_EQ(qRed(grown.pixel(7, 2)), 200);
  EXPECT_GT(qRed(grown.pixel(4, 2)), qRed(grown.pixel(3, 2))) << "no step";
}

}  // namespace
}  // namespace kp::kiosk

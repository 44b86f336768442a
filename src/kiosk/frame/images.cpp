// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/images.h"

#include <QCoreApplication>
#include <QMutexLocker>
#include <QPainter>
#include <QThread>
#include <QTransform>
#include <atomic>
#include <optional>

#include "count/keying.h"
#include "kiosk/frame/resized.h"
#include "kiosk/frame/urgency.h"
#include "kiosk/frame/words.h"
#include "ledger/ledger.h"
#include "scanner/source/page_source.h"

namespace kp::kiosk {
namespace {

constexpr double kPointsPerInch = 72;           // PDF user space
constexpr double kPaperWidthInch = 210 / 25.4;  // all our papers are A4 wide or narrower
constexpr double kNarrow = 0.95;                // below this share of A4's width a page is A5 and drawn again at its own width
constexpr int kThumbnailCache = 64;             // decoded sheets kept: a screenful of thumbnails
constexpr int kKeptWidth = 1700;                // px: 200 dpi of A4, enough to look closely at a name

/// For Qt Quick's own thread of pictures, which takes locks of the screen's; all it does with ours is to ask for them and hand them over.
void handOverFirst() {
  thread_local const bool raised = QThread::currentThread() != QCoreApplication::instance()->thread() && setUrgency(Urgency::Screen);
  (void)raised;
}

/// One picture on its way: made on a worker's thread, handed over on Qt Quick's.
class Response : public QQuickImageResponse {
 public:
  explicit Response(std::function<QImage()> make) : m_make(std::move(make)) {}
  QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_image); }
  void cancel() override { m_unwanted = true; }
  void run() {
    thread_local const bool lowered = setUrgency(Urgency::Pictures);
    (void)lowered;
    if (!m_unwanted) m_image = m_make();
    // Qt holds a lock of the screen's while it tells: not to be put aside with it, which held the screen up for 300 ms on a busy machine.
    setUrgency(Urgency::Screen);
    emit finished();
    setUrgency(Urgency::Pictures);
  }

 private:
  std::function<QImage()> m_make;
  QImage m_image;
  std::atomic<bool> m_unwanted = false;  ///< scrolled away before its turn came
};

QRectF partOf(const QString& text) {
  const QStringList numbers = text.split(QLatin1Char(','));
  if (numbers.size() != 4) return {0, 0, 1, 1};
  return QRectF(numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(), numbers[3].toDouble()) & QRectF(0, 0, 1, 1);
}

/// What stands behind a keyed ballot in place of a scan: where the paper lies and what both operators typed.
QImage keyedImage(const KeyedPaper& paper) {
  constexpr int kWidth = 840, kHeight = 1188, kMargin = 60;  // an A4 sheet at 102 dpi
  QImage image(kWidth, kHeight, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setPen(Qt::black);
  QFont font(QStringLiteral("Liberation Sans"));
  int y = kMargin;
  const auto write = [&](const QString& line, int px, bool bold) {
    font.setPixelSize(px);
    font.setBold(bold);
    painter.setFont(font);
    QRect used;
    painter.drawText(QRect(kMargin, y, kWidth - 2 * kMargin, kHeight - y), Qt::TextWordWrap, line, &used);
    y = used.bottom() + px;
  };
  write(words("Phiếu nhập bằng bàn phím", "Ballot keyed in"), 40, true);
  write(words("Tờ phiếu số {0} trong xấp, lượt {1}", "Paper number {0} of the pile, pass {1}", paper.ballot, paper.pass), 32, false);
  for (std::size_t i = 0; i < paper.people.size(); ++i) {
    write(words("Người nhập {0}: {1}", "Operator {0}: {1}", i + 1, paper.people[i]), 28, false);
    write(text(paper.texts[i]), 40, true);
  }
  return image;
}

struct KeptPapers {
  QMutex mutex;
  std::map<QString, std::shared_ptr<const std::string>> byKey;
  int next = 0;
};
KeptPapers& keptPapers() {
  static KeptPapers papers;
  return papers;
}

}  // namespace

QImage imageOf(const Raster& raster) {
  if (raster.empty()) return {};
  const auto* data = raster.data;
  if (raster.channels == 1) return QImage(data, raster.width, raster.height, raster.width, QImage::Format_Grayscale8).copy();
  return QImage(data, raster.width, raster.height, raster.width * 3, QImage::Format_BGR888).copy();
}

QRectF uprightFraction(const RectPx& rect, const PageReading& reading) {
  const double w = reading.widthPx, h = reading.heightPx;
  if (w <= 0 || h <= 0) return {};
  const double x = rect.x / w, y = rect.y / h, dx = rect.w / w, dy = rect.h / h;
  switch (reading.orientation) {  // turned back, anticlockwise
    case 90: return {y, 1 - x - dx, dy, dx};
    case 180: return {1 - x - dx, 1 - y - dy, dx, dy};
    case 270: return {1 - y - dy, x, dy, dx};
    default: return {x, y, dx, dy};
  }
}

struct SheetImages::Source {
  QMutex mutex;
  QString path;
  QString opened;
  std::optional<Ledger> ledger;
  std::map<int, QImage> cache;

  QImage upright(int sheet) {
    const auto known = cache.find(sheet);
    if (known != cache.end()) return known->second;
    QString wanted;
    {
      const QMutexLocker lock(&mutex);
      wanted = path;
    }
    if (wanted != opened) {
      ledger.reset();
      cache.clear();
      opened = wanted;
      if (auto file = Ledger::open(wanted.toStdString(), Ledger::Mode::ReadOnly)) ledger.emplace(std::move(*file));
    }
    if (!ledger) return {};
    const auto stored = ledger->sheets().get(sheet);
    if (!stored) return {};
    if (const auto keyed = keyedPaper(*ledger, sheet); keyed && *keyed) return keyedImage(**keyed);
    const auto bytes = ledger->sheets().sourceBytes(stored->sourceId);
    if (!bytes) return {};
    const auto raster = decodePage(*bytes, stored->pageIndex, true);
    if (!raster) return {};
    QImage image = imageOf(*raster);
    if (stored->reading.orientation != 0) image = image.transformed(QTransform().rotate(-stored->reading.orientation));
    if (image.width() > kKeptWidth) image = resizedToFit(image, QSize(kKeptWidth, 0));
    if (cache.size() >= kThumbnailCache) cache.erase(cache.begin());
    cache[sheet] = image;
    return image;
  }
};

SheetImages::SheetImages(Workers& worker) : m_source(std::make_shared<Source>()), m_worker(worker) {}

void SheetImages::setFile(const QString& path) {
  const QMutexLocker lock(&m_source->mutex);
  m_source->path = path;
}

QQuickImageResponse* SheetImages::requestImageResponse(const QString& id, const QSize& requestedSize) {
  handOverFirst();
  const QStringList parts = id.split(QLatin1Char('/'));
  const int sheet = parts.value(0).toInt();
  const QRectF part = parts.size() > 1 ? partOf(parts[1]) : QRectF(0, 0, 1, 1);
  auto* response = new Response([source = m_source, sheet, part, requestedSize] {
    const QImage whole = source->upright(sheet);
    if (part == QRectF(0, 0, 1, 1) || whole.isNull()) return resizedToFit(whole, requestedSize);
    const QRectF px(part.x() * whole.width(), part.y() * whole.height(), part.width() * whole.width(), part.height() * whole.height());
    return resizedToFit(whole.copy(px.toAlignedRect()), requestedSize);
  });
  m_worker.start([response] { response->run(); });
  return response;
}

QQuickImageResponse* PaperImages::requestImageResponse(const QString& id, const QSize& requestedSize) {
  handOverFirst();
  const QString key = id.section(QLatin1Char('/'), 0, 0);
  const int page = id.section(QLatin1Char('/'), 1, 1).toInt();
  auto* response = new Response([key, page, requestedSize]() -> QImage {
    const auto pdf = bytes(key);
    if (!pdf) return {};
    const double width = requestedSize.width() > 0 ? requestedSize.width() : kPaperWidthInch * kPointsPerInch * 2;
    auto raster = renderPdfPage(*pdf, page, width / kPaperWidthInch);
    if (raster && raster->width < width * kNarrow) raster = renderPdfPage(*pdf, page, width / kPaperWidthInch * width / raster->width);
    if (!raster) return {};
    const QImage image = imageOf(*raster);  // exactly as wide as asked: hair lines vanish when a screen scales it once more
    return requestedSize.width() > 0 && image.width() != requestedSize.width() ? resizedToFit(image, QSize(requestedSize.width(), 0))
                                                                               : image;
  });
  m_worker.start([response] { response->run(); });
  return response;
}

QString PaperImages::keep(std::string pdf) {
  KeptPapers& kept = keptPapers();
  const QMutexLocker lock(&kept.mutex);
  const QString key = QStringLiteral("p%1").arg(++kept.next);
  kept.byKey[key] = std::make_shared<const std::string>(std::move(pdf));
  return key;
}

void PaperImages::drop(const QString& key) {
  KeptPapers& kept = keptPapers();
  const QMutexLocker lock(&kept.mutex);
  kept.byKey.erase(key);
}

std::shared_ptr<const std::string> PaperImages::bytes(const QString& key) {
  KeptPapers& kept = keptPapers();
  const QMutexLocker lock(&kept.mutex);
  const auto found = kept.byKey.find(key);
  return found == kept.byKey.end() ? nullptr : found->second;
}

}  // namespace kp::kiosk

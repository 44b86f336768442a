// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QMutex>
#include <QQuickAsyncImageProvider>
#include <QRectF>
#include <map>
#include <memory>

#include "ballot/page_reading.h"
#include "election/error.h"
#include "kiosk/frame/workers.h"
#include "scanner/raster.h"

namespace kp::kiosk {

/// A raster as a QImage of its own (copied), gray or RGB.
QImage imageOf(const Raster& raster);

/// A rectangle on the scan as a part of the upright page, 0…1 of its width and height: how pages place boxes over SheetImages' pictures.
QRectF uprightFraction(const RectPx& rect, const PageReading& reading);

/// Pictures of stored sheets, turned upright: "image://sheet/42" the whole sheet, "image://sheet/42/0.1,0.2,0.3,0.1" that part of it (fractions, as
/// uprightFraction()), scaled down to the requested size. Read on a thread of its own through its own read-only ledger; a sheet that is no image gives an empty picture.
class SheetImages : public QQuickAsyncImageProvider {
 public:
  /// Pictures are made by `worker`, which has one thread and outlives the engine the provider is given to: Qt keeps a provider whose picture was under way when the
  /// engine went, and a thread of the provider's own would then still decode while the program takes OpenCV down.
  explicit SheetImages(Workers& worker);
  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;
  /// The congress file pictures come from. Any thread.
  void setFile(const QString& path);

 private:
  struct Source;  ///< the file and its ledger, used on the worker's one thread
  std::shared_ptr<Source> m_source;
  Workers& m_worker;
};

/// Pages of PDFs that are in memory (papers before they are printed): "image://paper/KEY/PAGE", PAGE from 0, as wide as the requested size asks.
class PaperImages : public QQuickAsyncImageProvider {
 public:
  /// `worker`: as SheetImages.
  explicit PaperImages(Workers& worker) : m_worker(worker) {}
  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

  /// Keeps a PDF and returns its key; give it back with drop(). Any thread.
  static QString keep(std::string pdf);
  static void drop(const QString& key);
  /// Bytes of a kept PDF; empty when dropped.
  static std::shared_ptr<const std::string> bytes(const QString& key);

 private:
  Workers& m_worker;
};

}  // namespace kp::kiosk

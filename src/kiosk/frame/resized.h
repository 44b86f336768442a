// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>

namespace kp::kiosk {

/// The whole image in this size (px, at least 1 × 1), each new pixel the weighted mean of those it covers, like QImage::scaled() smoothly, as RGB32. On the calling thread
/// alone: Qt's own scales in its pool of threads, whose lock the screen takes for each large area it paints; a thread that steps back (Urgency::Pictures) and is put
/// aside with that lock holds the screen up (50 … 480 ms on a busy machine, docs/measurements.md). Null for a null image. Any thread.
QImage resized(const QImage& image, QSize size);

/// The same, as large as fits into `size` with the proportions kept; a side that is 0 or less does not bind; the image itself where none does.
QImage resizedToFit(const QImage& image, QSize size);

}  // namespace kp::kiosk

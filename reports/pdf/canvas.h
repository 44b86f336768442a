// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>

#include "ballot/form.h"
#include "election/error.h"

namespace kp {

/// What a PDF's properties say. The date is the caller's, so that the same content gives the same bytes; empty prints none.
struct PdfInfo {
  std::string title, author;
  std::string createdIso;  ///< local time "YYYY-MM-DDThh:mm:ss", or empty
};

/// Pages of a PDF in LiberationSerif (metrics of Times New Roman), embedded; the only user of libharu. Lengths in mm from the page's upper left corner,
/// x to the right, y down; sizes in PDF points; grays 0 black … 1 white. Text is UTF-8 in NFC.
/// The first failure of the library is kept, later calls do nothing, and finish() returns it: libharu cannot save after an error.
class Canvas {
 public:
  /// Io when the font files are missing (the message names the package) or the library refuses.
  static Expected<Canvas> create(const PdfInfo& info);
  ~Canvas();
  Canvas(Canvas&&) noexcept;
  Canvas& operator=(Canvas&&) noexcept;

  /// Appends a page and draws on it from now on.
  void addPage(double widthMm, double heightMm);
  int pageCount() const;
  /// Goes back to a page already there, 1 … pageCount(), e.g. to write "k/m" when m is known.
  void selectPage(int page);

  /// Text with its left end at `xMm` on the baseline.
  void text(double xMm, double baselineMm, double sizePt, FontStyle style, const std::string& utf8, double gray = 0);
  void textRight(double rightMm, double baselineMm, double sizePt, FontStyle style, const std::string& utf8, double gray = 0);
  void textCentred(double centreMm, double baselineMm, double sizePt, FontStyle style, const std::string& utf8, double gray = 0);
  /// Width as printed (no kerning); 0 after a failure.
  double textWidthMm(const std::string& utf8, double sizePt, FontStyle style) const;

  void line(double x1Mm, double y1Mm, double x2Mm, double y2Mm, double widthMm = 0.2, double gray = 0);
  /// Filled, no outline.
  void fillRect(const RectMm& rect, double gray = 0);
  /// Outline, the line's middle on the rectangle's edge.
  void strokeRect(const RectMm& rect, double widthMm = 0.2, double gray = 0);

  /// The finished document's bytes; the canvas is of no use afterwards.
  Expected<std::string> finish();

 private:
  struct Impl;
  explicit Canvas(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace kp

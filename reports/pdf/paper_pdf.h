// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "reports/paper.h"

namespace kp {

/// Typesets a paper on A4 as 36-HD/VPTW asks: LiberationSerif (metrics of Times New Roman), margins 20 mm top and bottom, 30 left, 15 right; nothing is
/// drawn outside them. On every page the page number "Trang k/m" and, where the paper has one, the verification QR with its short code.
/// Returns the PDF's bytes: same paper, same bytes. BadInput, quoting the text, when a character cannot be printed; Io as Canvas.
Expected<std::string> paperPdf(const Paper& paper);

inline constexpr double kPaperTop = 20, kPaperBottom = 20, kPaperLeft = 30, kPaperRight = 15;  ///< mm, domain.md §6
/// Side of one QR module on paper, mm: 3 pixels at 200 dpi, the least an office scanner's page is read from; bigger where there is room.
inline constexpr double kSmallestModule = 0.381;

}  // namespace kp

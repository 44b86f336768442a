// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/page_ink.h"
#include "scanner/imaging/target_print.h"

namespace kp {

/// Print in a target's row that is no target: the number before a name, the name beside squares. A pen through it is a voter's word too.
struct RowPrint {
  PrintPatch print;
  RectMm box;
  std::vector<std::size_t> targets;  ///< of its row, index into geometry.targets
  bool isName = false;               ///< of the name that squares beside it belong to; else a number or a note
};

/// One printed page prepared for reading: the print round each target, and a few areas of print that nobody marks, by which the scan's print is judged.
struct PageForm {
  const FormPage* page = nullptr;
  std::vector<PrintPatch> targets;  ///< as geometry.targets
  std::vector<PrintPatch> controls;
  std::vector<RowPrint> rows;
  PagePrint all;
  double dotMm = 0;  ///< of the blank that a learned form was taken from; 0: the program's own print
};

PageForm preparePage(const FormPage& page, const Raster& reference);

/// How the scan shows print and paper, measured on the controls.
struct PrintQuality {
  Spread spread = Spread::Sharp;
  int inkThreshold = 36;  ///< darkness 0 … 255 above which unexplained darkness is ink
  double paper = 0;       ///< darkness that nearly all of the blank paper beside print stays below
};

/// Where a page's ink begins and how far its print spreads, from the print that nobody marks. `lines`: folds and streaks, which are not looked at.
PrintQuality judgePrint(const PageView& view, const Affine& toView, const PageForm& form, const std::vector<PageLine>& lines);

/// How far, px of 1/8 mm, a target's print may lie off the global fit: feeders bend pages by up to 0.4 mm, copiers by as much again.
inline constexpr int kReachPx = 8;

}  // namespace kp

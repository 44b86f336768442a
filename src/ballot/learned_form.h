// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>
#include <vector>

#include "ballot/form.h"

namespace kp {

/// Where one page of a learned form comes from: the blank that was shown to the committee, kept in the congress file.
struct LearnedPage {
  std::string blank;                ///< BLAKE2b-256 of the blank's file, hex
  int index = 0;                    ///< page of that file, from 0
  double dpi = 0;                   ///< a PDF page is rendered at; 0: an image, as it is
  std::array<double, 6> toBlank{};  ///< a … f of the map from page mm to the blank's pixels: x' = a·x + b·y + c, y' = d·x + e·y + f
  std::vector<Target>
      names;  ///< the printed full names (field Name): what the page is known by; on a strike-out face the targets themselves
};

/// A ballot that was not printed by this program (phiếu in sẵn): found on a blank one and confirmed by the committee. Its pages have targets, but no fiducials, codes, texts or lines.
struct LearnedForm {
  BallotForm form;
  std::vector<LearnedPage> pages;   ///< as form.pages
  std::vector<std::string> people;  ///< names in ballot order when it was learned; another list makes it void
};

/// Whether the form was learned for this very list and face.
bool fits(const LearnedForm& learned, const Contest& contest);

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <vector>

#include "ballot/code_payload.h"
#include "ballot/form.h"
#include "ballot/page_reading.h"
#include "scanner/raster.h"

namespace kp {

/// One contest's form as the reader needs it: the layout, and each page as printed, rendered to gray at kReferenceDpi.
struct ReadingForm {
  BallotForm form;
  std::uint32_t contestTag = 0;
  std::vector<Raster> reference;  ///< by page
  std::vector<std::vector<Target>>
      learnedNames{};  ///< of a learned form (ballot/learned_form.h): by page, its printed names; empty where the program printed the ballot
};

struct ReadingTrace;

/// 16 pixels a millimetre, twice what marks are measured at: poppler sets large letters on whole pixels, and half a pixel there is a quarter here.
inline constexpr double kReferenceDpi = 406.4;

/// Reads pages of any of a congress's contests. Immutable after construction; read() may be called from several threads.
class Reader {
 public:
  /// `expected` is the contest being counted: pages of others are read no further than their code (Why::OtherContest). "" reads all.
  Reader(std::vector<ReadingForm> forms, CodeKey key, std::uint32_t congressTag, std::string expected);
  ~Reader();
  Reader(Reader&&) noexcept;

  /// Reads one page. Never throws, never guesses: what is not certain is Unsure or a reason. `debugFolder`: when not empty, pictures of each step are written there.
  PageReading read(const Raster& page, const std::string& debugFolder = {}) const;
  /// The same, and what was measured on the way.
  PageReading read(const Raster& page, ReadingTrace& trace) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace kp

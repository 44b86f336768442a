// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "election/judgement.h"
#include "scanner/rehearsal/copier.h"
#include "scanner/rehearsal/feeder.h"
#include "scanner/rehearsal/marker.h"
#include "scanner/rehearsal/rehearsal.h"

namespace kp::rehearsal {

/// The reasons a deck of this form can show, in the order they come.
std::vector<Why> reasonsOf(const BallotForm& form, const RehearsalOptions& options);

/// Makes one deck, ballot by ballot.
class Deck {
 public:
  Deck(const BallotForm& form, const Contest& contest, const RehearsalOptions& options, Profile profile, const BlankBallot& blank,
       std::filesystem::path folder);
  Expected<int> make();

 private:
  Expected<void> makeBallot(int ballot);
  Expected<void> makePage(int ballot, int page, const Voter& voter, std::optional<Why> why);
  Expected<void> makeAlien(int ballot, Why why, const Voter& voter);
  /// A marked page before the scanner.
  Expected<Sheet> markedPage(int ballot, int page, const Voter& voter, Rng& rng, PageTruth& truth);
  struct FedAgain {
    Sheet sheet;
    PageTruth truth;
  };
  /// `again`: the two ballots of a double feed, which an operator pulls apart and feeds once more (one-page forms).
  Expected<Sheet> alienSheet(int ballot, Why why, const Voter& voter, Rng& rng, PageTruth& truth, std::vector<FedAgain>& again);
  /// Feeds, encodes, writes (or hands over); fills in what the scanner did.
  Expected<void> scanOut(const Sheet& sheet, const std::vector<Target>& targets, Rng& rng, PageTruth truth);
  /// The raster that reading the scan's JPEG would give.
  Raster asRead(const cv::Mat& image) const;
  Expected<void> repeatFile(std::size_t earlier, int ballot);
  Expected<void> loadBlank(int ballot);
  Voter pickVoter(int ballot, std::optional<Why> why) const;
  std::optional<Why> whyOf(int ballot) const;
  std::uint64_t scannerRun(int ballot, int page) const;
  PageTruth truthOf(int ballot, int page, const Voter& voter) const;

  const BallotForm& m_form;
  const Contest& m_contest;
  const RehearsalOptions& m_options;
  Profile m_profile;
  const BlankBallot& m_blank;
  std::filesystem::path m_folder;
  std::vector<double> m_liked;
  std::vector<Why> m_reasons;
  std::vector<Raster> m_pages;  ///< blank pages of the ballot in hand
  Copier m_copier;
  Scanner m_scanner;  ///< of the sheet in hand
  std::vector<PageTruth> m_truth;
};

}  // namespace kp::rehearsal

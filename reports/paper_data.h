// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "election/tally.h"

namespace kp {

/// One pass of counting (lượt kiểm).
struct CountPass {
  enum class Method { Scanned, Keyed } method = Method::Scanned;
  int number = 1;
  long sheets = 0;  ///< taken into ballots
};

/// One ballot on which the committee ruled (phiếu do Ban kiểm phiếu kết luận).
struct BallotRuling {
  std::vector<int> sheets;  ///< numbers of the ballot's sheets, as the program shows them
  Ruling::Kind kind = Ruling::Kind::Invalid;
  std::string rule;             ///< R-id: the one cited, or what the program had proposed
  std::string note;             ///< Kind::SetAside: why; Kind::Votes: what was ruled, in words
  std::vector<std::string> by;  ///< names, the head among them
  std::string time;             ///< local, ISO 8601
};

/// One entry of the journal as printed.
struct JournalLine {
  long seq = 0;
  std::string time;  ///< local, ISO 8601
  std::vector<std::string> by;
  std::string what;  ///< a whole sentence
  std::string hash;  ///< hexadecimal
};

/// Which program counted, on which machine.
struct ProgramIdentity {
  std::string version;
  std::string hash;     ///< of the program file, hexadecimal; "" when it could not be taken
  std::string machine;  ///< name or number of the computer; "" leaves a dotted line
};

/// What the verification code on every page says; made by src/evidence.
struct VerificationCode {
  std::string text;       ///< QR alphanumeric characters
  std::string shortCode;  ///< "3F0A-91BC-77D2-05E4"
};

/// Figures that were entered after the contest's ballots were read.
struct FiguresChange {
  std::string time;             ///< local, ISO 8601
  std::vector<std::string> by;  ///< names
  bool first = false;           ///< what was missing was entered; nothing that was there changed
};

/// The last rehearsal of the machine with ballots of this contest (chạy thử máy).
struct RehearsalLine {
  std::string time;             ///< local, ISO 8601
  std::vector<std::string> by;  ///< names
  std::string what;             ///< the outcome, a sentence without its full stop
  bool passed = false;
};

/// Everything the papers of one contest need; the caller fills it from the congress file. Vectors by candidate are in ballot order.
struct PaperData {
  CongressInfo congress;
  std::vector<CommitteeMember> committee;
  Contest contest;
  RuleSet rules;
  Figures figures;
  Tally tally;
  Outcome outcome;
  std::vector<Sum> sums;  ///< from checkSums()
  std::vector<CountPass> passes;
  std::optional<bool> passesAgree;  ///< nullopt: there was nothing to compare
  std::vector<BallotRuling> rulings;
  std::vector<FiguresChange>
      figuresChanged;  ///< oldest first; empty: the figures stand as they were when the first ballot was read, all of them
  std::optional<RehearsalLine> rehearsal;  ///< nullopt: none was graded
  std::vector<JournalLine> journal;
  std::string journalHead;  ///< hexadecimal
  ProgramIdentity program;
  VerificationCode code;
  std::string number;  ///< of the document, "05"; "" leaves a dotted line
  std::string madeAt;  ///< local, ISO 8601; goes into the PDF's properties and the list's heads
  int copies = 3;      ///< how many originals of the minutes are made
};

}  // namespace kp

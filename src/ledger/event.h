// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/error.h"

namespace kp {

/// What the journal knows to have happened. Declared once here and in event.cpp's table; the printed journal and the officials' list are made from it.
enum class Event {
  CongressCreated,
  CongressChanged,
  RulesChanged,
  PinSet,
  FiguresSet,
  BallotsPrinted,
  RehearsalMade,
  ZeroReportMade,
  ScanStarted,
  SheetsTakenIn,
  FileRefused,
  ScanEnded,
  RulingMade,
  PassesCompared,
  ContestClosed,
  ContestReopened,
  MinutesMade,
  ResultSheetMade,
  RulingsListMade,
  JournalPrinted,
  ResultsReleased,
  PackageMade,
  Verified,
  FileMigrated,
  SignedIn,
  SignedOut,
  PinWrong,
  BallotKeyed,
  KeyingAgreed,
  KeyingReferred,
  ListImported,
  RandomCheckMade,
  PaperPrinted,
  SavedToMedium,
  AfterwardsNoted,
  BlankBallotReadBack,
  ReadBackWaived,
  BallotLearned,
  FiguresRefused,
  ElectedListMade,
  BallotPrintBegun,
  BallotPrintFailed,
};

/// One event for people: stable id ("sheets-taken-in") and a whole sentence in both languages.
struct EventText {
  Event event = Event::Verified;
  std::string id, vi, en;
};

/// All events, in the order of the enum.
const std::vector<EventText>& eventTexts();
/// The stable id stored in the file.
std::string toString(Event event);
/// The inverse; BadInput for an id this program does not know.
Expected<Event> parseEvent(const std::string& id);
/// The sentence in the process's language.
std::string explain(Event event);

}  // namespace kp

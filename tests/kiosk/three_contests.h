// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "whole_day.h"

namespace kp::kiosk {

/// A congress of three contests at one screen: the committee by a folder of scans (the steps of WholeDayTest), the delegates by a scanner that feeds a pile
/// (tests/source/drivers/pile.cpp under the real SANE), the inspection committee keyed in by two people, with ballots of two columns.
class ThreeContestsTest : public WholeDayTest {
 public:
  void drawUpTheOthers();
  void backToTheCommittee();
  void lockForRulings() { lockScreen(); }

  void delegatesFigures();
  void putPileIntoTheScanner();
  void scanThePile();
  void ruleOnDelegates();
  void closeDelegates();
  void saveDelegatesMinutes();

  void inspectionFigures();
  void bothKeyTheirPile();
  void settleTheDifference();
  void closeInspection();
  void saveInspectionMinutes();

  void allThreeAgree();

 protected:
  static constexpr const char* kCommittee = "Bầu Ban Chấp hành Đảng bộ xã Vân Sơn";
  static constexpr const char* kDelegates = "Bầu đoàn đại biểu dự Đại hội cấp trên";
  static constexpr const char* kInspection = "Bầu Ủy ban kiểm tra Đảng ủy xã Vân Sơn";
  static constexpr int kFed = 7;  ///< sheets in the scanner's tray

  void SetUp() override;
  void TearDown() override;
  void drawUp(const char* title, int seats, const std::vector<const char*>& names, const char* passes);
  /// Another contest at the top of the screen.
  void change(const char* title);
  void enterFour(int present, int returned);
  void key(int ballot, const char* entry);
  /// Two people close the contest that is on the screen.
  void close();
  /// The minutes on the screen go onto the stick as its `nth` paper.
  void saveMinutesAs(int nth);

 private:
  QByteArray m_oldConfig;
};

}  // namespace kp::kiosk

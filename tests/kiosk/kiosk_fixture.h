// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <functional>
#include <optional>

#include "kiosk/frame/station.h"
#include "ledger/ledger.h"

namespace kp::kiosk {

/// A small congress: head, two members, technician, supervisor, secretary; contest "bch" (5 names for 3, strike-out) and "bt" (1 name, columns).
Congress smallCongress();

/// A congress file in a folder of its own and a station that has it open.
class KioskTest : public ::testing::Test {
 protected:
  static constexpr int kPatience = 60000;  ///< ms; far more than anything takes, so that a hang is a failure and a slow machine is not

  void SetUp() override;
  /// Turns the event loop until `done` is true; fails the test when it takes longer than kPatience.
  static void until(const std::function<bool()>& done);
  /// The file on disk, opened for reading: what really happened.
  Ledger file() const;
  /// Signs somebody in through the station's session, setting a first PIN "1234" when there is none.
  void signIn(const std::string& name);
  /// Second person of a two-person act.
  void signSecond(const std::string& name);
  QString path() const { return m_folder.filePath(QStringLiteral("dh.kiemphieu")); }
  QString folder() const { return m_folder.path(); }

  QTemporaryDir m_folder;
  std::optional<Station> m_station;
};

inline constexpr const char* kHead = "Hoàng Văn Trưởng";
inline constexpr const char* kMember = "Lò Thị Ủy";
inline constexpr const char* kSecondMember = "Sùng A Viên";
inline constexpr const char* kTechnician = "Đỗ Kỹ Thuật";
inline constexpr const char* kSupervisor = "Trần Giám Sát";
inline constexpr const char* kSecretary = "Phạm Thư Ký";

}  // namespace kp::kiosk

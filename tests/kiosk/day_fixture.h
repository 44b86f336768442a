// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <map>
#include <optional>

#include "driver.h"
#include "kiosk/frame/window.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {

/// What was really marked on the ballots, from the truth.jsonl of the decks; nothing of the program's reading or counting goes into it.
struct DeckTruth {
  std::map<QString, std::map<QString, QString>> votes;  ///< scan → candidate id → "yes" or "no"
  int seats = 3;

  /// Adds a deck's scans, named `prefix` + their file name.
  void add(const QString& folder, const QString& prefix);
  bool isValid(const QString& scan) const;
  int valid() const;
  /// "yes" of this candidate on valid ballots.
  int yes(const QString& candidate) const;
};

/// The whole program offscreen, as it starts on the machine of a committee, with people who sign in at the screen.
class DayTest : public testing::Test {
 protected:
  static constexpr const char* kOurs = "Thư mục Kiểm Phiếu";
  static constexpr const char* kMachine = "Máy này";

  void SetUp() override;
  void TearDown() override;

  /// As main.cpp starts it: the last file opens by itself.
  void start();
  /// The program is gone in the middle of what it did; nobody closed anything.
  void powerCut();

  /// At the login: touches the card, sets the PIN twice or types it.
  void login(const char* name);
  void lockScreen();
  /// The second of two people, at the prompt that is open.
  void second(const char* name);
  static QString pinOf(const char* name);
  void rail(const char* step);
  /// The picker is open: touches a place of the left list.
  void goTo(const char* place);
  /// The picker is open: goes to a place of the left list (kOurs, kMachine), into folders, and takes a file (or the folder where `file` is empty).
  void pick(const char* place, const QStringList& folders, const QString& file = {});
  /// The picker is open for saving.
  void saveAs(const QString& name);
  QObject* model(const char* name) const;
  QString page() const { return m_window->window()->property("page").toString(); }
  /// The file and the contest being counted, read beside the program.
  Ledger file() const;
  Contest contest() const;
  void expectNoWarnings() const;
  /// Names that signed the journal's entries of this event.
  std::vector<Actors> signers(Event event) const;

  QString home() const { return m_home.path(); }
  QString dataFolder() const { return home() + QStringLiteral("/KiemPhieu"); }

  QTemporaryDir m_home;
  QByteArray m_oldHome;
  std::optional<Station> m_station;
  std::optional<Window> m_window;
  std::optional<Driver> m_hand;
  bool m_mouse = true;  ///< false: the day is done with the keyboard alone
};

}  // namespace kp::kiosk

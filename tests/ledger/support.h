// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp::test {

/// A folder of its own for each test, removed afterwards.
class LedgerTest : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;
  std::filesystem::path file(const std::string& name = "đại hội #1 50%.kiemphieu") const { return m_folder / name; }
  const std::filesystem::path& folder() const { return m_folder; }

 private:
  std::filesystem::path m_folder;
};

/// Two contests: "bch" (5 names, 3 seats) and "bkt" (2 names, 2 seats); invented people.
Congress sampleCongress();
/// 2026-11-22T08:00:00.000Z and one millisecond more at each call.
LedgerOptions steadyClock();
/// A page of "bch" with a mark for each candidate, one doubt, one spot; the image is `bytes` bytes that depend on `number`.
SheetIntake sampleSheet(int number, int pass = 1, std::size_t bytes = 3000);
std::vector<SheetIntake> sampleBatch(int first, int count, int pass = 1, std::size_t bytes = 3000);
/// An entry in a ballot of "bch", typed in its canonical form.
KeyedDraft keyedDraft(int pass, int ballot, int slot, const std::string& person, const std::string& text);
/// Both operators ("Một Thử", "Hai Thử") key one ballot of pass 2 of "bch"; equal contents record it.
void keyBoth(Ledger& ledger, int ballot, const std::string& first, const std::string& second);
/// A new file with the sample congress.
Ledger newLedger(const std::filesystem::path& path);

/// All bytes of a file.
std::string contents(const std::filesystem::path& path);
/// Runs SQL on a file as another program would, past triggers and foreign keys.
void tamper(const std::filesystem::path& path, const std::string& sql);
/// Takes a file back to how an earlier schema version (1 to 4) would have written it: its tables exactly as that version made them (opening checks the text of
/// every table), and a journal that knows of no later one.
void setBack(const std::filesystem::path& path, int version);
/// Names in a folder, sorted.
std::vector<std::string> listing(const std::filesystem::path& folder);

}  // namespace kp::test

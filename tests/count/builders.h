// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

#include "count/assembly.h"
#include "ledger/ledger.h"

namespace kp::testing {

inline Contest strikeContest(int names = 5, int seats = 3, const std::string& id = "bch") {
  Contest contest;
  contest.id = id;
  contest.title = "Bầu Ban Chấp hành";
  contest.office = Office::CapUy;
  contest.seats = seats;
  for (int i = 1; i <= names; ++i) contest.candidates.push_back({"c" + std::to_string(i), "Nguyễn Văn Người " + std::to_string(i), ""});
  return contest;
}

inline Congress congressOf(std::vector<Contest> contests) {
  Congress congress;
  congress.info = {"thu",    "Đại hội thử", "ĐẢNG BỘ CẤP TRÊN",      "ĐẢNG BỘ XÃ MẪU", "2025 - 2030",
                   "Xã Mẫu", "2025-06-01",  CongressKind::Delegates, "190-QĐ/TW"};
  congress.committee = {
      {"Hà Văn Trưởng", Role::Head}, {"Mai Thị Viên", Role::Member}, {"Lý Văn Máy", Role::Technician}, {"Đỗ Thị Ghi", Role::Secretary}};
  congress.contests = std::move(contests);
  return congress;
}

inline const Actors kTwo = {"Hà Văn Trưởng", "Mai Thị Viên"};

/// A page on which `marks` are the names struck among candidates `from` … `to`−1.
inline PageReading pageOf(const Contest& contest, int page, std::size_t from, std::size_t to, const std::vector<std::size_t>& struck,
                          MarkState markState = MarkState::Mark) {
  PageReading reading;
  reading.contest = contest.id;
  reading.page = page;
  reading.dpi = 200;
  for (std::size_t i = from; i < to; ++i) {
    bool isStruck = false;
    for (const std::size_t s : struck) isStruck = isStruck || s == i;
    MarkReading mark;
    mark.candidate = i;
    mark.state = isStruck ? markState : MarkState::None;
    reading.marks.push_back(mark);
  }
  return reading;
}

/// A whole ballot of one page.
inline PageReading ballot(const Contest& contest, const std::vector<std::size_t>& struck) {
  return pageOf(contest, 1, 0, contest.candidates.size(), struck);
}

/// A sheet nothing could be read from.
inline PageReading unread(Why why) {
  PageReading reading;
  reading.reasons.push_back({why, {}, {}, {}});
  return reading;
}

inline std::vector<PassSheet> passOf(const std::vector<PageReading>& readings) {
  std::vector<PassSheet> sheets;
  for (const PageReading& reading : readings) sheets.push_back({static_cast<int>(sheets.size()) + 1, reading, {}});
  return sheets;
}

/// Readings as they come from a scanner, each with a name and bytes of its own; `stored` counts the files.
inline std::vector<SheetIntake> takenIn(const std::vector<PageReading>& readings, int pass, const std::string& contest, int& stored) {
  std::vector<SheetIntake> batch;
  for (const PageReading& reading : readings) {
    SheetIntake sheet;
    sheet.pass = pass;
    sheet.expected = contest;
    sheet.sourceName = "s" + std::to_string(++stored) + ".jpg";
    sheet.source = std::make_shared<SourceFile>("image " + std::to_string(stored));
    sheet.reading = reading;
    batch.push_back(sheet);
  }
  return batch;
}

/// Sets the contest's rules to one pass, for tests that are about something else.
inline Expected<void> askForOnePass(Ledger& ledger, const std::string& contest) {
  auto rules = ledger.congress().rulesOf(contest);
  if (!rules) return tl::unexpected<Error>(rules.error());
  rules->passesRequired = 1;
  return ledger.congress().setRules(contest, *rules, {});
}

/// A new folder under the system's temporary one, removed at the end of the test.
class TempFolder {
 public:
  TempFolder() {
    static std::atomic<int> number{0};
    m_path = std::filesystem::temp_directory_path() / ("kp-count-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
    std::filesystem::create_directories(m_path);
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace kp::testing

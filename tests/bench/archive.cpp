// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a province's archive of one term: 262 grassroots, 20 district and 1 provincial congress (domain.md §7), made here with invented names, each with a counted contest.
// usage: archive_bench [FOLDER]     FOLDER keeps the files; without it they are removed. Prints a table; exit 1 when a search takes a second or finds the wrong number.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "count/archive_search.h"
#include "count/closing.h"
#include "ledger/ledger.h"

namespace {

using namespace kp;

constexpr double kAllowedSeconds = 1;  ///< kiosk.md, screen 15
constexpr int kGrassroots = 262, kDistricts = 20;
constexpr const char* kFamilies[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"};
constexpr const char* kMiddles[] = {"Văn", "Thị", "Đức", "Minh", "Quang", "Hữu", "Ngọc"};
constexpr const char* kGivens[] = {"An",  "Bình", "Chiến", "Dũng", "Đạt", "Hạnh", "Hiền", "Khoa", "Lan", "Mẫn",
                                   "Nga", "Oanh", "Phúc",  "Quý",  "Sơn", "Tâm",  "Ước",  "Vinh", "Yến"};

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A name that no other congress has as its `i`-th: the number is spelt in the words.
std::string nameOf(int congress, int i) {
  const int n = congress * 7 + i * 5;
  return std::string(kFamilies[n % 12]) + " " + kMiddles[(n / 12 + i) % 7] + " " + kGivens[(n / 84 + i + congress) % 19];
}

Contest contestOf(int congress, const std::string& id, const std::string& title, int names, int seats) {
  Contest contest;
  contest.id = id;
  contest.title = title;
  contest.seats = seats;
  for (int i = 0; i < names; ++i) contest.candidates.push_back({"c" + std::to_string(i + 1), nameOf(congress, i), ""});
  return contest;
}

bool make(const std::filesystem::path& file, int number, const std::string& name, int ballots, int names, int seats) {
  Congress congress;
  congress.info = {"dh-" + std::to_string(number),
                   name,
                   "ĐẢNG BỘ CẤP TRÊN",
                   "ĐẢNG BỘ MẪU",
                   "2025 - 2030",
                   "Mẫu",
                   "2025-06-" + std::string(number % 28 < 9 ? "0" : "") + std::to_string(number % 28 + 1),
                   CongressKind::Delegates,
                   "190-QĐ/TW"};
  congress.contests = {contestOf(number, "bch", "Bầu Ban Chấp hành", names, seats),
                       contestOf(number + 1, "dd", "Bầu đại biểu dự đại hội cấp trên", 10, 8), contestOf(number, "bt", "Bầu Bí thư", 1, 1)};
  auto ledger = Ledger::create(file, congress);
  if (!ledger) return std::fprintf(stderr, "%s\n", ledger.error().what.c_str()), false;
  std::vector<SheetIntake> batch;
  for (int b = 0; b < ballots; ++b) {
    SheetIntake sheet;
    sheet.expected = "bch";
    sheet.sourceName = "s" + std::to_string(b) + ".jpg";
    sheet.source = std::make_shared<SourceFile>(file.string() + std::to_string(b));
    sheet.reading.contest = "bch";
    sheet.reading.page = 1;
    sheet.reading.dpi = 200;
    for (int i = 0; i < names; ++i) {
      MarkReading mark;
      mark.candidate = static_cast<std::size_t>(i);
      mark.state = (i + b % (i % 5 + 2)) % names >= seats ? MarkState::Mark : MarkState::None;
      sheet.reading.marks.push_back(mark);
    }
    batch.push_back(std::move(sheet));
  }
  Figures figures;
  figures.convened = figures.present = figures.issued = figures.returned = ballots;
  return ledger->sheets().append(batch, {}) && enterFigures(*ledger, "bch", figures, {});
}

bool makeAll(const std::filesystem::path& folder) {
  bool good = make(folder / "tinh.kiemphieu", 0, "Đại hội Đảng bộ tỉnh Mẫu", 348, 63, 55);
  for (int i = 1; good && i <= kDistricts; ++i) {
    const auto at = folder / ("huyen-" + std::to_string(i));
    std::filesystem::create_directories(at);
    good = make(at / "huyen.kiemphieu", i, "Đại hội Đảng bộ huyện Mẫu " + std::to_string(i), 100, 42, 33);
  }
  for (int i = 1; good && i <= kGrassroots; ++i)
    good = make(folder / ("huyen-" + std::to_string(i % kDistricts + 1)) / ("xa-" + std::to_string(i) + ".kiemphieu"), 100 + i,
                "Đại hội Đảng bộ xã Mẫu " + std::to_string(i), 20, 34, 27);
  return good;
}

/// Best of three, as the second look is what people wait for; false when too slow or nothing found.
bool search(const ArchiveIndex& index, const std::string& question) {
  double best = 1e9;
  std::size_t total = 0;
  for (int i = 0; i < 3; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto hits = searchArchive(index, question);
    if (!hits) return false;
    best = std::min(best, secondsSince(start));
    total = hits->total;
  }
  std::printf("| search “%s” | %zu lines | %.1f ms |\n", question.c_str(), total, best * 1000);
  return total > 0 && best < kAllowedSeconds;
}

int run(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "luu-tru");
  const auto begin = std::chrono::steady_clock::now();
  if (!makeAll(folder / "luu-tru")) return 1;
  std::printf("| made | %d files | %.1f s |\n", kGrassroots + kDistricts + 1, secondsSince(begin));
  auto index = ArchiveIndex::open(folder / "index.sqlite");
  if (!index) return 1;
  for (const char* what : {"first reading of the archive", "nothing changed"}) {
    const auto start = std::chrono::steady_clock::now();
    const auto report = refreshArchive(*index, folder / "luu-tru");
    if (!report || !report->damaged.empty() || report->files != kGrassroots + kDistricts + 1) return 1;
    std::printf("| %s | %zu of %zu files read | %.2f s |\n", what, report->read, report->files, secondsSince(start));
  }
  bool good = true;
  for (const char* question : {"", "nguyen duc an", "ban chap hanh xa mau 117", "348", "huyen mau 7 bi thu", "dh-150", "nguyen", "mau"})
    good = search(*index, question) && good;
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const bool keep = argc > 1;
  const std::filesystem::path folder =
      keep ? std::filesystem::path(argv[1]) : std::filesystem::temp_directory_path() / ("kp-archive-" + std::to_string(::getpid()));
  const int code = run(folder);
  std::error_code ignored;
  if (!keep) std::filesystem::remove_all(folder, ignored);
  return code;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "ledger/journal_rows.h"

namespace kp::test {

void LedgerTest::SetUp() {
  std::string name = (std::filesystem::temp_directory_path() / "kp-ledger-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  m_folder = name;
}

void LedgerTest::TearDown() {
  std::error_code ignored;
  std::filesystem::remove_all(m_folder, ignored);
}

Congress sampleCongress() {
  Congress congress;
  congress.info = {"ht-thu",
                   "Đại hội đại biểu Đảng bộ xã Suối Mơ",
                   "ĐẢNG BỘ HUYỆN MƯỜNG THỬ",
                   "ĐẢNG BỘ XÃ SUỐI MƠ",
                   "2025 - 2030",
                   "Suối Mơ",
                   "2026-11-22",
                   CongressKind::Delegates,
                   "190-QĐ/TW"};
  congress.committee = {{"Lò Văn Thử", Role::Head}, {"Hà Thị Mẫu", Role::Member}, {"Trần Kỹ Thuật", Role::Technician}};
  Contest first{"bch", "Bầu Ban Chấp hành", ContestKind::Election, Office::CapUy, 3, BallotCode::Shared, {}, 1, false, "A4"};
  first.candidates = {{"c1", "Nguyễn Văn An", ""},
                      {"c2", "Trần Thị Bình", "ghi chú"},
                      {"c3", "Lê Văn Cường", ""},
                      {"c4", "Phạm Thị Dung", ""},
                      {"c5", "Hoàng Văn Em", ""}};
  Contest second{"bkt", "Bầu Ủy ban Kiểm tra", ContestKind::Election, Office::UyBanKiemTra, 2, BallotCode::PerBallot, {}, 1, false, "A5"};
  second.candidates = {{"k1", "Đỗ Văn Giang", ""}, {"k2", "Vũ Thị Hoa", ""}};
  congress.contests = {first, second};
  return congress;
}

LedgerOptions steadyClock() {
  LedgerOptions options;
  const auto start = std::chrono::system_clock::from_time_t(1795334400);  // 2026-11-22 08:00 UTC
  options.clock = [now = start]() mutable { return now += std::chrono::milliseconds(1), now - std::chrono::milliseconds(1); };
  options.who = "thử nghiệm";
  return options;
}

SheetIntake sampleSheet(int number, int pass, std::size_t bytes) {
  SheetIntake intake;
  intake.pass = pass;
  intake.expected = "bch";
  intake.sourceName = "s" + std::to_string(number) + ".jpg";
  std::string image(bytes, '\0');
  for (std::size_t i = 0; i < bytes; ++i)
    image[i] = static_cast<char>((i * 131 + static_cast<std::size_t>(number) * 7919 + i / 251) & 0xff);
  intake.source = std::make_shared<const SourceFile>(image + std::to_string(number));
  intake.reading.contest = "bch";
  intake.reading.page = 1;
  intake.reading.dpi = 199.7;
  intake.reading.widthPx = 1654;
  intake.reading.heightPx = 2339;
  intake.reading.orientation = 180;
  for (std::size_t c = 0; c < 5; ++c) {
    const auto state = static_cast<MarkState>((static_cast<std::size_t>(number) + c) % 3);
    intake.reading.marks.push_back({c,
                                    Field::Name,
                                    state,
                                    0.1F * static_cast<float>(c) - 0.25F,
                                    state == MarkState::Unsure ? "partial" : "",
                                    {10.5 + static_cast<double>(c), 20, 300, 41.25}});
  }
  intake.reading.reasons = {{Why::ExtraWriting, std::nullopt, std::nullopt, "góc dưới"}, {Why::MarkUnsure, 2, Field::Name, ""}};
  intake.reading.spots = {{Why::ExtraWriting, {5, 6, 7.5, 8}}};
  return intake;
}

std::vector<SheetIntake> sampleBatch(int first, int count, int pass, std::size_t bytes) {
  std::vector<SheetIntake> batch;
  for (int i = 0; i < count; ++i) batch.push_back(sampleSheet(first + i, pass, bytes));
  return batch;
}

KeyedDraft keyedDraft(int pass, int ballot, int slot, const std::string& person, const std::string& text) {
  KeyedDraft draft;
  draft.place.contest = "bch";
  draft.place.pass = pass;
  draft.place.ballot = ballot;
  draft.slot = slot;
  draft.person = person;
  draft.typed = draft.content = text;
  return draft;
}

void keyBoth(Ledger& ledger, int ballot, const std::string& first, const std::string& second) {
  const std::vector<PageReading> pages = {sampleSheet(ballot).reading};
  for (const KeyedDraft& draft : {keyedDraft(2, ballot, 1, "Một Thử", first), keyedDraft(2, ballot, 2, "Hai Thử", second)})
    if (const auto stored = ledger.keying().append(draft, pages); !stored) throw std::runtime_error(stored.error().what);
}

Ledger newLedger(const std::filesystem::path& path) {
  auto ledger = Ledger::create(path, sampleCongress(), {"Trần Kỹ Thuật"}, steadyClock());
  if (!ledger) throw std::runtime_error(ledger.error().what);
  return std::move(*ledger);
}

std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void tamper(const std::filesystem::path& path, const std::string& sql) {
  SQLite::Database db(path.string(), SQLite::OPEN_READWRITE);
  // Triggers put back by their own text, so that only the data differ.
  struct Trigger {
    std::string name, table, sql;
  };
  std::vector<Trigger> triggers;
  {
    SQLite::Statement row(db, "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'");
    while (row.executeStep())
      triggers.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()});
  }
  db.exec("PRAGMA foreign_keys = OFF");
  for (const auto& trigger : triggers) db.exec("DROP TRIGGER " + trigger.name);
  db.exec(sql);
  for (const auto& trigger : triggers)
    if (db.tableExists(trigger.table)) db.exec(trigger.sql);
}

namespace {

/// The same journal without the format that the first entry names, hashed anew.
void forgetFormat(const std::filesystem::path& path) {
  auto entries = *Ledger::open(path, Ledger::Mode::ReadOnly)->journal().list();
  std::string sql;
  Digest previous{};
  for (JournalEntry& entry : entries) {
    if (const auto at = entry.after.find(",\"format\":"); entry.seq == 1 && at != std::string::npos)
      entry.after.replace(at, std::string::npos, "}");
    previous = entry.hash = entryHash(previous, entry);
    const std::string seq = std::to_string(entry.seq);
    sql += "UPDATE journal SET hash = x'" + toHex(entry.hash) + "' WHERE seq = " + seq + ";";
    if (entry.seq == 1) sql += "UPDATE journal SET after = '" + entry.after + "' WHERE seq = 1;";
  }
  tamper(path, sql);
}

}  // namespace

void setBack(const std::filesystem::path& path, int version) {
  forgetFormat(path);
  tamper(path, "DROP TABLE journal_tail; PRAGMA user_version = 4");
  if (version <= 3) tamper(path, "DROP TABLE ink_prints; PRAGMA user_version = 3");
  if (version <= 2)
    tamper(path, "ALTER TABLE committee DROP COLUMN approved_by; ALTER TABLE committee DROP COLUMN introduced_by; PRAGMA user_version = 2");
  if (version <= 1) tamper(path, "DROP TABLE keyed_ballots; DROP TABLE keyed_entries; PRAGMA user_version = 1");
}

std::vector<std::string> listing(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace kp::test

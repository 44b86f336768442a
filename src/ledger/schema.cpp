// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string>
#include <vector>

namespace kp {
namespace {

// Version 1. Enumerations are stored as the words of interfaces.md, times as UTC text, so that the file can be read without this program.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE congress (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL, name TEXT NOT NULL, superior TEXT NOT NULL, issuer TEXT NOT NULL, term TEXT NOT NULL,
  place TEXT NOT NULL, date TEXT NOT NULL, kind TEXT NOT NULL, rules TEXT NOT NULL
) STRICT;
CREATE TABLE committee (
  place INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL
) STRICT;
CREATE TABLE pins (
  name TEXT PRIMARY KEY, hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contests (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, office TEXT NOT NULL,
  seats INTEGER NOT NULL, ballot_code TEXT NOT NULL, round INTEGER NOT NULL, run_off INTEGER NOT NULL CHECK (run_off IN (0, 1)),
  paper TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE candidates (
  contest TEXT NOT NULL REFERENCES contests(id) ON DELETE CASCADE, place INTEGER NOT NULL,
  id TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (contest, place), UNIQUE (contest, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contest_rules (
  contest TEXT PRIMARY KEY REFERENCES contests(id) ON DELETE CASCADE,
  name TEXT NOT NULL, version TEXT NOT NULL,
  one_name_neither TEXT NOT NULL CHECK (one_name_neither IN ('valid', 'invalid', 'to-person')),
  all_disapproved TEXT NOT NULL CHECK (all_disapproved IN ('valid', 'invalid', 'to-person')),
  tie_needs_run_off INTEGER NOT NULL CHECK (tie_needs_run_off IN (0, 1)),
  percent_decimals INTEGER NOT NULL, passes_required INTEGER NOT NULL, surplus_percent_limit INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE rule_citations (
  contest TEXT NOT NULL REFERENCES contest_rules(contest) ON DELETE CASCADE, place INTEGER NOT NULL, citation TEXT NOT NULL,
  PRIMARY KEY (contest, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE figures (
  contest TEXT PRIMARY KEY REFERENCES contests(id) ON DELETE CASCADE,
  convened INTEGER CHECK (convened >= 0), present INTEGER CHECK (present >= 0),
  issued INTEGER CHECK (issued >= 0), returned INTEGER CHECK (returned >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE deductions (
  contest TEXT NOT NULL REFERENCES figures(contest) ON DELETE CASCADE, class TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 0),
  PRIMARY KEY (contest, class)
) STRICT, WITHOUT ROWID;
CREATE TABLE public_key (
  one INTEGER PRIMARY KEY CHECK (one = 1), sign_public BLOB NOT NULL CHECK (length(sign_public) = 32),
  code_key_hash BLOB NOT NULL CHECK (length(code_key_hash) = 32)
) STRICT;
CREATE TABLE secrets (
  name TEXT PRIMARY KEY CHECK (name IN ('code-key', 'sign-secret')), value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY, time TEXT NOT NULL, event TEXT NOT NULL, contest TEXT NOT NULL, sheet INTEGER,
  before TEXT NOT NULL, after TEXT NOT NULL, details TEXT NOT NULL, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE journal_actors (
  seq INTEGER NOT NULL REFERENCES journal(seq), place INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (seq, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE contest_states (
  id INTEGER PRIMARY KEY, contest TEXT NOT NULL, closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  entry INTEGER NOT NULL UNIQUE REFERENCES journal(seq)
) STRICT;
CREATE TABLE sources (
  id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), bytes BLOB NOT NULL
) STRICT;
CREATE TABLE sheets (
  id INTEGER PRIMARY KEY, pass INTEGER NOT NULL CHECK (pass >= 1), expected TEXT NOT NULL,
  contest TEXT NOT NULL CHECK (contest = CASE expected WHEN '' THEN read_contest ELSE expected END),
  source INTEGER NOT NULL REFERENCES sources(id), source_name TEXT NOT NULL, page_index INTEGER NOT NULL CHECK (page_index >= 0),
  read_contest TEXT NOT NULL, page INTEGER NOT NULL, ballot_code INTEGER,
  orientation INTEGER NOT NULL CHECK (orientation IN (0, 90, 180, 270)), dpi REAL NOT NULL, width_px INTEGER NOT NULL, height_px INTEGER NOT NULL,
  refused TEXT NOT NULL, duplicate_of INTEGER REFERENCES sheets(id), taken_in TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES journal(seq), digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX sheets_by_source ON sheets (source, page_index);
CREATE INDEX sheets_by_contest ON sheets (contest, pass);
CREATE TABLE reasons (
  sheet INTEGER NOT NULL REFERENCES sheets(id), place INTEGER NOT NULL,
  why TEXT NOT NULL, candidate INTEGER, field TEXT, detail TEXT NOT NULL,
  PRIMARY KEY (sheet, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE marks (
  sheet INTEGER NOT NULL REFERENCES sheets(id), place INTEGER NOT NULL,
  candidate INTEGER NOT NULL, field TEXT NOT NULL, state TEXT NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
  PRIMARY KEY (sheet, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE spots (
  sheet INTEGER NOT NULL REFERENCES sheets(id), place INTEGER NOT NULL,
  why TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
  PRIMARY KEY (sheet, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE rulings (
  id INTEGER PRIMARY KEY, sheet INTEGER NOT NULL REFERENCES sheets(id),
  kind TEXT NOT NULL CHECK (kind IN ('votes', 'invalid', 'valid', 'set-aside')), rule TEXT NOT NULL, note TEXT NOT NULL,
  entry INTEGER NOT NULL UNIQUE REFERENCES journal(seq)
) STRICT;
CREATE INDEX rulings_by_sheet ON rulings (sheet);
CREATE TABLE ruling_votes (
  ruling INTEGER NOT NULL REFERENCES rulings(id), place INTEGER NOT NULL, candidate INTEGER NOT NULL, vote TEXT NOT NULL,
  PRIMARY KEY (ruling, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_keep_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only: journal'); END;
CREATE TRIGGER journal_keep_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only: journal'); END;
CREATE TRIGGER journal_actors_keep_update BEFORE UPDATE ON journal_actors BEGIN SELECT RAISE(ABORT, 'append-only: journal_actors'); END;
CREATE TRIGGER journal_actors_keep_delete BEFORE DELETE ON journal_actors BEGIN SELECT RAISE(ABORT, 'append-only: journal_actors'); END;
CREATE TRIGGER contest_states_keep_update BEFORE UPDATE ON contest_states BEGIN SELECT RAISE(ABORT, 'append-only: contest_states'); END;
CREATE TRIGGER contest_states_keep_delete BEFORE DELETE ON contest_states BEGIN SELECT RAISE(ABORT, 'append-only: contest_states'); END;
CREATE TRIGGER sources_keep_update BEFORE UPDATE ON sources BEGIN SELECT RAISE(ABORT, 'append-only: sources'); END;
CREATE TRIGGER sources_keep_delete BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'append-only: sources'); END;
CREATE TRIGGER sheets_keep_update BEFORE UPDATE ON sheets BEGIN SELECT RAISE(ABORT, 'append-only: sheets'); END;
CREATE TRIGGER sheets_keep_delete BEFORE DELETE ON sheets BEGIN SELECT RAISE(ABORT, 'append-only: sheets'); END;
CREATE TRIGGER reasons_keep_update BEFORE UPDATE ON reasons BEGIN SELECT RAISE(ABORT, 'append-only: reasons'); END;
CREATE TRIGGER reasons_keep_delete BEFORE DELETE ON reasons BEGIN SELECT RAISE(ABORT, 'append-only: reasons'); END;
CREATE TRIGGER marks_keep_update BEFORE UPDATE ON marks BEGIN SELECT RAISE(ABORT, 'append-only: marks'); END;
CREATE TRIGGER marks_keep_delete BEFORE DELETE ON marks BEGIN SELECT RAISE(ABORT, 'append-only: marks'); END;
CREATE TRIGGER spots_keep_update BEFORE UPDATE ON spots BEGIN SELECT RAISE(ABORT, 'append-only: spots'); END;
CREATE TRIGGER spots_keep_delete BEFORE DELETE ON spots BEGIN SELECT RAISE(ABORT, 'append-only: spots'); END;
CREATE TRIGGER rulings_keep_update BEFORE UPDATE ON rulings BEGIN SELECT RAISE(ABORT, 'append-only: rulings'); END;
CREATE TRIGGER rulings_keep_delete BEFORE DELETE ON rulings BEGIN SELECT RAISE(ABORT, 'append-only: rulings'); END;
CREATE TRIGGER ruling_votes_keep_update BEFORE UPDATE ON ruling_votes BEGIN SELECT RAISE(ABORT, 'append-only: ruling_votes'); END;
CREATE TRIGGER ruling_votes_keep_delete BEFORE DELETE ON ruling_votes BEGIN SELECT RAISE(ABORT, 'append-only: ruling_votes'); END;
CREATE TRIGGER public_key_keep_update BEFORE UPDATE ON public_key BEGIN SELECT RAISE(ABORT, 'append-only: public_key'); END;
CREATE TRIGGER public_key_keep_delete BEFORE DELETE ON public_key BEGIN SELECT RAISE(ABORT, 'append-only: public_key'); END;
CREATE TRIGGER secrets_keep_update BEFORE UPDATE ON secrets BEGIN SELECT RAISE(ABORT, 'append-only: secrets'); END;
)sql";

// Version 2: keying in. `content` is the canonical text of an entry, `round` 1 + how often the pair differed before; who and when stand in the journal entry.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE keyed_entries (
  id INTEGER PRIMARY KEY, contest TEXT NOT NULL, pass INTEGER NOT NULL CHECK (pass >= 1), ballot INTEGER NOT NULL CHECK (ballot >= 1),
  operator INTEGER NOT NULL CHECK (operator IN (1, 2)), round INTEGER NOT NULL CHECK (round >= 1),
  typed TEXT NOT NULL, content TEXT NOT NULL, entry INTEGER NOT NULL UNIQUE REFERENCES journal(seq)
) STRICT;
CREATE INDEX keyed_entries_by_ballot ON keyed_entries (contest, pass, ballot);
CREATE TABLE keyed_ballots (
  contest TEXT NOT NULL, pass INTEGER NOT NULL, ballot INTEGER NOT NULL,
  first_entry INTEGER NOT NULL REFERENCES keyed_entries(id), second_entry INTEGER NOT NULL REFERENCES keyed_entries(id),
  referred INTEGER NOT NULL CHECK (referred IN (0, 1)), sheet INTEGER NOT NULL UNIQUE REFERENCES sheets(id),
  sheets INTEGER NOT NULL CHECK (sheets >= 1), entry INTEGER NOT NULL UNIQUE REFERENCES journal(seq),
  PRIMARY KEY (contest, pass, ballot)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER keyed_entries_keep_update BEFORE UPDATE ON keyed_entries BEGIN SELECT RAISE(ABORT, 'append-only: keyed_entries'); END;
CREATE TRIGGER keyed_entries_keep_delete BEFORE DELETE ON keyed_entries BEGIN SELECT RAISE(ABORT, 'append-only: keyed_entries'); END;
CREATE TRIGGER keyed_ballots_keep_update BEFORE UPDATE ON keyed_ballots BEGIN SELECT RAISE(ABORT, 'append-only: keyed_ballots'); END;
CREATE TRIGGER keyed_ballots_keep_delete BEFORE DELETE ON keyed_ballots BEGIN SELECT RAISE(ABORT, 'append-only: keyed_ballots'); END;
)sql";

// What a file of version 1 looks like to a reader of today: nothing was keyed in.
constexpr const char* kLookFrom1 = R"sql(
CREATE TEMP TABLE keyed_entries (
  id INTEGER PRIMARY KEY, contest TEXT NOT NULL, pass INTEGER NOT NULL, ballot INTEGER NOT NULL, operator INTEGER NOT NULL, round INTEGER NOT NULL,
  typed TEXT NOT NULL, content TEXT NOT NULL, entry INTEGER NOT NULL
) STRICT;
CREATE TEMP TABLE keyed_ballots (
  contest TEXT NOT NULL, pass INTEGER NOT NULL, ballot INTEGER NOT NULL, first_entry INTEGER NOT NULL, second_entry INTEGER NOT NULL,
  referred INTEGER NOT NULL, sheet INTEGER NOT NULL, sheets INTEGER NOT NULL, entry INTEGER NOT NULL
) STRICT;
)sql";

// Version 3: who introduced technical staff and who of the presidium approved (R-35); "" not entered.
constexpr const char* kVersion3 = R"sql(
ALTER TABLE committee ADD COLUMN introduced_by TEXT NOT NULL DEFAULT '';
ALTER TABLE committee ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
)sql";
constexpr const char* kLookFrom2 =
    "CREATE TEMP VIEW committee AS SELECT place, name, role, '' AS introduced_by, '' AS approved_by FROM main.committee;";

// Version 4: what hands left on a sheet beyond its print, as encodeInkPrint() writes it; no row for a sheet nobody wrote on.
constexpr const char* kVersion4 = R"sql(
CREATE TABLE ink_prints (
  sheet INTEGER PRIMARY KEY REFERENCES sheets(id), print BLOB NOT NULL
) STRICT;
CREATE TRIGGER ink_prints_keep_update BEFORE UPDATE ON ink_prints BEGIN SELECT RAISE(ABORT, 'append-only: ink_prints'); END;
CREATE TRIGGER ink_prints_keep_delete BEFORE DELETE ON ink_prints BEGIN SELECT RAISE(ABORT, 'append-only: ink_prints'); END;
)sql";
constexpr const char* kLookFrom3 = "CREATE TEMP TABLE ink_prints (sheet INTEGER PRIMARY KEY, print BLOB NOT NULL) STRICT;";

// Version 5: how many entries the journal has and the hash of the last, signed, so that entries cut off at its end are missed (journal_tail.h).
constexpr const char* kVersion5 = R"sql(
CREATE TABLE journal_tail (
  one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TRIGGER journal_tail_keep_delete BEFORE DELETE ON journal_tail BEGIN SELECT RAISE(ABORT, 'append-only: journal_tail'); END;
)sql";
constexpr const char* kLookFrom4 =
    "CREATE TEMP TABLE journal_tail (one INTEGER PRIMARY KEY, entries INTEGER NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL) STRICT;";

constexpr std::array<Migration, 5> kMigrations{
    {{1, kVersion1, ""}, {2, kVersion2, kLookFrom1}, {3, kVersion3, kLookFrom2}, {4, kVersion4, kLookFrom3}, {5, kVersion5, kLookFrom4}}};

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

int schemaVersion() { return kMigrations.back().version; }

bool migrate(SQLite::Database& db, std::span<const Migration> steps, const std::function<void(int)>& afterwards) {
  const int oldVersion = db.execAndGet("PRAGMA user_version").getInt();
  if (steps.empty() || oldVersion >= steps.back().version) return false;
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (const Migration& step : steps) {
    if (step.version <= oldVersion) continue;
    db.exec(step.sql);
    db.exec("PRAGMA user_version = " + std::to_string(step.version));
  }
  afterwards(oldVersion);
  transaction.commit();
  return true;
}

void lookAsCurrent(SQLite::Database& db, std::span<const Migration> steps) {
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  db.exec("PRAGMA temp_store = MEMORY");
  for (const Migration& step : steps)
    if (step.version > version && *step.look != '\0') db.exec(step.look);
}

void lookAsItIs(SQLite::Database& db) {
  std::vector<std::string> made;
  {
    SQLite::Statement row(db, "SELECT upper(type) || ' temp.' || name FROM temp.sqlite_schema WHERE type IN ('table', 'view')");
    while (row.executeStep()) made.push_back(row.getColumn(0).getString());
  }
  for (const std::string& name : made) db.exec("DROP " + name);
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/definition_rows.h"

#include <set>

#include "election/text.h"
#include "ledger/json_text.h"

namespace kp {
namespace {

CongressInfo loadInfo(Store& store) {
  Query row(store, "SELECT id, name, superior, issuer, term, place, date, kind, rules FROM congress");
  if (!row.step()) throw StoredNonsense{tr("Tệp không có đại hội nào.", "There is no congress in it.")};
  CongressInfo info;
  info.id = row.text(0);
  info.name = row.text(1);
  info.superior = row.text(2);
  info.issuer = row.text(3);
  info.term = row.text(4);
  info.place = row.text(5);
  info.date = row.text(6);
  info.kind = stored(parseCongressKind(row.text(7)));
  info.rules = row.text(8);
  return info;
}

std::vector<Candidate> loadCandidates(Store& store, const std::string& contest) {
  std::vector<Candidate> candidates;
  Query row(store, "SELECT id, name, note FROM candidates WHERE contest = ?1 ORDER BY place");
  row.with(contest);
  while (row.step()) candidates.push_back({row.text(0), row.text(1), row.text(2)});
  return candidates;
}

void writeInfo(Store& store, const CongressInfo& info) {
  Query(
      store,
      "INSERT INTO congress (one, id, name, superior, issuer, term, place, date, kind, rules) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
      "ON CONFLICT (one) DO UPDATE SET id = ?1, name = ?2, superior = ?3, issuer = ?4, term = ?5, place = ?6, date = ?7, kind = ?8, rules = ?9")
      .with(info.id, info.name, info.superior, info.issuer, info.term, info.place, info.date, toString(info.kind), info.rules)
      .run();
}

void writeCommittee(Store& store, const std::vector<CommitteeMember>& committee) {
  Query(store, "DELETE FROM committee").run();
  Query insert(store, "INSERT INTO committee (place, name, role, introduced_by, approved_by) VALUES (?1, ?2, ?3, ?4, ?5)");
  int place = 0;
  for (const CommitteeMember& member : committee)
    insert.with(++place, member.name, toString(member.role), member.introducedBy, member.approvedBy).run();
  Query(store, "DELETE FROM pins WHERE name NOT IN (SELECT name FROM committee)").run();
}

}  // namespace

Congress loadCongress(Store& store) {
  Congress congress;
  congress.info = loadInfo(store);
  Query member(store, "SELECT name, role, introduced_by, approved_by FROM committee ORDER BY place");
  while (member.step()) congress.committee.push_back({member.text(0), stored(parseRole(member.text(1))), member.text(2), member.text(3)});
  Query row(store, "SELECT id, title, kind, office, seats, ballot_code, round, run_off, paper FROM contests ORDER BY place, id");
  while (row.step()) {
    Contest contest;
    contest.id = row.text(0);
    contest.title = row.text(1);
    contest.kind = stored(parseContestKind(row.text(2)));
    contest.office = stored(parseOffice(row.text(3)));
    contest.seats = row.integer(4);
    contest.ballotCode = stored(parseBallotCode(row.text(5)));
    contest.round = row.integer(6);
    contest.runOff = row.integer(7) != 0;
    contest.paper = row.text(8);
    contest.candidates = loadCandidates(store, contest.id);
    congress.contests.push_back(std::move(contest));
  }
  return congress;
}

void writeContest(Store& store, const Contest& contest, int place) {
  Query(
      store,
      "INSERT INTO contests (id, place, title, kind, office, seats, ballot_code, round, run_off, paper) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
      "ON CONFLICT (id) DO UPDATE SET place = ?2, title = ?3, kind = ?4, office = ?5, seats = ?6, ballot_code = ?7, round = ?8, run_off = ?9, paper = ?10")
      .with(contest.id, place, contest.title, toString(contest.kind), toString(contest.office), contest.seats, toString(contest.ballotCode),
            contest.round, static_cast<int>(contest.runOff), contest.paper)
      .run();
  Query(store, "DELETE FROM candidates WHERE contest = ?1").with(contest.id).run();
  Query insert(store, "INSERT INTO candidates (contest, place, id, name, note) VALUES (?1, ?2, ?3, ?4, ?5)");
  int row = 0;
  for (const Candidate& candidate : contest.candidates) insert.with(contest.id, ++row, candidate.id, candidate.name, candidate.note).run();
}

void writeCongress(Store& store, const Congress& congress) {
  writeInfo(store, congress.info);
  writeCommittee(store, congress.committee);
  std::vector<std::string> dropped;
  Query row(store, "SELECT id FROM contests");
  while (row.step())
    if (!congress.contest(row.text(0))) dropped.push_back(row.text(0));
  for (const std::string& id : dropped) Query(store, "DELETE FROM contests WHERE id = ?1").with(id).run();
  int place = 0;
  for (const Contest& contest : congress.contests) writeContest(store, contest, ++place);
}

std::string definitionDetails(Store& store) {
  const Congress congress = loadCongress(store);
  const CongressInfo& info = congress.info;
  Canonical fields;
  for (const std::string& text :
       {info.id, info.name, info.superior, info.issuer, info.term, info.place, info.date, toString(info.kind), info.rules})
    fields.text(text);
  fields.integer(static_cast<std::int64_t>(congress.committee.size()));
  for (const CommitteeMember& member : congress.committee) {
    fields.text(member.name).text(toString(member.role));
    // Only where there is something: files from before version 3 keep the digest that their journal holds.
    if (!member.introducedBy.empty() || !member.approvedBy.empty()) fields.text(member.introducedBy).text(member.approvedBy);
  }
  fields.integer(static_cast<std::int64_t>(congress.contests.size()));
  for (const Contest& contest : congress.contests) {
    for (const std::string& text :
         {contest.id, contest.title, toString(contest.kind), toString(contest.office), toString(contest.ballotCode), contest.paper})
      fields.text(text);
    fields.integer(contest.seats)
        .integer(contest.round)
        .integer(contest.runOff)
        .integer(static_cast<std::int64_t>(contest.candidates.size()));
    for (const Candidate& candidate : contest.candidates) fields.text(candidate.id).text(candidate.name).text(candidate.note);
    fields.text(canonicalText(loadRules(store, contest.id)));
  }
  Query key(store, "SELECT sign_public, code_key_hash FROM public_key");
  if (!key.step()) throw StoredNonsense{tr("Tệp không có khóa công khai.", "There is no public key in it.")};
  return JsonObject()
      .text("definition", toHex(fields.hash()))
      .text("public-key", toHex(key.digest(0)))
      .text("code-key-hash", toHex(key.digest(1)))
      .str();
}

bool hasContest(Store& store, const std::string& contest) {
  Query query(store, "SELECT 1 FROM contests WHERE id = ?1");
  return query.with(contest).step();
}

bool isClosed(Store& store, const std::string& contest) {
  Query query(store, "SELECT closed FROM contest_states WHERE contest = ?1 ORDER BY id DESC LIMIT 1");
  return query.with(contest).step() && query.integer(0) != 0;
}

Expected<void> requireContest(Store& store, const std::string& contest) {
  if (hasContest(store, contest)) return {};
  std::string known;
  Query row(store, "SELECT id FROM contests ORDER BY place");
  while (row.step()) known += (known.empty() ? "" : ", ") + row.text(0);
  return fail(ErrorKind::NotFound, trf("Không có cuộc bầu “{0}” trong tệp này. Các cuộc bầu có trong tệp: {1}.",
                                       "There is no contest “{0}” in this file. Its contests: {1}.", contest, known));
}

Expected<void> requireOpen(Store& store, const std::string& contest) {
  if (auto known = requireContest(store, contest); !known) return known;
  if (!isClosed(store, contest)) return {};
  return fail(
      ErrorKind::Refused,
      trf("Kết quả cuộc bầu “{0}” đã chốt nên không thay đổi được nữa. Muốn sửa, trưởng ban và một ủy viên Ban kiểm phiếu phải mở lại kết quả.",
          "The count of “{0}” is closed and cannot be changed. To change it, the head and a member of the committee must reopen it.",
          contest));
}

Expected<void> requireUniqueIds(const Congress& congress) {
  std::set<std::string> contests;
  for (const Contest& contest : congress.contests) {
    if (!contests.insert(contest.id).second)
      return fail(ErrorKind::BadInput, trf("Mã cuộc bầu “{0}” bị trùng. Hãy đặt mỗi cuộc bầu một mã riêng.",
                                           "The contest id “{0}” is used twice. Give each contest its own id.", contest.id));
    std::set<std::string> candidates;
    for (const Candidate& candidate : contest.candidates) {
      if (!candidates.insert(candidate.id).second)
        return fail(ErrorKind::BadInput, trf("Mã ứng cử viên “{0}” bị trùng trong cuộc bầu “{1}”. Hãy đặt mỗi người một mã riêng.",
                                             "The candidate id “{0}” is used twice in the contest “{1}”. Give each candidate an own id.",
                                             candidate.id, contest.id));
    }
  }
  return {};
}

}  // namespace kp

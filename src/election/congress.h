// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "election/error.h"

namespace kp {

enum class CongressKind { Delegates, Members };
enum class Role { Head, Member, Technician, Supervisor, Secretary };
enum class ContestKind { Election, Opinion, Confidence };
enum class Office { CapUy, BanThuongVu, BiThu, PhoBiThu, UyBanKiemTra, ChuNhiemUbkt, DaiBieu, DaiBieuDuKhuyet, Other };
enum class BallotCode { Shared, PerBallot };
/// Ballot face (mặt phiếu): chosen by arithmetic, R-01/R-02, see faceOf().
enum class Face { StrikeOut, Columns, Confidence };
/// What can be marked in one candidate's row; Name on strike-out faces, the rest on the others.
enum class Field { Name, Approve, Disapprove, High, Medium, Low };

/// One person on the ballot. `id` is unique in its contest; `name` is NFC.
struct Candidate {
  std::string id, name, note;
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct CommitteeMember {
  std::string name;
  Role role = Role::Member;
  /// R-35, technical staff only: who introduced them, and who of the presidium (Đoàn Chủ tịch) approved. "" not entered.
  std::string introducedBy{}, approvedBy{};
  friend bool operator==(const CommitteeMember&, const CommitteeMember&) = default;
};

/// One contest (cuộc bầu). Candidates in ballot order.
struct Contest {
  std::string id, title;
  ContestKind kind = ContestKind::Election;
  Office office = Office::Other;
  int seats = 0;
  BallotCode ballotCode = BallotCode::Shared;
  std::vector<Candidate> candidates;
  int round = 1;
  /// A run-off among those tied: the threshold of R-25 is off.
  bool runOff = false;
  std::string paper = "A4";  ///< "A4" or "A5"
  friend bool operator==(const Contest&, const Contest&) = default;
};

struct CongressInfo {
  std::string id, name, superior, issuer, term, place;
  std::string date;  ///< ISO 8601, YYYY-MM-DD
  CongressKind kind = CongressKind::Delegates;
  std::string rules = "190-QĐ/TW";
  friend bool operator==(const CongressInfo&, const CongressInfo&) = default;
};

struct Congress {
  CongressInfo info;
  std::vector<CommitteeMember> committee;
  std::vector<Contest> contests;
  friend bool operator==(const Congress&, const Congress&) = default;

  /// The contest with this id, nullptr when there is none.
  const Contest* contest(const std::string& id) const;
};

/// Index of a candidate by id; -1 when there is none.
int candidateIndex(const Contest& contest, const std::string& candidateId);

/// strike-out when candidates > seats, columns when equal or fewer; opinion polls columns; confidence votes confidence.
Face faceOf(const Contest& contest);

/// The fields of one row on a face, in print order: {Name} · {Approve, Disapprove} · {High, Medium, Low}.
const std::vector<Field>& fieldsOf(Face face);

/// Names used in interfaces.md, both ways. The parse functions return an error that lists what is allowed.
std::string toString(CongressKind), toString(Role), toString(ContestKind), toString(Office), toString(BallotCode), toString(Face),
    toString(Field);
Expected<CongressKind> parseCongressKind(const std::string&);
Expected<Role> parseRole(const std::string&);
Expected<ContestKind> parseContestKind(const std::string&);
Expected<Office> parseOffice(const std::string&);
Expected<BallotCode> parseBallotCode(const std::string&);
Expected<Field> parseField(const std::string&);

/// A finding about a definition: Block refuses it (R-06, R-31 at the time of counting, duplicate ids, 0 seats …), Warn is shown.
struct Finding {
  enum class Severity { Warn, Block } severity = Severity::Warn;
  std::string rule;  ///< R-id, or empty where no rule of the election is concerned
  std::string what;  ///< one sentence in the process's language
};

/// Everything wrong or worth a warning in a definition: unique ids, limits (ids of congress and contests to kMaxIdBytes, 1–234 candidates, names 1–100 letters, seats ≥ 1 for elections),
/// R-06 (a head or member of the committee is a candidate; R-35 the same for a technician, and a warning where it is not entered who introduced
/// and approved one). Order: as in the definition.
std::vector<Finding> examine(const Congress& congress);

/// Orders full names by the given (last) word in the Vietnamese alphabet, then by the rest. Returns <0, 0, >0. NFC UTF-8 in.
int compareVietnameseNames(const std::string& a, const std::string& b);

inline constexpr int kMaxCandidates = 234;      ///< domain.md §7: the longest list that occurs
inline constexpr std::size_t kMaxIdBytes = 64;  ///< of a congress or contest; longer ones do not fit the minutes' code
inline constexpr int kMaxNameLetters = 100;     ///< code points; longer ones do not fit a ballot row legibly

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/congress.h"

#include <algorithm>

#include "election/name_table.h"
#include "election/text.h"

namespace kp {
namespace {

const NameTable<CongressKind> kCongressKinds = {{CongressKind::Delegates, "delegates"}, {CongressKind::Members, "members"}};
const NameTable<Role> kRoles = {{Role::Head, "head"},
                                {Role::Member, "member"},
                                {Role::Technician, "technician"},
                                {Role::Supervisor, "supervisor"},
                                {Role::Secretary, "secretary"}};
const NameTable<ContestKind> kContestKinds = {
    {ContestKind::Election, "election"}, {ContestKind::Opinion, "opinion"}, {ContestKind::Confidence, "confidence"}};
const NameTable<Office> kOffices = {
    {Office::CapUy, "cap-uy"},        {Office::BanThuongVu, "ban-thuong-vu"},          {Office::BiThu, "bi-thu"},
    {Office::PhoBiThu, "pho-bi-thu"}, {Office::UyBanKiemTra, "uy-ban-kiem-tra"},       {Office::ChuNhiemUbkt, "chu-nhiem-ubkt"},
    {Office::DaiBieu, "dai-bieu"},    {Office::DaiBieuDuKhuyet, "dai-bieu-du-khuyet"}, {Office::Other, "other"}};
const NameTable<BallotCode> kBallotCodes = {{BallotCode::Shared, "shared"}, {BallotCode::PerBallot, "per-ballot"}};
const NameTable<Face> kFaces = {{Face::StrikeOut, "strike-out"}, {Face::Columns, "columns"}, {Face::Confidence, "confidence"}};
const NameTable<Field> kFields = {{Field::Name, "name"}, {Field::Approve, "approve"}, {Field::Disapprove, "disapprove"},
                                  {Field::High, "high"}, {Field::Medium, "medium"},   {Field::Low, "low"}};

}  // namespace

Error unknownName(const std::string& name, const std::string& allowed) {
  return {ErrorKind::BadInput,
          trf("Không hiểu giá trị “{0}”. Hãy dùng một trong: {1}.", "The value “{0}” is not known. Use one of: {1}.", name, allowed)};
}

const Contest* Congress::contest(const std::string& id) const {
  const auto found = std::find_if(contests.begin(), contests.end(), [&](const Contest& c) { return c.id == id; });
  return found == contests.end() ? nullptr : &*found;
}

int candidateIndex(const Contest& contest, const std::string& candidateId) {
  for (std::size_t i = 0; i < contest.candidates.size(); ++i)
    if (contest.candidates[i].id == candidateId) return static_cast<int>(i);
  return -1;
}

Face faceOf(const Contest& contest) {
  if (contest.kind == ContestKind::Confidence) return Face::Confidence;
  if (contest.kind == ContestKind::Opinion) return Face::Columns;
  return static_cast<long>(contest.candidates.size()) > contest.seats ? Face::StrikeOut : Face::Columns;
}

const std::vector<Field>& fieldsOf(Face face) {
  static const std::vector<Field> strikeOut = {Field::Name};
  static const std::vector<Field> columns = {Field::Approve, Field::Disapprove};
  static const std::vector<Field> confidence = {Field::High, Field::Medium, Field::Low};
  if (face == Face::StrikeOut) return strikeOut;
  return face == Face::Columns ? columns : confidence;
}

std::string toString(CongressKind v) { return nameOf(kCongressKinds, v); }
std::string toString(Role v) { return nameOf(kRoles, v); }
std::string toString(ContestKind v) { return nameOf(kContestKinds, v); }
std::string toString(Office v) { return nameOf(kOffices, v); }
std::string toString(BallotCode v) { return nameOf(kBallotCodes, v); }
std::string toString(Face v) { return nameOf(kFaces, v); }
std::string toString(Field v) { return nameOf(kFields, v); }

Expected<CongressKind> parseCongressKind(const std::string& s) { return valueOf(kCongressKinds, s); }
Expected<Role> parseRole(const std::string& s) { return valueOf(kRoles, s); }
Expected<ContestKind> parseContestKind(const std::string& s) { return valueOf(kContestKinds, s); }
Expected<Office> parseOffice(const std::string& s) { return valueOf(kOffices, s); }
Expected<BallotCode> parseBallotCode(const std::string& s) { return valueOf(kBallotCodes, s); }
Expected<Field> parseField(const std::string& s) { return valueOf(kFields, s); }

}  // namespace kp

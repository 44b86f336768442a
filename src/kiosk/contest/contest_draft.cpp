// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/contest/contest_draft.h"

#include <algorithm>

#include "ballot/form.h"
#include "count/two_people.h"
#include "election/text.h"
#include "reports/pdf/ballot_pdf.h"
#include "wiring/forms.h"

namespace kp::kiosk {
namespace {

/// Findings of the congress without this contest are not about it.
std::vector<Finding> findingsOf(const Congress& congress, std::size_t index) {
  Congress alone;
  alone.info = congress.info;
  alone.committee = congress.committee;
  alone.contests = {congress.contests[index]};
  std::vector<Finding> all = examine(alone);
  Congress none = alone;
  none.contests.clear();
  const std::vector<Finding> others = examine(none);
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&others](const Finding& f) {
                             return std::any_of(others.begin(), others.end(), [&f](const Finding& o) { return o.what == f.what; });
                           }),
            all.end());
  const auto same = std::count_if(congress.contests.begin(), congress.contests.end(),
                                  [&](const Contest& c) { return c.id == congress.contests[index].id; });
  if (same > 1) all.push_back({Finding::Severity::Block, {}, tr("Mã cuộc bầu này đã dùng rồi", "This contest's id is in use")});
  return all;
}

}  // namespace

Expected<StoredContests> storedContests(const Ledger& ledger) {
  StoredContests out;
  auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  out.congress = std::move(*congress);
  for (const Contest& contest : out.congress.contests) {
    const auto state = ledger.congress().state(contest.id);
    if (!state) return tl::unexpected<Error>(state.error());
    SheetFilter filter;
    filter.contest = contest.id;
    const auto sheets = ledger.sheets().count(filter);
    if (!sheets) return tl::unexpected<Error>(sheets.error());
    auto rules = ledger.congress().rulesOf(contest.id);
    if (!rules) return tl::unexpected<Error>(rules.error());
    const auto read = ballotsWereRead(ledger, contest.id);
    if (!read) return tl::unexpected<Error>(read.error());
    out.contests.push_back({contest, state->closed, *sheets, std::move(*rules), *read});
  }
  auto elected = electedToCommittees(ledger);
  if (!elected) return tl::unexpected<Error>(elected.error());
  out.elected = std::move(*elected);
  return out;
}

bool DraftLook::blocked() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Finding::Severity::Block; });
}

DraftLook lookAt(const Congress& congress, std::size_t index, const ElectedNames& elected) {
  DraftLook look;
  const Contest& contest = congress.contests[index];
  look.findings = findingsOf(congress, index);
  if (std::string notElected = notElectedBefore(congress, contest, elected); !notElected.empty())
    look.findings.push_back({Finding::Severity::Block, "R-31", std::move(notElected)});
  if (contest.candidates.empty()) {
    look.problem = tr("Chưa có ai trong danh sách.", "The list is empty.");
    return look;
  }
  const auto form = layOut(congress.info, contest);
  if (!form) {
    look.problem = form.error().what;
    return look;
  }
  look.pages = static_cast<int>(form->pages.size());
  auto pdf = ballotPdf(*form, {codesOf(congress.info, contest, *form, CodeKey{}, std::nullopt)});
  if (pdf)
    look.pdf = std::move(*pdf);
  else
    look.problem = pdf.error().what;
  return look;
}

std::string whyThisFace(const Contest& contest) {
  const auto people = contest.candidates.size();
  if (people == 0)
    return tr("Danh sách còn trống; mẫu phiếu được chọn theo số người và số lượng cần bầu.",
              "The list is empty; the ballot is chosen by how many stand for how many seats.");
  if (contest.kind == ContestKind::Confidence)
    return tr("Lấy phiếu tín nhiệm: mỗi người ba cột tín nhiệm cao, tín nhiệm, tín nhiệm thấp.",
              "A confidence vote: three columns for each person, high, medium and low confidence.");
  if (contest.kind == ContestKind::Opinion)
    return tr("Phiếu xin ý kiến: hai cột đồng ý, không đồng ý; không có người trúng cử (R-32).",
              "An opinion poll: two columns, for and against; nobody is elected (R-32).");
  if (faceOf(contest) == Face::StrikeOut)
    return trf("{0} người, bầu {1}: có số dư {2}, nên dùng phiếu gạch tên (R-01).",
               "{0} candidates for {1} seats: a surplus of {2}, so names are struck out (R-01).", people, contest.seats,
               static_cast<long>(people) - contest.seats);
  return trf("{0} người, bầu {1}: không có số dư, nên dùng phiếu hai cột đồng ý, không đồng ý (R-02).",
             "{0} candidates for {1} seats: no surplus, so two columns, for and against (R-02).", people, contest.seats);
}

std::string faceName(Face face) {
  if (face == Face::StrikeOut) return tr("Phiếu có số dư: gạch tên", "Strike-out ballot");
  if (face == Face::Confidence) return tr("Phiếu tín nhiệm: ba cột", "Confidence ballot");
  return tr("Phiếu không số dư: hai cột", "Two-column ballot");
}

std::string officeName(Office office) {
  switch (office) {
    case Office::CapUy: return tr("Cấp ủy (Ban Chấp hành, chi ủy)", "Party committee");
    case Office::BanThuongVu: return tr("Ban Thường vụ", "Standing board");
    case Office::BiThu: return tr("Bí thư", "Secretary");
    case Office::PhoBiThu: return tr("Phó Bí thư", "Deputy secretary");
    case Office::UyBanKiemTra: return tr("Ủy ban Kiểm tra", "Inspection commission");
    case Office::ChuNhiemUbkt: return tr("Chủ nhiệm Ủy ban Kiểm tra", "Head of the inspection commission");
    case Office::DaiBieu: return tr("Đại biểu dự đại hội cấp trên", "Delegates to the superior congress");
    case Office::DaiBieuDuKhuyet: return tr("Đại biểu dự khuyết", "Alternate delegates");
    case Office::Other: return tr("Nội dung khác", "Other");
  }
  return {};
}

std::string kindName(ContestKind kind) {
  switch (kind) {
    case ContestKind::Election: return tr("Bầu cử", "Election");
    case ContestKind::Opinion: return tr("Xin ý kiến", "Opinion poll");
    case ContestKind::Confidence: return tr("Lấy phiếu tín nhiệm", "Confidence vote");
  }
  return {};
}

const std::vector<Office>& allOffices() {
  static const std::vector<Office> all = {Office::CapUy,    Office::BanThuongVu,     Office::BiThu,
                                          Office::PhoBiThu, Office::UyBanKiemTra,    Office::ChuNhiemUbkt,
                                          Office::DaiBieu,  Office::DaiBieuDuKhuyet, Office::Other};
  return all;
}

const std::vector<ContestKind>& allKinds() {
  static const std::vector<ContestKind> all = {ContestKind::Election, ContestKind::Opinion, ContestKind::Confidence};
  return all;
}

std::string usualTitle(Office office) {
  switch (office) {  // printed on the ballot, which is Vietnamese whatever the screen's language
    case Office::CapUy: return "Bầu Ban Chấp hành";
    case Office::BanThuongVu: return "Bầu Ban Thường vụ";
    case Office::BiThu: return "Bầu Bí thư";
    case Office::PhoBiThu: return "Bầu Phó Bí thư";
    case Office::UyBanKiemTra: return "Bầu Ủy ban Kiểm tra";
    case Office::ChuNhiemUbkt: return "Bầu Chủ nhiệm Ủy ban Kiểm tra";
    case Office::DaiBieu: return "Bầu đại biểu chính thức dự đại hội cấp trên";
    case Office::DaiBieuDuKhuyet: return "Bầu đại biểu dự khuyết dự đại hội cấp trên";
    case Office::Other: return {};
  }
  return {};
}

std::string freeContestId(const Congress& congress, Office office) {
  const char* base = "bau";
  switch (office) {
    case Office::CapUy: base = "bch"; break;
    case Office::BanThuongVu: base = "btv"; break;
    case Office::BiThu: base = "bt"; break;
    case Office::PhoBiThu: base = "pbt"; break;
    case Office::UyBanKiemTra: base = "ubkt"; break;
    case Office::ChuNhiemUbkt: base = "cn-ubkt"; break;
    case Office::DaiBieu: base = "db"; break;
    case Office::DaiBieuDuKhuyet: base = "dbdk"; break;
    case Office::Other: break;
  }
  std::string id = base;
  for (int n = 2; congress.contest(id); ++n) id = base + std::string("-") + std::to_string(n);
  return id;
}

}  // namespace kp::kiosk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/scan_ground.h"

#include <algorithm>

#include "ballot/code_payload.h"
#include "ballot/form.h"
#include "count/ballot_form.h"
#include "election/text.h"

namespace kp {
namespace {

/// Whether these ballots look the same under both: the congress's name, place and date are printed on them.
Expected<bool> sameBallot(const CongressInfo& was, const CongressInfo& is, const Contest& contest) {
  if (was == is) return true;
  const auto before = layOut(was, contest), after = layOut(is, contest);
  if (!before) return tl::unexpected<Error>(before.error());
  if (!after) return tl::unexpected<Error>(after.error());
  return congressTag(was) == congressTag(is) && formTag(*before) == formTag(*after);
}

Expected<std::string> learnedText(const Ledger& ledger, const std::string& contest) {
  const auto text = ledger.learned().of(contest);
  if (!text) return tl::unexpected<Error>(text.error());
  return text->value_or("");
}

}  // namespace

Expected<ScanGround> ScanGround::of(const Ledger& ledger, const Congress& congress, const std::string& contest, int pass) {
  ScanGround ground;
  ground.m_congress = congress;
  ground.m_contest = contest;
  ground.m_pass = pass;
  std::optional<Error> outdated;
  for (const Contest& one : congress.contests) {
    const auto learned = learnedText(ledger, one.id);
    if (!learned) return tl::unexpected<Error>(learned.error());
    // a reader for one contest knows the learned forms of the others too (wiring/forms.h)
    if (!contest.empty() && one.id != contest && learned->empty()) continue;
    ground.m_contests.push_back(one.id);
    ground.m_learned[one.id] = *learned;
    const auto form = learnedFormOf(ledger, one);
    if (form) {
      if (ground.m_first.empty()) ground.m_first = one.id;
      continue;
    }
    if (one.id == contest || (form.error().kind != ErrorKind::Refused && contest.empty())) return tl::unexpected<Error>(form.error());
    ground.m_leftOut.insert(one.id);
    outdated = form.error();
  }
  if (ground.m_first.empty() && outdated) return tl::unexpected<Error>(*outdated);
  return ground;
}

Expected<void> ScanGround::stillHolds(const Ledger& ledger) const {
  const auto now = ledger.congress().load();
  if (!now) return tl::unexpected<Error>(now.error());
  for (const std::string& id : m_contests) {
    const Contest& was = *m_congress.contest(id);
    const Contest* is = now->contest(id);
    const auto learned = learnedText(ledger, id);
    if (!learned) return tl::unexpected<Error>(learned.error());
    if (is && *is == was && *learned == m_learned.at(id)) {
      const auto same = sameBallot(m_congress.info, now->info, was);
      if (!same) return tl::unexpected<Error>(same.error());
      if (*same) continue;
    }
    return fail(
        ErrorKind::Refused,
        trf("Trong lúc quét, cuộc bầu “{0}” đã bị sửa (danh sách, thông tin in trên phiếu hoặc mẫu phiếu). Những tờ đọc theo bản cũ "
            "không được nhận nên không phiếu nào bị tính nhầm người. Hãy xem lại cuộc bầu rồi quét lại những tờ đó",
            "While scanning, \"{0}\" was changed (its list, what is printed on the ballot, or its form). Sheets read by what it was "
            "before are not taken in, so no vote goes to the wrong person. Look at the contest, then scan those sheets again",
            was.title));
  }
  return requireNotKeyed(ledger, m_contest, m_pass);
}

Expected<void> requireNotKeyed(const Ledger& ledger, const std::string& contest, int pass) {
  const auto keyed = ledger.keying().passes(contest);
  if (!keyed) return tl::unexpected<Error>(keyed.error());
  if (std::count(keyed->begin(), keyed->end(), pass) == 0) return {};
  return fail(
      ErrorKind::Refused,
      contest.empty()
          ? trf("Lượt {0} đã có cuộc bầu được nhập bằng bàn phím nên không nhận thêm tờ nào. Hãy nêu cuộc bầu cần quét, hoặc quét vào "
                "lượt khác",
                "In pass {0} a contest was keyed in, so no more sheets are taken in. Name the contest to scan, or scan into another pass",
                pass)
          : trf("Lượt {0} của cuộc bầu {1} đã được nhập bằng bàn phím nên không quét thêm vào lượt này được; không nhận thêm tờ nào. "
                "Hãy quét vào lượt khác",
                "Pass {0} of contest {1} was keyed in, so nothing can be scanned into it; no more sheets are taken in. Scan into "
                "another pass",
                pass, contest));
}

}  // namespace kp

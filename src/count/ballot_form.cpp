// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/ballot_form.h"

#include "election/text.h"
#include "formats/learned_form_json.h"

namespace kp {

Expected<std::optional<LearnedForm>> learnedFormOf(const Ledger& ledger, const Contest& contest) {
  const auto text = ledger.learned().of(contest.id);
  if (!text) return tl::unexpected<Error>(text.error());
  if (!*text) return std::optional<LearnedForm>();
  auto form = parseLearnedForm(**text);
  if (!form) return tl::unexpected<Error>(form.error());
  if (!fits(*form, contest))
    return fail(
        ErrorKind::Refused,
        trf("Danh sách của cuộc bầu “{0}” đã thay đổi sau khi nhận mẫu phiếu in sẵn. Hãy nhận lại mẫu (ballot learn) từ phiếu trắng mới, hoặc bỏ mẫu (--forget).",
            "The list of “{0}” was changed after its form was learned. Learn it again (ballot learn) from a new blank, or give it up (--forget).",
            contest.id));
  return std::optional<LearnedForm>(std::move(*form));
}

}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/ballot_form.h"

#include "election/text.h"
#include "formats/learned_form_json.h"

namespace kp {

std::string learnedWithoutNumbers(const Contest& contest) {
  return trf(
      "Cuộc bầu “{0}” đánh số riêng từng phiếu; phiếu in sẵn không có mã nên máy không biết tờ nào là của phiếu nào. Hãy dùng phiếu do chương "
      "trình in, hoặc bỏ đánh số riêng rồi nhận mẫu.",
      "“{0}” gives each ballot its own number; a ballot printed by an office has no code, so no sheet could be told to be of which ballot. Use "
      "the program's ballots, or a common code before learning the form.",
      contest.id);
}

Expected<std::optional<LearnedForm>> learnedFormOf(const Ledger& ledger, const Contest& contest) {
  const auto text = ledger.learned().of(contest.id);
  if (!text) return tl::unexpected<Error>(text.error());
  if (!*text) return std::optional<LearnedForm>();
  auto form = parseLearnedForm(**text);
  if (!form) return tl::unexpected<Error>(form.error());
  if (contest.ballotCode == BallotCode::PerBallot) return fail(ErrorKind::Refused, learnedWithoutNumbers(contest));
  if (!fits(*form, contest))
    return fail(
        ErrorKind::Refused,
        trf("Danh sách của cuộc bầu “{0}” đã thay đổi sau khi nhận mẫu phiếu in sẵn nên mẫu không còn dùng được; chưa có gì thay đổi, phiếu đã nhận "
            "vẫn nguyên. Trước khi nhận phiếu, hãy nhận lại mẫu từ phiếu trắng mới (màn hình In phiếu, hoặc lệnh ballot learn), hoặc bỏ mẫu "
            "(--forget).",
            "The list of “{0}” was changed after its form was learned, so the form cannot be used any more; nothing was changed, ballots taken in are "
            "safe. Before taking in ballots, learn it again from a new blank (print screen, or ballot learn), or give it up (--forget).",
            contest.id));
  return std::optional<LearnedForm>(std::move(*form));
}

}  // namespace kp

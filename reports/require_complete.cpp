// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/text.h"
#include "reports/papers.h"

namespace kp {
namespace {

std::string missingFigures(const Figures& f) {
  std::string names;
  const auto need = [&names](const std::optional<int>& figure, const std::string& name) {
    if (!figure) names += (names.empty() ? "" : ", ") + name;
  };
  need(f.convened, tr("số triệu tập", "convened"));
  need(f.present, tr("số có mặt", "present"));
  need(f.issued, tr("số phiếu phát ra", "issued"));
  need(f.returned, tr("số phiếu thu về", "returned"));
  return names;
}

/// R-21 is the one sum whose failure is not for the committee to mend.
std::string ruleOf(const Sum& sum) { return sum.id == "returned <= issued" ? "R-21" : ""; }

std::string failing(const Sum& sum) {
  return trf("“{0}” không đúng: bên trái là {1}, bên phải là {2}", "“{0}” does not hold: {1} on the left, {2} on the right",
             sum.text.empty() ? sum.id : sum.text, sum.left, sum.right);
}

}  // namespace

Expected<void> requireComplete(const PaperData& data) {
  const std::size_t names = data.contest.candidates.size();
  if (data.tally.votes.size() != names || data.outcome.percent.size() != names)
    return fail(
        ErrorKind::Damaged,
        tr("Chưa lập được văn bản: kết quả không khớp với danh sách trên phiếu. Phiếu đã quét vẫn còn nguyên. Hãy kiểm tra tệp bằng lệnh verify.",
           "The paper cannot be made: the result does not fit the list on the ballot. Scanned ballots are safe. Check the file with verify."));
  const std::string missing = missingFigures(data.figures);
  if (!missing.empty())
    return fail(ErrorKind::Refused,
                trf("Chưa lập được văn bản: còn thiếu {0}. Phiếu đã quét vẫn còn nguyên. Hãy nhập đủ số liệu rồi làm lại.",
                    "The paper cannot be made yet: missing {0}. Scanned ballots are safe. Enter the figures and try again.", missing));
  if (data.tally.undecided > 0)
    return fail(
        ErrorKind::Refused,
        trf("Chưa lập được văn bản: còn {0} phiếu chưa được Ban kiểm phiếu kết luận. Không phiếu nào bị mất. Hãy kết luận từng phiếu rồi làm lại.",
            "The paper cannot be made yet: {0} ballots are undecided. No ballot is lost. Let the committee rule on each of them and try again.",
            data.tally.undecided),
        "R-20");
  std::string sums, rule;
  for (const Sum& sum : data.sums) {
    if (sum.holds) continue;
    sums += (sums.empty() ? "" : "; ") + failing(sum);
    if (rule.empty()) rule = ruleOf(sum);
  }
  if (!rule.empty())
    return fail(ErrorKind::Refused,
                trf("Không lập được văn bản: {0}. Dừng kiểm phiếu, báo cáo Đại hội quyết định (R-21); không rút bớt phiếu.",
                    "The paper cannot be made: {0}. Stop the count and let the congress decide (R-21); never draw ballots out.", sums),
                rule);
  if (!sums.empty())
    return fail(
        ErrorKind::Refused,
        trf("Chưa lập được văn bản: {0}. Số liệu và phiếu đã quét vẫn còn nguyên. Hãy đếm lại số phiếu, kiểm tra số đã nhập và số tờ đã quét rồi làm lại.",
            "The paper cannot be made yet: {0}. Figures and scanned ballots are safe. Count the pieces again, check the figures entered and the sheets scanned, and try again.",
            sums));
  if (data.passesAgree && !*data.passesAgree)
    return fail(
        ErrorKind::Refused,
        tr("Chưa lập được văn bản: kết quả các lượt kiểm không giống nhau. Cả các lượt đều được giữ. Hãy xem chỗ khác nhau và kiểm lại.",
           "The paper cannot be made yet: the passes of counting do not agree. All passes are kept. Look at the differences and count again."),
        "R-36");
  return {};
}

}  // namespace kp

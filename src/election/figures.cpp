// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "election/tally.h"
#include "election/text.h"

namespace kp {
namespace {

long sumOf(const std::map<std::string, int>& deductions) {
  long sum = 0;
  for (const auto& [name, number] : deductions) sum += number;
  return sum;
}

Expected<void> checkRange(const Figures& figures) {
  const auto wrong = [](int value) { return value < 0 || value > kMaxFigure; };
  const auto refuse = [](const std::string& which, int value) {
    return fail(ErrorKind::BadInput, trf("{0} không thể là {1}. Số liệu cũ còn nguyên; hãy nhập lại.",
                                         "{0} cannot be {1}. The former figures are kept; enter it again.", which, value));
  };
  if (wrong(figures.convened.value_or(0))) return refuse(tr("Số được triệu tập", "The number convened"), *figures.convened);
  if (wrong(figures.present.value_or(0))) return refuse(tr("Số có mặt", "The number present"), *figures.present);
  if (wrong(figures.issued.value_or(0))) return refuse(tr("Số phiếu phát ra", "The number of ballots issued"), *figures.issued);
  if (wrong(figures.returned.value_or(0))) return refuse(tr("Số phiếu thu về", "The number of ballots returned"), *figures.returned);
  for (const auto& [name, number] : figures.deductions)
    if (wrong(number)) return refuse(deductionText(name), number);
  return {};
}

Expected<void> checkClasses(CongressKind kind, const Figures& figures) {
  const auto& classes = deductionClasses(kind);
  for (const auto& [name, number] : figures.deductions) {
    if (std::find(classes.begin(), classes.end(), name) != classes.end()) continue;
    std::string allowed;
    for (const auto& known : classes) allowed += (allowed.empty() ? "" : ", ") + known;
    return fail(ErrorKind::BadInput,
                trf("Không có diện giảm trừ “{0}” ở loại đại hội này. Các diện: {1}. Số liệu cũ còn nguyên.",
                    "This kind of congress has no deduction class “{0}”. The classes: {1}. The former figures are kept.", name, allowed));
  }
  return {};
}

}  // namespace

const std::vector<std::string>& deductionClasses(CongressKind kind) {
  static const std::vector<std::string> members = {"temporary-activity-elsewhere", "exempt-absent", "suspended", "detained",
                                                   "absent-throughout"};
  static const std::vector<std::string> delegates = {"committee-absent-throughout", "absent-no-alternate"};
  return kind == CongressKind::Members ? members : delegates;
}

std::string deductionText(const std::string& deductionClass) {
  if (deductionClass == "temporary-activity-elsewhere")
    return tr("Đảng viên đang sinh hoạt tạm thời ở nơi khác", "Members on temporary activity elsewhere");
  if (deductionClass == "exempt-absent")
    return tr("Đảng viên được miễn công tác và sinh hoạt, không dự đại hội", "Members exempted from activity and absent");
  if (deductionClass == "suspended") return tr("Đảng viên bị đình chỉ sinh hoạt đảng", "Members suspended");
  if (deductionClass == "detained") return tr("Đảng viên bị khởi tố, truy tố hoặc tạm giam", "Members prosecuted or detained");
  if (deductionClass == "absent-throughout")
    return tr("Đảng viên vắng mặt suốt thời gian đại hội có lý do được chấp nhận", "Members absent throughout with an accepted reason");
  if (deductionClass == "committee-absent-throughout")
    return tr("Cấp ủy viên vắng mặt suốt thời gian đại hội", "Committee members absent throughout");
  if (deductionClass == "absent-no-alternate")
    return tr("Đại biểu vắng mặt suốt thời gian đại hội, không có đại biểu dự khuyết thay thế",
              "Delegates absent throughout with no alternate in their place");
  return deductionClass;
}

Expected<void> checkFigures(CongressKind kind, const Figures& figures) {
  if (const auto ok = checkClasses(kind, figures); !ok) return ok;
  if (const auto ok = checkRange(figures); !ok) return ok;
  if (figures.convened && figures.present && *figures.present > *figures.convened)
    return fail(ErrorKind::BadInput, trf("Số có mặt ({0}) nhiều hơn số được triệu tập ({1}). Số liệu cũ còn nguyên; hãy kiểm tra lại.",
                                         "More are present ({0}) than were convened ({1}). The former figures are kept; check them.",
                                         *figures.present, *figures.convened));
  if (figures.convened && sumOf(figures.deductions) > *figures.convened)
    return fail(ErrorKind::BadInput,
                trf("Tổng số giảm trừ ({0}) nhiều hơn số được triệu tập ({1}). Số liệu cũ còn nguyên; hãy kiểm tra lại.",
                    "The deductions ({0}) are more than those convened ({1}). The former figures are kept; check them.",
                    sumOf(figures.deductions), *figures.convened));
  // only those absent are deducted, so whoever is present is in the base.
  if (figures.convened && figures.present && *figures.present > baseOf(figures))
    return fail(
        ErrorKind::BadInput,
        trf("Số có mặt ({0}) nhiều hơn số đại biểu, đảng viên làm cơ sở tính kết quả ({1} triệu tập − {2} giảm trừ = {3}): chỉ giảm trừ người "
            "vắng mặt. Số liệu cũ còn nguyên; hãy kiểm tra lại.",
            "More are present ({0}) than the base ({1} convened − {2} deducted = {3}): only those absent are deducted. The former figures are kept; "
            "check them.",
            *figures.present, *figures.convened, sumOf(figures.deductions), baseOf(figures)),
        kind == CongressKind::Members ? "R-23" : "R-24");
  if (figures.issued && figures.present && *figures.issued > *figures.present)
    return fail(ErrorKind::BadInput,
                trf("Số phiếu phát ra ({0}) nhiều hơn số có mặt ({1}). Số liệu cũ còn nguyên; hãy kiểm tra lại.",
                    "More ballots were issued ({0}) than people are present ({1}). The former figures are kept; check them.",
                    *figures.issued, *figures.present));
  if (figures.returned && figures.issued && *figures.returned > *figures.issued)
    return fail(
        ErrorKind::Refused,
        trf("Số phiếu thu về ({0}) nhiều hơn số phiếu phát ra ({1}): dừng kiểm phiếu, giữ nguyên toàn bộ phiếu và báo cáo đại hội quyết định.",
            "More ballots were returned ({0}) than issued ({1}): stop the count, keep every ballot as it is and report to the congress, which decides.",
            *figures.returned, *figures.issued),
        "R-21");
  return {};
}

int baseOf(const Figures& figures) { return static_cast<int>(figures.convened.value_or(0) - sumOf(figures.deductions)); }

}  // namespace kp

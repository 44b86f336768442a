// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "reports/paper.h"

namespace kp {

/// Minutes of the count (biên bản kiểm phiếu) of an election, an opinion poll (R-32: nobody is elected) or a confidence vote, by the contest's kind;
/// fields in the order of domain.md §6. Always Vietnamese. Refused, naming what is missing or the failing sum with both sides: see requireComplete().
Expected<Paper> minutesPaper(const PaperData& data);

/// All votes in ballot order with what came of each (bảng tổng hợp kết quả kiểm phiếu). Refused as minutesPaper().
Expected<Paper> resultSheetPaper(const PaperData& data);

/// The elected from high to low (danh sách trúng cử). Refused as minutesPaper(), and for contests in which nobody is elected.
Expected<Paper> electedPaper(const PaperData& data);

/// Before counting (biên bản kiểm tra số liệu ban đầu): every counter is zero. Refused when one is not, naming it.
Expected<Paper> zeroReportPaper(const PaperData& data);

/// Every ballot on which the committee ruled, with rule and who ruled (bảng kê phiếu do Ban kiểm phiếu kết luận).
Paper rulingsPaper(const PaperData& data);

/// The journal (nhật ký kiểm phiếu), oldest entry first, the chain's head at the end.
Paper journalPaper(const PaperData& data);

/// What must be there before a result is put on paper: convened, present, issued and returned entered; no ballot undecided; every sum holding (§3);
/// repeated counts not in disagreement. Refused otherwise, in the process's language: what, both sides, and what to do.
Expected<void> requireComplete(const PaperData& data);

}  // namespace kp

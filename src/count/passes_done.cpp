// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/passes_done.h"

#include <algorithm>

#include "election/text.h"

namespace kp {

Expected<PassesDone> passesDone(const Ledger& ledger, const CountedContest& counted) {
  const auto images = ledger.sheets().passImages(counted.contest.id);
  if (!images) return tl::unexpected<Error>(images.error());
  PassesDone passes;
  passes.required = counted.rules.passesRequired;
  for (const PassImages& pass : *images) {
    const bool keyed = std::count(counted.keyed.begin(), counted.keyed.end(), pass.pass) > 0;
    // a sheet scanned again alone may have been given to both passes; most of a pile cannot
    if (!keyed && 2 * pass.ofEarlierPass > pass.sheets)
      passes.reread.push_back(pass.pass);
    else
      passes.done += keyed ? 2 : 1;
  }
  return passes;
}

std::string passesMissing(const PassesDone& passes) {
  std::string list;
  for (const int pass : passes.reread) list += (list.empty() ? "" : ", ") + std::to_string(pass);
  if (!list.empty())
    return trf(
        "Lượt {2} chỉ đọc lại chính các tệp ảnh của lượt trước, phiếu giấy không qua máy lần nữa, nên không tính là một lần kiểm: mới kiểm {0} / {1} lượt "
        "theo quy tắc của cuộc bầu này (R-36). Nên quét lại phiếu giấy vào một lượt khác.",
        "Pass {2} only read the very image files of an earlier pass again, no paper went through the scanner, so it is no count: {0} / {1} passes that this "
        "contest's rules ask for are done (R-36). Scan the paper again into another pass.",
        passes.done, passes.required, list);
  return trf("Mới kiểm {0} / {1} lượt theo quy tắc của cuộc bầu này (R-36). Nên quét hoặc nhập phiếu thêm một lượt.",
             "{0} / {1} passes that this contest's rules ask for are done (R-36). Scan or key the ballots in once more.", passes.done,
             passes.required);
}

}  // namespace kp

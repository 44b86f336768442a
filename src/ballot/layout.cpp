// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ballot/font_metrics.h"
#include "ballot/layout_parts.h"
#include "election/text.h"

namespace kp {
namespace {

using namespace layout;

constexpr double kNarrowHeaderPt = 11.5;  // "STT" in a column of 10 mm
constexpr double kTableGap = 4;           // from the last line of the head to the table

Expected<void> checkTexts(const CongressInfo& congress, const Contest& contest) {
  if (contest.candidates.empty() || contest.candidates.size() > static_cast<std::size_t>(kMaxCandidates))
    return fail(ErrorKind::BadInput, trf("Cuộc bầu “{0}” có {1} người; một phiếu in được từ 1 đến {2} người. Hãy sửa danh sách.",
                                         "Contest “{0}” has {1} names; a ballot holds 1 to {2}. Correct the list.", contest.title,
                                         contest.candidates.size(), kMaxCandidates));
  for (const auto& candidate : contest.candidates)
    if (candidate.name.empty() || !printable(candidate.name))
      return fail(
          ErrorKind::BadInput,
          trf("Không in được họ tên “{0}”: trống hoặc có ký tự lạ. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.",
              "The name “{0}” cannot be printed: empty or with foreign characters. Type it again in precomposed Unicode.", candidate.name));
  for (const auto& text : {congress.name, congress.superior, congress.issuer, congress.term, congress.place, contest.title})
    if (!printable(text))
      return fail(ErrorKind::BadInput,
                  trf("Không in được dòng chữ “{0}”: có ký tự lạ. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.",
                      "The text “{0}” cannot be printed: it has foreign characters. Type it again in precomposed Unicode.", text));
  return {};
}

FormPage emptyPage(const Paper& paper, int number) {
  FormPage page;
  page.geometry.page = number;
  page.geometry.widthMm = paper.width;
  page.geometry.heightMm = paper.height;
  page.geometry.fiducials = paper.fiducials;
  page.geometry.codes = paper.codes;
  return page;
}

double tableTopUnder(const Paper& paper, const Block& head) { return std::max(paper.tableTop, head.bottom + kTableGap); }

// A short list leaves room: half of it goes into the head, so that the rows do not hang under the upper edge of an empty page.
double airFor(const Paper& paper, const TablePlan& plan, double tightTop, double airyTop) {
  if (plan.pages.size() > 1 || airyTop <= tightTop) return 0;
  const double spare = paper.bottom - tightTop - plan.tallestPage;
  return std::clamp(spare / 2 / (airyTop - tightTop), 0.0, 1.0);
}

void put(const Block& block, FormPage& page) {
  page.texts.insert(page.texts.end(), block.texts.begin(), block.texts.end());
  page.lines.insert(page.lines.end(), block.lines.begin(), block.lines.end());
}

}  // namespace

Expected<BallotForm> layOut(const CongressInfo& congress, const Contest& contest) {
  if (auto ok = checkTexts(congress, contest); !ok) return tl::unexpected<Error>(ok.error());
  const auto paper = paperOf(contest.paper);
  if (!paper) return tl::unexpected<Error>(paper.error());
  const auto tight = firstHead(*paper, congress, contest, 0), airy = firstHead(*paper, congress, contest, 1);
  const auto later = laterHead(*paper, congress, contest);
  for (const auto* head : {&tight, &airy, &later})
    if (!*head) return tl::unexpected<Error>(head->error());
  const double tightTop = tableTopUnder(*paper, *tight), laterTop = tableTopUnder(*paper, *later);
  const auto plan = planTable(*paper, contest, tightTop, laterTop);
  if (!plan) return tl::unexpected<Error>(plan.error());

  const auto first = firstHead(*paper, congress, contest, airFor(*paper, *plan, tightTop, tableTopUnder(*paper, *airy)));
  BallotForm form{contest.id, faceOf(contest), {}};
  const int pages = static_cast<int>(plan->pages.size());
  for (int i = 0; i < pages; ++i) {
    FormPage page = emptyPage(*paper, i + 1);
    const Block& head = i == 0 ? *first : *later;
    put(head, page);
    drawTable(*plan, static_cast<std::size_t>(i), tableTopUnder(*paper, head), plan->columns.across > 1 ? kNarrowHeaderPt : paper->headerPt,
              page);
    if (pages > 1) page.texts.push_back(pageNumber(*paper, i + 1, pages));
    form.pages.push_back(std::move(page));
  }
  return form;
}

}  // namespace kp

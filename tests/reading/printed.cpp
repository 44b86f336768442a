// SPDX-License-Identifier: GPL-3.0-or-later
#include "printed.h"

#include <cmath>
#include <stdexcept>

#include "reports/pdf/ballot_pdf.h"
#include "scanner/source/page_source.h"

namespace kp::test {
namespace {

const std::vector<std::string> kNames = {"Đỗ Thị Hoài An",      "Lê Văn Bảo",      "Nguyễn Thị Ngọc Bích", "Phạm Quốc Cường",
                                         "Trần Hữu Dũng",       "Vũ Thị Thanh Hà", "Hoàng Minh Hiếu",      "Bùi Xuân Khánh",
                                         "Ngô Thị Phương Loan", "Đặng Đình Nghĩa", "Huỳnh Thị Mỹ Quỳnh",   "Dương Công Sơn",
                                         "Phan Thị Kim Thoa",   "Lý Trường Vinh"};

template <typename T>
T need(Expected<T> value) {
  if (!value) throw std::runtime_error(value.error().what);
  return std::move(*value);
}

}  // namespace

Printed::Printed(std::string contestId, int names, int seats, CodeKey key, const std::string& congressId, ContestKind kind,
                 const std::string& congressName)
    : m_key(key) {
  m_congress.info = {congressId,
                     congressName.empty() ? "Đại hội đại biểu Đảng bộ huyện Thử Nghiệm lần thứ III" : congressName,
                     "ĐẢNG BỘ TỈNH THỬ NGHIỆM",
                     "ĐẢNG BỘ HUYỆN THỬ NGHIỆM",
                     "2025 - 2030",
                     "Thử Nghiệm",
                     "2025-08-01"};
  Contest contest;
  contest.id = std::move(contestId), contest.title = "Bầu Ban Chấp hành Đảng bộ huyện", contest.seats = seats, contest.kind = kind;
  for (int i = 0; i < names; ++i)
    contest.candidates.push_back({"c" + std::to_string(i + 1), kNames[static_cast<std::size_t>(i) % kNames.size()], ""});
  m_congress.contests.push_back(contest);
  m_form = need(layOut(m_congress.info, contest));
  std::vector<std::string> codes;
  for (const auto& page : m_form.pages)
    codes.push_back(
        encode({tag(), contestTag(contest), formTag(m_form), page.geometry.page, static_cast<int>(m_form.pages.size()), {}}, m_key));
  m_pdf = need(ballotPdf(m_form, {codes}));
  m_reader = std::make_unique<Reader>(std::vector<ReadingForm>{readingForm()}, m_key, tag(), contest.id);
}

const Raster& Printed::page(int index, double dpi) const {
  const auto key = std::make_pair(index, static_cast<int>(std::lround(dpi * 10)));
  const auto found = m_pages.find(key);
  return found != m_pages.end() ? found->second : m_pages[key] = need(renderPdfPage(m_pdf, index, dpi));
}

ReadingForm Printed::readingForm() const {
  ReadingForm form{m_form, contestTag(contest()), {}};
  for (int i = 0; i < static_cast<int>(m_form.pages.size()); ++i) form.reference.push_back(page(i, kReferenceDpi));
  return form;
}

const Printed& strikeOut() {
  static const Printed printed("bch", 12, 8);
  return printed;
}

const Printed& columns() {
  static const Printed printed("btv", 6, 6);
  return printed;
}

const Printed& confidence() {
  static const Printed printed("tin", 4, 4, {1, 2, 3}, "thu", ContestKind::Confidence);
  return printed;
}

}  // namespace kp::test

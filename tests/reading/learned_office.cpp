// SPDX-License-Identifier: GPL-3.0-or-later
#include "learned_office.h"

#include <opencv2/core.hpp>

#include "ballot/code_payload.h"
#include "scanner/source/page_source.h"

namespace kp::test {

const CongressInfo& officeCongress() {
  static const CongressInfo kCongress{"thu",
                                      "Đại hội đại biểu Đảng bộ huyện Thử Nghiệm lần thứ III",
                                      "ĐẢNG BỘ TỈNH THỬ NGHIỆM",
                                      "ĐẢNG BỘ HUYỆN THỬ NGHIỆM",
                                      "2025 - 2030",
                                      "Thử Nghiệm",
                                      "2025-08-01"};
  return kCongress;
}

Contest contestOf(const std::string& id, int names, int seats, ContestKind kind, int salt) {
  static const std::vector<std::string> family{"Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Vũ", "Hoàng", "Bùi", "Ngô", "Đặng", "Huỳnh"},
      middle{"Thị Thanh", "Văn", "Hữu", "Thị", "Quốc", "Đình", "Xuân", "Thị Phương", "Công", "Ngọc Minh"},
      given{"An", "Bích", "Cường", "Dũng", "Hiếu", "Khánh", "Loan", "Nghĩa", "Quỳnh", "Sơn", "Thoa", "Vinh", "Trường"};
  Contest contest;
  contest.id = id, contest.title = "Bầu Ban Chấp hành Đảng bộ huyện", contest.seats = seats, contest.kind = kind;
  for (int i = 0; i < names; ++i) {
    const auto pick = [&](const std::vector<std::string>& list, int step) {
      return list[static_cast<std::size_t>((i + salt) * step + salt) % list.size()];
    };
    contest.candidates.push_back({"c" + std::to_string(i + 1), pick(family, 3) + " " + pick(middle, 7) + " " + pick(given, 5), ""});
  }
  return contest;
}

Raster blankOf(const std::string& pdf, int page, double dpi) {
  Raster raster = need(renderPdfPage(pdf, page, dpi));
  raster.dpi = dpi;
  return raster;
}

OfficeForm::OfficeForm(const Contest& c, const OfficeStyle& style)
    : contest(c), truth(officeBallot(officeCongress(), c, style)), pdf(officePdf(truth)) {
  std::vector<Raster> blanks;
  for (int i = 0; i < static_cast<int>(truth.pages.size()); ++i) blanks.push_back(blankOf(pdf, i));
  learned = need(learnBallot(contest, blanks));
}

ReadingForm OfficeForm::readingForm() const {
  ReadingForm form{{contest.id, faceOf(contest), {}}, contestTag(contest), {}};
  for (const LearnedSheet& page : learned.pages) {
    form.form.pages.push_back({page.geometry, {}, {}});
    form.reference.push_back(page.sheet.reference);
    form.learnedNames.push_back(page.names);
  }
  return form;
}

Sheet OfficeForm::sheet(int page, double dpi) const {
  const Raster r = need(renderPdfPage(pdf, page, dpi));
  return Sheet(cv::Mat(r.height, r.width, CV_8UC1, const_cast<std::uint8_t*>(r.data)).clone(), dpi / 25.4);
}

Reader readerOf(const std::vector<const OfficeForm*>& offices, const std::string& expected) {
  std::vector<ReadingForm> forms;
  for (const OfficeForm* office : offices) forms.push_back(office->readingForm());
  return Reader(std::move(forms), CodeKey{1}, 7, expected);
}

std::vector<MarkState> markEverySecond(Sheet& sheet, const OfficeForm& office, int page, const std::string& how) {
  std::vector<MarkState> expect;
  const auto& targets = office.truth.pages[static_cast<std::size_t>(page)].geometry.targets;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    expect.push_back(i % 2 == 0 ? stroke(how).expect : MarkState::None);
    if (i % 2 == 0) stroke(how).draw(sheet, targets[i].box, static_cast<int>(i));
  }
  return expect;
}

}  // namespace kp::test

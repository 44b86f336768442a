// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_form.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp::test {
namespace {

const std::vector<std::string> kNames = {"Le Van An",    "Tran Thi Bich Binh", "Pham Duc Cuong", "Nguyen Hoang Phuong Dung",
                                         "Vo Thi Giang", "Do Huu Hanh",        "Bui Quoc Khanh", "Ngo Xuan Loi"};
constexpr double kTop = 70, kRow = 8.5, kNameX = 40, kHeight = 5.6;

RectMm fiducialAt(double x, double y) { return {x, y, 5, 5}; }

void addRow(PageGeometry& page, std::size_t candidate, int row, const std::string& name, Face face, bool wrapped) {
  const double y = kTop + row * kRow * (wrapped ? 1.6 : 1);
  if (face == Face::StrikeOut) {
    Target t{candidate, Field::Name, {kNameX, y, 2.35 * static_cast<double>(name.size()), kHeight}, {}};
    t.lines = {t.box};
    if (wrapped && candidate % 5 == 2) {
      t.lines.push_back({kNameX, y + kHeight, t.box.w * 0.5, kHeight});
      t.box.h = 2 * kHeight;
    }
    page.targets.push_back(t);
    return;
  }
  double x = 120;
  for (Field f : fieldsOf(face)) page.targets.push_back({candidate, f, {x, y + 0.5, 5, 5}, {}}), x += 25;
}

void fill(cv::Mat& image, const RectMm& r, double mm, double gray) {
  cv::rectangle(image, cv::Point2d(r.x * mm, r.y * mm), cv::Point2d((r.x + r.w) * mm - 1, (r.y + r.h) * mm - 1), cv::Scalar(gray), -1);
}

void drawTarget(cv::Mat& image, const Target& t, const std::string& name, double mm) {
  if (t.field != Field::Name) {
    cv::rectangle(image, cv::Point2d(t.box.x * mm, t.box.y * mm), cv::Point2d((t.box.x + t.box.w) * mm, (t.box.y + t.box.h) * mm),
                  cv::Scalar(0), std::max(1, static_cast<int>(0.3 * mm)));
    return;
  }
  for (const RectMm& line : t.lines) {
    int base = 0;
    const cv::Size at1 = cv::getTextSize(name, cv::FONT_HERSHEY_COMPLEX, 1, 1, &base);
    cv::putText(image, name, cv::Point2d(line.x * mm, (line.y + line.h * 0.8) * mm), cv::FONT_HERSHEY_COMPLEX, line.w * mm / at1.width,
                cv::Scalar(10), std::max(1, static_cast<int>(mm * 0.22)), cv::LINE_AA);
  }
}

}  // namespace

PlainForm plainForm(int candidates, int seats, int perPage, ContestKind kind, bool wrapped) {
  PlainForm p;
  p.contest.id = "thu", p.contest.title = "Contest", p.contest.kind = kind, p.contest.seats = seats;
  for (int k = 0; k < candidates; ++k)
    p.contest.candidates.push_back({"c" + std::to_string(k + 1), kNames[static_cast<std::size_t>(k) % kNames.size()], ""});
  p.form.contest = p.contest.id, p.form.face = faceOf(p.contest);
  if (wrapped)
    perPage = std::min(perPage, 14);
  else
    perPage = std::min(perPage, 24);
  for (int k = 0; k < candidates; ++k) {
    if (k % perPage == 0) {
      FormPage page;
      page.geometry.page = k / perPage + 1;
      page.geometry.fiducials = {fiducialAt(10, 10), fiducialAt(195, 10), fiducialAt(10, 282), fiducialAt(195, 282)};
      page.geometry.codes = {{165, 20, 25, 25}, {25, 260, 20, 20}};
      p.form.pages.push_back(page);
    }
    addRow(p.form.pages.back().geometry, static_cast<std::size_t>(k), k % perPage, p.contest.candidates[static_cast<std::size_t>(k)].name,
           p.form.face, wrapped);
  }
  return p;
}

std::vector<Raster> drawPlain(const PlainForm& plain, double dpi) {
  std::vector<Raster> out;
  const double mm = dpi / 25.4;
  for (const FormPage& page : plain.form.pages) {
    const PageGeometry& g = page.geometry;
    auto image = std::make_shared<cv::Mat>(static_cast<int>(std::lround(g.heightMm * mm)), static_cast<int>(std::lround(g.widthMm * mm)),
                                           CV_8UC1, cv::Scalar(255));
    for (const RectMm& f : g.fiducials) fill(*image, f, mm, 0);
    for (const RectMm& code : g.codes)
      for (int k = 0; k < 625; ++k)
        if ((k * 7 + k / 25 * 3) % 5 < 2)
          fill(*image, {code.x + k % 25 * code.w / 25, code.y + k / 25 * code.h / 25, code.w / 25, code.h / 25}, mm, 0);
    for (const Target& t : g.targets) drawTarget(*image, t, plain.contest.candidates[t.candidate].name, mm);
    Raster r;
    r.width = image->cols, r.height = image->rows, r.dpi = dpi, r.owner = image, r.data = image->data;
    out.push_back(r);
  }
  return out;
}

BlankBallot blankOf(const PlainForm& plain, double dpi) {
  return [pages = drawPlain(plain, dpi)](int) -> Expected<std::vector<Raster>> { return pages; };
}

}  // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// What a real pile holds (issue 3): marks that mean no clear thing, writing, worn and reduced scans. Each goes where R-17 … R-20 send it; none is told a clear answer in silence.
#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "scanner/source/page_source.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

const RectMm& name(std::size_t i) { return strikeOut().geometry().targets[i].box; }

/// The targets with a pen over them are doubted or the page is; the others stay as they are.
void expectDoubted(const Sheet& sheet, std::initializer_list<std::size_t> doubtful) {
  const PageReading r = strikeOut().reader().read(sheet.scan());
  ASSERT_EQ(r.marks.size(), 12U) << describe(r);
  for (std::size_t i = 0; i < r.marks.size(); ++i) {
    if (std::find(doubtful.begin(), doubtful.end(), i) == doubtful.end())
      EXPECT_NE(r.marks[i].state, MarkState::Mark) << i << "\n" << describe(r);
    else
      EXPECT_TRUE(r.marks[i].state == MarkState::Unsure || !r.reasons.empty()) << i << "\n" << describe(r);
  }
}

}  // namespace

// Caught: a stroke down a block of names told "nothing there" of each name it crosses.
TEST(RealPile, OneLongStrokeThroughSeveralNames) {
  for (const double lean : {0.0, 0.5, 1.0}) {
    SCOPED_TRACE(lean);
    Sheet sheet(strikeOut());
    const double x = name(3).x + 0.3 * name(3).w;
    sheet.line(x, name(3).y - 1, x + lean * 0.6 * name(6).w, name(6).y + name(6).h + 1);
    expectDoubted(sheet, {3, 4, 5, 6});
  }
}

// Caught: the name a strike slides into told untouched, or the one it began at told struck and the other too.
TEST(RealPile, AStrikeThatRunsIntoTheNextRow) {
  Sheet sheet(strikeOut());
  sheet.line(name(4).x - 1, name(4).y + 0.5 * name(4).h, name(4).x + name(4).w + 1, name(5).y + 0.6 * name(5).h);
  const PageReading r = strikeOut().reader().read(sheet.scan());
  ASSERT_EQ(r.marks.size(), 12U) << describe(r);
  EXPECT_NE(r.marks[4].state, MarkState::None) << describe(r);
  EXPECT_EQ(r.marks[5].state, MarkState::Unsure) << describe(r);
}

// Caught: the family name alone struck taken for the whole name, or for nothing.
TEST(RealPile, AStrikeThroughTheFamilyNameOnly) {
  for (const std::size_t i : {std::size_t{0}, std::size_t{4}, std::size_t{8}}) {
    Sheet sheet(strikeOut());
    sheet.line(name(i).x - 0.5, name(i).y + 0.52 * name(i).h, name(i).x + 0.28 * name(i).w, name(i).y + 0.52 * name(i).h);
    expectDoubted(sheet, {i});
    EXPECT_EQ(strikeOut().reader().read(sheet.scan()).marks[i].state, MarkState::Unsure);
  }
}

// Caught: a bracket with which a voter means a block of names, passed over in silence.
TEST(RealPile, ABracketBesideABlockOfNames) {
  for (const bool left : {false, true}) {
    SCOPED_TRACE(left);
    Sheet sheet(strikeOut());
    const double x = left ? name(2).x - 5 : name(2).x + 50, in = left ? 2.5 : -2.5;
    sheet.line(x, name(2).y, x, name(5).y + name(5).h);
    sheet.line(x, name(2).y, x + in, name(2).y);
    sheet.line(x, name(5).y + name(5).h, x + in, name(5).y + name(5).h);
    const PageReading r = strikeOut().reader().read(sheet.scan());
    const auto unsure = std::count_if(r.marks.begin(), r.marks.end(), [](const MarkReading& m) { return m.state == MarkState::Unsure; });
    EXPECT_TRUE(unsure > 0 || !r.reasons.empty()) << describe(r);
    for (const MarkReading& m : r.marks) EXPECT_NE(m.state, MarkState::Mark) << describe(r);
  }
}

// Caught: "không" beside a name that was left standing: no strike, and not nothing.
TEST(RealPile, AWordBesideANameThatWasLeft) {
  Sheet sheet(strikeOut());
  const RectMm& box = name(7);
  const double px = sheet.pxPerMm();
  cv::putText(sheet.px(), "khong", {cvRound((box.x + box.w + 4) * px), cvRound((box.y + 0.8 * box.h) * px)},
              cv::FONT_HERSHEY_SCRIPT_SIMPLEX, 0.11 * px, cv::Scalar(50), 3, cv::LINE_AA);
  expectDoubted(sheet, {7});
}

// VVSG 2.0, 1.1.6-H: a pencil line of 1 mm across a target is seen, wherever it crosses it.
TEST(RealPile, APencilLineOfOneMillimetreIsSeen) {
  for (const double height : {0.35, 0.5, 0.65}) {
    SCOPED_TRACE(height);
    for (const Printed* p : {&strikeOut(), &columns(), &confidence()}) {
      Sheet sheet(*p);
      for (const auto& target : p->geometry().targets) {
        const double y = target.box.y + height * target.box.h;
        sheet.line(target.box.x, y, target.box.x + target.box.w, y, 1, 150);
      }
      const PageReading r = p->reader().read(sheet.scan());
      for (const MarkReading& m : r.marks) EXPECT_NE(m.state, MarkState::None) << p->form().contest << " " << describe(r);
      EXPECT_EQ(r.marks.size(), 12U) << describe(r);
    }
  }
}

// Caught: a ballot printed or copied at A5 on an A4 sheet, and none of the drivers' "fit to page", read from the wrong places.
TEST(RealPile, PagesThatWerePrintedSmaller) {
  for (const Printed* p : {&strikeOut(), &columns(), &confidence()})
    for (const double scale : {0.707, 0.94, 0.97, 1.02}) {
      SCOPED_TRACE(p->form().contest + " " + std::to_string(scale));
      Sheet sheet(*p, 300);
      const auto expect = markEvery(sheet, p->geometry(), stroke(p == &strikeOut() ? "straight" : "X"));
      const Score s = score(p->reader().read(sheet.scan(0, 0.4, scale)), expect);
      EXPECT_EQ(s.wrong, 0) << s.what;
      EXPECT_GE(s.right, scale > 0.9 ? 12 : 0) << s.what;
    }
}

// Caught: marks lost or made by a fax's threshold, by 150 dpi, by JPEG at quality 40.
TEST(RealPile, FaxesAndStronglyCompressedScans) {
  for (const Printed* p : {&strikeOut(), &columns(), &confidence()})
    for (const int dpi : {150, 200}) {
      SCOPED_TRACE(p->form().contest + " " + std::to_string(dpi));
      Sheet sheet(*p, dpi);
      const auto expect = markEvery(sheet, p->geometry(), stroke(p == &strikeOut() ? "straight" : "X"));
      cv::Mat fax;
      cv::threshold(sheet.px(), fax, 150, 255, cv::THRESH_BINARY);
      const Score asFax = score(p->reader().read(rasterOf(fax)), expect);
      EXPECT_EQ(asFax.right, 12) << asFax.what;
      std::vector<unsigned char> jpeg;
      ASSERT_TRUE(cv::imencode(".jpg", sheet.px(), jpeg, {cv::IMWRITE_JPEG_QUALITY, 40}));
      const auto page = decodePage({reinterpret_cast<const char*>(jpeg.data()), jpeg.size()}, 0, false);
      ASSERT_TRUE(page) << page.error().what;
      const Score compressed = score(p->reader().read(*page), expect);
      EXPECT_EQ(compressed.right, 12) << compressed.what;
    }
}

}  // namespace kp

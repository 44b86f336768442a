// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <tiffio.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "samples.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

using namespace test;

/// Largest difference between a raster and a picture of the same shape; 999 when the shapes differ.
double difference(const Raster& raster, const cv::Mat& picture) {
  if (raster.width != picture.cols || raster.height != picture.rows || raster.channels != picture.channels()) return 999;
  const cv::Mat seen(raster.height, raster.width, CV_8UC(raster.channels), const_cast<std::uint8_t*>(raster.data));
  return cv::norm(seen, picture, cv::NORM_INF);
}

double meanDifference(const Raster& raster, const cv::Mat& picture) {
  if (raster.width != picture.cols || raster.height != picture.rows || raster.channels != picture.channels()) return 999;
  const cv::Mat seen(raster.height, raster.width, CV_8UC(raster.channels), const_cast<std::uint8_t*>(raster.data));
  return cv::norm(seen, picture, cv::NORM_L1) / static_cast<double>(picture.total() * static_cast<std::size_t>(picture.channels()));
}

cv::Mat grayOf(const cv::Mat& colour) {
  cv::Mat gray;
  cv::cvtColor(colour, gray, cv::COLOR_BGR2GRAY);
  return gray;
}

/// The page, or a test failure with the error's text.
Raster page(const std::string& bytes, int index = 0, bool keepColour = false) {
  auto raster = decodePage(bytes, index, keepColour);
  if (!raster) {
    ADD_FAILURE() << raster.error().what;
    return {};
  }
  return *raster;
}

// A decoder that converts through colour, or shifts rows, would differ from the picture.
TEST(Decode, GrayJpegIsThePicture) {
  const cv::Mat picture = grayPage(401, 305);
  EXPECT_LT(meanDifference(page(encoded(".jpg", picture, {cv::IMWRITE_JPEG_QUALITY, 95})), picture), 3);
}

TEST(Decode, ColourJpegGivesGrayOrColourAsAsked) {
  const cv::Mat picture = colourPage(400, 300);
  const std::string bytes = encoded(".jpg", picture, {cv::IMWRITE_JPEG_QUALITY, 95});
  EXPECT_LT(meanDifference(page(bytes), grayOf(picture)), 3);
  EXPECT_LT(meanDifference(page(bytes, 0, true), picture), 4);
}

TEST(Decode, GrayFileStaysGrayWhenColourIsKept) {
  EXPECT_EQ(page(encoded(".jpg", grayPage(64, 64)), 0, true).channels, 1);
  EXPECT_EQ(page(encoded(".png", grayPage(64, 64)), 0, true).channels, 1);
  EXPECT_EQ(page(tiff({grayPage(64, 64)}), 0, true).channels, 1);
}

TEST(Decode, ProgressiveJpeg) {
  const cv::Mat picture = grayPage(300, 200);
  EXPECT_LT(meanDifference(page(encoded(".jpg", picture, {cv::IMWRITE_JPEG_PROGRESSIVE, 1})), picture), 4);
}

// PNG is lossless: every pixel.
TEST(Decode, PngIsExact) {
  const cv::Mat gray = grayPage(333, 222), colour = colourPage(333, 222);
  EXPECT_EQ(difference(page(encoded(".png", gray)), gray), 0);
  EXPECT_EQ(difference(page(encoded(".png", colour), 0, true), colour), 0);
  EXPECT_LE(difference(page(encoded(".png", colour)), grayOf(colour)), 1);
}

// Transparent paper read as black would make every target a mark.
TEST(Decode, PngAlphaLiesOverWhite) {
  cv::Mat picture(20, 30, CV_8UC4, cv::Scalar(0, 0, 0, 0));
  picture.at<cv::Vec4b>(5, 7) = {0, 0, 0, 255};
  picture.at<cv::Vec4b>(6, 7) = {0, 0, 0, 128};
  const Raster raster = page(encoded(".png", picture));
  EXPECT_EQ(raster.data[0], 255);
  EXPECT_EQ(raster.data[5 * 30 + 7], 0);
  EXPECT_NEAR(raster.data[6 * 30 + 7], 127, 1);
}

TEST(Decode, SixteenBitBecomesEight) {
  const cv::Mat picture = grayPage(120, 80);
  cv::Mat wide;
  picture.convertTo(wide, CV_16U, 257);
  EXPECT_LE(difference(page(encoded(".png", wide)), picture), 1);
  TiffStyle style;
  style.bits = 16;
  EXPECT_LE(difference(page(tiff({picture}, style)), picture), 1);
}

TEST(Decode, BilevelPngIsBlackAndWhite) {
  cv::Mat picture;
  cv::threshold(grayPage(101, 77), picture, 128, 255, cv::THRESH_BINARY);
  EXPECT_EQ(difference(page(encoded(".png", picture, {cv::IMWRITE_PNG_BILEVEL, 1})), picture), 0);
}

struct TiffCase {
  const char* name;
  TiffStyle style;
};

class TiffStyles : public testing::TestWithParam<TiffCase> {};

// One reader for all ways in which scanners store a gray or bilevel TIFF; a wrong photometric reading would be a negative.
TEST_P(TiffStyles, PageIsExact) {
  cv::Mat picture = grayPage(203, 151);
  if (GetParam().style.bits == 1) cv::threshold(picture, picture, 127, 255, cv::THRESH_BINARY);
  const Raster raster = page(tiff({picture}, GetParam().style));
  EXPECT_EQ(difference(raster, picture), 0);
  EXPECT_NEAR(raster.dpi, 200, 0.01);
}

INSTANTIATE_TEST_SUITE_P(
    All, TiffStyles,
    testing::Values(TiffCase{"plain", {}}, TiffCase{"lzw", {8, COMPRESSION_LZW}}, TiffCase{"deflate", {8, COMPRESSION_ADOBE_DEFLATE}},
                    TiffCase{"packbits", {8, COMPRESSION_PACKBITS}}, TiffCase{"minIsWhite", {8, COMPRESSION_NONE, true}},
                    TiffCase{"bilevel", {1, COMPRESSION_NONE}}, TiffCase{"bilevelWhite", {1, COMPRESSION_NONE, true}},
                    TiffCase{"fax4", {1, COMPRESSION_CCITTFAX4, true}}, TiffCase{"fax3", {1, COMPRESSION_CCITTFAX3, true}},
                    TiffCase{"tiled", {8, COMPRESSION_NONE, false, true}}, TiffCase{"bigEndian", {8, COMPRESSION_NONE, false, false, true}},
                    TiffCase{"bigTiff", {8, COMPRESSION_NONE, false, false, false, true}}),
    [](const auto& value) { return std::string(value.param.name); });

TEST(Decode, ColourTiff) {
  const cv::Mat picture = colourPage(150, 100);
  EXPECT_EQ(difference(page(tiff({picture}), 0, true), picture), 0);
  EXPECT_LE(difference(page(tiff({picture})), grayOf(picture)), 1);
}

// A reader that took the first directory for every page would count one ballot three times.
TEST(Decode, EachPageOfAMultiPageTiffIsItsOwn) {
  const std::vector<cv::Mat> pictures = {grayPage(90, 60), grayPage(60, 90), grayPage(120, 40)};
  const std::string bytes = tiff(pictures, {8, COMPRESSION_LZW});
  ASSERT_EQ(countPages(bytes).value(), 3);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(difference(page(bytes, i), pictures[static_cast<std::size_t>(i)]), 0) << i;
  EXPECT_FALSE(decodePage(bytes, 3, false));
  EXPECT_FALSE(decodePage(bytes, -1, false));
}

// The orientation tag is not applied: pixels as they are stored, because the reader finds the way up by the print.
TEST(Decode, ExifOrientationIsNotApplied) {
  const std::string plain = encoded(".jpg", grayPage(80, 40));
  const std::string exif(
      "\xFF\xE1\x00\x22"
      "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0",
      36);
  const Raster raster = page(plain.substr(0, 2) + exif + plain.substr(2));
  EXPECT_EQ(raster.width, 80);
  EXPECT_EQ(raster.height, 40);
}

TEST(Decode, RasterOutlivesItsBytes) {
  Raster raster;
  {
    std::string bytes = encoded(".png", grayPage(50, 50));
    raster = page(bytes);
    bytes.assign(bytes.size(), 'x');
  }
  EXPECT_EQ(difference(raster, grayPage(50, 50)), 0);
}

// A scan in a PDF must come out at the scan's own resolution: rendered at another, strokes of one pixel vanish.
TEST(Decode, PdfImagePageHasTheImagesResolution) {
  const cv::Mat picture = grayPage(1654, 2339);  // A4 at 200 dpi
  const std::string bytes = pdf({picture});
  ASSERT_EQ(countPages(bytes).value(), 1);
  const Raster raster = page(bytes);
  EXPECT_NEAR(raster.dpi, 200, 0.2);
  EXPECT_LT(meanDifference(raster, picture), 3) << "pixel by pixel, not resampled";
}

TEST(Decode, PdfImagePageAt300Dpi) { EXPECT_NEAR(page(pdf({grayPage(2480, 3508)})).width, 2480, 2); }

TEST(Decode, PdfTextPageIsRenderedAt200Dpi) {
  const std::string bytes = pdf({}, 2);
  ASSERT_EQ(countPages(bytes).value(), 2);
  const Raster raster = page(bytes, 1);
  EXPECT_NEAR(raster.width, 1654, 1);
  EXPECT_NEAR(raster.height, 2339, 1);
  EXPECT_EQ(raster.data[0], 255);
  EXPECT_EQ(*std::min_element(raster.data, raster.data + raster.bytes()), 0) << "the text is black";
}

TEST(Decode, PdfColourOnlyWhereThereIsSome) {
  EXPECT_EQ(page(pdf({colourPage(827, 1169)}), 0, true).channels, 3);
  EXPECT_EQ(page(pdf({grayPage(827, 1169)}), 0, true).channels, 1);
}

// A gray page of which a part is black and white is a gray page.
TEST(Decode, BilevelPagesAreTold) {
  cv::Mat mono = grayPage(827, 1169);
  cv::threshold(mono, mono, 128, 255, cv::THRESH_BINARY);
  const auto raster = [](const cv::Mat& px) {
    Raster r;
    r.width = px.cols, r.height = px.rows, r.channels = px.channels(), r.data = px.data;
    return r;
  };
  EXPECT_TRUE(isBilevel(raster(mono)));
  mono(cv::Rect(0, 1000, 827, 20)).setTo(200);
  EXPECT_FALSE(isBilevel(raster(mono)));
  EXPECT_FALSE(isBilevel({}));
}

TEST(RenderPdf, SizeFollowsResolution) {
  const std::string bytes = pdf({}, 1);
  const auto raster = renderPdfPage(bytes, 0, 203.2);
  ASSERT_TRUE(raster);
  EXPECT_NEAR(raster->width, 1680, 1);
  EXPECT_NEAR(raster->height, 2376, 1);
  EXPECT_FALSE(renderPdfPage(bytes, 1, 200));
  EXPECT_FALSE(renderPdfPage(bytes, 0, 1e6)) << "a page too large for memory must be refused";
  EXPECT_FALSE(renderPdfPage(bytes, 0, 0));
}

}  // namespace
}  // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Marks printed blank ballots as told and writes them as scans: the decks of tests/rules. It knows nothing of the program but the geometry file, and
// shares no drawing with scanner/rehearsal.
//
// usage: mark_pages GEOMETRY.json PAGES_DIR BALLOTS.json OUT_DIR
// PAGES_DIR: the pages of one or more blank copies as pdftoppm writes them (*.pgm), copy after copy.
// BALLOTS.json: a list of {"marks": {"c01/name": "mark", …}} with, optional, "copy" (from 0: which printed copy), "pages" (which are scanned, in order;
// default all), "turn" (0, 90, 180 or 270 clockwise), "dpi", "format" ("jpg", "png", "tif", "tiff-pages", "pdf"; the last two put the ballot into one file),
// "name" (file name without ending; default s00001 …) and "writing" (true: words written below the table of the first page).
// A mark is "mark" (whole name struck, X in the box), "half", "underline", "dot", "beside" or "scratched"; "red:" in front of it takes another pen.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr double kPenMm = 0.6;  // a ballpoint's line
const cv::Scalar kBlue(130, 50, 35), kRed(40, 30, 190);

struct Pen {
  cv::Mat& page;
  double pixelsPerMm;
  cv::Scalar ink;
  int hand;  ///< whose: nobody draws a line twice alike, or all ballots would look like one paper fed again and again

  /// Chance in −½ … ½, the same for the same hand at the same place.
  double chance(double x, double y, int draw) const {
    const double t = std::sin(hand * 12.9898 + x * 78.233 + y * 37.719 + draw * 4.1414) * 43758.5453;
    return t - std::floor(t) - 0.5;
  }

  /// A hand's line: bowed a little, a tremor of a tenth of a millimetre.
  void line(double x1, double y1, double x2, double y2) const {
    constexpr int kSteps = 24, kShift = 4;
    const double length = std::hypot(x2 - x1, y2 - y1), bow = (0.01 + 0.012 * chance(x1, y1, 1)) * length;
    const double right = 0.7 * chance(x1, y1, 2), down = 0.7 * chance(x1, y1, 3);
    const double fall = 0.7 * chance(x1, y1, 4) * std::min(1.0, length / 20), beat = 6.28 * chance(x1, y1, 5);
    cv::Point before;
    for (int i = 0; i <= kSteps; ++i) {
      const double t = static_cast<double>(i) / kSteps, off = bow * 4 * t * (1 - t) + 0.1 * std::sin(9 * t + beat);
      const double x = right + x1 + (x2 - x1) * t - off * (y2 - y1) / std::max(length, 1e-9),
                   y = down + fall * (t - 0.5) + y1 + (y2 - y1) * t + off * (x2 - x1) / std::max(length, 1e-9);
      const cv::Point here(cvRound(x * pixelsPerMm * (1 << kShift)), cvRound(y * pixelsPerMm * (1 << kShift)));
      if (i > 0) cv::line(page, before, here, ink, std::max(1, cvRound(kPenMm * pixelsPerMm)), cv::LINE_AA, kShift);
      before = here;
    }
  }
};

struct Box {
  double x, y, w, h;
};

void drawX(const Pen& pen, Box b) {
  pen.line(b.x + 0.1 * b.w, b.y + 0.1 * b.h, b.x + 0.9 * b.w, b.y + 0.9 * b.h);
  pen.line(b.x + 0.9 * b.w, b.y + 0.1 * b.h, b.x + 0.1 * b.w, b.y + 0.9 * b.h);
}

/// False for a kind of mark that there is not.
bool drawMark(const Pen& pen, Box b, bool name, const std::string& kind) {
  const double middle = b.y + 0.52 * b.h;
  if (kind == "mark" && name)
    pen.line(b.x - 1, middle, b.x + b.w + 1, middle);
  else if (kind == "mark")
    drawX(pen, b);
  else if (kind == "half")
    pen.line(b.x, middle, b.x + 0.45 * b.w, middle);
  else if (kind == "underline")
    pen.line(b.x, b.y + 1.15 * b.h, b.x + b.w, b.y + 1.15 * b.h);
  else if (kind == "dot")
    pen.line(b.x + 0.5 * b.w, middle, b.x + 0.5 * b.w + 0.3, middle + 0.2);
  else if (kind == "beside")
    drawX(pen, {b.x + 1.2 * b.w, b.y, 0.8 * b.w, 0.8 * b.h});
  else if (kind == "scratched") {
    drawX(pen, b);
    for (int i = 0; i < 12; ++i)
      pen.line(b.x + b.w * i / 12.0, b.y + (i % 2 ? 0.0 : b.h), b.x + b.w * (i + 1) / 12.0, b.y + (i % 2 ? b.h : 0.0));
  } else
    return false;
  return true;
}

void writeWords(const Pen& pen, double x, double y) {
  for (int letter = 0; letter < 14; ++letter) {
    const double left = x + 3.2 * letter;
    pen.line(left, y, left + 1.4, y - 4.0);
    pen.line(left + 1.4, y - 4.0, left + 2.6, y);
    if (letter % 2) pen.line(left + 0.6, y - 1.6, left + 2.2, y - 1.6);
  }
}

class Deck {
 public:
  Deck(json geometry, std::vector<fs::path> pages, fs::path out)
      : m_geometry(std::move(geometry)), m_pages(std::move(pages)), m_out(std::move(out)) {}

  bool ballot(const json& told) {
    ++m_ballots;
    std::vector<int> wanted;
    for (std::size_t p = 1; p <= m_geometry["pages"].size(); ++p) wanted.push_back(static_cast<int>(p));
    if (told.contains("pages")) wanted = told["pages"].get<std::vector<int>>();
    std::size_t used = 0;
    std::vector<cv::Mat> scans;
    for (const int page : wanted) {
      cv::Mat scan = marked(told, page, used);
      if (scan.empty()) return false;
      scans.push_back(scan);
    }
    const bool allPages = wanted.size() == m_geometry["pages"].size();
    if (allPages && used != told.value("marks", json::object()).size()) return false;  // a mark for a target that is not printed
    return write(told, scans);
  }

 private:
  cv::Mat marked(const json& told, int page, std::size_t& used) const {
    const std::size_t per = m_geometry["pages"].size(), index = told.value("copy", 0u) * per + static_cast<std::size_t>(page) - 1;
    if (index >= m_pages.size()) return {};
    cv::Mat image = cv::imread(m_pages[index].string(), cv::IMREAD_COLOR);
    const json& paper = m_geometry["pages"][static_cast<std::size_t>(page) - 1];
    const double perMm = image.cols / paper["width_mm"].get<double>();
    const json marks = told.value("marks", json::object());
    double lowest = 0;
    for (const json& t : paper["targets"]) {
      const Box box{t["x"], t["y"], t["w"], t["h"]};
      lowest = std::max(lowest, box.y + box.h);
      std::string kind = marks.value(t["candidate"].get<std::string>() + "/" + t["field"].get<std::string>(), "");
      if (kind.empty()) continue;
      const bool red = kind.rfind("red:", 0) == 0;
      if (red) kind.erase(0, 4);
      if (!drawMark({image, perMm, red ? kRed : kBlue, m_ballots}, box, t["field"] == "name", kind)) return {};
      ++used;
    }
    if (told.value("writing", false) && page == 1) writeWords({image, perMm, kBlue, m_ballots}, 80, lowest + 22);
    cv::GaussianBlur(image, image, {0, 0}, 0.6);  // a scanner's optics
    cv::Mat noise(image.size(), CV_8UC3);         // and its noise: no two scans are the same bytes
    cv::RNG(static_cast<std::uint64_t>(m_ballots) * 100 + static_cast<std::uint64_t>(page) + 1).fill(noise, cv::RNG::NORMAL, 2, 1.2);
    cv::subtract(image, noise, image);
    if (const double dpi = told.value("dpi", 0.0); dpi > 0)
      cv::resize(image, image, {}, dpi / 25.4 / perMm, dpi / 25.4 / perMm, dpi / 25.4 > perMm ? cv::INTER_CUBIC : cv::INTER_AREA);
    const int turn = told.value("turn", 0);
    if (turn != 0)
      cv::rotate(image, image, turn == 90 ? cv::ROTATE_90_CLOCKWISE : turn == 180 ? cv::ROTATE_180 : cv::ROTATE_90_COUNTERCLOCKWISE);
    return image;
  }

  bool write(const json& told, const std::vector<cv::Mat>& scans) {
    const std::string format = told.value("format", "jpg");
    if (format == "tiff-pages") return cv::imwritemulti((m_out / (next(told) + ".tif")).string(), scans);
    if (format == "pdf") return writePdf(m_out / (next(told) + ".pdf"), scans);
    for (const cv::Mat& scan : scans)
      if (!cv::imwrite((m_out / (next(told) + "." + format)).string(), scan)) return false;
    return true;
  }

  std::string next(const json& told) {
    char name[32];
    std::snprintf(name, sizeof name, "s%05d", ++m_written);
    return told.value("name", std::string(name));
  }

  /// Each scan a page that is one JPEG, as office scanners make PDFs.
  static bool writePdf(const fs::path& path, const std::vector<cv::Mat>& scans) {
    std::string pdf = "%PDF-1.4\n", kids;
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string& body) {
      offsets.push_back(pdf.size());
      pdf += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    for (std::size_t i = 0; i < scans.size(); ++i) kids += std::to_string(3 + 3 * i) + " 0 R ";
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Count " + std::to_string(scans.size()) + "/Kids[" + kids + "]>>");
    for (const cv::Mat& scan : scans) {
      std::vector<unsigned char> jpeg;
      cv::imencode(".jpg", scan, jpeg);
      const std::size_t number = offsets.size() + 1;
      const std::string draw = "595 0 0 842 0 0 cm /I Do";
      object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I " + std::to_string(number + 2) +
             " 0 R>>>>/Contents " + std::to_string(number + 1) + " 0 R>>");
      object("<</Length " + std::to_string(draw.size()) + ">>stream\n" + draw + "\nendstream");
      object("<</Type/XObject/Subtype/Image/Width " + std::to_string(scan.cols) + "/Height " + std::to_string(scan.rows) +
             "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length " + std::to_string(jpeg.size()) + ">>stream\n" +
             std::string(jpeg.begin(), jpeg.end()) + "\nendstream");
    }
    const std::size_t start = pdf.size();
    pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
      pdf += line;
    }
    pdf += "trailer<</Size " + std::to_string(offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    return static_cast<bool>(std::ofstream(path, std::ios::binary) << pdf);
  }

  json m_geometry;
  std::vector<fs::path> m_pages;
  fs::path m_out;
  int m_written = 0, m_ballots = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: mark_pages GEOMETRY.json PAGES_DIR BALLOTS.json OUT_DIR\n";
    return 2;
  }
  try {
    cv::setNumThreads(1);
    json geometry, ballots;
    std::ifstream(argv[1]) >> geometry;
    std::ifstream(argv[3]) >> ballots;
    std::vector<fs::path> pages;
    for (const auto& entry : fs::directory_iterator(argv[2]))
      if (entry.path().extension() == ".pgm") pages.push_back(entry.path());
    std::sort(pages.begin(), pages.end());
    fs::create_directories(argv[4]);
    Deck deck(geometry, pages, argv[4]);
    for (const json& ballot : ballots)
      if (!deck.ballot(ballot)) {
        std::cerr << "cannot be drawn: " << ballot.dump() << "\n";
        return 1;
      }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}

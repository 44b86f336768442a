// SPDX-License-Identifier: GPL-3.0-or-later
// The laboratory: prints a contest's ballot for deck makers and measures how a deck of scans is read.
// usage: lab form DEFINITION CONTEST OUT      writes OUT/page-*.pgm (200 dpi), OUT/geometry.json, OUT/ballot.pdf
//        lab deck DEFINITION CONTEST OUT PROFILE SEED BALLOTS [FORMAT [DPI [copier|colour|TIMES]]]   a rehearsal deck with its truth; TIMES: each sheet is
//                                    scanned so many times
//        lab run DEFINITION CONTEST OUT PROFILE SEED BALLOTS      deck and read in one, with no image files: OUT/truth.jsonl, records.jsonl, measures.csv; for long runs. The
//                                    same seed with `deck` gives the pictures to look at (but for squares of the JPEG that are rounded the other way)
//        lab decode DECK                    decodes DECK's images to gray with OpenCV and does nothing else: the yardstick of tests/bench
//        CONTEST@pdf, CONTEST@300 …        instead of the program's own ballot one an office typed (tests/reading/office_ballot), learned from its PDF or from a scan of
//                                           that many dpi of a blank one
//        lab read DEFINITION CONTEST DECK     reads DECK/*.{jpg,png,tif,pgm}; DECK/records.jsonl and DECK/measures.csv; speed on stdout
#include <malloc.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "ballot/code_payload.h"
#include "formats/definition.h"
#include "formats/geometry_json.h"
#include "reading/office_ballot.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/reading/learn_form.h"
#include "scanner/reading/reader.h"
#include "scanner/reading/trace.h"
#include "scanner/rehearsal/rehearsal.h"
#include "scanner/source/page_source.h"

using namespace kp;
namespace fs = std::filesystem;

namespace {

const CodeKey kKey{1, 2, 3};

template <typename T>
T need(Expected<T> value) {
  if (!value) {
    std::cerr << value.error().what << "\n";
    std::exit(1);
  }
  return std::move(*value);
}

double cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Lab {
  Congress congress;
  const Contest* contest = nullptr;
  BallotForm form;
  std::string pdf;
  std::vector<LearnedSheet> learned;
};

/// A blank as an office scanner gives it.
Raster scanned(const Raster& page) {
  cv::Mat gray = cv::Mat(page.height, page.width, CV_8UC1, const_cast<std::uint8_t*>(page.data)).clone(), out;
  const cv::Mat turn = cv::getRotationMatrix2D({page.width / 2.0F, page.height / 2.0F}, -0.7, 0.998);
  cv::warpAffine(gray, out, turn, gray.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
  cv::GaussianBlur(out, out, {}, 0.7);
  out = out * (225.0 / 255) + 18;
  cv::Mat noise(out.size(), CV_16S);
  cv::randn(noise, 0, 3);
  cv::add(out, noise, out, cv::noArray(), CV_8U);
  std::vector<std::uint8_t> bytes;
  cv::imencode(".jpg", out, bytes, {cv::IMWRITE_JPEG_QUALITY, 85});
  Raster r = need(decodePage(std::string(bytes.begin(), bytes.end()), 0, false));
  r.dpi = page.dpi;
  return r;
}

Lab open(const std::string& definition, const std::string& contestAndForm) {
  Lab lab;
  const std::size_t at = contestAndForm.find('@');
  const std::string contestId = contestAndForm.substr(0, at), blank = at == std::string::npos ? "" : contestAndForm.substr(at + 1);
  lab.congress = need(parseDefinition(need(readFile(definition))));
  lab.contest = lab.congress.contest(contestId);
  if (!blank.empty()) {
    test::OfficeStyle style = test::usualStyle(*lab.contest);
    lab.form = test::officeBallot(lab.congress.info, *lab.contest, style);
    lab.pdf = test::officePdf(lab.form);
    std::vector<Raster> blanks;
    for (int i = 0; i < static_cast<int>(lab.form.pages.size()); ++i)
      blanks.push_back(blank == "pdf" ? need(renderPdfPage(lab.pdf, i, 400)) : scanned(need(renderPdfPage(lab.pdf, i, std::stod(blank)))));
    lab.learned = need(learnBallot(*lab.contest, blanks)).pages;
    return lab;
  }
  lab.form = need(layOut(lab.congress.info, *lab.contest));
  std::vector<std::string> codes;
  for (const auto& page : lab.form.pages)
    codes.push_back(encode({congressTag(lab.congress.info),
                            contestTag(*lab.contest),
                            formTag(lab.form),
                            page.geometry.page,
                            static_cast<int>(lab.form.pages.size()),
                            {}},
                           kKey));
  lab.pdf = need(ballotPdf(lab.form, {codes}));
  return lab;
}

void writeForm(const Lab& lab, const fs::path& out) {
  fs::create_directories(out);
  std::ofstream(out / "geometry.json") << geometryJson(lab.form, *lab.contest);
  std::ofstream(out / "ballot.pdf", std::ios::binary) << lab.pdf;
  for (int i = 0; i < static_cast<int>(lab.form.pages.size()); ++i) {
    const Raster page = need(renderPdfPage(lab.pdf, i, 200));
    std::ofstream file(out / ("page-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1) + ".pgm"), std::ios::binary);
    file << "P5\n" << page.width << " " << page.height << "\n255\n";
    file.write(reinterpret_cast<const char*>(page.data), static_cast<std::streamsize>(page.bytes()));
  }
}

void writeMeasures(std::ofstream& csv, const std::string& file, const Contest& contest, const PageReading& r, const ReadingTrace& t) {
  for (std::size_t i = 0; i < r.marks.size(); ++i) {
    const auto& m = r.marks[i];
    const auto& n = t.targets[i].name;
    const auto& b = t.targets[i].box;
    csv << file << "," << contest.candidates[m.candidate].id << "/" << toString(m.field) << "," << toString(m.state) << "," << m.score
        << "," << m.why << "," << t.targets[i].shiftX << "," << t.targets[i].shiftY << "," << static_cast<int>(t.quality.spread) << ","
        << t.quality.inkThreshold << "," << t.lines.size();
    if (m.field == Field::Name)
      csv << ",contrast=" << n.contrast << ",visible=" << n.visible << ",through=" << n.through << ",inked=" << n.inked
          << ",fifth=" << n.worstFifth << ",blind=" << n.blindFifths << ",inside=" << n.inside << ",below=" << n.below
          << ",above=" << n.above << ",gap=" << n.longestGap << ",ink=" << n.inkMm2 << ",dark=" << n.inkDark << ",onlines=" << n.onLines
          << ",around=" << n.around << ",excess=" << n.lineExcess << ",wthrough=" << t.targets[i].wider.through
          << ",wink=" << t.targets[i].wider.inkMm2 << ",solid=" << n.solidMm2 << ",wgap=" << t.targets[i].wider.longestGap
          << ",faint=" << t.targets[i].faint << ",paper=" << t.quality.paper << ",gaps=" << n.wordGaps << ",crossed=" << n.gapsCrossed
          << ",fall=" << n.fall << ",level=" << n.level << ",steep=" << n.steep << "\n";
    else
      csv << ",contrast=" << b.contrast << ",ink=" << b.inkMm2 << ",fill=" << b.fill << ",extent=" << b.extent << ",reach=" << b.reachMm
          << ",loop=" << b.loop << ",arm=" << b.two.armMm << ",apart=" << b.two.degrees << ",tilt=" << b.two.tilt
          << ",second=" << b.two.second << ",beyond=" << b.two.beyond << ",away=" << b.two.awayMm << ",vertex=" << b.two.meetMm
          << ",off=" << b.two.offCentre << ",banded=" << b.banded << ",thick=" << b.thickMm << ",steep=" << b.steep
          << ",narrow=" << b.narrow << ",core=" << b.core << ",strokes=" << b.strokes << ",outside=" << b.outsideMm2
          << ",dark=" << b.inkDark << ",onlines=" << b.onLinesMm2 << ",excess=" << b.lineExcess << ",ninth=" << b.worstNinth
          << ",spill=" << b.spillMm2 << ",ringed=" << b.ringed << ",faint=" << t.targets[i].faint << ",paper=" << t.quality.paper << "\n";
  }
}

RehearsalOptions optionsOf(int argc, char** argv) {
  RehearsalOptions options;
  options.profile = argv[5], options.seed = std::stoull(argv[6]), options.ballots = std::stoi(argv[7]);
  if (argc > 8) options.format = argv[8];
  if (argc > 9) options.dpi = std::stod(argv[9]);
  const std::string more = argc > 10 ? argv[10] : "";
  options.copier = more == "copier", options.colour = more == "colour";
  if (!more.empty() && !options.copier && !options.colour) options.scansOfEach = std::stoi(more);
  return options;
}

void writeDeck(const Lab& lab, const RehearsalOptions& options, const fs::path& folder) {
  const auto blank = [&](int) -> Expected<std::vector<Raster>> {
    std::vector<Raster> pages;
    for (int i = 0; i < static_cast<int>(lab.form.pages.size()); ++i) pages.push_back(need(renderPdfPage(lab.pdf, i, options.dpi)));
    return pages;
  };
  need(makeDeck(lab.form, *lab.contest, options, blank, folder));
}

ReadingForm readingForm(const Lab& lab) {
  ReadingForm reading{lab.form, contestTag(*lab.contest), {}};
  if (!lab.learned.empty()) reading.form.pages.clear();
  for (const LearnedSheet& page : lab.learned) {
    reading.form.pages.push_back({page.geometry, {}, {}});
    reading.reference.push_back(page.sheet.reference);
    reading.learnedNames.push_back(page.names);
  }
  for (int i = 0; lab.learned.empty() && i < static_cast<int>(lab.form.pages.size()); ++i)
    reading.reference.push_back(need(renderPdfPage(lab.pdf, i, kReferenceDpi)));
  return reading;
}

/// What the environment asks to be told of a page.
void tellMore(const std::string& file, const ReadingTrace& trace) {
  if (trace.registration && !trace.registration->placed) {
    std::cout << file << " not placed, fiducials";
    for (const auto& f : trace.registration->fiducials) std::cout << " " << static_cast<int>(f.state);
    std::cout << " used " << trace.registration->used << " worst " << trace.registration->worstMm << " mm\n";
  }
  if (trace.registration && trace.registration->placed && std::getenv("KP_INKS"))
    for (std::size_t i = 0; i < trace.targets.size(); ++i)
      if (const auto& c = trace.targets[i].colour)
        std::cout << file << " ink " << i << " " << c->red << " " << c->blue << " " << c->mm2 << "\n";
  if (!std::getenv("KP_BLOTS")) return;
  for (const auto& b : trace.ink.blots)
    std::cout << file << " blot " << b.box.x << "," << b.box.y << " " << b.box.w << "x" << b.box.h << " mm ink " << b.inkMm2 << " dark "
              << b.dark << "\n";
  for (const auto& s : trace.ink.stamps)
    std::cout << file << " stamp " << s.centre.x << "," << s.centre.y << " radius " << s.radius << "\n";
}

/// Reads page after page and writes what was read.
class DeckReader {
 public:
  DeckReader(const Lab& lab, const fs::path& deck)
      : m_lab(lab),
        m_reader({readingForm(lab)}, kKey, congressTag(lab.congress.info), lab.contest->id),
        m_records(deck / "records.jsonl"),
        m_csv(deck / "measures.csv") {}

  void read(const std::string& file, const Raster& page) {
    const double start = cpu();
    ReadingTrace trace;
    const PageReading r = m_reader.read(page, trace);
    m_seconds += cpu() - start, ++m_pages;
    bool unsure = !r.reasons.empty();
    nlohmann::json marks = nlohmann::json::object(), reasons = nlohmann::json::array();
    for (const auto& m : r.marks) {
      marks[m_lab.contest->candidates[m.candidate].id + "/" + toString(m.field)] = toString(m.state);
      unsure = unsure || m.state == MarkState::Unsure;
    }
    for (const auto& why : r.reasons) reasons.push_back({{"why", toString(why.why)}});
    m_records << nlohmann::json{{"source", file}, {"state", unsure ? "review" : "counted"}, {"marks", marks}, {"reasons", reasons}}.dump()
              << "\n";
    tellMore(file, trace);
    writeMeasures(m_csv, file, *m_lab.contest, r, trace);
  }
  int pages() const { return m_pages; }
  double msAPage() const { return 1000 * m_seconds / std::max(1, m_pages); }

 private:
  const Lab& m_lab;
  Reader m_reader;
  std::ofstream m_records, m_csv;
  double m_seconds = 0;
  int m_pages = 0;
};

void readDeck(const Lab& lab, const fs::path& deck) {
  DeckReader reader(lab, deck);
  double decoding = 0;
  for (const auto& path : need(listSources({deck.string()}))) {
    if (path.extension() != ".jpg" && path.extension() != ".png" && path.extension() != ".tif") continue;
    const std::string bytes = need(readFile(path));
    const double start = cpu();
    const Raster page = need(decodePage(bytes, 0, true));
    decoding += cpu() - start;
    reader.read(path.filename().string(), page);
  }
  std::cout << reader.pages() << " pages, decode " << 1000 * decoding / std::max(1, reader.pages()) << " ms, read " << reader.msAPage()
            << " ms a page\n";
}

void runDeck(const Lab& lab, RehearsalOptions options, const fs::path& folder) {
  fs::create_directories(folder);
  DeckReader reader(lab, folder);
  options.take = [&](const std::string& file, const Raster& scan) -> Expected<void> {
    reader.read(file, scan);
    return {};
  };
  const double start = cpu();
  writeDeck(lab, options, folder);
  std::cout << reader.pages() << " pages, draw " << 1000 * (cpu() - start) / std::max(1, reader.pages()) - reader.msAPage() << " ms, read "
            << reader.msAPage() << " ms a page\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string(argv[1]) == "decode") {
    cv::setNumThreads(1);
    int pages = 0;
    for (const auto& path : need(listSources({argv[2]}))) {
      const std::string bytes = need(readFile(path));
      pages +=
          !cv::imdecode(cv::Mat(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<char*>(bytes.data())), cv::IMREAD_GRAYSCALE).empty();
    }
    std::cout << pages << "\n";
    return 0;
  }
  if (argc < 5) {
    std::cerr << "usage: see the head of lab.cpp\n";
    return 2;
  }
  cv::setNumThreads(1);
  // pictures come and go by the hundred: asking the system for their memory each time, page by page, takes longer than some of what is done with them
  mallopt(M_MMAP_THRESHOLD, 1 << 30), mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const Lab lab = open(argv[2], argv[3]);
  if (std::string(argv[1]) == "form")
    writeForm(lab, argv[4]);
  else if (std::string(argv[1]) == "deck")
    writeDeck(lab, optionsOf(argc, argv), argv[4]);
  else if (std::string(argv[1]) == "run")
    runDeck(lab, optionsOf(argc, argv), argv[4]);
  else
    readDeck(lab, argv[4]);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets fed twice: ballots of one contest in which most voters strike the same names, some of them fed again, some written by the same hand.
// usage: duplicates make DEFINITION CONTEST OUT SEED FROM TO [PROFILE [FEDTWICE]]   reads ballots FROM … TO−1 of the deck of this
//        SEED, a share FEDTWICE of them twice; what was read of each page goes to OUT
//        duplicates grade OUT…      takes these in one after the other and says who was found, missed and accused
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <opencv2/imgproc.hpp>

#include "ballot/code_payload.h"
#include "count/seen_hands.h"
#include "formats/definition.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/reading/reader.h"
#include "scanner/rehearsal/feeder.h"
#include "scanner/rehearsal/marker.h"
#include "scanner/rehearsal/wear.h"
#include "scanner/source/page_source.h"

using namespace kp;
using namespace kp::rehearsal;

namespace {

constexpr CodeKey kKey{1, 2, 3};
/// Of the voters, so many strike exactly the names most others strike; so many write with the hand and pen of the voter before, who struck the same.
constexpr double kCommon = 0.7, kTwins = 0.05;
/// Of the sheets fed twice, so many come once at 200 and once at 300 dpi.
constexpr double kOtherDpi = 0.25;
constexpr double kDpi = 200, kFineDpi = 300;

template <typename T>
T need(Expected<T> value) {
  if (!value) {
    std::cerr << value.error().what << "\n";
    std::exit(1);
  }
  return std::move(*value);
}

struct Bench {
  Congress congress;
  const Contest* contest = nullptr;
  BallotForm form;
  std::vector<Raster> coarse, fine;
  std::unique_ptr<Reader> reader;
  Profile profile = Profile::Office;
  std::uint64_t seed = 1;
  double fedTwice = 0.02;
  std::vector<double> liked;
  Intent common;
};

Bench open(char** argv) {
  Bench b;
  b.congress = need(parseDefinition(need(readFile(argv[2]))));
  b.contest = b.congress.contest(argv[3]);
  b.form = need(layOut(b.congress.info, *b.contest));
  std::vector<std::string> codes;
  for (const auto& page : b.form.pages)
    codes.push_back(encode({congressTag(b.congress.info),
                            contestTag(*b.contest),
                            formTag(b.form),
                            page.geometry.page,
                            static_cast<int>(b.form.pages.size()),
                            {}},
                           kKey));
  const std::string pdf = need(ballotPdf(b.form, {codes}));
  ReadingForm reading{b.form, contestTag(*b.contest), {}};
  for (int i = 0; i < static_cast<int>(b.form.pages.size()); ++i) {
    b.coarse.push_back(need(renderPdfPage(pdf, i, kDpi)));
    b.fine.push_back(need(renderPdfPage(pdf, i, kFineDpi)));
    reading.reference.push_back(need(renderPdfPage(pdf, i, kReferenceDpi)));
  }
  b.reader = std::make_unique<Reader>(std::vector<ReadingForm>{reading}, kKey, congressTag(b.congress.info), b.contest->id);
  return b;
}

struct Ballot {
  Voter voter;
  int hand = 0;  ///< ballot whose hand this is
};

/// The voter of a ballot, drawn from the seed and the number alone; a twin is drawn as the ballot before it.
Ballot voterOf(const Bench& bench, int ballot) {
  Rng kind(bench.seed, 1, static_cast<std::uint64_t>(ballot));
  if (ballot % 2 == 1 && kind.chance(2 * kTwins)) return voterOf(bench, ballot - 1);
  Rng rng(bench.seed, 2, static_cast<std::uint64_t>(ballot));
  Ballot b;
  b.hand = ballot;
  b.voter.hand = pickHand(rng, bench.profile), b.voter.pen = pickPen(rng, bench.profile), b.voter.otherPen = b.voter.pen;
  b.voter.intent = rng.chance(kCommon) ? bench.common : vote(*bench.contest, bench.form.face, bench.liked, Plan::Usual, bench.profile, rng);
  b.voter.doubtful.assign(bench.contest->candidates.size(), false);
  return b;
}

void halve(Sheet& sheet) {
  const double k = kDpi / kFineDpi;
  cv::Mat small;
  cv::resize(sheet.image, small, {}, k, k, cv::INTER_AREA);
  sheet.image = small, sheet.pxPerMm *= k;
  for (int r = 0; r < 2; ++r)
    for (int c = 0; c < 3; ++c) sheet.toPx(r, c) *= k;
}

Pass anyPass(Rng& rng) {
  Pass p;
  p.rotation = rng.uniform(-2, 2), p.turn = rng.chance(0.3) ? 180 : 0, p.shiftX = rng.normal(0, 1), p.shiftY = rng.normal(0, 1.2);
  p.scaleX = rng.uniform(0.99, 1.01), p.scaleY = rng.uniform(0.99, 1.01), p.shear = rng.normal(0, 0.0007);
  if (rng.chance(0.15)) p.wobbleMm = rng.uniform(0.05, 0.15), p.wobblePeriodMm = rng.uniform(30, 150), p.wobblePhase = rng.uniform(0, 6.28);
  return p;
}

void readScan(const Bench& bench, const Sheet& sheet, const PageGeometry& page, double dpi, int ballot, int hand, int scanNo, Rng& rng,
              Scanner scanner, Pass pass, std::ostream& out) {
  const cv::Mat image = scan(sheet, page.targets, scanner, pass, rng);
  const auto bytes = encodeScan(image, "jpg", dpi, scanner);
  const Raster raster = need(decodePage({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, 0, true));
  const PageReading r = bench.reader->read(raster);
  out << ballot << " " << hand << " " << scanNo << " " << page.page << " " << dpi << " m";
  for (const auto& m : r.marks) out << (m.state == MarkState::None ? '.' : m.state == MarkState::Mark ? 'X' : '?');
  out << " i";
  static const char* const hex = "0123456789abcdef";
  for (const char c : r.inkPrint) out << hex[(c >> 4) & 15] << hex[c & 15];
  out << "\n";
}

void makeBallot(const Bench& bench, int ballot, std::ostream& out) {
  const Ballot b = voterOf(bench, ballot);
  Rng fate(bench.seed, 3, static_cast<std::uint64_t>(ballot));
  const bool twice = fate.chance(bench.fedTwice), fine = twice && fate.chance(kOtherDpi);
  Rng run(bench.seed, 4, static_cast<std::uint64_t>(ballot / 12));
  const Scanner usual = pickScanner(run, bench.profile, false);
  for (std::size_t i = 0; i < bench.form.pages.size(); ++i) {
    const PageGeometry& page = bench.form.pages[i].geometry;
    Rng rng(bench.seed, 5, static_cast<std::uint64_t>(ballot) * 16 + i);
    Sheet sheet = need(sheetOf((fine ? bench.fine : bench.coarse)[i], page, false));
    tint(sheet, usual.paper);
    markPage(sheet, page, *bench.contest, b.voter, bench.profile, rng);
    wear(sheet, page, usual.backing, rng, bench.profile);
    if (twice) {
      Scanner other = pickScanner(rng, bench.profile, false);
      readScan(bench, sheet, page, fine ? kFineDpi : kDpi, ballot, b.hand, 2, rng, other, anyPass(rng), out);
    }
    if (fine) halve(sheet);
    readScan(bench, sheet, page, kDpi, ballot, b.hand, 1, rng, usual, anyPass(rng), out);
  }
}

/// One line of OUT.
struct Scan {
  int ballot = 0, hand = 0, number = 0;
  PageReading reading;
};

std::vector<Scan> load(const std::string& path) {
  std::vector<Scan> scans;
  std::ifstream in(path);
  Scan scan;
  double dpi = 0;
  std::string marks, hex;
  while (in >> scan.ballot >> scan.hand >> scan.number >> scan.reading.page >> dpi >> marks >> hex) {
    scan.reading.inkPrint.clear();
    for (std::size_t i = 1; i + 1 < hex.size(); i += 2)
      scan.reading.inkPrint.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    scans.push_back(scan);
  }
  return scans;
}

/// Takes the sheets in as intake does, the second feeds of all papers after the first ones of all, and counts what is said of them.
void grade(const std::string& path) {
  std::vector<Scan> scans = load(path);
  std::stable_sort(scans.begin(), scans.end(), [](const Scan& a, const Scan& b) { return a.number < b.number; });
  SeenHands hands([&scans](int sheet) -> Expected<std::string> { return scans[static_cast<std::size_t>(sheet)].reading.inkPrint; });
  int again = 0, missed = 0, wrongPaper = 0, accused = 0, accusedTwins = 0, without = 0, twins = 0;
  const std::clock_t start = std::clock();
  for (std::size_t i = 0; i < scans.size(); ++i) {
    const Scan& s = scans[i];
    const auto match = need(hands.add(s.reading, {static_cast<int>(i), {}, "c", false}));
    const Scan* other = match ? &scans[static_cast<std::size_t>(match->sheet.id)] : nullptr;
    without += s.reading.inkPrint.empty(), again += s.number == 2, twins += s.number == 1 && s.hand != s.ballot;
    if (s.number == 2) {
      missed += !other, wrongPaper += other && other->ballot != s.ballot;
      if (!other) std::cout << "  missed: ballot " << s.ballot << "\n";
    } else if (other) {
      ++accused, accusedTwins += other->hand == s.hand;
      std::cout << "  accused: ballot " << s.ballot << " of being " << other->ballot << ", " << match->likeness.apart << " apart\n";
    }
  }
  const double ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::cout << path << ": " << scans.size() << " sheets (" << without << " without ink), " << again << " fed again: " << missed
            << " missed, " << wrongPaper << " found as another; " << scans.size() - static_cast<std::size_t>(again) << " fed once ("
            << twins << " by the hand before): " << accused << " accused, " << accusedTwins << " of them of being the hand before; "
            << ms / static_cast<double>(std::max<std::size_t>(1, scans.size())) << " ms a sheet\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 && std::string(argv[1]) == "grade") {
    for (int i = 2; i < argc; ++i) grade(argv[i]);
    return 0;
  }
  if (argc < 8 || std::string(argv[1]) != "make") {
    std::cerr << "usage: see the head of duplicates.cpp\n";
    return 2;
  }
  cv::setNumThreads(1);
  Bench bench = open(argv);
  bench.seed = std::stoull(argv[5]);
  if (argc > 8)
    bench.profile = std::string(argv[8]) == "clean" ? Profile::Clean : std::string(argv[8]) == "harsh" ? Profile::Harsh : Profile::Office;
  if (argc > 9) bench.fedTwice = std::stod(argv[9]);
  Rng rng(bench.seed, 6);
  bench.liked = popularity(*bench.contest, rng);
  do bench.common = vote(*bench.contest, bench.form.face, bench.liked, Plan::Usual, Profile::Clean, rng);
  while (bench.common.name != "valid");
  std::ofstream out(argv[4]);
  for (int ballot = std::stoi(argv[6]); ballot < std::stoi(argv[7]); ++ballot) makeBallot(bench, ballot, out);
  return out.good() ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of each stage of reading, over the pages of a deck.
// usage: stages DEFINITION CONTEST DECK [--benchmark_… options]     DECK: image files of that contest (a rehearsal deck, or tests/accuracy's)
// Each iteration takes the next of the deck's first kPages pages, so that times are of a mixed pile and not of one page in the cache.
#include <benchmark/benchmark.h>

#include <iostream>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "ballot/code_payload.h"
#include "formats/definition.h"
#include "reports/pdf/ballot_pdf.h"
#include "scanner/imaging/page_lines.h"
#include "scanner/imaging/registration.h"
#include "scanner/reading/decide.h"
#include "scanner/reading/find_code.h"
#include "scanner/reading/page_form.h"
#include "scanner/reading/reader.h"
#include "scanner/reading/strays.h"
#include "scanner/source/page_source.h"

using namespace kp;

namespace {

constexpr std::size_t kPages = 24;
const CodeKey kKey{1, 2, 3};  ///< as tests/accuracy/lab.cpp

template <typename T>
T need(Expected<T> value) {
  if (!value) {
    std::cerr << value.error().what << "\n";
    std::exit(1);
  }
  return std::move(*value);
}

bool any(const std::string&, const void*) { return true; }

/// One page of the deck with what each stage hands to the next.
struct Page {
  std::string bytes;
  Raster raster;
  std::unique_ptr<PageView> view;
  FoundCode code;
  Affine toView;
  const PageForm* form = nullptr;
  PrintQuality quality;
  std::vector<PageLine> lines;
  std::vector<AlignedPatch> patches;
  std::vector<Gray> ink;
};

struct Bench {
  Congress congress;
  BallotForm form;
  std::vector<Raster> reference;
  std::vector<PageForm> forms;
  std::vector<Page> pages;

  static Bench& get() {
    static Bench bench;
    return bench;
  }

  void open(const std::string& definition, const std::string& contestId, const std::string& deck) {
    congress = need(parseDefinition(need(readFile(definition))));
    const Contest& contest = *congress.contest(contestId);
    form = need(layOut(congress.info, contest));
    std::vector<std::string> codes;
    for (const auto& page : form.pages)
      codes.push_back(encode(
          {congressTag(congress.info), contestTag(contest), formTag(form), page.geometry.page, static_cast<int>(form.pages.size()), {}},
          kKey));
    const std::string pdf = need(ballotPdf(form, {codes}));
    for (std::size_t i = 0; i < form.pages.size(); ++i) {
      reference.push_back(need(renderPdfPage(pdf, static_cast<int>(i), kReferenceDpi)));
      forms.push_back(preparePage(form.pages[i], reference.back()));
    }
    for (const auto& path : need(listSources({deck}))) {
      if (pages.size() == kPages) break;
      if (path.extension() == ".jpg" || path.extension() == ".png" || path.extension() == ".tif") prepare(need(readFile(path)));
    }
  }

 private:
  void prepare(std::string bytes) {
    Page p;
    p.bytes = std::move(bytes);
    p.raster = need(decodePage(p.bytes, 0, true));
    const PageGeometry& first = form.pages.front().geometry;
    p.view = std::make_unique<PageView>(p.raster, p.raster.width / first.widthMm);
    std::vector<std::string> strangers;
    const auto code = findCode(*p.view, first, true, any, nullptr, strangers);
    if (!code) return;
    p.code = *code;
    p.form = &forms[pages.size() % forms.size()];  // the pages of one ballot follow each other
    const Registration reg = registerPage(*p.view, p.form->page->geometry, code->guess, code->anchors);
    if (!reg.placed) return;
    p.toView = reg.toView;
    p.quality = judgePrint(*p.view, p.toView, *p.form, {});
    p.lines = findPageLines(*p.view, p.toView, p.form->page->geometry);
    for (const auto& target : p.form->targets) {
      p.patches.push_back(alignPatch(*p.view, p.toView, target, kReachPx));
      findInk(p.patches.back(), target, p.quality.spread, p.quality.inkThreshold, p.ink.emplace_back());
    }
    pages.push_back(std::move(p));
  }
};

template <typename Stage>
void overPages(benchmark::State& state, Stage stage) {
  const auto& pages = Bench::get().pages;
  std::size_t i = 0;
  for (auto _ : state) stage(pages[i++ % pages.size()]);
}

/// Everything that reading a page is, as `scan` does it; to be compared with imdecode.
void decodeAndRead(benchmark::State& state) {
  const Bench& bench = Bench::get();
  const Reader reader({{bench.form, contestTag(*bench.congress.contest(bench.form.contest)), bench.reference}}, kKey,
                      congressTag(bench.congress.info), bench.form.contest);
  const auto read = [&](const Page& p) { return reader.read(need(decodePage(p.bytes, 0, true))); };
  if (read(bench.pages.front()).marks.empty()) return state.SkipWithError("the deck was printed with another key");
  overPages(state, [&](const Page& p) { benchmark::DoNotOptimize(read(p)); });
}
void imdecode(benchmark::State& state) {
  overPages(state, [](const Page& p) {
    const cv::Mat data(1, static_cast<int>(p.bytes.size()), CV_8UC1, const_cast<char*>(p.bytes.data()));
    benchmark::DoNotOptimize(cv::imdecode(data, cv::IMREAD_GRAYSCALE));
  });
}
void decode(benchmark::State& state) {
  overPages(state, [](const Page& p) { benchmark::DoNotOptimize(decodePage(p.bytes, 0, true)); });
}
void view(benchmark::State& state) {
  overPages(state, [](const Page& p) { PageView(p.raster, p.raster.width / p.form->page->geometry.widthMm); });
}
void code(benchmark::State& state) {
  overPages(state, [](const Page& p) {
    std::vector<std::string> strangers;
    benchmark::DoNotOptimize(findCode(*p.view, p.form->page->geometry, true, any, nullptr, strangers));
  });
}
void registration(benchmark::State& state) {
  overPages(state, [](const Page& p) { registerPage(*p.view, p.form->page->geometry, p.code.guess, p.code.anchors); });
}
void printQuality(benchmark::State& state) {
  overPages(state, [](const Page& p) { benchmark::DoNotOptimize(judgePrint(*p.view, p.toView, *p.form, {})); });
}
void foldsAndStreaks(benchmark::State& state) {
  overPages(state, [](const Page& p) { findPageLines(*p.view, p.toView, p.form->page->geometry); });
}
void aligning(benchmark::State& state) {
  overPages(state, [](const Page& p) {
    for (const auto& target : p.form->targets) benchmark::DoNotOptimize(alignPatch(*p.view, p.toView, target, kReachPx));
  });
}
void inking(benchmark::State& state) {
  Gray ink;
  overPages(state, [&](const Page& p) {
    for (std::size_t i = 0; i < p.patches.size(); ++i)
      findInk(p.patches[i], p.form->targets[i], p.quality.spread, p.quality.inkThreshold, ink);
  });
}
void measuring(benchmark::State& state) {
  overPages(state, [](const Page& p) {
    for (std::size_t i = 0; i < p.patches.size(); ++i) {
      const Target& target = p.form->page->geometry.targets[i];
      if (target.field == Field::Name)
        benchmark::DoNotOptimize(measureName(p.form->targets[i], p.patches[i], p.quality.spread, p.ink[i], target.box, p.lines));
      else
        benchmark::DoNotOptimize(measureBox(p.form->targets[i], p.patches[i], p.ink[i], target.box, p.lines));
    }
  });
}
void pageInk(benchmark::State& state) {
  overPages(state, [](const Page& p) { findPageInk(*p.view, p.toView, p.form->page->geometry, p.form->all, p.lines, 46, kSealPlace); });
}
BENCHMARK(imdecode)->Unit(benchmark::kMillisecond);
BENCHMARK(decodeAndRead)->Unit(benchmark::kMillisecond);
BENCHMARK(decode)->Unit(benchmark::kMillisecond);
BENCHMARK(view)->Unit(benchmark::kMillisecond);
BENCHMARK(code)->Unit(benchmark::kMillisecond);
BENCHMARK(registration)->Unit(benchmark::kMillisecond);
BENCHMARK(printQuality)->Unit(benchmark::kMillisecond);
BENCHMARK(foldsAndStreaks)->Unit(benchmark::kMillisecond);
BENCHMARK(aligning)->Unit(benchmark::kMillisecond);
BENCHMARK(inking)->Unit(benchmark::kMillisecond);
BENCHMARK(measuring)->Unit(benchmark::kMillisecond);
BENCHMARK(pageInk)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 4) {
    std::cerr << "usage: stages DEFINITION CONTEST DECK [--benchmark_… options]\n";
    return 2;
  }
  cv::setNumThreads(1);
  Bench::get().open(argv[1], argv[2], argv[3]);
  if (Bench::get().pages.empty()) {
    std::cerr << "no page of this contest in " << argv[3] << "\n";
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
// Time of each stage alone, over one report of samples/ (Google Benchmark):
//   cmake --preset release -DHANQING_BENCH=ON && cmake --build --preset release --target bench_stages
//   build/release/bin/bench_stages
#include "base/file.hpp"
#include "lines/lines.hpp"
#include "pages/pages.hpp"
#include "read/markdown.hpp"
#include "shape/shaped.hpp"
#include "typeset.hpp"

#include <benchmark/benchmark.h>

#include <optional>
#include <string>

namespace hanqing {
namespace {

/// The values between the stages of one report, kept so that each stage can be run again.
struct Bench {
    Bench() {
        Notes notes;
        const std::string folder = HANQING_ROOT "/samples";
        const std::string name = "reports/2024/2024年度工作报告.md";
        report.source = make_source(name, read_file(folder + "/" + name, source_size_max), notes);
        report.folders = {folder, "reports/2024"};
        report.fallback_title = "x";
        sheet = load_sheet("report", {}, notes);
        Observer observer;
        observer.document = [&](const Document& d) { document = d; };
        observer.styled = [&](const Styled& s) { styled = s; };
        observer.shaped = [&](const Shaped& s) { shaped = s; };
        observer.lines = [&](const Lines& l) { lines = l; };
        observer.pages = [&](const Pages& p) { pages = p; };
        typeset(
            report, [&](std::string_view) -> const Sheet& { return sheet; }, fonts, subsets, {}, observer);
    }
    Notes font_notes;
    Fonts fonts = Fonts::open({}, font_notes);
    Subsets subsets{fonts};
    Report report;
    Sheet sheet;
    Document document;
    Styled styled;
    Shaped shaped;
    Lines lines;
    Pages pages;
};

Bench& bench() {
    static Bench it;
    return it;
}

/// Runs one stage on a copy of what it takes; only the stage is timed.
template <typename Taken, typename Stage>
void run(benchmark::State& state, const Taken& taken, Stage stage) {
    for (auto _ : state) {
        state.PauseTiming();
        std::optional<Taken> copy(taken);
        Notes notes;
        state.ResumeTiming();
        auto result = stage(std::move(*copy), notes);
        benchmark::DoNotOptimize(result);
        state.PauseTiming();
        copy.reset();
        state.ResumeTiming();
    }
    state.counters["per page"] =
        benchmark::Counter(static_cast<double>(state.iterations() * bench().pages.pages.size()),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void parse_stage(benchmark::State& state) {
    run(state, bench().report.source, [](const Source& s, Notes& n) { return parse(s, n); });
}
void shape_stage(benchmark::State& state) {
    run(state, bench().styled, [](Styled s, Notes& n) { return shape(std::move(s), bench().fonts, n); });
}
void lines_stage(benchmark::State& state) {
    run(state, bench().shaped,
        [](Shaped s, Notes& n) { return break_lines(std::move(s), bench().fonts, n); });
}
void pages_stage(benchmark::State& state) {
    run(state, bench().lines, [](Lines l, Notes& n) { return paginate(std::move(l), bench().fonts, n); });
}
void pdf_stage(benchmark::State& state) {
    run(state, bench().pages,
        [](const Pages& p, Notes&) { return write_pdf(p, bench().fonts, bench().subsets, {}); });
}
void whole_line(benchmark::State& state) {
    run(state, bench().report, [](const Report& r, Notes&) {
        return typeset(r, [](std::string_view) -> const Sheet& { return bench().sheet; }, bench().fonts,
                       bench().subsets, {});
    });
}

BENCHMARK(parse_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(shape_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(lines_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(pages_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(pdf_stage)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_line)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace hanqing

BENCHMARK_MAIN();

// SPDX-License-Identifier: Apache-2.0
// The optimiser: against greedy breaking, against every possible set of breaks, and against the clock.
#include "support.hpp"

#include "lines/audit.hpp"

#include <catch2/catch.hpp>

#include <ctime>

namespace hanqing {
namespace {

using namespace test;

/// Numbers from a fixed recurrence, the same on every machine.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761U + 1) {}
    std::uint32_t roll(std::uint32_t sides) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % sides;
    }

private:
    std::uint32_t state_;
};

std::string mixed_text(Dice& dice, std::size_t pieces) {
    static const char* const stock[] = {
        "改革", "开放", "以来", "，",    "。",           "国家", "统计局", "（", "）", "“",    "”",
        "年",   "2024", "GDP",  " and ", "typesetting ", "国",   "的",     "、", "——", "100%", "；"};
    std::string text = "国";
    for (std::size_t i = 0; i < pieces; ++i) text += stock[dice.roll(std::size(stock))];
    return text + "。";
}

struct Broken {
    Setting setting;
    Cells cells;
    Fitter fitter;
    std::vector<Break> breaks;
    Broken(Sample& sample, Length measure)
        : setting(sample.setting()), fitter(prepared(), cells, measure.raw) {
        breaks = with_emergencies(setting, cells, breaks_of(setting, cells, true), measure.raw);
    }
    const Setting& prepared() {
        compose(setting, 0, static_cast<std::uint32_t>(setting.shaped.glyphs.size()), cells);
        return setting;
    }
};

/// The least demerits over all sets of breaks.
double best_by_force(const Broken& b) {
    double best = -1;
    const std::size_t inner = b.breaks.size() - 1;
    for (std::uint32_t set = 0; set < 1U << inner; ++set) {
        std::vector<std::uint32_t> path;
        for (std::uint32_t i = 0; i < inner; ++i)
            if ((set >> i & 1U) != 0) path.push_back(i);
        path.push_back(static_cast<std::uint32_t>(inner));
        const double demerits = demerits_of(b.fitter, b.breaks, path);
        if (best < 0 || demerits < best) best = demerits;
    }
    return best;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

TEST_CASE("lines: no paragraph is worse than greedy breaking, none loses or doubles text") {
    LineAudit found;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        Dice dice(seed);
        Sample sample;
        sample.text(mixed_text(dice, 20 + dice.roll(120)));
        sample.style.first_indent = ems(2);
        sample.style.align = seed % 5 == 0 ? Align::left : Align::justify;
        const Setting s = sample.setting();
        const BrokenParagraph broken = break_text(s, ems(9 + dice.roll(30)));
        audit_paragraph(s, broken, seed, true, found);
    }
    CHECK(found.figures.worse_than_greedy == 0);
    CHECK(found.figures.demerits < found.figures.greedy_demerits);
    for (const LineFault& fault : found.faults) {
        INFO("seed " << fault.paragraph << " line " << fault.line);
        CHECK(fault.kind != LineFaultKind::lost_text);
        CHECK(fault.kind != LineFaultKind::forbidden_start);
        CHECK(fault.kind != LineFaultKind::forbidden_end);
        CHECK(fault.kind != LineFaultKind::negative_gap);
        CHECK(fault.kind != LineFaultKind::overfull);
    }
}

TEST_CASE("lines: the best set of breaks is found, as trying all of them shows") {
    std::size_t compared = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        Dice dice(seed + 1000);
        Sample sample;
        sample.text(mixed_text(dice, 8));
        const Length measure = ems(static_cast<std::int64_t>(5 + dice.roll(6)));
        Broken b(sample, measure);
        if (b.breaks.size() > 15) continue;
        const double best = best_by_force(b);
        INFO(sample.utf8() << " in " << measure.raw / em);
        CHECK(break_text(b.setting, measure).solutions[0].demerits == Approx(best));
        ++compared;
    }
    CHECK(compared > 50);
}

TEST_CASE("lines: a last line of one character is avoided when the paragraph has the slack (G3)") {
    for (std::size_t lines = 2; lines < 6; ++lines) {
        Sample sample;
        std::string text;
        for (std::size_t i = 0; i < lines * 20 + 1; ++i) text += i % 9 == 8 ? "，" : "国";
        sample.text(text + "。");
        const auto broken = broken_text(sample, ems(20));
        CHECK(utf32(broken.back()).size() > 2);
    }
}

TEST_CASE("lines: the other solutions have one line less or more, and lose nothing either") {
    Sample sample;
    std::string text;
    for (int i = 0; i < 300; ++i) text += i % 7 == 6 ? "，" : "国";
    sample.text(text);
    const Setting s = sample.setting();
    const BrokenParagraph broken = break_text(s, ems(20));
    REQUIRE(broken.solutions.size() > 1);
    const auto best = static_cast<long>(broken.solutions[0].lines.size());
    for (std::size_t i = 0; i < broken.solutions.size(); ++i) {
        std::string joined;
        for (const std::string& line : lines_of(s, broken, i)) joined += line;
        CHECK(joined == s.paragraph.text);
        if (i > 0) CHECK(std::abs(static_cast<long>(broken.solutions[i].lines.size()) - best) == 1);
    }
}

TEST_CASE("lines: time grows with the text, not with its square") {
    const auto seconds = [](std::size_t pieces) {
        Dice dice(7);
        Sample sample;
        sample.text(mixed_text(dice, pieces));
        const Setting s = sample.setting();
        const double start = cpu_seconds();
        for (int i = 0; i < 3; ++i) break_text(s, ems(30));
        return cpu_seconds() - start;
    };
    seconds(1000);
    const double small = seconds(2000), large = seconds(16000);
    CHECK(large < small * 24 + 0.02);  // eight times the text; its square would be 64
}

TEST_CASE("lines: what cannot fit is set, flagged, and leaves the other lines alone") {
    Sample sample;
    sample.text("国国国");
    Setting s = sample.setting();
    const BrokenParagraph narrow = break_text(s, ems(1, 2));
    for (const Line& line : narrow.solutions[0].lines) CHECK(line.overfull);
    CHECK(lines_of(s, narrow) == std::vector<std::string>{"国", "国", "国"});
}

TEST_CASE("lines: a column is never narrower than its widest unbreakable piece") {
    Sample sample;
    sample.text("国家 typesetting，“国”");
    const Setting s = sample.setting();
    const Widths widths = widths_of(s);
    CHECK(widths.least == ems(6));  // the word with its comma, trimmed
    const BrokenParagraph broken = break_text(s, widths.natural);
    CHECK(broken.solutions[0].lines.size() == 1);
    const BrokenParagraph narrow = break_text(s, widths.least);
    for (const Line& line : narrow.solutions[0].lines) CHECK_FALSE(line.overfull);
}

}  // namespace hanqing

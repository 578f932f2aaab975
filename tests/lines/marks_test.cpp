// SPDX-License-Identifier: Apache-2.0
// Every pair of mark classes, in three regions, with and without an inline boundary, inside a line and at its
// edges. What is expected is written down here from the clauses, not asked from the table under test.
#include "support.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace hanqing {
namespace {

using namespace test;

enum class Boundary { nothing, strong, note };

const char* name_of(Boundary b) {
    return b == Boundary::nothing ? "" : b == Boundary::strong ? " at a strong run" : " across a note mark";
}

struct Place3 {
    Language language;
    const char* name;
};
constexpr Place3 regions[] = {
    {Language::zh_hans, "mainland"}, {Language::zh_hant_tw, "Taiwan"}, {Language::ja, "Japan"}};

constexpr const char32_t* classes[] = {U"（", U"《", U"“",  U"）", U"》", U"”", U"，", U"、",
                                       U"；", U"：", U"。", U"！", U"？", U"·", U"国"};

bool opens(char32_t c) { return c == U'（' || c == U'《' || c == U'“'; }
bool closes(char32_t c) { return c == U'）' || c == U'》' || c == U'”'; }
bool asks(char32_t c) { return c == U'！' || c == U'？'; }
bool stops(char32_t c) { return c == U'，' || c == U'、' || c == U'；' || c == U'：' || c == U'。'; }

/// Quarters of an em of blank, left and right of the ink (clreq 3.1.2, jlreq appendix).
struct Blanks {
    int left = 0, right = 0;
};
Blanks blanks(Language l, char32_t c) {
    if (opens(c)) return {2, 0};
    if (closes(c)) return {0, 2};
    if (c == U'·') return l == Language::zh_hans ? Blanks{} : Blanks{1, 1};
    if (l == Language::zh_hans) return stops(c) || asks(c) ? Blanks{0, 2} : Blanks{};
    if (asks(c)) return {};
    if (l == Language::ja)
        return c == U'；' || c == U'：' ? Blanks{1, 1} : stops(c) ? Blanks{0, 2} : Blanks{};
    return stops(c) ? Blanks{1, 1} : Blanks{};
}
/// Ink and what is fixed around it.
int body(Language l, char32_t c) {
    if (c == U'·' && l == Language::zh_hans) return 2;  // W3
    const Blanks b = blanks(l, c);
    return 4 - b.left - b.right;
}

/// Quarters between the bodies of two neighbours (M3, M6, M7, W4).
int between(Language l, char32_t a, char32_t b) {
    const int both = blanks(l, a).right + blanks(l, b).left;
    if (l == Language::zh_hans && asks(a) && asks(b)) return 0;
    const bool bracket = opens(a) || closes(a) || opens(b) || closes(b);
    if (!bracket || a == U'国' || b == U'国') return both;
    if (a == U'·') return blanks(l, a).right;
    if (b == U'·') return blanks(l, b).left;
    return std::max(0, both - 2);
}

std::string name(char32_t a, char32_t b) {
    std::string s;
    append_utf8(s, a);
    append_utf8(s, b);
    return s;
}

std::string utf8_of(char32_t c) {
    std::string s;
    append_utf8(s, c);
    return s;
}

/// `before` A [boundary] B `after`.
Sample pair_sample(Language l, char32_t a, char32_t b, Boundary boundary, std::size_t before,
                   std::size_t after) {
    Sample s;
    std::string left, right;
    for (std::size_t i = 0; i < before; ++i) left += "国";
    for (std::size_t i = 0; i < after; ++i) right += "国";
    s.language(l);
    s.text(left + utf8_of(a));
    if (boundary == Boundary::note) s.note("1");
    if (boundary == Boundary::strong)
        s.strong(utf8_of(b)).text(right);
    else
        s.text(utf8_of(b) + right);
    return s;
}

std::map<std::uint32_t, std::int64_t> positions(const PlacedLine& placed) {
    std::map<std::uint32_t, std::int64_t> x;
    for (const PlacedGlyph& g : placed.glyphs) x[g.glyph] = g.x.raw;
    return x;
}

}  // namespace

TEST_CASE(
    "lines: two adjacent marks share their blanks as their region and classes ask (M3, M5–M7, W3, W4)") {
    for (const Place3& region : regions)
        for (const Boundary boundary : {Boundary::nothing, Boundary::strong, Boundary::note})
            for (const char32_t* a : classes)
                for (const char32_t* b : classes) {
                    Sample sample = pair_sample(region.language, *a, *b, boundary, 2, 2);
                    const Setting s = sample.setting();
                    const BrokenParagraph broken = break_text(s, ems(100));
                    const auto x = positions(place_line(s, broken, broken.solutions[0].lines[0]));
                    const std::uint32_t note = boundary == Boundary::note ? 1 : 0;
                    const std::int64_t measured = (x.at(4 + note) - x.at(1)) * 4 / em - (note ? 1 : 0);
                    // Han, A, B, and what the outer sides of A and B keep; a note mark adds its quarter em …
                    // of ink.
                    const Language l = region.language;
                    const bool doubled = l == Language::zh_hans && asks(*a) && asks(*b);
                    const int expected = 4 + blanks(l, *a).left + body(l, *a) + between(l, *a, *b) +
                                         body(l, *b) + (doubled && note == 0 ? 0 : blanks(l, *b).right);
                    if (boundary == Boundary::note && (*b == U'国' || doubled)) continue;
                    INFO(region.name << " " << name(*a, *b) << name_of(boundary));
                    CHECK(measured == expected);
                }
}

TEST_CASE(
    "lines: at every edge marks obey the prohibitions, and lines end flush with their ink (B2, M1, M2, P5)") {
    const auto may_start_line = [](char32_t c) { return c == U'国' || opens(c); };
    for (const Place3& region : regions)
        for (const Boundary boundary : {Boundary::nothing, Boundary::strong, Boundary::note})
            for (const char32_t* a : classes)
                for (const char32_t* b : classes)
                    for (std::size_t before = 7; before <= 11; ++before) {
                        Sample sample = pair_sample(region.language, *a, *b, boundary, before, 30);
                        const Setting s = sample.setting();
                        const BrokenParagraph broken = break_text(s, ems(12));
                        INFO(region.name << " " << before << " " << name(*a, *b) << name_of(boundary));
                        REQUIRE_FALSE(broken.solutions.empty());
                        const std::vector<Line>& lines = broken.solutions[0].lines;
                        bool fine = lines.front().begin == 0 && lines.back().end == s.shaped.glyphs.size();
                        for (std::size_t i = 0; i < lines.size(); ++i) {
                            if (i > 0) fine = fine && lines[i].begin == lines[i - 1].end;
                            const char32_t first = s.shaped.glyphs[lines[i].begin].code;
                            const char32_t last = s.shaped.glyphs[lines[i].end - 1].code;
                            const auto x = positions(place_line(s, broken, lines[i]));
                            if (i > 0) fine = fine && may_start_line(first);
                            if (opens(first)) fine = fine && x.at(lines[i].begin) == -em / 2;  // M2
                            if (i + 1 == lines.size()) continue;
                            fine = fine && !opens(last) && first != U'1';
                            const std::int64_t right = ems(12).raw - x.at(lines[i].end - 1);
                            if (last == U'国') fine = fine && right == em;
                            if (region.language == Language::zh_hans && (stops(last) || closes(last)))
                                fine = fine && right == em / 2;  // M1
                            if (closes(last)) fine = fine && right == em / 2;
                        }
                        CHECK(fine);
                    }
}

TEST_CASE("lines: Japan's full stop keeps its blank at a line's end or loses it, nothing between (M8)") {
    for (std::size_t before = 7; before <= 12; ++before) {
        Sample sample = pair_sample(Language::ja, U'国', U'。', Boundary::nothing, before, 30);
        const Setting s = sample.setting();
        const BrokenParagraph broken = break_text(s, ems(10));
        for (const Line& line : broken.solutions[0].lines) {
            if (line.last || s.shaped.glyphs[line.end - 1].code != U'。') continue;
            const auto x = positions(place_line(s, broken, line));
            const std::int64_t right = ems(10).raw - x.at(line.end - 1);
            CHECK((right == em || right == em / 2));
        }
    }
}

TEST_CASE("lines: a style may close two marks to one em (M3)") {
    Sample sample;
    sample.style.adjacent_percent = 100;
    sample.text("国）（国");
    const Setting s = sample.setting();
    const BrokenParagraph broken = break_text(s, ems(20));
    const auto x = positions(place_line(s, broken, broken.solutions[0].lines[0]));
    CHECK(x.at(3) - x.at(0) == 2 * em);
}

TEST_CASE("lines: three question marks take two ems on the mainland (W4)") {
    Sample sample;
    sample.text("国！！！国");
    const Setting s = sample.setting();
    const BrokenParagraph broken = break_text(s, ems(20));
    const auto x = positions(place_line(s, broken, broken.solutions[0].lines[0]));
    CHECK(x.at(4) - x.at(0) == 3 * em);
}

TEST_CASE("lines: proportional quotation marks are not trimmed") {
    Sample sample;
    sample.text("ab (c) d");
    const Setting s = sample.setting();
    const BrokenParagraph broken = break_text(s, ems(20));
    CHECK(broken.solutions[0].lines[0].natural == ems(6 * 2 + 2, 4));
}

}  // namespace hanqing

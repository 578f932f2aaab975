// SPDX-License-Identifier: Apache-2.0
// The generated suite: every pair of classes at a line's start, inside it and at its end, at a paragraph's
// start, with and without an inline boundary between the two, in three regions. What is expected is derived
// here from the clauses of clreq, jlreq and GB/T 15834; the table under test is not asked.
#include "support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

namespace hanqing {
namespace {

using namespace test;

enum class Is {
    han,
    small_kana,
    latin,
    digit,
    opening,
    closing,
    comma,
    colon,
    stop,
    question,
    dot,
    dash,
    ellipsis,
    connector,
    solidus,
    prefix,
    postfix
};

struct Class {
    const char* text;
    Is is;
};
constexpr Class classes[] = {
    {"国", Is::han},     {"っ", Is::small_kana}, {"a", Is::latin},     {"1", Is::digit},
    {"（", Is::opening}, {"《", Is::opening},    {"“", Is::opening},   {"）", Is::closing},
    {"》", Is::closing}, {"”", Is::closing},     {"，", Is::comma},    {"、", Is::comma},
    {"；", Is::colon},   {"：", Is::colon},      {"。", Is::stop},     {"？", Is::question},
    {"·", Is::dot},      {"——", Is::dash},       {"……", Is::ellipsis}, {"～", Is::connector},
    {"／", Is::solidus}, {"￥", Is::prefix},     {"％", Is::postfix}};

enum class Boundary { nothing, strong, link, note };
constexpr Boundary boundaries[] = {Boundary::nothing, Boundary::strong, Boundary::link, Boundary::note};
constexpr Language regions[] = {Language::zh_hans, Language::zh_hant_tw, Language::ja};

/// Widths in quarters of an em: ink with what is fixed around it, and the blanks beside it (W1, W3, W5).
struct Form {
    int before = 0, ink = 4, after = 0;
};
Form form_of(Is is, Language l) {
    const bool mainland = l == Language::zh_hans, japan = l == Language::ja;
    switch (is) {
        case Is::latin:
        case Is::digit:
            return {0, 2, 0};
        case Is::opening:
            return {2, 2, 0};
        case Is::closing:
            return {0, 2, 2};
        case Is::comma:
        case Is::stop:
            return mainland || japan ? Form{0, 2, 2} : Form{1, 2, 1};
        case Is::colon:
            return mainland ? Form{0, 2, 2} : Form{1, 2, 1};
        case Is::question:
            return mainland ? Form{0, 2, 2} : Form{0, 4, 0};
        case Is::dot:
            return mainland ? Form{0, 2, 0} : Form{1, 2, 1};
        case Is::dash:
        case Is::ellipsis:
            return {0, 8, 0};
        default:
            return {};
    }
}

bool is_bracket(Is is) { return is == Is::opening || is == Is::closing; }
bool is_mark(Is is) { return is >= Is::opening && is <= Is::dot; }
bool is_narrow(Is is) { return is == Is::latin || is == Is::digit; }
bool is_ideograph(Is is) { return is == Is::han || is == Is::small_kana; }

/// Quarters between the inks of two neighbours: M3, M6, M7, W4, J4.
int between(Is a, Is b, Language l) {
    const int blank = form_of(a, l).after + form_of(b, l).before;
    if (a == Is::question && b == Is::question && l == Language::zh_hans) return 0;
    if ((is_narrow(a) && is_ideograph(b)) || (is_ideograph(a) && is_narrow(b))) return 1;
    if (!is_mark(a) || !is_mark(b) || (!is_bracket(a) && !is_bracket(b))) return blank;
    if (a == Is::dot) return form_of(a, l).after;
    if (b == Is::dot) return form_of(b, l).before;
    return std::max(0, blank - 2);
}

/// B2, B3 (level gb) and B8: what may not start or end a line.
bool is_barred_from_start(Is is) {
    return is == Is::closing || is == Is::comma || is == Is::colon || is == Is::stop || is == Is::question ||
           is == Is::dot || is == Is::connector || is == Is::solidus || is == Is::postfix ||
           is == Is::small_kana;
}
bool is_barred_from_end(Is is) { return is == Is::opening || is == Is::prefix || is == Is::solidus; }

enum class Verdict { never, always, free };
/// Between two full-width characters the rules decide; beside Latin they only forbid (UAX 14 may forbid
/// more).
Verdict verdict(Is a, Is b) {
    if (is_barred_from_start(b) || is_barred_from_end(a)) return Verdict::never;
    if (a == b && (a == Is::dash || a == Is::ellipsis)) return Verdict::never;  // W2
    if (is_narrow(a) && is_narrow(b)) return Verdict::never;                    // B7
    if (is_narrow(a) || is_narrow(b))
        return is_ideograph(a) || is_ideograph(b) ? Verdict::always : Verdict::free;
    return Verdict::always;
}

std::string han(std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += "国";
    return text;
}

/// `before` A [boundary] B `after`, and where A and B begin.
struct Pair {
    Sample sample;
    Language language;
    std::uint32_t a = 0, b = 0, last_of_b = 0;  ///< Glyphs.

    Pair(Language l, const Class& first, const Class& second, Boundary boundary, std::size_t before,
         std::size_t after)
        : language(l) {
        sample.language(l).text(han(before) + first.text);
        if (boundary == Boundary::note) sample.note("1");
        if (boundary == Boundary::strong)
            sample.strong(second.text).text(han(after));
        else if (boundary == Boundary::link)
            sample.add({second.text, false, false, false, false, true}).text(han(after));
        else
            sample.text(second.text + han(after));
        const auto count = [](const char* text) { return static_cast<std::uint32_t>(utf32(text).size()); };
        a = static_cast<std::uint32_t>(before);
        b = a + count(first.text) + (boundary == Boundary::note ? 1 : 0);
        last_of_b = b + count(second.text) - 1;
    }
};

std::map<std::uint32_t, std::int64_t> positions(const Setting& s, const BrokenParagraph& broken,
                                                std::size_t line) {
    std::map<std::uint32_t, std::int64_t> x;
    for (const PlacedGlyph& g : place_line(s, broken, broken.solutions[0].lines.at(line)).glyphs)
        x[g.glyph] = g.x.raw;
    return x;
}

/// Left edge of the ink of a glyph whose origin stands at `x`, in quarters.
std::int64_t ink_at(std::int64_t x, Is is, Language l) {
    const bool half_dot =
        is == Is::dot && l == Language::zh_hans;  // its glyph is an em, its place half of it
    return x * 4 / em + (half_dot ? 1 : form_of(is, l).before);
}

std::size_t cases = 0;

template <class Judge>
void for_all_pairs(const Judge& judge) {
    for (const Language l : regions)
        for (const Boundary boundary : boundaries)
            for (const Class& a : classes)
                for (const Class& b : classes) {
                    // A note mark after an opening mark or a sign of currency has no text to belong to.
                    if (boundary == Boundary::note && is_barred_from_end(a.is)) continue;
                    INFO(tag_of(l) << " " << a.text << b.text << " boundary " << static_cast<int>(boundary));
                    judge(l, a, b, boundary);
                    ++cases;
                }
}

bool may_break(Pair& pair, std::uint32_t glyph) {
    const Setting s = pair.sample.setting();
    Cells all;
    compose(s, 0, static_cast<std::uint32_t>(s.shaped.glyphs.size()), all);
    const std::vector<Break> breaks = breaks_of(s, all, false);
    return std::any_of(breaks.begin(), breaks.end(), [&](const Break& b) {
        return b.cell < all.cells.size() && all.cells[b.cell].glyph == glyph;
    });
}

}  // namespace

TEST_CASE(
    "pairs: a line may end between two classes where the rules allow it, and nowhere else (B2, B3, B7, B8, "
    "F3)") {
    for_all_pairs([](Language l, const Class& a, const Class& b, Boundary boundary) {
        Pair pair(l, a, b, boundary, 3, 3);
        Verdict expected = verdict(a.is, b.is);
        if (boundary == Boundary::note && (a.is == b.is || is_narrow(a.is))) expected = Verdict::free;
        const bool found = may_break(pair, pair.b);
        if (expected == Verdict::never) CHECK_FALSE(found);
        if (expected == Verdict::always) CHECK(found);
        if (boundary == Boundary::note) CHECK_FALSE(may_break(pair, pair.b - 1));
        for (std::uint32_t g = pair.b + 1; g <= pair.last_of_b; ++g) CHECK_FALSE(may_break(pair, g));
    });
}

TEST_CASE("pairs: inside a line two classes stand apart as the rules ask (M3–M7, W1–W5, J4)") {
    for_all_pairs([](Language l, const Class& a, const Class& b, Boundary boundary) {
        if (boundary == Boundary::note) return;  // marks_test measures across a note mark
        if (is_narrow(a.is) && is_narrow(b.is)) return;
        Pair pair(l, a, b, boundary, 2, 2);
        const Setting s = pair.sample.setting();
        const BrokenParagraph broken = break_text(s, ems(100));
        const auto x = positions(s, broken, 0);
        const std::int64_t ink_a = ink_at(x.at(pair.a), a.is, l), ink_b = ink_at(x.at(pair.b), b.is, l);
        CHECK(ink_b - ink_a == form_of(a.is, l).ink + between(a.is, b.is, l));
    });
}

TEST_CASE("pairs: a line that can end after the second class ends flush with its ink (M1, P5, B2)") {
    for_all_pairs([](Language l, const Class& a, const Class& b, Boundary boundary) {
        if (boundary == Boundary::note) return;
        const int quarters = 8 * 4 + between(Is::han, a.is, l) + form_of(a.is, l).ink +
                             between(a.is, b.is, l) + form_of(b.is, l).ink;
        if (is_narrow(a.is) && is_narrow(b.is)) return;
        Pair pair(l, a, b, boundary, 8, 6);
        const Setting s = pair.sample.setting();
        const BrokenParagraph broken = break_text(s, ems(quarters, 4));
        const Line& line = broken.solutions[0].lines.front();
        const bool ends_there = line.end == pair.last_of_b + 1;
        const Verdict expected = verdict(b.is, Is::han);
        if (expected == Verdict::never) CHECK_FALSE(ends_there);
        if (expected != Verdict::always) return;
        REQUIRE(ends_there);
        CHECK(line.set == ems(quarters, 4));
        const auto x = positions(s, broken, 0);
        CHECK(ink_at(x.at(pair.b), b.is, l) + form_of(b.is, l).ink == quarters);
    });
}

TEST_CASE("pairs: a line or a paragraph that begins with the first class begins with its ink (M2, B2)") {
    for_all_pairs([](Language l, const Class& a, const Class& b, Boundary boundary) {
        Pair first(l, a, b, boundary, 0, 6);
        const Setting s = first.sample.setting();
        const BrokenParagraph broken = break_text(s, ems(40));
        const int kept =
            a.is == Is::opening ? 0 : form_of(a.is, l).before;  // centred stops keep their quarter
        const int half_dot = a.is == Is::dot && l == Language::zh_hans ? 0 : kept;
        CHECK(ink_at(positions(s, broken, 0).at(0), a.is, l) == half_dot);

        Pair later(l, a, b, boundary, 8, 6);
        const Setting t = later.sample.setting();
        const BrokenParagraph lines = break_text(t, ems(8));
        const bool starts_there = lines.solutions[0].lines.front().end == later.a;
        const Verdict expected = verdict(Is::han, a.is);
        if (expected == Verdict::never) CHECK_FALSE(starts_there);
        if (expected != Verdict::always || !starts_there) return;
        CHECK(ink_at(positions(t, lines, 1).at(later.a), a.is, l) == 0);
    });
    WARN("generated cases in this suite: " << cases);
    CHECK(cases >= 400);
}

}  // namespace hanqing

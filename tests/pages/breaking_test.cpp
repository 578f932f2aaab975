// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "pages/composer.hpp"
#include "support.hpp"

#include <ctime>
#include <map>

using namespace hanqing;

namespace {

/// Every strip of one solution of each passage stands once, and note lines follow each other without a gap.
void check_complete(const Galley& galley) {
    const std::vector<PagePlan> plans = break_pages(galley);
    std::map<std::uint32_t, std::vector<std::uint32_t>> parts;
    std::uint32_t notes = 0;
    for (const PagePlan& plan : plans) {
        CHECK(plan.notes_begin == notes);
        notes = plan.notes_end;
        for (const PlacedStrip& placed : place_strips(galley, plan))
            parts[galley.strips[placed.strip].passage].push_back(placed.strip);
    }
    CHECK(notes == galley.notes.size());
    REQUIRE(parts.size() == galley.passages.size());
    for (const auto& [index, strips] : parts) {
        const Passage& passage = galley.passages[index];
        std::uint32_t begin = passage.begin, end = passage.end;
        for (const Passage::Other& other : passage.others)
            if (strips[0] >= other.begin && strips[0] < other.end) begin = other.begin, end = other.end;
        REQUIRE(strips.size() == end - begin);
        for (std::uint32_t i = 0; i < strips.size(); ++i) CHECK(strips[i] == begin + i);
    }
}

}  // namespace

TEST_CASE("pages: a page holds as many lines as the type area has room for") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 25);
    CHECK(pages_begin_at(galley) == std::vector<std::uint32_t>{0, 10, 20});
    check_complete(galley);
}

TEST_CASE("pages: a paragraph's last line never begins a page") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 11);
    add_paragraph(galley, 5);
    CHECK(pages_begin_at(galley) == std::vector<std::uint32_t>{0, 9});
}

TEST_CASE("pages: a paragraph's first line never ends a page") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 9);
    add_paragraph(galley, 6);
    CHECK(pages_begin_at(galley) == std::vector<std::uint32_t>{0, 9});
}

TEST_CASE("pages: the last page holds more than a line or three, where lines can come over") {
    Galley two = galley_of_lines(20);
    add_paragraph(two, 10);
    add_paragraph(two, 10);
    add_paragraph(two, 2);
    CHECK(pages_begin_at(two) == std::vector<std::uint32_t>{0, 18});
    // Three lines come to five, since a paragraph gives two or none.
    Galley three = galley_of_lines(20);
    add_paragraph(three, 18);
    add_paragraph(three, 2);
    add_paragraph(three, 3);
    CHECK(pages_begin_at(three) == std::vector<std::uint32_t>{0, 18});
    // A line less on an earlier page costs less than two on this one.
    Galley saved = galley_of_lines(20);
    add_paragraph(saved, 21, {{20, 30}});
    add_paragraph(saved, 21, {{20, 30}});
    CHECK(break_pages(saved).size() == 2);
    check_complete(saved);
    // A chapter's last page is one too.
    Galley chapters = galley_of_lines(20);
    add_paragraph(chapters, 22);
    add_paragraph(chapters, 5);
    chapters.strips[22].begin = Strip::Begin::page;
    CHECK(pages_begin_at(chapters) == std::vector<std::uint32_t>{0, 18, 22});
}

TEST_CASE("pages: a figure or a heading with its lines is enough on a last page") {
    Galley figure = galley_of_lines(20);
    add_paragraph(figure, 20);
    add_box(figure, points(300));
    CHECK(pages_begin_at(figure) == std::vector<std::uint32_t>{0, 20});
    Galley heading = galley_of_lines(20);
    add_paragraph(heading, 20);
    add_box(heading, points(60)).grid = true;
    add_paragraph(heading, 2);
    heading.strips[21].penalty = cost::with_next;
    CHECK(pages_begin_at(heading) == std::vector<std::uint32_t>{0, 20});
}

TEST_CASE("pages: another solution of a paragraph repairs a widow without a short page") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 5, {{6, 90}});
    add_paragraph(galley, 6);
    add_paragraph(galley, 8);
    const std::vector<PagePlan> plans = break_pages(galley);
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].altered == none);
    const std::uint32_t second = galley.passages[1].begin;
    CHECK(plans[0].end == second + 4);  // 5 + 4 lines and one line of room

    galley.passages[0].others[1].cost = 3;  // cheap enough: 6 + 4 lines
    const std::vector<PagePlan> better = break_pages(galley);
    CHECK(better[0].altered == 0);
    CHECK(better[0].end == second + 4);
    check_complete(galley);
}

TEST_CASE("pages: the paragraph that is cut may itself be set in another number of lines") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 9);
    add_paragraph(galley, 3, {{2, 20}, {4, 20}});
    add_paragraph(galley, 8);
    check_complete(galley);
    Galley cut = galley_of_lines(10);
    add_paragraph(cut, 8);
    add_paragraph(cut, 3, {{4, 5}});
    add_paragraph(cut, 8);
    const std::vector<PagePlan> plans = break_pages(cut);
    CHECK(plans[0].end == cut.passages[1].others[1].begin + 2);  // 8 + 2, then 2 + 8
    check_complete(cut);
}

TEST_CASE("pages: a chain of headings goes with the lines that follow it") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 7);
    for (int i = 0; i < 2; ++i) {
        add_paragraph(galley, 1);
        if (i > 0) galley.strips.back().penalty = cost::with_next;
    }
    add_paragraph(galley, 5);
    galley.strips[galley.passages[3].begin].penalty = cost::with_next;
    CHECK(pages_begin_at(galley) == std::vector<std::uint32_t>{0, 7});
}

TEST_CASE("pages: a note stands on the page of its mark, its last line on the foot of the type area") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 8);
    add_note(galley, 2);
    add_paragraph(galley, 8);
    const std::vector<PagePlan> plans = break_pages(galley);
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].end == 8);
    CHECK(plans[0].notes_end == 2);
    check_complete(galley);
}

TEST_CASE("pages: a note that is too long goes on at the foot of the next page") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 2);
    add_note(galley, 20);
    add_paragraph(galley, 8);
    const std::vector<PagePlan> plans = break_pages(galley);
    REQUIRE(plans.size() >= 2);
    CHECK(plans[0].end >= 2);
    CHECK(plans[0].notes_end >= 2);
    CHECK(plans[0].notes_end < 20);
    check_complete(galley);
}

TEST_CASE("pages: a figure waits for the head of the next page while the text flows on") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 6);
    add_box(galley, points(90)).floats = true;
    add_paragraph(galley, 8);
    const std::vector<PagePlan> plans = break_pages(galley);
    REQUIRE(plans.size() == 2);
    CHECK(plans[1].head_floats[0] == 6);
    CHECK(plans[0].end == 7 + 4);
    check_complete(galley);
}

TEST_CASE("pages: a figure waits no longer than its section, nor beyond the end of the text") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 6);
    add_box(galley, points(90)).floats = true;
    add_paragraph(galley, 2);
    const std::uint32_t heading = galley.size();
    add_paragraph(galley, 1);
    galley.strips[heading].barrier = true;
    add_paragraph(galley, 3);
    const std::vector<PagePlan> plans = break_pages(galley);
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].end == heading);
    CHECK(plans[1].head_floats[0] == 6);
    check_complete(galley);

    Galley end = galley_of_lines(20);
    add_paragraph(end, 12);
    add_box(end, points(190)).floats = true;
    add_paragraph(end, 1);
    const std::vector<PagePlan> last = break_pages(end);
    REQUIRE(last.size() == 2);
    CHECK(last[0].end <= 13);  // the last words stay behind it
}

TEST_CASE("pages: figures keep their order, however many wait") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 8);
    for (int i = 0; i < 6; ++i) add_box(galley, points(i % 2 == 0 ? 150 : 60)).floats = true;
    add_paragraph(galley, 30);
    std::vector<std::uint32_t> figures;
    for (const PagePlan& plan : break_pages(galley))
        for (const PlacedStrip& placed : place_strips(galley, plan))
            if (galley.strips[placed.strip].floats) figures.push_back(placed.strip);
    CHECK(figures == std::vector<std::uint32_t>{8, 9, 10, 11, 12, 13});
    check_complete(galley);
}

TEST_CASE("pages: blocks off the grid leave the next line on it, with the room shared above and below") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 2);
    Strip& box = add_box(galley, points(30));
    box.before = box.after = points(4);
    add_paragraph(galley, 2);
    const std::vector<PlacedStrip> placed = place_strips(galley, break_pages(galley)[0]);
    REQUIRE(placed.size() == 5);
    CHECK(placed[0].y == points(-5));
    CHECK(placed[3].y == points(75));                  // a grid line: 4 × 20 − 5
    CHECK(placed[2].y == points(35 + 4) + points(1));  // 2 pt were left
}

TEST_CASE("pages: a strip taller than the page is set all the same, and the work ends") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 3);
    add_box(galley, points(500));
    add_paragraph(galley, 3);
    CHECK(break_pages(galley).size() == 3);
    check_complete(galley);
}

TEST_CASE("pages: forced breaks begin pages, and the page before may be short") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 3);
    add_paragraph(galley, 3);
    galley.strips[3].begin = Strip::Begin::page;
    CHECK(pages_begin_at(galley) == std::vector<std::uint32_t>{0, 3});
}

TEST_CASE("pages: any flow keeps all its strips and note lines, and ends") {
    std::uint32_t seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U);
    const auto random = [&](std::uint32_t n) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8) % n;
    };
    Galley galley = galley_of_lines(5 + random(20));
    for (int i = 0; i < 150; ++i) {
        const std::uint32_t lines = 1 + random(12);
        switch (random(8)) {
            case 0: {
                Strip& box = add_box(galley, points(10 + random(300)));
                box.floats = random(2) == 0;
                box.before = points(random(20));
                break;
            }
            case 1:
                add_paragraph(galley, lines);
                add_note(galley, 1 + random(30));
                break;
            case 2:
                add_paragraph(galley, 1);
                break;
            case 3:
                add_paragraph(galley, lines + 1, {{lines, 20}, {lines + 2, 40}});
                galley.strips[galley.passages.back().begin].penalty = cost::with_next;
                break;
            case 4:
                add_paragraph(galley, lines);
                galley.strips[galley.passages.back().begin].begin = Strip::Begin::page;
                break;
            default:
                add_paragraph(galley, lines + 1, {{lines, 20}, {lines + 2, 40}});
        }
    }
    check_complete(galley);
}

TEST_CASE("pages: no break is better by exhaustive search over a small flow") {
    // Two pages at most, so that every legal choice can be tried by hand.
    for (std::uint32_t first = 2; first < 9; ++first)
        for (std::uint32_t second = 2; second < 9; ++second) {
            Galley galley = galley_of_lines(8);
            add_paragraph(galley, first);
            add_paragraph(galley, second);
            const std::uint32_t total = first + second;
            std::int64_t best = std::numeric_limits<std::int64_t>::max();
            std::uint32_t wanted = 0;
            if (total > 8)
                for (std::uint32_t cut = 1; cut <= 8; ++cut) {
                    if (total - cut > 8) continue;
                    const std::uint32_t rest = total - cut;
                    const std::int64_t few = rest <= 4 ? cost::meagre_page[rest] : 0;
                    const std::int64_t hole = 8 - cut, evened = std::min<std::int64_t>(hole, 5);
                    const std::int64_t empty = 50 * evened * evened + 40 * (hole - evened);
                    const std::int64_t price = galley.strips[cut].penalty + empty + few;
                    if (price <= best) best = price, wanted = cut;
                }
            const std::vector<PagePlan> plans = break_pages(galley);
            CHECK(plans[0].end == (total > 8 ? wanted : total));
        }
}

TEST_CASE("pages: cost per page stays flat to 2,000 pages") {
    const auto seconds = [](std::uint32_t pages) {
        Galley galley = galley_of_lines(40);
        for (std::uint32_t line = 0; line < pages * 40;) {
            const std::uint32_t lines = 2 + line % 7;
            add_paragraph(galley, lines, {{lines + 1, 40}, {std::max(1U, lines - 1), 40}});
            line += lines;
        }
        const std::clock_t start = std::clock();
        CHECK(break_pages(galley).size() >= pages - 1);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    const double few = seconds(200) / 200, many = seconds(2000) / 2000;
    WARN("page breaking: " << few * 1e6 << " µs a page at 200, " << many * 1e6 << " µs at 2,000");
    CHECK(many < few * 3 + 50e-6);
}

TEST_CASE("pages: figures that wait are never lost, however tall, and the work ends") {
    Galley galley = galley_of_lines(10);
    add_paragraph(galley, 9);
    add_box(galley, points(150)).floats = true;
    add_box(galley, points(500)).floats = true;  // taller than any page
    add_paragraph(galley, 2);
    add_box(galley, points(180)).floats = true;
    check_complete(galley);
    galley.strips[9].begin = Strip::Begin::page;
    check_complete(galley);
}

TEST_CASE("pages: a hole that must be is not shared out among the pages before it") {
    Galley galley = galley_of_lines(20);
    for (int i = 0; i < 26; ++i) add_paragraph(galley, 1);
    add_paragraph(galley, 18);  // whole, so it begins the third page
    for (std::uint32_t i = galley.passages.back().begin + 1; i < galley.size(); ++i)
        galley.strips[i].penalty = cost::together;
    CHECK(pages_begin_at(galley) == std::vector<std::uint32_t>{0, 20, 26});
}

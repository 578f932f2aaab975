// SPDX-License-Identifier: Apache-2.0
// Lines -> Pages. Every text has its place before any page number is known: numbers stand in slots of fixed
// width, so that one pass is enough and a number can never move a line.
#include "pages/pages.hpp"

#include "pages/composer.hpp"
#include "pages/furniture.hpp"
#include "pages/matter.hpp"
#include "pages/setter.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

/// The heading of each level that still holds when a page begins. A heading ends those of deeper levels.
void find_running_heads(std::vector<PageFacts>& facts) {
    std::array<std::uint32_t, 7> running;
    running.fill(none);
    std::uint32_t sequence = none;
    for (PageFacts& page : facts) {
        if (page.sequence != sequence) running.fill(none);
        sequence = page.sequence;
        std::copy(running.begin(), running.end(), page.running);
        for (std::size_t level = 1; level < running.size(); ++level) {
            if (page.heads[level].last == none) continue;
            running[level] = page.heads[level].last;
            for (std::size_t deeper = level + 1; deeper < running.size(); ++deeper)
                if (running[deeper] != none && running[deeper] < running[level]) running[deeper] = none;
        }
    }
}

/// {pages}: the last number of the chain of sequences that a page is counted in.
void count_pages(std::vector<PageFacts>& facts, const Styled& styled) {
    std::uint32_t last = 0;
    for (std::size_t i = facts.size(); i-- > 0;) {
        if (last == 0) last = facts[i].number;
        facts[i].pages = last;
        const bool chain_begins = i == 0 || (facts[i].sequence != facts[i - 1].sequence &&
                                             styled.sequences[facts[i].sequence].first_number > 0);
        if (chain_begins) last = 0;
    }
}

void close_numbers(Matter& matter, Setter& setter, const Pages& pages) {
    for (const OpenNumber& open : setter.open_numbers) {
        const std::uint32_t page =
            open.anchor < pages.anchors.size() ? pages.anchors[open.anchor].page : none;
        if (page == none || pages.pages[page].label.empty()) continue;
        setter.close_number(open, matter.words(pages.pages[page].label, open.style));
    }
}

void place_marks(const Styled& styled, const Setter& setter, Pages& pages) {
    for (const Setter::MarkPosition& mark : setter.marks) {
        const std::uint32_t anchor = styled.footnotes[mark.footnote].back_anchor;
        if (anchor != none && pages.anchors[anchor].page == none) pages.anchors[anchor] = {mark.page, mark.y};
    }
}

void take_over(Styled& styled, Pages& pages) {
    pages.tags = std::move(styled.tags);
    pages.links = std::move(styled.links);
    pages.outline = std::move(styled.outline);
    pages.images = std::move(styled.images);
    pages.metadata = std::move(styled.metadata);
    pages.language = styled.language;
    pages.duplex = styled.duplex;
}

}  // namespace

Pages paginate(Lines lines, const Fonts& fonts, Notes& notes) {
    Pages pages;
    Matter matter(lines, fonts, notes);
    Setter setter(matter, pages);
    std::vector<PageFacts> facts;
    Composer composer(matter, pages, setter, facts);
    pages.anchors.resize(matter.styled().anchors.size());
    std::uint32_t number = 0;
    for (std::uint32_t s = 0; s < matter.styled().sequences.size(); ++s) number = composer.compose(s, number);
    find_running_heads(facts);
    count_pages(facts, matter.styled());
    place_marks(matter.styled(), setter, pages);
    close_numbers(matter, setter, pages);
    set_furniture(matter, setter, pages, facts);
    take_over(matter.styled(), pages);
    return pages;
}

}  // namespace hanqing

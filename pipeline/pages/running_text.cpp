// SPDX-License-Identifier: Apache-2.0
// {page} {pages} {title} {h1} {h2} {date} {version} {organization} {number} -> their values on a page.
#include "pages/furniture.hpp"

#include <optional>
#include <string_view>

namespace hanqing {
namespace {

/// The heading of a level that holds on a page: the first on it, else the last before it in its sequence.
std::string heading_of_level(const Styled& styled, const std::vector<PageFacts>& facts, std::uint32_t page,
                             std::size_t level) {
    const std::vector<FlowBlock>& flow = styled.sequences[facts[page].sequence].flow;
    const auto text = [&](std::uint32_t block) {
        return block < flow.size() ? flow[block].heading_text : std::string{};
    };
    if (facts[page].heads[level].first != none) return text(facts[page].heads[level].first);
    return facts[page].running[level] == none ? std::string{} : text(facts[page].running[level]);
}

/// Where no heading of the level holds (before the first, or in a report that has none), the one above it
/// speaks, and in the end the title (N1): a head is never empty for want of a heading.
std::string heading_on(const Styled& styled, const std::vector<PageFacts>& facts, std::uint32_t page,
                       std::size_t level) {
    for (; level > 0; --level)
        if (std::string heading = heading_of_level(styled, facts, page, level); !heading.empty())
            return heading;
    return styled.metadata.title;
}

std::string value_of(std::string_view field, const Styled& styled, const Pages& pages,
                     const std::vector<PageFacts>& facts, std::uint32_t page) {
    const Metadata& metadata = styled.metadata;
    if (field == "page") return pages.pages[page].label;
    if (field == "pages")
        return page_label(facts[page].pages, styled.sequences[facts[page].sequence].numbering);
    if (field == "title") return metadata.title;
    if (field == "date") return metadata.date_text;
    if (field == "version") return metadata.version;
    if (field == "organization") return metadata.organization;
    if (field == "number") return metadata.document_number;
    if (field.size() == 2 && field[0] == 'h' && field[1] >= '1' && field[1] <= '6')
        return heading_on(styled, facts, page, static_cast<std::size_t>(field[1] - '0'));
    return {};
}

}  // namespace

std::string running_text(const std::string& text, const Styled& styled, const Pages& pages,
                         const std::vector<PageFacts>& facts, std::uint32_t page) {
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('{', at), close = text.find('}', open);
        if (open == std::string::npos || close == std::string::npos) return filled + text.substr(at);
        filled += text.substr(at, open - at);
        const std::string value =
            value_of(std::string_view(text).substr(open + 1, close - open - 1), styled, pages, facts, page);
        if (value.empty()) return {};
        filled += value;
        at = close + 1;
    }
    return filled;
}

}  // namespace hanqing

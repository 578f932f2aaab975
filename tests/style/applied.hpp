// SPDX-License-Identifier: Apache-2.0
// Markdown -> Styled, as a report with the shipped sheets, and questions about it.
#pragma once

#include "read/markdown.hpp"
#include "style/apply.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing::test {

struct Applied {
    Notes notes;
    Styled styled;
};

inline Applied applied(const std::string& markdown, Metadata metadata = {},
                       std::string_view sheet_name = "report") {
    Applied result;
    const Document document = parse(make_source("t.md", markdown, result.notes), result.notes);
    Pictures pictures;
    pictures.images.resize(document.images.size());
    pictures.paths.resize(document.images.size());
    if (metadata.title.empty()) metadata.title = first_heading(document);
    if (metadata.title.empty()) metadata.title = "题";
    result.styled = apply(load_sheet(sheet_name, {}, result.notes), document, std::move(pictures),
                          std::move(metadata), {"0123456789abcdef", "Hanqing"}, result.notes);
    return result;
}

inline std::vector<std::string> texts(const Styled& styled) {
    std::vector<std::string> all;
    for (const Sequence& sequence : styled.sequences)
        for (const FlowBlock& block : sequence.flow)
            if (block.kind == FlowKind::paragraph) all.push_back(styled.paragraphs[block.index].text);
    return all;
}

inline bool has(const std::vector<std::string>& all, const std::string& text) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

inline std::size_t count_tags(const Styled& styled, TagKind kind) {
    return static_cast<std::size_t>(std::count_if(styled.tags.begin(), styled.tags.end(),
                                                  [&](const Tag& tag) { return tag.kind == kind; }));
}

}  // namespace hanqing::test

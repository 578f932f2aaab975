// SPDX-License-Identifier: Apache-2.0
// Raw HTML among sibling blocks: which of them belong together because an element opened in one is closed in
// another, with Markdown in between. For .cpp files of this folder.
#pragma once

#include "read/blocks.hpp"

#include <string>
#include <vector>

namespace hanqing {

/// One piece of HTML for the HTML parser, in which blocks of Markdown are stood for by an element of our own.
struct HtmlFragment {
    std::string text;                   ///< Prepared text, private marks and all.
    std::vector<Origin> origins;        ///< Where in the prepared text bytes of it come from.
    std::vector<cmark_node*> markdown;  ///< By the number of their stand-in.
    Extent extent;

    [[nodiscard]] std::uint32_t prepared_of(std::size_t at) const;
};
/// The tag name of the stand-in; no author can type it.
std::string stand_in_name();

class HtmlRuns {
public:
    HtmlRuns(BlockWalk& walk, cmark_node* parent, Extent around);

    /// Writes the run of HTML that begins with this child. The child after it, or `child` if none begins
    /// here.
    cmark_node* write_from(cmark_node* child);

private:
    struct Sibling {
        cmark_node* node = nullptr;
        std::size_t last = 0;  ///< The run that begins here reaches to this sibling.
        bool is_html = false;
        bool is_source = false;  ///< No HTML: shown as typed.
    };
    void match_tags();
    void scan(std::size_t index, std::vector<std::pair<std::string, std::size_t>>& open);
    [[nodiscard]] HtmlFragment fragment_of(std::size_t first, std::size_t last) const;

    BlockWalk& walk_;
    Extent around_;
    std::vector<Sibling> siblings_;
    std::size_t next_ = 0;
};

/// Deepest nesting of elements in one run; a deeper one is shown as source.
inline constexpr std::size_t html_depth_max = 30;

/// Parses the fragment and writes its blocks.
void write_html(const HtmlFragment& fragment, BlockWalk& walk);

}  // namespace hanqing

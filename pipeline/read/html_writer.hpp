// SPDX-License-Identifier: Apache-2.0
// Gumbo's tree of one fragment -> blocks. For .cpp files of this folder.
#pragma once

#include "read/dialect.hpp"
#include "read/html_inline.hpp"
#include "read/html_runs.hpp"

#include <gumbo.h>

#include <optional>
#include <span>

namespace hanqing {

class HtmlWriter {
public:
    HtmlWriter(const HtmlFragment& fragment, BlockWalk& walk)
        : fragment_(fragment), walk_(walk), reading_(walk.reading()), written_(fragment.markdown.size()) {}

    /// Content of an element, in block context.
    void children(const GumboNode& element);
    /// Ends the paragraph that collects inline content.
    void flush();

private:
    struct Paragraph {
        TextBuilder builder;
        InlineTags tags;
        explicit Paragraph(Reading& reading, Extent extent)
            : builder(reading, extent.begin, extent.end), tags(builder) {}
        Paragraph(const Paragraph&) = delete;
        Paragraph& operator=(const Paragraph&) = delete;
    };
    void node(const GumboNode& node);
    void block(const GumboNode& node, const HtmlTag& tag);
    void leave_anchor(const HtmlTag& tag);
    void inline_node(const GumboNode& node);
    void inline_text(const GumboNode& node);
    void inline_children(const GumboNode& element);
    void heading_of_blocks(const GumboNode& node, const HtmlTag& tag);
    void heading(const GumboNode& node, const HtmlTag& tag);
    void list(const GumboNode& node, const HtmlTag& tag);
    void container(const GumboNode& node, const HtmlTag& tag, BlockKind kind);
    void strong_paragraph(const GumboNode& node);
    void caption(const GumboNode& node);
    void preformatted(const GumboNode& node);
    void table(const GumboNode& node, const HtmlTag& tag);
    void rows(const GumboNode& section, bool in_head, std::vector<const GumboNode*>& into,
              std::vector<bool>& heads);
    void row(const GumboNode& row, bool header, std::uint32_t rows_left, std::vector<std::uint32_t>& covered);
    void cell(const GumboNode& node, bool header, std::uint32_t column, std::uint32_t columns,
              std::uint32_t rows);
    void inner_row(const GumboNode& row);
    void tab_label(std::string_view words);
    void stand_in(const GumboNode& node);
    void comment(const GumboNode& node);
    TextBuilder& text();
    [[nodiscard]] Place place(const GumboNode& node) const;
    [[nodiscard]] std::uint32_t prepared_of(const GumboSourcePosition& position) const {
        return fragment_.prepared_of(position.offset);
    }

    const HtmlFragment& fragment_;
    BlockWalk& walk_;
    Reading& reading_;
    std::vector<bool> written_;  ///< Which blocks of Markdown have been.
    std::optional<Paragraph> paragraph_;
    Alignment alignment_ = Alignment::none;
    bool in_caption_ = false;
    std::uint32_t cells_ = 0;  ///< That are open, one in the other.
};

/// Whether an element of inline level nevertheless holds blocks.
bool holds_block(const GumboNode& node);
/// The tag as typed, or one made up where the HTML parser put an element in.
HtmlTag tag_of(const GumboNode& element);
inline std::span<GumboNode* const> children_of(const GumboNode& element) {
    return {reinterpret_cast<GumboNode* const*>(element.v.element.children.data),
            element.v.element.children.length};
}
inline bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

}  // namespace hanqing

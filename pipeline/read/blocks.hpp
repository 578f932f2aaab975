// SPDX-License-Identifier: Apache-2.0
// The parser's tree -> blocks of the Document. For .cpp files of this folder.
#pragma once

#include "read/block_writer.hpp"
#include "read/reading.hpp"
#include "read/tree.hpp"

namespace hanqing {

/// Walks the tree's blocks. Nesting is bounded by ReadLimits::depth, which was checked before.
class BlockWalk {
public:
    BlockWalk(Reading& reading, cmark_node* root)
        : reading_(reading), root_(root), writer_(reading.document) {}

    void run();
    /// The blocks under a node, HTML among them resolved across its gaps.
    void children_of(cmark_node* node, Extent around);
    void block(cmark_node* node, Extent around);
    /// The same of a block in an element that aligns it: a paragraph or heading, not what stands deeper.
    void aligned_block(cmark_node* node, Extent around, Alignment alignment);

    [[nodiscard]] Reading& reading() { return reading_; }
    [[nodiscard]] BlockWriter& writer() { return writer_; }

private:
    void collect_footnotes();
    void write_footnotes();
    void container(cmark_node* node, BlockKind kind, Extent extent);
    void quote(cmark_node* node, Extent extent);
    void open_callout(cmark_node* node, Extent around);
    bool take_callout_heading(cmark_node* node, Extent around);
    void take_alert_title(Text& text);
    void list(cmark_node* node, Extent extent);
    void item(cmark_node* node, Extent extent);
    void heading(cmark_node* node, Extent extent);
    void paragraph(cmark_node* node, Extent extent);
    void docsify_callout(Text text, Extent extent);
    void words(Text text, Extent extent);
    void formula(Text text, Extent extent);
    bool give_role_attributes(const Text& text);
    [[nodiscard]] bool goes_on(std::string_view words) const;
    void part_of_paragraph(Text text, Extent extent, bool resumes);
    void html_source(cmark_node* node, Extent extent);
    void code(cmark_node* node, Extent extent);
    void strong_line(const std::string& words, Place at);
    void raw_block(cmark_node* node, std::string_view info, Extent extent);
    void table(cmark_node* node, Extent extent);
    void table_row(cmark_node* row, cmark_node* table, Extent extent);
    [[nodiscard]] Place place(Extent extent) const { return reading_.place(extent.begin, extent.end); }

    Reading& reading_;
    cmark_node* root_;
    BlockWriter writer_;
    Alignment alignment_ = Alignment::none;  ///< Of HTML around the block in hand.
    cmark_node* alert_ = nullptr;            ///< First paragraph of a quotation that is a callout.
    struct Definition {
        cmark_node* node = nullptr;
        std::uint32_t begin = 0;  ///< Of its label.
        bool is_second = false;   ///< Its label was defined before.
    };
    std::vector<Definition> definitions_;  ///< Of footnotes, by index.
};

/// The literal of a code or HTML block, without what was added after the author's text.
std::string_view own_literal(cmark_node* node);

/// Text of a literal whose lines stand, each after its own prefix, from `first_line` of the prepared text on.
Text text_of_lines(std::string_view literal, std::size_t first_line, Extent extent, Reading& reading);

}  // namespace hanqing

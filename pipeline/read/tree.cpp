// SPDX-License-Identifier: Apache-2.0
// Calling cmark-gfm and asking its nodes.
#include "read/tree.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

// Filled when the extensions are registered; the header that declares them is not installed.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
}

namespace hanqing {
namespace {

struct ParserFree {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// Registration writes to the process's tables once; C++ makes the other threads wait for it.
void register_extensions() {
    static const bool done = (cmark_gfm_core_extensions_ensure_registered(), true);
    (void)done;
}

const std::array<std::pair<cmark_node_type, TreeKind>, 20> plain_kinds{{
    {CMARK_NODE_TEXT, TreeKind::text},
    {CMARK_NODE_SOFTBREAK, TreeKind::soft_break},
    {CMARK_NODE_LINEBREAK, TreeKind::line_break},
    {CMARK_NODE_PARAGRAPH, TreeKind::paragraph},
    {CMARK_NODE_CODE, TreeKind::code},
    {CMARK_NODE_STRONG, TreeKind::strong},
    {CMARK_NODE_EMPH, TreeKind::emphasis},
    {CMARK_NODE_LINK, TreeKind::link},
    {CMARK_NODE_IMAGE, TreeKind::image},
    {CMARK_NODE_HTML_INLINE, TreeKind::html},
    {CMARK_NODE_FOOTNOTE_REFERENCE, TreeKind::footnote_reference},
    {CMARK_NODE_ITEM, TreeKind::item},
    {CMARK_NODE_LIST, TreeKind::list},
    {CMARK_NODE_HEADING, TreeKind::heading},
    {CMARK_NODE_CODE_BLOCK, TreeKind::code_block},
    {CMARK_NODE_HTML_BLOCK, TreeKind::html_block},
    {CMARK_NODE_BLOCK_QUOTE, TreeKind::quote},
    {CMARK_NODE_THEMATIC_BREAK, TreeKind::rule},
    {CMARK_NODE_FOOTNOTE_DEFINITION, TreeKind::footnote_definition},
    {CMARK_NODE_DOCUMENT, TreeKind::document},
}};

std::uint32_t offset_of(const Prepared& prepared, int line, int column) {
    const auto index = std::min(static_cast<std::size_t>(line), prepared.lines.size()) - 1;
    const auto offset = prepared.lines[index] + static_cast<std::uint32_t>(std::max(column, 1) - 1);
    return std::min(offset, static_cast<std::uint32_t>(prepared.text.size()));
}

}  // namespace

Tree tree_from(std::string_view text) {
    register_extensions();
    const std::unique_ptr<cmark_parser, ParserFree> parser(
        cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES));
    for (const char* name : {"table", "tasklist"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree(cmark_parser_finish(parser.get()));
}

TreeKind kind_of(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    for (const auto& [plain, kind] : plain_kinds)
        if (plain == type) return kind;
    if (type == CMARK_NODE_TABLE) return TreeKind::table;
    if (type == CMARK_NODE_TABLE_ROW) return TreeKind::table_row;
    if (type == CMARK_NODE_TABLE_CELL) return TreeKind::table_cell;
    return TreeKind::other;
}

std::optional<std::uint32_t> begin_of(cmark_node* node, const Prepared& prepared) {
    const int line = cmark_node_get_start_line(node);
    if (line <= 0) return {};
    return offset_of(prepared, line, cmark_node_get_start_column(node));
}

Extent extent_of(cmark_node* block, const Prepared& prepared, Extent around) {
    const auto begin = begin_of(block, prepared);
    if (!begin) return around;
    const int end_line = cmark_node_get_end_line(block);
    if (end_line <= 0) return {*begin, std::max(*begin, around.end)};
    const int end_column = cmark_node_get_end_column(block);
    // A column of 0 means the end of the line before.
    return {*begin, std::max(*begin, offset_of(prepared, end_line, end_column + 1))};
}

Depth depth_of(cmark_node* root) {
    Depth deepest{0, root};
    std::uint32_t depth = 0;
    cmark_node* node = root;
    while (node != nullptr) {
        if (depth > deepest.depth) deepest = {depth, node};
        if (cmark_node* const child = cmark_node_first_child(node)) {
            node = child;
            ++depth;
            continue;
        }
        while (node != root && cmark_node_next(node) == nullptr) node = cmark_node_parent(node), --depth;
        node = node == root ? nullptr : cmark_node_next(node);
    }
    return deepest;
}

}  // namespace hanqing

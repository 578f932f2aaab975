// SPDX-License-Identifier: Apache-2.0
// cmark-gfm's tree for C++: owned, typed, and asked in the terms of prepared text. For .cpp files of this
// folder.
#pragma once

#include "read/prepared.hpp"

#include <cmark-gfm.h>

#include <memory>
#include <optional>
#include <string_view>

namespace hanqing {

struct TreeFree {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, TreeFree>;
using TreeIterator = std::unique_ptr<cmark_iter, TreeFree>;

/// Parses with tables, task lists and footnotes. Strikethrough and bare addresses are the dialect's own: as
/// extensions they swap a table of the whole process in and out, which two threads would see half done.
Tree tree_from(std::string_view text);

enum class TreeKind : std::uint8_t {
    document,
    quote,
    list,
    item,
    code_block,
    html_block,
    paragraph,
    heading,
    rule,
    footnote_definition,
    table,
    table_row,
    table_cell,
    text,
    soft_break,
    line_break,
    code,
    html,
    emphasis,
    strong,
    link,
    image,
    footnote_reference,
    other,
};
TreeKind kind_of(cmark_node* node);

inline std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

/// Bytes of the prepared text.
struct Extent {
    std::uint32_t begin = 0, end = 0;
};
/// Where a node begins, if the parser says so.
std::optional<std::uint32_t> begin_of(cmark_node* node, const Prepared& prepared);
/// Where a block stands; `around` where the parser does not say.
Extent extent_of(cmark_node* block, const Prepared& prepared, Extent around);

/// The deepest nesting of blocks, or of inline content, with a node found there.
struct Depth {
    std::uint32_t depth = 0;
    cmark_node* node = nullptr;
};
Depth depth_of(cmark_node* root);

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// Attributes on lines of their own find their block.
#include "read/attribute_line.hpp"

#include "read/attributes.hpp"
#include "read/dialect.hpp"
#include "read/text_edit.hpp"

#include <algorithm>

namespace hanqing {
namespace {

std::string_view without_blanks(std::string_view text) {
    while (text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// `{:toc}`, `{: toc .class}`
bool asks_contents(std::string_view line) {
    if (!line.starts_with("{:") || !line.ends_with('}')) return false;
    line = line.substr(2, line.size() - 3);
    while (line.starts_with(' ')) line.remove_prefix(1);
    return line.substr(0, line.find(' ')) == "toc";
}

/// kramdown puts the contents where a list of one word stands.
void replace_list(std::uint32_t list, Document& document) {
    auto& blocks = document.blocks;
    if (blocks[list].kind != BlockKind::list || blocks[list].end != blocks.size()) return;
    if (blocks.size() > list + 3) return;  // a list that says something
    const bool says_more = std::any_of(blocks.begin() + list, blocks.end(), [](const Block& block) {
        return block.text.utf8.find(object_character) != std::string::npos;
    });
    if (!says_more) blocks.resize(list);
}

}  // namespace

bool is_attribute_line(std::string_view line) {
    line = without_blanks(line);
    if (!line.starts_with("{:")) return false;
    const auto found = attributes_at(line, 0);
    return (found && found->size == line.size()) || asks_contents(line);
}

bool take_attribute_line(std::string_view line, BlockWriter& writer, Document& document) {
    line = without_blanks(line);
    if (!is_attribute_line(line)) return false;
    if (asks_contents(line)) {
        document.asks_contents = true;
        if (writer.last()) replace_list(*writer.last(), document);
        return true;
    }
    const auto block = writer.last();
    if (!block) return false;
    merge(document.blocks[*block].attributes, attributes_at(line, 0)->attributes);
    settle_caption_class(document, *block);
    return true;
}

Attributes take_trailing_attributes(Text& text) {
    const std::size_t brace = text.utf8.rfind("{:");
    const bool ends = brace != std::string::npos && brace > 0 && text.utf8.ends_with('}');
    return ends && text.utf8.rfind('{') == brace ? take_last_attributes(text) : Attributes{};
}

Attributes take_last_attributes(Text& text) {
    if (!text.utf8.ends_with('}')) return {};
    const std::size_t brace = text.utf8.rfind('{');
    auto found = brace == std::string::npos ? std::nullopt : attributes_at(text.utf8, brace);
    if (!found || brace + found->size != text.utf8.size()) return {};
    for (const Mark& mark : text.marks)
        if (mark.kind == MarkKind::code && mark.end > brace) return {};
    std::size_t begin = brace;
    while (begin > 0 && text.utf8[begin - 1] == ' ') --begin;
    TextEdits edits;
    edits.erase(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.utf8.size()));
    edits.apply(text);
    return std::move(found->attributes);
}

std::string take_heading_id(Text& text) {
    constexpr std::string_view sign = " :id=";
    const std::size_t at = text.utf8.rfind(sign);
    if (at == std::string::npos) return {};
    std::string id = text.utf8.substr(at + sign.size());
    if (id.empty() || id.find_first_of(" <>\"") != std::string::npos) return {};
    text = part_of(text, 0, static_cast<std::uint32_t>(at));
    return id;
}

void settle_caption_class(Document& document, std::uint32_t paragraph) {
    auto& blocks = document.blocks;
    Block& block = blocks[paragraph];
    const auto& classes = block.attributes.classes;
    if (block.kind != BlockKind::paragraph || block.caption != Caption::none || paragraph == 0) return;
    if (std::find(classes.begin(), classes.end(), "caption") == classes.end()) return;
    // The block before it is a picture's paragraph, or the last cell of a table.
    const Block& before = blocks[paragraph - 1];
    const bool is_picture = before.kind == BlockKind::paragraph && before.text.utf8 == object_character;
    const bool is_cell = before.kind == BlockKind::cell || before.kind == BlockKind::row;
    if (is_picture ? before.depth == block.depth : is_cell) block.caption = Caption::either;
}

}  // namespace hanqing

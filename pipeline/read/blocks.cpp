// SPDX-License-Identifier: Apache-2.0
// Blocks one by one: what the parser found, in our words.
#include "read/blocks.hpp"

#include "read/attribute_line.hpp"
#include "read/attributes.hpp"
#include "read/callouts.hpp"
#include "read/code_info.hpp"
#include "read/dialect.hpp"
#include "read/footnotes.hpp"
#include "read/html_runs.hpp"
#include "read/html_tag.hpp"
#include "read/inline_notes.hpp"
#include "read/inlines.hpp"
#include "read/list_numbers.hpp"
#include "read/plain_headings.hpp"
#include "read/private_marks.hpp"
#include "read/source_line.hpp"
#include "read/table_heads.hpp"
#include "read/table_walk.hpp"
#include "read/text_edit.hpp"
#include "read/typed_notes.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

namespace hanqing {
namespace {

/// What was added after the author's text to keep his footnotes.
bool is_tail(Extent extent, const Reading& reading) { return extent.begin >= reading.prepared.own_size; }

std::string_view without_last_newline(std::string_view literal) {
    if (literal.ends_with('\n')) literal.remove_suffix(1);
    return literal;
}

/// A line of nothing but tags of components (`<Tabs>`, `</Tabs>`) is scaffolding of another tool: whoever
/// prints it shows the reader nothing. Attributes in words of their own may be text, so those stay as typed.
std::string bare_component(std::string_view literal) {
    std::string name;
    for (;;) {
        const std::size_t at = literal.find_first_not_of(" \t\n");
        if (at == std::string_view::npos) return name;
        literal.remove_prefix(at);
        std::size_t size = 0;
        const auto tag = html_tag(literal.substr(0, 4096), size);
        if (!tag || !is_component_name(tag->typed_name)) return {};
        for (const auto& [key, value] : tag->attributes)
            if (std::any_of(value.begin(), value.end(), [](char c) { return c <= ' ' || c > '~'; }))
                return {};
        if (name.empty()) name = tag->typed_name;
        literal.remove_prefix(size);
    }
}

/// The parser places a definition at its content; the label stands before it on the same line.
std::uint32_t label_begin(cmark_node* definition, const Prepared& prepared) {
    const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(definition), 1)) - 1;
    const std::uint32_t begin = prepared.lines[std::min(line, prepared.lines.size() - 1)];
    const std::size_t bracket = prepared.text.find("[^", begin);
    return bracket < prepared.text.find('\n', begin) ? static_cast<std::uint32_t>(bracket) : begin;
}

/// One word, as in {/* reference */}.
bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 200 &&
           text.find_first_of(" \t\n{}\"#<>") == std::string_view::npos;
}

}  // namespace

void BlockWalk::run() {
    collect_footnotes();
    const Extent whole{0, reading_.prepared.own_size};
    children_of(root_, whole);
    write_footnotes();
    settle_captions(reading_.document);
    settle_plain_headings(reading_.document, reading_.notes);
    raise_typed_notes(reading_.document);
    settle_table_heads(reading_.document);
    settle_list_numbers(reading_.document, reading_.source, reading_.notes);
    settle_ids(reading_.document, reading_.notes);
}

void BlockWalk::children_of(cmark_node* node, Extent around) {
    alignment_ = Alignment::none;
    HtmlRuns runs(*this, node, around);
    const CalloutEnds callouts = match_callouts(node, around, reading_);
    std::vector<cmark_node*> ends;  // of the callouts that are open
    TableWalk tables(*this);
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;) {
        if (const TablePart* const part = table_part_of(child, around, reading_.prepared)) {
            tables.enter(*part);
            child = cmark_node_next(child);
            continue;
        }
        if (const auto found = callouts.find(child); found != callouts.end()) {
            open_callout(child, around);
            ends.push_back(found->second);
            child = cmark_node_next(child);
            if (child != ends.back() && take_callout_heading(child, around)) child = cmark_node_next(child);
            continue;
        }
        if (!ends.empty() && child == ends.back()) {
            writer_.close();
            ends.pop_back();
            child = cmark_node_next(child);
            continue;
        }
        cmark_node* const after = runs.write_from(child);
        if (after == child) block(child, around);
        child = after == child ? cmark_node_next(child) : after;
    }
    for (; !ends.empty(); ends.pop_back()) writer_.close();  // their ends lie inside of HTML
    tables.finish();
}

/// `> [!NOTE]` is a callout, and what stands behind it on its line the title.
void BlockWalk::quote(cmark_node* node, Extent extent) {
    cmark_node* const first = cmark_node_first_child(node);
    const Extent line = first == nullptr ? Extent{} : extent_of(first, reading_.prepared, extent);
    const std::string_view text =
        std::string_view(reading_.prepared.text).substr(line.begin, line.end - line.begin);
    const std::size_t size = first != nullptr && kind_of(first) == TreeKind::paragraph ? alert_size(text) : 0;
    if (size == 0) return container(node, BlockKind::quote, extent);
    alert_ = first;
    writer_.open(BlockKind::callout, place(extent)).info = alert_name(text);
    children_of(node, extent);
    writer_.close();
}

void BlockWalk::block(cmark_node* node, Extent around) {
    const Extent extent = extent_of(node, reading_.prepared, around);
    if (is_tail(extent, reading_)) return;
    switch (kind_of(node)) {
        case TreeKind::quote:
            return quote(node, extent);
        case TreeKind::list:
            return list(node, extent);
        case TreeKind::item:
            return item(node, extent);
        case TreeKind::code_block:
            return code(node, extent);
        case TreeKind::paragraph:
            return paragraph(node, extent);
        case TreeKind::heading:
            return heading(node, extent);
        case TreeKind::rule:
            writer_.leaf(BlockKind::rule, place(extent));
            return;
        case TreeKind::table:
            return table(node, extent);
        case TreeKind::html_block:
            return html_source(node, extent);
        default:
            return;
    }
}

void BlockWalk::aligned_block(cmark_node* node, Extent around, Alignment alignment) {
    alignment_ = alignment;
    block(node, around);
    alignment_ = Alignment::none;
}

void BlockWalk::container(cmark_node* node, BlockKind kind, Extent extent) {
    writer_.open(kind, place(extent));
    children_of(node, extent);
    writer_.close();
}

void BlockWalk::list(cmark_node* node, Extent extent) {
    Block& block = writer_.open(BlockKind::list, place(extent));
    block.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    block.tight = cmark_node_get_list_tight(node) != 0;
    if (block.ordered) block.start = cmark_node_get_list_start(node);
    block.parenthesis = block.ordered && cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM;
    children_of(node, extent);
    writer_.close();
}

namespace {

/// `> - [x] 对照`: inside quotations the parser leaves the box in the text, and always that of a task put off
/// (`>`), begun (`/`) or given up (`-`), as Obsidian marks them: not done, and given up is struck out.
void take_task(Block& item, Block& paragraph, const Source& source) {
    if (item.task != Task::none || paragraph.kind != BlockKind::paragraph) return;
    const std::string_view words = paragraph.text.utf8;
    const bool is_task = words.size() > 4 && words.starts_with('[') && words.substr(2, 2) == "] " &&
                         std::string_view("xX ->/").find(words[1]) != std::string_view::npos;
    if (!is_task) return;
    const std::uint32_t at = place_of(paragraph.text, 0).begin;
    if (at > 0 && source.bytes[at - 1] == '\\') return;  // \[ ]: typed as text
    item.task = (words[1] | 0x20) == 'x' ? Task::done : Task::open;
    TextEdits edits;
    edits.erase(0, 4);
    if (words[1] == '-') edits.mark(4, static_cast<std::uint32_t>(words.size()), MarkKind::strike);
    edits.apply(paragraph.text);
}

}  // namespace

void BlockWalk::item(cmark_node* node, Extent extent) {
    Block& block = writer_.open(BlockKind::item, place(extent));
    if (std::string_view(cmark_node_get_type_string(node)) == "tasklist")
        block.task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? Task::done : Task::open;
    const std::uint32_t first = writer_.size();
    children_of(node, extent);
    if (first < writer_.size())
        take_task(reading_.document.blocks[first - 1], reading_.document.blocks[first], reading_.source);
    writer_.close();
}

void BlockWalk::heading(cmark_node* node, Extent extent) {
    Text text = text_of_inlines(node, extent, reading_);
    Attributes attributes = take_last_attributes(text);
    if (attributes.id.empty()) attributes.id = take_heading_id(text);
    if (attributes.id.empty()) attributes.id = reading_.role_attributes.id;
    if (attributes.id.empty() && is_id(reading_.last_comment)) attributes.id = reading_.last_comment;
    Block& block = writer_.leaf(BlockKind::heading, place(extent));
    block.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
    block.attributes = std::move(attributes);
    block.text = std::move(text);
    block.alignment = alignment_;
}

void BlockWalk::code(cmark_node* node, Extent extent) {
    const std::string info = without_private(cmark_node_get_fence_info(node));
    if (info.starts_with("{=")) return raw_block(node, info, extent);
    int length = 0;
    int offset = 0;
    char character = 0;
    const bool fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
    const auto line = static_cast<std::size_t>(cmark_node_get_start_line(node)) - 1 + (fenced ? 1 : 0);
    const std::string_view literal = without_last_newline(own_literal(node));
    Text text = text_of_lines(literal, line, extent, reading_);
    if (const std::string label = code_label(info); !label.empty()) strong_line(label, place(extent));
    Block& block = writer_.leaf(BlockKind::code, place(extent));
    block.text = std::move(text);
    block.info = info.substr(0, info.find_first_of(" \t{,"));
    note_engine(reading_, block.place, info);
}

/// The name of a file or of a tab, over what it names.
void BlockWalk::strong_line(const std::string& words, Place at) {
    Block& block = writer_.leaf(BlockKind::paragraph, at);
    block.text.utf8 = words;
    block.text.file = reading_.file;
    block.text.origins.push_back({0, at.begin});
    block.text.marks.push_back({MarkKind::strong, 0, static_cast<std::uint32_t>(words.size()), 0, at});
}

/// ```{=latex}: pandoc's words for one format alone, none of which is ours. A page break is told by its name.
void BlockWalk::raw_block(cmark_node* node, std::string_view info, Extent extent) {
    const std::string words = without_private(own_literal(node));
    const auto asks_break = [&](std::string_view name) { return words.find(name) != std::string::npos; };
    if (asks_break("\\newpage") || asks_break("\\pagebreak") || asks_break("\\clearpage") ||
        asks_break("w:type=\"page\"")) {
        writer_.leaf(BlockKind::page_break, place(extent));
        return;
    }
    if (words == "<!-- -->\n") return;  // with which pandoc parts two lists
    reading_.notes.once(Weight::warning, place(extent), "raw-left-out", {raw_format(info)});
}

/// A component of some site generator, or what looks like a tag and is none.
void BlockWalk::html_source(cmark_node* node, Extent extent) {
    const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
    Text text = text_of_lines(without_last_newline(own_literal(node)), line, extent, reading_);
    const std::string_view tag_begin =
        std::string_view(text.utf8).substr(std::min(text.utf8.find('<'), text.utf8.size()));
    if (const std::string component = bare_component(text.utf8); !component.empty()) {
        reading_.prepared.components.emplace_back(component, place(extent));
        return;
    }
    std::size_t size = 0;
    const auto tag = html_tag(tag_begin, size);
    reading_.notes.once(
        Weight::warning, place(extent), "html-unknown",
        {tag ? tag->typed_name : std::string(tag_begin.substr(0, tag_begin.find_first_of(" >\n")))});
    writer_.leaf(BlockKind::html, place(extent)).text = std::move(text);
}

void BlockWalk::table(cmark_node* node, Extent extent) {
    Block& block = writer_.open(BlockKind::table, place(extent));
    block.columns = cmark_gfm_extensions_get_table_columns(node);
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row))
        table_row(row, node, extent);
    writer_.close();
}

void BlockWalk::table_row(cmark_node* row, cmark_node* table, Extent extent) {
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
    const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
    // A cell's own end is not reliable where pipes are escaped; the row's line bounds it well enough.
    const Extent row_extent = extent_of(row, reading_.prepared, extent);
    writer_.open(BlockKind::row, place(row_extent)).header = header;
    std::uint32_t column = 0;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
         cell = cmark_node_next(cell), ++column) {
        const std::uint32_t begin = begin_of(cell, reading_.prepared).value_or(row_extent.begin);
        const Extent cell_extent{std::max(begin, row_extent.begin), std::max(extent.end, row_extent.end)};
        Text text = text_of_inlines(cell, cell_extent, reading_);
        Block& block = writer_.leaf(BlockKind::cell, reading_.place(cell_extent.begin, cell_extent.begin));
        if (!text.utf8.empty())
            block.place.end = place_of(text, static_cast<std::uint32_t>(text.utf8.size()) - 1).begin + 1;
        block.text = std::move(text);
        block.header = header;
        block.column = column;
        const char alignment = static_cast<char>(alignments[column]);
        if (alignment == 'l') block.alignment = Alignment::left;
        if (alignment == 'c') block.alignment = Alignment::centre;
        if (alignment == 'r') block.alignment = Alignment::right;
    }
    writer_.close();
}

void BlockWalk::collect_footnotes() {
    for (cmark_node* node = cmark_node_first_child(root_); node != nullptr; node = cmark_node_next(node)) {
        if (kind_of(node) != TreeKind::footnote_definition) continue;
        const std::string& prepared = reading_.prepared.text;
        const std::uint32_t begin = label_begin(node, reading_.prepared);
        const LabelFound found =
            label_at(prepared, begin, std::min(prepared.find('\n', begin), prepared.size()));
        Footnote footnote;
        if (found.label.size() > 1) footnote.label = without_private(found.label.substr(1));
        reading_.document.footnotes.push_back(std::move(footnote));
        definitions_.push_back({node, begin, find_private(found.label, 0) != std::string_view::npos});
    }
}

/// In the parser's order, which is that of the first references.
void BlockWalk::write_footnotes() {
    const Extent whole{0, reading_.prepared.own_size};
    std::vector<bool> is_second;
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
        Extent extent = extent_of(definitions_[i].node, reading_.prepared, whole);
        extent.begin = definitions_[i].begin;
        reading_.document.footnotes[i].block = writer_.size();
        writer_.open(BlockKind::footnote, place(extent)).footnote = static_cast<std::uint32_t>(i);
        children_of(definitions_[i].node, extent);
        writer_.close();
        is_second.push_back(definitions_[i].is_second);
    }
    set_apart_unused(reading_.document, is_second, reading_.notes);
    settle_inline_notes(reading_, writer_);
}

std::string_view own_literal(cmark_node* node) {
    std::string tail = "\n";  // the blank line before it
    append_private(tail, PrivateMark::tail);
    const std::string_view literal = literal_of(node);
    return literal.substr(0, literal.find(tail));
}

/// Lines of code and HTML keep what stands after the quote and list marks around them: each is the end of its
/// source line.
Text text_of_lines(std::string_view literal, std::size_t first_line, Extent extent, Reading& reading) {
    TextBuilder builder(reading, extent.begin, std::max(extent.end, extent.begin));
    const Prepared& prepared = reading.prepared;
    for (std::size_t line = first_line; !literal.empty(); ++line) {
        const std::size_t size = std::min(literal.find('\n'), literal.size());
        const std::string_view content = literal.substr(0, size);
        const std::size_t begin = line < prepared.lines.size() ? prepared.lines[line] : prepared.text.size();
        const std::size_t end = std::min(prepared.text.find('\n', begin), prepared.text.size());
        const std::size_t at = end - begin >= size ? end - size : begin;
        builder.append_line(content, static_cast<std::uint32_t>(at));
        if (size < literal.size()) builder.append_line("\n", static_cast<std::uint32_t>(end));
        literal.remove_prefix(std::min(size + 1, literal.size()));
    }
    return builder.take();
}

}  // namespace hanqing

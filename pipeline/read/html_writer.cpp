// SPDX-License-Identifier: Apache-2.0
// What each element of block level becomes. Nothing here can recurse deeper than HtmlRuns has counted.
#include "read/html_writer.hpp"

#include "read/attributes.hpp"
#include "read/inlines.hpp"
#include "read/private_marks.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace hanqing {
namespace {

constexpr std::string_view white_space = " \t\r\n\f";

std::string_view view(const GumboStringPiece& piece) { return {piece.data, piece.length}; }

bool is_stand_in(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT &&
           view(node.v.element.original_tag).starts_with("<" + stand_in_name());
}

/// Whether blocks of Markdown stand inside.
bool holds_markdown(const GumboNode& node) {
    if (is_stand_in(node)) return true;
    if (!is_element(node)) return false;
    const auto inner = children_of(node);
    return std::any_of(inner.begin(), inner.end(),
                       [](const GumboNode* child) { return holds_markdown(*child); });
}

/// Blocks of the document have their own place for an id; these become something that has none.
bool keeps_no_id(std::string_view name) {
    constexpr std::array<std::string_view, 10> names{"caption", "dir", "dt",  "figcaption", "hr",
                                                     "menu",    "ol",  "pre", "summary",    "ul"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// One of its classes begins or ends with the word: `pquote-credit` is a credit.
bool names_class(const HtmlTag& tag, std::string_view word) {
    const Attributes attributes = attributes_of(tag);
    return std::any_of(attributes.classes.begin(), attributes.classes.end(), [&](const std::string& name) {
        return name == word || name.ends_with("-" + std::string(word));
    });
}

void collect_text(const GumboNode& node, std::string& out) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
        out += node.v.text.text;
    if (!is_element(node)) return;
    if (tag_of(node).name == "br") out += '\n';
    for (const GumboNode* child : children_of(node)) collect_text(*child, out);
}

}  // namespace

bool holds_block(const GumboNode& node) {
    if (is_stand_in(node)) return true;
    if (!is_element(node)) return false;
    if (is_block_name(tag_of(node).name)) return true;
    const auto inner = children_of(node);
    return std::any_of(inner.begin(), inner.end(),
                       [](const GumboNode* child) { return holds_block(*child); });
}

HtmlTag tag_of(const GumboNode& element) {
    const std::string_view typed = view(element.v.element.original_tag);
    std::size_t size = 0;
    if (auto tag = html_tag(without_private(typed), size)) return *std::move(tag);
    HtmlTag tag;
    tag.name = gumbo_normalized_tagname(element.v.element.tag);
    tag.typed_name = tag.name;
    return tag;
}

Place HtmlWriter::place(const GumboNode& node) const {
    const std::uint32_t begin = prepared_of(node.v.element.start_pos);
    const std::uint32_t end = prepared_of(node.v.element.end_pos);
    return reading_.place(begin, std::max(begin, end));
}

void HtmlWriter::children(const GumboNode& element) {
    for (const GumboNode* child : children_of(element)) node(*child);
}

void HtmlWriter::node(const GumboNode& node) {
    if (node.type == GUMBO_NODE_COMMENT) return comment(node);
    if (is_stand_in(node)) return stand_in(node);
    if (!is_element(node)) return inline_text(node);
    const HtmlTag tag = tag_of(node);
    if (is_block_name(tag.name)) {
        flush();
        block(node, tag);
        return flush();
    }
    if (!holds_block(node)) return inline_node(node);
    children(node);
}

void HtmlWriter::block(const GumboNode& node, const HtmlTag& tag) {
    const Alignment around = alignment_;
    if (const Alignment own = alignment_of(tag); own != Alignment::none) alignment_ = own;
    if (names_class(tag, "credit") || names_class(tag, "attribution")) alignment_ = Alignment::right;
    if (breaks_page(tag)) walk_.writer().leaf(BlockKind::page_break, place(node));
    const std::string_view name = tag.name;
    if (keeps_no_id(name)) leave_anchor(tag);
    if (name == "div") tab_label(tag.attribute("label"));
    if (name == "table")
        table(node, tag);
    else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
        heading(node, tag);
    else if (name == "hr")
        walk_.writer().leaf(BlockKind::rule, place(node));
    else if (name == "pre")
        preformatted(node);
    else if (name == "ul" || name == "ol" || name == "menu" || name == "dir")
        list(node, tag);
    else if (name == "blockquote" || names_class(tag, "pquote") || names_class(tag, "pullquote"))
        container(node, tag, BlockKind::quote);
    else if (name == "details")
        container(node, tag, BlockKind::details);
    else if (name == "summary" || name == "dt")
        strong_paragraph(node);
    else if (name == "figcaption" || name == "caption")
        caption(node);
    else if (name != "p" && (!tag.attribute("id").empty() || !tag.attribute("class").empty()) &&
             !breaks_page(tag))
        container(node, tag, BlockKind::division);
    else
        leave_anchor(tag), children(node);
    flush();
    alignment_ = around;
}

/// The name of a tab: on paper they stand one below the other.
void HtmlWriter::tab_label(std::string_view words) {
    if (words.empty()) return;
    const std::uint32_t mark = text().open(MarkKind::strong);
    paragraph_->builder.append_bare(words);
    paragraph_->builder.close(mark);
    flush();
}

/// A block that leaves no trace of its own leaves its id to the text that follows.
void HtmlWriter::leave_anchor(const HtmlTag& tag) {
    Attributes anchor;
    anchor.id = tag.attribute("id");
    if (anchor.id.empty() || breaks_page(tag)) return;
    reading_.document.attributes.push_back(std::move(anchor));
    reading_.loose_anchors.push_back(static_cast<std::uint32_t>(reading_.document.attributes.size() - 1));
}

TextBuilder& HtmlWriter::text() {
    if (!paragraph_) {
        paragraph_.emplace(reading_, fragment_.extent);
        BlockWriter& writer = walk_.writer();
        if (writer.is_open() && writer.top().kind == BlockKind::cell) paragraph_->builder.keep_indent();
    }
    return paragraph_->builder;
}

void HtmlWriter::flush() {
    if (!paragraph_) return;
    paragraph_->tags.close_all();
    Text text = paragraph_->builder.take();
    paragraph_.reset();
    if (is_only_breaks(text.utf8)) return;
    apply_dialect(text, reading_);
    BlockWriter& writer = walk_.writer();
    if (writer.is_open() && writer.top().kind == BlockKind::cell && !writer.top_has_children())
        return append_line(writer.top().text, std::move(text));
    Place at = place_of(text, 0);
    at.end = place_of(text, static_cast<std::uint32_t>(text.utf8.size()) - 1).begin + 1;
    Block& block = writer.leaf(BlockKind::paragraph, at);
    block.text = std::move(text);
    block.alignment = alignment_;
    if (in_caption_) block.caption = Caption::either;
}

/// White space collapses; where it holds a line end it is the soft break of a paragraph.
void HtmlWriter::inline_text(const GumboNode& node) {
    std::string_view value = node.v.text.text;
    std::optional<std::uint32_t> hint = prepared_of(node.v.text.start_pos);
    if (!paragraph_ && value.find_first_not_of(white_space) == std::string_view::npos) return;
    TextBuilder& builder = text();
    while (!value.empty()) {
        const std::size_t space = std::min(value.find_first_not_of(white_space), value.size());
        const bool has_line_end = value.substr(0, space).find('\n') != std::string_view::npos;
        if (has_line_end)
            builder.soft_break();
        else if (space > 0)
            builder.blank();
        if (space > 0 && hint) hint = *hint + static_cast<std::uint32_t>(space);
        value.remove_prefix(space);
        const std::size_t size = std::min(value.find_first_of(white_space), value.size());
        builder.append(value.substr(0, size), hint, Spelling::html);
        value.remove_prefix(size);
        hint.reset();
    }
}

void HtmlWriter::inline_node(const GumboNode& node) {
    if (node.type == GUMBO_NODE_COMMENT) return comment(node);
    if (!is_element(node)) return inline_text(node);
    const HtmlTag tag = tag_of(node);
    const std::string typed(view(node.v.element.original_tag));
    const HtmlElement element = meaning_of(tag.name).element;
    const std::string closing(view(node.v.element.original_end_tag));
    const std::uint32_t at = prepared_of(node.v.element.start_pos);
    text();
    if (!closing.empty()) paragraph_->tags.expect_end(tag.typed_name);
    paragraph_->tags.tag(typed.empty() ? "<" + tag.name + ">" : typed, at);
    if (element == HtmlElement::silent || is_void_element(tag.name)) return;
    inline_children(node);
    if (element == HtmlElement::unknown && closing.empty()) return;
    paragraph_->tags.tag(closing.empty() ? "</" + tag.name + ">" : closing, std::nullopt);
}

void HtmlWriter::inline_children(const GumboNode& element) {
    for (const GumboNode* child : children_of(element)) inline_node(*child);
}

/// Blank lines in a heading make paragraphs of its words: the first of them is the heading.
void HtmlWriter::heading_of_blocks(const GumboNode& node, const HtmlTag& tag) {
    const std::uint32_t first = walk_.writer().size();
    children(node);
    flush();
    auto& blocks = reading_.document.blocks;
    if (first >= blocks.size() || blocks[first].kind != BlockKind::paragraph) return;
    blocks[first].kind = BlockKind::heading;
    blocks[first].level = static_cast<std::uint8_t>(tag.name[1] - '0');
    merge(blocks[first].attributes, attributes_of(tag));
}

void HtmlWriter::heading(const GumboNode& node, const HtmlTag& tag) {
    if (holds_markdown(node)) return heading_of_blocks(node, tag);
    text();
    inline_children(node);
    paragraph_->tags.close_all();
    Text words = paragraph_->builder.take();
    paragraph_.reset();
    if (words.utf8.empty()) return;
    apply_dialect(words, reading_);
    Block& block = walk_.writer().leaf(BlockKind::heading, place(node));
    block.level = static_cast<std::uint8_t>(tag.name[1] - '0');
    block.attributes = attributes_of(tag);
    block.alignment = alignment_;
    block.text = std::move(words);
}

void HtmlWriter::list(const GumboNode& node, const HtmlTag& tag) {
    Block& block = walk_.writer().open(BlockKind::list, place(node));
    block.ordered = tag.name == "ol";
    const std::string_view kind = tag.attribute("type");
    if (block.ordered && kind.size() == 1 && std::string_view("aAiI").find(kind) != std::string_view::npos)
        block.number_kind = kind.front();
    const std::string_view start = tag.attribute("start");
    std::from_chars(start.data(), start.data() + start.size(), block.start);
    for (const GumboNode* child : children_of(node)) {
        const bool blank = child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_COMMENT;
        if (blank) continue;
        const Place at = is_element(*child) ? place(*child) : Place{reading_.file, 0, 0};
        Block& item = walk_.writer().open(BlockKind::item, at);
        if (is_element(*child)) {
            const std::string value(tag_of(*child).attribute("value"));
            std::from_chars(value.data(), value.data() + value.size(), item.number);
        }
        if (is_element(*child) && tag_of(*child).name == "li")
            leave_anchor(tag_of(*child)), children(*child);
        else
            this->node(*child);
        flush();
        walk_.writer().close();
    }
    walk_.writer().close();
}

void HtmlWriter::container(const GumboNode& node, const HtmlTag& tag, BlockKind kind) {
    walk_.writer().open(kind, place(node)).attributes = attributes_of(tag);
    children(node);
    flush();
    walk_.writer().close();
}

void HtmlWriter::strong_paragraph(const GumboNode& node) {
    if (holds_markdown(node)) return children(node);
    const std::uint32_t mark = text().open(MarkKind::strong);
    inline_children(node);
    paragraph_->tags.close_above(mark);
    paragraph_->builder.close(mark);
}

void HtmlWriter::caption(const GumboNode& node) {
    in_caption_ = true;
    children(node);
    flush();
    in_caption_ = false;
}

void HtmlWriter::preformatted(const GumboNode& node) {
    std::string content;
    collect_text(node, content);
    while (content.ends_with('\n')) content.pop_back();
    const auto inner = children_of(node);
    const std::uint32_t at = inner.empty()                ? prepared_of(node.v.element.start_pos)
                             : is_element(*inner.front()) ? prepared_of(inner.front()->v.element.start_pos)
                                                          : prepared_of(inner.front()->v.text.start_pos);
    TextBuilder builder(reading_, fragment_.extent.begin, fragment_.extent.end);
    builder.append_line(content, at, Spelling::html);
    Block& block = walk_.writer().leaf(BlockKind::code, place(node));
    block.text = builder.take();
    if (inner.empty() || !is_element(*inner.front())) return;
    const HtmlTag code = tag_of(*inner.front());
    const std::string_view language = code.attribute("class");
    if (language.starts_with("language-")) block.info = language.substr(9, language.find(' ') - 9);
}

void HtmlWriter::stand_in(const GumboNode& node) {
    flush();
    const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, "n");
    const std::string_view number = attribute == nullptr ? std::string_view() : attribute->value;
    std::size_t index = fragment_.markdown.size();
    std::from_chars(number.data(), number.data() + number.size(), index);
    if (index >= fragment_.markdown.size() || written_[index]) return;
    written_[index] = true;
    walk_.aligned_block(fragment_.markdown[index], fragment_.extent, alignment_);
}

void HtmlWriter::comment(const GumboNode& node) {
    const std::uint32_t begin = prepared_of(node.v.text.start_pos);
    const auto size = static_cast<std::uint32_t>(node.v.text.original_text.length);
    reading_.document.comments.push_back(reading_.place(begin, begin + size));
}

void write_html(const HtmlFragment& fragment, BlockWalk& walk) {
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_BODY;
    options.max_errors = 0;
    const auto free = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(free)> output(
        gumbo_parse_with_options(&options, fragment.text.data(), fragment.text.size()), free);
    HtmlWriter writer(fragment, walk);
    writer.children(*output->root);
    writer.flush();
}

}  // namespace hanqing

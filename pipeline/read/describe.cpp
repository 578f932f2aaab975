// SPDX-License-Identifier: Apache-2.0
// Document -> lines that a person reads and a diff shows.
#include "read/document.hpp"

#include <array>
#include <vector>

namespace hanqing {
namespace {

constexpr std::array<std::string_view, 17> block_names{
    "heading", "paragraph", "quote",    "list",       "item",    "code",     "table",   "row",    "cell",
    "rule",    "html",      "footnote", "page-break", "details", "division", "callout", "formula"};
constexpr std::array<std::string_view, 19> mark_names{
    "emphasis",  "strong",     "strike",      "code",      "link",      "image",    "footnote",
    "reference", "subscript",  "superscript", "underline", "highlight", "keyboard", "dots",
    "name-line", "title-line", "ruby",        "span",      "formula"};

std::string shown(const Attributes& attributes) {
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : " ") + part; };
    if (!attributes.id.empty()) add("#" + attributes.id);
    for (const std::string& name : attributes.classes) add("." + name);
    for (const auto& [key, value] : attributes.values) add(key + "=" + value);
    return out;
}

std::string operand(const Document& document, const Mark& mark) {
    switch (mark.kind) {
        case MarkKind::link:
            return document.links[mark.data].uri;
        case MarkKind::image: {
            const ImageReference& image = document.images[mark.data];
            const std::string attributes = shown(image.attributes);
            return image.path + " \"" + image.alternative + "\"" +
                   (attributes.empty() ? "" : " {" + attributes + "}");
        }
        case MarkKind::footnote_reference:
            return std::to_string(document.footnote_references[mark.data].footnote + 1);
        case MarkKind::cross_reference:
            return document.cross_references[mark.data].id;
        case MarkKind::ruby:
            return document.rubies[mark.data].annotation;
        case MarkKind::span:
            return shown(document.attributes[mark.data]);
        default:
            return {};
    }
}

std::string opening(const Document& document, const Mark& mark) {
    const std::string of = operand(document, mark);
    return "<" + std::string(mark_names[static_cast<std::size_t>(mark.kind)]) + (of.empty() ? "" : " " + of) +
           ">";
}

/// Line ends as \n and U+2028 as ⏎, so that a block stays one line; U+FFFC is left out, its mark says it all.
std::string escaped(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::string_view rest = bytes.substr(at);
        if (rest.starts_with(hard_break_mark))
            out += "⏎", at += 2;
        else if (rest.starts_with(object_character))
            at += 2;
        else if (bytes[at] == '\n')
            out += "\\n";
        else if (bytes[at] == '\t')
            out += "\\t";
        else
            out += bytes[at];
    }
    return out;
}

std::string marked(const Document& document, const Text& text) {
    std::string out;
    std::vector<const Mark*> open;
    std::uint32_t at = 0;
    const auto go_to = [&](std::uint32_t to) {
        out += escaped(std::string_view(text.utf8).substr(at, to - at));
        at = to;
    };
    const auto close_until = [&](std::uint32_t to) {
        while (!open.empty() && open.back()->end <= to) {
            go_to(open.back()->end);
            out += "</" + std::string(mark_names[static_cast<std::size_t>(open.back()->kind)]) + ">";
            open.pop_back();
        }
    };
    for (const Mark& mark : text.marks) {
        close_until(mark.begin);
        go_to(mark.begin);
        out += opening(document, mark);
        open.push_back(&mark);
    }
    const auto size = static_cast<std::uint32_t>(text.utf8.size());
    close_until(size);
    go_to(size);
    return out;
}

std::string_view name_of(Alignment alignment) {
    constexpr std::array<std::string_view, 4> names{"", " left", " centre", " right"};
    return names[static_cast<std::size_t>(alignment)];
}

std::string properties(const Document& document, const Block& block) {
    std::string out;
    switch (block.kind) {
        case BlockKind::heading:
            out = std::to_string(block.level);
            break;
        case BlockKind::list:
            out = std::string(block.ordered ? "ordered " + std::to_string(block.start) : "bullets");
            out += block.parenthesis ? ")" : "";
            if (block.number_kind != '1') out += std::string(" ") + block.number_kind;
            out += block.tight ? "" : " loose";
            break;
        case BlockKind::item:
            out = block.task == Task::none ? "" : block.task == Task::done ? "[x]" : "[ ]";
            break;
        case BlockKind::code:
        case BlockKind::callout:
            out = block.info;
            break;
        case BlockKind::table:
            out = std::to_string(block.columns);
            break;
        case BlockKind::row:
            out = block.header ? "header" : "";
            break;
        case BlockKind::cell:
            out = std::to_string(block.column) + (block.header ? " header" : "");
            if (block.row_span > 1) out += " rows=" + std::to_string(block.row_span);
            if (block.column_span > 1) out += " columns=" + std::to_string(block.column_span);
            break;
        case BlockKind::footnote:
            out = "[^" + document.footnotes[block.footnote].label + "]";
            break;
        default:
            break;
    }
    if (block.resumes) out += "resumes";
    out += name_of(block.alignment);
    if (block.caption == Caption::unit || block.caption == Caption::source)
        out += block.caption == Caption::unit ? " unit" : " source";
    else if (block.caption != Caption::none)
        out += " caption";
    const std::string attributes = shown(block.attributes);
    if (!attributes.empty()) out += " {" + attributes + "}";
    return out;
}

}  // namespace

std::string describe(const Document& document) {
    std::string out;
    for (const Value::Entry& entry : document.front_matter.map) out += "--- " + entry.key + "\n";
    for (const Block& block : document.blocks) {
        std::string line(2 * static_cast<std::size_t>(block.depth), ' ');
        line += block_names[static_cast<std::size_t>(block.kind)];
        const std::string of = properties(document, block);
        if (!of.empty()) line += (of.front() == ' ' ? "" : " ") + of;
        if (!block.text.utf8.empty()) line += " |" + marked(document, block.text) + "|";
        out += line + "\n";
    }
    return out;
}

}  // namespace hanqing

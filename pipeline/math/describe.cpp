// SPDX-License-Identifier: Apache-2.0
// Formula into text, for tests and for looking at it.
#include "math/formula.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

constexpr std::string_view kind_names[] = {
    "symbol", "words", "list",  "fraction", "radical", "accent",  "line",   "delimited", "delimiter",
    "stack",  "arrow", "array", "space",    "style",   "phantom", "framed", "struck",
};
constexpr std::string_view atom_names[] = {"ordinary", "operation", "binary",      "relation",
                                           "opening",  "closing",   "punctuation", "inner"};
constexpr std::string_view style_words[] = {"display", "text", "script", "script-script"};

void describe_list(std::string& to, const MathList& list, std::size_t depth);

void describe_part(std::string& to, std::string_view name, const MathList& list, std::size_t depth) {
    to += std::string(2 * depth, ' ') + std::string(name) + "\n";
    describe_list(to, list, depth + 1);
}

void describe_grid(std::string& to, const MathNode::Grid& grid) {
    to += " " + std::to_string(grid.columns) + " " + grid.align;
    if (grid.pairs) to += " pairs";
    if (grid.cases) to += " cases";
    if (grid.small) to += " small";
    if (grid.close) to += " close";
    if (grid.display) to += " display";
    for (const std::uint32_t rule : grid.rules) to += " rule=" + std::to_string(rule);
    for (const std::uint32_t bar : grid.bars) to += " bar=" + std::to_string(bar);
    for (const std::string& tag : grid.tags) to += " tag=" + tag;
    for (const std::int32_t gap : grid.gaps) to += " gap=" + std::to_string(gap);
}

void describe_node(std::string& to, const MathNode& node, std::size_t depth) {
    using Kind = MathNode::Kind;
    to += std::string(2 * depth, ' ') + std::string(kind_names[static_cast<std::size_t>(node.kind)]);
    const auto code = [&](std::string_view before, char32_t c) {
        if (c == 0) return;
        to += before;
        append_utf8(to, c);
    };
    code(" ", node.kind == Kind::symbol || node.code < 0x300 || node.code > 0x36F ? node.code : 0);
    if (node.kind == Kind::accent && node.code >= 0x300 && node.code <= 0x36F)
        to += " " + code_point_name(node.code);
    if (!node.text.empty()) to += " \"" + node.text + "\"";
    if (node.atom != AtomClass::ordinary)
        to += " " + std::string(atom_names[static_cast<std::size_t>(node.atom)]);
    code(" open=", node.open);
    code(" close=", node.close);
    if (node.large) to += " large";
    if (node.limits == MathNode::Limits::above) to += " limits";
    if (node.limits == MathNode::Limits::by_style) to += " limits-in-display";
    if (!node.bar) to += " no-bar";
    if (node.stretches) to += " stretches";
    if (node.kind == Kind::line && !node.above) to += " below";
    if (node.kind == Kind::delimiter) to += " size=" + std::to_string(node.size);
    if (node.kind == Kind::space) to += " " + std::to_string(node.width);
    if (node.style) to += " " + std::string(style_words[static_cast<std::size_t>(*node.style)]);
    if (node.room == MathNode::Room::width) to += " width";
    if (node.room == MathNode::Room::height) to += " height";
    if (node.kind == Kind::array) describe_grid(to, node.grid);
    to += "\n";
    if (node.parts.size() == 1)
        describe_list(to, node.parts[0], depth + 1);
    else
        for (std::size_t i = 0; i < node.parts.size(); ++i)
            describe_part(to, std::to_string(i) + ":", node.parts[i], depth + 1);
    if (!node.superscript.empty()) describe_part(to, "^", node.superscript, depth + 1);
    if (!node.subscript.empty()) describe_part(to, "_", node.subscript, depth + 1);
}

void describe_list(std::string& to, const MathList& list, std::size_t depth) {
    for (const MathNode& node : list) describe_node(to, node, depth);
}

}  // namespace

std::string describe(const Formula& formula) {
    std::string text;
    describe_list(text, formula.list, 0);
    if (!formula.tag.empty()) text += "tag " + formula.tag + "\n";
    if (formula.ends.size() > 1) {
        text += "ends";
        for (const std::uint32_t end : formula.ends) text += " " + std::to_string(end);
        text += "\n";
    }
    return text;
}

}  // namespace hanqing

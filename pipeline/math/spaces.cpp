// SPDX-License-Identifier: Apache-2.0
// Reads spaces, styles, tags and what leaves no ink of its own.
#include "math/formula_reader.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <utility>

namespace hanqing {
namespace {

struct NamedWidth {
    std::string_view name;
    std::int32_t width;  ///< In mu, 1/18 em; of a unit in thousandths of a mu.
};
// The TeXbook, appendix B; a blank of the text face is about 5 mu.
constexpr NamedWidth spaces[] = {
    {",", 3},
    {"thinspace", 3},
    {":", 4},
    {">", 4},
    {"medspace", 4},
    {";", 5},
    {"thickspace", 5},
    {"!", -3},
    {"negthinspace", -3},
    {"negmedspace", -4},
    {"negthickspace", -5},
    {"enspace", 9},
    {"enskip", 9},
    {"quad", 18},
    {"qquad", 36},
    {"space", 5},
    {"nobreakspace", 5},
    {"hfill", 18},
    {"hfil", 18},
};
// For a text of 10 pt.
constexpr NamedWidth units[] = {
    {"em", 18'000}, {"ex", 7'750}, {"mu", 1'000},  {"pt", 1'800},   {"px", 1'350},
    {"bp", 1'807},  {"mm", 5'122}, {"cm", 51'215}, {"in", 130'086}, {"pc", 21'600},
};

struct StyleName {
    std::string_view name;
    MathStyle style;
};
constexpr StyleName style_names[] = {
    {"displaystyle", MathStyle::display},
    {"textstyle", MathStyle::text},
    {"scriptstyle", MathStyle::script},
    {"scriptscriptstyle", MathStyle::script_script},
};

constexpr std::int64_t width_max = 18 * 40;  // mu: wider than any page wants

}  // namespace

/// `1.5em` in mu; nothing where it is no length.
std::optional<std::int32_t> tex_length(std::string_view raw) {
    std::int64_t value = 0, scale = 1;
    bool negative = false, digits = false, point = false;
    std::string unit;
    for (const char c : raw) {
        if (c == ' ' || c == '+') continue;
        if (c == '-')
            negative = !negative;
        else if (c == '.' || c == ',')
            point = true;
        else if (c >= '0' && c <= '9') {
            digits = true;
            if (value > 1'000'000) continue;
            value = value * 10 + (c - '0');
            if (point) scale *= 10;
        } else {
            unit += c;
            if (unit.size() > 12) break;
        }
    }
    if (!digits) return std::nullopt;
    for (const NamedWidth& known : units)
        if (unit.starts_with(known.name)) {
            const std::int64_t mu = std::min(value * known.width / (1'000 * scale), width_max);
            return static_cast<std::int32_t>(negative ? -mu : mu);
        }
    return std::nullopt;
}

std::string_view FormulaReader::raw_argument() {
    const TexToken first = take();
    if (first.kind == TexToken::Kind::end) throw UnreadableFormula{};
    if (first.kind != TexToken::Kind::open) return tex_.substr(first.begin, first.end - first.begin);
    std::uint32_t depth = 1;
    for (;;) {
        const TexToken token = take();
        if (token.kind == TexToken::Kind::end) throw UnreadableFormula{};
        if (token.kind == TexToken::Kind::open) ++depth;
        if (token.kind == TexToken::Kind::close && --depth == 0)
            return tex_.substr(first.end, token.begin - first.end);
    }
}

std::optional<std::string_view> FormulaReader::raw_option() {
    if (!at_character(U'[')) return std::nullopt;
    for (std::size_t i = next_; i < tokens_.size() && i < next_ + 20; ++i) {
        if (tokens_[i].kind != TexToken::Kind::character || tokens_[i].code != U']') continue;
        const std::uint32_t begin = tokens_[next_].end;
        next_ = i + 1;
        return tex_.substr(begin, tokens_[i].begin - begin);
    }
    return std::nullopt;
}

void FormulaReader::space(MathList& to, const TexToken& command) {
    for (const NamedWidth& known : spaces)
        if (known.name == command.name) return to.push_back(space_node(known.width, command.begin));
}

void FormulaReader::measured_space(MathList& to, const TexToken& command) {
    take_character(U'*');
    if (peek().kind == TexToken::Kind::open) {
        const auto width = tex_length(raw_argument());
        if (!width) throw UnreadableFormula{};
        return to.push_back(space_node(*width, command.begin));
    }
    // \kern 3mu: characters as far as they make a length, `plus` and `minus` not among them.
    const std::uint32_t begin = peek().begin;
    std::uint32_t end = begin, letters = 0;
    while (letters < 2 && peek().kind == TexToken::Kind::character && peek().code < 0x80) {
        const TexToken token = take();
        if ((token.code >= U'a' && token.code <= U'z') || (token.code >= U'A' && token.code <= U'Z'))
            ++letters;
        end = token.end;
    }
    const auto width = tex_length(tex_.substr(begin, end - begin));
    if (!width) throw UnreadableFormula{};
    to.push_back(space_node(*width, command.begin));
}

void FormulaReader::style_switch(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::style;
    node.tex = command.begin;
    for (const StyleName& known : style_names)
        if (known.name == command.name) node.style = known.style;
    to.push_back(std::move(node));
}

void FormulaReader::modulo(MathList& to, const TexToken& command) {
    MathNode mod = words_node("mod", command.begin);
    if (command.name == "bmod") {
        // 5 mu on either side (The TeXbook, appendix B), one more than binary signs have.
        MathNode group;
        group.kind = MathNode::Kind::list;
        group.atom = AtomClass::binary;
        group.tex = command.begin;
        group.parts.emplace_back();
        group.parts[0].push_back(space_node(1, command.begin));
        group.parts[0].push_back(std::move(mod));
        group.parts[0].push_back(space_node(1, command.begin));
        return to.push_back(std::move(group));
    }
    // amsmath: 18 mu before it in displays, 8 in text.
    to.push_back(space_node(display_ ? 18 : 8, command.begin));
    if (command.name == "mod") {
        to.push_back(std::move(mod));
        return to.push_back(space_node(6, command.begin));
    }
    MathList argument = read_argument();
    to.push_back(symbol_node(U'(', AtomClass::opening, command.begin));
    if (command.name == "pmod") {
        to.push_back(std::move(mod));
        to.push_back(space_node(6, command.begin));
    }
    to.push_back(grouped(std::move(argument), command.begin));
    to.push_back(symbol_node(U')', AtomClass::closing, command.begin));
}

void FormulaReader::dropped(MathList&, const TexToken&) {}

void FormulaReader::dropped_with_argument(MathList&, const TexToken&) {
    raw_option();
    take_character(U'*');
    raw_argument();
}

/// \textcolor{red}{x}: a printed page has one colour, so the contents stay.
void FormulaReader::coloured(MathList& to, const TexToken& command) {
    raw_option();
    if (command.name != "bbox") raw_argument();
    raw_option();
    if (command.name == "fcolorbox") raw_argument();
    if (command.name.ends_with("box") && command.name != "bbox")
        return add_words(to, raw_argument(), {Alphabet::roman}, command.begin);
    contents(to, command);
}

void FormulaReader::contents(MathList& to, const TexToken& command) {
    raw_option();
    MathList list = read_argument();
    to.push_back(grouped(std::move(list), command.begin));
}

void FormulaReader::tag(MathList&, const TexToken& command) {
    const bool bare = take_character(U'*');
    MathList list;
    add_words(list, raw_argument(), {Alphabet::roman}, command.begin);
    std::string text = plain_text(list);
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    text.erase(text.find_last_not_of(' ') + 1);
    if (!tag_.empty()) tag_ += ' ';
    tag_ += bare ? text : "(" + text + ")";
}

/// Never called within a list, which ends at it; within an argument it is nothing.
void FormulaReader::line_break(MathList&, const TexToken&) {}

}  // namespace hanqing

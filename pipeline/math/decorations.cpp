// SPDX-License-Identifier: Apache-2.0
// Reads what stands over, under, around and through a part of a formula.
#include "math/formula_reader.hpp"

#include "base/unicode.hpp"

#include <utility>

namespace hanqing {
namespace {

struct Mark {
    std::string_view name;
    char32_t code;
};
constexpr Mark accents[] = {
    {"hat", 0x302},    {"widehat", 0x302}, {"tilde", 0x303}, {"widetilde", 0x303},
    {"bar", 0x304},    {"vec", 0x20D7},    {"dot", 0x307},   {"ddot", 0x308},
    {"dddot", 0x20DB}, {"ddddot", 0x20DC}, {"check", 0x30C}, {"widecheck", 0x30C},
    {"breve", 0x306},  {"acute", 0x301},   {"grave", 0x300}, {"mathring", 0x30A},
};
/// What grows sideways over or under its base; 0 is a rule.
constexpr Mark spanning[] = {
    {"line", 0},
    {"bar", 0},
    {"brace", 0x23DE},
    {"bracket", 0x23B4},
    {"paren", 0x23DC},
    {"arc", 0x23DC},
    {"group", 0x23E0},
    {"linesegment", 0},
    {"rightarrow", 0x20D7},
    {"leftarrow", 0x20D6},
    {"Rightarrow", 0x21D2},
    {"leftrightarrow", 0x20E1},
    {"leftharpoon", 0x20D0},
    {"rightharpoon", 0x20D1},
};
struct Below {
    char32_t over, under;
};
constexpr Below below_marks[] = {{0x23DE, 0x23DF}, {0x23B4, 0x23B5}, {0x23DC, 0x23DD}, {0x23E0, 0x23E1},
                                 {0x20D7, 0x20EF}, {0x20D6, 0x20EE}, {0x20E1, 0x34D}};
constexpr Mark wide_arrows[] = {
    {"xrightarrow", 0x2192},
    {"xleftarrow", 0x2190},
    {"xleftrightarrow", 0x2194},
    {"xRightarrow", 0x21D2},
    {"xLeftarrow", 0x21D0},
    {"xLeftrightarrow", 0x21D4},
    {"xmapsto", 0x21A6},
    {"xhookrightarrow", 0x21AA},
    {"xhookleftarrow", 0x21A9},
    {"xrightleftharpoons", 0x21CC},
    {"xleftrightharpoons", 0x21CB},
    {"xrightharpoonup", 0x21C0},
    {"xrightharpoondown", 0x21C1},
    {"xleftharpoonup", 0x21BC},
    {"xleftharpoondown", 0x21BD},
    {"xlongequal", U'='},
    {"xtwoheadrightarrow", 0x21A0},
    {"xtwoheadleftarrow", 0x219E},
    {"xtofrom", 0x21C4},
};

template <std::size_t n>
char32_t code_of(const Mark (&marks)[n], std::string_view name) {
    for (const Mark& mark : marks)
        if (mark.name == name) return mark.code;
    return 0;
}

MathNode node_over(MathNode::Kind kind, MathList base, std::uint32_t at) {
    MathNode node;
    node.kind = kind;
    node.parts.push_back(std::move(base));
    node.tex = at;
    return node;
}

/// The class of what something is put over: a relation with a sign above it still is one.
AtomClass class_of(const MathList& base) {
    return base.size() == 1 && base[0].atom != AtomClass::inner ? base[0].atom : AtomClass::ordinary;
}

/// ①, Ⓐ, ⓐ: what Unicode has in circles.
char32_t in_circle(std::string_view text) {
    if (text.size() == 1 && text[0] == '0') return 0x24EA;
    if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z')
        return 0x24B6 + static_cast<char32_t>(text[0] - 'A');
    if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z')
        return 0x24D0 + static_cast<char32_t>(text[0] - 'a');
    char32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || number > 50) return 0;
        number = number * 10 + static_cast<char32_t>(c - '0');
    }
    if (number >= 1 && number <= 20) return 0x2460 + number - 1;
    if (number >= 21 && number <= 35) return 0x3251 + number - 21;
    return number >= 36 && number <= 50 ? 0x32B1 + number - 36 : 0;
}

}  // namespace

void FormulaReader::accent(MathList& to, const TexToken& command) {
    MathNode node = node_over(MathNode::Kind::accent, read_argument(), command.begin);
    node.code = code_of(accents, command.name);
    node.stretches = command.name.starts_with("wide");
    to.push_back(std::move(node));
}

void FormulaReader::over_under(MathList& to, const TexToken& command) {
    std::string_view name = command.name;
    const bool over = !name.starts_with("under");
    if (name == "wideparen") name = "overparen";
    name.remove_prefix(name.starts_with("over") || name.starts_with("Over") ? 4 : 5);
    MathNode node = node_over(MathNode::Kind::line, read_argument(), command.begin);
    node.above = over;
    node.code = code_of(spanning, name);
    if (!over)
        for (const Below& known : below_marks)
            if (known.over == node.code) node.code = known.under;
    // Their scripts are limits. LaTeX makes them operators, which takes the space from a sign behind them.
    if (name == "brace" || name == "bracket") node.limits = MathNode::Limits::above;
    to.push_back(std::move(node));
}

void FormulaReader::stack(MathList& to, const TexToken& command) {
    MathList above, below;
    if (command.name != "underset") above = read_argument();
    if (command.name == "underset" || command.name == "overunderset") below = read_argument();
    MathNode node = node_over(MathNode::Kind::stack, read_argument(), command.begin);
    node.atom = command.name == "stackrel" ? AtomClass::relation : class_of(node.parts[0]);
    node.parts.push_back(std::move(above));
    node.parts.push_back(std::move(below));
    to.push_back(std::move(node));
}

void FormulaReader::wide_arrow(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::arrow;
    node.atom = AtomClass::relation;
    node.tex = command.begin;
    node.code = code_of(wide_arrows, command.name);
    MathList under;
    if (take_character(U'[')) {
        under = read_list(true);
        if (!take_character(U']')) throw UnreadableFormula{};
    }
    node.parts.push_back(read_argument());
    node.parts.push_back(std::move(under));
    to.push_back(std::move(node));
}

void FormulaReader::phantom(MathList& to, const TexToken& command) {
    MathList base;
    if (command.name.ends_with("strut"))
        base.push_back(symbol_node(U'(', AtomClass::ordinary, command.begin));
    else
        base = read_argument();
    MathNode node = node_over(MathNode::Kind::phantom, std::move(base), command.begin);
    if (command.name == "hphantom") node.room = MathNode::Room::width;
    if (command.name != "phantom" && command.name != "hphantom") node.room = MathNode::Room::height;
    to.push_back(std::move(node));
}

void FormulaReader::framed(MathList& to, const TexToken& command) {
    const bool box = command.name.ends_with("box") || command.name == "boxed";
    while (box && raw_option()) {
    }
    if (command.name == "fbox" || command.name == "framebox") {
        MathList inside;
        add_words(inside, raw_argument(), {Alphabet::roman}, command.begin);
        to.push_back(node_over(MathNode::Kind::framed, std::move(inside), command.begin));
        return;
    }
    const auto kind = box ? MathNode::Kind::framed : MathNode::Kind::struck;
    MathNode node = node_over(kind, read_argument(), command.begin);
    if (!box) node.atom = class_of(node.parts[0]);
    to.push_back(std::move(node));
}

void FormulaReader::circled(MathList& to, const TexToken& command) {
    std::string inside;
    for (const char c : raw_argument())
        if (c != ' ' && c != '{' && c != '}') inside += c;
    std::string text;
    if (const char32_t code = in_circle(inside))
        append_utf8(text, code);
    else
        text = "(" + inside + ")";
    if (text.find('\\') != std::string::npos) throw UnreadableFormula{};
    to.push_back(words_node(std::move(text), command.begin));
}

/// \not before a sign: its negation, or a stroke through it.
void FormulaReader::negation(MathList& to, const TexToken& command) {
    MathList base = read_argument();
    if (base.size() == 1 && base[0].kind == MathNode::Kind::symbol)
        if (const char32_t code = negated(base[0].code)) {
            base[0].code = code;
            to.push_back(std::move(base[0]));
            return;
        }
    const AtomClass atom = class_of(base);
    MathNode node = node_over(MathNode::Kind::accent, std::move(base), command.begin);
    node.code = 0x338;
    node.atom = atom;
    to.push_back(std::move(node));
}

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// Reads fractions, roots, delimiters, limits and what gives atoms another class.
#include "math/formula_reader.hpp"

#include <charconv>
#include <utility>

namespace hanqing {
namespace {

struct ClassName {
    std::string_view name;
    AtomClass atom;
};
constexpr ClassName class_names[] = {
    {"mathord", AtomClass::ordinary},      {"mathop", AtomClass::operation},
    {"mathbin", AtomClass::binary},        {"mathrel", AtomClass::relation},
    {"mathopen", AtomClass::opening},      {"mathclose", AtomClass::closing},
    {"mathpunct", AtomClass::punctuation}, {"mathinner", AtomClass::inner},
};

struct Enclosure {
    std::string_view name;
    char32_t open, close;
};
constexpr Enclosure enclosures[] = {
    {"bra", U'⟨', U'|'},    {"Bra", U'⟨', U'|'},    {"ket", U'|', U'⟩'},  {"Ket", U'|', U'⟩'},
    {"braket", U'⟨', U'⟩'}, {"Braket", U'⟨', U'⟩'}, {"set", U'{', U'}'},  {"Set", U'{', U'}'},
    {"abs", U'|', U'|'},    {"norm", U'‖', U'‖'},   {"ceil", U'⌈', U'⌉'}, {"floor", U'⌊', U'⌋'},
};

bool is_infix_name(std::string_view name) {
    return name == "over" || name == "atop" || name == "choose" || name == "brace" || name == "brack";
}

MathNode fraction_node(MathList above, MathList below, std::uint32_t at) {
    MathNode node;
    node.kind = MathNode::Kind::fraction;
    node.parts.push_back(std::move(above));
    node.parts.push_back(std::move(below));
    node.tex = at;
    return node;
}

void make_binomial(MathNode& node, char32_t open, char32_t close) {
    node.bar = false;
    node.open = open;
    node.close = close;
}

}  // namespace

bool FormulaReader::at_infix() const {
    return peek().kind == TexToken::Kind::command && is_infix_name(peek().name);
}

void FormulaReader::fraction_between(MathList& list, MathList above, const TexToken& command) {
    const Lettering kept = lettering_;
    MathList below = read_list();
    lettering_ = kept;
    MathNode node = fraction_node(std::move(above), std::move(below), command.begin);
    node.atom = AtomClass::inner;
    if (command.name == "atop") make_binomial(node, 0, 0);
    if (command.name == "choose") make_binomial(node, U'(', U')');
    if (command.name == "brace") make_binomial(node, U'{', U'}');
    if (command.name == "brack") make_binomial(node, U'[', U']');
    list.push_back(std::move(node));
}

/// LaTeX's \frac stands in a group, so it is ordinary, unlike TeX's \over.
void FormulaReader::fraction(MathList& to, const TexToken& command) {
    MathList above = read_argument();
    MathList below = read_argument();
    MathNode node = fraction_node(std::move(above), std::move(below), command.begin);
    const std::string_view name = command.name;
    if (name.ends_with("binom")) make_binomial(node, U'(', U')');
    if (name == "dfrac" || name == "cfrac" || name == "dbinom") node.style = MathStyle::display;
    if (name == "cfrac") {  // a strut in each numerator keeps the steps even
        MathNode strut;
        strut.kind = MathNode::Kind::phantom;
        strut.room = MathNode::Room::height;
        strut.tex = command.begin;
        MathNode big = symbol_node(U'(', AtomClass::ordinary, command.begin);
        big.kind = MathNode::Kind::delimiter;
        big.size = 1;
        strut.parts.emplace_back().push_back(std::move(big));
        node.parts[0].insert(node.parts[0].begin(), std::move(strut));
    }
    if (name == "tfrac" || name == "tbinom") node.style = MathStyle::text;
    to.push_back(std::move(node));
}

/// \genfrac{left}{right}{thickness}{style}{above}{below}
void FormulaReader::general_fraction(MathList& to, const TexToken& command) {
    const MathList open = read_argument(), close = read_argument();
    const std::string_view thickness = raw_argument(), style = raw_argument();
    MathList above = read_argument();
    MathList below = read_argument();
    MathNode node = fraction_node(std::move(above), std::move(below), command.begin);
    node.bar = thickness.empty() || thickness[0] != '0';
    if (!open.empty()) node.open = open[0].code;
    if (!close.empty()) node.close = close[0].code;
    if (!style.empty() && style[0] >= '0' && style[0] <= '3')
        node.style = static_cast<MathStyle>(style[0] - '0');
    to.push_back(std::move(node));
}

void FormulaReader::root(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::radical;
    node.tex = command.begin;
    MathList degree;
    if (take_character(U'[')) {
        degree = read_list(true);
        if (!take_character(U']')) throw UnreadableFormula{};
    }
    node.parts.push_back(read_argument());
    if (!degree.empty()) node.parts.push_back(std::move(degree));
    to.push_back(std::move(node));
}

/// \unicode{x25B1}, \unicode{9649}
void FormulaReader::by_number(MathList& to, const TexToken& command) {
    raw_option();
    std::string_view digits = raw_argument();
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (hexadecimal) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, code, hexadecimal ? 16 : 10);
    if (read.ec != std::errc{} || read.ptr != end || code < 0x20 || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
        throw UnreadableFormula{};
    read_character(to, {TexToken::Kind::character, code, {}, command.begin, command.end});
}

/// \root n \of x
void FormulaReader::degree_and_root(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::radical;
    node.tex = command.begin;
    MathList degree;
    while (!at_command("of")) {
        if (at_stop(false)) throw UnreadableFormula{};
        read_item(degree);
    }
    take();
    node.parts.push_back(read_argument());
    node.parts.push_back(std::move(degree));
    to.push_back(std::move(node));
}

char32_t FormulaReader::read_delimiter() {
    const TexToken token = take();
    if (token.kind == TexToken::Kind::character) {
        switch (token.code) {
            case U'.':
                return 0;
            case U'<':
            case U'〈':
                return U'\u27E8';
            case U'>':
            case U'〉':
                return U'\u27E9';
            case U'（':
                return U'(';
            case U'）':
                return U')';
            default:
                break;
        }
        const auto sign = sign_typed(token.code);
        if (!sign || has_alphabets(token.code)) throw UnreadableFormula{};
        return sign->code;
    }
    if (token.kind != TexToken::Kind::command) throw UnreadableFormula{};
    if (token.name == "{" || token.name == "}") return static_cast<unsigned char>(token.name[0]);
    if (token.name == "|") return U'‖';
    const auto sign = sign_named(token.name);
    if (!sign) throw UnreadableFormula{};
    if (sign->code == U'∣') return U'|';
    return sign->code == U'∥' ? U'‖' : sign->code;
}

void FormulaReader::left_right(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::delimited;
    node.atom = AtomClass::inner;
    node.tex = command.begin;
    node.open = read_delimiter();
    MathList inside = read_list();
    // Converters break lines inside brackets; such a break is none to TeX either.
    while (at_command("\\") || at_command("newline")) {
        take();
        for (MathNode& more : read_list()) inside.push_back(std::move(more));
    }
    if (!at_command("right")) throw UnreadableFormula{};
    take();
    node.close = read_delimiter();
    node.parts.push_back(std::move(inside));
    to.push_back(std::move(node));
}

/// Signs that amsmath gives spaces of their own.
void FormulaReader::spaced_sign(MathList& to, const TexToken& command) {
    const bool colon = command.name == "colon";
    to.push_back(space_node(colon ? 2 : 5, command.begin));
    if (colon)
        to.push_back(symbol_node(U':', AtomClass::punctuation, command.begin));
    else
        add_sign(to, *sign_named(command.name), command.begin);
    to.push_back(space_node(colon ? 3 : 5, command.begin));
}

/// \sideset{_a^b}{_c^d}\sum: scripts at the sides of an operator, which may have limits besides.
void FormulaReader::sides(MathList& to, const TexToken& command) {
    MathList all = read_argument(), right = read_argument();
    MathList base = read_argument();
    if (base.empty()) throw UnreadableFormula{};
    MathNode& sign = base.back();
    sign.limits = MathNode::Limits::beside;
    if (!right.empty()) {
        sign.superscript = std::move(right[0].superscript);
        sign.subscript = std::move(right[0].subscript);
    }
    for (MathNode& node : base) all.push_back(std::move(node));
    MathNode node;
    node.kind = MathNode::Kind::list;
    node.atom = AtomClass::operation;
    node.limits = MathNode::Limits::by_style;
    node.tex = command.begin;
    node.parts.push_back(std::move(all));
    to.push_back(std::move(node));
}

/// \bra{x} and its like.
void FormulaReader::enclosed(MathList& to, const TexToken& command) {
    const std::string_view name = command.name;
    MathNode node;
    node.kind = MathNode::Kind::delimited;
    node.atom = AtomClass::inner;
    node.tex = command.begin;
    for (const Enclosure& known : enclosures)
        if (known.name == name) {
            node.open = known.open;
            node.close = known.close;
        }
    node.parts.push_back(read_argument());
    to.push_back(std::move(node));
}

void FormulaReader::middle(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::delimiter;
    node.atom = AtomClass::relation;
    node.tex = command.begin;
    node.code = read_delimiter();
    to.push_back(std::move(node));
}

void FormulaReader::big(MathList& to, const TexToken& command) {
    MathNode node;
    node.kind = MathNode::Kind::delimiter;
    node.tex = command.begin;
    std::string_view name = command.name;
    if (name.ends_with('l')) node.atom = AtomClass::opening;
    if (name.ends_with('r')) node.atom = AtomClass::closing;
    if (name.ends_with('m')) node.atom = AtomClass::relation;
    if (node.atom != AtomClass::ordinary) name.remove_suffix(1);
    node.size = static_cast<std::uint8_t>((name.size() == 4 ? 3 : 1) + (name[0] == 'B' ? 1 : 0));
    node.code = read_delimiter();
    if (node.code != 0) to.push_back(std::move(node));
}

void FormulaReader::limits(MathList& to, const TexToken& command) {
    if (to.empty()) throw UnreadableFormula{};
    to.back().limits = command.name == "limits"     ? MathNode::Limits::above
                       : command.name == "nolimits" ? MathNode::Limits::beside
                                                    : MathNode::Limits::by_style;
    // TeX wants an operator before it; people write it behind whatever they want limits at.
    to.back().atom = AtomClass::operation;
}

void FormulaReader::class_command(MathList& to, const TexToken& command) {
    MathNode node = grouped(read_argument(), command.begin);
    for (const ClassName& known : class_names)
        if (known.name == command.name) node.atom = known.atom;
    if (node.atom == AtomClass::operation) node.limits = MathNode::Limits::by_style;
    to.push_back(std::move(node));
}

}  // namespace hanqing

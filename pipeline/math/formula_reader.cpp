// SPDX-License-Identifier: Apache-2.0
// Lists, groups, characters and scripts of a formula (The TeXbook, chapter 26).
#include "math/formula_reader.hpp"

#include "base/unicode.hpp"

#include <array>
#include <utility>

namespace hanqing {
namespace {

using TokenKind = TexToken::Kind;

constexpr std::uint32_t depth_max = 50;

/// Counts how deep we are; what nests deeper is no formula that anybody reads.
class Deeper {
public:
    explicit Deeper(std::uint32_t& depth) : depth_(depth) {
        if (depth_ >= depth_max) throw UnreadableFormula{};
        ++depth_;
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --depth_; }

private:
    std::uint32_t& depth_;
};

bool is_roman_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// Upright letters side by side are a word of the text face, so that it kerns them.
bool joins_roman_word(MathList& list, char32_t letter) {
    if (list.empty()) return false;
    MathNode& last = list.back();
    if (last.atom != AtomClass::ordinary || !last.subscript.empty() || !last.superscript.empty())
        return false;
    if (last.kind == MathNode::Kind::symbol && is_roman_letter(last.code)) {
        last.kind = MathNode::Kind::words;
        append_utf8(last.text, std::exchange(last.code, 0));
    } else if (last.kind != MathNode::Kind::words || last.text.empty() ||
               !is_roman_letter(static_cast<unsigned char>(last.text.back()))) {
        return false;
    }
    append_utf8(last.text, letter);
    return true;
}

bool carries_scripts(const MathList& list) {
    return !list.empty() && list.back().kind != MathNode::Kind::space &&
           list.back().kind != MathNode::Kind::style;
}

bool is_prime(char32_t c) { return (c >= U'′' && c <= U'‴') || c == U'⁗'; }

struct TypedScript {
    bool superscript;
    char32_t code;
};
/// ² and ₂ as typed.
std::optional<TypedScript> typed_script(char32_t c) {
    if (c == U'¹') return TypedScript{true, U'1'};
    if (c == U'²' || c == U'³') return TypedScript{true, c - U'²' + U'2'};
    if (c == U'⁰' || (c >= U'⁴' && c <= U'⁹')) return TypedScript{true, c - U'⁰' + U'0'};
    if (c >= U'₀' && c <= U'₉') return TypedScript{false, c - U'₀' + U'0'};
    if (c == U'⁺' || c == U'₊') return TypedScript{c == U'⁺', U'+'};
    if (c == U'⁻' || c == U'₋') return TypedScript{c == U'⁻', U'\u2212'};
    if (c == U'ⁿ') return TypedScript{true, 0x1D45B};
    if (c == U'′' || c == U'’') return TypedScript{true, U'′'};
    return std::nullopt;
}

/// Letters, digits and signs that an input method left at full width; brackets and marks among Han stay.
char32_t narrow_form(char32_t c) {
    const char32_t narrow = c - 0xFEE0;
    if (c < U'！' || c > U'～') return c;
    const bool sign = narrow == U'+' || narrow == U'-' || narrow == U'<' || narrow == U'=' || narrow == U'>';
    return sign || has_alphabets(narrow) ? narrow : c;
}

bool is_combining(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x20D0 && c <= 0x20DC); }

/// Han and whatever else no table of mathematics has: words, a run of Han as one.
void add_typed_words(MathList& to, char32_t c, std::uint32_t at) {
    std::string text;
    append_utf8(text, c);
    const bool joins = !to.empty() && to.back().kind == MathNode::Kind::words && is_wide(c) &&
                       to.back().atom == AtomClass::ordinary && to.back().subscript.empty() &&
                       to.back().superscript.empty() &&
                       is_wide(code_point_before(to.back().text, to.back().text.size()));
    if (joins)
        to.back().text += text;
    else
        to.push_back(words_node(std::move(text), at));
}

}  // namespace

FormulaReader::FormulaReader(std::string_view tex, bool display, std::uint32_t depth)
    : tex_(tex), tokens_(tex_tokens(tex)), depth_(depth), display_(display) {}

std::string FormulaReader::take_tag() { return std::exchange(tag_, {}); }

bool FormulaReader::at_character(char32_t c) const {
    return peek().kind == TokenKind::character && peek().code == c;
}
bool FormulaReader::at_command(std::string_view name) const {
    return peek().kind == TokenKind::command && peek().name == name;
}
bool FormulaReader::take_character(char32_t c) {
    if (!at_character(c)) return false;
    take();
    return true;
}

bool FormulaReader::at_stop(bool until_bracket) const {
    switch (peek().kind) {
        case TokenKind::end:
        case TokenKind::close:
        case TokenKind::cell:
            return true;
        case TokenKind::character:
            return until_bracket && peek().code == U']';
        case TokenKind::command:
            return peek().name == "\\" || peek().name == "cr" || peek().name == "right" ||
                   peek().name == "end" || peek().name == "newline";
        default:
            return false;
    }
}

MathList FormulaReader::read_list(bool until_bracket) {
    const Deeper deeper(depth_);
    const Lettering outer = lettering_;
    MathList list;
    while (!at_stop(until_bracket)) {
        if (at_infix()) {
            // \over takes the whole list before it (TeXbook, chapter 17).
            const TexToken command = take();
            MathList above = std::exchange(list, {});
            settle_binary_signs(above);
            fraction_between(list, std::move(above), command);
        } else {
            read_item(list);
        }
    }
    lettering_ = outer;
    settle_binary_signs(list);
    return list;
}

MathList FormulaReader::read_group() {
    MathList list = read_list();
    while (at_command("\\") || at_command("newline") || at_command("cr")) {
        // A line break inside a group breaks nothing; what follows still belongs to the group.
        take();
        MathList more = read_list();
        for (MathNode& node : more) list.push_back(std::move(node));
    }
    if (peek().kind != TokenKind::close) throw UnreadableFormula{};
    take();
    return list;
}

MathList FormulaReader::read_argument() {
    if (peek().kind == TokenKind::open) {
        take();
        return read_group();
    }
    const Deeper deeper(depth_);
    MathList list;
    // Commands that leave nothing behind are passed, as TeX expands them away.
    while (list.empty()) {
        if (at_stop(false)) throw UnreadableFormula{};
        read_item(list);
    }
    return list;
}

void FormulaReader::read_item(MathList& to) {
    const TexToken token = take();
    switch (token.kind) {
        case TokenKind::open:
            to.push_back(grouped(read_group(), token.begin));
            break;
        case TokenKind::superscript:
            read_script(to, true);
            break;
        case TokenKind::subscript:
            read_script(to, false);
            break;
        case TokenKind::command:
            read_command(to, token);
            break;
        case TokenKind::character:
            read_character(to, token);
            break;
        default:
            throw UnreadableFormula{};
    }
}

void FormulaReader::read_character(MathList& to, const TexToken& token) {
    const char32_t c = narrow_form(token.code);
    if (c == U'\'') return read_primes(to);
    if (c == U'~') {
        to.push_back(space_node(5, token.begin));
    } else if (const auto script = typed_script(c)) {
        if (!carries_scripts(to)) to.push_back(grouped({}, token.begin));
        MathList& scripts = script->superscript ? to.back().superscript : to.back().subscript;
        scripts.push_back(symbol_node(script->code, AtomClass::ordinary, token.begin));
    } else if (has_alphabets(c)) {
        const bool capital_greek = c >= U'Α' && c <= U'Ω';
        add_sign(
            to,
            {c, AtomClass::ordinary, capital_greek ? SignTable::Manner::upright : SignTable::Manner::italic},
            token.begin);
    } else if (const auto sign = sign_typed(c)) {
        add_sign(to, *sign, token.begin);
    } else if (c < 0x20 || c == 0x7F) {
        throw UnreadableFormula{};
    } else if (c >= 0x1D400 && c <= 0x1D7FF) {
        to.push_back(symbol_node(c, AtomClass::ordinary, token.begin));
    } else if (is_combining(c) && !to.empty() && to.back().kind == MathNode::Kind::symbol) {
        MathNode accent;
        accent.kind = MathNode::Kind::accent;
        accent.code = c;
        accent.tex = token.begin;
        accent.parts.emplace_back().push_back(std::move(to.back()));
        to.back() = std::move(accent);
    } else {
        add_typed_words(to, c, token.begin);
    }
}

void FormulaReader::add_sign(MathList& to, const Sign& sign, std::uint32_t at) {
    using Manner = SignTable::Manner;
    const bool nabla = sign.code == U'∇';
    if (sign.manner == Manner::italic || sign.manner == Manner::upright || nabla || sign.code == U'∂') {
        const char32_t code = letter_in(lettering_, sign.code, nabla || sign.manner == Manner::upright);
        if (is_roman_letter(code) && joins_roman_word(to, code)) return;
        to.push_back(symbol_node(code, AtomClass::ordinary, at));
        return;
    }
    MathNode node = symbol_node(sign.code, sign.atom, at);
    node.large = sign.manner == Manner::sum || sign.manner == Manner::integral;
    if (sign.manner == Manner::sum) node.limits = MathNode::Limits::by_style;
    to.push_back(std::move(node));
}

void FormulaReader::read_primes(MathList& to) {
    if (!carries_scripts(to)) to.push_back(grouped({}, peek().begin));
    // Up to four are one character, closer together than that many single ones.
    const std::uint32_t at = peek().begin;
    std::size_t count = 1;
    while (take_character(U'\'')) ++count;
    for (; count > 4; --count) to.back().superscript.push_back(symbol_node(U'′', AtomClass::ordinary, at));
    constexpr std::array<char32_t, 4> primes{U'′', U'″', U'‴', U'⁗'};
    to.back().superscript.push_back(symbol_node(primes[count - 1], AtomClass::ordinary, at));
}

void FormulaReader::read_script(MathList& to, bool superscript) {
    MathList script = read_argument();
    if (!carries_scripts(to)) to.push_back(grouped({}, peek().begin));
    MathList& slot = superscript ? to.back().superscript : to.back().subscript;
    // f'^2 joins the primes; any other second script is an error to TeX.
    if (!slot.empty() && !(superscript && is_prime(slot.back().code))) throw UnreadableFormula{};
    // An empty script moves nothing, so it stays none.
    for (MathNode& node : script) slot.push_back(std::move(node));
}

MathList FormulaReader::read_all() {
    MathList list = read_list();
    const bool breaks = peek().kind == TokenKind::cell || at_command("\\") || at_command("newline");
    if (breaks) list = outermost_rows(std::move(list));
    if (peek().kind != TokenKind::end) throw UnreadableFormula{};
    return list;
}

/// The rows of a display without an environment around them; in a line of text, breaks become spaces.
MathList FormulaReader::outermost_rows(MathList first) {
    if (display_) {
        next_ = 0;
        tag_.clear();
        MathNode::Grid grid;
        grid.display = grid.pairs = true;
        grid.align = "c";
        MathNode array = read_array(grid, "");
        if (array.grid.columns == 1) array.grid.pairs = false;
        MathList list;
        list.push_back(std::move(array));
        return list;
    }
    while (at_command("\\") || at_command("newline")) {
        const TexToken command = take();
        if (raw_option() && peek().kind == TokenKind::end) break;
        MathList more = read_list();
        if (!first.empty() && !more.empty()) first.push_back(space_node(18, command.begin));
        for (MathNode& node : more) first.push_back(std::move(node));
    }
    return first;
}

void say_where(MathList& list, std::uint32_t at) {
    for (MathNode& node : list) {
        node.tex = at;
        for (MathList& part : node.parts) say_where(part, at);
        say_where(node.superscript, at);
        say_where(node.subscript, at);
    }
}

MathNode symbol_node(char32_t code, AtomClass atom, std::uint32_t at) {
    MathNode node;
    node.code = code;
    node.atom = atom;
    node.tex = at;
    return node;
}

MathNode words_node(std::string text, std::uint32_t at) {
    MathNode node;
    node.kind = MathNode::Kind::words;
    node.text = std::move(text);
    node.tex = at;
    return node;
}

MathNode space_node(std::int32_t width, std::uint32_t at) {
    MathNode node;
    node.kind = MathNode::Kind::space;
    node.width = width;
    node.tex = at;
    return node;
}

MathNode grouped(MathList list, std::uint32_t at) {
    // TeXbook, appendix G: a group of one ordinary symbol without scripts is that symbol.
    if (list.size() == 1 && list[0].atom == AtomClass::ordinary && list[0].subscript.empty() &&
        list[0].superscript.empty() &&
        (list[0].kind == MathNode::Kind::symbol || list[0].kind == MathNode::Kind::words ||
         list[0].kind == MathNode::Kind::list))
        return std::move(list[0]);
    MathNode node;
    node.kind = MathNode::Kind::list;
    node.parts.push_back(std::move(list));
    node.tex = at;
    return node;
}

}  // namespace hanqing

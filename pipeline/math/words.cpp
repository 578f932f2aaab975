// SPDX-License-Identifier: Apache-2.0
// Reads words, alphabets and the names of functions.
#include "math/formula_reader.hpp"

#include "base/unicode.hpp"

#include <utility>

namespace hanqing {
namespace {

struct LetteringName {
    std::string_view name;
    Lettering lettering;
};
constexpr LetteringName lettering_names[] = {
    {"mathrm", {Alphabet::roman}},
    {"mathup", {Alphabet::roman}},
    {"symup", {Alphabet::roman}},
    {"symrm", {Alphabet::roman}},
    {"rm", {Alphabet::roman}},
    {"rmfamily", {Alphabet::roman}},
    {"upshape", {Alphabet::roman}},
    {"textup", {Alphabet::roman}},
    {"mathbf", {Alphabet::roman, true}},
    {"symbf", {Alphabet::roman, true}},
    {"bf", {Alphabet::roman, true}},
    {"bfseries", {Alphabet::roman, true}},
    {"textbf", {Alphabet::roman, true}},
    {"bold", {Alphabet::roman, true}},
    {"mathit", {Alphabet::italic}},
    {"symit", {Alphabet::italic}},
    {"it", {Alphabet::italic}},
    {"sl", {Alphabet::italic}},
    {"em", {Alphabet::italic}},
    {"itshape", {Alphabet::italic}},
    {"textit", {Alphabet::italic}},
    {"textsl", {Alphabet::italic}},
    {"emph", {Alphabet::italic}},
    {"mathnormal", {Alphabet::automatic}},
    {"mathbfit", {Alphabet::italic, true}},
    {"symbfit", {Alphabet::italic, true}},
    {"mathcal", {Alphabet::script}},
    {"mathscr", {Alphabet::script}},
    {"cal", {Alphabet::script}},
    {"scr", {Alphabet::script}},
    {"mathbfcal", {Alphabet::script, true}},
    {"mathbfscr", {Alphabet::script, true}},
    {"mathfrak", {Alphabet::fraktur}},
    {"frak", {Alphabet::fraktur}},
    {"mathbffrak", {Alphabet::fraktur, true}},
    {"mathbb", {Alphabet::double_struck}},
    {"mathds", {Alphabet::double_struck}},
    {"mathbbm", {Alphabet::double_struck}},
    {"Bbb", {Alphabet::double_struck}},
    {"mathsf", {Alphabet::sans}},
    {"sf", {Alphabet::sans}},
    {"sffamily", {Alphabet::sans}},
    {"textsf", {Alphabet::sans}},
    {"mathbfsf", {Alphabet::sans, true}},
    {"mathsfit", {Alphabet::sans_italic}},
    {"mathtt", {Alphabet::monospace}},
    {"tt", {Alphabet::monospace}},
    {"ttfamily", {Alphabet::monospace}},
    {"texttt", {Alphabet::monospace}},
};

bool has_limits_in_display(std::string_view name) {
    for (const std::string_view known :
         {"det",  "gcd",       "inf",        "lim",       "liminf",    "limsup", "max",
          "min",  "Pr",        "sup",        "injlim",    "projlim",   "argmax", "argmin",
          "plim", "varinjlim", "varprojlim", "varliminf", "varlimsup", "lcm"})
        if (name == known) return true;
    return false;
}

/// Names of two words.
bool is_two_words(std::string_view name) {
    for (const std::string_view known : {"liminf", "limsup", "injlim", "projlim", "argmax", "argmin"})
        if (name == known) return true;
    return false;
}

MathNode operator_node(MathNode node, bool limits_in_display) {
    node.atom = AtomClass::operation;
    node.limits = limits_in_display ? MathNode::Limits::by_style : MathNode::Limits::beside;
    return node;
}

}  // namespace

Lettering lettering_of_command(std::string_view name, Lettering around) {
    if (name == "boldsymbol" || name == "bm" || name == "pmb" || name == "boldmath")
        return {around.alphabet, true};
    for (const LetteringName& known : lettering_names)
        if (known.name == name) return {known.lettering.alphabet, known.lettering.bold || around.bold};
    return {Alphabet::roman};
}

void FormulaReader::letters(MathList& to, const TexToken& command) {
    const Lettering around = lettering_;
    lettering_ = lettering_of_command(command.name, around);
    MathList list = read_argument();
    lettering_ = around;
    // Not a group where it need not be: \mathrm{d}\mathrm{x} and \boldsymbol{+} are the letters and the sign.
    if (list.size() == 1 && list[0].kind == MathNode::Kind::symbol)
        to.push_back(std::move(list[0]));
    else
        to.push_back(grouped(std::move(list), command.begin));
}

void FormulaReader::letters_switch(MathList&, const TexToken& command) {
    lettering_ = lettering_of_command(command.name, lettering_);
}

void FormulaReader::function_name(MathList& to, const TexToken& command) {
    const std::string_view name = command.name;
    const std::uint32_t at = command.begin;
    if (is_two_words(name)) {
        const std::size_t first = name == "projlim" ? 4 : 3;
        MathList parts;
        parts.push_back(words_node(std::string(name.substr(0, first)), at));
        parts.push_back(space_node(3, at));
        parts.push_back(words_node(std::string(name.substr(first)), at));
        return to.push_back(operator_node(grouped(std::move(parts), at), true));
    }
    if (!name.starts_with("var"))
        return to.push_back(operator_node(words_node(std::string(name), at), has_limits_in_display(name)));
    // \varliminf and its like: lim with a line or an arrow.
    MathNode line;
    line.kind = MathNode::Kind::line;
    line.tex = at;
    line.above = name == "varlimsup";
    line.code = name == "varinjlim" ? 0x20EF : name == "varprojlim" ? 0x20EE : 0;
    line.parts.emplace_back().push_back(operator_node(words_node("lim", at), false));
    to.push_back(operator_node(std::move(line), true));
}

void FormulaReader::operator_name(MathList& to, const TexToken& command) {
    const bool limits_in_display = take_character(U'*') || command.name.ends_with("limits");
    const Lettering around = lettering_;
    lettering_ = {Alphabet::roman};
    MathList list = read_argument();
    lettering_ = around;
    for (MathNode& node : list)  // a hyphen, not a minus
        if (node.kind == MathNode::Kind::symbol && node.code == U'\u2212') node = words_node("-", node.tex);
    to.push_back(operator_node(grouped(std::move(list), command.begin), limits_in_display));
}

void FormulaReader::logo(MathList& to, const TexToken& command) {
    to.push_back(words_node(std::string(command.name), command.begin));
}

void FormulaReader::words(MathList& to, const TexToken& command) {
    const std::string_view raw = raw_argument();
    Lettering lettering{Alphabet::roman};
    if (command.name.starts_with("text")) lettering = lettering_of_command(command.name, {Alphabet::roman});
    if (command.name == "emph") lettering = {Alphabet::italic};
    if (command.name == "eqref") {
        to.push_back(words_node("(" + std::string(raw) + ")", command.begin));
        return;
    }
    MathList list;
    add_words(list, raw, lettering, command.begin);
    if (!list.empty()) to.push_back(grouped(std::move(list), command.begin));
}

}  // namespace hanqing

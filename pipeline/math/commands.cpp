// SPDX-License-Identifier: Apache-2.0
// Which command is read by what.
#include "math/formula_reader.hpp"

#include <map>

namespace hanqing {
namespace {

std::vector<std::string_view> names_of(std::string_view rest) {
    std::vector<std::string_view> names;
    while (!rest.empty()) {
        const std::size_t blank = rest.find(' ');
        names.push_back(rest.substr(0, blank));
        rest.remove_prefix(blank + 1);
    }
    return names;
}

}  // namespace

std::vector<FormulaReader::Commands> FormulaReader::structure_commands() {
    using R = FormulaReader;
    // clang-format off
    return {
        {&R::fraction, "frac dfrac tfrac cfrac binom dbinom tbinom "},
        {&R::general_fraction, "genfrac "},
        {&R::root, "sqrt "},
        {&R::degree_and_root, "root "},
        {&R::by_number, "unicode "},
        {&R::left_right, "left "},
        {&R::middle, "middle "},
        {&R::enclosed, "bra ket braket Bra Ket Braket set Set abs norm ceil floor "},
        {&R::sides, "sideset "},
        {&R::spaced_sign, "colon implies impliedby iff "},
        {&R::big,
         "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm "},
        {&R::limits, "limits nolimits displaylimits "},
        {&R::environment, "begin "},
        {&R::substack, "substack "},
        {&R::matrix_command, "matrix pmatrix cases eqalign "},
        {&R::space,
         ", : > ; ! thinspace medspace thickspace negthinspace negmedspace negthickspace enspace "
         "enskip quad qquad space nobreakspace hfill hfil "},
        {&R::measured_space, "hspace mspace kern mkern hskip mskip "},
        {&R::style_switch, "displaystyle textstyle scriptstyle scriptscriptstyle "},
        {&R::class_command,
         "mathord mathop mathbin mathrel mathopen mathclose mathpunct mathinner "},
        {&R::modulo, "mod bmod pmod pod "},
        {&R::negation, "not "},
        {&R::accent,
         "hat widehat tilde widetilde bar vec dot ddot dddot ddddot check widecheck breve acute "
         "grave mathring "},
        {&R::over_under,
         "overline underline overbrace underbrace overbracket underbracket overparen underparen "
         "overrightarrow overleftarrow overleftrightarrow underrightarrow underleftarrow "
         "underleftrightarrow overarc wideparen Overrightarrow overleftharpoon overrightharpoon "
         "underbar overbar overgroup undergroup overlinesegment underlinesegment "},
        {&R::stack, "overset underset stackrel overunderset "},
        {&R::wide_arrow,
         "xrightarrow xleftarrow xleftrightarrow xRightarrow xLeftarrow xLeftrightarrow xmapsto "
         "xhookrightarrow xhookleftarrow xrightleftharpoons xleftrightharpoons xrightharpoonup "
         "xrightharpoondown xleftharpoonup xleftharpoondown xlongequal xtwoheadrightarrow "
         "xtwoheadleftarrow xtofrom "},
    };
    // clang-format on
}

std::vector<FormulaReader::Commands> FormulaReader::other_commands() {
    using R = FormulaReader;
    // clang-format off
    return {
        {&R::phantom, "phantom hphantom vphantom mathstrut strut "},
        {&R::framed, "boxed fbox framebox cancel bcancel xcancel sout "},
        {&R::circled, "textcircled "},
        {&R::chemistry, "ce "},
        {&R::dropped,
         "allowdisplaybreaks goodbreak break "
         "nonumber notag allowbreak nobreak relax null hline hdashline displaybreak noindent "
         "centering protect bigskip medskip smallskip par nolinebreak linebreak "
         "scriptsize footnotesize small normalsize tiny large Large LARGE huge Huge unboldmath - "},
        {&R::dropped_with_argument, "label require color pagecolor vspace setcounter leftroot uproot "},
        {&R::coloured,
         "textcolor colorbox fcolorbox href class cssId style raisebox bbox "},
        {&R::contents, "smash mathllap mathrlap mathclap llap rlap clap ensuremath vcenter "},
        {&R::tag, "tag "},
        {&R::line_break, "newline "},
        {&R::letters,
         "mathrm mathbf mathit mathnormal mathcal mathscr mathfrak mathbb mathsf mathtt boldsymbol "
         "bm pmb symbf symup symit symrm symbfit mathup Bbb frak mathbfit mathbfcal mathbfsf bold "
         "mathds mathbbm mathsfit mathbfscr mathbffrak "},
        {&R::letters_switch,
         "rm bf it cal sf tt sl mit scr boldmath bfseries itshape rmfamily sffamily ttfamily "
         "upshape em "},
        {&R::words,
         "text mbox textrm textnormal textup textbf textit texttt textsf hbox textmd textsl emph "
         "mathmbox textsc eqref ref "},
        {&R::function_name,
         "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim "
         "liminf limsup ln log max min Pr sec sin sinh sup tan tanh arccot arcsec arccsc arcosh "
         "arsinh artanh sech csch injlim projlim varinjlim varprojlim varliminf varlimsup argmax "
         "argmin plim sgn ctg tg cth sh ch th arctg arcctg cotg cosec lcm tr rank diag "},
        {&R::operator_name, "operatorname operatornamewithlimits "},
        {&R::logo, "LaTeX TeX KaTeX MathJax "},
    };
    // clang-format on
}

FormulaReader::Handler FormulaReader::handler_of(std::string_view name) {
    static const std::map<std::string_view, Handler> handlers = [] {
        std::map<std::string_view, Handler> all;
        for (const auto& table : {structure_commands(), other_commands()})
            for (const Commands& commands : table)
                for (const std::string_view each : names_of(commands.names))
                    all.emplace(each, commands.handler);
        return all;
    }();
    const auto found = handlers.find(name);
    return found == handlers.end() ? nullptr : found->second;
}

void FormulaReader::read_command(MathList& to, const TexToken& command) {
    if (const Handler handler = handler_of(command.name)) return (this->*handler)(to, command);
    if (const auto sign = sign_named(command.name)) return add_sign(to, *sign, command.begin);
    if (command.name.size() == 1) {
        const char c = command.name[0];
        if (c == '{' || c == '}' || c == '%' || c == '#' || c == '$' || c == '&' || c == '_')
            return add_sign(to, *sign_typed(static_cast<unsigned char>(c)), command.begin);
        if (c == '|') return add_sign(to, {U'‖', AtomClass::ordinary}, command.begin);
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            to.push_back(space_node(5, command.begin));
            return;
        }
    }
    throw UnreadableFormula{};
}

}  // namespace hanqing

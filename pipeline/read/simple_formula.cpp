// SPDX-License-Identifier: Apache-2.0
// One pass over the TeX of a formula. Italic are single letters (ISO 80000-1, 7.1: quantities), upright all
// else.
#include "read/simple_formula.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

using Kind = FormulaPart::Kind;

constexpr std::size_t tex_bytes_max = 300;

struct Command {
    std::string_view name, text;
};

/// What a command prints, by its name.
constexpr std::array<Command, 113> commands{{
    {"%", "%"},
    {"$", "$"},
    {"#", "#"},
    {"&", "&"},
    {"_", "_"},
    {"{", "{"},
    {"}", "}"},
    {",", " "},
    {";", " "},
    {":", " "},
    {" ", " "},
    {"!", ""},
    {"quad", " "},
    {"qquad", " "},
    {"left", ""},
    {"right", ""},
    {"times", "×"},
    {"cdot", "·"},
    {"div", "÷"},
    {"pm", "±"},
    {"mp", "∓"},
    {"leq", "≤"},
    {"le", "≤"},
    {"leqslant", "≤"},
    {"geq", "≥"},
    {"ge", "≥"},
    {"geqslant", "≥"},
    {"neq", "≠"},
    {"ne", "≠"},
    {"approx", "≈"},
    {"sim", "～"},
    {"equiv", "≡"},
    {"ll", "≪"},
    {"gg", "≫"},
    {"lt", "<"},
    {"gt", ">"},
    {"propto", "∝"},
    {"to", "→"},
    {"rightarrow", "→"},
    {"leftarrow", "←"},
    {"Rightarrow", "⇒"},
    {"leftrightarrow", "↔"},
    {"Leftrightarrow", "⇔"},
    {"uparrow", "↑"},
    {"downarrow", "↓"},
    {"infty", "∞"},
    {"circ", "°"},
    {"degree", "°"},
    {"prime", "′"},
    {"checkmark", "✓"},
    {"surd", "√"},
    {"cdotp", "·"},
    {"square", "□"},
    {"Box", "□"},
    {"boxtimes", "☒"},
    {"blacksquare", "■"},
    {"bigcirc", "○"},
    {"star", "★"},
    {"ast", "*"},
    {"bullet", "•"},
    {"ldots", "…"},
    {"dots", "…"},
    {"cdots", "⋯"},
    {"in", "∈"},
    {"notin", "∉"},
    {"cup", "∪"},
    {"cap", "∩"},
    {"subset", "⊂"},
    {"subseteq", "⊆"},
    {"emptyset", "∅"},
    {"forall", "∀"},
    {"exists", "∃"},
    {"partial", "∂"},
    {"nabla", "∇"},
    {"angle", "∠"},
    {"perp", "⊥"},
    {"parallel", "∥"},
    {"land", "∧"},
    {"lor", "∨"},
    {"neg", "¬"},
    {"alpha", "α"},
    {"beta", "β"},
    {"gamma", "γ"},
    {"delta", "δ"},
    {"epsilon", "ε"},
    {"varepsilon", "ε"},
    {"zeta", "ζ"},
    {"eta", "η"},
    {"theta", "θ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"xi", "ξ"},
    {"pi", "π"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"tau", "τ"},
    {"phi", "φ"},
    {"varphi", "φ"},
    {"chi", "χ"},
    {"psi", "ψ"},
    {"omega", "ω"},
    {"Delta", "Δ"},
    {"Omega", "Ω"},
    {"Sigma", "Σ"},
    {"Phi", "Φ"},
    {"pounds", "£"},
    {"mid", "|"},
    {"|", "‖"},
    {"langle", "⟨"},
    {"rangle", "⟩"},
}};
/// Names of functions, printed as they are.
constexpr std::array<std::string_view, 12> functions{"log", "ln",  "lg",  "sin", "cos", "tan",
                                                     "max", "min", "exp", "mod", "arg", "det"};
/// Whose argument is text.
constexpr std::array<std::string_view, 6> texts{"mathrm", "text", "mathsf", "mbox", "operatorname", "textrm"};
/// Whose argument is bold: vectors and matrices.
constexpr std::array<std::string_view, 4> bolds{"mathbf", "textbf", "boldsymbol", "bm"};

/// Signs over a letter, as combining characters.
constexpr std::array<Command, 9> accents{{
    {"bar", "\u0304"},
    {"overline", "\u0304"},
    {"hat", "\u0302"},
    {"widehat", "\u0302"},
    {"tilde", "\u0303"},
    {"dot", "\u0307"},
    {"ddot", "\u0308"},
    {"vec", "\u20D7"},
    {"underline", "\u0332"},
}};
constexpr std::array<std::string_view, 3> fractions{"frac", "dfrac", "tfrac"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class FormulaScan {
public:
    explicit FormulaScan(std::string_view tex) : tex_(tex) {}
    std::optional<std::vector<FormulaPart>> run() {
        if (tex_.empty() || tex_.size() > tex_bytes_max || !sequence(Kind::italic, 0, '\0')) return {};
        return std::move(parts_);
    }

private:
    bool sequence(Kind kind, int depth, char closing);
    bool argument(Kind kind, int depth);
    bool command(Kind kind, int depth);
    bool script(Kind kind, int depth);
    bool accented(Kind kind, std::string_view mark);
    bool circled(Kind kind);
    bool grouped(Kind kind, int depth);
    bool fraction(Kind kind, int depth);
    [[nodiscard]] std::string_view raw_argument();
    void put(Kind kind, std::string_view text) {
        if (text.empty()) return;
        if (parts_.empty() || parts_.back().kind != kind) parts_.push_back({kind, {}, begin_});
        parts_.back().text += text;
    }
    /// Letters of quantities are italic, signs and numbers never.
    static Kind upright_of(Kind kind) {
        return kind == Kind::italic || kind == Kind::bold ? Kind::upright : kind;
    }

    std::string_view tex_;
    std::size_t at_ = 0, begin_ = 0;  ///< The next byte, and where what is looked at began.
    std::vector<FormulaPart> parts_;
};

/// Up to the closing brace, or the end.
bool FormulaScan::sequence(Kind kind, int depth, char closing) {
    if (depth > 4) return false;
    while (at_ < tex_.size()) {
        const char c = tex_[at_];
        begin_ = at_;
        if (c == closing) return ++at_, true;
        if (c == '}' || c == '&') return false;
        if (c == '\\') {
            if (!command(kind, depth)) return false;
        } else if (c == '{') {
            ++at_;
            if (!sequence(kind, depth + 1, '}')) return false;
        } else if (c == '_' || c == '^') {
            if (!script(kind, depth)) return false;
        } else if (is_letter(c)) {
            put(kind, tex_.substr(at_++, 1));
        } else if (c == '~') {
            put(upright_of(kind), " ");
            ++at_;
        } else if (c == ' ' || c == '\n' || c == '\t') {
            ++at_;  // TeX makes its own blanks
            if (kind == Kind::upright) put(kind, " ");
        } else if (c == '-' || c == '\'') {
            put(upright_of(kind), c == '-' ? "−" : "′");
            ++at_;
        } else {
            const std::size_t begin = at_;
            next_code_point(tex_, at_);
            const bool is_relation = kind == Kind::italic && (c == '=' || c == '<' || c == '>' || c == '+');
            const std::string sign(tex_.substr(begin, at_ - begin));
            put(upright_of(kind), is_relation && begin > 0           ? " " + sign + " "
                                  : kind == Kind::italic && c == ',' ? ", "
                                                                     : sign);
        }
    }
    return closing == '\0';
}

/// One character, one command, or what stands in braces.
bool FormulaScan::argument(Kind kind, int depth) {
    while (at_ < tex_.size() && tex_[at_] == ' ') ++at_;
    if (at_ >= tex_.size()) return false;
    if (tex_[at_] == '{') return ++at_, sequence(kind, depth + 1, '}');
    if (tex_[at_] == '\\') return command(kind, depth + 1);
    begin_ = at_;
    next_code_point(tex_, at_);
    put(is_letter(tex_[begin_]) ? kind : upright_of(kind), tex_.substr(begin_, at_ - begin_));
    return true;
}

bool FormulaScan::command(Kind kind, int depth) {
    std::size_t end = at_ + 1;
    while (end < tex_.size() && is_letter(tex_[end])) ++end;
    if (end == at_ + 1) ++end;
    if (end > tex_.size()) return false;
    const std::string_view name = tex_.substr(at_ + 1, end - at_ - 1);
    at_ = end;
    if (std::find(texts.begin(), texts.end(), name) != texts.end()) return argument(upright_of(kind), depth);
    if (std::find(bolds.begin(), bolds.end(), name) != bolds.end())
        return argument(kind == Kind::italic || kind == Kind::upright ? Kind::bold : kind, depth);
    if (std::find(functions.begin(), functions.end(), name) != functions.end())
        return put(upright_of(kind), name), true;
    const auto is_it = [&](const Command& known) { return known.name == name; };
    if (const auto accent = std::find_if(accents.begin(), accents.end(), is_it); accent != accents.end())
        return accented(kind, accent->text);
    if (name == "textcircled") return circled(kind);
    if (name == "sqrt") return put(upright_of(kind), "√"), grouped(kind, depth);
    if (std::find(fractions.begin(), fractions.end(), name) != fractions.end()) return fraction(kind, depth);
    const auto found = std::find_if(commands.begin(), commands.end(), is_it);
    if (found == commands.end()) return false;
    if (is_letter(name.front()))
        while (at_ < tex_.size() && tex_[at_] == ' ') ++at_;
    put(upright_of(kind), found->text);
    return true;
}

/// What stands between the braces here, or the one character; at_ stays.
std::string_view FormulaScan::raw_argument() {
    while (at_ < tex_.size() && tex_[at_] == ' ') ++at_;
    const std::string_view rest = tex_.substr(at_);
    if (!rest.starts_with('{')) return rest.substr(0, 1);
    return rest.substr(1, rest.find('}') == std::string_view::npos ? 0 : rest.find('}') - 1);
}

/// A bar over a single letter; over more it wants two dimensions.
bool FormulaScan::accented(Kind kind, std::string_view mark) {
    if (raw_argument().size() != 1 || !is_letter(raw_argument().front())) return false;
    if (!argument(kind, 1)) return false;
    put(kind, mark);
    return true;
}

/// \textcircled{3}: ③
bool FormulaScan::circled(Kind kind) {
    const std::string_view digits = raw_argument();
    if (digits.size() != 1 || digits.front() < '1' || digits.front() > '9') return false;
    at_ += tex_[at_] == '{' ? 3 : 1;
    std::string sign;
    append_utf8(sign, U'①' + static_cast<char32_t>(digits.front() - '1'));
    put(upright_of(kind), sign);
    return true;
}

/// Under a root and beside the stroke of a fraction: a number or a letter with its index as they are, more in
/// parentheses.
bool FormulaScan::grouped(Kind kind, int depth) {
    if (kind == Kind::subscript || kind == Kind::superscript) return false;
    const std::string_view raw = raw_argument();
    if (raw.empty() || raw.find_first_of("{[\\") != std::string_view::npos) return false;
    const bool is_number = raw.find_first_not_of("0123456789.") == std::string_view::npos;
    const bool has_index = raw.size() == 3 && is_letter(raw[0]) && raw[1] == '_';
    const bool is_differential = raw.size() == 2 && raw[0] == 'd' && is_letter(raw[1]);
    const bool alone = is_number || has_index || is_differential || raw.size() == 1;
    if (!alone) put(upright_of(kind), "(");
    if (!argument(kind, depth)) return false;
    if (!alone) put(upright_of(kind), ")");
    return true;
}

/// a/b, in parentheses beside a factor: 1/3m is another number than (1/3)m.
bool FormulaScan::fraction(Kind kind, int depth) {
    const std::size_t begin = at_;
    for (int i = 0; i < 2; ++i)
        at_ += raw_argument().size() + (at_ < tex_.size() && tex_[at_] == '{' ? 2 : 0);
    const char after = at_ < tex_.size() ? tex_[at_] : ' ';
    at_ = begin;
    const auto is_factor = [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '(' || c == ')' || c == '\\' || c == '{' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    const char before = parts_.empty() ? ' ' : parts_.back().text.back();
    const bool beside = (is_factor(before) && before != '(') || (is_factor(after) && after != ')');
    if (beside) put(upright_of(kind), "(");
    if (!grouped(kind, depth)) return false;
    put(upright_of(kind), "/");
    if (!grouped(kind, depth)) return false;
    if (beside) put(upright_of(kind), ")");
    return true;
}

/// Scripts of scripts want two dimensions; ^\circ is a degree and stands high by itself.
bool FormulaScan::script(Kind kind, int depth) {
    if (kind == Kind::subscript || kind == Kind::superscript) return false;
    const Kind own = tex_[at_++] == '_' ? Kind::subscript : Kind::superscript;
    const std::string_view rest = tex_.substr(at_);
    for (const std::string_view raised : {"{\\circ}", "\\circ", "{\\prime}", "\\prime"})
        if (own == Kind::superscript && rest.starts_with(raised)) {
            at_ += raised.size();
            put(Kind::upright, raised.find("circ") != std::string_view::npos ? "°" : "′");
            return true;
        }
    return argument(own, depth);
}

}  // namespace

std::optional<std::vector<FormulaPart>> simple_formula(std::string_view tex) {
    return FormulaScan(tex).run();
}

}  // namespace hanqing

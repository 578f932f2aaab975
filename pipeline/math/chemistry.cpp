// SPDX-License-Identifier: Apache-2.0
// Reads \ce{…}, the way of writing chemical equations that mhchem made common, by writing it as mathematics.
#include "math/formula_reader.hpp"

#include "base/unicode.hpp"

#include <utility>

namespace hanqing {
namespace {

bool is_number(char c) { return c >= '0' && c <= '9'; }
bool is_element_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct ReactionArrow {
    std::string_view written, tex, stretching;
};
// The longest first.
constexpr ReactionArrow reaction_arrows[] = {
    {"<=>>", "\\rightleftharpoons ", "\\xrightleftharpoons"},
    {"<<=>", "\\rightleftharpoons ", "\\xrightleftharpoons"},
    {"<-->", "\\rightleftarrows ", "\\xtofrom"},
    {"<=>", "\\rightleftharpoons ", "\\xrightleftharpoons"},
    {"<->", "\\longleftrightarrow ", "\\xleftrightarrow"},
    {"->", "\\longrightarrow ", "\\xrightarrow"},
    {"<-", "\\longleftarrow ", "\\xleftarrow"},
};

/// One pass over what stands between the braces.
class Reaction {
public:
    explicit Reaction(std::string_view source) : source_(source) {}

    std::string tex() {
        while (at_ < source_.size()) write_next();
        return std::move(tex_);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : ' ';
    }
    [[nodiscard]] bool ends_word(std::size_t ahead) const {
        const char c = peek(ahead);
        return is_gap(c) || c == ')' || c == ']' || c == ',' || c == '^' || c == '_';
    }

    void write_next() {
        const char c = peek();
        if (is_gap(c)) {
            ++at_;
            behind_atom_ = false;
        } else if (write_arrow()) {
            behind_atom_ = false;
        } else if (is_number(c)) {
            write_number();
        } else if (c == '^' || c == '_') {
            write_script(c);
        } else if (c == '+' || c == '-') {
            write_sign(c);
        } else if (is_element_letter(c)) {
            write_letters();
        } else if (c == '.' || c == '*') {
            ++at_;
            tex_ += "{\\cdot}";
            behind_atom_ = false;
        } else if (c == '=' || c == '#') {
            ++at_;
            tex_ += behind_atom_ ? (c == '=' ? "{=}" : "{\\equiv}") : "=";
            behind_atom_ = false;
        } else if (c == '\\' || c == '$' || c == '{') {
            write_as_is(c);
        } else {
            const std::size_t begin = at_;
            next_code_point(source_, at_);
            tex_ += source_.substr(begin, at_ - begin);
            behind_atom_ = c == ')' || c == ']';
        }
    }

    bool write_arrow() {
        for (const ReactionArrow& arrow : reaction_arrows) {
            if (!source_.substr(at_).starts_with(arrow.written)) continue;
            at_ += arrow.written.size();
            if (peek() != '[') {
                tex_ += arrow.tex;
                return true;
            }
            const std::string over = bracketed(), under = peek() == '[' ? bracketed() : "";
            tex_ += arrow.stretching;
            if (!under.empty()) tex_ += "[{" + under + "}]";
            tex_ += "{" + over + "}";
            return true;
        }
        return false;
    }

    /// What stands over an arrow is chemistry again, unless it is words.
    std::string bracketed() {
        const std::size_t close = source_.find(']', at_);
        if (close == std::string_view::npos) throw UnreadableFormula{};
        const std::string_view inside = source_.substr(at_ + 1, close - at_ - 1);
        at_ = close + 1;
        return Reaction(inside).tex();
    }

    /// Behind an element how many of it there are, otherwise how many of what follows.
    void write_number() {
        const std::size_t begin = at_;
        while (is_number(peek()) || (!behind_atom_ && (peek() == '.' || peek() == '/') && is_number(peek(1))))
            ++at_;
        const std::string number(source_.substr(begin, at_ - begin));
        const std::size_t bar = number.find('/');
        if (behind_atom_)
            tex_ += "_{" + number + "}";
        else if (bar != std::string::npos)
            tex_ += "\\tfrac{" + number.substr(0, bar) + "}{" + number.substr(bar + 1) + "}\\,";
        else
            tex_ += number + (is_element_letter(peek()) || peek() == '(' ? "\\," : "");
    }

    void write_script(char script) {
        ++at_;
        if (script == '^' && !behind_atom_ && is_gap(peek())) {
            tex_ += "\\,{\\uparrow}";
            return;
        }
        tex_ += script;
        if (peek() == '{') return write_as_is('{');
        const std::size_t begin = at_;
        while (is_number(peek()) || peek() == '+' || peek() == '-') ++at_;
        if (at_ == begin && at_ < source_.size()) next_code_point(source_, at_);
        tex_ += "{" + std::string(source_.substr(begin, at_ - begin)) + "}";
    }

    /// A charge at a word's end, a bond within one, a plus between two.
    void write_sign(char sign) {
        ++at_;
        if (behind_atom_ && ends_word(0))
            tex_ += std::string("^{") + sign + "}";
        else if (sign == '-' && behind_atom_)
            tex_ += "{-}";
        else
            tex_ += sign;
        behind_atom_ = false;
    }

    void write_letters() {
        const std::size_t begin = at_;
        while (is_element_letter(peek())) ++at_;
        const std::string letters(source_.substr(begin, at_ - begin));
        const bool alone = begin == 0 || is_gap(source_[begin - 1]);
        const bool falls = letters == "v" && alone && is_gap(peek());
        tex_ += falls ? "\\,{\\downarrow}" : "\\mathrm{" + letters + "}";
        behind_atom_ = !falls;
    }

    /// Commands, $mathematics$ and groups are TeX already.
    void write_as_is(char c) {
        const std::size_t begin = at_++;
        if (c == '\\') {
            while (is_element_letter(peek())) ++at_;
            if (at_ == begin + 1 && at_ < source_.size()) next_code_point(source_, at_);
            tex_ += std::string(source_.substr(begin, at_ - begin)) + " ";
        } else if (c == '$') {
            const std::size_t close = source_.find('$', at_);
            if (close == std::string_view::npos) throw UnreadableFormula{};
            tex_ += "{" + std::string(source_.substr(at_, close - at_)) + "}";
            at_ = close + 1;
        } else {
            std::uint32_t depth = 1;
            for (; at_ < source_.size() && depth > 0; ++at_)
                depth += source_[at_] == '{' ? 1U : source_[at_] == '}' ? -1U : 0U;
            tex_ += source_.substr(begin, at_ - begin);
        }
        behind_atom_ = c != '\\';
    }

    std::string_view source_;
    std::string tex_;
    std::size_t at_ = 0;
    bool behind_atom_ = false;
};

}  // namespace

void FormulaReader::chemistry(MathList& to, const TexToken& command) {
    const std::string tex = Reaction(raw_argument()).tex();
    if (depth_ >= 40) throw UnreadableFormula{};
    FormulaReader inner(tex, false, depth_ + 1);
    MathList list = inner.read_all();
    say_where(list, command.begin);
    to.push_back(grouped(std::move(list), command.begin));
}

}  // namespace hanqing

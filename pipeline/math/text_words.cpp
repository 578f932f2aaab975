// SPDX-License-Identifier: Apache-2.0
// Reads what stands inside \text{…}: words with blanks that count, and mathematics between dollar signs.
#include "math/formula_reader.hpp"

#include "base/unicode.hpp"

#include <utility>

namespace hanqing {
namespace {

bool is_text_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~'; }
bool is_text_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Byte of the brace that closes the one at `open`, or the end.
std::size_t closing_brace(std::string_view raw, std::size_t open) {
    std::uint32_t depth = 0;
    for (std::size_t at = open; at < raw.size(); ++at) {
        if (raw[at] == '\\')
            ++at;
        else if (raw[at] == '{')
            ++depth;
        else if (raw[at] == '}' && --depth == 0)
            return at;
    }
    return raw.size();
}

/// Converters put blanks between the letters of words: `S o f t m a x`. Words of one letter alone are no
/// text.
bool is_spelt_out(std::string_view raw) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (is_text_blank(raw[at])) continue;
        if (!is_text_letter(raw[at]) || (at > 0 && !is_text_blank(raw[at - 1]))) return false;
        ++letters;
    }
    return letters > 2;
}

/// Letters one by one in an alphabet, the rest as words.
void add_lettered(MathList& to, const std::string& text, Lettering lettering, std::uint32_t at) {
    if (lettering.alphabet == Alphabet::roman && !lettering.bold) {
        to.push_back(words_node(text, at));
        return;
    }
    std::string rest;
    const auto flush = [&] {
        if (!rest.empty()) to.push_back(words_node(std::exchange(rest, {}), at));
    };
    for (const char32_t c : utf32(text)) {
        if (c < 0x80 && has_alphabets(c)) {
            flush();
            to.push_back(symbol_node(letter_in(lettering, c, false), AtomClass::ordinary, at));
        } else {
            append_utf8(rest, c);
        }
    }
    flush();
}

/// Sizes and faces of text, which the words around have already.
bool is_switch(std::string_view name) {
    for (const std::string_view known :
         {"tiny",     "scriptsize", "footnotesize", "small",        "normalsize", "large",
          "Large",    "LARGE",      "huge",         "Huge",         "rm",         "bf",
          "it",       "sf",         "tt",           "bfseries",     "itshape",    "rmfamily",
          "sffamily", "ttfamily",   "upshape",      "displaystyle", "textstyle",  "centering",
          "protect",  "noindent",   "limits",       "relax",        "unskip"})
        if (name == known) return true;
    return false;
}

/// Signs that are written with a backslash in text.
std::optional<char32_t> escaped_sign(std::string_view name) {
    if (name.size() == 1 && std::string_view("%#$&_{}").find(name[0]) != std::string_view::npos)
        return static_cast<unsigned char>(name[0]);
    if (name == "textbackslash") return U'\\';
    if (name == "textasciitilde") return U'~';
    if (name == "textless") return U'<';
    if (name == "textgreater") return U'>';
    if (name == "textbar") return U'|';
    if (name == "textemdash") return U'—';
    if (name == "textendash") return U'–';
    if (name == "ldots" || name == "dots" || name == "textellipsis") return U'…';
    if (const auto sign = sign_named(name)) return sign->code;
    return std::nullopt;
}

}  // namespace

/// One pass over the text; commands are looked at where they stand.
class TextReader {
public:
    TextReader(MathList& to, std::string_view raw, Lettering lettering, std::uint32_t at, std::uint32_t depth)
        : to_(to), raw_(raw), lettering_(lettering), at_(at), depth_(depth), spelt_out_(is_spelt_out(raw)) {
        if (depth > 50) throw UnreadableFormula{};
    }

    void read() {
        while (next_ < raw_.size()) read_piece();
        flush();
    }

private:
    void read_piece() {
        const char c = raw_[next_];
        if (is_text_blank(c)) {
            ++next_;
            if (!spelt_out_ && (text_.empty() || text_.back() != ' ')) text_ += ' ';
        } else if (c == '$') {
            read_mathematics("$");
        } else if (c == '\\') {
            read_text_command();
        } else if (c == '{' || c == '}') {
            ++next_;
        } else if (c == '\'' || c == '`') {
            ++next_;
            text_ += c == '`' ? "‘" : "’";
        } else {
            append_utf8(text_, next_code_point(raw_, next_));
        }
    }

    void read_mathematics(std::string_view end) {
        const std::size_t begin = next_ + end.size();
        const std::size_t close = raw_.find(end == "$" ? "$" : "\\)", begin);
        if (close == std::string_view::npos) throw UnreadableFormula{};
        flush();
        FormulaReader inner(raw_.substr(begin, close - begin), false, depth_ + 1);
        MathList list = inner.read_all();
        say_where(list, at_);
        for (MathNode& node : list) to_.push_back(std::move(node));
        next_ = close + end.size();
    }

    void read_text_command() {
        if (raw_.substr(next_, 2) == "\\(") return read_mathematics("\\(");
        std::size_t end = next_ + 1;
        while (end < raw_.size() && is_text_letter(raw_[end])) ++end;
        if (end == next_ + 1 && end < raw_.size()) next_code_point(raw_, end);
        const std::string_view name = raw_.substr(next_ + 1, end - next_ - 1);
        next_ = end;
        const bool is_word = name.size() > 1 || (!name.empty() && is_text_letter(name[0]));
        if (is_word)  // TeX skips the blanks behind the name of a command
            while (next_ < raw_.size() && is_text_blank(raw_[next_]) && raw_[next_] != '~') ++next_;
        if (name == " " || name == "\\" || name == "," || name == ";" || name == ":" || name == "newline" ||
            name == "\n" || name == "/" || name == "!") {
            if (name != "/" && name != "!") text_ += ' ';
        } else if (name == "quad" || name == "qquad") {
            flush();
            to_.push_back(space_node(name == "quad" ? 18 : 36, at_));
        } else if (name == "textcircled") {
            read_circled();
        } else if (next_ < raw_.size() && raw_[next_] == '{' &&
                   (name.starts_with("text") || name == "mbox" || name == "emph" ||
                    name.starts_with("math"))) {
            read_inner(name);
        } else if (is_switch(name)) {
            // a size or a face for the words behind it
        } else if (const auto sign = escaped_sign(name)) {
            append_utf8(text_, *sign);
        } else {
            throw UnreadableFormula{};
        }
    }

    /// ① is read where all of mathematics is.
    void read_circled() {
        const std::size_t close = raw_.find('}', next_);
        if (close == std::string_view::npos) throw UnreadableFormula{};
        const std::string tex = "\\textcircled" + std::string(raw_.substr(next_, close + 1 - next_));
        text_ += plain_text(FormulaReader(tex, false, depth_ + 1).read_all());
        next_ = close + 1;
    }

    void read_inner(std::string_view name) {
        const std::size_t close = closing_brace(raw_, next_);
        const std::string_view inside = raw_.substr(next_ + 1, close - next_ - 1);
        flush();
        TextReader(to_, inside, lettering_of_command(name, lettering_), at_, depth_ + 1).read();
        next_ = close < raw_.size() ? close + 1 : close;
    }

    void flush() {
        if (!text_.empty()) add_lettered(to_, std::exchange(text_, {}), lettering_, at_);
    }

    MathList& to_;
    std::string_view raw_;
    Lettering lettering_;
    std::uint32_t at_, depth_;
    bool spelt_out_;
    std::size_t next_ = 0;
    std::string text_;
};

void FormulaReader::add_words(MathList& to, std::string_view raw, Lettering lettering, std::uint32_t at) {
    TextReader(to, raw, lettering, at, depth_ + 1).read();
}

}  // namespace hanqing

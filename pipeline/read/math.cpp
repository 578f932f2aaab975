// SPDX-License-Identifier: Apache-2.0
// Where a formula or a template tag ends.
#include "read/math.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Next unescaped $ from `at`, or `limit`.
std::size_t next_dollar(std::string_view text, std::size_t at, std::size_t limit) {
    for (; at < limit; ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '$')
            return at;
    }
    return limit;
}

/// Words between two prices are no formula; in $Q_{总}$ they are the index.
bool has_han_without_command(std::string_view content) {
    if (content.find('\\') != std::string_view::npos) return false;
    bool in_index = false;
    for (std::size_t at = 0; at < content.size();) {
        if (content[at] == '{') in_index = at > 0 && (content[at - 1] == '_' || content[at - 1] == '^');
        if (content[at] == '}') in_index = false;
        if (is_wide(next_code_point(content, at)) && !in_index) return true;
    }
    return false;
}

FormulaFound display_at(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory) {
    if (at < memory.no_display_until) return {};
    for (std::size_t p = next_dollar(text, at + 2, limit); p + 1 < limit; p = next_dollar(text, p + 1, limit))
        if (text[p + 1] == '$') return p > at + 2 ? FormulaFound{p + 2, true} : FormulaFound{};
    memory.no_display_until = limit;
    return {};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether what stands between escaped brackets is TeX: \frac, x_1 = 2; a single letter in parentheses.
bool looks_like_tex(std::string_view content, bool is_display) {
    bool has_sign = false;
    for (std::size_t at = 0; at < content.size();) {
        if (content[at] == '\\' && at + 1 < content.size() && is_letter(content[at + 1])) return true;
        if (content[at] == '\\') {
            at += 2;
            continue;
        }
        if (std::string_view("^_=<>").find(content[at]) != std::string_view::npos) has_sign = true;
        if (is_wide(next_code_point(content, at))) return false;
    }
    while (content.starts_with(' ')) content.remove_prefix(1);
    while (content.ends_with(' ')) content.remove_suffix(1);
    return has_sign || (!is_display && content.size() == 1 && is_letter(content[0]));
}

/// A pair of marks with something between them; remembers where none is closed.
std::size_t end_of_pair(std::string_view text, std::size_t at, std::size_t limit, std::string_view opening,
                        std::string_view closing, std::size_t& none_until) {
    if (!text.substr(at, limit - at).starts_with(opening) || at < none_until) return 0;
    const std::size_t begin = at + opening.size();
    const std::size_t found = text.substr(0, limit).find(closing, begin);
    if (found == std::string_view::npos) none_until = limit;
    return found != std::string_view::npos && found > begin ? found + closing.size() : 0;
}

}  // namespace

FormulaFound formula_at(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory) {
    if (at + 2 >= limit) return {};
    if (text[at + 1] == '$') return display_at(text, at, limit, memory);
    if (at < memory.no_inline_until || is_space(text[at + 1])) return {};
    // $25^\circ$C closes; the second $ of US$5/$c and of $A_B/$C does not.
    bool is_tex = false;
    std::size_t looked = at + 1;
    for (std::size_t p = next_dollar(text, at + 1, limit); p < limit; p = next_dollar(text, p + 1, limit)) {
        is_tex = is_tex || text.substr(looked, p - looked).find_first_of("\\^") != std::string_view::npos;
        looked = p;
        const char next = p + 1 < text.size() ? text[p + 1] : ' ';
        if (is_space(text[p - 1]) || (is_alphanumeric(next) && !(is_tex && is_letter(next)))) continue;
        if (has_han_without_command(text.substr(at + 1, p - at - 1))) return {};
        return {p + 1, false};
    }
    memory.no_inline_until = limit;
    return {};
}

FormulaFound bracket_formula_at(std::string_view text, std::size_t at, std::size_t limit,
                                ClosingMemory& memory) {
    const bool is_display = text[at + 1] == '[';
    std::size_t& none_until = is_display ? memory.no_bracket_until : memory.no_parenthesis_until;
    if (at < none_until) return {};
    // Each is sought up to the next one that opens, so that a paragraph is gone through once.
    text = text.substr(0, limit);
    for (std::size_t p = text.find('\\', at + 2); p < limit; p = text.find('\\', p + 2)) {
        if (p + 1 == limit) break;
        if (text[p + 1] == text[at + 1]) return {};
        if (text[p + 1] != (is_display ? ']' : ')')) continue;
        const bool is_tex = looks_like_tex(text.substr(at + 2, p - at - 2), is_display);
        return is_tex ? FormulaFound{p + 2, is_display} : FormulaFound{};
    }
    none_until = limit;
    return {};
}

std::size_t template_end(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory) {
    const std::size_t end = end_of_pair(text, at, limit, "{%", "%}", memory.no_percent_until);
    return end > 0 ? end : end_of_pair(text, at, limit, "{{", "}}", memory.no_braces_until);
}

std::size_t comment_end(std::string_view text, std::size_t at, std::size_t limit, ClosingMemory& memory) {
    return end_of_pair(text, at, limit, "{/*", "*/}", memory.no_comment_until);
}

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// Cuts a formula's source into tokens.
#include "math/tex_tokens.hpp"

#include "base/unicode.hpp"

namespace hanqing {
namespace {

bool is_name_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_tex_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

TexToken command_at(std::string_view tex, std::size_t at) {
    TexToken token;
    token.kind = TexToken::Kind::command;
    token.begin = static_cast<std::uint32_t>(at++);
    const std::size_t name = at;
    while (at < tex.size() && is_name_letter(tex[at])) ++at;
    if (at == name && at < tex.size()) next_code_point(tex, at);
    token.name = tex.substr(name, at - name);
    token.end = static_cast<std::uint32_t>(at);
    return token;
}

TexToken::Kind kind_of(char32_t c) {
    switch (c) {
        case U'{':
            return TexToken::Kind::open;
        case U'}':
            return TexToken::Kind::close;
        case U'^':
            return TexToken::Kind::superscript;
        case U'_':
            return TexToken::Kind::subscript;
        case U'&':
            return TexToken::Kind::cell;
        default:
            return TexToken::Kind::character;
    }
}

/// A comment runs to the line's end. Where people who never ran TeX write a percentage, it is none: behind a
/// digit, and on the last line, where everything after it would be lost without a word.
bool begins_comment(std::string_view tex, std::size_t at, const std::vector<TexToken>& before) {
    if (tex[at] != '%') return false;
    if (!before.empty() && before.back().code >= U'0' && before.back().code <= U'9') return false;
    return tex.find('\n', at) != std::string_view::npos;
}

}  // namespace

std::vector<TexToken> tex_tokens(std::string_view tex) {
    std::vector<TexToken> tokens;
    for (std::size_t at = 0; at < tex.size();) {
        if (tex[at] == '\\') {
            tokens.push_back(command_at(tex, at));
            at = tokens.back().end;
            continue;
        }
        if (begins_comment(tex, at, tokens)) {
            at = tex.find('\n', at);
            continue;
        }
        TexToken token;
        token.begin = static_cast<std::uint32_t>(at);
        token.code = next_code_point(tex, at);
        token.end = static_cast<std::uint32_t>(at);
        token.kind = kind_of(token.code);
        if (!is_tex_blank(token.code)) tokens.push_back(token);
    }
    TexToken last;
    last.begin = last.end = static_cast<std::uint32_t>(tex.size());
    tokens.push_back(last);
    return tokens;
}

}  // namespace hanqing

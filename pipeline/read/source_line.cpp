// SPDX-License-Identifier: Apache-2.0
// Where lines begin and end, and what stands before their content.
#include "read/source_line.hpp"

#include <algorithm>

namespace hanqing {
namespace {

constexpr std::size_t tab_columns = 4;

/// CommonMark 0.29, 4.7 allows 999 characters; here bytes, which only shortens.
constexpr std::size_t label_bytes_max = 999;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Past one list marker and its blanks, or `at`.
std::size_t after_marker(std::string_view text, std::size_t at, std::size_t end) {
    std::size_t p = at;
    if (p < end && (text[p] == '-' || text[p] == '+' || text[p] == '*')) {
        ++p;
    } else {
        while (p < end && is_digit(text[p]) && p - at < 9) ++p;
        if (p == at || p >= end || (text[p] != '.' && text[p] != ')')) return at;
        ++p;
    }
    if (p >= end || !is_blank(text[p])) return at;
    while (p < end && is_blank(text[p])) ++p;
    return p;
}

}  // namespace

SourceLine line_at(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    if (end == text.size()) return {begin, end, end};
    const bool two = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    return {begin, end, end + (two ? 2 : 1)};
}

std::string_view content_of(std::string_view text, const SourceLine& line) {
    std::string_view content = text.substr(line.begin, line.end - line.begin);
    while (content.ends_with(' ') || content.ends_with('\t')) content.remove_suffix(1);
    return content;
}

std::size_t content_begin(std::string_view text, const SourceLine& line) {
    std::size_t at = line.begin;
    while (at < line.end && (is_blank(text[at]) || text[at] == '>')) ++at;
    return at;
}

Indent indent_of(std::string_view text, const SourceLine& line, std::size_t columns_max) {
    Indent indent{0, line.begin};
    while (indent.end < line.end && indent.columns < columns_max) {
        const char c = text[indent.end];
        if (c != ' ' && c != '\t') break;
        indent.columns += c == ' ' ? 1 : tab_columns - indent.columns % tab_columns;
        ++indent.end;
    }
    return indent;
}

std::size_t after_markers(std::string_view text, std::size_t at, std::size_t end) {
    for (int i = 0; i < 8; ++i) {
        std::size_t next = after_marker(text, at, end);
        if (next == at)
            if (const LabelFound note = label_at(text, at, end); note.end > 0 && note.label.starts_with('^'))
                next = note.end;
        if (next == at) break;
        at = next;
    }
    return at;
}

Fence fence_at(std::string_view text, const SourceLine& line) {
    std::size_t at = content_begin(text, line);
    at = after_markers(text, at, line.end);
    if (at >= line.end || (text[at] != '`' && text[at] != '~')) return {};
    const char mark = text[at];
    std::size_t end = at;
    while (end < line.end && text[end] == mark) ++end;
    if (end - at < 3) return {};
    if (mark == '`' && text.substr(end, line.end - end).find('`') != std::string_view::npos) return {};
    return {mark, end - at};
}

LabelFound label_at(std::string_view text, std::size_t at, std::size_t end) {
    if (at >= end || text[at] != '[') return {};
    const std::size_t limit = std::min(end, at + label_bytes_max);
    for (std::size_t p = at + 1; p < limit; ++p) {
        if (text[p] == '\\')
            ++p;
        else if (text[p] == '[')
            return {};
        else if (text[p] == ']') {
            if (p == at + 1 || p + 1 >= end || text[p + 1] != ':') return {};
            std::size_t rest = p + 2;
            while (rest < end && is_blank(text[rest])) ++rest;
            return {text.substr(at + 1, p - at - 1), rest};
        }
    }
    return {};
}

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

}  // namespace hanqing

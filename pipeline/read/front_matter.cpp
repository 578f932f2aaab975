// SPDX-License-Identifier: Apache-2.0
// Splits the front matter off, as pandoc and Jekyll do: at the very beginning, not followed by a blank line.
#include "read/front_matter.hpp"

#include "read/plain_matter.hpp"
#include "read/source_line.hpp"
#include "read/toml.hpp"

namespace hanqing {
namespace {

/// `key:`, or `key =` and `[table]`; a rule followed by prose is no front matter.
bool looks_like_key(std::string_view line, bool is_toml) {
    if (is_toml && line.starts_with('[')) return true;
    const std::size_t sign = line.find(is_toml ? '=' : ':');
    return sign != std::string_view::npos && sign > 0 && sign < 100 &&
           (is_toml || sign + 1 == line.size() || line[sign + 1] == ' ');
}

/// Whether keys begin here, behind comments: what begins with # may as well be a heading below a rule.
bool keys_follow(std::string_view text, SourceLine line, bool is_toml, bool past_blank_lines) {
    const auto is_passed = [&](std::string_view content) {
        return content.starts_with('#') || (past_blank_lines && content.empty());
    };
    while (is_passed(content_of(text, line)) && line.next < text.size()) line = line_at(text, line.next);
    return looks_like_key(content_of(text, line), is_toml);
}

}  // namespace

FrontMatter front_matter_of(const Source& source) {
    const std::string_view text = source.bytes;
    FrontMatter found;
    found.body_begin = source.text_begin;
    SourceLine line = line_at(text, source.text_begin);
    const std::string_view mark = content_of(text, line);
    const bool is_toml = mark == "+++";
    if (is_toml) found.form = FrontMatter::Form::toml;
    if (mark != "---" && !is_toml)
        if (const FrontMatter plain = plain_matter_of(text, source.text_begin); plain.end > 0) return plain;
    if (line.next >= text.size() || (mark != "---" && !is_toml)) return found;
    const SourceLine first = line_at(text, line.next);
    const std::string_view first_content = content_of(text, first);
    if (first_content.empty() && !is_toml) return found;
    const bool may_be_none = is_toml || first_content.starts_with('#');
    for (line = first; line.begin < text.size(); line = line_at(text, line.next)) {
        const std::string_view content = content_of(text, line);
        const bool is_end = content == mark || (content == "..." && !is_toml) ||
                            (!is_toml && content == "--- abstract");  // kramdown-rfc
        if (is_end) {
            if (may_be_none && !keys_follow(text, first, is_toml, true)) return found;
            found.begin = static_cast<std::uint32_t>(first.begin);
            found.end = static_cast<std::uint32_t>(line.begin);
            found.body_begin = static_cast<std::uint32_t>(line.next);
            return found;
        }
        if (line.next >= text.size()) break;
    }
    found.is_open = keys_follow(text, first, is_toml, false);
    return found;
}

Record record_of(const FrontMatter& front, const Source& source, std::uint32_t file, Notes& notes) {
    if (front.is_open)
        notes.error({file, source.text_begin, source.text_begin + 3}, "front-matter-open",
                    {front.form == FrontMatter::Form::toml ? "+++" : "---"});
    if (front.end <= front.begin) return {};
    const std::string_view text(source.bytes.data() + front.begin, front.end - front.begin);
    switch (front.form) {
        case FrontMatter::Form::toml:
            return record_from_toml(text, file, front.begin, notes);
        case FrontMatter::Form::percent:
            return record_from_percent(text, file, front.begin);
        case FrontMatter::Form::keys:
            return record_from_keys(text, file, front.begin);
        case FrontMatter::Form::yaml:
            break;
    }
    return record_from_yaml(text, file, front.begin, notes);
}

}  // namespace hanqing

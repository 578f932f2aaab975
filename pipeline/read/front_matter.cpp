// SPDX-License-Identifier: Apache-2.0
// Splits the front matter off, as pandoc and Jekyll do: at the very beginning, not followed by a blank line.
#include "read/front_matter.hpp"

#include "read/source_line.hpp"

namespace hanqing {
namespace {

std::string_view content_of(std::string_view text, const SourceLine& line) {
    std::string_view content = text.substr(line.begin, line.end - line.begin);
    while (content.ends_with(' ') || content.ends_with('\t')) content.remove_suffix(1);
    return content;
}

/// `key:`; a rule followed by prose is no front matter.
bool looks_like_key(std::string_view line) {
    const std::size_t colon = line.find(':');
    return line.starts_with('#') || (colon != std::string_view::npos && colon > 0 && colon < 100 &&
                                     (colon + 1 == line.size() || line[colon + 1] == ' '));
}

}  // namespace

FrontMatter front_matter_of(const Source& source) {
    const std::string_view text = source.bytes;
    FrontMatter found;
    found.body_begin = source.text_begin;
    SourceLine line = line_at(text, source.text_begin);
    if (line.next >= text.size() || content_of(text, line) != "---") return found;
    const SourceLine first = line_at(text, line.next);
    const std::string_view first_content = content_of(text, first);
    if (first_content.empty()) return found;
    for (line = first; line.begin < text.size(); line = line_at(text, line.next)) {
        const std::string_view content = content_of(text, line);
        if (content == "---" || content == "...") {
            found.yaml_begin = static_cast<std::uint32_t>(first.begin);
            found.yaml_end = static_cast<std::uint32_t>(line.begin);
            found.body_begin = static_cast<std::uint32_t>(line.next);
            return found;
        }
        if (line.next >= text.size()) break;
    }
    found.is_open = looks_like_key(first_content);
    return found;
}

}  // namespace hanqing

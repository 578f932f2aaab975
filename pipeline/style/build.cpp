// SPDX-License-Identifier: Apache-2.0
// The calls by which all parts of `apply` add to a Styled.
#include "style/build.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {

std::uint32_t add_tag(Build& build, TagKind kind, std::uint32_t parent, Place place) {
    Tag tag;
    tag.kind = kind;
    tag.parent = parent;
    tag.place = place;
    build.styled.tags.push_back(std::move(tag));
    return static_cast<std::uint32_t>(build.styled.tags.size() - 1);
}

std::uint32_t add_anchor(Build& build, std::string name) {
    build.styled.anchors.push_back({std::move(name), none});
    return static_cast<std::uint32_t>(build.styled.anchors.size() - 1);
}

std::uint32_t role_index(const Build& build, std::string_view name) {
    const auto& roles = build.styled.roles;
    const auto found =
        std::find_if(roles.begin(), roles.end(), [&](const FaceRole& role) { return role.name == name; });
    return found == roles.end() ? 0 : static_cast<std::uint32_t>(found - roles.begin());
}

CharacterStyle character_of(const Build& build, const TextRule& rule) {
    CharacterStyle style;
    style.role = role_index(build, rule.face);
    style.size = rule.size;
    style.colour = rule.colour;
    style.language = build.styled.language;
    style.tracking = rule.tracking;
    style.code = rule.face == "code";
    return style;
}

std::uint32_t character_style(Build& build, const CharacterStyle& style) {
    auto& known = build.styled.characters;
    // Newest first: neighbours mostly share their style, and a report has a dozen.
    for (std::size_t i = known.size(); i-- > 0;)
        if (known[i] == style) return static_cast<std::uint32_t>(i);
    known.push_back(style);
    return static_cast<std::uint32_t>(known.size() - 1);
}

Length measure_of(const Build& build, const TextRule& rule, Length inset) {
    const Length room = build.measure - rule.left - rule.right - inset;
    if (!build.sheet.grid || rule.align != Align::justify || rule.size <= Length{}) return room;
    return rule.size * std::max<std::int64_t>(room.raw / rule.size.raw, 1);
}

std::uint32_t paragraph_style(Build& build, const TextRule& rule, bool indented) {
    const Sheet& sheet = build.sheet;
    ParagraphStyle style;
    style.align = rule.align;
    style.first_indent = indented ? rule.first_indent : Length{};
    style.line_pitch = rule.line_pitch;
    style.prohibition = sheet.prohibition;
    style.grid = sheet.grid && rule.align == Align::justify;
    style.hanging = sheet.hanging;
    style.hyphenate = sheet.hyphenate;
    style.word_breaks_ko = sheet.korean_words;
    style.balance = rule.balance;
    style.wrap_anywhere = rule.face == "code";
    style.gap = rule.face == "code" ? Length{} : scaled(rule.size, sheet.gap_permille, 1000);
    style.adjacent_percent = sheet.adjacent_percent;
    auto& known = build.styled.paragraph_styles;
    for (std::size_t i = known.size(); i-- > 0;)
        if (known[i] == style) return static_cast<std::uint32_t>(i);
    known.push_back(style);
    return static_cast<std::uint32_t>(known.size() - 1);
}

std::uint32_t add_plain(Build& build, std::string text, const TextRule& rule, std::uint32_t tag,
                        bool indented) {
    Paragraph paragraph;
    paragraph.runs.push_back(
        {static_cast<std::uint32_t>(text.size()), character_style(build, character_of(build, rule))});
    paragraph.text = std::move(text);
    paragraph.style = paragraph_style(build, rule, indented);
    paragraph.tag = tag;
    paragraph.measure = measure_of(build, rule, {});
    build.styled.paragraphs.push_back(std::move(paragraph));
    return static_cast<std::uint32_t>(build.styled.paragraphs.size() - 1);
}

FlowBlock flow_of(const TextRule& rule, FlowKind kind, std::uint32_t index, const Build& build) {
    FlowBlock block;
    block.kind = kind;
    block.index = index;
    block.left = rule.left;
    block.right = rule.right;
    block.space_before = rule.before;
    block.space_after = rule.after;
    block.height = build.sheet.line_pitch * rule.lines;
    block.keep_with_next = rule.keep_with_next;
    block.off_grid = !rule.on_grid;
    block.break_before = rule.break_before;
    block.orphans = rule.orphans;
    block.widows = rule.widows;
    return block;
}

namespace {

std::string plain_words(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(object_character)) {
            at += object_character.size();
        } else if (rest.starts_with(hard_break_mark)) {
            out += ' ';
            at += hard_break_mark.size();
        } else {
            out += text[at++];
        }
    }
    return out;
}

/// [1], [2,3]; or a bare 1 or * at the end, behind what is no number or unit.
bool is_note_mark(const Text& text, const Mark& mark) {
    const std::string_view words = std::string_view(text.utf8).substr(mark.begin, mark.end - mark.begin);
    constexpr std::string_view numbers = "0123456789,-";
    if (words.starts_with('[') && words.ends_with(']'))
        return words.find_first_not_of(numbers, 1) == words.size() - 1;
    const bool is_last = mark.end == text.utf8.size() && mark.begin > 0;
    return is_last && is_han(code_point_before(text.utf8, mark.begin)) &&
           words.find_first_not_of("0123456789*") == std::string_view::npos;
}

}  // namespace

std::string plain_text(const Text& text) { return plain_words(text.utf8); }

std::string title_words(const Text& text) {
    std::string words;
    std::uint32_t at = 0;
    for (const Mark& mark : text.marks) {
        if (mark.kind != MarkKind::superscript || mark.begin < at || !is_note_mark(text, mark)) continue;
        words.append(text.utf8, at, mark.begin - at);
        at = mark.end;
    }
    words = plain_words(words.append(text.utf8, at));
    const std::size_t begin = words.find_first_not_of(' ');
    return begin == std::string::npos ? "" : words.substr(begin, words.find_last_not_of(' ') + 1 - begin);
}

}  // namespace hanqing

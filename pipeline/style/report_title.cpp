// SPDX-License-Identifier: Apache-2.0
// Reports from many hands: one H1; H1s for title and chapters alike; a law in H2 over chapters in H1; a bold
// first line and no heading at all.
#include "style/report_title.hpp"

#include "style/block_words.hpp"
#include "style/red_head.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// In half ems: a longer line is a paragraph.
constexpr std::size_t line_half_ems_max = 80, before_half_ems_max = 120;

}  // namespace

bool is_name_of_section(std::string_view words) {
    constexpr std::array<std::string_view, 38> names{
        "背景",       "前言",         "引言",     "概述",     "概要",       "摘要", "简介",    "绪论",
        "总则",       "说明",         "目录",     "导言",     "导论",       "序",   "序言",    "范围",
        "总述",       "介绍",         "基本情况", "緒論",     "簡介",       "說明", "總則",    "目錄",
        "はじめに",   "目次",         "序論",     "まえがき", "개요",       "서론", "Summary", "Abstract",
        "Background", "Introduction", "Overview", "Contents", "Motivation", "Scope"};
    return std::find(names.begin(), names.end(), words) != names.end();
}

namespace {

struct Headings {
    std::uint32_t first = none, first_h1 = none, second_h1 = none;
};

Headings headings_of(const Document& document) {
    Headings found;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.kind != BlockKind::heading) continue;
        if (found.first == none) found.first = i;
        if (block.level > 1) continue;
        (found.first_h1 == none ? found.first_h1 : found.second_h1) = i;
        if (found.second_h1 != none) break;
    }
    return found;
}

/// Nothing but pictures, rules and a line or two (languages, a date) before the block.
bool begins_the_report(const Document& document, std::uint32_t index) {
    std::size_t words = 0;
    for (std::uint32_t i = 0; i < index; ++i) {
        const Block& block = document.blocks[i];
        if (block.kind == BlockKind::list || block.kind == BlockKind::table ||
            block.kind == BlockKind::heading)
            return false;
        words += half_ems_of(plain_text(block.text));
    }
    return words <= before_half_ems_max;
}

bool is_title_among_chapters(const Document& document, std::uint32_t index) {
    const std::string words = plain_text(document.blocks[index].text);
    return !has_typed_number(words) && !is_name_of_section(words) && begins_the_report(document, index);
}

/// A line of words that ends like none of running text, and says no more than a title does.
bool is_title_line(const Block& block) {
    if (block.kind != BlockKind::paragraph || block.caption != Caption::none) return false;
    const std::string& text = block.text.utf8;
    if (text.empty() || is_blank(text) || half_ems_of(text) > line_half_ems_max) return false;
    // One break is allowed: 某某法院, 民事判决书.
    if (text.find(hard_break_mark) != text.rfind(hard_break_mark)) return false;
    if (text.find(object_character) != std::string::npos) return false;
    for (const std::string_view mark : {"：", "，", "。", "；", "！", "？"})
        if (text.find(mark) != std::string::npos) return false;
    constexpr std::u32string_view ends = U"。．｡！？；：，、…—”」』.!?;:,>|=";
    if (ends.find(code_point_before(text, text.size())) != std::u32string_view::npos) return false;
    return std::none_of(block.text.marks.begin(), block.text.marks.end(), [](const Mark& mark) {
        return mark.kind == MarkKind::link || mark.kind == MarkKind::code || mark.kind == MarkKind::image;
    });
}

/// 附件2, 附件：
bool is_label_of_title(const Block& line) {
    return line.kind == BlockKind::paragraph && line.text.utf8.starts_with("附件") &&
           half_ems_of(line.text.utf8) <= 12;
}

/// The first line of a report that has no heading for it: so titles are typed where nobody knows of #.
std::uint32_t first_line(const Document& document) {
    const std::uint32_t at = !document.blocks.empty() && is_label_of_title(document.blocks[0]) ? 1 : 0;
    if (at >= document.blocks.size() || !is_title_line(document.blocks[at])) return none;
    const Block& line = document.blocks[at];
    if (has_typed_number(line.text.utf8) || line.end >= document.blocks.size()) return none;
    if (is_all_strong(line.text) || line.alignment == Alignment::centre) return at;
    const bool is_label =
        line.text.utf8.find(':') != std::string::npos || line.text.utf8.find("：") != std::string::npos;
    return is_label || !line.text.marks.empty() ? none : at;
}

/// As if nothing could stand above the title.
std::uint32_t first_title(const Document& document) {
    const Headings headings = headings_of(document);
    if (headings.first == none) return first_line(document);
    // A law in H2 over its chapters in H1, or ### alone above all others.
    if (headings.first == 0 && document.blocks[0].level > 1) {
        const std::uint8_t level = document.blocks[0].level;
        const bool is_numbered = has_typed_number(plain_text(document.blocks[0].text));
        const bool over_chapters = headings.first_h1 != none && !is_numbered &&
                                   has_typed_number(plain_text(document.blocks[headings.first_h1].text));
        const bool alone =
            std::none_of(document.blocks.begin() + 1, document.blocks.end(),
                         [&](const Block& b) { return b.kind == BlockKind::heading && b.level <= level; });
        if (over_chapters || (alone && headings.first_h1 == none)) return 0;
    }
    if (headings.first_h1 == none) return first_line(document);
    // A title set in the middle by hand, over chapters in H1.
    if (const std::uint32_t line = first_line(document);
        headings.second_h1 != none && line != none && document.blocks[line].alignment == Alignment::centre)
        return line;
    if (headings.second_h1 == none || is_title_among_chapters(document, headings.first_h1))
        return headings.first_h1;
    return first_line(document);
}

}  // namespace

bool stands_with_title(const Build& build, std::uint32_t index) {
    if (build.title_block == none) return false;
    if (index > build.title_block) return index < build.title_lines_end;
    const bool is_line = build.document.blocks[build.title_block].kind == BlockKind::paragraph;
    return index == build.title_block || (is_line && is_label_of_title(build.document.blocks[index]));
}

std::uint32_t title_block_of(const Document& document) {
    const std::uint32_t first = first_title(document);
    if (first == none || !is_red_head(plain_text(document.blocks[first].text))) return first;
    const std::uint32_t below = title_below(document, first);
    return below == none ? first : below;
}

std::uint32_t red_head_end(const Document& document, std::uint32_t title) {
    return title == none || title == first_title(document) ? 0 : title;
}

}  // namespace hanqing

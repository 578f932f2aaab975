// SPDX-License-Identifier: Apache-2.0
// From what a line says, and what stands beside it, to whether it belongs to the title.
#include "style/title_lines.hpp"

#include "read/line_signs.hpp"
#include "style/block_words.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// So many lines there are at most, besides those on how a law came to be.
constexpr std::uint32_t lines_max = 3, enactments_max = 40;

/// ——2024年3月5日在某某会议上
bool is_subtitle(std::string_view words) { return words.starts_with("——") && !words.ends_with("。"); }

/// 国务院总理　李　强
bool is_name_line(std::string_view words) {
    constexpr std::size_t bytes_max = 60;
    return words.size() <= bytes_max && words.find_first_of(".,;:!?") == std::string_view::npos &&
           words.find("。") == std::string_view::npos && words.find("：") == std::string_view::npos &&
           words.find("，") == std::string_view::npos;
}

bool is_short_paragraph(const Build& build, std::uint32_t index) {
    constexpr std::size_t bytes_max = 108;  // a line
    const auto& blocks = build.document.blocks;
    return index < blocks.size() && blocks[index].kind == BlockKind::paragraph &&
           blocks[index].caption == Caption::none && !blocks[index].text.utf8.empty() &&
           blocks[index].text.utf8.size() <= bytes_max && !has_only_objects(blocks[index].text);
}

/// A line, or one that its author parted within 《》.
bool is_enactment_at(const Build& build, std::uint32_t index) {
    const auto& blocks = build.document.blocks;
    const auto words = [&](std::uint32_t i) -> std::string_view {
        return i < blocks.size() && blocks[i].kind == BlockKind::paragraph ? blocks[i].text.utf8
                                                                           : std::string_view{};
    };
    const auto is_open = [](std::string_view line) {
        const std::size_t opens = line.rfind("《");
        return opens != std::string_view::npos && line.find("》", opens) == std::string_view::npos;
    };
    if (is_enactment(words(index))) return true;
    const std::uint32_t first = index > 0 && is_open(words(index - 1)) ? index - 1 : index;
    return is_open(words(first)) && is_enactment(std::string(words(first)) + std::string(words(first + 1)));
}

/// What says by itself that it belongs to the title.
bool is_title_line(const Build& build, std::uint32_t index, bool strong_title) {
    if (is_enactment_at(build, index)) return true;
    if (!is_short_paragraph(build, index)) return false;
    const Block& block = build.document.blocks[index];
    const std::string& words = block.text.utf8;
    return (words.starts_with("（") && words.ends_with("）")) || is_subtitle(words) || is_date(words) ||
           block.alignment == Alignment::centre || (strong_title && is_all_strong(block.text));
}

bool has_note(const Block& block) {
    return std::any_of(block.text.marks.begin(), block.text.marks.end(),
                       [](const Mark& mark) { return mark.kind == MarkKind::footnote_reference; });
}

}  // namespace

bool stands_under_title(const Build& build, std::uint32_t index) {
    const std::uint32_t title = build.title_block;
    const auto& blocks = build.document.blocks;
    if (title == none || title >= index || index > title + enactments_max) return false;
    std::uint32_t others = 0;
    for (std::uint32_t i = title + 1; i <= index; ++i) others += is_enactment_at(build, i) ? 0 : 1;
    if (others > lines_max) return false;
    const bool strong_title = blocks[title].kind == BlockKind::paragraph && is_all_strong(blocks[title].text);
    for (std::uint32_t i = title + 1; i <= index; ++i) {
        if (is_title_line(build, i, strong_title)) continue;
        const bool below_another = i > title + 1;  // all above are such lines
        const bool above_date = is_short_paragraph(build, i + 1) && is_date(blocks[i + 1].text.utf8);
        const bool is_whose = is_short_paragraph(build, i) && is_name_line(blocks[i].text.utf8);
        if (!is_whose || (!below_another && !above_date)) return false;
    }
    return true;
}

bool stands_under_heading(const Build& build, std::uint32_t index) {
    const auto& blocks = build.document.blocks;
    while (index > 0 && is_enactment_at(build, index)) {
        if (blocks[index - 1].kind == BlockKind::heading) return true;
        --index;
    }
    return false;
}

TextRule title_line_rule(const Build& build, std::uint32_t first) {
    const auto& blocks = build.document.blocks;
    TextRule rule = build.sheet.rule("byline");
    rule.balance = true;
    while (first > 0 && is_enactment_at(build, first) && is_enactment_at(build, first - 1)) --first;
    const Length em = rule.size;
    const auto room =
        static_cast<std::size_t>((build.measure - em * 4).raw * 2 / std::max<std::int64_t>(em.raw, 1));
    bool is_long = false;
    constexpr std::uint32_t balanced_max = 2;  // so few look well in the middle, on two lines each
    if (!is_enactment_at(build, first + balanced_max)) return rule;
    for (std::uint32_t i = first; is_enactment_at(build, i); ++i)
        is_long = is_long || half_ems_of(blocks[i].text.utf8) > room;
    if (!is_long) return rule;
    rule.balance = false;
    rule.align = Align::left;
    rule.left += em * 4;
    rule.right += em * 2;
    rule.first_indent = em * -2;
    return rule;
}

void add_title_lines(Build& build, std::vector<FlowBlock>& to) {
    const std::uint32_t begin = build.title_block + 1;
    if (build.title_block == none || to.empty()) return;
    TextRule rule;
    bool was_enactment = false;
    for (std::uint32_t i = begin; stands_under_title(build, i) && !has_note(build.document.blocks[i]); ++i) {
        const bool enactment = is_enactment_at(build, i);
        if (i == begin || !(enactment && was_enactment)) rule = title_line_rule(build, i);
        was_enactment = enactment;
        const Block& block = build.document.blocks[i];
        const std::uint32_t tag = add_tag(build, TagKind::paragraph, 0, block.place);
        const std::uint32_t paragraph = add_text(build, block.text, rule, tag);
        if (i > begin) to.back().space_after = {};
        FlowBlock made = flow_of(rule, FlowKind::paragraph, paragraph, build);
        made.place = block.place;
        to.push_back(std::move(made));
        build.title_lines_end = i + 1;
    }
}

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// An image that stands alone, with its caption and the words for those who cannot see it.
#include "style/build.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// Alternative texts that tools put there and nobody wrote: a file name, "image", "图片".
bool is_empty_word(std::string_view text) {
    constexpr std::array<std::string_view, 12> words = {"image",      "Image", "img",      "图片",
                                                        "圖片",       "截图",  "alt",      "picture",
                                                        "screenshot", "图",    "alt text", "image.png"};
    if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) return true;
    const auto dot = text.rfind('.');
    if (dot != std::string_view::npos && text.size() - dot <= 5 && text.find(' ') == std::string_view::npos)
        return true;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

Length size_from(std::string_view text, std::uint8_t& percent) {
    std::uint32_t number = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && number < 100'000; ++at)
        number = number * 10 + static_cast<std::uint32_t>(text[at] - '0');
    const std::string_view unit = text.substr(at);
    if (unit == "%") {
        percent = static_cast<std::uint8_t>(std::clamp(number, 1U, 100U));
        return {};
    }
    if (unit.empty() || unit == "px")
        return points(static_cast<std::int64_t>(number) * 3, 4);  // CSS: 96 to the inch
    return length_from_text(text, points(12), points(20)).value_or(Length{});
}

void read_size(const Attributes& attributes, Figure& figure) {
    std::uint8_t ignored = 0;
    for (const auto& [key, value] : attributes.values) {
        if (key == "width") figure.width = size_from(value, figure.width_percent);
        if (key == "height") figure.height = size_from(value, ignored);
        if (key == "align" && value == "left") figure.align = Align::left;
        if (key == "align" && value == "right") figure.align = Align::right;
    }
}

bool is_decorative(const Attributes& attributes) {
    return std::find(attributes.classes.begin(), attributes.classes.end(), "decorative") !=
           attributes.classes.end();
}

struct CaptionText {
    std::string prefix;  ///< "图 2　"
    std::string words;   ///< Plain, for Alt; empty: no caption.
};

CaptionText caption_of(const Build& build, const ImageReference& reference, std::uint32_t block,
                       std::uint32_t caption) {
    CaptionText text;
    if (caption != none)
        text.words = plain_text(build.document.blocks[caption].text);
    else if (!reference.title.empty())
        text.words = reference.title;
    else if (!is_empty_word(reference.alternative))
        text.words = reference.alternative;
    const auto target = build.by_block.find(block);
    if (target != build.by_block.end() && !reference.attributes.id.empty() &&
        !text.words.starts_with(build.labels.figure)) {
        text.prefix = build.targets[target->second].mention;
        if (!text.words.empty()) text.prefix += build.labels.caption_gap;
    }
    return text;
}

}  // namespace

FlowBlock add_figure(Build& build, const Mark& mark, std::uint32_t block, std::uint32_t caption,
                     std::uint32_t parent_tag, Length inset) {
    const ImageReference& reference = build.document.images[mark.data];
    const TextRule& rule = build.sheet.rule("caption");
    const CaptionText text = caption_of(build, reference, block, caption);
    Figure figure;
    figure.image = mark.data;
    figure.may_float = build.sheet.figures_float;
    figure.frame = Colour{150, 150, 150};
    read_size(reference.attributes, figure);
    if (!is_decorative(reference.attributes)) {
        figure.tag = add_tag(build, TagKind::figure, parent_tag, mark.place);
        std::string alternative =
            is_empty_word(reference.alternative) ? text.prefix + text.words : reference.alternative;
        if (alternative.empty()) {
            build.notes.warning(mark.place, "alternative-missing", {reference.path});
            alternative = std::string(build.labels.figure) + std::string(build.labels.number_gap) +
                          std::to_string(mark.data + 1);
        }
        build.styled.tags[figure.tag].alternative = std::move(alternative);
    }
    if (!text.prefix.empty() || !text.words.empty()) {
        figure.caption_tag = add_tag(build, TagKind::caption, figure.tag != none ? figure.tag : parent_tag);
        figure.caption = caption != none
                             ? add_text(build, build.document.blocks[caption].text, rule, figure.caption_tag,
                                        {.prefix = text.prefix, .indented = false})
                             : add_plain(build, text.prefix + text.words, rule, figure.caption_tag, false);
    }
    build.styled.figures.push_back(figure);
    FlowBlock flow;
    flow.kind = FlowKind::figure;
    flow.index = static_cast<std::uint32_t>(build.styled.figures.size() - 1);
    flow.left = inset;
    flow.space_before = flow.space_after = scaled(build.sheet.line_pitch, 1, 2);
    flow.keep_together = true;
    flow.place = mark.place;
    const auto target = build.by_block.find(block);
    if (target != build.by_block.end()) flow.anchor = build.targets[target->second].anchor;
    return flow;
}

}  // namespace hanqing

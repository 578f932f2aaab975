// SPDX-License-Identifier: Apache-2.0
// An image that stands alone, with its caption and the words for those who cannot see it.
#include "style/figures.hpp"

#include <algorithm>
#include <array>

namespace hanqing {
namespace {

/// The frame of an image that could not be read.
constexpr Colour missing_colour{100, 100, 100}, missing_frame{150, 150, 150};
constexpr std::int64_t missing_ems = 22;  ///< Its width.
constexpr std::size_t path_bytes_max = 300;

/// No further than `most` bytes, between two characters.
std::size_t floor_of_code_point(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return most;
}

/// Alternative texts that tools put there and nobody wrote: "image", the name of a file, of the clipboard.
bool is_empty_word(std::string_view text) {
    constexpr std::array<std::string_view, 30> words = {
        "image",    "Image", "img",  "IMG",      "图片",    "圖片",       "截图",       "截圖",
        "屏幕截图", "截屏",  "alt",  "alt text", "picture", "screenshot", "Screenshot", "图",
        "Untitled", "logo",  "Logo", "LOGO",     "badge",   "icon",       "banner",     "png",
        "jpg",      "svg",   "jpeg", "gif",      "avatar",  "cover"};
    if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) return true;
    constexpr std::array<std::string_view, 10> beginnings = {
        "微信图片_", "微信截图_",   "屏幕截图 ",   "屏幕截图_", "截屏20",
        "Snipaste_", "Screenshot ", "Screenshot_", "Untitled ", "QQ截图"};
    if (std::any_of(beginnings.begin(), beginnings.end(),
                    [&](auto words_of) { return text.starts_with(words_of); }))
        return true;
    const bool is_word = std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c < 0; });
    const auto dot = text.rfind('.');
    if (dot != std::string_view::npos && text.size() - dot <= 5 && is_word) return true;
    // image-20230508143055123, IMG_2041, 20230508: digits joined to a word, or alone
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_word && (digits >= 6 || std::all_of(text.begin(), text.end(), [](char c) {
                           return (c >= '0' && c <= '9') || c == '-' || c == '_';
                       }));
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

Length height_of_line(const TextRule& rule) { return scaled(rule.size, 3, 2); }

bool is_decorative(const Attributes& attributes) {
    return std::find(attributes.classes.begin(), attributes.classes.end(), "decorative") !=
           attributes.classes.end();
}

struct CaptionText {
    std::string prefix;     ///< "图 2　"
    std::string words;      ///< Plain, for Alt; empty: no caption.
    bool is_above = false;  ///< Set already, as a paragraph of its own.
    [[nodiscard]] bool is_set_below() const { return !is_above && !(prefix.empty() && words.empty()); }
};

CaptionText caption_of(const Build& build, const ImageReference& reference, std::uint32_t block,
                       FigureCaption caption) {
    CaptionText text;
    text.is_above = caption.above != none;
    if (const std::uint32_t typed = text.is_above ? caption.above : caption.below; typed != none)
        text.words = plain_text(build.document.blocks[typed].text);
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

/// The figure's element with its words for those who cannot see it; none: decorative.
std::uint32_t add_figure_tag(Build& build, const Mark& mark, const CaptionText& text,
                             std::uint32_t parent_tag) {
    const ImageReference& reference = build.document.images[mark.data];
    if (is_decorative(reference.attributes)) return none;
    const std::uint32_t tag = add_tag(build, TagKind::figure, parent_tag, mark.place);
    std::string alternative =
        is_empty_word(reference.alternative) ? text.prefix + text.words : reference.alternative;
    if (alternative.empty()) {
        if (build.styled.images[mark.data].content.index() !=
            0)  // else the loss of the picture is told already
            build.notes.warning(mark.place, "alternative-missing", {reference.path});
        alternative = std::string(build.labels.figure) + std::string(build.labels.number_gap) +
                      std::to_string(mark.data + 1);
    }
    build.styled.tags[tag].alternative = std::move(alternative);
    return tag;
}

std::uint32_t add_caption(Build& build, const CaptionText& text, std::uint32_t caption, std::uint32_t tag,
                          Length inset) {
    TextRule rule = build.sheet.rule("caption");
    rule.left += inset;
    if (caption == none) return add_plain(build, text.prefix + text.words, rule, tag, false);
    return add_text(build, build.document.blocks[caption].text, rule, tag,
                    {.prefix = text.prefix, .indented = false});
}

/// "图片缺失", what is in it, and where it was looked for.
std::uint32_t add_missing_words(Build& build, const ImageReference& reference, const CaptionText& text,
                                const TextRule& rule, std::uint32_t tag) {
    CharacterStyle words = character_of(build, rule), path = words;
    path.role = role_index(build, "code");
    path.code = true;
    path.size = scaled(path.size, 9, 10);
    Paragraph paragraph;
    const auto add_line = [&](std::string_view line, const CharacterStyle& style) {
        if (line.empty()) return;
        if (!paragraph.text.empty()) paragraph.text += hard_break_mark;
        paragraph.text += line.substr(0, std::min(line.size(), floor_of_code_point(line, path_bytes_max)));
        paragraph.runs.push_back(
            {static_cast<std::uint32_t>(paragraph.text.size()), character_style(build, style)});
    };
    add_line(build.labels.image_missing, words);
    if (reference.alternative != text.words && !is_empty_word(reference.alternative))
        add_line(reference.alternative, words);
    add_line(reference.path, path);
    paragraph.style = paragraph_style(build, rule, false);
    paragraph.tag = tag;
    paragraph.measure = build.measure - rule.left - rule.right;
    build.styled.paragraphs.push_back(std::move(paragraph));
    return static_cast<std::uint32_t>(build.styled.paragraphs.size() - 1);
}

}  // namespace

ImageSize image_size(const ImageReference& reference, const Image& image) {
    Figure asked;
    read_size(reference.attributes, asked);
    ImageSize size{image.width, image.height};
    const bool has_width = asked.width > Length{}, has_height = asked.height > Length{};
    if (image.width <= Length{} || image.height <= Length{}) return size;
    if (has_width) size.width = asked.width;
    if (has_height) size.height = asked.height;
    if (has_width && !has_height) size.height = scaled(image.height, size.width.raw, image.width.raw);
    if (has_height && !has_width) size.width = scaled(image.width, size.height.raw, image.height.raw);
    return size;
}

MissingFigure add_missing_figure(Build& build, const Mark& mark, std::uint32_t block, FigureCaption caption,
                                 std::uint32_t parent_tag, Length inset) {
    const ImageReference& reference = build.document.images[mark.data];
    const CaptionText text = caption_of(build, reference, block, caption);
    const std::uint32_t tag = add_figure_tag(build, mark, text, parent_tag);
    const Length measure = build.measure - inset, em = build.sheet.body_size;
    const Length side = larger((measure - em * missing_ems) / 2, Length{});
    TextRule rule = build.sheet.rule("caption");
    rule.colour = missing_colour;
    rule.line_pitch = height_of_line(rule);
    rule.left = inset + side + em;
    rule.right = side + em;
    MissingFigure made;
    made.frame =
        flow_of(rule, FlowKind::paragraph, add_missing_words(build, reference, text, rule, tag), build);
    made.frame.space_before = made.frame.space_after = scaled(build.sheet.line_pitch, 1, 2);
    made.frame.keep_together = true;
    made.frame.anchor = anchor_of(build, block);
    made.frame.place = mark.place;
    made.ground.left = inset + side;
    made.ground.right = side;
    made.ground.padding = scaled(rule.size, 2, 3);
    made.ground.frame = points(1, 2);
    made.ground.bar = missing_frame;
    if (!text.is_set_below()) return made;
    made.frame.keep_with_next = true;
    made.frame.space_after = {};
    const std::uint32_t caption_tag = add_tag(build, TagKind::caption, tag != none ? tag : parent_tag);
    const TextRule& caption_rule = build.sheet.rule("caption");
    made.caption = flow_of(caption_rule, FlowKind::paragraph,
                           add_caption(build, text, caption.below, caption_tag, inset), build);
    made.caption->left = inset;
    made.caption->space_after = scaled(build.sheet.line_pitch, 1, 2);
    made.caption->place = mark.place;
    return made;
}

std::uint8_t asked_percent(const ImageReference& reference) {
    Figure asked;
    read_size(reference.attributes, asked);
    return asked.width_percent;
}

bool has_asked_size(const ImageReference& reference) {
    Figure asked;
    read_size(reference.attributes, asked);
    return asked.width_percent > 0 || asked.width > Length{} || asked.height > Length{};
}

std::uint32_t add_figure_words(Build& build, const Mark& mark, std::uint32_t block,
                               std::uint32_t parent_tag) {
    const CaptionText text = caption_of(build, build.document.images[mark.data], block, {});
    return add_figure_tag(build, mark, text, parent_tag);
}

std::optional<std::uint32_t> add_words_of_figure(Build& build, const Mark& mark, std::uint32_t block,
                                                 std::uint32_t figure_tag, std::uint32_t parent_tag) {
    const CaptionText text = caption_of(build, build.document.images[mark.data], block, {});
    if (text.prefix.empty() && text.words.empty()) return {};
    const std::uint32_t tag = add_tag(build, TagKind::caption, figure_tag != none ? figure_tag : parent_tag);
    const std::uint32_t words = add_caption(build, text, none, tag, {});
    build.styled.paragraphs[words].measure = {};  // the column's, known later
    return words;
}

FlowBlock add_typed_caption(Build& build, std::uint32_t caption, std::uint32_t parent_tag, Length inset) {
    const Block& block = build.document.blocks[caption];
    const std::uint32_t tag = add_tag(build, TagKind::paragraph, parent_tag, block.place);
    FlowBlock made = flow_of(build.sheet.rule("caption"), FlowKind::paragraph,
                             add_caption(build, {}, caption, tag, inset), build);
    made.left = inset;
    made.space_after = scaled(build.sheet.line_pitch, 1, 2);
    made.place = block.place;
    return made;
}

FlowBlock add_figure(Build& build, const Mark& mark, std::uint32_t block, FigureCaption caption,
                     std::uint32_t parent_tag, Length inset) {
    const ImageReference& reference = build.document.images[mark.data];
    const CaptionText text = caption_of(build, reference, block, caption);
    Figure figure;
    figure.image = mark.data;
    figure.may_float = build.sheet.figures_float;
    read_size(reference.attributes, figure);
    figure.tag = add_figure_tag(build, mark, text, parent_tag);
    if (text.is_set_below()) {
        figure.caption_tag = add_tag(build, TagKind::caption, figure.tag != none ? figure.tag : parent_tag);
        figure.caption = add_caption(build, text, caption.below, figure.caption_tag, {});
    }
    build.styled.figures.push_back(figure);
    FlowBlock flow;
    flow.kind = FlowKind::figure;
    flow.index = static_cast<std::uint32_t>(build.styled.figures.size() - 1);
    flow.left = inset;
    flow.space_before = flow.space_after = scaled(build.sheet.line_pitch, 1, 2);
    flow.keep_together = true;
    flow.place = mark.place;
    flow.anchor = anchor_of(build, block);
    return flow;
}

}  // namespace hanqing

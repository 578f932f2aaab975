// SPDX-License-Identifier: Apache-2.0
// Pictures of a paragraph in the flow: which stand alone, and their captions below or above them.
#include "style/flow.hpp"

#include "style/block_words.hpp"
#include "style/figures.hpp"
#include "style/picture_row.hpp"

namespace hanqing {
namespace {

/// So high a picture (icons of 64 pixels) stays in the line when there are words around it.
constexpr std::int64_t icon_ems = 4;

/// A frame with the picture's words in place of it.
void add_missing(Flow& flow, const Mark& mark, std::uint32_t index, FigureCaption caption,
                 FlowContext& context) {
    const auto at = static_cast<std::uint32_t>(flow.to.flow.size());
    MissingFigure made = add_missing_figure(flow.build, mark, index, caption, context.tag, context.inset);
    put_block(flow, std::move(made.frame), context);
    made.ground.begin = at;
    made.ground.end = at + 1;
    flow.to.decorations.push_back(made.ground);
    if (made.caption) put_block(flow, *std::move(made.caption), context);
}

/// The paragraph right before a picture when it is its caption.
std::uint32_t caption_above(const Flow& flow, std::uint32_t index) {
    return index > 0 && blocks_of(flow)[index - 1].caption == Caption::figure_below ? index - 1 : none;
}

}  // namespace

bool stands_alone(const Flow& flow, const Mark& mark, const Text& text) {
    const Image& image = flow.build.styled.images[mark.data];
    if (image.content.index() == 0) return has_only_objects(text) && images_in(text) == 1;
    const ImageReference& reference = flow.build.document.images[mark.data];
    const Length height = image_size(reference, image).height;
    if (!has_only_objects(text) && height <= flow.build.sheet.body_size * icon_ems) return false;
    return height > scaled(flow.build.sheet.line_pitch, 3, 2);
}

std::uint32_t caption_after(const Flow& flow, std::uint32_t index, std::uint32_t end, Caption kind) {
    const std::uint32_t next = blocks_of(flow)[index].end;
    if (next >= end || flow.used[next] || blocks_of(flow)[next].kind != BlockKind::paragraph) return none;
    const Caption caption = blocks_of(flow)[next].caption;
    return caption == kind || caption == Caption::either ? next : none;
}

std::size_t add_pictures(Flow& flow, const Block& block, std::size_t first, std::uint32_t index,
                         std::uint32_t end, FlowContext& context) {
    Build& build = flow.build;
    const Mark& mark = block.text.marks[first];
    const std::uint32_t caption = caption_after(flow, index, end, Caption::figure);
    if (caption != none) flow.used[caption] = true;
    const FigureCaption words{caption, caption == none ? caption_above(flow, index) : none};
    const bool is_missing = build.styled.images[mark.data].content.index() == 0;
    const auto row = is_missing ? std::nullopt : picture_row(build, block.text, first, context.inset);
    if (row) {
        const bool named = caption != none || words.above != none;
        FlowBlock made = add_picture_row(build, block.text, *row, index, named, context.tag, context.inset);
        made.keep_with_next = caption != none;
        put_block(flow, std::move(made), context);
        if (caption != none)
            put_block(flow, add_typed_caption(build, caption, context.tag, context.inset), context);
        return row->last;
    }
    if (is_missing)
        add_missing(flow, mark, index, words, context);
    else
        put_block(flow, add_figure(build, mark, index, words, context.tag, context.inset), context);
    return first + 1;
}

void add_caption_above(Flow& flow, std::uint32_t index, FlowContext& context) {
    FlowBlock made = add_typed_caption(flow.build, index, context.tag, context.inset);
    made.space_before = made.space_after;
    made.keep_with_next = true;
    put_block(flow, std::move(made), context);
}

bool stands_under_picture(const Flow& flow, std::uint32_t index) {
    while (index > 0 && blocks_of(flow)[index].caption == Caption::source) --index;
    const Block& above = blocks_of(flow)[index];
    return above.caption == Caption::figure || has_only_objects(above.text);
}

}  // namespace hanqing

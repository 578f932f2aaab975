// SPDX-License-Identifier: Apache-2.0
// What stands at fixed places of a sequence's first page: a cover, the 版头 of an official document.
#include "style/front.hpp"

namespace hanqing {
namespace {

Length type_width(const Sheet& sheet) { return sheet.page.width - sheet.page.inner - sheet.page.outer; }

void add_fixed(Build& build, const Piece& piece, std::string text, Sequence& to) {
    TextRule rule = build.sheet.rule(piece.rule);
    const bool is_title = piece.text == "{title}";
    const std::uint32_t tag = add_tag(build, is_title ? TagKind::h1 : TagKind::paragraph, 0);
    FixedText fixed;
    fixed.x = piece.x > Length{} ? piece.x : build.sheet.page.inner;
    fixed.y = piece.y;
    fixed.width = piece.width > Length{} ? piece.width : type_width(build.sheet);
    fixed.paragraph = add_plain(build, std::move(text), rule, tag);
    build.styled.paragraphs[fixed.paragraph].measure = fixed.width;
    if (is_title) fixed.anchor = build.title_anchor;
    if (piece.rule_weight > Length{})
        to.rules.push_back(
            {{{fixed.x, piece.y + rule.line_pitch + piece.rule_gap}, fixed.width, piece.rule_weight},
             piece.rule_colour});
    to.texts.push_back(fixed);
}

/// An image at a fixed place, as wide or as high as the piece says; without words it is an ornament.
void add_fixed_image(Build& build, const Piece& piece, std::uint32_t index, std::string words, Sequence& to) {
    if (index >= build.styled.images.size()) return;
    const Image& image = build.styled.images[index];
    if (image.content.index() == 0 || image.width <= Length{} || image.height <= Length{}) return;
    const Length room = type_width(build.sheet);
    Length width = piece.width, height = piece.height;
    if (width <= Length{})
        width = height > Length{} ? scaled(height, image.width.raw, image.height.raw) : image.width;
    if (width > build.sheet.page.width) width = room, height = {};
    if (height <= Length{}) height = scaled(width, image.height.raw, image.width.raw);
    const Align align = build.sheet.rule(piece.rule).align;
    Length x = piece.x > Length{} ? piece.x : build.sheet.page.inner;
    if (piece.x <= Length{} && align == Align::centre) x += (room - width) / 2;
    if (piece.x <= Length{} && align == Align::right) x += room - width;
    FixedImage fixed{index, {{x, piece.y}, width, height}, none};
    if (!words.empty()) {
        fixed.tag = add_tag(build, TagKind::figure, 0);
        build.styled.tags[fixed.tag].alternative = std::move(words);
    }
    to.images.push_back(fixed);
}

}  // namespace

bool applies(const Build& build, const Piece& piece, const Colophon& colophon) {
    const auto given = [&](const std::string& field) {
        return fill(build, "{" + field + "}", colophon).has_value();
    };
    if (!piece.when.empty() && !given(piece.when)) return false;
    return piece.unless.empty() || !given(piece.unless);
}

void add_fixed_pieces(Build& build, Piece::Area area, const Colophon& colophon, Sequence& to) {
    auto image = static_cast<std::uint32_t>(build.document.images.size());
    for (const Piece& piece : build.sheet.pieces) {
        const std::uint32_t own = piece.image.empty() ? none : image++;
        if (piece.area != area || !applies(build, piece, colophon)) continue;
        auto text = fill(build, piece.text, colophon);
        if (own != none)
            add_fixed_image(build, piece, own, text.value_or(""), to);
        else if (text)
            add_fixed(build, piece, std::move(*text), to);
    }
}

void add_cover(Build& build, const Colophon& colophon) {
    Sequence cover = plain_sequence(build);
    cover.numbering = NumberStyle::none;
    add_fixed_pieces(build, Piece::Area::cover, colophon, cover);
    build.styled.sequences.push_back(std::move(cover));
}

}  // namespace hanqing

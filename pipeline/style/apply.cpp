// SPDX-License-Identifier: Apache-2.0
// The story of the stage: targets, front, body, back.
#include "style/apply.hpp"

#include "style/official.hpp"
#include "style/report_title.hpp"

#include <cassert>

namespace hanqing {
namespace {

/// Contents that the author typed give way to ours, which know their pages, unless none are wanted.
BlockRange replaced_contents(const Build& build) {
    if (build.sheet.contents == Choice::no || !build.styled.metadata.toc.value_or(true)) return {};
    const BlockRange typed = typed_contents(build.document);
    for (std::uint32_t i = typed.end; i < build.document.blocks.size(); ++i)
        if (build.document.blocks[i].kind == BlockKind::heading && typed.end > 0) {
            build.notes.remark(build.document.blocks[typed.begin].place, "contents-replaced");
            return typed;
        }
    return {};
}

}  // namespace

std::string first_heading(const Document& document) {
    const std::uint32_t block = title_block_of(document);
    return block == none ? "" : title_words(document.blocks[block].text);
}

Styled apply(const Sheet& given, const Document& document, Pictures pictures, Metadata metadata,
             const Colophon& colophon, Notes& notes) {
    assert(!metadata.title.empty());
    assert(pictures.images.size() >= document.images.size());  // those of the sheet's pieces follow
    const Language language = metadata.language.value_or(Language::zh_hans);
    const auto* form = metadata.element("form");
    const Sheet& sheet = given.in(language, form != nullptr ? form->front() : "");
    Build build{sheet, document, labels_of(language), notes, {}, {}, {}, {}, {}, {}, {}, {}, 0, false, none,
                none,  {}};
    build.measure = sheet.page.width - sheet.page.inner - sheet.page.outer;
    build.styled.language = language;
    build.styled.metadata = std::move(metadata);
    build.styled.images = std::move(pictures.images);
    build.styled.formulas = document.formulas;
    build.styled.typed_signs = sheet.typed_signs;
    build.styled.roles = sheet.roles;
    build.styled.duplex = sheet.duplex;
    build.note_of.assign(document.footnotes.size(), none);
    add_tag(build, TagKind::document, none);
    const std::uint32_t heading = title_block_of(document);
    if (heading != none && title_words(document.blocks[heading].text) == build.styled.metadata.title)
        build.title_block = heading, build.red_head_end = red_head_end(document, heading);
    build.typed_contents = replaced_contents(build);
    find_targets(build);
    if (sheet.list_figures || sheet.list_tables) find_listed(build);
    add_front(build, colophon);
    if (sheet.official.used) check_official(build);  // the depth of the head is known now
    Sequence body = std::move(build.styled.sequences.back());
    build.styled.sequences.pop_back();
    add_body(build, 0, body);
    close_official(build, body);
    add_back(build, colophon, body);
    build.styled.sequences.push_back(std::move(body));
    return std::move(build.styled);
}

}  // namespace hanqing

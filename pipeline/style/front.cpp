// SPDX-License-Identifier: Apache-2.0
// What stands before and after the body: cover, title, contents, revisions, colophon, and a sheet's own
// pieces.
#include "style/official.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// A report is long enough for a cover and contents from here on (both in characters and headings).
constexpr std::size_t long_report_bytes = 15'000;
constexpr std::size_t long_report_headings = 4;

bool is_long(const Build& build) {
    std::size_t bytes = 0, headings = 0;
    for (const Block& block : build.document.blocks) bytes += block.text.utf8.size();
    for (const Target& target : build.targets) headings += target.level > 0 ? 1U : 0U;
    return bytes >= long_report_bytes && headings >= long_report_headings;
}

bool decided(Choice choice, const std::optional<bool>& asked, const Build& build) {
    if (asked) return *asked;
    return choice == Choice::yes || (choice == Choice::automatic && is_long(build));
}

/// By the front matter, else by `[TOC]` in the text.
std::optional<bool> asked_contents(const Build& build) {
    const std::optional<bool>& toc = build.styled.metadata.toc;
    const bool by_text = build.document.asks_contents && build.sheet.contents != Choice::no;
    return !toc && by_text ? std::optional<bool>(true) : toc;
}

bool applies(const Build& build, const Piece& piece, const Colophon& colophon) {
    const auto given = [&](const std::string& field) {
        return fill(build, "{" + field + "}", colophon).has_value();
    };
    if (!piece.when.empty() && !given(piece.when)) return false;
    return piece.unless.empty() || !given(piece.unless);
}

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

Sequence plain_sequence(const Build& build) {
    Sequence sequence;
    sequence.page = build.sheet.page;
    sequence.line_pitch = build.sheet.line_pitch;
    sequence.body_size = build.sheet.body_size;
    sequence.footnote_rule_weight = points(1, 2);
    sequence.footnote_gap = scaled(build.sheet.line_pitch, 1, 2);
    sequence.footnotes_restart = build.sheet.footnotes_restart;
    return sequence;
}

/// Pieces at fixed places of a sequence's first page: a cover, the 版头 of an official document.
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

void add_flowing(Build& build, std::string text, std::string_view rule_name, TagKind kind,
                 std::vector<FlowBlock>& to) {
    if (text.empty()) return;
    const TextRule& rule = build.sheet.rule(rule_name);
    const std::uint32_t tag = add_tag(build, kind, 0);
    const std::uint32_t paragraph = add_plain(build, std::move(text), rule, tag);
    FlowBlock block = flow_of(rule, FlowKind::paragraph, paragraph, build);
    if (kind == TagKind::h1) block.anchor = build.title_anchor;
    to.push_back(std::move(block));
}

/// Title, subtitle and who and when, at the head of the first page of a report without a cover.
void add_title(Build& build, const Colophon& colophon, std::vector<FlowBlock>& to) {
    add_flowing(build, build.styled.metadata.title, "title", TagKind::h1, to);
    add_flowing(build, build.styled.metadata.subtitle, "subtitle", TagKind::paragraph, to);
    std::string byline;
    if (build.sheet.byline)
        for (const std::string_view field : {"{organization}", "{authors}", "{date}"})
            if (const auto text = fill(build, field, colophon))
                byline += (byline.empty() ? "" : "　") + *text;
    add_flowing(build, byline, "byline", TagKind::paragraph, to);
    if (to.empty()) return;
    to.back().keep_with_next = true;
}

/// A line of the contents or of a list.
struct Entry {
    std::string words, rule;
    std::uint32_t anchor = none;
};

std::uint32_t contents_link(Build& build, std::uint32_t paragraph, const Entry& entry, std::uint32_t tag) {
    build.styled.links.push_back({"", entry.anchor, entry.words});
    const auto link = static_cast<std::uint32_t>(build.styled.links.size() - 1);
    for (TextRun& run : build.styled.paragraphs[paragraph].runs) run.link = link, run.tag = tag;
    return link;
}

void add_contents_entry(Build& build, const Entry& entry, std::uint32_t contents_tag,
                        std::vector<FlowBlock>& to) {
    const TextRule& rule = build.sheet.rule(entry.rule);
    const std::uint32_t item = add_tag(build, TagKind::contents_item, contents_tag);
    const std::uint32_t reference = add_tag(build, TagKind::reference, item);
    const std::uint32_t link_tag = add_tag(build, TagKind::link, reference);
    const std::uint32_t paragraph = add_plain(build, entry.words, rule, reference);
    contents_link(build, paragraph, entry, link_tag);
    build.styled.paragraphs[paragraph].measure -= build.sheet.body_size * 4;  // the number's slot
    FlowBlock block = flow_of(rule, FlowKind::contents_entry, paragraph, build);
    block.entry_anchor = entry.anchor;
    to.push_back(std::move(block));
}

void add_contents(Build& build, bool has_cover, std::vector<FlowBlock>& to) {
    const bool begins_page = has_cover && !to.empty();  // behind an abstract or revisions
    add_flowing(build, std::string(build.labels.contents), "contents-title", TagKind::paragraph, to);
    if (begins_page) to.back().break_before = FlowBlock::Break::page;
    to.back().heading_level = 1;  // the running head of these pages
    to.back().heading_text = build.labels.contents;
    const std::uint32_t tag = add_tag(build, TagKind::contents, 0);
    for (const Target& target : build.targets)
        if (target.level > 0 && target.level <= build.sheet.contents_depth && !target.unlisted)
            add_contents_entry(build,
                               {target.number + target.title,
                                "contents" + std::to_string(std::min<int>(target.level, 3)), target.anchor},
                               tag, to);
}

/// The list of figures or of tables, where there are any.
void add_list_of(Build& build, bool tables, std::string_view title, std::vector<FlowBlock>& to) {
    const auto is_wanted = [&](const Listed& one) { return one.is_table == tables; };
    if (std::none_of(build.listed.begin(), build.listed.end(), is_wanted)) return;
    add_flowing(build, std::string(title), "contents-title", TagKind::paragraph, to);
    const std::uint32_t tag = add_tag(build, TagKind::contents, 0);
    for (const Listed& one : build.listed)
        if (is_wanted(one)) add_contents_entry(build, {one.words, "contents1", one.anchor}, tag, to);
}

std::uint32_t furniture_style(Build& build, std::uint32_t rule) {
    return character_style(build, character_of(build, build.sheet.rule(rule_names[rule])));
}

void add_furniture(Build& build, Sequence& to) {
    for (Furniture furniture : build.sheet.furniture) {
        furniture.style = furniture_style(build, furniture.style);
        to.furniture.push_back(std::move(furniture));
    }
    if (build.sheet.head_rule_weight > Length{})
        to.head_rule = {build.sheet.head_rule_gap, build.sheet.head_rule_weight};
}

void add_watermark(Build& build) {
    const std::string& text = build.styled.metadata.watermark;
    if (text.empty()) return;
    build.styled.watermark = add_plain(build, text, build.sheet.rule("watermark"), none);
    build.styled.paragraphs[build.styled.watermark].measure = Length{};
}

void add_pieces(Build& build, Piece::Area area, const Colophon& colophon, std::vector<FlowBlock>& to) {
    for (const Piece& piece : build.sheet.pieces) {
        if (piece.area != area || !applies(build, piece, colophon)) continue;
        if (auto text = fill(build, piece.text, colophon))
            add_flowing(build, std::move(*text), piece.rule, TagKind::paragraph, to);
    }
}

/// 修订记录: one line a revision, at the end of the front matter.
void add_revisions(Build& build, std::vector<FlowBlock>& to) {
    const auto& revisions = build.styled.metadata.revisions;
    if (revisions.empty()) return;
    add_flowing(build, std::string(build.labels.revisions), "heading3", TagKind::paragraph, to);
    for (const Revision& revision : revisions)
        add_flowing(build, revision.version + "　" + revision.date + "　" + revision.note, "list",
                    TagKind::paragraph, to);
}

}  // namespace

Sequence body_sequence(const Build& build) { return plain_sequence(build); }

void add_front(Build& build, const Colophon& colophon) {
    const Metadata& metadata = build.styled.metadata;
    const bool has_cover = decided(build.sheet.cover, metadata.cover, build);
    const bool has_headings =
        std::any_of(build.targets.begin(), build.targets.end(), [](const Target& t) { return t.level > 0; });
    const bool has_contents = has_headings && decided(build.sheet.contents, asked_contents(build), build);
    if (has_cover) add_cover(build, colophon);
    Sequence body = body_sequence(build);
    Sequence front = plain_sequence(build);
    // The title of an official document stands below its 版头, whatever comes before.
    std::vector<FlowBlock>& first = has_contents && !build.sheet.official.used ? front.flow : body.flow;
    add_fixed_pieces(build, Piece::Area::head, colophon, body);
    if (!body.texts.empty()) body.first_page_top = build.sheet.first_page_top;
    if (build.sheet.official.used) add_official_head(build, body);
    const bool is_titled = !build.sheet.official.used || build.sheet.official.title;
    if (!has_cover && is_titled) add_title(build, colophon, first);
    if (has_cover && !metadata.abstract.empty())
        add_flowing(build, std::string(build.labels.abstract), "contents-title", TagKind::paragraph, first);
    add_flowing(build, metadata.abstract, "abstract", TagKind::paragraph, first);
    if (has_cover) add_revisions(build, first);
    if (has_contents) {
        add_contents(build, has_cover, front.flow);
        if (build.sheet.list_figures) add_list_of(build, false, build.labels.figures, front.flow);
        if (build.sheet.list_tables) add_list_of(build, true, build.labels.tables, front.flow);
        front.numbering = build.sheet.front_numbers;
        front.first_number = 1;
        front.begin_odd = has_cover && build.sheet.page.two_sided;
        add_furniture(build, front);
        build.styled.sequences.push_back(std::move(front));
    }
    add_pieces(build, Piece::Area::before_body, colophon, body.flow);
    if (build.sheet.official.used) add_addressee(build, body);
    body.numbering = build.sheet.body_numbers;
    body.first_number = 1;
    body.begin_odd = (has_cover || has_contents) && build.sheet.page.two_sided;
    add_furniture(build, body);
    build.styled.sequences.push_back(std::move(body));
}

void add_back(Build& build, const Colophon& colophon, Sequence& body) {
    add_pieces(build, Piece::Area::after_body, colophon, body.flow);
    add_pieces(build, Piece::Area::foot, colophon, body.foot);
    if (build.sheet.official.used) add_imprint(build, body);
    const bool has_cover =
        build.styled.sequences.size() > 1 && build.styled.sequences.front().numbering == NumberStyle::none;
    if (!has_cover) {
        add_revisions(build, body.flow);
        if (const auto line = fill(build, build.sheet.colophon, colophon))
            if (!line->empty()) add_flowing(build, *line, "colophon", TagKind::paragraph, body.foot);
    }
    add_watermark(build);
}

}  // namespace hanqing

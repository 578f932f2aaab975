// SPDX-License-Identifier: Apache-2.0
// What stands before and after the body, and in which order.
#include "style/front.hpp"
#include "style/official.hpp"
#include "style/report_title.hpp"
#include "style/title_heading.hpp"
#include "style/title_lines.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// A report is long enough for a cover and contents from here on (both in characters and headings).
constexpr std::size_t long_report_bytes = 15'000;
constexpr std::size_t long_report_headings = 4;
/// So few lines of contents need no page of their own where there is no cover.
constexpr std::size_t few_entries = 12;

/// About a line of Han.
constexpr std::size_t byline_bytes_max = 96;

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
    const bool typed = build.document.asks_contents || build.typed_contents.end > 0;
    const bool by_text = typed && build.sheet.contents != Choice::no;
    return !toc && by_text ? std::optional<bool>(true) : toc;
}

/// Title, subtitle and who and when, at the head of the first page of a report without a cover.
void add_title(Build& build, const Colophon& colophon, Sequence& sequence) {
    std::vector<FlowBlock>& to = sequence.flow;
    add_red_head(build, sequence);
    if (build.title_block == 1 && stands_with_title(build, 0))
        add_flowing(build, plain_text(build.document.blocks[0].text), "body", TagKind::paragraph, to);
    if (build.title_block != none)
        add_title_heading(build, sequence);
    else
        add_flowing(build, build.styled.metadata.title, "title", TagKind::h1, to);
    add_flowing(build, build.styled.metadata.subtitle, "subtitle", TagKind::paragraph, to);
    std::string byline;
    const auto part = [&](std::string_view field) {
        return build.sheet.byline ? fill(build, field, colophon).value_or("") : std::string();
    };
    std::vector<std::string> parts{part("{organization}"), part("{authors}"), part("{date}")};
    std::size_t bytes = 0;
    for (const std::string& one : parts) bytes += one.size();
    if (bytes > byline_bytes_max) std::swap(parts[0], parts[1]);  // authors over their institutes
    std::erase(parts, std::string());
    // More than a line (names of institutes): each part gets its own, and no name is cut in two.
    for (const std::string& one : parts)
        byline.append(byline.empty() ? "" : bytes > byline_bytes_max ? hard_break_mark : "　").append(one);
    add_flowing(build, byline, "byline", TagKind::paragraph, to);
    if (!build.sheet.official.used) add_title_lines(build, to);
    if (to.empty()) return;
    to.back().keep_with_next = true;
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

/// Contents and lists behind what the front holds already.
void end_front(Build& build, Sequence front) {
    const ContentsPlace place = build.has_cover ? ContentsPlace::behind_cover : ContentsPlace::own_pages;
    add_contents(build, place, front.flow);
    if (build.sheet.list_figures) add_list_of(build, false, build.labels.figures, front.flow);
    if (build.sheet.list_tables) add_list_of(build, true, build.labels.tables, front.flow);
    front.numbering = build.sheet.front_numbers;
    front.first_number = 1;
    front.begin_odd = build.has_cover && build.sheet.page.two_sided;
    add_furniture(build, front);
    build.styled.sequences.push_back(std::move(front));
}

}  // namespace

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

void add_front(Build& build, const Colophon& colophon) {
    const Metadata& metadata = build.styled.metadata;
    const bool has_cover = build.has_cover = decided(build.sheet.cover, metadata.cover, build);
    const bool has_headings =
        std::any_of(build.targets.begin(), build.targets.end(), [](const Target& t) { return t.level > 0; });
    const bool has_contents = has_headings && decided(build.sheet.contents, asked_contents(build), build);
    if (has_cover) add_cover(build, colophon);
    Sequence body = plain_sequence(build);
    Sequence front = plain_sequence(build);
    // The title of an official document stands below its 版头, whatever comes before.
    const bool is_official = build.sheet.official.used;
    const bool has_front =
        has_contents && (has_cover || is_official || contents_entries(build) > few_entries);
    Sequence& opening = has_front && !is_official ? front : body;
    std::vector<FlowBlock>& first = opening.flow;
    add_fixed_pieces(build, Piece::Area::head, colophon, body);
    if (!body.texts.empty()) body.first_page_top = build.sheet.first_page_top;
    if (is_official) add_official_head(build, body);
    const bool is_titled = !is_official || build.sheet.official.title;
    if (!has_cover && is_titled) add_title(build, colophon, opening);
    if (has_cover && !metadata.abstract.empty())
        add_flowing(build, std::string(build.labels.abstract), "contents-title", TagKind::paragraph, first);
    add_flowing(build, metadata.abstract, "abstract", TagKind::paragraph, first);
    if (has_cover) add_revisions(build, first);
    if (has_contents && !has_front) add_contents(build, ContentsPlace::before_text, first);
    if (has_front) end_front(build, std::move(front));
    if (has_cover && says_more_than_words(build)) add_title_heading(build, body);
    add_pieces(build, Piece::Area::before_body, colophon, body.flow);
    if (is_official) add_addressee(build, body);
    body.numbering = build.sheet.body_numbers;
    body.first_number = 1;
    body.begin_odd = (has_cover || has_front) && build.sheet.page.two_sided;
    add_furniture(build, body);
    build.styled.sequences.push_back(std::move(body));
}

void add_back(Build& build, const Colophon& colophon, Sequence& body) {
    add_pieces(build, Piece::Area::after_body, colophon, body.flow);
    add_pieces(build, Piece::Area::foot, colophon, body.foot);
    if (build.sheet.official.used) add_imprint(build, body);
    if (!build.has_cover) {
        add_revisions(build, body.flow);
        if (const auto line = fill(build, build.sheet.colophon, colophon))
            if (!line->empty()) add_flowing(build, *line, "colophon", TagKind::paragraph, body.foot);
    }
    add_watermark(build);
}

}  // namespace hanqing

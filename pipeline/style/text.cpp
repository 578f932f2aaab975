// SPDX-License-Identifier: Apache-2.0
// A Text with marks to a Paragraph with runs: one sweep over the places where marks begin or end.
#include "style/build.hpp"
#include "style/reader.hpp"
#include "style/signs.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// The paragraph in the making and where it is in the author's text.
struct Sweep {
    Build& build;
    const Text& text;
    CharacterStyle base;
    std::uint32_t tag;
    std::uint32_t begin, end;
    Paragraph paragraph;
    std::vector<const Mark*> open;    ///< Marks over the current byte, outer first.
    std::vector<std::uint32_t> tags;  ///< Tag of each open mark, or none.
    std::size_t origin = 0;
    bool large_images = false;
};

Colour highlight_colour() { return {255, 243, 176}; }
constexpr Colour code_ground{240, 240, 240};
constexpr Colour link_colour{0, 66, 140};

void apply_mark(const Sweep& sweep, const Mark& mark, CharacterStyle& style) {
    const Build& build = sweep.build;
    switch (mark.kind) {
        case MarkKind::emphasis:
            if (build.sheet.emphasis_dots)
                style.dots = true;
            else
                style.role = role_index(build, "emphasis");
            break;
        case MarkKind::strong: {
            // Bold Song would shout out of a table or a caption set in Hei: there bold is bold Hei.
            const std::string_view around = build.styled.roles[sweep.base.role].name;
            const bool in_hei = around == "plain" || around == "heading";
            style.role = role_index(build, in_hei ? "heading" : "strong");
            break;
        }
        case MarkKind::strike:
            style.strike = true;
            break;
        case MarkKind::code:
        case MarkKind::keyboard:
            style.role = role_index(build, "code");
            style.code = true;
            style.background = code_ground;
            style.size = scaled(style.size, 9, 10);  // a monospaced face looks larger than Song of its size
            break;
        case MarkKind::subscript:
            style.rise = scaled(style.size, -12, 100);
            style.size = scaled(style.size, 62, 100);
            break;
        case MarkKind::superscript:
            style.rise = scaled(style.size, 35, 100);
            style.size = scaled(style.size, 62, 100);
            break;
        case MarkKind::underline:
            style.underline = true;
            break;
        case MarkKind::highlight:
            style.background = highlight_colour();
            break;
        case MarkKind::emphasis_dots:
            style.dots = true;
            break;
        case MarkKind::name_line:
            style.name_line = true;
            break;
        case MarkKind::title_line:
            style.title_line = true;
            break;
        case MarkKind::link:
            if (build.sheet.link_colour) style.colour = link_colour;
            break;
        case MarkKind::span: {
            const Attributes& attributes = build.document.attributes[mark.data];
            for (const auto& [key, value] : attributes.values)
                if (key == "lang")
                    style.language = language_from_tag(value).value_or(style.language);
                else if (key == "color")
                    style.colour = colour_from_text(value).value_or(style.colour);
            break;
        }
        case MarkKind::image:
        case MarkKind::footnote_reference:
        case MarkKind::cross_reference:
        case MarkKind::ruby:
        case MarkKind::formula:
            break;
    }
}

CharacterStyle style_here(const Sweep& sweep) {
    CharacterStyle style = sweep.base;
    for (const Mark* mark : sweep.open) apply_mark(sweep, *mark, style);
    return style;
}

/// The link that a mark stands for, made once.
std::uint32_t link_of(Build& build, const Mark& mark, const Text& text) {
    const std::string& uri = build.document.links[mark.data].uri;
    Link link;
    link.contents = text.utf8.substr(mark.begin, mark.end - mark.begin);
    if (uri.starts_with("#")) {
        const auto found = build.by_id.find(std::string_view(uri).substr(1));
        if (found == build.by_id.end()) {
            build.notes.warning(mark.place, "reference-unknown", {uri});
            return none;
        }
        link.anchor = build.targets[found->second].anchor;
    } else {
        link.uri = uri;
    }
    build.styled.links.push_back(std::move(link));
    return static_cast<std::uint32_t>(build.styled.links.size() - 1);
}

std::uint32_t innermost_tag(const Sweep& sweep) {
    for (std::size_t i = sweep.tags.size(); i-- > 0;)
        if (sweep.tags[i] != none) return sweep.tags[i];
    return none;
}

/// Base and annotation as a reader hears them, one after the other; gives the base's element.
std::uint32_t open_ruby(Sweep& sweep, const Mark& mark, std::uint32_t parent) {
    RubyText ruby;
    ruby.begin = static_cast<std::uint32_t>(sweep.paragraph.text.size());
    ruby.end = ruby.begin + (mark.end - mark.begin);
    ruby.annotation = sweep.build.document.rubies[mark.data].annotation;
    CharacterStyle style = sweep.base;
    style.size = scaled(style.size, 1, 2);
    ruby.style = character_style(sweep.build, style);
    std::uint32_t base = none;
    if (parent != none) {
        const std::uint32_t around = add_tag(sweep.build, TagKind::ruby, parent, mark.place);
        base = add_tag(sweep.build, TagKind::ruby_base, around, mark.place);
        ruby.tag = add_tag(sweep.build, TagKind::ruby_text, around, mark.place);
    }
    sweep.paragraph.rubies.push_back(std::move(ruby));
    return base;
}

/// Opens a mark: links, code, ruby and foreign words get an element of their own.
void open_mark(Sweep& sweep, const Mark& mark) {
    const std::uint32_t outer = innermost_tag(sweep);
    const std::uint32_t parent = outer != none ? outer : sweep.tag;
    std::uint32_t tag = mark.kind == MarkKind::ruby ? open_ruby(sweep, mark, parent) : none;
    if (parent != none) {
        if (mark.kind == MarkKind::link) tag = add_tag(sweep.build, TagKind::link, parent, mark.place);
        if (mark.kind == MarkKind::code) tag = add_tag(sweep.build, TagKind::code, parent, mark.place);
        if (mark.kind == MarkKind::span) {
            CharacterStyle style = style_here(sweep);
            const Language before = style.language;
            apply_mark(sweep, mark, style);
            if (style.language != before) {
                tag = add_tag(sweep.build, TagKind::span, parent, mark.place);
                sweep.build.styled.tags[tag].language = style.language;
            }
        }
    }
    sweep.open.push_back(&mark);
    sweep.tags.push_back(tag);
}

void append_run(Sweep& sweep, const CharacterStyle& style, std::uint32_t tag, std::uint32_t link,
                std::uint32_t footnote) {
    const auto end = static_cast<std::uint32_t>(sweep.paragraph.text.size());
    const std::uint32_t begin = sweep.paragraph.runs.empty() ? 0 : sweep.paragraph.runs.back().end;
    if (end == begin) return;
    sweep.paragraph.runs.push_back({end, character_style(sweep.build, style), tag, link, footnote});
}

/// Copies the author's bytes [begin, end) and keeps track of where they came from.
void copy_text(Sweep& sweep, std::uint32_t begin, std::uint32_t end) {
    const auto& origins = sweep.text.origins;
    while (sweep.origin + 1 < origins.size() && origins[sweep.origin + 1].text <= begin) ++sweep.origin;
    const auto base = static_cast<std::uint32_t>(sweep.paragraph.text.size());
    if (sweep.origin < origins.size()) {
        const Origin& at = origins[sweep.origin];
        sweep.paragraph.origins.push_back({base, at.source + (begin - std::min(begin, at.text))});
        for (std::size_t next = sweep.origin + 1; next < origins.size() && origins[next].text < end; ++next)
            sweep.paragraph.origins.push_back({base + origins[next].text - begin, origins[next].source});
    }
    sweep.paragraph.text.append(sweep.text.utf8, begin, end - begin);
}

std::uint32_t link_to(Build& build, std::uint32_t anchor, std::string contents) {
    build.styled.links.push_back({"", anchor, std::move(contents)});
    return static_cast<std::uint32_t>(build.styled.links.size() - 1);
}

/// Notes 1 and 2 at one place are no note 12.
void part_from_mark_before(Sweep& sweep, const CharacterStyle& style) {
    const Paragraph& paragraph = sweep.paragraph;
    if (paragraph.runs.empty() || paragraph.runs.back().footnote == none ||
        paragraph.runs.back().end != paragraph.text.size())
        return;
    sweep.paragraph.text += "\xC2\xA0";
    append_run(sweep, style, innermost_tag(sweep), none, none);
}

void add_footnote_mark(Sweep& sweep, const Mark& mark) {
    Build& build = sweep.build;
    const std::uint32_t wanted = build.document.footnote_references[mark.data].footnote;
    std::uint32_t& note = build.note_of[wanted];
    const bool first = note == none;
    if (first) {
        note = static_cast<std::uint32_t>(build.styled.footnotes.size());
        FootnoteText made;
        made.anchor = add_anchor(build, "note-" + std::to_string(note + 1));
        made.back_anchor = add_anchor(build, "mark-" + std::to_string(note + 1));
        build.styled.footnotes.push_back(made);
        build.pending_notes.push_back(wanted);
    }
    CharacterStyle style = style_here(sweep);
    const std::string label = footnote_mark(build, note + 1);
    style.role = role_index(build, "body");
    style.rise = scaled(style.size, 35, 100);
    style.size = scaled(style.size, 60, 100);
    const std::uint32_t outer = innermost_tag(sweep);
    part_from_mark_before(sweep, style);
    std::uint32_t tag = none, link = none;
    if (sweep.tag != none) {
        tag = add_tag(build, TagKind::reference, outer != none ? outer : sweep.tag, mark.place);
        tag = add_tag(build, TagKind::link, tag, mark.place);
        link = link_to(build, build.styled.footnotes[note].anchor, label);
    }
    copy_text(sweep, mark.begin, mark.begin);  // only the origin
    sweep.paragraph.text += label;
    append_run(sweep, style, tag, link, note);
}

void add_cross_reference(Sweep& sweep, const Mark& mark) {
    Build& build = sweep.build;
    const std::string& id = build.document.cross_references[mark.data].id;
    const auto found = build.by_id.find(id);
    copy_text(sweep, mark.begin, mark.begin);
    if (found == build.by_id.end()) {
        build.notes.warning(mark.place, "reference-unknown", {"@" + id});
        sweep.paragraph.text += "@" + id;
        append_run(sweep, style_here(sweep), innermost_tag(sweep), none, none);
        return;
    }
    const Target& target = build.targets[found->second];
    const std::uint32_t outer = innermost_tag(sweep);
    const std::uint32_t tag =
        sweep.tag == none ? none
                          : add_tag(build, TagKind::link, outer != none ? outer : sweep.tag, mark.place);
    sweep.paragraph.text += target.mention;
    append_run(sweep, style_here(sweep), tag, link_to(build, target.anchor, target.mention), none);
}

/// An image small enough to stand in a line; the flow has taken the large ones out.
void add_inline_image(Sweep& sweep, const Mark& mark) {
    Build& build = sweep.build;
    const ImageReference& reference = build.document.images[mark.data];
    const Image& image = build.styled.images[mark.data];
    copy_text(sweep, mark.begin, mark.begin);
    const std::uint32_t parent = innermost_tag(sweep) != none ? innermost_tag(sweep) : sweep.tag;
    if (image.content.index() == 0 || image.height <= Length{}) {
        sweep.paragraph.text +=
            "〔" + (reference.alternative.empty() ? std::string(build.labels.image) : reference.alternative) +
            "〕";
        append_run(sweep, style_here(sweep), innermost_tag(sweep), none, none);
        return;
    }
    const ImageSize size = image_size(reference, image);
    const Length height =
        sweep.large_images ? size.height : smaller(size.height, scaled(sweep.base.size, 12, 10));
    const auto at = static_cast<std::uint32_t>(sweep.paragraph.text.size());
    sweep.paragraph.objects.push_back(
        {InlineObject::Kind::image, at, mark.data, scaled(size.width, height.raw, size.height.raw), height});
    sweep.paragraph.text += object_character;
    std::uint32_t tag = none;
    if (parent != none) {
        tag = add_tag(build, TagKind::figure, parent, mark.place);
        build.styled.tags[tag].alternative =
            reference.alternative.empty() ? std::string(build.labels.image) : reference.alternative;
        if (reference.alternative.empty())
            build.notes.warning(mark.place, "alternative-missing", {reference.path});
    }
    append_run(sweep, style_here(sweep), tag, none, none);
}

/// One object for each piece, so that a line may end between them. The first one says it all to a reader.
void add_formula_pieces(Sweep& sweep, const Mark& mark) {
    Build& build = sweep.build;
    const Formula& formula = build.styled.formulas[mark.data];
    const std::uint32_t parent = innermost_tag(sweep) != none ? innermost_tag(sweep) : sweep.tag;
    std::uint32_t tag = none;
    if (parent != none) {
        tag = add_tag(build, TagKind::formula, parent, mark.place);
        build.styled.tags[tag].alternative = formula.tex;
    }
    copy_text(sweep, mark.begin, mark.begin);
    const std::size_t pieces = formula.display ? 1 : std::max<std::size_t>(formula.ends.size(), 1);
    for (std::uint32_t piece = 0; piece < pieces; ++piece) {
        const auto at = static_cast<std::uint32_t>(sweep.paragraph.text.size());
        sweep.paragraph.objects.push_back({InlineObject::Kind::formula, at, mark.data, {}, {}, piece});
        sweep.paragraph.text += object_character;
    }
    append_run(sweep, style_here(sweep), tag, none, none);
}

bool is_object(MarkKind kind) {
    return kind == MarkKind::image || kind == MarkKind::formula || kind == MarkKind::footnote_reference ||
           kind == MarkKind::cross_reference;
}

void add_object(Sweep& sweep, const Mark& mark) {
    if (mark.kind == MarkKind::image) add_inline_image(sweep, mark);
    if (mark.kind == MarkKind::formula) add_formula_pieces(sweep, mark);
    if (mark.kind == MarkKind::footnote_reference) add_footnote_mark(sweep, mark);
    if (mark.kind == MarkKind::cross_reference) add_cross_reference(sweep, mark);
}

/// Text between two boundaries, all of one style.
void add_stretch(Sweep& sweep, std::uint32_t begin, std::uint32_t end, std::uint32_t link) {
    if (begin >= end) return;
    copy_text(sweep, begin, end);
    append_run(sweep, style_here(sweep), innermost_tag(sweep), link, none);
}

void sweep_marks(Sweep& sweep) {
    std::uint32_t at = sweep.begin;
    std::vector<std::uint32_t> links;  // of the open marks
    const auto link_here = [&] {
        for (std::size_t i = links.size(); i-- > 0;)
            if (links[i] != none) return links[i];
        return none;
    };
    const auto close_until = [&](std::uint32_t position) {
        while (!sweep.open.empty() && sweep.open.back()->end <= position) {
            add_stretch(sweep, at, sweep.open.back()->end, link_here());
            at = std::max(at, sweep.open.back()->end);
            sweep.open.pop_back(), sweep.tags.pop_back(), links.pop_back();
        }
    };
    for (const Mark& mark : sweep.text.marks) {
        if (mark.end <= sweep.begin || mark.begin >= sweep.end) continue;
        close_until(mark.begin);
        add_stretch(sweep, at, mark.begin, link_here());
        at = std::max(at, mark.begin);
        if (is_object(mark.kind)) {
            add_object(sweep, mark);
            at = mark.end;
            continue;
        }
        open_mark(sweep, mark);
        links.push_back(mark.kind == MarkKind::link ? link_of(sweep.build, mark, sweep.text) : none);
    }
    close_until(sweep.end);
    while (!sweep.open.empty()) {  // marks that go on beyond the part asked for
        add_stretch(sweep, at, sweep.end, link_here());
        at = sweep.end;
        sweep.open.pop_back(), sweep.tags.pop_back(), links.pop_back();
    }
    add_stretch(sweep, at, sweep.end, none);
}

}  // namespace

std::uint32_t add_text(Build& build, const Text& text, const TextRule& rule, std::uint32_t tag,
                       const TextOptions& options) {
    const auto size = static_cast<std::uint32_t>(text.utf8.size());
    Sweep sweep{
        build, text, character_of(build, rule), tag, options.begin, std::min(options.end, size), {}, {},
        {},    0,    options.large_images};
    sweep.paragraph.file = text.file;
    sweep.paragraph.tag = tag;
    sweep.paragraph.text = options.prefix;
    append_run(sweep, sweep.base, none, none, none);
    sweep_marks(sweep);
    sweep.paragraph.style = paragraph_style(build, rule, options.indented);
    sweep.paragraph.measure = measure_of(build, rule, options.inset);
    if (sweep.paragraph.runs.empty()) sweep.paragraph.runs.push_back({0, character_style(build, sweep.base)});
    set_signs_apart(build, sweep.paragraph);
    build.styled.paragraphs.push_back(std::move(sweep.paragraph));
    return static_cast<std::uint32_t>(build.styled.paragraphs.size() - 1);
}

}  // namespace hanqing

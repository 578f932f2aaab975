// SPDX-License-Identifier: Apache-2.0
// What single tags do to the text around them.
#include "read/html_inline.hpp"

#include "read/component.hpp"
#include "read/html_colour.hpp"
#include "read/inlines.hpp"
#include "read/link.hpp"
#include "read/pictures.hpp"
#include "read/private_marks.hpp"

#include <algorithm>

namespace hanqing {
namespace {

/// Classes of <span> that are marks of their own; others stay as a span with attributes.
std::optional<MarkKind> mark_of_class(const Attributes& attributes) {
    for (const std::string& name : attributes.classes) {
        if (name == "emphasis-dots") return MarkKind::emphasis_dots;
        if (name == "name-line") return MarkKind::name_line;
        if (name == "title-line") return MarkKind::title_line;
        if (name == "underline") return MarkKind::underline;
        if (name == "mark") return MarkKind::highlight;
    }
    return {};
}

bool looks_strong(const HtmlTag& tag) {
    const std::string weight = style_property(tag.attribute("style"), "font-weight");
    return weight == "bold" || weight == "bolder" || (weight.size() == 3 && weight >= "600");
}

}  // namespace

void InlineTags::tag(std::string_view source, std::optional<std::uint32_t> hint) {
    if (hint) builder_.move_cursor(*hint);
    Reading& reading = builder_.reading();
    const std::uint32_t at = builder_.cursor();
    const Place place = reading.place(at, at + static_cast<std::uint32_t>(source.size()));
    if (source.starts_with("<!--")) {
        reading.document.comments.push_back(place);
        return;
    }
    const std::string plain = without_private(source);
    std::size_t size = 0;
    const auto tag = html_tag(plain, size);
    if (tag && tag->typed_name == "Badge" && !tag->attribute("text").empty()) {
        badge(tag->attribute("text"));
    } else if (tag && is_component(*tag)) {
        component(*tag, place);
    } else if (!tag || meaning_of(tag->name).element == HtmlElement::unknown ||
               is_component_name(tag->typed_name)) {
        reading.notes.once(Weight::warning, place, "html-unknown",
                           {tag ? tag->typed_name : plain.substr(0, 20)});
        builder_.append(source, at, Spelling::verbatim);
    } else if (tag->is_end) {
        end(*tag);
    } else {
        start(*tag, source, at);
    }
}

void InlineTags::start(const HtmlTag& tag, std::string_view source, std::optional<std::uint32_t> hint) {
    Reading& reading = builder_.reading();
    const HtmlMeaning meaning = meaning_of(tag.name);
    const Place place = reading.place(*hint, *hint + static_cast<std::uint32_t>(source.size()));
    switch (meaning.element) {
        case HtmlElement::mark:
            if (tag.is_empty) return badge(tag.attribute("data-text"));
            return open_marked(tag, meaning.mark);
        case HtmlElement::line_break:
            return builder_.hard_break();
        case HtmlElement::image:
            return image(tag, place);
        case HtmlElement::ruby:
            ruby_begin_ = builder_.size();
            return;
        case HtmlElement::ruby_text:
        case HtmlElement::ruby_fallback:
            finish_annotation();
            aside_begin_ = builder_.point();
            aside_is_text_ = meaning.element == HtmlElement::ruby_text;
            return;
        case HtmlElement::plain:
            if (is_block_name(tag.name)) begin_block(tag.name);
            return anchor_or_span(tag, place);
        case HtmlElement::silent:
            return;
        default:
            if (tag.name == "input" && tag.attribute("type") == "checkbox")
                return builder_.append_bare(tag.has("checked") ? "☑" : "☐");
            if (tag.name == "font" && !text_colour(tag).empty()) return anchor_or_span(tag, place);
            note_ignored(tag, place);
            open_anchor(tag);
    }
}

/// What plays or loads something is told each time, with where it is; of other elements each name once.
void InlineTags::note_ignored(const HtmlTag& tag, Place place) {
    Reading& reading = builder_.reading();
    const std::string_view source =
        tag.attribute("src").empty() ? tag.attribute("data") : tag.attribute("src");
    for (const std::string_view name : {"iframe", "video", "audio", "embed", "object"})
        if (tag.name == name)
            return reading.notes.warning(place, "html-media", {tag.name, std::string(source)});
    if (reading.ignored_elements.insert(tag.name).second)
        reading.notes.warning(place, "html-ignored", {tag.name});
}

/// <Badge text="beta" />, <sup class="vt-badge" data-text="3.4+" />: since when, for whom.
void InlineTags::badge(std::string_view words) {
    if (words.empty()) return;
    const std::uint32_t mark = builder_.open(MarkKind::superscript);
    builder_.append_bare(words);
    builder_.close(mark);
}

/// Blocks in a line, as authors put lists into cells: each begins a line, an item with its sign.
void InlineTags::begin_block(std::string_view name) {
    builder_.new_line();
    if (name == "ul" || name == "ol") lists_.push_back(name == "ol" ? 1 : 0);
    if (name != "li") return;
    const bool numbered = !lists_.empty() && lists_.back() > 0;
    builder_.append_bare(numbered ? std::to_string(lists_.back()++) + ". " : "• ");
}

void InlineTags::anchor_or_span(const HtmlTag& tag, Place place) {
    Reading& reading = builder_.reading();
    const std::string_view address = tag.attribute("href");
    if (tag.name == "rb") return finish_annotation();
    if (tag.name == "a" && !address.empty()) {
        if (const auto link = add_link(reading, address, tag.attribute("title"), place))
            return open_marked(tag, MarkKind::link, *link);
        open_anchor(tag);
        return;
    }
    Attributes attributes = attributes_of(tag);
    if (tag.name == "span")
        if (const auto kind = mark_of_class(attributes)) return open_marked(tag, *kind);
    attributes.values.clear();  // no element of text has a width of its own
    const std::string colour = text_colour(tag);
    if (!colour.empty()) attributes.values.emplace_back("color", colour);
    const bool is_strong = looks_strong(tag);
    if (attributes.id.empty() && attributes.classes.empty() && colour.empty()) {
        if (is_strong) open(tag, MarkKind::strong);
        return;
    }
    reading.document.attributes.push_back(std::move(attributes));
    open(tag, MarkKind::span, static_cast<std::uint32_t>(reading.document.attributes.size() - 1));
    if (is_strong) builder_.open(MarkKind::strong);  // closed with the span around it
}

void InlineTags::image(const HtmlTag& tag, Place place) {
    Document& document = builder_.reading().document;
    ImageReference image;
    image.path = percent_decoded(tag.attribute("src"));
    image.alternative = tag.attribute("alt");
    image.title = tag.attribute("title");
    image.attributes = attributes_of(tag);
    image.place = place;
    if (image.path.empty() || is_ornament_missing(image, builder_.reading().notes)) return;
    document.images.push_back(std::move(image));
    builder_.object(MarkKind::image, static_cast<std::uint32_t>(document.images.size() - 1), {});
}

bool InlineTags::open(const HtmlTag& tag, MarkKind kind, std::uint32_t data) {
    if (tag.is_empty || open_.size() >= builder_.reading().limits.depth) return false;
    open_.push_back({tag.name, builder_.open(kind, data)});
    return true;
}

/// Any element may be a place that links lead to; the mark within is closed with the span around it.
void InlineTags::open_marked(const HtmlTag& tag, MarkKind kind, std::uint32_t data) {
    if (tag.attribute("id").empty())
        open(tag, kind, data);
    else if (open_anchor(tag))
        builder_.open(kind, data);
}

bool InlineTags::open_anchor(const HtmlTag& tag) {
    Attributes anchor;
    anchor.id = tag.attribute("id");
    if (anchor.id.empty()) return false;
    Document& document = builder_.reading().document;
    document.attributes.push_back(std::move(anchor));
    return open(tag, MarkKind::span, static_cast<std::uint32_t>(document.attributes.size() - 1));
}

void InlineTags::end(const HtmlTag& tag) {
    const HtmlElement element = meaning_of(tag.name).element;
    if (is_block_name(tag.name)) builder_.new_line();
    if ((tag.name == "ul" || tag.name == "ol") && !lists_.empty()) lists_.pop_back();
    if (element == HtmlElement::ruby_text || element == HtmlElement::ruby_fallback)
        return finish_annotation();
    if (element == HtmlElement::ruby) {
        finish_annotation();
        ruby_begin_.reset();
        return;
    }
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.name == tag.name; });
    if (found == open_.rend()) return;
    builder_.close(found->mark);
    open_.erase(std::prev(found.base()), open_.end());
}

/// An annotation belongs to the base right before it; the next base begins after it.
void InlineTags::finish_annotation() {
    if (!aside_begin_) return;
    std::string annotation = builder_.cut_from(*aside_begin_);
    if (aside_is_text_ && ruby_begin_ && *ruby_begin_ < builder_.size() && !annotation.empty()) {
        Document& document = builder_.reading().document;
        document.rubies.push_back({std::move(annotation)});
        builder_.mark_from(*ruby_begin_, MarkKind::ruby,
                           static_cast<std::uint32_t>(document.rubies.size() - 1));
    } else if (aside_is_text_ && !annotation.empty()) {
        builder_.append_bare(annotation);  // no base: it is text like any other
    }
    if (aside_is_text_ && ruby_begin_) ruby_begin_ = builder_.size();
    aside_begin_.reset();
}

void InlineTags::close_above(std::uint32_t mark) {
    while (!open_.empty() && open_.back().mark > mark) open_.pop_back();
}

void InlineTags::close_all() {
    finish_annotation();
    open_.clear();
}

}  // namespace hanqing

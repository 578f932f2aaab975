// SPDX-License-Identifier: Apache-2.0
// Walks the inline nodes of a block in order and tells the TextBuilder what they mean.
#include "read/inlines.hpp"

#include "read/dialect.hpp"
#include "read/html_inline.hpp"
#include "read/inline_notes.hpp"
#include "read/line_beginning.hpp"
#include "read/link.hpp"
#include "read/picture_size.hpp"
#include "read/pictures.hpp"
#include "read/private_marks.hpp"
#include "read/roles.hpp"

#include <charconv>
#include <utility>

namespace hanqing {
namespace {

class InlineWalk {
public:
    InlineWalk(cmark_node* block, Extent extent, Reading& reading)
        : block_(block), reading_(reading), builder_(reading, extent.begin, extent.end), tags_(builder_) {
        if (kind_of(block) == TreeKind::table_cell) builder_.keep_indent();
        const std::string_view typed = std::string_view(reading.prepared.text).substr(extent.begin);
        if (kind_of(block) == TreeKind::paragraph &&
            is_typed_by_lines(typed.substr(0, extent.end - std::min(extent.begin, extent.end))))
            builder_.keep_line_ends();
    }

    Text run();

private:
    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void open(MarkKind kind, std::uint32_t data = 0);
    void enter_link(cmark_node* node);
    void image(cmark_node* node);
    void code(cmark_node* node);
    bool role(cmark_node* node);
    void html(cmark_node* node);
    void footnote_reference(cmark_node* node);
    [[nodiscard]] std::optional<std::uint32_t> hint_of(cmark_node* node) const;
    [[nodiscard]] Place place_here(cmark_node* node) const;

    static constexpr std::uint32_t no_mark = 0xFFFFFFFF;
    cmark_node* block_;
    Reading& reading_;
    TextBuilder builder_;
    InlineTags tags_;
    bool knows_ends_ = false;           ///< `tags_` was told which end tags there are.
    std::vector<std::uint32_t> marks_;  ///< Of the nodes around; no_mark for a link that became none.
};

Text InlineWalk::run() {
    const TreeIterator iterator(cmark_iter_new(block_));
    cmark_iter_next(iterator.get());
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* const node = cmark_iter_get_node(iterator.get());
        if (node == block_) break;
        if (event == CMARK_EVENT_ENTER && kind_of(node) == TreeKind::image) {
            image(node);
            cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
        } else if (event == CMARK_EVENT_ENTER) {
            enter(node);
        } else {
            leave(node);
        }
    }
    tags_.close_all();
    return builder_.take();
}

/// The parser counts columns of a paragraph's later lines from the first line's column, whatever stands
/// there.
std::optional<std::uint32_t> InlineWalk::hint_of(cmark_node* node) const {
    return begin_of(node, reading_.prepared);
}

Place InlineWalk::place_here(cmark_node* node) const {
    const std::uint32_t at = std::max(hint_of(node).value_or(builder_.cursor()), builder_.cursor());
    return reading_.place(at, at);
}

void InlineWalk::enter(cmark_node* node) {
    switch (kind_of(node)) {
        case TreeKind::text:
            return builder_.append(literal_of(node), hint_of(node), Spelling::markdown);
        case TreeKind::soft_break:
            return builder_.soft_break();
        case TreeKind::line_break:
            return builder_.hard_break();
        case TreeKind::code:
            return code(node);
        case TreeKind::html:
            return html(node);
        case TreeKind::emphasis:
            return open(MarkKind::emphasis);
        case TreeKind::strong:
            return open(MarkKind::strong);
        case TreeKind::link:
            return enter_link(node);
        case TreeKind::footnote_reference:
            return footnote_reference(node);
        default:
            return;
    }
}

void InlineWalk::leave(cmark_node* node) {
    const TreeKind kind = kind_of(node);
    if (kind != TreeKind::emphasis && kind != TreeKind::strong && kind != TreeKind::link) return;
    const std::uint32_t mark = marks_.back();
    marks_.pop_back();
    if (mark == no_mark) return;
    tags_.close_above(mark);
    builder_.close(mark);
}

void InlineWalk::open(MarkKind kind, std::uint32_t data) { marks_.push_back(builder_.open(kind, data)); }

void InlineWalk::enter_link(cmark_node* node) {
    const auto link = add_link(reading_, without_private(cmark_node_get_url(node)),
                               without_private(cmark_node_get_title(node)), place_here(node));
    if (link)
        open(MarkKind::link, *link);
    else
        marks_.push_back(no_mark);
    // A link without words would vanish with its address.
    if (link && cmark_node_first_child(node) == nullptr)
        builder_.append_bare(without_private(cmark_node_get_url(node)));
}

/// Alternative text is plain: what its inline nodes say, without their marks.
std::string plain_text(cmark_node* node) {
    const TreeIterator iterator(cmark_iter_new(node));
    std::string text;
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* const inner = cmark_iter_get_node(iterator.get());
        const TreeKind kind = kind_of(inner);
        if (kind == TreeKind::text || kind == TreeKind::code) text += without_private(literal_of(inner));
        if (kind == TreeKind::soft_break || kind == TreeKind::line_break) text += ' ';
    }
    return text;
}

void InlineWalk::image(cmark_node* node) {
    ImageReference image;
    image.path = percent_decoded(without_private(cmark_node_get_url(node)));
    image.alternative = plain_text(node);
    image.title = without_private(cmark_node_get_title(node));
    image.place = place_here(node);
    take_size_title(image);
    if (is_ornament_missing(image, reading_.notes)) return;
    reading_.document.images.push_back(std::move(image));
    builder_.object(MarkKind::image, static_cast<std::uint32_t>(reading_.document.images.size() - 1),
                    hint_of(node));
}

/// A role and what it says, in the place of `:name:` that stands before it. Whether there was one.
bool InlineWalk::role(cmark_node* node) {
    std::size_t size = 0;
    const RoleKind role = role_at_end(builder_.words(), size);
    if (role == RoleKind::none) return false;
    const std::string said = without_private(literal_of(node));
    const bool is_wide_picture = builder_.words().ends_with(":width:");
    const auto cut = [&] {
        const TextBuilder::Point end = builder_.point();
        builder_.cut_from({end.size - static_cast<std::uint32_t>(size), end.marks});
    };
    switch (role) {
        case RoleKind::label:
            cut();
            reading_.role_attributes.id = said;
            return true;
        case RoleKind::size:
            cut();
            reading_.role_attributes.values.emplace_back(is_wide_picture ? "width" : "height", said);
            return true;
        case RoleKind::reference:
            cut();
            if (!reading_.labels) reading_.labels = labels_of(reading_.source.bytes);
            if (!reading_.labels->contains(said)) {
                reading_.notes.once(Weight::remark, place_here(node), "reference-elsewhere", {said});
                return false;
            }
            reading_.document.cross_references.push_back({said});
            builder_.object(MarkKind::cross_reference,
                            static_cast<std::uint32_t>(reading_.document.cross_references.size() - 1),
                            hint_of(node));
            return true;
        case RoleKind::citation:
            cut();
            builder_.append_bare("[" + said + "]");
            return true;
        case RoleKind::tab: {
            cut();
            const std::uint32_t mark = builder_.open(MarkKind::strong);
            builder_.append_bare(tab_names(said));
            builder_.close(mark);
            builder_.hard_break();
            return true;
        }
        case RoleKind::none:
            break;
    }
    return false;
}

void InlineWalk::code(cmark_node* node) {
    if (role(node)) return;
    const std::uint32_t mark = builder_.open(MarkKind::code);
    builder_.append(literal_of(node), hint_of(node), Spelling::verbatim);
    builder_.close(mark);
}

void InlineWalk::html(cmark_node* node) {
    if (!std::exchange(knows_ends_, true)) {
        const TreeIterator iterator(cmark_iter_new(block_));
        while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
            cmark_node* const other = cmark_iter_get_node(iterator.get());
            const std::string_view tag = kind_of(other) == TreeKind::html ? literal_of(other) : "";
            if (tag.starts_with("</")) tags_.expect_end(tag.substr(2, tag.find_first_of(" \t\n>", 2) - 2));
        }
    }
    tags_.tag(literal_of(node), hint_of(node));
}

void InlineWalk::footnote_reference(cmark_node* node) {
    const std::string_view number = literal_of(node);
    std::uint32_t value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    Document& document = reading_.document;
    if (value == 0 || value > document.footnotes.size())
        return builder_.append(number, hint_of(node), Spelling::verbatim);
    ++document.footnotes[value - 1].references;
    document.footnote_references.push_back({value - 1});
    builder_.object(MarkKind::footnote_reference,
                    static_cast<std::uint32_t>(document.footnote_references.size() - 1), hint_of(node));
}

bool has_slide_marks(Reading& reading) {
    if (!reading.labels) reading.labels = labels_of(reading.source.bytes);
    return !reading.labels->empty();
}

}  // namespace

Text text_of_inlines(cmark_node* block, Extent extent, Reading& reading) {
    reading.last_comment.clear();
    reading.role_attributes = {};
    Text text = InlineWalk(block, extent, reading).run();
    take_inline_notes(text, reading);
    if (has_slide_marks(reading)) drop_slide_marks(text);
    apply_dialect(text, reading);
    return text;
}

std::optional<std::uint32_t> add_link(Reading& reading, std::string_view address, std::string_view title,
                                      Place place) {
    if (address == "#") return {};  // what scripts write for a link that leads nowhere
    SafeLink link = safe_link(address);
    switch (link.verdict) {
        case LinkVerdict::refused:
            reading.notes.warning(place, "link-refused", {std::string(address.substr(0, 80))});
            return {};
        case LinkVerdict::too_long:
            reading.notes.warning(place, "link-too-long", {std::to_string(uri_bytes_max)});
            return {};
        case LinkVerdict::relative:
            reading.notes.once(Weight::remark, place, "link-relative", {std::string(address.substr(0, 200))});
            return {};
        case LinkVerdict::kept:
            break;
    }
    reading.document.links.push_back({std::move(link.uri), std::string(title)});
    return static_cast<std::uint32_t>(reading.document.links.size() - 1);
}

}  // namespace hanqing

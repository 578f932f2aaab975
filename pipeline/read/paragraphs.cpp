// SPDX-License-Identifier: Apache-2.0
// Paragraphs: what looks like one and is a formula, a wish for the contents, a picture with its caption, or
// attributes of the block before.
#include "base/unicode.hpp"
#include "read/attribute_line.hpp"
#include "read/attributes.hpp"
#include "read/blocks.hpp"
#include "read/callouts.hpp"
#include "read/dialect.hpp"
#include "read/formulas.hpp"
#include "read/inlines.hpp"
#include "read/roles.hpp"
#include "read/text_edit.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hanqing {
namespace {

/// A formula that was not understood.
bool is_formula_source(const Text& text) {
    return text.marks.size() == 1 && text.marks[0].kind == MarkKind::code && text.marks[0].begin == 0 &&
           text.marks[0].end == text.utf8.size() &&
           ((text.utf8.starts_with("$$") && text.utf8.ends_with("$$")) ||
            (text.utf8.starts_with("\\[") && text.utf8.ends_with("\\]")));
}

/// U+2028 becomes LF, in text and origins.
Text with_newlines(Text text) {
    Text out;
    out.file = text.file;
    for (std::uint32_t at = 0; at < text.utf8.size();) {
        const auto next =
            static_cast<std::uint32_t>(std::min(text.utf8.find(hard_break_mark, at), text.utf8.size()));
        Text line = part_of(text, at, next);
        for (const Origin& origin : line.origins)
            out.origins.push_back({origin.text + static_cast<std::uint32_t>(out.utf8.size()), origin.source});
        out.utf8 += line.utf8;
        at = next + 3;
        if (next >= text.utf8.size()) break;
        out.origins.push_back({static_cast<std::uint32_t>(out.utf8.size()), place_of(text, next).begin});
        out.utf8 += '\n';
    }
    return out;
}

/// A callout that is opened or closed only is text.
void note_unpaired(std::string_view words, Place place, Notes& notes) {
    const auto head = callout_head(words);
    if (head && (head->closes || !head->name.empty()))
        notes.warning(place, "callout-unpaired", {std::string(words.substr(0, words.find(' ')))});
}

bool asks_contents(std::string_view words) {
    return words == "[TOC]" || words == "[toc]" || words == "[[toc]]" || words == "[[_TOC_]]";
}

/// `import Tabs from '@theme/Tabs';`: lines that MDX runs, in documents of site generators.
bool is_mdx_code(std::string_view words) {
    const bool imports = words.starts_with("import ") && words.find(" from ") != std::string_view::npos;
    const bool exports = words.starts_with("export const ") || words.starts_with("export default ") ||
                         words.starts_with("export function ");
    return (imports || exports) &&
           (words.ends_with(';') || words.ends_with('\'') || words.ends_with('"') || words.ends_with('}'));
}

}  // namespace

/// Moves the first line of an alert into its callout's title.
void BlockWalk::take_alert_title(Text& text) {
    const std::string_view words = text.utf8;
    const auto size = static_cast<std::uint32_t>(alert_size(words));
    const auto end = static_cast<std::uint32_t>(std::min(words.find(hard_break_mark), words.size()));
    const auto begin =
        static_cast<std::uint32_t>(std::min<std::size_t>(words.find_first_not_of(' ', size), end));
    writer_.top().text = part_of(text, begin, end);
    text = part_of(text, std::min(end + 3, static_cast<std::uint32_t>(words.size())),
                   static_cast<std::uint32_t>(words.size()));
}

namespace {

/// ――――――――: a rule, drawn by hand.
bool is_row_of_dashes(std::string_view text) {
    constexpr std::size_t dashes_min = 5;
    std::size_t dashes = 0;
    for (std::size_t at = 0; at < text.size(); ++dashes)
        if (std::u32string_view(U"―—─━－").find(next_code_point(text, at)) == std::u32string_view::npos)
            return false;
    return dashes >= dashes_min;
}

}  // namespace

void BlockWalk::paragraph(cmark_node* node, Extent extent) {
    std::vector<std::uint32_t> anchors = reading_.loose_anchors;
    Text text = text_of_inlines(node, extent, reading_);
    if (node == alert_) take_alert_title(text);
    drop_tab_end(text);
    if (give_role_attributes(text) || is_only_breaks(text.utf8)) return;
    if (is_formula_source(text)) return formula(std::move(text), extent);
    if (asks_contents(text.utf8)) {
        reading_.document.asks_contents = true;
        reading_.loose_anchors = std::move(anchors);
        return;
    }
    if (text.utf8 == "\\pagebreak" || text.utf8 == "\\newpage" || text.utf8 == "\\clearpage") {
        if (writer_.size() > 0) writer_.leaf(BlockKind::page_break, place(extent));
        return;
    }
    if (is_row_of_dashes(text.utf8)) {
        writer_.leaf(BlockKind::rule, place(extent));
        return;
    }
    if (text.utf8.starts_with("?> ") || text.utf8.starts_with("!> "))
        return docsify_callout(std::move(text), extent);
    if (is_mdx_code(text.utf8)) return reading_.notes.once(Weight::warning, place(extent), "mdx-code");
    if (take_attribute_line(text.utf8, writer_, reading_.document)) return;
    note_unpaired(text.utf8, place(extent), reading_.notes);
    const Attributes said = std::exchange(reading_.role_attributes, {});
    bool resumes = goes_on(text.utf8);
    for (Text& part : parted_by_displays(std::move(text), reading_.document)) {
        const bool is_formula = is_display(part, reading_.document);
        if (is_formula) {
            Block& block = writer_.leaf(BlockKind::formula, place(extent));
            block.text = std::move(part);
            block.attributes = said;
        } else {
            part_of_paragraph(std::move(part), extent, resumes);
        }
        resumes = is_formula;
    }
    // A label behind words names their paragraph.
    const auto last = writer_.last();
    if (said.id.empty() || !last || reading_.document.blocks[*last].kind != BlockKind::paragraph) return;
    if (std::string& id = reading_.document.blocks[*last].attributes.id; id.empty()) id = said.id;
}

/// Right below a displayed formula: the sentence that it belongs to.
bool BlockWalk::goes_on(std::string_view words) const {
    const auto last = writer_.last();
    if (!last || reading_.document.blocks[*last].kind != BlockKind::formula) return false;
    constexpr std::array<std::string_view, 16> beginnings{"的", "其中",   "式中",   "即", "则", "且",
                                                          "或", "时",     "表示",   "，", "；", "where ",
                                                          "の", "ここで", "여기서", "則"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return words.starts_with(beginning); });
}

void BlockWalk::part_of_paragraph(Text text, Extent extent, bool resumes) {
    const std::size_t before = writer_.size();
    for (Text& part : figures_of(std::move(text))) words(std::move(part), extent);
    if (resumes && writer_.size() > before) reading_.document.blocks[before].resumes = true;
}

/// What roles say goes to the picture of their paragraph, or, where they stand alone, to the block before.
/// Whether they stood alone.
bool BlockWalk::give_role_attributes(const Text& text) {
    Attributes& said = reading_.role_attributes;
    if (said.id.empty() && said.values.empty()) return false;
    Document& document = reading_.document;
    const auto picture_of = [&](const Text& words) -> Attributes* {
        const bool is_picture = words.utf8 == object_character && words.marks.size() == 1 &&
                                words.marks[0].kind == MarkKind::image;
        return is_picture ? &document.images[words.marks[0].data].attributes : nullptr;
    };
    if (Attributes* const picture = picture_of(text)) {
        merge(*picture, std::exchange(said, {}));
        return false;
    }
    const auto last = writer_.last();
    if (!is_only_breaks(text.utf8) || !last) return false;
    Attributes* const picture = picture_of(document.blocks[*last].text);
    merge(picture != nullptr ? *picture : document.blocks[*last].attributes, said);
    return true;
}

/// `?> 提示` and `!> 重要`: the whole paragraph.
void BlockWalk::docsify_callout(Text text, Extent extent) {
    writer_.open(BlockKind::callout, place(extent)).info = text.utf8.starts_with('?') ? "tip" : "important";
    words(part_of(text, 3, static_cast<std::uint32_t>(text.utf8.size())), extent);
    writer_.close();
}

/// A paragraph, or a picture and its caption.
void BlockWalk::words(Text text, Extent extent) {
    const bool has_picture = text.utf8.starts_with(object_character);
    auto rest = take_figure_caption(text);
    if (!rest) rest = take_unit_line(text);
    Attributes attributes = take_trailing_attributes(rest && has_picture ? *rest : text);
    Block& paragraph = writer_.leaf(BlockKind::paragraph, place(extent));
    paragraph.text = std::move(text);
    paragraph.alignment = alignment_;
    paragraph.attributes = std::move(attributes);
    settle_caption_class(reading_.document, writer_.size() - 1);
    if (!rest) return;
    Block& block = writer_.leaf(BlockKind::paragraph, place(extent));
    block.text = std::move(*rest);
    if (has_picture) block.caption = Caption::figure;
}

/// A displayed formula alone in its paragraph is shown as code, its lines as they were typed.
void BlockWalk::formula(Text text, Extent extent) {
    Block& block = writer_.leaf(BlockKind::code, place(extent));
    block.info = "math";
    block.text = with_newlines(std::move(text));
}

}  // namespace hanqing

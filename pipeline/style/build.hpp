// SPDX-License-Identifier: Apache-2.0
// Build: the Styled in the making. Each file of this folder adds its part through these few calls.
#pragma once

#include "read/typed_contents.hpp"
#include "style/apply.hpp"
#include "style/labels.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A heading, figure or table that may be pointed at, found before anything is built.
struct Target {
    std::uint32_t block = none;  ///< Into Document::blocks; for a figure its paragraph.
    std::uint32_t anchor = none;
    std::string number;        ///< "1.2", "一、", "2-1"; empty: not numbered.
    std::string mention;       ///< What a reference shows: "图 2-1", "第 3 节" or a heading's text.
    std::string title;         ///< Heading: its plain text.
    std::uint8_t level = 0;    ///< Heading: 1…6 after normalisation; 0: not a heading.
    std::uint8_t nesting = 0;  ///< The same as the tag tree has it, where a first heading is always at 1.
    bool unlisted = false;     ///< {.unnumbered .unlisted} and the like: not in the contents.
};

/// A figure or table with a caption.
struct Listed {
    std::uint32_t block = none, anchor = none;
    std::string words;
    bool is_table = false;
};

struct Build {
    const Sheet& sheet;
    const Document& document;
    const Labels& labels;
    Notes& notes;
    Styled styled;
    std::vector<Target> targets;  ///< In source order.
    std::map<std::string, std::size_t, std::less<>> by_id;
    std::map<std::uint32_t, std::size_t> by_block;
    std::vector<std::uint32_t> note_of;        ///< Footnote of the document → of `styled`, or none.
    std::vector<std::uint32_t> pending_notes;  ///< Referred to, their text not built yet.
    Length measure;                            ///< Of the type area.
    Length first_page_top;                     ///< Where the flow begins on page 1 of an official document.
    std::size_t appendices = 0;                ///< 附件 begun so far.
    bool closed = false;                       ///< The 落款 stands already.
    std::uint32_t title_block = none;          ///< First H1 that is the title and so not a section.
    std::uint32_t title_anchor = none;
    std::vector<Listed> listed;  ///< In source order; only where the sheet wants a list.
    bool has_cover = false;
    BlockRange typed_contents;       ///< The author's own, which ours stand in for; empty: none.
    std::uint32_t red_head_end = 0;  ///< Blocks before this stand over the title, as their author has it…
    bool red_head_set = false;       ///< …and are in the flow already.
    std::uint32_t title_lines_end = 0;  ///< Blocks between the title and this are set with the title.
};

std::uint32_t add_tag(Build& build, TagKind kind, std::uint32_t parent, Place place = {});
std::uint32_t add_anchor(Build& build, std::string name);
std::uint32_t character_style(Build& build, const CharacterStyle& style);
CharacterStyle character_of(const Build& build, const TextRule& rule);
std::uint32_t role_index(const Build& build, std::string_view name);

/// Line width of a rule's text: on the character grid a whole number of its own ems.
Length measure_of(const Build& build, const TextRule& rule, Length inset);

/// Index of the paragraph style for a rule; `indented` false drops its first-line indent.
std::uint32_t paragraph_style(Build& build, const TextRule& rule, bool indented = true);

/// A paragraph of plain words in one style. Its measure is the type area's less the rule's insets.
std::uint32_t add_plain(Build& build, std::string text, const TextRule& rule, std::uint32_t tag,
                        bool indented = true);

struct TextOptions {
    std::string prefix;  ///< A section number before the text.
    bool indented = true;
    std::uint32_t begin = 0, end = none;  ///< Part of the Text, in bytes.
    Length inset;                         ///< Further left inset (lists), besides the rule's own.
    bool large_images = false;            ///< At their own size, not at that of the text.
};
/// A paragraph from what the author wrote, with its marks, links, notes and references.
std::uint32_t add_text(Build& build, const Text& text, const TextRule& rule, std::uint32_t tag,
                       const TextOptions& options = {});

/// Words alone: objects dropped, hard breaks as blanks.
std::string plain_text(const Text& text);

/// Of a heading, for title, contents and running head: without the raised [1] of a note.
std::string title_words(const Text& text);

/// A flow block with a rule's spaces and keeps.
FlowBlock flow_of(const TextRule& rule, FlowKind kind, std::uint32_t index, const Build& build);

/// Numbers headings, figures and tables and makes their anchors.
void find_targets(Build& build);
/// Finds what the lists of figures and tables name. After find_targets.
void find_listed(Build& build);
/// Where references and lists to a figure or table lead; none where nothing does.
std::uint32_t anchor_of(const Build& build, std::uint32_t block);
/// True for 一、 （一） 1. 1.2 第三章 Chapter 3 at the start: such a heading is never numbered again.
bool has_typed_number(std::string_view heading);

/// Builds the text of footnotes referred to so far; their tags follow the block of the mark.
void flush_notes(Build& build, std::uint32_t parent_tag);
std::string footnote_mark(const Build& build, std::uint32_t number);

/// The paragraph typed as a figure's caption: set below it with it, or set already above it. `none`: the
/// reference's own words.
struct FigureCaption {
    std::uint32_t below = none, above = none;
};
/// The blocks of the document, but for footnotes, into a flow.
void add_body(Build& build, std::uint32_t parent_tag, Sequence& to);
/// What stands over a table: blocks, or none.
struct OverTable {
    std::uint32_t caption = none, unit = none;
};
FlowBlock add_table(Build& build, std::uint32_t block, OverTable over, std::uint32_t parent_tag,
                    Length inset);
/// An image alone with its caption.
FlowBlock add_figure(Build& build, const Mark& mark, std::uint32_t paragraph_block, FigureCaption caption,
                     std::uint32_t parent_tag, Length inset);

/// What stands for an image that could not be read: its words in a frame, and its caption.
struct MissingFigure {
    FlowBlock frame;
    Decoration ground;  ///< Of the frame; its block is still to be told.
    std::optional<FlowBlock> caption;
};
MissingFigure add_missing_figure(Build& build, const Mark& mark, std::uint32_t paragraph_block,
                                 FigureCaption caption, std::uint32_t parent_tag, Length inset);
/// As the author asks in absolute measures, else natural.
struct ImageSize {
    Length width, height;
};
ImageSize image_size(const ImageReference& reference, const Image& image);

/// Cover, title, contents and the other pieces before the body; and those after it.
void add_front(Build& build, const Colophon& colophon);
void add_back(Build& build, const Colophon& colophon, Sequence& body);

/// Fills {field}s; nothing when a field in it is empty.
std::optional<std::string> fill(const Build& build, std::string_view text, const Colophon& colophon);

}  // namespace hanqing

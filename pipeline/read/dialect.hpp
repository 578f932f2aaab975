// SPDX-License-Identifier: Apache-2.0
// What Hanqing's dialect adds inside a text (docs/markdown.md): attributes, spans, references, strikethrough,
// bare addresses.
#pragma once

#include "read/reading.hpp"

#include <optional>

namespace hanqing {

/// Finds the dialect's constructs in a finished text and turns them into marks and objects.
void apply_dialect(Text& text, Reading& reading);

/// Takes `{…}` off the end of a heading or caption.
Attributes take_last_attributes(Text& text);

/// `: 表题`: takes the mark away. Whether it was there.
bool take_caption_mark(Text& text);
/// An image alone on its first line, then `图 2 …`: takes the caption off.
std::optional<Text> take_figure_caption(Text& text);

/// A paragraph of pictures in turn with their captions, cut before each picture that follows a caption.
std::vector<Text> figures_of(Text text);

/// `单位：万元` on the last line of a longer paragraph, as `表 3 …` may have it: takes it off.
std::optional<Text> take_unit_line(Text& text);

/// Gives every heading an id (GitHub's rule) and says which ids are there twice: "id-twice" {id}. Links to
/// the id of a span or container lead to the heading or paragraph it stands in or before, which takes its id.
void settle_ids(Document& document, Notes& notes);
/// Marks caption paragraphs beside their tables and images, and gives a table its caption's attributes.
void settle_captions(Document& document);

}  // namespace hanqing

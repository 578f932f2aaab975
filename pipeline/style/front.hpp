// SPDX-License-Identifier: Apache-2.0
// The parts of what stands before and after the body, each in a file of its own.
#pragma once

#include "style/build.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hanqing {

/// A sequence with the sheet's page and grid and nothing on it yet.
Sequence plain_sequence(const Build& build);
/// True where a piece of the sheet is to be shown: the fields it depends on are given or not.
bool applies(const Build& build, const Piece& piece, const Colophon& colophon);
/// Words of the sheet in the flow, as their rule says; nothing for none.
void add_flowing(Build& build, std::string text, std::string_view rule_name, TagKind kind,
                 std::vector<FlowBlock>& to);

/// Pieces at fixed places of a sequence's first page.
void add_fixed_pieces(Build& build, Piece::Area area, const Colophon& colophon, Sequence& to);
/// The cover, a sequence of its own.
void add_cover(Build& build, const Colophon& colophon);

/// Where the contents stand.
enum class ContentsPlace : std::uint8_t {
    before_text,   ///< Between title and text, on the same page.
    own_pages,     ///< On pages of their own, below the title.
    behind_cover,  ///< The same, apart from an abstract or revisions.
};
/// The contents down to the depth of the sheet.
void add_contents(Build& build, ContentsPlace place, std::vector<FlowBlock>& to);
/// How many lines they have.
std::size_t contents_entries(const Build& build);
/// The list of figures or of tables; nothing where there are none.
void add_list_of(Build& build, bool tables, std::string_view title, std::vector<FlowBlock>& to);

/// 修订记录: a table of the revisions told by the front matter; nothing where there are none.
void add_revisions(Build& build, std::vector<FlowBlock>& to);

}  // namespace hanqing

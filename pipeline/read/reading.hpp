// SPDX-License-Identifier: Apache-2.0
// What the parts of one reading share: the source, its prepared text, and the document that grows.
#pragma once

#include "read/document.hpp"
#include "read/markdown.hpp"
#include "read/prepared.hpp"

#include <optional>
#include <set>

namespace hanqing {

struct Reading {
    const Source& source;
    Prepared prepared;
    Document document;
    Notes& notes;
    std::uint32_t file = 0;
    const ReadLimits& limits;
    std::string last_comment;    ///< Words of the last {/* … */} of the text in hand.
    Attributes role_attributes;  ///< What roles of the text in hand say of what stands before them.
    std::optional<std::set<std::string, std::less<>>> labels;  ///< Of roles; asked when one is met first.
    std::vector<Text> inline_notes;  ///< What `^[…]` holds, by the number of its reference so far.
    std::set<std::string, std::less<>> ignored_elements;  ///< Of HTML, that a note has named.
    std::vector<std::uint32_t> loose_anchors;  ///< Attributes of empty spans that wait for the next text.

    /// Place in the source of bytes [begin, end) of the prepared text.
    [[nodiscard]] Place place(std::uint32_t begin, std::uint32_t end) const {
        const std::uint32_t from = source_of(prepared, begin);
        return {file, from, end > begin ? std::max(from, source_of(prepared, end)) : from};
    }
};

}  // namespace hanqing

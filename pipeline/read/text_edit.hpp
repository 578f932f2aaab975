// SPDX-License-Identifier: Apache-2.0
// Changes to a finished Text, collected first and made in one pass, so that marks and origins stay right.
#pragma once

#include "read/document.hpp"

#include <string_view>
#include <vector>

namespace hanqing {

class TextEdits {
public:
    /// Leaves out [begin, end). Ranges must not overlap.
    void erase(std::uint32_t begin, std::uint32_t end) { cuts_.push_back({begin, end, false}); }
    /// Puts U+FFFC under a mark in the place of [begin, end).
    void replace(std::uint32_t begin, std::uint32_t end, MarkKind kind, std::uint32_t data);
    /// Lays a mark over [begin, end) of the old text.
    void mark(std::uint32_t begin, std::uint32_t end, MarkKind kind, std::uint32_t data = 0);
    [[nodiscard]] bool is_empty() const { return cuts_.empty() && marks_.empty(); }

    void apply(Text& text);

private:
    struct Cut {
        std::uint32_t begin = 0, end = 0;
        bool object = false;
    };
    std::vector<Cut> cuts_;
    std::vector<Mark> marks_;
};

/// Nothing but breaks and blanks: what `<br>` between two blocks is, for the room it makes elsewhere.
bool is_only_breaks(std::string_view text);

/// Bytes [begin, end) of a text as a text of its own. Marks are cut to it.
Text part_of(const Text& text, std::uint32_t begin, std::uint32_t end);

/// The parts of a text between places in it, in ascending order, each a text of its own; marks are cut.
std::vector<Text> parts_of(const Text& text, const std::vector<std::uint32_t>& places);

/// Appends a text on a line of its own.
void append_line(Text& to, Text line);

/// By begin, the outer before the inner; empty ones left out.
void order_marks(Text& text);

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// Words shaped by HarfBuzz, remembered: most words of a report occur many times.
#pragma once

#include "shape/manner.hpp"

#include <hb.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hanqing {

/// A glyph in font units; `cluster` counts bytes from the word's start.
struct WordGlyph {
    std::uint16_t glyph = 0;
    bool unsafe_to_break = false;
    std::uint32_t cluster = 0;
    std::int32_t advance = 0, x_offset = 0, y_offset = 0;
};
using Word = std::span<const WordGlyph>;

/// One report's words; not shared, so that no thread waits for another.
class WordMemo {
public:
    WordMemo() : buffer_(hb_buffer_create()) {}
    /// Glyphs in logical order of clusters. Valid until the next call.
    Word shaped(hb_font_t* font, const Manner& manner, bool right_to_left, std::string_view text);

private:
    /// Enough for a long report; then the memory is given back and filled anew.
    static constexpr std::size_t words_max = 20'000, glyphs_max = 500'000;
    static constexpr std::size_t word_size_max = 64;

    struct Stretch {
        std::size_t begin = 0, size = 0;  ///< Of glyphs_.
    };
    /// Appends to glyphs_.
    Stretch shape(hb_font_t* font, const Manner& manner, bool right_to_left, std::string_view text);
    [[nodiscard]] Word word_of(Stretch stretch) const {
        return Word(glyphs_).subspan(stretch.begin, stretch.size);
    }

    struct DestroyBuffer {
        void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
    };
    std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer_;
    std::unordered_map<std::string, Stretch, Hash, std::equal_to<>>
        words_;                      ///< Only looked up: its order shows nowhere.
    std::vector<WordGlyph> glyphs_;  ///< Of all words.
    std::string key_;
};

}  // namespace hanqing

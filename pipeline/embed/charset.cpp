// SPDX-License-Identifier: Apache-2.0
// Writes one range over a charset; the bytes left over become zeros, which deflate takes in.
#include "embed/charset.hpp"

#include "shape/bytes.hpp"
#include "shape/cff.hpp"

#include <algorithm>

namespace hanqing {

namespace {

/// Bytes of the charset at `at`, or 0 when it ends too early. Format 0 lists glyphs; 1 and 2 give ranges with
/// one or two bytes of count.
std::size_t charset_size(std::string_view cff, std::size_t at, unsigned glyph_count) {
    const std::size_t begin = at;
    const auto format = number_at(cff, at++, 1);
    if (!format || *format > 2) return 0;
    for (unsigned glyph = 1; glyph < glyph_count;) {
        const auto left = number_at(cff, at + 2, *format);
        if (!left) return 0;
        glyph += *left + 1;
        at += 2 + *format;
    }
    return at <= cff.size() ? at - begin : 0;
}

/// The shortest charset that counts up: never longer than any other for as many glyphs.
std::string counting_up(unsigned glyph_count) {
    const unsigned left = glyph_count - 2;
    if (left == 0) return {0, 0, 1};
    if (left < 256) return {1, 0, 1, static_cast<char>(left)};
    return {2, 0, 1, static_cast<char>(left >> 8U), static_cast<char>(left & 0xFFU)};
}

}  // namespace

bool number_through(std::string& cff, unsigned glyph_count) {
    if (glyph_count < 2) return true;  // .notdef alone has no place in a charset
    const auto kind = cff_kind(cff, glyph_count);
    if (!kind || !kind->is_cid_keyed || kind->charset < 3) return false;
    const std::size_t size = charset_size(cff, kind->charset, glyph_count);
    const std::string range = counting_up(glyph_count);
    if (size < range.size()) return false;
    std::fill_n(cff.begin() + kind->charset, size, '\0');
    std::copy(range.begin(), range.end(), cff.begin() + kind->charset);
    return true;
}

}  // namespace hanqing

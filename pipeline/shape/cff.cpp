// SPDX-License-Identifier: Apache-2.0
// Reads the Top DICT and the charset (Adobe Technical Note 5176, clauses 5, 9 and 13). A library would load
// the 65,535 outlines of a Noto face for these two answers.
#include "shape/cff.hpp"

#include "shape/bytes.hpp"

#include <cstdint>

namespace hanqing {
namespace {

struct Index {
    std::size_t first_begin = 0, first_end = 0;  ///< Its first object.
    std::size_t end = 0;
};

std::optional<Index> index_at(std::string_view cff, std::size_t at) {
    const auto count = number_at(cff, at, 2);
    if (!count) return {};
    if (*count == 0) return Index{at + 2, at + 2, at + 2};
    const auto size = number_at(cff, at + 2, 1);
    if (!size || *size < 1 || *size > 4) return {};
    const std::size_t data =
        at + 2 + (std::size_t{*count} + 1) * *size;  // offsets count from the byte before the data
    const auto offset = [&](std::size_t i) { return number_at(cff, at + 3 + i * *size, *size); };
    const auto begin = offset(0), end = offset(1), last = offset(*count);
    if (!begin || !end || !last || *begin > *end || *end > *last || data + *last > cff.size()) return {};
    return Index{data + *begin, data + *end, data + *last};
}

struct TopDict {
    bool has_ros = false;
    std::uint32_t charset = 0;
};

/// Bytes of the operand that starts with b0 (clause 4), or 0 when b0 is none.
std::size_t operand_size(unsigned b0) {
    if (b0 == 28) return 3;
    if (b0 == 29) return 5;
    if (b0 >= 32 && b0 <= 246) return 1;
    if (b0 >= 247 && b0 <= 254) return 2;
    return 0;
}

std::uint32_t operand_value(std::string_view dict, std::size_t at, std::size_t size, unsigned b0) {
    if (size == 3) return u16_at(dict, at + 1);
    if (size == 5) return u32_at(dict, at + 1);
    if (size == 1) return b0 - 139;
    return (b0 - 247) * 256 + number_at(dict, at + 1, 1).value_or(0) + 108;
}

/// A real number: nibbles up to one that is 0xF.
std::size_t after_real(std::string_view dict, std::size_t at) {
    while (++at < dict.size()) {
        const auto b = static_cast<unsigned char>(dict[at]);
        if ((b & 0x0FU) == 0x0FU || b >> 4U == 0x0FU) return at + 1;
    }
    return at;
}

TopDict top_dict(std::string_view dict) {
    TopDict top;
    std::uint32_t operand = 0;
    for (std::size_t at = 0; at < dict.size();) {
        const unsigned b0 = static_cast<unsigned char>(dict[at]);
        if (b0 == 30) {
            at = after_real(dict, at);
        } else if (const std::size_t size = operand_size(b0); size > 0) {
            operand = operand_value(dict, at, size, b0);
            at += size;
        } else if (b0 == 12) {
            top.has_ros = top.has_ros || number_at(dict, at + 1, 1) == 30U;
            at += 2;
        } else {
            if (b0 == 15) top.charset = operand;
            ++at;
        }
    }
    return top;
}

/// Whether glyph n has CID n throughout. Requires: a charset of a CID-keyed font.
bool counts_up(std::string_view cff, std::size_t at, unsigned glyph_count) {
    const auto format = number_at(cff, at++, 1);
    if (!format || *format > 2) return false;
    const std::size_t left_size =
        *format;  // format 0 lists CIDs; 1 and 2 give ranges with one or two bytes of count
    for (std::uint32_t glyph = 1; glyph < glyph_count;) {
        const auto first = number_at(cff, at, 2), left = number_at(cff, at + 2, left_size);
        if (!first || !left || *first != glyph) return false;
        glyph += *left + 1;
        at += 2 + left_size;
    }
    return true;
}

}  // namespace

std::optional<CffKind> cff_kind(std::string_view table, unsigned glyph_count) {
    const auto header_size = number_at(table, 2, 1);
    if (!header_size) return {};
    const auto names = index_at(table, *header_size);
    const auto dicts = names ? index_at(table, names->end) : std::nullopt;
    if (!dicts || dicts->first_end == dicts->first_begin) return {};
    const TopDict top = top_dict(table.substr(dicts->first_begin, dicts->first_end - dicts->first_begin));
    return CffKind{top.has_ros, top.has_ros && top.charset > 2 && counts_up(table, top.charset, glyph_count),
                   top.charset};
}

}  // namespace hanqing

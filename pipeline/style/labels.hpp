// SPDX-License-Identifier: Apache-2.0
// Words that composition itself adds to a page, in the report's language.
#pragma once

#include "base/language.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hanqing {

struct Labels {
    std::string_view figure, table;                  ///< "图", "Figure"
    std::string_view section_before, section_after;  ///< 第 … 节; "Section "
    std::string_view contents;                       ///< 目录
    std::string_view continued;                      ///< Before the caption of a continuation: 续
    std::string_view revisions;
    std::string_view image;                          ///< What stands for an image without a description.
    std::string_view list_separator;                 ///< Between several authors.
    std::string_view number_gap;                     ///< Between "图" and its number.
    std::string_view caption_gap;                    ///< Between the number and the caption.
    std::string_view image_missing;                  ///< In the frame of an image that could not be read.
    std::string_view abstract;                       ///< Over the abstract behind a cover.
    std::string_view figures, tables;                ///< Over the lists of them.
    std::array<std::string_view, 3> revision_heads;  ///< Version, date, what changed.
};

const Labels& labels_of(Language language);

/// What a callout of a kind is called (tip: 提示); the kind itself where nobody knows it.
std::string_view callout_label(std::string_view kind, Language language);

/// 1 → 一, 12 → 十二, 105 → 一百零五. Requires: 0 < n < 10000.
std::string han_number(std::uint32_t n);
/// 1 → ①, up to 50; beyond, plain digits.
std::string circled_number(std::uint32_t n);
/// 1 → i; upper: I. Requires: 0 < n < 4000.
std::string roman_number(std::uint32_t n, bool upper);

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// FaceRole: which faces a kind of text wants, by name, best first. `shape` finds them among the files
// present.
#pragma once

#include "base/language.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hanqing {

/// One wish: a family or PostScript name and a weight. Names as fontconfig lists them, any language.
struct FaceWish {
    std::string name;  ///< "Noto Serif CJK SC", "NotoSerifCJKsc-Bold", "方正小标宋简体"
    std::uint16_t weight = 400;
    bool italic = false;
    bool official =
        false;  ///< The face a standard asks for; another one instead is a remark "face-substituted".
    friend bool operator==(const FaceWish&, const FaceWish&) = default;
};

/// body, strong, emphasis, heading, code …: Han faces by language, Latin faces, how Latin is fitted to Han.
struct FaceRole {
    std::string name;
    /// For a language the wishes in order; entries without a match fall to the general list ("other").
    std::vector<std::pair<Language, std::vector<FaceWish>>> han;
    std::vector<FaceWish> latin;   ///< Empty: Latin letters from the Han face.
    std::vector<FaceWish> digits;  ///< Empty: as Latin.
    std::uint16_t latin_scale_percent = 100;
    std::int16_t latin_shift_permille = 0;  ///< Of the em, upwards.
    std::vector<std::string> features;      ///< OpenType, as "tnum", "-liga".
    friend bool operator==(const FaceRole&, const FaceRole&) = default;
};

}  // namespace hanqing

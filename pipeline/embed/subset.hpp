// SPDX-License-Identifier: Apache-2.0
// Subsets: the part of a face that a report uses, as the font program that goes into its file. A batch shares
// one store, which keeps stage-1 subsets (DESIGN 8) and the results for repeated glyph sets; the bytes are
// the same with and without it.
#pragma once

#include "shape/fonts.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace hanqing {

/// A font program and how its glyphs are called in a content stream.
struct Subset {
    std::string tag;                             ///< Six capitals, from the glyph set's digest.
    std::shared_ptr<const std::string> program;  ///< Bare CFF or TrueType, already deflated.
    std::uint64_t program_size = 0;              ///< Before deflate.
    struct Code {
        std::uint16_t glyph = 0;  ///< In the original face.
        std::uint16_t code = 0;   ///< Two-byte code in content streams = CID.
        std::uint16_t width = 0;  ///< 1/1000 em, as the program says.
    };
    std::vector<Code> codes;  ///< By glyph.
};

class Subsets {
public:
    explicit Subsets(const Fonts& fonts);
    ~Subsets();
    Subsets(Subsets&&) noexcept;
    Subsets& operator=(Subsets&&) noexcept;
    /// Makes stage-1 faces for the code points a batch will use. Not needed for one report.
    void prepare(const std::vector<std::pair<FaceId, std::vector<char32_t>>>& wanted);
    /// `glyphs` sorted, without 0 (.notdef is always kept). Thread-safe. Failure "font-subset" {name}.
    Subset subset(FaceId face, const std::vector<std::uint16_t>& glyphs) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hanqing

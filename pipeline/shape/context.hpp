// SPDX-License-Identifier: Apache-2.0
// Context: which of the marks that Chinese and Latin share stand among Han (typesetting W7).
#pragma once

#include "shape/character.hpp"
#include "style/styled.hpp"

#include <cstdint>
#include <vector>

namespace hanqing {

/// Sets `wide` of each `either`. Kept between paragraphs for its memory only.
class Context {
public:
    void settle(std::vector<Character>& characters, const Paragraph& paragraph, const Styled& styled);

private:
    enum class Side : std::uint8_t { edge, han, latin };
    struct Surroundings {
        Side left = Side::edge, right = Side::edge;
        bool han_language = false, code = false;  ///< Of the mark's own run.
        bool settled = false;
    };
    static Side strength(const Character& character, Side otherwise);
    void look_around(const std::vector<Character>& characters);
    void settle_quotes(std::vector<Character>& characters);
    [[nodiscard]] bool is_han_single(const std::vector<Character>& characters, std::size_t i) const;
    [[nodiscard]] bool is_han_pair(const Surroundings& open, const Surroundings& close) const;

    std::vector<Surroundings> around_;  ///< As the characters.
    std::vector<std::size_t> open_;     ///< Quotes not yet closed.
};

}  // namespace hanqing

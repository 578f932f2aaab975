// SPDX-License-Identifier: Apache-2.0
// TexToken: a formula's source cut as TeX's mouth does in mathematics (The TeXbook, chapter 7); blanks go.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hanqing {

struct TexToken {
    enum class Kind : std::uint8_t {
        character,  ///< `code`
        command,    ///< `name`, without its backslash.
        open,       ///< {
        close,      ///< }
        superscript,
        subscript,
        cell,  ///< &
        end    ///< Of the source; always the last token.
    };
    Kind kind = Kind::end;
    char32_t code = 0;
    std::string_view name;
    std::uint32_t begin = 0, end = 0;  ///< Bytes of the source.
};

/// Requires: well-formed UTF-8.
std::vector<TexToken> tex_tokens(std::string_view tex);

}  // namespace hanqing

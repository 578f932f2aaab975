// SPDX-License-Identifier: Apache-2.0
// `{#id .class key=value}` as pandoc and Quarto write it, `{: #id .class }` as kramdown and Python-Markdown
// do.
#pragma once

#include "read/document.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace hanqing {

struct AttributesFound {
    Attributes attributes;
    std::size_t size = 0;  ///< Bytes with both braces.
};
/// The attributes that begin at `at`; nothing when the braces hold anything else.
std::optional<AttributesFound> attributes_at(std::string_view text, std::size_t at);

/// "html" of pandoc's `{=html}`, with which `text` begins; empty where it does not.
std::string raw_format(std::string_view text);

/// What `added` says goes before what is there; classes of both stay.
void merge(Attributes& into, Attributes added);

}  // namespace hanqing

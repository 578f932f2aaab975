// SPDX-License-Identifier: Apache-2.0
// Where the front matter of a report begins and ends, and what it says.
#pragma once

#include "read/record.hpp"
#include "read/source.hpp"

namespace hanqing {

struct FrontMatter {
    std::uint32_t begin = 0, end = 0;  ///< Bytes of the source, between the two lines of dashes.
    std::uint32_t body_begin = 0;      ///< Where Markdown begins.
    enum class Form : std::uint8_t { yaml, toml, percent, keys };
    Form form = Form::yaml;  ///< toml: between lines of `+++`; the last two: plain_matter.hpp.
    bool is_open = false;    ///< Begun and never ended.
};
/// A first line of three dashes, keys right below it, and a line of three dashes or dots; or the same of TOML
/// between lines of three plus signs; or a form of plain_matter.hpp.
FrontMatter front_matter_of(const Source& source);

/// What it says; an open one is an error "front-matter-open" {mark}.
Record record_of(const FrontMatter& front, const Source& source, std::uint32_t file, Notes& notes);

}  // namespace hanqing

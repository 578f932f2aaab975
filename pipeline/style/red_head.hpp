// SPDX-License-Identifier: Apache-2.0
// Papers that name their issuer first: 某某人民政府文件, 中华人民共和国国家标准. Their title comes below.
#pragma once

#include "read/document.hpp"

#include <cstdint>
#include <string_view>

namespace hanqing {

/// Whose paper it is, or of which kind, and not what it is about.
bool is_red_head(std::string_view words);

/// The title some lines below such a head: a heading, or a line in bold or in the middle 关于…; none where
/// there is none, and the head itself is the best title there is.
std::uint32_t title_below(const Document& document, std::uint32_t head);

}  // namespace hanqing

// SPDX-License-Identifier: Apache-2.0
// The words by which a line beside a table or picture is known to belong to it. For .cpp files of this
// folder.
#pragma once

#include "read/document.hpp"

#include <string_view>

namespace hanqing {

/// `表 3 …`, `图 2-1 …`, `Table 3: …`, `<표 2-1> …`: what a caption typed with its number is for; else none.
Caption caption_kind(std::string_view text);
/// `单位：万元`, `（单位：亿元、%）`, `Unit: million yuan`.
bool is_unit_line(std::string_view text);
/// `附件：…情况表（单位：万元）`: an attachment that is nothing but a table.
bool is_attachment_caption(std::string_view text);
/// `▲ …`, `△ …`: points to the picture above it.
bool is_pointing_line(std::string_view text);
/// `图源：…`, `资料来源：…`, `注：…`: says something of the picture or table above it.
bool is_source_line(std::string_view text);

}  // namespace hanqing

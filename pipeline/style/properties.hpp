// SPDX-License-Identifier: Apache-2.0
// A merged value of YAML to a Sheet: which properties there are, and their checks.
#pragma once

#include "style/reader.hpp"
#include "style/sheet.hpp"

namespace hanqing {

Sheet sheet_from_value(const Value& value, Notes& notes);

/// Parts of it, one file each.
void read_page(MapReader& top, Sheet& sheet, Notes& notes);
void read_faces(MapReader& top, Sheet& sheet, Notes& notes);
void read_rules(MapReader& top, Sheet& sheet, Notes& notes);
void read_pieces(MapReader& top, Sheet& sheet, Notes& notes);
void read_furniture(MapReader& top, Sheet& sheet, Notes& notes);
void read_official(MapReader& top, Sheet& sheet, Notes& notes);
void read_table_look(MapReader& top, Sheet& sheet, Notes& notes);

/// Index of the `rule` that a map names in `rule_names`; notes an unknown one.
std::uint32_t rule_index(MapReader& reader, std::string_view fallback);
/// Every `face` of the `text:` part must be a role of the sheet.
void check_faces(const Value* text, const Sheet& sheet, Notes& notes);
/// {field}s of a template must be ones that something fills.
void check_fields(MapReader& reader, std::string_view key, const std::vector<std::string_view>& known);
/// What a piece's template may hold; and a running text's.
const std::vector<std::string_view>& piece_fields();
const std::vector<std::string_view>& running_fields();

}  // namespace hanqing

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
void read_table_look(MapReader& top, Sheet& sheet, Notes& notes);

/// Index of a rule's name in `rule_names`; notes an unknown one.
std::uint32_t rule_index(const Value* value, std::string_view fallback, Notes& notes);

}  // namespace hanqing

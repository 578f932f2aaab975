// SPDX-License-Identifier: Apache-2.0
// What the pages stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_pages() {
    static constexpr Wording table[] = {
        {"table-shrunk", "表格过宽，字号缩小为 {0} 磅", "", "the table is too wide; its type is set at {0} pt", ""},
        {"table-turned", "表格过宽，改排在横放的页面上", "", "the table is too wide; it stands on a landscape page", ""},
        {"table-split", "表格过宽，按栏分为 {0} 段，各段重复首栏", "可减少栏数或缩短单元格文字",
         "the table is too wide; its columns are split into {0} parts, each with the first column",
         "use fewer columns or shorter cells"},
    };
    return table;
}

}  // namespace hanqing

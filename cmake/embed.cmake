# SPDX-License-Identifier: Apache-2.0
# Files that travel inside the program: the shipped styles as a C++ source made at build time.
#   cmake -DOUTPUT=x.cpp -DFOLDER=styles -P embed.cmake
file(GLOB sheets ${FOLDER}/*.yaml)
list(SORT sheets)
set(rows "")
foreach(sheet IN LISTS sheets)
    get_filename_component(name ${sheet} NAME_WE)
    file(READ ${sheet} text)
    string(APPEND rows "        {\"${name}\", R\"hanqing(${text})hanqing\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Made from styles/*.yaml by cmake/embed.cmake.
#include \"style/sheet.hpp\"

namespace hanqing {

const std::vector<ShippedSheet>& shipped_sheets() {
    static const std::vector<ShippedSheet> sheets = {
${rows}    };
    return sheets;
}

}  // namespace hanqing
")

// SPDX-License-Identifier: Apache-2.0
// What the stages embed and pdf say, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_pdf() {
    static constexpr Wording table[] = {
        {"font-subset", "无法从字体 {0} 中取出所用的字形", "字体文件可能已损坏，请重新安装或换用其他字体",
         "the glyphs in use cannot be taken out of font {0}",
         "its file may be damaged: install it again or use another"},
        {"pdf-unreadable", "无法读取这个 PDF：{0}", "文件可能已损坏、加密，或并非 PDF",
         "this PDF cannot be read: {0}", "it may be damaged, encrypted, or no PDF at all"},
    };
    return table;
}

}  // namespace hanqing

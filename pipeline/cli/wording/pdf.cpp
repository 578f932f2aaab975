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
        {"rerender-equal", "{0}：再生成的文件逐字节相同", "", "{0}: made again, equal byte for byte", ""},
        {"rerender-equal-inflated", "{0}：再生成的文件内容相同，只是压缩方式不同", "",
         "{0}: made again, equal after inflating the streams", ""},
        {"rerender-different", "{0}：再生成的文件不同", "", "{0}: made again, different", ""},
        {"rerender-not-possible", "{0}：在这里无法再生成同样的文件", "", "{0}: cannot be made again here", ""},
        {"rerender-foreign", "不是汗青生成的 PDF", "", "not a PDF made by Hanqing", ""},
        {"rerender-bare", "没有附源文和生成记录", "用 attach: none 或 PDF/A-2a 生成的文件不能再生成",
         "neither source nor build record is attached", "files made with attach: none or as PDF/A-2a cannot be made again"},
        {"rerender-program", "由 {0} 生成，这里是 {1}", "请用那一个版本的程序", "made by {0}, and this is {1}",
         "use that build of the program"},
        {"rerender-font", "缺少字体 {0}（{1}）", "请安装该字体的这一版本，或用 --font-path 指定其文件夹",
         "font {0} is missing ({1})", "install that version, or name its folder with --font-path"},
        {"rerender-image", "找不到图片 {0}，或内容已改", "请把原来的图片放回资料集", "image {0} is missing or has changed",
         "put the one that was used back into the collection"},
        {"rerender-source", "所附源文与 PDF 中登记的摘要不符", "文件被改动过", "the attached source is not the one that the file declares",
         "the file was tampered with"},
        {"rerender-refused", "所附的源文现在不能生成报告（{0}）", "", "what is attached gives no report now ({0})", ""},
        {"rerender-page", "第 {0} 页不同", "", "page {0} differs", ""},
        {"rerender-part", "这一部分不同：{0}", "", "this part differs: {0}", ""},
        {"usage-rerender", "--rerender 不能与 --sample 或 --proof 同用", "", "--rerender cannot go with --sample or --proof", ""},
    };
    return table;
}

}  // namespace hanqing

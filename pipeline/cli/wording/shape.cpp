// SPDX-License-Identifier: Apache-2.0
// What the shape stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_shape() {
    static constexpr Wording table[] = {
        {"no-fonts", "没有可用的字体", "请安装字体（例如 fonts-noto-cjk），或用 --font-path 指定字体文件夹",
         "no usable font was found", "install fonts (fonts-noto-cjk, say) or name a folder with --font-path"},
        {"font-folder", "字体文件夹 {0} 不存在或不是文件夹", "请检查 --font-path", "font folder {0} is not a folder",
         "check --font-path"},
        {"font-folder-empty", "字体文件夹 {0} 中没有可用的字体", "需要 OpenType 或 TrueType 字体文件",
         "font folder {0} holds no usable font", "OpenType or TrueType files are needed"},
        {"font-variable", "字体 {0} 是可变字体，未使用", "请安装它的固定字重版本", "font {0} is a variable font and is not used",
         "install its static version"},
        {"font-embedding", "字体 {0} 的许可位禁止嵌入子集，未使用", "请换用允许嵌入的字体",
         "font {0} forbids embedding a subset and is not used", "use a font that allows embedding"},
        {"font-broken", "字体 {0} 的数据表已损坏，未使用", "请重新安装该字体", "font {0} has broken tables and is not used",
         "install it again"},
        {"face-substituted", "“{0}”所要求的字体没有安装，已代用：{1}", "安装正式字体后请重新生成",
         "a face that role “{0}” asks for is not installed; instead: {1}", "build again once it is installed"},
        {"font-changed", "“{0}”的字体与 fonts.lock 不同：原为 {1}，现为 {2}", "如属有意更换，请更新 fonts.lock",
         "the face of “{0}” is not the one in fonts.lock: it was {1} and is {2}", "update fonts.lock if this is meant"},
        {"script-missing", "所有字体都没有 {0} 文字，以〓代替", "请安装含有该文种的字体（多数见 Debian 的 fonts-noto-core）",
         "no font has letters of the script {0}; 〓 stands for them", "install a font for it (fonts-noto-core of Debian has most)"},
        {"glyph-missing", "所有字体都没有“{0}”（{1}），以〓代替", "请安装含有该字的字体（多数文种见 Debian 的 fonts-noto-core），或改用别的写法",
         "no font has “{0}” ({1}); a visible sign stands for it", "install a font that has it (fonts-noto-core has most scripts), or write it otherwise"},
        {"math-face-missing", "没有排公式的字体，公式按 TeX 源码显示", "请安装 TeX Gyre Termes Math（Debian 的 fonts-texgyre-math）",
         "no face for formulas is here; their TeX source is shown", "install TeX Gyre Termes Math (fonts-texgyre-math of Debian)"},
        {"formula-too-wide", "公式比版心宽，缩小后仍放不下", "请用 aligned 环境分成几行，或把公式拆开",
         "a formula is wider than the page, even in smaller type", "part it into lines with the aligned environment, or split it"},
        {"private-use", "“{0}”（{1}）是专用区字符，换一台机器可能显示为别的字", "如已有正式编码，请改用正式编码",
         "“{0}” ({1}) is a private-use character and may look different elsewhere", "use its standard code if it has one"},
    };
    return table;
}

}  // namespace hanqing

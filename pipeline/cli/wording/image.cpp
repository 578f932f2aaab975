// SPDX-License-Identifier: Apache-2.0
// What the image stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_image() {
    static constexpr Wording table[] = {
        {"image-empty", "图片 {0} 是空文件", "请重新导出图片", "image {0} is an empty file", "export it again"},
        {"image-unknown", "图片 {0} 不是可识别的格式", "可用 PNG、JPEG、SVG、GIF、WebP、BMP、TIFF",
         "image {0} is in no known format", "use PNG, JPEG, SVG, GIF, WebP, BMP or TIFF"},
        {"image-broken", "图片 {0} 已损坏，无法读取（{1}：{2}）", "请重新导出图片", "image {0} is broken and cannot be read ({1}: {2})",
         "export it again"},
        {"image-damaged", "图片 {0} 部分损坏，只能显示可读的部分（{1}：{2}）", "请重新导出图片",
         "image {0} is damaged; what can be read of it is shown ({1}: {2})", "export it again"},
        {"image-unsupported", "图片 {0} 的形式无法处理（{1}）", "请另存为普通的 PNG 或 JPEG", "image {0} is of a kind that cannot be used ({1})",
         "save it as an ordinary PNG or JPEG"},
        {"image-too-large", "图片 {0} 过大：{1}，上限为 {2}", "请缩小后再用", "image {0} is too large: {1}; the limit is {2}", "make it smaller"},
        {"image-converted", "图片 {0}（{1}）已转为像素图嵌入", "", "image {0} ({1}) is embedded as converted pixels", ""},
        {"image-first-frame", "图片 {0}（{1}）有多帧或多页，只取第一幅", "", "image {0} ({1}) has several frames or pages; the first is shown", ""},
        {"image-name-lies", "图片 {0} 的内容其实是 {1}", "请改正文件名后缀", "image {0} is in truth {1}", "correct the file's ending"},
        {"image-profile-left-out", "图片 {0} 的色彩特性文件不可用，已略去", "", "the colour profile of image {0} cannot be used and is left out", ""},
        {"svg-entities", "图片 {0} 的 SVG 自带实体声明，出于安全不予展开", "请另存为普通 SVG（如 Inkscape 的“纯 SVG”）",
         "the SVG {0} declares entities, which are not expanded for safety", "save it as plain SVG"},
        {"svg-script", "图片 {0} 里的脚本不会执行", "", "scripts in image {0} are not run", ""},
        {"svg-outside", "图片 {0} 引用了外部内容 {1}，未予读取", "请把它嵌入 SVG 里再用", "image {0} refers to {1} outside itself, which is not read",
         "embed it in the SVG"},
        {"svg-foreign-object", "图片 {0} 里的 HTML 内容（foreignObject）不会显示", "绘图软件导出时请选“文字转路径”或关闭 HTML 标签",
         "HTML inside image {0} (foreignObject) is not shown", "export it with plain text instead of HTML labels"},
        {"svg-glyph-missing", "图片 {0} 里的字符 {1} 没有字体可用", "请运行 scripts/setup 安装字体，或把文字转为路径",
         "no font has the characters {1} of image {0}", "install the fonts with scripts/setup, or turn the text into paths"},
        {"svg-rasterised", "图片 {0} 含有无法保留为矢量的效果（{1}），已转为像素图", "", "image {0} has an effect that cannot stay vector ({1}) and is turned into pixels",
         ""},
    };
    return table;
}

}  // namespace hanqing

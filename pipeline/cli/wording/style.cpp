// SPDX-License-Identifier: Apache-2.0
// What the style stage says, in both languages.
#include "cli/wording.hpp"

namespace hanqing {

std::span<const Wording> wording_style() {
    static constexpr Wording table[] = {
        {"sheet-unknown", "没有名为 {0} 的样式", "相近的样式：{1}；自有样式放在 styles/ 下", "there is no style {0}",
         "nearest: {1}; a style of your own goes into styles/"},
        {"sheet-circle", "样式 {0} 的 extends 互相引用或层数太多", "请去掉其中一个 extends", "style {0} extends itself or too many others",
         "remove one of the extends"},
        {"sheet-key", "样式中没有属性 {0}", "相近的属性：{1}；见 styles/README.md", "a style has no property {0}",
         "nearest: {1}; see styles/README.md"},
        {"sheet-value", "样式属性 {0} 的值 {1} 无法识别", "可用的值：{2}", "style property {0} cannot be {1}", "it may be: {2}"},
        {"heading-skipped", "标题从上一级直接跳到第 {0} 级，按第 {1} 级编排", "请逐级使用标题", "heading skips to level {0}; set as level {1}",
         "use one level after the other"},
        {"alternative-missing", "图片 {0} 没有说明文字", "在 ![ ] 的方括号里写一句话，供看不见图的读者使用", "image {0} has no description",
         "write one into the brackets of ![ ] for readers who cannot see it"},
        {"title-missing", "报告没有题名，暂用 {0}", "在文首写 title: 或第一个一级标题", "the report has no title; {0} is used",
         "give title: in the front matter, or a first heading"},
        {"date-missing", "报告没有日期", "在文首写 date: 2024-03-05", "the report has no date", "give date: 2024-03-05 in the front matter"},
        {"date-unclear", "日期 {0} 无法识别", "请写成 2024-03-05 或 2024年3月5日", "the date {0} is not understood",
         "write it as 2024-03-05"},
        {"comment-published", "这条 HTML 注释会随源文一起附在 PDF 里公开", "删去注释，或设 attach: none", "this HTML comment will be published with the attached source",
         "remove it, or set attach: none"},
        {"reference-unknown", "引用 {0} 没有对应的目标", "请检查图、表或标题的 {{#标识}}", "reference {0} points to nothing",
         "check the {{#id}} of the figure, table or heading"},
    };
    return table;
}

}  // namespace hanqing
